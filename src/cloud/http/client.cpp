#include "http/client.h"

namespace vorzimmer::cloud::http {

Client::Client(const ports::Clock& clock, Conduct conduct, QObject* parent)
    : QObject(parent), m_clock(clock), m_conduct(std::move(conduct))
{
}

void Client::send(Request request, Transfer::Done done)
{
    auto transfer = std::make_unique<Transfer>(std::move(request), m_conduct, std::move(done));
    CURL* easy = transfer->handle();
    m_underWay.emplace(easy, std::move(transfer));
    m_multi.add(easy, [this, easy](CURLcode code) {
        const auto finished = std::move(m_underWay.extract(easy).mapped()); // this may go with the delivery
        finished->finish(code, m_clock.nowUtc());
        finished->deliver();
    });
}

} // namespace vorzimmer::cloud::http
