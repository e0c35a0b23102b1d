#include "topic_pane.h"

#include "form_keys.h"
#include "theme.h"
#include "ui_topic_pane.h"

#include "vorzimmer/models/topic_wording.h"

#include <QKeyEvent>
#include <QLocale>
#include <QSignalBlocker>

namespace vorzimmer::widgets {

using domain::TopicField;
using domain::TopicFields;
using models::Lamp;
using models::Tone;
using models::TopicWording;

namespace {

constexpr domain::TopicState states[] = {domain::TopicState::Open, domain::TopicState::InProgress, domain::TopicState::Waiting,
                                         domain::TopicState::Done};
constexpr domain::TopicPriority priorities[] = {domain::TopicPriority::High, domain::TopicPriority::Normal, domain::TopicPriority::Low};
enum PastTab { CommentsTab, HistoryTab };

const TopicFields everything = TopicField::Title | TopicField::Text | TopicField::State | TopicField::Person | TopicField::Due
                               | TopicField::Priority;

models::Row eventRow(int number, const QString& signature, const QString& text)
{
    models::Row row;
    row.id = number;
    row.cells = {{{{{{signature, Tone::Muted}}, 1, {}}, {{{text, Tone::Plain}}, 0, {}}}}};
    row.spoken = QStringLiteral("%1: %2").arg(signature, text);
    return row;
}

} // namespace

TopicPane::TopicPane(QTimeZone zone, QWidget* parent) : QFrame(parent), m_ui(std::make_unique<Ui::TopicPane>()), m_zone(std::move(zone))
{
    m_ui->setupUi(this);
    m_ui->title->setFont(scaledFont(font(), 1.15, QFont::DemiBold));
    m_ui->title->setMaxLength(static_cast<int>(domain::maxTopicTitle));
    m_ui->save->setButtonLook(QStringLiteral("primary"));
    m_ui->remove->setButtonLook(QStringLiteral("danger"));
    for (const domain::TopicState state : states)
        m_ui->state->addItem(TopicWording::stateName(state), static_cast<int>(state));
    for (const domain::TopicPriority priority : priorities)
        m_ui->priority->addItem(TopicWording::priorityName(priority), static_cast<int>(priority));
    m_ui->past->setDrawBase(false);
    m_ui->past->setUsesScrollButtons(false);
    m_ui->past->addTab(tr("Comments"));
    m_ui->past->addTab(tr("History"));
    m_ui->events->setRowModel(&m_events);
    m_ui->events->setSelectionMode(QAbstractItemView::NoSelection);
    m_ui->note->setIcon(themedIcon(QStringLiteral("call-start"), Tone::Muted));
    m_ui->note->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connectFields();
    show(nullptr, QDate::currentDate());
}

TopicPane::~TopicPane() = default;

void TopicPane::connectFields()
{
    connect(m_ui->title, &QLineEdit::editingFinished, this, &TopicPane::commitField);
    connect(m_ui->title, &QLineEdit::textEdited, this, &TopicPane::showFlaws);
    connect(m_ui->state, &QComboBox::activated, this, &TopicPane::commitField);
    connect(m_ui->priority, &QComboBox::activated, this, &TopicPane::commitField);
    connect(m_ui->person, &QComboBox::activated, this, &TopicPane::commitField);
    connect(m_ui->person->lineEdit(), &QLineEdit::editingFinished, this, &TopicPane::commitField);
    connect(m_ui->person->lineEdit(), &QLineEdit::textEdited, this, &TopicPane::showFlaws);
    connect(m_ui->due, &DueField::edited, this, &TopicPane::showFlaws);
    connect(m_ui->due, &DueField::finished, this, &TopicPane::commitField);
    connect(m_ui->text, &QPlainTextEdit::textChanged, this, &TopicPane::showFlaws);
    m_ui->text->installEventFilter(this);
    const auto send = [this] {
        if (m_ui->comment->text().trimmed().isEmpty())
            return;
        Q_EMIT commentWritten(m_base.id, m_ui->comment->text());
        m_ui->comment->clear();
    };
    connect(m_ui->comment, &QLineEdit::returnPressed, this, send);
    connect(m_ui->addComment, &QPushButton::clicked, this, send);
    connect(m_ui->past, &QTabBar::currentChanged, this, [this](int tab) {
        m_ui->events->setAccessibleName(tab == HistoryTab ? tr("History") : tr("Comments"));
        if (tab == HistoryTab && !m_base.id.isNull())
            Q_EMIT historyRequested(m_base.id);
        showEvents();
    });
    connect(m_ui->note, &QToolButton::clicked, this, [this] { Q_EMIT noteRequested(m_base.id); });
    connect(m_ui->decide, &QPushButton::clicked, this, &TopicPane::decideRequested);
    connect(m_ui->remove, &QPushButton::clicked, this, &TopicPane::removeRequested);
    connect(m_ui->done, &QPushButton::clicked, this, &TopicPane::toggleDone);
    const auto leave = [this] {
        commit();
        Q_EMIT leaveRequested();
    };
    connect(m_ui->save, &QPushButton::clicked, this, leave);
    onFinishKey(this, leave);
}

void TopicPane::setPeople(const std::vector<QString>& people)
{
    const QSignalBlocker quiet(m_ui->person);
    const QString typedName = m_ui->person->currentText();
    const bool same = m_ui->person->count() == static_cast<int>(people.size());
    for (size_t at = 0; same && at < people.size(); ++at) {
        if (m_ui->person->itemText(static_cast<int>(at)) != people[at])
            m_ui->person->setItemText(static_cast<int>(at), people[at]);
    }
    if (!same) {
        m_ui->person->clear();
        for (const QString& name : people)
            m_ui->person->addItem(name);
    }
    m_ui->person->setEditText(typedName);
}

// ------------------------------------------------------------------------------------------------------------- showing

void TopicPane::show(const ports::TopicEntry* entry, QDate today)
{
    m_today = today;
    m_ui->due->setToday(today);
    const bool another = !entry || m_new || entry->topic.id != m_base.id;
    if (another)
        keepCommentBegun();
    const TopicFields kept = another ? TopicFields() : typedFields();
    m_new = false;
    m_base = entry ? entry->topic : domain::Topic();
    if (another) {
        m_history.clear();
        m_ui->comment->setText(entry ? m_wordsBegun->comments.value(entry->topic.id) : QString());
        showSaved({});
    }
    fill(m_base, everything & ~kept);
    m_comments = entry ? entry->comments : std::vector<domain::Comment>();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->title, m_ui->state, m_ui->person, m_ui->due, m_ui->priority, m_ui->text,
                                                           m_ui->past, m_ui->comment, m_ui->addComment, m_ui->remove, m_ui->done})
        widget->setEnabled(entry);
    m_ui->conflictBox->setVisible(entry && (!entry->conflicts.empty() || !entry->decisions.empty()));
    showPast(true);
    m_ui->note->setVisible(entry && !entry->call.isNull());
    m_ui->standing->setVisible(entry);
    if (entry)
        showFacts(*entry);
    else
        m_ui->origin->setText({});
    m_ui->past->setTabText(CommentsTab, m_comments.empty() ? tr("Comments") : tr("Comments (%1)").arg(m_comments.size()));
    if (entry && isHistoryOpen())
        Q_EMIT historyRequested(m_base.id);
    showEvents();
    showFlaws();
}

