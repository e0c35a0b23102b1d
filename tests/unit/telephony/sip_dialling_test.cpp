// Calls of our own, and calls that are passed on.
#include "sip_desk.h"
#include "wire.h"

namespace vorzimmer::telephony {

using namespace std::chrono_literals;
using domain::EndReason;
using domain::Fault;
using ports::CallRef;
using ports::CallState;
using ports::Capability;

namespace {

QString target()
{
    return QStringLiteral("+493023125011");
}

/// A caller without a telephone of his own, for what no scenario can say.
class Voice {
public:
    Voice(quint16 desk, int number) : m_number(number), m_wire(SOCK_DGRAM, desk) {}

    void invite(const QByteArray& headers = {})
    {
        QByteArray packet = richInvite(m_number);
        packet.replace("Contact: <sip:caller@127.0.0.1:9>",
                       headers + "Contact: <sip:caller@127.0.0.1:" + QByteArray::number(m_wire.port()) + '>');
        m_wire.say(packet);
    }

    /// Waits for a message that begins so, and gives it.
    [[nodiscard]] QByteArray awaits(const QByteArray& beginning)
    {
        QByteArray packet;
        REQUIRE(turnUntil([&] {
            packet = m_wire.heard();
            return packet.startsWith(beginning);
        }));
        return packet;
    }

    /// Acknowledges our answer, and gives the tag that it named our side by.
    QByteArray acknowledge(const QByteArray& answer)
    {
        const qsizetype to = answer.indexOf("\r\nTo:");
        const qsizetype tag = answer.indexOf(";tag=", to) + 5;
        const QByteArray ours = answer.mid(tag, answer.indexOf("\r\n", tag) - tag);
        QByteArray ack = richInvite(m_number);
        ack = ack.left(ack.indexOf("Content-Type:")) + "Content-Length: 0\r\n\r\n";
        ack.replace("INVITE", "ACK")
            .replace("To: <sip:+493023125010@127.0.0.1>", "To: <sip:+493023125010@127.0.0.1>;tag=" + ours);
        m_wire.say(ack.replace("branch=z9hG4bK", "branch=z9hG4bKa"));
        return ours;
    }

private:
    int m_number;
    Wire m_wire;
};

/// A caller who talks with us.
struct Talk : SipDesk {
    explicit Talk(const char* scenario, const SipConfig& config = quickConfig())
        : SipDesk(config), peer(order(scenario)), caller(rung())
    {
        answer(caller);
    }

    SippPeer peer;
    CallRef caller;
};

} // namespace

// ------------------------------------------------------------------------------------------------------------ dialling

TEST_CASE("Whom we call answers, is held and hung up", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.called("called_one_waits_for_bye"));
    const CallRef call = desk.dial(peer.address());
    REQUIRE(desk.log.isIn(call, CallState::Active));
    desk.hold(call);
    desk.resume(call);
    desk.hangUp(call);
    checkContent(peer);
    CHECK(desk.log.story(call) == QStringList{u"started"_qs, u"OutgoingRinging"_qs, u"Active"_qs, u"HeldByUs"_qs,
                                              u"Active"_qs, u"ended WeHungUp"_qs});
}

TEST_CASE("Why a call of ours came to nothing is told apart", "[sip]")
{
    const auto [scenario, reason] = GENERATE(table<const char*, EndReason>({
        {"called_one_hangs_up", EndReason::PeerHungUp},
        {"called_one_is_busy", EndReason::PeerBusy},
        {"called_one_is_busy_everywhere", EndReason::PeerBusy},
        {"called_one_declines", EndReason::PeerDeclined},
        {"called_one_does_not_answer", EndReason::NoAnswer},
        {"called_number_is_unknown", EndReason::Unreachable},
        {"called_number_is_forbidden", EndReason::Unreachable},
        {"called_network_is_out_of_order", EndReason::Unreachable},
        {"called_one_shares_no_codec", EndReason::Unreachable},
        {"called_one_takes_nothing_of_ours", EndReason::Unreachable},
        {"called_one_is_several", EndReason::Unreachable},
        {"called_network_asks_who_we_are", EndReason::Unreachable},
    }));
    INFO(scenario);
    SipDesk desk;
    SippPeer peer(desk.called(scenario));
    const CallRef call = desk.dial(peer.address());
    CHECK(desk.log.endOf(call) == reason);
    checkContent(peer);
    CHECK(desk.feed.snapshot().empty());
}

TEST_CASE("A call of ours to nobody at all fails", "[sip]")
{
    SipDesk desk;
    const CallRef call = desk.dial(QStringLiteral("sip:nobody@127.0.0.1:%1").arg(freePort()));
    CHECK(desk.log.endOf(call) == EndReason::NetworkFailure);
}

