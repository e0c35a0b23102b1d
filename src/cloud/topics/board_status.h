#pragma once

#include "vorzimmer/ports/topic_board.h"

#include <optional>

namespace vorzimmer::cloud::topics {

/// All that one tenant's status depends on.
struct BoardFacts {
    bool configured = true;
    QString forPerson; ///< what a person must mend before the list can be used again; empty = nothing
    struct Pause {
        QDateTime until; ///< UTC; invalid = tried again right now
        QString problem;
    };
    std::optional<Pause> pause; ///< after a failure, until the other side is heard again
    bool busy = true;           ///< something is being sent, or the other side's changes are not all read yet
    ports::OutboxSummary outbox;
    int inFlight = 0;
    QDateTime lastSync;
};

/// What to tell people; pure. @p now is UTC.
[[nodiscard]] ports::BoardStatus boardStatus(const domain::TenantId& tenant, const BoardFacts& facts, const QDateTime& now);

[[nodiscard]] bool sameStatus(const ports::BoardStatus& one, const ports::BoardStatus& other);
/// The same but for how much waits, is on its way, is blocked or in conflict.
[[nodiscard]] bool sameButNumbers(const ports::BoardStatus& one, const ports::BoardStatus& other);

} // namespace vorzimmer::cloud::topics
