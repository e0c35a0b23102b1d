#include "seated_anna.h"

#include "vorzimmer/desk/house_plan.h"
#include "vorzimmer/ports/rule_book.h"

using namespace vorzimmer;
using desk::HousePlan;
using domain::PresenceState;
using test::SeatedAnna;
using test::TestBureau;

namespace {

/// The client's own plan.
struct Planning {
    explicit Planning(TestBureau& home) : bureau(home), gatekeeper(home.office(), home.room(), home.feld)
    {
        std::optional<domain::Result<desk::CabinetHandle>> handle;
        gatekeeper.open(home.practice.id, desk::Occasion::review(), &receiver,
                        [&handle](domain::Result<desk::CabinetHandle> opened) { handle.emplace(std::move(opened)); });
        REQUIRE(test::turnUntil([&] { return handle.has_value(); }));
        REQUIRE(handle->has_value());
        plan = std::make_unique<HousePlan>(home.office(), std::move(**handle), home.feld);
        QObject::connect(plan.get(), &HousePlan::changed, [this] { ++changes; });
        QObject::connect(plan.get(), &HousePlan::failed, [this](const domain::Error& error) { failed = error; });
        plan->reload();
        wait();
    }
    void wait()
    {
        REQUIRE(test::turnUntil([&] { return changes > seen || failed; }));
        seen = changes;
    }

    TestBureau& bureau;
    QObject receiver;
    desk::Gatekeeper gatekeeper;
    std::unique_ptr<HousePlan> plan;
    int changes = 0;
    int seen = 0;
    std::optional<domain::Error> failed;
};

} // namespace

TEST_CASE("a state that the client sets counts for the next call, and ends by itself")
{
    TestBureau bureau;
    Planning feld(bureau);
    const QDateTime now = bureau.clock.nowUtc();
    feld.plan->setPresence(bureau.doctor.id, {PresenceState::Absent, now.addSecs(3600), QStringLiteral("Lissabon"), now});
    feld.wait();
    CHECK(feld.plan->papers().people.front().presence.note == QStringLiteral("Lissabon"));
    SeatedAnna anna(bureau);
    anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    CHECK(anna.current()->recommendation().action == domain::Action::TakeMessage);
    Q_EMIT anna.feed.callEnded({1}, domain::EndReason::CallerHungUp);
    CHECK(anna.reception.putAway());
    bureau.clock.advance(3600);
    anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    CHECK(anna.current()->recommendation().action == domain::Action::PutThrough);
}

TEST_CASE("a state that is set in the call changes the advice at once")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    REQUIRE(anna.current()->recommendation().action == domain::Action::PutThrough);
    bool told = false;
    QObject::connect(anna.current(), &desk::CaseFile::peopleChanged, [&] { told = true; });
    const QDateTime now = bureau.clock.nowUtc();
    anna.current()->setPresence(bureau.doctor.id, {PresenceState::Busy, now.addSecs(60), {}, now});
    REQUIRE(test::turnUntil([&] { return told; }));
    CHECK(anna.current()->recommendation().action == domain::Action::TakeMessage);
    const auto people = bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) { return cabinet.people(); });
    CHECK(people->front().presence.state == PresenceState::Busy);
    CHECK(people->front().presence.confirmedAt == now);
}

TEST_CASE("all states are confirmed at once, and what has ended is not prolonged")
{
    TestBureau bureau;
    Planning feld(bureau);
    const QDateTime now = bureau.clock.nowUtc();
    feld.plan->setPresence(bureau.doctor.id, {PresenceState::Absent, now.addSecs(60), QStringLiteral("kurz"), now});
    feld.wait();
    bureau.clock.advance(120);
    feld.plan->confirmAll();
    feld.wait();
    const domain::Presence presence = feld.plan->papers().people.front().presence;
    CHECK(presence.state == PresenceState::Available);
    CHECK(presence.note.isEmpty());
    CHECK(presence.confirmedAt == now.addSecs(120));
}

TEST_CASE("absences and duties make a version each, go again, and what is past goes with the next")
{
    TestBureau bureau;
    Planning feld(bureau);
    const QDate today = feld.plan->localNow().date();
    const domain::Absence past{bureau.doctor.id, {today.addDays(-9), today.addDays(-1), 0, {}, {}}, {}};
    const domain::Absence leave{bureau.doctor.id, {today, today.addDays(3), 0, {}, {}}, QStringLiteral("Urlaub")};
    feld.plan->add({past, leave}, QStringLiteral("Urlaub eingetragen"));
    feld.wait();
    CHECK(feld.plan->papers().rules.version == 1);
    CHECK(feld.plan->papers().rules.savedBy == bureau.feld.name);
    SeatedAnna anna(bureau);
    anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    CHECK(anna.current()->recommendation().action == domain::Action::TakeMessage);

    const domain::Duty duty{bureau.doctor.id, {today, {}, 0x60, {}, {}}};
    feld.plan->add({duty}, QStringLiteral("Bereitschaft"));
    feld.wait();
    CHECK(feld.plan->papers().rules.absences == std::vector<domain::Absence>{leave});
    CHECK(feld.plan->papers().rules.duties == std::vector<domain::Duty>{duty});
    CHECK(feld.plan->papers().rules.rules.size() == domain::builtInRules().rules.size());
    feld.plan->remove(leave, QStringLiteral("doch da"));
    feld.wait();
    feld.plan->remove(duty, QStringLiteral("keine Bereitschaft"));
    feld.wait();
    CHECK(feld.plan->papers().rules.absences.empty());
    CHECK(feld.plan->papers().rules.duties.empty());
    CHECK(feld.plan->papers().rules.version == 4);
}

TEST_CASE("somebody is expected until the message is taken back")
{
    TestBureau bureau;
    Planning feld(bureau);
    domain::ExpectedCall call;
    call.number = *feld.plan->readNumber(QStringLiteral("0151 12345678"));
    call.message = QStringLiteral("Die Bescheinigung liegt bereit.");
    call.validUntil = bureau.clock.nowUtc().addDays(1);
    feld.plan->expect(call);
    feld.wait();
    REQUIRE(feld.plan->papers().expected.size() == 1);
    CHECK(feld.plan->papers().expected.front().enteredBy == bureau.feld.name);
    feld.plan->withdraw(feld.plan->papers().expected.front().id);
    feld.wait();
    CHECK(feld.plan->papers().expected.empty());
}

TEST_CASE("a state of somebody who is not on file is refused")
{
    TestBureau bureau;
    Planning feld(bureau);
    feld.plan->setPresence(bureau.ids.fresh<domain::PersonId>(), {});
    REQUIRE(test::turnUntil([&] { return feld.failed.has_value(); }));
    CHECK(feld.failed->fault == domain::Fault::NotFound);
}
