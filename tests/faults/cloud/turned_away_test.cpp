#include <catch2/catch.hpp>

#include "scene.h"

#include <QLocale>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using ports::BoardState;
using ports::OperationState;

namespace {

QByteArray httpDate(const QDateTime& time)
{
    return QLocale::c().toString(time.toUTC(), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss")).toLatin1() + " GMT";
}

/// Obeys Retry-After up to an hour, so that a pause of that kind is told from any other.
cloud::SyncOptions obedientOptions()
{
    cloud::SyncOptions options = quickOptions();
    options.backoff.askedCap = std::chrono::hours(1);
    return options;
}

} // namespace

TEST_CASE("429 and 503 with Retry-After in both forms are waited out")
{
    const int status = GENERATE(429, 503);
    const bool asDate = GENERATE(false, true);
    Scene scene(obedientOptions());
    scene.settle();
    const QByteArray wish = asDate ? httpDate(QDateTime::currentDateTimeUtc().addSecs(600)) : QByteArray("600");
    scene.proxy.failNext("PUT", Fault::sendAway(status, wish));
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.push();
    REQUIRE(scene.desk.waitFor(BoardState::Unreachable));
    const qint64 pause = QDateTime::currentDateTimeUtc().secsTo(scene.desk.status().nextTry);
    CHECK(pause > 500);
    CHECK(pause <= 600);
    CHECK(scene.desk.status().waiting == 1);
    CHECK(scene.desk.status().problem.contains(QString::number(status)));
    // What is certain not to have been done need not be read back.
    const auto expected = status == 429 ? OperationState::New : OperationState::Unknown;
    CHECK(eventually([&] { return scene.desk.ledger->operations().at(0).state == expected; }));

    // A new note does not cut short what the server asked for; a person may.
    const size_t arrived = scene.proxy.arrived().size();
    scene.desk.push();
    letPass(std::chrono::milliseconds(100));
    CHECK(FaultProxy::count(scene.proxy.arrived(), "PUT") == 1);
    scene.desk.board->retryNow(scene.desk.tenant);
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.proxy.arrived().size() > arrived);
    CHECK(scene.client.topics().size() == 1);
    CHECK(scene.writes() == 1);
    CHECK(scene.reads() == (status == 429 ? 0 : 1));
}

TEST_CASE("a short Retry-After passes by itself")
{
    Scene scene;
    scene.settle();
    scene.proxy.failNext("PUT", Fault::sendAway(429, "3600")); // cut down to 60 ms by the options
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().size() == 1);
}

TEST_CASE("the feed is turned away: nothing is asked until the time is over")
{
    Scene scene(obedientOptions());
    scene.settle();
    scene.proxy.setPlan([](const SeenRequest&) { return Fault::sendAway(503, "600"); });
    REQUIRE(scene.desk.waitFor(BoardState::Unreachable));
    const size_t arrived = scene.proxy.arrived().size();
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.push();
    REQUIRE(eventually([&] { return scene.desk.status().waiting == 1; }));
    letPass(std::chrono::milliseconds(100));
    CHECK(scene.proxy.arrived().size() == arrived);
    CHECK(scene.desk.status().state == BoardState::Unreachable);
}

TEST_CASE("one topic that breaks the server does not hold up the others")
{
    Scene scene;
    scene.settle();
    const domain::Topic poison = someTopic(QStringLiteral("Gift"));
    const QByteArray path = "/v1/topics/" + poison.id.text().toLatin1();
    scene.proxy.setPlan([path](const SeenRequest& seen) {
        return seen.isWrite() && seen.target == path ? Fault::answerWith(500, "oops", "text/plain") : Fault::none();
    });
    scene.desk.ledger->createTopic(poison);
    for (int i = 0; i < 5; ++i)
        scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf %1").arg(i)));
    scene.desk.push();
    CHECK(eventually([&] { return scene.client.topics().size() == 5; }));
    CHECK(eventually([&] { return scene.desk.status().waiting == 1; }));
    CHECK(eventually([&] { return scene.desk.status().problem.contains(QLatin1String("500")); }));
    scene.proxy.setPlan(nullptr);
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().size() == 6);
}

TEST_CASE("what the list refuses is kept, shown, and does not hold up the others")
{
    Scene scene;
    scene.settle();
    domain::Topic wrong = someTopic(QString());
    scene.desk.ledger->createTopic(wrong);
    scene.desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    scene.desk.push();
    REQUIRE(scene.desk.waitFor(BoardState::Blocked));
    CHECK(eventually([&] { return scene.client.topics().size() == 1; }));
    REQUIRE(eventually([&] { return scene.desk.status().blocked == 1 && scene.desk.status().waiting == 0; }));
    CHECK(scene.desk.status().problem.contains(QLatin1String("422")));
    CHECK(scene.desk.status().problem.contains(QLatin1String("title")));
    REQUIRE(scene.desk.ledger->operations().size() == 1);
    CHECK(scene.desk.ledger->operations()[0].topic == wrong);
    const int attempts = scene.desk.ledger->operations()[0].attempt;
    scene.desk.board->retryNow(scene.desk.tenant);
    letPass(std::chrono::milliseconds(100));
    CHECK(scene.desk.ledger->operations()[0].attempt == attempts); // no endless loop
}