void TopicPane::startNew(QDate today)
{
    show(nullptr, today);
    m_new = true;
    m_ui->origin->setText(tr("New topic"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->title, m_ui->state, m_ui->person, m_ui->due, m_ui->priority, m_ui->text})
        widget->setEnabled(true);
    showPast(false);
    showFlaws();
    focusTitle();
}

void TopicPane::showPast(bool has)
{
    for (QWidget* widget : std::initializer_list<QWidget*>{m_ui->past, m_ui->events, m_ui->comment, m_ui->addComment, m_ui->remove, m_ui->done})
        widget->setVisible(has);
}

void TopicPane::shareWordsBegun(std::shared_ptr<desk::WordsBegun> begun)
{
    m_wordsBegun = std::move(begun);
}

void TopicPane::keepCommentBegun()
{
    if (m_base.id.isNull())
        return;
    if (m_ui->comment->text().trimmed().isEmpty())
        m_wordsBegun->comments.remove(m_base.id);
    else
        m_wordsBegun->comments.insert(m_base.id, m_ui->comment->text());
}

void TopicPane::showFacts(const ports::TopicEntry& entry)
{
    m_ui->origin->setText(TopicWording::originText(entry.topic, m_zone));
    const int conflicts = static_cast<int>(entry.conflicts.size());
    if (!entry.blocked.isEmpty())
        m_ui->standing->setState(Lamp::Alarm, Tone::Danger, tr("refused by the other side"));
    else if (entry.waiting > 0)
        m_ui->standing->setState(Lamp::Half, Tone::Warn, tr("%n change(s) not yet synced", nullptr, entry.waiting));
    else if (entry.onSharedList)
        m_ui->standing->setState(Lamp::On, Tone::Ok, tr("on the shared list"));
    else
        m_ui->standing->setState(Lamp::Off, Tone::Muted, tr("only here"));
    m_ui->standing->setToolTip(entry.blocked.toHtmlEscaped());
    setLook(m_ui->conflictBox, "card", conflicts > 0 ? QStringLiteral("warn") : QStringLiteral("advice"));
    m_ui->conflict->setText(conflicts > 0 ? tr("Both sides changed %n field(s) differently. Nothing is lost; decide what holds.", nullptr, conflicts)
                                          : tr("%n decided conflict(s) can still be taken back.", nullptr, static_cast<int>(entry.decisions.size())));
    m_ui->decide->setText(conflicts > 0 ? tr("Decide") : tr("Show"));
    m_ui->done->setText(entry.topic.state == domain::TopicState::Done ? tr("Reopen") : tr("Done"));
}

