#pragma once

#include "cabinet/shelf.h"

#include "vorzimmer/ports/calendar_ledger.h"

#include <memory>

namespace vorzimmer::store {

/// The calendar sync's side of one cabinet.
class SqliteCalendarLedger final : public ports::CalendarLedger {
public:
    SqliteCalendarLedger(std::shared_ptr<Shelf> shelf, const domain::TenantId& tenant)
        : m_shelf(std::move(shelf)), m_tenant(tenant)
    {
    }

    domain::Outcome goOnWith(const std::vector<ports::CalendarPlace>& places, const QDateTime& at) override;
    domain::Result<std::vector<ports::CalendarMark>> marks() override;
    domain::Result<bool> apply(const ports::CalendarNews& news, const QDateTime& at) override;
    domain::Result<std::optional<ports::BookingErrand>> nextErrand(const QDateTime& now) override;
    domain::Result<bool> isClear(const domain::BookingId& booking) override;
    domain::Outcome settle(const domain::BookingId& booking, ports::BookingErrand::Kind kind, const QDateTime& at) override;
    domain::Outcome lose(const domain::BookingId& booking, const QString& reason, const QDateTime& at) override;
    domain::Outcome postpone(const domain::BookingId& booking, const QDateTime& nextTry, const QString& problem) override;
    domain::Result<ports::CalendarSummary> summary() override;

private:
    std::shared_ptr<Shelf> m_shelf;
    domain::TenantId m_tenant;
};

} // namespace vorzimmer::store
