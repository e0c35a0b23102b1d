#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace vorzimmer::cloud {

/// How long to wait after failures: max(what the other side asks for, capped; random(0, min(ceiling, base * 2^n))).
struct BackoffPolicy {
    std::chrono::milliseconds base = std::chrono::seconds(1);
    std::chrono::milliseconds ceiling = std::chrono::seconds(300);
    std::chrono::milliseconds askedCap = std::chrono::minutes(15); ///< the longest Retry-After that is obeyed

    /// The pause after the @p failures -th failure in a row; @p fraction in [0, 1) is the dice.
    [[nodiscard]] std::chrono::milliseconds delay(int failures, std::optional<std::chrono::seconds> asked,
                                                  double fraction) const;
    /// No pause is longer than this.
    [[nodiscard]] std::chrono::milliseconds longest() const;
};

/// What the sync engine may be told; the defaults are for real use.
struct SyncOptions {
    BackoffPolicy backoff;
    std::chrono::milliseconds blockedProbe = std::chrono::minutes(15); ///< how often a refused list is asked again
    std::chrono::seconds longPoll{25};                                 ///< how long the other side may hold the question
    std::chrono::milliseconds pollGap = std::chrono::seconds(1);       ///< between two questions, when it does not hold them
    std::optional<std::chrono::milliseconds> pollEvery;                ///< instead of what fits the kind of list
    int countedRequests = 90;              ///< in ten seconds, of services that count them: Trello's token has a hundred
    std::chrono::milliseconds settle{300}; ///< before a change is read back on servers that may let two writers win
    std::chrono::milliseconds connectPatience = std::chrono::seconds(5);
    std::chrono::milliseconds patience = std::chrono::seconds(60); ///< for a whole exchange, the holding apart
    qsizetype maxReply = 32 * 1024 * 1024;                         ///< bytes
    QByteArray trustFile; ///< PEM file of trusted authorities instead of the system's; empty = the system's
};

} // namespace vorzimmer::cloud
