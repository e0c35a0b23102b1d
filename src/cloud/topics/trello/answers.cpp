#include "topics/trello/answers.h"

#include "topics/nonsense.h"
#include "verdict.h"

#include <nlohmann/json.hpp>

#include <QRandomGenerator>

namespace vorzimmer::cloud::topics::trello {

namespace {

bool speaks(const http::Reply& reply, const char* phrase)
{
    return reply.body.left(300).toLower().contains(phrase);
}

Reply forPerson(const QString& problem)
{
    Reply result = answered(Answer::NotTaken, problem);
    result.needsPerson = true;
    return result;
}

Reply denied(const http::Reply& reply)
{
    if (speaks(reply, "invalid key"))
        return forPerson(QStringLiteral("Trello does not know the API key"));
    if (speaks(reply, "expired token"))
        return forPerson(QStringLiteral("the Trello token has expired: make a new one"));
    if (speaks(reply, "invalid token") || speaks(reply, "invalid app token"))
        return forPerson(QStringLiteral("Trello does not know the token (any more): make a new one"));
    return forPerson(
        QStringLiteral("Trello does not let this token do that: its owner must be a member of the board who may "
                       "write, and the token must have been made for reading and writing"));
}

/// The window must be over for all, so a whole one is waited, and not by everybody equally long.
std::chrono::seconds windowAndMore(std::chrono::milliseconds window)
{
    const double fraction = QRandomGenerator::global()->generateDouble();
    const std::chrono::milliseconds all(window.count() +
                                        static_cast<qint64>(static_cast<double>(window.count()) * fraction / 2));
    return std::chrono::ceil<std::chrono::seconds>(all);
}

} // namespace

Reply answered(Answer answer, const QString& problem)
{
    Reply result;
    result.answer = answer;
    result.problem = problem;
    return result;
}

Reply noBoard()
{
    return forPerson(QStringLiteral("Trello has no such board, or this token may not see it"));
}

bool isHidden(const http::Reply& reply)
{
    return reply.fate == http::Fate::Answered && reply.status == 401 && speaks(reply, "unauthorized card permission");
}

std::optional<Reply> trouble(const http::Reply& reply, std::chrono::milliseconds window)
{
    if (reply.fate == http::Fate::Answered && reply.status == 200)
        return std::nullopt;
    if (reply.fate == http::Fate::Answered && (reply.status == 401 || reply.status == 403))
        return denied(reply);
    if (auto general = verdict(reply)) {
        if (reply.fate == http::Fate::Answered && reply.status == 429 && !general->wait)
            general->wait = windowAndMore(window);
        return general;
    }
    if (reply.status < 300)
        return nonsense(reply);
    if (reply.status == 404)
        return answered(Answer::Missing, QStringLiteral("Trello does not have it (404)"));
    if (reply.status == 400 && speaks(reply, "invalid id"))
        return answered(Answer::Refused, QStringLiteral("Trello refuses the id (400)"));
    return answered(Answer::Refused, QStringLiteral("Trello refuses it (%1)").arg(reply.status));
}

std::optional<Reply> removalTrouble(const http::Reply& reply, std::chrono::milliseconds window)
{
    if (auto failed = trouble(reply, window))
        return failed;
    return nlohmann::json::accept(reply.body.cbegin(), reply.body.cend()) ? std::nullopt : std::optional(nonsense(reply));
}

} // namespace vorzimmer::cloud::topics::trello
