#pragma once

#include <QByteArray>

#include <libical/ical.h>

#include <memory>

namespace vorzimmer::cloud::calendar {

struct Freed {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Freed>;

/// What libical makes of @p text; null when that is nothing.
[[nodiscard]] Component parsed(const QByteArray& text);

} // namespace vorzimmer::cloud::calendar
