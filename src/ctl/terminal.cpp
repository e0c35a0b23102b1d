#include "terminal.h"

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace vorzimmer::ctl {

namespace {

constexpr size_t mostFlawsShown = 50;

void write(std::FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stream);
    std::fflush(stream);
}

QString advice(domain::Fault fault)
{
    using domain::Fault;
    switch (fault) {
    case Fault::NotFound: return QStringLiteral("Look at the name and at --data; \"vorzimmer-ctl init\" makes a new bureau.");
    case Fault::StorageFull: return QStringLiteral("Make room on the disk and run the command again.");
    case Fault::StorageBroken:
        return QStringLiteral("Run \"vorzimmer-ctl check\", and put the file back from a backup if it is damaged.");
    case Fault::StorageNewer: return QStringLiteral("Use the Vorzimmer that wrote it, or a newer one.");
    case Fault::Locked: return QStringLiteral("Unlock the desktop's key ring and run the command again.");
    case Fault::Busy: return QStringLiteral("Wait a moment and run the command again.");
    default: return {};
    }
}

/// Turns the terminal's echo off for as long as it lives.
class SilentTerminal {
public:
    SilentTerminal()
    {
        m_changed = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_changed)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

private:
    termios m_before = {};
    bool m_changed = false;
};

} // namespace

void say(const QString& line)
{
    write(stdout, line + u'\n');
}

void complain(const QString& line)
{
    write(stderr, QStringLiteral("vorzimmer-ctl: ") + line + u'\n');
}

Ending fail(const QString& what, const domain::Error& error, const QString& kept)
{
    const QString where = error.where.isEmpty() ? QString() : error.where + QStringLiteral(": ");
    complain(what + QStringLiteral(": ") + where + error.detail + u'.');
    const QString next = (kept + u' ' + advice(error.fault)).trimmed();
    if (!next.isEmpty())
        write(stderr, next + u'\n');
    return Ending::Failed;
}

Ending fail(const QString& what, const exchange::Refusal& refusal, const QString& kept)
{
    if (refusal.flaws.empty())
        return fail(what, refusal.fault, kept);
    complain(what + u':');
    for (size_t i = 0; i < refusal.flaws.size() && i < mostFlawsShown; ++i)
        write(stderr, QStringLiteral("  ") + exchange::toText(refusal.flaws[i]) + u'\n');
    if (refusal.flaws.size() > mostFlawsShown)
        write(stderr, QStringLiteral("  and %1 more\n").arg(refusal.flaws.size() - mostFlawsShown));
    write(stderr, kept + QStringLiteral(" Correct the file and import it again.\n"));
    return Ending::Failed;
}

Ending misuse(const QString& line)
{
    complain(line);
    write(stderr, QStringLiteral("\"vorzimmer-ctl --help\" lists the commands, \"vorzimmer-ctl COMMAND --help\" tells about one.\n"));
    return Ending::WrongUse;
}

exchange::Progress progressLine(const QString& what)
{
    if (isatty(STDERR_FILENO) == 0)
        return {};
    return [what](int done, int total) {
        constexpr int step = 50;
        if (done == total)
            write(stderr, QStringLiteral("\r\033[K"));
        else if (done % step == 0)
            write(stderr, QStringLiteral("\r%1: %2 of %3").arg(what).arg(done).arg(total));
    };
}

bool typesByHand()
{
    return isatty(STDIN_FILENO) != 0;
}

std::optional<QByteArray> readLine()
{
    QByteArray line;
    for (int c = std::fgetc(stdin); c != EOF; c = std::fgetc(stdin)) {
        if (c == '\n')
            return line.endsWith('\r') ? line.chopped(1) : line;
        line += static_cast<char>(c);
    }
    return line.isEmpty() ? std::nullopt : std::optional(line);
}

std::optional<QByteArray> readSecret(const QString& prompt)
{
    if (!typesByHand())
        return readLine();
    write(stderr, prompt);
    const SilentTerminal silence;
    auto line = readLine();
    write(stderr, QStringLiteral("\n"));
    return line;
}

} // namespace vorzimmer::ctl
