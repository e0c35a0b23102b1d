#include "calendar/ical.h"

#include <mutex>

namespace vorzimmer::cloud::calendar {

Component parsed(const QByteArray& text)
{
    static std::once_flag once;
    std::call_once(once, [] { icalerror_set_errors_are_fatal(0); }); // strange input must not end the program
    return Component(icalparser_parse_string(text.constData()));
}

} // namespace vorzimmer::cloud::calendar
