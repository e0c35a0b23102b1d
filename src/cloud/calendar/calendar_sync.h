#pragma once

#include "calendar/tenant_calendars.h"
#include "cloud_thread.h"

#include <map>

namespace vorzimmer::cloud::calendar {

/// The calendars on the GUI thread: hands every wish to the tenant's TenantCalendars on the cloud thread and brings its news
/// home.
class CalendarSync : public ports::SlotCalendar {
    Q_OBJECT

public:
    CalendarSync(lane::Lane& storeLane, const ports::Clock& clock, const SyncOptions& options);
    ~CalendarSync() override;

    void open(const domain::TenantId& tenant, const ports::CalendarAccess& access,
              std::shared_ptr<ports::CalendarLedger> ledger) override;
    void close(const domain::TenantId& tenant) override;
    void push(const domain::TenantId& tenant) override;
    void retryNow(const domain::TenantId& tenant) override;
    void test(const ports::CalendarAccess& access, QObject* receiver,
              std::function<void(const ports::CalendarReport&)> answer) override;

private:
    /// Runs @p tell at home, unless this opening of @p tenant is over by then.
    void bringHome(const domain::TenantId& tenant, quint64 opening, std::function<void()> tell);
    void with(const domain::TenantId& tenant, void (TenantCalendars::*wish)());
    /// On the cloud thread: @p tell is called once, or never when this goes first.
    void tryOut(const ports::CalendarAccess& access, const std::function<void(const ports::CalendarReport&)>& tell);

    lane::Lane& m_storeLane;
    const ports::Clock& m_clock;
    const SyncOptions m_options;
    quint64 m_openings = 0;
    std::map<domain::TenantId, quint64> m_open; ///< news of any other opening come late and are dropped
    std::map<domain::TenantId, std::unique_ptr<TenantCalendars>> m_tenants; ///< touched on the cloud thread only
    std::map<quint64, std::unique_ptr<caldav::Collection>> m_trials;        ///< likewise
    quint64 m_lastTrial = 0;                                                ///< likewise
    const std::shared_ptr<lane::LetterBox> m_home = lane::LetterBox::ofThisThread();
    const std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< news still on their way watch it
    CloudThread m_thread;                                               ///< last: it ends before anything that it uses
};

} // namespace vorzimmer::cloud::calendar
