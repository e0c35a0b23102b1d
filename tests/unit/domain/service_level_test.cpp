#include "vorzimmer/domain/service_level.h"

#include <catch2/catch.hpp>

using vorzimmer::domain::ServiceLevel;

TEST_CASE("The service level counts who was answered in time, and not who could not have been", "[service-level]")
{
    const QDateTime rang(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    ServiceLevel level;
    level.add(rang, rang.addSecs(20), rang.addSecs(90)); // in time
    level.add(rang, rang.addSecs(21), {});               // late, still on
    level.add(rang, {}, rang.addSecs(30));               // rang off unanswered
    level.add(rang, {}, rang.addSecs(4));                // dialled wrongly
    level.add(rang, {}, {});                             // rings now
    CHECK(level == ServiceLevel{3, 1});
}
