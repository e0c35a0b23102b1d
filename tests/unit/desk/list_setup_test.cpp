#include "test_bureau.h"

#include "vorzimmer/desk/list_setup.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using desk::ListDraft;
using desk::ListKeeper;
using ports::BoardAccess;
using ports::BoardKind;
using ports::BoardReport;
using test::TestBureau;

namespace {

/// Answers trials as the test wants.
class TriedBoard : public ports::TopicBoard {
public:
    void open(const domain::TenantId& tenant, const BoardAccess& access, std::shared_ptr<ports::TopicLedger>) override
    {
        opened.insert(tenant, access);
    }
    void close(const domain::TenantId& tenant) override { opened.remove(tenant); }
    void push(const domain::TenantId&) override {}
    void retryNow(const domain::TenantId&) override {}
    void test(const BoardAccess& access, QObject*, std::function<void(const BoardReport&)> answer) override
    {
        tried.push_back(access);
        BoardReport report;
        report.reachable = reachable;
        report.problem = reachable ? QString() : QStringLiteral("no such host");
        answer(report);
    }

    QHash<domain::TenantId, BoardAccess> opened;
    std::vector<BoardAccess> tried;
    bool reachable = true;
};

struct Office {
    explicit Office(bool asSupervisor = true)
        : gatekeeper(bureau.office(), bureau.room(), asSupervisor ? bureau.petra : bureau.anna),
          lists(bureau.office(), gatekeeper, board), setup(bureau.office(), gatekeeper, lists, board)
    {
        QObject::connect(&setup, &desk::ListSetup::connected, [this] { said << QStringLiteral("connected"); });
        QObject::connect(&setup, &desk::ListSetup::disconnected, [this] { said << QStringLiteral("disconnected"); });
        QObject::connect(&setup, &desk::ListSetup::tested,
                         [this](const auto&, const BoardReport& report) { said << QStringLiteral("tested ") + report.problem; });
        QObject::connect(&setup, &desk::ListSetup::refused, [this] { said << QStringLiteral("refused"); });
        QObject::connect(&setup, &desk::ListSetup::failed,
                         [this](const auto&, const domain::Error& error) { said << QStringLiteral("failed ") + error.where; });
    }
    QString next()
    {
        REQUIRE(test::turnUntil([this] { return !said.isEmpty(); }));
        bureau.settle();
        bureau.settle();
        return said.takeFirst();
    }
    QString connectTo(const ListDraft& draft)
    {
        setup.connectList(bureau.practice.id, draft);
        return next();
    }
    size_t waiting()
    {
        const auto outbox = bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) { return cabinet.topicList().outbox(); });
        REQUIRE(outbox);
        return outbox->size();
    }
    void addTopic()
    {
        domain::Topic topic;
        topic.id = domain::TopicId(bureau.ids.next());
        topic.title = QStringLiteral("Blood count");
        topic.createdAt = bureau.clock.nowUtc();
        REQUIRE(bureau.inCabinet(bureau.practice, [&](ports::Cabinet& cabinet) {
            return cabinet.topicList().add(topic, domain::OperationId(bureau.ids.next()));
        }));
    }
    void confirmAll()
    {
        REQUIRE(bureau.inCabinet(bureau.practice, [&](ports::Cabinet& cabinet) -> domain::Outcome {
            while (const auto next = *cabinet.ledger().nextOperation(bureau.clock.nowUtc())) {
                if (auto sent = cabinet.ledger().markInFlight(next->id); !sent)
                    return sent;
                if (auto done = cabinet.ledger().confirm(next->id, {next->topic, QStringLiteral("1"), {}, {}}); !done)
                    return done;
            }
            return {};
        }));
    }

    TestBureau bureau;
    TriedBoard board;
    desk::Gatekeeper gatekeeper;
    ListKeeper lists;
    desk::ListSetup setup;
    QStringList said;
};

ListDraft server(const char* address, const char* token)
{
    return {BoardKind::TopicServer, QString::fromLatin1(address), {}, token};
}

} // namespace

TEST_CASE("only a supervisor sets lists up, whatever she is asked to do")
{
    Office office(false);
    office.setup.load();
    CHECK(office.next() == QStringLiteral("failed "));
    CHECK(office.connectTo(server("https://lists.example", "token")) == QStringLiteral("failed "));
    office.setup.test(office.bureau.practice.id, server("https://lists.example", "token"));
    CHECK(office.next() == QStringLiteral("failed "));
    office.setup.disconnectList(office.bureau.practice.id);
    CHECK(office.next() == QStringLiteral("failed "));
    CHECK(office.board.tried.empty());
    CHECK(office.setup.connections().empty());
}

