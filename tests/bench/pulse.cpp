#include "pulse.h"

#include <algorithm>

#include <ctime>

namespace vorzimmer::bench {

namespace {

double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

Pulse::Pulse()
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(1);
    connect(&m_timer, &QTimer::timeout, this, &Pulse::beat);
}

void Pulse::begin()
{
    m_last = Clock::now();
    m_lastWork = processorTime();
    m_timer.start();
}

void Pulse::beat()
{
    const auto now = Clock::now();
    const double work = processorTime();
    m_gaps.push_back(std::chrono::duration<double, std::milli>(now - m_last).count());
    m_longestWork = std::max(m_longestWork, work - m_lastWork);
    m_last = now;
    m_lastWork = work;
}

double Pulse::gap(std::size_t hundredth) const
{
    if (m_gaps.empty())
        return -1;
    std::vector<double> sorted = m_gaps;
    std::sort(sorted.begin(), sorted.end());
    return sorted[std::min(sorted.size() - 1, sorted.size() * hundredth / 100)];
}

} // namespace vorzimmer::bench
