#include "sofia/session_change.h"

#include "sofia/call_leg.h"
#include "sofia/sip_engine.h"

#include <sofia-sip/nua_tag.h>
#include <sofia-sip/sip_header.h>
#include <sofia-sip/sip_status.h>
#include <sofia-sip/sip_tag.h>

#include <QRandomGenerator>

#include <utility>

namespace vorzimmer::telephony::sofia {

using domain::Fault;
using ports::CommandId;

namespace {

constexpr int finalStatus = 200;
constexpr int failingStatus = 300;
constexpr int requestPending = 491;
constexpr int mostCollisions = 6;

/// RFC 3261, 14.1: who made the call waits longer, so that both do not collide again.
int pauseAfterCollision(bool ours)
{
    constexpr int unit = 10;
    auto* chance = QRandomGenerator::global();
    return unit * (ours ? chance->bounded(210, 400) : chance->bounded(0, 200));
}

} // namespace

SessionChange::SessionChange(CallLeg& leg) : m_leg(leg)
{
    m_again.setSingleShot(true);
    m_refresh.setSingleShot(true);
    QObject::connect(&m_again, &QTimer::timeout, &m_again, [this] { ask(); });
    QObject::connect(&m_refresh, &QTimer::timeout, &m_refresh, [this] {
        if (!m_asking && !m_again.isActive()) {
            m_goal = m_held;
            ask();
        }
    });
}

void SessionChange::setHeld(CommandId command, bool held)
{
    if (m_command)
        return m_leg.finish(command, domain::failure(Fault::Conflict, QStringLiteral("the call is changing already")));
    m_command = command;
    m_goal = held;
    m_collisions = 0;
    // A refresh under way says the old state; what we want comes after it.
    if (!m_asking)
        ask();
}

void SessionChange::ask()
{
    m_again.stop();
    m_asking = true;
    m_asked = m_goal;
    m_leg.talk().setHeldByUs(m_asked);
    const domain::Result<QByteArray> offer = m_leg.talk().description();
    if (!offer) {
        m_asking = false;
        return settle(domain::failure(offer.error()));
    }
    nua_invite(m_leg.handle(), SIPTAG_CONTENT_TYPE_STR("application/sdp"), SIPTAG_PAYLOAD_STR(offer->constData()),
               TAG_END());
}

void SessionChange::onResponse(int status)
{
    if (status < finalStatus || !m_asking)
        return;
    m_asking = false;
    if (status == requestPending && ++m_collisions <= mostCollisions) {
        m_again.start(pauseAfterCollision(m_leg.isOutgoing()));
        return;
    }
    if (status >= failingStatus)
        return settle(domain::failure(Fault::Unsupported, QStringLiteral("the other side declined: %1").arg(status)));
    m_held = m_asked;
    if (m_command && m_goal != m_held)
        return ask();
    settle({});
    m_leg.tellState();
}

void SessionChange::settle(const domain::Outcome& outcome)
{
    m_goal = m_held;
    m_leg.talk().setHeldByUs(m_held);
    if (const auto command = std::exchange(m_command, std::nullopt))
        m_leg.finish(*command, outcome);
}

void SessionChange::schedule(const sip_t& message, bool ourRequest)
{
    const sip_session_expires_t* expires = message.sip_session_expires;
    const char* refresher = expires ? expires->x_refresher : nullptr;
    const bool peerCan = sip_has_feature(message.sip_supported, "timer") || sip_has_feature(message.sip_require, "timer");
    const bool peerDoes = refresher ? qstricmp(refresher, ourRequest ? "uas" : "uac") == 0 : peerCan && !ourRequest;
    std::chrono::milliseconds interval = m_leg.engine().config().sessionInterval;
    if (expires)
        interval = std::chrono::seconds(expires->x_delta);
    // Well before the library would: it repeats an offer of the past, or makes none.
    constexpr int share = 3;
    if (peerDoes || interval.count() == 0)
        m_refresh.stop();
    else
        m_refresh.start(interval / share);
}

void SessionChange::giveUp()
{
    settle(domain::failure(Fault::NotFound, QStringLiteral("the call ended before it was changed")));
}

} // namespace vorzimmer::telephony::sofia
