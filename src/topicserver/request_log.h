#pragma once

#include <string>

namespace vorzimmer::topicserver {

class Exchange;

/// `{"time":...,"tenant":...,"method":...,"route":...,"status":...,"ms":...}`: who did what kind of thing when, and nothing
/// of what was said. Tenant is empty when no token was accepted.
[[nodiscard]] std::string logLine(const Exchange& exchange, int status, const std::string& time);

/// Writes a line to the standard error stream in one piece. Any thread.
void writeLogLine(const std::string& line);

} // namespace vorzimmer::topicserver
