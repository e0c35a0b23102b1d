#pragma once

#include "vorzimmer/domain/note.h"
#include "vorzimmer/domain/question.h"

#include <QCoreApplication>

namespace vorzimmer::models {

/// The questions of message forms, and what is wrong with answers, in words.
class QuestionWording {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::QuestionWording)

public:
    [[nodiscard]] static QString kindText(domain::QuestionKind kind);
    /// What stands in an empty field; empty where any text will do.
    [[nodiscard]] static QString hint(domain::QuestionKind kind);
    /// Empty for AnswerFlaw::None.
    [[nodiscard]] static QString flawText(domain::AnswerFlaw flaw, domain::QuestionKind kind);
    /// Empty for FormFlaw::None.
    [[nodiscard]] static QString flawText(domain::FormFlaw flaw);
    /// The note as it is read: a line for each answer, then the text.
    [[nodiscard]] static QString noteText(const domain::Note& note);
};

} // namespace vorzimmer::models
