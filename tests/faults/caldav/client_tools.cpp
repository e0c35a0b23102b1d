#include "client_tools.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>

namespace vorzimmer::testing {

ClientTools::ClientTools(const DavServer& server, const QString& path)
{
    REQUIRE(m_directory.isValid());
    const QString root = m_directory.path();
    REQUIRE(QDir(root).mkpath(QStringLiteral("lists/tasks")));
    write(QStringLiteral("todoman.py"), QStringLiteral("path = \"%1/lists/*\"\n"
                                                       "date_format = \"%Y-%m-%d\"\n"
                                                       "time_format = \"%H:%M\"\n"
                                                       "default_list = \"tasks\"\n"
                                                       "default_due = 0\n"
                                                       "cache_path = \"%1/cache.sqlite3\"\n")
                                            .arg(root));
    QString account;
    if (!server.user().isEmpty())
        account = QStringLiteral("username = \"%1\"\npassword = \"%2\"\n")
                      .arg(server.user(), QString::fromLatin1(server.password()));
    write(QStringLiteral("vdirsyncer.conf"),
          QStringLiteral("[general]\nstatus_path = \"%1/status/\"\n"
                         "[pair both]\na = \"own\"\nb = \"cloud\"\ncollections = null\n"
                         "[storage own]\ntype = \"filesystem\"\npath = \"%1/lists/tasks/\"\nfileext = \".ics\"\n"
                         "[storage cloud]\ntype = \"caldav\"\nurl = \"%2/\"\n%3")
              .arg(root, server.url(path).toString(), account));
    REQUIRE(run(QStringLiteral("vdirsyncer"),
                {QStringLiteral("-c"), root + QStringLiteral("/vdirsyncer.conf"), QStringLiteral("discover")})
                .exitCode == 0);
}

void ClientTools::write(const QString& name, const QString& text) const
{
    QFile file(m_directory.filePath(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text.toUtf8());
}

ClientTools::Outcome ClientTools::run(const QString& program, const QStringList& arguments) const
{
    ChildProcess child(program, arguments, m_directory.filePath(QStringLiteral("log")));
    Outcome outcome;
    for (QString line = child.readLine(); !line.isEmpty(); line = child.readLine())
        outcome.output += line + QLatin1Char('\n');
    outcome.exitCode = child.wait();
    return outcome;
}

void ClientTools::sync() const
{
    REQUIRE(run(QStringLiteral("vdirsyncer"),
                {QStringLiteral("-c"), m_directory.filePath(QStringLiteral("vdirsyncer.conf")), QStringLiteral("sync")})
                .exitCode == 0);
}

nlohmann::json ClientTools::tasks() const
{
    const Outcome listed =
        run(QStringLiteral("todoman"),
            {QStringLiteral("-c"), m_directory.filePath(QStringLiteral("todoman.py")), QStringLiteral("--porcelain"),
             QStringLiteral("list"), QStringLiteral("--status"), QStringLiteral("ANY")});
    REQUIRE(listed.exitCode == 0);
    return nlohmann::json::parse(listed.output.toStdString());
}

nlohmann::json ClientTools::task(const QString& title) const
{
    for (const nlohmann::json& one : tasks()) {
        if (one.at("summary") == title.toStdString())
            return one;
    }
    return nullptr;
}

size_t ClientTools::count() const
{
    return tasks().size();
}

QString ClientTools::idOf(const QString& title) const
{
    const nlohmann::json found = task(title);
    REQUIRE_FALSE(found.is_null());
    return QString::number(found.at("id").get<int>());
}

void ClientTools::todo(const QStringList& arguments) const
{
    REQUIRE(run(QStringLiteral("todoman"),
                QStringList{QStringLiteral("-c"), m_directory.filePath(QStringLiteral("todoman.py"))} + arguments)
                .exitCode == 0);
}

void ClientTools::create(const QString& title) const
{
    todo({QStringLiteral("new"), title});
}

void ClientTools::edit(const QString& title, const QStringList& options) const
{
    todo(QStringList{QStringLiteral("edit")} + options + QStringList{idOf(title)});
}

void ClientTools::complete(const QString& title) const
{
    todo({QStringLiteral("done"), idOf(title)});
}

void ClientTools::remove(const QString& title) const
{
    todo({QStringLiteral("delete"), QStringLiteral("--yes"), idOf(title)});
}

} // namespace vorzimmer::testing
