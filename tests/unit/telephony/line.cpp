#include "line.h"

#include "feed_log.h"
#include "sipp_peer.h"

#include "vorzimmer/telephony/simulator.h"
#include "vorzimmer/telephony/sip_feed.h"

namespace vorzimmer::telephony {

using namespace std::chrono_literals;

namespace {

class SimulatedLine final : public Line {
public:
    explicit SimulatedLine(Scenario scenario) : m_simulator(std::move(scenario)) {}

    ports::CallFeed& feed() override { return m_simulator; }
    void ring() override { m_simulator.start(); }
    bool callersAreContent() override { return true; }
    QString story() const override { return {}; }

private:
    Simulator m_simulator;
};

ScriptedCall script(Caller caller)
{
    ScriptedCall call;
    call.after = 30ms;
    call.number = caller == Caller::Hides ? QString() : QStringLiteral("+4915228817386");
    call.name = QStringLiteral("T. Albers");
    call.dialled = QStringLiteral("+493023125010");
    call.rings = caller == Caller::GivesUp || caller == Caller::Hides ? 150ms : 60000ms;
    if (caller == Caller::CannotBePassedOn)
        call.transfer = ScriptedTransfer::Refused;
    if (caller == Caller::HangsUp)
        call.hangsUpAfter = 100ms;
    return call;
}

QString scenarioOf(Caller caller)
{
    switch (caller) {
    case Caller::GivesUp:
        return QStringLiteral("caller_gives_up_ringing");
    case Caller::HangsUp:
        return QStringLiteral("plain_call_caller_hangs_up");
    case Caller::WaitsForBye:
    case Caller::CannotBePassedOn:
        return QStringLiteral("we_hang_up");
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
        (void)spin([this] { return m_feed.backendState() == ports::BackendState::Up; });
        m_peers.clear();
        for (const Caller caller : m_callers) {
            const int before = m_offers;
            SippOrder order;
            order.scenario = scenarioOf(caller);
            order.port = m_feed.port();
            m_peers.push_back(std::make_unique<SippPeer>(order));
            // One after the other, so that a test knows who is who; a caller sent away at once is never offered.
            (void)spin([&] { return m_offers > before || !m_peers.back()->isRunning(); });
        }
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
    return std::make_unique<SimulatedLine>(std::move(scenario));
}

std::unique_ptr<Line> sippLine(const std::vector<Caller>& callers)
{
    return std::make_unique<SippLine>(callers);
}

} // namespace vorzimmer::telephony
