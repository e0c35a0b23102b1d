#include "vorzimmer/models/wording.h"

#include <QLocale>

namespace vorzimmer::models {

QString Wording::houseStatusText(const domain::HouseStatus& status, const QDateTime& localNow)
{
    const QString holiday = status.holiday ? holidayName(*status.holiday) : QString();
    if (status.open) {
        const QString open = status.changesAt ? tr("Open until %1").arg(momentText(*status.changesAt, localNow)) : tr("Open");
        return holiday.isEmpty() ? open : tr("%1 (%2)", "the house's state, the holiday's name").arg(open, holiday);
    }
    const QString reason = status.closedReason.isEmpty() ? holiday : status.closedReason;
    const QString closed = reason.isEmpty() ? tr("Closed") : tr("Closed: %1").arg(reason);
    return status.changesAt ? tr("%1, opens %2").arg(closed, momentText(*status.changesAt, localNow)) : closed;
}

QString Wording::holidayName(const domain::Holiday& holiday)
{
    return QLocale().language() == QLocale::German ? holiday.german : holiday.english;
}

QString Wording::presenceText(const domain::Presence& presence, const QDateTime& now, const QTimeZone& zone)
{
    const domain::Presence current = domain::presenceAt(presence, now);
    const QString until = current.until.isValid() ? endText(current.until.toTimeZone(zone), now.toTimeZone(zone)) : QString();
    const QString note = current.note.trimmed();
    switch (current.state) {
    case domain::PresenceState::Available: return note.isEmpty() ? tr("available") : tr("available · %1").arg(note);
    case domain::PresenceState::Busy: {
        const QString word = note.isEmpty() ? tr("busy") : note;
        return until.isEmpty() ? word : tr("%1 until %2", "a person's state, its end").arg(word, until);
    }
    case domain::PresenceState::Absent: {
        const QString word = note.isEmpty() ? tr("absent") : tr("absent (%1)").arg(note);
        return until.isEmpty() ? word : tr("%1 until %2", "a person's state, its end").arg(word, until);
    }
    }
    return {};
}

Lamp Wording::presenceLamp(domain::PresenceState state)
{
    switch (state) {
    case domain::PresenceState::Available: return Lamp::On;
    case domain::PresenceState::Busy: return Lamp::Half;
    case domain::PresenceState::Absent: return Lamp::Off;
    }
    return Lamp::None;
}

Tone Wording::presenceTone(domain::PresenceState state)
{
    switch (state) {
    case domain::PresenceState::Available: return Tone::Ok;
    case domain::PresenceState::Busy: return Tone::Warn;
    case domain::PresenceState::Absent: return Tone::Muted;
    }
    return Tone::Muted;
}

QString Wording::timeText(const QDateTime& local)
{
    return QLocale().toString(local.time(), QLocale::ShortFormat);
}

QString Wording::timeWithSeconds(const QDateTime& local)
{
    // QLocale's long format would add the zone, which says nothing here.
    QString format = QLocale().timeFormat(QLocale::ShortFormat);
    format.replace(QStringLiteral("mm"), QStringLiteral("mm:ss"));
    return QLocale().toString(local.time(), format);
}

QString Wording::dayText(QDate day, QDate today)
{
    if (day == today)
        return tr("today");
    if (day == today.addDays(1))
        return tr("tomorrow");
    if (day == today.addDays(-1))
        return tr("yesterday");
    const bool farAway = qAbs(day.daysTo(today)) > 180;
    return QLocale().toString(day, farAway ? tr("d MMM yyyy", "Qt date format: day, month, year")
                                           : tr("ddd, d MMM", "Qt date format: weekday, day, month"));
}

QString Wording::momentText(const QDateTime& local, const QDateTime& localNow)
{
    if (local.date() == localNow.date())
        return timeText(local);
    return tr("%1 %2", "day, time").arg(dayText(local.date(), localNow.date()), timeText(local));
}

QString Wording::endText(const QDateTime& local, const QDateTime& localNow)
{
    const bool wholeDay = local.time() == QTime(0, 0) && local.date() > localNow.date();
    return wholeDay ? dayText(local.date(), localNow.date()) : momentText(local, localNow);
}

QString Wording::durationText(std::chrono::seconds duration)
{
    const auto seconds = std::max<long long>(0, duration.count());
    const auto two = [](long long number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    const QString tail = two(seconds % 60);
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(tail);
    return QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(two(seconds / 60 % 60), tail);
}

QString Wording::languageName(const QString& bcp47)
{
    const QLocale locale(bcp47);
    if (bcp47.isEmpty() || locale.language() == QLocale::C)
        return bcp47;
    // Without the territory, or plain English would be called American.
    QString name = QLocale(locale.language(), QLocale::World).nativeLanguageName();
    if (name.isEmpty())
        name = locale.nativeLanguageName();
    if (!name.isEmpty())
        name[0] = name[0].toUpper();
    return name;
}

} // namespace vorzimmer::models
