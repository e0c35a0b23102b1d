#include "topics_page.h"

#include "announcement.h"
#include "conflict_page.h"
#include "theme.h"
#include "topic_delegate.h"
#include "topic_pane.h"
#include "ui_topics_page.h"

#include "vorzimmer/models/topic_model.h"
#include "vorzimmer/models/wording.h"

#include <QShortcut>

namespace vorzimmer::widgets {

using models::TopicGrouping;
using models::TopicModel;

namespace {

constexpr std::chrono::milliseconds searchPause{80};
constexpr std::chrono::milliseconds refreshPause{150};
constexpr std::chrono::seconds timeToUndo{12};
constexpr int pageSize = 1000;
enum Filter { OpenTopics, AllTopics, ConflictingTopics, UnsyncedTopics };

} // namespace

TopicsPage::TopicsPage(std::shared_ptr<desk::TopicDesk> desk, QTimeZone zone, Reader reader, QWidget* parent)
    : QWidget(parent), m_desk(std::move(desk)), m_zone(std::move(zone)), m_reader(reader),
      m_ui(std::make_unique<Ui::TopicsPage>()), m_model(new TopicModel(m_zone, this)), m_pane(new TopicPane(m_zone)),
      m_conflicts(new ConflictPage), m_limit(pageSize)
{
    m_ui->setupUi(this);
    m_ui->list->setModel(m_model);
    m_ui->list->setItemDelegate(new TopicDelegate(this));
    m_ui->list->setMouseTracking(true);
    m_ui->list->setTabKeyNavigation(false);
    setLook(m_ui->list, "ring", QStringLiteral("row")); // its delegate draws it
    m_ui->splitter->addWidget(m_pane);
    m_ui->splitter->setStretchFactor(0, 5);
    m_ui->splitter->setStretchFactor(1, 6);
    m_ui->splitter->setSizes({em(this, 40), em(this, 48)});
    m_ui->splitter->setHandleWidth(em(this, 0.6));
    m_ui->listCard->setMinimumWidth(em(this, 20));
    m_ui->stack->addWidget(m_conflicts);
    m_ui->search->setMinimumWidth(em(this, 12));
    m_ui->problem->setProperty("problem", true);
    m_ui->problem->hide();
    m_ui->undoBox->hide();
    m_ui->back->setVisible(reader == Reader::Bureau);
    m_ui->filter->addItems({tr("Open topics"), tr("All topics"), tr("With conflict"), tr("Not yet synced")});
    m_ui->group->addItem(tr("State"), static_cast<int>(TopicGrouping::State));
    m_ui->group->addItem(tr("Person"), static_cast<int>(TopicGrouping::Person));
    m_ui->group->addItem(tr("Due"), static_cast<int>(TopicGrouping::Due));
    m_ui->group->addItem(tr("Nothing"), static_cast<int>(TopicGrouping::None));
    for (QTimer* timer : {&m_askLater, &m_refreshLater, &m_removeLater})
        timer->setSingleShot(true);
    connectBar();
    connectList();
    connectPane();
    connectDesk();
    setFocusProxy(m_ui->list);
    ask();
}

TopicsPage::~TopicsPage()
{
    settle();
}

void TopicsPage::connectBar()
{
    connect(&m_askLater, &QTimer::timeout, this, &TopicsPage::ask);
    connect(&m_refreshLater, &QTimer::timeout, m_desk.get(), &desk::TopicDesk::reload);
    connect(&m_removeLater, &QTimer::timeout, this, &TopicsPage::carryOutRemoval);
    connect(m_ui->search, &QLineEdit::textChanged, this, [this] { m_askLater.start(searchPause); });
    connect(m_ui->search, &QLineEdit::returnPressed, m_ui->list, qOverload<>(&QWidget::setFocus));
    connect(m_ui->filter, &QComboBox::currentIndexChanged, this, &TopicsPage::ask);
    connect(m_ui->group, &QComboBox::currentIndexChanged, this, [this] {
        const domain::TopicId shown = m_pane->shown();
        m_arranging = true;
        m_model->setGrouping(static_cast<TopicGrouping>(m_ui->group->currentData().toInt()));
        m_arranging = false;
        choose(shown);
    });
    connect(m_ui->more, &QToolButton::clicked, this, [this] {
        m_limit *= 4;
        ask();
    });
    connect(m_ui->add, &QPushButton::clicked, this, &TopicsPage::startNew);
    connect(m_ui->back, &QPushButton::clicked, this, [this] {
        if (!stepBack())
            Q_EMIT leaveRequested();
    });
    connect(m_ui->undo, &QPushButton::clicked, this, &TopicsPage::undoRemoval);
    const auto bind = [this](const QKeySequence& key, auto act) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(QKeySequence::Find, [this] {
        closeConflicts();
        m_ui->search->setFocus(Qt::ShortcutFocusReason);
        m_ui->search->selectAll();
    });
    bind(Qt::CTRL | Qt::Key_N, [this] { startNew(); });
    bind(Qt::CTRL | Qt::Key_D, [this] { openConflicts(); });
    bind(Qt::CTRL | Qt::Key_E, [this] { m_pane->toggleDone(); });
}

void TopicsPage::connectList()
{
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (m_arranging)
            return;
        bringInSight(now.row());
        showTopic(now.row());
    });
    connect(m_ui->list, &QListView::activated, this, [this] { m_pane->focusTitle(); });
    auto* remove = new QShortcut(Qt::Key_Delete, m_ui->list);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &TopicsPage::removeShown);
    // Elsewhere Ctrl+Z is the text field's own.
    auto* undo = new QShortcut(QKeySequence::Undo, m_ui->list);
    undo->setContext(Qt::WidgetShortcut);
    connect(undo, &QShortcut::activated, this, &TopicsPage::undoRemoval);
}

