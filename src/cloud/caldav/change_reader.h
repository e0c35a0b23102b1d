#pragma once

#include "caldav/collection.h"
#include "caldav/multistatus.h"

#include <deque>
#include <map>
#include <memory>

namespace vorzimmer::cloud::caldav {

/// What is remembered between two questions; all of it can be found out again.
struct ReaderMemory {
    /// Notes that this side has written to @p name. Where somebody undoes that at once, a server whose tokens and ETags are
    /// made of the content is back where it was when it was last asked, and reports no change.
    void noteWritten(const QString& name) { unheard[name] = {questions, maxUnheard}; }

    struct Writing {
        int after = 0; ///< so many questions
        int left = 0;  ///< so many more answers may keep silent about it
    };
    /// An answer may be thrown away as overtaken and be asked for again, so one is not enough.
    static constexpr int maxUnheard = 5;
    std::map<QString, Writing> unheard; ///< by name: what no report has told of since it was written
    int questions = 0;                  ///< asked so far
    bool listsOnly = false;             ///< this server reports no changes since a token
    std::optional<size_t> members;      ///< how many there were in the collection when last counted
};

/// One member of a collection as it is now.
struct Member {
    QString name;
    QString etag;
    std::optional<QByteArray> text; ///< nothing = it is gone
};

struct Changes : Reply {
    std::vector<Member> members; ///< when Done
    QStringList unreadable;      ///< members that the server itself cannot read; they are neither here nor gone
    QString next;                ///< the cursor behind them
    bool more = false;           ///< ask again at once
    bool complete = false;       ///< `members` is the whole collection: what is not in it is gone
};

/// Reads what changed in a collection behind a cursor, once: which members, then their contents in batches. Answers once;
/// lives until then.
class ChangeReader : public std::enable_shared_from_this<ChangeReader> {
public:
    using Handler = std::function<void(const Changes&)>;

    ChangeReader(Collection& collection, ReaderMemory& memory, Handler done);

    /// @p told is called whenever more of the contents have come: how many members so far, of how many.
    void reportProgress(std::function<void(size_t, size_t)> told) { m_progress = std::move(told); }
    void start(const QString& cursor);

private:
    void askChanges(const QString& token);
    void onChanges(const http::Reply& reply, const QString& token);
    void onNoChanges(const http::Reply& reply, const Reply& failed, const QString& token);
    void takeChanges(const Multistatus& whole, const QString& token);
    void countMembers();
    void askList(const QString& known);
    void onList(const Multistatus& whole, const QString& known);
    void collect(const std::vector<Resource>& members);
    void ask(const QString& name, const QString& href);
    void askForUnheard();

    void pump();
    void askBatch(const QStringList& names);
    void onBatch(const http::Reply& reply, const QStringList& names);
    void askOne(const QString& name);
    void onOne(const http::Reply& reply, const QString& name);
    void take(const QString& name, const QByteArray& text, const QString& etag);
    void gone(const QString& name);

    void fail(const Reply& reply);
    void conclude();
    void finish();

    Collection& m_collection;
    ReaderMemory& m_memory;
    Handler m_done;
    std::function<void(size_t, size_t)> m_progress;
    Changes m_result;
    std::map<QString, QString> m_hrefs; ///< the server's own spelling, by name
    std::deque<QStringList> m_batches;
    QStringList m_singles; ///< what no batch told about
    QStringList m_unheard; ///< asked for although no report told of them
    int m_number;          ///< of this question
    int m_underWay = 0;
    bool m_over = false;
};

} // namespace vorzimmer::cloud::caldav
