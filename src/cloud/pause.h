#pragma once

#include "answer.h"
#include "vorzimmer/cloud/sync_options.h"
#include "vorzimmer/ports/clock.h"

#include <QTimer>

namespace vorzimmer::cloud {

/// How long to leave the other side alone after failures in a row.
class Pause : public QObject {
    Q_OBJECT

public:
    Pause(const BackoffPolicy& policy, const ports::Clock& clock);

    /// During a pause: prolongs it where that is asked for, and counts for nothing more.
    void begin(const Reply& reply);
    /// The other side answered: counting starts anew, and a pause that it did not ask for ends. True when it had been
    /// silent.
    bool heard();
    /// Ends a pause that the other side did not ask for; the count stays.
    void cutShort();
    /// Ends any pause and forgets the count.
    void forget();

    [[nodiscard]] bool active() const { return m_timer.isActive(); }
    /// Why there is or was a pause, until the other side is heard again; empty = all is well.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    /// When the pause ends, UTC; invalid without one.
    [[nodiscard]] QDateTime until() const { return active() ? m_until : QDateTime(); }

    /// When an operation that was tried @p attempt times may be tried again.
    [[nodiscard]] QDateTime nextTry(int attempt, const Reply& reply) const;

Q_SIGNALS:
    /// By itself, not by any of the above.
    void ended();

private:
    [[nodiscard]] std::chrono::milliseconds delay(int failures, const Reply& reply) const;

    BackoffPolicy m_policy;
    const ports::Clock& m_clock;
    QTimer m_timer;
    QDateTime m_until;
    QString m_problem;
    int m_failures = 0;
    bool m_askedFor = false;
    bool m_silent = false;
};

} // namespace vorzimmer::cloud