void TopicsPage::connectPane()
{
    connect(m_pane, &TopicPane::edited, m_desk.get(), &desk::TopicDesk::edit);
    connect(m_pane, &TopicPane::added, this, [this](domain::Topic draft) {
        draft.origin = m_reader == Reader::Client ? domain::TopicOrigin::Client : domain::TopicOrigin::Meeting;
        m_wanted = m_desk->add(std::move(draft));
    });
    connect(m_pane, &TopicPane::commentWritten, m_desk.get(), &desk::TopicDesk::comment);
    connect(m_pane, &TopicPane::removeRequested, this, &TopicsPage::removeShown);
    connect(m_pane, &TopicPane::decideRequested, this, &TopicsPage::openConflicts);
    connect(m_pane, &TopicPane::historyRequested, m_desk.get(), &desk::TopicDesk::loadHistory);
    connect(m_pane, &TopicPane::noteRequested, this, &TopicsPage::noteRequested);
    connect(m_pane, &TopicPane::leaveRequested, m_ui->list, qOverload<>(&QWidget::setFocus));
    connect(m_conflicts, &ConflictPage::decided, m_desk.get(), &desk::TopicDesk::decide);
    connect(m_conflicts, &ConflictPage::takenBack, m_desk.get(), &desk::TopicDesk::undoDecision);
    connect(m_conflicts, &ConflictPage::leaveRequested, this, &TopicsPage::closeConflicts);
}

void TopicsPage::connectDesk()
{
    connect(m_desk.get(), &desk::TopicDesk::loaded, this, &TopicsPage::showLoaded);
    connect(m_desk.get(), &desk::TopicDesk::failed, this, &TopicsPage::showProblem);
    connect(m_desk.get(), &desk::TopicDesk::outboxFilled, this, &TopicsPage::outboxFilled);
    connect(m_desk.get(), &desk::TopicDesk::changed, this, [this] {
        announce(m_ui->problem, {});
        m_pane->showSaved(tr("Saved %1").arg(models::Wording::timeWithSeconds(m_desk->nowUtc().toLocalTime())));
    });
    connect(m_desk.get(), &desk::TopicDesk::historyLoaded, this,
            [this](const domain::TopicId& topic, const std::vector<ports::TopicEvent>& events) {
                if (topic == m_pane->shown())
                    m_pane->setHistory(events);
            });
}

