#include "seated_anna.h"

using namespace vorzimmer;
using test::SeatedAnna;
using test::TestBureau;

namespace {

void instruct(TestBureau& bureau, const domain::TenantEntry& tenant, const QString& line)
{
    REQUIRE(bureau.inCabinet(tenant, [line](ports::Cabinet& cabinet) {
        domain::TenantProfile profile = *cabinet.profile();
        profile.instructions.push_back(line);
        return cabinet.saveProfile(profile).has_value();
    }));
}

/// One call, answered and put away.
void answerOnce(SeatedAnna& anna, const domain::TenantEntry& tenant)
{
    const ports::CallRef line = anna.talk(QStringLiteral("+4915228817386"), tenant);
    anna.bureau.settle();
    Q_EMIT anna.feed.callEnded(line, domain::EndReason::CallerHungUp);
    REQUIRE(anna.reception.putAway());
    anna.bureau.clock.advance(60);
}

} // namespace

TEST_CASE("what changed since she last answered is told until she has read it, at this house only")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    answerOnce(anna, bureau.practice);
    answerOnce(anna, bureau.roofer);
    instruct(bureau, bureau.practice, QStringLiteral("Mittags nie durchstellen"));

    anna.feed.ring(QString(), bureau.practice.numbers.front().e164());
    REQUIRE(anna.showsDesk(bureau.practice));
    const auto news = [&]() -> const ports::HouseNews& { return anna.current()->sheet()->news; };
    REQUIRE(news().changes.size() == 1);
    CHECK(news().changes.front().kind == domain::ChangeKind::InstructionNew);
    CHECK(news().changes.front().words == QStringLiteral("Mittags nie durchstellen"));
    // Answering is not reading.
    anna.reception.answer();
    Q_EMIT anna.feed.callStateChanged({3}, ports::CallState::Active);
    bureau.settle();
    anna.current()->open();
    bureau.settle();
    CHECK(news().changes.size() == 1);
    bool read = false;
    QObject::connect(anna.current(), &desk::CaseFile::newsRead, [&] { read = true; });
    anna.current()->readNews();
    REQUIRE(test::turnUntil([&] { return read; }));
    CHECK(news().changes.empty());
    anna.current()->open();
    bureau.settle();
    CHECK(news().changes.empty());
    Q_EMIT anna.feed.callEnded({3}, domain::EndReason::CallerHungUp);
    REQUIRE(anna.reception.putAway());

    anna.feed.ring(QString(), bureau.roofer.numbers.front().e164());
    REQUIRE(anna.showsDesk(bureau.roofer));
    CHECK(anna.current()->sheet()->news.changes.empty());
}

TEST_CASE("whoever answers for a house for the first time has no news, but from then on")
{
    TestBureau bureau;
    instruct(bureau, bureau.practice, QStringLiteral("Von gestern"));
    SeatedAnna anna(bureau);
    anna.feed.ring(QString(), bureau.practice.numbers.front().e164());
    REQUIRE(anna.showsDesk(bureau.practice));
    CHECK(anna.current()->sheet()->news.changes.empty());
    CHECK_FALSE(anna.current()->sheet()->news.everRead);
    anna.reception.answer();
    Q_EMIT anna.feed.callStateChanged({1}, ports::CallState::Active);
    REQUIRE(test::turnUntil([&] { return anna.current()->sheet()->news.everRead; }));
    instruct(bureau, bureau.practice, QStringLiteral("Von heute"));
    anna.current()->open();
    bureau.settle();
    REQUIRE(anna.current()->sheet()->news.changes.size() == 1);
    CHECK(anna.current()->sheet()->news.changes.front().words == QStringLiteral("Von heute"));
}
