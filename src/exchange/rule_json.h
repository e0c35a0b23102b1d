#pragma once

#include "object_reader.h"

#include "vorzimmer/domain/rule.h"
#include "vorzimmer/exchange/tenant_file.h"

namespace vorzimmer::exchange {

/// What stands for a person or caller in a RuleSet that has been read from a file, until its key is resolved.
[[nodiscard]] QUuid placeholder(const QString& key);

/// The object `screening` of a tenant's file.
void readScreening(ObjectReader& reader, TenantFile& file);
[[nodiscard]] nlohmann::ordered_json screeningJson(const TenantFile& file);

/// Calls @p change(PersonId&, pointer) for everybody whom the rules name.
template <class Change>
void eachPerson(domain::RuleSet& rules, Change change)
{
    const auto list = [&](std::vector<domain::PersonId>& people, const QString& pointer) {
        for (size_t i = 0; i < people.size(); ++i)
            change(people[i], QStringLiteral("%1/%2").arg(pointer).arg(i));
    };
    for (size_t i = 0; i < rules.rules.size(); ++i) {
        const QString pointer = QStringLiteral("/screening/rules/%1").arg(i);
        domain::Rule& rule = rules.rules[i];
        list(rule.when.reachable, pointer + QStringLiteral("/when/reachable"));
        list(rule.when.unreachable, pointer + QStringLiteral("/when/unreachable"));
        list(rule.when.engaged, pointer + QStringLiteral("/when/engaged"));
        list(rule.then.people, pointer + QStringLiteral("/then/people"));
    }
    for (size_t i = 0; i < rules.absences.size(); ++i)
        change(rules.absences[i].person, QStringLiteral("/screening/absences/%1/person").arg(i));
    for (size_t i = 0; i < rules.duties.size(); ++i)
        change(rules.duties[i].person, QStringLiteral("/screening/duties/%1/person").arg(i));
}

/// Calls @p change(CallerId&, pointer) for every caller whom the rules name.
template <class Change>
void eachCaller(domain::RuleSet& rules, Change change)
{
    for (size_t i = 0; i < rules.rules.size(); ++i) {
        auto& callers = rules.rules[i].when.callers;
        for (size_t j = 0; j < callers.size(); ++j)
            change(callers[j], QStringLiteral("/screening/rules/%1/when/callers/%2").arg(i).arg(j));
    }
}

} // namespace vorzimmer::exchange
