#include "seated_anna.h"

#include "vorzimmer/ports/rule_book.h"

using namespace vorzimmer;
using domain::Action;
using domain::Disposition;
using domain::EndReason;
using ports::CallRef;
using test::SeatedAnna;
using test::TestBureau;

namespace {

const QString albersNumber = QStringLiteral("+4915228817386");

domain::CallRecord lastCall(TestBureau& bureau)
{
    bureau.settle();
    return bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) { return cabinet.calls(1); })->front();
}

void saveRules(TestBureau& bureau, const domain::RuleSet& rules)
{
    const auto saved = bureau.inCabinet(bureau.practice, [rules](ports::Cabinet& cabinet) { return cabinet.ruleBook().save(rules); });
    REQUIRE(saved.has_value());
}

void end(TestBureau& bureau, SeatedAnna& anna, CallRef line)
{
    Q_EMIT anna.feed.callEnded(line, EndReason::CallerHungUp);
    CHECK(anna.reception.putAway());
    bureau.settle();
    bureau.clock.advance(60); // the next call is a later one
}

} // namespace

TEST_CASE("the tenant's own rules decide from the next call on, and the call keeps their version")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    end(bureau, anna, anna.talk(albersNumber, bureau.practice));
    CHECK(lastCall(bureau).recommendation == QStringLiteral("known-open"));
    CHECK(lastCall(bureau).ruleVersion == 0);

    domain::RuleSet rules = domain::builtInRules();
    domain::Rule quiet;
    quiet.id = QStringLiteral("quiet-day");
    quiet.then.action = Action::TakeMessage;
    quiet.then.people = {bureau.doctor.id};
    quiet.then.questions = {QStringLiteral("Since when?")};
    rules.rules.insert(rules.rules.begin(), quiet);
    saveRules(bureau, rules);

    const CallRef line = anna.talk(albersNumber, bureau.practice);
    CHECK(anna.current()->recommendation().action == Action::TakeMessage);
    CHECK(anna.current()->recommendation().person == bureau.doctor.id);
    CHECK(anna.current()->recommendation().questions == quiet.then.questions);
    CHECK(anna.current()->decision().advice.size() == 2); // and otherwise: put through
    end(bureau, anna, line);
    CHECK(lastCall(bureau).recommendation == quiet.id);
    CHECK(lastCall(bureau).ruleVersion == 1);
}

TEST_CASE("a call-back that was promised in a note is overdue after a day, until the topic is done")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const CallRef first = anna.talk(albersNumber, bureau.practice);
    domain::Note note = anna.typed(QStringLiteral("wants to know the result"));
    note.flags = domain::NoteFlag::PleaseCallBack;
    anna.current()->finishNote(note);
    REQUIRE(test::turnUntil([&] { return anna.current()->isNoteFinished(); }));
    end(bureau, anna, first);

    bureau.clock.advance(23 * 3600);
    const CallRef second = anna.talk(albersNumber, bureau.practice);
    CHECK(anna.current()->recommendation().rule == QStringLiteral("known-open"));
    end(bureau, anna, second);

    bureau.clock.advance(3600);
    const CallRef third = anna.talk(albersNumber, bureau.practice);
    CHECK(anna.current()->recommendation().rule == QStringLiteral("call-back-overdue"));
    end(bureau, anna, third);

    const auto done = bureau.inCabinet(bureau.practice, [&](ports::Cabinet& cabinet) {
        return cabinet.setTopicState(domain::TopicId(note.id.uuid()), domain::TopicState::Done, bureau.ids.fresh<domain::OperationId>(),
                                     bureau.clock.nowUtc());
    });
    REQUIRE(done.has_value());
    anna.talk(albersNumber, bureau.practice);
    CHECK(anna.current()->recommendation().rule == QStringLiteral("known-open"));
}

TEST_CASE("a message for an expected caller is told once, and not to one who gave up")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    domain::ExpectedCall expected;
    expected.id = bureau.ids.fresh<domain::ExpectedCallId>();
    expected.caller = bureau.albers.id;
    expected.message = QStringLiteral("The contract is ready.");
    expected.validUntil = bureau.clock.nowUtc().addDays(2);
    const auto entered = bureau.inCabinet(bureau.practice, [expected](ports::Cabinet& cabinet) { return cabinet.ruleBook().expect(expected); });
    REQUIRE(entered.has_value());

    const CallRef given = anna.feed.ring(albersNumber, bureau.practice.numbers.front().e164());
    REQUIRE(anna.showsDesk(bureau.practice));
    CHECK(anna.current()->recommendation().rule == QStringLiteral("expected"));
    CHECK(anna.current()->recommendation().remark == expected.message);
    Q_EMIT anna.feed.callEnded(given, EndReason::CallerGaveUp);
    CHECK(anna.reception.putAway());

    const CallRef told = anna.talk(albersNumber, bureau.practice);
    CHECK(anna.current()->recommendation().rule == QStringLiteral("expected"));
    end(bureau, anna, told);
    anna.talk(albersNumber, bureau.practice);
    CHECK(anna.current()->recommendation().rule == QStringLiteral("known-open"));
}

TEST_CASE("a concern is known by its other names, and the advice follows at once")
{
    TestBureau bureau;
    const auto saved = bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) {
        auto profile = cabinet.profile();
        profile->concerns.front().synonyms = {QStringLiteral("Tabletten")};
        return cabinet.saveProfile(*profile);
    });
    REQUIRE(saved.has_value());
    SeatedAnna anna(bureau);
    anna.talk(albersNumber, bureau.practice);
    anna.current()->setConcern(QStringLiteral("tabletten"));
    CHECK(anna.current()->call().concern == QStringLiteral("Rezept"));
    CHECK(anna.current()->recommendation().email == QStringLiteral("rezept@praxis.example"));
    CHECK(anna.current()->recommendation().wording == QStringLiteral("Bitte schreiben Sie uns."));
}

