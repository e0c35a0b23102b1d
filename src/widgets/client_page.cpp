#include "vorzimmer/widgets/client_page.h"

#include "review_page.h"
#include "status_line.h"
#include "tenant_strip.h"

#include <QVBoxLayout>

namespace vorzimmer::widgets {

namespace {

constexpr std::chrono::seconds clockTick{1};

} // namespace

ClientPage::ClientPage(desk::Office& office, desk::ListKeeper& lists, std::unique_ptr<desk::Review> review,
                       const domain::TenantProfile& profile, const QString& userName, QWidget* parent)
    : QWidget(parent), m_office(office), m_strip(new TenantStrip(profile, office.clock.nowUtc())), m_status(new StatusLine)
{
    const domain::TenantId tenant = review->tenant();
    connect(review.get(), &desk::Review::outboxFilled, &lists, &desk::ListKeeper::push);
    auto* page = new ReviewPage(std::move(review), profile.entry.zone, ReviewPage::Reader::Client);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(page, 1);
    column->addWidget(m_status);
    m_strip->setSeat(userName);
    m_strip->hideReady();
    m_status->hideLine();
    setFocusProxy(page);

    const auto showBoard = [this, &lists, tenant] { m_status->setBoard(lists.status(tenant)); };
    connect(&lists, &desk::ListKeeper::statusChanged, this, showBoard);
    connect(&lists, &desk::ListKeeper::topicsChanged, page, &ReviewPage::reload);
    connect(m_status, &StatusLine::retryRequested, &lists, &desk::ListKeeper::retryNow);
    connect(&m_clock, &QTimer::timeout, this, [this] { m_strip->setNow(m_office.clock.nowUtc()); });
    m_clock.start(clockTick);
    showBoard();
}

} // namespace vorzimmer::widgets