QDate TopicsPage::today() const
{
    return m_desk->nowUtc().toTimeZone(m_zone).date();
}

// ------------------------------------------------------------------------------------------------------------ the list

void TopicsPage::ask()
{
    ports::TopicQuery query;
    query.search = m_ui->search->text();
    query.withDone = m_ui->filter->currentIndex() != OpenTopics;
    query.undecidedOnly = m_ui->filter->currentIndex() == ConflictingTopics;
    query.unsyncedOnly = m_ui->filter->currentIndex() == UnsyncedTopics;
    query.limit = m_limit;
    m_desk->load(query);
}

void TopicsPage::refresh()
{
    if (!m_refreshLater.isActive())
        m_refreshLater.start(refreshPause);
}

void TopicsPage::showLoaded()
{
    const domain::TopicId shown = m_pane->shown();
    m_pane->setPeople(m_desk->people());
    // Rows that come and go move the current one about; which topic is shown is decided below.
    m_arranging = true;
    m_model->setEntries(m_desk->entries(), today());
    m_arranging = false;
    const int topics = m_model->topicCount();
    const bool cut = static_cast<int>(m_desk->entries().size()) >= m_limit;
    m_ui->count->setText(cut ? tr("the newest %n topic(s)", nullptr, topics) : tr("%n topic(s)", nullptr, topics));
    m_ui->more->setVisible(cut);
    m_ui->list->setVisible(topics > 0);
    m_ui->empty->setVisible(topics == 0);
    const bool looking = !m_ui->search->text().isEmpty() || m_ui->filter->currentIndex() > AllTopics;
    m_ui->empty->setText(looking ? tr("No topic matches. Search for fewer letters, or choose “All topics”.")
                                 : tr("No open topics. Every finished note becomes one; Ctrl+N writes one by hand."));
    if (m_conflicts->isVisibleTo(this)) {
        // Decided, it may no longer be among those looked for.
        if (const ports::TopicEntry* entry = m_desk->followed())
            m_conflicts->show(*entry);
    }
    if (m_pane->isNew() && m_wanted.isNull())
        return;
    const domain::TopicId wanted = m_model->rowOf(m_wanted) >= 0 ? std::exchange(m_wanted, {}) : shown;
    if (m_model->rowOf(wanted) < 0 && !wanted.isNull() && m_pane->keepAsNew()) {
        announce(m_ui->problem, tr("This topic is no longer in the list. Your words are kept here as a new topic."));
        return;
    }
    choose(wanted);
}

void TopicsPage::choose(const domain::TopicId& topic)
{
    int row = m_model->rowOf(topic);
    if (row < 0)
        row = m_model->firstTopicRow();
    m_arranging = true;
    m_ui->list->selectionModel()->setCurrentIndex(m_model->index(row), QItemSelectionModel::ClearAndSelect);
    m_arranging = false;
    const ports::TopicEntry* entry = m_model->entry(row);
    if (entry && entry->topic.id != m_pane->shown())
        bringInSight(row);
    m_pane->show(entry, today());
}

void TopicsPage::bringInSight(int row)
{
    if (row > 0 && !m_model->entry(row - 1))
        m_ui->list->scrollTo(m_model->index(row - 1)); // its heading
    m_ui->list->scrollTo(m_model->index(row));
}

void TopicsPage::showTopic(int row)
{
    m_pane->commit();
    m_pane->show(m_model->entry(row), today());
}

void TopicsPage::startNew()
{
    closeConflicts();
    m_pane->commit();
    m_arranging = true;
    m_ui->list->selectionModel()->clear();
    m_arranging = false;
    m_pane->startNew(today());
}

