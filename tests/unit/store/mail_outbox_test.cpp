#include "fixture.h"

#include "vorzimmer/ports/appointment_book.h"
#include "vorzimmer/ports/calendar_ledger.h"
#include "vorzimmer/ports/mail_outbox.h"

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::Fault;
using domain::Mail;
using domain::MailState;
using ports::MailFate;

namespace {

class MailFixture : public CabinetFixture {
public:
    ports::MailOutbox& outbox = cabinet->mailOutbox();

    Mail someMail(const std::vector<QString>& addresses = {QStringLiteral("albers@example.org")})
    {
        Mail mail;
        mail.id = ids.fresh<domain::MailId>();
        mail.reason = domain::MailReason::Redirect;
        mail.subject = QStringLiteral("Rezept");
        mail.text = QStringLiteral("Bitte schreiben Sie an uns.");
        mail.replyTo = QStringLiteral("rezept@example.org");
        mail.call = ids.fresh<domain::CallId>();
        mail.writtenAt = clock.now;
        mail.writtenBy = QStringLiteral("Anna Brandt");
        for (const QString& address : addresses)
            mail.recipients.push_back({address, QStringLiteral("T. Albers"), !mail.recipients.empty()});
        return mail;
    }
    domain::Recipient standing(const Mail& mail, size_t recipient = 0)
    {
        for (const Mail& one : must(outbox.mails({}))) {
            if (one.id == mail.id)
                return one.recipients.at(recipient);
        }
        FAIL("no such mail");
        return {};
    }
    void settle(const Mail& mail, MailFate fate, bool giveUp = false)
    {
        must(outbox.settle(mail.id, 0, {fate, QStringLiteral("said"), clock.now.addSecs(60), giveUp}));
    }
    domain::Note finished(const QString& text)
    {
        domain::Note note = someNote();
        note.text = text;
        must(cabinet->finishNote(note, ids.fresh<domain::OperationId>()));
        return must(cabinet->note(note.id));
    }
};

} // namespace

TEST_CASE("A mail is kept as it was written, and adding it twice is once", "[store][mail]")
{
    MailFixture f;
    Mail mail = f.someMail({QStringLiteral("albers@example.org"), QStringLiteral("kopie@example.org")});
    mail.appointment = domain::MailAppointment{f.ids.fresh<domain::BookingId>(), f.ids.fresh<domain::BookingId>(), 2, true, f.clock.now, 30, QStringLiteral("Blut")};
    must(f.outbox.add(mail));
    must(f.outbox.add(mail));
    for (domain::Recipient& one : mail.recipients)
        one.since = one.nextTry = f.clock.now;
    CHECK(must(f.outbox.mails({})) == std::vector<Mail>{mail});
    CHECK(must(f.outbox.summary()) == ports::MailSummary{2, 0, 0});
}

TEST_CASE("What cannot be sent is refused before it is kept", "[store][mail]")
{
    MailFixture f;
    Mail mail = f.someMail({QStringLiteral("nobody")});
    CHECK(faultOf(f.outbox.add(mail)) == Fault::Invalid);
    CHECK(must(f.outbox.mails({})).empty());
}

TEST_CASE("A mail goes with what causes it, or not at all", "[store][mail]")
{
    MailFixture f;
    domain::Note note = f.someNote();
    const auto both = [&](const Mail& mail) {
        return f.cabinet->atomically([&]() -> domain::Outcome {
            if (auto filed = f.cabinet->finishNote(note, f.ids.fresh<domain::OperationId>()); !filed)
                return filed;
            return f.outbox.add(mail);
        });
    };
    CHECK_FALSE(both(f.someMail({QStringLiteral("nobody")})));
    CHECK(faultOf(f.cabinet->note(note.id)) == Fault::NotFound);
    must(both(f.someMail()));
    must(f.cabinet->note(note.id));
    CHECK(must(f.outbox.mails({})).size() == 1);
}

TEST_CASE("One recipient at a time is in flight, in the order of their times", "[store][mail]")
{
    MailFixture f;
    const Mail mail = f.someMail({QStringLiteral("a@example.org"), QStringLiteral("b@example.org")});
    must(f.outbox.add(mail));
    CHECK_FALSE(must(f.outbox.take(f.clock.now.addSecs(-1))));
    const auto first = must(f.outbox.take(f.clock.now));
    REQUIRE(first);
    CHECK(first->to().address == QStringLiteral("a@example.org"));
    CHECK(first->to().attempts == 1);
    const auto second = must(f.outbox.take(f.clock.now));
    REQUIRE(second);
    CHECK(second->to().address == QStringLiteral("b@example.org"));
    CHECK_FALSE(must(f.outbox.take(f.clock.now.addDays(1))));
    CHECK_FALSE(must(f.outbox.nextTry()));
    f.settle(mail, MailFate::Delivered);
    CHECK(f.standing(mail).state == MailState::Delivered);
    CHECK(f.standing(mail, 1).state == MailState::InFlight);
    CHECK(faultOf(f.outbox.settle(mail.id, 0, {})) == Fault::Conflict); // no second verdict
}

