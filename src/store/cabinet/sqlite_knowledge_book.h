#pragma once

#include "cabinet/shelf.h"

#include "vorzimmer/ports/clock.h"
#include "vorzimmer/ports/knowledge_book.h"

#include <memory>

namespace vorzimmer::store {

/// The knowledge of one cabinet.
class SqliteKnowledgeBook final : public ports::KnowledgeBook {
public:
    SqliteKnowledgeBook(std::shared_ptr<Shelf> shelf, const domain::TenantId& tenant, ports::Clock& clock)
        : m_shelf(std::move(shelf)), m_tenant(tenant), m_clock(clock)
    {
    }

    domain::Result<domain::Knowledge> knowledge() override;
    domain::Result<int> save(const domain::Knowledge& knowledge) override;

private:
    std::shared_ptr<Shelf> m_shelf;
    domain::TenantId m_tenant;
    ports::Clock& m_clock;
};

} // namespace vorzimmer::store
