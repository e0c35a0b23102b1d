#include "vorzimmer/domain/house_change.h"

#include <algorithm>

namespace vorzimmer::domain {

namespace {

HouseChange change(ChangeKind kind, const QString& words = {})
{
    return {0, {}, kind, words};
}

template <class Value>
bool contains(const std::vector<Value>& list, const Value& value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

/// What is in one of two lists only.
template <class Value, class Words>
void addDifference(const std::vector<Value>& before, const std::vector<Value>& after, ChangeKind fresh, ChangeKind gone, Words words,
                   std::vector<HouseChange>& changes)
{
    for (const Value& value : after) {
        if (!contains(before, value))
            changes.push_back(change(fresh, words(value)));
    }
    for (const Value& value : before) {
        if (!contains(after, value))
            changes.push_back(change(gone, words(value)));
    }
}

/// As above, but what has the same key on both sides and differs otherwise has changed.
template <class Value, class Key, class Words>
void addByKey(const std::vector<Value>& before, const std::vector<Value>& after, ChangeKind fresh, ChangeKind gone, ChangeKind changed, Key key,
              Words words, std::vector<HouseChange>& changes)
{
    const auto find = [&key](const std::vector<Value>& list, const Value& value) {
        return std::find_if(list.begin(), list.end(), [&](const Value& one) { return key(one) == key(value); });
    };
    for (const Value& value : after) {
        const auto old = find(before, value);
        if (old == before.end())
            changes.push_back(change(fresh, words(value)));
        else if (!(*old == value))
            changes.push_back(change(changed, words(value)));
    }
    for (const Value& value : before) {
        if (find(after, value) == after.end())
            changes.push_back(change(gone, words(value)));
    }
}

} // namespace

std::vector<HouseChange> changesBetween(const TenantProfile& before, const TenantProfile& after)
{
    std::vector<HouseChange> changes;
    addDifference(before.instructions, after.instructions, ChangeKind::InstructionNew, ChangeKind::InstructionGone,
                  [](const QString& line) { return line; }, changes);
    if (before.greetings != after.greetings)
        changes.push_back(change(ChangeKind::GreetingChanged));
    if (before.hours != after.hours)
        changes.push_back(change(ChangeKind::HoursChanged));
    for (const Notice& notice : after.notices) {
        if (!contains(before.notices, notice))
            changes.push_back(change(ChangeKind::NoticeNew, notice.text));
    }
    const auto name = [](const Concern& concern) { return concern.name; };
    const auto withoutForm = [](std::vector<Concern> concerns) {
        for (Concern& concern : concerns)
            concern.questions.clear();
        return concerns;
    };
    addByKey(withoutForm(before.concerns), withoutForm(after.concerns), ChangeKind::ConcernNew, ChangeKind::ConcernGone,
             ChangeKind::ConcernChanged, name, name, changes);
    for (const Concern& concern : after.concerns) {
        const auto old = std::find_if(before.concerns.begin(), before.concerns.end(), [&](const Concern& one) { return one.name == concern.name; });
        if (old != before.concerns.end() && old->questions != concern.questions)
            changes.push_back(change(ChangeKind::FormChanged, concern.name));
    }
    return changes;
}

std::vector<HouseChange> changesBetween(const Person& before, const Person& after)
{
    Person same = after;
    same.presence = before.presence;
    return same == before ? std::vector<HouseChange>() : std::vector<HouseChange>{change(ChangeKind::PersonChanged, after.name)};
}

std::vector<HouseChange> changesBetween(const RuleSet& before, const RuleSet& after, const std::vector<Person>& people)
{
    const auto nameOf = [&people](const PersonId& id) {
        const auto found = std::find_if(people.begin(), people.end(), [&](const Person& one) { return one.id == id; });
        return found == people.end() ? QString() : found->name;
    };
    std::vector<HouseChange> changes;
    addDifference(before.absences, after.absences, ChangeKind::AbsenceNew, ChangeKind::AbsenceGone,
                  [&](const Absence& absence) { return nameOf(absence.person); }, changes);
    addDifference(before.duties, after.duties, ChangeKind::DutyNew, ChangeKind::DutyGone, [&](const Duty& duty) { return nameOf(duty.person); },
                  changes);
    addByKey(before.rules, after.rules, ChangeKind::RuleNew, ChangeKind::RuleGone, ChangeKind::RuleChanged, [](const Rule& rule) { return rule.id; },
             [](const Rule& rule) { return rule.title.isEmpty() ? rule.id : rule.title; }, changes);
    return changes;
}

std::vector<HouseChange> changesBetween(const Knowledge& before, const Knowledge& after)
{
    std::vector<HouseChange> changes;
    addByKey(before.entries, after.entries, ChangeKind::AnswerNew, ChangeKind::AnswerGone, ChangeKind::AnswerChanged,
             [](const KnowledgeEntry& entry) { return entry.id; }, [](const KnowledgeEntry& entry) { return entry.question; }, changes);
    return changes;
}

} // namespace vorzimmer::domain
