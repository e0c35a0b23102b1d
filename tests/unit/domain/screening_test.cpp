#include "first_engine.h"

#include "vorzimmer/domain/hours_text.h"

#include <catch2/catch.hpp>

#include <QRandomGenerator>

#include <algorithm>

using namespace vorzimmer::domain;

namespace {

template <class Value>
const Value& oneOf(QRandomGenerator& random, const std::vector<Value>& values)
{
    return values[static_cast<size_t>(random.bounded(static_cast<int>(values.size())))];
}

const std::vector<QByteArray> zones = {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo",
                                       "Pacific/Apia"};
const std::vector<QString> hourTexts = {QStringLiteral("Mo-Fr 8-12, 13-17"), QStringLiteral("24/7"), QStringLiteral("Fr,Sa 20-3"),
                                        QStringLiteral("Mo-Su off"), QStringLiteral("Mo-So 2-2:30; PH off")};
const std::vector<QString> concernNames = {QString(), QStringLiteral("Rezept"), QStringLiteral("Termin"), QStringLiteral("Tabletten"),
                                           QStringLiteral("Kuchen")};

std::vector<Concern> someConcerns()
{
    return {{QStringLiteral("Rezept"), QStringLiteral("rezept@praxis.example"), QStringLiteral("Bitte schreiben Sie"),
             {QStringLiteral("Tabletten")}},
            {QStringLiteral("Termin"), {}, {}, {}}};
}

PersonId personId(int number)
{
    return PersonId(QUuid(static_cast<uint>(number + 1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
}

/// An instant of several years, often on a day on which some clock changes.
QDateTime randomInstant(QRandomGenerator& random)
{
    const QDate days[] = {QDate(2026, 10, 25), QDate(2027, 3, 28), QDate(2026, 11, 1), QDate(2027, 3, 14), QDate(2026, 10, 4)};
    const QDate day = random.bounded(2) == 0 ? days[random.bounded(5)] : QDate(2026, 1, 1).addDays(random.bounded(700));
    return QDateTime(day, QTime(random.bounded(24), random.bounded(60)), Qt::UTC);
}

std::vector<Person> randomPeople(QRandomGenerator& random, const QDateTime& now, bool chains)
{
    std::vector<Person> people;
    const int count = random.bounded(5);
    for (int i = 0; i < count; ++i) {
        Person one;
        one.id = personId(i);
        one.name = QStringLiteral("Person %1").arg(i);
        if (random.bounded(4) != 0)
            one.numbers = {{QStringLiteral("desk"), PhoneNumber::fromE164(QStringLiteral("+4930231250%1").arg(i))}};
        one.presence.state = static_cast<PresenceState>(random.bounded(3));
        if (random.bounded(2) == 0)
            one.presence.until = now.addSecs(random.bounded(-2, 3) * 600);
        // Chains of deputies are new: the first engine looked one step far.
        if (random.bounded(2) == 0 && (chains || i + 1 == count))
            one.deputy = personId(random.bounded(6));
        people.push_back(one);
    }
    return people;
}

Schedule randomSchedule(QRandomGenerator& random)
{
    Schedule when;
    if (random.bounded(3) == 0)
        when.from = QDate(2026, 1, 1).addDays(random.bounded(700));
    if (random.bounded(3) == 0)
        when.until = QDate(2026, 1, 1).addDays(random.bounded(700));
    if (random.bounded(2) == 0)
        when.weekdays = static_cast<unsigned>(random.bounded(128));
    if (random.bounded(2) == 0) {
        when.begin = QTime(random.bounded(24), 0);
        when.end = QTime(random.bounded(24), 30);
    }
    return when;
}

std::optional<bool> maybe(QRandomGenerator& random)
{
    const int chance = random.bounded(8);
    return chance < 6 ? std::nullopt : std::optional(chance == 6);
}

Rule randomRule(QRandomGenerator& random, int number)
{
    Rule rule;
    rule.id = QStringLiteral("rule-%1").arg(number);
    rule.enabled = random.bounded(10) != 0;
    rule.priority = random.bounded(3) - 1;
    if (random.bounded(8) == 0)
        rule.validUntil = QDateTime(QDate(2026, 6, 1).addDays(random.bounded(300)), QTime(12, 0), Qt::UTC);
    RuleCondition& when = rule.when;
    if (random.bounded(3) == 0)
        when.relations = {static_cast<Relation>(random.bounded(11)), static_cast<Relation>(random.bounded(11))};
    if (random.bounded(4) == 0)
        when.concerns = {oneOf(random, concernNames)};
    when.expected = maybe(random);
    when.instructed = maybe(random);
    when.sharedNumber = maybe(random);
    when.concernByEmail = maybe(random);
    when.callBackOverdue = maybe(random);
    when.openTopic = maybe(random);
    if (random.bounded(5) == 0)
        when.calls = CallCount{1 + random.bounded(4), 1 + random.bounded(10)};
    if (random.bounded(4) == 0)
        when.house = static_cast<HouseIs>(random.bounded(3));
    if (random.bounded(3) == 0)
        when.when = randomSchedule(random);
    if (random.bounded(6) == 0)
        when.reachable = {personId(random.bounded(5))};
    rule.then.action = static_cast<Action>(random.bounded(5));
    if (random.bounded(2) == 0)
        rule.then.people = {personId(random.bounded(5)), personId(random.bounded(5))};
    rule.then.onCallFirst = random.bounded(3) == 0;
    return rule;
}

struct Sample {
    RuleSet rules;
    OpeningHours hours;
    QTimeZone zone;
    ScreeningFacts facts;

    [[nodiscard]] Decision decide() const { return screen(CompiledRules(rules, hours, zone, someConcerns()), facts); }
};

Sample randomSample(QRandomGenerator& random)
{
    Sample sample;
    sample.rules.version = random.bounded(9);
    for (int left = random.bounded(12); left > 0; --left)
        sample.rules.rules.push_back(randomRule(random, left));
    for (int left = random.bounded(3); left > 0; --left) {
        sample.rules.absences.push_back({personId(random.bounded(5)), randomSchedule(random), {}});
        sample.rules.duties.push_back({personId(random.bounded(5)), randomSchedule(random)});
    }
    sample.zone = QTimeZone(oneOf(random, zones));
    sample.hours = *readHours(oneOf(random, hourTexts));
    sample.hours.holidayRegion = QStringLiteral("DE-BE");
    ScreeningFacts& facts = sample.facts;
    facts.now = randomInstant(random);
    facts.relation = static_cast<Relation>(random.bounded(11));
    facts.sharedNumber = random.bounded(6) == 0;
    facts.specialInstruction = random.bounded(5) == 0 ? QStringLiteral("put through") : QString();
    facts.oneTimeMessage = random.bounded(5) == 0 ? QStringLiteral("come on Friday") : QString();
    facts.concern = oneOf(random, concernNames);
    for (int i = 0; i < random.bounded(6); ++i)
        facts.history.calls.push_back(facts.now.addDays(-i * random.bounded(1, 3)));
    std::sort(facts.history.calls.rbegin(), facts.history.calls.rend());
    if (random.bounded(3) == 0)
        facts.history.callBackPromised = facts.now.addSecs(-3600 * random.bounded(48));
    if (random.bounded(3) == 0)
        facts.history.openTopics = {oneOf(random, concernNames)};
    facts.people = randomPeople(random, facts.now, true);
    if (random.bounded(3) == 0)
        facts.engaged = {personId(random.bounded(5))};
    return sample;
}

const Rule& ruleOf(const Sample& sample, const QString& id)
{
    return *std::find_if(sample.rules.rules.begin(), sample.rules.rules.end(), [&](const Rule& rule) { return rule.id == id; });
}

} // namespace

TEST_CASE("the built-in rules decide as the first engine did")
{
    QRandomGenerator random(1);
    for (int round = 0; round < 4'000; ++round) {
        Sample sample = randomSample(random);
        sample.rules = builtInRules();
        ScreeningFacts& facts = sample.facts;
        facts.people = randomPeople(random, facts.now, false);
        facts.oneTimeMessage.clear();
        facts.history = {};
        facts.engaged.clear();
        first_engine::Input input{facts.now, facts.relation, facts.sharedNumber, facts.specialInstruction, {}, sample.hours, sample.zone, facts.people};
        for (const Concern& concern : someConcerns()) {
            if (concern.name == facts.concern)
                input.concern = concern;
        }
        if (facts.concern == u"Tabletten") // synonyms are new
            facts.concern.clear();
        const Recommendation before = first_engine::screen(input);
        const Recommendation now = sample.decide().advice.front();
        INFO(before.rule.toStdString() << " / " << now.rule.toStdString());
        REQUIRE(now.rule == before.rule);
        REQUIRE(now.action == before.action);
        REQUIRE(now.person == before.person);
        REQUIRE(now.email == before.email);
        std::vector<Reason> reasons = now.reasons;
        std::erase_if(reasons, [](const Reason& reason) { return reason.kind == ReasonKind::HouseOnHoliday; });
        REQUIRE(reasons == before.reasons);
    }
}

TEST_CASE("whatever is asked, there is one decision, the same each time, and it can be carried out")
{
    QRandomGenerator random(2);
    for (int round = 0; round < 4'000; ++round) {
        const Sample sample = randomSample(random);
        const Decision decision = sample.decide();
        REQUIRE(decision == sample.decide());
        REQUIRE(decision.version == sample.rules.version);
        REQUIRE_FALSE(decision.advice.empty());
        for (const Recommendation& advice : decision.advice) {
            REQUIRE_FALSE(advice.rule.isEmpty());
            REQUIRE_FALSE(advice.reasons.empty());
            if (advice.action == Action::PutThrough)
                REQUIRE_FALSE(advice.person.isNull());
            if (advice.action == Action::RedirectToEmail)
                REQUIRE_FALSE(advice.email.isEmpty());
            REQUIRE(std::find(advice.next.begin(), advice.next.end(), advice.person) == advice.next.end());
        }
        REQUIRE((decision.fired.empty() ? QString::fromLatin1(noRule) : decision.fired.front()) == decision.advice.front().rule);
    }
}

TEST_CASE("the higher priority wins, then the more specific schedule, then the order; what is over or off never fires")
{
    QRandomGenerator random(3);
    int several = 0;
    for (int round = 0; round < 4'000; ++round) {
        const Sample sample = randomSample(random);
        const Decision decision = sample.decide();
        for (size_t i = 0; i < decision.fired.size(); ++i) {
            const Rule& rule = ruleOf(sample, decision.fired[i]);
            REQUIRE(rule.enabled);
            REQUIRE((!rule.validUntil.isValid() || sample.facts.now < rule.validUntil));
            if (i == 0)
                continue;
            ++several;
            const Rule& before = ruleOf(sample, decision.fired[i - 1]);
            const auto rank = [&](const Rule& one) {
                return std::tuple(-one.priority, extentOf(one.when.when), &one - sample.rules.rules.data());
            };
            REQUIRE(rank(before) < rank(rule));
        }
        for (const NearMiss& miss : decision.almost)
            REQUIRE(std::find(decision.fired.begin(), decision.fired.end(), miss.rule) == decision.fired.end());
    }
    CHECK(several > 500);
}

TEST_CASE("the order of rules with different ranks does not matter")
{
    QRandomGenerator random(4);
    for (int round = 0; round < 1'500; ++round) {
        Sample sample = randomSample(random);
        // No two of the same rank.
        for (size_t i = 0; i < sample.rules.rules.size(); ++i)
            sample.rules.rules[i].priority = static_cast<int>(i);
        const Decision before = sample.decide();
        std::shuffle(sample.rules.rules.begin(), sample.rules.rules.end(), random);
        REQUIRE(sample.decide() == before);
    }
}

TEST_CASE("a rule that is taken away leaves a decision of others as it was")
{
    QRandomGenerator random(5);
    for (int round = 0; round < 1'500; ++round) {
        Sample sample = randomSample(random);
        const Decision before = sample.decide();
        std::erase_if(sample.rules.rules, [&](const Rule& rule) { return rule.id != before.advice.front().rule; });
        REQUIRE(sample.decide().advice.front() == before.advice.front());
    }
}

TEST_CASE("a near miss would have fired without the part that it names")
{
    QRandomGenerator random(6);
    int missed = 0;
    for (int round = 0; round < 1'500; ++round) {
        Sample sample = randomSample(random);
        const Decision decision = sample.decide();
        for (const NearMiss& miss : decision.almost) {
            Rule rule = ruleOf(sample, miss.rule);
            RuleCondition& when = rule.when;
            switch (miss.failed) {
            case RulePart::Expected: when.expected.reset(); break;
            case RulePart::Instructed: when.instructed.reset(); break;
            case RulePart::SharedNumber: when.sharedNumber.reset(); break;
            case RulePart::ConcernByEmail: when.concernByEmail.reset(); break;
            case RulePart::CallBackOverdue: when.callBackOverdue.reset(); break;
            case RulePart::OpenTopic: when.openTopic.reset(); break;
            case RulePart::HouseOpen:
            case RulePart::HouseClosed:
            case RulePart::HouseOnHoliday: when.house.reset(); break;
            case RulePart::Relation: when.relations.clear(); break;
            case RulePart::Concern: when.concerns.clear(); break;
            case RulePart::CallCount: when.calls.reset(); break;
            case RulePart::Schedule: when.when = {}; break;
            case RulePart::Reachable: when.reachable.clear(); break;
            default: FAIL("a part that no random rule has");
            }
            Sample alone = sample;
            alone.rules.rules = {rule};
            REQUIRE(alone.decide().fired.size() == 1);
            ++missed;
        }
    }
    CHECK(missed > 300);
}

TEST_CASE("the house is open for the engine when it is open for the desk, on every day of the year")
{
    QRandomGenerator random(7);
    RuleSet rules;
    Rule open;
    open.id = QStringLiteral("open");
    open.when.house = HouseIs::Open;
    rules.rules = {open};
    for (int round = 0; round < 1'500; ++round) {
        Sample sample = randomSample(random);
        sample.rules = rules;
        REQUIRE(sample.decide().fired.empty() == !houseStatus(sample.hours, sample.zone, sample.facts.now).open);
    }
}

TEST_CASE("several recommendations are told in order, each of another kind")
{
    RuleSet rules = builtInRules();
    ScreeningFacts facts;
    facts.now = QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC);
    facts.relation = Relation::Vip;
    facts.concern = QStringLiteral("Rezept");
    Person feld;
    feld.id = personId(1);
    feld.numbers = {{QStringLiteral("desk"), PhoneNumber::fromE164(QStringLiteral("+493023125011"))}};
    facts.people = {feld};
    const Decision decision = screen({rules, *readHours(QStringLiteral("24/7")), QTimeZone("Europe/Berlin"), someConcerns()}, facts);
    REQUIRE(decision.advice.size() == 2);
    CHECK(decision.advice[0].action == Action::PutThrough);
    CHECK(decision.advice[1].action == Action::RedirectToEmail);
    CHECK(decision.advice[1].wording == QStringLiteral("Bitte schreiben Sie"));
    CHECK(decision.fired == std::vector<QString>{QStringLiteral("vip"), QStringLiteral("concern-by-email"), QStringLiteral("known-open")});
    CHECK(std::find(decision.almost.begin(), decision.almost.end(), NearMiss{QStringLiteral("closed"), RulePart::HouseClosed})
          != decision.almost.end());
}

TEST_CASE("a one-time message is told as the remark, questions and the manner come from the rule")
{
    RuleSet rules = builtInRules();
    Rule ask;
    ask.id = QStringLiteral("ask");
    ask.when.concerns = {QStringLiteral("Termin")};
    ask.then.action = Action::TakeMessage;
    ask.then.questions = {QStringLiteral("Since when?")};
    ask.then.remark = QStringLiteral("be quick");
    rules.rules.insert(rules.rules.begin(), ask);
    ScreeningFacts facts;
    facts.now = QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC);
    facts.concern = QStringLiteral("Termin");
    const CompiledRules compiled(rules, {}, QTimeZone("Europe/Berlin"), someConcerns());
    CHECK(screen(compiled, facts).advice.front().questions == ask.then.questions);
    CHECK(screen(compiled, facts).advice.front().remark == ask.then.remark);
    facts.concern.clear();
    facts.oneTimeMessage = QStringLiteral("come on Friday");
    CHECK(screen(compiled, facts).advice.front().remark == facts.oneTimeMessage);
}

TEST_CASE("an e-mail's wording is the rule's own, else the concern's; an open topic is a reason whatever it is about")
{
    Rule write;
    write.id = QStringLiteral("write");
    write.when.concerns = {QStringLiteral("Rezept")};
    write.when.openTopic = true;
    write.then.action = Action::RedirectToEmail;
    write.then.wording = QStringLiteral("With the dose, please");
    RuleSet rules;
    rules.rules = {write};
    ScreeningFacts facts;
    facts.now = QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC);
    facts.concern = QStringLiteral("Rezept");
    facts.history.openTopics = {QString()};
    const auto decided = [&] { return screen(CompiledRules(rules, {}, QTimeZone("Europe/Berlin"), someConcerns()), facts).advice.front(); };
    CHECK(decided().wording == write.then.wording);
    CHECK(decided().email == QStringLiteral("rezept@praxis.example"));
    const auto reasons = decided().reasons;
    CHECK(std::any_of(reasons.begin(), reasons.end(), [](const Reason& reason) { return reason.kind == ReasonKind::OpenTopic; }));
    rules.rules.front().then.wording.clear();
    CHECK(decided().wording == QStringLiteral("Bitte schreiben Sie"));
}

