#include "topic_store.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QTemporaryDir>

#include <SQLiteCpp/SQLiteCpp.h>

#include <sodium.h>

using namespace vorzimmer;
using namespace vorzimmer::topicserver;

namespace {

domain::TopicId topic(int number)
{
    return domain::TopicId::parse(QStringLiteral("1%1-0000-4000-8000-000000000000").arg(number, 7, 10, QLatin1Char('0')));
}

/// A list as an earlier version left it.
void lay(const char* golden, const QString& path)
{
    QFile script(QStringLiteral(VZ_GOLDEN) + QLatin1String(golden));
    REQUIRE(script.open(QIODevice::ReadOnly));
    SQLite::Database database(path.toStdString(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec(script.readAll().toStdString());
}

} // namespace

TEST_CASE("A list of the first version is read on as it was", "[topicserver]")
{
    REQUIRE(sodium_init() >= 0);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("list.db"));
    lay("list_v1.sql", path);
    const auto opened = TopicStore::open(path);
    REQUIRE(opened);
    TopicStore& store = **opened;
    CHECK(store.epoch() == "71b1f8940e50cb09"); // readers go on from where they are
    CHECK(store.newestSequence() == 6);

    const auto page = store.changes(0, 10);
    REQUIRE(page);
    REQUIRE(page->topics.size() == 3);
    for (const TopicRecord& each : page->topics)
        CHECK(each.changed.by.empty()); // nobody knows

    const auto untouched = store.find(topic(1));
    REQUIRE((untouched && *untouched && (*untouched)->fields));
    const TopicFields fields = *(*untouched)->fields;
    CHECK(fields.title == "Unverändert");
    CHECK(fields.text == "Bitte um Rückruf wegen des Angebots.");
    CHECK(fields.due == "2025-03-14");
    CHECK((*untouched)->changed.at == "2026-11-25T12:36:11.693Z");
    const auto changed = store.find(topic(2));
    REQUIRE((changed && *changed));
    CHECK((*changed)->revision == 2);
    REQUIRE((*changed)->comments.size() == 1);
    CHECK((*changed)->comments[0].fields.author == "Herr Albers");
    const auto deleted = store.find(topic(3));
    REQUIRE((deleted && *deleted));
    CHECK_FALSE((*deleted)->fields);

    // A create whose reply was lost before the update is recognised after it, and writing goes on.
    CHECK(store.create(topic(1), fields, {"now", "Jana Winter"})->outcome == WriteOutcome::Replayed);
    const auto written = store.update(topic(1), 1, fields, {"now", "Jana Winter"});
    REQUIRE((written && written->outcome == WriteOutcome::Updated));
    CHECK(written->current.sequence == 7);
    CHECK(store.find(topic(1)).value()->changed.by == "Jana Winter");
}
