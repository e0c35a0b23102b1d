#pragma once

#include "vorzimmer/domain/appointment.h"
#include "vorzimmer/domain/person.h"
#include "vorzimmer/domain/topic.h"
#include "vorzimmer/models/row.h"
#include "vorzimmer/ports/appointment_book.h"
#include "vorzimmer/ports/slot_calendar.h"

#include <QCoreApplication>

namespace vorzimmer::models {

/// Puts appointments into words. Times are shown by the client's clock, and by the caller's where that is another.
class AppointmentWording {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::AppointmentWording)

public:
    /// Where and when it is, to whom the time belongs.
    struct Place {
        QTimeZone zone;
        QDateTime now; ///< UTC
        std::vector<domain::Person> people;
        std::vector<QTimeZone> callersZones; ///< those of the caller's country; empty = not known
    };

    /// Those of an ISO 3166 country; none when @p region is none.
    [[nodiscard]] static std::vector<QTimeZone> zonesOf(const QString& region);

    /// A free time; @p held = it is kept for the caller on the line.
    [[nodiscard]] static Row offer(const ports::Offer& offer, const Place& place, bool held);
    [[nodiscard]] static Row booking(const domain::Booking& booking, const Place& place);
    [[nodiscard]] static Row released(const domain::Slot& slot, const Place& place);
    [[nodiscard]] static Row kind(const domain::AppointmentKind& kind, const Place& place);

    [[nodiscard]] static QString stateName(const domain::Booking& booking);
    /// What to say aloud before it is booked: day, time, what for, with whom, who comes.
    [[nodiscard]] static QString readBack(const domain::Slot& slot, const domain::Attendee& attendee, const Place& place);
    /// What has come of booking, and what to tell the caller. @p calendarAnswers is whether the client's calendar can be
    /// reached.
    [[nodiscard]] static QString outcome(const domain::Booking& booking, const Place& place, bool calendarAnswers);
    [[nodiscard]] static Tone outcomeTone(const domain::Booking& booking);
    /// Why nothing was booked, and what to do.
    [[nodiscard]] static QString refusal();
    /// How fresh what is offered is; empty without a calendar.
    [[nodiscard]] static QString calendarStanding(const ports::CalendarStatus& status, const QDateTime& now);
    [[nodiscard]] static Lamp calendarLamp(const ports::CalendarStatus& status);
    /// What came of trying a calendar out.
    [[nodiscard]] static QString reportText(const ports::CalendarReport& report);
    /// A tenant with where its calendar is; empty @p host = none is connected.
    [[nodiscard]] static Row connection(const domain::TenantId& tenant, const QString& name, const QString& host,
                                        const QString& problem);
    /// Empty for ReleaseFlaw::None.
    [[nodiscard]] static QString flawText(domain::ReleaseFlaw flaw);
    /// The task that a lost booking becomes: whom to call, and what about.
    [[nodiscard]] static domain::Topic callBackTask(const domain::Booking& booking, const QTimeZone& zone);

private:
    struct SlotTermsText {
        QString what;
        QString terms;
        QString by;
    };
    [[nodiscard]] static SlotTermsText termsText(const domain::Slot& slot, const Place& place);
    [[nodiscard]] static QString personName(const domain::PersonId& person, const Place& place);
    /// By the caller's clock, where that is known and another than the client's; else empty.
    [[nodiscard]] static QString callersTime(const QDateTime& start, const Place& place);
    [[nodiscard]] static QString longTime(const domain::Slot& slot, const QTimeZone& zone);
};

} // namespace vorzimmer::models
