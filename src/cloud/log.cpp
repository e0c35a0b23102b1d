#include "log.h"

namespace vorzimmer::cloud {

Q_LOGGING_CATEGORY(log, "vorzimmer.cloud")

} // namespace vorzimmer::cloud
