#pragma once

#include "vorzimmer/desk/appointment_desk.h"
#include "vorzimmer/desk/calendar_keeper.h"
#include "vorzimmer/desk/mail_keeper.h"
#include "vorzimmer/models/appointment_wording.h"
#include "vorzimmer/models/row_list_model.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace vorzimmer::widgets {

namespace Ui {
class AppointmentsPage;
}

/// Giving out appointments while the caller is on the line: the free times that fit, what to read back, booking, and what is
/// booked already. Choosing a time keeps it for this caller. Nothing is called booked before the client's calendar says so.
class AppointmentsPage : public QWidget {
    Q_OBJECT

public:
    /// @p calendars must outlive the page. @p attendee is what is known of the caller, @p callersRegion
    /// the ISO 3166 country that the call comes from, empty when it is not known.
    AppointmentsPage(std::shared_ptr<desk::AppointmentDesk> desk, desk::CalendarKeeper& calendars, const QTimeZone& zone,
                     const domain::Attendee& attendee, const QString& callersRegion, QWidget* parent = nullptr);
    ~AppointmentsPage() override;

    /// Shows the way to what is released.
    void offerReleases(bool offered);
    /// Offers to confirm by e-mail in the name of @p house. @p language (BCP 47) and @p address are the caller's, where they are
    /// known. @p mail must outlive the page.
    void offerMail(desk::MailKeeper& mail, const domain::TenantEntry& house, const QString& language, const QString& address);
    /// Steps out of a field or a question; false when there is nothing to step out of.
    bool stepBack();

Q_SIGNALS:
    void leaveRequested();
    void releasesRequested();
    /// Of the call on the line; @p detail is what and when.
    void appointmentMade(const QString& detail);

private:
    /// What the caller gets in writing about @p slot; nothing when the address is none.
    [[nodiscard]] std::optional<domain::Mail> confirmation(const domain::Slot& slot);
    void connectPage();
    void connectDesk();
    void search();
    void showAll();
    /// Whether an appointment is being moved to the time that is chosen next.
    void setChanging(bool changing);
    void showChosen();
    void choose();
    void book();
    void onBooked(const domain::Booking& booking);
    void follow();
    void askToCancel();
    void cancel();
    void startChange();
    void showStanding();
    void tell(const domain::Booking& booking);
    void tell(const QString& sentence, models::Tone tone);
    [[nodiscard]] const ports::Offer* chosenOffer() const;
    [[nodiscard]] const domain::Booking* chosenBooking() const;
    [[nodiscard]] domain::Attendee attendee() const;
    [[nodiscard]] models::AppointmentWording::Place place() const;

    std::shared_ptr<desk::AppointmentDesk> m_desk;
    desk::CalendarKeeper& m_calendars;
    QTimeZone m_zone;
    std::vector<QTimeZone> m_callersZones;
    domain::CallerId m_caller;
    std::optional<domain::TenantEntry> m_house; ///< set when mail can be sent
    QString m_language;
    std::unique_ptr<Ui::AppointmentsPage> m_ui;
    models::RowListModel m_offerRows;
    models::RowListModel m_bookingRows;
    domain::BookingId m_made;     ///< the last one booked here: what becomes of it is told
    domain::BookingId m_replaces; ///< the appointment that is being moved; null = none
    QTimer m_refreshLater;
    QTimer m_clock;
};

} // namespace vorzimmer::widgets
