#pragma once

#include "vorzimmer/domain/appointment.h"
#include "vorzimmer/domain/result.h"

#include <optional>
#include <vector>

namespace vorzimmer::ports {

/// A time that may be booked: released, not expired, free, and clear of busy time with all that must lie around it. Only an
/// AppointmentBook makes one, so no other time can be held or booked by anything in the program.
class Offer {
public:
    [[nodiscard]] const domain::Slot& slot() const { return m_slot; }
    /// The colleague whose caller is being offered this very time; empty = nobody's.
    [[nodiscard]] const QString& heldBy() const { return m_heldBy; }

private:
    friend class AppointmentBook;
    Offer(domain::Slot slot, QString heldBy) : m_slot(std::move(slot)), m_heldBy(std::move(heldBy)) {}

    domain::Slot m_slot;
    QString m_heldBy;
};

/// Which times are wanted.
struct OfferQuery {
    QDateTime now;                          ///< UTC
    QDateTime from;                         ///< UTC; nothing that starts earlier
    QString kind;                           ///< empty = any
    std::optional<domain::PersonId> person; ///< those of this person and of nobody in particular
    QTime earliest;                         ///< by the clock of `zone`; invalid = any
    QTime latest;                           ///< starts before then; invalid = any
    QTimeZone zone = QTimeZone::utc();
    domain::CallId call; ///< whose own hold is none
    int limit = 20;
};

/// Who keeps a time for a caller, and how long.
struct Hold {
    domain::CallId call;
    QString holder;  ///< shown to colleagues
    QDateTime until; ///< UTC
};

/// A booking about to be made.
struct BookingDraft {
    domain::BookingId id;
    domain::Attendee attendee;
    domain::CallId call;
    QString madeBy;
    domain::BookingId replaces{}; ///< the one that ends once this is confirmed; null = none
    QString reason{};             ///< why that one ends
};

/// Who does something with an appointment, when and why.
struct AppointmentEntry {
    QString by;
    QDateTime at; ///< UTC
    QString reason;
};

/// One tenant's appointments as people work with them. Every method is one transaction and durable when it returns; call on
/// the store lane only.
class AppointmentBook {
public:
    virtual ~AppointmentBook() = default;

    // ---- what the client releases
    [[nodiscard]] virtual domain::Result<std::vector<domain::AppointmentKind>> kinds() = 0;
    [[nodiscard]] virtual domain::Outcome saveKind(const domain::AppointmentKind& kind) = 0;
    /// Times released for it stay.
    [[nodiscard]] virtual domain::Outcome removeKind(const QString& name) = 0;
    /// Releasing the same time twice is once.
    [[nodiscard]] virtual domain::Outcome release(const std::vector<domain::Slot>& released) = 0;
    /// Takes a release back. Conflict when it is booked: that must be cancelled first; Refused when it stands in the
    /// client's own calendar.
    [[nodiscard]] virtual domain::Outcome withdraw(const domain::SlotId& slot) = 0;
    /// All released times from @p from on that are not booked, also those that cannot be offered at present.
    [[nodiscard]] virtual domain::Result<std::vector<domain::Slot>> released(const QDateTime& from, int limit) = 0;

    // ---- what is offered
    /// By start. Times that a colleague holds are among them and say so.
    [[nodiscard]] virtual domain::Result<std::vector<Offer>> offers(const OfferQuery& query) = 0;
    /// Keeps the time for one call; a call keeps one time at most. Conflict when it is held by a colleague or gone.
    [[nodiscard]] virtual domain::Outcome hold(const Offer& offer, const Hold& hold, const QDateTime& now) = 0;
    virtual domain::Outcome letGo(const domain::CallId& call) = 0;

    // ---- what is booked
    /// Confirmed at once where no calendar of the client's has a say, otherwise Noted. Conflict when the time is not to be
    /// had any more. Booking the same draft twice is once.
    [[nodiscard]] virtual domain::Result<domain::Booking> book(const Offer& offer, const BookingDraft& draft,
                                                               const QDateTime& now) = 0;
    /// Cancelling what is cancelled is no fault; Conflict when it is lost.
    [[nodiscard]] virtual domain::Outcome cancel(const domain::BookingId& booking, const AppointmentEntry& entry) = 0;
    [[nodiscard]] virtual domain::Result<domain::Booking> booking(const domain::BookingId& id) = 0;
    /// Those whose time ends after @p from, by start.
    [[nodiscard]] virtual domain::Result<std::vector<domain::Booking>> bookings(const QDateTime& from, int limit) = 0;
    /// Lost ones that are not yet a task for anybody.
    [[nodiscard]] virtual domain::Result<std::vector<domain::Booking>> unreportedLosses() = 0;
    [[nodiscard]] virtual domain::Outcome noteReported(const domain::BookingId& booking) = 0;

protected:
    [[nodiscard]] static Offer offered(domain::Slot slot, QString heldBy) { return {std::move(slot), std::move(heldBy)}; }
};

} // namespace vorzimmer::ports
