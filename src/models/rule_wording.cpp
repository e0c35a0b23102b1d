#include "vorzimmer/models/rule_wording.h"

#include "vorzimmer/models/wording.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace vorzimmer::models {

using domain::RuleCondition;

namespace {

constexpr int daysAWeek = 7;

template <class Value, class Word>
QStringList worded(const std::vector<Value>& values, Word word)
{
    QStringList words;
    for (const Value& value : values)
        words << word(value);
    return words;
}

QString quoted(const QString& text)
{
    return QStringLiteral("“%1”").arg(text);
}

QString dayName(int day)
{
    return QLocale().standaloneDayName(day, QLocale::ShortFormat).remove(QLatin1Char('.'));
}

} // namespace

RuleWording::RuleWording(const std::vector<domain::Person>& people, const std::vector<domain::Caller>& callers, QTimeZone zone)
    : m_people(people), m_callers(callers), m_zone(std::move(zone))
{
}

QString RuleWording::peopleText(const std::vector<domain::PersonId>& people) const
{
    return worded(people, [this](const domain::PersonId& id) {
               const auto found = std::find_if(m_people.begin(), m_people.end(), [&](const domain::Person& one) { return one.id == id; });
               return found == m_people.end() ? tr("somebody who is no longer there") : found->name;
           })
        .join(tr(" or ", "between the last two, or all, of a list"));
}

QString RuleWording::sentence(const domain::Rule& rule) const
{
    const QString condition = conditionText(rule.when);
    const QString advice = adviceText(rule.then);
    QString text = condition.isEmpty() ? tr("Always: %1").arg(advice) : tr("When %1: %2", "condition, advice").arg(condition, advice);
    if (rule.validUntil.isValid()) {
        const QDate last = rule.validUntil.addMSecs(-1).toTimeZone(m_zone).date();
        text += tr(" (until %1)").arg(QLocale().toString(last, QLocale::ShortFormat));
    }
    return text;
}

QString RuleWording::conditionText(const RuleCondition& when) const
{
    const QString orWord = tr(" or ", "between the last two, or all, of a list");
    const auto join = [&](const QStringList& words) { return words.join(orWord); };
    const auto either = [](std::optional<bool> value, const QString& yes, const QString& no, QStringList& parts) {
        if (value)
            parts << (*value ? yes : no);
    };
    QStringList parts;
    if (!when.relations.empty())
        parts << tr("the caller is: %1").arg(join(worded(when.relations, [](domain::Relation one) { return Wording::relationText(one); })));
    if (!when.callers.empty()) {
        parts << tr("%1 calls").arg(join(worded(when.callers, [this](const domain::CallerId& id) {
            const auto found = std::find_if(m_callers.begin(), m_callers.end(), [&](const domain::Caller& one) { return one.id == id; });
            return found == m_callers.end() ? tr("somebody who is no longer on file") : found->name.isEmpty() ? found->company : found->name;
        })));
    }
    if (!when.languages.empty())
        parts << tr("the caller speaks %1").arg(join(worded(when.languages, [](const QString& one) { return Wording::languageName(one); })));
    either(when.expected, tr("the caller is expected"), tr("the caller is not expected"), parts);
    either(when.instructed, tr("there is a special instruction"), tr("there is no special instruction"), parts);
    either(when.sharedNumber, tr("several callers share the number"), tr("only one caller has the number"), parts);
    if (!when.concerns.empty())
        parts << tr("it is about %1").arg(join(worded(when.concerns, quoted)));
    either(when.concernByEmail, tr("the concern goes by e-mail"), tr("the concern does not go by e-mail"), parts);
    if (when.calls)
        parts << tr("it is the call no. %1 or more within %n day(s)", nullptr, when.calls->days).arg(when.calls->atLeast);
    if (!when.lastDispositions.empty())
        parts << tr("the last call was: %1").arg(join(worded(when.lastDispositions, [](domain::Disposition one) { return Wording::dispositionText(one); })));
    either(when.callBackOverdue, tr("a promised call-back is overdue"), tr("no call-back is overdue"), parts);
    either(when.openTopic, tr("a topic is still open"), tr("no topic is open"), parts);
    if (!when.openTopicsAbout.empty())
        parts << tr("a topic about %1 is still open").arg(join(worded(when.openTopicsAbout, quoted)));
    if (when.house == domain::HouseIs::Open)
        parts << tr("the house is open");
    else if (when.house == domain::HouseIs::Closed)
        parts << tr("the house is closed");
    else if (when.house == domain::HouseIs::OnHoliday)
        parts << tr("it is a public holiday");
    if (!domain::isAlways(when.when))
        parts << scheduleText(when.when);
    if (!when.reachable.empty())
        parts << tr("%1 can be reached").arg(peopleText(when.reachable));
    if (!when.unreachable.empty())
        parts << tr("%1 cannot be reached").arg(peopleText(when.unreachable));
    if (!when.engaged.empty())
        parts << tr("%1 is on the telephone").arg(peopleText(when.engaged));
    return parts.join(tr(" and "));
}

