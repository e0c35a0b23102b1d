#include "verdict.h"

namespace vorzimmer::cloud {

namespace {

Reply unanswered(const http::Reply& reply)
{
    Reply result;
    result.answer = reply.fate == http::Fate::NotSent ? Answer::NotTaken : Answer::Unknown;
    result.problem = reply.problem;
    result.needsPerson = reply.needsPerson && result.answer == Answer::NotTaken;
    result.silent = true;
    return result;
}

Reply of(Answer answer, const QString& problem, const http::Reply& reply)
{
    Reply result;
    result.answer = answer;
    result.problem = problem;
    result.wait = reply.retryAfter;
    return result;
}

} // namespace

std::optional<Reply> verdict(const http::Reply& reply)
{
    if (reply.fate != http::Fate::Answered)
        return unanswered(reply);
    const int status = reply.status;
    if (status == 401 || status == 403) {
        Reply denied = of(Answer::NotTaken,
                          status == 401 ? QStringLiteral("token refused: the server does not know it (any more)")
                                        : QStringLiteral("token refused: it may not do this"),
                          reply);
        denied.needsPerson = true;
        return denied;
    }
    if (status == 429)
        return of(Answer::NotTaken, QStringLiteral("the server asks to be asked less often (429)"), reply);
    if (status == 408)
        return of(Answer::Unknown, QStringLiteral("the server waited too long for the request (408)"), reply);
    if (status >= 500) // also from a relay in front of the server, so the request may have been acted on
        return of(Answer::Unknown, QStringLiteral("the server is in trouble (%1)").arg(status), reply);
    if (status >= 300 && status < 400) {
        return of(Answer::Unknown,
                  QStringLiteral("the server sends us elsewhere (%1): the address is wrong or a login page is in the way")
                      .arg(status),
                  reply);
    }
    return std::nullopt;
}

bool isWebPage(const http::Reply& reply)
{
    if (reply.contentType.toLower().contains("html"))
        return true;
    const QByteArray beginning = reply.body.left(200).trimmed().toLower();
    return beginning.startsWith("<!doctype html") || beginning.startsWith("<html");
}

} // namespace vorzimmer::cloud
