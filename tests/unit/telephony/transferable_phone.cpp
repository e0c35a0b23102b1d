// GLib before Qt.
#include <glib.h>

#include <sofia-sip/nua.h>
#include <sofia-sip/nua_tag.h>
#include <sofia-sip/sip_header.h>
#include <sofia-sip/sip_status.h>
#include <sofia-sip/sip_tag.h>
#include <sofia-sip/su_glib.h>
#include <sofia-sip/su_wait.h>
#include <sofia-sip/url.h>

#include "transferable_phone.h"

#include "sofia/digest.h"
#include "sofia/line_address.h"

#include <set>

namespace vorzimmer::telephony {

namespace {

const char* const session = "v=0\r\no=- 7 7 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 40000 RTP/AVP 8\r\n";

} // namespace

struct TransferablePhone::Engine {
    LineAccount account;
    su_root_t* root = nullptr;
    GSource* source = nullptr;
    nua_t* nua = nullptr;
    nua_handle_t* registration = nullptr;
    nua_handle_t* first = nullptr;  ///< the call that is passed on
    nua_handle_t* second = nullptr; ///< the one that comes of it
    std::set<nua_handle_t*> standing;
    bool registered = false;
    bool passedOn = false;
    bool shutDown = false;

    static void onEvent(nua_event_t event, int status, const char*, nua_t*, void* magic, nua_handle_t* handle, void*, const sip_t* sip,
                        tagi_t tags[])
    {
        auto* self = static_cast<Engine*>(magic);
        if (event == nua_r_shutdown)
            self->shutDown = status >= 200;
        else if (sofia::isChallenge(status) && sip)
            (void)sofia::answerChallenge(handle, *sip, sofia::loginOf(self->account.line), self->account.password);
        else if (event == nua_r_register)
            self->registered = status == 200;
        else if (event == nua_i_refer && sip && sip->sip_refer_to)
            self->follow(handle, *sip->sip_refer_to, tags);
        else if (event == nua_i_invite && status < 200) // holding and going on
            nua_respond(handle, SIP_200_OK, SIPTAG_CONTENT_TYPE_STR("application/sdp"), SIPTAG_PAYLOAD_STR(session), TAG_END());
        else if (event == nua_i_state)
            self->onState(handle, tags);
    }

    void onState(nua_handle_t* handle, tagi_t tags[])
    {
        int state = nua_callstate_init;
        tl_gets(tags, NUTAG_CALLSTATE_REF(state), TAG_END());
        if (state == nua_callstate_ready)
            standing.insert(handle);
        if (state == nua_callstate_terminated)
            standing.erase(handle);
        if (state == nua_callstate_ready && handle == second && !passedOn) {
            passedOn = true;
            nua_bye(first, TAG_END());
        }
    }

    void follow(nua_handle_t* referred, const sip_refer_to_t& to, tagi_t tags[])
    {
        const sip_event_t* event = nullptr;
        tl_gets(tags, NUTAG_REFER_EVENT_REF(event), TAG_END());
        su_home_t* home = static_cast<su_home_t*>(su_home_new(sizeof(su_home_t)));
        url_t* target = url_hdup(home, to.r_url);
        const char* headers = target->url_headers ? url_query_as_header_string(home, target->url_headers) : nullptr;
        target->url_headers = nullptr;
        second = nua_handle(nua, nullptr, NUTAG_URL(target), SIPTAG_TO_STR(url_as_string(home, target)), TAG_END());
        nua_invite(second, NUTAG_REFER_EVENT(event), NUTAG_NOTIFY_REFER(referred), TAG_IF(headers, SIPTAG_HEADER_STR(headers)),
                   SIPTAG_CONTENT_TYPE_STR("application/sdp"), SIPTAG_PAYLOAD_STR(session), TAG_END());
        su_home_unref(home);
    }
};

TransferablePhone::TransferablePhone(const LineAccount& account) : m_engine(std::make_unique<Engine>())
{
    Engine& engine = *m_engine;
    engine.account = account;
    su_init();
    engine.root = su_glib_root_create(nullptr);
    su_root_threading(engine.root, 0);
    engine.source = su_glib_root_gsource(engine.root);
    GMainContext* context = g_main_context_ref_thread_default();
    g_source_attach(engine.source, context);
    g_main_context_unref(context);
    const QByteArray address = sofia::lineAddress(account.line);
    engine.nua = nua_create(engine.root, Engine::onEvent, &engine, NUTAG_URL("sip:127.0.0.1:*"), NUTAG_M_USERNAME("phone"),
                            NUTAG_MEDIA_ENABLE(0), SIPTAG_FROM_STR(address.constData()),
                            SIPTAG_ALLOW_STR("INVITE, ACK, CANCEL, BYE, REFER, NOTIFY"), SIPTAG_SUPPORTED_STR("replaces"), TAG_END());
    engine.registration =
        nua_handle(engine.nua, nullptr, SIPTAG_TO_STR(address.constData()), SIPTAG_FROM_STR(address.constData()), TAG_END());
    nua_register(engine.registration, NUTAG_REGISTRAR(sofia::registrarOf(account.line).constData()),
                 NUTAG_PROXY(sofia::nextHopOf(account.line).constData()), TAG_END());
}

TransferablePhone::~TransferablePhone()
{
    Engine& engine = *m_engine;
    for (nua_handle_t* handle : {engine.registration, engine.first, engine.second})
        if (handle)
            nua_handle_destroy(handle);
    nua_shutdown(engine.nua);
    g_source_set_priority(engine.source, G_PRIORITY_HIGH);
    for (int round = 0; round < 1000 && !engine.shutDown; ++round)
        g_main_context_iteration(g_source_get_context(engine.source), FALSE);
    nua_destroy(engine.nua);
    g_source_destroy(engine.source);
    su_root_destroy(engine.root);
}

void TransferablePhone::dial(const QString& address)
{
    Engine& engine = *m_engine;
    const QByteArray target = address.toUtf8();
    engine.first = nua_handle(engine.nua, nullptr, NUTAG_URL(target.constData()), SIPTAG_TO_STR(target.constData()), TAG_END());
    nua_invite(engine.first, NUTAG_PROXY(sofia::nextHopOf(engine.account.line).constData()),
               SIPTAG_CONTENT_TYPE_STR("application/sdp"), SIPTAG_PAYLOAD_STR(session), TAG_END());
}

bool TransferablePhone::isRegistered() const
{
    return m_engine->registered;
}

int TransferablePhone::talks() const
{
    return static_cast<int>(m_engine->standing.size());
}

bool TransferablePhone::wasPassedOn() const
{
    return m_engine->passedOn;
}

} // namespace vorzimmer::telephony
