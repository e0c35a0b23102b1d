#include "typist_process.h"

#include <QRegularExpression>

using namespace vorzimmer;
using namespace vorzimmer::store;

TEST_CASE("When no file may grow any more, that is said, and what was safe stays safe", "[store][faults][full]")
{
    CabinetFixture f;
    f.cabinet.reset();
    f.room.reset();
    const QString limit = GENERATE(QStringLiteral("250000"), QStringLiteral("700000"));
    TypistProcess typist(f.folder.path(), f.tenant, {QStringLiteral("full"), limit});
    REQUIRE(typist.waitForEnd());
    typist.readLines();
    const QStringList refusals = typist.lines.filter(QRegularExpression(QStringLiteral("^refused ")));
    REQUIRE(refusals.size() == 1);
    INFO(refusals.first().toStdString());
    CHECK(refusals.first().section(QLatin1Char(' '), 1, 1).toInt() == static_cast<int>(domain::Fault::StorageFull));
    CHECK(typist.lines.last() == QStringLiteral("again"));
    CHECK(typist.finished.size() > 3); // three are typed after the limit was lifted
    f.room = makeCabinetRoom(f.location, f.clock, f.ids);
    typist.checkKept(*must(f.room->open(f.tenant)));
}
