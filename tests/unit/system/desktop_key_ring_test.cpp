// Those with [keyring] want a desktop session with an open key ring: with_key_ring.sh. What one process does there, others do
// too: the key ring is opened anew for each step.
#include "vorzimmer/system/desktop_key_ring.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace vorzimmer;
using domain::Fault;
using system::DesktopKeyRing;
using system::FileKeyRing;

namespace {

struct House {
    QTemporaryDir dir;
    QString folder = dir.path();
    QString file = dir.filePath(QStringLiteral("credentials.json"));

    [[nodiscard]] FileKeyRing inFile() const { return FileKeyRing(file); }
    [[nodiscard]] DesktopKeyRing ring() const { return DesktopKeyRing(folder); }
};

const QString token = QStringLiteral("topics/Ü");

} // namespace

TEST_CASE("without a session, credentials are kept in the file")
{
    const House house;
    REQUIRE(house.ring().keep(token, "a"));
    CHECK(house.inFile().secret(token) == QByteArray("a"));
    CHECK(house.ring().secret(token) == QByteArray("a"));
    CHECK(house.ring().secret(QStringLiteral("other")).error().fault == Fault::NotFound);
}

TEST_CASE("the desktop's key ring keeps credentials, each bureau's for itself and none in the file", "[.][keyring]")
{
    const House house;
    const House other;
    const QByteArray bytes("\x00\xff\"\\ t\xc3\xb6ken\n", 13);
    REQUIRE(house.ring().keep(token, bytes));
    CHECK(house.ring().secret(token) == bytes);
    CHECK(other.ring().secret(token).error().fault == Fault::NotFound);
    CHECK_FALSE(QFile::exists(house.file));
    REQUIRE(house.ring().keep(token, "new"));
    CHECK(house.ring().secret(token) == QByteArray("new"));
}

TEST_CASE("what was kept without a key ring is the newer one, and moves into it", "[.][keyring]")
{
    const House house;
    REQUIRE(house.ring().keep(token, "old"));
    REQUIRE(house.inFile().keep(token, "new"));
    REQUIRE(house.inFile().keep(QStringLiteral("other"), "x"));
    CHECK(house.ring().secret(token) == QByteArray("new"));
    CHECK(house.inFile().secret(token).error().fault == Fault::NotFound);
    CHECK(house.inFile().secret(QStringLiteral("other")) == QByteArray("x"));
    CHECK(house.ring().secret(token) == QByteArray("new"));

    REQUIRE(house.inFile().keep(token, "forgotten"));
    REQUIRE(house.ring().keep(token, "newest"));
    CHECK(house.inFile().secret(token).error().fault == Fault::NotFound);
    CHECK(house.ring().secret(token) == QByteArray("newest"));
}

TEST_CASE("a key ring that is locked is not opened, nobody is asked, and nothing is taken for missing", "[.][keyring][last]")
{
    const House house;
    REQUIRE(house.ring().keep(token, "a"));
    // Another program locks it.
    REQUIRE(std::system("dbus-send --session --dest=org.freedesktop.secrets --print-reply /org/freedesktop/secrets "
                        "org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login "
                        ">/dev/null") == 0);
    CHECK(house.ring().secret(token).error().fault == Fault::Locked);
    REQUIRE(house.ring().keep(token, "b"));
    CHECK(house.inFile().secret(token) == QByteArray("b"));
    CHECK(house.ring().secret(token) == QByteArray("b"));
}
