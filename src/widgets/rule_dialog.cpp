#include "rule_dialog.h"

#include "announcement.h"
#include "form_keys.h"
#include "row_list.h"
#include "theme.h"
#include "ui_rule_dialog.h"

#include "vorzimmer/models/rule_terms.h"
#include "vorzimmer/models/rule_wording.h"
#include "vorzimmer/models/wording.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QPushButton>
#include <QShortcut>

#include <algorithm>

namespace vorzimmer::widgets {

using domain::Action;
using domain::RulePart;
using domain::TransferManner;
using models::RuleTerms;
using models::RuleWording;

namespace {

constexpr int asSheLikes = -1;

models::Row row(const QVariant& id, const QString& text)
{
    models::Row row;
    row.id = id;
    row.cells = {models::Cell{{models::Line{{models::Span{text, models::Tone::Plain}}, 2, {}}}}};
    row.spoken = text;
    return row;
}

std::vector<QString> parted(const QString& text)
{
    std::vector<QString> parts;
    for (const QString& part : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        if (const QString words = part.simplified(); !words.isEmpty())
            parts.push_back(words);
    }
    return parts;
}

} // namespace

RuleDialog::RuleDialog(domain::Rule rule, Matter matter, QWidget* parent)
    : QDialog(parent), m_rule(std::move(rule)), m_matter(std::move(matter)), m_ui(std::make_unique<Ui::RuleDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumWidth(em(this, 48));
    setLook(m_ui->sentence, "tone", QStringLiteral("accent"));
    setLook(m_ui->flaw, "tone", QStringLiteral("danger"));
    m_ui->flaw->hide();
    for (RowList* list : {m_ui->terms, m_ui->people})
        list->setFitsRows(true);
    m_ui->terms->setRowModel(&m_terms);
    m_ui->people->setRowModel(&m_people);
    m_ui->value->setEditable(true);
    m_ui->value->setInsertPolicy(QComboBox::NoInsert);
    m_ui->value->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_ui->value->lineEdit()->setAccessibleName(m_ui->value->accessibleName());
    for (const RulePart one : RuleTerms::parts())
        m_ui->part->addItem(RuleTerms::partText(one), static_cast<int>(one));
    const std::initializer_list<std::pair<Action, QString>> actions{{Action::PutThrough, tr("Put through")},
                                                                    {Action::TakeMessage, tr("Take a message")},
                                                                    {Action::RedirectToEmail, tr("Refer to e-mail")},
                                                                    {Action::OfferAppointment, tr("Offer an appointment")},
                                                                    {Action::Decline, tr("Decline politely")}};
    for (const auto& [action, text] : actions)
        m_ui->action->addItem(text, static_cast<int>(action));
    m_ui->manner->addItem(tr("as the secretary likes"), asSheLikes);
    m_ui->manner->addItem(tr("announced"), static_cast<int>(TransferManner::Announced));
    m_ui->manner->addItem(tr("at once"), static_cast<int>(TransferManner::Blind));
    for (const domain::Person& person : m_matter.people)
        m_ui->person->addItem(person.name, person.id.uuid());
    for (QPushButton* button : {m_ui->addTerm, m_ui->addPerson})
        button->setAutoDefault(false);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setAutoDefault(false);
    fill();
    connectFields();
    offerValues();
    showRule();
    m_ui->part->setFocus();
}

RuleDialog::~RuleDialog() = default;

void RuleDialog::fill()
{
    const domain::RuleAdvice& then = m_rule.then;
    m_ui->name->setText(m_rule.title);
    m_ui->priority->setValue(m_rule.priority);
    m_ui->action->setCurrentIndex(m_ui->action->findData(static_cast<int>(then.action)));
    m_ui->manner->setCurrentIndex(m_ui->manner->findData(then.manner ? static_cast<int>(*then.manner) : asSheLikes));
    m_ui->onCall->setChecked(then.onCallFirst);
    m_ui->questions->setText(QStringList(then.questions.begin(), then.questions.end()).join(QStringLiteral("; ")));
    m_ui->email->setText(then.email);
    m_ui->wording->setText(then.wording);
    m_ui->slotKind->setText(then.slotKind);
    m_ui->remark->setText(then.remark);
}

void RuleDialog::connectFields()
{
    connect(m_ui->part, &QComboBox::currentIndexChanged, this, &RuleDialog::offerValues);
    connect(m_ui->addTerm, &QPushButton::clicked, this, &RuleDialog::addTerm);
    connect(m_ui->value->lineEdit(), &QLineEdit::returnPressed, this, &RuleDialog::addTerm);
    connect(m_ui->addPerson, &QPushButton::clicked, this, &RuleDialog::addPerson);
    const auto onDelete = [this](RowList* list, auto act) {
        const auto* shortcut = new QShortcut(Qt::Key_Delete, list, nullptr, nullptr, Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    onDelete(m_ui->terms, [this] { removeTerm(); });
    onDelete(m_ui->people, [this] { removePerson(); });
    const auto changed = [this] {
        takeOver();
        showRule();
    };
    for (QLineEdit* field : {m_ui->name, m_ui->questions, m_ui->email, m_ui->wording, m_ui->slotKind, m_ui->remark})
        connect(field, &QLineEdit::textEdited, this, changed);
    for (QComboBox* field : {m_ui->action, m_ui->manner})
        connect(field, &QComboBox::currentIndexChanged, this, changed);
    connect(m_ui->onCall, &QCheckBox::toggled, this, changed);
    connect(m_ui->priority, &QSpinBox::valueChanged, this, changed);
    connect(m_ui->buttons, &QDialogButtonBox::accepted, this, &RuleDialog::accept);
    connect(m_ui->buttons, &QDialogButtonBox::rejected, this, &RuleDialog::reject);
    onFinishKey(this, [this] { accept(); });
}

RulePart RuleDialog::part() const
{
    return static_cast<RulePart>(m_ui->part->currentData().toInt());
}

void RuleDialog::offerValues()
{
    m_ui->value->clear();
    for (const RuleTerms::Choice& choice : RuleTerms(m_matter.people, m_matter.callers, m_matter.concerns).choices(part()))
        m_ui->value->addItem(choice.text, choice.value);
    m_ui->value->lineEdit()->setPlaceholderText(RuleTerms::hint(part()));
}

bool RuleDialog::addTerm()
{
    const QString text = m_ui->value->currentText().trimmed();
    const int chosen = m_ui->value->currentIndex(); // two may have one name
    const int known = m_ui->value->itemText(chosen) == text ? chosen : m_ui->value->findText(text, Qt::MatchFixedString);
    const QVariant value = known >= 0 ? m_ui->value->itemData(known) : m_ui->value->count() == 0 ? QVariant(text) : QVariant();
    if (!RuleTerms::add(m_rule.when, part(), value)) {
        announce(m_ui->flaw, tr("“%1” is not understood here.").arg(text));
        m_ui->value->setFocus();
        return false;
    }
    m_ui->flaw->hide();
    if (m_ui->value->count() == 0)
        m_ui->value->clearEditText();
    showRule();
    m_ui->part->setFocus();
    return true;
}

void RuleDialog::removeTerm()
{
    const QModelIndex current = m_ui->terms->currentIndex();
    if (!current.isValid())
        return;
    RuleTerms::clear(m_rule.when, static_cast<RulePart>(current.data(models::RowListModel::IdRole).toInt()));
    showRule();
}

void RuleDialog::addPerson()
{
    const domain::PersonId person(m_ui->person->currentData().toUuid());
    auto& people = m_rule.then.people;
    if (!person.isNull() && std::find(people.begin(), people.end(), person) == people.end())
        people.push_back(person);
    showRule();
}

void RuleDialog::removePerson()
{
    std::erase(m_rule.then.people, domain::PersonId(m_ui->people->currentId().toUuid()));
    showRule();
}

void RuleDialog::takeOver()
{
    domain::RuleAdvice& then = m_rule.then;
    m_rule.title = m_ui->name->text().simplified();
    m_rule.priority = m_ui->priority->value();
    then.action = static_cast<Action>(m_ui->action->currentData().toInt());
    const int manner = m_ui->manner->currentData().toInt();
    const bool puts = then.action == Action::PutThrough;
    then.manner = puts && manner != asSheLikes ? std::optional(static_cast<TransferManner>(manner)) : std::nullopt;
    then.onCallFirst = puts && m_ui->onCall->isChecked();
    then.questions = then.action == Action::TakeMessage ? parted(m_ui->questions->text()) : std::vector<QString>();
    const bool refers = then.action == Action::RedirectToEmail;
    then.email = refers ? m_ui->email->text().trimmed() : QString();
    then.wording = refers ? m_ui->wording->text().trimmed() : QString();
    then.slotKind = then.action == Action::OfferAppointment ? m_ui->slotKind->text().trimmed() : QString();
    then.remark = m_ui->remark->text().trimmed();
}

void RuleDialog::showRule()
{
    const RuleWording wording(m_matter.people, m_matter.callers, m_matter.zone);
    m_ui->sentence->setText(wording.sentence(m_rule));
    std::vector<models::Row> rows;
    for (const RulePart one : RuleTerms::partsOf(m_rule.when))
        rows.push_back(row(static_cast<int>(one), wording.conditionText(RuleTerms::only(m_rule.when, one))));
    m_ui->terms->setHidden(rows.empty());
    m_terms.setRows(std::move(rows));
    rows.clear();
    for (const domain::PersonId& id : m_rule.then.people) {
        domain::RuleAdvice alone;
        alone.people = {id};
        const auto person = std::find_if(m_matter.people.begin(), m_matter.people.end(), [&](const domain::Person& one) { return one.id == id; });
        rows.push_back(row(id.uuid(), person == m_matter.people.end() ? tr("somebody who is no longer there") : person->name));
    }
    m_ui->people->setHidden(rows.empty());
    m_people.setRows(std::move(rows));
    const Action action = m_rule.then.action;
    const auto show = [](std::initializer_list<QWidget*> widgets, bool shown) {
        for (QWidget* widget : widgets)
            widget->setVisible(shown);
    };
    show({m_ui->manner, m_ui->mannerLabel, m_ui->onCall}, action == Action::PutThrough);
    show({m_ui->person, m_ui->personLabel, m_ui->addPerson, m_ui->personSpace}, action == Action::PutThrough || action == Action::TakeMessage);
    show({m_ui->questions, m_ui->questionsLabel}, action == Action::TakeMessage);
    show({m_ui->email, m_ui->emailLabel, m_ui->wording, m_ui->wordingLabel}, action == Action::RedirectToEmail);
    show({m_ui->slotKind, m_ui->slotKindLabel}, action == Action::OfferAppointment);
}

void RuleDialog::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

void RuleDialog::accept()
{
    const bool writtenAndNotAdded = m_ui->value->count() == 0 && !m_ui->value->currentText().trimmed().isEmpty();
    if (writtenAndNotAdded && !addTerm())
        return;
    takeOver();
    if (m_rule.title.isEmpty()) {
        announce(m_ui->flaw, tr("Give the rule a name: it stands with each call that it decides."));
        m_ui->name->setFocus();
        return;
    }
    Q_EMIT ruleBuilt(m_rule);
    QDialog::accept();
}

} // namespace vorzimmer::widgets
