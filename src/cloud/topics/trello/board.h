#pragma once

#include "topics/provider.h"
#include "topics/trello/line.h"
#include "topics/trello/list_map.h"

#include <QMap>

#include <set>

namespace vorzimmer::cloud::topics::trello {

/// One board: its id, its lists, and which card is which topic.
class Board {
public:
    /// Nothing = it went well.
    using Then = std::function<void(const std::optional<Reply>& failed)>;
    using ListThen = std::function<void(const std::optional<Reply>& failed, const QString& list)>;
    using CardThen = std::function<void(const std::optional<Reply>& failed, const CardFile& file)>;
    using CardsThen = std::function<void(const std::optional<Reply>& failed, const std::vector<Card>& cards)>;

    /// @p name is its id, its short link or its address.
    Board(Line& line, const QString& name);

    /// Finds out id and lists, unless they are known.
    void open(Then then);
    void readLists(Then then);
    /// The list for @p state, which is made when there is none.
    void listFor(domain::TopicState state, ListThen then);
    /// A card with its actions. Missing when it is gone or on another board; reads the lists again when it is in a new one.
    void readCard(const QString& card, CardThen then);
    /// All cards, those in the archive too, oldest first.
    void readCards(CardsThen then);

    [[nodiscard]] const QString& id() const { return m_id; }
    [[nodiscard]] QString path() const { return QStringLiteral("/boards/") + m_id; }
    [[nodiscard]] const ListMap& lists() const { return m_lists; }

    /// Which topic the card is. Its marker says so; a card whose marker another card has already is a topic of its own.
    domain::TopicId identify(const Card& card);
    /// The same for all cards of the board, which are the only ones from now on; those that are not deleted come first.
    void identifyAll(const std::vector<Card>& cards);
    [[nodiscard]] QString cardOf(const domain::TopicId& topic) const { return m_cards.value(topic); }
    void bind(const domain::TopicId& topic, const QString& card);
    void forget(const QString& card);
    /// All cards have been looked at once.
    [[nodiscard]] bool scanned() const { return m_scanned; }
    void forgetScan() { m_scanned = false; }

private:
    void readCardPage(const QString& before, std::map<QString, Card> soFar, CardsThen then);

    Line& m_line;
    QString m_name;
    QString m_id; ///< empty until known
    bool m_listsRead = false;
    ListMap m_lists;
    QMap<QString, domain::TopicId> m_topics; ///< by card
    QMap<domain::TopicId, QString> m_cards;
    bool m_scanned = false;
};

/// The short link or id in what a person wrote down for the board; empty when there is none.
[[nodiscard]] QString boardName(const QString& written);

} // namespace vorzimmer::cloud::topics::trello
