#include "test_bureau.h"

#include "vorzimmer/desk/list_keeper.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using ports::BoardAccess;
using ports::BoardKind;
using test::TestBureau;

namespace {

/// Remembers what it was asked to open.
class NotedBoard : public ports::TopicBoard {
public:
    void open(const domain::TenantId& tenant, const BoardAccess& access, std::shared_ptr<ports::TopicLedger>) override
    {
        opened.insert(tenant, access);
    }
    void close(const domain::TenantId& tenant) override { opened.remove(tenant); }
    void push(const domain::TenantId&) override {}
    void retryNow(const domain::TenantId&) override {}
    void test(const BoardAccess&, QObject*, std::function<void(const ports::BoardReport&)>) override {}

    QHash<domain::TenantId, BoardAccess> opened;
};

/// What a client's seat opens after @p access was kept; nothing = no list.
std::optional<BoardAccess> openedWith(const BoardAccess& access)
{
    TestBureau bureau;
    REQUIRE(bureau.onLane([&] {
        return desk::ListKeeper::keepAccess(bureau.office().directory, bureau.keys, bureau.practice.id, access);
    }));
    NotedBoard board;
    desk::Gatekeeper gatekeeper(bureau.office(), bureau.room(), bureau.feld);
    desk::ListKeeper keeper(bureau.office(), gatekeeper, board);
    keeper.start();
    bureau.settle();
    bureau.settle();
    if (!board.opened.contains(bureau.practice.id))
        return std::nullopt;
    CHECK(board.opened.size() == 1);
    return board.opened.value(bureau.practice.id);
}

} // namespace

TEST_CASE("every kind of list is opened as it was connected")
{
    const auto kept = GENERATE(
        BoardAccess{BoardKind::TopicServer, QUrl(QStringLiteral("https://lists.example")), {}, "token", {}},
        BoardAccess{BoardKind::CalDav, QUrl(QStringLiteral("https://cloud.example/dav/open")), QStringLiteral("bureau"), "password", {}},
        BoardAccess{BoardKind::CalDav, QUrl(QStringLiteral("http://127.0.0.1:5232/open")), {}, {}, {}},
        BoardAccess{BoardKind::Trello, {}, QStringLiteral("apikey"), "token", QStringLiteral("AbCd1234")});
    const auto opened = openedWith(kept);
    REQUIRE(opened);
    CHECK(opened->kind == kept.kind);
    CHECK(opened->url == kept.url);
    CHECK(opened->user == kept.user);
    CHECK(opened->secret == kept.secret);
    CHECK(opened->list == kept.list);
}
