#include "make_client.h"

namespace vorzimmer::cloud {

std::unique_ptr<http::Client> makeClient(const ports::Clock& clock, const SyncOptions& options)
{
    http::Conduct conduct;
    conduct.connectPatience = options.connectPatience;
    conduct.maxReply = options.maxReply;
    conduct.trustFile = options.trustFile;
    return std::make_unique<http::Client>(clock, conduct);
}

} // namespace vorzimmer::cloud
