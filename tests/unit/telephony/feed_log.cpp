#include "feed_log.h"

#include <algorithm>

namespace vorzimmer::telephony {

using domain::EndReason;
using ports::CallRef;
using ports::CallState;
using ports::CommandId;
using ports::TransferStep;

FeedLog::FeedLog(ports::CallFeed& feed) : m_feed(feed)
{
    using Feed = ports::CallFeed;
    connect(&feed, &Feed::callOffered, this, [this](const ports::CallOffer& offer) {
        if (m_stories.contains(offer.call.value))
            m_complaints << QStringLiteral("call %1 offered twice").arg(offer.call.value);
        offers.push_back(offer);
        m_stories[offer.call.value] << QStringLiteral("offered");
    });
    connect(&feed, &Feed::callStarted, this, [this](CallRef call, CommandId dial) {
        if (m_stories.contains(call.value) || started.contains(dial.value))
            m_complaints << QStringLiteral("call %1 started twice").arg(call.value);
        started.insert(dial.value, call);
        m_stories[call.value] << QStringLiteral("started");
    });
    connect(&feed, &Feed::callStateChanged, this, [this](CallRef call, CallState state) { tell(call, word(state)); });
    connect(&feed, &Feed::transferProgressed, this,
            [this](CallRef call, TransferStep step, const QString&) { tell(call, u"transfer "_qs + word(step)); });
    connect(&feed, &Feed::callEnded, this, [this](CallRef call, EndReason reason) {
        tell(call, u"ended "_qs + word(reason));
        m_ends.emplace(call, reason);
    });
    connect(&feed, &Feed::commandFinished, this,
            [this](CommandId command, const domain::Outcome& outcome) { m_finished[command.value].push_back(outcome); });
    connect(&feed, &Feed::backendStateChanged, this,
            [this](ports::BackendState state, const QString& reason) { backend.emplace_back(state, reason); });
    connect(&feed, &Feed::lineStateChanged, this,
            [this](const ports::LineStatus& line) { lines.push_back(line); });
}

void FeedLog::tell(CallRef call, const QString& what)
{
    if (!m_stories.contains(call.value))
        m_complaints << QStringLiteral("call %1 was never offered, but: %2").arg(call.value).arg(what);
    if (m_ends.contains(call))
        m_complaints << QStringLiteral("call %1 has ended, but: %2").arg(call.value).arg(what);
    m_stories[call.value] << what;
}

CommandId FeedLog::given(CommandId command)
{
    if (m_finished.contains(command.value))
        m_complaints << QStringLiteral("command %1 finished before it returned").arg(command.value);
    m_given.push_back(command.value);
    return command;
}

domain::Outcome FeedLog::outcomeOf(CommandId command)
{
    given(command);
    if (!turnUntil([&] { return m_finished.contains(command.value); }))
        return domain::failure(domain::Fault::Internal, QStringLiteral("the command never finished"));
    return m_finished.at(command.value).front();
}

bool FeedLog::waitForOffers(std::size_t count)
{
    return turnUntil([&] { return offers.size() >= count; });
}

EndReason FeedLog::endOf(CallRef call)
{
    (void)turnUntil([&] { return m_ends.contains(call); });
    const auto found = m_ends.find(call);
    return found == m_ends.end() ? EndReason::None : found->second;
}

bool FeedLog::waitForState(CallRef call, CallState state)
{
    return turnUntil([&] { return story(call).contains(word(state)); });
}

bool FeedLog::waitFor(CallRef call, const QString& event)
{
    return turnUntil([&] { return story(call).contains(event); });
}

bool FeedLog::isIn(CallRef call, CallState state)
{
    return turnUntil([&] {
        const std::vector<ports::CallSnapshot> calls = m_feed.snapshot();
        return std::any_of(calls.begin(), calls.end(),
                           [&](const auto& one) { return one.call == call && one.state == state; });
    });
}

QStringList FeedLog::complaints() const
{
    QStringList all = m_complaints;
    for (const quint64 command : m_given) {
        const auto found = m_finished.find(command);
        const std::size_t times = found == m_finished.end() ? 0 : found->second.size();
        if (times != 1)
            all << QStringLiteral("command %1 finished %2 times").arg(command).arg(times);
    }
    return all;
}

QString word(EndReason reason)
{
    switch (reason) {
    case EndReason::None:
        return QStringLiteral("None");
    case EndReason::CallerGaveUp:
        return QStringLiteral("CallerGaveUp");
    case EndReason::CallerHungUp:
        return QStringLiteral("CallerHungUp");
    case EndReason::WeHungUp:
        return QStringLiteral("WeHungUp");
    case EndReason::Rejected:
        return QStringLiteral("Rejected");
    case EndReason::Transferred:
        return QStringLiteral("Transferred");
    case EndReason::AnsweredElsewhere:
        return QStringLiteral("AnsweredElsewhere");
    case EndReason::PeerLost:
        return QStringLiteral("PeerLost");
    case EndReason::BackendLost:
        return QStringLiteral("BackendLost");
    case EndReason::NetworkFailure:
        return QStringLiteral("NetworkFailure");
    case EndReason::PeerHungUp:
        return QStringLiteral("PeerHungUp");
    case EndReason::PeerBusy:
        return QStringLiteral("PeerBusy");
    case EndReason::PeerDeclined:
        return QStringLiteral("PeerDeclined");
    case EndReason::NoAnswer:
        return QStringLiteral("NoAnswer");
    case EndReason::Unreachable:
        return QStringLiteral("Unreachable");
    }
    return {};
}

QString word(CallState state)
{
    switch (state) {
    case CallState::Offered:
        return QStringLiteral("Offered");
    case CallState::OutgoingRinging:
        return QStringLiteral("OutgoingRinging");
    case CallState::Active:
        return QStringLiteral("Active");
    case CallState::HeldByUs:
        return QStringLiteral("HeldByUs");
    case CallState::HeldByPeer:
        return QStringLiteral("HeldByPeer");
    case CallState::Transferring:
        return QStringLiteral("Transferring");
    case CallState::Ended:
        return QStringLiteral("Ended");
    }
    return {};
}

QString word(TransferStep step)
{
    switch (step) {
    case TransferStep::Accepted:
        return QStringLiteral("Accepted");
    case TransferStep::Trying:
        return QStringLiteral("Trying");
    case TransferStep::Ringing:
        return QStringLiteral("Ringing");
    case TransferStep::Succeeded:
        return QStringLiteral("Succeeded");
    case TransferStep::Failed:
        return QStringLiteral("Failed");
    }
    return {};
}

} // namespace vorzimmer::telephony
