#include "vorzimmer/audio/call_bell.h"

#include <utility>

namespace vorzimmer::audio {

using ports::CallRef;
using ports::CallState;

CallBell::CallBell(const ports::CallFeed& feed, Sounds sounds, QObject* parent)
    : QObject(parent), m_sounds(std::move(sounds))
{
    connect(&feed, &ports::CallFeed::callOffered, this, &CallBell::offered);
    connect(&feed, &ports::CallFeed::callStateChanged, this, &CallBell::changed);
    connect(&feed, &ports::CallFeed::callEnded, this, &CallBell::ended);
}

void CallBell::offered(const ports::CallOffer& offer)
{
    m_waiting.insert(offer.call);
    if (!m_talking.empty())
        m_sounds.notice();
    settle();
}

void CallBell::changed(CallRef call, CallState state)
{
    if (state != CallState::Offered)
        m_waiting.erase(call);
    if (state == CallState::Active || state == CallState::OutgoingRinging)
        m_talking.insert(call);
    else
        m_talking.erase(call);
    settle();
}

void CallBell::ended(CallRef call)
{
    m_waiting.erase(call);
    m_talking.erase(call);
    settle();
}

void CallBell::settle()
{
    const bool ring = !m_waiting.empty() && m_talking.empty();
    if (std::exchange(m_ringing, ring) != ring)
        m_sounds.ring(ring);
}

} // namespace vorzimmer::audio
