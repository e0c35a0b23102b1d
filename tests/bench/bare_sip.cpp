// GLib before Qt.
#include <glib.h>

#include <sofia-sip/nta_tag.h>
#include <sofia-sip/nua.h>
#include <sofia-sip/nua_tag.h>
#include <sofia-sip/sip.h>
#include <sofia-sip/sip_status.h>
#include <sofia-sip/su_glib.h>
#include <sofia-sip/su_wait.h>

#include "bare_sip.h"

namespace vorzimmer::test {

struct BareSip::Library {
    std::function<void(const std::string&)> invited;
    su_root_t* root = nullptr;
    GSource* source = nullptr;
    nua_t* nua = nullptr;
    quint16 port = 0;
    bool down = false;

    static void onEvent(nua_event_t event, int status, const char*, nua_t*, void* library, nua_handle_t* handle, void* known,
                        const sip_t* sip, tagi_t tags[])
    {
        auto* self = static_cast<Library*>(library);
        if (event == nua_i_invite && !known && sip && sip->sip_from) {
            self->invited(sip->sip_from->a_display ? sip->sip_from->a_display : "");
            nua_handle_bind(handle, self);
            nua_respond(handle, SIP_180_RINGING, TAG_END());
        } else if (event == nua_i_terminated) {
            nua_handle_destroy(handle);
        } else if (event == nua_r_get_params) {
            const sip_contact_t* contact = nullptr;
            tl_gets(tags, NTATAG_CONTACT_REF(contact), TAG_END());
            if (contact && contact->m_url->url_port)
                self->port = quint16(std::stoi(contact->m_url->url_port));
        } else if (event == nua_r_shutdown) {
            self->down = status >= 200;
        }
    }
};

BareSip::BareSip(std::function<void(const std::string&)> invited) : m_library(std::make_unique<Library>())
{
    m_library->invited = std::move(invited);
    su_init();
    m_library->root = su_glib_root_create(nullptr);
    su_root_threading(m_library->root, 0);
    m_library->source = su_glib_root_gsource(m_library->root);
    g_source_attach(m_library->source, g_main_context_default());
    m_library->nua = nua_create(m_library->root, Library::onEvent, m_library.get(), NUTAG_URL("sip:127.0.0.1:*"),
                                NUTAG_AUTOANSWER(0), NUTAG_AUTOALERT(0), NUTAG_MEDIA_ENABLE(0), TAG_END());
    if (m_library->nua)
        nua_get_params(m_library->nua, TAG_ANY(), TAG_END());
}

BareSip::~BareSip()
{
    constexpr int enough = 1000;
    if (m_library->nua) {
        nua_shutdown(m_library->nua);
        for (int round = 0; round < enough && !m_library->down; ++round)
            g_main_context_iteration(nullptr, FALSE);
        if (m_library->down)
            nua_destroy(m_library->nua);
    }
    if (!m_library->nua || m_library->down) {
        g_source_destroy(m_library->source);
        su_root_destroy(m_library->root);
    }
}

quint16 BareSip::port()
{
    constexpr int enough = 1000;
    for (int round = 0; round < enough && m_library->nua && m_library->port == 0; ++round)
        g_main_context_iteration(nullptr, FALSE);
    return m_library->port;
}

} // namespace vorzimmer::test
