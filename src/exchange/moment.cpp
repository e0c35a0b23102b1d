#include "vorzimmer/exchange/moment.h"

#include <QRegularExpression>

#include <array>

namespace vorzimmer::exchange {

namespace {

constexpr std::array<const char*, 7> weekdayWords = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

QTime timeFrom(const QString& text)
{
    return QTime::fromString(text, QStringLiteral("HH:mm"));
}

} // namespace

QDateTime localInstant(QDate day, QTime time, const QTimeZone& zone)
{
    const QDateTime local(day, time, zone);
    if (local.isValid())
        return local.toUTC();
    const QDateTime wall(day, time, Qt::UTC);
    return wall.addSecs(-zone.offsetFromUtc(wall.addDays(-1)));
}

std::optional<int> weekdayFromWord(const QString& word)
{
    for (size_t i = 0; i < weekdayWords.size(); ++i) {
        if (word == QLatin1String(weekdayWords[i]))
            return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

QString wordForWeekday(int weekday)
{
    return QString::fromLatin1(weekdayWords[static_cast<size_t>(weekday - 1)]);
}

std::optional<Moment> Moment::parse(const QString& text)
{
    static const QRegularExpression relative(
        QStringLiteral("^(?:w([+-]\\d{1,4}) (mon|tue|wed|thu|fri|sat|sun)|d([+-]\\d{1,5}))(?: (\\d\\d:\\d\\d))?$"));
    static const QRegularExpression fixed(
        QStringLiteral("^(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,3})?)?)(Z|[+-]\\d\\d:\\d\\d)?)?$"));

    Moment moment;
    moment.m_text = text;
    if (const auto match = relative.match(text); match.hasMatch()) {
        const bool weeks = match.hasCaptured(1);
        moment.m_kind = weeks ? Kind::Weeks : Kind::Days;
        moment.m_offset = match.captured(weeks ? 1 : 3).toInt();
        if (weeks)
            moment.m_weekday = weekdayFromWord(match.captured(2)).value_or(1);
        if (match.hasCaptured(4)) {
            moment.m_time = timeFrom(match.captured(4));
            if (!moment.m_time.isValid())
                return std::nullopt;
        }
        return moment;
    }
    const auto match = fixed.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    moment.m_day = QDate::fromString(match.captured(1), Qt::ISODate);
    if (!moment.m_day.isValid())
        return std::nullopt;
    if (match.hasCaptured(2)) {
        moment.m_time = QTime::fromString(match.captured(2), Qt::ISODateWithMs);
        if (!moment.m_time.isValid())
            return std::nullopt;
    }
    if (const QString offset = match.captured(3); offset == u"Z") {
        moment.m_utcOffset = 0;
    } else if (!offset.isEmpty()) {
        const QTime width = timeFrom(offset.mid(1));
        if (!width.isValid() || width.hour() > 14)
            return std::nullopt;
        const int seconds = width.hour() * 3600 + width.minute() * 60;
        moment.m_utcOffset = offset.startsWith(u'-') ? -seconds : seconds;
    }
    return moment;
}

Moment Moment::fromInstant(const QDateTime& at, const QTimeZone& zone)
{
    const QDateTime local = at.toOffsetFromUtc(zone.offsetFromUtc(at));
    const bool whole = local.time().msec() == 0;
    Moment moment;
    moment.m_text = local.toString(whole ? Qt::ISODate : Qt::ISODateWithMs);
    moment.m_day = local.date();
    moment.m_time = local.time();
    moment.m_utcOffset = local.offsetFromUtc();
    return moment;
}

Moment Moment::fromDay(QDate day)
{
    Moment moment;
    moment.m_text = day.toString(Qt::ISODate);
    moment.m_day = day;
    return moment;
}

QDate Moment::day(QDate today) const
{
    switch (m_kind) {
    case Kind::Weeks: return today.addDays(m_weekday - today.dayOfWeek() + 7 * m_offset);
    case Kind::Days: return today.addDays(m_offset);
    case Kind::Fixed: break;
    }
    return m_day;
}

QDateTime Moment::instant(const QTimeZone& zone, QDate today) const
{
    const QTime time = m_time.isValid() ? m_time : QTime(0, 0);
    if (m_utcOffset)
        return QDateTime(day(today), time, Qt::OffsetFromUTC, *m_utcOffset).toUTC();
    return localInstant(day(today), time, zone);
}

} // namespace vorzimmer::exchange
