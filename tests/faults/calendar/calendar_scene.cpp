#include "calendar_scene.h"

namespace vorzimmer::testing {

namespace {

std::vector<DavKind> kindsUnderTest()
{
    if (qEnvironmentVariable("VZ_CALENDAR_SERVER") == QLatin1String("davical"))
        return {DavKind::Davical};
    return {DavKind::Radicale, DavKind::Xandikos};
}

} // namespace

DavKind eachKind()
{
    return GENERATE(from_range(kindsUnderTest()));
}

DavKind oneKind()
{
    return kindsUnderTest().front();
}

} // namespace vorzimmer::testing
