#pragma once

#include "vorzimmer/domain/id.h"
#include "vorzimmer/ports/calendar_ledger.h"

#include <QByteArray>
#include <QMetaType>
#include <QObject>
#include <QTimeZone>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

namespace vorzimmer::ports {

/// Where a client's calendars are, and what opens them.
struct CalendarAccess {
    QUrl released;                     ///< the calendar whose free times may be booked
    std::vector<QUrl> busy;            ///< calendars that only say what is taken
    QString user;                      ///< empty for a server without accounts
    QByteArray secret;                 ///< the password
    QTimeZone zone = QTimeZone::utc(); ///< the client's clock, for times that name none
};

/// A calendar that an account has.
struct FoundCalendar {
    QString name;
    QUrl url;
    bool writable = false;
    friend bool operator==(const FoundCalendar&, const FoundCalendar&) = default;
};

/// What came of trying calendars out without changing anything in them.
struct CalendarReport {
    bool reachable = false; ///< the slots calendar is there and takes appointments
    QString problem;        ///< technical, unless reachable; no personal data, no secret
    QString product;
    QString name;
    bool writable = false;
    std::vector<FoundCalendar> calendars; ///< the account's, to choose from
};

enum class CalendarState {
    NotConnected,
    Reading,
    Current,
    Unreachable, ///< waiting; tried again by itself
    Blocked,     ///< a person must act; problem says what
};

/// The truth about one tenant's calendars.
struct CalendarStatus {
    domain::TenantId tenant;
    CalendarState state = CalendarState::NotConnected;
    QDateTime readAt;  ///< UTC; how fresh what is offered is; invalid = never read
    QDateTime nextTry; ///< UTC; when Unreachable
    int read = 0;      ///< entries so far, while Reading for the first time
    int toRead = 0;    ///< of how many; 0 = not known yet
    CalendarSummary summary;
    QString problem; ///< technical; no personal data, no secret
};

/// The tenants' calendars. Lives on the GUI thread; does its work elsewhere.
class SlotCalendar : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Keeps @p ledger and the calendars at @p access equal from now on.
    virtual void open(const domain::TenantId& tenant, const CalendarAccess& access,
                      std::shared_ptr<CalendarLedger> ledger) = 0;
    virtual void close(const domain::TenantId& tenant) = 0;
    /// Something was booked or cancelled: the calendar is to hear of it now.
    virtual void push(const domain::TenantId& tenant) = 0;
    /// Reads and writes at once, forgetting any pause after a failure.
    virtual void retryNow(const domain::TenantId& tenant) = 0;
    /// Tries @p access out; answers once here, unless @p receiver is gone by then. A slots address that is only the server's
    /// or the account's is answered with the account's calendars.
    virtual void test(const CalendarAccess& access, QObject* receiver,
                      std::function<void(const CalendarReport&)> answer) = 0;

Q_SIGNALS:
    void statusChanged(const vorzimmer::ports::CalendarStatus& status);
    /// What is offered or booked is different now.
    void appointmentsChanged(const vorzimmer::domain::TenantId& tenant);
};

} // namespace vorzimmer::ports

Q_DECLARE_METATYPE(vorzimmer::ports::CalendarStatus)
