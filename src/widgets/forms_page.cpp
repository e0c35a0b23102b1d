#include "forms_page.h"

#include "announcement.h"
#include "question_fields.h"
#include "theme.h"
#include "ui_forms_page.h"

#include "vorzimmer/models/question_wording.h"
#include "vorzimmer/models/wording.h"

#include <QShortcut>

#include <algorithm>

namespace vorzimmer::widgets {

using desk::FormSetup;
using domain::Question;
using domain::QuestionKind;
using models::QuestionWording;
using models::Wording;

namespace {

models::Row row(int place, const QString& title, const QString& below)
{
    models::Row row;
    row.id = place;
    row.cells = {models::Cell{{models::Line{{models::Span{title, models::Tone::Plain}}, 2, {}},
                               models::Line{{models::Span{below, models::Tone::Muted}}, 1, {}}}}};
    row.spoken = title + QStringLiteral(", ") + below;
    return row;
}

std::vector<QString> choicesOf(const QString& text)
{
    std::vector<QString> choices;
    for (const QString& choice : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (const QString words = choice.simplified(); !words.isEmpty())
            choices.push_back(words);
    }
    return choices;
}

} // namespace

FormsPage::FormsPage(std::unique_ptr<FormSetup> setup, QWidget* parent)
    : QWidget(parent), m_setup(std::move(setup)), m_ui(std::make_unique<Ui::FormsPage>()),
      m_preview(new QuestionFields([](const QString&) { return std::nullopt; }))
{
    m_ui->setupUi(this);
    m_ui->splitter->setHandleWidth(em(this, 0.6));
    m_ui->side->setHandleWidth(em(this, 0.6));
    m_ui->splitter->setStretchFactor(0, 2);
    m_ui->splitter->setStretchFactor(1, 5);
    m_ui->side->setStretchFactor(0, 1);
    m_ui->save->setButtonLook(QStringLiteral("primary"));
    m_ui->result->setMargin(em(this, 0.5));
    m_ui->result->hide();
    m_ui->concerns->setRowModel(&m_concernRows);
    m_ui->concernsHeader->setTarget(m_ui->concerns);
    m_ui->questions->setRowModel(&m_questionRows);
    m_ui->questionsHeader->setTarget(m_ui->questions);
    m_ui->previewPlace->addWidget(m_preview);
    m_preview->setEnabled(false);
    m_preview->setFocusPolicy(Qt::NoFocus);
    for (const QuestionKind kind : {QuestionKind::Text, QuestionKind::Number, QuestionKind::Date, QuestionKind::Choice, QuestionKind::Phone,
                                    QuestionKind::Email})
        m_ui->kind->addItem(QuestionWording::kindText(kind), static_cast<int>(kind));
    setEnabled(false);
    setFocusProxy(m_ui->concerns);
    connectPage();
    connectSetup();
    m_setup->load();
}

FormsPage::~FormsPage() = default;

void FormsPage::connectPage()
{
    connect(m_ui->back, &QPushButton::clicked, this, [this] {
        if (!stepBack())
            Q_EMIT leaveRequested();
    });
    connect(m_ui->concerns->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showQuestions();
        m_ui->questions->setCurrentIndex(m_questionRows.index(0, 0));
        showQuestion();
    });
    connect(m_ui->questions->selectionModel(), &QItemSelectionModel::currentChanged, this, &FormsPage::showQuestion);
    connect(m_ui->words, &QLineEdit::textEdited, this, &FormsPage::takeOver);
    connect(m_ui->choices, &QLineEdit::textEdited, this, &FormsPage::takeOver);
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, &FormsPage::takeOver);
    connect(m_ui->mandatory, &QCheckBox::toggled, this, &FormsPage::takeOver);
    const auto bind = [this](QPushButton* button, QWidget* where, const QKeySequence& key, auto act) {
        connect(button, &QPushButton::clicked, this, act);
        auto* shortcut = new QShortcut(key, where);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(m_ui->add, this, Qt::CTRL | Qt::Key_N, [this] { add(); });
    bind(m_ui->up, this, Qt::ALT | Qt::Key_Up, [this] { move(-1); });
    bind(m_ui->down, this, Qt::ALT | Qt::Key_Down, [this] { move(1); });
    bind(m_ui->remove, m_ui->questions, Qt::Key_Delete, [this] { remove(); });
    bind(m_ui->save, this, Qt::CTRL | Qt::Key_Return, [this] { m_setup->save(); });
}

void FormsPage::connectSetup()
{
    connect(m_setup.get(), &FormSetup::loaded, this, [this] {
        setEnabled(true);
        const bool any = !m_setup->concerns().empty();
        m_ui->concerns->setVisible(any);
        m_ui->noConcerns->setVisible(!any);
        m_ui->side->setEnabled(any);
        showConcerns();
        m_ui->concerns->setCurrentIndex(m_concernRows.index(0, 0));
        if (m_setup->isChanged())
            say(tr("What you changed before is here again. It is not saved yet: Ctrl+Enter saves it."), false);
        setFocus();
    });
    connect(m_setup.get(), &FormSetup::changed, this, [this] {
        m_warned = false;
        showConcerns();
        showQuestions();
    });
    connect(m_setup.get(), &FormSetup::saved, this, [this] {
        say(tr("Saved. It counts from the next message on."), true);
        Q_EMIT formsChanged();
    });
    connect(m_setup.get(), &FormSetup::failed, this, [this](const domain::Error& error) {
        if (error.fault == domain::Fault::Invalid) {
            const auto flawed = static_cast<int>(m_setup->flawed().value_or(0));
            m_ui->concerns->setCurrentIndex(m_concernRows.index(flawed, 0));
            const auto& form = m_setup->concerns()[static_cast<size_t>(flawed)].questions;
            say(tr("Not saved. %1").arg(QuestionWording::flawText(domain::flawOf(form))), false);
        } else if (error.fault == domain::Fault::Conflict) {
            say(tr("A concern has gone meanwhile. Leave this page and open it again."), false);
        } else {
            say(Wording::faultSentence(error), false);
        }
    });
}

