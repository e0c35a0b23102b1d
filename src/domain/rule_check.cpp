#include "vorzimmer/domain/rule_check.h"

#include <algorithm>
#include <set>

namespace vorzimmer::domain {

namespace {

/// Whether a list that stands for "one of these" lets through all that @p narrow does; an empty list lets everything through.
template <class Value>
bool coversList(const std::vector<Value>& wide, const std::vector<Value>& narrow)
{
    if (wide.empty())
        return true;
    return !narrow.empty() && std::all_of(narrow.begin(), narrow.end(), [&](const Value& value) {
        return std::find(wide.begin(), wide.end(), value) != wide.end();
    });
}

template <class Value>
bool coversValue(const std::optional<Value>& wide, const std::optional<Value>& narrow)
{
    return !wide || wide == narrow;
}

/// Whether @p wide holds whenever @p narrow does, as far as the parts show one by one.
bool coversCondition(const RuleCondition& wide, const RuleCondition& narrow)
{
    const bool calls = !wide.calls
                       || (narrow.calls && narrow.calls->atLeast >= wide.calls->atLeast && narrow.calls->days <= wide.calls->days);
    return calls && coversList(wide.relations, narrow.relations) && coversList(wide.callers, narrow.callers)
           && coversList(wide.languages, narrow.languages) && coversValue(wide.expected, narrow.expected)
           && coversValue(wide.instructed, narrow.instructed) && coversValue(wide.sharedNumber, narrow.sharedNumber)
           && coversList(wide.concerns, narrow.concerns) && coversValue(wide.concernByEmail, narrow.concernByEmail)
           && coversList(wide.lastDispositions, narrow.lastDispositions)
           && coversValue(wide.callBackOverdue, narrow.callBackOverdue) && coversValue(wide.openTopic, narrow.openTopic)
           && coversList(wide.openTopicsAbout, narrow.openTopicsAbout) && coversValue(wide.house, narrow.house)
           && covers(wide.when, narrow.when) && coversList(wide.reachable, narrow.reachable)
           && coversList(wide.unreachable, narrow.unreachable) && coversList(wide.engaged, narrow.engaged);
}

bool neverHolds(const RuleCondition& when)
{
    const bool knowsCaller = !when.callers.empty() || !when.languages.empty() || when.instructed == true || when.expected == true;
    const auto hasOnly = [&](Relation relation) { return when.relations == std::vector<Relation>{relation}; };
    if (when.sharedNumber == true && (knowsCaller || (!when.relations.empty()
                                                      && std::find(when.relations.begin(), when.relations.end(), Relation::Unknown)
                                                             == when.relations.end())))
        return true;
    if (hasOnly(Relation::Anonymous) && !when.callers.empty())
        return true;
    if (when.openTopic == false && !when.openTopicsAbout.empty())
        return true;
    if (when.calls && when.calls->days <= 0 && when.calls->atLeast > 1)
        return true;
    // One person alone cannot be both.
    if (when.reachable.size() == 1 && (when.reachable == when.unreachable || when.reachable == when.engaged))
        return true;
    return !canHold(when.when);
}

/// Whether @p earlier is decided on before @p later wherever both apply.
bool precedes(const Rule& earlier, const Rule& later)
{
    if (earlier.priority != later.priority)
        return earlier.priority > later.priority;
    return extentOf(earlier.when.when) <= extentOf(later.when.when);
}

bool isSameRank(const Rule& a, const Rule& b)
{
    return a.priority == b.priority && extentOf(a.when.when) == extentOf(b.when.when);
}

bool outlives(const Rule& earlier, const Rule& later)
{
    return !earlier.validUntil.isValid() || (later.validUntil.isValid() && later.validUntil <= earlier.validUntil);
}

class Check {
public:
    Check(const RuleSet& rules, const std::vector<Person>& people, const std::vector<Concern>& concerns, const QDateTime& now)
        : m_rules(rules), m_people(people), m_concerns(concerns), m_now(now)
    {
    }

