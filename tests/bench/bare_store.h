#pragma once

#include <QString>

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

struct sqlite3;
struct sqlite3_stmt;

namespace vorzimmer::bench {

/// The least that a client can do who keeps what the change feed brings: on a thread of its own, a row for each topic and a
/// line of history for each change, a durable transaction for each page. Three statements for a topic, straight from the
/// parsed text; nothing is checked, merged, compared or told to anybody.
class BareStore {
public:
    /// Makes a database at @p path, where none is.
    explicit BareStore(const QString& path);
    ~BareStore();
    BareStore(const BareStore&) = delete;
    BareStore& operator=(const BareStore&) = delete;

    /// Hands a page of changes over.
    void take(std::string page);
    /// Waits until all pages are durable. False when something about one of them went wrong.
    [[nodiscard]] bool finish();

private:
    struct Page;
    struct Close {
        void operator()(sqlite3* database) const;
    };
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

    [[nodiscard]] Statement prepare(const char* sql);
    void run(const Statement& statement);
    void work();
    void keep(Page& page);

    std::unique_ptr<sqlite3, Close> m_database;
    Statement m_begin;
    Statement m_commit;
    Statement m_find;
    Statement m_insert;
    Statement m_update;
    Statement m_tell;
    Statement m_mark;
    bool m_good = true; ///< the worker's, until finish() has seen it at rest

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::string> m_pages;
    bool m_busy = false;
    bool m_over = false;
    std::thread m_worker;
};

} // namespace vorzimmer::bench