TEST_CASE("a rule for certain callers or languages fires for those alone, and only when it is clear who calls")
{
    const CallerId albers(QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    const CallerId behrens(QUuid(2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    Rule rule;
    rule.id = QStringLiteral("his");
    rule.then.action = Action::Decline;
    RuleSet rules = builtInRules();
    const auto fires = [&](const ScreeningFacts& facts) {
        rules.rules.insert(rules.rules.begin(), rule);
        const bool declines = screen(CompiledRules(rules, {}, QTimeZone("Europe/Berlin"), someConcerns()), facts).advice.front().action == Action::Decline;
        rules.rules.erase(rules.rules.begin());
        return declines;
    };
    ScreeningFacts facts;
    facts.now = QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC);
    facts.caller = behrens;
    facts.language = QStringLiteral("fr");
    rule.when.callers = {albers, behrens};
    CHECK(fires(facts));
    facts.sharedNumber = true;
    CHECK_FALSE(fires(facts));
    facts.sharedNumber = false;
    rule.when.callers = {albers};
    CHECK_FALSE(fires(facts));
    facts.caller = {};
    CHECK_FALSE(fires(facts));
    rule.when.callers = {CallerId()}; // whoever was taken off the file is nobody, and nobody is not he
    CHECK_FALSE(fires(facts));

    rule.when.callers.clear();
    rule.when.languages = {QStringLiteral("en"), QStringLiteral("fr")};
    CHECK(fires(facts));
    facts.sharedNumber = true;
    CHECK_FALSE(fires(facts));
    facts.sharedNumber = false;
    facts.language = QStringLiteral("de");
    CHECK_FALSE(fires(facts));
}

TEST_CASE("a concern goes by its own name before another's synonym, the first before the second, and nothing is no name")
{
    const auto concern = [](const char* name, const char* email, std::vector<QString> synonyms = {}) {
        return Concern{QString::fromLatin1(name), QString::fromLatin1(email), {}, std::move(synonyms), {}};
    };
    const std::vector<Concern> concerns = {concern("Rezept", "first@example.org", {QStringLiteral("Termin"), QString()}),
                                           concern("Termin", "second@example.org", {QStringLiteral("Tabletten")}),
                                           concern("Attest", "third@example.org", {QStringLiteral("Tabletten")})};
    const CompiledRules compiled(builtInRules(), {}, QTimeZone("Europe/Berlin"), concerns);
    ScreeningFacts facts;
    facts.now = QDateTime(QDate(2026, 11, 30), QTime(9, 0), Qt::UTC);
    const auto writesTo = [&](const char* named) {
        facts.concern = QString::fromLatin1(named);
        return screen(compiled, facts).advice.front().email;
    };
    CHECK(writesTo("rezept") == QStringLiteral("first@example.org"));
    CHECK(writesTo(" Termin ") == QStringLiteral("second@example.org"));
    CHECK(writesTo("Tabletten") == QStringLiteral("second@example.org"));
    CHECK(writesTo(" ").isEmpty());
}
