#pragma once

#include "vorzimmer/ports/topic_ledger.h"

#include <chrono>
#include <functional>
#include <optional>

namespace vorzimmer::cloud::topics {

/// How the other side took what was asked of it.
enum class Answer {
    Done,     ///< it holds what was sent (now or already), or here is what was asked for
    Missing,  ///< it holds nothing under that id
    Deleted,  ///< it held it, and somebody deleted it
    Differs,  ///< it holds another version than the request was made for; for changes(): it no longer knows the cursor
    Refused,  ///< it will never take this one; others it may
    NotTaken, ///< certainly not acted on; try again
    Unknown,  ///< perhaps acted on; read before trying again
};

/// Every answer's outcome, with what is needed to wait or to complain.
struct Reply {
    Answer answer = Answer::Unknown;
    QString problem;                          ///< unless Done; technical, without address, secret or content
    std::optional<std::chrono::seconds> wait; ///< the other side asked for this pause
    bool needsPerson = false;                 ///< with NotTaken: token, certificate or address must be mended first
    bool silent = false;                      ///< nothing was heard at all: the network or the server is down
};

struct TopicReply : Reply {
    ports::RemoteTopic topic; ///< when Done
};

struct FeedReply : Reply {
    std::vector<ports::RemoteTopic> changes; ///< when Done, oldest first
    QString next;                            ///< the cursor behind them
    bool more = false;                       ///< ask again at once
};

/// One kind of shared list: turns what the engine wants into requests, and replies into what they mean. Every call answers
/// exactly once, later, on the cloud thread; after the destruction of the provider no answer comes.
class Provider {
public:
    using TopicHandler = std::function<void(const TopicReply&)>;
    using CommentHandler = std::function<void(const Reply&)>;
    using FeedHandler = std::function<void(const FeedReply&)>;

    virtual ~Provider() = default;

    /// Differs when something is there already under this id.
    virtual void create(const domain::Topic& topic, TopicHandler handler) = 0;
    /// Makes it @p wanted; @p changed tells lists that take single fields which ones. Differs unless it is at @p revision.
    virtual void update(const domain::Topic& wanted, ports::TopicFields changed, const QString& revision,
                        TopicHandler handler) = 0;
    /// Differs when another comment has this id.
    virtual void addComment(const domain::TopicId& topic, const domain::Comment& comment, CommentHandler handler) = 0;
    virtual void fetch(const domain::TopicId& topic, TopicHandler handler) = 0;
    /// What changed behind @p cursor; empty = everything. With nothing to tell it may take @p wait to answer.
    virtual void changes(const QString& cursor, std::chrono::seconds wait, FeedHandler handler) = 0;
};

} // namespace vorzimmer::cloud::topics
