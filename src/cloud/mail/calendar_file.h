#pragma once

#include "vorzimmer/domain/mail.h"

#include <QByteArray>

namespace vorzimmer::cloud::mail {

/// @p appointment as an iCalendar file that @p organizer (an address) sends at @p at: published, or cancelled. Not a request:
/// nobody here reads replies to one.
[[nodiscard]] QByteArray calendarFile(const domain::MailAppointment& appointment, const QString& organizer, const QDateTime& at);

/// The iTIP method of that file, as its MIME type names it.
[[nodiscard]] QByteArray calendarMethod(const domain::MailAppointment& appointment);

} // namespace vorzimmer::cloud::mail
