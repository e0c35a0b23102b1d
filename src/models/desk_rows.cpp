#include "vorzimmer/models/desk_rows.h"

#include "vorzimmer/models/markup.h"
#include "vorzimmer/models/wording.h"

#include <QStringList>

#include <algorithm>
#include <map>

namespace vorzimmer::models {

namespace {

const QString dot = QStringLiteral(" · ");

QString joined(std::initializer_list<QString> parts, const QString& separator = dot)
{
    QStringList filled;
    for (const QString& part : parts) {
        if (const QString text = part.simplified(); !text.isEmpty())
            filled << text;
    }
    return filled.join(separator);
}

Line line(const QString& text, Tone tone = Tone::Plain, int maxLines = 1)
{
    return {{{text, tone}}, maxLines, {}};
}

/// A cell without its empty lines.
Cell cell(std::initializer_list<Line> lines)
{
    Cell filled;
    for (const Line& candidate : lines) {
        if (std::any_of(candidate.spans.begin(), candidate.spans.end(), [](const Span& span) { return !span.text.isEmpty(); }))
            filled.lines.push_back(candidate);
    }
    return filled;
}

const domain::Person* byId(const std::vector<domain::Person>& people, const domain::PersonId& id)
{
    const auto found = std::find_if(people.begin(), people.end(), [&](const domain::Person& person) { return person.id == id; });
    return id.isNull() || found == people.end() ? nullptr : &*found;
}

QDateTime lastConfirmed(const std::vector<domain::Person>& people)
{
    QDateTime oldest;
    for (const domain::Person& person : people) {
        const QDateTime& at = person.presence.confirmedAt;
        if (at.isValid() && (!oldest.isValid() || at < oldest))
            oldest = at;
    }
    return oldest;
}

} // namespace

DeskRows::DeskRows(QTimeZone zone, QDateTime now, NumberDisplay display)
    : m_zone(std::move(zone)), m_now(std::move(now)), m_display(std::move(display))
{
}

std::vector<Row> DeskRows::people(const std::vector<domain::Person>& people) const
{
    std::vector<Row> rows;
    rows.reserve(people.size());
    for (const domain::Person& shown : people)
        rows.push_back(person(shown, people));
    return rows;
}

Row DeskRows::person(const domain::Person& person, const std::vector<domain::Person>& people) const
{
    const domain::PresenceState state = domain::presenceAt(person.presence, m_now).state;
    const QString presence = Wording::presenceText(person.presence, m_now, m_zone);
    QStringList numbers;
    for (const domain::LabelledNumber& number : person.numbers)
        // A number is never broken over two lines.
        numbers << joined({number.label, m_display(number.number)}, QStringLiteral(" ")).replace(QLatin1Char(' '), QChar::Nbsp);
    const QString numberText = numbers.isEmpty() ? tr("no number") : numbers.join(dot);
    const domain::Person* deputy = byId(people, person.deputy);
    const QString deputyText = deputy ? tr("Deputy: %1").arg(deputy->name) : QString();
    const QString duties = joined({person.role, person.responsibilities});

    Row row;
    row.id = person.id.uuid();
    row.lamp = Wording::presenceLamp(state);
    row.lampTone = Wording::presenceTone(state);
    row.cells = {cell({line(person.name, Tone::Strong), line(duties, Tone::Muted, 2)}),
                 cell({line(presence, Wording::presenceTone(state)), line(numberText, Tone::Plain, 2)}),
                 cell({line(deputyText, Tone::Muted), line(person.email, Tone::Muted)})};
    row.spoken = joined({person.name, duties, presence, numberText, deputyText, person.email}, QStringLiteral(", "));
    row.spoken.replace(QChar::Nbsp, QLatin1Char(' '));
    return row;
}

std::vector<Row> DeskRows::targets(const std::vector<domain::Person>& people) const
{
    std::vector<Row> rows;
    for (const domain::Person& person : people) {
        const domain::PresenceState state = domain::presenceAt(person.presence, m_now).state;
        const QString presence = Wording::presenceText(person.presence, m_now, m_zone);
        bool first = true;
        for (const domain::LabelledNumber& number : person.numbers) {
            const QString shown = m_display(number.number);
            Row row;
            row.id = person.id.uuid();
            row.lamp = first ? Wording::presenceLamp(state) : Lamp::Dark;
            row.lampTone = Wording::presenceTone(state);
            row.cells = {cell({line(first ? person.name : QString(), Tone::Strong)}),
                         cell({line(first ? presence : QString(), Wording::presenceTone(state))}),
                         cell({Line{{{number.label, Tone::Muted}}, 1, {}}}), cell({line(shown)})};
            row.spoken = joined({person.name, presence, number.label, shown}, QStringLiteral(", "));
            rows.push_back(row);
            first = false;
        }
    }
    return rows;
}

std::vector<Row> DeskRows::callers(const std::vector<domain::Caller>& callers) const
{
    std::vector<Row> rows;
    for (const domain::Caller& caller : callers) {
        const QString relation = Wording::relationText(caller.relation);
        Row row;
        row.id = caller.id.uuid();
        row.cells = {cell({line(caller.name.isEmpty() ? caller.company : caller.name, Tone::Strong),
                           line(joined({relation, caller.name.isEmpty() ? QString() : caller.company}), Tone::Muted)})};
        row.spoken = joined({caller.name, caller.company, relation}, QStringLiteral(", "));
        rows.push_back(row);
    }
    return rows;
}

std::vector<Row> DeskRows::history(const std::vector<ports::HistoryEntry>& history) const
{
    std::vector<Row> rows;
    rows.reserve(history.size());
    for (const ports::HistoryEntry& entry : history)
        rows.push_back(past(entry));
    return rows;
}

Row DeskRows::past(const ports::HistoryEntry& entry) const
{
    const QDateTime local = entry.call.offeredAt.toTimeZone(m_zone);
    const QDate today = m_now.toTimeZone(m_zone).date();
    const QString day = Wording::dayText(local.date(), today);
    const QString time = Wording::timeText(local);
    const bool open = entry.topicState && *entry.topicState != domain::TopicState::Done;
    const bool promised = open && entry.flags.testFlag(domain::NoteFlag::PleaseCallBack);
    const QString outcome = joined({Wording::dispositionText(entry.call.disposition), entry.call.dispositionDetail});
    const QString about = joined({entry.call.concern, entry.forName.isEmpty() ? QString() : tr("for %1").arg(entry.forName)});
    // One long note must not push the rest of the history off the screen.
    constexpr int mostOfANote = 300;
    const QString note = entry.noteText.left(mostOfANote).simplified();

    QStringList tried;
    for (const domain::TransferAttempt& attempt : entry.call.attempts) {
        const bool nameless = attempt.name.isEmpty();
        tried << tr("%1 (%2)", "whom, what became of it")
                     .arg(nameless ? attempt.number.number.e164() : attempt.name, Wording::attemptOutcomeText(attempt.outcome));
    }
    const QString attempts = tried.isEmpty() ? QString() : tr("Tried: %1").arg(tried.join(QStringLiteral(", ")));

    Line headline = line(outcome, Tone::Strong, 2);
    if (promised)
        headline.spans = {{tr("Call-back promised"), Tone::Danger}, {tr(", still open"), Tone::Plain}};
    else if (open)
        headline.spans.push_back({dot + Wording::topicStateText(*entry.topicState), Tone::Warn});

    Row row;
    row.id = entry.call.id.uuid();
    row.cells = {cell({line(day, Tone::Muted), line(time, Tone::Muted)}),
                 cell({headline, line(about, Tone::Plain, 2), line(attempts, Tone::Muted, 2), line(note, Tone::Muted, 2)})};
    QString headlineText;
    for (const Span& span : headline.spans)
        headlineText += span.text;
    row.spoken = joined({day, time, headlineText, about, attempts, note}, QStringLiteral(", "));
    return row;
}

std::vector<Row> DeskRows::freeSlots(const std::vector<domain::Slot>& slots) const
{
    std::map<QDate, std::map<QString, QStringList>> days;
    for (const domain::Slot& slot : slots) {
        const QDateTime local = slot.start.toTimeZone(m_zone);
        const QString kind = slot.minutes > 0 ? joined({slot.kind, tr("%n minute(s)", nullptr, slot.minutes)}) : slot.kind;
        days[local.date()][kind] << Wording::timeText(local);
    }
    const QDate today = m_now.toTimeZone(m_zone).date();
    std::vector<Row> rows;
    for (const auto& [date, kinds] : days) {
        Row row;
        row.id = date;
        const QString day = Wording::dayText(date, today);
        QStringList spoken{day};
        Cell times;
        for (const auto& [kind, starts] : kinds) {
            const QString list = starts.join(dot);
            times.lines.push_back({{{list, Tone::Plain}}, 3, {}});
            if (!kind.isEmpty())
                times.lines.push_back({{{kind, Tone::Muted}}, 1, {}});
            spoken << joined({kind, starts.join(QStringLiteral(", "))}, QStringLiteral(": "));
        }
        row.cells = {cell({line(day, Tone::Muted)}), times};
        row.spoken = spoken.join(QStringLiteral(", "));
        rows.push_back(row);
    }
    return rows;
}

QString DeskRows::peopleAsOf(const std::vector<domain::Person>& people) const
{
    const QDateTime at = lastConfirmed(people);
    if (!at.isValid())
        return {};
    const auto days = at.toTimeZone(m_zone).date().daysTo(m_now.toTimeZone(m_zone).date());
    if (days > 1)
        return tr("As of %n day(s) ago", nullptr, static_cast<int>(days));
    return tr("As of: %1").arg(Wording::momentText(at.toTimeZone(m_zone), m_now.toTimeZone(m_zone)));
}

bool DeskRows::isStale(const std::vector<domain::Person>& people, int days) const
{
    const QDateTime at = lastConfirmed(people);
    return at.isValid() && at.addDays(days) < m_now;
}

} // namespace vorzimmer::models
