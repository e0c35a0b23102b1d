#pragma once

#include "caldav/collection.h"
#include "caldav/multistatus.h"

#include <deque>
#include <map>
#include <memory>

namespace vorzimmer::cloud::caldav {

/// What is remembered between two questions; all of it can be found out again.
struct ReaderMemory {
    bool listsOnly = false;             ///< this server reports no changes since a token
    std::optional<size_t> members;      ///< how many there were in the collection when last counted
    std::map<QString, QString> others;  ///< by name: the ETags of members that were seen to be nothing that is looked for
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
    bool doubtful = false;       ///< something in `members` may be newer than `next`, and what undoes it need not be told behind it
};

/// Reads what changed in a collection, behind a cursor or from what is known of it, once: which members, then their contents in
/// batches. Answers once; lives until then.
class ChangeReader : public std::enable_shared_from_this<ChangeReader> {
public:
    using Handler = std::function<void(const Changes&)>;

    ChangeReader(Collection& collection, ReaderMemory& memory, Handler done);

    /// @p told is called whenever more of the contents have come: how many members so far, of how many.
    void reportProgress(std::function<void(size_t, size_t)> told) { m_progress = std::move(told); }
    /// Reads the members of these @p names whatever the server reports of them: where somebody undoes at once what this side has
    /// written, a server whose tokens and ETags are made of the content is back where it was, and reports no change.
    void alsoRead(QStringList names) { m_also = std::move(names); }
    void start(const QString& cursor);
    /// Everything that is not there as @p agreed (ETags by name), and the cursor behind just that.
    void compare(std::map<QString, QString> agreed);

private:
    void askChanges(const QString& token);
    void onChanges(const http::Reply& reply, const QString& token);
    void onNoChanges(const http::Reply& reply, const Reply& failed, const QString& token);
    void takeChanges(const Multistatus& whole, const QString& token);
    void countMembers();
    void askList(const QString& known);
    void onList(const Multistatus& whole, const QString& known);
    void readMembers(const QByteArray& question, std::function<void(const Multistatus&)> then);
    void onCompared(const Multistatus& whole, std::map<QString, QString> known);
    void collect(const std::vector<Resource>& members);
    void ask(const Resource& member);
    void askForOthers();

    void pump();
    void askBatch(const QStringList& names);
    void onBatch(const http::Reply& reply, const QStringList& names);
    void askOne(const QString& name);
    void onOne(const http::Reply& reply, const QString& name);
    void take(const QString& name, const QByteArray& text, const QString& etag);
    void gone(const QString& name);
    void wentMeanwhile(const QString& name);

    void fail(const Reply& reply);
    void conclude();
    void finish();

    Collection& m_collection;
    ReaderMemory& m_memory;
    struct Wanted {
        QString href; ///< in the server's own spelling
        QString etag; ///< when it was told of
    };

    Handler m_done;
    std::function<void(size_t, size_t)> m_progress;
    Changes m_result;
    std::map<QString, Wanted> m_members; ///< by name, those whose contents are asked for
    std::deque<QStringList> m_batches;
    QStringList m_singles; ///< what no batch told about
    QStringList m_also;    ///< asked for although nothing may be reported of them
    int m_underWay = 0;
    bool m_over = false;
};

} // namespace vorzimmer::cloud::caldav
