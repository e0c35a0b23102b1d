#pragma once

#include "caldav/change_reader.h"
#include "caldav/collection.h"
#include "topics/provider.h"
#include "vorzimmer/ports/clock.h"

namespace vorzimmer::cloud::topics {

/// A task list on a CalDAV server: Nextcloud, Radicale and others. A topic is a resource with one VTODO.
class CalDavList : public Provider {
public:
    struct Pace {
        /// Before a change is read back: many servers let two writers with the same ETag win, and the second one's text is
        /// there only then.
        std::chrono::milliseconds settle = std::chrono::milliseconds(300);
        std::chrono::milliseconds poll = std::chrono::seconds(30);
    };

    /// @p clock must outlive it.
    CalDavList(caldav::Collection collection, const ports::Clock& clock, Pace pace);
    ~CalDavList() override;

    void create(const domain::Topic& topic, TopicHandler handler) override;
    void update(const domain::Topic& wanted, domain::TopicFields changed, const ports::RemoteTopic& known,
                TopicHandler handler) override;
    void remove(const ports::RemoteTopic& known, const QString& by, TopicHandler handler) override;
    void restore(const domain::Topic& topic, const ports::RemoteTopic& tombstone, TopicHandler handler) override;
    void addComment(const ports::RemoteTopic& known, const domain::Comment& comment, CommentHandler handler) override;
    void fetch(const domain::TopicId& topic, const QString& remoteId, TopicHandler handler) override;
    void changes(const QString& cursor, std::chrono::seconds wait, FeedHandler handler, MoreHandler more) override;
    void compare(const std::vector<ports::RemoteTopic>& agreed, FeedHandler handler) override;
    void probe(ProbeHandler handler) override;
    /// Most servers make the ETag of the content.
    [[nodiscard]] bool revisionsRecur() const override { return true; }
    [[nodiscard]] std::optional<std::chrono::milliseconds> pollEvery() const override { return m_pace.poll; }

private:
    struct Seen {
        ports::RemoteTopic topic;
        QByteArray text;
    };
    using SeenHandler = std::function<void(const Reply&, const Seen&)>;

    /// Reads @p name; @p ifGone is the answer when the list is there and the topic is not.
    void see(const QString& name, Answer ifGone, SeenHandler handler);
    void place(const QString& name, const QByteArray& text, TopicHandler handler);
    void write(const Seen& seen, const QByteArray& text, SeenHandler handler);
    [[nodiscard]] std::shared_ptr<caldav::ChangeReader> reader(FeedHandler handler);
    void tryComment(const ports::RemoteTopic& known, const domain::Comment& comment, int round, CommentHandler handler);
    /// For an answer that could mean that the whole list is gone: finds that out before it is passed on.
    void makeSure(const Reply& reply, Answer ifThere, std::function<void(const Reply&)> handler);

    caldav::Collection m_collection;
    const ports::Clock& m_clock;
    Pace m_pace;
    caldav::ReaderMemory m_memory;
};

} // namespace vorzimmer::cloud::topics
