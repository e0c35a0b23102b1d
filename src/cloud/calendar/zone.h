#pragma once

#include "calendar/ical.h"
#include "vorzimmer/domain/result.h"

#include <QDateTime>
#include <QTimeZone>

#include <memory>

namespace vorzimmer::cloud::calendar {

/// The clock that people at one place look at. A "local" time is a QDateTime whose date and time count and whose zone does
/// not.
class Zone {
public:
    explicit Zone(const QTimeZone& zone) : m_zone(zone) {}

    /// The zone that @p tzid means in @p calendar: an IANA name, also inside a path, a Windows name, else what the
    /// calendar's own VTIMEZONE says. Invalid when nobody knows it: a guess would be hours wrong.
    [[nodiscard]] static domain::Result<Zone> named(const QByteArray& tzid, icalcomponent* calendar);

    /// UTC. As RFC 5545 3.3.5 has it: a time that the clock skips counts by the offset before the gap, one that it shows
    /// twice is the first of the two.
    [[nodiscard]] QDateTime instant(const QDateTime& local) const;
    [[nodiscard]] QDateTime local(const QDateTime& utc) const;

private:
    explicit Zone(std::shared_ptr<icaltimezone> rules) : m_rules(std::move(rules)) {}
    [[nodiscard]] int offsetAt(const QDateTime& utc) const; ///< seconds

    QTimeZone m_zone;
    std::shared_ptr<icaltimezone> m_rules; ///< of a VTIMEZONE; null = m_zone counts
};

} // namespace vorzimmer::cloud::calendar
