#include "outbox_page.h"

#include "announcement.h"
#include "mail_card.h"
#include "theme.h"
#include "ui_outbox_page.h"

#include "vorzimmer/models/outbox_rows.h"
#include "vorzimmer/models/wording.h"

#include <QShortcut>

#include <algorithm>

namespace vorzimmer::widgets {

using models::OutboxRows;

namespace {

constexpr std::chrono::milliseconds refreshPause{150};

} // namespace

OutboxPage::OutboxPage(desk::ListKeeper& lists, std::shared_ptr<desk::TopicDesk> desk, bool canLeave, QWidget* parent)
    : QWidget(parent), m_lists(lists), m_desk(std::move(desk)), m_ui(std::make_unique<Ui::OutboxPage>())
{
    m_ui->setupUi(this);
    m_ui->problem->setProperty("problem", true);
    m_ui->problem->hide();
    m_ui->question->hide();
    m_ui->back->setVisible(canLeave);
    m_ui->title->setVisible(canLeave); // else its tab says it
    m_ui->conflicts->hide();
    m_ui->conflicts->setButtonLook(QStringLiteral("primary"));
    const std::vector<RowColumn> columns{{}, {RowColumn::Kind::Fit, 0, true}};
    m_ui->lists->setColumns(columns);
    m_ui->lists->setRowModel(&m_listRows);
    m_ui->listsHeader->setTarget(m_ui->lists);
    m_ui->waiting->setColumns(columns);
    m_ui->waiting->setRowModel(&m_waitingRows);
    m_ui->waitingHeader->setTarget(m_ui->waiting);
    m_ui->waitingCard->setVisible(m_desk != nullptr);
    m_refreshLater.setSingleShot(true);

    connect(m_ui->back, &QPushButton::clicked, this, &OutboxPage::leaveRequested);
    connect(m_ui->tryNow, &QPushButton::clicked, this, &OutboxPage::tryNow);
    connect(m_ui->conflicts, &QPushButton::clicked, this, &OutboxPage::conflictsRequested);
    const auto bind = [this](const QKeySequence& key, auto act) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::CTRL | Qt::Key_R, [this] { m_ui->tryNow->click(); });
    bind(Qt::CTRL | Qt::Key_D, [this] {
        if (!m_ui->conflicts->isHidden())
            Q_EMIT conflictsRequested();
    });
    connect(&lists, &desk::ListKeeper::statusChanged, this, [this] {
        if (!m_refreshLater.isActive())
            m_refreshLater.start(refreshPause);
    });
    connect(&m_refreshLater, &QTimer::timeout, this, [this] {
        showLists();
        if (m_desk)
            m_desk->loadOutbox();
    });
    if (m_desk)
        connectDesk();
    setFocusProxy(m_ui->lists);
    showLists();
    showWaiting();
}

OutboxPage::~OutboxPage() = default;

void OutboxPage::addMail(desk::MailKeeper& keeper, std::shared_ptr<desk::MailDesk> desk)
{
    m_ui->page->addWidget(new MailCard(keeper, std::move(desk), this), 1);
    connect(m_ui->tryNow, &QPushButton::clicked, &keeper, &desk::MailKeeper::retryNow);
}

void OutboxPage::connectDesk()
{
    connect(m_desk.get(), &desk::TopicDesk::outboxLoaded, this, &OutboxPage::showWaiting);
    connect(m_desk.get(), &desk::TopicDesk::outboxFilled, &m_lists, &desk::ListKeeper::push);
    connect(m_desk.get(), &desk::TopicDesk::changed, this, [this] { announce(m_ui->problem, {}); });
    connect(m_desk.get(), &desk::TopicDesk::failed, this,
            [this](const domain::Error& error) { announce(m_ui->problem, models::Wording::faultSentence(error)); });
    connect(m_ui->waiting->selectionModel(), &QItemSelectionModel::currentChanged, this, &OutboxPage::offer);
    connect(m_ui->again, &QPushButton::clicked, this, [this] {
        if (const ports::OutboxOperation* operation = chosen())
            m_desk->retry(operation->id);
    });
    connect(m_ui->giveUp, &QPushButton::clicked, this, &OutboxPage::ask);
    connect(m_ui->yes, &QPushButton::clicked, this, [this] {
        m_ui->question->hide();
        m_ui->waiting->setFocus();
        if (!m_asked.isNull())
            m_desk->giveUp(std::exchange(m_asked, {}));
    });
    connect(m_ui->no, &QPushButton::clicked, this, [this] {
        m_asked = {};
        m_ui->question->hide();
        m_ui->waiting->setFocus();
    });
    m_desk->loadOutbox();
}

void OutboxPage::showLists()
{
    std::vector<models::Row> rows;
    for (const desk::ListStanding& standing : m_lists.standings())
        rows.push_back(OutboxRows::list(standing.name, standing.status));
    m_ui->listsHeader->setCount(static_cast<int>(rows.size()));
    m_listRows.setRows(std::move(rows));
    m_ui->conflicts->setVisible(m_desk && m_lists.status(m_desk->tenant()).conflicts > 0);
}

void OutboxPage::showWaiting()
{
    if (!m_desk)
        return;
    std::vector<models::Row> rows;
    for (const ports::OutboxOperation& operation : m_desk->outbox())
        rows.push_back(OutboxRows::operation(operation));
    m_ui->waitingHeader->setCount(static_cast<int>(rows.size()));
    m_ui->waiting->setHidden(rows.empty());
    m_ui->noneWaiting->setVisible(rows.empty());
    const bool refused = std::any_of(m_desk->outbox().begin(), m_desk->outbox().end(), [](const ports::OutboxOperation& operation) {
        return operation.state == ports::OperationState::Blocked;
    });
    m_ui->again->setVisible(refused);
    m_ui->giveUp->setVisible(refused);
    m_waitingRows.setRows(std::move(rows));
    offer();
}

const ports::OutboxOperation* OutboxPage::chosen() const
{
    const QModelIndex current = m_ui->waiting->currentIndex();
    if (!m_desk || !current.isValid())
        return nullptr;
    const domain::OperationId id(current.data(models::RowListModel::IdRole).toUuid());
    const auto found = std::find_if(m_desk->outbox().begin(), m_desk->outbox().end(),
                                    [&](const ports::OutboxOperation& operation) { return operation.id == id; });
    return found == m_desk->outbox().end() ? nullptr : &*found;
}

void OutboxPage::offer()
{
    const ports::OutboxOperation* operation = chosen();
    const bool blocked = operation && operation->state == ports::OperationState::Blocked;
    m_ui->again->setEnabled(blocked);
    m_ui->giveUp->setEnabled(blocked);
    if (!m_asked.isNull() && (!operation || operation->id != m_asked)) {
        m_asked = {};
        m_ui->question->hide();
    }
}

void OutboxPage::ask()
{
    const ports::OutboxOperation* operation = chosen();
    if (!operation)
        return;
    m_asked = operation->id;
    m_ui->question->show();
    announce(m_ui->questionText,
             tr("Give this change up? The other side's values are taken; what was written here stays in the history."));
    m_ui->no->setFocus();
}

void OutboxPage::tryNow()
{
    const QModelIndex current = m_ui->lists->currentIndex();
    if (current.isValid())
        m_lists.retryFor(domain::TenantId(current.data(models::RowListModel::IdRole).toUuid()));
    else
        m_lists.retryNow();
}

} // namespace vorzimmer::widgets
