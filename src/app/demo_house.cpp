#include "demo_house.h"

#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/exchange/demo_bureau.h"
#include "vorzimmer/numbers/libphonenumber_plan.h"
#include "vorzimmer/store/sqlite_store.h"
#include "vorzimmer/system/file_key_ring.h"
#include "vorzimmer/system/private_file.h"
#include "vorzimmer/system/random_ids.h"
#include "vorzimmer/system/system_clock.h"

#include <QCoreApplication>
#include <QDir>
#include <QTimer>

namespace vorzimmer::app {

namespace {

constexpr char announcement[] = "listening on ";
constexpr std::chrono::seconds patience{2};

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
}

domain::Outcome DemoHouse::furnish()
{
    if (!m_folder.isValid())
        return domain::failure(domain::Fault::StorageFull, m_folder.errorString());
    system::SystemClock clock;
    system::RandomIds ids;
    const numbers::LibPhoneNumberPlan numbers;
    system::FileKeyRing keys(system::FileKeyRing::pathIn(folder()));
    const auto directory = store::makeDirectory({folder()}, store::Missing::Create);
    const auto room = store::makeCabinetRoom({folder()}, clock, ids);
    const auto tokens = exchange::makeDemoBureau({*directory, *room, numbers, clock.nowUtc(), {}, {}}, ids, keys,
                                                 &desk::ListKeeper::tokenName);
    if (!tokens)
        return domain::failure(tokens.error());
    return system::writePrivateFile(folder() + QStringLiteral("/topic-tokens.json"), *tokens);
}

void DemoHouse::close()
{
    if (m_server.state() == QProcess::NotRunning) {
        Q_EMIT closed();
        return;
    }
    m_server.disconnect(this);
    connect(&m_server, &QProcess::finished, this, &DemoHouse::closed);
    // It ends by itself when its input closes, as it does when this program is killed.
    m_server.closeWriteChannel();
    QTimer::singleShot(patience, &m_server, &QProcess::kill);
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
