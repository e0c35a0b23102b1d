#include "pause.h"

#include <QRandomGenerator>

namespace vorzimmer::cloud {

Pause::Pause(const BackoffPolicy& policy, const ports::Clock& clock) : m_policy(policy), m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Pause::ended);
}

void Pause::begin(const Reply& reply)
{
    const bool sameTrouble = active(); // whatever was under way meets it, too
    if (!sameTrouble)
        ++m_failures;
    auto length = delay(m_failures, reply);
    if (sameTrouble)
        length = std::max(length, m_timer.remainingTimeAsDuration());
    m_until = m_clock.nowUtc().addMSecs(length.count());
    m_problem = reply.problem;
    m_askedFor = reply.wait.has_value() || (sameTrouble && m_askedFor);
    m_silent = reply.silent || (sameTrouble && m_silent);
    m_timer.start(length);
}

bool Pause::heard()
{
    m_failures = 0;
    cutShort();
    if (!active())
        m_problem.clear();
    return std::exchange(m_silent, false);
}

void Pause::cutShort()
{
    if (!m_askedFor)
        m_timer.stop();
}

void Pause::forget()
{
    m_failures = 0;
    m_problem.clear();
    m_timer.stop();
}

std::chrono::milliseconds Pause::delay(int failures, const Reply& reply) const
{
    return m_policy.delay(failures, reply.wait, QRandomGenerator::global()->generateDouble());
}

QDateTime Pause::nextTry(int attempt, const Reply& reply) const
{
    return m_clock.nowUtc().addMSecs(delay(attempt, reply).count());
}

} // namespace vorzimmer::cloud
