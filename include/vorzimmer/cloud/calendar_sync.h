#pragma once

#include "vorzimmer/cloud/sync_options.h"
#include "vorzimmer/lane/lane.h"
#include "vorzimmer/ports/clock.h"
#include "vorzimmer/ports/slot_calendar.h"

#include <memory>

namespace vorzimmer::cloud {

/// The tenants' calendars over CalDAV. Make and destroy it on the GUI thread; it runs a thread of its own for the network and
/// touches ledgers on @p storeLane only. Both arguments must outlive it. Destroying it ends what is under way; what may have
/// reached a calendar is read back at the next start.
[[nodiscard]] std::unique_ptr<ports::SlotCalendar> makeSlotCalendar(lane::Lane& storeLane, const ports::Clock& clock,
                                                                    const SyncOptions& options = {});

} // namespace vorzimmer::cloud
