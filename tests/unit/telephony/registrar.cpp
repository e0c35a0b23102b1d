#include "registrar.h"

#include "feed_log.h"
#include "sipp_peer.h"

#include <QFile>
#include <QRegularExpression>

#include <catch2/catch.hpp>

#include <csignal>

using namespace std::chrono_literals;

namespace vorzimmer::telephony {

namespace {

QString bracketed(const QString& host)
{
    return host.contains(u':') ? u'[' + host + u']' : host;
}

void run(const QString& program, const QStringList& arguments, const QString& folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished();
    INFO(program.toStdString() << ": " << process.readAll().toStdString());
    REQUIRE(ended);
    REQUIRE(process.exitCode() == 0);
}

void write(const QString& path, const QString& text)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

/// What does not depend on the test. What kamailio tells of its state comes as log lines that begin with "VZ".
const char* const rules = R"kamailio(
event_route[htable:mod-init] {
    $sht(users=>anna) = "PASSWORD"; $sht(users=>bea) = "PASSWORD"; $sht(users=>cleo) = "PASSWORD";
}
request_route {
    if (!mf_process_maxfwd_header("10")) { sl_send_reply("483", "Too Many Hops"); exit; }
    if (is_method("CANCEL")) { if (t_check_trans()) t_relay(); exit; }
    if (has_totag()) { loose_route(); t_relay(); exit; }
    if (is_method("REGISTER")) {
        xlog("L_ALERT", "VZ seen $fU\n");
        INSTEAD
        if ($sht(users=>$fU) == $null) { sl_send_reply("403", "Forbidden"); exit; }
        if (!pv_www_authenticate("$td", "$sht(users=>$fU)", "0")) { www_challenge("$td", "0"); exit; }
        save("location");
        if ($retcode == 3) xlog("L_ALERT", "VZ off $fU\n"); else xlog("L_ALERT", "VZ on $fU $ct\n");
        exit;
    }
    if (!is_method("INVITE|ACK|BYE|REFER")) { sl_send_reply("405", "Method Not Allowed"); exit; }
    # Everybody else calls from the public network, as far as our users are concerned.
    if ($sht(users=>$fU) != $null) {
        if (!pv_proxy_authenticate("$fd", "$sht(users=>$fU)", "0")) { proxy_challenge("$fd", "0"); exit; }
        consume_credentials();
    }
    record_route();
    if (!lookup("location")) { sl_send_reply("404", "Not Found"); exit; }
    t_relay();
}
)kamailio";

} // namespace

Registrar::Registrar(Wish wish) : m_wish(std::move(wish)), m_port(freePort()), m_tlsPort(freePort())
{
    if (m_wish.tls)
        makeCertificates();
    writeConfig();
    start();
}

Registrar::~Registrar()
{
    kill();
}

void Registrar::makeCertificates()
{
    const auto openssl = [&](const QString& words) {
        run(QStringLiteral("openssl"), words.split(u' '), m_folder.path());
    };
    openssl(QStringLiteral("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -subj /CN=TestAuthority -days 2"));
    openssl(QStringLiteral("req -newkey rsa:2048 -nodes -keyout server.key -out server.csr -subj /CN=registrar"));
    // Sofia-SIP compares names only, and an address is one where it was written as such.
    write(m_folder.filePath(QStringLiteral("names")), QStringLiteral("subjectAltName=DNS:") + m_wish.host);
    openssl(QStringLiteral("x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out server.pem -days 2 -extfile names"));
    write(m_folder.filePath(QStringLiteral("tls.cfg")),
          QStringLiteral("[server:default]\nmethod = TLSv1.2+\nverify_certificate = no\nrequire_certificate = no\n"
                         "private_key = %1/server.key\ncertificate = %1/server.pem\n")
              .arg(m_folder.path()));
}

