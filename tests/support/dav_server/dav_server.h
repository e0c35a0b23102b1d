#pragma once

#include "child_process.h"

#include <QByteArray>
#include <QStringList>
#include <QTemporaryDir>
#include <QUrl>

#include <map>
#include <memory>

namespace vorzimmer::testing {

enum class DavKind { Radicale, Xandikos, Davical };

/// A real CalDAV server on a free loopback port, and the client company's own hand on it. Ends with this object, and with
/// the test whatever way that ends.
class DavServer {
public:
    explicit DavServer(DavKind kind);
    ~DavServer();

    /// One of each kind for all tests that do not harm it; starting takes its time.
    [[nodiscard]] static std::shared_ptr<DavServer> shared(DavKind kind);
    /// DAViCal is optional.
    [[nodiscard]] static bool isDavicalInstalled();

    struct Answer {
        int status = 0;
        QByteArray body;
        QByteArray etag;
    };
    /// Sends a request as the account's owner and waits for the reply.
    Answer ask(const QByteArray& method, const QString& path, const QByteArray& body = {},
               const std::map<QByteArray, QByteArray>& headers = {}) const;

    /// A new task list; its path without a slash at the end.
    [[nodiscard]] QString newList(const QString& displayName, const QByteArray& component = "VTODO") const;
    void setPassword(const QByteArray& password);

    [[nodiscard]] DavKind kind() const { return m_kind; }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url(const QString& path) const;
    [[nodiscard]] QString user() const;
    [[nodiscard]] QByteArray password() const;
    /// Where the account itself is described.
    [[nodiscard]] QString principal() const;

private:
    void start();
    [[nodiscard]] QStringList command() const;

    DavKind m_kind;
    QTemporaryDir m_directory;
    quint16 m_port = 0;
    std::unique_ptr<ChildProcess> m_process;
    mutable int m_lists = 0;
};

} // namespace vorzimmer::testing
