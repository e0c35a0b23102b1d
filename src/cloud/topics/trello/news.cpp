#include "topics/trello/news.h"

#include "log.h"
#include "topics/nonsense.h"
#include "topics/trello/answers.h"
#include "topics/trello/card_topic.h"
#include "topics/trello/description.h"
#include "topics/trello/two_cards.h"

#include <QStringList>

#include <algorithm>

namespace vorzimmer::cloud::topics::trello {

using domain::TopicId;
using domain::TopicState;
using nlohmann::json;
using ports::RemoteTopic;

namespace {

constexpr size_t pageLength = 1000;
/// Ids of the same second are in no order, and Trello may write an action down late: so long back is asked again.
constexpr qint64 overlapSecs = 30;
/// More cards than this are quicker read all at once.
constexpr size_t manyCards = 25;

const QString aboutCards = QStringLiteral("createCard,copyCard,convertToCardFromCheckItem,emailCard,moveCardToBoard,"
                                          "moveCardFromBoard,updateCard,deleteCard,commentCard,copyCommentCard,"
                                          "createList,updateList,moveListFromBoard,moveListToBoard");

/// True for what may take cards away or move many at once.
bool needsAll(const Action& action)
{
    return action.type == QLatin1String("deleteCard") || action.type == QLatin1String("moveCardFromBoard") ||
           action.type.endsWith(QLatin1String("List")) || action.type.startsWith(QLatin1String("moveList"));
}

bool changesTick(const Action& action)
{
    return std::any_of(action.changes.cbegin(), action.changes.cend(),
                       [](const Change& change) { return change.field == "dueComplete"; });
}

/// Somebody took out of the archive what had been deleted here: it must not count as deleted when it is put away as done.
bool isRevived(const Card& card, const Description& desc)
{
    return desc.deleted && !card.closed;
}

} // namespace

std::optional<Bookmark> Bookmark::read(const QString& cursor)
{
    const QStringList parts = cursor.split(QLatin1Char('.'));
    if (parts.size() != 4 || !isObjectId(parts.at(0)))
        return std::nullopt;
    bool newestGood = false;
    bool listedGood = false;
    bool turnGood = false;
    const Bookmark mark{parts.at(0), parts.at(1).toLongLong(&newestGood), parts.at(2).toLongLong(&listedGood),
                        parts.at(3).toLongLong(&turnGood)};
    return newestGood && listedGood && turnGood ? std::optional(mark) : std::nullopt;
}

QString Bookmark::written() const
{
    return QStringLiteral("%1.%2.%3.%4").arg(board).arg(newest).arg(listed).arg(turn);
}

News::News(Line& line, Board& board, CardWriter& writer, const ports::Clock& clock, std::chrono::seconds fullListEvery)
    : m_line(line), m_board(board), m_writer(writer), m_clock(clock), m_fullListEvery(fullListEvery)
{
}

void News::read(const QString& cursor, Then then)
{
    // Whoever asks with the cursor of the last answer has kept it; with an older one, all of it is told again.
    if (cursor == m_toldUpTo)
        m_seen.merge(m_told);
    m_told.clear();
    m_toldUpTo.clear();
    auto round = std::make_shared<Round>();
    round->then = std::move(then);
    m_board.open([this, round, cursor](const std::optional<Reply>& failed) {
        if (!goesOn(round, failed))
            return;
        const auto mark = Bookmark::read(cursor);
        round->first = cursor.isEmpty();
        if (!round->first && (!mark || mark->board != m_board.id())) {
            FeedReply other;
            other.answer = Answer::Differs;
            other.problem = QStringLiteral("the bookmark is of another board");
            round->then(other);
            return;
        }
        round->mark = mark.value_or(Bookmark{m_board.id(), madeAt(m_board.id()).toSecsSinceEpoch(), 0, 0});
        const qint64 age = m_clock.nowUtc().toSecsSinceEpoch() - round->mark.listed;
        round->full = !m_board.scanned() || age < 0 || age >= m_fullListEvery.count();
        readActions(round, {});
    });
}

void News::fail(const Shared& round, const Reply& reason)
{
    m_board.forgetScan(); // the next round reads everything
    m_seen.clear();
    m_told.clear();
    FeedReply reply;
    static_cast<Reply&>(reply) = reason;
    if (reply.answer == Answer::Missing || reply.answer == Answer::Refused)
        static_cast<Reply&>(reply) = noBoard(); // reading is never refused by a board that is one
    round->then(reply);
}

/// Tells a failure, if there was one.
bool News::goesOn(const Shared& round, const std::optional<Reply>& failed)
{
    if (failed)
        fail(round, *failed);
    return !failed;
}

/// One page of the board's actions before @p before, newest first; a failure ends the round.
void News::askActions(const Shared& round, Line::Query query, const QString& before,
                      std::function<void(const std::vector<Action>&)> taken)
{
    query.emplace_back("member", QStringLiteral("false"));
    query.emplace_back("limit", QString::number(pageLength));
    if (!before.isEmpty())
        query.emplace_back("before", before);
    m_line.get(m_board.path() + QStringLiteral("/actions"), query,
               [this, round, taken = std::move(taken)](const http::Reply& reply) {
                   if (!goesOn(round, trouble(reply, m_line.window())))
                       return;
                   if (const auto page = actionsFrom(reply.body))
                       taken(*page);
                   else
                       fail(round, nonsense(reply));
               });
}

void News::readActions(const Shared& round, const QString& before)
{
    Line::Query query{{"filter", aboutCards}};
    if (!round->first) // else it is only to know where we are
        query.emplace_back("since", firstIdAt(round->mark.newest - overlapSecs));
    askActions(round, std::move(query), before, [this, round, before](const std::vector<Action>& page) {
        takeActions(round, page);
        const QString oldest = page.empty() ? QString() : page.back().id;
        if (!round->first && page.size() >= pageLength && oldest != before)
            readActions(round, oldest);
        else if (round->full)
            readAll(round);
        else
            readNextCard(round);
    });
}

void News::takeActions(const Shared& round, const std::vector<Action>& page)
{
    for (const Action& action : page) {
        round->mark.newest = std::max(round->mark.newest, madeAt(action.id).toSecsSinceEpoch());
        if (m_seen.count(action.id) != 0 || !m_told.insert(action.id).second)
            continue;
        round->full = round->full || needsAll(action);
        if (action.card.isEmpty() || round->first)
            continue;
        round->actions.push_back(action);
        if (std::find(round->cards.begin(), round->cards.end(), action.card) == round->cards.end())
            round->cards.push_back(action.card);
    }
    round->full = round->full || round->cards.size() > manyCards;
}

void News::readNextCard(const Shared& round)
{
    if (round->cards.empty()) {
        mendNext(round);
        return;
    }
    const QString card = round->cards.back(); // the one that changed first comes first
    round->cards.pop_back();
    m_board.readCard(card, [this, round](const std::optional<Reply>& failed, const CardFile& file) {
        if (failed && failed->answer == Answer::Missing) {
            readAll(round); // it is gone, and a full list says so
            return;
        }
        if (!goesOn(round, failed))
            return;
        const TopicId id = m_board.identify(file.card);
        round->topics[id] = topicOf(file, id, m_board.lists());
        for (const Action& action : file.actions)
            noteRemark(round, action);
        examine(round, file.card, id);
        readNextCard(round);
    });
}

void News::readAll(const Shared& round)
{
    round->full = true;
    round->topics.clear();
    round->suspects.clear();
    m_board.readLists([this, round](const std::optional<Reply>& failed) {
        if (!goesOn(round, failed))
            return;
        m_board.readCards([this, round](const std::optional<Reply>& unread, const std::vector<Card>& cards) {
            if (!goesOn(round, unread))
                return;
            takeAll(round, cards);
            readComments(round, {});
        });
    });
}

void News::takeAll(const Shared& round, const std::vector<Card>& cards)
{
    m_board.identifyAll(cards);
    for (const Card& card : cards) {
        const TopicId id = m_board.identify(card);
        round->topics[id] = topicOf(card, id, m_board.lists());
        examine(round, card, id);
    }
    round->mark.listed = m_clock.nowUtc().toSecsSinceEpoch();
}

/// All comments the first time, later the newest thousand: what is new came with the actions, this is the safety net.
void News::readComments(const Shared& round, const QString& before)
{
    Line::Query query{{"filter", QStringLiteral("commentCard,copyCommentCard,updateCard,createCard")}};
    askActions(round, std::move(query), before, [this, round, before](const std::vector<Action>& page) {
        for (const Action& action : page) { // newest first
            const auto topic = std::find_if(round->topics.begin(), round->topics.end(),
                                            [&action](const auto& entry) { return entry.second.remoteId == action.card; });
            if (action.card.isEmpty() || topic == round->topics.end())
                continue;
            RemoteTopic& remote = topic->second;
            noteRemark(round, action);
            if (auto comment = commentOf(action)) {
                remote.comments.insert(remote.comments.begin(), std::move(*comment));
            } else if (action.type == QLatin1String("createCard")) {
                remote.topic.createdBy = action.member;
            } else if (!remote.topic.changedAt.isValid()) {
                remote.topic.changedBy = action.member;
                remote.topic.changedAt = action.at;
            }
        }
        const QString oldest = page.empty() ? QString() : page.back().id;
        if (round->first && page.size() >= pageLength && oldest != before)
            readComments(round, oldest);
        else
            mendNext(round);
    });
}

/// Notes the card when something about it must be mended.
void News::examine(const Shared& round, const Card& card, const TopicId& id)
{
    const Description desc = Description::read(card.desc);
    const TopicId marker = desc.id;
    const bool foreign = id == idOfForeignCard(card.id);
    // What was put away because another card is the topic has nothing to say, unless somebody has just said it there.
    const bool isPutAway = isDeleted(card) && marker != id && foreign;
    const bool isSpokenOf = std::any_of(round->actions.cbegin(), round->actions.cend(),
                                        [&card](const Action& action) { return action.card == card.id; });
    if (isPutAway && !isSpokenOf)
        return;
    if (marker == id || (marker.isNull() && foreign)) {
        // A person took it out of the done list: the tick that we had set goes, too, unless it was set after that.
        const auto moved = std::find_if(round->actions.cbegin(), round->actions.cend(), [&card](const Action& action) {
            return action.card == card.id && (!action.listBefore.isEmpty() || changesTick(action));
        });
        const bool reopened = moved != round->actions.cend() && card.dueComplete && !card.closed &&
                              moved->listAfter == card.list &&
                              m_board.lists().stateOf(moved->listBefore) == TopicState::Done &&
                              m_board.lists().stateOf(card.list) != TopicState::Done;
        if (!reopened && !isRevived(card, desc))
            return;
    }
    round->suspects.push_back(card);
}

void News::mendNext(const Shared& round)
{
    if (round->suspects.empty()) {
        hushNext(round);
        return;
    }
    const Card card = round->suspects.back();
    round->suspects.pop_back();
    m_board.readCard(card.id, [this, round](const std::optional<Reply>& failed, const CardFile& file) {
        if (failed && failed->answer == Answer::Missing)
            mendNext(round); // the next round sees it
        else if (goesOn(round, failed))
            mend(round, file);
    });
}

/// Finds comments that one request made twice: the same words with the same id on the same card, from the same account.
void News::noteRemark(const Shared& round, const Action& action)
{
    if (action.type != QLatin1String("commentCard") || Remark::read(action.text).id.isNull())
        return;
    const auto [known, isNew] = round->remarks.try_emplace({action.card, action.member, action.text}, action.id);
    if (isNew || known->second == action.id)
        return;
    round->echoes.insert(std::max(known->second, action.id));
    known->second = std::min(known->second, action.id);
}

void News::hushNext(const Shared& round)
{
    if (round->echoes.empty()) {
        finish(round);
        return;
    }
    qCInfo(log) << "a comment that one request made twice is removed";
    const QString echo = round->echoes.extract(round->echoes.begin()).value();
    m_line.remove(QStringLiteral("/actions/") + echo, [this, round](const http::Reply& reply) {
        const auto failed = removalTrouble(reply, m_line.window());
        const bool over =
            !failed || failed->needsPerson || failed->answer == Answer::Missing || failed->answer == Answer::Refused;
        if (over || goesOn(round, failed)) // who may not remove it leaves it there
            hushNext(round);
    });
}

void News::mend(const Shared& round, const CardFile& file)
{
    const TopicId id = m_board.identify(file.card);
    Description desc = Description::read(file.card.desc);
    if (!desc.id.isNull() && desc.id != id) {
        mendDouble(round, file, desc.id);
        return;
    }
    if (desc.id.isNull() && id != idOfForeignCard(file.card.id)) {
        desc.id = id;
        desc.origin = domain::TopicOrigin::Call;
        rewrite(round, file, {{"desc", desc.written().toStdString()}});
        return;
    }
    if (isRevived(file.card, desc)) {
        desc.deleted = false;
        rewrite(round, file, {{"desc", desc.written().toStdString()}});
        return;
    }
    if (file.card.dueComplete && m_board.lists().stateOf(file.card.list) != TopicState::Done)
        rewrite(round, file, {{"dueComplete", false}});
    else
        mendNext(round);
}

/// Two cards say that they are the same topic. Which of them is it must be the same for every desk that looks, so it depends
/// on nothing but the cards.
void News::mendDouble(const Shared& round, const CardFile& file, const TopicId& marker)
{
    const QString holder = m_board.cardOf(marker);
    if (holder.isEmpty() || holder == file.card.id) {
        adopt(round, file, marker);
        mendNext(round);
        return;
    }
    m_board.readCard(holder, [this, round, file, marker](const std::optional<Reply>& failed, const CardFile& other) {
        if (failed && failed->answer == Answer::Missing) {
            adopt(round, file, marker);
            mendNext(round);
            return;
        }
        if (!goesOn(round, failed))
            return;
        if (isDeleted(file.card) && isDeleted(other.card))
            mendNext(round);
        else if (Description::read(other.card.desc).id != marker) // as one sees it who did not know the other before
            settleDouble(round, marker, file, other, isDeleted(file.card) || isCopy(file));
        else
            settleDouble(round, marker, file, other, isLoser(file, other));
    });
}

/// The first of the two is @p file, the second holds the topic so far.
void News::settleDouble(const Shared& round, const TopicId& marker, const CardFile& file, const CardFile& other,
                        bool fileLoses)
{
    const CardFile& loser = fileLoses ? file : other;
    const CardFile& winner = fileLoses ? other : file;
    adopt(round, winner, marker);
    if (isRevived(winner.card, Description::read(winner.card.desc)))
        round->suspects.push_back(winner.card);
    const bool isOurs = Description::read(loser.card.desc).id == marker && isOnlyItsMakers(loser);
    if (isUntouched(loser))
        throwAway(round, loser.card.id);
    else if (isOurs || isDeleted(loser.card))
        moveRemarks(round, loser, winner.card.id, unsaid(loser, winner));
    else
        setFree(round, loser);
}

/// Says on the card that is the topic what was said on the other, which is put away then: two desks have brought one topic
/// back.
void News::moveRemarks(const Shared& round, const CardFile& loser, const QString& winner,
                       std::vector<domain::Comment> remarks)
{
    if (remarks.empty()) {
        putAway(round, loser);
        return;
    }
    const domain::Comment next = std::move(remarks.front());
    remarks.erase(remarks.begin());
    m_writer.say(winner, next, [this, round, loser, winner, remarks = std::move(remarks)](const Reply& reply) {
        if (reply.needsPerson || reply.answer == Answer::Refused)
            setFree(round, loser); // so that it is seen
        else if (goesOn(round, reply.answer == Answer::Done ? std::nullopt : std::optional(reply)))
            moveRemarks(round, loser, winner, remarks);
    });
}

/// As if it had been deleted. It keeps its marker, so that whatever a desk that does not know yet says there is moved, too.
void News::putAway(const Shared& round, const CardFile& loser)
{
    if (isDeleted(loser.card)) {
        mendNext(round);
        return;
    }
    qCInfo(log) << "a card beside the topic's own is put into the archive";
    round->topics.erase(m_board.identify(loser.card));
    const TopicId marker = Description::read(loser.card.desc).id;
    rewrite(round, loser, {{"desc", deletedDescription(loser.card, marker).toStdString()}, {"closed", true}});
}

/// From now on the card is a topic of its own.
void News::setFree(const Shared& round, const CardFile& file)
{
    Description desc = Description::read(file.card.desc);
    desc.id = idOfForeignCard(file.card.id);
    desc.origin = domain::TopicOrigin::Client;
    desc.deleted = false;
    rewrite(round, file, {{"desc", desc.written().toStdString()}});
}

/// From now on this card is the topic.
void News::adopt(const Shared& round, const CardFile& file, const TopicId& topic)
{
    if (m_board.cardOf(topic) != file.card.id) {
        round->topics.erase(m_board.identify(file.card));
        m_board.bind(topic, file.card.id);
    }
    round->topics[topic] = topicOf(file, topic, m_board.lists());
}

void News::throwAway(const Shared& round, const QString& card)
{
    qCInfo(log) << "a card that one request made twice is removed";
    m_line.remove(QStringLiteral("/cards/") + card, [this, round, card](const http::Reply& reply) {
        const auto failed = removalTrouble(reply, m_line.window());
        if (failed && failed->answer != Answer::Missing && !failed->needsPerson) {
            fail(round, *failed);
            return;
        }
        for (auto topic = round->topics.begin(); topic != round->topics.end();) {
            const bool gone = topic->second.remoteId == card;
            topic = gone ? round->topics.erase(topic) : std::next(topic);
        }
        m_board.forget(card);
        mendNext(round);
    });
}

void News::rewrite(const Shared& round, const CardFile& file, const json& fields)
{
    m_writer.write(file, fields, [this, round, file](const Reply& reply, const Card& after) {
        if (reply.answer == Answer::Done) {
            CardFile mended = file;
            mended.card = after;
            const TopicId id = m_board.identify(after);
            round->topics[id] = topicOf(mended, id, m_board.lists());
            mendNext(round);
        } else if (reply.needsPerson || reply.answer == Answer::Refused || reply.answer == Answer::Differs ||
                   reply.answer == Answer::Missing) {
            mendNext(round); // a token that may only read cannot mend; and what somebody just changed is news again
        } else {
            fail(round, reply);
        }
    });
}

void News::finish(const Shared& round)
{
    FeedReply reply;
    reply.answer = Answer::Done;
    reply.complete = round->full;
    round->mark.turn += m_told.empty() && !round->full ? 0 : 1;
    reply.next = round->mark.written();
    m_toldUpTo = reply.next;
    for (auto& [id, topic] : round->topics)
        reply.changes.push_back(std::move(topic));
    const QString oldest = firstIdAt(round->mark.newest - 2 * overlapSecs);
    m_seen.erase(m_seen.begin(), m_seen.lower_bound(oldest));
    round->then(reply);
}

} // namespace vorzimmer::cloud::topics::trello
