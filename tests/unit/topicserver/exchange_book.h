#pragma once

#include <httplib.h>

#include <string>

namespace vorzimmer::topicserver::test {

/// Writes an exchange to the file that VZ_EXCHANGES names, for check_contract.py; the first one empties the file. Any
/// thread.
void writeDown(const std::string& method, const std::string& target, const httplib::Headers& headers,
               const std::string& body, const httplib::Response& response);

} // namespace vorzimmer::topicserver::test
