#pragma once

#include "vorzimmer/domain/opening_hours.h"

#include <QString>

#include <tl/expected.hpp>

namespace vorzimmer::domain {

/// What is wrong with opening hours as they were written.
enum class HoursFlaw {
    NothingWritten,
    UnknownWord,
    AmbiguousWord,  ///< "werktags": with or without Saturday?
    NotSupported,   ///< months, weeks, dates, sunset, open ends
    DaysMissing,    ///< times for nobody knows which days
    TimesMissing,   ///< days without times
    NoSuchTime,     ///< 25:00, 8:75
    EndMissing,     ///< 8 until when?
    EndBeforeBegin, ///< or a night of more than 16 hours, which nobody means
    Overlap,        ///< with what stands for the same day, or with the night before
};

/// A mistake and where it stands in the text.
struct HoursMistake {
    HoursFlaw flaw = HoursFlaw::NothingWritten;
    qsizetype position = 0;
    qsizetype length = 0;
    friend bool operator==(const HoursMistake&, const HoursMistake&) = default;
};

/// Reads opening hours as people write them in German or English ("Mo-Fr 8-12, 13-17; Sa 9-12; Feiertage geschlossen") and the
/// weekly part of OpenStreetMap's opening_hours notation. Fills the week and the holidays only. What stands behind a semicolon or
/// in a new line replaces what stood for the same days; behind a comma it is added.
[[nodiscard]] tl::expected<OpeningHours, HoursMistake> readHours(const QString& text);

/// The one way to write the week and the holidays of @p hours, in OpenStreetMap's notation:
/// "Mo-Fr 08:00-12:00,13:00-17:00; Sa 09:00-12:00; PH off". readHours() gives back the same.
[[nodiscard]] QString hoursText(const OpeningHours& hours);

} // namespace vorzimmer::domain
