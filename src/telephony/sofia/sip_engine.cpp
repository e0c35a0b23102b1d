// GLib before Qt.
#include <glib.h>

#include <sofia-sip/msg_addr.h>
#include <sofia-sip/nta_tag.h>
#include <sofia-sip/nua.h>
#include <sofia-sip/nua_tag.h>
#include <sofia-sip/sip_status.h>
#include <sofia-sip/sip_tag.h>
#include <sofia-sip/su_glib.h>
#include <sofia-sip/su_log.h>
#include <sofia-sip/su_wait.h>
#include <sofia-sip/tport_tag.h>

#include "sofia/sip_engine.h"

#include "sofia/authorities.h"

#include <QLoggingCategory>

#include <algorithm>
#include <cstdarg>

namespace vorzimmer::telephony::sofia {

using domain::Fault;

namespace {

Q_LOGGING_CATEGORY(log, "vorzimmer.telephony")

constexpr int longestMessage = 64 * 1024;
constexpr int finalStatus = 200;

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

unsigned milliseconds(std::chrono::milliseconds time)
{
    return unsigned(time.count());
}

unsigned seconds(std::chrono::milliseconds time)
{
    return unsigned(std::chrono::ceil<std::chrono::seconds>(time).count());
}

} // namespace

// ------------------------------------------------------------------------------------------------------- start and end

SipEngine::SipEngine(const SipConfig& config, PeerGate gate, SipListener& listener, ports::CallSounds* sounds)
    : m_config(config), m_gate(std::move(gate)), m_listener(&listener), m_sounds(sounds), m_address(config.host.toUtf8()),
      m_calls(*this)
{
}

bool SipEngine::usesTls() const
{
    return std::any_of(m_config.lines.begin(), m_config.lines.end(), [](const LineAccount& account) {
        return account.line.enabled && account.line.transport == domain::LineTransport::Tls;
    });
}

domain::Outcome SipEngine::start()
{
    prepareLibrary();
    const bool tls = usesTls();
    if (tls) {
        if (domain::Outcome furnished = furnishAuthorities(m_certificates, m_config.authorities); !furnished)
            return furnished;
    }
    m_root = su_glib_root_create(nullptr);
    if (!m_root)
        return domain::failure(Fault::Internal, QStringLiteral("the SIP library cannot start"));
    su_root_threading(m_root, 0);
    m_source = su_glib_root_gsource(m_root);
    GMainContext* context = g_main_context_ref_thread_default();
    g_source_attach(m_source, context);
    g_main_context_unref(context);

    const std::string url =
        "sip:" + bracketed(m_config.host.toStdString()) + ':' + (m_config.port ? std::to_string(m_config.port) : "*");
    // Any port will do: over TLS nobody comes but those whom we have called ourselves. What is named second gives its address
    // to every contact of ours, also where no TLS is spoken.
    const std::string tlsUrl = "sips:" + bracketed(m_config.host.toStdString()) + ":*";
    const std::string certificates = m_certificates.path().toStdString();
    const std::string user = m_config.contactUser.toStdString();
    m_nua = nua_create(
        m_root, onEvent, this, NUTAG_URL((tls ? tlsUrl : url).c_str()), NUTAG_M_USERNAME(user.c_str()),
        TAG_IF(tls, NUTAG_SIPS_URL(url.c_str())), TAG_IF(tls, NUTAG_CERTIFICATE_DIR(certificates.c_str())),
        TAG_IF(tls, TPTAG_TLS_VERIFY_POLICY(TPTLS_VERIFY_SUBJECTS_OUT)),
        NUTAG_USER_AGENT("Vorzimmer/" VORZIMMER_VERSION), NUTAG_AUTOANSWER(0), NUTAG_AUTOALERT(0), NUTAG_MEDIA_ENABLE(0),
        SIPTAG_ALLOW_STR("INVITE, ACK, CANCEL, BYE, OPTIONS, NOTIFY"), SIPTAG_SUPPORTED_STR("timer, replaces"),
        NUTAG_APPL_METHOD("OPTIONS"), NUTAG_SESSION_TIMER(seconds(m_config.sessionInterval)),
        NUTAG_MIN_SE(seconds(m_config.leastSessionInterval)), NUTAG_SESSION_REFRESHER(nua_remote_refresher),
        NTATAG_MAXSIZE(longestMessage), NTATAG_SIP_T1X64(milliseconds(m_config.peerTimeout)),
        TPTAG_TIMEOUT(milliseconds(m_config.peerTimeout)), TPTAG_IDLE(milliseconds(m_config.connectionIdle)), TAG_END());
    // Somebody was quicker than we after the probe.
    if (!m_nua)
        return domain::failure(Fault::Busy,
                               QStringLiteral("%1, port %2 cannot be opened").arg(m_config.host).arg(m_config.port));
    m_registrations = std::make_unique<Registrations>(m_nua, m_config.lines, m_config.lineTiming, [this](const ports::LineStatus& line) {
        if (m_listener)
            m_listener->lineIs(line);
    });
    nua_get_params(m_nua, TAG_ANY(), TAG_END());
    return {};
}

SipEngine::~SipEngine()
{
    muzzle();
    // A handle given up says 480 or BYE by itself; the library repeats neither once it is gone.
    m_calls.clear();
    // Likewise a line that is registered leaves its registrar.
    m_registrations.reset();
    if (m_nua) {
        nua_shutdown(m_nua);
        // Only Sofia-SIP's messages to itself are left to run. They are always ready, and nothing else of this context is
        // allowed in between: GLib runs ready sources of the best priority alone.
        g_source_set_priority(m_source, G_PRIORITY_HIGH);
        constexpr int enough = 1000;
        for (int round = 0; round < enough && !m_shutDown; ++round)
            g_main_context_iteration(g_source_get_context(m_source), FALSE);
        if (m_shutDown)
            nua_destroy(m_nua);
        else
            qCWarning(log) << "the SIP library did not shut down";
    }
    if (m_root && (!m_nua || m_shutDown)) {
        // The context's reference goes here, the root's own (the last) with the root.
        g_source_destroy(m_source);
        su_root_destroy(m_root);
    }
}

// -------------------------------------------------------------------------------------------------------------- events

void SipEngine::onEvent(nua_event_t kind, int status, const char*, nua_t*, void* engine, nua_handle_t* handle, void* owner,
                        const sip_t* sip, tagi_t tags[])
{
    const auto since = std::chrono::steady_clock::now();
    auto* self = static_cast<SipEngine*>(engine);
    const SipEvent event{kind, status, sip, tags};
    ++self->m_depth;
    ++self->m_heard;
    if (kind == nua_r_shutdown)
        self->m_shutDown = status >= finalStatus;
    else if (kind == nua_r_get_params)
        self->onContact(tags);
    else if (owner)
        static_cast<HandleOwner*>(owner)->onEvent(event);
    else if (handle && sip && sip->sip_request)
        self->onRequest(handle, event, since);
    --self->m_depth;
}

bool SipEngine::peerMayCall() const
{
    const msg_t* request = nua_current_request(m_nua);
    const su_sockaddr_t* peer = request ? msg_addr(const_cast<msg_t*>(request)) : nullptr;
    return peer && ((m_config.trunk && m_gate.admits(&peer->su_sa, sizeof *peer)) || m_registrations->admits(&peer->su_sa));
}

void SipEngine::onRequest(nua_handle_t* handle, const SipEvent& event, std::chrono::steady_clock::time_point since)
{
    if (event.kind != nua_i_invite && event.kind != nua_i_options)
        return;
    if (!m_listener)
        return sendAway(handle, SIP_503_SERVICE_UNAVAILABLE);
    if (!peerMayCall()) {
        if (event.kind == nua_i_invite)
            qCWarning(log) << "a peer that is not allowed was sent away";
        return sendAway(handle, SIP_403_FORBIDDEN);
    }
    if (event.kind == nua_i_options)
        return sendAway(handle, SIP_200_OK);
    m_calls.onInvite(handle, *event.sip, since);
}

void SipEngine::sendAway(nua_handle_t* handle, int status, const char* phrase)
{
    nua_respond(handle, status, phrase, NUTAG_WITH_THIS(m_nua), TAG_END());
    nua_handle_destroy(handle);
}

void SipEngine::onContact(tagi_t tags[])
{
    const sip_contact_t* contact = nullptr;
    tl_gets(tags, NTATAG_CONTACT_REF(contact), TAG_END());
    if (!contact || !m_listener)
        return;
    if (const char* address = contact->m_url->url_host) {
        m_address = address;
        // A URI brackets an IPv6 address, a session description does not.
        m_address.replace('[', "").replace(']', "");
    }
    constexpr quint16 defaultPort = 5060;
    const char* port = contact->m_url->url_port;
    m_listener->listening(port && *port ? QByteArray(port).toUShort() : defaultPort);
    // Unless whoever heard it has stopped us.
    if (m_listener)
        m_registrations->start();
}

} // namespace vorzimmer::telephony::sofia
