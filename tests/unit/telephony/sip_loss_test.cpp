// Our own end of the line goes away in the middle of a call, or is held up.
#include "deafen.h"
#include "sip_desk.h"
#include "wire.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QThread>

namespace vorzimmer::telephony {

using namespace std::chrono_literals;
using domain::EndReason;
using ports::BackendState;
using ports::CallRef;
using ports::CallState;

namespace {

/// An address that comes and goes as a network card does; needs rights that not every machine gives.
class PassingAddress {
public:
    PassingAddress() : m_there(change("add")) {}
    ~PassingAddress() { leave(); }
    PassingAddress(const PassingAddress&) = delete;
    PassingAddress& operator=(const PassingAddress&) = delete;

    [[nodiscard]] bool isThere() const { return m_there; }
    void leave()
    {
        if (m_there)
            m_there = !change("del");
    }
    void comeBack() { m_there = change("add"); }

private:
    static bool change(const char* how)
    {
        return QProcess::execute(QStringLiteral("ip"),
                                 {QStringLiteral("addr"), QLatin1String(how), QStringLiteral("192.0.2.77/32"),
                                  QStringLiteral("dev"), QStringLiteral("lo")}) == 0;
    }

    bool m_there;
};

SipConfig alertConfig()
{
    SipConfig config = quickConfig();
    config.pulse = 200ms;
    config.retryListening = 200ms;
    return config;
}

} // namespace

TEST_CASE("A port that dies in mid-call ends every call, and is open again by itself", "[sip]")
{
    SipConfig config = alertConfig();
    config.port = freePort();
    SipDesk desk(config);
    SippPeer talking(desk.order("we_hang_up"));
    const CallRef active = desk.rung(1);
    desk.answer(active);
    SippPeer waiting(desk.order("nobody_answers"));
    const CallRef ringing = desk.rung(2);
    turnFor(300ms);
    CHECK(desk.log.story(active).back() == u"Active");

    REQUIRE(deafen(desk.feed.port()));
    CHECK(desk.log.endOf(active) == EndReason::BackendLost);
    CHECK(desk.log.endOf(ringing) == EndReason::BackendLost);
    REQUIRE(turnUntil([&] { return desk.feed.backendState() == BackendState::Up; }));
    QStringList states;
    for (const auto& [state, reason] : desk.log.backend)
        states << QString::number(int(state));
    CHECK(desk.log.lines.size() >= 3);
    CHECK(desk.log.backend.at(desk.log.backend.size() - 2).first == BackendState::Down);
    CHECK(desk.log.backend.at(desk.log.backend.size() - 2).second.contains(u"dead"));

    SippPeer next(desk.order("plain_call_caller_hangs_up"));
    const CallRef after = desk.rung(3);
    desk.answer(after);
    CHECK(desk.log.endOf(after) == EndReason::CallerHungUp);
    checkContent(next);
}

TEST_CASE("An address that goes with its network card ends every call, and is taken up when it is back", "[sip]")
{
    PassingAddress address;
    if (!address.isThere()) {
        WARN("no right to change this machine's addresses");
        return;
    }
    SipConfig config = alertConfig();
    config.host = QStringLiteral("192.0.2.77");
    config.allowedPeers = {QStringLiteral("192.0.2.77")};
    SipDesk desk(config);
    SippPeer talking(desk.order("we_hang_up"));
    const CallRef call = desk.rung();
    desk.answer(call);
    talking.kill();
    address.leave();
    CHECK(desk.log.endOf(call) == EndReason::BackendLost);
    REQUIRE(turnUntil([&] { return desk.feed.backendState() == BackendState::Down; }));
    turnFor(500ms);
    CHECK(desk.feed.backendState() == BackendState::Down);
    address.comeBack();
    CHECK(turnUntil([&] { return desk.feed.backendState() == BackendState::Up; }));
}

TEST_CASE("Whoever stops the feed on hearing of the loss is obeyed", "[sip]")
{
    SipConfig config = alertConfig();
    config.port = freePort();
    SipDesk desk(config);
    SippPeer peer(desk.order("ack_lost"));
    const CallRef call = desk.rung();
    QObject::connect(&desk.feed, &ports::CallFeed::callEnded, &desk.log, [&] { desk.feed.stop(); });
    REQUIRE(deafen(desk.feed.port()));
    CHECK(desk.log.endOf(call) == EndReason::BackendLost);
    turnFor(500ms);
    CHECK(desk.feed.backendState() == BackendState::Down);
}

TEST_CASE("A thread held up for 300 ms each second loses no call, and nobody takes it for dead", "[sip]")
{
    constexpr std::size_t many = 60;
    SipConfig config = quickConfig();
    config.pulse = 100ms;
    SipDesk desk(config);
    QTimer brake;
    QObject::connect(&brake, &QTimer::timeout, &brake, [] { QThread::msleep(300); });
    brake.start(1000);
    SippOrder order = desk.order("caller_gives_up_ringing");
    order.more = {QStringLiteral("-m"), QString::number(many), QStringLiteral("-r"), QStringLiteral("20")};
    SippPeer peer(order);
    checkContent(peer);
    REQUIRE(desk.log.offers.size() == many);
    for (const ports::CallOffer& offer : desk.log.offers)
        CHECK(desk.log.endOf(offer.call) == EndReason::CallerGaveUp);
    CHECK(desk.log.backend.back().first == BackendState::Up);
}

} // namespace vorzimmer::telephony
