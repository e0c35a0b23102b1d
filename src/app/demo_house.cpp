#include "demo_house.h"

#include <QCoreApplication>
#include <QDir>

namespace vorzimmer::app {

namespace {

constexpr char announcement[] = "listening on ";

} // namespace

DemoHouse::DemoHouse() : m_folder(QDir::tempPath() + QStringLiteral("/vorzimmer-demo-XXXXXX"))
{
    m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_server, &QProcess::readyReadStandardOutput, this, &DemoHouse::readAnnouncement);
    connect(&m_server, &QProcess::errorOccurred, this, [this] { Q_EMIT serverMissing(m_server.errorString()); });
}

DemoHouse::~DemoHouse()
{
    m_server.disconnect(this);
    // It ends by itself when its input closes, as it does when this program is killed; here it is told and given a moment,
    // because its folder goes with us.
    m_server.closeWriteChannel();
    if (m_server.state() != QProcess::NotRunning && !m_server.waitForFinished(2000))
        m_server.kill();
}

void DemoHouse::startTopicServer()
{
    const QString program = QCoreApplication::applicationDirPath() + QStringLiteral("/vorzimmer-topics");
    m_server.start(program, {QStringLiteral("--data"), folder() + QStringLiteral("/topics"), QStringLiteral("--port"), QStringLiteral("0"),
                             QStringLiteral("--tokens"), folder() + QStringLiteral("/topic-tokens.json"),
                             QStringLiteral("--until-stdin-closes")});
}

void DemoHouse::readAnnouncement()
{
    m_output += m_server.readAllStandardOutput();
    const qsizetype end = m_output.indexOf('\n');
    if (end < 0)
        return;
    const QByteArray line = m_output.left(end).trimmed();
    m_output.remove(0, end + 1);
    if (line.startsWith(announcement))
        Q_EMIT serverReady(QString::fromUtf8(line.mid(sizeof(announcement) - 1)));
}

} // namespace vorzimmer::app
