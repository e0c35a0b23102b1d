#include <catch2/catch.hpp>

#include "scene.h"

using namespace vorzimmer;
using namespace vorzimmer::testing;
using ports::BoardAbility;
using ports::BoardReport;

namespace {

/// What trying @p access out says.
BoardReport triedOut(Scene& scene, const ports::BoardAccess& access)
{
    const auto board = cloud::makeTopicBoard(scene.desk.lane, scene.desk.clock, quickOptions());
    std::vector<BoardReport> reports;
    QObject receiver;
    board->test(access, &receiver, [&reports](const BoardReport& report) { reports.push_back(report); });
    CHECK(reports.empty()); // later, never from within the call
    CHECK(eventually([&] { return !reports.empty(); }));
    letPass(std::chrono::milliseconds(30));
    REQUIRE(reports.size() == 1);
    for (const char* secret : {"a-token", "nobody", "127.0.0.1"})
        CHECK_FALSE(reports[0].problem.contains(QLatin1String(secret)));
    return reports[0];
}

} // namespace

TEST_CASE("a list that is tried out says what it can do, and is not changed")
{
    Scene scene;
    (void)scene.client.create("vom Klienten");
    const QString before = scene.client.cursor();
    const BoardReport report = triedOut(scene, listAccess(scene.proxy.url(), scene.account.token));
    CHECK(report.reachable);
    CHECK(report.problem.isEmpty());
    for (const BoardAbility ability : {BoardAbility::Comments, BoardAbility::UpdateGuard, BoardAbility::InstantNews,
                                       BoardAbility::SaysWhoChanged, BoardAbility::Writing})
        CHECK(report.abilities.testFlag(ability));
    CHECK(report.pollEvery.count() == 0);
    CHECK(scene.client.cursor() == before);
    CHECK(scene.proxy.delivered().size() <= 3);
}

TEST_CASE("a list that cannot be used says why when it is tried out")
{
    Scene scene;
    const BoardReport refused = triedOut(scene, listAccess(scene.proxy.url(), "a-token-nobody-knows"));
    CHECK_FALSE(refused.reachable);
    CHECK(refused.problem.contains(QLatin1String("token refused")));

    const BoardReport reading = triedOut(scene, listAccess(scene.proxy.url(), scene.account.readOnlyToken));
    CHECK(reading.reachable);
    CHECK_FALSE(reading.abilities.testFlag(BoardAbility::Writing));

    QUrl elsewhere = scene.proxy.url();
    elsewhere.setPath(QStringLiteral("/some/where"));
    CHECK(triedOut(scene, listAccess(elsewhere, scene.account.token)).problem.contains(QLatin1String("no topic list")));
    CHECK_FALSE(triedOut(scene, listAccess(QUrl(QStringLiteral("ftp://127.0.0.1")), "x")).problem.isEmpty());

    scene.proxy.setPlan([](const SeenRequest&) { return Fault::answerWith(200, "<html>Login</html>", "text/html"); });
    const BoardReport page = triedOut(scene, listAccess(scene.proxy.url(), scene.account.token));
    CHECK_FALSE(page.reachable);
    CHECK(page.problem.contains(QLatin1String("web page")));

    scene.proxy.down();
    const BoardReport silent = triedOut(scene, listAccess(scene.proxy.url(), scene.account.token));
    CHECK_FALSE(silent.reachable);
    CHECK_FALSE(silent.problem.isEmpty());
}

TEST_CASE("who is gone is told nothing, and neither is who asks a board that goes")
{
    Scene scene;
    bool told = false;
    auto board = cloud::makeTopicBoard(scene.desk.lane, scene.desk.clock, quickOptions());
    {
        QObject gone;
        board->test(listAccess(scene.proxy.url(), scene.account.token), &gone, [&told](const BoardReport&) { told = true; });
    }
    letPass(std::chrono::milliseconds(100));
    QObject receiver;
    board->test(listAccess(scene.proxy.url(), scene.account.token), &receiver, [&told](const BoardReport&) { told = true; });
    board.reset();
    letPass(std::chrono::milliseconds(100));
    CHECK_FALSE(told);
}
