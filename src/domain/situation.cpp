#include "situation.h"

#include <algorithm>

namespace vorzimmer::domain {

namespace {

/// presenceAt() without the copy: it is asked of everybody at every decision.
bool isAvailable(const Presence& presence, const QDateTime& now)
{
    return presence.state == PresenceState::Available || (presence.until.isValid() && now >= presence.until);
}

bool contains(const std::vector<PersonId>& people, const PersonId& person)
{
    return std::find(people.begin(), people.end(), person) != people.end();
}

} // namespace

Situation::Situation(const RuleTable& table, const ScreeningFacts& facts)
    // Several people share the number: who it is decides, so nothing about one of them may count yet.
    : m_table(table), m_facts(facts), m_relation(facts.sharedNumber ? Relation::Unknown : facts.relation),
      m_concern(table.concernIndex(facts.concern))
{
    const QDateTime local = facts.now.toTimeZone(table.zone);
    m_day = local.date();
    m_time = local.time();
    const auto flag = [this](RulePart part, bool holds) { m_flags |= holds ? bitOf(part) : 0; };
    const bool open = isOpenAt(table.hours, table.zone, local);
    flag(RulePart::HouseOpen, open);
    flag(RulePart::HouseClosed, !open);
    flag(RulePart::HouseOnHoliday, table.hours.holidays && holidayOn(table.hours.holidayRegion, m_day).has_value());
    flag(RulePart::SharedNumber, facts.sharedNumber);
    flag(RulePart::Expected, !facts.sharedNumber && !facts.oneTimeMessage.isEmpty());
    flag(RulePart::Instructed, !facts.sharedNumber && !facts.specialInstruction.isEmpty());
    flag(RulePart::ConcernByEmail, concern() && !concern()->email.isEmpty());
    constexpr qint64 secondsAnHour = 3600;
    const QDateTime& promised = facts.history.callBackPromised;
    flag(RulePart::CallBackOverdue, promised.isValid() && facts.now >= promised.addSecs(table.callBackHours * secondsAnHour));
    flag(RulePart::OpenTopic, !facts.history.openTopics.empty());
    for (const QString& topic : facts.history.openTopics)
        m_openTopics.push_back(table.concernIndex(topic));
    for (const Person& person : facts.people)
        m_reachable.push_back(workOutReachable(person));
}

const Concern* Situation::concern() const
{
    return m_concern == RuleTable::noConcern ? nullptr : &m_table.concerns[static_cast<size_t>(m_concern)];
}

int Situation::callNumber(int days) const
{
    const auto& calls = m_facts.history.calls;
    const QDateTime since = m_facts.now.addDays(-days);
    const auto older = std::partition_point(calls.begin(), calls.end(), [&](const QDateTime& call) { return call >= since; });
    return static_cast<int>(older - calls.begin()) + 1;
}

const Person* Situation::person(const PersonId& id) const
{
    const auto& people = m_facts.people;
    const auto found = std::find_if(people.begin(), people.end(), [&](const Person& person) { return person.id == id; });
    return id.isNull() || found == people.end() ? nullptr : &*found;
}

bool Situation::isEngaged(const PersonId& id) const
{
    return contains(m_facts.engaged, id);
}

bool Situation::workOutReachable(const Person& person) const
{
    if (person.numbers.empty() || !isAvailable(person.presence, m_facts.now) || isEngaged(person.id))
        return false;
    return std::none_of(m_table.absences.begin(), m_table.absences.end(), [&](const Absence& absence) {
        return absence.person == person.id && holdsNow(absence.when);
    });
}

bool Situation::isReachable(const Person& person) const
{
    return isReachable(static_cast<size_t>(&person - m_facts.people.data()));
}

std::vector<const Person*> Situation::onCall() const
{
    std::vector<const Person*> people;
    for (const Duty& duty : m_table.duties) {
        const Person* one = holdsNow(duty.when) ? person(duty.person) : nullptr;
        if (one && std::find(people.begin(), people.end(), one) == people.end())
            people.push_back(one);
    }
    return people;
}

bool Situation::anyOf(const std::vector<PersonId>& people, bool reachable) const
{
    // Somebody who is no longer there cannot be reached.
    return std::any_of(people.begin(), people.end(), [&](const PersonId& id) {
        const Person* one = person(id);
        return (one && isReachable(*one)) == reachable;
    });
}

PartSet Situation::failedParts(const RuleRow& row) const
{
    PartSet failed = (row.must & ~m_flags) | (row.mustNot & m_flags);
    const auto several = [&] { return (failed & (failed - 1)) != 0; };
    const auto need = [&](RulePart part, bool holds) { failed |= holds ? 0 : bitOf(part); };
    const RuleCondition& when = row.rule.when;

    if (row.relations != 0)
        need(RulePart::Relation, (row.relations >> static_cast<unsigned>(m_relation) & 1U) != 0);
    if (!row.concerns.empty())
        need(RulePart::Concern, std::find(row.concerns.begin(), row.concerns.end(), m_concern) != row.concerns.end());
    if (several())
        return failed;
    if (row.timed)
        need(RulePart::Schedule, holdsNow(when.when));
    if (row.dispositions != 0)
        need(RulePart::LastDisposition, (row.dispositions >> static_cast<unsigned>(m_facts.history.lastDisposition) & 1U) != 0);
    if (!when.callers.empty()) {
        const bool isOne = std::find(when.callers.begin(), when.callers.end(), m_facts.caller) != when.callers.end();
        need(RulePart::Caller, isOne && !m_facts.sharedNumber && !m_facts.caller.isNull());
    }
    if (!when.languages.empty()) {
        const bool isOne = std::find(when.languages.begin(), when.languages.end(), m_facts.language) != when.languages.end();
        need(RulePart::Language, isOne && !m_facts.sharedNumber);
    }
    if (several())
        return failed;
    if (!row.openTopicsAbout.empty()) {
        need(RulePart::OpenTopicAbout, std::any_of(m_openTopics.begin(), m_openTopics.end(), [&](int topic) {
                 return topic != RuleTable::noConcern
                        && std::find(row.openTopicsAbout.begin(), row.openTopicsAbout.end(), topic) != row.openTopicsAbout.end();
             }));
    }
    if (when.calls)
        need(RulePart::CallCount, callNumber(when.calls->days) >= when.calls->atLeast);
    if (!when.reachable.empty())
        need(RulePart::Reachable, anyOf(when.reachable, true));
    if (!when.unreachable.empty())
        need(RulePart::Unreachable, anyOf(when.unreachable, false));
    if (!when.engaged.empty()) {
        need(RulePart::Engaged,
             std::any_of(when.engaged.begin(), when.engaged.end(), [this](const PersonId& id) { return isEngaged(id); }));
    }
    return failed;
}

} // namespace vorzimmer::domain
