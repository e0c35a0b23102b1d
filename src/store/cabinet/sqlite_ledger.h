#pragma once

#include "cabinet/shelf.h"

#include "vorzimmer/ports/clock.h"
#include "vorzimmer/ports/id_source.h"
#include "vorzimmer/ports/topic_ledger.h"

#include <memory>

namespace vorzimmer::store {

/// The sync engine's side of one cabinet.
class SqliteLedger final : public ports::TopicLedger {
public:
    SqliteLedger(std::shared_ptr<Shelf> shelf, const domain::TenantId& tenant, ports::Clock& clock, ports::IdSource& ids)
        : m_shelf(std::move(shelf)), m_tenant(tenant), m_clock(clock), m_ids(ids)
    {
    }

    domain::Outcome together(const std::function<void()>& many) override;
    domain::Result<std::optional<ports::OutboxOperation>> nextOperation(const QDateTime& now) override;
    domain::Outcome markInFlight(const domain::OperationId& id) override;
    domain::Outcome reviveInFlight() override;
    domain::Outcome confirm(const domain::OperationId& id, const ports::RemoteTopic& agreed) override;
    domain::Outcome postpone(const domain::OperationId& id, ports::OperationState state, const QDateTime& nextTry,
                             const QString& problem) override;
    domain::Outcome block(const domain::OperationId& id, const QString& problem) override;
    domain::Outcome setAside(const domain::OperationId& id, const ports::RemoteTopic& theirs,
                             domain::TopicFields clash) override;
    domain::Result<std::optional<ports::RemoteTopic>> agreed(const domain::TopicId& id) override;
    domain::Result<QString> cursor() override;
    domain::Result<std::vector<domain::TopicId>> applyChanges(const std::vector<ports::RemoteTopic>& changes,
                                                              const QString& cursor) override;
    domain::Result<std::vector<ports::RemoteTopic>> agreedTopics() override;
    domain::Result<ports::OutboxSummary> outbox() override;
    domain::Result<QDateTime> lastSync() override;
    domain::Outcome setLastSync(const QDateTime& at) override;

private:
    std::shared_ptr<Shelf> m_shelf;
    domain::TenantId m_tenant;
    ports::Clock& m_clock;
    ports::IdSource& m_ids;
};

} // namespace vorzimmer::store
