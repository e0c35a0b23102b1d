#include "vorzimmer/domain/appointment.h"

#include "vorzimmer/domain/wall_clock.h"

namespace vorzimmer::domain {

namespace {

constexpr int minutesADay = 24 * 60;
constexpr int longestSeries = 105; // weeks

/// Ours alone, and never to be changed: the same release makes the same slots.
QUuid releases()
{
    return QUuid(QStringLiteral("{0d6a2b57-6a0f-4d8e-9a3c-6f3b6de0b1c4}"));
}

} // namespace

ReleaseFlaw flawOf(const AppointmentKind& kind)
{
    if (kind.name.trimmed().isEmpty())
        return ReleaseFlaw::NoName;
    if (kind.minutes < 1 || kind.minutes > minutesADay)
        return ReleaseFlaw::BadLength;
    const auto isBuffer = [](int minutes) { return minutes >= 0 && minutes <= minutesADay / 2; };
    return isBuffer(kind.preparation) && isBuffer(kind.followUp) ? ReleaseFlaw::None : ReleaseFlaw::BadBuffer;
}

ReleaseFlaw flawOf(const Release& release, const QTimeZone& zone, const QDateTime& now)
{
    if (const ReleaseFlaw flaw = flawOf(release.kind); flaw != ReleaseFlaw::None)
        return flaw;
    if (!release.first.isValid())
        return ReleaseFlaw::NoDay;
    if (release.times.empty())
        return ReleaseFlaw::NoTime;
    if (release.weeks < 1 || release.weeks > longestSeries)
        return ReleaseFlaw::BadSeries;
    const QDateTime last = instantAt(release.first.addDays(7 * (release.weeks - 1)), release.times.back(), zone);
    const bool expired = release.expires.isValid() && release.expires <= now;
    return last <= now || expired ? ReleaseFlaw::AlreadyOver : ReleaseFlaw::None;
}

std::vector<Slot> slotsOf(const Release& release, const TenantId& tenant, const QTimeZone& zone)
{
    std::vector<Slot> all;
    for (int week = 0; week < release.weeks; ++week) {
        for (const QTime& time : release.times) {
            Slot slot;
            slot.start = instantAt(release.first.addDays(7 * week), time, zone);
            slot.minutes = release.kind.minutes;
            slot.kind = release.kind.name.trimmed();
            slot.person = release.kind.person;
            slot.releasedBy = release.releasedBy;
            slot.terms.concern = release.kind.concern;
            slot.terms.preparation = release.kind.preparation;
            slot.terms.followUp = release.kind.followUp;
            slot.terms.expires = release.expires;
            slot.terms.onBehalfOf = release.onBehalfOf;
            const QString name = tenant.text() + QLatin1Char('/') + slot.start.toString(Qt::ISODate) + QLatin1Char('/') +
                                 slot.person.text() + QLatin1Char('/') + slot.kind;
            slot.id = SlotId(QUuid::createUuidV5(releases(), name));
            all.push_back(std::move(slot));
        }
    }
    return all;
}

bool holdsItsTime(const Booking& booking)
{
    switch (booking.state) {
    case BookingState::Noted:
    case BookingState::Confirmed:
        return true;
    case BookingState::Cancelled:
        return booking.waiting; // the client's calendar still has it
    case BookingState::Lost:
        break;
    }
    return false;
}

} // namespace vorzimmer::domain
