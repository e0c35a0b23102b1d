#include "sip_desk.h"
#include "wire.h"

namespace vorzimmer::telephony {

using namespace std::chrono_literals;
using domain::EndReason;
using ports::CallRef;
using ports::CallState;
using ports::DialledSource;

namespace {

QStringList story(std::initializer_list<const char*> events)
{
    QStringList texts;
    for (const char* event : events)
        texts << QString::fromLatin1(event);
    return texts;
}

/// For scenarios in which answers may come earlier than sipp looks for them.
QStringList takesAnyAnswer()
{
    return {QStringLiteral("-default_behaviors"), QStringLiteral("all,-abortunexp")};
}

/// Lets one scenario ring until its caller gives up, and gives what was offered.
ports::CallOffer offerOf(const char* scenario)
{
    SipDesk desk;
    SippPeer peer(desk.order(scenario));
    const CallRef call = desk.rung();
    CHECK(desk.log.endOf(call) == EndReason::CallerGaveUp);
    checkContent(peer);
    CHECK(desk.log.story(call) == story({"offered", "ended CallerGaveUp"}));
    REQUIRE(desk.log.offers.size() == 1);
    return desk.log.offers.front();
}

} // namespace

// ------------------------------------------------------------------------------------------------------ calls come and go

TEST_CASE("A caller is answered and hangs up", "[sip]")
{
    const bool tcp = GENERATE(false, true);
    SipDesk desk;
    SippOrder order = desk.order("plain_call_caller_hangs_up");
    order.tcp = tcp;
    SippPeer peer(order);
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
    checkContent(peer);
    CHECK(desk.log.story(call) == story({"offered", "Active", "ended CallerHungUp"}));
}

TEST_CASE("A call comes in over IPv6", "[sip]")
{
    SipConfig config = quickConfig();
    config.host = QStringLiteral("::1");
    SipDesk desk(config);
    SippPeer peer(desk.order("plain_call_caller_hangs_up"));
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
    checkContent(peer);
}

TEST_CASE("We hang up", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("we_hang_up"));
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.outcomeOf(desk.feed.hangUp(call)).has_value());
    CHECK(desk.log.endOf(call) == EndReason::WeHungUp);
    checkContent(peer);
}

TEST_CASE("A hang-up that nobody confirms ends the call all the same", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("our_bye_gets_no_reply"));
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.outcomeOf(desk.feed.hangUp(call)).has_value());
    CHECK(desk.log.endOf(call) == EndReason::WeHungUp);
    checkContent(peer);
    CHECK(desk.feed.snapshot().empty());
}

TEST_CASE("Giving up is told apart from being answered elsewhere", "[sip]")
{
    const auto [scenario, reason] = GENERATE(table<const char*, EndReason>({
        {"caller_gives_up_ringing", EndReason::CallerGaveUp},
        {"caller_gives_up_at_once", EndReason::CallerGaveUp},
        {"bye_while_ringing", EndReason::CallerGaveUp},
        {"answered_elsewhere", EndReason::AnsweredElsewhere},
    }));
    INFO(scenario);
    SipDesk desk;
    SippOrder order = desk.order(scenario);
    order.more = takesAnyAnswer();
    SippPeer peer(order);
    const CallRef call = desk.rung();
    CHECK(desk.log.endOf(call) == reason);
    checkContent(peer);
    CHECK(desk.log.story(call).size() == 2);
}

TEST_CASE("A call is rejected as busy or declined", "[sip]")
{
    const auto [scenario, reason] = GENERATE(table<const char*, ports::RejectReason>({
        {"we_are_busy", ports::RejectReason::Busy},
        {"we_decline", ports::RejectReason::Declined},
    }));
    SipDesk desk;
    SippPeer peer(desk.order(scenario));
    const CallRef call = desk.rung();
    CHECK(desk.log.outcomeOf(desk.feed.reject(call, reason)).has_value());
    CHECK(desk.log.endOf(call) == EndReason::Rejected);
    checkContent(peer);
}

TEST_CASE("A call that nobody answers is given back to the network", "[sip]")
{
    SipConfig config = quickConfig();
    config.ringTimeout = 300ms;
    SipDesk desk(config);
    SippPeer peer(desk.order("nobody_answers"));
    const CallRef call = desk.rung();
    CHECK(desk.log.endOf(call) == EndReason::CallerGaveUp);
    checkContent(peer);
}

TEST_CASE("Ringing is repeated, so that no proxy gives up", "[sip]")
{
    SipConfig config = quickConfig();
    config.ringAgain = 50ms;
    SipDesk desk(config);
    // sipp takes an equal answer for a retransmission and hides it.
    Wire wire(SOCK_DGRAM, desk.feed.port());
    wire.say(richInvite(1));
    (void)desk.rung();
    int ringing = 0;
    CHECK(turnUntil([&] {
        ringing += wire.heard().startsWith("SIP/2.0 180 ");
        return ringing == 4;
    }));
}

