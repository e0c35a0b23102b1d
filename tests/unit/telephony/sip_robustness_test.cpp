// Broken packets: thousands of damaged INVITEs, and then a good call still comes through.
#include "sip_desk.h"
#include "wire.h"

#include <QDir>

namespace vorzimmer::telephony {

using namespace std::chrono_literals;
using domain::EndReason;

namespace {

/// Longer runs with other seeds: VORZIMMER_FUZZ_SEED=7 VORZIMMER_FUZZ_PACKETS=100000.
int fuzzSetting(const char* name, int otherwise)
{
    bool given = false;
    const int value = qEnvironmentVariableIntValue(name, &given);
    return given ? value : otherwise;
}

unsigned seed()
{
    return unsigned(fuzzSetting("VORZIMMER_FUZZ_SEED", 20260417));
}

qsizetype openFiles()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size();
}

} // namespace

TEST_CASE("Thousands of damaged packets lose no good call", "[sip][robustness]")
{
    const int type = GENERATE(SOCK_DGRAM, SOCK_STREAM);
    const int packets = fuzzSetting("VORZIMMER_FUZZ_PACKETS", type == SOCK_DGRAM ? 2500 : 1500);
    INFO("seed " << seed() << ", socket type " << type);
    SipConfig config = quickConfig();
    config.ringTimeout = 200ms;
    config.peerTimeout = 500ms;
    config.connectionIdle = 500ms;
    SipDesk desk(config);

    const qsizetype filesBefore = openFiles();
    Vandal vandal(seed());
    auto wire = std::make_unique<Wire>(type, desk.feed.port());
    for (int number = 0; number < packets; ++number) {
        wire->say(vandal.damage(richMessage(number, type == SOCK_DGRAM ? "UDP" : "TCP")));
        constexpr int perConnection = 7;
        if (type == SOCK_STREAM && number % perConnection == 0) {
            // The feed takes new connections on this very thread.
            turnFor(1ms);
            wire = std::make_unique<Wire>(type, desk.feed.port());
        }
        constexpr int perTurn = 20;
        if (number % perTurn == 0)
            turnFor(2ms);
    }
    // Some were damaged where it does not matter: those rang.
    CHECK(desk.log.offers.size() > 20);
    REQUIRE(turnUntil([&] { return desk.feed.snapshot().empty(); }));
    CHECK(desk.feed.backendState() == ports::BackendState::Up);
    wire.reset();
    CHECK(turnUntil([&] { return openFiles() <= filesBefore; }));

    const std::size_t before = desk.log.offers.size();
    SippOrder order = desk.order("plain_call_caller_hangs_up");
    order.tcp = type == SOCK_STREAM;
    SippPeer peer(order);
    const ports::CallRef call = desk.rung(before + 1);
    desk.answer(call);
    CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
    checkContent(peer);
}

TEST_CASE("A session description that would hang Sofia-SIP's parser is refused", "[sip][robustness]")
{
    SipDesk desk;
    Wire wire(SOCK_DGRAM, desk.feed.port());
    const QByteArray good = richInvite(1);
    wire.say(QByteArray(good).replace("m=audio 40000 RTP/AVP 8 0 101", "m=audio 40000 RTPxAVP 8 0 (01"));
    CHECK(turnUntil([&] { return wire.heard().startsWith("SIP/2.0 488 "); }));
    CHECK(desk.log.offers.empty());
}

TEST_CASE("Packets that are no SIP at all are survived", "[sip][robustness]")
{
    SipDesk desk;
    Vandal vandal(seed());
    Wire datagrams(SOCK_DGRAM, desk.feed.port());
    for (int number = 0; number < 500; ++number) {
        QByteArray noise(vandal.below(1400) + 1, '\0');
        for (char& byte : noise)
            byte = char(vandal.below(256));
        datagrams.say(noise);
        if (number % 20 == 0) {
            Wire(SOCK_STREAM, desk.feed.port()).say(noise);
            turnFor(2ms);
        }
    }
    SippPeer peer(desk.order("caller_gives_up_ringing"));
    CHECK(desk.log.endOf(desk.rung()) == EndReason::CallerGaveUp);
    checkContent(peer);
}

} // namespace vorzimmer::telephony
