// Decisions per second on one core: 200 rules, a caller with 500 past calls. Beside it, measured in the same run, what the least
// work would take: each rule's relation compared with the caller's, and the moment brought into the tenant's zone.
#include "vorzimmer/domain/hours_text.h"
#include "vorzimmer/domain/screening.h"

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>

using namespace vorzimmer::domain;

namespace {

using Clock = std::chrono::steady_clock;

constexpr int rules = 200;
constexpr int pastCalls = 500;
constexpr int people = 8;
constexpr int concerns = 20;
constexpr int distinctCallers = 64;
constexpr double secondsEach = 2;

PersonId personId(int number)
{
    return PersonId(QUuid(static_cast<uint>(number + 1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
}

QString concernName(int number)
{
    return QStringLiteral("Concern %1").arg(number);
}

/// Rules as a large house might have them: by relation, concern, history, hour and person, nothing that always applies.
RuleSet someRules(QRandomGenerator& random)
{
    RuleSet set;
    for (int i = 0; i < rules; ++i) {
        Rule rule;
        rule.id = QStringLiteral("rule-%1").arg(i);
        rule.then.action = static_cast<Action>(random.bounded(5));
        rule.then.email = QStringLiteral("office@house.example");
        rule.then.people = {personId(random.bounded(people))};
        rule.when.relations = {static_cast<Relation>(random.bounded(11)), static_cast<Relation>(random.bounded(11))};
        if (i % 2 == 0)
            rule.when.concerns = {concernName(random.bounded(concerns))};
        if (i % 3 == 0)
            rule.when.calls = CallCount{1 + random.bounded(20), 1 + random.bounded(30)};
        if (i % 4 == 0) {
            rule.when.when.weekdays = 1U + static_cast<unsigned>(random.bounded(127));
            rule.when.when.begin = QTime(random.bounded(24), 0);
            rule.when.when.end = QTime(random.bounded(24), 0);
        }
        if (i % 5 == 0)
            rule.when.reachable = {personId(random.bounded(people))};
        if (i % 6 == 0)
            rule.when.house = HouseIs::Open;
        if (i % 7 == 0)
            rule.when.openTopicsAbout = {concernName(random.bounded(concerns))};
        set.rules.push_back(rule);
    }
    return set;
}

ScreeningFacts someFacts(QRandomGenerator& random)
{
    ScreeningFacts facts;
    facts.now = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addSecs(random.bounded(365 * 86'400));
    facts.relation = static_cast<Relation>(random.bounded(11));
    facts.concern = concernName(random.bounded(concerns));
    for (int i = 0; i < pastCalls; ++i)
        facts.history.calls.push_back(facts.now.addSecs(-3600LL * (i + 1)));
    facts.history.openTopics = {concernName(random.bounded(concerns))};
    facts.history.callBackPromised = facts.now.addDays(-2);
    for (int i = 0; i < people; ++i) {
        Person person;
        person.id = personId(i);
        person.name = QStringLiteral("Person %1").arg(i);
        person.numbers = {{QStringLiteral("desk"), PhoneNumber::fromE164(QStringLiteral("+493023125011"))}};
        person.presence.state = static_cast<PresenceState>(random.bounded(3));
        person.deputy = personId(random.bounded(people));
        facts.people.push_back(person);
    }
    return facts;
}

template <class Work>
double perSecond(const std::vector<ScreeningFacts>& callers, Work work)
{
    const auto started = Clock::now();
    qint64 done = 0;
    double seconds = 0;
    while (seconds < secondsEach) {
        for (const ScreeningFacts& facts : callers)
            work(facts);
        done += static_cast<qint64>(callers.size());
        seconds = std::chrono::duration<double>(Clock::now() - started).count();
    }
    return static_cast<double>(done) / seconds;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc > 1 && std::strcmp(argv[1], "--describe") == 0) {
        std::puts("screening decisions per second: 200 rules, a caller with 500 past calls");
        return 0;
    }
    QRandomGenerator random(20261130);
    const RuleSet set = someRules(random);
    OpeningHours hours = *readHours(QStringLiteral("Mo-Fr 8-12, 13-17; Sa 9-12; PH off"));
    hours.holidayRegion = QStringLiteral("DE-BE");
    const QTimeZone zone("Europe/Berlin");
    std::vector<Concern> known;
    for (int i = 0; i < concerns; ++i)
        known.push_back({concernName(i), {}, {}, {}});
    std::vector<ScreeningFacts> callers;
    for (int i = 0; i < distinctCallers; ++i)
        callers.push_back(someFacts(random));

    const auto started = Clock::now();
    const CompiledRules compiled(set, hours, zone, known);
    const double compileMicroseconds = std::chrono::duration<double, std::micro>(Clock::now() - started).count();

    volatile size_t fired = 0;
    const double decisions = perSecond(callers, [&](const ScreeningFacts& facts) { fired = fired + screen(compiled, facts).fired.size(); });
    const double least = perSecond(callers, [&](const ScreeningFacts& facts) {
        fired = fired + static_cast<size_t>(facts.now.toTimeZone(zone).time().hour());
        for (const Rule& rule : set.rules)
            fired = fired + (rule.when.relations.front() == facts.relation || rule.when.relations.back() == facts.relation ? 1 : 0);
    });
    std::printf("{\"bench\":\"screening\",\"rules\":%d,\"past_calls\":%d,\"decisions_per_s\":%.0f,"
                "\"lower_bound_per_s\":%.0f,\"share_of_lower_bound\":%.3f,\"compile_us\":%.0f}\n",
                rules, pastCalls, decisions, least, decisions / least, compileMicroseconds);
    return 0;
}
