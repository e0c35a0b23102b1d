#pragma once

#include "topics/trello/card_topic.h"
#include "topics/trello/news.h"

#include <QObject>

#include <deque>

namespace vorzimmer::cloud::topics::trello {

/// How the list is kept; the defaults are for real use.
struct Habits {
    Pace pace = Pace();
    std::chrono::milliseconds patience = std::chrono::seconds(60); ///< for one exchange
    std::chrono::milliseconds pollEvery = std::chrono::seconds(15);
    std::chrono::seconds fullListEvery = std::chrono::hours(1); ///< and at the start
};

/// A Trello board as the shared list (docs/shared-lists.md). What is asked is done one after the other: so what changes()
/// tells is never older than a change that was confirmed before.
class TrelloList final : public Provider {
public:
    /// @p board is an id, a short link or an address.
    TrelloList(std::unique_ptr<http::Client> client, Account account, const QString& board, const ports::Clock& clock,
               const Habits& habits = {});
    ~TrelloList() override;

    void create(const domain::Topic& topic, TopicHandler handler) override;
    void update(const domain::Topic& wanted, domain::TopicFields changed, const ports::RemoteTopic& known,
                TopicHandler handler) override;
    void makeGood(const domain::Topic& wanted, domain::TopicFields changed, const ports::RemoteTopic& known,
                  CommentHandler handler) override;
    void remove(const ports::RemoteTopic& known, const QString& by, TopicHandler handler) override;
    void restore(const domain::Topic& topic, const ports::RemoteTopic& tombstone, TopicHandler handler) override;
    void addComment(const ports::RemoteTopic& known, const domain::Comment& comment, CommentHandler handler) override;
    void fetch(const domain::TopicId& topic, const QString& remoteId, TopicHandler handler) override;
    void changes(const QString& cursor, std::chrono::seconds wait, FeedHandler handler, MoreHandler more) override;
    void probe(ProbeHandler handler) override;
    /// They are made of the content.
    [[nodiscard]] bool revisionsRecur() const override { return true; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> pollEvery() const override { return m_habits.pollEvery; }

private:
    using Job = std::function<void()>;
    using FileThen = Board::CardThen;

    template <class AnyReply>
    std::function<void(const AnyReply&)> ending(std::function<void(const AnyReply&)> handler);
    void queue(Job job);
    void next();

    void locate(const domain::TopicId& topic, const QString& remoteId, FileThen then);
    void search(const domain::TopicId& topic, bool wasThere, FileThen then);
    void scan(Board::Then then);
    void makeCard(const domain::Topic& topic, TopicHandler done);
    void apply(const domain::Topic& wanted, const CardFile& file, Patch patch, TopicHandler done);
    void change(const domain::Topic& wanted, const CardFile& file, nlohmann::json fields, TopicHandler done);
    void deleteCard(const ports::RemoteTopic& known, const CardFile& file, TopicHandler done);
    void putUpAgain(const domain::Topic& topic, const CardFile& file, TopicHandler done);
    void probeBoard(ProbeHandler done);
    void probeToken(ProbeReply soFar, ProbeHandler done);
    void probeMember(ProbeReply soFar, const QString& member, ProbeHandler done);
    [[nodiscard]] TopicReply found(const CardFile& file, const domain::TopicId& topic) const;

    Habits m_habits;
    Line m_line;
    Board m_board;
    CardWriter m_writer;
    News m_news;
    std::deque<Job> m_jobs;
    bool m_busy = false;
    QObject m_here; ///< on this thread; what is queued to it ends with this
};

} // namespace vorzimmer::cloud::topics::trello
