#pragma once

#include "vorzimmer/exchange/contact.h"
#include "vorzimmer/exchange/flaw.h"

#include <QString>

namespace vorzimmer::exchange {

/// Reads vCard 3.0 and 4.0 as address books export them, and 2.1 with its quoted-printable values. Groups are passed over.
[[nodiscard]] Taken<std::vector<Contact>> readVcards(const QString& text);

} // namespace vorzimmer::exchange
