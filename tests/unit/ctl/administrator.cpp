#include <catch2/catch.hpp>

#include "administrator.h"

#include <QDirIterator>
#include <QFile>
#include <QProcess>

namespace vorzimmer::test {

Administrator::Administrator()
{
    REQUIRE(m_folder.isValid());
}

Answer Administrator::run(const QStringList& arguments, const QByteArray& input)
{
    return runBare(QStringList{u"--data"_qs, path(u"data"_qs)} + arguments, input);
}

Answer Administrator::runBare(const QStringList& arguments, const QByteArray& input)
{
    constexpr int patienceMs = 60'000;
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_qs, path(u"home"_qs));
    environment.insert(u"XDG_DATA_HOME"_qs, path(u"home/share"_qs));
    environment.insert(u"LC_ALL"_qs, u"C.UTF-8"_qs);
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(VZ_CTL), arguments);
    program.write(input);
    program.closeWriteChannel();
    REQUIRE(program.waitForFinished(patienceMs));
    REQUIRE(program.exitStatus() == QProcess::NormalExit);
    return {program.exitCode(), program.readAllStandardOutput().toStdString(), program.readAllStandardError().toStdString()};
}

QString Administrator::write(const QString& name, const QByteArray& content)
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(content) == content.size());
    return path(name);
}

QByteArray Administrator::read(const QString& name) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QStringList Administrator::bureauFiles() const
{
    QStringList files;
    QDirIterator all(path(u"data"_qs), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files << all.next();
    files.sort();
    return files;
}

QByteArray practice(const QByteArray& key, const QByteArray& number)
{
    return R"({"format": "vorzimmer/tenant", "version": 1, "key": ")" + key + R"(", "name": "Praxis )" + key + R"(",
 "language": "de", "region": "DE", "timeZone": "Europe/Berlin", "numbers": [")" + number + R"("],
 "greetings": [{"language": "de", "text": "Guten Tag, {secretary}"}],
 "people": [{"key": "feld", "name": "Dr. Hanna Feld", "numbers": [{"label": "Durchwahl", "number": "030 23125 011"}]}],
 "callers": [{"key": "albers", "name": "T. Albers", "numbers": [{"label": "mobil", "number": "0152 28817386"}]}],
 "history": [{"at": "w-3 tue 10:42", "caller": "albers", "seconds": 95, "disposition": "message", "for": "feld",
              "text": "Fragt nach dem Blutbild", "by": "anna", "topic": "open"}],
 "slots": [{"weekday": "tue", "times": ["08:40"], "minutes": 20, "kind": "Blutabnahme", "person": "feld", "weeks": 4}]}
)";
}

QByteArray bureau()
{
    return R"({"format": "vorzimmer/bureau", "version": 1, "users": [
 {"login": "anna", "name": "Anna Brandt", "role": "secretary", "tenants": ["praxis"]},
 {"login": "petra", "name": "Petra Vogt", "role": "supervisor", "tenants": []}], "walls": [["praxis", "kanzlei"]]}
)";
}

} // namespace vorzimmer::test
