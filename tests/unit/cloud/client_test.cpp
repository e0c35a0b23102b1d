#include "fault_proxy.h"
#include "http/client.h"

#include <catch2/catch.hpp>

#include <QCoreApplication>
#include <QElapsedTimer>

using namespace std::chrono_literals;
using namespace vorzimmer;
using namespace vorzimmer::cloud::http;
using testing::Ending;
using testing::Fault;
using testing::FaultProxy;
using testing::SeenRequest;

namespace {

class WallClock : public ports::Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

bool spinUntil(const std::function<bool()>& condition)
{
    QElapsedTimer waited;
    waited.start();
    QTimer heartbeat;
    heartbeat.start(5);
    while (!condition() && waited.elapsed() < 30'000)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    return condition();
}

struct Fixture {
    WallClock clock;
    FaultProxy server; ///< without anything behind it
    std::optional<Client> client;

    explicit Fixture(const Conduct& conduct = {})
    {
        client.emplace(clock, conduct);
        server.setPlan([](const SeenRequest&) { return Fault::answerWith(200, "{}"); });
    }

    [[nodiscard]] Request request(Method method, const char* path = "/") const
    {
        Request made;
        made.method = method;
        made.url = server.url();
        made.url.setPath(QLatin1String(path));
        made.credentials.bearer = "the-token";
        if (method == Method::Put)
            made.body = "{\"a\":1}";
        return made;
    }

    Reply exchange(Request made)
    {
        std::optional<Reply> reply;
        client->send(std::move(made), [&reply](const Reply& got) { reply = got; });
        REQUIRE(spinUntil([&] { return reply.has_value(); }));
        return *reply;
    }
};

} // namespace

TEST_CASE("a request says what it must and nothing else")
{
    Fixture fixture;
    Request put = fixture.request(Method::Put, "/v1/topics/x");
    put.headers.push_back({"If-None-Match", "*"});
    const Reply reply = fixture.exchange(put);
    CHECK(reply.fate == Fate::Answered);
    CHECK(reply.status == 200);
    CHECK(reply.body == "{}");
    CHECK(reply.contentType == "application/json");

    const SeenRequest& seen = fixture.server.arrived().at(0);
    CHECK(seen.method == "PUT");
    CHECK(seen.target == "/v1/topics/x");
    CHECK(seen.body == "{\"a\":1}");
    CHECK(seen.headers.value("authorization") == "Bearer the-token");
    CHECK(seen.headers.value("content-type") == "application/json");
    CHECK(seen.headers.value("if-none-match") == "*");
    CHECK(seen.headers.value("user-agent").startsWith("Vorzimmer/"));
    CHECK_FALSE(seen.headers.contains("cookie"));
    CHECK_FALSE(seen.headers.contains("expect"));

    (void)fixture.exchange(fixture.request(Method::Get));
    CHECK_FALSE(fixture.server.arrived().at(1).headers.contains("content-type"));
}

TEST_CASE("every method arrives under its name, with what belongs to it")
{
    struct Expected {
        Method method;
        const char* name;
        bool hasBody;
    };
    const auto expected = GENERATE(Expected{Method::Get, "GET", false}, Expected{Method::Put, "PUT", true},
                                   Expected{Method::Post, "POST", true}, Expected{Method::Delete, "DELETE", false},
                                   Expected{Method::Options, "OPTIONS", false},
                                   Expected{Method::Propfind, "PROPFIND", true}, Expected{Method::Report, "REPORT", true});
    Fixture fixture;
    Request made = fixture.request(expected.method);
    made.contentType = "application/xml; charset=utf-8";
    made.body = expected.hasBody ? "<a/>" : "";
    made.headers.push_back({"Accept", "application/xml"});
    CHECK(fixture.exchange(made).status == 200);
    const SeenRequest& seen = fixture.server.arrived().at(0);
    CHECK(seen.method == expected.name);
    CHECK(seen.body == made.body);
    CHECK(seen.headers.value("accept") == "application/xml");
    CHECK(seen.headers.contains("content-type") == expected.hasBody);
    if (expected.hasBody)
        CHECK(seen.headers.value("content-type") == "application/xml; charset=utf-8");
}

TEST_CASE("a post without content says that it has none")
{
    Fixture fixture;
    Request post = fixture.request(Method::Post);
    CHECK(fixture.exchange(post).status == 200);
    CHECK(fixture.server.arrived().at(0).headers.value("content-length") == "0");
}

TEST_CASE("an account is sent as Basic, at once")
{
    Fixture fixture;
    Request get = fixture.request(Method::Propfind);
    get.credentials = {{}, "martina", QByteArray("ge:heim \xc3\xa4")};
    (void)fixture.exchange(get);
    REQUIRE(fixture.server.arrived().size() == 1);
    CHECK(fixture.server.arrived().at(0).headers.value("authorization") ==
          "Basic " + QByteArray("martina:ge:heim \xc3\xa4").toBase64());
}

TEST_CASE("what a server says of itself and of the document reaches the reply")
{
    Fixture fixture;
    fixture.server.setPlan([](const SeenRequest&) {
        return Fault::answerWith(200, "x", "text/plain", {"ETag: \"7\"", "Server: Some/1.0", "DAV: 1, 2", "DAV: calendar-access"});
    });
    const Reply reply = fixture.exchange(fixture.request(Method::Options));
    CHECK(reply.etag == "\"7\"");
    CHECK(reply.server == "Some/1.0");
    CHECK(reply.dav == "1, 2, calendar-access");
}

TEST_CASE("a cookie that the server sets is not kept")
{
    Fixture fixture;
    fixture.server.setPlan(
        [](const SeenRequest&) { return Fault::answerWith(200, "{}", "application/json", {"Set-Cookie: id=1"}); });
    (void)fixture.exchange(fixture.request(Method::Get));
    (void)fixture.exchange(fixture.request(Method::Get));
    CHECK_FALSE(fixture.server.arrived().at(1).headers.contains("cookie"));
}

TEST_CASE("reading goes over one connection, each write over its own")
{
    Fixture fixture;
    (void)fixture.exchange(fixture.request(Method::Get));
    (void)fixture.exchange(fixture.request(Method::Get));
    (void)fixture.exchange(fixture.request(Method::Report));
    const Method writing = GENERATE(Method::Put, Method::Post, Method::Delete);
    (void)fixture.exchange(fixture.request(writing));
    (void)fixture.exchange(fixture.request(writing));
    const auto& seen = fixture.server.arrived();
    CHECK(seen.at(0).connection == seen.at(1).connection);
    CHECK(seen.at(2).connection == seen.at(1).connection);
    CHECK(seen.at(3).connection != seen.at(2).connection);
    CHECK(seen.at(4).connection != seen.at(3).connection);
}

TEST_CASE("a write whose reply is lost is sent once and reported as lost")
{
    Fixture fixture;
    (void)fixture.exchange(fixture.request(Method::Get)); // leaves a connection that could be used again
    const auto ending = GENERATE(Ending::Reset, Ending::Fin);
    fixture.server.failNext("PUT", Fault::drop(ending));
    const Reply reply = fixture.exchange(fixture.request(Method::Put));
    CHECK(reply.fate == Fate::Lost);
    CHECK_FALSE(reply.problem.isEmpty());
    CHECK_FALSE(reply.problem.contains(QLatin1String("127.0.0.1")));
    CHECK(FaultProxy::count(fixture.server.arrived(), "PUT") == 1);
}

TEST_CASE("a server that is not there never got the request")
{
    Fixture fixture;
    fixture.server.down();
    const Reply reply = fixture.exchange(fixture.request(Method::Put));
    CHECK(reply.fate == Fate::NotSent);
    CHECK_FALSE(reply.needsPerson);
}

TEST_CASE("a redirect is not followed and the token goes nowhere else")
{
    Fixture fixture;
    FaultProxy elsewhere;
    elsewhere.setPlan([](const SeenRequest&) { return Fault::answerWith(200, "{}"); });
    const QByteArray target = "Location: " + elsewhere.url().toEncoded() + "/";
    fixture.server.setPlan([target](const SeenRequest&) { return Fault::answerWith(307, "", "text/plain", {target}); });
    CHECK(fixture.exchange(fixture.request(Method::Put)).status == 307);
    CHECK(fixture.exchange(fixture.request(Method::Get)).status == 307);
    CHECK(elsewhere.arrived().empty());
}

TEST_CASE("a reply longer than allowed is cut off")
{
    Conduct conduct;
    conduct.maxReply = 1000;
    Fixture fixture(conduct);
    fixture.server.setPlan([](const SeenRequest&) { return Fault::answerWith(200, QByteArray(1000, 'x')); });
    CHECK(fixture.exchange(fixture.request(Method::Get)).body.size() == 1000);
    fixture.server.setPlan([](const SeenRequest&) { return Fault::answerWith(200, QByteArray(1001, 'x')); });
    const Reply reply = fixture.exchange(fixture.request(Method::Get));
    CHECK(reply.fate == Fate::Lost);
    CHECK(reply.problem.contains(QLatin1String("too long")));
}

TEST_CASE("a reply that breaks off is none")
{
    Fixture fixture;
    fixture.server.setPlan([](const SeenRequest&) {
        Fault fault = Fault::answerWith(200, "{\"a\":1}");
        fault.answer.chop(3); // less than its Content-Length; the next thing to come is the end
        return fault;
    });
    Request get = fixture.request(Method::Get);
    get.patience = 300ms;
    CHECK(fixture.exchange(get).fate == Fate::Lost);
}

TEST_CASE("patience has an end")
{
    Fixture fixture;
    fixture.server.setPlan([](const SeenRequest&) { return Fault::delay(1h); });
    Request get = fixture.request(Method::Get);
    get.patience = 50ms;
    QElapsedTimer taken;
    taken.start();
    const Reply reply = fixture.exchange(get);
    CHECK(reply.fate == Fate::Lost);
    CHECK(taken.elapsed() >= 45);
    CHECK(reply.problem.contains(QLatin1String("too long to answer")));
}

TEST_CASE("Retry-After reaches the reply in both forms")
{
    Fixture fixture;
    fixture.server.failNext("GET", Fault::sendAway(429, "7"));
    CHECK(fixture.exchange(fixture.request(Method::Get)).retryAfter == 7s);
    const QDateTime soon = QDateTime::currentDateTimeUtc().addSecs(3600);
    fixture.server.failNext(
        "GET",
        Fault::sendAway(503, QLocale::c().toString(soon, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT"));
    const auto asked = fixture.exchange(fixture.request(Method::Get)).retryAfter;
    REQUIRE(asked);
    CHECK(*asked > 3500s);
    CHECK(*asked <= 3600s);
}

TEST_CASE("many requests run beside each other")
{
    Fixture fixture;
    fixture.server.setPlan([](const SeenRequest& seen) { return Fault::answerWith(200, seen.target); });
    int answered = 0;
    for (int i = 0; i < 50; ++i) {
        const QByteArray path = "/" + QByteArray::number(i);
        fixture.client->send(fixture.request(i % 2 == 0 ? Method::Get : Method::Put, path.constData()),
                             [&answered, path](const Reply& reply) {
                                 CHECK(reply.body == path);
                                 ++answered;
                             });
    }
    CHECK(spinUntil([&] { return answered == 50; }));
}

TEST_CASE("a client may be destroyed at any moment, also from within a reply")
{
    Fixture fixture;
    int answered = 0;
    for (int i = 0; i < 10; ++i)
        fixture.client->send(fixture.request(Method::Get), [&](const Reply&) {
            ++answered;
            fixture.client.reset();
        });
    CHECK(spinUntil([&] { return !fixture.client; }));
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents();
    CHECK(answered == 1);

    // And while the connection is being made, the request is being sent, the reply is awaited.
    for (int i = 0; i < 20; ++i) {
        auto* client = new Client(fixture.clock);
        client->send(fixture.request(Method::Put), [&](const Reply&) { ++answered; });
        for (int step = 0; step < i; ++step)
            QCoreApplication::processEvents();
        const int before = answered;
        delete client;
        QCoreApplication::processEvents();
        CHECK(answered == before);
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}