TEST_CASE("We follow whom we call to where he has moved", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.called("called_one_has_moved"));
    const CallRef call = desk.dial(peer.address());
    REQUIRE(desk.log.isIn(call, CallState::Active));
    desk.hangUp(call);
    checkContent(peer);
}

TEST_CASE("A call of ours is taken back", "[sip]")
{
    SECTION("by us, ringing")
    {
        SipDesk desk;
        SippPeer peer(desk.called("called_one_rings_on"));
        const CallRef call = desk.dial(peer.address());
        turnFor(300ms);
        desk.hangUp(call);
        checkContent(peer);
    }
    SECTION("by us, in the moment of the answer")
    {
        SipDesk desk;
        SippPeer peer(desk.called("called_one_answers_as_we_give_up"));
        const CallRef call = desk.dial(peer.address());
        turnFor(300ms);
        desk.hangUp(call);
        checkContent(peer);
    }
    SECTION("by the time limit")
    {
        SipConfig config = quickConfig();
        config.dialTimeout = 400ms;
        SipDesk desk(config);
        SippPeer peer(desk.called("called_one_rings_on"));
        const CallRef call = desk.dial(peer.address());
        CHECK(desk.log.endOf(call) == EndReason::NoAnswer);
        checkContent(peer);
    }
}

TEST_CASE("A number is called at our PBX, and shows the number wanted", "[sip]")
{
    SippOrder waiting;
    waiting.scenario = QStringLiteral("called_one_sees_a_number");
    waiting.isCalled = true;
    SippPeer peer(waiting);
    SipConfig config = quickConfig();
    config.peer = peer.address().section(u'@', 1);
    SipDesk desk(config);
    const ports::CommandId command =
        desk.feed.dial(QStringLiteral("+49 30 2312-5011"), {{}, QStringLiteral("+493023125010")}, {});
    REQUIRE(desk.log.outcomeOf(command).has_value());
    CHECK(desk.log.endOf(desk.log.started.value(command.value)) == EndReason::PeerBusy);
    checkContent(peer);
}

TEST_CASE("Without a PBX to call we say that we cannot", "[sip]")
{
    SipConfig config = quickConfig();
    config.peer.clear();
    SipDesk desk(config);
    CHECK(!desk.feed.capabilities().testFlag(Capability::Dial));
    CHECK(desk.log.outcomeOf(desk.feed.dial(target(), {}, {})).error().fault == Fault::Unsupported);
}

TEST_CASE("What is no number is not dialled", "[sip]")
{
    const auto text = GENERATE(as<std::string>{}, "", "anna", "+49 30 x", "sip:", "sip:@", "sip:a b@c", "sip:a>b@c", "tel:1",
                               "1\r\nVia: x");
    SipDesk desk;
    CHECK(desk.log.outcomeOf(desk.feed.dial(QString::fromStdString(text), {}, {})).error().fault == Fault::Invalid);
    CHECK(desk.feed.snapshot().empty());
}

// ---------------------------------------------------------------------------------------------------------- passing on

TEST_CASE("A caller is put through", "[sip]")
{
    Talk talk("transfer_succeeds");
    CHECK(talk.log.outcomeOf(talk.feed.blindTransfer(talk.caller, target())).has_value());
    CHECK(talk.log.endOf(talk.caller) == EndReason::Transferred);
    checkContent(talk.peer);
    CHECK(talk.log.story(talk.caller) == QStringList{u"offered"_qs, u"Active"_qs, u"Transferring"_qs,
                                                     u"transfer Accepted"_qs, u"transfer Trying"_qs, u"transfer Ringing"_qs,
                                                     u"transfer Succeeded"_qs, u"ended Transferred"_qs});
}

TEST_CASE("A telephone system that hangs up once it has our caller has put him through", "[sip]")
{
    Talk talk("transfer_accepted_then_bye");
    CHECK(talk.log.outcomeOf(talk.feed.blindTransfer(talk.caller, target())).has_value());
    CHECK(talk.log.endOf(talk.caller) == EndReason::Transferred);
    checkContent(talk.peer);
}

TEST_CASE("However a transfer fails, the caller is back", "[sip]")
{
    const char* scenario = GENERATE("transfer_refused", "transfer_not_understood", "transfer_accepted_then_busy",
                                    "transfer_told_no_more", "transfer_never_heard_of_again");
    INFO(scenario);
    SipConfig config = quickConfig();
    config.transferTimeout = 700ms;
    Talk talk(scenario, config);
    CHECK(talk.log.outcomeOf(talk.feed.blindTransfer(talk.caller, target())).has_value());
    REQUIRE(talk.log.waitFor(talk.caller, u"transfer Failed"_qs));
    const QStringList story = talk.log.story(talk.caller);
    CHECK(story.at(2) == u"Transferring");
    CHECK(story.at(story.size() - 2) == u"Active");
    talk.hangUp(talk.caller);
    checkContent(talk.peer);
}

