#include "seated_anna.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using desk::CaseFile;
using desk::CaseScreen;
using domain::Disposition;
using domain::EndReason;
using ports::CallRef;
using ports::CallState;
using test::HandFeed;
using test::SeatedAnna;
using test::TestBureau;

namespace {

std::vector<domain::RingStep> stepsTo(const domain::Person& person)
{
    return {{person.id, person.name, person.numbers.front()}};
}

std::vector<domain::CallRecord> callsOf(TestBureau& bureau, const domain::TenantEntry& tenant)
{
    bureau.settle();
    return *bureau.inCabinet(tenant, [](ports::Cabinet& cabinet) { return cabinet.calls(50); });
}

} // namespace

TEST_CASE("the dialled number opens that tenant's desk before the answer")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    anna.feed.ring(QStringLiteral("+4915228817386"), QStringLiteral("+493023125010"));
    REQUIRE(anna.showsDesk(bureau.practice));
    const ports::PopSheet& sheet = *anna.current()->sheet();
    CHECK(sheet.profile.greetings.front().text.contains(TestBureau::canary(bureau.practice)));
    REQUIRE(sheet.callers.size() == 1);
    CHECK(sheet.callers.front().name == QStringLiteral("T. Albers"));
    CHECK(sheet.people.size() == 1);
    CHECK(sheet.slots.size() == 1);
    CHECK(anna.current()->note().callerName == QStringLiteral("T. Albers"));
    CHECK(anna.current()->recommendation().action == domain::Action::PutThrough);
}

TEST_CASE("a number is the same number however it is written")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const auto written = GENERATE(as<QString>(), QStringLiteral("+4915228817386"), QStringLiteral("004915228817386"),
                                  QStringLiteral("015228817386"), QStringLiteral("0152 / 288 17 386"), QStringLiteral("(0152) 28817386"));
    anna.feed.ring(written, QStringLiteral("030 / 23125-010"));
    REQUIRE(anna.showsDesk(bureau.practice));
    REQUIRE(anna.current()->caller());
    CHECK(anna.current()->caller()->id == bureau.albers.id);
}

TEST_CASE("the first dialled number that means somebody decides")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    ports::CallOffer offer;
    offer.call = {77};
    offer.callerNumber = QStringLiteral("+4915228817386");
    offer.dialled = {{QStringLiteral("seat-3"), ports::DialledSource::RequestUri},
                     {QStringLiteral("+493099999999"), ports::DialledSource::To},
                     {QStringLiteral("+494066969020"), ports::DialledSource::Diversion}};
    Q_EMIT anna.feed.callOffered(offer);
    REQUIRE(anna.showsDesk(bureau.roofer));
    CHECK(anna.current()->call().dialled == bureau.roofer.numbers.front());
}

TEST_CASE("a dialled number that is nobody's has a screen and can be answered")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const CallRef line = anna.feed.ring(QStringLiteral("+4915228817386"), QStringLiteral("+493000000001"));
    REQUIRE(anna.shows(CaseScreen::NoTenant));
    CHECK_FALSE(anna.current()->tenant());
    anna.reception.answer();
    CHECK(anna.feed.commands.contains(QStringLiteral("answer %1").arg(line.value)));
}

TEST_CASE("a number full of letters is an unknown number, not an accident")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    anna.feed.ring(QStringLiteral("call-me-maybe"), QStringLiteral("+493023125010"));
    REQUIRE(anna.showsDesk(bureau.practice));
    CHECK(anna.current()->call().number.isEmpty());
    CHECK(anna.current()->call().presented == QStringLiteral("call-me-maybe"));
    CHECK(anna.current()->recommendation().rule == QStringLiteral("unknown"));
}

TEST_CASE("a withheld number stays withheld")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    anna.feed.ring({}, QStringLiteral("+493023125010"));
    REQUIRE(anna.showsDesk(bureau.practice));
    CHECK(anna.current()->call().anonymous);
    CHECK(anna.current()->sheet()->callers.empty());
    CHECK(anna.current()->recommendation().rule == QStringLiteral("anonymous"));
}

