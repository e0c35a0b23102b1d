#include "calendar/tenant_calendars.h"

#include "caldav/access.h"
#include "log.h"

#include <algorithm>

namespace vorzimmer::cloud::calendar {

using domain::Outcome;
using domain::Result;
using ports::BookingErrand;
using ports::CalendarMark;
using ports::CalendarNews;
using ports::CalendarRole;
using ports::CalendarState;

namespace {

constexpr std::chrono::milliseconds usualPoll = std::chrono::seconds(30);
constexpr size_t entriesAtATime = 200;
constexpr int daysBack = 1;
constexpr int daysAhead = 400;
constexpr int renewDaysBefore = 35; ///< series are followed anew when less of that is left

ports::CalendarTime timeOf(const Occurrence& occurrence)
{
    ports::CalendarTime time;
    time.start = occurrence.start;
    time.end = occurrence.end;
    time.recurrenceId = occurrence.recurrenceId;
    time.free = occurrence.transparent;
    time.divisible = occurrence.divisible;
    time.kind = occurrence.category.isEmpty() ? occurrence.summary : occurrence.category;
    time.booking = domain::BookingId::parse(occurrence.booking);
    return time;
}

} // namespace

TenantCalendars::TenantCalendars(const domain::TenantId& tenant, const ports::CalendarAccess& access, lane::Lane& storeLane,
                                 std::shared_ptr<ports::CalendarLedger> ledger, const ports::Clock& clock,
                                 const SyncOptions& options)
    : m_tenant(tenant), m_lane(storeLane), m_ledger(std::move(ledger)), m_clock(clock),
      m_pollEvery(options.pollEvery.value_or(usualPoll)), m_manner{options.settle, access.zone},
      m_pause(options.backoff, clock)
{
    const auto connectOne = [&](CalendarRole role, const QUrl& url) {
        auto collection = caldav::collectionAt(url, access.user, access.secret, clock, options);
        if (collection)
            m_calendars.push_back(
                std::make_unique<Calendar>(Calendar{{role, url.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash)},
                                                    std::move(*collection),
                                                    {},
                                                    {},
                                                    {},
                                                    {}, {}}));
        else if (m_forPerson.isEmpty())
            m_forPerson = collection.error().detail;
    };
    connectOne(CalendarRole::Slots, access.released);
    for (const QUrl& url : access.busy)
        connectOne(CalendarRole::Busy, url);
    m_poll.setSingleShot(true);
    m_probe.setSingleShot(true);
    m_probe.setInterval(options.blockedProbe);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        m_due = true;
        goOn();
    });
    connect(&m_probe, &QTimer::timeout, this, &TenantCalendars::retryNow);
    connect(&m_pause, &Pause::ended, this, [this] {
        m_due = true;
        goOn();
    });
}

TenantCalendars::~TenantCalendars()
{
    // The ledger's last reference is given up on the lane.
    m_lane.post([ledger = std::move(m_ledger)]() mutable { ledger.reset(); });
}

template <class Job, class Deliver>
void TenantCalendars::askLedger(Job job, Deliver deliver)
{
    m_lane.ask(
        this, [ledger = m_ledger, job = std::move(job)]() mutable { return job(*ledger); }, std::move(deliver));
}

void TenantCalendars::start()
{
    goOn();
}

void TenantCalendars::push()
{
    m_pause.cutShort();
    m_due = m_wanted = true; // a booking is carried over right after a fresh reading
    goOn();
}

void TenantCalendars::retryNow()
{
    if (!m_calendars.empty() && m_begun)
        m_forPerson.clear();
    m_pause.forget();
    m_due = true;
    goOn();
}

void TenantCalendars::goOn()
{
    const bool may = m_doing == Doing::Nothing && !m_pause.active() && m_forPerson.isEmpty() && !m_calendars.empty();
    if (may && !m_begun)
        begin();
    else if (may && m_due)
        readAll();
    publish();
}