int FormsPage::concern() const
{
    const QModelIndex current = m_ui->concerns->currentIndex();
    return current.isValid() ? current.row() : -1;
}

int FormsPage::question() const
{
    const QModelIndex current = m_ui->questions->currentIndex();
    const int shown = concern();
    const bool there = shown >= 0 && current.isValid()
                       && current.row() < static_cast<int>(m_setup->concerns()[static_cast<size_t>(shown)].questions.size());
    return there ? current.row() : -1;
}

void FormsPage::showConcerns()
{
    std::vector<models::Row> rows;
    for (const domain::Concern& one : m_setup->concerns()) {
        const auto mandatory = std::count_if(one.questions.begin(), one.questions.end(), [](const Question& question) { return question.mandatory; });
        QString below = tr("%n question(s)", nullptr, static_cast<int>(one.questions.size()));
        if (mandatory > 0)
            below += tr(", %n of them must be answered", nullptr, static_cast<int>(mandatory));
        rows.push_back(row(static_cast<int>(rows.size()), one.name, below));
    }
    m_concernRows.setRows(std::move(rows));
}

void FormsPage::showQuestions()
{
    const int shown = concern();
    std::vector<models::Row> rows;
    static const std::vector<Question> none;
    const auto& questions = shown < 0 ? none : m_setup->concerns()[static_cast<size_t>(shown)].questions;
    for (const Question& one : questions) {
        QString below = QuestionWording::kindText(one.kind);
        if (one.kind == QuestionKind::Choice)
            below += QStringLiteral(": ") + QStringList(one.choices.begin(), one.choices.end()).join(QStringLiteral(", "));
        if (one.mandatory)
            below += tr(", must be answered");
        rows.push_back(row(static_cast<int>(rows.size()), one.text.isEmpty() ? tr("(no words yet)") : one.text, below));
    }
    m_ui->questions->setHidden(rows.empty());
    m_ui->noQuestions->setVisible(rows.empty());
    m_questionRows.setRows(std::move(rows));
    m_preview->ask(questions, {});
    showQuestion();
}

void FormsPage::showQuestion()
{
    const int place = question();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->words, m_ui->kind, m_ui->choices, m_ui->mandatory, m_ui->up, m_ui->down, m_ui->remove})
        widget->setEnabled(place >= 0);
    const Question shown = place < 0 ? Question() : m_setup->concerns()[static_cast<size_t>(concern())].questions[static_cast<size_t>(place)];
    m_filling = true;
    if (m_ui->words->text() != shown.text)
        m_ui->words->setText(shown.text);
    m_ui->kind->setCurrentIndex(m_ui->kind->findData(static_cast<int>(shown.kind)));
    if (choicesOf(m_ui->choices->text()) != shown.choices)
        m_ui->choices->setText(QStringList(shown.choices.begin(), shown.choices.end()).join(QStringLiteral(", ")));
    m_ui->mandatory->setChecked(shown.mandatory);
    m_ui->choices->setEnabled(place >= 0 && shown.kind == QuestionKind::Choice);
    m_filling = false;
}

void FormsPage::takeOver()
{
    const int place = question();
    if (m_filling || place < 0)
        return;
    Question changed;
    changed.text = m_ui->words->text();
    changed.kind = static_cast<QuestionKind>(m_ui->kind->currentData().toInt());
    changed.mandatory = m_ui->mandatory->isChecked();
    if (changed.kind == QuestionKind::Choice)
        changed.choices = choicesOf(m_ui->choices->text());
    m_setup->change(static_cast<size_t>(concern()), static_cast<size_t>(place), changed);
}

void FormsPage::add()
{
    if (concern() < 0)
        return;
    const auto place = static_cast<int>(m_setup->add(static_cast<size_t>(concern())));
    m_ui->questions->setCurrentIndex(m_questionRows.index(place, 0));
    m_ui->words->setFocus();
}

void FormsPage::move(int by)
{
    const int place = question();
    if (place >= 0 && m_setup->move(static_cast<size_t>(concern()), static_cast<size_t>(place), by))
        m_ui->questions->setCurrentIndex(m_questionRows.index(place + by, 0));
}

void FormsPage::remove()
{
    const int place = question();
    if (place >= 0)
        m_setup->remove(static_cast<size_t>(concern()), static_cast<size_t>(place));
}

void FormsPage::say(const QString& sentence, bool isWell)
{
    setLook(m_ui->result, "card", isWell ? QStringLiteral("well") : QStringLiteral("warn"));
    announce(m_ui->result, sentence);
}

bool FormsPage::stepBack()
{
    if (!m_setup->isLoaded() || !m_setup->isChanged())
        return false;
    if (m_warned) {
        m_setup->giveUp();
        return false;
    }
    m_warned = true;
    say(tr("Your changes are not saved. Esc once more leaves them; Ctrl+Enter saves them."), false);
    return true;
}

} // namespace vorzimmer::widgets
