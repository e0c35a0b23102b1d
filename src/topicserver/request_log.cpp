#include "request_log.h"

#include "exchange.h"

#include <cmath>
#include <cstdio>

namespace vorzimmer::topicserver {

std::string logLine(const Exchange& exchange, int status, const std::string& time)
{
    const double ms = std::chrono::duration<double, std::milli>(exchange.age()).count();
    const nlohmann::ordered_json line{{"time", time},
                                      {"tenant", exchange.tenant.text().toStdString()},
                                      {"method", exchange.method},
                                      {"route", exchange.match ? exchange.match->route->path : "-"},
                                      {"status", status},
                                      {"ms", std::round(ms * 100) / 100}};
    return line.dump();
}

void writeLogLine(const std::string& line)
{
    const std::string whole = line + '\n';
    std::fwrite(whole.data(), 1, whole.size(), stderr); // stderr is locked for the whole of one call
}

} // namespace vorzimmer::topicserver
