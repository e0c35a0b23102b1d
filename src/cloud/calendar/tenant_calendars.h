#pragma once

#include "caldav/change_reader.h"
#include "calendar/booking_writer.h"
#include "pause.h"

#include "vorzimmer/lane/lane.h"
#include "vorzimmer/ports/slot_calendar.h"

#include <optional>
#include <set>
#include <vector>

namespace vorzimmer::cloud::calendar {

/// Keeps one tenant's ledger and calendars equal: reads what is new, one calendar after the other, then carries bookings
/// over, one after the other and each right after a fresh reading. Nothing is read while something is written, so no old
/// answer undoes what was just booked. Lives on the cloud thread; destroying it ends everything under way.
class TenantCalendars : public QObject {
    Q_OBJECT

public:
    TenantCalendars(const domain::TenantId& tenant, const ports::CalendarAccess& access, lane::Lane& storeLane,
                    std::shared_ptr<ports::CalendarLedger> ledger, const ports::Clock& clock, const SyncOptions& options);
    ~TenantCalendars() override;

    void start();
    /// Something was booked or cancelled.
    void push();
    void retryNow();

Q_SIGNALS:
    void statusChanged(const vorzimmer::ports::CalendarStatus& status);
    void appointmentsChanged();

private:
    struct Calendar {
        ports::CalendarPlace place;
        caldav::Collection collection;
        caldav::ReaderMemory memory;
        QString cursor;
        QDateTime expandedUntil;
        QDateTime readAt;
        std::set<QString> written; ///< names of entries written by us and not read since
    };

    template <class Job, class Deliver>
    void askLedger(Job job, Deliver deliver);

    void begin();
    void takeMarks(const std::vector<ports::CalendarMark>& marks);
    /// Sets in motion whatever may move; called after everything that happens.
    void goOn();
    void readAll();
    void readNext(size_t which);
    void onChanges(size_t which, const caldav::Changes& changes);
    [[nodiscard]] ports::CalendarNews newsOf(const Calendar& calendar, const caldav::Changes& changes) const;
    /// Hands @p news to the ledger in parts, so that nobody else waits long for the store.
    void apply(size_t which, std::shared_ptr<const ports::CalendarNews> news, size_t from, bool more);
    void onApplied(size_t which, const ports::CalendarNews& news, bool more);
    void onAllRead();
    void nextErrand();
    void checkClear(const ports::BookingErrand& errand);
    void carry(const ports::BookingErrand& errand);
    void onCarried(const ports::BookingErrand& errand, const BookingReply& reply);
    void conclude(const domain::Outcome& kept);
    void rest();
    void fail(const Reply& reply);
    void failStore(const domain::Error& error);
    void summarize();
    void publish();

    const domain::TenantId m_tenant;
    lane::Lane& m_lane;
    std::shared_ptr<ports::CalendarLedger> m_ledger; ///< used on the lane only
    const ports::Clock& m_clock;
    const std::chrono::milliseconds m_pollEvery;
    const BookingWriter::Manner m_manner;
    std::vector<std::unique_ptr<Calendar>> m_calendars; ///< the slots calendar first
    Pause m_pause;
    QTimer m_poll;
    QTimer m_probe; ///< while a person is needed: they may have acted on the other side

    enum class Doing { Nothing, Beginning, Reading, Writing };
    Doing m_doing = Doing::Nothing;
    bool m_begun = false;
    bool m_due = true;      ///< a reading is wanted
    bool m_wanted = false;  ///< something was booked while we were busy
    bool m_changed = false; ///< since appointmentsChanged() was last said
    int m_read = 0;
    int m_toRead = 0;
    QString m_forPerson;
    ports::CalendarSummary m_summary;
    std::optional<ports::CalendarStatus> m_published;
};

} // namespace vorzimmer::cloud::calendar
