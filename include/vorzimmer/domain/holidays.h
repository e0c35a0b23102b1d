#pragma once

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace vorzimmer::domain {

/// One public holiday, by its names.
struct Holiday {
    QString english;
    QString german;
    friend bool operator==(const Holiday&, const Holiday&) = default;
};

/// Where public holidays are known for.
struct HolidayRegion {
    QString code; ///< "DE", "DE-BY", "DE-BY-A": ISO 3166 country and subdivision, then a part of it
    QString name; ///< English
    friend bool operator==(const HolidayRegion&, const HolidayRegion&) = default;
};

// The data is built in (resources/holidays, docs/decisions/0019) and read once per country. Safe on any thread.

/// The public holiday of @p region on @p day; the country's where the region is unknown, nothing where the country is.
[[nodiscard]] std::optional<Holiday> holidayOn(const QString& region, QDate day);
[[nodiscard]] bool isHolidayRegion(const QString& code);
/// The country itself first, then its parts; empty for an unknown country.
[[nodiscard]] std::vector<HolidayRegion> holidayRegions(const QString& country);
/// The last day that is covered; invalid for an unknown region. Beyond it no holiday is known.
[[nodiscard]] QDate holidaysKnownUntil(const QString& region);

} // namespace vorzimmer::domain
