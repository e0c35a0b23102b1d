#include "vorzimmer/widgets/side_pages.h"

#include "appointments_page.h"
#include "calendars_page.h"
#include "forms_page.h"
#include "house_plan_page.h"
#include "knowledge_page.h"
#include "lines_page.h"
#include "mail_page.h"
#include "outbox_page.h"
#include "releases_page.h"
#include "review_page.h"
#include "screening_page.h"
#include "setup_page.h"
#include "topics_page.h"

#include "vorzimmer/desk/appointment_desk.h"
#include "vorzimmer/desk/mail_desk.h"
#include "vorzimmer/models/wording.h"

#include <QShortcut>

#include <utility>

namespace vorzimmer::widgets {

using desk::CaseFile;
using desk::CaseScreen;
using domain::Result;
using models::Wording;

SidePages::SidePages(desk::Office& office, desk::Reception& reception, desk::ListKeeper& lists, QWidget* place)
    : QObject(place), m_office(office), m_reception(reception), m_lists(lists), m_place(place)
{
}

const CaseFile* SidePages::openCase() const
{
    const CaseFile* file = m_reception.current();
    return file && file->screen() == CaseScreen::Desk ? file : nullptr;
}

template <class Page>
bool SidePages::leaves()
{
    if (!qobject_cast<Page*>(m_shown))
        return false;
    Q_EMIT leaveRequested();
    return true;
}

void SidePages::withCase(const QString& without, std::function<void(Result<desk::CabinetHandle>, const CaseFile&)> goOn)
{
    const CaseFile* file = openCase();
    if (!file) {
        Q_EMIT refused(without);
        return;
    }
    m_reception.openNotes(file, m_shown, [this, still = QPointer<const CaseFile>(file), goOn = std::move(goOn)](Result<desk::CabinetHandle> cabinet) {
        if (still && openCase() == still)
            goOn(std::move(cabinet), *still);
    });
}

void SidePages::withCabinet(const QString& without, std::function<void(desk::CabinetHandle, const CaseFile&)> goOn)
{
    withCase(without, [this, goOn = std::move(goOn)](Result<desk::CabinetHandle> cabinet, const CaseFile& file) {
        if (cabinet)
            goOn(std::move(*cabinet), file);
        else
            Q_EMIT refused(Wording::faultSentence(cabinet.error()));
    });
}

void SidePages::show(QWidget* page, std::function<bool()> stepBack)
{
    const auto bind = [this, page](const QKeySequence& key, auto act) {
        auto* shortcut = new QShortcut(key, page);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    bind(Qt::Key_Escape, [this, stepBack = std::move(stepBack)] {
        if (!stepBack())
            Q_EMIT leaveRequested();
    });
    bind(Qt::Key_F3, [this] { m_reception.holdOrResume(); });
    bind(Qt::Key_F4, [this] { m_reception.hangUp(); });
    Q_EMIT opened(page);
    page->setFocus();
}

void SidePages::toggleNotes()
{
    if (!leaves<ReviewPage>())
        openNote({});
}

void SidePages::openNote(const domain::NoteId& note)
{
    withCabinet(tr("Notes are searched within one client: open a call first."), [this, note](desk::CabinetHandle cabinet, const CaseFile& file) {
        auto review = std::make_unique<desk::Review>(m_office, std::move(cabinet), m_reception.user());
        connect(review.get(), &desk::Review::outboxFilled, &m_lists, &desk::ListKeeper::push);
        auto* page = new ReviewPage(std::move(review), file.tenant()->zone, ReviewPage::Reader::Bureau, m_place);
        show(page, [] { return false; });
        if (!note.isNull())
            page->showNote(note);
    });
}

void SidePages::toggleTopics()
{
    if (!leaves<TopicsPage>())
        openTopics(false);
}

void SidePages::openTopics(bool conflictsOnly)
{
    withCabinet(tr("Topics belong to one client: open a call first."), [this, conflictsOnly](desk::CabinetHandle cabinet, const CaseFile& file) {
        auto* page = new TopicsPage(std::make_shared<desk::TopicDesk>(m_office, std::move(cabinet), m_reception.user()),
                                    file.tenant()->zone, TopicsPage::Reader::Bureau, m_place);
        page->shareWordsBegun(file.wordsBegun());
        connect(page, &TopicsPage::outboxFilled, &m_lists, &desk::ListKeeper::push);
        connect(page, &TopicsPage::leaveRequested, this, &SidePages::leaveRequested);
        connect(page, &TopicsPage::noteRequested, this,
                [this](const domain::TopicId& topic) { openNote(domain::NoteId(topic.uuid())); });
        connect(&m_lists, &desk::ListKeeper::statusChanged, page, &TopicsPage::refresh);
        connect(&m_lists, &desk::ListKeeper::topicsChanged, page, [page](const domain::TenantId& tenant) {
            if (tenant == page->tenant())
                page->refresh();
        });
        show(page, [page] { return page->stepBack(); });
        if (conflictsOnly)
            page->showConflicts();
    });
}

void SidePages::setCalendars(desk::CalendarKeeper& calendars)
{
    m_calendars = &calendars;
    connect(&calendars, &desk::CalendarKeeper::taskMade, this, [this](const domain::TenantId& tenant) {
        m_lists.push(tenant);
        Q_EMIT refused(tr("An appointment that was noted has come to nothing. There is a task to call back (F9)."));
    });
}

void SidePages::toggleAppointments()
{
    if (!leaves<AppointmentsPage>() && !leaves<ReleasesPage>())
        openAppointments();
}

void SidePages::withAppointments(std::function<void(std::shared_ptr<desk::AppointmentDesk>, const CaseFile&)> goOn)
{
    const QString without = tr("Appointments belong to one client: open a call first.");
    if (!m_calendars) {
        Q_EMIT refused(without);
        return;
    }
    withCabinet(without, [this, goOn = std::move(goOn)](desk::CabinetHandle cabinet, const CaseFile& file) {
        const domain::CallId call = file.isVisit() ? domain::CallId() : file.call().id;
        goOn(std::make_shared<desk::AppointmentDesk>(m_office, std::move(cabinet), m_reception.user(), call), file);
    });
}

void SidePages::openAppointments()
{
    withAppointments([this](std::shared_ptr<desk::AppointmentDesk> desk, const CaseFile& file) {
        domain::Attendee attendee;
        if (const domain::Caller* caller = file.caller()) {
            attendee.caller = caller->id;
            attendee.name = caller->name;
        }
        if (!file.note().callerName.isEmpty())
            attendee.name = file.note().callerName;
        if (!file.call().number.isEmpty())
            attendee.contact = file.shownNumber();
        auto* page = new AppointmentsPage(std::move(desk), *m_calendars, file.tenant()->zone, attendee,
                                          m_office.numbers.region(file.call().number), m_place);
        page->offerReleases(m_reception.user().role == domain::Role::Supervisor);
        if (m_mail && m_mail->habits(file.tenant()->id).canSend) {
            const domain::Caller* caller = file.caller();
            page->offerMail(*m_mail, *file.tenant(), caller ? caller->language : QString(), caller ? caller->email : QString());
        }
        connect(page, &AppointmentsPage::leaveRequested, this, &SidePages::leaveRequested);
        connect(page, &AppointmentsPage::releasesRequested, this, &SidePages::openReleases);
        connect(page, &AppointmentsPage::appointmentMade, this, [this](const QString& detail) {
            if (CaseFile* current = m_reception.current(); current && !current->isSettled())
                current->settle(domain::Disposition::AppointmentMade, detail);
        });
        this->show(page, [page] { return page->stepBack(); });
    });
}

void SidePages::openReleases()
{
    withAppointments([this](std::shared_ptr<desk::AppointmentDesk> desk, const CaseFile& file) {
        auto* page = new ReleasesPage(std::move(desk), file.tenant()->zone, file.tenant()->name, m_place);
        connect(page, &ReleasesPage::leaveRequested, this, &SidePages::openAppointments);
        this->show(page, [page] { return page->stepBack(); });
    });
}

void SidePages::toggleOutbox()
{
    if (leaves<OutboxPage>())
        return;
    if (!openCase()) {
        showOutbox(nullptr, nullptr);
        return;
    }
    withCase({}, [this](Result<desk::CabinetHandle> cabinet, const CaseFile&) {
        if (!cabinet) { // the numbers are there all the same
            showOutbox(nullptr, nullptr);
            return;
        }
        auto topics = std::make_shared<desk::TopicDesk>(m_office, std::move(*cabinet), m_reception.user());
        withCase({}, [this, topics](Result<desk::CabinetHandle> again, const CaseFile&) {
            showOutbox(topics, again ? std::make_shared<desk::MailDesk>(m_office, std::move(*again)) : nullptr);
        });
    });
}

void SidePages::showOutbox(std::shared_ptr<desk::TopicDesk> desk, std::shared_ptr<desk::MailDesk> mails)
{
    auto* page = new OutboxPage(m_lists, std::move(desk), true, m_place);
    if (m_mail)
        page->addMail(*m_mail, std::move(mails));
    connect(page, &OutboxPage::leaveRequested, this, &SidePages::leaveRequested);
    connect(page, &OutboxPage::conflictsRequested, this, [this] { openTopics(true); });
    show(page, [] { return false; });
}

template <class Page, class Setup>
void SidePages::toggle(Setup* setup)
{
    if (!setup || leaves<Page>())
        return;
    auto* page = new Page(*setup, m_place);
    connect(page, &Page::leaveRequested, this, &SidePages::leaveRequested);
    show(page, [page] { return page->stepBack(); });
}

void SidePages::toggleSetUp()
{
    toggle<SetupPage>(m_listSetup);
}

void SidePages::toggleCalendars()
{
    toggle<CalendarsPage>(m_calendarSetup);
}

void SidePages::toggleMail()
{
    toggle<MailPage>(m_mailSetup);
}

void SidePages::toggleLines()
{
    toggle<LinesPage>(m_lineSetup);
}

void SidePages::togglePlan()
{
    if (leaves<HousePlanPage>())
        return;
    withCabinet(tr("People and plan belong to one client: open a call first."), [this](desk::CabinetHandle cabinet, const CaseFile&) {
        auto* page = new HousePlanPage(std::make_unique<desk::HousePlan>(m_office, std::move(cabinet), m_reception.user()),
                                       HousePlanPage::Reader::Bureau, m_place);
        connect(page, &HousePlanPage::leaveRequested, this, &SidePages::leaveRequested);
        connect(page, &HousePlanPage::planChanged, this, [this] { m_caseIsOld = true; });
        show(page, [page] { return page->stepBack(); });
    });
}

void SidePages::toggleKnowledge()
{
    if (leaves<KnowledgePage>())
        return;
    withCabinet(tr("Questions and answers belong to one client: open a call first."), [this](desk::CabinetHandle cabinet, const CaseFile&) {
        auto* page = new KnowledgePage(std::make_unique<desk::KnowledgeDesk>(m_office, std::move(cabinet), m_reception.user()),
                                       KnowledgePage::Reader::Bureau, m_place);
        connect(page, &KnowledgePage::leaveRequested, this, &SidePages::leaveRequested);
        show(page, [page] { return page->stepBack(); });
    });
}

void SidePages::toggleForms()
{
    if (leaves<FormsPage>())
        return;
    const QString without = tr("Message forms belong to one client: open a call, or a client without one (Ctrl+T).");
    withCabinet(without, [this](desk::CabinetHandle cabinet, const CaseFile& file) {
        auto* page = new FormsPage(std::make_unique<desk::FormSetup>(std::move(cabinet), file.wordsBegun()), m_place);
        connect(page, &FormsPage::leaveRequested, this, &SidePages::leaveRequested);
        connect(page, &FormsPage::formsChanged, this, [this] { m_caseIsOld = true; });
        show(page, [page] { return page->stepBack(); });
    });
}

bool SidePages::rereadCase()
{
    CaseFile* file = m_reception.current();
    if (!std::exchange(m_caseIsOld, false) || !file || file->screen() != CaseScreen::Desk)
        return false;
    file->open();
    return true;
}

void SidePages::toggleScreening()
{
    if (leaves<ScreeningPage>())
        return;
    const QString without = tr("Opening hours and rules belong to one client: open a call, or a client without one (Ctrl+T).");
    withCabinet(without, [this](desk::CabinetHandle cabinet, const CaseFile&) {
        auto* page = new ScreeningPage(std::make_unique<desk::ScreeningSetup>(m_office, std::move(cabinet), m_reception.user()), m_place);
        connect(page, &ScreeningPage::leaveRequested, this, &SidePages::leaveRequested);
        show(page, [page] { return page->stepBack(); });
    });
}

} // namespace vorzimmer::widgets
