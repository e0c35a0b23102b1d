#include "topic_server_process.h"

#include <catch2/catch.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUrl>

#include <nlohmann/json.hpp>

namespace vorzimmer::testing {

namespace {

constexpr int manyAccounts = 300; // a list for each scene

std::shared_ptr<TopicServerProcess> sharedServer;

} // namespace

TopicServerProcess::TopicServerProcess(const QStringList& options, int accounts) : m_options(options)
{
    REQUIRE(m_directory.isValid());
    for (int i = 0; i < accounts; ++i) {
        const QByteArray number = QByteArray::number(i);
        m_accounts.push_back({domain::TenantId(QUuid::createUuid()), "a-token-for-the-tests-" + number,
                              "a-token-that-may-only-read-" + number});
    }
    start();
}

std::shared_ptr<TopicServerProcess> TopicServerProcess::shared()
{
    if (!sharedServer) {
        sharedServer = std::make_shared<TopicServerProcess>(QStringList(), manyAccounts);
        qAddPostRoutine([] { sharedServer.reset(); });
    }
    return sharedServer;
}

ListAccount TopicServerProcess::newAccount()
{
    REQUIRE(m_given < m_accounts.size());
    return m_accounts[m_given++];
}

void TopicServerProcess::writeTokens() const
{
    nlohmann::json tokens = nlohmann::json::array();
    for (const ListAccount& account : m_accounts) {
        const std::string tenant = account.tenant.text().toStdString();
        tokens.push_back({{"tenant", tenant}, {"token", account.token.toStdString()}});
        tokens.push_back({{"tenant", tenant}, {"token", account.readOnlyToken.toStdString()}, {"read_only", true}});
    }
    QFile file(m_directory.filePath(QStringLiteral("tokens.json")));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray::fromStdString(tokens.dump()));
}

void TopicServerProcess::start()
{
    writeTokens();
    const QStringList arguments = {QStringLiteral("--data"),
                                   m_directory.filePath(QStringLiteral("data")),
                                   QStringLiteral("--port"),
                                   QString::number(m_port),
                                   QStringLiteral("--tokens"),
                                   m_directory.filePath(QStringLiteral("tokens.json")),
                                   QStringLiteral("--until-stdin-closes")};
    m_process = std::make_unique<ChildProcess>(QStringLiteral(VZ_TOPICS_BINARY), arguments + m_options,
                                               m_directory.filePath(QStringLiteral("log")));
    const QString line = m_process->readLine();
    REQUIRE(line.startsWith(QLatin1String("listening on ")));
    m_port = static_cast<quint16>(QUrl(line.section(QLatin1Char(' '), 2)).port());
    REQUIRE(m_port != 0);
}

void TopicServerProcess::kill()
{
    m_process->kill();
}

void TopicServerProcess::forgetEverything()
{
    kill();
    REQUIRE(QDir(m_directory.filePath(QStringLiteral("data"))).removeRecursively());
    start();
}

} // namespace vorzimmer::testing
