#pragma once

#include "vorzimmer/domain/id.h"

#include <string>

namespace vorzimmer::topicserver {

/// What a valid token opens.
struct Access {
    domain::TenantId tenant;
    std::string tokenId;
    bool readOnly = false;
};

} // namespace vorzimmer::topicserver
