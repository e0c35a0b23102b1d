#include <catch2/catch.hpp>

#include "test_archive.h"

#include "vorzimmer/exchange/demo_bureau.h"
#include "vorzimmer/system/file_key_ring.h"

#include <nlohmann/json.hpp>

#include <QElapsedTimer>
#include <QFile>
#include <QSet>

using namespace vorzimmer;

TEST_CASE("the demo that is built in fills a bureau")
{
    test::TestArchive house;
    house.clock.now = QDateTime::currentDateTimeUtc();
    system::FileKeyRing keys(house.folder.filePath(u"credentials.json"_qs));
    const auto tokenName = [](const domain::TenantId& tenant) { return u"topics/"_qs + tenant.text(); };
    QElapsedTimer timer;
    timer.start();
    const auto tokens = exchange::makeDemoBureau(house.archive(), house.ids, keys, tokenName);
    WARN("the demo bureau took " << timer.elapsed() << " ms");
    INFO((tokens ? std::string() : (tokens.error().where + u": "_qs + tokens.error().detail).toStdString()));
    REQUIRE(tokens.has_value());

    const auto tenants = house.directory->tenants();
    CHECK(tenants->size() >= 8);
    CHECK(house.directory->authenticate(u"anna"_qs, exchange::demoPassword()).has_value());
    const auto list = nlohmann::json::parse(tokens->toStdString(), nullptr, false);
    REQUIRE(list.is_array());
    CHECK(list.size() == tenants->size());
    QSet<QByteArray> different;
    for (const domain::TenantEntry& tenant : *tenants) {
        INFO(tenant.name.toStdString());
        const auto token = keys.secret(tokenName(tenant.id));
        REQUIRE(token.has_value());
        CHECK(token->size() == 64);
        different.insert(*token);
        CHECK(list.dump().find(tenant.id.text().toStdString()) != std::string::npos);
        CHECK(list.dump().find(token->toStdString()) != std::string::npos);

        ports::PopQuery query;
        query.now = house.clock.now;
        const auto sheet = house.cabinet(tenant.id)->popSheet(query);
        REQUIRE(sheet.has_value());
        CHECK_FALSE(sheet->profile.greetings.empty());
        CHECK_FALSE(sheet->profile.instructions.empty());
        CHECK(sheet->people.size() >= 2);
        CHECK_FALSE(sheet->slots.empty());
        CHECK(house.cabinet(tenant.id)->callers()->size() >= 10);
        CHECK(house.cabinet(tenant.id)->calls(1000)->size() >= 30);
        CHECK(house.cabinet(tenant.id)->flaws()->empty());
    }
    CHECK(different.size() == static_cast<qsizetype>(tenants->size()));
    CHECK(QFile::exists(u":/demo/scenario.json"_qs));
}
