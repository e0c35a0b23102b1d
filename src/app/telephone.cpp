#include "telephone.h"

#include <algorithm>

namespace vorzimmer::app {

using domain::Result;

Result<Telephone> Telephone::read(ports::Directory& directory, ports::KeyRing& keys)
{
    Telephone telephone;
    const std::pair<QString, QString*> settings[] = {
        {QStringLiteral("sip-listen"), &telephone.listen},
        {QStringLiteral("sip-allow"), &telephone.allow},
        {QStringLiteral("sip-peer"), &telephone.peer},
        {QStringLiteral("sip-number"), &telephone.number},
        {QStringLiteral("sip-authorities"), &telephone.authorities},
    };
    for (const auto& [name, field] : settings) {
        auto value = directory.setting(name);
        if (!value)
            return domain::failure(value.error());
        *field = std::move(*value);
    }
    auto lines = desk::LineBook(directory, keys).all();
    if (!lines)
        return domain::failure(lines.error());
    telephone.lines = std::move(*lines);
    return telephone;
}

telephony::SipConfig Telephone::config(const QString& listenHere) const
{
    telephony::SipConfig config;
    for (const desk::LineAccess& one : lines) {
        if (one.line.enabled)
            config.lines.push_back({one.line, one.password});
    }
    const QString where = listenHere.isEmpty() ? listen : listenHere;
    // The last colon parts the port: an IPv6 address has colons of its own.
    if (const qsizetype colon = where.lastIndexOf(QLatin1Char(':')); colon > 0) {
        config.host = where.left(colon).remove(QLatin1Char('[')).remove(QLatin1Char(']'));
        config.port = where.mid(colon + 1).toUShort();
    } else if (!config.lines.empty()) {
        // Lines are called where they have registered; nothing comes by itself unless it was asked for.
        config.host = QStringLiteral("*");
        config.port = 0;
        config.trunk = false;
    }
    config.allowedPeers = allow.split(QLatin1Char(','), Qt::SkipEmptyParts);
    config.peer = peer;
    config.ownNumber = number;
    config.authorities = authorities;
    return config;
}

} // namespace vorzimmer::app
