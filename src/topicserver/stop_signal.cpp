#include "stop_signal.h"

#include <cassert>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace vorzimmer::topicserver {

StopSignal::StopSignal() : m_descriptor(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    assert(m_descriptor >= 0);
}

StopSignal::~StopSignal()
{
    ::close(m_descriptor);
}

void StopSignal::raise()
{
    ::eventfd_write(m_descriptor, 1); // never read, so it stays readable
}

bool StopSignal::isRaised() const
{
    pollfd asked{m_descriptor, POLLIN, 0};
    return ::poll(&asked, 1, 0) > 0;
}

} // namespace vorzimmer::topicserver
