#include "sip_desk.h"

#include <QAbstractEventDispatcher>
#include <QThread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vorzimmer::telephony {

using namespace std::chrono_literals;
using domain::EndReason;
using ports::BackendState;

namespace {

/// Somebody else's socket on a port.
class Squatter {
public:
    explicit Squatter(int type) : m_socket(::socket(AF_INET, type | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(m_port);
        REQUIRE(::bind(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
        if (type == SOCK_STREAM)
            REQUIRE(::listen(m_socket, 1) == 0);
    }
    ~Squatter() { ::close(m_socket); }
    Squatter(const Squatter&) = delete;
    Squatter& operator=(const Squatter&) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    int m_socket;
    quint16 m_port = freePort();
};

/// A thread whose Qt runs without GLib.
class PlainThread : public QThread {
public:
    std::function<void()> work;

protected:
    void run() override { work(); }
};

} // namespace

TEST_CASE("A port in use is told and taken once it is free", "[sip]")
{
    const int type = GENERATE(SOCK_DGRAM, SOCK_STREAM);
    auto squatter = std::make_unique<Squatter>(type);
    SipConfig config = quickConfig();
    config.port = squatter->port();
    config.retryListening = 50ms;
    SipFeed feed(config);
    FeedLog log(feed);
    feed.start();
    CHECK(feed.backendState() == BackendState::Down);
    REQUIRE(log.backend.size() == 2);
    const QString reason = log.backend.back().second;
    INFO(reason.toStdString());
    CHECK(reason.contains(QString::number(config.port)));
    CHECK(reason.contains(QStringLiteral("Address already in use")));
    CHECK(feed.port() == 0);
    turnFor(200ms);
    CHECK(feed.backendState() == BackendState::Down);

    squatter.reset();
    REQUIRE(turnUntil([&] { return feed.backendState() == BackendState::Up; }));
    CHECK(feed.port() == config.port);
}

TEST_CASE("Two desks on one port: the second waits", "[sip]")
{
    auto first = std::make_unique<SipDesk>();
    SipConfig config = quickConfig();
    config.port = first->feed.port();
    config.retryListening = 50ms;
    SipFeed second(config);
    second.start();
    CHECK(second.backendState() == BackendState::Down);
    first.reset();
    CHECK(turnUntil([&] { return second.backendState() == BackendState::Up; }));
}

TEST_CASE("An address that is none is told", "[sip]")
{
    SipConfig config = quickConfig();
    SECTION("to listen on")
    {
        config.host = QStringLiteral("192.0.2.7");
    }
    SECTION("to listen on, by name")
    {
        config.host = QStringLiteral("not an address");
    }
    SECTION("of a peer")
    {
        config.allowedPeers = {QStringLiteral("not an address")};
    }
    SipFeed feed(config);
    FeedLog log(feed);
    feed.start();
    CHECK(feed.backendState() == BackendState::Down);
    CHECK(!log.backend.back().second.isEmpty());
}

TEST_CASE("Without GLib's event loop the SIP leg says so instead of hanging", "[sip]")
{
    PlainThread thread;
    BackendState state = BackendState::Up;
    QString reason;
    thread.work = [&] {
        SipFeed feed(quickConfig());
        QObject::connect(&feed, &ports::CallFeed::backendStateChanged, &feed,
                         [&](BackendState, const QString& text) { reason = text; });
        feed.start();
        state = feed.backendState();
    };
    qputenv("QT_NO_GLIB", "1");
    thread.start();
    REQUIRE(turnUntil([&] { return thread.isFinished(); }));
    qunsetenv("QT_NO_GLIB");
    CHECK(state == BackendState::Down);
    CHECK(reason.contains(QStringLiteral("GLib")));
}

TEST_CASE("The SIP leg runs on a thread of its own", "[sip]")
{
    PlainThread thread;
    quint16 port = 0;
    EndReason ended = EndReason::None;
    thread.work = [&] {
        SipDesk desk;
        SippPeer peer(desk.order("caller_gives_up_ringing"));
        ended = desk.log.endOf(desk.rung());
        port = desk.feed.port();
        checkContent(peer);
    };
    thread.start();
    REQUIRE(turnUntil([&] { return thread.isFinished(); }, 60s));
    CHECK(port != 0);
    CHECK(ended == EndReason::CallerGaveUp);
}

TEST_CASE("Stopping from within an offer is survived, and starting again works", "[sip]")
{
    SipDesk desk;
    QObject::connect(&desk.feed, &ports::CallFeed::callOffered, &desk.log, [&desk] {
        desk.feed.stop();
        desk.feed.start();
    });
    SippPeer peer(desk.order("nobody_answers"));
    const ports::CallRef call = desk.rung();
    CHECK(desk.log.endOf(call) == EndReason::BackendLost);
    checkContent(peer);
    CHECK(turnUntil([&] { return desk.feed.backendState() == BackendState::Up; }));
}

TEST_CASE("A feed that goes away says goodbye to its callers", "[sip]")
{
    auto desk = std::make_unique<SipDesk>();
    SippPeer talking(desk->order("we_hang_up"));
    desk->answer(desk->rung(1));
    SippPeer ringing(desk->order("nobody_answers"));
    (void)desk->rung(2);
    desk.reset();
    checkContent(talking);
    checkContent(ringing);
}

} // namespace vorzimmer::telephony