TEST_CASE("An INVITE sent three times is one call", "[sip]")
{
    SipDesk desk;
    SippOrder order = desk.order("invite_repeated");
    order.more = takesAnyAnswer();
    SippPeer peer(order);
    const CallRef call = desk.rung();
    turnFor(200ms);
    desk.answer(call);
    CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
    checkContent(peer);
    CHECK(desk.log.offers.size() == 1);
}

TEST_CASE("A caller who never acknowledges our answer is lost", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("ack_lost"));
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.endOf(call) == EndReason::PeerLost);
    checkContent(peer);
}

TEST_CASE("A caller whose machine dies after the answer is lost", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("ack_lost"));
    const CallRef call = desk.rung();
    peer.kill();
    desk.answer(call);
    const EndReason reason = desk.log.endOf(call);
    CHECK((reason == EndReason::PeerLost || reason == EndReason::NetworkFailure));
}

TEST_CASE("A call without a session description is answered by an offer of ours", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("call_without_offer"));
    const CallRef call = desk.rung();
    desk.answer(call);
    CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
    checkContent(peer);
}

TEST_CASE("A call in no language of ours never rings", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("nothing_we_can_take"));
    checkContent(peer);
    CHECK(desk.log.offers.empty());
}

TEST_CASE("The peer's hold is seen, and ends before the call does", "[sip]")
{
    SipDesk desk;
    SECTION("resumed")
    {
        SippPeer peer(desk.order("peer_holds_and_resumes"));
        const CallRef call = desk.rung();
        desk.answer(call);
        CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
        checkContent(peer);
        CHECK(desk.log.story(call) == story({"offered", "Active", "HeldByPeer", "Active", "ended CallerHungUp"}));
    }
    SECTION("hung up while held")
    {
        SippPeer peer(desk.order("peer_holds_and_hangs_up"));
        const CallRef call = desk.rung();
        desk.answer(call);
        CHECK(desk.log.endOf(call) == EndReason::CallerHungUp);
        checkContent(peer);
        CHECK(desk.log.story(call) == story({"offered", "Active", "HeldByPeer", "Active", "ended CallerHungUp"}));
    }
}

TEST_CASE("Two ring and the second is answered", "[sip]")
{
    SipDesk desk;
    SippPeer first(desk.order("we_are_busy"));
    const CallRef waiting = desk.rung(1);
    SippPeer second(desk.order("plain_call_caller_hangs_up"));
    const CallRef taken = desk.rung(2);
    desk.answer(taken);
    CHECK(desk.log.endOf(taken) == EndReason::CallerHungUp);
    CHECK(desk.log.story(waiting) == story({"offered"}));
    CHECK(desk.log.outcomeOf(desk.feed.reject(waiting, ports::RejectReason::Busy)).has_value());
    checkContent(first);
    checkContent(second);
}

TEST_CASE("Thirty calls at once are each offered once", "[sip]")
{
    SipDesk desk;
    SippOrder order = desk.order("caller_gives_up_ringing");
    order.more = {QStringLiteral("-m"), QStringLiteral("30"), QStringLiteral("-r"), QStringLiteral("100")};
    SippPeer peer(order);
    checkContent(peer);
    REQUIRE(desk.log.offers.size() == 30);
    for (const ports::CallOffer& offer : desk.log.offers)
        CHECK(desk.log.endOf(offer.call) == EndReason::CallerGaveUp);
}

TEST_CASE("Answering from within the offer works", "[sip]")
{
    SipDesk desk;
    QObject::connect(&desk.feed, &ports::CallFeed::callOffered, &desk.log,
                     [&desk](const ports::CallOffer& offer) { desk.log.given(desk.feed.answer(offer.call)); });
    SippPeer peer(desk.order("plain_call_caller_hangs_up"));
    CHECK(desk.log.endOf(desk.rung()) == EndReason::CallerHungUp);
    checkContent(peer);
}

// ------------------------------------------------------------------------------------------------------ who calls whom

TEST_CASE("The caller is read as the network shows him", "[sip]")
{
    struct Row {
        const char* scenario;
        const char16_t* number;
        const char16_t* display;
        bool anonymous;
        bool asserted;
    };
    const Row row = GENERATE(values<Row>({
        {"caller_gives_up_ringing", u"+4915228817386", u"T. Albers", false, false},
        {"anonymous_caller", u"", u"", true, false},
        {"privacy_id_with_asserted_name", u"", u"", true, false},
        {"asserted_number", u"+49-152-28817386", u"Albers, T.", false, true},
        {"tel_uris", u"+49-152-28817386", u"", false, false},
        {"utf8_quoted_display", u"+4915228817386", u"Jörg \"Jo\" Größe \\ Søn, 周 ☎", false, false},
        {"number_of_letters", u"not-a-number", u"Nobody", false, false},
    }));
    INFO(row.scenario);
    const ports::CallOffer offer = offerOf(row.scenario);
    CHECK(offer.callerNumber == QString::fromUtf16(row.number));
    CHECK(offer.callerDisplay == QString::fromUtf16(row.display));
    CHECK(offer.anonymous == row.anonymous);
    CHECK(offer.networkAsserted == row.asserted);
    CHECK(!offer.networkCallId.isEmpty());
    const auto age = std::chrono::steady_clock::now() - offer.receivedAt;
    CHECK(age > 0s);
    CHECK(age < 60s);
}

