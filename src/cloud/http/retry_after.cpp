#include "http/retry_after.h"

#include <curl/curl.h>

#include <algorithm>

namespace vorzimmer::cloud::http {

namespace {

constexpr std::chrono::seconds aYear = std::chrono::hours(24 * 365);

} // namespace

std::optional<std::chrono::seconds> retryAfter(const QByteArray& value, const QByteArray& date, const QDateTime& now)
{
    const QByteArray text = value.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    if (std::all_of(text.cbegin(), text.cend(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const int seconds = text.toInt(&fits);
        return fits ? std::chrono::seconds(seconds) : aYear;
    }
    const time_t until = curl_getdate(text.constData(), nullptr);
    if (until < 0)
        return std::nullopt;
    const time_t said = date.isEmpty() ? -1 : curl_getdate(date.constData(), nullptr);
    const qint64 from = said < 0 ? now.toSecsSinceEpoch() : qint64(said);
    return std::clamp(std::chrono::seconds(until - from), std::chrono::seconds(0), aYear);
}

} // namespace vorzimmer::cloud::http
