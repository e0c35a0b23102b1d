#include "seat.h"

#include "taste.h"

#include "vorzimmer/models/appointment_wording.h"
#include "vorzimmer/models/mail_letters.h"
#include "vorzimmer/widgets/client_page.h"
#include "vorzimmer/widgets/main_window.h"
#include "vorzimmer/widgets/reception_page.h"
#include "vorzimmer/widgets/side_pages.h"

#include "vorzimmer/desk/review.h"

#include <QApplication>

namespace vorzimmer::app {

using domain::Result;
using domain::Role;
using widgets::MainWindow;

Seat::Seat(desk::Office& office, ports::CabinetRoom& room, domain::User user, std::unique_ptr<ports::TopicBoard> board,
           std::unique_ptr<ports::SlotCalendar> calendars, std::unique_ptr<ports::MailPost> post, std::unique_ptr<ports::CallFeed> feed,
           MainWindow& window)
    : m_office(office), m_gatekeeper(office, room, std::move(user)), m_window(window), m_board(std::move(board)),
      m_slotCalendar(std::move(calendars)), m_post(std::move(post)), m_feed(std::move(feed)), m_lists(office, m_gatekeeper, *m_board),
      m_calendars(office, m_gatekeeper, *m_slotCalendar, &models::AppointmentWording::callBackTask),
      m_mail(office, m_gatekeeper, *m_post, &models::MailLetters::digest)
{
}

Seat::~Seat()
{
    saveLayout();
    // The page looks at reception and lists: it goes first.
    if (QWidget* page = m_window.takeCentralWidget())
        delete page;
    if (m_feed)
        m_feed->stop();
}

void Seat::start()
{
    const Role role = m_gatekeeper.user().role;
    MainWindow::Offers offers;
    offers.signOut = true;
    offers.topics = true;
    offers.appointments = true;
    offers.sound = role != Role::Client;
    offers.pause = role != Role::Client;
    offers.visit = role == Role::Supervisor;
    offers.setUp = role == Role::Supervisor;
    m_window.setOffers(offers);
    if (role == Role::Client)
        startReview();
    else
        startReception();
    m_lists.start();
    m_calendars.start();
    m_mail.start();
    // What the calendar has confirmed or lost lets a letter go, or calls it off.
    connect(&m_calendars, &desk::CalendarKeeper::appointmentsChanged, &m_mail, &desk::MailKeeper::push);
}

void Seat::showSound(const ports::SoundState& state)
{
    if (m_page)
        m_page->setSound(state);
}

void Seat::startReception()
{
    m_reception = std::make_unique<desk::Reception>(m_office, m_gatekeeper, *m_feed);
    m_page = new widgets::ReceptionPage(m_office, *m_reception, m_lists, m_gatekeeper.user().name);
    m_page->beside().setCalendars(m_calendars);
    m_page->setMail(m_mail);
    connect(m_reception.get(), &desk::Reception::noteFinished, &m_lists, &desk::ListKeeper::push);
    connect(m_feed.get(), &ports::CallFeed::backendStateChanged, m_page, &widgets::ReceptionPage::setBackend);
    m_lineWatch = std::make_unique<desk::LineWatch>(*m_feed);
    m_page->setLineWatch(*m_lineWatch);
    connect(m_lineWatch.get(), &desk::LineWatch::wentDown, this, [this] {
        QApplication::alert(&m_window);
        QApplication::beep();
    });
    connect(m_page, &widgets::ReceptionPage::callAnnounced, this, [this] {
        // Lights up the task bar; the focus stays where the secretary is typing.
        QApplication::alert(&m_window);
        QApplication::beep();
    });
    widgets::SidePages& beside = m_page->beside();
    connect(&m_window, &MainWindow::pauseRequested, m_page, &widgets::ReceptionPage::toggleReady);
    connect(&m_window, &MainWindow::visitRequested, m_page, &widgets::ReceptionPage::startVisit);
    connect(&m_window, &MainWindow::appointmentsRequested, &beside, &widgets::SidePages::toggleAppointments);
    connect(&m_window, &MainWindow::topicsRequested, &beside, &widgets::SidePages::toggleTopics);
    connect(&m_window, &MainWindow::planRequested, &beside, &widgets::SidePages::togglePlan);
    connect(&m_window, &MainWindow::knowledgeRequested, &beside, &widgets::SidePages::toggleKnowledge);
    connect(&m_window, &MainWindow::outboxRequested, &beside, &widgets::SidePages::toggleOutbox);
    connect(&m_window, &MainWindow::keysRequested, m_page, &widgets::ReceptionPage::showKeys);
    if (m_gatekeeper.user().role == Role::Supervisor) {
        m_listSetup = std::make_unique<desk::ListSetup>(m_office, m_gatekeeper, m_lists, *m_board);
        beside.setListSetup(*m_listSetup);
        connect(&m_window, &MainWindow::setUpRequested, &beside, &widgets::SidePages::toggleSetUp);
        m_calendarSetup = std::make_unique<desk::CalendarSetup>(m_office, m_gatekeeper, m_calendars, *m_slotCalendar);
        beside.setCalendarSetup(*m_calendarSetup);
        connect(&m_window, &MainWindow::calendarsRequested, &beside, &widgets::SidePages::toggleCalendars);
        m_lineSetup = std::make_unique<desk::LineSetup>(m_office, m_gatekeeper, *m_lineWatch);
        beside.setLineSetup(*m_lineSetup);
        connect(m_lineSetup.get(), &desk::LineSetup::linesChanged, this, &Seat::linesChanged);
        connect(&m_window, &MainWindow::linesRequested, &beside, &widgets::SidePages::toggleLines);
        m_mailSetup = std::make_unique<desk::MailSetup>(m_office, m_gatekeeper, m_mail, *m_post);
        beside.setMailSetup(*m_mailSetup);
        connect(&m_window, &MainWindow::mailRequested, &beside, &widgets::SidePages::toggleMail);
        connect(&m_window, &MainWindow::rulesRequested, &beside, &widgets::SidePages::toggleScreening);
        connect(&m_window, &MainWindow::formsRequested, &beside, &widgets::SidePages::toggleForms);
    }
    m_window.setPage(m_page);
    restoreLayout();
    m_reception->journal().refresh();
    m_reception->resumeUnfinished();
    m_feed->start();
}

void Seat::openForReview(QObject* receiver, std::function<void(desk::CabinetHandle)> then)
{
    m_gatekeeper.open(m_gatekeeper.user().tenant, desk::Occasion::review(), receiver, [this, then = std::move(then)](Result<desk::CabinetHandle> cabinet) {
        if (cabinet)
            then(std::move(*cabinet));
        else
            Q_EMIT failed(cabinet.error());
    });
}

void Seat::startReview()
{
    openForReview(this, [this](desk::CabinetHandle cabinet) {
        auto* review = new desk::Review(m_office, std::move(cabinet), m_gatekeeper.user(), this);
        connect(review, &desk::Review::failed, this, &Seat::failed);
        connect(review, &desk::Review::loaded, this, [this, review] {
            review->disconnect(this);
            openTopics(review);
        });
        review->load({});
    });
}

void Seat::openTopics(desk::Review* review)
{
    openForReview(review, [this, review](desk::CabinetHandle cabinet) {
        openReleases(review, std::make_shared<desk::TopicDesk>(m_office, std::move(cabinet), m_gatekeeper.user()));
    });
}

void Seat::openReleases(desk::Review* review, std::shared_ptr<desk::TopicDesk> topics)
{
    openForReview(review, [this, review, topics = std::move(topics)](desk::CabinetHandle cabinet) {
        openPlan(review, topics, std::make_shared<desk::AppointmentDesk>(m_office, std::move(cabinet), m_gatekeeper.user(), domain::CallId()));
    });
}

void Seat::openPlan(desk::Review* review, std::shared_ptr<desk::TopicDesk> topics, std::shared_ptr<desk::AppointmentDesk> appointments)
{
    openForReview(review, [this, review, topics = std::move(topics), appointments = std::move(appointments)](desk::CabinetHandle cabinet) {
        // Shared only until the page has it: what a function keeps must be copyable.
        auto plan = std::make_shared<std::unique_ptr<desk::HousePlan>>(
            std::make_unique<desk::HousePlan>(m_office, std::move(cabinet), m_gatekeeper.user()));
        openForReview(review, [this, review, topics, appointments, plan](desk::CabinetHandle last) {
            review->setParent(nullptr);
            const domain::TenantProfile profile = *review->profile();
            const domain::User user = m_gatekeeper.user();
            auto* page = new widgets::ClientPage(m_office, m_lists, std::unique_ptr<desk::Review>(review), topics, appointments, std::move(*plan),
                                                 std::make_unique<desk::KnowledgeDesk>(m_office, std::move(last), user), profile, user.name);
            connect(&m_calendars, &desk::CalendarKeeper::appointmentsChanged, page, &widgets::ClientPage::refreshReleases);
            connect(&m_window, &MainWindow::topicsRequested, page, &widgets::ClientPage::toggleTopics);
            connect(&m_window, &MainWindow::appointmentsRequested, page, &widgets::ClientPage::toggleReleases);
            connect(&m_window, &MainWindow::planRequested, page, &widgets::ClientPage::togglePlan);
            connect(&m_window, &MainWindow::knowledgeRequested, page, &widgets::ClientPage::toggleKnowledge);
            connect(&m_window, &MainWindow::outboxRequested, page, &widgets::ClientPage::openOutbox);
            m_window.setPage(page);
        });
    });
}

void Seat::restoreLayout()
{
    if (const QByteArray layout = Taste().layout(); !layout.isEmpty())
        m_page->restoreLayout(layout);
}

void Seat::saveLayout()
{
    if (m_page && m_window.centralWidget() == m_page)
        Taste().setLayout(m_page->layoutState());
}

} // namespace vorzimmer::app
