#pragma once

#include <QLocalServer>
#include <QObject>

namespace vorzimmer::app {

/// One console per bureau and user: a second start brings the first one's window to the front.
class SingleInstance : public QObject {
    Q_OBJECT

public:
    explicit SingleInstance(const QString& dataFolder);

    /// True when another console works on this folder; it has been asked to show itself.
    [[nodiscard]] bool wakeOther() const;
    void listen();

Q_SIGNALS:
    void woken();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace vorzimmer::app
