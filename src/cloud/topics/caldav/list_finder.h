#pragma once

#include "topics/caldav/collection.h"
#include "topics/caldav/multistatus.h"

#include <memory>

namespace vorzimmer::cloud::topics::caldav {

/// Tries a list out without changing anything: what is at the address, what may be done there, and, when it is no task list,
/// which ones the account has. Answers once; lives until then.
class ListFinder : public std::enable_shared_from_this<ListFinder> {
public:
    ListFinder(Collection& collection, std::chrono::milliseconds pollEvery, Provider::ProbeHandler done);

    void start();

private:
    void look(const QUrl& url, std::function<void(const Resource&)> next);
    void judge(const Resource& found, const QString& product);
    void searchFrom(const Resource& found);
    void listHome(const QString& home);
    [[nodiscard]] QUrl at(const QString& href) const;
    void fail(const QString& problem);
    void fail(const Reply& reply);

    Collection& m_collection;
    std::chrono::milliseconds m_pollEvery;
    Provider::ProbeHandler m_done;
    QString m_problem; ///< what is wrong with the address itself
};

} // namespace vorzimmer::cloud::topics::caldav
