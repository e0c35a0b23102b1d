#include "cabinet/sqlite_rule_book.h"

#include "cabinet/session.h"

namespace vorzimmer::store {

using domain::Fault;
using domain::Outcome;
using domain::Result;
using domain::RuleSet;

Result<RuleSet> SqliteRuleBook::rules()
{
    return inFile(*m_shelf, m_tenant, [](CabinetFile& file) { return file.ruleVersions.inForce(); });
}

Result<int> SqliteRuleBook::save(const RuleSet& rules)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Result<int> {
        const auto inForce = file.ruleVersions.inForce();
        if (!inForce)
            return domain::failure(inForce.error());
        if (inForce->version != rules.version)
            return domain::failure(Fault::Conflict, QStringLiteral("other rules were saved meanwhile"), QString::number(inForce->version));
        RuleSet next = rules;
        ++next.version;
        next.savedAt = m_clock.nowUtc();
        const auto people = file.people.people();
        if (!people)
            return domain::failure(people.error());
        if (auto told = file.changes.add(domain::changesBetween(*inForce, next, *people), next.savedAt); !told)
            return domain::failure(told.error());
        if (auto added = file.ruleVersions.add(next); !added)
            return domain::failure(added.error());
        return next.version;
    });
}

Result<std::vector<RuleSet>> SqliteRuleBook::versions(int limit)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.ruleVersions.versions(limit); });
}

Outcome SqliteRuleBook::expect(const domain::ExpectedCall& call)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.expectedCalls.save(call); });
}

Result<std::vector<domain::ExpectedCall>> SqliteRuleBook::expected(const QDateTime& now)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.expectedCalls.open(now); });
}

Outcome SqliteRuleBook::withdraw(const domain::ExpectedCallId& id)
{
    return inFile(*m_shelf, m_tenant, [&](CabinetFile& file) { return file.expectedCalls.remove(id); });
}

Outcome SqliteRuleBook::tell(const domain::ExpectedCallId& id, const domain::CallId& call, const QDateTime& at)
{
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Outcome {
        const auto told = file.expectedCalls.toldIn(id);
        if (!told)
            return domain::failure(told.error());
        if (!*told)
            return domain::failure(Fault::NotFound, QStringLiteral("no such message"), id.text());
        if (**told == call)
            return {};
        if (!(*told)->isNull())
            return domain::failure(Fault::Conflict, QStringLiteral("the message was told before"), id.text());
        return file.expectedCalls.tell(id, call, at);
    });
}

} // namespace vorzimmer::store
