#include "vorzimmer/domain/rule_check.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::domain;

namespace {

const QDateTime now(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC);

Person person(const char* name)
{
    Person one;
    one.name = QString::fromLatin1(name);
    one.id = PersonId(QUuid::createUuidV5(QUuid(), one.name));
    return one;
}

Rule rule(const char* id, Action action = Action::TakeMessage)
{
    Rule one;
    one.id = QString::fromLatin1(id);
    one.then.action = action;
    return one;
}

std::vector<RuleFinding> check(std::vector<Rule> rules, const std::vector<Person>& people = {})
{
    RuleSet set;
    set.rules = std::move(rules);
    const std::vector<Concern> concerns = {{QStringLiteral("Rezept"), QStringLiteral("rezept@praxis.example"), {}, {}},
                                           {QStringLiteral("Termin"), {}, {}, {QStringLiteral("Besuch")}}};
    return checkRules(set, people, concerns, now);
}

RuleFinding finding(RuleFlaw flaw, const char* rule, const char* other = "")
{
    return {flaw, QString::fromLatin1(rule), QString::fromLatin1(other)};
}

using Findings = std::vector<RuleFinding>;

} // namespace

TEST_CASE("nothing is wrong with the built-in rules")
{
    CHECK(checkRules(builtInRules(), {}, {}, now) == Findings());
}

TEST_CASE("the same condition with other advice contradicts, with the same it is never reached")
{
    Rule one = rule("one");
    one.when.relations = {Relation::Press};
    Rule two = rule("two", Action::Decline);
    two.when.relations = {Relation::Press};
    CHECK(check({one, two}) == Findings{finding(RuleFlaw::Contradicts, "two", "one")});
    two.then = one.then;
    CHECK(check({one, two}) == Findings{finding(RuleFlaw::Unreachable, "two", "one")});
    two.enabled = false;
    CHECK(check({one, two}) == Findings());
}

TEST_CASE("a rule behind one that always applies is never reached")
{
    Rule all = rule("all");
    Rule press = rule("press", Action::Decline);
    press.when.relations = {Relation::Press};
    press.when.house = HouseIs::Open;
    CHECK(check({all, press}) == Findings{finding(RuleFlaw::Unreachable, "press", "all")});
    CHECK(check({press, all}) == Findings());
    // A priority, or a schedule of its own, brings it to the front.
    press.priority = 1;
    CHECK(check({all, press}) == Findings());
    press.priority = 0;
    press.when.when.weekdays = 0x01;
    CHECK(check({all, press}) == Findings());
    // A rule that ends leaves the way free.
    press.when.when = {};
    all.validUntil = now.addDays(1);
    CHECK(check({all, press}) == Findings());
}

TEST_CASE("a wider condition of each part hides a narrower one, and not the other way round")
{
    const auto hides = [](const RuleCondition& wide, const RuleCondition& narrow) {
        Rule first = rule("first");
        first.when = wide;
        Rule second = rule("second", Action::Decline);
        second.when = narrow;
        return !check({first, second}, {person("Feld"), person("Brandt")}).empty();
    };
    const PersonId feld = person("Feld").id;
    const PersonId brandt = person("Brandt").id;
    std::vector<std::pair<RuleCondition, RuleCondition>> pairs(12);
    pairs[0].first.relations = {Relation::Press, Relation::Vip};
    pairs[0].second.relations = {Relation::Press};
    pairs[1].first.languages = {QStringLiteral("de"), QStringLiteral("en")};
    pairs[1].second.languages = {QStringLiteral("en")};
    pairs[2].second.expected = true;
    pairs[3].second.instructed = true;
    pairs[4].first.concerns = {QStringLiteral("Rezept"), QStringLiteral("Termin")};
    pairs[4].second.concerns = {QStringLiteral("Termin")};
    pairs[5].first.calls = CallCount{2, 7};
    pairs[5].second.calls = CallCount{3, 5};
    pairs[6].second.callBackOverdue = true;
    pairs[7].first.lastDispositions = {Disposition::MessageTaken, Disposition::Abandoned};
    pairs[7].second.lastDispositions = {Disposition::Abandoned};
    pairs[8].second.house = HouseIs::Closed;
    pairs[9].first.reachable = {feld, brandt};
    pairs[9].second.reachable = {feld};
    pairs[10].second.openTopic = true;
    pairs[11].first.engaged = {feld, brandt};
    pairs[11].second.engaged = {brandt};
    for (size_t i = 0; i < pairs.size(); ++i) {
        INFO("pair " << i);
        CHECK(hides(pairs[i].first, pairs[i].second));
        CHECK_FALSE(hides(pairs[i].second, pairs[i].first));
    }
}

