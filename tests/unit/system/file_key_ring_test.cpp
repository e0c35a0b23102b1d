#include "vorzimmer/system/file_key_ring.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <thread>

using namespace vorzimmer;
using domain::Fault;
using system::FileKeyRing;

namespace {

struct Folder {
    QTemporaryDir dir;
    QString path = dir.filePath(QStringLiteral("credentials.json"));

    void write(const QByteArray& content, QFileDevice::Permissions mode = QFileDevice::ReadOwner | QFileDevice::WriteOwner) const
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        REQUIRE(file.setPermissions(mode));
    }
};

constexpr QFileDevice::Permissions ownerOnly =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser;

} // namespace

TEST_CASE("a secret that was kept is there for the next program, whatever bytes it has")
{
    const Folder folder;
    const QByteArray token("\x00\xff\"\\ t\xc3\xb6ken\n", 13);
    REQUIRE(FileKeyRing(folder.path).keep(u"topics/Ü"_qs, token));
    REQUIRE(FileKeyRing(folder.path).keep(u"other"_qs, "x"));
    CHECK(FileKeyRing(folder.path).secret(u"topics/Ü"_qs) == token);
    REQUIRE(FileKeyRing(folder.path).keep(u"topics/Ü"_qs, "new"));
    CHECK(FileKeyRing(folder.path).secret(u"topics/Ü"_qs) == QByteArray("new"));
    CHECK(FileKeyRing(folder.path).secret(u"other"_qs) == QByteArray("x"));
    CHECK(FileKeyRing(folder.path).secret(u"third"_qs).error().fault == Fault::NotFound);
}

TEST_CASE("without a file nothing is found")
{
    const Folder folder;
    CHECK(FileKeyRing(folder.path).secret(u"any"_qs).error().fault == Fault::NotFound);
}

TEST_CASE("the file is the owner's alone and leaves nothing beside it")
{
    const Folder folder;
    REQUIRE(FileKeyRing(folder.path).keep(u"a"_qs, "secret-token"));
    CHECK(QFile::permissions(folder.path) == ownerOnly);
    CHECK(QDir(folder.dir.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{u"credentials.json"_qs});
}

TEST_CASE("a file that others may read is refused, for reading and for writing")
{
    const auto loose = GENERATE(QFileDevice::ReadGroup, QFileDevice::ReadOther, QFileDevice::WriteOther);
    const Folder folder;
    REQUIRE(FileKeyRing(folder.path).keep(u"a"_qs, "secret-token"));
    REQUIRE(QFile::setPermissions(folder.path, ownerOnly | loose));
    FileKeyRing ring(folder.path);
    const auto read = ring.secret(u"a"_qs);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().fault == Fault::Refused);
    CHECK(read.error().detail.contains(u"0600"_qs));
    CHECK(read.error().where == u"credentials.json"_qs);
    CHECK(ring.keep(u"a"_qs, "b").error().fault == Fault::Refused);
    REQUIRE(QFile::setPermissions(folder.path, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    CHECK(ring.secret(u"a"_qs) == QByteArray("secret-token"));
}

TEST_CASE("a damaged file is reported and not overwritten")
{
    const QByteArray content = GENERATE(as<QByteArray>(), "", "{", "[]", "{\"format\":\"other\",\"version\":1,\"secrets\":{}}",
                                        "{\"format\":\"vorzimmer/credentials\",\"version\":2,\"secrets\":{}}",
                                        "{\"format\":\"vorzimmer/credentials\",\"version\":1,\"secrets\":[]}",
                                        "{\"format\":\"vorzimmer/credentials\",\"version\":1}");
    const Folder folder;
    folder.write(content);
    FileKeyRing ring(folder.path);
    CHECK(ring.secret(u"a"_qs).error().fault == Fault::StorageBroken);
    CHECK(ring.keep(u"a"_qs, "b").error().fault == Fault::StorageBroken);
    QFile file(folder.path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll() == content);
}

TEST_CASE("a damaged entry is reported without its value")
{
    const Folder folder;
    folder.write("{\"format\":\"vorzimmer/credentials\",\"version\":1,\"secrets\":{\"a\":\"no*base64\",\"b\":7}}");
    const FileKeyRing ring(folder.path);
    CHECK(ring.secret(u"a"_qs).error().fault == Fault::StorageBroken);
    CHECK_FALSE(ring.secret(u"a"_qs).error().detail.contains(u"no*base64"_qs));
    CHECK(ring.secret(u"b"_qs).error().fault == Fault::StorageBroken);
}

TEST_CASE("a folder that is not there is a clear failure")
{
    FileKeyRing ring(u"/nonexistent/folder/credentials.json"_qs);
    const auto kept = ring.keep(u"a"_qs, "b");
    REQUIRE_FALSE(kept.has_value());
    CHECK_FALSE(kept.error().detail.contains(u"b"_qs + u"\n"_qs));
}

TEST_CASE("several writers lose nothing")
{
    const Folder folder;
    std::vector<std::thread> writers;
    std::atomic<int> kept = 0;
    for (int w = 0; w < 4; ++w) {
        writers.emplace_back([&, w] {
            FileKeyRing ring(folder.path); // its own, as another process would have
            for (int i = 0; i < 10; ++i)
                kept += ring.keep(QStringLiteral("%1/%2").arg(w).arg(i), "secret").has_value() ? 1 : 0;
        });
    }
    for (std::thread& writer : writers)
        writer.join();
    int found = 0;
    for (int w = 0; w < 4; ++w) {
        for (int i = 0; i < 10; ++i)
            found += FileKeyRing(folder.path).secret(QStringLiteral("%1/%2").arg(w).arg(i)).has_value() ? 1 : 0;
    }
    CHECK(kept > 0);
    CHECK(found == kept);
}