TEST_CASE("the call count and the last outcome come from the file")
{
    TestBureau bureau;
    domain::RuleSet rules = domain::builtInRules();
    domain::Rule again;
    again.id = QStringLiteral("again");
    again.when.calls = domain::CallCount{3, 7};
    again.then.action = Action::TakeMessage;
    domain::Rule lost;
    lost.id = QStringLiteral("lost");
    lost.when.lastDispositions = {Disposition::Abandoned};
    rules.rules.insert(rules.rules.begin(), {again, lost});
    saveRules(bureau, rules);
    SeatedAnna anna(bureau);
    for (const char* rule : {"known-open", "known-open", "again"}) {
        const CallRef line = anna.talk(albersNumber, bureau.practice);
        CHECK(anna.current()->recommendation().rule == QLatin1String(rule));
        end(bureau, anna, line);
        bureau.clock.advance(60);
    }
    const CallRef given = anna.feed.ring(albersNumber, bureau.practice.numbers.front().e164());
    REQUIRE(anna.showsDesk(bureau.practice));
    Q_EMIT anna.feed.callEnded(given, EndReason::CallerGaveUp);
    CHECK(anna.reception.putAway());
    bureau.clock.advance(9 * 86'400);
    anna.talk(albersNumber, bureau.practice);
    CHECK(anna.current()->recommendation().rule == QStringLiteral("lost"));
}

TEST_CASE("an unknown number is blocked from the call, and declined the next time")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const QString number = QStringLiteral("+4915112345678");
    const CallRef line = anna.talk(number, bureau.practice);
    REQUIRE_FALSE(anna.current()->caller());
    anna.current()->setRelation(domain::Relation::Blocked);
    REQUIRE(test::turnUntil([&] { return anna.current()->caller() != nullptr; }));
    CHECK(anna.current()->recommendation().action == Action::Decline);
    end(bureau, anna, line);
    CHECK(lastCall(bureau).caller.isNull() == false);
    anna.feed.ring(number, bureau.practice.numbers.front().e164());
    REQUIRE(anna.showsDesk(bureau.practice));
    CHECK(anna.current()->recommendation().rule == QStringLiteral("blocked"));
}

TEST_CASE("VIP, a special instruction and another number are laid down during the call, and the note stays")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    anna.talk(albersNumber, bureau.practice);
    anna.typed(QStringLiteral("half a sentence"));
    anna.current()->setRelation(domain::Relation::Vip);
    REQUIRE(test::turnUntil([&] { return anna.current()->sheet() && anna.current()->caller()->relation == domain::Relation::Vip; }));
    CHECK(anna.current()->recommendation().rule == QStringLiteral("vip"));
    anna.current()->setInstruction(QStringLiteral(" results are in "));
    REQUIRE(test::turnUntil([&] { return anna.current()->caller()->specialInstruction == QStringLiteral("results are in"); }));
    CHECK(anna.current()->recommendation().rule == QStringLiteral("special-instruction"));
    CHECK(anna.current()->note().text == QStringLiteral("half a sentence"));
}

TEST_CASE("a number is attached to a caller who is on file, and none of several is changed by mistake")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    const CallRef line = anna.talk(QStringLiteral("+4915112345678"), bureau.practice);
    std::vector<domain::Caller> known;
    anna.current()->listCallers(anna.current(), [&](const auto& callers) { known = *callers; });
    REQUIRE(test::turnUntil([&] { return !known.empty(); }));
    CHECK(std::any_of(known.begin(), known.end(), [&](const domain::Caller& one) { return one.id == bureau.albers.id; }));
    anna.current()->attachNumberTo(bureau.albers.id);
    REQUIRE(test::turnUntil([&] { return anna.current()->caller() != nullptr; }));
    CHECK(anna.current()->caller()->id == bureau.albers.id);
    CHECK(anna.current()->caller()->numbers.size() == bureau.albers.numbers.size() + 1);
    end(bureau, anna, line);

    anna.talk(QStringLiteral("+493023125500"), bureau.practice); // two share it
    CHECK_FALSE(anna.current()->canBeKnown());
    anna.current()->setRelation(domain::Relation::Blocked);
    anna.current()->attachNumberTo(bureau.albers.id);
    bureau.settle();
    CHECK(anna.current()->sheet()->callers.size() == 2);
}

TEST_CASE("where the house wants to know, a deviation owes a reason, which is kept with the call")
{
    TestBureau bureau;
    domain::RuleSet rules = domain::builtInRules();
    rules.askWhy = true;
    saveRules(bureau, rules);
    SeatedAnna anna(bureau);
    const CallRef line = anna.talk(albersNumber, bureau.practice);
    REQUIRE(anna.current()->recommendation().action == Action::PutThrough);
    CHECK_FALSE(anna.current()->owesReason());
    anna.reception.redirectToEmail(QStringLiteral("post@praxis.example"), {});
    CHECK(anna.current()->owesReason());
    anna.current()->giveReason(QStringLiteral(" he asked for it "));
    CHECK_FALSE(anna.current()->owesReason());
    end(bureau, anna, line);
    CHECK(lastCall(bureau).deviation == QStringLiteral("he asked for it"));
}
