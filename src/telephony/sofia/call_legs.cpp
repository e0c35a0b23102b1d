#include "sofia/call_legs.h"

#include "sofia/call_leg.h"
#include "sofia/invite_reader.h"
#include "sofia/line_address.h"
#include "sofia/sip_engine.h"

#include <sofia-sip/nua_tag.h>
#include <sofia-sip/sip_header.h>
#include <sofia-sip/sip_status.h>
#include <sofia-sip/sip_tag.h>

#include <algorithm>

namespace vorzimmer::telephony::sofia {

using domain::EndReason;
using ports::CallRef;

namespace {

/// On a line that registers the request is sent to our own contact, which says whose line it is and not what was dialled.
ports::CallOffer offerOn(const domain::PhoneLine& line, const sip_s& invite)
{
    ports::CallOffer offer = readInvite(invite, QString::fromLatin1(contactUserOf(line)));
    offer.line = line.name;
    offer.dialled.push_back({line.number.isEmpty() ? line.user : line.number, ports::DialledSource::Account});
    return offer;
}

} // namespace

CallLegs::CallLegs(SipEngine& engine) : m_engine(engine) {}

CallLegs::~CallLegs() = default;

// ------------------------------------------------------------------------------------------------------------ new ones

void CallLegs::onInvite(nua_handle_t* handle, const sip_s& invite, std::chrono::steady_clock::time_point since)
{
    SoundTalk talk(m_engine.sounds(), m_engine.address());
    if (const Sound sound = soundOf(invite); sound.said && !talk.takeOffer(sound.description))
        return m_engine.sendAway(handle, SIP_488_NOT_ACCEPTABLE);
    if (invite.sip_replaces)
        return replace(handle, invite, std::move(talk));
    const std::optional<CallRef> call = m_engine.listener()->admit();
    if (!call)
        return m_engine.sendAway(handle, SIP_480_TEMPORARILY_UNAVAILABLE);

    CallLeg& leg = *m_legs.emplace(*call, std::make_unique<CallLeg>(m_engine, *call, std::move(talk))).first->second;
    leg.take(handle, invite);
    const url_t* sentTo = invite.sip_request ? invite.sip_request->rq_url : nullptr;
    const LineAccount* account = m_engine.registrations().calledAs(sentTo ? sentTo->url_user : nullptr);
    if (account)
        leg.belongTo(*account);
    ports::CallOffer offer = account ? offerOn(account->line, invite) : readInvite(invite, m_engine.config().contactUser);
    offer.call = *call;
    offer.receivedAt = since;
    m_engine.listener()->invited(offer);
}

/// Somebody else takes the place of one of our peers (RFC 3891): the call goes on with him, and the desk notices nothing.
void CallLegs::replace(nua_handle_t* handle, const sip_s& invite, SoundTalk talk)
{
    CallLeg* leg = named(*invite.sip_replaces);
    // Who rings here cannot be replaced before the answer; who is rung by us can.
    if (!leg || !leg->canBeReplaced())
        return m_engine.sendAway(handle, 481, "No Such Call To Replace");
    if (invite.sip_replaces->rp_early_only && leg->isAnswered())
        return m_engine.sendAway(handle, SIP_486_BUSY_HERE);
    leg->goOnWith(handle, invite, std::move(talk));
}

CallLeg* CallLegs::named(const sip_replaces_s& replaces) const
{
    nua_handle_t* handle = nua_handle_by_replaces(m_engine.nua(), &replaces);
    if (!handle)
        return nullptr;
    const auto found =
        std::find_if(m_legs.begin(), m_legs.end(), [handle](const auto& entry) { return entry.second->handle() == handle; });
    nua_handle_unref(handle);
    return found == m_legs.end() ? nullptr : found->second.get();
}

void CallLegs::dial(CallRef call, const OutgoingCall& order)
{
    SoundTalk talk(m_engine.sounds(), m_engine.address());
    m_legs.emplace(call, std::make_unique<CallLeg>(m_engine, call, std::move(talk))).first->second->dial(order);
}

// --------------------------------------------------------------------------------------------------------- those there

CallLeg* CallLegs::find(CallRef call) const
{
    const auto found = m_legs.find(call);
    return found == m_legs.end() ? nullptr : found->second.get();
}

bool CallLegs::isTakenOver(CallRef call) const
{
    return std::any_of(m_legs.begin(), m_legs.end(), [call](const auto& entry) { return entry.second->takesOver(call); });
}

void CallLegs::forget(CallRef call)
{
    m_legs.erase(call);
}

void CallLegs::end(CallRef call, EndReason reason)
{
    // The call first: what it still owed is answered before its end is told.
    if (m_legs.erase(call) > 0 && m_engine.listener())
        m_engine.listener()->ended(call, reason);
}

void CallLegs::clear()
{
    m_legs.clear();
}

} // namespace vorzimmer::telephony::sofia
