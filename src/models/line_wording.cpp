#include "vorzimmer/models/line_wording.h"

#include "vorzimmer/models/wording.h"

#include <algorithm>

namespace vorzimmer::models {

using domain::LineFlaw;
using domain::PhoneLine;
using ports::BackendState;
using ports::LineState;
using ports::LineStatus;
using ports::LineTrouble;

namespace {

bool isDown(const LineStatus& line)
{
    return line.state == LineState::Retrying || line.state == LineState::Blocked;
}

std::vector<LineStatus> downOf(const std::vector<LineStatus>& lines)
{
    std::vector<LineStatus> down;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(down), isDown);
    return down;
}

bool isStarting(const std::vector<LineStatus>& lines)
{
    return std::any_of(lines.begin(), lines.end(), [](const LineStatus& line) { return line.state == LineState::Starting; });
}

} // namespace

QString LineWording::summary(BackendState backend, const std::vector<LineStatus>& lines)
{
    const auto down = downOf(lines);
    if (down.size() == 1 && lines.size() > 1)
        return tr("Telephone: line %1 is down").arg(down.front().name);
    if (!down.empty() && down.size() < lines.size())
        return tr("Telephone: %1 of %2 lines are down").arg(down.size()).arg(lines.size());
    if (!down.empty())
        return tr("Telephone: no line");
    if (backend == BackendState::Up && isStarting(lines))
        return Wording::backendText(BackendState::Starting);
    if (backend == BackendState::Up && lines.size() > 1)
        return tr("Telephone: %n line(s) ready", nullptr, static_cast<int>(lines.size()));
    return Wording::backendText(backend);
}

Lamp LineWording::lamp(BackendState backend, const std::vector<LineStatus>& lines)
{
    if (!downOf(lines).empty())
        return Lamp::Alarm;
    if (backend == BackendState::Starting || (backend == BackendState::Up && isStarting(lines)))
        return Lamp::Half;
    return backend == BackendState::Up ? Lamp::On : Lamp::Alarm;
}

Tone LineWording::tone(BackendState backend, const std::vector<LineStatus>& lines)
{
    switch (lamp(backend, lines)) {
    case Lamp::On: return Tone::Ok;
    case Lamp::Half: return Tone::Muted;
    default: return Tone::Danger;
    }
}

QString LineWording::overview(const std::vector<LineStatus>& lines)
{
    QStringList all;
    for (const LineStatus& line : lines)
        all << QStringLiteral("%1: %2").arg(line.name, stateText(line));
    return all.join(u'\n');
}

QString LineWording::stateText(const LineStatus& line)
{
    switch (line.state) {
    case LineState::Starting: return tr("connecting …");
    case LineState::Up: return line.line.isNull() ? tr("listening") : tr("registered");
    case LineState::Retrying:
        return line.nextTry.isValid()
                   ? tr("down: %1; next try %2").arg(troubleText(line), Wording::timeWithSeconds(line.nextTry.toLocalTime()))
                   : tr("down: %1").arg(troubleText(line));
    case LineState::Blocked: return tr("down: %1").arg(troubleText(line));
    case LineState::Off: return tr("switched off");
    }
    return {};
}

QString LineWording::troubleText(const LineStatus& line)
{
    const auto withCode = [&](const QString& text) { return line.code > 0 ? QStringLiteral("%1 (%2)").arg(text).arg(line.code) : text; };
    switch (line.trouble) {
    case LineTrouble::None: return line.isUp() ? QString() : tr("the other side is being asked");
    case LineTrouble::NoAnswer: return tr("the other side does not answer");
    case LineTrouble::Unreachable: return tr("the other side cannot be reached");
    case LineTrouble::NameUnknown: return tr("the server’s name cannot be found");
    case LineTrouble::WrongPassword: return tr("the other side does not accept the password");
    case LineTrouble::PasswordMissing: return tr("the other side asks for a password, and none is kept");
    case LineTrouble::Refused: return withCode(tr("the other side refuses this account"));
    case LineTrouble::Overloaded: return withCode(tr("the other side cannot do it at present"));
    case LineTrouble::NotListed: return tr("the other side said yes, but does not list this desk");
    case LineTrouble::PortTaken: return tr("this computer cannot listen for calls");
    }
    return {};
}

