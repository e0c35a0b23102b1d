#pragma once

#include "event_loop/turn_until.h"

#include "vorzimmer/ports/call_feed.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <vector>

namespace vorzimmer::telephony {

using test::turnFor;
using test::turnUntil;

/// Writes down all that a feed tells and watches the laws that need no scenario.
class FeedLog : public QObject {
public:
    explicit FeedLog(ports::CallFeed& feed); ///< which outlives it, or is asked nothing any more

    /// Notes a command as given: it has to be finished once, and not before now.
    ports::CommandId given(ports::CommandId command);
    /// Waits for the command and gives its outcome.
    [[nodiscard]] domain::Outcome outcomeOf(ports::CommandId command);
    [[nodiscard]] bool isFinished(ports::CommandId command) const { return m_finished.contains(command.value); }
    /// Of a finished command.
    [[nodiscard]] const domain::Outcome& outcome(ports::CommandId command) const
    {
        return m_finished.at(command.value).front();
    }
    /// Waits until so many calls were offered.
    [[nodiscard]] bool waitForOffers(std::size_t count);
    /// Waits until the call has ended; None if it does not.
    [[nodiscard]] domain::EndReason endOf(ports::CallRef call);
    /// Waits until the feed says that the call is in that state now.
    [[nodiscard]] bool isIn(ports::CallRef call, ports::CallState state);
    /// Waits until the call was in that state.
    [[nodiscard]] bool waitForState(ports::CallRef call, ports::CallState state);

    /// What happened to one call, e.g. {"offered", "Active", "ended CallerHungUp"}.
    [[nodiscard]] QStringList story(ports::CallRef call) const { return m_stories.value(call.value); }
    /// Waits until that happened to the call, as story() words it.
    [[nodiscard]] bool waitFor(ports::CallRef call, const QString& event);
    /// Laws that were broken, and commands not finished; empty at the end of a good test.
    [[nodiscard]] QStringList complaints() const;

    std::vector<ports::CallOffer> offers;
    QHash<quint64, ports::CallRef> started; ///< by the command that asked for it
    std::vector<std::pair<ports::BackendState, QString>> backend;
    std::vector<ports::LineStatus> lines;

private:
    void tell(ports::CallRef call, const QString& what);

    ports::CallFeed& m_feed;
    QHash<quint64, QStringList> m_stories;
    std::map<ports::CallRef, domain::EndReason> m_ends;
    std::map<quint64, std::vector<domain::Outcome>> m_finished;
    std::vector<quint64> m_given;
    QStringList m_complaints;
};

[[nodiscard]] QString word(domain::EndReason reason);
[[nodiscard]] QString word(ports::CallState state);
[[nodiscard]] QString word(ports::TransferStep step);

} // namespace vorzimmer::telephony
