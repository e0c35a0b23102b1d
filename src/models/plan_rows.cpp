#include "vorzimmer/models/plan_rows.h"

#include "vorzimmer/models/rule_wording.h"
#include "vorzimmer/models/wording.h"

#include <algorithm>

namespace vorzimmer::models {

namespace {

Row planned(Lamp lamp, Tone tone, const QString& what, const QString& who, const QString& when, const QString& words)
{
    Row row;
    row.lamp = lamp;
    row.lampTone = tone;
    Cell second{{Line{{Span{when, Tone::Plain}}, 2, {}}}};
    if (!words.isEmpty())
        second.lines.push_back(Line{{Span{words, Tone::Muted}}, 3, {}});
    row.cells = {Cell{{Line{{Span{who, Tone::Strong}}, 2, {}}, Line{{Span{what, Tone::Muted}}, 1, {}}}}, second};
    row.spoken = QStringList{who, what, when}.join(QStringLiteral(", "));
    if (!words.isEmpty())
        row.spoken += QStringLiteral(", ") + words;
    return row;
}

} // namespace

PlanRows::PlanRows(const std::vector<domain::Person>& people, const std::vector<domain::Caller>& callers, QTimeZone zone,
                   const QDateTime& now, NumberDisplay display)
    : m_people(people), m_callers(callers), m_zone(std::move(zone)), m_now(now), m_display(std::move(display))
{
}

QString PlanRows::personName(const domain::PersonId& id) const
{
    const auto found = std::find_if(m_people.begin(), m_people.end(), [&](const domain::Person& one) { return one.id == id; });
    return found == m_people.end() ? tr("somebody who is no longer there") : found->name;
}

QString PlanRows::whenText(const domain::Schedule& when) const
{
    return domain::isAlways(when) ? tr("always") : RuleWording::scheduleText(when);
}

Row PlanRows::absence(const domain::Absence& absence) const
{
    return planned(Lamp::Off, Tone::Muted, tr("absent"), personName(absence.person), whenText(absence.when), absence.note);
}

Row PlanRows::duty(const domain::Duty& duty) const
{
    return planned(Lamp::On, Tone::Ok, tr("on call"), personName(duty.person), whenText(duty.when), {});
}

Row PlanRows::expected(const domain::ExpectedCall& call) const
{
    QString who = m_display(call.number);
    for (const domain::Caller& caller : m_callers) {
        if (!call.caller.isNull() && caller.id == call.caller)
            who = caller.name.isEmpty() ? caller.company : caller.name;
    }
    const QString until = tr("until %1", "a moment").arg(Wording::endText(call.validUntil.toTimeZone(m_zone), m_now.toTimeZone(m_zone)));
    return planned(Lamp::Half, Tone::Warn, tr("expected to ring"), who, until, call.message);
}

} // namespace vorzimmer::models