void TenantCalendars::begin()
{
    m_doing = Doing::Beginning;
    std::vector<ports::CalendarPlace> places;
    for (const auto& calendar : m_calendars)
        places.push_back(calendar->place);
    askLedger(
        [places, at = m_clock.nowUtc()](ports::CalendarLedger& ledger) -> Result<std::vector<CalendarMark>> {
            if (auto ready = ledger.goOnWith(places, at); !ready)
                return domain::failure(ready.error());
            return ledger.marks();
        },
        [this](const Result<std::vector<CalendarMark>>& marks) {
            m_doing = Doing::Nothing;
            if (marks)
                takeMarks(*marks);
            else
                failStore(marks.error());
            goOn();
        });
}

void TenantCalendars::takeMarks(const std::vector<CalendarMark>& marks)
{
    m_begun = true;
    for (const auto& calendar : m_calendars) {
        for (const CalendarMark& mark : marks) {
            if (!(mark.place == calendar->place))
                continue;
            calendar->cursor = mark.cursor;
            calendar->expandedUntil = mark.expandedUntil;
            calendar->readAt = mark.readAt;
        }
    }
}

void TenantCalendars::readAll()
{
    m_doing = Doing::Reading;
    m_due = m_wanted = false;
    m_read = m_toRead = 0;
    readNext(0);
}

void TenantCalendars::readNext(size_t which)
{
    if (which == m_calendars.size()) {
        onAllRead();
        return;
    }
    Calendar& calendar = *m_calendars[which];
    const bool renews = calendar.expandedUntil < m_clock.nowUtc().addDays(daysAhead - renewDaysBefore);
    const auto progress = [this](size_t told, size_t whole) {
        m_toRead = std::max(m_toRead, static_cast<int>(whole));
        m_read = static_cast<int>(told);
        publish();
    };
    const auto reader = std::make_shared<caldav::ChangeReader>(
        calendar.collection, calendar.memory, [this, which](const caldav::Changes& changes) { onChanges(which, changes); });
    if (calendar.cursor.isEmpty() || renews)
        reader->reportProgress(progress);
    reader->alsoRead(QStringList(calendar.written.begin(), calendar.written.end()));
    reader->start(renews ? QString() : calendar.cursor);
}

CalendarNews TenantCalendars::newsOf(const Calendar& calendar, const caldav::Changes& changes) const
{
    const QDateTime now = m_clock.nowUtc();
    const bool whole = changes.complete || !calendar.expandedUntil.isValid();
    CalendarNews news;
    news.address = calendar.place.address;
    news.complete = changes.complete;
    news.cursor = changes.next;
    news.expandedUntil = whole ? now.addDays(daysAhead) : calendar.expandedUntil;
    const Window window{now.addDays(-daysBack), news.expandedUntil};
    for (const caldav::Member& member : changes.members) {
        ports::CalendarEntry entry;
        entry.name = member.name;
        entry.gone = !member.text;
        if (member.text) {
            const auto times = occurrencesIn(*member.text, window, m_manner.zone);
            for (const Occurrence& occurrence : times ? *times : std::vector<Occurrence>()) {
                if (!occurrence.cancelled)
                    entry.times.push_back(timeOf(occurrence));
            }
            if (!times)
                entry.problem = times.error().where + QLatin1String(": ") + times.error().detail;
        }
        news.entries.push_back(std::move(entry));
    }
    for (const QString& name : changes.unreadable)
        news.entries.push_back({name, false, {}, QStringLiteral("the server itself cannot read it")});
    return news;
}

void TenantCalendars::onChanges(size_t which, const caldav::Changes& changes)
{
    Calendar& calendar = *m_calendars[which];
    if (changes.answer == Answer::Differs) { // the cursor is no longer known: everything anew
        calendar.cursor.clear();
        calendar.expandedUntil = QDateTime();
        readNext(which);
    } else if (changes.answer != Answer::Done) {
        m_doing = Doing::Nothing;
        fail(changes);
    } else {
        apply(which, std::make_shared<const CalendarNews>(newsOf(calendar, changes)), 0, changes.more);
    }
}

