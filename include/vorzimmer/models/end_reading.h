#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <optional>

namespace vorzimmer::models {

/// Reads the end that somebody typed for a state: a time ("15:00", "15 Uhr"), a length ("30 min", "2 h"), a day ("Monday",
/// "tomorrow", "24 Dec" as the locale writes it) or a day and a time ("Monday 9:00"). A time that is past is tomorrow's, a day of
/// the week the next of that name; a day alone means its beginning, "today" its end. Result in UTC. Nothing = cannot be read or
/// is past; an invalid moment = none. @p localNow is in the zone in which people live there.
[[nodiscard]] std::optional<QDateTime> readEnd(const QString& text, const QDateTime& localNow, const QLocale& locale = QLocale());

} // namespace vorzimmer::models