QString RuleWording::adviceText(const domain::RuleAdvice& then) const
{
    QStringList whom;
    if (then.onCallFirst)
        whom << tr("whoever is on call");
    if (!then.people.empty())
        whom << worded(then.people, [this](const domain::PersonId& id) { return peopleText({id}); });
    const QString people = whom.join(tr(", then "));
    QString text;
    switch (then.action) {
    case domain::Action::PutThrough: text = people.isEmpty() ? tr("put through") : tr("put through to %1").arg(people); break;
    case domain::Action::TakeMessage: text = people.isEmpty() ? tr("take a message") : tr("take a message for %1").arg(people); break;
    case domain::Action::RedirectToEmail:
        text = then.email.isEmpty() ? tr("refer to the concern’s e-mail address") : tr("refer to %1").arg(then.email);
        break;
    case domain::Action::OfferAppointment:
        text = then.slotKind.isEmpty() ? tr("offer an appointment") : tr("offer an appointment: %1").arg(then.slotKind);
        break;
    case domain::Action::Decline: text = tr("decline politely"); break;
    }
    if (then.manner)
        text += *then.manner == domain::TransferManner::Announced ? tr(", announced") : tr(", at once");
    if (!then.questions.empty())
        text += tr("; ask: %1").arg(QStringList(then.questions.begin(), then.questions.end()).join(QStringLiteral("; ")));
    if (!then.remark.isEmpty())
        text += QStringLiteral(" – ") + then.remark;
    return text;
}

QString RuleWording::nameOf(const QString& rule, const domain::RuleSet& rules)
{
    for (const domain::Rule& one : rules.rules) {
        if (one.id == rule && !one.title.isEmpty())
            return one.title;
    }
    return rule;
}

QString RuleWording::findingText(const domain::RuleFinding& finding, const domain::RuleSet& rules)
{
    const QString rule = nameOf(finding.rule, rules);
    using enum domain::RuleFlaw;
    switch (finding.flaw) {
    case IdTwice: return tr("Two rules are called %1.").arg(rule);
    case PersonUnknown: return tr("%1 names somebody who is no longer there.").arg(rule);
    case ConcernUnknown: return tr("%1 names the concern “%2”, which there is not.").arg(rule, finding.other);
    case NoAddress: return tr("%1 refers to e-mail, and there is no address.").arg(rule);
    case NeverHolds: return tr("%1 never applies: its condition cannot be met.").arg(rule);
    case Contradicts: return tr("%1 says something else than %2 under the same condition.").arg(rule, nameOf(finding.other, rules));
    case Unreachable: return tr("%1 is never reached: %2 always comes before it.").arg(rule, nameOf(finding.other, rules));
    case DeputyLoop: return tr("The deputies of %1 lead in a circle.").arg(finding.other);
    case Expired: return tr("%1 has ended.").arg(rule);
    }
    return {};
}