void TenantCalendars::apply(size_t which, std::shared_ptr<const CalendarNews> news, size_t from, bool more)
{
    const size_t until = std::min(from + entriesAtATime, news->entries.size());
    const bool isLast = until == news->entries.size();
    const auto job = [=, now = m_clock.nowUtc(), known = m_calendars[which]->cursor,
                      expanded = m_calendars[which]->expandedUntil](ports::CalendarLedger& ledger) {
        CalendarNews part;
        part.address = news->address;
        part.entries.assign(news->entries.begin() + static_cast<std::ptrdiff_t>(from),
                            news->entries.begin() + static_cast<std::ptrdiff_t>(until));
        part.complete = news->complete && isLast;
        part.cursor = isLast ? news->cursor : known;
        part.expandedUntil = isLast ? news->expandedUntil : expanded;
        for (size_t i = 0; part.complete && i < from; ++i)
            part.others.push_back(news->entries[i].name);
        return ledger.apply(part, now);
    };
    askLedger(job, [=, this](const Result<bool>& changed) {
        if (!changed) {
            m_doing = Doing::Nothing;
            failStore(changed.error());
            return;
        }
        m_changed = m_changed || *changed;
        if (isLast)
            onApplied(which, *news, more);
        else
            apply(which, news, until, more);
    });
}

void TenantCalendars::onApplied(size_t which, const CalendarNews& news, bool more)
{
    Calendar& calendar = *m_calendars[which];
    calendar.cursor = news.cursor;
    calendar.expandedUntil = news.expandedUntil;
    calendar.readAt = m_clock.nowUtc();
    if (!more)
        calendar.written.clear();
    readNext(more ? which : which + 1);
}

void TenantCalendars::onAllRead()
{
    m_pause.heard();
    m_doing = Doing::Writing;
    nextErrand();
}

void TenantCalendars::nextErrand()
{
    askLedger([now = m_clock.nowUtc()](ports::CalendarLedger& ledger) { return ledger.nextErrand(now); },
              [this](const Result<std::optional<BookingErrand>>& errand) {
                  if (!errand) {
                      m_doing = Doing::Nothing;
                      failStore(errand.error());
                  } else if (*errand) {
                      checkClear(**errand);
                  } else {
                      rest();
                  }
              });
}

/// What the calendars said a moment ago may stand against it.
void TenantCalendars::checkClear(const BookingErrand& errand)
{
    if (errand.kind == BookingErrand::Kind::Cancel) {
        carry(errand);
        return;
    }
    askLedger([id = errand.booking.id](ports::CalendarLedger& ledger) { return ledger.isClear(id); },
              [this, errand](const Result<bool>& clear) {
                  if (!clear) {
                      m_doing = Doing::Nothing;
                      failStore(clear.error());
                  } else if (*clear) {
                      carry(errand);
                  } else {
                      BookingReply reply;
                      reply.fate = BookingReply::Fate::Lost;
                      reply.problem = QStringLiteral("the client is busy at that time");
                      onCarried(errand, reply);
                  }
              });
}

void TenantCalendars::carry(const BookingErrand& errand)
{
    const auto done = [this, errand](const BookingReply& reply) { onCarried(errand, reply); };
    std::make_shared<BookingWriter>(m_calendars.front()->collection, m_clock, m_manner, errand, done)->start();
}

