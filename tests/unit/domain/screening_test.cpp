#include "vorzimmer/domain/screening.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::domain;

namespace {

Person person(int number, PresenceState state = PresenceState::Available)
{
    Person one;
    one.id = PersonId(QUuid(static_cast<uint>(number), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    one.name = QStringLiteral("Person %1").arg(number);
    one.numbers = {{QStringLiteral("desk"), PhoneNumber::fromE164(QStringLiteral("+4930231250%1").arg(number))}};
    one.presence.state = state;
    return one;
}

ScreeningInput openHouse(Relation relation)
{
    ScreeningInput input;
    input.zone = QTimeZone("Europe/Berlin");
    input.now = QDateTime(QDate(2026, 11, 23), QTime(10, 0), input.zone).toUTC();
    for (auto& day : input.hours.week)
        day = {{QTime(8, 0), QTime(18, 0)}};
    input.relation = relation;
    input.people = {person(1), person(2)};
    return input;
}

ScreeningInput closedHouse(Relation relation)
{
    ScreeningInput input = openHouse(relation);
    input.now = input.now.addSecs(12 * 3600);
    return input;
}

bool hasReason(const Recommendation& recommendation, ReasonKind kind)
{
    for (const Reason& reason : recommendation.reasons) {
        if (reason.kind == kind)
            return true;
    }
    return false;
}

} // namespace

TEST_CASE("a blocked caller and a solicitor are declined at any hour")
{
    for (const Relation relation : {Relation::Blocked, Relation::Solicitor}) {
        CHECK(screen(openHouse(relation)).action == Action::Decline);
        CHECK(screen(closedHouse(relation)).action == Action::Decline);
    }
}

TEST_CASE("VIP and family are put through even when the house is closed")
{
    for (const Relation relation : {Relation::Vip, Relation::Family}) {
        const Recommendation recommendation = screen(closedHouse(relation));
        CHECK(recommendation.action == Action::PutThrough);
        CHECK(recommendation.person == person(1).id);
        CHECK(hasReason(recommendation, ReasonKind::HouseClosed));
    }
}

TEST_CASE("a known caller is put through in opening hours and leaves a message otherwise")
{
    CHECK(screen(openHouse(Relation::Customer)).action == Action::PutThrough);
    CHECK(screen(closedHouse(Relation::Customer)).action == Action::TakeMessage);
    CHECK(screen(closedHouse(Relation::Customer)).rule == QStringLiteral("closed"));
}

TEST_CASE("unknown and anonymous callers leave a message")
{
    CHECK(screen(openHouse(Relation::Unknown)).rule == QStringLiteral("unknown"));
    CHECK(screen(openHouse(Relation::Anonymous)).rule == QStringLiteral("anonymous"));
}

TEST_CASE("the next available person or the deputy takes the call, in order")
{
    ScreeningInput input = openHouse(Relation::Customer);
    input.people = {person(1, PresenceState::Absent), person(2)};
    CHECK(screen(input).person == person(2).id);

    input.people[0].deputy = person(3).id;
    input.people.push_back(person(3));
    CHECK(screen(input).person == person(3).id);
    CHECK(hasReason(screen(input), ReasonKind::DeputyAvailable));
}

TEST_CASE("an absence that has ended no longer counts")
{
    ScreeningInput input = openHouse(Relation::Customer);
    input.people = {person(1, PresenceState::Busy)};
    input.people[0].presence.until = input.now.addSecs(60);
    CHECK(screen(input).action == Action::TakeMessage);
    input.people[0].presence.until = input.now;
    CHECK(screen(input).action == Action::PutThrough);
}

TEST_CASE("nobody who can be reached means a message, and says so")
{
    ScreeningInput input = openHouse(Relation::Vip);
    input.people = {person(1, PresenceState::Absent)};
    CHECK(screen(input).action == Action::TakeMessage);
    CHECK(hasReason(screen(input), ReasonKind::NobodyAvailable));

    input.people = {person(1)};
    input.people[0].numbers.clear();
    CHECK(screen(input).action == Action::TakeMessage);
    input.people.clear();
    CHECK(screen(input).action == Action::TakeMessage);
}

TEST_CASE("a concern with an address goes by e-mail, but never past a VIP")
{
    ScreeningInput input = openHouse(Relation::Customer);
    input.concern = {QStringLiteral("Rezept"), QStringLiteral("rezept@praxis.example"), {}};
    CHECK(screen(input).action == Action::RedirectToEmail);
    CHECK(screen(input).email == QStringLiteral("rezept@praxis.example"));
    input.relation = Relation::Vip;
    CHECK(screen(input).action == Action::PutThrough);
}

TEST_CASE("what is said about one caller does not count while several share the number")
{
    ScreeningInput input = openHouse(Relation::Vip);
    input.sharedNumber = true;
    input.specialInstruction = QStringLiteral("always put through");
    CHECK(screen(input).rule == QStringLiteral("unknown"));
    CHECK(hasReason(screen(input), ReasonKind::SeveralCallersShareNumber));
    CHECK_FALSE(hasReason(screen(input), ReasonKind::CallerIsVip));
}

TEST_CASE("every combination gets the same decision twice, with a rule and a reason")
{
    for (int relation = 0; relation <= static_cast<int>(Relation::Blocked); ++relation) {
        for (const bool open : {true, false}) {
            for (const bool shared : {true, false}) {
                ScreeningInput input = open ? openHouse(static_cast<Relation>(relation)) : closedHouse(static_cast<Relation>(relation));
                input.sharedNumber = shared;
                const Recommendation first = screen(input);
                CHECK(first == screen(input));
                CHECK_FALSE(first.rule.isEmpty());
                CHECK_FALSE(first.reasons.empty());
                CHECK((first.action == Action::PutThrough) == !first.person.isNull());
            }
        }
    }
}