TEST_CASE("A caller passed on while held comes back held", "[sip]")
{
    Talk talk("we_hang_up");
    talk.hold(talk.caller);
    // This one knows no REFER and says nothing to it.
    CHECK(talk.log.outcomeOf(talk.feed.blindTransfer(talk.caller, QStringLiteral("nobody"))).error().fault ==
          Fault::Invalid);
    CHECK(talk.log.isIn(talk.caller, CallState::HeldByUs));
    talk.hangUp(talk.caller);
    checkContent(talk.peer);
}

// --------------------------------------------------------------------------------------------------------- consultation

TEST_CASE("A caller is announced and put through", "[sip]")
{
    Talk talk("held_and_joined");
    SippPeer person(talk.called("called_one_waits_for_bye"));
    talk.hold(talk.caller);
    const CallRef consultation = talk.dial(person.address(), talk.caller);
    REQUIRE(talk.log.isIn(consultation, CallState::Active));
    CHECK(talk.log.outcomeOf(talk.feed.completeTransfer(talk.caller, consultation)).has_value());
    CHECK(talk.log.endOf(talk.caller) == EndReason::Transferred);
    CHECK(talk.log.endOf(consultation) == EndReason::Transferred);
    checkContent(talk.peer);
    checkContent(person);
}

TEST_CASE("A caller who cannot be joined stays held, and the consultation goes on", "[sip]")
{
    Talk talk("held_and_not_joined");
    SippPeer person(talk.called("called_one_waits_for_bye"));
    talk.hold(talk.caller);
    const CallRef consultation = talk.dial(person.address(), talk.caller);
    REQUIRE(talk.log.isIn(consultation, CallState::Active));
    CHECK(talk.log.outcomeOf(talk.feed.completeTransfer(talk.caller, consultation)).has_value());
    REQUIRE(talk.log.waitFor(talk.caller, u"transfer Failed"_qs));
    CHECK(talk.log.isIn(talk.caller, CallState::HeldByUs));
    CHECK(talk.log.isIn(consultation, CallState::Active));
    talk.hangUp(consultation);
    talk.resume(talk.caller);
    talk.hangUp(talk.caller);
    checkContent(talk.peer);
    checkContent(person);
}

TEST_CASE("A consultation that comes to nothing leaves the caller held", "[sip]")
{
    const auto [scenario, reason] = GENERATE(table<const char*, EndReason>({
        {"called_one_is_busy", EndReason::PeerBusy},
        {"called_one_does_not_answer", EndReason::NoAnswer},
        {"called_number_is_unknown", EndReason::Unreachable},
        {"called_network_is_out_of_order", EndReason::Unreachable},
        {"called_one_declines", EndReason::PeerDeclined},
    }));
    INFO(scenario);
    Talk talk("we_hang_up");
    SippPeer person(talk.called(scenario));
    talk.hold(talk.caller);
    const CallRef consultation = talk.dial(person.address(), talk.caller);
    CHECK(talk.log.endOf(consultation) == reason);
    CHECK(talk.log.isIn(talk.caller, CallState::HeldByUs));
    talk.resume(talk.caller);
    talk.hangUp(talk.caller);
    checkContent(talk.peer);
    checkContent(person);
}

TEST_CASE("Whoever takes the place of our peer goes on with the call", "[sip]")
{
    SipDesk desk;
    Voice first(desk.feed.port(), 1);
    first.invite();
    const CallRef call = desk.rung();
    desk.answer(call);
    const QByteArray ours = first.acknowledge(first.awaits("SIP/2.0 200 "));
    turnFor(100ms);

    Voice second(desk.feed.port(), 2);
    second.invite("Replaces: mutant-1@127.0.0.1;to-tag=" + ours + ";from-tag=t1\r\n");
    (void)second.acknowledge(second.awaits("SIP/2.0 200 "));
    (void)first.awaits("BYE ");
    turnFor(100ms);
    CHECK(desk.log.offers.size() == 1);
    CHECK(desk.log.story(call) == QStringList{u"offered"_qs, u"Active"_qs});
    desk.hangUp(call);
    (void)second.awaits("BYE ");
}

TEST_CASE("Who wants to replace a peer unknown to us is sent away", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("replaces_nobody"));
    checkContent(peer);
    CHECK(desk.log.offers.empty());
}

} // namespace vorzimmer::telephony