    std::vector<RuleFinding> run()
    {
        std::set<QString> ids;
        for (size_t i = 0; i < m_rules.rules.size(); ++i) {
            const Rule& rule = m_rules.rules[i];
            if (!ids.insert(rule.id).second)
                found(RuleFlaw::IdTwice, rule, rule.id);
            if (rule.enabled)
                look(rule, i);
        }
        deputies();
        return std::move(m_findings);
    }

private:
    void found(RuleFlaw flaw, const Rule& rule, const QString& other = {}) { m_findings.push_back({flaw, rule.id, other}); }

    void look(const Rule& rule, size_t index)
    {
        if (rule.validUntil.isValid() && rule.validUntil <= m_now) {
            found(RuleFlaw::Expired, rule);
            return;
        }
        for (const auto* list : {&rule.when.reachable, &rule.when.unreachable, &rule.when.engaged, &rule.then.people}) {
            if (std::any_of(list->begin(), list->end(), [this](const PersonId& id) { return !person(id); }))
                found(RuleFlaw::PersonUnknown, rule);
        }
        for (const auto* list : {&rule.when.concerns, &rule.when.openTopicsAbout}) {
            for (const QString& name : *list) {
                if (!concernNamed(m_concerns, name))
                    found(RuleFlaw::ConcernUnknown, rule, name);
            }
        }
        if (lacksAddress(rule))
            found(RuleFlaw::NoAddress, rule);
        if (neverHolds(rule.when))
            found(RuleFlaw::NeverHolds, rule);
        else
            compare(rule, index);
    }

    [[nodiscard]] bool lacksAddress(const Rule& rule) const
    {
        if (rule.then.action != Action::RedirectToEmail || !rule.then.email.isEmpty() || rule.when.concernByEmail == true)
            return false;
        return rule.when.concerns.empty() || std::any_of(rule.when.concerns.begin(), rule.when.concerns.end(), [this](const QString& name) {
            const Concern* concern = concernNamed(m_concerns, name);
            return !concern || concern->email.isEmpty();
        });
    }

    /// Against all that come before it.
    void compare(const Rule& rule, size_t index)
    {
        for (size_t i = 0; i < m_rules.rules.size(); ++i) {
            const Rule& other = m_rules.rules[i];
            const bool before = i < index ? precedes(other, rule) : precedes(other, rule) && !isSameRank(other, rule);
            if (i == index || !other.enabled || !before || !outlives(other, rule) || neverHolds(other.when))
                continue;
            if (!coversCondition(other.when, rule.when))
                continue;
            const bool contradicts = isSameRank(other, rule) && coversCondition(rule.when, other.when) && other.then != rule.then;
            found(contradicts ? RuleFlaw::Contradicts : RuleFlaw::Unreachable, rule, other.id);
            return;
        }
    }

    void deputies()
    {
        for (const Person& start : m_people) {
            const Person* one = person(start.deputy);
            for (size_t left = m_people.size(); left > 0 && one && one->id != start.id; --left)
                one = person(one->deputy);
            if (one && one->id == start.id)
                m_findings.push_back({RuleFlaw::DeputyLoop, {}, start.name});
        }
    }

    [[nodiscard]] const Person* person(const PersonId& id) const
    {
        const auto known = std::find_if(m_people.begin(), m_people.end(), [&](const Person& person) { return person.id == id; });
        return id.isNull() || known == m_people.end() ? nullptr : &*known;
    }

    const RuleSet& m_rules;
    const std::vector<Person>& m_people;
    const std::vector<Concern>& m_concerns;
    QDateTime m_now;
    std::vector<RuleFinding> m_findings;
};

} // namespace

bool isGrave(RuleFlaw flaw)
{
    switch (flaw) {
    case RuleFlaw::IdTwice:
    case RuleFlaw::PersonUnknown:
    case RuleFlaw::ConcernUnknown:
    case RuleFlaw::NoAddress:
    case RuleFlaw::NeverHolds:
    case RuleFlaw::Contradicts: return true;
    case RuleFlaw::Unreachable:
    case RuleFlaw::DeputyLoop:
    case RuleFlaw::Expired: break;
    }
    return false;
}

std::vector<RuleFinding> checkRules(const RuleSet& rules, const std::vector<Person>& people, const std::vector<Concern>& concerns,
                                    const QDateTime& now)
{
    return Check(rules, people, concerns, now).run();
}

} // namespace vorzimmer::domain