TEST_CASE("The dialled numbers come in order, each with its source", "[sip]")
{
    using Candidates = std::vector<std::pair<QString, DialledSource>>;
    struct Row {
        const char* scenario;
        Candidates dialled;
        QString redirectedBy;
    };
    const QString practice = QStringLiteral("+493023125010");
    const QString extension = QStringLiteral("+493023125011");
    const Row row = GENERATE_COPY(values<Row>({
        {"caller_gives_up_ringing", {{practice, DialledSource::RequestUri}, {practice, DialledSource::To}}, {}},
        {"dialled_in_request_uri", {{practice, DialledSource::RequestUri}, {u"other"_qs, DialledSource::To}}, {}},
        {"dialled_in_to", {{practice, DialledSource::To}}, {}},
        {"dialled_in_called_party_id", {{practice, DialledSource::CalledPartyId}}, {}},
        {"diverted_once", {{practice, DialledSource::Diversion}}, practice},
        {"diverted_twice", {{practice, DialledSource::Diversion}, {extension, DialledSource::Diversion}}, extension},
        {"diverted_twice_on_one_line",
         {{u"+49-30-23125010"_qs, DialledSource::Diversion}, {extension, DialledSource::Diversion}},
         extension},
        {"diverted_privately", {{practice, DialledSource::Diversion}}, {}},
        {"history_info", {{practice, DialledSource::HistoryInfo}, {extension, DialledSource::HistoryInfo}}, extension},
        {"tel_uris", {{u"+49-30-23125010"_qs, DialledSource::To}}, {}},
        {"called_party_id_beside_diversion",
         {{u"+493023125099"_qs, DialledSource::CalledPartyId},
          {extension, DialledSource::Diversion},
          {extension, DialledSource::To}},
         extension},
        {"history_and_diversion",
         {{u"+493023125012"_qs, DialledSource::HistoryInfo},
          {extension, DialledSource::HistoryInfo},
          {u"+493023125012"_qs, DialledSource::Diversion},
          {extension, DialledSource::Diversion}},
         extension},
        {"every_source_at_once",
         {{u"+493023125001"_qs, DialledSource::CalledPartyId},
          {practice, DialledSource::RequestUri},
          {u"+493023125002"_qs, DialledSource::HistoryInfo},
          {u"+493023125003"_qs, DialledSource::HistoryInfo},
          {u"+493023125004"_qs, DialledSource::Diversion},
          {u"+49-30-23125005"_qs, DialledSource::To}},
         u"+493023125004"_qs},
        {"number_of_letters",
         {{u"reception.desk"_qs, DialledSource::RequestUri}, {u"reception.desk"_qs, DialledSource::To}},
         {}},
    }));
    INFO(row.scenario);
    const ports::CallOffer offer = offerOf(row.scenario);
    Candidates dialled;
    for (const ports::DialledCandidate& candidate : offer.dialled) {
        INFO(candidate.number.toStdString());
        dialled.emplace_back(candidate.number, candidate.source);
    }
    CHECK(dialled == row.dialled);
    CHECK(offer.redirectedBy == row.redirectedBy);
}

// ---------------------------------------------------------------------------------------------------------- the listener

TEST_CASE("OPTIONS is answered", "[sip]")
{
    SipDesk desk;
    SippPeer peer(desk.order("options_ping"));
    checkContent(peer);
}

TEST_CASE("A peer that is not on the list is sent away", "[sip]")
{
    SipConfig config = quickConfig();
    config.allowedPeers = {QStringLiteral("10.0.0.0/8")};
    SipDesk desk(config);
    SippPeer peer(desk.order("stranger"));
    checkContent(peer);
    CHECK(desk.log.offers.empty());
}

TEST_CASE("A peer on the list may call", "[sip]")
{
    SipConfig config = quickConfig();
    config.allowedPeers = {QStringLiteral("10.0.0.0/8"), QStringLiteral("127.0.0.1")};
    SipDesk desk(config);
    SippPeer peer(desk.order("caller_gives_up_ringing"));
    CHECK(desk.log.endOf(desk.rung()) == EndReason::CallerGaveUp);
    checkContent(peer);
}

} // namespace vorzimmer::telephony
