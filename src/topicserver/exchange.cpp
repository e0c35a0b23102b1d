#include "exchange.h"

namespace vorzimmer::topicserver {

namespace {

thread_local Exchange* currentExchange = nullptr;

} // namespace

Exchange::Exchange(const BoundedStream& stream) : m_stream(stream)
{
    Q_ASSERT(!currentExchange);
    currentExchange = this;
}

Exchange::~Exchange()
{
    currentExchange = nullptr;
}

Exchange& Exchange::current()
{
    Q_ASSERT(currentExchange);
    return *currentExchange;
}

} // namespace vorzimmer::topicserver
