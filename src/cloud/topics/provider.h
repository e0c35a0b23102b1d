#pragma once

#include "answer.h"
#include "vorzimmer/ports/topic_board.h"
#include "vorzimmer/ports/topic_ledger.h"

#include <chrono>
#include <functional>
#include <optional>

namespace vorzimmer::cloud::topics {

using cloud::Answer;
using cloud::Reply;

struct TopicReply : Reply {
    ports::RemoteTopic topic; ///< when Done
};

struct FeedReply : Reply {
    std::vector<ports::RemoteTopic> changes; ///< when Done, oldest first
    QString next;                            ///< the cursor behind them
    bool more = false;                       ///< ask again at once
    bool complete = false; ///< `changes` is the whole list: whatever we believe to be there and is not in it was deleted
    bool doubtful = false; ///< something in `changes` may be newer than `next`, and what undoes it need not be told behind it
};

struct ProbeReply : Reply {
    ports::BoardReport report; ///< reachable and problem are the caller's to fill
};

/// How much one list takes at the same time.
struct Breadth {
    int deliveries = 1;      ///< operations under way, each of another topic
    bool pagesAhead = false; ///< changes() may be asked on while what it last told is not in the ledger yet
};

/// One kind of shared list: turns what the engine wants into requests, and replies into what they mean. Every call answers
/// exactly once, later, on the cloud thread; after the destruction of the provider no answer comes. "Known" is what the
/// other side was last seen to hold; its revision and remoteId are the provider's own and only kept by the engine.
class Provider {
public:
    using TopicHandler = std::function<void(const TopicReply&)>;
    using CommentHandler = std::function<void(const Reply&)>;
    using FeedHandler = std::function<void(const FeedReply&)>;
    using MoreHandler = std::function<void(const QString& next)>;
    using ProbeHandler = std::function<void(const ProbeReply&)>;

    virtual ~Provider() = default;

    /// Differs when something is there already under this id.
    virtual void create(const domain::Topic& topic, TopicHandler handler) = 0;
    /// Makes it @p wanted; @p changed tells lists that take single fields which ones. Differs unless it is as @p known.
    virtual void update(const domain::Topic& wanted, domain::TopicFields changed, const ports::RemoteTopic& known,
                        TopicHandler handler) = 0;
    /// Looks after an update to @p wanted, on top of @p known, of which a former run does not know whether it arrived: where
    /// a list has no condition for changes, what it replaced without anybody here having seen it is put back. Whether it
    /// arrived and what is there now is for fetch() to say. A list that refuses such an update has nothing to do, and
    /// answers at once.
    virtual void makeGood(const domain::Topic& wanted, domain::TopicFields changed, const ports::RemoteTopic& known,
                          CommentHandler handler)
    {
        Q_UNUSED(wanted)
        Q_UNUSED(changed)
        Q_UNUSED(known)
        Reply nothing;
        nothing.answer = Answer::Done;
        handler(nothing);
    }
    /// Done answers with the tombstone; Deleted when it was deleted already; Differs unless it is as @p known. @p by is told
    /// where the list keeps that.
    virtual void remove(const ports::RemoteTopic& known, const QString& by, TopicHandler handler) = 0;
    /// Brings a deleted topic back with the values of @p topic; Differs when it is there.
    virtual void restore(const domain::Topic& topic, const ports::RemoteTopic& tombstone, TopicHandler handler) = 0;
    /// Differs when another comment has this id.
    virtual void addComment(const ports::RemoteTopic& known, const domain::Comment& comment, CommentHandler handler) = 0;
    /// @p remoteId as last known, or empty: then it is looked for by the topic's id. Deleted may answer with the tombstone.
    virtual void fetch(const domain::TopicId& topic, const QString& remoteId, TopicHandler handler) = 0;
    /// What changed behind @p cursor; empty = everything. With nothing to tell it may take @p wait to answer. As soon as it
    /// is known that there is more to ask for, and before the answer is read, @p more may be called with the cursor behind it.
    virtual void changes(const QString& cursor, std::chrono::seconds wait, FeedHandler handler, MoreHandler more = {}) = 0;
    /// Whatever the list holds otherwise than @p agreed, which the ledger believed to be there when this was called. Asked
    /// where revisions recur and the ledger may know more than the last cursor stands for.
    virtual void compare(const std::vector<ports::RemoteTopic>& agreed, FeedHandler handler)
    {
        Q_UNUSED(agreed)
        changes({}, std::chrono::seconds(0), std::move(handler));
    }
    /// Looks whether the list is there and what it can do, without changing anything.
    virtual void probe(ProbeHandler handler) = 0;

    [[nodiscard]] virtual Breadth breadth() const { return {}; }
    /// True when a topic that is put back as it was gets its old revision again, and the list its old cursor: an equal
    /// revision does not tell then that nothing has happened in between, and changes() says nothing about what was undone.
    [[nodiscard]] virtual bool revisionsRecur() const { return false; }
    /// How often to ask for changes; nothing when changes() itself waits for them.
    [[nodiscard]] virtual std::optional<std::chrono::milliseconds> pollEvery() const = 0;
};

} // namespace vorzimmer::cloud::topics
