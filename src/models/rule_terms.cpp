#include "vorzimmer/models/rule_terms.h"

#include "vorzimmer/domain/schedule_text.h"
#include "vorzimmer/models/wording.h"

#include <QRegularExpression>

#include <algorithm>

namespace vorzimmer::models {

using domain::RuleCondition;
using domain::RulePart;
using Choice = RuleTerms::Choice;

namespace {

template <class Value>
void addOnce(std::vector<Value>& list, const Value& value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(value);
}

/// "3 within 7", "3/7".
std::optional<domain::CallCount> readCount(const QString& text)
{
    static const QRegularExpression numbers(QStringLiteral("^\\D*(\\d{1,3})\\D+(\\d{1,4})\\D*$"));
    const auto match = numbers.match(text);
    const domain::CallCount count{match.captured(1).toInt(), match.captured(2).toInt()};
    return match.hasMatch() && count.atLeast > 1 && count.days > 0 ? std::optional(count) : std::nullopt;
}

template <class Enum, class Words>
std::vector<Choice> choicesOf(std::initializer_list<Enum> values, Words words)
{
    std::vector<Choice> choices;
    for (const Enum value : values)
        choices.push_back({words(value), static_cast<int>(value)});
    return choices;
}

/// The place in a condition where a yes-or-no part is kept; null for another part.
std::optional<bool>* flagOf(RuleCondition& when, RulePart part)
{
    switch (part) {
    case RulePart::Expected: return &when.expected;
    case RulePart::Instructed: return &when.instructed;
    case RulePart::SharedNumber: return &when.sharedNumber;
    case RulePart::ConcernByEmail: return &when.concernByEmail;
    case RulePart::CallBackOverdue: return &when.callBackOverdue;
    case RulePart::OpenTopic: return &when.openTopic;
    default: return nullptr;
    }
}

std::vector<domain::PersonId>* peopleOf(RuleCondition& when, RulePart part)
{
    switch (part) {
    case RulePart::Reachable: return &when.reachable;
    case RulePart::Unreachable: return &when.unreachable;
    case RulePart::Engaged: return &when.engaged;
    default: return nullptr;
    }
}

} // namespace

std::vector<RulePart> RuleTerms::parts()
{
    using enum RulePart;
    // The three states of the house are one part here.
    return {Relation,       Concern,   HouseOpen,        Schedule,  Caller,      Expected,     Instructed, CallBackOverdue, OpenTopic,
            OpenTopicAbout, CallCount, LastDisposition,  Reachable, Unreachable, Engaged,      Language,   ConcernByEmail,  SharedNumber};
}

QString RuleTerms::partText(RulePart part)
{
    switch (part) {
    case RulePart::Relation: return tr("The caller is …");
    case RulePart::Concern: return tr("It is about …");
    case RulePart::HouseOpen:
    case RulePart::HouseClosed:
    case RulePart::HouseOnHoliday: return tr("The house is …");
    case RulePart::Schedule: return tr("On days and at times …");
    case RulePart::Caller: return tr("A certain caller …");
    case RulePart::Expected: return tr("Expected …");
    case RulePart::Instructed: return tr("Special instruction …");
    case RulePart::CallBackOverdue: return tr("Call-back overdue …");
    case RulePart::OpenTopic: return tr("Open topic …");
    case RulePart::OpenTopicAbout: return tr("Open topic about …");
    case RulePart::CallCount: return tr("Repeated calls …");
    case RulePart::LastDisposition: return tr("The last call was …");
    case RulePart::Reachable: return tr("Can be reached: …");
    case RulePart::Unreachable: return tr("Cannot be reached: …");
    case RulePart::Engaged: return tr("Is on the telephone: …");
    case RulePart::Language: return tr("The caller speaks …");
    case RulePart::ConcernByEmail: return tr("The concern goes by e-mail …");
    case RulePart::SharedNumber: return tr("Several share the number …");
    }
    return {};
}

QString RuleTerms::hint(RulePart part)
{
    if (part == RulePart::Schedule)
        return tr("Mo-Fr 12-13");
    return part == RulePart::CallCount ? tr("3 within 7 days") : QString();
}

std::vector<Choice> RuleTerms::choices(RulePart part) const
{
    using R = domain::Relation;
    using D = domain::Disposition;
    using H = domain::HouseIs;
    std::vector<Choice> choices;
    switch (part) {
    case RulePart::Relation:
        return choicesOf({R::Vip, R::Family, R::Customer, R::Prospect, R::Supplier, R::Authority, R::Press, R::Solicitor, R::Blocked, R::Unknown, R::Anonymous},
                         [](R one) { return Wording::relationText(one); });
    case RulePart::LastDisposition:
        return choicesOf({D::MessageTaken, D::PutThrough, D::RedirectedToEmail, D::AppointmentMade, D::Settled, D::Abandoned, D::Refused},
                         [](D one) { return Wording::dispositionText(one); });
    case RulePart::HouseOpen:
    case RulePart::HouseClosed:
    case RulePart::HouseOnHoliday:
        return choicesOf({H::Open, H::Closed, H::OnHoliday}, [](H one) {
            return one == H::Open ? tr("open", "the house") : one == H::Closed ? tr("closed", "the house") : tr("on a public holiday", "the house");
        });
    case RulePart::Caller:
        for (const domain::Caller& caller : m_callers)
            choices.push_back({caller.name.isEmpty() ? caller.company : caller.name, caller.id.uuid()});
        return choices;
    case RulePart::Concern:
    case RulePart::OpenTopicAbout:
        for (const domain::Concern& concern : m_concerns)
            choices.push_back({concern.name, concern.name});
        return choices;
    case RulePart::Language:
        for (const char* language : {"de", "en", "fr", "es", "it", "tr", "pl", "ru", "uk", "ar"})
            choices.push_back({Wording::languageName(QLatin1String(language)), QLatin1String(language)});
        return choices;
    case RulePart::Reachable:
    case RulePart::Unreachable:
    case RulePart::Engaged:
        for (const domain::Person& person : m_people)
            choices.push_back({person.name, person.id.uuid()});
        return choices;
    case RulePart::Schedule:
    case RulePart::CallCount: return {};
    case RulePart::Expected:
    case RulePart::Instructed:
    case RulePart::SharedNumber:
    case RulePart::ConcernByEmail:
    case RulePart::CallBackOverdue:
    case RulePart::OpenTopic: break;
    }
    return {{tr("yes"), true}, {tr("no"), false}};
}

bool RuleTerms::add(RuleCondition& when, RulePart part, const QVariant& value)
{
    if (!value.isValid())
        return false;
    if (std::optional<bool>* flag = flagOf(when, part)) {
        *flag = value.toBool();
        return true;
    }
    if (std::vector<domain::PersonId>* people = peopleOf(when, part)) {
        if (value.toUuid().isNull())
            return false;
        addOnce(*people, domain::PersonId(value.toUuid()));
        return true;
    }
    switch (part) {
    case RulePart::Relation: addOnce(when.relations, static_cast<domain::Relation>(value.toInt())); return true;
    case RulePart::LastDisposition: addOnce(when.lastDispositions, static_cast<domain::Disposition>(value.toInt())); return true;
    case RulePart::HouseOpen:
    case RulePart::HouseClosed:
    case RulePart::HouseOnHoliday: when.house = static_cast<domain::HouseIs>(value.toInt()); return true;
    case RulePart::Caller:
        if (value.toUuid().isNull())
            return false;
        addOnce(when.callers, domain::CallerId(value.toUuid()));
        return true;
    case RulePart::Concern: addOnce(when.concerns, value.toString()); return true;
    case RulePart::OpenTopicAbout: addOnce(when.openTopicsAbout, value.toString()); return true;
    case RulePart::Language: addOnce(when.languages, value.toString()); return true;
    case RulePart::CallCount: {
        const auto count = readCount(value.toString());
        if (count)
            when.calls = count;
        return count.has_value();
    }
    case RulePart::Schedule: {
        // One rule holds at one time of the day; another time is another rule.
        const auto schedules = domain::readSchedules(value.toString());
        const bool one = schedules && schedules->size() == 1 && !domain::isAlways(schedules->front());
        if (one)
            when.when = schedules->front();
        return one;
    }
    default: return false;
    }
}

void RuleTerms::clear(RuleCondition& when, RulePart part)
{
    if (std::optional<bool>* flag = flagOf(when, part)) {
        flag->reset();
        return;
    }
    if (std::vector<domain::PersonId>* people = peopleOf(when, part)) {
        people->clear();
        return;
    }
    switch (part) {
    case RulePart::Relation: when.relations.clear(); break;
    case RulePart::LastDisposition: when.lastDispositions.clear(); break;
    case RulePart::HouseOpen:
    case RulePart::HouseClosed:
    case RulePart::HouseOnHoliday: when.house.reset(); break;
    case RulePart::Caller: when.callers.clear(); break;
    case RulePart::Concern: when.concerns.clear(); break;
    case RulePart::OpenTopicAbout: when.openTopicsAbout.clear(); break;
    case RulePart::Language: when.languages.clear(); break;
    case RulePart::CallCount: when.calls.reset(); break;
    case RulePart::Schedule: when.when = {}; break;
    default: break;
    }
}

std::vector<RulePart> RuleTerms::partsOf(const RuleCondition& when)
{
    std::vector<RulePart> asked;
    for (const RulePart part : parts()) {
        RuleCondition without = when;
        clear(without, part);
        if (!(without == when))
            asked.push_back(part);
    }
    return asked;
}

RuleCondition RuleTerms::only(const RuleCondition& when, RulePart part)
{
    RuleCondition alone = when;
    for (const RulePart other : parts()) {
        if (other != part)
            clear(alone, other);
    }
    return alone;
}

} // namespace vorzimmer::models
