#pragma once

#include "child_process.h"

#include "vorzimmer/ports/mail_post.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace vorzimmer::testing {

/// A mail as the server took it.
struct TakenMail {
    QByteArray from;
    QByteArray to;
    QByteArray content; ///< headers and body, with CRLF
};

/// A real SMTP server (aiosmtpd) on a free loopback port, which misbehaves where an address says so; see mail_server.py. Ends
/// with this object, and with the test whatever way that ends.
class MailServer {
public:
    explicit MailServer(ports::MailSecurity security);
    ~MailServer();

    /// The account that it knows.
    [[nodiscard]] ports::MailAccess access() const;
    /// A file with its certificate, to trust it.
    [[nodiscard]] QByteArray trustFile() const;
    /// What it took so far, in order.
    [[nodiscard]] std::vector<TakenMail> taken() const;
    /// Every address that a mail was offered for, with the answer's number, in order.
    [[nodiscard]] QStringList asked() const;
    /// Is gone, as if the line were cut, until start().
    void stop();
    /// At the same port as before.
    void start();

private:
    ports::MailSecurity m_security;
    QTemporaryDir m_folder;
    quint16 m_port = 0;
    std::unique_ptr<ChildProcess> m_process;
};

} // namespace vorzimmer::testing
