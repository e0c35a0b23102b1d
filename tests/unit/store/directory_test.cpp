#include "fixture.h"

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::Fault;

TEST_CASE("A password opens, anything else is refused alike", "[store][directory]")
{
    CabinetFixture f;
    const auto directory = makeDirectory(f.location, Missing::Create);
    domain::User user{f.ids.fresh<domain::UserId>(), QStringLiteral("Anna"), QStringLiteral("Anna Brandt"),
                      domain::Role::Supervisor, {}};
    must(directory->saveUser(user, QStringLiteral("Lindenblüte 7")));
    CHECK(must(directory->authenticate(QStringLiteral(" anna"), QStringLiteral("Lindenblüte 7"))) == user);
    const auto wrong = directory->authenticate(QStringLiteral("anna"), QStringLiteral("Lindenblüte 8"));
    const auto unknown = directory->authenticate(QStringLiteral("bea"), QStringLiteral("Lindenblüte 7"));
    CHECK(faultOf(wrong) == Fault::Refused);
    CHECK(faultOf(unknown) == Fault::Refused);
    CHECK(wrong.error().detail == unknown.error().detail);
}
