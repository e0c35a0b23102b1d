#include "topics/trello/board.h"

#include "topics/nonsense.h"
#include "topics/trello/answers.h"
#include "topics/trello/card_topic.h"
#include "topics/trello/description.h"

#include <QRegularExpression>

namespace vorzimmer::cloud::topics::trello {

using domain::TopicId;
using domain::TopicState;

namespace {

constexpr size_t pageLength = 1000; // the most that Trello gives at once

const QString cardFields = QStringLiteral("id,idBoard,idList,name,desc,closed,due,dueComplete");

} // namespace

QString boardName(const QString& written)
{
    static const QRegularExpression form(
        QStringLiteral("^(?:https?://(?:www\\.)?trello\\.com)?(?:/?b/)?([0-9A-Za-z]{6,32})(?:[/?#].*)?$"));
    return form.match(written.trimmed()).captured(1);
}

Board::Board(Line& line, const QString& name) : m_line(line), m_name(boardName(name))
{
    if (isObjectId(m_name))
        m_id = m_name;
}

void Board::open(Then then)
{
    if (m_name.isEmpty()) {
        then(noBoard());
    } else if (!m_id.isEmpty() && m_listsRead) {
        then(std::nullopt);
    } else if (!m_id.isEmpty()) {
        readLists(std::move(then));
    } else {
        m_line.get(QStringLiteral("/boards/") + m_name, {{"fields", QStringLiteral("id,name,closed")}},
                   [this, then = std::move(then)](const http::Reply& reply) {
                       if (const auto failed = trouble(reply, m_line.window())) {
                           then(failed->answer == Answer::Missing || failed->answer == Answer::Refused ? noBoard()
                                                                                                       : *failed);
                           return;
                       }
                       const auto board = boardFrom(reply.body);
                       if (!board) {
                           then(nonsense(reply));
                           return;
                       }
                       m_id = board->id;
                       readLists(then);
                   });
    }
}

void Board::readLists(Then then)
{
    m_line.get(path() + QStringLiteral("/lists"), {{"filter", QStringLiteral("all")}},
               [this, then = std::move(then)](const http::Reply& reply) {
                   if (const auto failed = trouble(reply, m_line.window())) {
                       then(failed->answer == Answer::Missing || failed->answer == Answer::Refused ? noBoard() : *failed);
                       return;
                   }
                   auto lists = listsFrom(reply.body);
                   if (!lists) {
                       then(nonsense(reply));
                       return;
                   }
                   m_lists = ListMap(std::move(*lists));
                   m_listsRead = true;
                   then(std::nullopt);
               });
}

void Board::listFor(TopicState state, ListThen then)
{
    if (const QString known = m_lists.listFor(state); !known.isEmpty()) {
        then(std::nullopt, known);
        return;
    }
    m_listsRead = false; // whatever comes of it, the lists are read again
    m_line.post(QStringLiteral("/lists"),
                {{"name", ListMap::nameFor(state)}, {"idBoard", m_id}, {"pos", QStringLiteral("bottom")}}, nullptr,
                [this, then = std::move(then)](const http::Reply& reply) {
                    if (const auto failed = trouble(reply, m_line.window())) {
                        Reply result = *failed;
                        if (result.answer == Answer::Unknown)
                            result.answer = Answer::NotTaken; // the topic itself was not touched
                        then(result, {});
                        return;
                    }
                    const auto list = listFrom(reply.body);
                    if (!list) {
                        then(nonsense(reply), {});
                        return;
                    }
                    readLists([then, id = list->id](const std::optional<Reply>& failed) { then(failed, id); });
                });
}

void Board::readCard(const QString& card, CardThen then)
{
    m_line.get(QStringLiteral("/cards/") + card,
               {{"fields", cardFields},
                {"actions", QStringLiteral("commentCard,copyCommentCard,createCard,copyCard,updateCard")},
                {"actions_limit", QString::number(pageLength)}},
               [this, then = std::move(then)](const http::Reply& reply) {
                   if (isHidden(reply)) {
                       then(answered(Answer::Missing, QStringLiteral("the card is on a board that this token may not see")),
                            {});
                       return;
                   }
                   if (const auto failed = trouble(reply, m_line.window())) {
                       then(failed, {});
                       return;
                   }
                   const auto file = cardFrom(reply.body);
                   if (!file) {
                       then(nonsense(reply), {});
                   } else if (file->card.board != m_id) {
                       then(answered(Answer::Missing, QStringLiteral("the card is on another board")), {});
                   } else if (m_lists.knows(file->card.list)) {
                       then(std::nullopt, *file);
                   } else {
                       readLists([then, file = *file](const std::optional<Reply>& failed) { then(failed, file); });
                   }
               });
}

void Board::readCards(CardsThen then)
{
    readCardPage({}, {}, std::move(then));
}

void Board::readCardPage(const QString& before, std::map<QString, Card> soFar, CardsThen then)
{
    Line::Query query{{"fields", cardFields}, {"limit", QString::number(pageLength)}, {"sort", QStringLiteral("-id")}};
    if (!before.isEmpty())
        query.emplace_back("before", before);
    m_line.get(path() + QStringLiteral("/cards/all"), query,
               [this, soFar = std::move(soFar), then = std::move(then)](const http::Reply& reply) mutable {
                   if (const auto failed = trouble(reply, m_line.window())) {
                       then(failed->answer == Answer::Missing || failed->answer == Answer::Refused ? noBoard() : *failed,
                            {});
                       return;
                   }
                   const auto cards = cardsFrom(reply.body);
                   if (!cards) {
                       then(nonsense(reply), {});
                       return;
                   }
                   const size_t known = soFar.size();
                   for (const Card& card : *cards) {
                       if (card.board == m_id)
                           soFar.emplace(card.id, card);
                   }
                   if (cards->size() >= pageLength && soFar.size() > known) {
                       const QString oldest = soFar.begin()->first;
                       readCardPage(oldest, std::move(soFar), std::move(then));
                       return;
                   }
                   std::vector<Card> all;
                   for (auto& [id, card] : soFar)
                       all.push_back(std::move(card));
                   then(std::nullopt, all);
               });
}

TopicId Board::identify(const Card& card)
{
    if (const auto known = m_topics.constFind(card.id); known != m_topics.constEnd())
        return *known;
    TopicId id = Description::read(card.desc).id;
    if (id.isNull() || m_cards.contains(id))
        id = idOfForeignCard(card.id);
    bind(id, card.id);
    return id;
}

void Board::identifyAll(const std::vector<Card>& cards)
{
    QMap<QString, TopicId> before;
    std::swap(before, m_topics);
    m_cards.clear();
    // What lies deleted in the archive is a topic only where no other card is, whatever it was held for so far.
    for (const bool deleted : {false, true}) {
        for (const Card& card : cards) {
            const auto known = before.constFind(card.id);
            if (isDeleted(card) == deleted && known != before.constEnd() && !m_cards.contains(*known))
                bind(*known, card.id);
        }
        for (const Card& card : cards) {
            if (isDeleted(card) == deleted)
                identify(card);
        }
    }
    m_scanned = true;
}

void Board::bind(const TopicId& topic, const QString& card)
{
    forget(card);
    if (const QString before = m_cards.value(topic); !before.isEmpty())
        forget(before);
    m_topics.insert(card, topic);
    m_cards.insert(topic, card);
}

void Board::forget(const QString& card)
{
    const TopicId topic = m_topics.take(card);
    if (!topic.isNull() && m_cards.value(topic) == card)
        m_cards.remove(topic);
}

} // namespace vorzimmer::cloud::topics::trello
