#pragma once

#include "calendar/tenant_calendars.h"
#include "tenant_engines.h"

namespace vorzimmer::cloud::calendar {

/// The calendars on the GUI thread: hands every wish to the tenant's TenantCalendars on the cloud thread and brings its news
/// home.
class CalendarSync : public ports::SlotCalendar {
    Q_OBJECT

public:
    CalendarSync(lane::Lane& storeLane, const ports::Clock& clock, const SyncOptions& options);

    void open(const domain::TenantId& tenant, const ports::CalendarAccess& access,
              std::shared_ptr<ports::CalendarLedger> ledger) override;
    void close(const domain::TenantId& tenant) override;
    void push(const domain::TenantId& tenant) override;
    void retryNow(const domain::TenantId& tenant) override;
    void test(const ports::CalendarAccess& access, QObject* receiver,
              std::function<void(const ports::CalendarReport&)> answer) override;

private:
    using Engines = TenantEngines<TenantCalendars, std::unique_ptr<caldav::Collection>>;

    /// On the cloud thread: @p tell is called once, or never when this goes first.
    void tryOut(const ports::CalendarAccess& access, const std::function<void(const ports::CalendarReport&)>& tell);

    lane::Lane& m_storeLane;
    const ports::Clock& m_clock;
    const SyncOptions m_options;
    Engines m_engines; ///< last: its thread uses all the others
};

} // namespace vorzimmer::cloud::calendar
