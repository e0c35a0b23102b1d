#include "sofia/digest.h"

#include <sofia-sip/msg_header.h>
#include <sofia-sip/nua_tag.h>

namespace vorzimmer::telephony::sofia {

namespace {

/// "Digest" of a list of challenges: its realm, quotes and all; empty when there is none.
QByteArray realmOf(const msg_auth_t* challenge)
{
    for (; challenge; challenge = challenge->au_next) {
        if (!challenge->au_scheme || qstricmp(challenge->au_scheme, "Digest") != 0)
            continue;
        if (const char* realm = msg_params_find(challenge->au_params, "realm="))
            return realm;
    }
    return {};
}

} // namespace

bool answerChallenge(nua_handle_t* handle, const sip_t& response, const QByteArray& user, const QByteArray& password)
{
    QByteArray credentials;
    for (const msg_auth_t* challenge : {response.sip_www_authenticate, response.sip_proxy_authenticate}) {
        const QByteArray realm = realmOf(challenge);
        if (!realm.isEmpty())
            credentials = "Digest:" + realm + ':' + user + ':' + password;
    }
    if (credentials.isEmpty())
        return false;
    nua_authenticate(handle, NUTAG_AUTH(credentials.constData()), TAG_END());
    return true;
}

} // namespace vorzimmer::telephony::sofia
