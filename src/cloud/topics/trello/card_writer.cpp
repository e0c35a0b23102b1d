#include "topics/trello/card_writer.h"

#include "log.h"
#include "topics/nonsense.h"
#include "topics/trello/answers.h"
#include "topics/trello/card_topic.h"
#include "topics/trello/description.h"

#include <algorithm>

namespace vorzimmer::cloud::topics::trello {

using domain::Topic;
using domain::TopicField;
using domain::TopicFields;
using nlohmann::json;

namespace {

/// How often somebody may get in between while we put back what somebody wrote.
constexpr int maxRounds = 4;
/// A comment travels in the address, as Trello's description has it, unless that would make an address which servers refuse.
constexpr qsizetype longestInAddress = 4'000;

bool holds(const std::vector<Action>& actions, const QString& id)
{
    return std::any_of(actions.cbegin(), actions.cend(), [&id](const Action& action) { return action.id == id; });
}

/// What our change of @p field replaced, if that was not what the card held when we read it.
std::optional<json> replaced(const std::string& field, const json& read, const json& written,
                             const std::vector<Action>& known, const std::vector<Action>& now)
{
    for (auto action = now.crbegin(); action != now.crend(); ++action) { // oldest first
        if (holds(known, action->id))
            continue;
        for (const Change& change : action->changes) {
            if (change.field == field && sameValue(field, change.is, written)) {
                const bool expected = sameValue(field, change.was, read) || sameValue(field, change.was, written);
                return expected ? std::nullopt : std::optional(change.was);
            }
        }
    }
    return std::nullopt;
}

/// The field of a topic that a field of the card carries; nothing when it carries none. The description stands for its text.
domain::TopicFields carriedBy(const std::string& field)
{
    if (field == "name")
        return TopicField::Title;
    if (field == "desc")
        return TopicFields(TopicField::Text) | TopicField::Person | TopicField::Priority;
    if (field == "due")
        return TopicField::Due;
    return field == "idList" || field == "closed" || field == "dueComplete" ? TopicFields(TopicField::State) : TopicFields();
}

/// What our change to @p wanted, whose actions are among the card's, replaced although it was not what we had @p known.
/// Trello may tell of one change in several actions.
json replacedUnseen(const CardFile& now, const Topic& wanted, TopicFields changed, const Topic& known, const ListMap& lists)
{
    json lost = json::object();
    json former = json::object(); // what the fields held before the actions that were looked at so far
    Card before = now.card;
    Topic after = topicOf(before, wanted.id, lists).topic;
    TopicFields open = changed & ~differing(after, wanted);
    for (auto action = now.actions.cbegin(); open && action != now.actions.cend(); ++action) { // newest first
        for (const Change& change : action->changes) {
            setValue(before, change.field, change.was);
            former[change.field] = change.was.is_null() ? json("") : change.was;
        }
        Topic then = topicOf(before, wanted.id, lists).topic;
        const TopicFields written = open & differing(then, after);
        const TopicFields unseen = written & differing(then, known);
        for (const auto& [field, value] : former.items()) {
            if (carriedBy(field) & unseen)
                lost[field] = value;
        }
        open &= ~written;
        after = std::move(then);
    }
    return lost;
}

} // namespace

void CardWriter::write(const CardFile& before, const json& fields, Then then)
{
    json read = json::object();
    for (const auto& [field, value] : fields.items())
        read[field] = valueOf(before.card, field);
    write(Trial{before, std::move(read), fields, 0}, std::move(then));
}

void CardWriter::write(const Trial& trial, Then then)
{
    const QString card = trial.before.card.id;
    m_unsettled[card] = trial;
    m_line.put(QStringLiteral("/cards/") + card, trial.fields,
               [this, trial, then = std::move(then)](const http::Reply& reply) {
                   if (const auto failed = trouble(reply, m_line.window())) {
                       if (failed->answer != Answer::Unknown)
                           m_unsettled.erase(trial.before.card.id);
                       then(*failed, {});
                       return;
                   }
                   const auto after = cardFrom(reply.body);
                   if (!after || after->card.id != trial.before.card.id) {
                       then(nonsense(reply), {});
                       return;
                   }
                   verify(trial, after->card, then);
               });
}

void CardWriter::verify(const Trial& trial, const Card& after, Then then)
{
    m_line.get(QStringLiteral("/cards/") + after.id + QStringLiteral("/actions"), {{"filter", QStringLiteral("updateCard")}},
               [this, trial, after, then = std::move(then)](const http::Reply& reply) {
                   if (const auto failed = trouble(reply, m_line.window())) {
                       Reply result = *failed;
                       if (result.answer == Answer::Missing || isHidden(reply)) { // deleted or moved away meanwhile
                           m_unsettled.erase(after.id);
                           result = answered(Answer::Missing, result.problem);
                       } else {
                           result.answer = Answer::Unknown; // read before anything else
                       }
                       then(result, {});
                       return;
                   }
                   auto actions = actionsFrom(reply.body);
                   if (!actions) {
                       then(nonsense(reply), {});
                       return;
                   }
                   json lost = json::object();
                   for (const auto& [field, written] : trial.fields.items()) {
                       auto before = replaced(field, trial.read.at(field), written, trial.before.actions, *actions);
                       if (before)
                           lost[field] = before->is_null() ? json("") : std::move(*before);
                   }
                   m_unsettled.erase(after.id);
                   if (lost.empty())
                       then(answered(trial.round == 0 ? Answer::Done : Answer::Differs), after);
                   else
                       putBack(trial, after, std::move(*actions), lost, then);
               });
}

void CardWriter::putBack(const Trial& trial, const Card& after, std::vector<Action> actions, const json& lost, Then then)
{
    if (trial.round >= maxRounds) {
        then(answered(Answer::NotTaken, QStringLiteral("somebody else is changing the same card all the time")), {});
        return;
    }
    qCInfo(log) << "a card was changed by somebody else at the same moment; what was written there is put back";
    Trial next;
    next.before.card = after;
    next.before.actions = std::move(actions);
    next.fields = lost;
    for (const auto& [field, value] : lost.items())
        next.read[field] = trial.fields.at(field);
    next.round = trial.round + 1;
    write(next, std::move(then));
}

void CardWriter::settle(const QString& card, Settled then)
{
    const auto found = m_unsettled.find(card);
    if (found == m_unsettled.end()) {
        then(std::nullopt);
        return;
    }
    const Trial trial = found->second;
    Card after = trial.before.card;
    verify(trial, after, [then = std::move(then)](const Reply& reply, const Card&) {
        const bool settled =
            reply.answer == Answer::Done || reply.answer == Answer::Differs || reply.answer == Answer::Missing;
        then(settled ? std::nullopt : std::optional(reply));
    });
}

void CardWriter::makeGood(const CardFile& now, const Topic& wanted, TopicFields changed, const Topic& known, Said then)
{
    const json lost = replacedUnseen(now, wanted, changed, known, m_board.lists());
    if (lost.empty()) {
        then(answered(Answer::Done));
        return;
    }
    qCInfo(log) << "a card was changed by somebody else when this program ended; what was written there is put back";
    write(now, lost, [then = std::move(then)](const Reply& reply, const Card&) {
        const bool over = reply.answer == Answer::Differs || reply.answer == Answer::Missing;
        then(over ? answered(Answer::Done) : reply);
    });
}

void CardWriter::say(const QString& card, const domain::Comment& comment, Said then)
{
    const QString text = Remark{comment.id, comment.author, comment.text}.written();
    if (text.size() > maxDescription) {
        then(answered(
            Answer::Refused,
            QStringLiteral("the comment is too long for Trello, which takes %1 characters: write two").arg(maxDescription)));
        return;
    }
    const bool isShort = QUrl::toPercentEncoding(text).size() <= longestInAddress;
    m_line.post(QStringLiteral("/cards/") + card + QStringLiteral("/actions/comments"),
                isShort ? Line::Query{{"text", text}} : Line::Query{},
                isShort ? json(nullptr) : json{{"text", text.toStdString()}},
                [this, id = comment.id, then = std::move(then)](const http::Reply& reply) {
                    if (auto failed = trouble(reply, m_line.window())) {
                        if (failed->answer == Answer::Missing)
                            failed->answer = Answer::NotTaken; // we had just read it: the next try sees what is there
                        then(*failed);
                        return;
                    }
                    const auto action = actionFrom(reply.body);
                    const auto stored = action ? commentOf(*action) : std::nullopt;
                    then(stored && stored->id == id ? answered(Answer::Done) : nonsense(reply));
                });
}

} // namespace vorzimmer::cloud::topics::trello
