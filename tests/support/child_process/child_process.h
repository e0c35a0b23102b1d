#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <sys/types.h>

namespace vorzimmer::testing {

/// A program started with posix_spawn. Not QProcess: its child borrows this process's memory for a moment, and what
/// ThreadSanitizer keeps there about the calling thread's locks is spoilt from then on.
class ChildProcess {
public:
    /// Its standard error goes to the file @p log, appended.
    ChildProcess(const QString& program, const QStringList& arguments, const QString& log);
    /// Closes its standard input and waits for its end; kills it when that does not come.
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// The next line of its standard output, without the line end; empty when it has ended.
    [[nodiscard]] QString readLine();
    /// One line to its standard input.
    void writeLine(const QByteArray& line);
    void kill();
    /// Its exit code, or -1.
    int wait();

private:
    pid_t m_pid = -1;
    int m_input = -1;
    int m_output = -1;
    QByteArray m_read;
};

} // namespace vorzimmer::testing
