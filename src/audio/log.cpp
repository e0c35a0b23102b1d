#include "log.h"

namespace vorzimmer::audio {

Q_LOGGING_CATEGORY(log, "vorzimmer.audio")

} // namespace vorzimmer::audio
