// GLib before Qt, and Sofia-SIP's C headers nowhere outside this folder.
#include <glib.h>

#include <sofia-sip/msg_addr.h>
#include <sofia-sip/nta_tag.h>
#include <sofia-sip/nua.h>
#include <sofia-sip/nua_tag.h>
#include <sofia-sip/sip.h>
#include <sofia-sip/sip_header.h>
#include <sofia-sip/sip_status.h>
#include <sofia-sip/sip_tag.h>
#include <sofia-sip/su_glib.h>
#include <sofia-sip/su_log.h>
#include <sofia-sip/su_wait.h>
#include <sofia-sip/tport_tag.h>

#include "sofia/sip_stack.h"

#include "sound_talk.h"

#include "sofia/invite_reader.h"
#include "sofia/peer_gate.h"
#include "sofia/port_probe.h"

#include <QAbstractEventDispatcher>
#include <QLoggingCategory>

#include <cstdarg>
#include <map>

namespace vorzimmer::telephony::sofia {

using domain::EndReason;
using domain::Fault;
using domain::Result;
using ports::CallRef;

namespace {

Q_LOGGING_CATEGORY(log, "vorzimmer.telephony")

constexpr int longestMessage = 64 * 1024;
constexpr int finalStatus = 200;
constexpr int requestTimeout = 408;

/// Sofia-SIP's own log holds names and numbers, so nobody gets it.
void discard(void*, const char*, va_list) {}

void prepareLibrary()
{
    static const bool done = [] {
        su_init();
        su_log_redirect(nullptr, discard, nullptr);
        su_log_set_level(nullptr, 0);
        return true;
    }();
    Q_UNUSED(done)
}

std::string bracketed(const std::string& host)
{
    return host.find(':') == std::string::npos ? host : '[' + host + ']';
}

/// One call. Its handle carries it as magic until one of both is given up.
struct Leg {
    CallRef call;
    nua_handle_t* handle = nullptr;
    SoundTalk talk;
    bool answered = false;
    bool awaitsSound = false;        ///< our description was an offer, the peer's answer to it is still to come
    EndReason why = EndReason::None; ///< known before the end itself
};

} // namespace

struct SipStack::Engine {
    Engine(const SipConfig& settings, PeerGate allowed, SipListener& hearing, ports::CallSounds* carrying)
        : gate(std::move(allowed)), listener(&hearing), sounds(carrying), host(settings.host.toStdString()),
          contactUser(settings.contactUser), ourAddress(settings.host.toUtf8())
    {
    }
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    [[nodiscard]] domain::Outcome start(const SipConfig& settings);

    static void onEvent(nua_event_t event, int status, const char* phrase, nua_t* nua, void* magic, nua_handle_t* handle,
                        void* leg, const sip_t* sip, tagi_t tags[]);
    void onRequest(nua_event_t event, nua_handle_t* handle, const sip_t* sip, std::chrono::steady_clock::time_point since);
    void onLegEvent(nua_event_t event, int status, Leg& leg, const sip_t* sip, tagi_t tags[]);
    void onInvite(nua_handle_t* handle, const sip_t& invite, std::chrono::steady_clock::time_point since);
    void onState(Leg& leg, tagi_t tags[]);
    void onContact(tagi_t tags[]);
    void onInviteWithin(Leg& leg, const sip_t& invite);
    [[nodiscard]] bool takeOffer(Leg& leg, const Sound& sound);
    void accept(Leg& leg);
    void onAck(Leg& leg, const sip_t& ack);
    void sendAway(nua_handle_t* handle, int status, const char* phrase);
    void drop(Leg& leg, EndReason reason);
    [[nodiscard]] bool peerMayCall() const;
    [[nodiscard]] Leg* find(CallRef call);

