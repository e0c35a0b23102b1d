#pragma once

#include "vorzimmer/lane/lane.h"
#include "vorzimmer/ports/clock.h"
#include "vorzimmer/ports/directory.h"
#include "vorzimmer/ports/id_source.h"
#include "vorzimmer/ports/key_ring.h"
#include "vorzimmer/ports/number_plan.h"

namespace vorzimmer::desk {

/// What every use case may use; the cabinets are not among it, those only the Gatekeeper opens. Borrowed: app owns it all and
/// outlives every use case.
struct Office {
    lane::Lane& storeLane;
    ports::Directory& directory; ///< on the store lane only
    ports::Clock& clock;
    ports::IdSource& ids;
    ports::NumberPlan& numbers;
    ports::KeyRing& keys;
    QString region; ///< ISO 3166, how national numbers on the bureau's own lines are read
};

} // namespace vorzimmer::desk
