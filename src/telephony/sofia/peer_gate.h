#pragma once

#include "vorzimmer/domain/result.h"

#include <QStringList>

#include <memory>
#include <vector>

struct sockaddr;
struct _GInetAddressMask;

namespace vorzimmer::telephony::sofia {

/// Knows which addresses may call.
class PeerGate {
public:
    /// @p allowed: addresses or networks; none = loopback only.
    [[nodiscard]] static domain::Result<PeerGate> from(const QStringList& allowed);

    [[nodiscard]] bool admits(const sockaddr* peer, std::size_t length) const;

private:
    struct Unref {
        void operator()(_GInetAddressMask* mask) const;
    };
    std::vector<std::unique_ptr<_GInetAddressMask, Unref>> m_masks;
};

} // namespace vorzimmer::telephony::sofia
