#pragma once


#include "vorzimmer/domain/result.h"

#include <QProcess>
#include <QTemporaryDir>


namespace vorzimmer::app {

/// The throw-away demo bureau: a folder of its own that goes with the program, and a topic server on loopback as its child.
class DemoHouse : public QObject {
    Q_OBJECT

public:
    DemoHouse();
    ~DemoHouse() override;

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Fills the folder with the demo bureau. On the calling thread: there is no window yet.
    [[nodiscard]] domain::Outcome furnish();

    /// Starts the topic server that stands beside this program; serverReady or serverMissing follows.
    void startTopicServer();
    /// Lets the topic server end; closed() follows, within two seconds.
    void close();

Q_SIGNALS:
    void serverReady(const QString& url);
    void serverMissing(const QString& reason);
    void closed();

private:
    void readAnnouncement();

    QTemporaryDir m_folder;
    QProcess m_server;
    QByteArray m_output;
};

} // namespace vorzimmer::app
