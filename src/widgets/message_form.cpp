#include "message_form.h"

#include "form_keys.h"
#include "mail_copies.h"
#include "question_fields.h"
#include "theme.h"
#include "ui_message_form.h"

#include "vorzimmer/models/wording.h"

#include <QCompleter>

#include <algorithm>

namespace vorzimmer::widgets {

using models::Wording;

namespace {

void showFlaw(ClampLabel* label, QWidget* field, const QString& sentence)
{
    label->setText(sentence);
    label->setHidden(sentence.isEmpty());
    setLook(field, "flawed", !sentence.isEmpty());
    field->setAccessibleDescription(sentence);
}

} // namespace

MessageForm::MessageForm(const domain::Note& note, const std::vector<domain::Person>& people, const std::vector<domain::Concern>& concerns,
                         NumberReader readNumber, QWidget* parent)
    : QWidget(parent), m_note(note), m_people(people), m_concerns(concerns), m_questions(new QuestionFields(readNumber)),
      m_readNumber(std::move(readNumber)), m_ui(std::make_unique<Ui::MessageForm>())
{
    m_ui->setupUi(this);
    m_ui->questionPlace->addWidget(m_questions);
    for (const domain::Concern& concern : concerns)
        m_ui->concern->addItem(concern.name);
    m_ui->concern->completer()->setFilterMode(Qt::MatchContains);
    m_ui->concern->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_ui->forPerson->addItem(tr("The house"), QUuid());
    for (const domain::Person& person : m_people) {
        m_ui->forPerson->addItem(person.name, person.id.uuid());
        m_ui->forPerson->setItemData(m_ui->forPerson->count() - 1, person.role.toHtmlEscaped(), Qt::ToolTipRole);
    }
    for (QComboBox* combo : {m_ui->concern, m_ui->forPerson}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(8);
    }
    nameFields();
    fill();
    connectFields();
    m_ui->saved->hide();
    check(false);
}

MessageForm::~MessageForm() = default;

void MessageForm::offerCopies(const desk::MailHabits& habits, const domain::TenantEntry& house, std::shared_ptr<desk::WordsBegun> begun)
{
    if (m_copies || !habits.canSend || habits.notes.delivery == domain::NoteDelivery::None)
        return;
    m_copies = new MailCopies(habits, house, std::move(begun), this);
    auto* rows = qobject_cast<QBoxLayout*>(layout());
    rows->insertWidget(rows->count() - 1, m_copies);
    setTabOrder(m_ui->text, m_copies);
    takeOver();
}

void MessageForm::nameFields()
{
    const std::initializer_list<std::pair<QWidget*, const QLabel*>> named{
        {m_ui->callerName, m_ui->callerLabel}, {m_ui->company, m_ui->companyLabel}, {m_ui->number, m_ui->numberLabel},
        {m_ui->concern, m_ui->concernLabel},   {m_ui->forPerson, m_ui->forLabel},   {m_ui->text, m_ui->textLabel}};
    for (const auto& [field, label] : named) {
        const QString name = label->text().remove(QLatin1Char('&'));
        field->setAccessibleName(name);
        // What is typed into a combo box is typed into a field of its own.
        if (const auto* combo = qobject_cast<QComboBox*>(field); combo && combo->lineEdit())
            combo->lineEdit()->setAccessibleName(name);
    }
    for (QCheckBox* box : {m_ui->urgent, m_ui->pleaseCallBack, m_ui->forInformation, m_ui->willCallAgain})
        box->setAccessibleName(box->text().remove(QLatin1Char('&')));
    m_ui->finish->setAccessibleName(m_ui->finish->text());
    m_ui->number->setInputMethodHints(Qt::ImhDialableCharactersOnly);
    m_ui->text->setMinimumHeight(fontMetrics().lineSpacing() * 2 + em(this, 1.2));
}

void MessageForm::connectFields()
{
    for (QLineEdit* field : {m_ui->callerName, m_ui->company, m_ui->number})
        connect(field, &QLineEdit::textEdited, this, [this, field] { onEdited(field); });
    connect(m_ui->concern, &QComboBox::currentTextChanged, this, [this] { onEdited(m_ui->concern); });
    connect(m_ui->forPerson, &QComboBox::currentIndexChanged, this, [this] { onEdited(m_ui->forPerson); });
    connect(m_ui->text, &QPlainTextEdit::textChanged, this, [this] { onEdited(m_ui->text); });
    for (QCheckBox* box : {m_ui->urgent, m_ui->pleaseCallBack, m_ui->forInformation, m_ui->willCallAgain})
        connect(box, &QCheckBox::toggled, this, [this, box] { onEdited(box); });
    connect(m_questions, &QuestionFields::edited, this, [this] { onEdited(m_questions); });
    connect(m_ui->finish, &QPushButton::clicked, this, &MessageForm::finish);
    onFinishKey(this, [this] { finish(); });
}

void MessageForm::fill()
{
    m_filling = true;
    const auto set = [this](QLineEdit* field, const QString& text) {
        if (!m_touched.contains(field) && field->text() != text)
            field->setText(text);
    };
    set(m_ui->callerName, m_note.callerName);
    set(m_ui->company, m_note.company);
    set(m_ui->number, m_note.callbackNumber);
    if (!m_touched.contains(m_ui->concern))
        m_ui->concern->setCurrentText(m_note.concern);
    if (!m_touched.contains(m_ui->forPerson)) {
        // A person who has left since keeps the note's name.
        if (!m_note.forPerson.isNull() && m_ui->forPerson->findData(m_note.forPerson.uuid()) < 0)
            m_ui->forPerson->addItem(m_note.forName, m_note.forPerson.uuid());
        m_ui->forPerson->setCurrentIndex(qMax(0, m_ui->forPerson->findData(m_note.forPerson.uuid())));
    }
    if (!m_touched.contains(m_ui->text) && m_ui->text->toPlainText() != m_note.text)
        m_ui->text->setPlainText(m_note.text);
    const std::initializer_list<std::pair<QCheckBox*, domain::NoteFlag>> flags{{m_ui->urgent, domain::NoteFlag::Urgent},
                                                                               {m_ui->pleaseCallBack, domain::NoteFlag::PleaseCallBack},
                                                                               {m_ui->forInformation, domain::NoteFlag::ForInformation},
                                                                               {m_ui->willCallAgain, domain::NoteFlag::WillCallAgain}};
    for (const auto& [box, flag] : flags) {
        if (!m_touched.contains(box))
            box->setChecked(m_note.flags.testFlag(flag));
    }
    askForConcern();
    m_filling = false;
}

void MessageForm::askForConcern()
{
    const domain::Concern* concern = domain::concernNamed(m_concerns, m_ui->concern->currentText());
    m_questions->ask(domain::questionsToAsk(concern ? concern->questions : std::vector<domain::Question>(), m_demanded), m_note.answers);
    QWidget* before = m_ui->forPerson;
    for (QWidget* field : m_questions->fields()) {
        setTabOrder(before, field);
        before = field;
    }
    setTabOrder(before, m_ui->text);
}

void MessageForm::setDemanded(const std::vector<QString>& questions)
{
    if (m_finishing || m_demanded == questions)
        return;
    m_demanded = questions;
    askForConcern();
}

void MessageForm::prefill(const domain::Note& note)
{
    if (m_finishing)
        return;
    m_note = note;
    fill();
    takeOver();
    check(false);
}

void MessageForm::focusFirst()
{
    if (QWidget* unanswered = m_questions->firstUnanswered())
        unanswered->setFocus(Qt::ShortcutFocusReason);
    else
        focusText();
}

void MessageForm::focusText()
{
    m_ui->text->moveCursor(QTextCursor::End);
    m_ui->text->setFocus(Qt::ShortcutFocusReason);
}

void MessageForm::setConcern(const QString& concern)
{
    if (m_finishing || m_touched.contains(m_ui->concern) || m_ui->concern->currentText() == concern)
        return;
    m_filling = true;
    m_ui->concern->setCurrentText(concern);
    askForConcern();
    m_filling = false;
    takeOver();
}

void MessageForm::takeOver()
{
    m_note.callerName = m_ui->callerName->text();
    m_note.company = m_ui->company->text();
    m_note.callbackNumber = m_ui->number->text();
    m_note.concern = m_ui->concern->currentText();
    m_note.forPerson = domain::PersonId(m_ui->forPerson->currentData().toUuid());
    const auto person = std::find_if(m_people.begin(), m_people.end(), [this](const domain::Person& one) { return one.id == m_note.forPerson; });
    if (person != m_people.end())
        m_note.forName = person->name;
    else if (m_note.forPerson.isNull())
        m_note.forName.clear();
    if (m_copies)
        m_copies->setPerson(person == m_people.end() ? nullptr : &*person);
    m_note.text = m_ui->text->toPlainText();
    m_note.answers = m_questions->answers();
    m_note.flags.setFlag(domain::NoteFlag::Urgent, m_ui->urgent->isChecked());
    m_note.flags.setFlag(domain::NoteFlag::PleaseCallBack, m_ui->pleaseCallBack->isChecked());
    m_note.flags.setFlag(domain::NoteFlag::WillCallAgain, m_ui->willCallAgain->isChecked());
    m_note.flags.setFlag(domain::NoteFlag::ForInformation, m_ui->forInformation->isChecked());
}

void MessageForm::onEdited(QWidget* field)
{
    if (m_filling || m_finishing)
        return;
    m_touched.insert(field);
    if (field == m_ui->concern)
        askForConcern();
    takeOver();
    check(m_triedToFinish);
    Q_EMIT edited(m_note);
}

domain::NoteFlaw MessageForm::flaw() const
{
    const QString number = m_note.callbackNumber.trimmed();
    return domain::flawOf(m_note, number.isEmpty() || m_readNumber(number).has_value());
}

void MessageForm::check(bool sayEverything)
{
    const domain::NoteFlaw found = flaw();
    const QString sentence = Wording::noteFlawText(found);
    const bool ofNumber = found == domain::NoteFlaw::NumberUnreadable || found == domain::NoteFlaw::CallbackWithoutNumber;
    // An empty note is no mistake before somebody tries to finish it.
    const bool ofText = found == domain::NoteFlaw::TextTooLong || (found == domain::NoteFlaw::NothingSaid && sayEverything);
    showFlaw(m_ui->numberFlaw, m_ui->number, ofNumber ? sentence : QString());
    showFlaw(m_ui->textFlaw, m_ui->text, ofText ? sentence : QString());
    m_questions->check(sayEverything);
}

void MessageForm::finish()
{
    if (m_finishing)
        return;
    m_triedToFinish = true;
    takeOver();
    check(true);
    switch (flaw()) {
    case domain::NoteFlaw::NumberUnreadable:
    case domain::NoteFlaw::CallbackWithoutNumber: m_ui->number->setFocus(Qt::OtherFocusReason); return;
    case domain::NoteFlaw::NothingSaid:
    case domain::NoteFlaw::TextTooLong: focusText(); return;
    case domain::NoteFlaw::None: break;
    }
    if (m_copies && !m_copies->check())
        return;
    if (QWidget* flawed = m_questions->firstFlawed()) {
        flawed->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_finishing = true;
    setFrozen(true);
    Q_EMIT finishRequested(m_note, m_copies ? m_copies->copiesOf(m_note) : desk::NoteCopies());
}

void MessageForm::setFrozen(bool frozen)
{
    for (QLineEdit* field : {m_ui->callerName, m_ui->company, m_ui->number})
        field->setReadOnly(frozen);
    m_ui->text->setReadOnly(frozen);
    if (m_copies)
        m_copies->setFrozen(frozen);
    m_questions->setFrozen(frozen);
    for (QWidget* field : std::initializer_list<QWidget*>{m_ui->concern, m_ui->forPerson, m_ui->urgent, m_ui->pleaseCallBack,
                                                          m_ui->forInformation, m_ui->willCallAgain, m_ui->finish})
        field->setEnabled(!frozen);
}

void MessageForm::showState(const QString& sentence, const char* tone)
{
    m_ui->saved->setText(sentence);
    setLook(m_ui->saved, "tone", QString::fromLatin1(tone));
    m_ui->saved->setHidden(sentence.isEmpty());
}

void MessageForm::showSaved(const QDateTime& at)
{
    showState(tr("✓ Draft saved %1").arg(Wording::timeWithSeconds(at.toLocalTime())), "muted");
}

void MessageForm::showSaveFailed(const domain::Error& error)
{
    showState(Wording::faultSentence(error), "danger");
}

void MessageForm::showFinished()
{
    m_finishing = true;
    setFrozen(true);
    m_ui->finish->setText(tr("Finished"));
    showState(tr("✓ The note is on file and goes to the topic list."), "ok");
}

void MessageForm::showFinishFailed(const domain::Error& error)
{
    m_finishing = false;
    setFrozen(false);
    showState(Wording::faultSentence(error), "danger");
}

} // namespace vorzimmer::widgets
