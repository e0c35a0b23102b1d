#include "vorzimmer/domain/house_change.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::domain;

namespace {

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

std::vector<std::pair<ChangeKind, QString>> said(const std::vector<HouseChange>& changes)
{
    std::vector<std::pair<ChangeKind, QString>> list;
    for (const HouseChange& change : changes)
        list.emplace_back(change.kind, change.words);
    return list;
}

using Said = std::vector<std::pair<ChangeKind, QString>>;

} // namespace

TEST_CASE("what changed of the profile is told by its words")
{
    TenantProfile before;
    before.instructions = {text("Alt"), text("Bleibt")};
    before.concerns = {{text("Rezept"), text("a@b.example"), {}}, {text("Termin"), {}, {}}};
    CHECK(changesBetween(before, before).empty());
    TenantProfile after = before;
    after.instructions = {text("Bleibt"), text("Neu")};
    after.hours.week[0] = {{QTime(8, 0), QTime(12, 0)}};
    after.notices = {{text("Labor zu"), {}, {}}};
    after.concerns[0].email = text("c@b.example");
    after.concerns[0].questions = {{text("Wann geboren?")}};
    after.concerns.pop_back();
    after.concerns.push_back({text("Befund"), {}, {}});
    CHECK(said(changesBetween(before, after)) == Said{{ChangeKind::InstructionNew, text("Neu")}, {ChangeKind::InstructionGone, text("Alt")},
                                                      {ChangeKind::HoursChanged, {}}, {ChangeKind::NoticeNew, text("Labor zu")},
                                                      {ChangeKind::ConcernChanged, text("Rezept")}, {ChangeKind::ConcernNew, text("Befund")},
                                                      {ChangeKind::ConcernGone, text("Termin")}, {ChangeKind::FormChanged, text("Rezept")}});
}

TEST_CASE("a state is no news, a number is")
{
    Person before;
    before.name = text("Dr. Feld");
    Person after = before;
    after.presence.state = PresenceState::Absent;
    CHECK(changesBetween(before, after).empty());
    after.email = text("feld@praxis.example");
    CHECK(said(changesBetween(before, after)) == Said{{ChangeKind::PersonChanged, text("Dr. Feld")}});
}

TEST_CASE("absences, duties, rules and answers come and go by name")
{
    Person feld;
    feld.id = PersonId(QUuid::createUuid());
    feld.name = text("Dr. Feld");
    const RuleSet before = builtInRules();
    RuleSet after = before;
    after.absences = {{feld.id, {}, {}}};
    after.duties = {{feld.id, {}}};
    after.rules.front().enabled = false;
    after.rules.back().title = text("Alle anderen");
    after.rules.back().id = text("others");
    const auto changes = said(changesBetween(before, after, {feld}));
    REQUIRE(changes.size() == 5);
    CHECK(changes[0] == std::pair(ChangeKind::AbsenceNew, feld.name));
    CHECK(changes[1] == std::pair(ChangeKind::DutyNew, feld.name));
    CHECK(changes[2] == std::pair(ChangeKind::RuleChanged, before.rules.front().id));
    CHECK(changes[3] == std::pair(ChangeKind::RuleNew, text("Alle anderen")));
    CHECK(changes[4] == std::pair(ChangeKind::RuleGone, before.rules.back().id));

    Knowledge known;
    known.entries = {{text("a"), {}, text("Parken?"), text("Im Hof")}};
    Knowledge other = known;
    other.entries[0].answer = text("Nirgends");
    CHECK(said(changesBetween(known, other)) == Said{{ChangeKind::AnswerChanged, text("Parken?")}});
}
