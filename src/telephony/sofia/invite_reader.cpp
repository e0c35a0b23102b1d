// Sofia-SIP's C headers stay within this folder.
#include <sofia-sip/msg_header.h>
#include <sofia-sip/sip.h>
#include <sofia-sip/sip_header.h>
#include <sofia-sip/sip_protos.h>
#include <sofia-sip/su_alloc.h>
#include <sofia-sip/url.h>

#include "sofia/invite_reader.h"

#include <QByteArray>
#include <QStringView>

#include <algorithm>
#include <cstring>

namespace vorzimmer::telephony::sofia {

using ports::CallOffer;
using ports::DialledSource;

namespace {

constexpr qsizetype longestNumber = 64;
constexpr qsizetype longestName = 256;

/// Memory for what is parsed while one request is read.
class Arena {
public:
    Arena() : m_home(static_cast<su_home_t*>(su_home_new(sizeof(su_home_t)))) {}
    ~Arena() { su_home_unref(m_home); }
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;
    [[nodiscard]] su_home_t* home() const { return m_home; }

private:
    su_home_t* m_home;
};

/// Text from the network for a screen: UTF-8, no control characters, not endless.
QString cleaned(const QByteArray& raw, qsizetype longest)
{
    QString text = QString::fromUtf8(raw.left(4 * longest));
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format; });
    return text.trimmed().left(longest);
}

/// The telephone number, or whatever stands in its place: user part unescaped, without parameters. Empty for other schemes.
QString userOf(const url_t* url)
{
    if (!url || !url->url_user)
        return {};
    if (url->url_type != url_sip && url->url_type != url_sips && url->url_type != url_tel)
        return {};
    QByteArray user(url->url_user);
    user.truncate(url_unescape_to(user.data(), url->url_user, std::strlen(url->url_user)));
    const qsizetype parameters = user.indexOf(';');
    return cleaned(parameters < 0 ? user : user.left(parameters), longestNumber);
}

QString displayOf(const char* display)
{
    if (!display || !*display)
        return {};
    if (*display != '"')
        return cleaned(display, longestName);
    QByteArray plain(display);
    // The quoted text cannot be longer than what it stands in.
    const char* unquoted = msg_unquote(plain.data(), display);
    return cleaned(unquoted ? QByteArray(unquoted) : QByteArray(display).remove(0, 1), longestName);
}

struct NameAddress {
    QString user;
    QString display;
    QString privacy; ///< Diversion's own parameter
    QString index;   ///< History-Info's place in the chain
};

QString parameter(const sip_contact_t* entry, const char* name)
{
    const char* value = msg_header_find_param(entry->m_common, name);
    return value ? cleaned(value, longestNumber) : QString();
}

/// Every entry of every line of a header that Sofia-SIP does not know. A Contact list has the grammar of all of these.
std::vector<NameAddress> entriesOf(const sip_t& sip, const char* header, const Arena& arena)
{
    std::vector<NameAddress> entries;
    for (const sip_unknown_t* line = sip.sip_unknown; line; line = line->un_next) {
        if (!line->un_name || !line->un_value || qstricmp(line->un_name, header) != 0)
            continue;
        for (const sip_contact_t* entry = sip_contact_make(arena.home(), line->un_value); entry; entry = entry->m_next) {
            QString user = userOf(entry->m_url);
            if (!user.isEmpty())
                entries.push_back({std::move(user), displayOf(entry->m_display), parameter(entry, "privacy="),
                                   parameter(entry, "index=")});
        }
    }
    return entries;
}

/// "1.10" comes after "1.9".
bool comesBefore(const QString& left, const QString& right)
{
    const auto numbers = [](const QString& index) {
        std::vector<int> parts;
        for (const QStringView part : QStringView(index).split(u'.'))
            parts.push_back(part.toInt());
        return parts;
    };
    return numbers(left) < numbers(right);
}

bool asksForPrivacy(const sip_t& sip)
{
    if (!sip.sip_privacy)
        return false;
    for (const msg_param_t* value = sip.sip_privacy->priv_values; value && *value; ++value)
        for (const char* word : {"id", "user", "header"})
            if (qstricmp(*value, word) == 0)
                return true;
    return false;
}

