#include "vorzimmer/desk/appointment_desk.h"

#include "vorzimmer/ports/cabinet.h"
#include "vorzimmer/ports/mail_outbox.h"

namespace vorzimmer::desk {

using domain::Outcome;
using domain::Result;

namespace {

constexpr int bookingsShown = 200;
constexpr int releasedShown = 500;
constexpr int holdMinutes = 5;

/// What one reading brings.
struct Papers {
    std::vector<ports::Offer> offers;
    std::vector<domain::Booking> bookings;
    std::vector<domain::Slot> released;
    std::vector<domain::AppointmentKind> kinds;
    std::vector<domain::Person> people;
};

Result<Papers> papersFor(ports::Cabinet& cabinet, const ports::OfferQuery& query)
{
    ports::AppointmentBook& book = cabinet.appointments();
    auto offers = book.offers(query);
    if (!offers)
        return domain::failure(offers.error());
    auto bookings = book.bookings(query.now, bookingsShown);
    if (!bookings)
        return domain::failure(bookings.error());
    auto released = book.released(query.now, releasedShown);
    if (!released)
        return domain::failure(released.error());
    auto kinds = book.kinds();
    if (!kinds)
        return domain::failure(kinds.error());
    auto people = cabinet.people();
    if (!people)
        return domain::failure(people.error());
    return Papers{std::move(*offers), std::move(*bookings), std::move(*released), std::move(*kinds), std::move(*people)};
}

/// Books and, with recipients, has @p mail wait for the booking to be binding. What replaces another is the same entry in the
/// recipient's calendar, moved, and goes to whoever had the confirmation of that unless @p mail names somebody. On the store lane,
/// within one transaction.
Result<domain::Booking> bookWithMail(ports::Cabinet& cabinet, const ports::Offer& offer, const ports::BookingDraft& draft,
                                     const QDateTime& now, domain::Mail mail)
{
    const auto made = cabinet.appointments().book(offer, draft, now);
    if (!made || mail.text.isEmpty())
        return made;
    domain::MailAppointment appointment = mail.appointment.value_or(domain::MailAppointment());
    appointment.booking = appointment.event = made->id;
    appointment.start = made->slot.start;
    appointment.minutes = made->slot.minutes;
    if (!draft.replaces.isNull()) {
        const auto before = cabinet.mailOutbox().lastAbout(draft.replaces);
        if (!before)
            return domain::failure(before.error());
        if (*before && (*before)->appointment) {
            appointment.event = (*before)->appointment->event;
            appointment.sequence = (*before)->appointment->sequence + 1;
        }
        const bool asBefore = *before && mail.recipients.empty();
        for (const domain::Recipient& one : asBefore ? (*before)->recipients : std::vector<domain::Recipient>()) {
            if (one.state != domain::MailState::Dismissed)
                mail.recipients.push_back({one.address, one.name, one.copy});
        }
    }
    if (mail.recipients.empty())
        return made;
    mail.appointment = appointment;
    for (domain::Recipient& one : mail.recipients)
        one.state = made->state == domain::BookingState::Confirmed ? domain::MailState::Waiting : domain::MailState::Held;
    if (auto added = cabinet.mailOutbox().add(mail); !added)
        return domain::failure(added.error());
    return made;
}

/// Cancels, and tells whoever a confirmation may have reached: one that waits does not leave any more. On the store lane, within one
/// transaction.
Outcome cancelWithMail(ports::Cabinet& cabinet, const domain::BookingId& booking, const ports::AppointmentEntry& entry,
                       domain::Mail notice)
{
    const auto told = cabinet.mailOutbox().lastAbout(booking);
    if (!told)
        return domain::failure(told.error());
    if (auto cancelled = cabinet.appointments().cancel(booking, entry); !cancelled)
        return cancelled;
    if (!*told || !(*told)->appointment || (*told)->appointment->cancelled || notice.text.isEmpty())
        return {};
    for (const domain::Recipient& one : (*told)->recipients) {
        const bool stayed = one.state == domain::MailState::Held || one.state == domain::MailState::Dismissed ||
                            (one.state == domain::MailState::Waiting && one.unclear == 0);
        if (!stayed)
            notice.recipients.push_back({one.address, one.name, one.copy});
    }
    if (notice.recipients.empty())
        return {};
    notice.replyTo = (*told)->replyTo;
    notice.appointment = (*told)->appointment;
    notice.appointment->cancelled = true;
    ++notice.appointment->sequence;
    return cabinet.mailOutbox().add(notice);
}

} // namespace

AppointmentDesk::AppointmentDesk(Office& office, CabinetHandle cabinet, domain::User user, domain::CallId call,
                                 QObject* parent)
    : QObject(parent), m_office(office), m_cabinet(std::move(cabinet)), m_user(std::move(user)), m_call(call)
{
}

AppointmentDesk::~AppointmentDesk()
{
    if (!m_held.isNull())
        m_cabinet.write(
            this, [call = m_call](ports::Cabinet& cabinet) { return cabinet.appointments().letGo(call); },
            [](const Outcome&) {});
}

void AppointmentDesk::load(const ports::OfferQuery& query)
{
    m_query = query;
    m_query.now = nowUtc();
    m_query.call = m_call;
    const quint64 asked = ++m_asked;
    m_cabinet.read(
        this, [query = m_query](ports::Cabinet& cabinet) { return papersFor(cabinet, query); },
        [this, asked](Result<Papers> papers) {
            if (asked != m_asked)
                return;
            if (!papers) {
                Q_EMIT failed(papers.error());
                return;
            }
            m_offers = std::move(papers->offers);
            m_bookings = std::move(papers->bookings);
            m_released = std::move(papers->released);
            m_kinds = std::move(papers->kinds);
            m_people = std::move(papers->people);
            Q_EMIT loaded();
        });
}

void AppointmentDesk::hold(const ports::Offer& offer)
{
    if (!mayHold() || m_held == offer.slot().id)
        return;
    const domain::SlotId slot = offer.slot().id;
    const ports::Hold hold{m_call, m_user.name, nowUtc().addSecs(60 * holdMinutes)};
    m_held = slot;
    m_cabinet.write(
        this,
        [offer, hold, now = nowUtc()](ports::Cabinet& cabinet) { return cabinet.appointments().hold(offer, hold, now); },
        [this, slot](const Outcome& held) {
            if (held)
                return;
            if (m_held == slot)
                m_held = {};
            Q_EMIT refused(held.error());
            reload();
        });
}

void AppointmentDesk::letGo()
{
    if (std::exchange(m_held, {}).isNull())
        return;
    m_cabinet.write(
        this, [call = m_call](ports::Cabinet& cabinet) { return cabinet.appointments().letGo(call); },
        [this](const Outcome& done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
}

void AppointmentDesk::book(const ports::Offer& offer, const domain::Attendee& attendee, const domain::BookingId& replaces,
                           const QString& reason, const domain::Mail& confirmation)
{
    ports::BookingDraft draft;
    draft.id = m_office.ids.fresh<domain::BookingId>();
    draft.attendee = attendee;
    draft.call = m_call;
    draft.madeBy = m_user.name;
    draft.replaces = replaces;
    draft.reason = reason;
    ++m_asked;
    m_cabinet.write(
        this,
        [offer, draft, now = nowUtc(), mail = signedMail(confirmation, domain::MailReason::Appointment)](ports::Cabinet& cabinet) {
            Result<domain::Booking> made = domain::failure(domain::Fault::Internal, QStringLiteral("not booked"));
            const auto kept = cabinet.atomically([&]() -> Outcome {
                made = bookWithMail(cabinet, offer, draft, now, mail);
                return made ? Outcome() : domain::failure(made.error());
            });
            return kept ? made : Result<domain::Booking>(domain::failure(kept.error()));
        },
        [this](const Result<domain::Booking>& made) {
            if (made) {
                m_held = {};
                Q_EMIT booked(*made);
            } else if (made.error().fault == domain::Fault::Conflict) {
                Q_EMIT refused(made.error());
            } else {
                Q_EMIT failed(made.error());
            }
            reload();
        });
    // Now and not with the answer: whoever asked may be gone by then, and the lane keeps the order.
    Q_EMIT errandsFilled(tenant());
    Q_EMIT mailWritten(tenant());
}

domain::Mail AppointmentDesk::signedMail(const domain::Mail& draft, domain::MailReason reason) const
{
    domain::Mail mail = draft;
    mail.id = m_office.ids.fresh<domain::MailId>();
    mail.reason = reason;
    mail.call = m_call;
    mail.writtenAt = nowUtc();
    mail.writtenBy = m_user.name;
    return mail;
}

template <class Job>
void AppointmentDesk::change(Job job)
{
    // What was asked before does not know of this change yet; everything is read again behind it.
    ++m_asked;
    m_cabinet.write(
        this, [job = std::move(job)](ports::Cabinet& cabinet) { return job(cabinet); },
        [this](const Outcome& outcome) {
            if (outcome)
                Q_EMIT changed();
            else
                Q_EMIT failed(outcome.error());
            reload();
        });
}

void AppointmentDesk::cancel(const domain::BookingId& booking, const QString& reason, const domain::Mail& notice)
{
    const ports::AppointmentEntry entry{m_user.name, nowUtc(), reason.trimmed()};
    change([booking, entry, mail = signedMail(notice, domain::MailReason::Cancellation)](ports::Cabinet& cabinet) {
        return cabinet.atomically([&] { return cancelWithMail(cabinet, booking, entry, mail); });
    });
    Q_EMIT errandsFilled(tenant());
    Q_EMIT mailWritten(tenant());
}

void AppointmentDesk::release(domain::Release release, const QTimeZone& zone)
{
    release.releasedBy = m_user.name;
    change([all = domain::slotsOf(release, tenant(), zone)](ports::Cabinet& cabinet) { return cabinet.appointments().release(all); });
}

void AppointmentDesk::withdraw(const domain::SlotId& slot)
{
    change([slot](ports::Cabinet& cabinet) { return cabinet.appointments().withdraw(slot); });
}

void AppointmentDesk::saveKind(const domain::AppointmentKind& kind)
{
    change([kind](ports::Cabinet& cabinet) { return cabinet.appointments().saveKind(kind); });
}

void AppointmentDesk::removeKind(const QString& name)
{
    change([name](ports::Cabinet& cabinet) { return cabinet.appointments().removeKind(name); });
}

} // namespace vorzimmer::desk
