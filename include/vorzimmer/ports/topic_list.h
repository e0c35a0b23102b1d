#pragma once

#include "vorzimmer/domain/result.h"
#include "vorzimmer/domain/topic.h"
#include "vorzimmer/domain/topic_fields.h"
#include "vorzimmer/ports/topic_ledger.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace vorzimmer::ports {

/// One field that both sides changed differently. Of the three topics only this field counts; for Deletion, `deleted` tells
/// which side deleted it and the other's values are what it wants kept.
struct TopicConflict {
    domain::TopicField field = domain::TopicField::Title;
    domain::Topic base; ///< what both last agreed on
    domain::Topic ours;
    domain::Topic theirs;
    QDateTime since; ///< UTC
    friend bool operator==(const TopicConflict&, const TopicConflict&) = default;
};

/// How a person decides a conflict. Both = one after the other, ours first; for Title and Text only.
enum class ConflictChoice { Ours, Theirs, Both };

/// A conflict that was decided, as long as it can be taken back.
struct ConflictDecision {
    TopicConflict conflict;
    ConflictChoice choice = ConflictChoice::Ours;
    QDateTime decidedAt; ///< UTC
    QString decidedBy;
    friend bool operator==(const ConflictDecision&, const ConflictDecision&) = default;
};

/// Who does something, and when.
struct Signature {
    QString name;
    QDateTime at; ///< UTC
    friend bool operator==(const Signature&, const Signature&) = default;
};

enum class TopicEventKind { Created, Changed, Commented, Deleted, Restored, ConflictFound, ConflictDecided, DecisionUndone };

/// One line of a topic's history: who changed what, when.
struct TopicEvent {
    TopicEventKind kind = TopicEventKind::Created;
    Signature by;          ///< the name is empty when the other side did not say
    bool fromHere = false; ///< done at this bureau's program, else on the other side
    domain::TopicField field = domain::TopicField::Title; ///< for Changed and the conflict's events
    domain::Topic before;  ///< only `field` counts
    domain::Topic after;
    friend bool operator==(const TopicEvent&, const TopicEvent&) = default;
};

/// A topic as it is worked with.
struct TopicEntry {
    domain::Topic topic;
    std::vector<domain::Comment> comments; ///< oldest first
    std::vector<TopicConflict> conflicts;  ///< open ones
    std::vector<ConflictDecision> decisions; ///< those that can still be taken back, newest first
    domain::CallId call;       ///< the call whose note it is; null = none
    bool onSharedList = false; ///< confirmed by the other side
    int waiting = 0;           ///< operations not yet confirmed
    QString blocked;           ///< why the first of them is refused; empty = it is not
    friend bool operator==(const TopicEntry&, const TopicEntry&) = default;
};

struct TopicQuery {
    QString search; ///< every word must be found in title, text, person or a comment (umlaut-safe, anywhere in a word)
    bool withDone = false;
    bool undecidedOnly = false; ///< with a conflict
    bool unsyncedOnly = false;  ///< with something waiting or blocked
    int limit = 1000;
};

/// The shared list as people work on it. Every method is one transaction and durable when it returns; call on the store lane
/// only. Every change goes into history and outbox together with the change itself.
class TopicList {
public:
    virtual ~TopicList() = default;

    /// Newest change first.
    [[nodiscard]] virtual domain::Result<std::vector<TopicEntry>> entries(const TopicQuery& query) = 0;
    [[nodiscard]] virtual domain::Result<TopicEntry> entry(const domain::TopicId& id) = 0;
    /// Oldest first.
    [[nodiscard]] virtual domain::Result<std::vector<TopicEvent>> history(const domain::TopicId& id) = 0;

    /// Adding the same topic twice is once.
    [[nodiscard]] virtual domain::Outcome add(const domain::Topic& topic, const domain::OperationId& operation) = 0;
    /// Sets @p fields of the topic to those of @p wanted; what is so already changes nothing. A field in conflict changes
    /// this side's half of the conflict. Conflict when the topic was deleted.
    [[nodiscard]] virtual domain::Outcome edit(const domain::Topic& wanted, domain::TopicFields fields,
                                               const domain::OperationId& operation, const Signature& by) = 0;
    [[nodiscard]] virtual domain::Outcome remove(const domain::TopicId& id, const domain::OperationId& operation,
                                                 const Signature& by) = 0;
    /// NotFound when there is no such open conflict; Invalid for Both where the field allows no both.
    [[nodiscard]] virtual domain::Outcome decide(const domain::TopicId& id, domain::TopicField field, ConflictChoice choice,
                                                 const domain::OperationId& operation, const Signature& by) = 0;
    /// Takes the last decision on this field back: the conflict is open again, theirs with what they made of it since.
    [[nodiscard]] virtual domain::Outcome undoDecision(const domain::TopicId& id, domain::TopicField field,
                                                       const domain::OperationId& operation, const Signature& by) = 0;

    /// What waits to be confirmed, in order.
    [[nodiscard]] virtual domain::Result<std::vector<OutboxOperation>> outbox() = 0;
    /// Sends a blocked operation once more.
    [[nodiscard]] virtual domain::Outcome retry(const domain::OperationId& id) = 0;
    /// Gives a blocked operation up: the other side's values are taken where there are any, a topic that never got there stays
    /// here alone. What was given up stays in the history.
    [[nodiscard]] virtual domain::Outcome giveUp(const domain::OperationId& id, const Signature& by) = 0;

    /// From now on the other side is another list, which knows nothing of this one: forgets what was agreed with the last, and
    /// queues every topic that was there or is not yet done, with its comments. Open conflicts end with this side's values;
    /// what the old list had instead stays in the history.
    [[nodiscard]] virtual domain::Outcome startOver() = 0;
    /// Called before anything is exchanged with @p list, which names the other side. When it is known to have been another
    /// before, startOver() comes first: what one list lacks must not look as if it had been deleted there.
    [[nodiscard]] virtual domain::Outcome goOnWith(const QString& list) = 0;
};

} // namespace vorzimmer::ports
