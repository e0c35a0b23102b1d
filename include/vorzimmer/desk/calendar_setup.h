#pragma once

#include "vorzimmer/desk/calendar_keeper.h"
#include "vorzimmer/ports/list_address.h"

#include <QObject>

#include <vector>

namespace vorzimmer::desk {

/// What a person enters about one tenant's calendars.
struct CalendarDraft {
    QString released;
    QStringList busy;
    QString user;
    QByteArray secret; ///< empty = the one that is kept for this very server and account
};

/// Chooses which calendars of each tenant are read and written, for supervisors; everybody else is refused. Lives on the GUI
/// thread. A password goes from here to the key ring and to the calendar's own server, and never comes back out.
class CalendarSetup : public QObject {
    Q_OBJECT

public:
    CalendarSetup(Office& office, Gatekeeper& gatekeeper, CalendarKeeper& keeper, ports::SlotCalendar& calendars,
                  QObject* parent = nullptr);

    /// By name; without passwords.
    [[nodiscard]] const std::vector<CalendarConnection>& connections() const { return m_connections; }
    [[nodiscard]] ports::CalendarStatus status(const domain::TenantId& tenant) const { return m_keeper.status(tenant); }

    /// Answers by loaded() or failed().
    void load();
    /// Tries the calendar out and changes nothing; answers by tested(), refused() or failed().
    void test(const domain::TenantId& tenant, const CalendarDraft& draft);
    /// Tries it out and connects it when it is a calendar that takes appointments. Answers by connected(), by tested() with
    /// a report that says why not, by refused() or failed().
    void connectCalendar(const domain::TenantId& tenant, const CalendarDraft& draft);
    /// Nothing is deleted on either side. Answers by disconnected() or failed().
    void disconnectCalendar(const domain::TenantId& tenant);

Q_SIGNALS:
    void loaded();
    void tested(const vorzimmer::domain::TenantId& tenant, const vorzimmer::ports::CalendarReport& report);
    void connected(const vorzimmer::domain::TenantId& tenant, const vorzimmer::ports::CalendarReport& report);
    void disconnected(const vorzimmer::domain::TenantId& tenant);
    /// One of the addresses will not do.
    void refused(const vorzimmer::domain::TenantId& tenant, vorzimmer::ports::AddressFlaw flaw);
    void failed(const vorzimmer::domain::TenantId& tenant, const vorzimmer::domain::Error& error);

private:
    struct Wish {
        domain::TenantEntry tenant;
        ports::CalendarAccess access;
    };
    [[nodiscard]] bool allowed(const domain::TenantId& tenant);
    /// Completes @p draft by what is kept, and goes on with it.
    void prepare(const domain::TenantId& tenant, const CalendarDraft& draft, std::function<void(const Wish&)> goOn);
    void keep(const Wish& wish, const ports::CalendarReport& report);

    Office& m_office;
    Gatekeeper& m_gatekeeper;
    CalendarKeeper& m_keeper;
    ports::SlotCalendar& m_calendars;
    std::vector<CalendarConnection> m_connections;
};

} // namespace vorzimmer::desk
