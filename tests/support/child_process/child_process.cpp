#include "child_process.h"

#include <catch2/catch.hpp>

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <utility>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace vorzimmer::testing {

namespace {

constexpr int patience = 60'000; // ms; a sanitizer on a busy machine

struct Pipe {
    Pipe() { REQUIRE(::pipe2(ends, O_CLOEXEC) == 0); }
    int ends[2];
};

} // namespace

ChildProcess::ChildProcess(const QString& program, const QStringList& arguments, const QString& log)
{
    const Pipe input;
    const Pipe output;
    std::vector<QByteArray> words = {QFile::encodeName(program)};
    for (const QString& argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char*> pointers;
    for (QByteArray& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input.ends[0], STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output.ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, QFile::encodeName(log).constData(),
                                     O_WRONLY | O_CREAT | O_APPEND, 0600);
    const int failed = ::posix_spawnp(&m_pid, words[0].constData(), &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(input.ends[0]);
    ::close(output.ends[1]);
    m_input = input.ends[1];
    m_output = output.ends[0];
    REQUIRE(failed == 0);
}

ChildProcess::~ChildProcess()
{
    ::close(m_input);
    QElapsedTimer waited;
    waited.start();
    while (m_pid > 0 && ::waitpid(m_pid, nullptr, WNOHANG) == 0) {
        if (waited.elapsed() > patience)
            kill();
        QThread::msleep(1);
    }
    ::close(m_output);
}

QString ChildProcess::readLine()
{
    for (;;) {
        if (const qsizetype end = m_read.indexOf('\n'); end >= 0) {
            const QByteArray line = m_read.left(end);
            m_read.remove(0, end + 1);
            return QString::fromUtf8(line);
        }
        char bytes[65536];
        const ssize_t count = ::read(m_output, bytes, sizeof bytes);
        if (count <= 0)
            return QString::fromUtf8(std::exchange(m_read, {}));
        m_read.append(bytes, count);
    }
}

void ChildProcess::writeLine(const QByteArray& line)
{
    const QByteArray bytes = line + '\n';
    REQUIRE(::write(m_input, bytes.constData(), static_cast<size_t>(bytes.size())) == bytes.size());
}

void ChildProcess::kill()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGKILL);
    wait();
}

int ChildProcess::wait()
{
    int status = 0;
    const bool ended = m_pid > 0 && ::waitpid(m_pid, &status, 0) == m_pid;
    m_pid = -1;
    return ended && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace vorzimmer::testing
