#include "vorzimmer/domain/question.h"

#include <algorithm>

namespace vorzimmer::domain {

namespace {

bool isSame(const QString& one, const QString& other)
{
    return one.simplified().compare(other.simplified(), Qt::CaseInsensitive) == 0;
}

} // namespace

std::vector<Question> questionsToAsk(const std::vector<Question>& form, const std::vector<QString>& demanded)
{
    std::vector<Question> questions = form;
    for (const QString& text : demanded) {
        auto known = std::find_if(questions.begin(), questions.end(), [&](const Question& one) { return isSame(one.text, text); });
        if (known == questions.end())
            known = questions.insert(known, Question{text});
        known->mandatory = true;
    }
    return questions;
}

QString answerTo(const std::vector<Answer>& answers, const QString& question)
{
    const auto found = std::find_if(answers.begin(), answers.end(), [&](const Answer& one) { return isSame(one.question, question); });
    return found == answers.end() ? QString() : found->text;
}

QString answerLine(const Answer& answer)
{
    const QString question = answer.question.trimmed();
    return question + QLatin1String(question.endsWith(QLatin1Char('?')) ? " " : ": ") + answer.text;
}

AnswerFlaw flawOf(const Question& question, const QString& answer, bool readable)
{
    const QString text = answer.trimmed();
    if (text.isEmpty())
        return question.mandatory ? AnswerFlaw::Missing : AnswerFlaw::None;
    if (text.size() > maxAnswer)
        return AnswerFlaw::TooLong;
    switch (question.kind) {
    case QuestionKind::Text: return AnswerFlaw::None;
    case QuestionKind::Choice:
        return std::find(question.choices.begin(), question.choices.end(), text) == question.choices.end() ? AnswerFlaw::NotAChoice
                                                                                                           : AnswerFlaw::None;
    case QuestionKind::Number:
    case QuestionKind::Date:
    case QuestionKind::Phone:
    case QuestionKind::Email: break;
    }
    return readable ? AnswerFlaw::None : AnswerFlaw::Unreadable;
}

FormFlaw flawOf(const std::vector<Question>& form)
{
    for (auto one = form.begin(); one != form.end(); ++one) {
        if (one->text.trimmed().isEmpty())
            return FormFlaw::NoText;
        if (std::any_of(form.begin(), one, [&](const Question& other) { return isSame(one->text, other.text); }))
            return FormFlaw::TextTwice;
        if (one->kind == QuestionKind::Choice && one->choices.size() < 2)
            return FormFlaw::NoChoices;
    }
    return FormFlaw::None;
}

} // namespace vorzimmer::domain
