#pragma once

#include <QLoggingCategory>

namespace vorzimmer::cloud {

Q_DECLARE_LOGGING_CATEGORY(log)

} // namespace vorzimmer::cloud
