#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace vorzimmer::cloud::caldav {

/// What a server tells about one address.
struct Resource {
    QString href;
    int status = 0; ///< of the address as a whole; 0 = it has properties instead
    QString etag;
    std::optional<QByteArray> calendarData;
    QString displayName;
    bool collection = false;
    bool calendar = false;
    std::optional<QStringList> components; ///< what a calendar takes, "VTODO"; nothing = it does not say
    std::optional<QStringList> privileges; ///< what this account may do, "write-content"; nothing = it does not say
    bool syncCollection = false;           ///< it reports changes since a token
    QString syncToken;                     ///< the token for what it holds now
    QString principal;                     ///< where the account itself is described
    QString home;                          ///< where its calendars are
    QString error;                         ///< the condition that was not met, "no-uid-conflict"
};

/// A WebDAV multi-status document.
struct Multistatus {
    std::vector<Resource> resources;
    QString syncToken;
};

/// Nothing when @p body is no such document, or not to its end.
[[nodiscard]] std::optional<Multistatus> multistatusIn(const QByteArray& body);

/// The condition that an error document names; empty when it is none.
[[nodiscard]] QString conditionIn(const QByteArray& body);

} // namespace vorzimmer::cloud::caldav
