#include "typist_process.h"

#include <QRegularExpression>

using namespace vorzimmer;
using namespace vorzimmer::store;

TEST_CASE("When no file may grow any more, that is said, and what was safe stays safe", "[store][faults][full]")
{
    CabinetFixture f;
    f.cabinet.reset();
    f.room.reset();
    // Small enough for the write-ahead log to meet the limit first, then large enough for the file itself.
    const QString limit = GENERATE(QStringLiteral("120000"), QStringLiteral("450000"), QStringLiteral("4500000"));
    TypistProcess typist(f.folder.path(), f.tenant, {QStringLiteral("full"), limit});
    REQUIRE(typist.waitForEnd());
    typist.readLines();
    const QStringList refusals = typist.lines.filter(QRegularExpression(QStringLiteral("^refused ")));
    REQUIRE(refusals.size() == 1);
    INFO(refusals.first().toStdString());
    CHECK(refusals.first().section(QLatin1Char(' '), 1, 1).toInt() == static_cast<int>(domain::Fault::StorageFull));
    CHECK(typist.lines.last() == QStringLiteral("again"));
    CHECK(typist.finished.size() > 3);
    f.room = makeCabinetRoom(f.location, f.clock, f.ids);
    typist.checkKept(*must(f.room->open(f.tenant)));
}
