#pragma once

#include "vorzimmer/exchange/flaw.h"

#include <QString>

#include <optional>

/// What the administrator reads and types. Answers go to stdout, everything about problems to stderr.
namespace vorzimmer::ctl {

/// How a command ended; the program's exit code.
enum class Ending { Done = 0, Failed = 1, WrongUse = 2 };

void say(const QString& line);
/// "vorzimmer-ctl: line" on stderr.
void complain(const QString& line);
/// What happened, what the store says about it, and what to do next; @p kept says what became of the data.
Ending fail(const QString& what, const domain::Error& error, const QString& kept = {});
/// The same for a file that was not taken, with every flaw.
Ending fail(const QString& what, const exchange::Refusal& refusal, const QString& kept);
Ending misuse(const QString& line);

/// Shows "@p what: 120 of 414" in one line while it goes on; nothing when stderr is no terminal.
[[nodiscard]] exchange::Progress progressLine(const QString& what);

/// One line of stdin without its end; nothing at the end of the input.
[[nodiscard]] std::optional<QByteArray> readLine();
/// Asks on the terminal and reads a line that is not shown. Without a terminal it reads stdin all the same.
[[nodiscard]] std::optional<QByteArray> readSecret(const QString& prompt);
[[nodiscard]] bool typesByHand();

} // namespace vorzimmer::ctl
