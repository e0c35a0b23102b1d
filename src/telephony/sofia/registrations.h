#pragma once

#include "sofia/registration.h"

#include <QObject>

#include <memory>
#include <vector>

typedef struct _GNetworkMonitor GNetworkMonitor;

namespace vorzimmer::telephony::sofia {

/// Every line that registers. Asks again at once when the machine's network changes.
class Registrations : public QObject {
public:
    Registrations(nua_t* nua, const std::vector<LineAccount>& accounts, const LineTiming& timing, Registration::Tell tell);
    ~Registrations() override;

    /// Registers every line.
    void start();
    /// One line, or with a null id all of them.
    void askNow(const domain::LineId& line);

    /// Whether who sends from there has registered one of our lines.
    [[nodiscard]] bool admits(const sockaddr* peer) const;
    /// Null when there is no such line.
    [[nodiscard]] const LineAccount* find(const domain::LineId& line) const;
    /// The line whose contact a request was sent to; null when it is none of ours.
    [[nodiscard]] const LineAccount* calledAs(const QByteArray& contactUser) const;
    [[nodiscard]] std::vector<ports::LineStatus> statuses() const;

private:
    void watchNetwork();

    std::vector<std::unique_ptr<Registration>> m_lines;
    GNetworkMonitor* m_monitor = nullptr; ///< GLib's own
    unsigned long m_watch = 0;
    QTimer m_settled;
};

} // namespace vorzimmer::telephony::sofia
