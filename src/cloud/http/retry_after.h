#pragma once

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <optional>

namespace vorzimmer::cloud::http {

/// The pause that a Retry-After @p value asks for, given in seconds or as a date. A date is measured against @p date, the
/// reply's own Date header, so that two clocks that disagree do no harm; against @p now when there is none. Between nothing
/// and a year; no value when the value cannot be read.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const QByteArray& value, const QByteArray& date,
                                                             const QDateTime& now);

} // namespace vorzimmer::cloud::http
