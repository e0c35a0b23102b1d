#include "vorzimmer/models/end_reading.h"

#include "vorzimmer/models/due_reading.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>

namespace vorzimmer::models {

namespace {

struct EndReading {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::EndReading)
};

constexpr int daysAWeek = 7;
constexpr int secondsAMinute = 60;
constexpr int secondsAnHour = 3600;

const QLocale english(QLocale::English, QLocale::UnitedKingdom);

/// Nothing when @p typed is no length.
std::optional<int> readSeconds(const QString& typed)
{
    static const QRegularExpression length(QStringLiteral("^(\\d{1,3})\\s*(?:(m|min|minuten|minutes?)|(h|std|stunden?|hours?))\\.?$"),
                                           QRegularExpression::CaseInsensitiveOption);
    const auto match = length.match(typed);
    if (!match.hasMatch())
        return {};
    const int count = match.captured(1).toInt();
    return match.capturedLength(2) > 0 ? count * secondsAMinute : count * secondsAnHour;
}

/// Invalid when @p typed is no time.
QTime readTime(const QString& typed)
{
    static const QRegularExpression time(QStringLiteral("^(\\d{1,2})(?:[:.](\\d{2}))?\\s*(uhr|am|pm)?$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = time.match(typed);
    if (!match.hasMatch())
        return {};
    int hour = match.captured(1).toInt();
    const QString half = match.captured(3).toLower();
    constexpr int noon = 12;
    if (half == QLatin1String("pm") && hour < noon)
        hour += noon;
    else if (half == QLatin1String("am") && hour == noon)
        hour = 0;
    return {hour, match.captured(2).toInt()};
}

bool isNameOf(int day, const QString& typed, const QLocale& locale)
{
    constexpr int fewestLetters = 2;
    return typed.size() >= fewestLetters && locale.standaloneDayName(day, QLocale::LongFormat).startsWith(typed, Qt::CaseInsensitive);
}

/// Nothing when @p typed is no day.
std::optional<QDate> readDay(QString typed, QDate today, const QLocale& locale)
{
    if (const auto day = readDue(typed, today, locale); day && day->isValid())
        return day;
    if (typed.endsWith(QLatin1Char('.')))
        typed.chop(1);
    for (int ahead = 1; ahead <= daysAWeek; ++ahead) {
        const QDate day = today.addDays(ahead);
        if (isNameOf(day.dayOfWeek(), typed, locale) || isNameOf(day.dayOfWeek(), typed, english))
            return day;
    }
    return {};
}

std::optional<QDateTime> ahead(const QDateTime& moment, const QDateTime& localNow)
{
    return moment.isValid() && moment > localNow ? std::optional(moment.toUTC()) : std::nullopt;
}

} // namespace

std::optional<QDateTime> readEnd(const QString& text, const QDateTime& localNow, const QLocale& locale)
{
    QString typed = text.simplified();
    for (const QString& until : {EndReading::tr("until"), QStringLiteral("until")}) {
        if (typed.startsWith(until + QLatin1Char(' '), Qt::CaseInsensitive))
            typed = typed.mid(until.size() + 1);
    }
    if (typed.isEmpty())
        return QDateTime();
    const QTimeZone zone = localNow.timeZone();
    const QDate today = localNow.date();
    if (const auto seconds = readSeconds(typed))
        return localNow.addSecs(*seconds).toUTC();
    if (const QTime time = readTime(typed); time.isValid()) {
        const QDateTime moment(today, time, zone);
        return ahead(moment > localNow ? moment : QDateTime(today.addDays(1), time, zone), localNow);
    }
    if (const auto day = readDay(typed, today, locale))
        return ahead((*day == today ? day->addDays(1) : *day).startOfDay(zone), localNow);
    for (qsizetype gap = typed.indexOf(QLatin1Char(' ')); gap > 0; gap = typed.indexOf(QLatin1Char(' '), gap + 1)) {
        const auto day = readDay(typed.left(gap), today, locale);
        const QTime time = readTime(typed.mid(gap + 1));
        if (day && time.isValid())
            return ahead(QDateTime(*day, time, zone), localNow);
    }
    return {};
}

} // namespace vorzimmer::models
