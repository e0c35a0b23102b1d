#include "feed_log.h"
#include "text.h"

#include "vorzimmer/telephony/simulator.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace vorzimmer::telephony {

using namespace std::chrono_literals;
using domain::EndReason;
using domain::Fault;
using ports::CallRef;
using ports::CallState;

namespace {

constexpr double fast = 20;

ScriptedCall someone(ScriptedTransfer transfer = ScriptedTransfer::Succeeds)
{
    ScriptedCall call;
    call.number = QStringLiteral("+4915228817386");
    call.dialled = QStringLiteral("+493023125010");
    call.rings = 1h;
    call.transfer = transfer;
    return call;
}

/// A simulator with one answered call.
struct Talk {
    explicit Talk(ScriptedTransfer transfer = ScriptedTransfer::Succeeds)
        : feed(Scenario{false, {someone(transfer)}}, fast), log(feed)
    {
        feed.start();
        REQUIRE(log.waitForOffers(1));
        call = log.offers.front().call;
        REQUIRE(log.outcomeOf(feed.answer(call)).has_value());
        REQUIRE(log.waitForState(call, CallState::Active));
    }
    ~Talk() { CHECK(log.complaints() == QStringList()); }

    /// Holds the call and rings somebody; gives the consultation.
    CallRef consult()
    {
        REQUIRE(log.outcomeOf(feed.hold(call)).has_value());
        const ports::CommandId dial = feed.dial(QStringLiteral("+493023125011"), {}, call);
        REQUIRE(log.outcomeOf(dial).has_value());
        REQUIRE(turnUntil([&] { return log.started.contains(dial.value); }));
        return log.started.value(dial.value);
    }

    Simulator feed;
    FeedLog log;
    CallRef call;
};

QString digits(QString number)
{
    return number.removeIf([](QChar c) { return !c.isDigit(); });
}

} // namespace

TEST_CASE("A blind transfer that succeeds ends the call as transferred", "[simulator]")
{
    Talk talk;
    CHECK(talk.log.outcomeOf(talk.feed.blindTransfer(talk.call, QStringLiteral("+493023125011"))).has_value());
    CHECK(talk.log.endOf(talk.call) == EndReason::Transferred);
    CHECK(talk.log.story(talk.call) == QStringList{u"offered"_qs, u"Active"_qs, u"Transferring"_qs, u"transfer Accepted"_qs,
                                                   u"transfer Trying"_qs, u"transfer Ringing"_qs, u"transfer Succeeded"_qs,
                                                   u"ended Transferred"_qs});
}

TEST_CASE("A transfer that fails brings the caller back", "[simulator]")
{
    Talk talk(GENERATE(ScriptedTransfer::Refused, ScriptedTransfer::Unanswered));
    CHECK(talk.log.outcomeOf(talk.feed.blindTransfer(talk.call, QStringLiteral("+493023125011"))).has_value());
    REQUIRE(turnUntil([&] { return talk.log.story(talk.call).contains(u"transfer Failed"_qs); }));
    REQUIRE(talk.feed.snapshot().size() == 1);
    CHECK(talk.feed.snapshot().front().state == CallState::Active);
    // Back for good: the call can be passed on again, or hung up.
    CHECK(talk.log.outcomeOf(talk.feed.hangUp(talk.call)).has_value());
    CHECK(talk.log.endOf(talk.call) == EndReason::WeHungUp);
}

TEST_CASE("A consultation is joined with the caller", "[simulator]")
{
    Talk talk;
    const CallRef consultation = talk.consult();
    REQUIRE(talk.log.waitForState(consultation, CallState::Active));
    CHECK(talk.log.outcomeOf(talk.feed.completeTransfer(talk.call, consultation)).has_value());
    CHECK(talk.log.endOf(consultation) == EndReason::Transferred);
    CHECK(talk.log.endOf(talk.call) == EndReason::Transferred);
}

TEST_CASE("A consultation that is refused leaves the caller on hold", "[simulator]")
{
    Talk talk(ScriptedTransfer::Refused);
    const CallRef consultation = talk.consult();
    CHECK(talk.log.outcomeOf(talk.feed.completeTransfer(talk.call, consultation)).error().fault == Fault::Conflict);
    CHECK(talk.log.endOf(consultation) == EndReason::PeerBusy);
    CHECK(talk.log.outcomeOf(talk.feed.resume(talk.call)).has_value());
    CHECK(talk.feed.snapshot().front().state == CallState::Active);
}

