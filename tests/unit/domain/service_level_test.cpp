#include "vorzimmer/domain/service_level.h"

#include <catch2/catch.hpp>

using vorzimmer::domain::Disposition;
using vorzimmer::domain::ServiceLevel;

TEST_CASE("The service level counts who was answered in time, and not who could not have been", "[service-level]")
{
    const QDateTime rang(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    ServiceLevel level;
    level.add(rang, rang.addSecs(20), rang.addSecs(90), Disposition::PutThrough); // in time
    level.add(rang, rang.addSecs(21), {}, Disposition::None);                     // late, still on
    level.add(rang, {}, rang.addSecs(30), Disposition::Abandoned);                // rang off unanswered
    level.add(rang, {}, rang.addSecs(4), Disposition::Abandoned);                 // dialled wrongly
    level.add(rang, {}, {}, Disposition::None);                                   // rings now
    CHECK(level == ServiceLevel{3, 1, 1});
}

TEST_CASE("A call is settled when the client has nothing more to do about it", "[service-level]")
{
    const QDateTime rang(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    const auto settled = [&](Disposition disposition) {
        ServiceLevel level;
        level.add(rang, rang.addSecs(3), rang.addSecs(90), disposition);
        return level.settled == 1;
    };
    CHECK(settled(Disposition::RedirectedToEmail));
    CHECK(settled(Disposition::AppointmentMade));
    CHECK(settled(Disposition::PutThrough));
    CHECK(settled(Disposition::Settled));
    CHECK(settled(Disposition::Refused));
    CHECK_FALSE(settled(Disposition::MessageTaken)); // somebody has to read it
    CHECK_FALSE(settled(Disposition::None));
    ServiceLevel refusedUnanswered;
    refusedUnanswered.add(rang, {}, rang.addSecs(30), Disposition::Refused);
    CHECK(refusedUnanswered == ServiceLevel{1, 0, 0});
}
