#include "fixture.h"

#include "cabinet/rule_text.h"

#include "vorzimmer/ports/rule_book.h"

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::Rule;
using domain::RuleSet;

namespace {

/// A rule set in which everything is said.
RuleSet wordyRules(ports::IdSource& ids)
{
    const auto person = ids.fresh<domain::PersonId>();
    domain::Schedule nights;
    nights.from = QDate(2026, 12, 1);
    nights.until = QDate(2026, 12, 31);
    nights.weekdays = 0x1f;
    nights.begin = QTime(20, 0);
    nights.end = QTime(6, 30);
    Rule rule;
    rule.id = QStringLiteral("night");
    rule.title = QStringLiteral("Nachts „alles“ zum Notdienst");
    rule.enabled = false;
    rule.priority = -3;
    rule.validUntil = QDateTime(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
    rule.when.relations = {domain::Relation::Unknown, domain::Relation::Vip};
    rule.when.callers = {ids.fresh<domain::CallerId>()};
    rule.when.languages = {QStringLiteral("de"), QStringLiteral("fr")};
    rule.when.expected = false;
    rule.when.instructed = true;
    rule.when.sharedNumber = false;
    rule.when.concerns = {QStringLiteral("Notfall")};
    rule.when.concernByEmail = false;
    rule.when.calls = domain::CallCount{3, 7};
    rule.when.lastDispositions = {domain::Disposition::Abandoned};
    rule.when.callBackOverdue = true;
    rule.when.openTopic = true;
    rule.when.openTopicsAbout = {QStringLiteral("Beschwerde")};
    rule.when.house = domain::HouseIs::OnHoliday;
    rule.when.when = nights;
    rule.when.reachable = {person};
    rule.when.unreachable = {person};
    rule.when.engaged = {person};
    rule.then = {domain::Action::PutThrough, {person}, true, domain::TransferManner::Announced, {QStringLiteral("Seit wann?")},
                 QStringLiteral("a@b.example"), QStringLiteral("Bitte"), QStringLiteral("Besichtigung"), QStringLiteral("eilig")};
    RuleSet rules;
    rules.rules = {rule, Rule()};
    rules.rules[1].id = QStringLiteral("plain");
    rules.absences = {{person, nights, QStringLiteral("Mittag")}};
    rules.duties = {{person, nights}};
    rules.callBackHours = 4;
    rules.staleDays = 9;
    rules.askWhy = true;
    return rules;
}

} // namespace

TEST_CASE("A rule set is read as it was written, and nothing else is taken for one", "[store][rules]")
{
    FolderFixture f;
    const RuleSet rules = wordyRules(f.ids);
    const auto read = store::rulesFrom(store::ruleText(rules));
    REQUIRE(read.has_value());
    CHECK(*read == rules);
    CHECK(store::rulesFrom(store::ruleText(domain::builtInRules()))->rules == domain::builtInRules().rules);
    CHECK(store::rulesFrom(store::ruleText({})) == RuleSet());
    CHECK_FALSE(store::rulesFrom(QStringLiteral("[]")).has_value());
    CHECK_FALSE(store::rulesFrom(QStringLiteral(R"({"rules":[{"id":"x","then":{"action":"dance"}}]})")).has_value());
    CHECK_FALSE(store::rulesFrom(QStringLiteral(R"({"duties":[{"person":"nobody"}]})")).has_value());
}

TEST_CASE("Rules are versioned: the newest is in force, and who changes an older one is told", "[store][rules]")
{
    CabinetFixture f;
    ports::RuleBook& book = f.cabinet->ruleBook();
    CHECK(book.rules().value() == domain::builtInRules());
    CHECK(book.versions(9)->empty());

    RuleSet rules = wordyRules(f.ids);
    rules.savedBy = QStringLiteral("Petra");
    rules.change = QStringLiteral("Notdienst");
    CHECK(book.save(rules).value() == 1);
    f.clock.now = f.clock.now.addSecs(60);
    RuleSet inForce = book.rules().value();
    CHECK(inForce.version == 1);
    CHECK(inForce.savedAt == f.clock.now.addSecs(-60));
    CHECK(inForce.savedBy == QStringLiteral("Petra"));
    CHECK(inForce.change == QStringLiteral("Notdienst"));
    CHECK(inForce.rules == rules.rules);
    inForce.rules.pop_back();
    CHECK(book.save(inForce).value() == 2);
    // The same once more: it was made from version 1.
    CHECK(book.save(inForce).error().fault == domain::Fault::Conflict);
    const auto versions = book.versions(9);
    REQUIRE(versions->size() == 2);
    CHECK(versions->front().version == 2);
    CHECK(versions->front().rules.size() == 1);
    CHECK(versions->back().rules.size() == 2);
}

TEST_CASE("A message for an expected caller waits until it was told, once", "[store][rules]")
{
    CabinetFixture f;
    ports::RuleBook& book = f.cabinet->ruleBook();
    domain::ExpectedCall expected;
    expected.id = f.ids.fresh<domain::ExpectedCallId>();
    expected.number = domain::PhoneNumber::fromE164(QStringLiteral("+4915228817386"));
    expected.message = QStringLiteral("Der Vertrag liegt bereit.");
    expected.validUntil = f.clock.now.addDays(1);
    expected.enteredBy = QStringLiteral("Dr. Feld");
    REQUIRE(book.expect(expected).has_value());
    CHECK(book.expected(f.clock.now).value() == std::vector<domain::ExpectedCall>{expected});
    CHECK(book.expected(expected.validUntil)->empty());

    const auto call = f.ids.fresh<domain::CallId>();
    CHECK(book.tell(expected.id, call, f.clock.now).has_value());
    CHECK(book.tell(expected.id, call, f.clock.now).has_value()); // once is once
    CHECK(book.tell(expected.id, f.ids.fresh<domain::CallId>(), f.clock.now).error().fault == domain::Fault::Conflict);
    CHECK(book.tell(f.ids.fresh<domain::ExpectedCallId>(), call, f.clock.now).error().fault == domain::Fault::NotFound);
    CHECK(book.expected(f.clock.now)->empty());
}

TEST_CASE("A call keeps which version of the rules decided, and why something else was done", "[store][rules]")
{
    CabinetFixture f;
    domain::CallRecord call = f.someCall();
    call.ruleVersion = 7;
    call.deviation = QStringLiteral("war in Eile");
    REQUIRE(f.cabinet->saveCall(call).has_value());
    CHECK(f.cabinet->call(call.id).value() == call);
}
