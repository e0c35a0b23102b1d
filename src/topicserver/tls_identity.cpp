#include "tls_identity.h"

#include <QFile>

#include <openssl/err.h>

namespace vorzimmer::topicserver {

namespace {

tl::unexpected<domain::Error> unusable(const QString& what, const QString& path)
{
    const char* reason = ERR_reason_error_string(ERR_get_error());
    return domain::failure(
        domain::Fault::Invalid,
        QStringLiteral("%1 %2: %3").arg(what, path, reason ? QString::fromLatin1(reason) : QStringLiteral("not usable")));
}

} // namespace

domain::Result<TlsIdentity> TlsIdentity::load(const QString& certificateFile, const QString& keyFile)
{
    ERR_clear_error();
    const std::shared_ptr<SSL_CTX> context(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free);
    if (!context)
        return domain::failure(domain::Fault::Internal, QStringLiteral("TLS cannot be set up"));
    SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
    SSL_CTX_set_options(context.get(), SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION);
    // A write that only partly fits is continued by the caller from wherever its buffer is by then.
    SSL_CTX_set_mode(context.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    if (SSL_CTX_use_certificate_chain_file(context.get(), QFile::encodeName(certificateFile).constData()) != 1)
        return unusable(QStringLiteral("TLS certificate"), certificateFile);
    if (SSL_CTX_use_PrivateKey_file(context.get(), QFile::encodeName(keyFile).constData(), SSL_FILETYPE_PEM) != 1)
        return unusable(QStringLiteral("TLS key"), keyFile);
    return TlsIdentity(context);
}

std::unique_ptr<TlsWire> TlsIdentity::wire(int socket) const
{
    std::unique_ptr<SSL, decltype(&SSL_free)> session(SSL_new(m_context.get()), &SSL_free);
    if (!session || SSL_set_fd(session.get(), socket) != 1)
        return nullptr;
    return std::make_unique<TlsWire>(socket, std::move(session));
}

} // namespace vorzimmer::topicserver
