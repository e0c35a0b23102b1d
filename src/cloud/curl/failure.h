#pragma once

#include <curl/curl.h>

#include <QString>

namespace vorzimmer::cloud::curl {

/// What @p code means, in words without host, address or secret; curl's own error buffer would name them.
[[nodiscard]] QString failureText(CURLcode code);

/// True when the failure lies in the address or the other side's papers, and will still be there after any pause.
[[nodiscard]] bool isForPerson(CURLcode code);

} // namespace vorzimmer::cloud::curl
