// GLib before Qt.
#include <gio/gio.h>

#include "sofia/registrations.h"

#include "sofia/line_address.h"

#include <algorithm>

namespace vorzimmer::telephony::sofia {

namespace {

using namespace std::chrono_literals;

/// A network that comes up changes several times.
constexpr auto settlesWithin = 1s;

} // namespace

Registrations::Registrations(nua_t* nua, const std::vector<LineAccount>& accounts, const LineTiming& timing,
                             Registration::Tell tell)
{
    for (const LineAccount& account : accounts) {
        if (account.line.enabled)
            m_lines.push_back(std::make_unique<Registration>(nua, account, timing, tell));
    }
    m_settled.setSingleShot(true);
    connect(&m_settled, &QTimer::timeout, this, [this] {
        for (const auto& line : m_lines)
            line->askNowIfUseful();
    });
}

Registrations::~Registrations()
{
    if (m_watch > 0)
        g_signal_handler_disconnect(m_monitor, m_watch);
}

void Registrations::start()
{
    if (m_lines.empty())
        return;
    watchNetwork();
    for (const auto& line : m_lines)
        line->askNow();
}

void Registrations::watchNetwork()
{
    m_monitor = g_network_monitor_get_default();
    const auto changed = +[](GNetworkMonitor*, gboolean, gpointer self) {
        static_cast<Registrations*>(self)->m_settled.start(settlesWithin);
    };
    m_watch = g_signal_connect(m_monitor, "network-changed", G_CALLBACK(changed), this);
}

void Registrations::askNow(const domain::LineId& line)
{
    for (const auto& one : m_lines) {
        if (line.isNull() || one->account().line.id == line)
            one->askNow();
    }
}

bool Registrations::admits(const sockaddr* peer) const
{
    return std::any_of(m_lines.begin(), m_lines.end(), [&](const auto& line) { return line->admits(peer); });
}

const LineAccount* Registrations::find(const domain::LineId& line) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&](const auto& one) { return one->account().line.id == line; });
    return found == m_lines.end() ? nullptr : &(*found)->account();
}

const LineAccount* Registrations::calledAs(const QByteArray& contactUser) const
{
    const auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                    [&](const auto& one) { return contactUserOf(one->account().line) == contactUser; });
    return found == m_lines.end() ? nullptr : &(*found)->account();
}

std::vector<ports::LineStatus> Registrations::statuses() const
{
    std::vector<ports::LineStatus> all;
    for (const auto& line : m_lines)
        all.push_back(line->status());
    return all;
}

} // namespace vorzimmer::telephony::sofia
