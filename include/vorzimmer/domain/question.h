#pragma once

#include <QString>

#include <vector>

namespace vorzimmer::domain {

/// What an answer has to be.
enum class QuestionKind { Text, Number, Date, Choice, Phone, Email };

/// One field of a message form: what the house wants to know about a concern.
struct Question {
    QString text;
    QuestionKind kind = QuestionKind::Text;
    bool mandatory = false;
    std::vector<QString> choices = {}; ///< for Choice
    friend bool operator==(const Question&, const Question&) = default;
};

/// What the caller said, as it was written down; never empty.
struct Answer {
    QString question; ///< its text, so that the answer outlives the form
    QString text;
    friend bool operator==(const Answer&, const Answer&) = default;
};

/// The longest answer that is accepted, in characters.
inline constexpr qsizetype maxAnswer = 2'000;

/// The form's questions in their order, then those of @p demanded (by a rule) that the form lacks; whatever is demanded must be answered.
[[nodiscard]] std::vector<Question> questionsToAsk(const std::vector<Question>& form, const std::vector<QString>& demanded);

/// What was answered to @p question; empty = nothing.
[[nodiscard]] QString answerTo(const std::vector<Answer>& answers, const QString& question);

/// "How many? three", "Damage number: 4711".
[[nodiscard]] QString answerLine(const Answer& answer);

enum class AnswerFlaw { None, Missing, TooLong, NotAChoice, Unreadable };

/// What is wrong with @p answer; @p readable says whether a number, a date, a telephone number or an address was understood.
[[nodiscard]] AnswerFlaw flawOf(const Question& question, const QString& answer, bool readable);

/// What is wrong with a form before it can be kept; the first that applies.
enum class FormFlaw { None, NoText, TextTwice, NoChoices };
[[nodiscard]] FormFlaw flawOf(const std::vector<Question>& form);

} // namespace vorzimmer::domain
