#include "line.h"

#include "feed_log.h"
#include "sipp_peer.h"

#include "vorzimmer/telephony/simulator.h"
#include "vorzimmer/telephony/sip_feed.h"

namespace vorzimmer::telephony {

using namespace std::chrono_literals;

namespace {

/// Scripts are written at this pace, so that nobody waits for people of flesh and blood.
constexpr int fast = 20;

class SimulatedLine final : public Line {
public:
    explicit SimulatedLine(Scenario scenario) : m_simulator(std::move(scenario), fast) {}

    ports::CallFeed& feed() override { return m_simulator; }
    void ring() override { m_simulator.start(); }
    QString somebodyWho(Called called) override { return numberOf(called); }
    bool callersAreContent() override { return true; }
    QString story() const override { return {}; }

    static QString numberOf(Called called) { return QStringLiteral("+49302312502%1").arg(int(called)); }

private:
    Simulator m_simulator;
};

ScriptedCall script(Caller caller)
{
    ScriptedCall call;
    call.after = fast * 30ms;
    call.number = caller == Caller::Hides ? QString() : QStringLiteral("+4915228817386");
    call.name = QStringLiteral("T. Albers");
    call.dialled = QStringLiteral("+493023125010");
    call.rings = caller == Caller::GivesUp || caller == Caller::Hides ? fast * 150ms : fast * 60000ms;
    if (caller == Caller::CannotBePassedOn)
        call.transfer = ScriptedTransfer::Refused;
    if (caller == Caller::IsPassedOnInVain)
        call.transfer = ScriptedTransfer::Unanswered;
    if (caller == Caller::HangsUp)
        call.hangsUpAfter = fast * 100ms;
    return call;
}

ScriptedTarget script(Called called)
{
    ScriptedTarget target{SimulatedLine::numberOf(called), ScriptedAnswer::Answers, {}};
    switch (called) {
    case Called::Answers:
        break;
    case Called::HangsUp:
        target.hangsUpAfter = fast * 100ms;
        break;
    case Called::IsBusy:
        target.does = ScriptedAnswer::Busy;
        break;
    case Called::Declines:
        target.does = ScriptedAnswer::Declines;
        break;
    case Called::DoesNotAnswer:
    case Called::RingsOn:
        target.does = ScriptedAnswer::Unanswered;
        break;
    case Called::IsUnknown:
        target.does = ScriptedAnswer::Unknown;
        break;
    }
    return target;
}

const char* scenarioOf(Called called)
{
    switch (called) {
    case Called::Answers:
        return "called_one_waits_for_bye";
    case Called::HangsUp:
        return "called_one_hangs_up";
    case Called::IsBusy:
        return "called_one_is_busy";
    case Called::Declines:
        return "called_one_declines";
    case Called::DoesNotAnswer:
        return "called_one_does_not_answer";
    case Called::IsUnknown:
        return "called_number_is_unknown";
    case Called::RingsOn:
        return "called_one_rings_on";
    }
    return "";
}

QString scenarioOf(Caller caller)
{
    switch (caller) {
    case Caller::GivesUp:
        return QStringLiteral("caller_gives_up_ringing");
    case Caller::HangsUp:
        return QStringLiteral("plain_call_caller_hangs_up");
    case Caller::WaitsForBye:
        return QStringLiteral("we_hang_up");
    case Caller::CannotBePassedOn:
        return QStringLiteral("transfer_accepted_then_busy");
    case Caller::IsPassedOn:
        return QStringLiteral("transfer_succeeds");
    case Caller::IsPassedOnInVain:
        return QStringLiteral("transfer_never_heard_of_again");
    case Caller::IsJoined:
        return QStringLiteral("held_and_joined");
    case Caller::IsSentElsewhere:
        return QStringLiteral("we_redirect");
    case Caller::IsRejected:
        return QStringLiteral("we_are_busy");
    case Caller::IsSentAway:
        return QStringLiteral("nobody_is_there");
    case Caller::RingsOn:
        return QStringLiteral("nobody_answers");
    case Caller::Hides:
        return QStringLiteral("privacy_id_with_asserted_name");
    }
    return {};
}

class SippLine final : public Line {
public:
    explicit SippLine(std::vector<Caller> callers) : m_callers(std::move(callers)), m_feed(config())
    {
        QObject::connect(&m_feed, &ports::CallFeed::callOffered, &m_feed, [this] { ++m_offers; });
    }

    ports::CallFeed& feed() override { return m_feed; }

    void ring() override
    {
        m_feed.start();
        (void)turnUntil([this] { return m_feed.backendState() == ports::BackendState::Up; });
        m_peers.clear();
        for (const Caller caller : m_callers) {
            const int before = m_offers;
            SippOrder order;
            order.scenario = scenarioOf(caller);
            order.port = m_feed.port();
            m_peers.push_back(std::make_unique<SippPeer>(order));
            // One after the other, so that a test knows who is who; a caller sent away at once is never offered.
            (void)turnUntil([&] { return m_offers > before || !m_peers.back()->isRunning(); });
        }
    }

    QString somebodyWho(Called called) override
    {
        SippOrder order;
        order.scenario = QLatin1String(scenarioOf(called));
        order.isCalled = true;
        m_peers.push_back(std::make_unique<SippPeer>(order));
        return m_peers.back()->address();
    }

    bool callersAreContent() override
    {
        bool content = true;
        for (const auto& peer : m_peers)
            content = peer->isContent() && content;
        return content;
    }

    QString story() const override
    {
        QString text;
        for (const auto& peer : m_peers)
            text += peer->story();
        return text;
    }

private:
    static SipConfig config()
    {
        SipConfig config;
        config.port = 0;
        config.peer = QStringLiteral("127.0.0.1");
        config.transferTimeout = 1s;
        return config;
    }

    std::vector<Caller> m_callers;
    SipFeed m_feed;
    std::vector<std::unique_ptr<SippPeer>> m_peers;
    int m_offers = 0;
};

} // namespace

std::unique_ptr<Line> simulatedLine(const std::vector<Caller>& callers)
{
    Scenario scenario;
    for (const Caller caller : callers)
        scenario.calls.push_back(script(caller));
    for (const Called called : {Called::Answers, Called::HangsUp, Called::IsBusy, Called::Declines, Called::DoesNotAnswer,
                                Called::IsUnknown, Called::RingsOn})
        scenario.targets.push_back(script(called));
    return std::make_unique<SimulatedLine>(std::move(scenario));
}

std::unique_ptr<Line> sippLine(const std::vector<Caller>& callers)
{
    return std::make_unique<SippLine>(callers);
}

} // namespace vorzimmer::telephony
