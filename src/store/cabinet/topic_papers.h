#pragma once

#include "cabinet/comment_table.h"
#include "cabinet/conflict_table.h"
#include "cabinet/decision_table.h"
#include "cabinet/event_table.h"
#include "cabinet/mark_table.h"
#include "cabinet/outbox_table.h"
#include "cabinet/topic_table.h"

#include "vorzimmer/ports/id_source.h"

namespace vorzimmer::store {

/// All that is written down about topics.
struct TopicPapers {
    TopicTable& topics;
    CommentTable& comments;
    OutboxTable& outbox;
    MarkTable& marks;
    ConflictTable& conflicts;
    DecisionTable& decisions;
    EventTable& events;
};

/// What it takes to write something down: the time, and names for new operations.
struct Pen {
    QDateTime now; ///< UTC
    ports::IdSource& ids;

    [[nodiscard]] domain::OperationId freshOperation() const { return ids.fresh<domain::OperationId>(); }
};

/// One topic as it stands on paper.
struct TopicStanding {
    domain::Topic local;
    std::optional<AgreedTopic> agreed;
    bool isParted = false;                       ///< as FiledTopic has it
    std::vector<ports::OutboxOperation> waiting; ///< in order, blocked ones too
    std::vector<ports::TopicConflict> conflicts;

    [[nodiscard]] bool agreedAlive() const { return agreed && !agreed->remote.topic.deleted; }
    [[nodiscard]] domain::TopicFields conflictFields() const;
    [[nodiscard]] bool isWaiting(ports::OperationKind kind) const;
    /// What the waiting updates change.
    [[nodiscard]] domain::TopicFields updatedFields() const;
    /// The other side's values once it has taken the waiting updates.
    [[nodiscard]] domain::Topic expectedThere() const;
};

/// Nothing when there is no such topic here.
[[nodiscard]] domain::Result<std::optional<TopicStanding>> standingOf(TopicPapers& papers, const domain::TopicId& id);

/// NotFound when there is no such topic here.
[[nodiscard]] domain::Result<TopicStanding> existing(TopicPapers& papers, const domain::TopicId& id);

/// Writes into the outbox whatever the topic's local values differ in from what is agreed and neither waits already nor is
/// in conflict; with comments when the topic itself has to be put there.
[[nodiscard]] domain::Outcome queueDifference(TopicPapers& papers, const domain::TopicId& id,
                                              const domain::OperationId& operation, const Pen& pen);

/// Writes into the outbox those comments of @p topic that the other side does not have.
[[nodiscard]] domain::Outcome queueComments(TopicPapers& papers, const domain::Topic& topic, const Pen& pen);

} // namespace vorzimmer::store
