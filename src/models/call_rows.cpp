#include "vorzimmer/models/desk_rows.h"
#include "vorzimmer/models/wording.h"

#include <QStringList>

namespace vorzimmer::models {

namespace {

std::chrono::seconds since(const QDateTime& start, const QDateTime& now)
{
    return std::chrono::seconds(start.isValid() ? start.secsTo(now) : 0);
}

Line line(const QString& text, Tone tone)
{
    return {{{text, tone}}, 1, {}};
}

} // namespace

Row CallRows::waiting(const WaitingCall& call, const QDateTime& now, bool first)
{
    const QString company = call.company.isEmpty() ? tr("Unknown line") : call.company;
    const QString number = call.number.isEmpty() ? tr("withheld") : call.number;
    const QString duration = Wording::durationText(since(call.offeredAt, now));
    Row row;
    row.id = call.id.uuid();
    row.mood = first ? RowMood::Waiting : RowMood::Plain;
    row.cells = {{{line(company, Tone::Strong), line(number, Tone::Muted)}},
                 {{line(duration, first ? Tone::Warn : Tone::Muted), line(call.language.toUpper(), Tone::Muted)}}};
    row.spoken = tr("%1 rings for %2, from %3", "company, duration, number").arg(company, duration, number);
    if (!call.language.isEmpty())
        row.spoken += QStringLiteral(", ") + Wording::languageName(call.language);
    return row;
}

Row CallRows::own(const OwnCall& call, const QDateTime& now)
{
    const bool live = call.state != ports::CallState::Ended;
    const QString company = call.company.isEmpty() ? tr("Unknown line") : call.company;
    QStringList details;
    if (live)
        details << Wording::callStateText(call.state);
    if (!call.caller.isEmpty())
        details << call.caller;
    const QString detail = details.join(QStringLiteral(" · "));
    const QString note = call.unfinishedNote ? tr("Note unfinished") : QString();
    const QString duration = live ? Wording::durationText(since(call.since, now)) : QString();

    Row row;
    row.id = call.id.uuid();
    row.mood = call.onScreen ? RowMood::Active : RowMood::Plain;
    Cell what{{line(company, Tone::Strong)}};
    if (!detail.isEmpty())
        what.lines.push_back(line(detail, Tone::Muted));
    if (!note.isEmpty())
        what.lines.push_back(line(note, Tone::Warn));
    row.cells = {what, {{line(duration, call.state == ports::CallState::HeldByUs ? Tone::Warn : Tone::Strong)}}};
    QStringList spoken{company};
    for (const QString& part : {detail, duration, note, call.onScreen ? tr("on the screen") : QString()}) {
        if (!part.isEmpty())
            spoken << part;
    }
    row.spoken = spoken.join(QStringLiteral(", "));
    return row;
}

Row CallRows::past(const PastCall& call)
{
    const QString time = Wording::timeText(call.at.toLocalTime());
    const QString company = call.company.isEmpty() ? tr("Unknown line") : call.company;
    const QString outcome = Wording::dispositionText(call.disposition);
    Row row;
    row.id = call.id.uuid();
    row.cells = {{{line(time, Tone::Muted)}}, {{line(company, Tone::Plain), line(outcome, Tone::Muted)}}};
    row.spoken = QStringList{time, company, outcome}.join(QStringLiteral(", "));
    return row;
}

Row CallRows::serviceLevel(const QString& company, const domain::ServiceLevel& level)
{
    const QString name = company.isEmpty() ? tr("Unknown line") : company;
    const QString figures = Wording::serviceLevelText(level);
    Row row;
    row.id = name;
    row.cells = {{{line(name, Tone::Plain)}}, {{line(figures, Tone::Muted)}}};
    row.spoken = QStringList{name, figures}.join(QStringLiteral(", "));
    return row;
}

} // namespace vorzimmer::models