TEST_CASE("Keys that no telephone has are refused", "[simulator]")
{
    Talk talk;
    CHECK(talk.log.outcomeOf(talk.feed.sendDtmf(talk.call, QStringLiteral("12#"))).has_value());
    CHECK(talk.log.outcomeOf(talk.feed.sendDtmf(talk.call, QStringLiteral("12x"))).error().fault == Fault::Invalid);
    CHECK(talk.log.outcomeOf(talk.feed.sendDtmf(talk.call, {})).error().fault == Fault::Invalid);
}

TEST_CASE("A call that waits for quiet rings after the one before has ended", "[simulator]")
{
    ScriptedCall polite = someone();
    polite.onlyWhenIdle = true;
    Simulator feed(Scenario{false, {someone(), polite}}, fast);
    FeedLog log(feed);
    feed.start();
    REQUIRE(log.waitForOffers(1));
    turnFor(200ms);
    CHECK(log.offers.size() == 1);
    CHECK(log.outcomeOf(feed.reject(log.offers.front().call, ports::RejectReason::Busy)).has_value());
    CHECK(log.waitForOffers(2));
}

TEST_CASE("A scenario repeats or ends as it says", "[simulator]")
{
    ScriptedCall brief = someone();
    brief.after = 200ms;
    brief.rings = 100ms;
    const bool repeat = GENERATE(true, false);
    Simulator feed(Scenario{repeat, {brief}}, fast);
    FeedLog log(feed);
    feed.start();
    if (repeat) {
        CHECK(log.waitForOffers(3));
    } else {
        REQUIRE(log.waitForOffers(1));
        turnFor(200ms);
        CHECK(log.offers.size() == 1);
    }
}

TEST_CASE("A stopped simulator stays silent", "[simulator]")
{
    ScriptedCall later = someone();
    later.after = 1s;
    Simulator feed(Scenario{false, {later}}, fast);
    FeedLog log(feed);
    feed.start();
    feed.stop();
    turnFor(200ms);
    CHECK(log.offers.empty());
}

// --------------------------------------------------------------------------------------------------- the scenario file

TEST_CASE("A scenario is read with every field", "[scenario]")
{
    const auto scenario = parseScenario(R"({"format": "vorzimmer/calls", "version": 1, "repeat": true, "calls": [
        {"about": "x", "afterSeconds": 1.5, "onlyWhenIdle": true, "caller": {"number": "+49301", "name": "N"}, "dialled": "+49302",
         "redirectedBy": "+49303", "ringsForSeconds": 4, "hangsUpAfterSeconds": 5, "transfer": "unanswered"},
        {"caller": "anonymous", "dialled": "+49302"}], "targets": [
        {"about": "y", "number": "+49304", "does": "declines"}, {"number": "+49305", "hangsUpAfterSeconds": 6}]})");
    REQUIRE(scenario.has_value());
    REQUIRE(scenario->targets.size() == 2);
    CHECK(scenario->targets.front().number == u"+49304");
    CHECK(scenario->targets.front().does == ScriptedAnswer::Declines);
    CHECK(scenario->targets.back().does == ScriptedAnswer::Answers);
    CHECK(scenario->targets.back().hangsUpAfter == 6s);
    CHECK(scenario->repeat);
    REQUIRE(scenario->calls.size() == 2);
    const ScriptedCall& call = scenario->calls.front();
    CHECK(call.after == 1500ms);
    CHECK(call.onlyWhenIdle);
    CHECK(call.number == u"+49301");
    CHECK(call.name == u"N");
    CHECK(call.dialled == u"+49302");
    CHECK(call.redirectedBy == u"+49303");
    CHECK(call.rings == 4s);
    CHECK(call.hangsUpAfter == 5s);
    CHECK(call.transfer == ScriptedTransfer::Unanswered);
    CHECK(scenario->calls.back().number.isEmpty());
    CHECK(!scenario->calls.back().hangsUpAfter);
}

