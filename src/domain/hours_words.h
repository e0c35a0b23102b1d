#pragma once

#include "vorzimmer/domain/hours_text.h"

#include <QTime>

#include <vector>

namespace vorzimmer::domain {

/// What a word or sign of written opening hours means.
enum class HoursSign {
    Days,     ///< HoursWord::days
    Time,     ///< HoursWord::hour, minute
    AllDay,   ///< from midnight to midnight
    Closed,
    Range,    ///< between two days or two times
    Comma,
    Break,    ///< semicolon or new line
    Am,
    Pm,
    AmOrOn,   ///< "am": before noon behind a time, else German "on"
    Clock,    ///< "Uhr", "h", "o'clock"
    Filler,   ///< says nothing: "von", "from", a colon
};

/// Monday to Sunday as bits 0 to 6, public holidays as bit 7.
using DaySet = unsigned;
inline constexpr DaySet wholeWeek = 0x7f;
inline constexpr DaySet publicHolidays = 0x80;

struct HoursWord {
    HoursSign sign = HoursSign::Filler;
    qsizetype position = 0;
    qsizetype length = 0;
    DaySet days = 0;
    int hour = 0;
    int minute = 0;
};

/// Takes the text apart; a word nobody knows is a mistake.
[[nodiscard]] tl::expected<std::vector<HoursWord>, HoursMistake> hoursWords(const QString& text);

} // namespace vorzimmer::domain
