#pragma once

#include "cabinet/cabinet_file.h"

namespace vorzimmer::store {

// What changes a booking's state does more than write it: run each in a transaction.

/// Cancels @p booking; the client's calendar is told where it may know of it.
[[nodiscard]] domain::Outcome cancelBooking(CabinetFile& file, const domain::Booking& booking,
                                            const ports::AppointmentEntry& entry);

/// @p booking is binding; what it replaces is cancelled.
[[nodiscard]] domain::Outcome confirmBooking(CabinetFile& file, const domain::Booking& booking, const QDateTime& at);

} // namespace vorzimmer::store
