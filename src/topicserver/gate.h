#pragma once

#include "access.h"
#include "problem.h"
#include "rate_limit.h"
#include "route.h"

#include <tl/expected.hpp>

namespace vorzimmer::topicserver {

class TokenStore;

/// Decides who comes in: bearer token, its rights, its rate. Any thread.
class Gate {
public:
    Gate(TokenStore& tokens, RateLimit& rate) : m_tokens(tokens), m_rate(rate) {}

    /// 401, 403, 429, or what the token opens. Notes the tenant of a valid token in the current Exchange.
    [[nodiscard]] tl::expected<Access, Problem> admit(const httplib::Request& request, Need need);

private:
    TokenStore& m_tokens;
    RateLimit& m_rate;
};

} // namespace vorzimmer::topicserver
