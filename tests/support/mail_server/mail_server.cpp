#include "mail_server.h"

#include <catch2/catch.hpp>

#include <QFile>

namespace vorzimmer::testing {

namespace {

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString modeOf(ports::MailSecurity security)
{
    switch (security) {
    case ports::MailSecurity::StartTls: return QStringLiteral("starttls");
    case ports::MailSecurity::Tls: return QStringLiteral("tls");
    case ports::MailSecurity::None: break;
    }
    return QStringLiteral("plain");
}

} // namespace

MailServer::MailServer(ports::MailSecurity security) : m_security(security)
{
    REQUIRE(m_folder.isValid());
    start();
}

MailServer::~MailServer()
{
    stop();
}

void MailServer::start()
{
    m_process = std::make_unique<ChildProcess>(
        QStringLiteral("setpriv"),
        QStringList{QStringLiteral("--pdeathsig"), QStringLiteral("KILL"), QStringLiteral("/usr/bin/python3"), QStringLiteral("-B"),
                    QStringLiteral(VORZIMMER_MAIL_SERVER), m_folder.path(), modeOf(m_security), QString::number(m_port)},
        m_folder.filePath(QStringLiteral("log")));
    const QString announced = m_process->readLine();
    INFO(contentOf(m_folder.filePath(QStringLiteral("log"))).toStdString());
    m_port = announced.section(QLatin1Char(' '), -1).toUShort();
    REQUIRE(m_port > 0);
}

void MailServer::stop()
{
    if (m_process)
        m_process->kill();
    m_process.reset();
}

ports::MailAccess MailServer::access() const
{
    ports::MailAccess access;
    access.sender = QStringLiteral("praxis@lindenplatz.example");
    access.senderName = QStringLiteral("Praxis am Lindenplatz");
    access.host = QStringLiteral("127.0.0.1");
    access.port = m_port;
    access.security = m_security;
    if (m_security != ports::MailSecurity::None) {
        access.user = QStringLiteral("desk");
        access.secret = "right";
    }
    return access;
}

QByteArray MailServer::trustFile() const
{
    return QFile::encodeName(m_folder.filePath(QStringLiteral("server.pem")));
}

std::vector<TakenMail> MailServer::taken() const
{
    std::vector<TakenMail> mails;
    for (int number = 1;; ++number) {
        const QString path = m_folder.filePath(QStringLiteral("%1.eml").arg(number));
        if (!QFile::exists(path))
            return mails;
        const QByteArray file = contentOf(path);
        const QByteArray envelope = file.left(file.indexOf('\n'));
        mails.push_back({envelope.split(' ').value(0), envelope.split(' ').value(1), file.mid(envelope.size() + 1)});
    }
}

QStringList MailServer::asked() const
{
    return QString::fromUtf8(contentOf(m_folder.filePath(QStringLiteral("rcpt.log")))).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

} // namespace vorzimmer::testing
