#include "vorzimmer/audio/call_bell.h"

#include <catch2/catch.hpp>

namespace vorzimmer::audio {

using ports::CallRef;
using ports::CallState;

namespace {

/// A feed that only tells.
class TellingFeed final : public ports::CallFeed {
public:
    void start() override {}
    void stop() override {}
    [[nodiscard]] ports::Capabilities capabilities() const override { return {}; }
    [[nodiscard]] ports::BackendState backendState() const override { return ports::BackendState::Up; }
    [[nodiscard]] std::vector<ports::CallSnapshot> snapshot() const override { return {}; }
    ports::CommandId answer(CallRef) override { return {}; }
    ports::CommandId reject(CallRef, ports::RejectReason) override { return {}; }
    ports::CommandId redirect(CallRef, const QString&) override { return {}; }
    ports::CommandId hangUp(CallRef) override { return {}; }
    ports::CommandId hold(CallRef) override { return {}; }
    ports::CommandId resume(CallRef) override { return {}; }
    ports::CommandId blindTransfer(CallRef, const QString&) override { return {}; }
    ports::CommandId dial(const QString&, const ports::DialOrigin&, CallRef) override { return {}; }
    ports::CommandId completeTransfer(CallRef, CallRef) override { return {}; }
    ports::CommandId sendDtmf(CallRef, const QString&) override { return {}; }
    ports::CommandId setMuted(CallRef, bool) override { return {}; }
    ports::CommandId setAvailable(bool) override { return {}; }
};

struct Ringing {
    TellingFeed feed;
    QStringList told;
    CallBell bell{feed,
                  {[this](bool on) { told += on ? QStringLiteral("ring") : QStringLiteral("quiet"); },
                   [this] { told += QStringLiteral("notice"); }}};

    void offer(quint64 call)
    {
        ports::CallOffer offer;
        offer.call = {call};
        Q_EMIT feed.callOffered(offer);
    }
    void enter(quint64 call, CallState state) { Q_EMIT feed.callStateChanged({call}, state); }
    void end(quint64 call) { Q_EMIT feed.callEnded({call}, domain::EndReason::CallerHungUp); }
};

} // namespace

TEST_CASE("It rings until the call is answered or gone", "[bell]")
{
    Ringing desk;
    desk.offer(1);
    CHECK(desk.told == QStringList{QStringLiteral("ring")});
    SECTION("answered")
    {
        desk.enter(1, CallState::Active);
    }
    SECTION("gone")
    {
        desk.end(1);
    }
    CHECK(desk.told == QStringList{QStringLiteral("ring"), QStringLiteral("quiet")});
}

TEST_CASE("Of two calls that ring the bell rings once, until both are settled", "[bell]")
{
    Ringing desk;
    desk.offer(1);
    desk.offer(2);
    desk.end(1);
    CHECK(desk.told == QStringList{QStringLiteral("ring")});
    desk.end(2);
    CHECK(desk.told == QStringList{QStringLiteral("ring"), QStringLiteral("quiet")});
}

TEST_CASE("A second call during a talk is one short sound, and rings when the talk is over", "[bell]")
{
    Ringing desk;
    desk.offer(1);
    desk.enter(1, CallState::Active);
    desk.told.clear();
    desk.offer(2);
    CHECK(desk.told == QStringList{QStringLiteral("notice")});
    SECTION("hung up")
    {
        desk.end(1);
    }
    SECTION("held")
    {
        desk.enter(1, CallState::HeldByUs);
    }
    CHECK(desk.told == QStringList{QStringLiteral("notice"), QStringLiteral("ring")});
}

} // namespace vorzimmer::audio
