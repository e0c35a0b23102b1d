#include "test_bureau.h"

#include "vorzimmer/desk/line_book.h"
#include "vorzimmer/desk/line_setup.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using desk::LineBook;
using domain::LineFlaw;
using domain::PhoneLine;
using test::TestBureau;

namespace {

struct Office {
    explicit Office(bool asSupervisor = true)
        : gatekeeper(bureau.office(), bureau.room(), asSupervisor ? bureau.petra : bureau.anna), setup(bureau.office(), gatekeeper, watch)
    {
        QObject::connect(&setup, &desk::LineSetup::saved, [this] { said << QStringLiteral("saved"); });
        QObject::connect(&setup, &desk::LineSetup::removed, [this] { said << QStringLiteral("removed"); });
        QObject::connect(&setup, &desk::LineSetup::refused, [this](LineFlaw flaw) { said << QStringLiteral("refused %1").arg(int(flaw)); });
        QObject::connect(&setup, &desk::LineSetup::failed, [this](const domain::Error& error) { said << QStringLiteral("failed ") + error.where; });
        QObject::connect(&setup, &desk::LineSetup::linesChanged, [this] { ++changes; });
    }
    QString next()
    {
        REQUIRE(test::turnUntil([this] { return !said.isEmpty(); }));
        bureau.settle();
        bureau.settle();
        return said.takeFirst();
    }
    QString save(const PhoneLine& line, const QByteArray& password)
    {
        setup.save(line, password);
        return next();
    }
    QByteArray password(const domain::LineId& line) { return bureau.keys.secret(LineBook::passwordName(line)).value_or(QByteArray()); }
    QString lastEvent()
    {
        return bureau.onLane([this] { return bureau.office().directory.auditTrail(1); })->front().event;
    }

    TestBureau bureau;
    test::HandFeed feed;
    desk::LineWatch watch{feed};
    desk::Gatekeeper gatekeeper;
    desk::LineSetup setup;
    QStringList said;
    int changes = 0;
};

PhoneLine someLine()
{
    PhoneLine line;
    line.name = QStringLiteral("Zentrale");
    line.user = QStringLiteral("4930231250");
    line.server = QStringLiteral("SIP.example.net");
    return line;
}

} // namespace

TEST_CASE("A supervisor adds, changes and removes a line; its password goes to the key ring alone")
{
    Office office;
    CHECK(office.save(someLine(), "geheim") == QStringLiteral("saved"));
    REQUIRE(office.setup.lines().size() == 1);
    PhoneLine line = office.setup.lines().front().line;
    CHECK(line.server == QStringLiteral("sip.example.net"));
    CHECK(office.setup.lines().front().hasPassword);
    CHECK(office.password(line.id) == "geheim");
    CHECK(office.lastEvent() == QStringLiteral("line-saved"));
    line.name = QStringLiteral("Hauptanschluss");
    CHECK(office.save(line, {}) == QStringLiteral("saved"));
    CHECK(office.password(line.id) == "geheim");
    CHECK(office.changes == 2);
    office.setup.remove(line.id);
    CHECK(office.next() == QStringLiteral("removed"));
    CHECK(office.setup.lines().empty());
    CHECK(office.password(line.id).isEmpty());
    CHECK(office.lastEvent() == QStringLiteral("line-removed"));
}

TEST_CASE("A password does not follow a line to another server or proxy")
{
    Office office;
    REQUIRE(office.save(someLine(), "geheim") == QStringLiteral("saved"));
    const PhoneLine line = office.setup.lines().front().line;
    PhoneLine moved = line;
    SECTION("server")
    {
        moved.server = QStringLiteral("sip.example.org");
    }
    SECTION("proxy")
    {
        moved.proxy = QStringLiteral("edge.example.org");
    }
    CHECK(office.save(moved, {}) == QStringLiteral("failed password"));
    CHECK(office.setup.lines().front().line == line);
    CHECK(office.save(moved, "anders") == QStringLiteral("saved"));
    CHECK(office.password(line.id) == "anders");
}

TEST_CASE("What is wrong with a line is told, and nothing is changed")
{
    Office office;
    REQUIRE(office.save(someLine(), "geheim") == QStringLiteral("saved"));
    PhoneLine flawed = someLine();
    flawed.server = QStringLiteral("not a server");
    CHECK(office.save(flawed, "x") == QStringLiteral("refused %1").arg(int(LineFlaw::ServerUnfit)));
    CHECK(office.save(someLine(), "x") == QStringLiteral("failed name"));
    PhoneLine twin = someLine();
    twin.name = QStringLiteral("Zweite");
    CHECK(office.save(twin, "x") == QStringLiteral("failed user"));
    twin.user = QStringLiteral("12");
    CHECK(office.save(twin, "with:colon") == QStringLiteral("failed password"));
    CHECK(office.setup.lines().size() == 1);
    CHECK(office.changes == 1);
}

TEST_CASE("Nobody but a supervisor sets up lines")
{
    Office office(false);
    CHECK(office.save(someLine(), "geheim") == QStringLiteral("failed "));
    office.setup.load();
    CHECK(office.next() == QStringLiteral("failed "));
    office.setup.remove(domain::LineId(QUuid::createUuid()));
    CHECK(office.next() == QStringLiteral("failed "));
    CHECK(office.changes == 0);
}
