// What happens within a call: holding, keys, keeping the session alive, peers that vanish.
#include "sip_desk.h"

namespace vorzimmer::telephony {

using namespace std::chrono_literals;
using domain::EndReason;
using domain::Fault;
using ports::CallRef;
using ports::CallState;

// ------------------------------------------------------------------------------------------------------------- holding

TEST_CASE("A caller is held and taken back", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("we_hang_up"));
    const CallRef call = desk.rung();
    desk.answer(call);
    desk.hold(call);
    desk.resume(call);
    desk.hangUp(call);
    checkContent(peer);
    CHECK(desk.log.story(call) ==
          QStringList{u"offered"_qs, u"Active"_qs, u"HeldByUs"_qs, u"Active"_qs, u"ended WeHungUp"_qs});
}

TEST_CASE("A caller who will not be held is told so, and talked to on", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("hold_refused"));
    const CallRef call = desk.rung();
    desk.answer(call);
    const domain::Outcome held = desk.log.outcomeOf(desk.feed.hold(call));
    REQUIRE(!held.has_value());
    CHECK(held.error().fault == Fault::Unsupported);
    CHECK(held.error().detail.contains(u"488"));
    CHECK(desk.log.isIn(call, CallState::Active));
    desk.hangUp(call);
    checkContent(peer);
}

TEST_CASE("Where both sides ask at once, our hold is said again", "[sip]")
{
    const char* scenario = GENERATE("hold_collides", "both_ask_at_once");
    INFO(scenario);
    SipDesk desk;
    SippPeer peer(desk.order(scenario));
    const CallRef call = desk.rung();
    desk.answer(call);
    desk.hold(call);
    desk.hangUp(call);
    checkContent(peer);
}

TEST_CASE("A second wish while the first is under way is refused", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("we_hang_up"));
    const CallRef call = desk.rung();
    desk.answer(call);
    const ports::CommandId first = desk.log.given(desk.feed.hold(call));
    const domain::Outcome second = desk.log.outcomeOf(desk.feed.hold(call));
    REQUIRE(!second.has_value());
    CHECK(second.error().fault == Fault::Conflict);
    REQUIRE(turnUntil([&] { return desk.log.isFinished(first); }));
    CHECK(desk.log.outcome(first).has_value());
    desk.hangUp(call);
    checkContent(peer);
}

TEST_CASE("A hold under way when the call ends is finished all the same", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("ack_lost"));
    const CallRef call = desk.rung();
    desk.answer(call);
    const ports::CommandId held = desk.log.given(desk.feed.hold(call));
    CHECK(desk.log.endOf(call) != EndReason::None);
    REQUIRE(turnUntil([&] { return desk.log.isFinished(held); }));
    CHECK(!desk.log.outcome(held).has_value());
}

TEST_CASE("Ten callers are held and an eleventh is talked to", "[sip]")
{
    constexpr std::size_t many = 10;
    SipDesk desk;
    SippOrder order = desk.order("we_hang_up");
    order.more = {QStringLiteral("-m"), QString::number(many + 1)};
    SippPeer peer(order);
    for (std::size_t n = 1; n <= many + 1; ++n) {
        const CallRef call = desk.rung(n);
        desk.answer(call);
        if (n <= many)
            desk.hold(call);
    }
    CHECK(desk.feed.snapshot().size() == many + 1);
    const CallRef eleventh = desk.log.offers.back().call;
    CHECK(desk.log.isIn(eleventh, CallState::Active));
    // Swap: the talk is held, the first one taken back.
    desk.hold(eleventh);
    desk.resume(desk.log.offers.front().call);
    for (const ports::CallOffer& offer : desk.log.offers)
        desk.hangUp(offer.call);
    checkContent(peer);
}

TEST_CASE("A call is sent elsewhere before it is answered", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("we_redirect"));
    const CallRef call = desk.rung();
    const domain::Outcome nonsense = desk.log.outcomeOf(desk.feed.redirect(call, QStringLiteral("no number")));
    REQUIRE(!nonsense.has_value());
    CHECK(nonsense.error().fault == Fault::Invalid);
    CHECK(desk.log.outcomeOf(desk.feed.redirect(call, QStringLiteral("+49 30 2312-5011"))).has_value());
    CHECK(desk.log.endOf(call) == EndReason::Transferred);
    checkContent(peer);
}

// ---------------------------------------------------------------------------------------------------------------- keys

TEST_CASE("Keys travel as INFO, one after the other", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("keys_by_info"));
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.outcomeOf(desk.feed.sendDtmf(call, QStringLiteral("1#0"))).has_value());
    CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
    checkContent(peer);
}

TEST_CASE("Keys that the other side cannot take are told", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("keys_refused"));
    const CallRef call = desk.rung();
    desk.answer(call);
    const domain::Outcome sent = desk.log.outcomeOf(desk.feed.sendDtmf(call, QStringLiteral("12")));
    REQUIRE(!sent.has_value());
    CHECK(sent.error().fault == Fault::Unsupported);
    desk.hangUp(call);
    checkContent(peer);
}

// -------------------------------------------------------------------------------------------------- the session's life

TEST_CASE("A session is kept alive by whoever has promised to", "[sip]")
{
    const char* scenario = GENERATE("session_kept_alive_by_us", "session_kept_alive_by_caller");
    INFO(scenario);
    SipDesk desk;
    SippPeer peer(desk.order(scenario));
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
    checkContent(peer);
    CHECK(desk.log.story(call) == QStringList{u"offered"_qs, u"Active"_qs, u"ended CallerHungUp"_qs});
}

TEST_CASE("A session that the caller lets die ends as lost", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("session_left_to_die"));
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.endOf(call) == EndReason::PeerLost);
    checkContent(peer);
}

TEST_CASE("Who wants to refresh too often learns how often he may", "[sip]")
{
    SipConfig config = quickConfig();
    config.leastSessionInterval = 90s;
    SipDesk desk(config);
    SippPeer peer(desk.order("session_too_short"));
    checkContent(peer);
    CHECK(desk.log.offers.empty());
}

TEST_CASE("A caller whose machine dies in mid-call is missed by the next refresh", "[sip]")
{
    SipConfig config = quickConfig();
    config.sessionInterval = 3s;
    SipDesk desk(config);
    SippPeer peer(desk.order("we_hang_up"));
    const CallRef call = desk.rung();
    desk.answer(call);
    desk.hold(call);
    peer.kill();
    const EndReason reason = desk.log.endOf(call);
    CHECK((reason == EndReason::PeerLost || reason == EndReason::NetworkFailure));
    // Nobody counts holding time for ever.
    CHECK(desk.log.story(call).at(3) == u"Active");
}

TEST_CASE("The caller cannot make us dial or read", "[sip]")
{
    const char* scenario = GENERATE("caller_refers_us", "caller_sends_a_text");
    INFO(scenario);
    SipDesk desk;
    SippPeer peer(desk.order(scenario));
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
    checkContent(peer);
    CHECK(desk.log.story(call) == QStringList{u"offered"_qs, u"Active"_qs, u"ended CallerHungUp"_qs});
}

TEST_CASE("An answer that crosses the caller's CANCEL stands", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("cancel_crosses_answer"));
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
    checkContent(peer);
}

} // namespace vorzimmer::telephony
