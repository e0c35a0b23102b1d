#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

class QSocketNotifier;

namespace vorzimmer::telephony {

/// Feels whether our own SIP port still answers, as a peer would: with a small OPTIONS from a socket of its own. So an
/// address that has gone with its network card, and a socket that died, are noticed within moments and not by the next
/// caller.
class SipPulse : public QObject {
public:
    /// @p lost is called once, from the event loop. @p heard counts whatever else comes in: where that grows, the port
    /// lives, however late it is with its answers.
    SipPulse(std::function<void(const QString& reason)> lost, std::function<quint64()> heard);
    ~SipPulse() override;

    /// @p host may stand for every address ("0.0.0.0", "::"). An interval of 0 feels nothing.
    void start(const QString& host, quint16 port, std::chrono::milliseconds interval);
    void stop();

private:
    void beat();
    void hear();
    [[nodiscard]] QByteArray question();

    std::function<void(const QString&)> m_lost;
    std::function<quint64()> m_heard;
    quint64 m_heardBefore = 0;
    QTimer m_timer;
    QElapsedTimer m_since;
    QByteArray m_host;
    quint16 m_port = 0;
    quint16 m_ownPort = 0;
    quint64 m_beats = 0;
    int m_socket = -1;
    int m_missed = 0;
    std::unique_ptr<QSocketNotifier> m_ear;
};

} // namespace vorzimmer::telephony
