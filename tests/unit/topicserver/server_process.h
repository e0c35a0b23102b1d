#pragma once

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QUuid>

#include <string>
#include <vector>

namespace vorzimmer::topicserver::test {

inline const QString tenantA = QStringLiteral("aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa");
inline const QString tenantB = QStringLiteral("bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb");
inline const QString tenantC = QStringLiteral("cccccccc-cccc-4ccc-8ccc-cccccccccccc");
inline const std::string tokenA = "token-of-tenant-a-0001";
inline const std::string tokenB = "token-of-tenant-b-0001";
inline const std::string tokenC = "token-of-tenant-c-0001";
inline const std::string readerA = "read-only-of-tenant-a-1";

/// What a run of the program that ended by itself left behind.
struct Ended {
    int code = -1;
    QString out;
    QString err;
};

/// Runs the real program to its end.
[[nodiscard]] Ended runTopics(const QStringList& arguments);

/// The real server on a data directory of its own and a free port. Ends with this object.
class ServerProcess {
public:
    /// Starts at once, with tokens A, B, C and reader A.
    explicit ServerProcess(QStringList further = {});
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    /// Starts on the same data, after stop() or kill().
    void start();
    void start(const QStringList& arguments);
    /// SIGTERM; the exit code.
    int stop();
    void kill();
    /// Ends its standard input; true when the process ended.
    [[nodiscard]] bool closeStdin();
    /// Called in the child before the program runs.
    void setChildModifier(std::function<void()> modifier) { m_process.setChildProcessModifier(std::move(modifier)); }

    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] const QString& url() const { return m_url; }
    [[nodiscard]] QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString tenantFile(const QString& tenant) const;
    [[nodiscard]] QStringList arguments() const;
    /// Everything said on the standard error stream so far.
    [[nodiscard]] QString log();
    /// What was printed on the standard output so far.
    [[nodiscard]] QString out();

private:
    QTemporaryDir m_folder;
    QStringList m_further;
    QProcess m_process;
    QString m_url;
    QString m_out;
    int m_port = 0;
};

} // namespace vorzimmer::topicserver::test
