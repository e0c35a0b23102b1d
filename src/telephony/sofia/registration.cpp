#include <sofia-sip/msg_addr.h>
#include <sofia-sip/nua_tag.h>
#include <sofia-sip/sip_header.h>
#include <sofia-sip/sip_tag.h>
#include <sofia-sip/sip_util.h>

#include "sofia/registration.h"

#include "sofia/digest.h"
#include "sofia/line_address.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <netinet/in.h>

#include <algorithm>
#include <cstdlib>

namespace vorzimmer::telephony::sofia {

using ports::LineState;
using ports::LineStatus;
using ports::LineTrouble;

namespace {

Q_LOGGING_CATEGORY(log, "vorzimmer.telephony")

constexpr int goodStatus = 200;
constexpr int lastGoodStatus = 299;

/// The address alone, without port; an IPv4 one on an IPv6 socket as the IPv4 address it is. Empty for what is none, as
/// with answers that the library gives itself.
QByteArray bareAddress(const sockaddr* peer)
{
    constexpr qsizetype v4Offset = 12;
    if (peer && peer->sa_family == AF_INET)
        return {reinterpret_cast<const char*>(&reinterpret_cast<const sockaddr_in*>(peer)->sin_addr), sizeof(in_addr)};
    if (!peer || peer->sa_family != AF_INET6)
        return {};
    const auto& v6 = reinterpret_cast<const sockaddr_in6*>(peer)->sin6_addr;
    const QByteArray bytes(reinterpret_cast<const char*>(&v6), sizeof v6);
    return IN6_IS_ADDR_V4MAPPED(&v6) ? bytes.mid(v4Offset) : bytes;
}

/// Who sent the message that is looked at just now.
QByteArray senderOf(nua_t* nua)
{
    const msg_t* message = nua_current_request(nua);
    const su_sockaddr_t* from = message ? msg_addr(const_cast<msg_t*>(message)) : nullptr;
    return from ? bareAddress(&from->su_sa) : QByteArray();
}

QString phraseOf(const sip_t* response)
{
    constexpr qsizetype longest = 80;
    const char* phrase = response && response->sip_status ? response->sip_status->st_phrase : nullptr;
    QString text = QString::fromUtf8(phrase).left(longest);
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return text;
}

/// How long the registration holds that @p response speaks of; nothing when it lists others only.
std::optional<std::chrono::seconds> grantedBy(const sip_t& response, const QByteArray& contactUser, std::chrono::seconds asked)
{
    std::optional<std::chrono::seconds> said;
    if (response.sip_expires)
        said = std::chrono::seconds(response.sip_expires->ex_delta);
    if (!response.sip_contact)
        return said.value_or(asked);
    for (const sip_contact_t* contact = response.sip_contact; contact; contact = contact->m_next) {
        if (contactUser != contact->m_url->url_user)
            continue;
        const char* expires = contact->m_expires;
        return expires ? std::chrono::seconds(std::strtoul(expires, nullptr, 10)) : said.value_or(asked);
    }
    return {};
}

bool isPassing(int status)
{
    return status == 408 || status == 480 || (status >= 500 && status < 600);
}

} // namespace

Registration::Registration(nua_t* nua, LineAccount account, const LineTiming& timing, Tell tell)
    : m_nua(nua), m_account(std::move(account)), m_timing(timing), m_tell(std::move(tell))
{
    m_next.setSingleShot(true);
    m_patience.setSingleShot(true);
    QObject::connect(&m_next, &QTimer::timeout, &m_next, [this] { ask(); });
    QObject::connect(&m_patience, &QTimer::timeout, &m_patience, [this] {
        // The question goes on being repeated by the library; only the line is not believed in any more.
        LineStatus status = standing(LineState::Retrying);
        status.trouble = LineTrouble::NoAnswer;
        enter(std::move(status));
    });
}

Registration::~Registration() = default;

LineStatus Registration::standing(LineState state) const
{
    LineStatus status;
    status.line = m_account.line.id;
    status.name = m_account.line.name;
    status.state = state;
    return status;
}

void Registration::enter(LineStatus status)
{
    if (m_status == status)
        return;
    m_status = std::move(status);
    qCInfo(log) << "line" << m_status.line.text() << "state" << int(m_status.state) << "trouble" << int(m_status.trouble)
                << m_status.code;
    if (m_tell)
        m_tell(m_status);
}

bool Registration::admits(const sockaddr* peer) const
{
    return !m_peer.isEmpty() && QDateTime::currentDateTimeUtc() < m_holdsUntil && bareAddress(peer) == m_peer;
}

// ------------------------------------------------------------------------------------------------------------- asking

void Registration::askNow()
{
    enter(standing(LineState::Starting));
    askAfresh();
}

void Registration::askNowIfUseful()
{
    if (m_status.state != LineState::Blocked)
        askAfresh();
}

void Registration::askAfresh()
{
    m_failures = 0;
    if (m_asking)
        m_handle.giveUp();
    ask();
}

void Registration::ask()
{
    m_next.stop();
    m_asking = true;
    m_proved = false;
    if (!m_handle.get()) {
        const QByteArray address = lineAddress(m_account.line);
        m_handle = SipHandle(nua_handle(m_nua, nullptr, SIPTAG_TO_STR(address.constData()), SIPTAG_FROM_STR(address.constData()),
                                        NUTAG_M_USERNAME(contactUserOf(m_account.line).constData()),
                                        // It would ask the registrar to call us, which many do not understand.
                                        NUTAG_OUTBOUND("no-validate no-options-keepalive"), TAG_END()),
                             this);
    }
    m_patience.start(m_timing.patience);
    nua_register(m_handle.get(), NUTAG_REGISTRAR(registrarOf(m_account.line).constData()),
                 NUTAG_PROXY(nextHopOf(m_account.line).constData()),
                 SIPTAG_EXPIRES_STR(QByteArray::number(qint64(m_account.line.expiry.count())).constData()), TAG_END());
}

// ------------------------------------------------------------------------------------------------------------ hearing

void Registration::onEvent(const SipEvent& event)
{
    if (event.kind == nua_r_register && event.status >= goodStatus)
        onAnswer(event);
}

void Registration::onAnswer(const SipEvent& event)
{
    if (isChallenge(event.status) && event.sip)
        return onChallenge(event);
    m_patience.stop();
    m_asking = false;
    if (event.status <= lastGoodStatus && event.sip)
        onRegistered(*event.sip);
    else
        onRefused(event);
}

void Registration::onChallenge(const SipEvent& event)
{
    if (m_account.password.isEmpty())
        return block(LineTrouble::PasswordMissing, event.status, phraseOf(event.sip));
    if (std::exchange(m_proved, true) || !answerChallenge(m_handle.get(), *event.sip, loginOf(m_account.line), m_account.password))
        return block(LineTrouble::WrongPassword, event.status, phraseOf(event.sip));
}

void Registration::onRegistered(const sip_t& response)
{
    const auto granted = grantedBy(response, contactUserOf(m_account.line), m_account.line.expiry);
    if (!granted || granted->count() == 0)
        return lose(LineTrouble::NotListed, goodStatus, {}, nextPause());
    m_failures = 0;
    m_proved = false;
    m_peer = senderOf(m_nua);
    m_holdsUntil = QDateTime::currentDateTimeUtc().addSecs(granted->count());
    m_next.start(std::min<std::chrono::milliseconds>(*granted / 2, m_timing.longestRefresh));
    enter(standing(LineState::Up));
}

void Registration::onRefused(const SipEvent& event)
{
    const QString phrase = phraseOf(event.sip);
    // What the library answers itself came from nowhere.
    const bool said = event.sip && !senderOf(m_nua).isEmpty();
    if (!said) {
        const LineTrouble trouble = phrase.contains(QStringLiteral("DNS")) ? LineTrouble::NameUnknown
                                    : event.status == 408                  ? LineTrouble::NoAnswer
                                                                           : LineTrouble::Unreachable;
        return lose(trouble, 0, phrase, nextPause());
    }
    std::chrono::milliseconds pause = nextPause();
    if (event.sip->sip_retry_after) {
        const std::chrono::milliseconds wish = std::chrono::seconds(event.sip->sip_retry_after->af_delta);
        pause = std::max(pause, std::min(wish, m_timing.longestWish));
    } else if (!isPassing(event.status)) {
        pause = std::max(pause, m_timing.refusedRetry);
    }
    // A refusal is a refusal: nobody of theirs is expected to call.
    m_peer.clear();
    lose(isPassing(event.status) ? LineTrouble::Overloaded : LineTrouble::Refused, event.status, phrase, pause);
}

// ------------------------------------------------------------------------------------------------------------- losing

std::chrono::milliseconds Registration::nextPause()
{
    constexpr int mostDoublings = 16;
    const auto pause = std::min(m_timing.firstRetry * (1 << std::min(m_failures, mostDoublings)), m_timing.longestRetry);
    // Every desk of a bureau loses its line at the same moment; they need not all come back at the same.
    constexpr double spread = 0.2;
    const double share = 1 - spread * QRandomGenerator::global()->generateDouble();
    return std::chrono::milliseconds(qint64(double(pause.count()) * share));
}

void Registration::lose(LineTrouble trouble, int code, const QString& detail, std::chrono::milliseconds pause)
{
    ++m_failures;
    // A fresh handle: this one remembers challenges and routes of what has failed.
    m_handle.giveUp();
    m_next.start(pause);
    LineStatus status = standing(LineState::Retrying);
    status.trouble = trouble;
    status.code = code;
    status.detail = detail;
    status.nextTry = QDateTime::currentDateTimeUtc().addMSecs(pause.count());
    enter(std::move(status));
}

void Registration::block(LineTrouble trouble, int code, const QString& detail)
{
    m_patience.stop();
    m_asking = false;
    m_handle.giveUp();
    m_peer.clear();
    LineStatus status = standing(LineState::Blocked);
    status.trouble = trouble;
    status.code = code;
    status.detail = detail;
    enter(std::move(status));
}

} // namespace vorzimmer::telephony::sofia