TEST_CASE("A broken scenario says what is wrong and where", "[scenario]")
{
    const auto [calls, where] = GENERATE(table<const char*, const char16_t*>({
        {R"({"caller": "anonymous"})", u"calls[0].dialled"},
        {R"({"caller": "anonymous", "dialled": "1", "afterSecond": 3})", u"calls[0].afterSecond"},
        {R"({"caller": "anonymous", "dialled": "1", "afterSeconds": -1})", u"calls[0].afterSeconds"},
        {R"({"caller": "anonymous", "dialled": "1", "ringsForSeconds": "soon"})", u"calls[0].ringsForSeconds"},
        {R"({"caller": "anonymous", "dialled": "1"}, {"caller": "me", "dialled": "1"})", u"calls[1].caller"},
        {R"({"caller": {"name": "N"}, "dialled": "1"})", u"calls[0].caller.number"},
        {R"({"caller": "anonymous", "dialled": "1", "transfer": "maybe"})", u"calls[0].transfer"},
        {R"({"caller": "anonymous", "dialled": "1", "onlyWhenIdle": 1})", u"calls[0].onlyWhenIdle"},
        {R"(7)", u"calls[0]"},
        {R"()", u"calls"},
    }));
    INFO(calls);
    const auto scenario =
        parseScenario(QByteArray(R"({"format": "vorzimmer/calls", "version": 1, "calls": [)") + calls + "]}");
    REQUIRE(!scenario.has_value());
    CHECK(scenario.error().fault == Fault::Invalid);
    CHECK(scenario.error().where == QString::fromUtf16(where));
    CHECK(!scenario.error().detail.isEmpty());
}

TEST_CASE("A broken target says what is wrong and where", "[scenario]")
{
    const auto [targets, where] = GENERATE(table<const char*, const char16_t*>({
        {R"([{"does": "busy"}])", u"targets[0].number"},
        {R"([{"number": "1"}, {"number": "2", "does": "sleeps"}])", u"targets[1].does"},
        {R"([{"number": "1", "hangsUpAfterSeconds": -1}])", u"targets[0].hangsUpAfterSeconds"},
        {R"([{"number": "1", "name": "x"}])", u"targets[0].name"},
        {R"([1])", u"targets[0]"},
        {R"({})", u"targets"},
    }));
    INFO(targets);
    const auto scenario = parseScenario(
        QByteArray(
            R"({"format": "vorzimmer/calls", "version": 1, "calls": [{"caller": "anonymous", "dialled": "1"}], "targets": )") +
        targets + "}");
    REQUIRE(!scenario.has_value());
    CHECK(scenario.error().where == QString::fromUtf16(where));
}

TEST_CASE("A caller who was held comes back held from a transfer that failed", "[simulator]")
{
    Talk talk(ScriptedTransfer::Refused);
    CHECK(talk.log.outcomeOf(talk.feed.hold(talk.call)).has_value());
    CHECK(talk.log.outcomeOf(talk.feed.blindTransfer(talk.call, QStringLiteral("+493023125011"))).has_value());
    REQUIRE(talk.log.waitFor(talk.call, u"transfer Failed"_qs));
    CHECK(talk.feed.snapshot().front().state == CallState::HeldByUs);
}

TEST_CASE("Another format or version is not read", "[scenario]")
{
    CHECK(parseScenario(R"({"format": "x", "version": 1, "calls": []})").error().where == u"format");
    CHECK(parseScenario(R"({"format": "vorzimmer/calls", "version": 2, "calls": []})").error().where == u"version");
    CHECK(parseScenario("[]").error().where == u"format");
}

TEST_CASE("Broken JSON is told with file, line and column", "[scenario]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("calls.json"));
    CHECK(readScenario(path).error().fault == Fault::NotFound);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("{\n  \"format\": \"vorzimmer/calls\",\n  \"version\" 1\n}\n");
    file.close();
    const auto scenario = readScenario(path);
    REQUIRE(!scenario.has_value());
    CHECK(scenario.error().where.startsWith(path + u":3:"_qs));
}

TEST_CASE("The demo's calls dial numbers of the demo's clients", "[scenario]")
{
    const auto scenario = readScenario(QStringLiteral(VZ_DEMO "/scenario.json"));
    if (!scenario)
        FAIL(scenario.error().where.toStdString() + ": " + scenario.error().detail.toStdString());
    QStringList known;
    const QDir tenants(QStringLiteral(VZ_DEMO "/tenants"));
    for (const QString& name : tenants.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        QFile file(tenants.filePath(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        for (const QJsonValue number :
             QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("numbers")).toArray())
            known << digits(number.toString());
    }
    CHECK(scenario->calls.front().after == 3s);
    QStringList unknown;
    for (const ScriptedCall& call : scenario->calls)
        if (!known.contains(digits(call.dialled)))
            unknown << call.dialled;
    // One call on purpose: the screen for a number that belongs to nobody.
    CHECK(unknown == QStringList{QStringLiteral("+493023125999")});
}

} // namespace vorzimmer::telephony
