#pragma once

#include "vorzimmer/models/row.h"
#include "vorzimmer/ports/call_feed.h"

#include <QCoreApplication>

namespace vorzimmer::models {

/// What is said about telephone lines.
class LineWording {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::LineWording)

public:
    /// Everything in a few words, for the status line.
    [[nodiscard]] static QString summary(ports::BackendState backend, const std::vector<ports::LineStatus>& lines);
    [[nodiscard]] static Lamp lamp(ports::BackendState backend, const std::vector<ports::LineStatus>& lines);
    [[nodiscard]] static Tone tone(ports::BackendState backend, const std::vector<ports::LineStatus>& lines);
    /// Each line with its state, one below the other.
    [[nodiscard]] static QString overview(const std::vector<ports::LineStatus>& lines);

    /// "registered", "down: the other side does not answer".
    [[nodiscard]] static QString stateText(const ports::LineStatus& line);
    /// Why it is down, as half a sentence; empty when it is not.
    [[nodiscard]] static QString troubleText(const ports::LineStatus& line);
    /// What happened, what it means, and whose move it is.
    [[nodiscard]] static QString downSentence(const ports::LineStatus& line);
    [[nodiscard]] static QString backSentence(const ports::LineStatus& line);
    /// Of several lines that are down together.
    [[nodiscard]] static QString downSentence(const std::vector<ports::LineStatus>& down);

    // ---- set-up
    [[nodiscard]] static QString transportName(domain::LineTransport transport);
    /// Empty for LineFlaw::None.
    [[nodiscard]] static QString flawText(domain::LineFlaw flaw);
    /// Why a line was not kept, by Error::where; empty when the error says nothing of the kind.
    [[nodiscard]] static QString refusalText(const domain::Error& error);
    /// @p status is null where the telephony does not know the line.
    [[nodiscard]] static QString standing(const domain::PhoneLine& line, const ports::LineStatus* status);
    [[nodiscard]] static Row row(const domain::PhoneLine& line, const ports::LineStatus* status);
};

} // namespace vorzimmer::models
