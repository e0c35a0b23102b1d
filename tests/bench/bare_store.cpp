#include "bare_store.h"

#include <QUuid>

#include <simdjson.h>
#include <sqlite3.h>

#include <cstdio>
#include <utility>

namespace vorzimmer::bench {

namespace {

constexpr const char* schema =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
    "CREATE TABLE topic (number INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, title, text, state, person, due, priority,"
    " changed_at, changed_by, origin, created_at, created_by, revision);"
    "CREATE TABLE line (number INTEGER PRIMARY KEY, topic INTEGER, who, at, before, after);"
    "CREATE INDEX line_topic ON line (topic);"
    "CREATE TABLE mark (number INTEGER PRIMARY KEY, cursor);";

/// In the order of their columns.
constexpr const char* values[] = {"title",    "text",       "state",      "person", "due",        "priority",
                                  "updated_at", "changed_by", "origin", "created_at", "created_by"};
constexpr int changing = 8; ///< how many of them a change may change

/// Stays bound as long as the page is there.
void bindText(sqlite3_stmt* statement, int index, const simdjson::dom::element& object, const char* name)
{
    std::string_view text;
    if (object[name].get(text) == simdjson::SUCCESS)
        sqlite3_bind_text(statement, index, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, index);
}

} // namespace

struct BareStore::Page {
    simdjson::dom::parser parser;
    simdjson::dom::element root;
};

void BareStore::Close::operator()(sqlite3* database) const
{
    sqlite3_close(database);
}

void BareStore::Finalize::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

BareStore::BareStore(const QString& path)
{
    sqlite3* database = nullptr;
    m_good = sqlite3_open(path.toUtf8().constData(), &database) == SQLITE_OK &&
             sqlite3_exec(database, schema, nullptr, nullptr, nullptr) == SQLITE_OK;
    m_database.reset(database);
    m_begin = prepare("BEGIN IMMEDIATE");
    m_commit = prepare("COMMIT");
    m_find = prepare("SELECT number, title FROM topic WHERE id = ?");
    m_insert = prepare("INSERT INTO topic (title, text, state, person, due, priority, changed_at, changed_by, origin, "
                       "created_at, created_by, revision, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    m_update = prepare("UPDATE topic SET title = ?, text = ?, state = ?, person = ?, due = ?, priority = ?, changed_at = ?, "
                       "changed_by = ?, revision = ? WHERE number = ?");
    m_tell = prepare("INSERT INTO line (topic, who, at, before, after) VALUES (?, ?, ?, ?, ?)");
    m_mark = prepare("INSERT OR REPLACE INTO mark (number, cursor) VALUES (1, ?)");
    m_worker = std::thread([this] { work(); });
}

BareStore::~BareStore()
{
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
        m_changed.notify_all();
    }
    m_worker.join();
}

BareStore::Statement BareStore::prepare(const char* sql)
{
    sqlite3_stmt* statement = nullptr;
    m_good = sqlite3_prepare_v2(m_database.get(), sql, -1, &statement, nullptr) == SQLITE_OK && m_good;
    return Statement(statement);
}

void BareStore::run(const Statement& statement)
{
    m_good = sqlite3_step(statement.get()) == SQLITE_DONE && m_good;
    sqlite3_reset(statement.get());
}

void BareStore::take(std::string page)
{
    const std::lock_guard lock(m_mutex);
    m_pages.push_back(std::move(page));
    m_changed.notify_all();
}

bool BareStore::finish()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_pages.empty() && !m_busy; });
    return m_good;
}

void BareStore::work()
{
    Page page;
    for (std::unique_lock lock(m_mutex);;) {
        m_changed.wait(lock, [this] { return m_over || !m_pages.empty(); });
        if (m_pages.empty())
            return;
        m_busy = true;
        const std::string text = std::move(m_pages.front());
        m_pages.pop_front();
        lock.unlock();
        if (page.parser.parse(text.data(), text.size()).get(page.root) == simdjson::SUCCESS)
            keep(page);
        else
            m_good = false;
        lock.lock();
        m_busy = false;
        m_changed.notify_all();
    }
}

void BareStore::keep(Page& page)
{
    run(m_begin);
    for (const simdjson::dom::element topic : page.root["changes"].get_array()) {
        const std::string_view name = topic["id"];
        const QByteArray id = QUuid::fromString(QLatin1String(name.data(), static_cast<qsizetype>(name.size()))).toRfc4122();
        const int64_t revision = topic["revision"];
        sqlite3_bind_blob(m_find.get(), 1, id.constData(), static_cast<int>(id.size()), SQLITE_STATIC);
        const bool isKnown = sqlite3_step(m_find.get()) == SQLITE_ROW;
        sqlite3_stmt* const row = isKnown ? m_update.get() : m_insert.get();
        const int columns = isKnown ? changing : static_cast<int>(std::size(values));
        for (int i = 0; i < columns; ++i)
            bindText(row, i + 1, topic, values[i]);
        sqlite3_bind_int64(row, columns + 1, revision);
        if (isKnown) {
            const sqlite3_int64 number = sqlite3_column_int64(m_find.get(), 0);
            sqlite3_bind_int64(m_update.get(), columns + 2, number);
            sqlite3_bind_int64(m_tell.get(), 1, number);
            bindText(m_tell.get(), 2, topic, "changed_by");
            bindText(m_tell.get(), 3, topic, "updated_at");
            sqlite3_bind_value(m_tell.get(), 4, sqlite3_column_value(m_find.get(), 1));
            bindText(m_tell.get(), 5, topic, "title");
            run(m_tell);
        } else {
            sqlite3_bind_blob(m_insert.get(), columns + 2, id.constData(), static_cast<int>(id.size()), SQLITE_STATIC);
        }
        sqlite3_reset(m_find.get());
        run(isKnown ? m_update : m_insert);
    }
    bindText(m_mark.get(), 1, page.root, "next");
    run(m_mark);
    run(m_commit);
}

} // namespace vorzimmer::bench
