#include "mail_scene.h"

#include <QElapsedTimer>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::MailState;
using ports::MailPostState;
using ports::MailSecurity;
using test::turnUntil;

namespace {

qsizetype timesAsked(const MailScene& scene, const QString& address)
{
    return scene.server.asked().filter(address).size();
}

QByteArray headerOf(const TakenMail& mail, const QByteArray& name)
{
    for (const QByteArray& line : mail.content.split('\n')) {
        if (line.startsWith(name + ": "))
            return line.mid(name.size() + 2).trimmed();
    }
    return {};
}

} // namespace

TEST_CASE("A mail arrives over an encrypted line, signed in for", "[mail]")
{
    const auto security = GENERATE(MailSecurity::StartTls, MailSecurity::Tls, MailSecurity::None);
    MailScene scene(security);
    const auto id = scene.send({QStringLiteral("albers@example.org"), QStringLiteral("kopie@example.org")});
    REQUIRE(scene.comesTo(id, MailState::Delivered));
    REQUIRE(scene.comesTo(id, MailState::Delivered, 1));
    const auto taken = scene.server.taken();
    REQUIRE(taken.size() == 2); // an envelope each, with the same letter in it
    CHECK(taken[0].from == "praxis@lindenplatz.example");
    CHECK(taken[0].to == "albers@example.org");
    CHECK(taken[1].to == "kopie@example.org");
    CHECK(taken[0].content == taken[1].content);
    CHECK(headerOf(taken[0], "To") == "albers@example.org");
    CHECK(headerOf(taken[0], "Cc") == "kopie@example.org");
    CHECK(headerOf(taken[0], "Message-Id").startsWith("<" + id.text().toLatin1()));
    CHECK(taken[0].content.contains("\r\n.\r\n")); // a lone dot in the text arrives as one
    CHECK(scene.standing(id).answer.startsWith(QStringLiteral("250")));
    CHECK(scene.troubles == 0);
    CHECK(turnUntil([&] { return scene.status.state == MailPostState::Idle; }));
}

TEST_CASE("Whoever is refused for good fails with the server's words, and holds up nobody", "[mail]")
{
    MailScene scene(MailSecurity::StartTls);
    const auto id = scene.send({QStringLiteral("refuse-550@example.org"), QStringLiteral("good@example.org")});
    REQUIRE(scene.comesTo(id, MailState::Failed));
    REQUIRE(scene.comesTo(id, MailState::Delivered, 1));
    CHECK(scene.standing(id).answer == QStringLiteral("550 5.1.1 no such mailbox here"));
    CHECK(turnUntil([&] { return scene.troubles == 1; }));
    CHECK(turnUntil([&] { return scene.status.summary.failed == 1; }));
    test::turnFor(std::chrono::seconds(1));
    CHECK(timesAsked(scene, QStringLiteral("refuse-550")) == 1); // and is not asked again by itself

    SECTION("corrected, it is sent again under the same Message-ID")
    {
        const domain::Recipient before = scene.standing(id);
        REQUIRE(scene.onOutbox([&](ports::MailOutbox& outbox) {
            return outbox.sendAgain(id, 0, QStringLiteral(" right@Example.org "), before.since.addSecs(60));
        }));
        REQUIRE(scene.onOutbox([&](ports::MailOutbox& outbox) { return outbox.hurry(before.since); }));
        scene.post->retryNow(scene.tenant);
        REQUIRE(scene.comesTo(id, MailState::Delivered));
        CHECK(scene.server.taken().back().to == "right@example.org");
        CHECK(headerOf(scene.server.taken().back(), "Message-Id") == headerOf(scene.server.taken().front(), "Message-Id"));
    }
    SECTION("dismissed, it is over")
    {
        REQUIRE(scene.onOutbox([&](ports::MailOutbox& outbox) { return outbox.dismiss(id, 0); }));
        CHECK(scene.standing(id).state == MailState::Dismissed);
    }
}

TEST_CASE("A mail refused for what is in it fails as well", "[mail]")
{
    MailScene scene(MailSecurity::StartTls);
    const auto id = scene.send({QStringLiteral("data-554@example.org")});
    REQUIRE(scene.comesTo(id, MailState::Failed));
    CHECK(scene.standing(id).answer == QStringLiteral("554 5.7.1 not this one"));
}

TEST_CASE("\"Later\" is tried again after growing pauses until it works", "[mail]")
{
    MailScene scene(MailSecurity::StartTls);
    const auto id = scene.send({QStringLiteral("busy-3-450@example.org")});
    REQUIRE(scene.comesTo(id, MailState::Delivered));
    CHECK(scene.standing(id).attempts == 4);
    CHECK(scene.server.taken().size() == 1);
    CHECK(scene.troubles == 0);
}

TEST_CASE("\"Later\" for ever is given up in the end, and shown", "[mail]")
{
    MailScene scene(MailSecurity::None);
    scene.options.patience = std::chrono::seconds(1);
    scene.open();
    const auto id = scene.send({QStringLiteral("data-451@example.org")});
    REQUIRE(scene.comesTo(id, MailState::Failed));
    CHECK(scene.standing(id).answer == QStringLiteral("451 5.7.1 not this one"));
    CHECK(scene.standing(id).attempts >= 2);
    CHECK(turnUntil([&] { return scene.troubles == 1; }));
}

