#pragma once

#include <QLoggingCategory>

namespace vorzimmer::audio {

Q_DECLARE_LOGGING_CATEGORY(log)

} // namespace vorzimmer::audio
