#include "vorzimmer/widgets/client_page.h"

#include "house_plan_page.h"
#include "knowledge_page.h"
#include "outbox_page.h"
#include "releases_page.h"
#include "review_page.h"
#include "status_line.h"
#include "tenant_strip.h"
#include "theme.h"
#include "topics_page.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace vorzimmer::widgets {

namespace {

constexpr std::chrono::seconds clockTick{1};
enum Page { Notes, Topics, Releases, Plan, Knowledge, Outbox };

} // namespace

ClientPage::ClientPage(desk::Office& office, desk::ListKeeper& lists, std::unique_ptr<desk::Review> review,
                       std::shared_ptr<desk::TopicDesk> topics, std::shared_ptr<desk::AppointmentDesk> appointments,
                       std::unique_ptr<desk::HousePlan> plan, std::unique_ptr<desk::KnowledgeDesk> knowledge,
                       const domain::TenantProfile& profile, const QString& userName, QWidget* parent)
    : QWidget(parent), m_office(office), m_strip(new TenantStrip(profile, office.clock.nowUtc())), m_status(new StatusLine),
      m_tabs(new QTabBar), m_stack(new QStackedWidget)
{
    const domain::TenantId tenant = review->tenant();
    connect(review.get(), &desk::Review::outboxFilled, &lists, &desk::ListKeeper::push);
    m_review = new ReviewPage(std::move(review), profile.entry.zone, ReviewPage::Reader::Client);
    m_topics = new TopicsPage(topics, profile.entry.zone, TopicsPage::Reader::Client);
    m_releases = new ReleasesPage(std::move(appointments), profile.entry.zone, {});
    m_plan = new HousePlanPage(std::move(plan), HousePlanPage::Reader::Client);
    m_knowledge = new KnowledgePage(std::move(knowledge), KnowledgePage::Reader::Client);
    m_outbox = new OutboxPage(lists, std::move(topics), false);
    addPages();
    m_strip->setSeat(userName);
    m_strip->hideReady();
    m_status->hideLine();
    connectPages(lists, tenant);
    connect(&m_clock, &QTimer::timeout, this, [this] { m_strip->setNow(m_office.clock.nowUtc()); });
    m_clock.start(clockTick);
    bringForward(Notes);
}

void ClientPage::addPages()
{
    m_tabs->setAccessibleName(tr("Views"));
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->addTab(tr("Call notes"));
    m_tabs->addTab(tr("Topics (F9)"));
    m_tabs->addTab(tr("Released times (F8)"));
    m_tabs->addTab(tr("People (Ctrl+Shift+P)"));
    m_tabs->addTab(tr("Answers (Ctrl+I)"));
    m_tabs->addTab(tr("Outbox"));
    const int gap = em(this, 0.6);
    m_stack->setContentsMargins(gap, 0, gap, gap);
    for (QWidget* page : std::initializer_list<QWidget*>{m_review, m_topics, m_releases, m_plan, m_knowledge, m_outbox})
        m_stack->addWidget(page);
    auto* tabRow = new QHBoxLayout;
    tabRow->setContentsMargins(gap, gap, gap, gap / 2);
    tabRow->addWidget(m_tabs);
    tabRow->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addLayout(tabRow);
    column->addWidget(m_stack, 1);
    column->addWidget(m_status);
}

void ClientPage::connectPages(desk::ListKeeper& lists, const domain::TenantId& tenant)
{
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int page) { m_stack->setCurrentIndex(page); });
    connect(new QShortcut(Qt::CTRL | Qt::Key_K, this), &QShortcut::activated, this, [this] { bringForward(Notes); });
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, [this] {
        if (m_stack->currentIndex() == Topics && m_topics->stepBack())
            return;
        if (m_stack->currentIndex() == Releases && m_releases->stepBack())
            return;
        if (m_stack->currentIndex() == Plan && m_plan->stepBack())
            return;
        if (m_stack->currentIndex() == Knowledge && m_knowledge->stepBack())
            return;
        if (m_stack->currentIndex() != Notes)
            bringForward(Notes);
    });
    connect(m_topics, &TopicsPage::outboxFilled, &lists, &desk::ListKeeper::push);
    connect(m_topics, &TopicsPage::noteRequested, this, [this](const domain::TopicId& topic) {
        bringForward(Notes);
        m_review->showNote(domain::NoteId(topic.uuid()));
    });
    connect(m_outbox, &OutboxPage::conflictsRequested, this, [this] {
        bringForward(Topics);
        m_topics->showConflicts();
    });
    const auto showBoard = [this, &lists, tenant] { m_status->setBoard(lists.status(tenant)); };
    connect(&lists, &desk::ListKeeper::statusChanged, this, showBoard);
    connect(&lists, &desk::ListKeeper::statusChanged, m_topics, &TopicsPage::refresh);
    connect(&lists, &desk::ListKeeper::topicsChanged, m_topics, &TopicsPage::refresh);
    connect(&lists, &desk::ListKeeper::topicsChanged, m_review, &ReviewPage::reload);
    connect(m_status, &StatusLine::retryRequested, &lists, &desk::ListKeeper::retryNow);
    connect(m_status, &StatusLine::outboxRequested, this, &ClientPage::openOutbox);
    showBoard();
}

void ClientPage::bringForward(int page)
{
    m_tabs->setCurrentIndex(page);
    setFocusProxy(m_stack->currentWidget());
    m_stack->currentWidget()->setFocus();
}

void ClientPage::toggleTopics()
{
    bringForward(m_stack->currentIndex() == Topics ? Notes : Topics);
}

void ClientPage::toggleReleases()
{
    bringForward(m_stack->currentIndex() == Releases ? Notes : Releases);
}

void ClientPage::refreshReleases()
{
    m_releases->refresh();
}

void ClientPage::togglePlan()
{
    bringForward(m_stack->currentIndex() == Plan ? Notes : Plan);
}

void ClientPage::toggleKnowledge()
{
    bringForward(m_stack->currentIndex() == Knowledge ? Notes : Knowledge);
}

void ClientPage::openOutbox()
{
    bringForward(Outbox);
}

} // namespace vorzimmer::widgets
