#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/topic_ledger.h"

#include <vector>

namespace vorzimmer::store {

/// What this side did and the other has yet to confirm, in order.
class OutboxTable {
public:
    explicit OutboxTable(Database& database) : m_database(database) {}

    /// With @p topic's present values. An operation that is there already stays as it is. @p comment may be null.
    [[nodiscard]] domain::Outcome add(const domain::OperationId& id, ports::OperationKind kind, const domain::Topic& topic,
                                      domain::TopicFields changed, const domain::CommentId& comment = {});
    /// Adds @p changed to a creation or an update of @p topic that nobody has read for sending yet, else makes a new update.
    [[nodiscard]] domain::Outcome addUpdate(const domain::OperationId& id, const domain::Topic& topic,
                                            domain::TopicFields changed);

    /// The next to send at @p now; it counts as handed out until it is postponed or gone.
    [[nodiscard]] domain::Result<std::optional<ports::OutboxOperation>> next(const QDateTime& now);
    /// NotFound when there is no such operation.
    [[nodiscard]] domain::Result<ports::OutboxOperation> operation(const domain::OperationId& id);

    /// NotFound when there is no such operation.
    [[nodiscard]] domain::Outcome markInFlight(const domain::OperationId& id);
    [[nodiscard]] domain::Outcome postpone(const domain::OperationId& id, ports::OperationState state,
                                           const QDateTime& nextTry, const QString& problem);
    [[nodiscard]] domain::Outcome reviveInFlight();
    [[nodiscard]] domain::Outcome remove(const domain::OperationId& id);

    /// Only @p fields are left of it, and it is not on its way; gone when there are none.
    [[nodiscard]] domain::Outcome leave(const ports::OutboxOperation& operation, domain::TopicFields fields);
    /// A blocked one is new again; any other stays as it is.
    [[nodiscard]] domain::Outcome retry(const domain::OperationId& id);
    /// Whether the other side may have got it, or may yet.
    [[nodiscard]] bool mayBeOnItsWay(const ports::OutboxOperation& operation) const;

    /// In order.
    [[nodiscard]] domain::Result<std::vector<ports::OutboxOperation>> all();
    [[nodiscard]] domain::Result<std::vector<ports::OutboxOperation>> of(const domain::TopicId& topic);
    /// Without the conflicts.
    [[nodiscard]] domain::Result<ports::OutboxSummary> summary();
    [[nodiscard]] domain::Outcome clear();

private:
    domain::Outcome knowFloor();
    [[nodiscard]] domain::Result<QDateTime> earliestTry();

    Database& m_database;
    std::optional<qint64> m_floor; ///< operations up to this number are from before
    /// The sync engine has read it but not yet marked it as in flight; what it sends is what it read. Only in memory: after
    /// a restart nobody holds anything.
    domain::OperationId m_handedOut;
};

} // namespace vorzimmer::store
