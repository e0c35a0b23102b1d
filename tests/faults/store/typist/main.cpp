// Writes to one cabinet without end and says on standard output, line by line, what the store told it was safe. The fault
// tests end it in the middle of its work.
//
//   vz_store_typist FOLDER TENANT type          until it is killed
//   vz_store_typist FOLDER TENANT full BYTES    until no file may grow beyond BYTES; then with the limit lifted once more
//   vz_store_typist FOLDER TENANT hold          nothing, but with the file locked for itself

#include "sqlite/migrations.h"

#include "vorzimmer/store/sqlite_store.h"

#include <QCoreApplication>
#include <QThread>

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <sys/resource.h>
#include <unistd.h>

using namespace vorzimmer;

namespace {

constexpr int burstsPerNote = 6;

class SystemClock final : public ports::Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::currentDateTimeUtc(); }
};

class RandomIds final : public ports::IdSource {
public:
    [[nodiscard]] QUuid next() override { return QUuid::createUuid(); }
};

/// In one write, so that a line is there as a whole or not at all.
void say(const QString& line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    if (::write(STDOUT_FILENO, bytes.constData(), static_cast<size_t>(bytes.size())) < 0)
        std::abort();
}

[[noreturn]] void giveUp(const domain::Error& error)
{
    std::fprintf(stderr, "%s: %s\n", qUtf8Printable(error.where), qUtf8Printable(error.detail));
    std::_Exit(1);
}

/// Types notes and finishes them, until something fails or @p atMost were finished.
domain::Outcome type(ports::Cabinet& cabinet, RandomIds& ids, int atMost)
{
    for (int count = 0; count < atMost; ++count) {
        domain::Note note;
        note.id = ids.fresh<domain::NoteId>();
        note.createdAt = QDateTime::currentDateTimeUtc();
        for (int burst = 1; burst <= burstsPerNote; ++burst) {
            note.text = QString::number(burst) + QLatin1Char(' ') + QString(burst * 150, QLatin1Char('x'));
            if (auto saved = cabinet.saveDraft(note); !saved)
                return saved;
            say(QStringLiteral("draft %1 %2").arg(note.id.text()).arg(burst));
        }
        note.finishedAt = note.createdAt;
        if (auto finished = cabinet.finishNote(note, ids.fresh<domain::OperationId>()); !finished)
            return finished;
        say(QStringLiteral("finished %1").arg(note.id.text()));
    }
    return {};
}

void limitFiles(rlim_t bytes)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = std::min(bytes, limit.rlim_max);
    setrlimit(RLIMIT_FSIZE, &limit);
}

void hold(const QString& path)
{
    auto file = store::openFile(path, store::cabinetFile(), store::OpenMode::Existing, std::chrono::seconds(1));
    if (!file)
        giveUp(file.error());
    if (const auto locked = (*file)->runScript("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE"); !locked)
        giveUp(locked.error());
    say(QStringLiteral("held"));
    for (;;)
        QThread::sleep(1);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4)
        return 2;
    const QString folder = arguments[1];
    const auto tenant = domain::TenantId::parse(arguments[2]);
    const QString mode = arguments[3];
    if (mode == QStringLiteral("hold"))
        hold(QStringLiteral("%1/tenants/%2.db").arg(folder, tenant.text()));

    SystemClock clock;
    RandomIds ids;
    const auto room = store::makeCabinetRoom({folder}, clock, ids);
    const auto cabinet = room->open(tenant);
    if (!cabinet)
        giveUp(cabinet.error());
    if (mode == QStringLiteral("type")) {
        const auto ended = type(**cabinet, ids, 1'000'000);
        giveUp(ended ? domain::Error() : ended.error());
    }

    std::signal(SIGXFSZ, SIG_IGN); // a write beyond the limit shall fail, not kill
    limitFiles(arguments.value(4).toULong());
    const auto refused = type(**cabinet, ids, 1'000'000);
    say(QStringLiteral("refused %1 %2").arg(static_cast<int>(refused.error().fault)).arg(refused.error().detail));
    limitFiles(RLIM_INFINITY);
    if (const auto again = type(**cabinet, ids, 3); !again)
        giveUp(again.error());
    say(QStringLiteral("again"));
    return 0;
}
