#pragma once

#include "cabinet/shelf.h"

#include "vorzimmer/ports/appointment_book.h"

#include <memory>

namespace vorzimmer::store {

/// One cabinet's appointments as people work with them.
class SqliteAppointmentBook final : public ports::AppointmentBook {
public:
    SqliteAppointmentBook(std::shared_ptr<Shelf> shelf, const domain::TenantId& tenant)
        : m_shelf(std::move(shelf)), m_tenant(tenant)
    {
    }

    domain::Result<std::vector<domain::AppointmentKind>> kinds() override;
    domain::Outcome saveKind(const domain::AppointmentKind& kind) override;
    domain::Outcome removeKind(const QString& name) override;
    domain::Outcome release(const std::vector<domain::Slot>& released) override;
    domain::Outcome withdraw(const domain::SlotId& slot) override;
    domain::Result<std::vector<domain::Slot>> released(const QDateTime& from, int limit) override;

    domain::Result<std::vector<ports::Offer>> offers(const ports::OfferQuery& query) override;
    domain::Outcome hold(const ports::Offer& offer, const ports::Hold& hold, const QDateTime& now) override;
    domain::Outcome letGo(const domain::CallId& call) override;

    domain::Result<domain::Booking> book(const ports::Offer& offer, const ports::BookingDraft& draft,
                                         const QDateTime& now) override;
    domain::Outcome cancel(const domain::BookingId& booking, const ports::AppointmentEntry& entry) override;
    domain::Result<domain::Booking> booking(const domain::BookingId& id) override;
    domain::Result<std::vector<domain::Booking>> bookings(const QDateTime& from, int limit) override;
    domain::Result<std::vector<domain::Booking>> unreportedLosses() override;
    domain::Outcome noteReported(const domain::BookingId& booking) override;

private:
    std::shared_ptr<Shelf> m_shelf;
    domain::TenantId m_tenant;
};

} // namespace vorzimmer::store
