#pragma once

#include "topics/caldav/collection.h"
#include "topics/caldav/multistatus.h"

#include <deque>
#include <map>
#include <memory>

namespace vorzimmer::cloud::topics::caldav {

/// What is remembered between two questions; all of it can be found out again.
struct ReaderMemory {
    /// Notes that this side has written to @p name. Where somebody undoes that at once, a server whose tokens and ETags are made
    /// of the content is back where it was when it was last asked, and reports no change.
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

/// Reads what changed in a collection behind a cursor, once: which members, then their contents in batches. Answers once;
/// lives until then.
class ChangeReader : public std::enable_shared_from_this<ChangeReader> {
public:
    ChangeReader(Collection& collection, ReaderMemory& memory, Provider::FeedHandler done);

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
    Provider::FeedHandler m_done;
    FeedReply m_result;
    std::map<QString, QString> m_hrefs; ///< the server's own spelling, by name
    std::deque<QStringList> m_batches;
    QStringList m_singles; ///< what no batch told about
    QStringList m_unheard; ///< asked for although no report told of them
    int m_number;          ///< of this question
    int m_underWay = 0;
    bool m_over = false;
};

} // namespace vorzimmer::cloud::topics::caldav
