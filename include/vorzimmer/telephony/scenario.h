#pragma once

#include "vorzimmer/domain/result.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace vorzimmer::telephony {

/// What becomes of it when a scripted call is passed on.
enum class ScriptedTransfer { Succeeds, Refused, Unanswered };

/// What somebody does whom we call, or to whom a call is passed on.
enum class ScriptedAnswer { Answers, Busy, Declines, Unanswered, Unknown };

/// Somebody with a number, as a scenario file writes him.
struct ScriptedTarget {
    QString number; ///< or SIP address
    ScriptedAnswer does = ScriptedAnswer::Answers;
    std::optional<std::chrono::milliseconds> hangsUpAfter; ///< from the answer; without it he never hangs up
};

/// One call as a scenario file writes it. Empty number = withheld.
struct ScriptedCall {
    std::chrono::milliseconds after{0}; ///< since the call before it rang, or since the start
    bool onlyWhenIdle = false;          ///< and not before every other call has ended
    QString number;
    QString name;
    QString dialled;
    QString redirectedBy;
    std::chrono::milliseconds rings{30000};                ///< then the caller gives up
    std::optional<std::chrono::milliseconds> hangsUpAfter; ///< from the answer; without it the caller never hangs up
    ScriptedTransfer transfer = ScriptedTransfer::Succeeds;
};

/// The calls that a Simulator plays, in order, and whom one can reach from there. docs/simulator.md describes the file.
struct Scenario {
    bool repeat = false; ///< start over after the last call
    std::vector<ScriptedCall> calls;
    std::vector<ScriptedTarget> targets = {}; ///< anybody else does what the call's "transfer" says, or answers
};

/// Reads a scenario from JSON. Error::where is "line:column" for broken JSON, else the field, e.g. "calls[2].dialled".
[[nodiscard]] domain::Result<Scenario> parseScenario(const QByteArray& json);
/// As above, from a file; the file's name goes first in Error::where.
[[nodiscard]] domain::Result<Scenario> readScenario(const QString& path);

} // namespace vorzimmer::telephony
