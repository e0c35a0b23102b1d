#pragma once

#include "fault_proxy.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <optional>

namespace vorzimmer::testing {

/// One connection of the client's: takes its requests one after the other and has each suffer its fault.
class Relay : public QObject {
    Q_OBJECT

public:
    Relay(FaultProxy& proxy, QTcpSocket& client, int connection);

    void end(Ending ending);

private:
    void takeRequest();
    [[nodiscard]] std::optional<SeenRequest> cutOffRequest();
    void suffer(const SeenRequest& request, const Fault& fault);
    void forward(const SeenRequest& request, std::function<void(const QByteArray&)> onReply);
    void reply(const QByteArray& bytes, const Fault& fault);
    void drip(const QByteArray& bytes, std::chrono::milliseconds time);
    void finishRequest();

    FaultProxy& m_proxy;
    QTcpSocket& m_client;
    int m_connection;
    QByteArray m_received;
    bool m_busy = false;
};

} // namespace vorzimmer::testing
