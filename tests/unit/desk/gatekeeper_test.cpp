#include "test_bureau.h"

#include "vorzimmer/desk/gatekeeper.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using desk::Gatekeeper;
using desk::Occasion;
using domain::Fault;
using test::TestBureau;

namespace {

/// The fault that @p user meets, or nothing when the cabinet was opened.
std::optional<domain::Error> knock(Gatekeeper& gatekeeper, const domain::TenantEntry& tenant, const Occasion& occasion)
{
    QObject receiver;
    std::optional<std::optional<domain::Error>> answer;
    gatekeeper.open(tenant.id, occasion, &receiver, [&](domain::Result<desk::CabinetHandle> handle) {
        answer = handle ? std::nullopt : std::optional(handle.error());
    });
    REQUIRE(test::turnUntil([&] { return answer.has_value(); }));
    return *answer;
}

ports::AuditRow lastAudit(TestBureau& bureau)
{
    return bureau.onLane([&] { return bureau.office().directory.auditTrail(1); })->front();
}

} // namespace

TEST_CASE("a call at this seat opens its own tenant's cabinet, and that is recorded")
{
    TestBureau bureau;
    Gatekeeper gatekeeper(bureau.office(), bureau.room(), bureau.anna);
    const domain::CallId call(bureau.ids.next());
    gatekeeper.callArrived(call, bureau.practice.id);

    CHECK_FALSE(knock(gatekeeper, bureau.practice, Occasion::call(call)));
    const ports::AuditRow row = lastAudit(bureau);
    CHECK(row.event == QStringLiteral("cabinet-opened"));
    CHECK(row.tenant == bureau.practice.id);
    CHECK(row.user == bureau.anna.id);
    CHECK(row.reason.contains(call.text()));

    SECTION("but no other tenant's")
    {
        CHECK(knock(gatekeeper, bureau.roofer, Occasion::call(call))->fault == Fault::Refused);
        CHECK(lastAudit(bureau).event == QStringLiteral("cabinet-refused"));
    }
    SECTION("and none once it has left")
    {
        gatekeeper.callLeft(call);
        CHECK(knock(gatekeeper, bureau.practice, Occasion::call(call))->fault == Fault::Refused);
    }
}

TEST_CASE("a secretary opens only what she is assigned to")
{
    TestBureau bureau;
    Gatekeeper gatekeeper(bureau.office(), bureau.room(), bureau.anna);
    const domain::CallId call(bureau.ids.next());
    gatekeeper.callArrived(call, bureau.rival.id);
    const auto refusal = knock(gatekeeper, bureau.rival, Occasion::call(call));
    REQUIRE(refusal);
    CHECK(refusal->fault == Fault::Refused);
    CHECK(knock(gatekeeper, bureau.rival, Occasion::sync())->fault == Fault::Refused);
}

TEST_CASE("whoever serves one competitor cannot open the other, even by mistaken assignment")
{
    TestBureau bureau;
    // Set-up refuses the second assignment, or the gatekeeper refuses both sides; never may both be open to her.
    const auto assigned = bureau.onLane([&] { return bureau.office().directory.assign(bureau.anna.id, bureau.rival.id); });
    Gatekeeper gatekeeper(bureau.office(), bureau.room(), bureau.anna);
    CHECK(knock(gatekeeper, bureau.rival, Occasion::sync())->fault == Fault::Refused);
    if (assigned)
        CHECK(knock(gatekeeper, bureau.roofer, Occasion::sync())->fault == Fault::Refused);
}

TEST_CASE("a supervisor visits with a reason, which is kept in her words")
{
    TestBureau bureau;
    Gatekeeper gatekeeper(bureau.office(), bureau.room(), bureau.petra);
    CHECK(knock(gatekeeper, bureau.rival, Occasion::visit(QStringLiteral("   ")))->fault == Fault::Refused);
    CHECK_FALSE(knock(gatekeeper, bureau.rival, Occasion::visit(QStringLiteral("hours agreed on the telephone"))));
    CHECK(lastAudit(bureau).reason == QStringLiteral("hours agreed on the telephone"));

    Gatekeeper secretary(bureau.office(), bureau.room(), bureau.anna);
    CHECK(knock(secretary, bureau.practice, Occasion::visit(QStringLiteral("curious")))->fault == Fault::Refused);
}

TEST_CASE("a client reads its own notes and nothing else")
{
    TestBureau bureau;
    Gatekeeper gatekeeper(bureau.office(), bureau.room(), bureau.feld);
    CHECK_FALSE(knock(gatekeeper, bureau.practice, Occasion::review()));
    CHECK_FALSE(knock(gatekeeper, bureau.practice, Occasion::sync()));
    CHECK(knock(gatekeeper, bureau.roofer, Occasion::review())->fault == Fault::Refused);
    CHECK(knock(gatekeeper, bureau.roofer, Occasion::sync())->fault == Fault::Refused);
    CHECK(knock(gatekeeper, bureau.practice, Occasion::visit(QStringLiteral("let me in")))->fault == Fault::Refused);
    const domain::CallId call(bureau.ids.next());
    gatekeeper.callArrived(call, bureau.practice.id);
    CHECK(knock(gatekeeper, bureau.practice, Occasion::call(call))->fault == Fault::Refused);
}

TEST_CASE("the audit trail stays whole")
{
    TestBureau bureau;
    Gatekeeper gatekeeper(bureau.office(), bureau.room(), bureau.petra);
    for (int i = 0; i < 20; ++i)
        knock(gatekeeper, bureau.practice, Occasion::visit(QStringLiteral("round %1").arg(i)));
    const auto broken = bureau.onLane([&] { return bureau.office().directory.brokenAuditLink(); });
    REQUIRE(broken);
    CHECK_FALSE(broken->has_value());
}

TEST_CASE("an answer that comes after the handle has gone is dropped")
{
    TestBureau bureau;
    Gatekeeper gatekeeper(bureau.office(), bureau.room(), bureau.petra);
    QObject receiver;
    std::optional<desk::CabinetHandle> handle;
    gatekeeper.open(bureau.practice.id, Occasion::visit(QStringLiteral("to be closed")), &receiver,
                    [&](domain::Result<desk::CabinetHandle> opened) { handle.emplace(std::move(*opened)); });
    REQUIRE(test::turnUntil([&] { return handle.has_value(); }));
    bool delivered = false;
    handle->read(&receiver, [](ports::Cabinet& cabinet) { return cabinet.profile(); }, [&](const auto&) { delivered = true; });
    handle.reset();
    bureau.settle();
    CHECK_FALSE(delivered);
}
