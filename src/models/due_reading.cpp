#include "vorzimmer/models/due_reading.h"

#include <QCoreApplication>

namespace vorzimmer::models {

namespace {

struct DueReading {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::DueReading)
};

QString longYear(QString format)
{
    if (!format.contains(QLatin1String("yyyy")))
        format.replace(QLatin1String("yy"), QLatin1String("yyyy"));
    return format;
}

/// @p format without the year and the sign beside it: "dd.MM.yyyy" as "dd.MM.", "M/d/yyyy" as "M/d".
QString withoutYear(const QString& format)
{
    QString rest = longYear(format);
    const qsizetype at = rest.indexOf(QLatin1String("yyyy"));
    if (at < 0)
        return {};
    if (at == 0)
        return rest.mid(5);
    rest = rest.left(at).trimmed();
    return rest.endsWith(QLatin1Char('.')) ? rest : rest.chopped(1);
}

/// Two digits mean this century.
QDate inThisCentury(QDate day)
{
    return day.isValid() && day.year() < 100    ? day.addYears(2000)
           : day.isValid() && day.year() < 2000 ? day.addYears(100)
                                                : day;
}

QDate nextOf(int month, int day, QDate today)
{
    for (int year = today.year(); year <= today.year() + 8; ++year) {
        if (const QDate candidate(year, month, day); candidate.isValid() && candidate >= today)
            return candidate;
    }
    return {};
}

} // namespace

std::optional<QDate> readDue(const QString& text, QDate today, const QLocale& locale)
{
    const QString typed = text.simplified();
    if (typed.isEmpty())
        return QDate();
    if (typed.compare(DueReading::tr("today"), Qt::CaseInsensitive) == 0)
        return today;
    if (typed.compare(DueReading::tr("tomorrow"), Qt::CaseInsensitive) == 0)
        return today.addDays(1);
    if (const QDate iso = QDate::fromString(typed, Qt::ISODate); iso.isValid())
        return iso;
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    QString loose = longYear(format);
    loose.replace(QLatin1String("dd"), QLatin1String("d")).replace(QLatin1String("MM"), QLatin1String("M"));
    if (const QDate day = locale.toDate(typed, loose); day.isValid() && day.year() >= 1000)
        return day;
    QString shortYear = loose;
    shortYear.replace(QLatin1String("yyyy"), QLatin1String("yy"));
    if (const QDate day = inThisCentury(locale.toDate(typed, shortYear)); day.isValid())
        return day;
    const QString noYear = withoutYear(loose);
    for (const QString& candidate : {noYear, noYear.endsWith(QLatin1Char('.')) ? noYear.chopped(1) : noYear}) {
        // Read within a leap year, so that the 29th of February is a day.
        const QDate day = candidate.isEmpty()
                              ? QDate()
                              : QDate::fromString(typed + QStringLiteral(" 2000"), candidate + QStringLiteral(" yyyy"));
        if (day.isValid())
            return nextOf(day.month(), day.day(), today);
    }
    return {};
}

QString dueFieldText(QDate due, const QLocale& locale)
{
    return due.isValid() ? locale.toString(due, longYear(locale.dateFormat(QLocale::ShortFormat))) : QString();
}

} // namespace vorzimmer::models
