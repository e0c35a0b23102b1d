#include "sofia/call_leg.h"

#include "sofia/end_reasons.h"
#include "sofia/line_address.h"
#include "sofia/sip_engine.h"

#include <sofia-sip/nua_tag.h>
#include <sofia-sip/sip_header.h>
#include <sofia-sip/sip_status.h>
#include <sofia-sip/sip_tag.h>
#include <sofia-sip/su_alloc.h>
#include <sofia-sip/url.h>

#include <QLoggingCategory>

#include <utility>

namespace vorzimmer::telephony::sofia {

using domain::EndReason;
using domain::Fault;
using ports::CallRef;
using ports::CallState;
using ports::CommandId;

namespace {

Q_LOGGING_CATEGORY(log, "vorzimmer.telephony")

constexpr int finalStatus = 200;
constexpr int failingStatus = 300;
constexpr int unauthorized = 401;
constexpr int requestTimeout = 408;
constexpr int proxyAuthenticationRequired = 407;

/// Text from a header, for one of ours.
QByteArray written(const url_t* url)
{
    if (!url)
        return {};
    char* text = url_as_string(nullptr, url);
    const QByteArray copy(text);
    su_free(nullptr, text);
    return copy;
}

/// "host:port" of an address; the brackets of IPv6 stay.
QByteArray hostOf(const QByteArray& address)
{
    const qsizetype at = address.indexOf('@');
    QByteArray host = address.mid(at < 0 ? address.indexOf(':') + 1 : at + 1);
    for (const char end : {';', '?', '>'})
        if (const qsizetype stop = host.indexOf(end); stop >= 0)
            host.truncate(stop);
    return host;
}

} // namespace

CallLeg::CallLeg(SipEngine& engine, CallRef call, SoundTalk talk) : m_engine(engine), m_call(call), m_talk(std::move(talk))
{
    m_patience.setSingleShot(true);
    QObject::connect(&m_patience, &QTimer::timeout, &m_patience, [this] { end(whyOr(EndReason::NoAnswer)); });
}

CallLeg::~CallLeg()
{
    const auto tooLate = domain::failure(Fault::NotFound, QStringLiteral("the call ended before"));
    if (m_answering)
        finish(*m_answering, tooLate);
    for (const Keys& keys : m_keys)
        finish(keys.command, tooLate);
    m_change.giveUp();
}

void CallLeg::finish(CommandId command, const domain::Outcome& outcome)
{
    if (SipListener* listener = m_engine.listener())
        listener->finished(command, outcome);
}

void CallLeg::end(EndReason reason)
{
    m_engine.calls().end(m_call, reason); // and with it this object
}

// ------------------------------------------------------------------------------------------------------- how it begins

void CallLeg::take(nua_handle_t* handle, const sip_t& invite)
{
    m_handle = SipHandle(handle, this);
    rememberPeer(invite);
    m_change.schedule(invite, false);
    m_awaitsSound = !soundOf(invite).said;
    ring();
}

void CallLeg::belongTo(const LineAccount& account)
{
    m_order.domain = uriPlace(account.line.server);
    m_order.user = loginOf(account.line);
    m_order.password = account.password;
}

void CallLeg::dial(const OutgoingCall& order)
{
    m_order = order;
    m_outgoing = true;
    m_peerAddress = order.target;
    m_handle = SipHandle(nua_handle(m_engine.nua(), nullptr, NUTAG_URL(order.target.constData()),
                                    SIPTAG_TO_STR(('<' + order.target + '>').constData()),
                                    SIPTAG_FROM_STR(order.from.constData()), TAG_END()),
                         this);
    const domain::Result<QByteArray> offer = m_talk.description();
    if (!offer) {
        qCWarning(log) << "call" << m_call.value << "has no sound:" << offer.error().detail;
        // Not before the call is known to whoever asked for it.
        m_patience.start(0);
        m_why = EndReason::NetworkFailure;
        return;
    }
    m_patience.start(m_engine.config().dialTimeout);
    const QByteArray identity = "P-Preferred-Identity: " + order.preferredIdentity;
    const bool shown = !order.preferredIdentity.isEmpty();
    nua_invite(m_handle.get(), TAG_IF(!order.proxy.isEmpty(), NUTAG_PROXY(order.proxy.constData())),
               TAG_IF(shown, SIPTAG_HEADER_STR(identity.constData())), SIPTAG_CONTENT_TYPE_STR("application/sdp"),
               SIPTAG_PAYLOAD_STR(offer->constData()), TAG_END());
}

void CallLeg::goOnWith(nua_handle_t* handle, const sip_t& invite, SoundTalk talk)
{
    m_patience.stop();
    // The one before hears BYE or CANCEL.
    m_handle = SipHandle(handle, this);
    rememberPeer(invite);
    m_change.schedule(invite, false);
    m_talk = std::move(talk);
    m_talk.setHeldByUs(m_change.isHeld());
    m_awaitsSound = !soundOf(invite).said;
    accept();
    tellState();
}

void CallLeg::rememberPeer(const sip_t& message)
{
    if (message.sip_contact)
        m_peerAddress = written(message.sip_contact->m_url);
}

QByteArray CallLeg::peerDomain() const
{
    if (!m_order.domain.isEmpty())
        return m_order.domain;
    const QByteArray configured = m_engine.config().peer.toUtf8();
    return configured.isEmpty() ? hostOf(m_peerAddress) : configured;
}

// -------------------------------------------------------------------------------------------------------- what we say

void CallLeg::ring()
{
    if (!m_answered && !m_outgoing)
        nua_respond(m_handle.get(), SIP_180_RINGING, TAG_END());
}

void CallLeg::answer(CommandId command)
{
    if (m_answering)
        return finish(command, domain::failure(Fault::Conflict, QStringLiteral("the call is being answered already")));
    m_answering = command;
    accept();
}

/// The session is described by ourselves, not by the library: its parser does not survive what the network sends.
void CallLeg::accept()
{
    const domain::Result<QByteArray> description = m_talk.description();
    if (!description) {
        qCWarning(log) << "call" << m_call.value << "has no sound:" << description.error().detail;
        nua_respond(m_handle.get(), SIP_500_INTERNAL_SERVER_ERROR, TAG_END());
        return;
    }
    nua_respond(m_handle.get(), SIP_200_OK, SIPTAG_CONTENT_TYPE_STR("application/sdp"),
                SIPTAG_PAYLOAD_STR(description->constData()), TAG_END());
    m_talk.go();
}

void CallLeg::refuse(int status, const char* phrase)
{
    if (!m_answered && !m_outgoing)
        nua_respond(m_handle.get(), status, phrase, TAG_END());
}

void CallLeg::redirect(const QByteArray& address)
{
    if (!m_answered && !m_outgoing)
        nua_respond(m_handle.get(), SIP_302_MOVED_TEMPORARILY, SIPTAG_CONTACT_STR(('<' + address + '>').constData()),
                    TAG_END());
}

void CallLeg::setHeld(CommandId command, bool held)
{
    m_change.setHeld(command, held);
}

void CallLeg::transferTo(const QByteArray& address)
{
    m_transfer.begin(address);
}

void CallLeg::transferInto(CallLeg& consultation)
{
    su_home_t* home = static_cast<su_home_t*>(su_home_new(sizeof(su_home_t)));
    const sip_replaces_t* replaces = nua_handle_make_replaces(consultation.handle(), home, 0);
    const char* query = replaces ? sip_headers_as_url_query(home, SIPTAG_REPLACES(replaces), TAG_END()) : nullptr;
    // Names of headers know no case, but not every peer knows that.
    const QByteArray place = query ? QByteArray(query).replace("replaces=", "Replaces=") : QByteArray();
    QByteArray address = consultation.peerAddress();
    if (const qsizetype headers = address.indexOf('?'); headers >= 0)
        address.truncate(headers);
    m_transfer.begin(place.isEmpty() ? address : address + '?' + place, consultation.call());
    su_home_unref(home);
}

// --------------------------------------------------------------------------------------------------------------- keys

void CallLeg::sendKeys(CommandId command, const QString& keys)
{
    // As tones in our sound if there is one and the peer hears tones in it; else beside it.
    if (m_talk.hasOwnSound() && m_talk.sendKeys(keys))
        return finish(command, {});
    m_keys.push_back({command, keys.toLatin1()});
    if (m_keys.size() == 1)
        sendNextKey();
}

void CallLeg::sendNextKey()
{
    const QByteArray signal = "Signal=" + m_keys.front().left.left(1) + "\r\nDuration=160\r\n";
    nua_info(m_handle.get(), SIPTAG_CONTENT_TYPE_STR("application/dtmf-relay"), SIPTAG_PAYLOAD_STR(signal.constData()),
             TAG_END());
}

void CallLeg::onKeysResponse(int status)
{
    if (status < finalStatus || m_keys.empty())
        return;
    Keys& keys = m_keys.front();
    keys.left.remove(0, 1);
    if (status < failingStatus && !keys.left.isEmpty())
        return sendNextKey();
    const CommandId command = keys.command;
    m_keys.pop_front();
    if (!m_keys.empty())
        sendNextKey();
    if (status < failingStatus)
        finish(command, {});
    else
        finish(command, domain::failure(Fault::Unsupported, QStringLiteral("the other side declined: %1").arg(status)));
}

// -------------------------------------------------------------------------------------------------------- what we hear

CallState CallLeg::state() const
{
    if (!m_answered)
        return m_outgoing ? CallState::OutgoingRinging : CallState::Offered;
    if (m_transfer.isUnderWay())
        return CallState::Transferring;
    if (m_change.isHeld())
        return CallState::HeldByUs;
    return m_talk.isHeldByPeer() ? CallState::HeldByPeer : CallState::Active;
}

void CallLeg::tellState()
{
    if (SipListener* listener = m_engine.listener())
        listener->stateIs(m_call, state());
}

EndReason CallLeg::whyOr(EndReason otherwise) const
{
    return m_why == EndReason::None ? otherwise : m_why;
}

void CallLeg::onEvent(const SipEvent& event)
{
    switch (event.kind) {
    case nua_i_cancel:
        m_why = event.sip && answeredElsewhere(*event.sip) ? EndReason::AnsweredElsewhere : EndReason::CallerGaveUp;
        break;
    case nua_i_bye:
        m_why = reasonOfBye(m_answered, m_outgoing);
        if (m_transfer.isDoneByBye() || m_engine.calls().isTakenOver(m_call))
            m_why = EndReason::Transferred;
        break;
    case nua_i_error:
        if (event.status == requestTimeout)
            m_why = EndReason::PeerLost;
        break;
    case nua_r_bye:
        // We hang up by giving up the handle: this BYE is the library's, whose session nobody has refreshed.
        m_why = whyOr(EndReason::PeerLost);
        break;
    case nua_i_invite:
        if (event.sip && event.status < finalStatus)
            onInviteWithin(*event.sip);
        break;
    case nua_i_ack:
        if (event.sip)
            onAck(*event.sip);
        break;
    case nua_r_invite:
        onInviteResponse(event);
        break;
    case nua_r_refer:
        if (!authenticate(event))
            m_transfer.onResponse(event.status);
        break;
    case nua_i_notify:
        m_transfer.onNotify(event);
        break;
    case nua_r_info:
        onKeysResponse(event.status);
        break;
    case nua_i_state:
        onState(event.tags);
        break;
    case nua_i_terminated:
        end(whyOr(EndReason::NetworkFailure));
        break;
    default:
        break;
    }
}

void CallLeg::onInviteWithin(const sip_t& invite)
{
    const Sound sound = soundOf(invite);
    if (sound.said && !m_talk.takeOffer(sound.description)) {
        nua_respond(m_handle.get(), SIP_488_NOT_ACCEPTABLE, NUTAG_WITH_THIS(m_engine.nua()), TAG_END());
        return;
    }
    rememberPeer(invite);
    m_change.schedule(invite, false);
    m_awaitsSound = !sound.said;
    accept();
    tellState();
}

void CallLeg::onAck(const sip_t& ack)
{
    const Sound sound = soundOf(ack);
    if (!std::exchange(m_awaitsSound, false) || !sound.said)
        return;
    if (!m_talk.takeAnswer(sound.description)) {
        qCWarning(log) << "call" << m_call.value << "answered with a sound that was not offered";
        end(EndReason::NetworkFailure);
    }
}

void CallLeg::onInviteResponse(const SipEvent& event)
{
    if (authenticate(event))
        return;
    const bool good = event.sip && event.status >= finalStatus && event.status < failingStatus;
    if (good) {
        rememberPeer(*event.sip);
        m_change.schedule(*event.sip, true);
        const Sound sound = soundOf(*event.sip);
        const bool known = !sound.said && m_heardEarly;
        if (!known && !(sound.said && m_talk.takeAnswer(sound.description))) {
            qCWarning(log) << "call" << m_call.value << "answered with a sound that was not offered";
            return end(m_answered ? EndReason::NetworkFailure : EndReason::Unreachable);
        }
        m_talk.go();
    }
    if (m_answered)
        m_change.onResponse(event.status);
    else
        onDialled(event);
}

void CallLeg::hearEarly(const sip_t& ringing)
{
    const Sound sound = soundOf(ringing);
    // One that cannot be heard is no reason to give the call up: the answer may be better.
    if (!sound.said || !m_talk.takeAnswer(sound.description))
        return;
    m_heardEarly = true;
    m_talk.go();
}

void CallLeg::onDialled(const SipEvent& event)
{
    if (event.status < finalStatus) {
        if (event.sip)
            hearEarly(*event.sip);
        return;
    }
    m_patience.stop();
    if (event.status >= failingStatus)
        m_why = reasonOfRefusal(event.status, event.sip != nullptr);
}

/// True when nothing more is to be done about it: the request goes out again with who we are, or the call has ended.
bool CallLeg::authenticate(const SipEvent& event)
{
    if ((event.status != unauthorized && event.status != proxyAuthenticationRequired) || !event.sip)
        return false;
    const sip_www_authenticate_t* asked =
        event.sip->sip_www_authenticate ? event.sip->sip_www_authenticate : event.sip->sip_proxy_authenticate;
    const char* realm = asked ? msg_params_find(asked->au_params, "realm=") : nullptr;
    if (!realm || m_order.user.isEmpty() || std::exchange(m_authenticated, true)) {
        if (m_answered)
            return false;
        end(EndReason::Unreachable);
        return true;
    }
    // The realm still wears its quotes.
    const QByteArray who = QByteArray(asked->au_scheme) + ':' + realm + ':' + m_order.user + ':' + m_order.password;
    nua_authenticate(m_handle.get(), NUTAG_AUTH(who.constData()), TAG_END());
    return true;
}

void CallLeg::onState(tagi_t tags[])
{
    int state = nua_callstate_init;
    tl_gets(tags, NUTAG_CALLSTATE_REF(state), TAG_END());
    // We end calls by giving up their handle. Here the library does, whose peer confirms nothing.
    if (state == nua_callstate_terminating)
        return end(whyOr(EndReason::PeerLost));
    if (state == nua_callstate_terminated)
        return end(whyOr(EndReason::NetworkFailure));
    if ((state == nua_callstate_completed || state == nua_callstate_ready) && !m_answered) {
        m_answered = true;
        if (const auto command = std::exchange(m_answering, std::nullopt))
            finish(*command, {});
        tellState();
    }
}

} // namespace vorzimmer::telephony::sofia
