#pragma once

#include <string>
#include <utility>
#include <vector>

namespace vorzimmer::topicserver {

/// What a handler answers, before it is put into HTTP.
struct Reply {
    int status = 200;
    std::string body; ///< JSON; empty = none
    std::vector<std::pair<std::string, std::string>> headers = {};
    bool isProblem = false;
};

} // namespace vorzimmer::topicserver
