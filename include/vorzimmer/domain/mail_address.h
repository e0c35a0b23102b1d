#pragma once

#include <QString>

namespace vorzimmer::domain {

/// What somebody wrote as an e-mail address, in the one form that is sent to: without blanks around it or a name, the domain in
/// lower case and, where it is not plain ASCII, as its "xn--" name. Empty when nothing can be sent there: no address, or one
/// with letters before the @ that only few servers take (RFC 6531).
[[nodiscard]] QString mailAddress(const QString& written);

/// @p text as one line that a header may hold: no control characters, no line breaks, no double blanks.
[[nodiscard]] QString headerText(const QString& text);

} // namespace vorzimmer::domain
