#include "log.h"

namespace vorzimmer::store {

Q_LOGGING_CATEGORY(log, "vorzimmer.store")

} // namespace vorzimmer::store
