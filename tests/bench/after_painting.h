#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include <functional>
#include <utility>
#include <vector>

namespace vorzimmer::test {

/// Runs jobs when a window has painted and flushed everything that was dirty. Must be gone before the window.
class AfterPainting : public QObject {
public:
    explicit AfterPainting(QWidget& window) { window.installEventFilter(this); }

    /// Once, behind the next painting.
    void run(std::function<void()> job) { m_jobs.push_back(std::move(job)); }

private:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::UpdateRequest && !m_jobs.empty())
            // After this very event has been handled.
            QMetaObject::invokeMethod(
                this,
                [jobs = std::exchange(m_jobs, {})] {
                    for (const auto& job : jobs)
                        job();
                },
                Qt::QueuedConnection);
        return false;
    }

    std::vector<std::function<void()>> m_jobs;
};

} // namespace vorzimmer::test
