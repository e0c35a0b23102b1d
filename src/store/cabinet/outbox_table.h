#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/topic_ledger.h"

#include <vector>

namespace vorzimmer::store {

/// What this side did and the other has yet to confirm, in order.
class OutboxTable {
public:
    explicit OutboxTable(Database& database) : m_database(database) {}

    /// An operation that is there already stays as it is. @p comment may be null.
    [[nodiscard]] domain::Outcome add(const domain::OperationId& id, ports::OperationKind kind, const domain::TopicId& topic,
                                      ports::TopicFields changed, const domain::CommentId& comment = {});
    /// Adds @p changed to an update of @p topic that was never handed out for sending, else makes a new one as @p id.
    [[nodiscard]] domain::Outcome addUpdate(const domain::OperationId& id, const domain::TopicId& topic,
                                            ports::TopicFields changed);

    /// The next to send at @p now; it counts as handed out until it is postponed or gone.
    [[nodiscard]] domain::Result<std::optional<ports::OutboxOperation>> next(const QDateTime& now);
    [[nodiscard]] domain::Result<std::optional<ports::OutboxOperation>> operation(const domain::OperationId& id);

    /// NotFound when there is no such operation.
    [[nodiscard]] domain::Outcome markInFlight(const domain::OperationId& id);
    [[nodiscard]] domain::Outcome postpone(const domain::OperationId& id, ports::OperationState state,
                                           const QDateTime& nextTry, const QString& problem);
    [[nodiscard]] domain::Outcome reviveInFlight();
    [[nodiscard]] domain::Outcome remove(const domain::OperationId& id);

    /// What this side has changed in @p topic and the other side does not know yet: every field while it waits to be
    /// created.
    [[nodiscard]] domain::Result<ports::TopicFields> unsentFields(const domain::TopicId& topic);
    [[nodiscard]] domain::Result<bool> hasAny(const domain::TopicId& topic);
    [[nodiscard]] domain::Result<ports::OutboxSummary> summary();

private:
    Database& m_database;
    /// The sync engine has read it but not yet marked it as in flight; what it sends is what it read. Only in memory: after
    /// a restart nobody holds anything.
    domain::OperationId m_handedOut;
};

} // namespace vorzimmer::store
