#pragma once

#include "cabinet/shelf.h"

#include "vorzimmer/ports/clock.h"
#include "vorzimmer/ports/id_source.h"
#include "vorzimmer/ports/topic_list.h"

#include <memory>

namespace vorzimmer::store {

/// People's side of the shared list of one cabinet.
class SqliteTopicList final : public ports::TopicList {
public:
    SqliteTopicList(std::shared_ptr<Shelf> shelf, const domain::TenantId& tenant, ports::Clock& clock, ports::IdSource& ids)
        : m_shelf(std::move(shelf)), m_tenant(tenant), m_clock(clock), m_ids(ids)
    {
    }

    domain::Result<std::vector<ports::TopicEntry>> entries(const ports::TopicQuery& query) override;
    domain::Result<ports::TopicEntry> entry(const domain::TopicId& id) override;
    domain::Result<std::vector<ports::TopicEvent>> history(const domain::TopicId& id) override;
    domain::Outcome add(const domain::Topic& topic, const domain::OperationId& operation) override;
    domain::Outcome edit(const domain::Topic& wanted, domain::TopicFields fields, const domain::OperationId& operation,
                         const ports::Signature& by) override;
    domain::Outcome remove(const domain::TopicId& id, const domain::OperationId& operation,
                           const ports::Signature& by) override;
    domain::Outcome decide(const domain::TopicId& id, domain::TopicField field, ports::ConflictChoice choice,
                           const domain::OperationId& operation, const ports::Signature& by) override;
    domain::Outcome undoDecision(const domain::TopicId& id, domain::TopicField field, const domain::OperationId& operation,
                                 const ports::Signature& by) override;
    domain::Result<std::vector<ports::OutboxOperation>> outbox() override;
    domain::Outcome retry(const domain::OperationId& id) override;
    domain::Outcome giveUp(const domain::OperationId& id, const ports::Signature& by) override;
    domain::Outcome startOver() override;
    domain::Outcome goOnWith(const QString& list) override;

private:
    std::shared_ptr<Shelf> m_shelf;
    domain::TenantId m_tenant;
    ports::Clock& m_clock;
    ports::IdSource& m_ids;
};

} // namespace vorzimmer::store
