#include "seated_anna.h"

#include "vorzimmer/desk/screening_setup.h"
#include "vorzimmer/ports/rule_book.h"

using namespace vorzimmer;
using desk::ScreeningSetup;
using domain::Action;
using domain::Relation;
using test::SeatedAnna;
using test::TestBureau;

namespace {

/// A supervisor who sets up the practice.
struct SettingUp {
    explicit SettingUp(TestBureau& home) : bureau(home), gatekeeper(home.office(), home.room(), home.petra)
    {
        std::optional<domain::Result<desk::CabinetHandle>> handle;
        gatekeeper.open(home.practice.id, desk::Occasion::visit(QStringLiteral("rules")), &receiver,
                        [&handle](domain::Result<desk::CabinetHandle> opened) { handle.emplace(std::move(opened)); });
        REQUIRE(test::turnUntil([&] { return handle.has_value(); }));
        REQUIRE(handle->has_value());
        setup = std::make_unique<ScreeningSetup>(home.office(), std::move(**handle), home.petra);
        QObject::connect(setup.get(), &ScreeningSetup::saved, [this](int version) { saved = version; });
        QObject::connect(setup.get(), &ScreeningSetup::failed, [this](const domain::Error& error) { failed = error; });
        QObject::connect(setup.get(), &ScreeningSetup::replayed, [this](const desk::Replay& one) { replay = one; });
        setup->load();
        REQUIRE(test::turnUntil([&] { return setup->isLoaded(); }));
    }

    [[nodiscard]] size_t place(const char* rule) const
    {
        const auto& rules = setup->rules().rules;
        return static_cast<size_t>(std::find_if(rules.begin(), rules.end(), [&](const domain::Rule& one) { return one.id == QLatin1String(rule); })
                                   - rules.begin());
    }

    TestBureau& bureau;
    QObject receiver;
    desk::Gatekeeper gatekeeper;
    std::unique_ptr<ScreeningSetup> setup;
    std::optional<int> saved;
    std::optional<domain::Error> failed;
    std::optional<desk::Replay> replay;
};

QDateTime sundayNight(const TestBureau& bureau)
{
    return QDateTime(QDate(2026, 11, 29), QTime(22, 0), bureau.practice.zone);
}

} // namespace

TEST_CASE("what if: an unsaved change is tried out, and nobody else sees it")
{
    TestBureau bureau;
    SettingUp petra(bureau);
    ScreeningSetup& setup = *petra.setup;
    CHECK(setup.tryOut(Relation::Customer, {}, sundayNight(bureau)).advice.front().rule == QStringLiteral("closed"));
    setup.setEnabled(petra.place("closed"), false);
    CHECK(setup.tryOut(Relation::Customer, {}, sundayNight(bureau)).advice.front().rule == QStringLiteral("known-open"));
    CHECK(setup.isChanged());
    SeatedAnna anna(bureau);
    bureau.clock.set(sundayNight(bureau).toUTC());
    anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    CHECK(anna.current()->recommendation().rule == QStringLiteral("closed"));
}

TEST_CASE("hours are taken as they are typed, and a mistake changes nothing")
{
    TestBureau bureau;
    SettingUp petra(bureau);
    ScreeningSetup& setup = *petra.setup;
    CHECK_FALSE(setup.setHours(QStringLiteral("Mo-So 0-24; Feiertage geschlossen")).has_value());
    CHECK(setup.hours().holidayRegion == QStringLiteral("DE"));
    CHECK(setup.tryOut(Relation::Customer, {}, sundayNight(bureau)).advice.front().rule == QStringLiteral("known-open"));
    const auto mistake = setup.setHours(QStringLiteral("Mo-Fr 8-25"));
    REQUIRE(mistake.has_value());
    CHECK(mistake->position == 8);
    CHECK(setup.hours().week[6].size() == 1);
}

