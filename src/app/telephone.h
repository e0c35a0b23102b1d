#pragma once

#include "vorzimmer/desk/line_book.h"
#include "vorzimmer/telephony/sip_config.h"

#include <vector>

namespace vorzimmer::app {

/// What the bureau has set up about its telephone.
struct Telephone {
    QString listen; ///< "address:port"
    QString allow;  ///< addresses and networks, parted by commas
    QString peer;   ///< the PBX that calls of ours go to, where no line carries them
    QString number; ///< what such calls show
    QString authorities;
    std::vector<desk::LineAccess> lines;

    /// Call on the store lane.
    [[nodiscard]] static domain::Result<Telephone> read(ports::Directory& directory, ports::KeyRing& keys);
    /// @p listenHere, where it is not empty, goes before what the bureau has set.
    [[nodiscard]] telephony::SipConfig config(const QString& listenHere) const;
};

} // namespace vorzimmer::app