// --------------------------------------------------------------------------------------------------- deleting, deciding

void TopicsPage::removeShown()
{
    const ports::TopicEntry* entry = m_model->entry(m_model->rowOf(m_pane->shown()));
    if (!entry)
        return;
    m_pane->commit();
    carryOutRemoval();
    m_removing = entry->topic.id;
    const QString title = entry->topic.title;
    const int row = m_model->rowOf(m_removing);
    const ports::TopicEntry* next = m_model->entry(row + 1) ? m_model->entry(row + 1) : m_model->entry(row - 1);
    const domain::TopicId neighbour = next ? next->topic.id : domain::TopicId();
    m_arranging = true;
    m_model->setHidden(m_removing);
    m_arranging = false;
    choose(neighbour);
    m_ui->undoBox->show();
    announce(m_ui->undoText, tr("“%1” is deleted. Ctrl+Z brings it back.").arg(title));
    m_ui->list->setFocus();
    m_removeLater.start(timeToUndo);
}

void TopicsPage::undoRemoval()
{
    if (m_removing.isNull())
        return;
    m_removeLater.stop();
    const domain::TopicId back = std::exchange(m_removing, {});
    m_ui->undoBox->hide();
    m_arranging = true;
    m_model->setHidden({});
    m_arranging = false;
    choose(back);
    m_ui->list->setFocus();
}

void TopicsPage::carryOutRemoval()
{
    m_removeLater.stop();
    if (m_removing.isNull())
        return;
    m_ui->undoBox->hide();
    m_desk->remove(std::exchange(m_removing, {}));
}

void TopicsPage::openConflicts()
{
    m_pane->commit();
    const ports::TopicEntry* entry = m_model->entry(m_model->rowOf(m_pane->shown()));
    if (!entry || (entry->conflicts.empty() && entry->decisions.empty()))
        return;
    m_conflicts->show(*entry);
    m_desk->follow(entry->topic.id);
    m_ui->bar->hide(); // what it looks for is not in sight
    m_ui->stack->setCurrentWidget(m_conflicts);
    m_conflicts->setFocus();
}

void TopicsPage::closeConflicts()
{
    if (m_ui->stack->currentWidget() != m_conflicts)
        return;
    m_desk->follow({});
    m_ui->bar->show();
    m_ui->stack->setCurrentWidget(m_ui->splitter);
    m_ui->list->setFocus();
}

void TopicsPage::showConflicts()
{
    m_ui->search->clear();
    m_ui->filter->setCurrentIndex(ConflictingTopics);
}

bool TopicsPage::stepBack()
{
    if (m_ui->stack->currentWidget() == m_conflicts) {
        closeConflicts();
        return true;
    }
    if (m_pane->isAncestorOf(focusWidget()) || m_pane->isNew()) {
        m_pane->commit();
        if (m_pane->isNew())
            choose({});
        m_ui->list->isHidden() ? m_ui->search->setFocus() : m_ui->list->setFocus();
        return true;
    }
    if (!m_ui->search->text().isEmpty()) {
        m_ui->search->clear();
        m_ui->list->setFocus();
        return true;
    }
    return false;
}

void TopicsPage::settle()
{
    m_pane->commit();
    m_pane->keepCommentBegun();
    carryOutRemoval();
}

void TopicsPage::shareWordsBegun(std::shared_ptr<desk::WordsBegun> begun)
{
    m_pane->shareWordsBegun(std::move(begun));
}

void TopicsPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    // After the list's own idea of what is in sight, which knows no headings.
    QMetaObject::invokeMethod(this, [this] { bringInSight(m_ui->list->currentIndex().row()); }, Qt::QueuedConnection);
}

void TopicsPage::hideEvent(QHideEvent* event)
{
    settle();
    QWidget::hideEvent(event);
}

void TopicsPage::showProblem(const domain::Error& error)
{
    announce(m_ui->problem, models::Wording::faultSentence(error));
}

} // namespace vorzimmer::widgets
