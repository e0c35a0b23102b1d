#pragma once

#include "vorzimmer/desk/calendar_keeper.h"
#include "vorzimmer/desk/calendar_setup.h"
#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/desk/line_setup.h"
#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/desk/list_setup.h"
#include "vorzimmer/desk/mail_keeper.h"
#include "vorzimmer/desk/mail_setup.h"
#include "vorzimmer/desk/reception.h"
#include "vorzimmer/desk/topic_desk.h"
#include "vorzimmer/ports/call_feed.h"
#include "vorzimmer/ports/sound_setup.h"
#include "vorzimmer/ports/topic_board.h"

#include <QObject>

#include <memory>

namespace vorzimmer::widgets {
class MainWindow;
class ReceptionPage;
} // namespace vorzimmer::widgets

namespace vorzimmer::desk {
class AppointmentDesk;
class Review;
} // namespace vorzimmer::desk

namespace vorzimmer::app {

/// Everything that exists because somebody is signed in, and goes when she signs out.
class Seat : public QObject {
    Q_OBJECT

public:
    /// @p feed is null for a client: no calls come to one.
    Seat(desk::Office& office, ports::CabinetRoom& room, domain::User user, std::unique_ptr<ports::TopicBoard> board,
         std::unique_ptr<ports::SlotCalendar> calendars, std::unique_ptr<ports::MailPost> post,
         std::unique_ptr<ports::CallFeed> feed, widgets::MainWindow& window);
    ~Seat() override;

    void start();
    /// What carries the voice of calls has changed.
    void showSound(const ports::SoundState& state);
    /// The address of the shared lists has become known or has changed.
    void openLists() { m_lists.start(); }

Q_SIGNALS:
    /// This user's page cannot be shown; the window goes back to signing in.
    void failed(const vorzimmer::domain::Error& error);
    /// The supervisor has changed the telephone lines.
    void linesChanged();

private:
    void startReception();
    void startReview();
    /// The client's own cabinet once more; failed() when it cannot be opened.
    void openForReview(QObject* receiver, std::function<void(desk::CabinetHandle)> then);
    /// The next of it: the same cabinet's topics.
    void openTopics(desk::Review* review);
    /// Then its released times.
    void openReleases(desk::Review* review, std::shared_ptr<desk::TopicDesk> topics);
    /// At last its people and its answers, and the page.
    void openPlan(desk::Review* review, std::shared_ptr<desk::TopicDesk> topics, std::shared_ptr<desk::AppointmentDesk> appointments);
    void restoreLayout();
    void saveLayout();

    desk::Office& m_office;
    desk::Gatekeeper m_gatekeeper;
    widgets::MainWindow& m_window;
    std::unique_ptr<ports::TopicBoard> m_board;
    std::unique_ptr<ports::SlotCalendar> m_slotCalendar;
    std::unique_ptr<ports::MailPost> m_post;
    std::unique_ptr<ports::CallFeed> m_feed;
    desk::ListKeeper m_lists;
    desk::CalendarKeeper m_calendars;
    desk::MailKeeper m_mail;
    std::unique_ptr<desk::MailSetup> m_mailSetup;         ///< a supervisor's
    std::unique_ptr<desk::CalendarSetup> m_calendarSetup; ///< a supervisor's
    std::unique_ptr<desk::ListSetup> m_listSetup; ///< a supervisor's
    std::unique_ptr<desk::LineWatch> m_lineWatch;
    std::unique_ptr<desk::LineSetup> m_lineSetup; ///< a supervisor's
    std::unique_ptr<desk::Reception> m_reception;
    widgets::ReceptionPage* m_page = nullptr; ///< owned by the window
};

} // namespace vorzimmer::app