TEST_CASE("all who share a number are shown, and the chosen one fills the note")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    anna.feed.ring(QStringLiteral("+493023125500"), QStringLiteral("+493023125010"));
    REQUIRE(anna.showsDesk(bureau.practice));
    CHECK(anna.current()->sheet()->callers.size() == 2);
    CHECK_FALSE(anna.current()->caller());
    CHECK(anna.current()->note().callerName.isEmpty());
    anna.current()->chooseCaller(bureau.twinB.id);
    CHECK(anna.current()->caller()->name == QStringLiteral("Jens Zwilling"));
    CHECK(anna.current()->note().callerName == QStringLiteral("Jens Zwilling"));
    CHECK_FALSE(anna.current()->hasUnfinishedNote());
}

TEST_CASE("a rival's call shows the house's name and nothing of its file")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    anna.feed.ring(QStringLiteral("+4915228817386"), bureau.rival.numbers.front().e164());
    REQUIRE(anna.shows(CaseScreen::Refused));
    CHECK_FALSE(anna.current()->sheet());
}

TEST_CASE("the same tenant twice in a row is read afresh")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const CallRef first = anna.feed.ring(QStringLiteral("+4915228817386"), QStringLiteral("+493023125010"));
    REQUIRE(anna.showsDesk(bureau.practice));
    const domain::CallId firstCall = anna.current()->call().id;
    Q_EMIT anna.feed.callEnded(first, EndReason::CallerGaveUp);

    REQUIRE(bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) {
        auto profile = cabinet.profile();
        profile->instructions = {QStringLiteral("ganz neu")};
        return cabinet.saveProfile(*profile);
    }));
    anna.feed.ring({}, QStringLiteral("+493023125010"));
    REQUIRE(test::turnUntil([&] {
        return anna.current() && !(anna.current()->call().id == firstCall) && anna.current()->sheet().has_value();
    }));
    CHECK(anna.current()->sheet()->profile.instructions.front() == QStringLiteral("ganz neu"));
    CHECK(anna.current()->call().instructionVersion == 2);
    CHECK(anna.current()->note().callerName.isEmpty());
}

TEST_CASE("a caller who gives up is in the tenant's history as abandoned")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const CallRef line = anna.feed.ring(QStringLiteral("+4915228817386"), QStringLiteral("+493023125010"));
    REQUIRE(anna.showsDesk(bureau.practice));
    Q_EMIT anna.feed.callEnded(line, EndReason::CallerGaveUp);
    const auto calls = callsOf(bureau, bureau.practice);
    REQUIRE(calls.size() == 1);
    CHECK(calls.front().disposition == Disposition::Abandoned);
    CHECK(calls.front().endReason == EndReason::CallerGaveUp);
    CHECK_FALSE(calls.front().answeredAt.isValid());
}

TEST_CASE("a caller who gives up before the desk is open is recorded all the same")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const CallRef line = anna.feed.ring(QStringLiteral("+4915228817386"), QStringLiteral("+493023125010"));
    Q_EMIT anna.feed.callEnded(line, EndReason::CallerGaveUp);
    bureau.settle();
    const auto calls = callsOf(bureau, bureau.practice);
    REQUIRE(calls.size() == 1);
    CHECK(calls.front().disposition == Disposition::Abandoned);
}

TEST_CASE("what is typed is on disk without being asked, and finishing twice is once")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    CaseFile* file = anna.current();
    bool saved = false;
    QObject::connect(file, &CaseFile::noteSaved, file, [&] { saved = true; });
    const domain::Note note = anna.typed(QStringLiteral("Fragt nach dem Blutbild."));
    REQUIRE(test::turnUntil([&] { return saved; }));
    auto drafts = bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) { return cabinet.drafts(); });
    REQUIRE(drafts->size() == 1);
    CHECK(drafts->front().text == note.text);
    CHECK(drafts->front().call == file->call().id);
    CHECK(drafts->front().instructionVersion == 1);
    CHECK(drafts->front().recommendation == QStringLiteral("known-open"));

    bool finished = false;
    QObject::connect(file, &CaseFile::noteFinished, file, [&] { finished = true; });
    file->finishNote(note);
    file->finishNote(note);
    REQUIRE(test::turnUntil([&] { return finished; }));
    file->finishNote(note);
    bureau.settle();
    CHECK(file->call().disposition == Disposition::MessageTaken);
    CHECK(bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) { return cabinet.topics(); })->size() == 1);
    CHECK(bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) { return cabinet.ledger().outbox(); })->waiting == 1);
    CHECK(bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) { return cabinet.drafts(); })->empty());
}

