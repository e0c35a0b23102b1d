#pragma once

#include "caldav/collection.h"
#include "topics/provider.h"

namespace vorzimmer::cloud::topics::todo {

/// Tries a list out without changing anything: what is at the address, what may be done there, and, when it is no task list,
/// which ones the account has. Answers once; @p collection must live until then.
void findList(caldav::Collection& collection, std::chrono::milliseconds pollEvery, Provider::ProbeHandler done);

} // namespace vorzimmer::cloud::topics::todo