void TenantCalendars::onCarried(const BookingErrand& errand, const BookingReply& reply)
{
    const QDateTime now = m_clock.nowUtc();
    const domain::BookingId id = errand.booking.id;
    m_calendars.front()->written.insert(errand.entry.isEmpty() ? id.text() + QStringLiteral(".ics") : errand.entry);
    switch (reply.fate) {
    case BookingReply::Fate::Standing:
        askLedger([=, kind = errand.kind](ports::CalendarLedger& ledger) { return ledger.settle(id, kind, now); },
                  [this](const Outcome& kept) { conclude(kept); });
        break;
    case BookingReply::Fate::Lost:
        qCInfo(log) << "a booking of tenant" << m_tenant.text() << "is lost:" << reply.problem;
        askLedger([=, why = reply.problem](ports::CalendarLedger& ledger) { return ledger.lose(id, why, now); },
                  [this](const Outcome& kept) { conclude(kept); });
        break;
    case BookingReply::Fate::Open: {
        const QDateTime nextTry = m_pause.nextTry(errand.attempt + 1, reply);
        askLedger([=, why = reply.problem](ports::CalendarLedger& ledger) { return ledger.postpone(id, nextTry, why); },
                  [this, reply](const Outcome& kept) {
                      m_changed = true;
                      m_doing = Doing::Nothing;
                      if (kept)
                          fail(reply);
                      else
                          failStore(kept.error());
                  });
        break;
    }
    }
}

void TenantCalendars::conclude(const Outcome& kept)
{
    m_changed = true;
    if (kept) {
        Q_EMIT appointmentsChanged(); // somebody waits for exactly this
        nextErrand();
    } else {
        m_doing = Doing::Nothing;
        failStore(kept.error());
    }
}

void TenantCalendars::rest()
{
    m_doing = Doing::Nothing;
    if (std::exchange(m_changed, false))
        Q_EMIT appointmentsChanged();
    m_due = std::exchange(m_wanted, false);
    m_poll.start(m_pollEvery);
    summarize();
    goOn();
}

void TenantCalendars::fail(const Reply& reply)
{
    qCInfo(log) << "calendars of tenant" << m_tenant.text() << "failed:" << reply.problem;
    if (reply.needsPerson) {
        m_forPerson = reply.problem;
        m_probe.start();
    } else {
        m_pause.begin(reply);
    }
    if (std::exchange(m_changed, false))
        Q_EMIT appointmentsChanged();
    summarize();
    publish();
}

void TenantCalendars::failStore(const domain::Error& error)
{
    qCWarning(log) << "calendar ledger of tenant" << m_tenant.text() << "failed:" << error.detail;
    Reply reply;
    reply.answer = Answer::NotTaken;
    reply.problem = QStringLiteral("this desk's own store failed: ") + error.detail;
    m_pause.begin(reply);
    publish();
}

void TenantCalendars::summarize()
{
    askLedger([](ports::CalendarLedger& ledger) { return ledger.summary(); },
              [this](const Result<ports::CalendarSummary>& summary) {
                  if (summary)
                      m_summary = *summary;
                  publish();
              });
}

void TenantCalendars::publish()
{
    ports::CalendarStatus status;
    status.tenant = m_tenant;
    status.summary = m_summary;
    const bool allRead =
        std::all_of(m_calendars.begin(), m_calendars.end(), [](const auto& one) { return one->readAt.isValid(); });
    for (const auto& calendar : m_calendars) {
        if (allRead && (!status.readAt.isValid() || calendar->readAt < status.readAt))
            status.readAt = calendar->readAt;
    }
    if (!m_forPerson.isEmpty()) {
        status.state = CalendarState::Blocked;
        status.problem = m_forPerson;
    } else if (m_pause.active()) {
        status.state = CalendarState::Unreachable;
        status.problem = m_pause.problem();
        status.nextTry = m_pause.until();
    } else {
        status.state = m_doing == Doing::Nothing && m_begun && !m_due ? CalendarState::Current : CalendarState::Reading;
        status.read = m_read;
        status.toRead = m_toRead;
    }
    const bool same = m_published && m_published->state == status.state && m_published->readAt == status.readAt &&
                      m_published->read == status.read && m_published->toRead == status.toRead &&
                      m_published->problem == status.problem && m_published->nextTry == status.nextTry &&
                      m_published->summary.waiting == status.summary.waiting &&
                      m_published->summary.problem == status.summary.problem;
    if (same)
        return;
    m_published = status;
    Q_EMIT statusChanged(status);
}

} // namespace vorzimmer::cloud::calendar
