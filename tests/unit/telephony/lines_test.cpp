#include "fake_sounds.h"
#include "registrar.h"
#include "sip_desk.h"
#include "transferable_phone.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vorzimmer::telephony {

using namespace std::chrono_literals;
using domain::LineTransport;
using ports::LineState;
using ports::LineStatus;
using ports::LineTrouble;

namespace {

/// Registers @p lines and has little patience.
SipConfig configFor(const std::vector<LineAccount>& lines, const QString& host = QStringLiteral("127.0.0.1"))
{
    SipConfig config = quickConfig();
    config.host = host;
    config.trunk = false;
    config.peer.clear();
    config.lines = lines;
    config.lineTiming.longestRefresh = 400ms;
    config.lineTiming.patience = 600ms;
    config.lineTiming.firstRetry = 100ms;
    config.lineTiming.longestRetry = 400ms;
    return config;
}

/// Waits until the last that was said of the line fits.
template <class Condition>
bool waitForLine(const SipDesk& desk, const LineAccount& account, Condition fits)
{
    return turnUntil([&] {
        const auto last = std::find_if(desk.log.lines.rbegin(), desk.log.lines.rend(),
                                       [&](const LineStatus& status) { return status.line == account.line.id; });
        return last != desk.log.lines.rend() && fits(*last);
    });
}

bool waitForUp(const SipDesk& desk, const LineAccount& account)
{
    return waitForLine(desk, account, [](const LineStatus& status) { return status.isUp(); });
}

bool waitForTrouble(const SipDesk& desk, const LineAccount& account, LineTrouble trouble)
{
    return waitForLine(desk, account, [&](const LineStatus& status) { return !status.isUp() && status.trouble == trouble; });
}

LineStatus lastOf(const SipDesk& desk)
{
    REQUIRE_FALSE(desk.log.lines.empty());
    return desk.log.lines.back();
}

bool hasIpv6()
{
    const int fd = ::socket(AF_INET6, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_addr = in6addr_loopback;
    const bool bound = fd >= 0 && ::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    if (fd >= 0)
        ::close(fd);
    return bound;
}

} // namespace

TEST_CASE("Three phones register, each its own way, and leave when they stop", "[lines][tls]")
{
    Registrar registrar({QStringLiteral("127.0.0.1"), true, 600, {}});
    LineAccount anna = registrar.account(QStringLiteral("anna"));
    LineAccount bea = registrar.account(QStringLiteral("bea"));
    bea.line.transport = LineTransport::Tcp;
    LineAccount cleo = registrar.account(QStringLiteral("cleo"));
    cleo.line.transport = LineTransport::Tls;
    cleo.line.proxy = QStringLiteral("127.0.0.1:%1").arg(registrar.tlsPort());
    SipConfig config = configFor({anna, bea, cleo});
    config.authorities = registrar.authority();
    SipDesk desk(config);
    INFO(registrar.story().toStdString());
    for (const LineAccount& line : {anna, bea, cleo})
        CHECK(waitForUp(desk, line));
    CHECK(turnUntil([&] { return registrar.registered().keys() == QStringList({QStringLiteral("anna"), QStringLiteral("bea"), QStringLiteral("cleo")}); }));
    const QStringList contacts = registrar.registered().values();
    CAPTURE(contacts);
    CHECK(contacts[0].contains(QStringLiteral("sip:line-")));
    CHECK(contacts[0] != contacts[1]);

    desk.feed.stop();
    CHECK(turnUntil([&] { return registrar.registered().isEmpty(); }));
    CHECK(lastOf(desk).state == LineState::Off);
}

TEST_CASE("A line over IPv6 registers", "[lines]")
{
    if (!hasIpv6()) {
        WARN("skipped: this machine has no IPv6 loopback");
        return;
    }
    Registrar registrar({QStringLiteral("::1"), false, 600, {}});
    LineAccount anna = registrar.account(QStringLiteral("anna"));
    anna.line.transport = GENERATE(LineTransport::Udp, LineTransport::Tcp);
    SipDesk desk(configFor({anna}, QStringLiteral("::1")));
    CHECK(waitForUp(desk, anna));
    CHECK(turnUntil([&] { return registrar.registered().value(QStringLiteral("anna")).contains(QStringLiteral("[::1]")); }));
}

TEST_CASE("A wrong password blocks the line; nobody is asked again and again", "[lines]")
{
    Registrar registrar;
    LineAccount anna = registrar.account(QStringLiteral("anna"));
    SECTION("a wrong one")
    {
        anna.password = "Vorhang 7 zu";
        SipDesk desk(configFor({anna}));
        CHECK(waitForTrouble(desk, anna, LineTrouble::WrongPassword));
        CHECK(lastOf(desk).state == LineState::Blocked);
        turnFor(1500ms);
        CHECK(registrar.registersSeen() <= 3);
        CHECK(lastOf(desk).state == LineState::Blocked);
        // A person may ask for another try.
        const auto seen = registrar.registersSeen();
        desk.feed.registerNow(anna.line.id);
        CHECK(lastOf(desk).state == LineState::Starting);
        CHECK(waitForTrouble(desk, anna, LineTrouble::WrongPassword));
        CHECK(registrar.registersSeen() > seen);
    }
    SECTION("none")
    {
        anna.password.clear();
        SipDesk desk(configFor({anna}));
        CHECK(waitForTrouble(desk, anna, LineTrouble::PasswordMissing));
        CHECK(lastOf(desk).state == LineState::Blocked);
    }
    CHECK(registrar.registered().isEmpty());
}

TEST_CASE("Who is refused is told the code and asks again much later", "[lines]")
{
    Registrar registrar;
    LineAccount dora = registrar.account(QStringLiteral("dora"));
    SipDesk desk(configFor({dora}));
    CHECK(waitForTrouble(desk, dora, LineTrouble::Refused));
    CHECK(lastOf(desk).code == 403);
    CHECK(lastOf(desk).state == LineState::Retrying);
    CHECK(QDateTime::currentDateTimeUtc().secsTo(lastOf(desk).nextTry) > 500);
    turnFor(1000ms);
    CHECK(registrar.registersSeen() == 1);
}

TEST_CASE("An overloaded registrar is asked again when it wants to be", "[lines]")
{
    Registrar registrar({QStringLiteral("127.0.0.1"), false, 600,
                         QStringLiteral("append_to_reply(\"Retry-After: 90\\r\\n\"); sl_send_reply(\"503\", \"Busy\"); exit;")});
    const LineAccount anna = registrar.account(QStringLiteral("anna"));
    SipDesk desk(configFor({anna}));
    CHECK(waitForTrouble(desk, anna, LineTrouble::Overloaded));
    CHECK(lastOf(desk).code == 503);
    const auto wait = QDateTime::currentDateTimeUtc().secsTo(lastOf(desk).nextTry);
    CHECK(wait > 60);
    CHECK(wait <= 90);
}

TEST_CASE("A registration that holds shorter than asked is renewed in time", "[lines]")
{
    Registrar registrar({QStringLiteral("127.0.0.1"), false, 2, {}});
    const LineAccount anna = registrar.account(QStringLiteral("anna"));
    SipConfig config = configFor({anna});
    config.lineTiming.longestRefresh = 60s;
    SipDesk desk(config);
    REQUIRE(waitForUp(desk, anna));
    turnFor(3500ms);
    CHECK(registrar.registersSeen() >= 4);
    CHECK(desk.log.lines.size() == 1 + 1); // starting, up, and never down
}

TEST_CASE("A registrar that falls silent is missed, and found again", "[lines]")
{
    Registrar registrar;
    const LineAccount anna = registrar.account(QStringLiteral("anna"));
    SipDesk desk(configFor({anna}));
    REQUIRE(waitForUp(desk, anna));
    registrar.fallSilent();
    CHECK(waitForTrouble(desk, anna, LineTrouble::NoAnswer));
    CHECK(lastOf(desk).state == LineState::Retrying);
    registrar.wakeUp();
    CHECK(waitForUp(desk, anna));
}

TEST_CASE("After the registrar was gone the line registers anew", "[lines]")
{
    Registrar registrar;
    LineAccount anna = registrar.account(QStringLiteral("anna"));
    anna.line.transport = GENERATE(LineTransport::Udp, LineTransport::Tcp);
    SipDesk desk(configFor({anna}));
    REQUIRE(waitForUp(desk, anna));
    registrar.kill();
    CHECK(waitForLine(desk, anna, [](const LineStatus& status) { return status.state == LineState::Retrying; }));
    registrar.start();
    CHECK(waitForUp(desk, anna));
    CHECK(turnUntil([&] { return registrar.registered().contains(QStringLiteral("anna")); })); // it writes down what it did later
}

TEST_CASE("A server whose name leads nowhere is told as that", "[lines]")
{
    LineAccount nobody;
    nobody.line.id = domain::LineId(QUuid::createUuid());
    nobody.line.name = nobody.line.user = QStringLiteral("nobody");
    nobody.line.server = QStringLiteral("registrar.invalid");
    SipDesk desk(configFor({nobody}));
    CHECK(waitForTrouble(desk, nobody, LineTrouble::NameUnknown));
}

TEST_CASE("A server whose certificate nobody vouches for gets no password", "[lines][tls]")
{
    Registrar registrar({QStringLiteral("127.0.0.1"), true, 600, {}});
    LineAccount anna = registrar.account(QStringLiteral("anna"));
    anna.line.transport = LineTransport::Tls;
    anna.line.proxy = QStringLiteral("127.0.0.1:%1").arg(registrar.tlsPort());
    SipDesk desk(configFor({anna}));
    CHECK(waitForTrouble(desk, anna, LineTrouble::NoAnswer));
    CHECK(registrar.registersSeen() == 0);
}

TEST_CASE("A call that comes on a line says which, and what was dialled", "[lines]")
{
    Registrar registrar;
    LineAccount anna = registrar.account(QStringLiteral("anna"));
    anna.line.name = QStringLiteral("Zentrale");
    anna.line.number = QStringLiteral("030 23125-0");
    SipDesk desk(configFor({anna}));
    REQUIRE(waitForUp(desk, anna));
    SippOrder order;
    order.scenario = QStringLiteral("caller_gives_up_ringing");
    order.port = registrar.port();
    order.dialled = QStringLiteral("anna");
    SippPeer caller(order);
    CHECK(desk.log.endOf(desk.rung()) == domain::EndReason::CallerGaveUp);
    checkContent(caller);
    const ports::CallOffer& offer = desk.log.offers.front();
    CHECK(offer.line == QStringLiteral("Zentrale"));
    REQUIRE_FALSE(offer.dialled.empty());
    CHECK(offer.dialled.back() == ports::DialledCandidate{QStringLiteral("030 23125-0"), ports::DialledSource::Account});
    for (const ports::DialledCandidate& candidate : offer.dialled)
        CHECK_FALSE(candidate.number.startsWith(QStringLiteral("line-"))); // our own contact is no number
}

TEST_CASE("One phone calls another through the registrar, which asks who it is", "[lines]")
{
    Registrar registrar;
    const LineAccount anna = registrar.account(QStringLiteral("anna"));
    const LineAccount bea = registrar.account(QStringLiteral("bea"));
    FakeSounds sounds; // two without a voice would each take the other to be holding
    SipDesk called(configFor({anna}), &sounds);
    SipDesk calling(configFor({bea}), &sounds);
    REQUIRE(waitForUp(called, anna));
    REQUIRE(waitForUp(calling, bea));
    REQUIRE(calling.feed.capabilities().testFlag(ports::Capability::Dial));
    const ports::CallRef ours = calling.dial(QStringLiteral("sip:anna@") + registrar.place());
    const ports::CallRef theirs = called.rung();
    CHECK(called.log.offers.front().callerNumber == QStringLiteral("bea"));
    called.answer(theirs);
    CHECK(calling.log.waitForState(ours, ports::CallState::Active));
    calling.hold(ours);
    CHECK(called.log.waitForState(theirs, ports::CallState::HeldByPeer));
    REQUIRE(called.log.outcomeOf(called.feed.hangUp(theirs)).has_value());
    CHECK(calling.log.endOf(ours) == domain::EndReason::PeerHungUp);
}

TEST_CASE("Three phones at one registrar: who calls the first is announced to the second and put through", "[lines]")
{
    Registrar registrar;
    const LineAccount anna = registrar.account(QStringLiteral("anna"));
    const LineAccount cleo = registrar.account(QStringLiteral("cleo"));
    FakeSounds sounds;
    SipDesk desk(configFor({anna}), &sounds);
    SipDesk person(configFor({cleo}), &sounds);
    TransferablePhone caller(registrar.account(QStringLiteral("bea")));
    REQUIRE(waitForUp(desk, anna));
    REQUIRE(waitForUp(person, cleo));
    REQUIRE(turnUntil([&] { return caller.isRegistered(); }));

    caller.dial(QStringLiteral("sip:anna@") + registrar.place());
    const ports::CallRef held = desk.rung();
    desk.answer(held);
    REQUIRE(turnUntil([&] { return caller.talks() == 1; }));
    desk.hold(held);
    const ports::CallRef consultation = desk.dial(QStringLiteral("sip:cleo@") + registrar.place(), held);
    const ports::CallRef announced = person.rung();
    person.answer(announced);
    REQUIRE(desk.log.waitForState(consultation, ports::CallState::Active));
    REQUIRE(desk.log.outcomeOf(desk.feed.completeTransfer(held, consultation)).has_value());
    CHECK(desk.log.endOf(held) == domain::EndReason::Transferred);
    CHECK(desk.log.endOf(consultation) == domain::EndReason::Transferred);
    CHECK(turnUntil([&] { return caller.wasPassedOn() && caller.talks() == 1; }));
    // The person talks on, now with the caller.
    CHECK(person.log.isIn(announced, ports::CallState::Active));
    person.hangUp(announced);
    CHECK(turnUntil([&] { return caller.talks() == 0; }));
}

TEST_CASE("Who registered us may call us, nobody else", "[lines]")
{
    Registrar registrar;
    const LineAccount anna = registrar.account(QStringLiteral("anna"));
    SipDesk desk(configFor({anna}));
    REQUIRE(waitForUp(desk, anna));
    SippOrder order = desk.order("stranger");
    order.from = QStringLiteral("127.0.0.2");
    SippPeer stranger(order);
    checkContent(stranger);
    SippPeer proxy(desk.order("caller_gives_up_ringing"));
    CHECK(desk.log.endOf(desk.rung()) == domain::EndReason::CallerGaveUp);
    checkContent(proxy);
}

TEST_CASE("Nobody may call a line that is not registered", "[lines]")
{
    Registrar registrar;
    const LineAccount dora = registrar.account(QStringLiteral("dora"));
    SipDesk desk(configFor({dora}));
    REQUIRE(waitForTrouble(desk, dora, LineTrouble::Refused));
    SippPeer stranger(desk.order("stranger"));
    checkContent(stranger);
}

} // namespace vorzimmer::telephony
