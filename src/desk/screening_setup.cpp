#include "vorzimmer/desk/screening_setup.h"

#include "vorzimmer/ports/rule_book.h"

#include <QHash>

#include <algorithm>

namespace vorzimmer::desk {

using domain::Fault;
using domain::Outcome;
using domain::Result;
using domain::RuleSet;

namespace {

struct Papers {
    domain::TenantProfile profile;
    std::vector<domain::Person> people;
    std::vector<domain::Caller> callers;
    RuleSet rules;
};

Result<Papers> readPapers(ports::Cabinet& cabinet)
{
    auto profile = cabinet.profile();
    auto people = cabinet.people();
    auto callers = cabinet.callers();
    auto rules = cabinet.ruleBook().rules();
    for (const domain::Error* error : {profile ? nullptr : &profile.error(), people ? nullptr : &people.error(),
                                       callers ? nullptr : &callers.error(), rules ? nullptr : &rules.error()}) {
        if (error)
            return domain::failure(*error);
    }
    return Papers{std::move(*profile), std::move(*people), std::move(*callers), std::move(*rules)};
}

/// Whoever is away today was there at some other time: a replay asks what the rules say, not who was in.
std::vector<domain::Person> everybodyThere(std::vector<domain::Person> people)
{
    for (domain::Person& person : people)
        person.presence = {};
    return people;
}

bool saysTheSame(const domain::Recommendation& a, const domain::Recommendation& b)
{
    return a.action == b.action && a.person == b.person && a.email == b.email;
}

/// Past calls, newest first, decided by both rule sets. History is what lies before each call.
Replay replayOf(const std::vector<domain::CallRecord>& calls, const std::vector<domain::Caller>& callers,
                const std::vector<domain::Person>& people, const domain::CompiledRules& before, const domain::CompiledRules& after)
{
    QHash<domain::CallerId, const domain::Caller*> byId;
    for (const domain::Caller& caller : callers)
        byId.insert(caller.id, &caller);
    QHash<domain::CallerId, std::vector<QDateTime>> earlier;
    QHash<domain::CallerId, domain::Disposition> last;
    Replay replay;
    for (auto call = calls.rbegin(); call != calls.rend(); ++call) {
        domain::ScreeningFacts facts;
        facts.now = call->offeredAt;
        facts.concern = call->concern;
        facts.people = people;
        facts.relation = call->anonymous ? domain::Relation::Anonymous : domain::Relation::Unknown;
        const domain::Caller* caller = byId.value(call->caller);
        if (caller) {
            facts.caller = caller->id;
            facts.relation = caller->relation;
            facts.language = caller->language;
            facts.specialInstruction = caller->specialInstruction;
            facts.history.calls = earlier.value(caller->id);
            facts.history.lastDisposition = last.value(caller->id, domain::Disposition::None);
            earlier[caller->id].insert(earlier[caller->id].begin(), call->offeredAt);
            if (call->disposition != domain::Disposition::None)
                last.insert(caller->id, call->disposition);
        }
        ++replay.calls;
        const domain::Recommendation one = domain::screen(before, facts).advice.front();
        const domain::Recommendation other = domain::screen(after, facts).advice.front();
        if (!saysTheSame(one, other))
            replay.differences.push_back({*call, caller ? caller->name : QString(), one, other});
    }
    std::reverse(replay.differences.begin(), replay.differences.end());
    return replay;
}

} // namespace

ScreeningSetup::ScreeningSetup(Office& office, CabinetHandle cabinet, domain::User user, QObject* parent)
    : QObject(parent), m_office(office), m_cabinet(std::move(cabinet)), m_user(std::move(user))
{
}

void ScreeningSetup::load()
{
    m_cabinet.read(this, &readPapers, [this](Result<Papers> papers) {
        if (!papers) {
            Q_EMIT failed(papers.error());
            return;
        }
        m_profile = std::move(papers->profile);
        m_people = std::move(papers->people);
        m_callers = std::move(papers->callers);
        m_saved = m_rules = std::move(papers->rules);
        m_hours = m_profile->hours;
        Q_EMIT loaded();
    });
}

bool ScreeningSetup::isChanged() const
{
    return m_profile && (m_rules != m_saved || m_hours != m_profile->hours);
}

std::optional<domain::HoursMistake> ScreeningSetup::setHours(const QString& text)
{
    const auto read = domain::readHours(text);
    if (!read)
        return read.error();
    m_hours.week = read->week;
    m_hours.holidays = read->holidays;
    if (m_hours.holidays && m_hours.holidayRegion.isEmpty())
        m_hours.holidayRegion = m_profile->entry.region;
    Q_EMIT changed();
    return std::nullopt;
}

void ScreeningSetup::setHolidayRegion(const QString& code)
{
    m_hours.holidayRegion = code;
    Q_EMIT changed();
}

bool ScreeningSetup::move(size_t rule, int by)
{
    const auto target = static_cast<qsizetype>(rule) + by;
    if (target < 0 || target >= static_cast<qsizetype>(m_rules.rules.size()))
        return false;
    std::swap(m_rules.rules[rule], m_rules.rules[static_cast<size_t>(target)]);
    Q_EMIT changed();
    return true;
}

void ScreeningSetup::setEnabled(size_t rule, bool enabled)
{
    m_rules.rules[rule].enabled = enabled;
    Q_EMIT changed();
}

domain::Rule ScreeningSetup::freshRule() const
{
    domain::Rule rule;
    rule.id = m_office.ids.next().toString(QUuid::WithoutBraces);
    return rule;
}

void ScreeningSetup::add(const domain::Rule& rule, size_t place)
{
    m_rules.rules.insert(m_rules.rules.begin() + static_cast<qsizetype>(std::min(place, m_rules.rules.size())), rule);
    Q_EMIT changed();
}

void ScreeningSetup::change(size_t rule, const domain::Rule& said)
{
    domain::Rule& changed = m_rules.rules[rule];
    changed.title = said.title;
    changed.priority = said.priority;
    changed.when = said.when;
    changed.then = said.then;
    Q_EMIT this->changed();
}

void ScreeningSetup::remove(size_t rule)
{
    m_rules.rules.erase(m_rules.rules.begin() + static_cast<qsizetype>(rule));
    Q_EMIT changed();
}

void ScreeningSetup::setLastDay(size_t rule, QDate day)
{
    m_rules.rules[rule].validUntil = day.isValid() ? day.addDays(1).startOfDay(m_profile->entry.zone).toUTC() : QDateTime();
    Q_EMIT changed();
}

QDate ScreeningSetup::lastDay(const domain::Rule& rule) const
{
    return rule.validUntil.isValid() ? rule.validUntil.addMSecs(-1).toTimeZone(m_profile->entry.zone).date() : QDate();
}

std::vector<domain::RuleFinding> ScreeningSetup::findings() const
{
    return domain::checkRules(m_rules, m_people, m_profile->concerns, m_office.clock.nowUtc());
}

domain::Decision ScreeningSetup::tryOut(domain::Relation relation, const QString& concern, const QDateTime& local) const
{
    domain::ScreeningFacts facts;
    facts.now = local.toUTC();
    facts.relation = relation;
    facts.concern = concern;
    facts.people = everybodyThere(m_people);
    return domain::screen({m_rules, m_hours, m_profile->entry.zone, m_profile->concerns}, facts);
}

void ScreeningSetup::replay()
{
    const domain::TenantProfile& profile = *m_profile;
    const domain::CompiledRules before(m_saved, profile.hours, profile.entry.zone, profile.concerns);
    const domain::CompiledRules after(m_rules, m_hours, profile.entry.zone, profile.concerns);
    m_cabinet.read(
        this,
        [before, after, callers = m_callers, people = everybodyThere(m_people)](ports::Cabinet& cabinet) -> Result<Replay> {
            const auto calls = cabinet.calls(replayedCalls);
            if (!calls)
                return domain::failure(calls.error());
            return replayOf(*calls, callers, people, before, after);
        },
        [this](const Result<Replay>& replay) {
            if (replay)
                Q_EMIT replayed(*replay);
            else
                Q_EMIT failed(replay.error());
        });
}

void ScreeningSetup::save(const QString& change)
{
    const auto found = findings();
    const auto grave = std::find_if(found.begin(), found.end(), [](const domain::RuleFinding& one) { return domain::isGrave(one.flaw); });
    if (grave != found.end()) {
        Q_EMIT failed({Fault::Invalid, QStringLiteral("a rule contradicts"), grave->rule});
        return;
    }
    RuleSet rules = m_rules;
    rules.savedBy = m_user.name;
    rules.change = change.trimmed();
    const bool newRules = m_rules != m_saved;
    m_cabinet.write(
        this,
        [rules, hours = m_hours, newRules](ports::Cabinet& cabinet) -> Result<int> {
            int version = rules.version;
            const Outcome kept = cabinet.atomically([&]() -> Outcome {
                if (newRules) {
                    const auto saved = cabinet.ruleBook().save(rules);
                    if (!saved)
                        return domain::failure(saved.error());
                    version = *saved;
                }
                // Afresh: what others have changed of it meanwhile stays.
                auto profile = cabinet.profile();
                if (!profile)
                    return domain::failure(profile.error());
                profile->hours = hours;
                return cabinet.saveProfile(*profile);
            });
            if (!kept)
                return domain::failure(kept.error());
            return version;
        },
        [this, hours = m_hours](const Result<int>& version) {
            if (!version) {
                Q_EMIT failed(version.error());
                return;
            }
            m_profile->hours = hours;
            m_rules.version = *version;
            m_saved = m_rules;
            Q_EMIT saved(*version);
        });
}

} // namespace vorzimmer::desk
