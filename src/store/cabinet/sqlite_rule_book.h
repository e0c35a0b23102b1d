#pragma once

#include "cabinet/shelf.h"

#include "vorzimmer/ports/clock.h"
#include "vorzimmer/ports/rule_book.h"

#include <memory>

namespace vorzimmer::store {

/// The rules of one cabinet.
class SqliteRuleBook final : public ports::RuleBook {
public:
    SqliteRuleBook(std::shared_ptr<Shelf> shelf, const domain::TenantId& tenant, ports::Clock& clock)
        : m_shelf(std::move(shelf)), m_tenant(tenant), m_clock(clock)
    {
    }

    domain::Result<domain::RuleSet> rules() override;
    domain::Result<int> save(const domain::RuleSet& rules) override;
    domain::Result<std::vector<domain::RuleSet>> versions(int limit) override;
    domain::Outcome expect(const domain::ExpectedCall& call) override;
    domain::Result<std::vector<domain::ExpectedCall>> expected(const QDateTime& now) override;
    domain::Outcome withdraw(const domain::ExpectedCallId& id) override;
    domain::Outcome tell(const domain::ExpectedCallId& id, const domain::CallId& call, const QDateTime& at) override;

private:
    std::shared_ptr<Shelf> m_shelf;
    domain::TenantId m_tenant;
    ports::Clock& m_clock;
};

} // namespace vorzimmer::store
