#include "inbox.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPointer>

namespace vorzimmer::cloud {

void Inbox::post(std::function<void()> job)
{
    const std::lock_guard lock(m_mutex);
    m_jobs.push_back(std::move(job));
    if (m_jobs.size() == 1)
        QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

bool Inbox::event(QEvent* event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    std::deque<std::function<void()>> jobs;
    {
        const std::lock_guard lock(m_mutex);
        jobs.swap(m_jobs);
    }
    const QPointer<Inbox> alive(this);
    for (const auto& job : jobs) {
        if (!alive)
            break; // the one before ended it all
        job();
    }
    return true;
}

} // namespace vorzimmer::cloud
