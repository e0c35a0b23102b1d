#include "caldav/verdicts.h"

#include "caldav/multistatus.h"
#include "verdict.h"

#include <algorithm>

namespace vorzimmer::cloud::caldav {

namespace {

/// @p word when it is a plain name, so that nothing else a server says gets into a message.
QString plainName(const QString& word)
{
    const bool plain = word.size() <= 40 && std::all_of(word.begin(), word.end(), [](QChar c) {
                           return (c >= QLatin1Char('a') && c <= QLatin1Char('z')) || c == QLatin1Char('-');
                       });
    return plain ? word : QString();
}

Reply of(Answer answer, const QString& problem, bool needsPerson = false)
{
    Reply result;
    result.answer = answer;
    result.problem = problem;
    result.needsPerson = needsPerson;
    return result;
}

Reply refusal(int status, const QString& condition)
{
    // Some servers name the header that did not hold; RFC 4918 has other conditions for what they will never take.
    const bool isAboutVersion =
        condition.isEmpty() || condition == QLatin1String("if-match") || condition == QLatin1String("if-none-match");
    if (status == 412 && isAboutVersion)
        return of(Answer::Differs, QStringLiteral("the server holds another version (412)"));
    QString problem = QStringLiteral("the server refuses this entry (%1)").arg(status);
    if (!condition.isEmpty())
        problem = QStringLiteral("the server refuses this entry (%1 %2)").arg(status).arg(condition);
    return of(Answer::Refused, problem);
}

/// A refused write that comes as a multi-status.
Reply insideMultistatus(const http::Reply& reply)
{
    const auto whole = multistatusIn(reply.body);
    if (!whole || whole->resources.size() != 1 || whole->resources.front().status < 400)
        return nonsense(reply);
    const Resource& resource = whole->resources.front();
    if (resource.status == 404)
        return of(Answer::Missing, QStringLiteral("not there (404)"));
    if (resource.status >= 500 && resource.status != 507)
        return of(Answer::Unknown, QStringLiteral("the server is in trouble (%1)").arg(resource.status));
    return refusal(resource.status, plainName(resource.error));
}

} // namespace

std::optional<Reply> trouble(const http::Reply& reply, std::initializer_list<int> good)
{
    if (reply.fate != http::Fate::Answered)
        return cloud::verdict(reply);
    const int status = reply.status;
    if (std::find(good.begin(), good.end(), status) != good.end())
        return isWebPage(reply) ? std::optional(nonsense(reply)) : std::nullopt;
    const QString condition = status >= 400 && status < 500 ? plainName(conditionIn(reply.body)) : QString();
    const bool aboutRights = condition.isEmpty() || condition == QLatin1String("need-privileges");
    if (status == 401)
        return of(Answer::NotTaken, QStringLiteral("the server does not accept user name and password (401)"), true);
    if (status == 403 && aboutRights)
        return of(Answer::NotTaken, QStringLiteral("this account may not do this (403)"), true);
    if (status == 507)
        return of(Answer::NotTaken, QStringLiteral("the server has no room left (507)"), true);
    if (status == 423) {
        Reply locked = of(Answer::NotTaken, QStringLiteral("somebody has locked this on the server (423)"));
        locked.wait = reply.retryAfter;
        return locked;
    }
    if (status == 207)
        return insideMultistatus(reply);
    if (status == 404 || status == 410)
        return of(Answer::Missing, QStringLiteral("not there (%1)").arg(status));
    if (status == 405 || status == 501)
        return noList(status);
    if (status < 300)
        return nonsense(reply);
    if (status == 403)
        return refusal(status, condition);
    if (auto general = cloud::verdict(reply))
        return general;
    return refusal(status, condition);
}

Reply nonsense(const http::Reply& reply)
{
    return of(Answer::Unknown,
              isWebPage(reply)
                  ? QStringLiteral(
                        "a web page came instead of a calendar (%1): the address is wrong or a login page is in the way")
                        .arg(reply.status)
                  : QStringLiteral("the reply is not a CalDAV server's (%1)").arg(reply.status));
}

Reply noList(int status)
{
    return of(Answer::NotTaken,
              QStringLiteral("there is no task list or calendar at this address (any more) (%1)").arg(status), true);
}

} // namespace vorzimmer::cloud::caldav