TEST_CASE("Each verdict leaves a recipient as its law says", "[store][mail]")
{
    MailFixture f;
    const Mail mail = f.someMail();
    must(f.outbox.add(mail));
    must(f.outbox.take(f.clock.now));
    const QDateTime later = f.clock.now.addSecs(60);
    SECTION("later: waits for its time, and the attempt counts")
    {
        f.settle(mail, MailFate::Later);
        CHECK(must(f.outbox.nextTry()) == later);
        CHECK_FALSE(must(f.outbox.take(f.clock.now.addSecs(59))));
        CHECK(must(f.outbox.take(later))->to().attempts == 2);
    }
    SECTION("later for the last time: failed")
    {
        f.settle(mail, MailFate::Later, true);
        CHECK(f.standing(mail).state == MailState::Failed);
    }
    SECTION("refused: failed, and a person sees why")
    {
        f.settle(mail, MailFate::Refused);
        CHECK(f.standing(mail).state == MailState::Failed);
        CHECK(f.standing(mail).answer == QStringLiteral("said"));
        CHECK(must(f.outbox.summary()) == ports::MailSummary{0, 1, 0});
    }
    SECTION("unclear: once more, then a person decides")
    {
        f.settle(mail, MailFate::Unclear);
        CHECK(f.standing(mail).state == MailState::Waiting);
        CHECK(must(f.outbox.take(later))->to().unclear == 1);
        f.settle(mail, MailFate::Unclear, true);
        CHECK(f.standing(mail).state == MailState::Unclear);
        CHECK(must(f.outbox.summary()) == ports::MailSummary{0, 0, 1});
    }
    SECTION("untouched: no attempt was made")
    {
        f.settle(mail, MailFate::Untouched);
        CHECK(f.standing(mail).attempts == 0);
        CHECK(f.standing(mail).state == MailState::Waiting);
        must(f.outbox.hurry(f.clock.now));
        CHECK(must(f.outbox.take(f.clock.now)));
    }
}

TEST_CASE("A person corrects, sends again or dismisses what is not under way", "[store][mail]")
{
    MailFixture f;
    const Mail mail = f.someMail();
    must(f.outbox.add(mail));
    must(f.outbox.take(f.clock.now));
    CHECK(faultOf(f.outbox.sendAgain(mail.id, 0, QStringLiteral("a@example.org"), f.clock.now)) == Fault::Conflict);
    CHECK(faultOf(f.outbox.dismiss(mail.id, 0)) == Fault::Conflict);
    f.settle(mail, MailFate::Refused);
    CHECK(faultOf(f.outbox.sendAgain(mail.id, 0, QStringLiteral("a"), f.clock.now)) == Fault::Invalid);
    CHECK(faultOf(f.outbox.sendAgain(mail.id, 7, QStringLiteral("a@example.org"), f.clock.now)) == Fault::NotFound);
    const QDateTime at = f.clock.now.addDays(3);
    must(f.outbox.sendAgain(mail.id, 0, QStringLiteral("a@example.org"), at));
    CHECK(f.standing(mail).attempts == 0);
    CHECK(f.standing(mail).since == at); // patience begins anew
    CHECK(must(f.outbox.take(at))->to().address == QStringLiteral("a@example.org"));
    f.settle(mail, MailFate::Refused);
    must(f.outbox.dismiss(mail.id, 0));
    CHECK(f.standing(mail).state == MailState::Dismissed);
    CHECK_FALSE(must(f.outbox.take(at.addDays(9))));
}

TEST_CASE("What was in flight when the program ended counts as unclear", "[store][mail]")
{
    MailFixture f;
    const Mail mail = f.someMail();
    must(f.outbox.add(mail));
    must(f.outbox.take(f.clock.now));
    must(f.outbox.recover(f.clock.now, 1));
    CHECK(f.standing(mail).state == MailState::Waiting);
    CHECK(f.standing(mail).unclear == 1);
    must(f.outbox.take(f.clock.now));
    must(f.outbox.recover(f.clock.now, 1));
    CHECK(f.standing(mail).state == MailState::Unclear);
}

TEST_CASE("Mails that are not done with are shown however old they are", "[store][mail]")
{
    MailFixture f;
    const Mail old = f.someMail();
    must(f.outbox.add(old));
    f.clock.now = f.clock.now.addDays(40);
    const Mail fresh = f.someMail();
    must(f.outbox.add(fresh));
    const auto since = f.clock.now.addDays(-30);
    const auto all = must(f.outbox.mails(since));
    REQUIRE(all.size() == 2);
    CHECK(all[0].id == fresh.id);
    must(f.outbox.take(f.clock.now));
    f.settle(old, MailFate::Delivered);
    CHECK(must(f.outbox.mails(since)).size() == 1);
}