TEST_CASE("a list is tried out before it is connected, and opened at once")
{
    Office office;
    office.board.reachable = false;
    CHECK(office.connectTo(server("https://lists.example", "token")) == QStringLiteral("tested no such host"));
    CHECK(office.board.opened.isEmpty());
    office.board.reachable = true;
    CHECK(office.connectTo(server("https://lists.example", "token")) == QStringLiteral("connected"));
    REQUIRE(office.board.opened.contains(office.bureau.practice.id));
    CHECK(office.board.opened.value(office.bureau.practice.id).secret == "token");
    const auto& all = office.setup.connections();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.tenant == office.bureau.practice.id; });
    REQUIRE(found != all.end());
    CHECK(found->connected);
    CHECK(found->hasSecret);
    CHECK(found->address == QStringLiteral("https://lists.example"));
}

TEST_CASE("what is kept opens only what it was kept for")
{
    Office office;
    CHECK(office.connectTo(server("https://lists.example", "token")) == QStringLiteral("connected"));
    CHECK(office.connectTo(server("https://lists.example/other", "")) == QStringLiteral("connected"));
    CHECK(office.board.tried.back().secret == "token");
    const size_t before = office.board.tried.size();
    CHECK(office.connectTo(server("https://elsewhere.example", "")) == QStringLiteral("failed secret"));
    CHECK(office.connectTo({BoardKind::CalDav, QStringLiteral("https://lists.example"), QStringLiteral("bureau"), {}}) ==
          QStringLiteral("failed secret"));
    CHECK(office.connectTo({BoardKind::Trello, QStringLiteral("AbCd1234"), {}, "token"}) == QStringLiteral("failed user"));
    CHECK(office.board.tried.size() == before);
    CHECK(office.connectTo(server("http://lists.example", "token")) == QStringLiteral("refused"));
    CHECK(office.connectTo(server("https://me:word@lists.example", "token")) == QStringLiteral("refused"));
    CHECK(office.connectTo({BoardKind::Trello, QStringLiteral("https://example.com/b/AbCd1234"), QStringLiteral("key"), "token"}) ==
          QStringLiteral("refused"));
    CHECK(office.board.tried.size() == before);
}

TEST_CASE("a list whose credentials are locked away is not opened without, and keeps them")
{
    Office office;
    const ListDraft calDav{BoardKind::CalDav, QStringLiteral("https://lists.example/t"), QStringLiteral("bureau"), "word"};
    CHECK(office.connectTo(calDav) == QStringLiteral("connected"));
    office.bureau.keys.locked = true;
    const auto kept = office.bureau.onLane(
        [&] { return ListKeeper::accessOf(office.bureau.office().directory, office.bureau.office().keys, office.bureau.practice.id); });
    CHECK(kept.isSetUp);
    CHECK_FALSE(kept.problem.isEmpty());
    const size_t before = office.board.tried.size();
    ListDraft asShown = calDav;
    asShown.user.clear();
    asShown.secret.clear();
    CHECK(office.connectTo(asShown).startsWith(QStringLiteral("failed topics/")));
    CHECK(office.board.tried.size() == before);
    CHECK(office.connectTo(server("https://lists.example", "token")) == QStringLiteral("connected")); // brings its own
}

TEST_CASE("another list gets all that the last one had; the same list goes on where it was")
{
    Office office;
    CHECK(office.connectTo(server("https://lists.example", "token")) == QStringLiteral("connected"));
    office.addTopic();
    office.confirmAll();
    CHECK(office.connectTo(server("https://lists.example/", "new token")) == QStringLiteral("connected"));
    CHECK(office.waiting() == 0);
    office.setup.disconnectList(office.bureau.practice.id);
    CHECK(office.next() == QStringLiteral("disconnected"));
    CHECK(office.board.opened.isEmpty());
    CHECK(office.bureau.keys.secret(ListKeeper::tokenName(office.bureau.practice.id)).value_or("none").isEmpty());
    CHECK(office.connectTo(server("https://lists.example", "")) == QStringLiteral("failed secret"));
    CHECK(office.connectTo(server("https://lists.example", "token")) == QStringLiteral("connected"));
    CHECK(office.waiting() == 0);
    CHECK(office.connectTo(server("https://elsewhere.example", "token")) == QStringLiteral("connected"));
    CHECK(office.waiting() == 1);
}
