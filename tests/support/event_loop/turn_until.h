#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <chrono>

namespace vorzimmer::test {

/// Turns this thread's event loop until @p done holds, and says whether it does; @p limit is for broken code only.
template <class Condition>
bool turnUntil(Condition done, std::chrono::milliseconds limit = std::chrono::seconds(20))
{
    QElapsedTimer clock;
    clock.start();
    QTimer tick; // so that waiting for an event comes back to look at the condition
    tick.start(2);
    while (!done()) {
        if (clock.elapsed() > limit.count())
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        // What an event loop would do on its way round.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

/// Turns the event loop for so long, to see that nothing happens.
inline void turnFor(std::chrono::milliseconds time)
{
    (void)turnUntil([] { return false; }, time);
}

} // namespace vorzimmer::test
