#include "calendar/booking_writer.h"

#include "caldav/verdicts.h"
#include "calendar/event_writing.h"

#include <QTimer>

#include <algorithm>

namespace vorzimmer::cloud::calendar {

using Fate = BookingReply::Fate;

namespace {

/// How often it is written anew at once when others write to the same entry.
constexpr int mostWrites = 5;

/// A relay on the way may have marked the ETag as weak; the server knows it as strong.
QString strong(const QByteArray& etag)
{
    return QString::fromUtf8(etag.startsWith("W/") ? etag.mid(2) : etag);
}

Reply because(Answer answer, const QString& problem)
{
    Reply reply;
    reply.answer = answer;
    reply.problem = problem;
    return reply;
}

} // namespace

BookingWriter::BookingWriter(caldav::Collection& collection, const ports::Clock& clock, Manner manner,
                             ports::BookingErrand errand, Handler done)
    : m_collection(collection), m_clock(clock), m_manner(std::move(manner)), m_errand(std::move(errand)),
      m_done(std::move(done))
{
}

QString BookingWriter::name() const
{
    return hasOwnEntry() ? m_errand.booking.id.text() + QStringLiteral(".ics") : m_errand.entry;
}

void BookingWriter::start()
{
    look(false);
}

/// @p afterwards: other writers have had their time since we wrote, so what is there now is the last word.
void BookingWriter::look(bool afterwards)
{
    m_collection.get(name(),
                     [self = shared_from_this(), afterwards](const http::Reply& reply) { self->onSeen(reply, afterwards); });
}

void BookingWriter::onSeen(const http::Reply& reply, bool afterwards)
{
    const auto failed = caldav::trouble(reply, {200});
    if (failed && failed->answer == Answer::Missing) {
        m_collection.lookFor([self = shared_from_this(), afterwards](const std::optional<Reply>& missing) {
            if (missing)
                self->finish(Fate::Open, *missing);
            else
                self->onStanding(Standing::Missing, {}, {}, afterwards);
        });
    } else if (failed) {
        finish(Fate::Open, *failed);
    } else if (!reply.body.trimmed().toUpper().startsWith("BEGIN:VCALENDAR")) {
        finish(Fate::Open, caldav::nonsense(reply));
    } else {
        onStanding(standingIn(reply.body), reply.body, strong(reply.etag), afterwards);
    }
}

BookingWriter::Standing BookingWriter::standingIn(const QByteArray& text) const
{
    const domain::Booking& booking = m_errand.booking;
    const QDateTime start = booking.slot.start;
    const auto times = occurrencesIn(text, {start.addSecs(-1), start.addSecs(1)}, m_manner.zone);
    if (!times)
        return Standing::Taken; // it cannot be told what is there
    const QString id = booking.id.text();
    for (const Occurrence& time : *times) {
        if (time.start != start || time.cancelled || time.recurrenceId != m_errand.recurrenceId)
            continue;
        if (!time.transparent)
            return time.booking == id ? Standing::Ours : Standing::Taken;
        return Standing::Free;
    }
    return Standing::Missing;
}

void BookingWriter::onStanding(Standing standing, const QByteArray& text, const QString& etag, bool afterwards)
{
    if (cancels()) {
        if (standing == Standing::Ours)
            takeBack(text, etag);
        else
            finish(Fate::Standing); // the calendar knows nothing of it (any more)
        return;
    }
    switch (standing) {
    case Standing::Ours:
        if (afterwards)
            finish(Fate::Standing);
        else
            readBackSoon(); // written earlier, and the reply was lost
        return;
    case Standing::Free:
        write(text, etag);
        return;
    case Standing::Missing:
        if (hasOwnEntry() && !afterwards) {
            place();
            return;
        }
        finish(Fate::Lost, because(Answer::Deleted, QStringLiteral("the time is no longer in the client's calendar")));
        return;
    case Standing::Taken:
        finish(Fate::Lost, because(Answer::Differs, QStringLiteral("somebody else has the time")));
        return;
    }
}

void BookingWriter::write(const QByteArray& text, const QString& etag)
{
    const auto wanted = bookedEntry(text, m_errand.recurrenceId, m_errand.booking, m_manner.zone, m_clock.nowUtc());
    if (!wanted || etag.isEmpty()) {
        finish(Fate::Lost, because(Answer::Refused,
                                   etag.isEmpty() ? QStringLiteral("the server gives no ETags; booking is not safe there")
                                                  : QStringLiteral("what is there is not an event")));
        return;
    }
    if (m_writes++ == mostWrites) {
        finish(Fate::Open, because(Answer::NotTaken, QStringLiteral("the entry changes faster than it can be written")));
        return;
    }
    m_collection.put(name(), *wanted, {"If-Match", etag.toUtf8()},
                     [self = shared_from_this()](const http::Reply& reply) { self->onWritten(reply); });
}

void BookingWriter::place()
{
    if (m_writes++ == mostWrites) {
        finish(Fate::Open, because(Answer::NotTaken, QStringLiteral("the entry cannot be made")));
        return;
    }
    m_collection.put(name(), newEntry(m_errand.booking, m_clock.nowUtc()), {"If-None-Match", "*"},
                     [self = shared_from_this()](const http::Reply& reply) { self->onWritten(reply); });
}

void BookingWriter::takeBack(const QByteArray& text, const QString& etag)
{
    if (m_writes++ == mostWrites) {
        finish(Fate::Open, because(Answer::NotTaken, QStringLiteral("the entry changes faster than it can be written")));
        return;
    }
    const auto written = [self = shared_from_this()](const http::Reply& reply) { self->onWritten(reply); };
    const auto freed = hasOwnEntry() ? std::nullopt : freedEntry(text, m_errand.booking.id, m_clock.nowUtc());
    if (hasOwnEntry())
        m_collection.erase(name(), etag, written);
    else if (freed)
        m_collection.put(name(), *freed, {"If-Match", etag.toUtf8()}, written);
    else
        finish(Fate::Standing);
}

/// Whatever the reply says, only reading tells: a 412 may answer the second copy of what the first one did, and a 207 or 500
/// may have been acted on.
void BookingWriter::onWritten(const http::Reply& reply)
{
    const auto failed = caldav::trouble(reply, {200, 201, 204});
    if (!failed) {
        readBackSoon();
    } else if (failed->answer == Answer::NotTaken) {
        finish(Fate::Open, *failed);
    } else if (failed->answer == Answer::Refused) {
        finish(cancels() ? Fate::Open : Fate::Lost, *failed);
    } else {
        look(false);
    }
}

void BookingWriter::readBackSoon()
{
    QTimer::singleShot(m_manner.settle, m_collection.context(), [self = shared_from_this()] { self->look(true); });
}

void BookingWriter::finish(Fate fate, const Reply& why)
{
    BookingReply reply;
    static_cast<Reply&>(reply) = why;
    reply.fate = fate;
    const auto done = std::exchange(m_done, nullptr);
    done(reply);
}

} // namespace vorzimmer::cloud::calendar