    PeerGate gate;
    SipListener* listener;
    ports::CallSounds* sounds; ///< null = signalling only
    std::string host;
    QString contactUser;
    QByteArray ourAddress; ///< where our session descriptions point
    su_root_t* root = nullptr;
    GSource* source = nullptr;
    nua_t* nua = nullptr;
    std::map<CallRef, Leg> legs; ///< nodes stay where they are, handles point at them
    int depth = 0;               ///< how many of the library's callbacks are on the stack
    bool shutDown = false;
};

// -------------------------------------------------------------------------------------------------- start and end

domain::Outcome SipStack::Engine::start(const SipConfig& settings)
{
    root = su_glib_root_create(nullptr);
    if (!root)
        return domain::failure(Fault::Internal, QStringLiteral("the SIP library cannot start"));
    su_root_threading(root, 0);
    source = su_glib_root_gsource(root);
    GMainContext* context = g_main_context_ref_thread_default();
    g_source_attach(source, context);
    g_main_context_unref(context);

    const std::string url = "sip:" + bracketed(host) + ':' + (settings.port ? std::to_string(settings.port) : "*");
    const std::string user = settings.contactUser.toStdString();
    nua = nua_create(root, onEvent, this, NUTAG_URL(url.c_str()), NUTAG_M_USERNAME(user.c_str()),
                     NUTAG_USER_AGENT("Vorzimmer/" VORZIMMER_VERSION), NUTAG_AUTOANSWER(0), NUTAG_AUTOALERT(0),
                     NUTAG_MEDIA_ENABLE(0), SIPTAG_ALLOW_STR("INVITE, ACK, CANCEL, BYE, OPTIONS"),
                     SIPTAG_SUPPORTED_STR("timer"), NUTAG_APPL_METHOD("OPTIONS"), NTATAG_MAXSIZE(longestMessage),
                     NTATAG_SIP_T1X64(unsigned(settings.peerTimeout.count())),
                     TPTAG_TIMEOUT(unsigned(settings.peerTimeout.count())),
                     TPTAG_IDLE(unsigned(settings.connectionIdle.count())), TAG_END());
    // Somebody was quicker than we after the probe.
    if (!nua)
        return domain::failure(Fault::Busy,
                               QStringLiteral("%1, port %2 cannot be opened").arg(settings.host).arg(settings.port));
    nua_get_params(nua, TAG_ANY(), TAG_END());
    return {};
}

SipStack::Engine::~Engine()
{
    listener = nullptr;
    // A handle destroyed says 480 or BYE by itself; the library repeats neither once it is gone.
    for (auto& [call, leg] : legs) {
        nua_handle_bind(leg.handle, nullptr);
        nua_handle_destroy(leg.handle);
    }
    if (nua) {
        nua_shutdown(nua);
        // Only Sofia-SIP's messages to itself are left to run. They are always ready, and nothing else of this context is
        // allowed in between: GLib runs ready sources of the best priority alone.
        g_source_set_priority(source, G_PRIORITY_HIGH);
        constexpr int enough = 1000;
        for (int round = 0; round < enough && !shutDown; ++round)
            g_main_context_iteration(g_source_get_context(source), FALSE);
        if (shutDown)
            nua_destroy(nua);
        else
            qCWarning(log) << "the SIP library did not shut down";
    }
    if (root && (!nua || shutDown)) {
        // The context's reference goes here, the root's own (the last) with the root.
        g_source_destroy(source);
        su_root_destroy(root);
    }
}

SipStack::SipStack() = default;
SipStack::~SipStack() = default;

Result<SipStack*> SipStack::open(const SipConfig& config, SipListener& listener, ports::CallSounds* sounds)
{
    const QAbstractEventDispatcher* dispatcher = QAbstractEventDispatcher::instance();
    if (!dispatcher || !dispatcher->inherits("QEventDispatcherGlib"))
        return domain::failure(Fault::Unsupported,
                               QStringLiteral("Qt runs without GLib's event loop here (is QT_NO_GLIB set?), and "
                                              "the SIP leg needs it"));
    auto gate = PeerGate::from(config.allowedPeers);
    if (!gate)
        return domain::failure(gate.error());
    if (domain::Outcome free = probePort(config.host, config.port); !free)
        return domain::failure(free.error());
    prepareLibrary();
    std::unique_ptr<SipStack> stack(new SipStack);
    stack->m_engine = std::make_unique<Engine>(config, std::move(*gate), listener, sounds);
    if (domain::Outcome started = stack->m_engine->start(config); !started)
        return domain::failure(started.error());
    return stack.release();
}

void SipStack::retire()
{
    m_engine->listener = nullptr;
    // Queued and not deleteLater(), which waits for an event loop to end.
    if (m_engine->depth > 0)
        QMetaObject::invokeMethod(
            this, [this] { delete this; }, Qt::QueuedConnection);
    else
        delete this;
}

// -------------------------------------------------------------------------------------------------------- what we say

Leg* SipStack::Engine::find(CallRef call)
{
    const auto found = legs.find(call);
    return found == legs.end() ? nullptr : &found->second;
}

void SipStack::ring(CallRef call)
{
    if (const Leg* leg = m_engine->find(call); leg && !leg->answered)
        nua_respond(leg->handle, SIP_180_RINGING, TAG_END());
}

void SipStack::answer(CallRef call)
{
    if (Leg* leg = m_engine->find(call))
        m_engine->accept(*leg);
}

void SipStack::end(CallRef call, int code, const char* phrase)
{
    Leg* leg = m_engine->find(call);
    if (!leg)
        return;
    if (!leg->answered)
        nua_respond(leg->handle, code, phrase, TAG_END());
    nua_handle_bind(leg->handle, nullptr);
    nua_handle_destroy(leg->handle);
    m_engine->legs.erase(call);
}

void SipStack::setMuted(CallRef call, bool muted)
{
    if (Leg* leg = m_engine->find(call))
        leg->talk.setMuted(muted);
}

domain::Outcome SipStack::sendKeys(CallRef call, const QString& keys)
{
    Leg* leg = m_engine->find(call);
    return leg ? leg->talk.sendKeys(keys) : domain::failure(Fault::NotFound, QStringLiteral("no such call"));
}

/// A peer that describes nothing lets us begin, and answers with its ACK.
bool SipStack::Engine::takeOffer(Leg& leg, const Sound& sound)
{
    leg.awaitsSound = !sound.said;
    return !sound.said || leg.talk.takeOffer(sound.description).has_value();
}

/// The session is described by ourselves, not by the library: its parser does not survive what the network sends.
void SipStack::Engine::accept(Leg& leg)
{
    const domain::Result<QByteArray> description = leg.talk.description();
    if (!description) {
        qCWarning(log) << "call" << leg.call.value << "has no sound:" << description.error().detail;
        nua_respond(leg.handle, SIP_500_INTERNAL_SERVER_ERROR, TAG_END());
        return;
    }
    nua_respond(leg.handle, SIP_200_OK, SIPTAG_CONTENT_TYPE_STR("application/sdp"),
                SIPTAG_PAYLOAD_STR(description->constData()), TAG_END());
    leg.talk.go();
}

void SipStack::Engine::sendAway(nua_handle_t* handle, int status, const char* phrase)
{
    nua_respond(handle, status, phrase, NUTAG_WITH_THIS(nua), TAG_END());
    nua_handle_destroy(handle);
}

void SipStack::Engine::drop(Leg& leg, EndReason reason)
{
    const CallRef call = leg.call;
    nua_handle_bind(leg.handle, nullptr);
    nua_handle_destroy(leg.handle);
    legs.erase(call);
    if (listener)
        listener->ended(call, reason);
}

// ------------------------------------------------------------------------------------------------------- what we hear

void SipStack::Engine::onEvent(nua_event_t event, int status, const char*, nua_t*, void* magic, nua_handle_t* handle,
                               void* leg, const sip_t* sip, tagi_t tags[])
{
    const auto since = std::chrono::steady_clock::now();
    auto* self = static_cast<Engine*>(magic);
    ++self->depth;
    if (event == nua_r_shutdown)
        self->shutDown = status >= finalStatus;
    else if (event == nua_r_get_params)
        self->onContact(tags);
    else if (leg)
        self->onLegEvent(event, status, *static_cast<Leg*>(leg), sip, tags);
    else if (handle && sip && sip->sip_request)
        self->onRequest(event, handle, sip, since);
    --self->depth;
}

bool SipStack::Engine::peerMayCall() const
{
    const msg_t* request = nua_current_request(nua);
    const su_sockaddr_t* peer = request ? msg_addr(const_cast<msg_t*>(request)) : nullptr;
    return peer && gate.admits(&peer->su_sa, sizeof *peer);
}

void SipStack::Engine::onRequest(nua_event_t event, nua_handle_t* handle, const sip_t* sip,
                                 std::chrono::steady_clock::time_point since)
{
    if (event != nua_i_invite && event != nua_i_options)
        return;
    if (!listener)
        return sendAway(handle, SIP_503_SERVICE_UNAVAILABLE);
    if (!peerMayCall()) {
        qCWarning(log) << "a peer that is not allowed was sent away";
        return sendAway(handle, SIP_403_FORBIDDEN);
    }
    if (event == nua_i_options)
        return sendAway(handle, SIP_200_OK);
    onInvite(handle, *sip, since);
}

void SipStack::Engine::onInvite(nua_handle_t* handle, const sip_t& invite, std::chrono::steady_clock::time_point since)
{
    Leg fresh{{}, handle, SoundTalk(sounds, ourAddress), false, false, EndReason::None};
    if (!takeOffer(fresh, soundOf(invite)))
        return sendAway(handle, SIP_488_NOT_ACCEPTABLE);
    const std::optional<CallRef> call = listener->admit();
    if (!call)
        return sendAway(handle, SIP_480_TEMPORARILY_UNAVAILABLE);

    fresh.call = *call;
    Leg& leg = legs.emplace(*call, std::move(fresh)).first->second;
    nua_handle_bind(handle, &leg);
    nua_respond(handle, SIP_180_RINGING, TAG_END());

    ports::CallOffer offer = readInvite(invite, contactUser);
    offer.call = *call;
    offer.receivedAt = since;
    listener->invited(offer);
}

void SipStack::Engine::onLegEvent(nua_event_t event, int status, Leg& leg, const sip_t* sip, tagi_t tags[])
{
    switch (event) {
    case nua_i_cancel:
        leg.why = sip && answeredElsewhere(*sip) ? EndReason::AnsweredElsewhere : EndReason::CallerGaveUp;
        break;
    case nua_i_bye:
        leg.why = leg.answered ? EndReason::CallerHungUp : EndReason::CallerGaveUp;
        break;
    case nua_i_error:
        if (status == requestTimeout)
            leg.why = EndReason::PeerLost;
        break;
    case nua_i_invite:
        if (sip && status < finalStatus)
            onInviteWithin(leg, *sip);
        break;
    case nua_i_ack:
        if (sip)
            onAck(leg, *sip);
        break;
    case nua_i_state:
        onState(leg, tags);
        break;
    case nua_i_terminated:
        drop(leg, leg.why == EndReason::None ? EndReason::NetworkFailure : leg.why);
        break;
    default:
        break;
    }
}

void SipStack::Engine::onInviteWithin(Leg& leg, const sip_t& invite)
{
    const Sound sound = soundOf(invite);
    if (!takeOffer(leg, sound)) {
        nua_respond(leg.handle, SIP_488_NOT_ACCEPTABLE, NUTAG_WITH_THIS(nua), TAG_END());
        return;
    }
    accept(leg);
    if (listener && sound.said)
        listener->heldByPeer(leg.call, leg.talk.isHeldByPeer());
}

void SipStack::Engine::onAck(Leg& leg, const sip_t& ack)
{
    const Sound sound = soundOf(ack);
    if (!std::exchange(leg.awaitsSound, false) || !sound.said)
        return;
    if (!leg.talk.takeAnswer(sound.description)) {
        qCWarning(log) << "call" << leg.call.value << "answered with a sound that was not offered";
        drop(leg, EndReason::NetworkFailure);
    }
}

void SipStack::Engine::onState(Leg& leg, tagi_t tags[])
{
    int state = nua_callstate_init;
    tl_gets(tags, NUTAG_CALLSTATE_REF(state), TAG_END());
    if (state == nua_callstate_terminating || state == nua_callstate_terminated)
        return drop(leg, leg.why == EndReason::None ? EndReason::NetworkFailure : leg.why);
    if ((state == nua_callstate_completed || state == nua_callstate_ready) && !leg.answered) {
        leg.answered = true;
        if (listener)
            listener->answered(leg.call);
    }
}

void SipStack::Engine::onContact(tagi_t tags[])
{
    const sip_contact_t* contact = nullptr;
    tl_gets(tags, NTATAG_CONTACT_REF(contact), TAG_END());
    if (!contact || !listener)
        return;
    if (const char* address = contact->m_url->url_host) {
        ourAddress = address;
        // A URI brackets an IPv6 address, a session description does not.
        ourAddress.replace('[', "").replace(']', "");
    }
    constexpr quint16 defaultPort = 5060;
    const char* port = contact->m_url->url_port;
    listener->listening(port && *port ? QByteArray(port).toUShort() : defaultPort);
}

} // namespace vorzimmer::telephony::sofia
