#pragma once

#include "wire.h"

#include "vorzimmer/domain/result.h"

#include <QString>

#include <memory>

namespace vorzimmer::topicserver {

/// The certificate and key this server shows; TLS 1.2 and up. Any thread.
class TlsIdentity {
public:
    /// Invalid names the file that cannot be used and why.
    [[nodiscard]] static domain::Result<TlsIdentity> load(const QString& certificateFile, const QString& keyFile);

    /// A session on the accepted @p socket, handshake still to be done; null when memory is out.
    [[nodiscard]] std::unique_ptr<TlsWire> wire(int socket) const;

private:
    explicit TlsIdentity(std::shared_ptr<SSL_CTX> context) : m_context(std::move(context)) {}

    std::shared_ptr<SSL_CTX> m_context;
};

} // namespace vorzimmer::topicserver
