#include "vorzimmer/models/rule_terms.h"

#include <catch2/catch.hpp>

#include <QUuid>

using namespace vorzimmer;
using domain::RuleCondition;
using domain::RulePart;
using models::RuleTerms;

namespace {

struct House {
    House()
    {
        people[0].id = domain::PersonId(QUuid::createUuid());
        people[0].name = QStringLiteral("Dr. Feld");
        callers[0].id = domain::CallerId(QUuid::createUuid());
        callers[0].name = QStringLiteral("T. Albers");
        concerns[0].name = QStringLiteral("Rezept");
    }
    std::vector<domain::Person> people{1};
    std::vector<domain::Caller> callers{1};
    std::vector<domain::Concern> concerns{1};
};

/// Something that the part takes.
QVariant anyValue(const RuleTerms& terms, RulePart part)
{
    if (part == RulePart::Schedule)
        return QStringLiteral("Mo-Fr 12-13");
    if (part == RulePart::CallCount)
        return QStringLiteral("3 within 7 days");
    return terms.choices(part).front().value;
}

} // namespace

TEST_CASE("every part of a condition can be added, is named, and can be taken away again")
{
    const House house;
    const RuleTerms terms(house.people, house.callers, house.concerns);
    RuleCondition all;
    QStringList names;
    for (const RulePart part : RuleTerms::parts()) {
        INFO(static_cast<int>(part));
        RuleCondition one;
        CHECK(RuleTerms::add(one, part, anyValue(terms, part)));
        CHECK_FALSE(one == RuleCondition());
        CHECK(RuleTerms::partsOf(one) == std::vector<RulePart>{part});
        CHECK(RuleTerms::add(all, part, anyValue(terms, part)));
        CHECK(RuleTerms::only(all, part) == one);
        RuleTerms::clear(one, part);
        CHECK(one == RuleCondition());
        names << RuleTerms::partText(part);
    }
    CHECK(RuleTerms::partsOf(all) == RuleTerms::parts());
    CHECK(names.removeDuplicates() == 0);
}

TEST_CASE("several of one part stand beside each other, each once")
{
    RuleCondition when;
    CHECK(RuleTerms::add(when, RulePart::Relation, static_cast<int>(domain::Relation::Vip)));
    CHECK(RuleTerms::add(when, RulePart::Relation, static_cast<int>(domain::Relation::Family)));
    CHECK(RuleTerms::add(when, RulePart::Relation, static_cast<int>(domain::Relation::Vip)));
    CHECK(when.relations == std::vector<domain::Relation>{domain::Relation::Vip, domain::Relation::Family});
}

TEST_CASE("what is written freely is read, or refused")
{
    RuleCondition when;
    CHECK(RuleTerms::add(when, RulePart::Schedule, QStringLiteral("Sa-So")));
    CHECK(when.when.weekdays == 0x60);
    CHECK_FALSE(RuleTerms::add(when, RulePart::Schedule, QStringLiteral("Mo 8-12, 14-16"))); // two times are two rules
    CHECK_FALSE(RuleTerms::add(when, RulePart::Schedule, QStringLiteral("")));
    CHECK_FALSE(RuleTerms::add(when, RulePart::Schedule, QStringLiteral("bald")));
    CHECK(RuleTerms::add(when, RulePart::CallCount, QStringLiteral("3/14")));
    CHECK(when.calls == domain::CallCount{3, 14});
    CHECK_FALSE(RuleTerms::add(when, RulePart::CallCount, QStringLiteral("1 within 7")));
    CHECK_FALSE(RuleTerms::add(when, RulePart::CallCount, QStringLiteral("often")));
    CHECK_FALSE(RuleTerms::add(when, RulePart::Caller, QVariant()));
    CHECK(when.calls == domain::CallCount{3, 14});
}
