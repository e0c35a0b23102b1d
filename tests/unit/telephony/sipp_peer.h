#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace vorzimmer::telephony {

/// A port free on loopback for UDP and TCP at this moment.
[[nodiscard]] quint16 freePort();

struct SippOrder {
    QString scenario; ///< file name without .xml in tests/e2e/sip
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 0;
    QString from; ///< address to call from; empty = the same as host
    QString dialled = QStringLiteral("+493023125010");
    bool tcp = false;
    bool isCalled = false; ///< waits at port() until we call it, and calls nobody itself
    QStringList more;      ///< further options of sipp
};

/// One sipp process playing a scenario against a port. Ends with its object.
class SippPeer {
public:
    explicit SippPeer(SippOrder order);
    ~SippPeer();
    SippPeer(const SippPeer&) = delete;
    SippPeer& operator=(const SippPeer&) = delete;

    /// Waits for the end, running the event loop. True when the scenario went as written.
    [[nodiscard]] bool isContent();
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Its own port.
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Waits until it can be called, and gives its address.
    [[nodiscard]] QString address(const QString& user = QStringLiteral("called"));
    /// What sipp had to say, for a failed test.
    [[nodiscard]] QString story() const;
    /// Ends it without a word, as a machine that loses power.
    void kill();

private:
    void run();
    void onFinished();

    SippOrder m_order;
    QTemporaryDir m_folder;
    QProcess m_process;
    int m_portsTried = 0;
    quint16 m_port = 0;
    bool m_running = true;
};

} // namespace vorzimmer::telephony
