#pragma once

#include "vorzimmer/desk/cabinet_handle.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/domain/mail.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/user.h"
#include "vorzimmer/ports/appointment_book.h"

#include <QObject>

#include <optional>
#include <vector>

namespace vorzimmer::desk {

/// One tenant's appointments as people work with them: what may be booked, for whom it is, what the client releases. Made
/// for one open cabinet; lives on the GUI thread. What was asked of it is done even when nobody waits for the answer any
/// more. A time it holds is let go of with it.
class AppointmentDesk : public QObject {
    Q_OBJECT

public:
    /// @p call is the caller's; null = nobody is on the line, then nothing can be held.
    AppointmentDesk(Office& office, CabinetHandle cabinet, domain::User user, domain::CallId call,
                    QObject* parent = nullptr);
    ~AppointmentDesk() override;

    [[nodiscard]] const domain::TenantId& tenant() const { return m_cabinet.tenant(); }
    [[nodiscard]] const std::vector<ports::Offer>& offers() const { return m_offers; }
    [[nodiscard]] const std::vector<domain::Booking>& bookings() const { return m_bookings; }
    [[nodiscard]] const std::vector<domain::Slot>& released() const { return m_released; }
    [[nodiscard]] const std::vector<domain::AppointmentKind>& kinds() const { return m_kinds; }
    [[nodiscard]] const std::vector<domain::Person>& people() const { return m_people; }
    /// Whose time is kept for this call; null = none.
    [[nodiscard]] const domain::SlotId& held() const { return m_held; }
    [[nodiscard]] bool mayHold() const { return !m_call.isNull(); }
    [[nodiscard]] QDateTime nowUtc() const { return m_office.clock.nowUtc(); }

    /// Reads what may be booked by @p query, whose now and call are filled in here, and what is booked; answers by loaded().
    /// An earlier answer that comes late is dropped.
    void load(const ports::OfferQuery& query);
    void reload() { load(m_query); }

    /// Keeps the time for this call for some minutes.
    void hold(const ports::Offer& offer);
    void letGo();
    /// Answers by booked() or refused(). @p replaces is the appointment that this one is instead of, null = none, and @p
    /// reason says why.
    /// @p confirmation: subject, text, recipients and what the appointment is called, for a mail that leaves once it is binding;
    /// without recipients there is none.
    void book(const ports::Offer& offer, const domain::Attendee& attendee, const domain::BookingId& replaces = {},
              const QString& reason = {}, const domain::Mail& confirmation = {});
    /// Whoever had a confirmation by e-mail gets @p notice (subject and text) as well.
    void cancel(const domain::BookingId& booking, const QString& reason, const domain::Mail& notice = {});

    // ---- the client's side
    void release(domain::Release release, const QTimeZone& zone);
    void withdraw(const domain::SlotId& slot);
    void saveKind(const domain::AppointmentKind& kind);
    void removeKind(const QString& name);

Q_SIGNALS:
    void loaded();
    void booked(const vorzimmer::domain::Booking& booking);
    /// The time is not to be had any more, or is kept for a colleague's caller.
    void refused(const vorzimmer::domain::Error& error);
    /// A change is on disk; everything is being read again.
    void changed();
    void failed(const vorzimmer::domain::Error& error);
    /// The client's calendar is to hear of something.
    void errandsFilled(const vorzimmer::domain::TenantId& tenant);
    /// There may be something to send by e-mail.
    void mailWritten(const vorzimmer::domain::TenantId& tenant);

private:
    template <class Job>
    void change(Job job);
    [[nodiscard]] domain::Mail signedMail(const domain::Mail& draft, domain::MailReason reason) const;

    Office& m_office;
    CabinetHandle m_cabinet;
    domain::User m_user;
    domain::CallId m_call;
    ports::OfferQuery m_query;
    std::vector<ports::Offer> m_offers;
    std::vector<domain::Booking> m_bookings;
    std::vector<domain::Slot> m_released;
    std::vector<domain::AppointmentKind> m_kinds;
    std::vector<domain::Person> m_people;
    domain::SlotId m_held;
    quint64 m_asked = 0;
};

} // namespace vorzimmer::desk
