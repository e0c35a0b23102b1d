#include "vorzimmer/domain/holidays.h"

#include <QHash>
#include <QResource>
#include <QStringList>

#include <memory>
#include <mutex>

namespace vorzimmer::domain {

namespace {

/// One country's holidays as resources/holidays/README.md describes them.
struct Country {
    int firstYear = 0;
    int lastYear = 0;
    std::vector<HolidayRegion> regions;
    QHash<QString, QHash<QDate, Holiday>> days; ///< by region's code
};

std::vector<QDate> datesOf(QStringView text, const Country& country)
{
    constexpr int yearlyForm = 5; // "05-01"
    std::vector<QDate> dates;
    for (const QStringView word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (word.size() != yearlyForm) {
            dates.push_back(QDate::fromString(word.toString(), Qt::ISODate));
            continue;
        }
        for (int year = country.firstYear; year <= country.lastYear; ++year)
            dates.emplace_back(year, word.left(2).toInt(), word.mid(3).toInt());
    }
    return dates;
}

void readDay(const QList<QStringView>& parts, Country& country)
{
    const Holiday holiday{parts[2].toString(), parts[3].toString()};
    const std::vector<QDate> dates = datesOf(parts[4], country);
    const auto enter = [&](const QString& region) {
        QHash<QDate, Holiday>& days = country.days[region];
        for (const QDate date : dates) {
            if (!days.contains(date))
                days.insert(date, holiday);
        }
    };
    if (parts[1] == u"*") {
        for (const HolidayRegion& region : country.regions)
            enter(region.code);
        return;
    }
    const QString& whole = country.regions.front().code;
    for (const QStringView part : parts[1].split(u' '))
        enter(part == u"-" ? whole : whole + u'-' + part.toString());
}

std::shared_ptr<const Country> readCountry(const QString& code)
{
    const QResource file(QStringLiteral(":/holidays/%1.txt").arg(code));
    if (!file.isValid())
        return nullptr;
    const QString text = QString::fromUtf8(file.uncompressedData());
    auto country = std::make_shared<Country>();
    for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        const QList<QStringView> parts = line.split(u'|');
        if (parts[0] == u"years") {
            country->firstYear = parts[1].toInt();
            country->lastYear = parts[2].toInt();
        } else if (parts[0] == u"region") {
            country->regions.push_back({parts[1].toString(), parts[2].toString()});
        } else {
            readDay(parts, *country);
        }
    }
    return country;
}

/// Null for an unknown country. What was read once stays.
std::shared_ptr<const Country> countryOf(const QString& region)
{
    static std::mutex mutex;
    static QHash<QString, std::shared_ptr<const Country>> known;
    const QString code = region.section(u'-', 0, 0);
    if (code.isEmpty())
        return nullptr;
    const std::lock_guard lock(mutex);
    auto found = known.constFind(code);
    if (found == known.constEnd())
        found = known.insert(code, readCountry(code));
    return *found;
}

} // namespace

std::optional<Holiday> holidayOn(const QString& region, QDate day)
{
    const auto country = countryOf(region);
    if (!country)
        return std::nullopt;
    auto days = country->days.constFind(region);
    if (days == country->days.constEnd() && !isHolidayRegion(region))
        days = country->days.constFind(country->regions.front().code);
    if (days == country->days.constEnd())
        return std::nullopt;
    const auto holiday = days->constFind(day);
    return holiday == days->constEnd() ? std::nullopt : std::optional(*holiday);
}

bool isHolidayRegion(const QString& code)
{
    const auto country = countryOf(code);
    if (!country)
        return false;
    for (const HolidayRegion& region : country->regions) {
        if (region.code == code)
            return true;
    }
    return false;
}

std::vector<HolidayRegion> holidayRegions(const QString& country)
{
    const auto known = countryOf(country);
    return known ? known->regions : std::vector<HolidayRegion>();
}

QDate holidaysKnownUntil(const QString& region)
{
    const auto country = countryOf(region);
    return country ? QDate(country->lastYear, 12, 31) : QDate();
}

} // namespace vorzimmer::domain
