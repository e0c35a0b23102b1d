#pragma once

#include "topics/caldav/collection.h"
#include "topics/caldav/multistatus.h"

#include <deque>
#include <map>
#include <memory>

namespace vorzimmer::cloud::topics::caldav {

/// What is remembered between two questions; all of it can be found out again.
struct ReaderMemory {
    bool listsOnly = false;             ///< this server reports no changes since a token
    std::optional<size_t> members;      ///< how many there were in the collection when last counted
    std::map<QString, QString> noTasks; ///< by name: the ETags of members that were seen to be something else
};

/// Reads what changed in a collection, behind a cursor or from what is known of it, once: which members, then their
/// contents in batches. Answers once; lives until then.
class ChangeReader : public std::enable_shared_from_this<ChangeReader> {
public:
    ChangeReader(Collection& collection, ReaderMemory& memory, Provider::FeedHandler done);

    void start(const QString& cursor);
    /// Everything that is not there as @p agreed, and the cursor behind just that.
    void compare(const std::vector<ports::RemoteTopic>& agreed);

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
    Provider::FeedHandler m_done;
    FeedReply m_result;
    struct Member {
        QString href; ///< in the server's own spelling
        QString etag; ///< when it was told of
    };
    std::map<QString, Member> m_members; ///< by name, those whose contents are asked for
    std::deque<QStringList> m_batches;
    QStringList m_singles; ///< what no batch told about
    int m_underWay = 0;
    bool m_over = false;
};

} // namespace vorzimmer::cloud::topics::caldav
