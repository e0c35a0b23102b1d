#pragma once

#include "caldav/collection.h"
#include "caldav/multistatus.h"

#include <functional>
#include <memory>

namespace vorzimmer::cloud::caldav {

/// What a survey has found.
struct Findings : Reply {
    Resource here;                   ///< when Done: what is at the address itself
    QString product;                 ///< what the server says it is
    std::vector<Resource> calendars; ///< the account's, as far as they were looked for and found
};

/// Looks round without changing anything: what is at an address and, where that is not what is wanted, which calendars the
/// account has (RFC 4791, RFC 6764). Answers once; lives until then. The password goes to no other server.
class Survey : public std::enable_shared_from_this<Survey> {
public:
    using Handler = std::function<void(const Findings&)>;
    using Wanted = std::function<bool(const Resource&)>;

    /// The account's calendars are looked for unless what is at the address is @p wanted.
    Survey(Collection& collection, Wanted wanted, Handler done);

    void start();
    /// @p href on this very server.
    [[nodiscard]] static QUrl at(const Collection& collection, const QString& href);

private:
    void onHere(const http::Reply& reply);
    void askWellKnown(const Reply& failed);
    void searchFrom(const Resource& found);
    void look(const QUrl& url, std::function<void(const Resource&)> next);
    void listHome(const QString& home);
    void finish();

    Collection& m_collection;
    Wanted m_wanted;
    Handler m_done;
    Findings m_findings;
};

/// What the account may do there; a server that does not say is believed to allow it, and the first write will tell.
[[nodiscard]] bool mayWrite(const Resource& resource);

/// Whether the calendar takes @p component, "VEVENT"; one that does not say takes all.
[[nodiscard]] bool takes(const Resource& resource, const char* component);

/// @p text of a server's without what could disturb a message.
[[nodiscard]] QString shown(const QString& text);

} // namespace vorzimmer::cloud::caldav
