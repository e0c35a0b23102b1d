#include "mail/hand_over.h"

#include "curl/failure.h"
#include "http/endpoint.h"

#include "vorzimmer/domain/mail_address.h"

#include <QUrl>

#include <algorithm>
#include <cstring>

namespace vorzimmer::cloud::mail {

using ports::MailFate;
using ports::MailSecurity;

namespace {

constexpr qsizetype longestAnswer = 500;
constexpr int goOn = 334;
constexpr int tooBig = 552;

QUrl serverOf(const ports::MailAccess& access)
{
    QUrl url;
    url.setScheme(access.security == MailSecurity::Tls ? QStringLiteral("smtps") : QStringLiteral("smtp"));
    url.setHost(access.host);
    url.setPort(access.port);
    // curl says what the path holds as EHLO; the machine's own name is nobody's business.
    url.setPath(QLatin1Char('/') + access.sender.section(QLatin1Char('@'), -1));
    return url;
}

} // namespace

HandOver::HandOver(const ports::MailAccess& access, const QString& recipient, QByteArray letter, const MailOptions& options,
                   Lifeline& lifeline)
    : m_letter(std::move(letter)), m_url(serverOf(access).toEncoded()), m_easy(curl_easy_init())
{
    setUpSafety(options);
    setUpEnvelope(access, recipient);
    lifeline.guard(m_easy);
}

HandOver::~HandOver()
{
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_recipients);
}

void HandOver::setUpSafety(const MailOptions& options)
{
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(m_easy, CURLOPT_QUICK_EXIT, 1L); // closing must not wait for a name server
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(m_easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(m_easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!options.trustFile.isEmpty())
        curl_easy_setopt(m_easy, CURLOPT_CAINFO, options.trustFile.constData());
    curl_easy_setopt(m_easy, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(m_easy, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(m_easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connectPatience.count()));
    curl_easy_setopt(m_easy, CURLOPT_TIMEOUT_MS, static_cast<long>(options.exchangePatience.count()));
    curl_easy_setopt(m_easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(options.silence.count()));
    curl_easy_setopt(m_easy, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(m_easy, CURLOPT_LOW_SPEED_TIME, static_cast<long>(options.silence.count()));
}

void HandOver::setUpEnvelope(const ports::MailAccess& access, const QString& recipient)
{
    curl_easy_setopt(m_easy, CURLOPT_URL, m_url.constData());
    const bool stays = http::isLoopback(serverOf(access));
    if (stays)
        curl_easy_setopt(m_easy, CURLOPT_PROXY, ""); // whatever the environment says
    if (access.security == MailSecurity::StartTls || (access.security == MailSecurity::None && !stays))
        curl_easy_setopt(m_easy, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (!access.user.isEmpty()) {
        curl_easy_setopt(m_easy, CURLOPT_USERNAME, access.user.toUtf8().constData());
        curl_easy_setopt(m_easy, CURLOPT_PASSWORD, access.secret.constData());
    }
    curl_easy_setopt(m_easy, CURLOPT_MAIL_FROM, ("<" + access.sender.toLatin1() + ">").constData());
    m_recipients = curl_slist_append(nullptr, ("<" + recipient.toLatin1() + ">").constData());
    curl_easy_setopt(m_easy, CURLOPT_MAIL_RCPT, m_recipients);
    curl_easy_setopt(m_easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(m_easy, CURLOPT_READFUNCTION, &HandOver::onRead);
    curl_easy_setopt(m_easy, CURLOPT_READDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &HandOver::onReply);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &HandOver::onReply);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    // curl names neither the command that was refused nor the words; only its log does. What is secret in it goes nowhere.
    curl_easy_setopt(m_easy, CURLOPT_DEBUGFUNCTION, &HandOver::onDebug);
    curl_easy_setopt(m_easy, CURLOPT_DEBUGDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_VERBOSE, 1L);
}

size_t HandOver::onRead(char* data, size_t size, size_t count, void* self)
{
    auto* order = static_cast<HandOver*>(self);
    const auto length = std::min(static_cast<qsizetype>(size * count), order->m_letter.size() - order->m_sent);
    if (length == 0) {
        order->m_handedOut = true;
        order->m_said = {};
        return 0;
    }
    std::memcpy(data, order->m_letter.constData() + order->m_sent, static_cast<size_t>(length));
    order->m_sent += length;
    return static_cast<size_t>(length);
}

int HandOver::onDebug(CURL*, curl_infotype type, char* data, size_t size, void* self)
{
    if (type == CURLINFO_HEADER_OUT)
        static_cast<HandOver*>(self)->noteCommand(QByteArray::fromRawData(data, static_cast<qsizetype>(size)));
    return 0;
}

size_t HandOver::onReply(char* data, size_t size, size_t count, void* self)
{
    static_cast<HandOver*>(self)->noteReply(QByteArray(data, static_cast<qsizetype>(size * count)).trimmed());
    return size * count;
}

void HandOver::noteCommand(const QByteArray& line)
{
    if (m_stage == Stage::SigningIn && m_said.code == goOn) { // credentials, which may look like anything
        m_said = {};
        return;
    }
    m_farewell = line.startsWith("QUIT");
    if (m_farewell)
        return; // all is said
    m_said = {};
    if (line.startsWith("AUTH"))
        m_stage = Stage::SigningIn;
    else if (line.startsWith("MAIL"))
        m_stage = Stage::Sender;
    else if (line.startsWith("RCPT"))
        m_stage = Stage::Recipient;
    else if (line.startsWith("DATA"))
        m_stage = Stage::Content;
}

void HandOver::noteReply(const QByteArray& line)
{
    m_heard = true;
    const int code = line.left(3).toInt();
    const bool last = line.size() < 4 || line[3] != '-';
    m_lines += (m_lines.isEmpty() ? "" : " ") + line.mid(4);
    if (!last)
        return;
    const QByteArray words = std::exchange(m_lines, {});
    if (m_farewell || (m_handedOut && m_said.code != 0))
        return;
    m_said = {code, domain::headerText(QStringLiteral("%1 %2").arg(code).arg(QString::fromUtf8(words))).left(longestAnswer)};
}

HandedOver HandOver::outcome(CURLcode code) const
{
    HandedOver done;
    done.silent = !m_heard;
    if (m_handedOut && m_said.code == 0) {
        done.fate = MailFate::Unclear;
        done.answer = QStringLiteral("the whole mail was sent, but the server's answer never came: ") +
                      (code == CURLE_OK ? QStringLiteral("it broke off") : curl::failureText(code));
        return done;
    }
    if (m_handedOut && m_said.code / 100 == 2) {
        done.fate = MailFate::Delivered; // also when the farewell went wrong
        done.answer = m_said.text;
        return done;
    }
    if (m_said.code < 400) { // the conversation was not refused but broke
        done.answer = code == CURLE_LOGIN_DENIED ? QStringLiteral("signing in did not work") : curl::failureText(code);
        done.fate = curl::isForPerson(code) || code == CURLE_LOGIN_DENIED ? MailFate::Untouched : MailFate::Later;
        return done;
    }
    done.answer = m_said.text;
    if (m_said.code < 500)
        done.fate = MailFate::Later;
    else if (m_stage == Stage::Recipient || m_stage == Stage::Content || m_said.code == tooBig)
        done.fate = MailFate::Refused;
    else
        done.fate = MailFate::Untouched; // it is us whom the server does not want
    return done;
}

} // namespace vorzimmer::cloud::mail