TEST_CASE("Notes gather until a digest takes them along, each address its own", "[store][mail]")
{
    MailFixture f;
    const domain::Note one = f.finished(QStringLiteral("eins"));
    const domain::Note two = f.finished(QStringLiteral("zwei"));
    const domain::Recipient feld{QStringLiteral("feld@example.org"), QStringLiteral("Dr. Feld")};
    const domain::Recipient house{QStringLiteral("praxis@example.org"), QString()};
    must(f.outbox.addToDigest(one.id, f.clock.now, feld));
    must(f.outbox.addToDigest(one.id, f.clock.now, feld));
    must(f.outbox.addToDigest(two.id, f.clock.now.addSecs(60), feld));
    must(f.outbox.addToDigest(two.id, f.clock.now.addSecs(60), house));
    CHECK(faultOf(f.outbox.addToDigest(two.id, f.clock.now, {QStringLiteral("x"), QString()})) == Fault::Invalid);
    CHECK(must(f.outbox.digests(f.clock.now)).empty());
    CHECK(must(f.outbox.digests(f.clock.now.addSecs(1))).size() == 1);
    const auto shares = must(f.outbox.digests(f.clock.now.addSecs(61)));
    REQUIRE(shares.size() == 2);
    CHECK(shares[0].address == feld.address);
    CHECK(shares[0].name == feld.name);
    CHECK(shares[0].notes == std::vector<domain::Note>{one, two});
    Mail digest = f.someMail({feld.address});
    must(f.outbox.addDigest(digest, shares[0]));
    digest.id = f.ids.fresh<domain::MailId>();
    CHECK(faultOf(f.outbox.addDigest(digest, shares[0])) == Fault::Conflict); // no note is told twice
    CHECK(must(f.outbox.mails({})).size() == 1);
    CHECK(must(f.outbox.digests(f.clock.now.addSecs(61))).size() == 1);
}

TEST_CASE("What tells of a booking waits until that is binding", "[store][mail]")
{
    MailFixture f;
    ports::AppointmentBook& book = f.cabinet->appointments();
    ports::CalendarLedger& ledger = f.cabinet->calendarLedger();
    must(book.release({f.someSlot(f.clock.now.addDays(1))}));
    must(ledger.goOnWith({{ports::CalendarRole::Slots, QStringLiteral("a")}}, f.clock.now));
    ports::OfferQuery query;
    query.now = query.from = f.clock.now;
    ports::BookingDraft draft;
    draft.id = f.ids.fresh<domain::BookingId>();
    const auto booking = must(book.book(must(book.offers(query)).front(), draft, f.clock.now));
    REQUIRE(booking.state == domain::BookingState::Noted);
    Mail mail = f.someMail();
    mail.reason = domain::MailReason::Appointment;
    mail.appointment = domain::MailAppointment{draft.id, draft.id, 0, false, booking.slot.start, 20, QStringLiteral("Blutabnahme")};
    mail.recipients[0].state = MailState::Held;
    must(f.outbox.add(mail));
    CHECK_FALSE(must(f.outbox.take(f.clock.now.addDays(9))));
    CHECK(must(f.outbox.lastAbout(draft.id))->id == mail.id);
    CHECK_FALSE(must(f.outbox.lastAbout(f.ids.fresh<domain::BookingId>())));
    const QDateTime later = f.clock.now.addSecs(90);
    SECTION("confirmed: it leaves")
    {
        must(ledger.settle(draft.id, ports::BookingErrand::Kind::Book, later));
        CHECK(must(f.outbox.take(later))->mail.id == mail.id);
    }
    SECTION("lost: it never does")
    {
        must(ledger.lose(draft.id, QStringLiteral("taken"), later));
        CHECK(f.standing(mail).state == MailState::Dismissed);
    }
    SECTION("cancelled while it waits: likewise; what was perhaps delivered is tried on")
    {
        must(ledger.settle(draft.id, ports::BookingErrand::Kind::Book, later));
        const bool perhaps = GENERATE(false, true);
        if (perhaps) {
            must(f.outbox.take(later));
            f.settle(mail, MailFate::Unclear);
        }
        must(book.cancel(draft.id, {QStringLiteral("Anna"), later, {}}));
        CHECK(f.standing(mail).state == (perhaps ? MailState::Waiting : MailState::Dismissed));
    }
    SECTION("moved while it waits: likewise, once the new time is binding")
    {
        must(ledger.settle(draft.id, ports::BookingErrand::Kind::Book, later));
        must(book.release({f.someSlot(f.clock.now.addDays(2))}));
        ports::BookingDraft moved;
        moved.id = f.ids.fresh<domain::BookingId>();
        moved.replaces = draft.id;
        must(book.book(must(book.offers(query)).front(), moved, later));
        CHECK(f.standing(mail).state == MailState::Waiting); // it still stands
        must(ledger.settle(moved.id, ports::BookingErrand::Kind::Book, later));
        CHECK(f.standing(mail).state == MailState::Dismissed);
    }
    SECTION("cancelled before: likewise")
    {
        must(book.cancel(draft.id, {QStringLiteral("Anna"), later, {}}));
        CHECK_FALSE(must(f.outbox.take(later.addDays(1))));
    }
    SECTION("confirmed because there is no calendar any more: it leaves")
    {
        must(ledger.goOnWith({}, later));
        CHECK(must(f.outbox.take(later))->mail.id == mail.id);
    }
}
