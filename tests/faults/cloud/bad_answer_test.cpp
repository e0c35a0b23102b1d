#include <catch2/catch.hpp>

#include "scene.h"

#include <QTemporaryDir>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using ports::BoardState;
using ports::OperationState;

namespace {

const QByteArray loginPage = "<!DOCTYPE html><html><body><form>Login</form></body></html>";

struct BadAnswer {
    const char* name;
    Fault fault;
    const char* said; ///< part of the problem
};

std::vector<BadAnswer> badAnswers()
{
    return {
        {"a login page with 200", Fault::answerWith(200, loginPage, "text/html"), "web page"},
        {"a login page that calls itself JSON", Fault::answerWith(200, loginPage), "web page"},
        {"garbage", Fault::answerWith(200, QByteArray("\x00\xff{]", 4)), "not a topic list's"},
        {"JSON of something else", Fault::answerWith(200, R"({"ok":true})"), "not a topic list's"},
        {"half a document", Fault::answerWith(200, R"({"changes":[{"id":")"), "not a topic list's"},
        {"a page that cannot be read and has another behind it",
         Fault::answerWith(200, R"({"changes":[{"id":1}],"more":true,"next":"x.9"})"), "not a topic list's"},
        {"no content", Fault::answerWith(204, ""), "not a topic list's"},
        {"a redirect", Fault::answerWith(302, "", "text/html", {"Location: https://login.example.org/?secret=1"}),
         "elsewhere"},
        {"a huge body", Fault::answerWith(200, QByteArray(300'000, ' ')), "too long"},
    };
}

cloud::SyncOptions shortReplies()
{
    cloud::SyncOptions options = quickOptions();
    options.maxReply = 200'000;
    return options;
}

/// No status may give away what it must not.
void checkDiscretion(const DeskSide& desk)
{
    for (const auto& status : desk.statuses) {
        for (const char* secret : {"a-token", "secret", "since=", "127.0.0.1", "Rückruf", "Lindgren"})
            CHECK_FALSE(status.problem.contains(QString::fromUtf8(secret)));
    }
}

} // namespace

TEST_CASE("whatever comes instead of a list: said clearly, nothing taken over, healed by itself")
{
    Scene scene(shortReplies());
    const auto first = scene.client.create("vom Klienten");
    scene.settle();
    for (const BadAnswer& bad : badAnswers()) {
        INFO(bad.name);
        REQUIRE(eventually([&] { return scene.desk.ledger->storedCursor() == scene.client.cursor(); }));
        const auto before = scene.desk.ledger->entries().size();
        const QString cursor = scene.desk.ledger->storedCursor();
        const auto calls = [&] {
            const auto all = scene.desk.ledger->calls();
            return std::count(all.begin(), all.end(), "applyChanges");
        };
        const auto applied = calls();
        scene.proxy.setPlan([&bad](const SeenRequest&) { return bad.fault; });
        const domain::Topic topic = someTopic(QStringLiteral("Rückruf"));
        scene.desk.ledger->createTopic(topic);
        scene.desk.push();
        CHECK(eventually([&] {
            return scene.desk.status().state == BoardState::Unreachable &&
                   scene.desk.status().problem.contains(QLatin1String(bad.said));
        }));
        CHECK(eventually([&] { return scene.desk.ledger->operations().at(0).attempt >= 2; }));
        CHECK(scene.desk.ledger->entries().size() == before + 1);
        CHECK(scene.desk.ledger->storedCursor() == cursor);
        CHECK(calls() == applied);
        scene.proxy.setPlan(nullptr);
        REQUIRE(scene.desk.waitUntilQuiet());
        CHECK_FALSE(scene.client.topic(topic.id).is_null());
    }
    CHECK(scene.client.topics().size() == badAnswers().size() + 1);
    CHECK(scene.client.topic(first)["revision"] == 1);
    checkDiscretion(scene.desk);
}

TEST_CASE("a token that is refused blocks the board until a person acts")
{
    Scene scene;
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.open(scene.proxy.url(), "a-token-nobody-knows");
    REQUIRE(scene.desk.waitFor(BoardState::Blocked));
    CHECK(scene.desk.status().problem.contains(QLatin1String("token refused")));
    CHECK(eventually([&] { return scene.desk.status().waiting == 1; }));
    letPass(std::chrono::milliseconds(200));
    CHECK(scene.proxy.arrived().size() <= 2); // one for each direction, not one each 20 ms
    CHECK(scene.desk.status().state == BoardState::Blocked);

    scene.desk.open(scene.proxy.url(), scene.account.token);
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().size() == 1);
    checkDiscretion(scene.desk);
}

TEST_CASE("a refused list is probed now and then: the person may have mended the other side")
{
    cloud::SyncOptions options = quickOptions();
    options.blockedProbe = std::chrono::milliseconds(50);
    Scene scene(options);
    scene.proxy.setPlan([](const SeenRequest&) { return Fault::answerWith(401, "{}"); });
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.open(scene.proxy.url(), scene.account.token);
    REQUIRE(scene.desk.waitFor(BoardState::Blocked));
    scene.proxy.setPlan(nullptr);
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().size() == 1);
}

TEST_CASE("a token that may only read: the client's changes still come in")
{
    Scene scene;
    scene.desk.open(scene.proxy.url(), scene.account.readOnlyToken);
    REQUIRE(scene.desk.waitUntilQuiet());
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.push();
    REQUIRE(scene.desk.waitFor(BoardState::Blocked));
    CHECK(scene.desk.status().problem.contains(QLatin1String("may not do this")));
    const auto own = scene.client.create("vom Klienten");
    CHECK(eventually([&] { return scene.desk.ledger->entries().count(own) == 1; }));
    CHECK(scene.desk.status().state == BoardState::Blocked);
    CHECK(FaultProxy::count(scene.proxy.arrived(), "PUT") == 1);
}

TEST_CASE("an address with no list behind it, and addresses that nothing is sent to")
{
    Scene scene;
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    QUrl wrong = scene.proxy.url();
    wrong.setPath(QStringLiteral("/some/where"));
    scene.desk.open(wrong, scene.account.token);
    REQUIRE(scene.desk.waitFor(BoardState::Blocked));
    CHECK(scene.desk.status().problem.contains(QLatin1String("no topic list at this address")));
    CHECK(scene.desk.ledger->operations().at(0).state != OperationState::Blocked);

    const auto refused = [&](const QUrl& url, const QByteArray& token, const char* said) {
        scene.desk.statuses.clear();
        scene.desk.open(url, token);
        CHECK(scene.desk.waitFor(BoardState::Blocked));
        CHECK(scene.desk.status().problem.contains(QLatin1String(said)));
        CHECK(scene.desk.status().waiting == 1);
    };
    // The feed asks beside the outbox: its question may arrive a little later, and is none of those to come.
    scene.desk.stop();
    letPass(std::chrono::milliseconds(200));
    scene.proxy.forget();
    refused(QUrl(QStringLiteral("http://list.example.org")), scene.account.token, "not encrypted");
    refused(QUrl(QStringLiteral("ftp://127.0.0.1")), scene.account.token, "not a web address");
    refused(scene.proxy.url(), "", "access token");
    refused(scene.proxy.url(), "two words", "access token");
    CHECK(scene.proxy.arrived().empty());

    scene.desk.open(QUrl(), {});
    CHECK(scene.desk.waitFor(BoardState::NotConfigured));
    CHECK(scene.desk.status().waiting == 1);

    scene.desk.open(scene.proxy.url(), scene.account.token);
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().size() == 1);
    checkDiscretion(scene.desk);
}

TEST_CASE("a certificate that proves nothing: blocked, and the token is not sent")
{
    QTemporaryDir folder;
    const QString key = folder.filePath(QStringLiteral("key.pem"));
    const QString own = folder.filePath(QStringLiteral("own.pem"));
    ChildProcess openssl(
        QStringLiteral("openssl"),
        QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost "
                       "-addext subjectAltName=DNS:localhost -keyout %1 -out %2")
            .arg(key, own)
            .split(QLatin1Char(' ')),
        folder.filePath(QStringLiteral("openssl.log")));
    REQUIRE(openssl.wait() == 0);
    TopicServerProcess server({QStringLiteral("--tls-cert"), own, QStringLiteral("--tls-key"), key});
    const ListAccount account = server.newAccount();
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QStringLiteral("localhost"));
    url.setPort(server.port());

    const auto isBlocked = [&](const QUrl& at, const QByteArray& trust) {
        cloud::SyncOptions options = quickOptions();
        options.trustFile = trust;
        DeskSide desk(account.tenant, options);
        desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
        desk.open(at, account.token);
        REQUIRE(desk.waitFor(BoardState::Blocked));
        CHECK(desk.status().problem.contains(QLatin1String("certificate")));
        CHECK(eventually([&] { return desk.ledger->operations().at(0).state == OperationState::New; }));
    };
    isBlocked(url, {}); // nobody vouches for it
    QUrl otherName = url;
    otherName.setHost(QStringLiteral("127.0.0.1"));
    isBlocked(otherName, own.toUtf8()); // it is another one's

    cloud::SyncOptions options = quickOptions();
    options.trustFile = own.toUtf8();
    DeskSide desk(account.tenant, options);
    desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    desk.open(url, account.token);
    CHECK(desk.waitUntilQuiet());
}
