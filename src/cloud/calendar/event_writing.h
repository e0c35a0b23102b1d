#pragma once

#include "calendar/event_reading.h"

#include "vorzimmer/domain/appointment.h"

#include <optional>

namespace vorzimmer::cloud::calendar {

/// The entry @p text with the time that @p recurrenceId names given to @p booking: it takes up time from now on and carries
/// the booking's id. Of a series only that time is touched, by an override. Whatever else stands there stays byte for byte.
/// Nothing when there is no such event. @p now is UTC; times without a zone are by @p floating's clock.
[[nodiscard]] std::optional<QByteArray> bookedEntry(const QByteArray& text, const QString& recurrenceId,
                                                    const domain::Booking& booking, const QTimeZone& floating,
                                                    const QDateTime& now);

/// The entry @p text with the booking @p id out of it: its time is free again, with the words that stood there before.
/// Nothing when the booking is not in it.
[[nodiscard]] std::optional<QByteArray> freedEntry(const QByteArray& text, const domain::BookingId& id,
                                                   const QDateTime& now);

/// An entry for a booking whose time stands in no entry.
[[nodiscard]] QByteArray newEntry(const domain::Booking& booking, const QDateTime& now);

} // namespace vorzimmer::cloud::calendar