bool isAnonymous(const url_t* url)
{
    if (!url)
        return true;
    return (url->url_user && qstricmp(url->url_user, "anonymous") == 0) ||
           (url->url_host && qstricmp(url->url_host, "anonymous.invalid") == 0);
}

bool looksDialled(const QString& user)
{
    return std::any_of(user.cbegin(), user.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

void readCaller(const sip_t& sip, const Arena& arena, CallOffer& offer)
{
    const sip_from_t* from = sip.sip_from;
    offer.anonymous = !from || asksForPrivacy(sip) || isAnonymous(from->a_url);
    if (offer.anonymous)
        return;
    offer.callerNumber = userOf(from->a_url);
    offer.callerDisplay = displayOf(from->a_display);
    const std::vector<NameAddress> asserted = entriesOf(sip, "P-Asserted-Identity", arena);
    if (asserted.empty())
        return;
    // Two identities are a SIP and a tel one; the one with digits can be called back.
    const auto number =
        std::find_if(asserted.begin(), asserted.end(), [](const auto& one) { return looksDialled(one.user); });
    offer.callerNumber = (number == asserted.end() ? asserted.front() : *number).user;
    offer.networkAsserted = true;
    const auto named =
        std::find_if(asserted.begin(), asserted.end(), [](const auto& one) { return !one.display.isEmpty(); });
    if (named != asserted.end())
        offer.callerDisplay = named->display;
}

void readDialled(const sip_t& sip, const QString& contactUser, const Arena& arena, CallOffer& offer)
{
    // A proxy names nobody by "s"; our own contact is where the call went, not what was dialled.
    const auto add = [&](const QString& number, DialledSource source) {
        if (!number.isEmpty() && number != contactUser && number != u"s")
            offer.dialled.push_back({number, source});
    };
    for (const NameAddress& entry : entriesOf(sip, "P-Called-Party-ID", arena))
        add(entry.user, DialledSource::CalledPartyId);

    if (sip.sip_request)
        add(userOf(sip.sip_request->rq_url), DialledSource::RequestUri);

    std::vector<NameAddress> history = entriesOf(sip, "History-Info", arena);
    std::stable_sort(history.begin(), history.end(),
                     [](const auto& a, const auto& b) { return comesBefore(a.index, b.index); });
    for (const NameAddress& entry : history)
        add(entry.user, DialledSource::HistoryInfo);

    // The latest diversion stands first, so the number that the caller chose stands last.
    const std::vector<NameAddress> diversions = entriesOf(sip, "Diversion", arena);
    for (auto entry = diversions.rbegin(); entry != diversions.rend(); ++entry)
        add(entry->user, DialledSource::Diversion);

    if (sip.sip_to)
        add(userOf(sip.sip_to->a_url), DialledSource::To);

    if (!diversions.empty()) {
        const QString& privacy = diversions.front().privacy;
        if (privacy.isEmpty() || privacy == u"off")
            offer.redirectedBy = diversions.front().user;
    } else if (history.size() > 1) {
        offer.redirectedBy = history[history.size() - 2].user;
    }
}

} // namespace

CallOffer readInvite(const sip_s& invite, const QString& contactUser)
{
    const Arena arena;
    CallOffer offer;
    readCaller(invite, arena, offer);
    readDialled(invite, contactUser, arena, offer);
    if (invite.sip_call_id)
        offer.networkCallId = cleaned(invite.sip_call_id->i_id, longestName);
    return offer;
}

bool answeredElsewhere(const sip_s& cancel)
{
    for (const sip_reason_t* reason = cancel.sip_reason; reason; reason = reason->re_next)
        if (qstricmp(reason->re_protocol, "SIP") == 0 && reason->re_cause && std::strcmp(reason->re_cause, "200") == 0)
            return true;
    return false;
}

Sound soundOf(const sip_s& request)
{
    const sip_payload_t* body = request.sip_payload;
    if (!body || body->pl_len == 0)
        return {};
    const char* type = request.sip_content_type ? request.sip_content_type->c_type : nullptr;
    if (!type || qstricmp(type, "application/sdp") != 0 || request.sip_content_encoding)
        return {true, {}};
    return {true, SessionDescription::parse(QByteArrayView(body->pl_data, qsizetype(body->pl_len)))};
}

} // namespace vorzimmer::telephony::sofia
