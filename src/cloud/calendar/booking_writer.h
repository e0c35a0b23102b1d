#pragma once

#include "caldav/collection.h"
#include "calendar/event_reading.h"

#include "vorzimmer/ports/calendar_ledger.h"
#include "vorzimmer/ports/clock.h"

#include <functional>
#include <memory>

namespace vorzimmer::cloud::calendar {

/// What became of an errand.
struct BookingReply : Reply {
    enum class Fate {
        Standing, ///< the calendar has it, and still had it when other writers were done
        Lost,     ///< somebody else has the time, or it is no longer there
        Open,     ///< not known; to be tried again, which begins with reading. The Reply says why
    };
    Fate fate = Fate::Open;
};

/// Carries one booking or cancellation to the client's calendar. Many servers let two writers with the same ETag both win,
/// and a request may be acted on although its reply is lost. So: read; write on condition; wait until other writers are
/// done; read back; and only what then carries the booking's own id is booked. Every attempt begins with reading, so it may
/// be repeated at will. Answers once; lives until then.
class BookingWriter : public std::enable_shared_from_this<BookingWriter> {
public:
    using Handler = std::function<void(const BookingReply&)>;

    struct Manner {
        std::chrono::milliseconds settle{300}; ///< before reading back
        QTimeZone zone = QTimeZone::utc();     ///< of times that name none
    };

    BookingWriter(caldav::Collection& collection, const ports::Clock& clock, Manner manner, ports::BookingErrand errand,
                  Handler done);

    void start();

private:
    /// How the time stands in the calendar.
    enum class Standing { Free, Ours, Taken, Missing };

    void look(bool afterwards);
    void onSeen(const http::Reply& reply, bool afterwards);
    [[nodiscard]] Standing standingIn(const QByteArray& text) const;
    void onStanding(Standing standing, const QByteArray& text, const QString& etag, bool afterwards);
    void write(const QByteArray& text, const QString& etag);
    void place();
    void takeBack(const QByteArray& text, const QString& etag);
    void onWritten(const http::Reply& reply);
    void readBackSoon();
    void finish(BookingReply::Fate fate, const Reply& why = {});

    [[nodiscard]] QString name() const;
    [[nodiscard]] bool hasOwnEntry() const { return m_errand.entry.isEmpty(); }
    [[nodiscard]] bool cancels() const { return m_errand.kind == ports::BookingErrand::Kind::Cancel; }

    caldav::Collection& m_collection;
    const ports::Clock& m_clock;
    Manner m_manner;
    ports::BookingErrand m_errand;
    Handler m_done;
    int m_writes = 0;
};

} // namespace vorzimmer::cloud::calendar
