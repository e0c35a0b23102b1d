#include "server_process.h"

#include <QFile>
#include <QRegularExpression>

#include <stdexcept>

namespace vorzimmer::topicserver::test {

namespace {

constexpr int patience = 60'000; // milliseconds; sanitizers on a busy machine

} // namespace

Ended runTopics(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(VZ_TOPICS_BINARY), arguments);
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished(patience);
        throw std::runtime_error("the program did not end");
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

ServerProcess::ServerProcess(QStringList further) : m_further(std::move(further))
{
    QFile tokens(path(QStringLiteral("tokens.json")));
    if (!m_folder.isValid() || !tokens.open(QIODevice::WriteOnly))
        throw std::runtime_error("no temporary directory");
    const auto entry = [](const QString& tenant, const std::string& token, const char* readOnly) {
        return QStringLiteral("{\"tenant\":\"%1\",\"token\":\"%2\",\"read_only\":%3}")
            .arg(tenant, QString::fromStdString(token), QLatin1String(readOnly));
    };
    tokens.write(QStringLiteral("[%1]")
                     .arg(QStringList{entry(tenantA, tokenA, "false"), entry(tenantB, tokenB, "false"),
                                      entry(tenantC, tokenC, "false"), entry(tenantA, readerA, "true")}
                              .join(QLatin1Char(',')))
                     .toUtf8());
    tokens.close();
    start();
}

ServerProcess::~ServerProcess()
{
    kill();
}

QStringList ServerProcess::arguments() const
{
    return QStringList{QStringLiteral("--data"),   data(),
                       QStringLiteral("--port"),   QStringLiteral("0"),
                       QStringLiteral("--tokens"), path(QStringLiteral("tokens.json"))} +
           m_further;
}

void ServerProcess::start()
{
    start(arguments());
}

void ServerProcess::start(const QStringList& arguments)
{
    m_process.setStandardErrorFile(path(QStringLiteral("log")), QIODevice::Append);
    m_process.start(QStringLiteral(VZ_TOPICS_BINARY), arguments);
    m_out.clear();
    while (!m_out.contains(QLatin1Char('\n'))) {
        if (!m_process.waitForReadyRead(patience))
            throw std::runtime_error("the server did not start: " + log().toStdString());
        m_out += QString::fromUtf8(m_process.readAllStandardOutput());
    }
    static const QRegularExpression ready(QStringLiteral("^listening on (https?://.*:(\\d+))\\n$"));
    const auto match = ready.match(m_out);
    if (!match.hasMatch())
        throw std::runtime_error("unexpected first line: " + m_out.toStdString());
    m_url = match.captured(1);
    m_port = match.captured(2).toInt();
}

int ServerProcess::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patience))
        throw std::runtime_error("the server did not stop");
    if (m_process.exitStatus() != QProcess::NormalExit)
        throw std::runtime_error("the server crashed: " + log().toStdString());
    return m_process.exitCode();
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
}

bool ServerProcess::closeStdin()
{
    m_process.closeWriteChannel();
    return m_process.waitForFinished(patience) && m_process.exitStatus() == QProcess::NormalExit &&
           m_process.exitCode() == 0;
}

QString ServerProcess::tenantFile(const QString& tenant) const
{
    return QStringLiteral("%1/tenants/%2.db").arg(data(), tenant);
}

QString ServerProcess::log()
{
    QFile file(path(QStringLiteral("log")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString ServerProcess::out()
{
    m_process.waitForReadyRead(0);
    m_out += QString::fromUtf8(m_process.readAllStandardOutput());
    return m_out;
}

} // namespace vorzimmer::topicserver::test
