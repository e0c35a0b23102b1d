#pragma once

#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/domain/topic.h"
#include "vorzimmer/ports/slot_calendar.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace vorzimmer::desk {

/// What is kept about one tenant's calendars.
struct CalendarConnection {
    domain::TenantId tenant;
    QString name; ///< the tenant's
    bool connected = false;
    ports::CalendarAccess access; ///< with the password only in the keeper's own hands: CalendarSetup takes it out
    bool hasSecret = false;
    QString problem; ///< connected, but it cannot be opened: technical
    std::optional<domain::Error> unreadable; ///< why the credentials cannot be read just now: they are kept all the same
};

/// Keeps the calendars of every tenant this user serves going, knows the truth about each, and makes a task of every booking
/// that was lost: whoever was told that it is noted must be called. Lives on the GUI thread.
class CalendarKeeper : public QObject {
    Q_OBJECT

public:
    /// Puts the loss of a booking into words for the shared list; title, text and person are looked at.
    using LossWording = std::function<domain::Topic(const domain::Booking&, const QTimeZone&)>;

    CalendarKeeper(Office& office, Gatekeeper& gatekeeper, ports::SlotCalendar& calendars, LossWording wording,
                   QObject* parent = nullptr);
    ~CalendarKeeper() override;

    /// Keeps where the calendars of @p tenant are: credentials in @p keys, the rest in @p directory. Call on the store lane,
    /// or where there is none.
    [[nodiscard]] static domain::Outcome keepAccess(ports::Directory& directory, ports::KeyRing& keys,
                                                    const domain::TenantId& tenant, const ports::CalendarAccess& access);
    /// What was kept, with the password: for the keeper, not to be shown. Call on the store lane.
    [[nodiscard]] static CalendarConnection accessOf(ports::Directory& directory, ports::KeyRing& keys,
                                                     const domain::TenantEntry& tenant);
    [[nodiscard]] static domain::Outcome forgetAccess(ports::Directory& directory, ports::KeyRing& keys,
                                                      const domain::TenantId& tenant);

    /// Opens the calendars of each tenant the user may serve.
    void start();
    void push(const domain::TenantId& tenant) { m_calendars.push(tenant); }
    void retryNow(const domain::TenantId& tenant) { m_calendars.retryNow(tenant); }
    /// Reads once more where the tenant's calendars are, and keeps those.
    void reopen(const domain::TenantEntry& tenant);

    /// NotConnected for a tenant without calendars.
    [[nodiscard]] ports::CalendarStatus status(const domain::TenantId& tenant) const;

Q_SIGNALS:
    void statusChanged(const vorzimmer::domain::TenantId& tenant);
    void appointmentsChanged(const vorzimmer::domain::TenantId& tenant);
    /// A task was put on the tenant's list.
    void taskMade(const vorzimmer::domain::TenantId& tenant);

private:
    void take(const domain::TenantEntry& tenant, const CalendarConnection& connection);
    void open(const domain::TenantEntry& tenant, const ports::CalendarAccess& access);
    void block(const domain::TenantId& tenant, const QString& problem);
    void reportLosses(const domain::TenantId& tenant);
    void makeTasks(const domain::TenantId& tenant, const std::vector<domain::Booking>& losses);

    struct Open {
        std::shared_ptr<CabinetHandle> cabinet;
        QTimeZone zone;
    };
    Office& m_office;
    Gatekeeper& m_gatekeeper;
    ports::SlotCalendar& m_calendars;
    LossWording m_wording;
    QHash<domain::TenantId, ports::CalendarStatus> m_status;
    QHash<domain::TenantId, Open> m_open;
};

} // namespace vorzimmer::desk
