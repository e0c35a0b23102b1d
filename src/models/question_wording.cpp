#include "vorzimmer/models/question_wording.h"

#include <QLocale>

namespace vorzimmer::models {

using domain::AnswerFlaw;
using domain::FormFlaw;
using domain::QuestionKind;

QString QuestionWording::kindText(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::Text: return tr("Text");
    case QuestionKind::Number: return tr("Number");
    case QuestionKind::Date: return tr("Day");
    case QuestionKind::Choice: return tr("One of several");
    case QuestionKind::Phone: return tr("Telephone number");
    case QuestionKind::Email: return tr("E-mail address");
    }
    return {};
}

QString QuestionWording::hint(QuestionKind kind)
{
    switch (kind) {
    case QuestionKind::Date: return tr("a day");
    case QuestionKind::Number: return tr("a number");
    case QuestionKind::Text:
    case QuestionKind::Choice:
    case QuestionKind::Phone:
    case QuestionKind::Email: break;
    }
    return {};
}

QString QuestionWording::flawText(AnswerFlaw flaw, QuestionKind kind)
{
    switch (flaw) {
    case AnswerFlaw::None: return {};
    case AnswerFlaw::Missing: return tr("The house wants to know this.");
    case AnswerFlaw::TooLong: return tr("At most %1 characters.").arg(QLocale().toString(domain::maxAnswer));
    case AnswerFlaw::NotAChoice: return tr("Choose one that is offered.");
    case AnswerFlaw::Unreadable: break;
    }
    switch (kind) {
    case QuestionKind::Number: return tr("This is no number.");
    case QuestionKind::Date: return tr("This is no day.");
    case QuestionKind::Phone: return tr("This is no telephone number.");
    case QuestionKind::Email: return tr("This is no e-mail address.");
    case QuestionKind::Text:
    case QuestionKind::Choice: break;
    }
    return {};
}

QString QuestionWording::flawText(FormFlaw flaw)
{
    switch (flaw) {
    case FormFlaw::None: return {};
    case FormFlaw::NoText: return tr("A question has no words yet.");
    case FormFlaw::TextTwice: return tr("The same question stands there twice.");
    case FormFlaw::NoChoices: return tr("A choice needs at least two answers to choose from.");
    }
    return {};
}

QString QuestionWording::noteText(const domain::Note& note)
{
    QStringList lines;
    for (const domain::Answer& answer : note.answers)
        lines << domain::answerLine(answer);
    if (!lines.isEmpty() && !note.text.isEmpty())
        lines << QString();
    if (!note.text.isEmpty())
        lines << note.text;
    return lines.join(QLatin1Char('\n'));
}

} // namespace vorzimmer::models
