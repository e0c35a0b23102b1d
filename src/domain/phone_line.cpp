#include "vorzimmer/domain/phone_line.h"

#include <QRegularExpression>

#include <algorithm>

namespace vorzimmer::domain {

namespace {

using namespace std::chrono_literals;

constexpr qsizetype longestName = 60;
constexpr qsizetype longestUser = 100;
constexpr qsizetype longestHost = 253;
constexpr qsizetype longestLogin = 200;
constexpr auto shortestExpiry = 30s;
constexpr auto longestExpiry = 24h;

bool matches(const QString& text, const QString& pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

bool isHostName(const QString& text)
{
    static const QString label = QStringLiteral("[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?");
    if (text.size() > longestHost || !matches(text, label + QStringLiteral("([.]") + label + QStringLiteral(")*[.]?")))
        return false;
    // What looks like an address has to be one.
    if (!matches(text, QStringLiteral("[0-9.]+")))
        return true;
    static const QString part = QStringLiteral("(25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])");
    return matches(text, part + QStringLiteral("([.]") + part + QStringLiteral("){3}"));
}

/// Eight groups, or fewer around one gap; the last two may be an IPv4 address.
bool isIpv6Address(const QString& text)
{
    if (!matches(text, QStringLiteral("[0-9a-f:]*:[0-9a-f:]*([0-9]+([.][0-9]+){3})?")) || text.contains(QStringLiteral(":::")))
        return false;
    const bool embeds = text.contains(u'.');
    if (embeds && !isHostName(text.section(u':', -1)))
        return false;
    const QStringList halves = text.split(QStringLiteral("::"));
    int groups = embeds ? 1 : 0; // the IPv4 part is one word and two groups
    for (const QString& half : halves) {
        for (const QString& group : half.isEmpty() ? QStringList() : half.split(u':')) {
            if (group.isEmpty() || (group.size() > 4 && !group.contains(u'.')))
                return false;
            ++groups;
        }
    }
    constexpr int all = 8;
    return halves.size() == 1 ? groups == all : halves.size() == 2 && groups < all;
}

bool isPlain(const QString& text, const QString& without)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [&](QChar c) { return c > u' ' && c <= u'~' && !without.contains(c); });
}

void tidyPlace(QString& text)
{
    text = text.trimmed().toLower();
    for (const QString& scheme : {QStringLiteral("sips:"), QStringLiteral("sip:")}) {
        if (text.startsWith(scheme))
            text.remove(0, scheme.size());
    }
    if (const auto place = serverPlace(text))
        text = toText(*place);
}

bool isNumber(const QString& text)
{
    constexpr qsizetype fewest = 2;
    constexpr qsizetype longest = 40;
    const auto digits = std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits >= fewest && text.size() <= longest && matches(text, QStringLiteral("[+]?[0-9 ()/.-]+"));
}

} // namespace

std::optional<ServerPlace> serverPlace(const QString& written)
{
    QString host = written.trimmed().toLower();
    QString port;
    static const QRegularExpression bracketed(QStringLiteral("^\\[(.*)\\](?::(.*))?$"));
    if (const auto match = bracketed.match(host); match.hasMatch()) {
        host = match.captured(1);
        port = match.captured(2);
        if (!isIpv6Address(host) || (match.capturedLength(2) == 0 && written.trimmed().endsWith(u':')))
            return {};
    } else if (host.count(u':') == 1) {
        port = host.section(u':', 1);
        host = host.section(u':', 0, 0);
        if (port.isEmpty())
            return {};
    }
    if (!isHostName(host) && !isIpv6Address(host))
        return {};
    bool number = true;
    const int value = port.isEmpty() ? 0 : port.toUShort(&number);
    if (!number || (!port.isEmpty() && value == 0))
        return {};
    return ServerPlace{host, value};
}

QString toText(const ServerPlace& place)
{
    if (place.port == 0)
        return place.host;
    const QString host = place.host.contains(u':') ? u'[' + place.host + u']' : place.host;
    return host + u':' + QString::number(place.port);
}

QString addressOf(const PhoneLine& line)
{
    const bool bare = line.server.count(u':') > 1 && !line.server.startsWith(u'[');
    return line.user + u'@' + (bare ? u'[' + line.server + u']' : line.server);
}

LineFlaw tidy(PhoneLine& line)
{
    line.name = line.name.simplified();
    line.user = line.user.trimmed();
    line.login = line.login.trimmed();
    line.number = line.number.simplified();
    tidyPlace(line.server);
    tidyPlace(line.proxy);

    if (line.name.isEmpty())
        return LineFlaw::NameMissing;
    if (line.name.size() > longestName)
        return LineFlaw::NameTooLong;
    if (line.user.isEmpty())
        return LineFlaw::UserMissing;
    if (line.user.size() > longestUser || !isPlain(line.user, QStringLiteral("\"#%:;<>?@[\\]^`{|}")))
        return LineFlaw::UserUnfit;
    if (line.server.isEmpty())
        return LineFlaw::ServerMissing;
    if (!serverPlace(line.server))
        return LineFlaw::ServerUnfit;
    if (line.login.size() > longestLogin || !isPlain(line.login, QStringLiteral("\":\\")))
        return LineFlaw::LoginUnfit;
    if (!line.proxy.isEmpty() && !serverPlace(line.proxy))
        return LineFlaw::ProxyUnfit;
    if (!line.number.isEmpty() && !isNumber(line.number))
        return LineFlaw::NumberUnfit;
    if (line.expiry < shortestExpiry || line.expiry > longestExpiry)
        return LineFlaw::ExpiryUnfit;
    return LineFlaw::None;
}

} // namespace vorzimmer::domain
