#pragma once


#include <QProcess>
#include <QTemporaryDir>


namespace vorzimmer::app {

/// The throw-away demo bureau: a folder of its own that goes with the program, and a topic server on loopback as its child.
class DemoHouse : public QObject {
    Q_OBJECT

public:
    /// The password of every demo user.
    [[nodiscard]] static QString password() { return QStringLiteral("demo"); }

    DemoHouse();
    ~DemoHouse() override;

    /// Empty when no temporary folder could be made.
    [[nodiscard]] QString folder() const { return m_folder.isValid() ? m_folder.path() : QString(); }

    /// Starts the topic server that stands beside this program; serverReady or serverMissing follows.
    void startTopicServer();

Q_SIGNALS:
    void serverReady(const QString& url);
    void serverMissing(const QString& reason);

private:
    void readAnnouncement();

    QTemporaryDir m_folder;
    QProcess m_server;
    QByteArray m_output;
};

} // namespace vorzimmer::app
