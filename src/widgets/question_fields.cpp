#include "question_fields.h"

#include "clamp_label.h"
#include "theme.h"

#include "vorzimmer/domain/mail_address.h"
#include "vorzimmer/models/due_reading.h"
#include "vorzimmer/models/question_wording.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

#include <algorithm>

namespace vorzimmer::widgets {

using domain::AnswerFlaw;
using domain::Question;
using domain::QuestionKind;
using models::QuestionWording;

namespace {

constexpr int fieldsInARow = 3;
constexpr int rowsOfAField = 3; ///< question, input, flaw

} // namespace

QuestionFields::QuestionFields(NumberReader readNumber, QWidget* parent)
    : QWidget(parent), m_readNumber(std::move(readNumber)), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(em(this, 0.6));
    m_grid->setVerticalSpacing(2);
    for (int column = 0; column < fieldsInARow; ++column)
        m_grid->setColumnStretch(column, 1);
    hide();
}

void QuestionFields::clear()
{
    m_fields.clear();
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void QuestionFields::ask(const std::vector<Question>& questions, const std::vector<domain::Answer>& answers)
{
    for (const domain::Answer& answer : answers) {
        if (domain::answerTo(m_given, answer.question).isEmpty())
            remember(answer.question, answer.text);
    }
    const bool same = std::equal(questions.begin(), questions.end(), m_fields.begin(), m_fields.end(),
                                 [](const Question& one, const Field& field) { return one == field.question; });
    if (same)
        return;
    const auto focused = std::find_if(m_fields.begin(), m_fields.end(), [](const Field& field) { return field.input->hasFocus(); });
    const QString inHand = focused == m_fields.end() ? QString() : focused->question.text;
    clear();
    int place = 0;
    for (const Question& question : questions)
        add(question, domain::answerTo(m_given, question.text), place++);
    setVisible(!m_fields.empty());
    for (const Field& field : m_fields) {
        if (inHand.isEmpty() || field.question.text != inHand)
            continue;
        field.input->show(); // with the next event it would be all the same, but the focus does not wait
        field.input->setFocus(Qt::OtherFocusReason);
    }
}

void QuestionFields::remember(const QString& question, const QString& text)
{
    const auto known = std::find_if(m_given.begin(), m_given.end(), [&](const domain::Answer& one) { return one.question == question; });
    if (known != m_given.end())
        known->text = text;
    else
        m_given.push_back({question, text});
}

void QuestionFields::add(const Question& question, const QString& answer, int place)
{
    auto* label = new QLabel(question.mandatory ? tr("%1 *", "a question that must be answered").arg(question.text) : question.text, this);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("caption", true);
    QWidget* input = nullptr;
    if (question.kind == QuestionKind::Choice) {
        auto* combo = new QComboBox(this);
        combo->addItem(QString());
        for (const QString& choice : question.choices)
            combo->addItem(choice);
        // A choice that the house no longer offers stays in an old draft.
        if (!answer.isEmpty() && combo->findText(answer) < 0)
            combo->addItem(answer);
        combo->setCurrentIndex(std::max(0, combo->findText(answer)));
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        connect(combo, &QComboBox::currentTextChanged, this, [this, text = question.text](const QString& chosen) {
            remember(text, chosen);
            Q_EMIT edited();
        });
        input = combo;
    } else {
        auto* line = new QLineEdit(answer, this);
        line->setMaxLength(domain::maxAnswer);
        line->setPlaceholderText(QuestionWording::hint(question.kind));
        connect(line, &QLineEdit::textEdited, this, [this, asked = question.text](const QString& text) {
            remember(asked, text);
            Q_EMIT edited();
        });
        input = line;
    }
    input->setAccessibleName(question.mandatory ? tr("%1 (must be answered)").arg(question.text) : question.text);
    label->setBuddy(input);
    auto* flaw = new ClampLabel(this);
    flaw->setProperty("tone", QStringLiteral("danger"));
    flaw->hide();
    const int row = place / fieldsInARow * rowsOfAField;
    const int column = place % fieldsInARow;
    m_grid->addWidget(label, row, column);
    m_grid->addWidget(input, row + 1, column);
    m_grid->addWidget(flaw, row + 2, column);
    m_fields.push_back({question, input, flaw});
}

QString QuestionFields::textOf(const Field& field)
{
    if (const auto* combo = qobject_cast<const QComboBox*>(field.input))
        return combo->currentText();
    return qobject_cast<const QLineEdit*>(field.input)->text();
}

std::vector<domain::Answer> QuestionFields::answers() const
{
    std::vector<domain::Answer> answers;
    for (const Field& field : m_fields) {
        if (const QString text = textOf(field).trimmed(); !text.isEmpty())
            answers.push_back({field.question.text, text});
    }
    for (const domain::Answer& given : m_given) {
        const bool asked = std::any_of(m_fields.begin(), m_fields.end(), [&](const Field& field) { return field.question.text == given.question; });
        if (!asked && !given.text.trimmed().isEmpty())
            answers.push_back({given.question, given.text.trimmed()});
    }
    return answers;
}

std::vector<QWidget*> QuestionFields::fields() const
{
    std::vector<QWidget*> inputs;
    for (const Field& field : m_fields)
        inputs.push_back(field.input);
    return inputs;
}

AnswerFlaw QuestionFields::flawOfField(const Field& field) const
{
    const QString text = textOf(field).trimmed();
    bool readable = true;
    switch (field.question.kind) {
    case QuestionKind::Number: QLocale().toDouble(text, &readable); break;
    case QuestionKind::Date: readable = models::readDue(text, QDate::currentDate()).has_value(); break;
    case QuestionKind::Phone: readable = m_readNumber(text).has_value(); break;
    case QuestionKind::Email: readable = !domain::mailAddress(text).isEmpty(); break;
    case QuestionKind::Text:
    case QuestionKind::Choice: break;
    }
    return domain::flawOf(field.question, text, readable);
}

void QuestionFields::check(bool sayEverything)
{
    for (const Field& field : m_fields) {
        const AnswerFlaw flaw = flawOfField(field);
        const QString sentence = flaw == AnswerFlaw::Missing && !sayEverything ? QString() : QuestionWording::flawText(flaw, field.question.kind);
        field.flaw->setText(sentence);
        field.flaw->setHidden(sentence.isEmpty());
        setLook(field.input, "flawed", !sentence.isEmpty());
        field.input->setAccessibleDescription(sentence);
    }
}

QWidget* QuestionFields::firstFlawed() const
{
    const auto flawed = std::find_if(m_fields.begin(), m_fields.end(), [this](const Field& field) { return flawOfField(field) != AnswerFlaw::None; });
    return flawed == m_fields.end() ? nullptr : flawed->input;
}

QWidget* QuestionFields::firstUnanswered() const
{
    const auto empty = std::find_if(m_fields.begin(), m_fields.end(), [](const Field& field) { return textOf(field).trimmed().isEmpty(); });
    return empty == m_fields.end() ? nullptr : empty->input;
}

void QuestionFields::setFrozen(bool frozen)
{
    for (const Field& field : m_fields) {
        if (auto* line = qobject_cast<QLineEdit*>(field.input))
            line->setReadOnly(frozen);
        else
            field.input->setEnabled(!frozen);
    }
}

} // namespace vorzimmer::widgets
