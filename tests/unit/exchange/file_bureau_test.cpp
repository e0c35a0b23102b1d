#include <catch2/catch.hpp>

#include "test_archive.h"

#include "vorzimmer/exchange/json_files.h"

using namespace vorzimmer;
using exchange::BureauFile;
using test::flawsOf;
using test::tenantJson;
using test::TestArchive;

namespace {

/// A bureau with the tenants a, b and c.
struct Bureau : TestArchive {
    Bureau()
    {
        for (const QString& key : {u"a"_qs, u"b"_qs, u"c"_qs})
            REQUIRE(file(tenantJson().replace(u"\"praxis\""_qs, u'"' + key + u'"')).has_value());
    }
    exchange::Taken<int> staff(const QString& users, const QString& walls = {})
    {
        const QString text = uR"({"format": "vorzimmer/bureau", "version": 1, "users": [%1], "walls": [%2]})"_qs.arg(users, walls);
        const auto read = exchange::readJson(text);
        if (!read)
            return tl::unexpected(read.error());
        return exchange::fileBureau(archive(), std::get<BureauFile>(*read), u"first password"_qs);
    }
};

const QString anna = uR"({"login": "anna", "name": "Anna Brandt", "role": "secretary", "tenants": ["a", "b"]})"_qs;

} // namespace

TEST_CASE("users, assignments and walls are filed, twice as once")
{
    Bureau house;
    const QString all = anna + uR"(, {"login": "petra", "name": "Petra Vogt", "role": "supervisor", "tenants": []},
        {"login": "feld", "name": "Dr. Feld", "role": "client", "tenants": ["a"]})"_qs;
    CHECK(house.staff(all, uR"(["a", "c"])"_qs) == 3);
    const QByteArray once = exchange::writeJson(*exchange::takeBureau(*house.directory));
    const auto users = house.directory->users();
    CHECK(house.staff(all, uR"(["a", "c"])"_qs) == 3);
    CHECK(exchange::writeJson(*exchange::takeBureau(*house.directory)) == once);
    CHECK(*house.directory->users() == *users);
    CHECK(once.contains("\"role\": \"client\""));

    const auto user = house.directory->authenticate(u"anna"_qs, u"first password"_qs);
    REQUIRE(user.has_value());
    CHECK(house.directory->assignments(user->id)->size() == 2);
    const auto tenant = exchange::findTenant(*house.directory, u"a"_qs);
    CHECK(house.directory->walledFrom(tenant->id)->size() == 1);
    CHECK(house.directory->authenticate(u"feld"_qs, u"first password"_qs)->tenant == tenant->id);
}

TEST_CASE("a bureau file with a flaw changes nothing")
{
    Bureau house;
    CHECK(flawsOf(house.staff(anna + uR"(, {"login": "ANNA", "name": "B", "role": "secretary", "tenants": ["x"]},
        {"login": "c", "name": "C", "role": "client", "tenants": []}, {"login": "d", "name": "D", "role": "client", "tenants": ["a", "b"]})"_qs,
                              uR"(["a", "a"], ["a", "y"])"_qs)) ==
          QStringList{u"/users/1/login: the same login stands above"_qs,
                      u"/users/1/tenants/0: no tenant has this key; import the tenant's own file first"_qs,
                      u"/users/2/tenants: a client belongs to exactly one tenant"_qs,
                      u"/users/3/tenants: a client belongs to exactly one tenant"_qs, u"/walls/0: no tenant is its own competitor"_qs,
                      u"/walls/1/1: no tenant has this key; import the tenant's own file first"_qs});
    CHECK(house.directory->users()->empty());
}

TEST_CASE("nobody may serve both sides of a wall, in one file or over two")
{
    Bureau house;
    CHECK(flawsOf(house.staff(anna, uR"(["b", "a"])"_qs)) == QStringList{u"/users/0/tenants: serves both sides of a wall"_qs});
    CHECK(house.directory->users()->empty());
    REQUIRE(house.staff(uR"({"login": "anna", "name": "Anna", "role": "secretary", "tenants": ["a"]})"_qs, uR"(["a", "c"])"_qs).has_value());
    CHECK(flawsOf(house.staff(uR"({"login": "anna", "name": "Anna", "role": "secretary", "tenants": ["c"]})"_qs)) ==
          QStringList{u"/users/0/tenants: serves both sides of a wall"_qs});
    CHECK(house.directory->assignments(house.directory->users()->front().id)->size() == 1);
}

TEST_CASE("a fault of the store in the middle leaves no user behind")
{
    Bureau house;
    exchange::Archive archive = house.archive();
    // Somebody else has a user of that name by the time the second is saved.
    domain::User thief;
    thief.id = domain::UserId(house.ids.next());
    thief.login = u"petra"_qs;
    archive.progress = [&](int done, int) {
        if (done == 1)
            CHECK(house.directory->saveUser(thief, {}).has_value());
    };
    const BureauFile file{{{u"anna"_qs, u"Anna"_qs, domain::Role::Secretary, {u"a"_qs}}, {u"petra"_qs, u"Petra"_qs, domain::Role::Supervisor, {}}}, {}};
    const auto filed = exchange::fileBureau(archive, file);
    REQUIRE_FALSE(filed.has_value());
    CHECK(filed.error().fault.fault == domain::Fault::Conflict);
    CHECK(house.directory->users()->empty());
}
