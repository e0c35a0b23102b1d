#include "shared_commit.h"
#include "sqlite_file.h"

#include <catch2/catch.hpp>

#include <QTemporaryDir>

#include <atomic>
#include <chrono>
#include <thread>

#include <sqlite3.h>

using namespace vorzimmer;
using namespace vorzimmer::topicserver;
using namespace std::chrono_literals;

namespace {

constexpr const char* const steps[] = {"CREATE TABLE entry (name TEXT PRIMARY KEY NOT NULL);"};
constexpr FileLayout layout{4711, steps};

/// A file whose commits are counted.
struct Book {
    Book()
    {
        sqlite3_commit_hook(
            database->getHandle(),
            [](void* count) {
                ++*static_cast<std::atomic<int>*>(count);
                return 0;
            },
            &commits);
    }

    void insert(const std::string& name) { database->exec("INSERT INTO entry VALUES ('" + name + "')"); }
    [[nodiscard]] bool has(const std::string& name)
    {
        return database->execAndGet("SELECT count(*) FROM entry WHERE name = '" + name + "'").getInt() == 1;
    }

    QTemporaryDir folder;
    std::unique_ptr<SQLite::Database> database = *openSqliteFile(folder.filePath(QStringLiteral("book.db")), layout);
    std::atomic<int> commits = 0;
    SharedCommit shared{*database};
};

/// Runs @p works, each on a thread of its own, while the commit of another one is under way; returns what became of them.
std::vector<domain::Outcome> runBehindAnother(Book& book, const std::vector<SharedCommit::Work>& works)
{
    std::vector<domain::Outcome> outcomes(works.size());
    std::atomic<bool> isLed = false;
    std::atomic<std::size_t> coming = 0;
    std::vector<std::jthread> threads;
    std::jthread leader([&] {
        CHECK(book.shared.run(QLatin1String("first"), [&] {
            book.insert("first");
            isLed = true;
            while (coming < works.size())
                std::this_thread::sleep_for(1ms);
            std::this_thread::sleep_for(300ms); // they have said that they come, now they do
        }));
    });
    while (!isLed)
        std::this_thread::sleep_for(1ms);
    for (std::size_t i = 0; i < works.size(); ++i)
        threads.emplace_back([&, i] {
            ++coming;
            outcomes[i] = book.shared.run(QLatin1String("further"), works[i]);
        });
    threads.clear();
    return outcomes;
}

} // namespace

TEST_CASE("Writers who wait for each other share a commit", "[topicserver]")
{
    Book book;
    std::vector<SharedCommit::Work> works;
    for (const char* name : {"a", "b", "c", "d", "e"})
        works.emplace_back([&book, name] { book.insert(name); });
    for (const domain::Outcome& outcome : runBehindAnother(book, works))
        CHECK(outcome);
    for (const char* name : {"first", "a", "b", "c", "d", "e"})
        CHECK(book.has(name));
    CHECK(book.commits < 6); // two, when everybody was there in time
    CHECK(book.commits >= 2);
}

TEST_CASE("A write that fails takes no other with it", "[topicserver]")
{
    Book book;
    const auto outcomes = runBehindAnother(book, {[&] { book.insert("a"); },
                                                  [&] {
                                                      book.insert("undone");
                                                      book.insert("first"); // is there already
                                                  },
                                                  [&] { book.insert("c"); }});
    CHECK(outcomes[0]);
    REQUIRE_FALSE(outcomes[1]);
    CHECK(outcomes[1].error().where == QStringLiteral("further"));
    CHECK(outcomes[2]);
    CHECK(book.has("a"));
    CHECK_FALSE(book.has("undone"));
    CHECK(book.has("c"));
    CHECK(book.shared.run(QLatin1String("later"), [&] { book.insert("later"); }));
}

TEST_CASE("When SQLite gives the whole transaction up nobody is told otherwise", "[topicserver]")
{
    Book book;
    std::vector<std::string> names{"a", "b", "c", "d"};
    std::vector<SharedCommit::Work> works;
    for (const std::string& name : names)
        works.emplace_back([&book, name] {
            book.insert(name);
            if (name != "b")
                return;
            book.database->exec("ROLLBACK"); // as a full disk does
            book.insert("first"); // is there already
        });
    const auto outcomes = runBehindAnother(book, works);
    CHECK_FALSE(outcomes[1]);
    for (std::size_t i = 0; i < names.size(); ++i) {
        INFO(names[i]);
        CHECK(outcomes[i].has_value() == book.has(names[i]));
    }
    CHECK(book.shared.run(QLatin1String("later"), [&] { book.insert("later"); }));
    CHECK(book.has("later"));
}