TEST_CASE("a new call never takes the screen from an unfinished note, and answering it keeps the words")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const CallRef first = anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    CaseFile* begun = anna.current();
    anna.typed(QStringLiteral("halber Satz"));
    Q_EMIT anna.feed.callEnded(first, EndReason::CallerHungUp);

    const CallRef second = anna.feed.ring({}, bureau.roofer.numbers.front().e164());
    bureau.settle();
    CHECK(anna.current() == begun);
    CHECK_FALSE(anna.reception.putAway());

    anna.reception.answer();
    Q_EMIT anna.feed.callStateChanged(second, CallState::Active);
    REQUIRE(anna.showsDesk(bureau.roofer));
    CHECK(begun->hasUnfinishedNote());
    CHECK_FALSE(begun->sheet());
    anna.reception.show(begun);
    REQUIRE(anna.showsDesk(bureau.practice));
    CHECK(anna.current()->note().text == QStringLiteral("halber Satz"));
}

TEST_CASE("answering a second call holds the first where the line can, and is refused where it cannot")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const CallRef first = anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    const CallRef second = anna.feed.ring({}, bureau.roofer.numbers.front().e164());
    bureau.settle();
    SECTION("can hold")
    {
        anna.reception.answer();
        CHECK(anna.feed.commands.mid(anna.feed.commands.size() - 2)
              == QStringList{QStringLiteral("hold %1").arg(first.value), QStringLiteral("answer %1").arg(second.value)});
    }
    SECTION("cannot hold")
    {
        anna.feed.able = ports::Capability::Answer;
        int complaints = 0;
        QObject::connect(&anna.reception, &desk::Reception::commandFailed, &anna.reception, [&] { ++complaints; });
        anna.reception.answer();
        CHECK(complaints == 1);
        CHECK_FALSE(anna.feed.commands.contains(QStringLiteral("answer %1").arg(second.value)));
    }
}

TEST_CASE("a note begun before a crash waits at the desk after it")
{
    TestBureau bureau;
    domain::CallId call;
    {
        SeatedAnna anna(bureau);
        anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
        call = anna.current()->call().id;
        bool saved = false;
        QObject::connect(anna.current(), &CaseFile::noteSaved, anna.current(), [&] { saved = true; });
        anna.typed(QStringLiteral("mitten im Wort"));
        REQUIRE(test::turnUntil([&] { return saved; }));
        bureau.settle();
    }
    bureau.reopen();
    SeatedAnna anna(bureau);
    anna.reception.resumeUnfinished();
    REQUIRE(test::turnUntil([&] { return !anna.reception.cases().empty(); }));
    bureau.settle();
    CaseFile* file = anna.reception.cases().front();
    CHECK(file->call().id == call);
    CHECK(file->hasUnfinishedNote());
    CHECK_FALSE(file->canBePutAway());
    anna.reception.show(file);
    REQUIRE(anna.showsDesk(bureau.practice));
    CHECK(file->note().text == QStringLiteral("mitten im Wort"));
    CHECK(file->hasUnfinishedNote());
    CHECK(file->call().endReason == EndReason::BackendLost);
}

TEST_CASE("put through is recorded when it has succeeded, and the call lives on when it fails")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const CallRef line = anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    anna.reception.putThrough(stepsTo(bureau.doctor), desk::TransferManner::Blind);
    CHECK(anna.feed.commands.back() == QStringLiteral("blindTransfer %1").arg(line.value));
    CHECK_FALSE(anna.current()->isSettled());
    SECTION("it succeeds")
    {
        Q_EMIT anna.feed.transferProgressed(line, ports::TransferStep::Succeeded, {});
        Q_EMIT anna.feed.callEnded(line, EndReason::Transferred);
        CHECK(anna.current()->call().disposition == Disposition::PutThrough);
        CHECK(anna.current()->call().dispositionDetail.contains(bureau.doctor.name));
    }
    SECTION("it fails")
    {
        Q_EMIT anna.feed.transferProgressed(line, ports::TransferStep::Failed, QStringLiteral("486"));
        CHECK_FALSE(anna.current()->isSettled());
        CHECK(anna.current()->line());
        Q_EMIT anna.feed.callEnded(line, EndReason::Transferred);
        CHECK(anna.current()->call().disposition == Disposition::None);
    }
}

