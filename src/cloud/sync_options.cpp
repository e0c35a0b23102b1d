#include "vorzimmer/cloud/sync_options.h"

#include <algorithm>

namespace vorzimmer::cloud {

using std::chrono::milliseconds;

milliseconds BackoffPolicy::delay(int failures, std::optional<std::chrono::seconds> asked, double fraction) const
{
    constexpr int enough = 20; // 2^20 s is beyond every ceiling
    const qint64 grown = base.count() << std::clamp(failures, 0, enough);
    const auto range = static_cast<double>(std::min<qint64>(ceiling.count(), grown));
    const milliseconds chosen(static_cast<qint64>(range * fraction));
    if (!asked)
        return chosen;
    // Compared in seconds: an absurd number would overflow in milliseconds.
    const bool tooLong = *asked > std::chrono::duration_cast<std::chrono::seconds>(askedCap);
    return std::max(chosen, tooLong ? askedCap : milliseconds(*asked));
}

milliseconds BackoffPolicy::longest() const
{
    return std::max(ceiling, askedCap);
}

} // namespace vorzimmer::cloud
