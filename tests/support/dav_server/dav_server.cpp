#include "dav_server.h"

#include <catch2/catch.hpp>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace vorzimmer::testing {

namespace {

std::map<DavKind, std::shared_ptr<DavServer>> sharedServers;

quint16 freePort()
{
    QTcpServer listener;
    REQUIRE(listener.listen(QHostAddress::LocalHost));
    return listener.serverPort();
}

/// The script beside this file, with @p arguments.
QStringList davical(const QStringList& arguments)
{
    return QStringList{QStringLiteral("/usr/bin/python3"), QStringLiteral("-B"), QStringLiteral(VORZIMMER_DAVICAL_SERVER)} +
           arguments;
}

} // namespace

DavServer::DavServer(DavKind kind) : m_kind(kind)
{
    REQUIRE(m_directory.isValid());
    setPassword("right");
    start();
}

DavServer::~DavServer()
{
    if (m_kind != DavKind::Davical) // that one ends with its input, and tidies up
        m_process->kill();
}

std::shared_ptr<DavServer> DavServer::shared(DavKind kind)
{
    if (sharedServers.empty())
        qAddPostRoutine([] { sharedServers.clear(); });
    auto& server = sharedServers[kind];
    if (!server)
        server = std::make_shared<DavServer>(kind);
    return server;
}

bool DavServer::isDavicalInstalled()
{
    const QStringList words = davical({QStringLiteral("--missing")});
    return QProcess::execute(words.front(), words.mid(1)) == 0;
}

QStringList DavServer::command() const
{
    const QString data = m_directory.filePath(QStringLiteral("data"));
    const QString port = QString::number(m_port);
    if (m_kind == DavKind::Davical)
        return davical({QStringLiteral("--port"), port, QStringLiteral("--directory"), m_directory.path()});
    if (m_kind == DavKind::Xandikos)
        return {QStringLiteral("xandikos"),
                QStringLiteral("-d"),
                data,
                QStringLiteral("-l"),
                QStringLiteral("127.0.0.1"),
                QStringLiteral("-p"),
                port,
                QStringLiteral("--defaults"),
                QStringLiteral("--current-user-principal"),
                QStringLiteral("/user/")};
    return {QStringLiteral("radicale"),
            QStringLiteral("--config"),
            QString(),
            QStringLiteral("--hosts"),
            QStringLiteral("127.0.0.1:") + port,
            QStringLiteral("--storage-filesystem-folder"),
            data,
            QStringLiteral("--auth-type"),
            QStringLiteral("htpasswd"),
            QStringLiteral("--auth-htpasswd-filename"),
            m_directory.filePath(QStringLiteral("users")),
            QStringLiteral("--auth-htpasswd-encryption"),
            QStringLiteral("plain"),
            QStringLiteral("--auth-delay"),
            QStringLiteral("0")};
}

void DavServer::start()
{
    m_port = freePort();
    m_process = std::make_unique<ChildProcess>(
        QStringLiteral("setpriv"), QStringList{QStringLiteral("--pdeathsig"), QStringLiteral("KILL")} + command(),
        m_directory.filePath(QStringLiteral("log")));
    QElapsedTimer waited;
    waited.start();
    while (true) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (socket.waitForConnected(1000))
            return;
        INFO("the CalDAV server does not start");
        REQUIRE(waited.elapsed() < 60'000);
        QThread::msleep(20);
    }
}

void DavServer::setPassword(const QByteArray& password)
{
    QFile file(m_directory.filePath(QStringLiteral("users")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("client:" + password + "\n");
}

QString DavServer::user() const
{
    return m_kind == DavKind::Xandikos ? QString() : QStringLiteral("client");
}

QByteArray DavServer::password() const
{
    return m_kind == DavKind::Xandikos ? "" : "right";
}

QString DavServer::principal() const
{
    switch (m_kind) {
    case DavKind::Radicale:
        return QStringLiteral("/client");
    case DavKind::Xandikos:
        return QStringLiteral("/user");
    case DavKind::Davical:
        return QStringLiteral("/caldav.php/client");
    }
    return {};
}

QUrl DavServer::url(const QString& path) const
{
    QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
    url.setPath(path);
    return url;
}

DavServer::Answer DavServer::ask(const QByteArray& method, const QString& path, const QByteArray& body,
                                 const std::map<QByteArray, QByteArray>& headers) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(url(path));
    request.setRawHeader("Content-Type", body.startsWith('<') ? "application/xml" : "text/calendar; charset=utf-8");
    request.setRawHeader("Connection", "close");
    if (!user().isEmpty())
        request.setRawHeader("Authorization", "Basic " + (user().toUtf8() + ":" + password()).toBase64());
    for (const auto& [name, value] : headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(network.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(), reply->rawHeader("ETag")};
}

QString DavServer::newList(const QString& displayName, const QByteArray& component) const
{
    const QString home = principal() + (m_kind == DavKind::Xandikos ? QStringLiteral("/calendars/") : QStringLiteral("/"));
    const QString path = home + QStringLiteral("list%1").arg(++m_lists);
    const QByteArray wish =
        "<?xml version=\"1.0\"?><C:mkcalendar xmlns:D=\"DAV:\" xmlns:C=\"urn:ietf:params:xml:ns:caldav\">"
        "<D:set><D:prop><D:displayname>" +
        displayName.toUtf8() + "</D:displayname><C:supported-calendar-component-set><C:comp name=\"" + component +
        "\"/></C:supported-calendar-component-set></D:prop></D:set></C:mkcalendar>";
    REQUIRE(ask("MKCALENDAR", path + QLatin1Char('/'), wish).status == 201);
    return path;
}

} // namespace vorzimmer::testing