void TopicPane::fill(const domain::Topic& topic, TopicFields fields)
{
    const QSignalBlocker quiet(m_ui->text);
    if (fields.testFlag(TopicField::Title) && m_ui->title->text() != topic.title)
        m_ui->title->setText(topic.title);
    if (fields.testFlag(TopicField::Text) && m_ui->text->toPlainText() != topic.text)
        m_ui->text->setPlainText(topic.text);
    if (fields.testFlag(TopicField::State))
        m_ui->state->setCurrentIndex(m_ui->state->findData(static_cast<int>(topic.state)));
    if (fields.testFlag(TopicField::Person) && m_ui->person->currentText() != topic.person) {
        m_ui->person->setEditText(topic.person);
        m_ui->person->lineEdit()->setCursorPosition(0); // a long name shows its beginning
    }
    if (fields.testFlag(TopicField::Due) && m_ui->due->due() != std::optional(topic.due))
        m_ui->due->setDue(topic.due);
    if (fields.testFlag(TopicField::Priority))
        m_ui->priority->setCurrentIndex(m_ui->priority->findData(static_cast<int>(topic.priority)));
}

domain::Topic TopicPane::typed() const
{
    domain::Topic topic = m_base;
    topic.title = m_ui->title->text().simplified();
    topic.text = m_ui->text->toPlainText();
    topic.state = static_cast<domain::TopicState>(m_ui->state->currentData().toInt());
    topic.person = m_ui->person->currentText().simplified();
    topic.due = m_ui->due->due().value_or(m_base.due);
    topic.priority = static_cast<domain::TopicPriority>(m_ui->priority->currentData().toInt());
    return topic;
}

TopicFields TopicPane::typedFields() const
{
    const domain::Topic topic = typed();
    TopicFields fields;
    fields.setFlag(TopicField::Title, topic.title != m_base.title && m_ui->title->text() != m_base.title);
    fields.setFlag(TopicField::Text, topic.text != m_base.text);
    fields.setFlag(TopicField::State, topic.state != m_base.state);
    fields.setFlag(TopicField::Person, topic.person != m_base.person);
    fields.setFlag(TopicField::Due, !m_ui->due->due() || topic.due != m_base.due);
    fields.setFlag(TopicField::Priority, topic.priority != m_base.priority);
    return fields;
}