QString LineWording::downSentence(const LineStatus& line)
{
    const QString what = tr("Line %1 is down: %2. Callers on it do not reach you.").arg(line.name, troubleText(line));
    if (line.state == LineState::Blocked)
        return what + u' ' + tr("Nothing is tried again until a supervisor has changed it.");
    return what + u' ' + tr("It is tried again by itself.");
}

QString LineWording::downSentence(const std::vector<LineStatus>& down)
{
    if (down.empty())
        return {};
    if (down.size() == 1)
        return downSentence(down.front());
    QStringList names;
    for (const LineStatus& line : down)
        names << QStringLiteral("%1 (%2)").arg(line.name, troubleText(line));
    return tr("%1 lines are down: %2. Callers on them do not reach you.").arg(down.size()).arg(names.join(QStringLiteral(", ")));
}

QString LineWording::backSentence(const LineStatus& line)
{
    return tr("Line %1 is back. Calls reach you again.").arg(line.name);
}

QString LineWording::transportName(domain::LineTransport transport)
{
    switch (transport) {
    case domain::LineTransport::Udp: return tr("UDP");
    case domain::LineTransport::Tcp: return tr("TCP");
    case domain::LineTransport::Tls: return tr("TLS (encrypted)");
    }
    return {};
}

QString LineWording::flawText(LineFlaw flaw)
{
    switch (flaw) {
    case LineFlaw::None: return {};
    case LineFlaw::NameMissing: return tr("The line needs a name. Nothing was changed.");
    case LineFlaw::NameTooLong: return tr("A name has at most 60 characters. Nothing was changed.");
    case LineFlaw::UserMissing: return tr("The account is missing: the part of the line’s address before the @. Nothing was changed.");
    case LineFlaw::UserUnfit: return tr("An account holds letters, digits and a few signs, no spaces and no @. Nothing was changed.");
    case LineFlaw::ServerMissing: return tr("The server is missing: the part of the line’s address behind the @. Nothing was changed.");
    case LineFlaw::ServerUnfit:
        return tr("This is no server. It is a name or an address, with a port if it is not the usual one: sip.example.net:5070, "
                  "192.0.2.7, [2001:db8::7]:5061. Nothing was changed.");
    case LineFlaw::LoginUnfit: return tr("A sign-in name holds no spaces, colons, quotes or backslashes. Nothing was changed.");
    case LineFlaw::ProxyUnfit: return tr("The outbound proxy is no server. It is written like one. Nothing was changed.");
    case LineFlaw::NumberUnfit: return tr("This is no telephone number. Nothing was changed.");
    case LineFlaw::ExpiryUnfit: return tr("A registration holds from 30 seconds to a day. Nothing was changed.");
    }
    return {};
}

QString LineWording::refusalText(const domain::Error& error)
{
    if (error.where == u"name")
        return tr("Another line has this name. Nothing was changed.");
    if (error.where == u"user")
        return tr("Another line has this account at this server. Nothing was changed.");
    if (error.where != u"password")
        return {};
    return error.fault == domain::Fault::Invalid && error.detail.contains(u"colon")
               ? tr("A password has at most 500 characters and no colon. Nothing was changed.")
               : tr("The password was kept for another server or proxy and is not sent to this one. Type it again.");
}

QString LineWording::standing(const PhoneLine& line, const LineStatus* status)
{
    if (!line.enabled)
        return tr("not used");
    return status ? stateText(*status) : tr("taken at the next sign-in");
}

Row LineWording::row(const PhoneLine& line, const LineStatus* status)
{
    Row row;
    row.id = line.id.uuid();
    const bool up = status && status->isUp();
    const bool starting = status && status->state == LineState::Starting;
    row.lamp = !line.enabled || !status ? Lamp::Off : up ? Lamp::On : starting ? Lamp::Half : Lamp::Alarm;
    row.lampTone = up ? Tone::Ok : row.lamp == Lamp::Alarm ? Tone::Danger : Tone::Muted;
    const QString address = domain::addressOf(line);
    const QString state = standing(line, status);
    row.cells = {{{{{{line.name, Tone::Strong}}, 1, {}}, {{{address, Tone::Muted}}, 1, {}}, {{{state, Tone::Muted}}, 2, {}}}}};
    row.spoken = QStringLiteral("%1: %2, %3").arg(line.name, address, state);
    return row;
}

} // namespace vorzimmer::models
