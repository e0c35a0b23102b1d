#include "mail/calendar_file.h"

#include "calendar/ical.h"

namespace vorzimmer::cloud::mail {

namespace {

icaltimetype utc(const QDateTime& time)
{
    return icaltime_from_timet_with_zone(static_cast<time_t>(time.toSecsSinceEpoch()), 0, icaltimezone_get_utc_timezone());
}

} // namespace

QByteArray calendarMethod(const domain::MailAppointment& appointment)
{
    return appointment.cancelled ? "CANCEL" : "PUBLISH";
}

QByteArray calendarFile(const domain::MailAppointment& appointment, const QString& organizer, const QDateTime& at)
{
    const calendar::Component file(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    const auto add = [](icalcomponent* to, icalproperty* property) { icalcomponent_add_property(to, property); };
    add(file.get(), icalproperty_new_prodid("-//Vorzimmer//Vorzimmer " VORZIMMER_VERSION "//EN"));
    add(file.get(), icalproperty_new_version("2.0"));
    add(file.get(), icalproperty_new_method(appointment.cancelled ? ICAL_METHOD_CANCEL : ICAL_METHOD_PUBLISH));
    icalcomponent* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    add(event, icalproperty_new_uid((appointment.event.text() + QStringLiteral("@vorzimmer")).toUtf8().constData()));
    add(event, icalproperty_new_dtstamp(utc(at)));
    add(event, icalproperty_new_sequence(appointment.sequence));
    add(event, icalproperty_new_organizer(("mailto:" + organizer.toUtf8()).constData()));
    add(event, icalproperty_new_dtstart(utc(appointment.start)));
    add(event, icalproperty_new_dtend(utc(appointment.start.addSecs(60LL * appointment.minutes))));
    add(event, icalproperty_new_summary(appointment.summary.toUtf8().constData()));
    add(event, icalproperty_new_status(appointment.cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
    add(event, icalproperty_new_transp(ICAL_TRANSP_OPAQUE));
    icalcomponent_add_component(file.get(), event);
    char* text = icalcomponent_as_ical_string_r(file.get());
    const QByteArray bytes(text);
    icalmemory_free_buffer(text);
    return bytes;
}

} // namespace vorzimmer::cloud::mail