void TopicPane::showFlaws()
{
    const bool open = m_new || !m_base.id.isNull();
    const bool nameless = open && !m_new && m_ui->title->text().trimmed().isEmpty();
    setLook(m_ui->title, "flawed", nameless);
    m_ui->title->setAccessibleDescription(nameless ? tr("A topic needs a title; the old one is kept until there is one.") : QString());
    const bool begun = m_new ? !m_ui->title->text().trimmed().isEmpty() || !m_ui->text->toPlainText().trimmed().isEmpty()
                             : open && typedFields() != TopicFields();
    m_ui->save->setEnabled(begun);
    m_ui->save->setText(m_new ? tr("Put on the list") : tr("Save"));
}

// ------------------------------------------------------------------------------------------------------------- sending

void TopicPane::commit()
{
    domain::Topic topic = typed();
    if (m_new) {
        if (topic.title.isEmpty())
            topic.title = topic.text.simplified().left(domain::maxTopicTitle);
        if (topic.title.isEmpty())
            return;
        m_new = false;
        Q_EMIT added(topic);
        return;
    }
    if (m_base.id.isNull())
        return;
    TopicFields fields = typedFields();
    fields.setFlag(TopicField::Title, fields.testFlag(TopicField::Title) && !topic.title.isEmpty());
    fields.setFlag(TopicField::Due, fields.testFlag(TopicField::Due) && m_ui->due->due().has_value());
    if (!fields)
        return;
    if (!fields.testFlag(TopicField::Title))
        topic.title = m_base.title;
    m_base = topic;
    Q_EMIT edited(topic, fields);
    showFlaws();
}

void TopicPane::commitField()
{
    // A new topic goes out as a whole, not field by field.
    if (!m_new)
        commit();
}

bool TopicPane::keepAsNew()
{
    if (m_new || m_base.id.isNull() || !typedFields())
        return false;
    m_base = domain::Topic();
    m_comments.clear();
    m_history.clear();
    m_new = true;
    m_ui->conflictBox->hide();
    m_ui->note->hide();
    m_ui->standing->hide();
    m_ui->origin->setText(tr("New topic"));
    showPast(false);
    showEvents();
    showFlaws();
    return true;
}

void TopicPane::toggleDone()
{
    const bool done = m_base.state == domain::TopicState::Done;
    m_ui->state->setCurrentIndex(m_ui->state->findData(static_cast<int>(done ? domain::TopicState::Open : domain::TopicState::Done)));
    commit();
}

void TopicPane::focusTitle()
{
    m_ui->title->setFocus(Qt::ShortcutFocusReason);
    m_ui->title->selectAll();
}

void TopicPane::showSaved(const QString& words)
{
    m_ui->saved->setText(words);
}

bool TopicPane::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->text && event->type() == QEvent::FocusOut)
        commitField();
    return QFrame::eventFilter(watched, event);
}

// ----------------------------------------------------------------------------------------------- comments and history

bool TopicPane::isHistoryOpen() const
{
    return m_ui->past->currentIndex() == HistoryTab;
}

void TopicPane::openHistory(bool open)
{
    m_ui->past->setCurrentIndex(open ? HistoryTab : CommentsTab);
}

void TopicPane::setHistory(const std::vector<ports::TopicEvent>& events)
{
    m_history = events;
    showEvents();
}

void TopicPane::showEvents()
{
    std::vector<models::Row> rows;
    int number = 0;
    if (isHistoryOpen()) {
        for (auto event = m_history.rbegin(); event != m_history.rend(); ++event)
            rows.push_back(eventRow(number++, TopicWording::signatureText(*event, m_zone), TopicWording::eventText(*event)));
    } else {
        const QLocale locale;
        for (auto comment = m_comments.rbegin(); comment != m_comments.rend(); ++comment) {
            const QString at = locale.toString(comment->at.toTimeZone(m_zone), QLocale::ShortFormat);
            rows.push_back(eventRow(number++, QStringLiteral("%1 · %2").arg(at, comment->author), comment->text));
        }
    }
    m_events.setRows(std::move(rows));
}

} // namespace vorzimmer::widgets