void Registrar::writeConfig()
{
    const QString host = bracketed(m_wish.host);
    QString text = QStringLiteral("#!KAMAILIO\ndebug=1\nlog_stderror=yes\nfork=yes\nchildren=1\ntcp_children=1\nauto_aliases=no\n");
    text += QStringLiteral("listen=udp:%1:%2\nlisten=tcp:%1:%2\n").arg(host).arg(m_port);
    if (m_wish.tls)
        text += QStringLiteral("enable_tls=yes\nlisten=tls:%1:%2\nloadmodule \"tls.so\"\nmodparam(\"tls\", \"config\", \"%3/tls.cfg\")\n")
                    .arg(host)
                    .arg(m_tlsPort)
                    .arg(m_folder.path());
    for (const char* module : {"tm", "sl", "rr", "pv", "maxfwd", "usrloc", "registrar", "textops", "siputils", "auth", "htable", "xlog"})
        text += QStringLiteral("loadmodule \"%1.so\"\n").arg(QLatin1String(module));
    text += QStringLiteral("modparam(\"registrar\", \"gruu_enabled\", 0)\nmodparam(\"registrar\", \"max_expires\", %1)\n"
                           "modparam(\"htable\", \"htable\", \"users=>size=4;\")\nmodparam(\"usrloc\", \"db_mode\", 0)\n")
                .arg(m_wish.longestExpiry);
    QString answer = QString::fromLatin1(rules);
    answer.replace(QStringLiteral("PASSWORD"), QString::fromLatin1(password()));
    answer.replace(QStringLiteral("INSTEAD"), m_wish.insteadOfRegister);
    write(m_folder.filePath(QStringLiteral("kamailio.cfg")), text + answer);
}

void Registrar::start()
{
    // In a process group of its own, which a signal reaches as a whole; without its parent it ends.
    m_process.setWorkingDirectory(m_folder.path());
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(m_folder.filePath(QStringLiteral("log")), QIODevice::Append);
    const qsizetype before = story().count(QStringLiteral("Listening on"));
    m_process.start(QStringLiteral("setsid"), {QStringLiteral("setpriv"), QStringLiteral("--pdeathsig"), QStringLiteral("KILL"),
                                               QStringLiteral("/usr/sbin/kamailio"), QStringLiteral("-f"),
                                               m_folder.filePath(QStringLiteral("kamailio.cfg")), QStringLiteral("-DD"),
                                               QStringLiteral("-E"), QStringLiteral("-Y"), m_folder.path(), QStringLiteral("-P"),
                                               m_folder.filePath(QStringLiteral("pid"))});
    const bool up = turnUntil([&] { return QFile::exists(m_folder.filePath(QStringLiteral("pid"))); });
    INFO(story().toStdString());
    REQUIRE(up);
    Q_UNUSED(before)
    turnFor(200ms);
}

void Registrar::signal(int number)
{
    if (m_process.processId() > 0)
        ::kill(-pid_t(m_process.processId()), number);
}

void Registrar::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    signal(SIGKILL);
    m_process.waitForFinished();
    QFile::remove(m_folder.filePath(QStringLiteral("pid")));
}

void Registrar::fallSilent()
{
    signal(SIGSTOP);
}

void Registrar::wakeUp()
{
    signal(SIGCONT);
}

QString Registrar::place() const
{
    return QStringLiteral("%1:%2").arg(bracketed(m_wish.host)).arg(m_port);
}

LineAccount Registrar::account(const QString& user) const
{
    LineAccount account;
    account.line.id = domain::LineId(QUuid::createUuid());
    account.line.name = user;
    account.line.user = user;
    account.line.server = place();
    account.password = password();
    return account;
}

QMap<QString, QString> Registrar::registered() const
{
    QMap<QString, QString> contacts;
    static const QRegularExpression line(QStringLiteral("VZ (on|off) (\\S+)(?: (.*))?$"), QRegularExpression::MultilineOption);
    for (auto matches = line.globalMatch(story()); matches.hasNext();) {
        const auto match = matches.next();
        if (match.captured(1) == u"on")
            contacts.insert(match.captured(2), match.captured(3));
        else
            contacts.remove(match.captured(2));
    }
    return contacts;
}

qsizetype Registrar::registersSeen() const
{
    return story().count(QStringLiteral("VZ seen"));
}

QString Registrar::story() const
{
    QFile file(m_folder.filePath(QStringLiteral("log")));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace vorzimmer::telephony