TEST_CASE("saving makes a version that counts from the next call on; who comes second is told")
{
    TestBureau bureau;
    SettingUp petra(bureau);
    SettingUp other(bureau);
    REQUIRE(petra.setup->move(petra.place("known-open"), -1));
    CHECK_FALSE(petra.setup->move(0, -1));
    petra.setup->setLastDay(petra.place("vip"), QDate(2026, 12, 24));
    CHECK(petra.setup->rules().rules[petra.place("vip")].validUntil == QDateTime(QDate(2026, 12, 24), QTime(23, 0), Qt::UTC));
    CHECK(petra.setup->lastDay(petra.setup->rules().rules[petra.place("vip")]) == QDate(2026, 12, 24));
    petra.setup->save(QStringLiteral("unknown callers, too"));
    REQUIRE(test::turnUntil([&] { return petra.saved.has_value(); }));
    CHECK(*petra.saved == 1);
    CHECK_FALSE(petra.setup->isChanged());
    const auto versions = bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) { return cabinet.ruleBook().versions(5); });
    REQUIRE(versions->size() == 1);
    CHECK(versions->front().savedBy == bureau.petra.name);
    CHECK(versions->front().change == QStringLiteral("unknown callers, too"));
    SeatedAnna anna(bureau);
    anna.talk(QStringLiteral("+4915112345678"), bureau.practice);
    CHECK(anna.current()->recommendation().rule == QStringLiteral("known-open"));

    other.setup->setEnabled(0, false);
    other.setup->save({});
    REQUIRE(test::turnUntil([&] { return other.failed.has_value(); }));
    CHECK(other.failed->fault == domain::Fault::Conflict);
    CHECK(other.setup->isChanged());
}

TEST_CASE("the last calls are decided anew, and only those that differ are told")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    for (const char* number : {"+4915228817386", "+4915112345678", "+4915228817386"}) {
        const ports::CallRef line = anna.talk(QLatin1String(number), bureau.practice);
        Q_EMIT anna.feed.callEnded(line, domain::EndReason::CallerHungUp);
        CHECK(anna.reception.putAway());
        bureau.settle();
        bureau.clock.advance(60);
    }
    SettingUp petra(bureau);
    petra.setup->replay();
    REQUIRE(test::turnUntil([&] { return petra.replay.has_value(); }));
    CHECK(petra.replay->calls == 3);
    CHECK(petra.replay->differences.empty());
    petra.setup->setEnabled(petra.place("unknown"), false);
    petra.replay.reset();
    petra.setup->replay();
    REQUIRE(test::turnUntil([&] { return petra.replay.has_value(); }));
    REQUIRE(petra.replay->differences.size() == 1);
    CHECK(petra.replay->differences.front().before.action == Action::TakeMessage);
    CHECK(petra.replay->differences.front().after.action == Action::PutThrough);
}

TEST_CASE("a rule is built from nothing, changed and taken away; its end and switch stay when it is changed")
{
    TestBureau bureau;
    SettingUp petra(bureau);
    ScreeningSetup& setup = *petra.setup;
    domain::Rule rule = setup.freshRule();
    CHECK_FALSE(rule.id.isEmpty());
    CHECK(setup.freshRule().id != rule.id);
    rule.title = QStringLiteral("Kunden am Abend");
    rule.when.relations = {Relation::Customer};
    rule.when.house = domain::HouseIs::Closed;
    rule.then.action = Action::PutThrough;
    const size_t place = petra.place("closed");
    setup.add(rule, place);
    CHECK(setup.rules().rules[place] == rule);
    CHECK(setup.tryOut(Relation::Customer, {}, sundayNight(bureau)).advice.front().rule == rule.id);
    setup.setLastDay(place, QDate(2027, 1, 1));
    domain::Rule said = rule;
    said.then.action = Action::Decline;
    said.id = QStringLiteral("another");
    setup.change(place, said);
    CHECK(setup.rules().rules[place].id == rule.id);
    CHECK(setup.rules().rules[place].validUntil.isValid());
    CHECK(setup.tryOut(Relation::Customer, {}, sundayNight(bureau)).advice.front().action == Action::Decline);
    setup.remove(place);
    CHECK_FALSE(setup.isChanged());
}
