#pragma once

#include "vorzimmer/desk/appointment_desk.h"
#include "vorzimmer/desk/house_plan.h"
#include "vorzimmer/desk/knowledge_desk.h"
#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/desk/review.h"
#include "vorzimmer/desk/topic_desk.h"
#include "vorzimmer/domain/tenant.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QStackedWidget;
class QTabBar;

namespace vorzimmer::widgets {

class HousePlanPage;
class KnowledgePage;
class OutboxPage;
class ReleasesPage;
class ReviewPage;
class StatusLine;
class TenantStrip;
class TopicsPage;

/// The client's window: its own strip, its own notes, topics, released times, people, answers and outbox, its own status. Nothing else of the bureau is
/// behind it.
class ClientPage : public QWidget {
    Q_OBJECT

public:
    /// @p office and @p lists must outlive the page.
    ClientPage(desk::Office& office, desk::ListKeeper& lists, std::unique_ptr<desk::Review> review, std::shared_ptr<desk::TopicDesk> topics,
               std::shared_ptr<desk::AppointmentDesk> appointments, std::unique_ptr<desk::HousePlan> plan, std::unique_ptr<desk::KnowledgeDesk> knowledge,
               const domain::TenantProfile& profile, const QString& userName, QWidget* parent = nullptr);

    /// Brings the topics in front, or the notes again.
    void toggleTopics();
    /// Brings what is released in front, or the notes again.
    void toggleReleases();
    void refreshReleases();
    /// Brings the people and what is planned in front, or the notes again.
    void togglePlan();
    /// Brings questions and answers in front, or the notes again.
    void toggleKnowledge();
    void openOutbox();

private:
    void addPages();
    void connectPages(desk::ListKeeper& lists, const domain::TenantId& tenant);
    void bringForward(int page);

    desk::Office& m_office;
    TenantStrip* m_strip;
    StatusLine* m_status;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    ReviewPage* m_review;
    TopicsPage* m_topics;
    ReleasesPage* m_releases;
    HousePlanPage* m_plan;
    KnowledgePage* m_knowledge;
    OutboxPage* m_outbox;
    QTimer m_clock;
};

} // namespace vorzimmer::widgets
