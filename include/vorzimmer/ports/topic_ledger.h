#pragma once

#include "vorzimmer/domain/result.h"
#include "vorzimmer/domain/topic.h"
#include "vorzimmer/domain/topic_fields.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace vorzimmer::ports {

/// A CreateTopic brings back what the other side deleted when agreed() holds its tombstone.
enum class OperationKind { CreateTopic, UpdateTopic, AddComment, DeleteTopic };

/// New: never sent. InFlight: committed as sent, no reply yet. Unknown: sent, reply lost; read before resending.
/// Blocked: the other side refuses it; a person must decide.
enum class OperationState { New, InFlight, Unknown, Blocked };

/// One row of the outbox: something that this side did and the other side has yet to confirm.
struct OutboxOperation {
    domain::OperationId id;
    OperationKind kind = OperationKind::CreateTopic;
    OperationState state = OperationState::New;
    domain::Topic topic;     ///< this side's values when it was written down, a later change being a later operation (so
                             ///< that what came back can be told from what was sent); for AddComment only the id matters
    domain::TopicFields changed; ///< for UpdateTopic
    domain::Comment comment; ///< for AddComment
    int attempt = 0;         ///< how often it was sent
    QDateTime nextTry;       ///< UTC; invalid = at once
    QString problem;         ///< why it waits or is blocked; no personal data
};

/// A topic as the other side holds it.
struct RemoteTopic {
    domain::Topic topic; ///< topic.deleted for a tombstone
    QString revision;    ///< the other side's ETag
    QString remoteId;    ///< the other side's own name for it; empty where the topic's id is its name
    std::vector<domain::Comment> comments;
};

/// What waits, in numbers, for the status line.
struct OutboxSummary {
    int waiting = 0; ///< New, InFlight and Unknown
    int blocked = 0;
    int conflicts = 0;     ///< fields that a person must decide
    QDateTime earliestTry; ///< UTC; of the waiting ones; invalid = at once or nothing waits
    QString firstProblem;  ///< of a blocked one, else of a waiting one
};

/// The sync engine's book in one tenant's cabinet: what to send, what was agreed, how far it has read.
/// Every method is one transaction, durable when it returns; call on the store lane only.
class TopicLedger {
public:
    virtual ~TopicLedger() = default;

    /// Runs @p many calls of this ledger in one transaction: what they wrote is durable when it returns, and on failure
    /// nothing of it is there. A call among them that fails by itself takes none of the others with it.
    [[nodiscard]] virtual domain::Outcome together(const std::function<void()>& many) = 0;

    /// The oldest operation that may be sent at @p now: nothing earlier waits, is on its way or is blocked on the same topic.
    [[nodiscard]] virtual domain::Result<std::optional<OutboxOperation>> nextOperation(const QDateTime& now) = 0;
    /// Called before the request leaves: state InFlight, attempt counted up.
    [[nodiscard]] virtual domain::Outcome markInFlight(const domain::OperationId& id) = 0;
    /// After a restart: what was in flight has an unknown outcome now.
    [[nodiscard]] virtual domain::Outcome reviveInFlight() = 0;
    /// The other side has it: removes the operation, stores the agreed values.
    [[nodiscard]] virtual domain::Outcome confirm(const domain::OperationId& id, const RemoteTopic& agreed) = 0;
    [[nodiscard]] virtual domain::Outcome postpone(const domain::OperationId& id, OperationState state, const QDateTime& nextTry,
                                                const QString& problem) = 0;
    [[nodiscard]] virtual domain::Outcome block(const domain::OperationId& id, const QString& problem) = 0;
    /// Both sides changed @p clash differently since they last agreed: writes both down for a person to decide (see
    /// TopicConflict), agrees on everything else that @p theirs holds, and takes @p clash out of this and every later waiting
    /// update of the topic; an update with nothing left is done, and so is a creation, since
    /// something is there. TopicField::Deletion in @p clash means that one side deleted
    /// what the other changed; then every waiting operation of the topic goes into the conflict. Until the person has decided,
    /// a field in conflict keeps this side's value here and is not sent.
    [[nodiscard]] virtual domain::Outcome setAside(const domain::OperationId& id, const RemoteTopic& theirs,
                                                   domain::TopicFields clash) = 0;

    /// What both sides last agreed on; nothing before the first confirm.
    [[nodiscard]] virtual domain::Result<std::optional<RemoteTopic>> agreed(const domain::TopicId& id) = 0;

    /// How far the other side's change feed has been read; empty = from the beginning.
    [[nodiscard]] virtual domain::Result<QString> cursor() = 0;
    /// Takes over @p changes and then the cursor, in one transaction; comments are united by id. Returns the topics that
    /// changed here. A field that an unsent UpdateTopic changes keeps its local and its agreed value, and as long as the
    /// other side's differs from the agreed one the agreed revision stays, too, so that the update meets the difference
    /// instead of overwriting it. A field in conflict keeps the local value; what the other side now has becomes the
    /// conflict's other half, and the conflict ends by itself when both are equal. Every other field takes the other side's
    /// value, locally and as agreed.
    [[nodiscard]] virtual domain::Result<std::vector<domain::TopicId>> applyChanges(const std::vector<RemoteTopic>& changes,
                                                                                     const QString& cursor) = 0;
    /// The topics that the other side is believed to hold, by id: to find out what a full list no longer has. Without
    /// comments, deleted ones left out.
    [[nodiscard]] virtual domain::Result<std::vector<RemoteTopic>> agreedTopics() = 0;

    [[nodiscard]] virtual domain::Result<OutboxSummary> outbox() = 0;
    /// When the two sides were last known equal; invalid = never.
    [[nodiscard]] virtual domain::Result<QDateTime> lastSync() = 0;
    [[nodiscard]] virtual domain::Outcome setLastSync(const QDateTime& at) = 0;
};

} // namespace vorzimmer::ports
