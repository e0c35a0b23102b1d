#pragma once

#include "vorzimmer/exchange/archive.h"
#include "vorzimmer/exchange/contact.h"

namespace vorzimmer::exchange {

enum class ContactsAre { Callers, People };

/// Files all of @p contacts with @p tenant or none; returns how many. What a card does not say stays as it is on file, and
/// numbers are only ever added, so that an address book never takes away what was learnt on the telephone.
[[nodiscard]] Taken<int> fileContacts(const Archive& archive, const domain::TenantEntry& tenant, const std::vector<Contact>& contacts,
                                      ContactsAre kind);

} // namespace vorzimmer::exchange
