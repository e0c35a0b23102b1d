#include "vorzimmer/system/random_ids.h"
#include "vorzimmer/system/system_clock.h"

#include "vorzimmer/domain/id.h"

#include <catch2/catch.hpp>

#include <QSet>

using namespace vorzimmer;

TEST_CASE("the clock tells the present in UTC")
{
    const QDateTime before = QDateTime::currentDateTimeUtc();
    const QDateTime now = system::SystemClock().nowUtc();
    CHECK(now.timeSpec() == Qt::UTC);
    CHECK(before <= now);
    CHECK(before.msecsTo(now) < 60'000);
}

TEST_CASE("random ids do not repeat")
{
    system::RandomIds ids;
    QSet<QUuid> seen;
    for (int i = 0; i < 10'000; ++i) {
        const auto id = ids.fresh<domain::CallId>();
        REQUIRE_FALSE(id.isNull());
        seen.insert(id.uuid());
    }
    CHECK(seen.size() == 10'000);
}
