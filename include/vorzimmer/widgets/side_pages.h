#pragma once

#include "vorzimmer/desk/calendar_keeper.h"
#include "vorzimmer/desk/calendar_setup.h"
#include "vorzimmer/desk/line_setup.h"
#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/desk/list_setup.h"
#include "vorzimmer/desk/mail_keeper.h"
#include "vorzimmer/desk/mail_setup.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/desk/reception.h"

#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>

namespace vorzimmer::desk {
class AppointmentDesk;
class MailDesk;
class TopicDesk;
}

namespace vorzimmer::widgets {

/// Opens what can stand in the place of the case for a while: its notes and topics, the outbox, the pages of Set-up. Esc leads
/// back to the case, and the keys of the call go on working. Whoever shows the pages puts them on the screen (opened) and
/// says what stands there (setShown).
class SidePages : public QObject {
    Q_OBJECT

public:
    /// Everything borrowed must outlive it; the pages are made as children of @p place.
    SidePages(desk::Office& office, desk::Reception& reception, desk::ListKeeper& lists, QWidget* place);

    /// For supervisors only; it must outlive the pages.
    void setListSetup(desk::ListSetup& setup) { m_listSetup = &setup; }
    /// For supervisors only; it must outlive the pages.
    void setLineSetup(desk::LineSetup& setup) { m_lineSetup = &setup; }
    /// For supervisors only; it must outlive the pages.
    void setCalendarSetup(desk::CalendarSetup& setup) { m_calendarSetup = &setup; }
    /// Without it there are no appointments; it must outlive the pages.
    void setCalendars(desk::CalendarKeeper& calendars);
    /// For supervisors only; it must outlive the pages.
    void setMailSetup(desk::MailSetup& setup) { m_mailSetup = &setup; }
    /// Without it nothing is sent by e-mail; it must outlive the pages.
    void setMail(desk::MailKeeper& mail) { m_mail = &mail; }
    /// What is on the screen now. A page that is still on its way comes only while this stays.
    void setShown(QWidget* shown) { m_shown = shown; }
    /// Reads the case on the screen afresh when a page has changed what it shows, and says whether it did; the case comes on the screen
    /// with what was read.
    bool rereadCase();

    /// Each opens its page, or leaves it when it is the one shown.
    void toggleNotes();
    void toggleTopics();
    void toggleAppointments();
    void toggleOutbox();
    /// Where the clients' lists are connected; nothing without setListSetup().
    void toggleSetUp();
    /// Where the clients' calendars are connected; nothing without setCalendarSetup().
    void toggleCalendars();
    /// Where e-mail is set up; nothing without setMailSetup().
    void toggleMail();
    /// Where the telephone lines are set up; nothing without setLineSetup().
    void toggleLines();
    /// Who is there at the client's on the screen, and what is planned.
    void togglePlan();
    /// What the client on the screen wants to be answered.
    void toggleKnowledge();
    /// What is asked about each concern of the client on the screen; for supervisors only.
    void toggleForms();
    /// Opening hours and rules of the client on the screen; for supervisors only.
    void toggleScreening();

Q_SIGNALS:
    void opened(QWidget* page);
    /// Back to the case.
    void leaveRequested();
    /// Why a page cannot be opened, for the user.
    void refused(const QString& sentence);

private:
    /// The notes with @p note in front; null = the newest.
    void openNote(const domain::NoteId& note);
    void openTopics(bool conflictsOnly);
    void openAppointments();
    /// For supervisors: what the client of the case on the screen has released.
    void openReleases();
    void withAppointments(std::function<void(std::shared_ptr<desk::AppointmentDesk>, const desk::CaseFile&)> goOn);
    void showOutbox(std::shared_ptr<desk::TopicDesk> desk, std::shared_ptr<desk::MailDesk> mails);
    /// The page of a set-up, or the case again; nothing without @p setup.
    template <class Page, class Setup>
    void toggle(Setup* setup);
    /// The case on the screen, when it is open.
    [[nodiscard]] const desk::CaseFile* openCase() const;
    /// Opens the cabinet of the case on the screen once more and goes on, unless another case stands there by then. Tells @p without
    /// when there is no case.
    void withCase(const QString& without, std::function<void(domain::Result<desk::CabinetHandle>, const desk::CaseFile&)> goOn);
    /// The same, and tells when the cabinet cannot be opened.
    void withCabinet(const QString& without, std::function<void(desk::CabinetHandle, const desk::CaseFile&)> goOn);
    /// Back to the case, when a page of this kind is what is shown.
    template <class Page>
    bool leaves();
    void show(QWidget* page, std::function<bool()> stepBack);

    desk::Office& m_office;
    desk::Reception& m_reception;
    desk::ListKeeper& m_lists;
    desk::ListSetup* m_listSetup = nullptr;
    desk::LineSetup* m_lineSetup = nullptr;
    desk::CalendarSetup* m_calendarSetup = nullptr;
    desk::CalendarKeeper* m_calendars = nullptr;
    desk::MailKeeper* m_mail = nullptr;
    desk::MailSetup* m_mailSetup = nullptr;
    QWidget* m_place;
    QPointer<QWidget> m_shown;
    bool m_caseIsOld = false; ///< a page has changed what the case on the screen shows
};

} // namespace vorzimmer::widgets
