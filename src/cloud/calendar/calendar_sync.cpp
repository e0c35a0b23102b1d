#include "calendar/calendar_sync.h"

#include "caldav/access.h"
#include "caldav/survey.h"

#include "vorzimmer/cloud/calendar_sync.h"

namespace vorzimmer::cloud {

using domain::TenantId;
using ports::CalendarAccess;
using ports::CalendarReport;

namespace calendar {

namespace {

bool takesEvents(const caldav::Resource& resource)
{
    return caldav::takes(resource, "VEVENT");
}

CalendarReport reportOf(const caldav::Collection& collection, const caldav::Findings& found)
{
    CalendarReport report;
    report.product = found.product;
    report.name = caldav::shown(found.here.displayName);
    report.writable = caldav::mayWrite(found.here);
    report.reachable = found.answer == Answer::Done && takesEvents(found.here);
    for (const caldav::Resource& one : found.calendars) {
        if (takesEvents(one))
            report.calendars.push_back(
                {caldav::shown(one.displayName), caldav::Survey::at(collection, one.href), caldav::mayWrite(one)});
    }
    if (found.answer != Answer::Done)
        report.problem = found.problem;
    else if (!report.reachable)
        report.problem = found.here.calendar ? QStringLiteral("this calendar takes no appointments")
                                             : QStringLiteral("this is a CalDAV address, but not a calendar's");
    return report;
}

} // namespace

CalendarSync::CalendarSync(lane::Lane& storeLane, const ports::Clock& clock, const SyncOptions& options)
    : m_storeLane(storeLane), m_clock(clock), m_options(options)
{
}

void CalendarSync::open(const TenantId& tenant, const CalendarAccess& access, std::shared_ptr<ports::CalendarLedger> ledger)
{
    m_engines.open(tenant, [this, tenant, access, ledger = std::move(ledger)](const Engines::Home& home) {
        auto one = std::make_unique<TenantCalendars>(tenant, access, m_storeLane, ledger, m_clock, m_options);
        connect(one.get(), &TenantCalendars::statusChanged, one.get(), [this, home](const ports::CalendarStatus& status) {
            home([this, status] { Q_EMIT statusChanged(status); });
        });
        connect(one.get(), &TenantCalendars::appointmentsChanged, one.get(),
                [this, home, tenant] { home([this, tenant] { Q_EMIT appointmentsChanged(tenant); }); });
        return one;
    });
}

void CalendarSync::close(const TenantId& tenant)
{
    m_engines.close(tenant);
}

void CalendarSync::push(const TenantId& tenant)
{
    m_engines.wish(tenant, &TenantCalendars::push);
}

void CalendarSync::retryNow(const TenantId& tenant)
{
    m_engines.wish(tenant, &TenantCalendars::retryNow);
}

void CalendarSync::test(const CalendarAccess& access, QObject* receiver, std::function<void(const CalendarReport&)> answer)
{
    m_engines.ask<CalendarReport>(receiver, std::move(answer), [this, access](const auto& tell) { tryOut(access, tell); });
}

void CalendarSync::tryOut(const CalendarAccess& access, const std::function<void(const CalendarReport&)>& tell)
{
    auto collection = caldav::collectionAt(access.released, access.user, access.secret, m_clock, m_options);
    if (!collection) {
        CalendarReport report;
        report.problem = collection.error().detail;
        tell(report);
        return;
    }
    auto [kept, over] = m_engines.keep(std::make_unique<caldav::Collection>(std::move(*collection)));
    caldav::Collection& asked = *kept;
    const auto nothingSuffices = [](const caldav::Resource&) { return false; }; // the others are to choose busy ones from
    const auto found = [over = over, tell, &asked](const caldav::Findings& findings) {
        tell(reportOf(asked, findings));
        over();
    };
    std::make_shared<caldav::Survey>(asked, nothingSuffices, found)->start();
}

} // namespace calendar

std::unique_ptr<ports::SlotCalendar> makeSlotCalendar(lane::Lane& storeLane, const ports::Clock& clock,
                                                      const SyncOptions& options)
{
    return std::make_unique<calendar::CalendarSync>(storeLane, clock, options);
}

} // namespace vorzimmer::cloud
