#pragma once

#include "vorzimmer/domain/result.h"

#include <QString>

#include <memory>

struct _GSocket;

namespace vorzimmer::audio {

/// A pair of UDP ports: an even one for RTP, the next for RTCP. They close with this object and with the last pipeline that
/// uses them.
class RtpPorts {
public:
    /// @p host is an address of this machine, IPv4 or IPv6. Invalid for anything else, Busy when no pair is free.
    [[nodiscard]] static domain::Result<RtpPorts> open(const QString& host);

    [[nodiscard]] quint16 rtpPort() const { return m_port; }
    [[nodiscard]] _GSocket* rtp() const { return m_rtp.get(); }
    [[nodiscard]] _GSocket* rtcp() const { return m_rtcp.get(); }

private:
    using Socket = std::shared_ptr<_GSocket>;
    [[nodiscard]] static Socket bound(const QByteArray& host, quint16 port);

    Socket m_rtp;
    Socket m_rtcp;
    quint16 m_port = 0;
};

} // namespace vorzimmer::audio
