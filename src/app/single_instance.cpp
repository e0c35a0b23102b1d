#include "single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace vorzimmer::app {

SingleInstance::SingleInstance(const QString& dataFolder)
{
    const QByteArray path = QDir(dataFolder).absolutePath().toUtf8() + qgetenv("USER");
    m_name = QStringLiteral("vorzimmer-")
             + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* visitor = m_server.nextPendingConnection())
            connect(visitor, &QLocalSocket::disconnected, visitor, &QObject::deleteLater);
        Q_EMIT woken();
    });
}

bool SingleInstance::wakeOther() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    // A local socket is connected at once or not at all.
    return socket.state() == QLocalSocket::ConnectedState;
}

void SingleInstance::listen()
{
    // Left behind by a console that was killed; a living one has answered wakeOther().
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
}

} // namespace vorzimmer::app