TEST_CASE("names that lead nowhere are found")
{
    Rule one = rule("one", Action::PutThrough);
    one.when.relations = {Relation::Press};
    one.then.people = {person("Feld").id};
    CHECK(check({one}) == Findings{finding(RuleFlaw::PersonUnknown, "one")});
    CHECK(check({one}, {person("Feld")}) == Findings());
    Rule two = rule("two");
    two.when.concerns = {QStringLiteral("Kuchen")};
    CHECK(check({two}) == Findings{finding(RuleFlaw::ConcernUnknown, "two", "Kuchen")});
    two.when.concerns = {QStringLiteral("besuch")}; // a synonym will do
    CHECK(check({two}) == Findings());
    two.when.openTopicsAbout = {QStringLiteral("Torte")};
    CHECK(check({two}) == Findings{finding(RuleFlaw::ConcernUnknown, "two", "Torte")});
    Rule three = rule("two");
    CHECK(check({rule("two"), three}).front() == finding(RuleFlaw::IdTwice, "two", "two"));
}

TEST_CASE("e-mail needs an address from somewhere")
{
    Rule mail = rule("mail", Action::RedirectToEmail);
    CHECK(check({mail}) == Findings{finding(RuleFlaw::NoAddress, "mail")});
    mail.when.concerns = {QStringLiteral("Termin")};
    CHECK(check({mail}) == Findings{finding(RuleFlaw::NoAddress, "mail")});
    mail.when.concerns = {QStringLiteral("Rezept")};
    CHECK(check({mail}) == Findings());
    mail.when.concerns = {};
    mail.then.email = QStringLiteral("a@b.example");
    CHECK(check({mail}) == Findings());
}

TEST_CASE("what can never hold, and what is over, is found")
{
    Rule shared = rule("shared");
    shared.when.sharedNumber = true;
    shared.when.relations = {Relation::Vip};
    CHECK(check({shared}) == Findings{finding(RuleFlaw::NeverHolds, "shared")});
    Rule backwards = rule("backwards");
    backwards.when.when.from = QDate(2026, 12, 2);
    backwards.when.when.until = QDate(2026, 12, 1);
    CHECK(check({backwards}) == Findings{finding(RuleFlaw::NeverHolds, "backwards")});
    Rule both = rule("both");
    both.when.reachable = both.when.unreachable = {person("Feld").id};
    CHECK(check({both}, {person("Feld")}) == Findings{finding(RuleFlaw::NeverHolds, "both")});
    Rule over = rule("over");
    over.validUntil = now;
    CHECK(check({over}) == Findings{finding(RuleFlaw::Expired, "over")});
    over.validUntil = now.addMSecs(1);
    CHECK(check({over}) == Findings());
}

TEST_CASE("deputies that go round in a circle are told for each in it")
{
    Person a = person("A");
    Person b = person("B");
    Person c = person("C");
    a.deputy = b.id;
    b.deputy = a.id;
    c.deputy = a.id;
    CHECK(check({}, {a, b, c}) == Findings{finding(RuleFlaw::DeputyLoop, "", "A"), finding(RuleFlaw::DeputyLoop, "", "B")});
    b.deputy = {};
    CHECK(check({}, {a, b, c}) == Findings());
}
