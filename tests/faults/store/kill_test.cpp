#include "typist_process.h"

#include <QThread>

using namespace vorzimmer;
using namespace vorzimmer::store;

TEST_CASE("However hard the program is killed, nothing it was told is safe is lost", "[store][faults][kill]")
{
    CabinetFixture f;
    const unsigned seed = storeSeed();
    INFO("STORE_SEED=" << seed);
    std::mt19937 random(seed);
    size_t finished = 0;
    size_t drafts = 0;
    for (int round = 0; round < 20; ++round) {
        f.cabinet.reset();
        f.room.reset();
        TypistProcess typist(f.folder.path(), f.tenant, {QStringLiteral("type")});
        typist.waitForFirstLine();
        QThread::usleep(random() % 60'000);
        typist.kill();
        typist.readLines();
        f.room = makeCabinetRoom(f.location, f.clock, f.ids);
        f.cabinet = must(f.room->open(f.tenant));
        typist.checkKept(*f.cabinet);
        finished += typist.finished.size();
        drafts += typist.drafts.size();
    }
    // Otherwise the test would have looked at nothing.
    CHECK(drafts > 20);
    CHECK(finished > 0);
}

TEST_CASE("A lock held by another program is waited for, and gone with that program", "[store][faults][kill]")
{
    CabinetFixture f;
    f.cabinet.reset();
    f.room.reset();
    f.location.patience = std::chrono::milliseconds(50);
    {
        TypistProcess holder(f.folder.path(), f.tenant, {QStringLiteral("hold")});
        holder.waitForFirstLine();
        f.room = makeCabinetRoom(f.location, f.clock, f.ids);
        CHECK(faultOf(f.room->open(f.tenant)) == domain::Fault::Busy);
    }
    const auto cabinet = must(f.room->open(f.tenant));
    must(cabinet->saveDraft(f.someNote()));
}
