#include "sofia/sip_address.h"

#include <sofia-sip/su_alloc.h>
#include <sofia-sip/url.h>

#include <algorithm>
#include <memory>

namespace vorzimmer::telephony::sofia {

using domain::Fault;
using domain::Result;

namespace {

constexpr qsizetype longestTarget = 256;

struct FreeUrl {
    void operator()(url_t* url) const { su_free(nullptr, url); }
};

bool isAddress(const QByteArray& text)
{
    // Nothing that could end the header that it will stand in.
    const bool plain = std::all_of(text.cbegin(), text.cend(),
                                   [](char c) { return c > ' ' && c < '\x7f' && c != '<' && c != '>' && c != '"'; });
    if (!plain)
        return false;
    const std::unique_ptr<url_t, FreeUrl> url(url_make(nullptr, text.constData()));
    return url && (url->url_type == url_sip || url->url_type == url_sips) && url->url_host && *url->url_host;
}

/// As it is dialled: "+49 30 / 2312-5010" without what only helps the eye.
QByteArray keysOf(const QString& number)
{
    QByteArray keys;
    for (const QChar c : number) {
        if ((c >= u'0' && c <= u'9') || c == u'*' || c == u'#' || (c == u'+' && keys.isEmpty()))
            keys += c.toLatin1();
        else if (!QStringLiteral(" -/().").contains(c) && c != QChar::Nbsp)
            return {};
    }
    return keys;
}

} // namespace

Result<QByteArray> addressOf(const QString& target, const QByteArray& domain)
{
    const QString trimmed = target.trimmed();
    if (trimmed.size() <= longestTarget) {
        if (trimmed.startsWith(u"sip:") || trimmed.startsWith(u"sips:")) {
            if (const QByteArray address = trimmed.toUtf8(); isAddress(address))
                return address;
        } else if (QByteArray keys = keysOf(trimmed); !keys.isEmpty()) {
            const QByteArray address = "sip:" + keys.replace('#', "%23") + '@' + domain;
            if (isAddress(address))
                return address;
        }
    }
    return domain::failure(Fault::Invalid, QStringLiteral("neither a number nor a SIP address"), QStringLiteral("target"));
}

} // namespace vorzimmer::telephony::sofia