QString RuleWording::partText(domain::RulePart part)
{
    using enum domain::RulePart;
    switch (part) {
    case Expected: return tr("whether the caller is expected");
    case Instructed: return tr("the special instruction");
    case SharedNumber: return tr("who shares the number");
    case ConcernByEmail: return tr("whether the concern goes by e-mail");
    case CallBackOverdue: return tr("the overdue call-back");
    case OpenTopic: return tr("the open topic");
    case HouseOpen:
    case HouseClosed:
    case HouseOnHoliday: return tr("the opening hours");
    case Relation: return tr("the relation");
    case Caller: return tr("the caller");
    case Language: return tr("the language");
    case Concern: return tr("the concern");
    case CallCount: return tr("the number of calls");
    case LastDisposition: return tr("the last call");
    case OpenTopicAbout: return tr("what the open topic is about");
    case Schedule: return tr("the hour");
    case Reachable:
    case Unreachable: return tr("who can be reached");
    case Engaged: return tr("who is on the telephone");
    }
    return {};
}

QString RuleWording::scheduleText(const domain::Schedule& when)
{
    QStringList parts;
    if (when.weekdays != 0) {
        QStringList days;
        for (int day = 1; day <= daysAWeek; ++day) {
            if ((when.weekdays >> (day - 1) & 1U) != 0)
                days << dayName(day);
        }
        parts << tr("on %1", "days of the week").arg(days.join(QStringLiteral(", ")));
    }
    if (when.begin.isValid())
        parts << tr("between %1 and %2").arg(QLocale().toString(when.begin, QLocale::ShortFormat), QLocale().toString(when.end, QLocale::ShortFormat));
    if (when.from.isValid())
        parts << tr("from %1", "a date").arg(QLocale().toString(when.from, QLocale::ShortFormat));
    if (when.until.isValid())
        parts << tr("until %1", "a date").arg(QLocale().toString(when.until, QLocale::ShortFormat));
    return parts.join(QStringLiteral(" "));
}

QString RuleWording::hoursText(const domain::OpeningHours& hours)
{
    static const QStringList standard{QStringLiteral("Mo"), QStringLiteral("Tu"), QStringLiteral("We"), QStringLiteral("Th"),
                                      QStringLiteral("Fr"), QStringLiteral("Sa"), QStringLiteral("Su")};
    static const QRegularExpression word(QStringLiteral("[A-Za-z]+"));
    const QString canonical = domain::hoursText(hours);
    QString text;
    qsizetype done = 0;
    for (auto matches = word.globalMatch(canonical); matches.hasNext();) {
        const auto match = matches.next();
        text += canonical.mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        const qsizetype day = standard.indexOf(match.captured());
        text += day >= 0 ? dayName(static_cast<int>(day) + 1) : match.captured() == u"PH" ? tr("public holidays") : tr("closed", "hours");
    }
    text += canonical.mid(done);
    return text.replace(QLatin1Char(','), QStringLiteral(", "));
}

QString RuleWording::mistakeText(const domain::HoursMistake& mistake, const QString& text)
{
    const QString there = text.mid(mistake.position, mistake.length);
    using enum domain::HoursFlaw;
    switch (mistake.flaw) {
    case NothingWritten: return tr("Write when the house is open, such as: Mo-Fr 8-12, 13-17; Sa 9-12");
    case UnknownWord: return tr("“%1” is not understood.").arg(there);
    case AmbiguousWord: return tr("“%1” may mean two things. Write the days, such as Mo-Fr or Mo-Sa.").arg(there);
    case NotSupported: return tr("“%1” cannot be said here: only days of the week, public holidays and times.").arg(there);
    case DaysMissing: return tr("On which days “%1”?").arg(there);
    case TimesMissing: return tr("At which times on “%1”?").arg(there);
    case NoSuchTime: return tr("There is no such time: “%1”.").arg(there);
    case EndMissing: return tr("Until when? “%1” has no end.").arg(there);
    case EndBeforeBegin: return tr("“%1” ends before it begins. For the afternoon write 17 or 5 pm.").arg(there);
    case Overlap: return tr("“%1” overlaps with other hours of the same day or the night before.").arg(there);
    }
    return {};
}

} // namespace vorzimmer::models
