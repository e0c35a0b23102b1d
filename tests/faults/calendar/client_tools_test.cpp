#include "calendar_scene.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::BookingState;

namespace {

/// The client company's own tools: khal on folders that vdirsyncer keeps equal with the server. Waits for each.
class Khal {
public:
    Khal(const DavServer& server, const std::vector<std::pair<QString, QString>>& calendars)
    {
        REQUIRE(m_folder.isValid());
        QString pairs = QStringLiteral("[general]\nstatus_path = \"%1/status\"\n").arg(root());
        QString khal = QStringLiteral("[calendars]\n");
        for (const auto& [name, path] : calendars) {
            REQUIRE(QDir(root()).mkpath(QStringLiteral("cal/") + name));
            pairs +=
                QStringLiteral(
                    "[pair %1]\na = \"%1_here\"\nb = \"%1_there\"\ncollections = null\nconflict_resolution = \"b wins\"\n"
                    "[storage %1_here]\ntype = \"filesystem\"\npath = \"%2/cal/%1\"\nfileext = \".ics\"\n"
                    "[storage %1_there]\ntype = \"caldav\"\nurl = \"%3/\"\nusername = \"%4\"\npassword = \"%5\"\n")
                    .arg(name, root(), server.url(path).toString(),
                         server.user().isEmpty() ? QStringLiteral("any") : server.user(),
                         server.password().isEmpty() ? QStringLiteral("any") : QString::fromLatin1(server.password()));
            khal += QStringLiteral("[[%1]]\npath = %2/cal/%1\n").arg(name, root());
        }
        khal += QStringLiteral(
                    "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
                    "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
                    "[sqlite]\npath = ") +
                root() + QStringLiteral("/khal.db\n");
        write(QStringLiteral("vdirsyncer.conf"), pairs);
        write(QStringLiteral("khal.conf"), khal);
        run(QStringLiteral("vdirsyncer"), {QStringLiteral("discover")});
    }

    void sync() const { run(QStringLiteral("vdirsyncer"), {QStringLiteral("sync")}); }
    /// @p rest: from, to and title, as khal wants them.
    void add(const QString& calendar, const QStringList& rest) const
    {
        run(QStringLiteral("khal"), QStringList{QStringLiteral("new"), QStringLiteral("-a"), calendar} + rest);
    }
    [[nodiscard]] QString list(const QDate& day) const
    {
        return run(QStringLiteral("khal"),
                   {QStringLiteral("list"), QStringLiteral("--format"), QStringLiteral("{start-time} {title}"),
                    day.toString(Qt::ISODate), QStringLiteral("1d")});
    }

private:
    [[nodiscard]] QString root() const { return m_folder.path(); }

    void write(const QString& name, const QString& text) const
    {
        QFile file(m_folder.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }

    QString run(const QString& program, const QStringList& arguments) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("VDIRSYNCER_CONFIG"), m_folder.filePath(QStringLiteral("vdirsyncer.conf")));
        environment.insert(QStringLiteral("HOME"), root());
        environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        const QStringList own = program == QLatin1String("khal")
                                    ? QStringList{QStringLiteral("-c"), m_folder.filePath(QStringLiteral("khal.conf"))}
                                    : QStringList();
        process.start(program, own + arguments);
        process.closeWriteChannel();
        bool ended = false;
        QObject::connect(&process, &QProcess::finished, &process, [&ended] { ended = true; });
        REQUIRE(soon([&] { return ended; }, std::chrono::minutes(2)));
        const QString output = QString::fromUtf8(process.readAll());
        INFO(program.toStdString() << ' ' << arguments.join(QLatin1Char(' ')).toStdString() << '\n' << output.toStdString());
        REQUIRE(process.exitCode() == 0);
        return output;
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_CASE("The client works in its calendars with tools of its own, in both directions", "[calendar][tools]")
{
    CalendarScene s(eachKind());
    s.released.putTime(QStringLiteral("one.ics"), s.nine, 30, true);
    s.released.putTime(QStringLiteral("two.ics"), s.nine.addSecs(3600), 30, true);
    s.connect();
    const Khal client(*s.server,
                      {{QStringLiteral("released"), s.released.path()}, {QStringLiteral("privately"), s.privately.path()}});
    client.sync();
    CHECK(client.list(s.nine.date()).contains(QStringLiteral("09:00 Beratung")));

    // The client is busy: what it says with its own tool is not offered any more.
    client.add(QStringLiteral("privately"), {s.nine.date().toString(Qt::ISODate), QStringLiteral("10:10"),
                                             QStringLiteral("10:20"), QStringLiteral("Zahnarzt")});
    client.sync();
    REQUIRE(s.desk.refresh());
    CHECK(s.desk.offerAt(s.nine));
    CHECK_FALSE(s.desk.offerAt(s.nine.addSecs(3600)));

    // The bureau books: the client sees it in its own tool.
    const auto booked = s.desk.book(s.desk.offerAt(s.nine).value());
    REQUIRE(s.desk.waitFor(booked->id, BookingState::Confirmed));
    client.sync();
    CHECK(client.list(s.nine.date()).contains(QStringLiteral("09:00 Beratung - Frau Albers")));

    s.desk.cancel(booked->id);
    REQUIRE(s.desk.waitFor(booked->id, BookingState::Cancelled));
    client.sync();
    CHECK_FALSE(client.list(s.nine.date()).contains(QStringLiteral("Albers")));
}