TEST_CASE("without a transfer of its own the console records whom the caller was put through to")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    anna.feed.able = ports::Capability::Answer;
    anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    anna.reception.putThrough(stepsTo(bureau.doctor), desk::TransferManner::Blind);
    CHECK(anna.current()->call().disposition == Disposition::PutThrough);
}

TEST_CASE("redirecting to e-mail is an outcome, kept with address and concern")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const CallRef line = anna.talk({}, bureau.practice);
    anna.current()->setConcern(QStringLiteral("Rezept"));
    CHECK(anna.current()->recommendation().action == domain::Action::RedirectToEmail);
    anna.reception.redirectToEmail(QStringLiteral("rezept@praxis.example"), QStringLiteral("Rezept"));
    Q_EMIT anna.feed.callEnded(line, EndReason::WeHungUp);
    CHECK(anna.reception.putAway());
    const auto calls = callsOf(bureau, bureau.practice);
    REQUIRE(calls.size() == 1);
    CHECK(calls.front().disposition == Disposition::RedirectedToEmail);
    CHECK(calls.front().dispositionDetail == QStringLiteral("rezept@praxis.example"));
    CHECK(calls.front().concern == QStringLiteral("Rezept"));
}

TEST_CASE("a call that needed nothing is put away as settled, but never while it is on")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const CallRef line = anna.talk({}, bureau.practice);
    CHECK_FALSE(anna.reception.putAway());
    Q_EMIT anna.feed.callEnded(line, EndReason::CallerHungUp);
    CHECK(anna.reception.putAway());
    CHECK_FALSE(anna.current());
    CHECK(callsOf(bureau, bureau.practice).front().disposition == Disposition::Settled);
    bureau.settle();
    const auto journal = bureau.onLane([&] { return bureau.office().directory.journalSince(bureau.clock.nowUtc().addDays(-1)); });
    REQUIRE(journal->size() == 1);
    CHECK(journal->front().disposition == Disposition::Settled);
    CHECK(journal->front().user == bureau.anna.id);
}

TEST_CASE("an unreadable cabinet has a screen, and the next tenant's call works")
{
    TestBureau bureau;
    QFile::remove(bureau.folder() + QStringLiteral("/tenants/%1.db").arg(bureau.practice.id.text()));
    bureau.reopen();
    SeatedAnna anna(bureau);
    const CallRef line = anna.feed.ring({}, bureau.practice.numbers.front().e164());
    REQUIRE(anna.shows(CaseScreen::Broken));
    CHECK(anna.current()->problem());
    Q_EMIT anna.feed.callEnded(line, EndReason::CallerGaveUp);
    anna.feed.ring({}, bureau.roofer.numbers.front().e164());
    CHECK(anna.showsDesk(bureau.roofer));
}

TEST_CASE("a supervisor sees a tenant without a call, and her visit leaves no call behind")
{
    TestBureau bureau;
    desk::Gatekeeper gatekeeper(bureau.office(), bureau.room(), bureau.petra);
    HandFeed feed;
    desk::Reception reception(bureau.office(), gatekeeper, feed);
    reception.visit(bureau.rival, QStringLiteral("instructions reviewed"));
    REQUIRE(test::turnUntil([&] { return reception.current() && reception.current()->screen() == CaseScreen::Desk; }));
    CHECK(reception.current()->isVisit());
    CHECK(reception.putAway());
    CHECK(callsOf(bureau, bureau.rival).empty());
}

TEST_CASE("fifty calls at once: each gets its own case, its own tenant and its own end")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    std::vector<CallRef> lines;
    for (int i = 0; i < 50; ++i) {
        const auto& tenant = i % 2 ? bureau.practice : bureau.roofer;
        lines.push_back(anna.feed.ring(QStringLiteral("+49302312%1").arg(5600 + i), tenant.numbers.front().e164()));
    }
    CHECK(anna.reception.cases().size() == 50);
    bureau.settle();
    for (size_t i = 0; i < 50; ++i)
        CHECK(anna.reception.cases()[i]->tenant()->id == (i % 2 ? bureau.practice.id : bureau.roofer.id));
    for (const CallRef line : lines)
        Q_EMIT anna.feed.callEnded(line, EndReason::CallerGaveUp);
    bureau.settle();
    CHECK(callsOf(bureau, bureau.practice).size() == 25);
    CHECK(callsOf(bureau, bureau.roofer).size() == 25);
    CHECK(anna.reception.cases().size() <= 1);
}