TEST_CASE("A mail whose answer is lost is sent once more under the same Message-ID, and then a person decides", "[mail]")
{
    MailScene scene(MailSecurity::StartTls);
    SECTION("lost once")
    {
        const auto id = scene.send({QStringLiteral("drop-1@example.org")});
        REQUIRE(scene.comesTo(id, MailState::Delivered));
        const auto taken = scene.server.taken();
        REQUIRE(taken.size() == 2);
        CHECK(taken[0].content == taken[1].content); // whoever compares can tell
        CHECK(scene.standing(id).unclear == 1);
    }
    SECTION("lost every time")
    {
        const auto id = scene.send({QStringLiteral("drop@example.org")});
        REQUIRE(scene.comesTo(id, MailState::Unclear));
        CHECK(turnUntil([&] { return scene.troubles == 1; }));
        test::turnFor(std::chrono::seconds(1));
        CHECK(scene.server.taken().size() == 2); // no third copy by itself
        CHECK(turnUntil([&] { return scene.status.summary.unclear == 1; }));
    }
}

TEST_CASE("A slow server is waited for, and too slow a one counts as unclear", "[mail]")
{
    MailScene scene(MailSecurity::StartTls);
    SECTION("slow")
    {
        const auto id = scene.send({QStringLiteral("slow@example.org")});
        REQUIRE(scene.comesTo(id, MailState::Delivered));
        CHECK(scene.server.taken().size() == 1);
    }
    SECTION("too slow")
    {
        scene.options.exchangePatience = std::chrono::milliseconds(1500);
        scene.open();
        const auto id = scene.send({QStringLiteral("slow@example.org")});
        REQUIRE(scene.comesTo(id, MailState::Unclear));
        CHECK(scene.standing(id).answer.contains(QStringLiteral("the server's answer never came")));
    }
}

TEST_CASE("A server that is not there holds everything, and all of it leaves when it is back", "[mail]")
{
    MailScene scene(MailSecurity::StartTls);
    scene.server.stop();
    const auto one = scene.send({QStringLiteral("one@example.org")});
    const auto two = scene.send({QStringLiteral("two@example.org")});
    REQUIRE(turnUntil([&] { return scene.standing(one).attempts >= 2; }));
    CHECK(scene.standing(one).answer == QStringLiteral("the server does not answer"));
    CHECK(turnUntil([&] { return scene.status.state == MailPostState::Waiting; }));
    scene.server.start();
    REQUIRE(scene.comesTo(one, MailState::Delivered));
    REQUIRE(scene.comesTo(two, MailState::Delivered));
    CHECK(scene.server.taken().size() == 2);
}

TEST_CASE("What only a person can mend stops the sending, and no mail pays for it", "[mail]")
{
    MailScene scene(MailSecurity::StartTls);
    ports::MailAccess wrong = scene.server.access();
    QString expected;
    SECTION("a wrong password")
    {
        wrong.secret = "wrong";
        expected = QStringLiteral("535");
    }
    SECTION("a certificate that nobody vouches for")
    {
        scene.options.trustFile.clear();
        expected = QStringLiteral("certificate");
    }
    SECTION("a certificate for another name")
    {
        wrong.host = QStringLiteral("localhost");
        expected = QStringLiteral("certificate");
    }
    SECTION("no account where one is needed")
    {
        wrong.user.clear();
        expected = QStringLiteral("530");
    }
    SECTION("no encryption where it is needed")
    {
        wrong.security = MailSecurity::None;
        wrong.user.clear();
        expected = QStringLiteral("530");
    }
    scene.open(wrong);
    const auto id = scene.send({QStringLiteral("albers@example.org")});
    REQUIRE(turnUntil([&] { return scene.status.state == MailPostState::Blocked; }));
    CHECK(scene.status.problem.contains(expected));
    CHECK_FALSE(scene.status.problem.contains(QStringLiteral("right")));
    CHECK(scene.standing(id).state == MailState::Waiting);
    CHECK(scene.standing(id).attempts == 0);
    CHECK(scene.server.taken().empty());
    scene.options.trustFile = scene.server.trustFile();
    scene.open(); // mended
    scene.post->retryNow(scene.tenant);
    REQUIRE(scene.comesTo(id, MailState::Delivered));
}

TEST_CASE("A program that ends while it sends does not lose the mail", "[mail]")
{
    MailScene scene(MailSecurity::StartTls);
    const auto id = scene.send({QStringLiteral("slow@example.org")});
    REQUIRE(turnUntil([&] { return scene.server.taken().size() == 1; }));
    QElapsedTimer ending;
    ending.start();
    scene.post.reset(); // does not wait for the server, which takes five seconds
    CHECK(ending.elapsed() < 4000);
    const domain::Recipient left = scene.standing(id);
    CHECK((left.state == MailState::InFlight || left.unclear == 1));
    scene.open();
    REQUIRE(scene.comesTo(id, MailState::Delivered));
    CHECK(scene.standing(id).unclear == 1);
}

TEST_CASE("A trial is answered in the server's words and leaves nothing behind", "[mail]")
{
    MailScene scene(MailSecurity::Tls);
    std::optional<ports::MailReport> report;
    const auto ask = [&](const ports::MailAccess& access, const QString& to) {
        report.reset();
        domain::Mail mail = scene.to({to});
        mail.reason = domain::MailReason::Trial;
        scene.post->test(access, mail, scene.post.get(), [&](const ports::MailReport& answer) { report = answer; });
        REQUIRE(turnUntil([&] { return report.has_value(); }));
    };
    ask(scene.server.access(), QStringLiteral("petra@example.org"));
    CHECK(report->taken);
    ask(scene.server.access(), QStringLiteral("refuse-550@example.org"));
    CHECK_FALSE(report->taken);
    CHECK_FALSE(report->account);
    CHECK(report->answer == QStringLiteral("550 5.1.1 no such mailbox here"));
    ports::MailAccess wrong = scene.server.access();
    wrong.secret = "wrong";
    ask(wrong, QStringLiteral("petra@example.org"));
    CHECK_FALSE(report->taken);
    CHECK(report->account);
    CHECK(scene.onOutbox([](ports::MailOutbox& outbox) { return outbox.mails({}); })->empty());
}
