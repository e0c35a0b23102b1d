#include <catch2/catch.hpp>

#include "scene.h"

#include <QTemporaryDir>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicState;
using ports::BoardState;
using ports::OperationState;

namespace {

constexpr qint64 year = 365LL * 24 * 3600;

/// Backs off so far that a second try within the test would be one that did not wait.
cloud::SyncOptions patientOptions()
{
    cloud::SyncOptions options = quickOptions();
    options.backoff.ceiling = std::chrono::hours(1);
    options.backoff.base = std::chrono::minutes(20);
    return options;
}

} // namespace

TEST_CASE("a list that is gone, or a token that is revoked: said, nothing taken away, hardly asked again")
{
    struct Gone {
        Fault answer;
        const char* said;
    };
    const auto gone = GENERATE(
        Gone{Fault::answerWith(404, R"({"type":"urn:vorzimmer:problem:no_such_path"})"), "no topic list at this address"},
        Gone{Fault::answerWith(404, "<html>Not found</html>", "text/html"), "no topic list at this address"},
        Gone{Fault::answerWith(401, "{}"), "token refused"}, Gone{Fault::answerWith(403, "{}"), "token refused"});
    Scene scene(patientOptions());
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    scene.proxy.setPlan([&](const SeenRequest&) { return gone.answer; });
    REQUIRE(scene.desk.waitFor(BoardState::Blocked)); // the feed's long question ends first
    CHECK(scene.desk.status().problem.contains(QLatin1String(gone.said)));
    scene.proxy.forget();
    Topic changed = topic;
    changed.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, changed, TopicField::State);
    scene.desk.push();
    CHECK(eventually([&] { return scene.desk.status().waiting == 1; }));
    letPass(std::chrono::milliseconds(200));
    CHECK(scene.proxy.arrived().size() <= 2);
    CHECK(scene.desk.status().state == BoardState::Blocked);
    CHECK_FALSE(scene.desk.ledger->entries().at(topic.id).topic.deleted);
    CHECK(scene.desk.ledger->operations().at(0).state != OperationState::Blocked);

    scene.proxy.setPlan(nullptr);
    scene.desk.board->retryNow(scene.desk.tenant);
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id)["state"] == "done");
}

TEST_CASE("a list that always says its life began anew is not asked in a circle")
{
    Scene scene(patientOptions());
    const Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    scene.proxy.forget();
    scene.proxy.setPlan([](const SeenRequest& seen) {
        return seen.target.startsWith("/v1/changes")
                   ? Fault::answerWith(410, R"({"type":"urn:vorzimmer:problem:resync","resync_required":true})")
                   : Fault::none();
    });
    REQUIRE(scene.desk.waitFor(BoardState::Unreachable));
    CHECK(scene.desk.status().problem.contains(QLatin1String("beginning")));
    letPass(std::chrono::milliseconds(200));
    CHECK(FaultProxy::count(scene.proxy.arrived(), "GET", "/v1/changes") <= 4);
    CHECK_FALSE(scene.desk.ledger->entries().at(topic.id).topic.deleted);
    scene.proxy.setPlan(nullptr);
    scene.desk.board->retryNow(scene.desk.tenant);
    REQUIRE(scene.desk.waitUntilQuiet());
}

TEST_CASE("clocks that are a year apart: the list is kept equal, and nothing waits when they agree again")
{
    const qint64 skew = GENERATE(as<qint64>{}, year, -year);
    Scene scene;
    scene.desk.clock.setSkew(skew);
    Topic topic = someTopic(QStringLiteral("Rückruf"));
    scene.desk.ledger->createTopic(topic);
    scene.settle();
    scene.client.edit(topic.id, {{"title", "Rueckruf bis Freitag"}});
    scene.proxy.failNext("PUT", Fault::sendAway(503, "1"));
    topic.state = TopicState::Done;
    scene.desk.ledger->edit(topic.id, topic, TopicField::State);
    scene.desk.ledger->comment(topic.id, someComment(QStringLiteral("läuft")));
    scene.desk.push();
    scene.desk.clock.setSkew(0); // somebody sets the clock right while it is under way
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topic(topic.id)["state"] == "done");
    CHECK(scene.client.topic(topic.id)["comments"].size() == 1);
    CHECK(eventually(
        [&] { return scene.desk.ledger->entries().at(topic.id).topic.title == QLatin1String("Rueckruf bis Freitag"); }));
    CHECK(scene.desk.status().conflicts == 0);
    CHECK(FaultProxy::count(scene.proxy.arrived(), "PUT") <= 6);
}

TEST_CASE("a certificate that has run out: blocked, and the token is not sent")
{
    QTemporaryDir folder;
    const auto file = [&folder](const char* name) { return folder.filePath(QLatin1String(name)); };
    const auto openssl = [&](const QString& words) {
        ChildProcess process(QStringLiteral("openssl"), words.split(QLatin1Char(' ')), file("log"));
        REQUIRE(process.wait() == 0);
    };
    QFile extensions(file("ca.cnf"));
    REQUIRE(extensions.open(QIODevice::WriteOnly));
    extensions.write("[ca]\ndefault_ca=own\n[own]\nnew_certs_dir=" + folder.path().toUtf8() +
                     "\ndatabase=" + file("index").toUtf8() + "\nserial=" + file("serial").toUtf8() +
                     "\ndefault_md=sha256\npolicy=any\nx509_extensions=names\n[any]\ncommonName=supplied\n[names]\n"
                     "subjectAltName=DNS:localhost\n");
    extensions.close();
    for (const auto& [name, text] : {std::pair("index", ""), std::pair("serial", "01\n")}) {
        QFile written(file(name));
        REQUIRE(written.open(QIODevice::WriteOnly));
        written.write(text);
    }
    openssl(
        QStringLiteral("req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -keyout %1 -out %2")
            .arg(file("key.pem"), file("wish.pem")));
    const QString sign =
        QStringLiteral("ca -batch -notext -selfsign -config %1 -keyfile %2 -in %3 -out %4 -startdate %5 -enddate %6");
    openssl(sign.arg(file("ca.cnf"), file("key.pem"), file("wish.pem"), file("old.pem"), QStringLiteral("20240101000000Z"),
                     QStringLiteral("20240201000000Z")));
    TopicServerProcess server({QStringLiteral("--tls-cert"), file("old.pem"), QStringLiteral("--tls-key"), file("key.pem")});
    const ListAccount account = server.newAccount();
    cloud::SyncOptions options = quickOptions();
    options.trustFile = file("old.pem").toUtf8();
    DeskSide desk(account.tenant, options);
    desk.ledger->createTopic(someTopic(QStringLiteral("Rückruf")));
    QUrl url(QStringLiteral("https://localhost"));
    url.setPort(server.port());
    desk.open(url, account.token);
    REQUIRE(desk.waitFor(BoardState::Blocked));
    CHECK(desk.status().problem.contains(QLatin1String("certificate")));
    CHECK(eventually([&] { return desk.ledger->operations().at(0).state == OperationState::New; }));
    const int calls = desk.ledger->callCount();
    letPass(std::chrono::milliseconds(200));
    CHECK(desk.ledger->callCount() <= calls + 4); // it rests
    CHECK(desk.status().waiting == 1);
}
