#include "calendar/calendar_sync.h"

#include "caldav/access.h"
#include "caldav/survey.h"

#include "vorzimmer/cloud/calendar_sync.h"

#include <QPointer>

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

CalendarSync::~CalendarSync()
{
    m_thread.post([this] {
        m_tenants.clear();
        m_trials.clear();
    });
}

void CalendarSync::open(const TenantId& tenant, const CalendarAccess& access, std::shared_ptr<ports::CalendarLedger> ledger)
{
    const quint64 opening = ++m_openings;
    m_open[tenant] = opening;
    m_thread.post([this, tenant, access, opening, ledger = std::move(ledger)]() mutable {
        m_tenants.erase(tenant); // never two on one ledger
        auto one = std::make_unique<TenantCalendars>(tenant, access, m_storeLane, std::move(ledger), m_clock, m_options);
        connect(one.get(), &TenantCalendars::statusChanged, one.get(),
                [this, tenant, opening](const ports::CalendarStatus& status) {
                    bringHome(tenant, opening, [this, status] { Q_EMIT statusChanged(status); });
                });
        connect(one.get(), &TenantCalendars::appointmentsChanged, one.get(), [this, tenant, opening] {
            bringHome(tenant, opening, [this, tenant] { Q_EMIT appointmentsChanged(tenant); });
        });
        one->start();
        m_tenants.emplace(tenant, std::move(one));
    });
}

void CalendarSync::bringHome(const TenantId& tenant, quint64 opening, std::function<void()> tell)
{
    m_home->drop([this, alive = std::weak_ptr<bool>(m_alive), tenant, opening, tell = std::move(tell)] {
        if (alive.expired())
            return;
        const auto found = m_open.find(tenant);
        if (found != m_open.end() && found->second == opening)
            tell();
    });
}

void CalendarSync::close(const TenantId& tenant)
{
    m_open.erase(tenant);
    m_thread.post([this, tenant] { m_tenants.erase(tenant); });
}

void CalendarSync::with(const TenantId& tenant, void (TenantCalendars::*wish)())
{
    m_thread.post([this, tenant, wish] {
        if (const auto found = m_tenants.find(tenant); found != m_tenants.end())
            (found->second.get()->*wish)();
    });
}

void CalendarSync::push(const TenantId& tenant)
{
    with(tenant, &TenantCalendars::push);
}

void CalendarSync::retryNow(const TenantId& tenant)
{
    with(tenant, &TenantCalendars::retryNow);
}

void CalendarSync::test(const CalendarAccess& access, QObject* receiver, std::function<void(const CalendarReport&)> answer)
{
    auto parcel = std::make_shared<CalendarReport>();
    const quint64 ticket = m_home->expect([parcel, guard = QPointer<QObject>(receiver), answer = std::move(answer)] {
        if (guard)
            answer(*parcel);
    });
    m_thread.post([this, access, parcel, ticket, home = m_home]() mutable {
        tryOut(access, [parcel = std::move(parcel), ticket, home](const CalendarReport& report) mutable {
            *parcel = report;
            parcel.reset();
            home->arrived(ticket);
        });
    });
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
    const quint64 trial = ++m_lastTrial;
    auto& asked = *m_trials.emplace(trial, std::make_unique<caldav::Collection>(std::move(*collection))).first->second;
    const auto nothingSuffices = [](const caldav::Resource&) { return false; }; // the others are to choose busy ones from
    const auto found = [this, trial, tell, &asked](const caldav::Findings& findings) {
        tell(reportOf(asked, findings));
        m_thread.post([this, trial] { m_trials.erase(trial); }); // it is the one that calls
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
