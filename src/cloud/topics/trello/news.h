#pragma once

#include "topics/trello/card_writer.h"
#include "vorzimmer/ports/clock.h"

#include <functional>
#include <set>
#include <tuple>

namespace vorzimmer::cloud::topics::trello {

/// How far the board has been read: "<board>.<second of the newest action>.<second of the last full list>.<turn>".
/// The turn grows with every answer that told something, so that a question tells whether that answer was kept.
struct Bookmark {
    QString board;
    qint64 newest = 0;
    qint64 listed = 0;
    qint64 turn = 0;

    [[nodiscard]] static std::optional<Bookmark> read(const QString& cursor);
    [[nodiscard]] QString written() const;
};

/// Finds out what has changed on the board: what its actions tell, and now and then, since actions may be missed, all
/// cards. Mends on the way what would make a topic two: cards that one request, or two desks, made for one topic, a copy
/// that still has the other card's marker, a marker that somebody deleted.
class News {
public:
    using Then = std::function<void(const FeedReply&)>;

    News(Line& line, Board& board, CardWriter& writer, const ports::Clock& clock, std::chrono::seconds fullListEvery);

    void read(const QString& cursor, Then then);

private:
    /// One round, from question to answer.
    struct Round {
        Then then;
        bool first = false; ///< nothing was ever read
        Bookmark mark;
        std::vector<Action> actions; ///< new ones
        std::vector<QString> cards;  ///< that they are about
        bool full = false;
        std::map<domain::TopicId, ports::RemoteTopic> topics;
        std::vector<Card> suspects;                                       ///< to be mended
        std::map<std::tuple<QString, QString, QString>, QString> remarks; ///< the oldest comment of ours: card, member, text
        std::set<QString> echoes; ///< comments that only say again what one of these says
    };
    using Shared = std::shared_ptr<Round>;

    void askActions(const Shared& round, Line::Query query, const QString& before,
                    std::function<void(const std::vector<Action>&)> taken);
    void readActions(const Shared& round, const QString& before);
    void takeActions(const Shared& round, const std::vector<Action>& page);
    void readNextCard(const Shared& round);
    void readAll(const Shared& round);
    void readComments(const Shared& round, const QString& before);
    void takeAll(const Shared& round, const std::vector<Card>& cards);
    void examine(const Shared& round, const Card& card, const domain::TopicId& id);
    void noteRemark(const Shared& round, const Action& action);
    void hushNext(const Shared& round);
    void mendNext(const Shared& round);
    void mend(const Shared& round, const CardFile& file);
    void mendDouble(const Shared& round, const CardFile& file, const domain::TopicId& marker);
    void settleDouble(const Shared& round, const domain::TopicId& marker, const CardFile& file, const CardFile& other,
                      bool fileLoses);
    void moveRemarks(const Shared& round, const CardFile& loser, const QString& winner,
                     std::vector<domain::Comment> remarks);
    void putAway(const Shared& round, const CardFile& loser);
    void setFree(const Shared& round, const CardFile& file);
    void adopt(const Shared& round, const CardFile& file, const domain::TopicId& topic);
    void throwAway(const Shared& round, const QString& card);
    void rewrite(const Shared& round, const CardFile& file, const nlohmann::json& fields);
    void fail(const Shared& round, const Reply& reason);
    [[nodiscard]] bool goesOn(const Shared& round, const std::optional<Reply>& failed);
    void finish(const Shared& round);

    Line& m_line;
    Board& m_board;
    CardWriter& m_writer;
    const ports::Clock& m_clock;
    std::chrono::seconds m_fullListEvery;
    std::set<QString> m_seen; ///< actions of the last seconds, which are asked for again
    std::set<QString> m_told; ///< those of the last answer, which may not have been kept
    QString m_toldUpTo;       ///< the cursor of that answer
};

} // namespace vorzimmer::cloud::topics::trello
