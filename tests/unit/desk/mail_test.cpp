#include "seated_anna.h"

#include "vorzimmer/desk/appointment_desk.h"
#include "vorzimmer/desk/mail_desk.h"
#include "vorzimmer/desk/mail_keeper.h"
#include "vorzimmer/desk/mail_setup.h"
#include "vorzimmer/ports/cabinet.h"
#include "vorzimmer/ports/mail_outbox.h"

#include <QCoreApplication>
#include <QFile>

#include <map>

using namespace vorzimmer;
using namespace vorzimmer::desk;
using domain::MailReason;
using domain::MailState;
using domain::NoteDelivery;
using test::SeatedAnna;
using test::TestBureau;
using test::turnUntil;

namespace {

class HandPost : public ports::MailPost {
public:
    void open(const domain::TenantId& tenant, const ports::MailAccess& access, std::shared_ptr<ports::MailOutbox>) override { opened[tenant] = access; }
    void close(const domain::TenantId& tenant) override { opened.erase(tenant); }
    void push(const domain::TenantId& tenant) override { pushed.push_back(tenant); }
    void retryNow(const domain::TenantId&) override {}
    void test(const ports::MailAccess& access, const domain::Mail& mail, QObject*, std::function<void(const ports::MailReport&)> answer) override
    {
        tried = access;
        trial = mail;
        answer({true, QStringLiteral("250 fine")});
    }

    std::map<domain::TenantId, ports::MailAccess> opened;
    std::vector<domain::TenantId> pushed;
    std::optional<ports::MailAccess> tried;
    domain::Mail trial;
};

ports::MailAccess account(const QString& sender)
{
    ports::MailAccess access;
    access.sender = sender;
    access.host = QStringLiteral("mail.example.org");
    access.port = 465;
    access.security = ports::MailSecurity::Tls;
    access.user = QStringLiteral("desk");
    access.secret = "very secret";
    return access;
}

domain::Mail worded(const ports::DigestShare& share, const domain::TenantEntry& house)
{
    domain::Mail mail;
    mail.subject = QStringLiteral("digest of ") + house.name;
    for (const domain::Note& note : share.notes)
        mail.text += note.text + QLatin1Char('\n');
    return mail;
}

struct Post {
    Post(TestBureau& of, const domain::User& user)
        : bureau(of), gatekeeper(bureau.office(), bureau.room(), user), keeper(bureau.office(), gatekeeper, post, &worded)
    {
    }
    void keep(const domain::TenantId& tenant, const ports::MailAccess& access)
    {
        REQUIRE(bureau.onLane([&] { return MailAccount::keep(bureau.office().directory, bureau.office().keys, tenant, access); }));
    }
    void keepNotes(const NoteMail& notes)
    {
        REQUIRE(bureau.onLane([&] { return MailAccount::keepNoteMail(bureau.office().directory, bureau.practice.id, notes); }));
    }
    void start()
    {
        keeper.start();
        bureau.settle();
        bureau.settle();
    }

    TestBureau& bureau;
    HandPost post;
    Gatekeeper gatekeeper;
    MailKeeper keeper;
};

std::vector<domain::Mail> mailsOf(TestBureau& bureau, const domain::TenantEntry& tenant)
{
    return bureau.inCabinet(tenant, [](ports::Cabinet& cabinet) { return cabinet.mailOutbox().mails({}); }).value();
}

void deliverAll(TestBureau& bureau, const domain::TenantEntry& tenant)
{
    const QDateTime later = bureau.clock.nowUtc().addDays(1);
    const bool settled = bureau.inCabinet(tenant, [&](ports::Cabinet& cabinet) {
        ports::MailVerdict delivered;
        delivered.fate = ports::MailFate::Delivered;
        for (auto errand = cabinet.mailOutbox().take(later).value(); errand; errand = cabinet.mailOutbox().take(later).value()) {
            if (!cabinet.mailOutbox().settle(errand->mail.id, static_cast<int>(errand->recipient), delivered))
                return false;
        }
        return true;
    });
    REQUIRE(settled);
}

domain::Mail draft(const QString& to)
{
    domain::Mail mail;
    mail.subject = QStringLiteral("Rezept");
    mail.text = QStringLiteral("Bitte schreiben Sie an uns.");
    mail.recipients = {{to, QStringLiteral("T. Albers")}};
    return mail;
}

} // namespace

TEST_CASE("a house sends by its own account, else by the bureau's under its own name")
{
    TestBureau bureau;
    Post petra(bureau, bureau.petra);
    petra.start();
    CHECK(petra.post.opened.empty());
    CHECK_FALSE(petra.keeper.habits(bureau.practice.id).canSend);
    petra.keep({}, account(QStringLiteral("buero@example.org")));
    petra.keep(bureau.practice.id, account(QStringLiteral("praxis@example.org")));
    petra.start();
    REQUIRE(petra.post.opened.size() == 3);
    CHECK(petra.post.opened[bureau.practice.id].sender == QStringLiteral("praxis@example.org"));
    CHECK(petra.post.opened[bureau.practice.id].secret == "very secret");
    CHECK(petra.post.opened[bureau.practice.id].port == 465);
    CHECK(petra.post.opened[bureau.practice.id].security == ports::MailSecurity::Tls);
    CHECK(petra.post.opened[bureau.roofer.id].sender == QStringLiteral("buero@example.org"));
    CHECK_FALSE(petra.post.opened[bureau.roofer.id].senderName.isEmpty());
    CHECK(petra.keeper.habits(bureau.roofer.id).canSend);

    REQUIRE(bureau.onLane([&] { return MailAccount::forget(bureau.office().directory, bureau.office().keys, bureau.practice.id); }));
    petra.start();
    CHECK(petra.post.opened[bureau.practice.id].sender == QStringLiteral("buero@example.org"));
    CHECK(bureau.keys.secret(QStringLiteral("mail/") + bureau.practice.id.text()).value_or(QByteArray()).isEmpty());
}

TEST_CASE("no password of an account is in the directory")
{
    TestBureau bureau;
    Post petra(bureau, bureau.petra);
    petra.keep(bureau.practice.id, account(QStringLiteral("praxis@example.org")));
    QFile file(bureau.folder() + QStringLiteral("/bureau.db"));
    QFile log(bureau.folder() + QStringLiteral("/bureau.db-wal"));
    QByteArray all;
    for (QFile* one : {&file, &log}) {
        if (one->open(QIODevice::ReadOnly))
            all += one->readAll();
    }
    CHECK(all.contains("mail.example.org"));
    CHECK_FALSE(all.contains("very secret"));
}

TEST_CASE("a redirect and what the caller gets of it in writing are kept together")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    int written = 0;
    QObject::connect(&anna.reception, &Reception::mailWritten, &anna.reception, [&] { ++written; });
    anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    anna.reception.redirectToEmail(QStringLiteral("rezept@praxis.example"), QStringLiteral("Rezept"), draft(QStringLiteral("albers@example.org")));
    REQUIRE(turnUntil([&] { return written == 1; }));
    const auto mails = mailsOf(bureau, bureau.practice);
    REQUIRE(mails.size() == 1);
    CHECK(mails[0].reason == MailReason::Redirect);
    CHECK(mails[0].call == anna.current()->call().id);
    CHECK(mails[0].writtenBy == bureau.anna.name);
    CHECK(mails[0].recipients[0].address == QStringLiteral("albers@example.org"));
    const auto call = bureau.inCabinet(bureau.practice, [id = anna.current()->call().id](ports::Cabinet& cabinet) { return cabinet.call(id); });
    CHECK(call->disposition == domain::Disposition::RedirectedToEmail);
    CHECK(mailsOf(bureau, bureau.roofer).empty());
}

TEST_CASE("a redirect that cannot be sent is kept all the same, and said")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    int failures = 0;
    QObject::connect(anna.current(), &CaseFile::saveFailed, anna.current(), [&] { ++failures; });
    anna.reception.redirectToEmail(QStringLiteral("rezept@praxis.example"), {}, draft(QStringLiteral("no address")));
    REQUIRE(turnUntil([&] { return failures == 1; }));
    bureau.settle();
    CHECK(mailsOf(bureau, bureau.practice).empty());
    const auto call = bureau.inCabinet(bureau.practice, [id = anna.current()->call().id](ports::Cabinet& cabinet) { return cabinet.call(id); });
    CHECK(call->disposition == domain::Disposition::RedirectedToEmail);
}

TEST_CASE("a finished note goes by e-mail at once where the house wants that")
{
    TestBureau bureau;
    SeatedAnna anna(bureau);
    anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
    const domain::Note note = anna.typed(QStringLiteral("bittet um Rückruf"));
    anna.current()->finishNote(note, {NoteDelivery::AtOnce, draft(QStringLiteral("feld@example.org"))});
    REQUIRE(turnUntil([&] { return anna.current()->isNoteFinished(); }));
    const auto mails = mailsOf(bureau, bureau.practice);
    REQUIRE(mails.size() == 1);
    CHECK(mails[0].reason == MailReason::Message);
    CHECK(stateOf(mails[0]) == MailState::Waiting);
}

TEST_CASE("a day's notes go in one mail for each address, once, when their time has come")
{
    TestBureau bureau;
    Post petra(bureau, bureau.petra);
    petra.keep(bureau.practice.id, account(QStringLiteral("praxis@example.org")));
    NoteMail wanted;
    wanted.delivery = NoteDelivery::DailyDigest;
    wanted.digestAt = QTime(18, 0);
    petra.keepNotes(wanted);
    bureau.clock.set(QDateTime(QDate(2026, 9, 14), QTime(8, 0), Qt::UTC));
    {
        SeatedAnna anna(bureau);
        for (const QString& text : {QStringLiteral("eins"), QStringLiteral("zwei")}) {
            const auto line = anna.talk(QStringLiteral("+4915228817386"), bureau.practice);
            anna.current()->finishNote(anna.typed(text), {NoteDelivery::DailyDigest, draft(QStringLiteral("feld@example.org"))});
            REQUIRE(turnUntil([&] { return anna.current()->isNoteFinished(); }));
            Q_EMIT anna.feed.callEnded(line, domain::EndReason::WeHungUp);
            REQUIRE(anna.reception.putAway());
            bureau.clock.advance(60);
        }
    }
    petra.start();
    bureau.settle();
    CHECK(mailsOf(bureau, bureau.practice).empty());
    bureau.clock.set(QDateTime(QDate(2026, 9, 14), QTime(16, 0), Qt::UTC)); // six by the practice's clock
    Post later(bureau, bureau.petra); // as if the desk had been closed at six
    later.start();
    REQUIRE(turnUntil([&] { return !later.post.pushed.empty(); }));
    const auto mails = mailsOf(bureau, bureau.practice);
    REQUIRE(mails.size() == 1);
    CHECK(mails[0].reason == MailReason::Digest);
    CHECK(mails[0].recipients[0].address == QStringLiteral("feld@example.org"));
    CHECK(mails[0].text == QStringLiteral("eins\nzwei\n"));
    Post again(bureau, bureau.petra);
    again.start();
    bureau.settle();
    CHECK(mailsOf(bureau, bureau.practice).size() == 1);
}

TEST_CASE("only supervisors enter accounts, and a kept password goes to no other server")
{
    TestBureau bureau;
    Post anna(bureau, bureau.anna);
    MailSetup forbidden(bureau.office(), anna.gatekeeper, anna.keeper, anna.post);
    std::optional<domain::Error> failure;
    QObject::connect(&forbidden, &MailSetup::failed, &forbidden, [&](const auto&, const domain::Error& error) { failure = error; });
    forbidden.save(bureau.practice.id, account(QStringLiteral("praxis@example.org")));
    REQUIRE(failure);
    CHECK(failure->fault == domain::Fault::Refused);

    Post petra(bureau, bureau.petra);
    MailSetup setup(bureau.office(), petra.gatekeeper, petra.keeper, petra.post);
    bool saved = false;
    failure.reset();
    QObject::connect(&setup, &MailSetup::saved, &setup, [&] { saved = true; });
    QObject::connect(&setup, &MailSetup::failed, &setup, [&](const auto&, const domain::Error& error) { failure = error; });
    setup.save(bureau.practice.id, account(QStringLiteral(" praxis@Example.org ")));
    REQUIRE(turnUntil([&] { return saved && petra.post.opened.size() == 1; }));
    CHECK(petra.post.opened[bureau.practice.id].sender == QStringLiteral("praxis@example.org"));
    REQUIRE(turnUntil([&] { return !setup.connections().empty(); }));
    for (const MailConnection& one : setup.connections())
        CHECK(one.access.secret.isEmpty());

    ports::MailAccess same = account(QStringLiteral("praxis@example.org"));
    same.secret.clear();
    setup.test(bureau.practice.id, same, draft(QStringLiteral("petra@example.org")));
    REQUIRE(turnUntil([&] { return petra.post.tried.has_value(); }));
    CHECK(petra.post.tried->secret == "very secret");
    CHECK(petra.post.trial.reason == MailReason::Trial);
    petra.post.tried.reset();
    same.host = QStringLiteral("mail.thief.example");
    setup.test(bureau.practice.id, same, draft(QStringLiteral("petra@example.org")));
    REQUIRE(turnUntil([&] { return failure.has_value(); }));
    CHECK(failure->where == QStringLiteral("secret"));
    CHECK_FALSE(petra.post.tried);
}

TEST_CASE("a key ring that is locked is no account without a password, and loses none")
{
    TestBureau bureau;
    Post petra(bureau, bureau.petra);
    petra.keep(bureau.practice.id, account(QStringLiteral("praxis@example.org")));
    bureau.keys.locked = true;
    petra.start();
    CHECK(petra.post.opened.empty()); // else it would send without signing in
    CHECK(petra.keeper.habits(bureau.practice.id).canSend);
    CHECK(petra.keeper.status(bureau.practice.id).state == ports::MailPostState::Blocked);

    MailSetup setup(bureau.office(), petra.gatekeeper, petra.keeper, petra.post);
    std::optional<domain::Error> failure;
    bool saved = false;
    QObject::connect(&setup, &MailSetup::saved, &setup, [&] { saved = true; });
    QObject::connect(&setup, &MailSetup::failed, &setup, [&](const auto&, const domain::Error& error) { failure = error; });
    setup.load();
    REQUIRE(turnUntil([&] { return !setup.connections().empty(); }));
    CHECK(std::any_of(setup.connections().begin(), setup.connections().end(), [](const MailConnection& one) {
        return one.isLocked && one.access.host == QStringLiteral("mail.example.org");
    }));
    ports::MailAccess asShown = account(QStringLiteral("praxis@example.org"));
    asShown.user.clear();
    asShown.secret.clear();
    setup.save(bureau.practice.id, asShown);
    REQUIRE(turnUntil([&] { return failure.has_value(); }));
    CHECK(failure->fault == domain::Fault::Locked);
    CHECK_FALSE(saved);

    bureau.keys.locked = false;
    petra.keeper.retryNow();
    REQUIRE(turnUntil([&] { return petra.post.opened.size() == 1; }));
    CHECK(petra.post.opened[bureau.practice.id].secret == "very secret");
}

TEST_CASE("an account without encryption is for this machine only")
{
    ports::MailAccess access = account(QStringLiteral("praxis@example.org"));
    CHECK(flawOf(access) == MailAccountFlaw::None);
    access.security = ports::MailSecurity::None;
    CHECK(flawOf(access) == MailAccountFlaw::NotEncrypted);
    access.host = QStringLiteral("127.0.0.1");
    CHECK(flawOf(access) == MailAccountFlaw::None);
    access.host = QStringLiteral("127.example.org");
    CHECK(flawOf(access) == MailAccountFlaw::NotEncrypted);
    access.host = QStringLiteral("mail.example.org/x?y");
    CHECK(flawOf(access) == MailAccountFlaw::BadHost);
    access = account(QStringLiteral("praxis"));
    CHECK(flawOf(access) == MailAccountFlaw::BadSender);
    access = account(QStringLiteral("praxis@example.org"));
    access.port = 0;
    CHECK(flawOf(access) == MailAccountFlaw::BadPort);
}

TEST_CASE("an appointment's confirmation leaves when it is binding, and its cancellation goes to whoever had it")
{
    TestBureau bureau;
    Gatekeeper gatekeeper(bureau.office(), bureau.room(), bureau.petra);
    std::unique_ptr<AppointmentDesk> desk;
    gatekeeper.open(bureau.practice.id, Occasion::visit(QStringLiteral("x")), qApp,
                    [&](domain::Result<CabinetHandle> cabinet) {
                        REQUIRE(cabinet);
                        desk = std::make_unique<AppointmentDesk>(bureau.office(), std::move(*cabinet), bureau.petra, domain::CallId());
                    });
    REQUIRE(turnUntil([&] { return desk != nullptr; }));
    domain::Release release;
    release.kind.name = QStringLiteral("Beratung"); // the bureau has times for another kind
    release.first = bureau.clock.nowUtc().date().addDays(2);
    release.times = {QTime(9, 0), QTime(10, 0)};
    desk->release(release, bureau.practice.zone);
    ports::OfferQuery query;
    query.from = bureau.clock.nowUtc();
    query.kind = release.kind.name;
    desk->load(query);
    REQUIRE(turnUntil([&] { return desk->offers().size() == 2; }));
    domain::Attendee attendee;
    attendee.name = QStringLiteral("T. Albers");
    domain::Mail confirmation = draft(QStringLiteral("albers@example.org"));
    confirmation.appointment.emplace();
    confirmation.appointment->summary = QStringLiteral("Beratung");
    std::optional<domain::Booking> made;
    QObject::connect(desk.get(), &AppointmentDesk::booked, desk.get(), [&](const domain::Booking& booking) { made = booking; });
    desk->book(desk->offers().front(), attendee, {}, {}, confirmation);
    REQUIRE(turnUntil([&] { return made.has_value(); }));
    auto mails = mailsOf(bureau, bureau.practice);
    REQUIRE(mails.size() == 1);
    CHECK(mails[0].appointment->booking == made->id);
    CHECK(mails[0].appointment->event == made->id);
    CHECK(mails[0].appointment->start == made->slot.start);
    CHECK(mails[0].recipients[0].state == (made->state == domain::BookingState::Confirmed ? MailState::Waiting : MailState::Held));

    // Moved: the same entry in the caller's calendar, at another time, for whoever had the first.
    deliverAll(bureau, bureau.practice);
    confirmation.recipients.clear();
    const domain::Booking first = *made;
    made.reset();
    desk->reload();
    REQUIRE(turnUntil([&] { return desk->offers().size() == 1; }));
    bureau.clock.advance(60);
    desk->book(desk->offers().front(), attendee, first.id, {}, confirmation);
    REQUIRE(turnUntil([&] { return made.has_value(); }));
    mails = mailsOf(bureau, bureau.practice);
    REQUIRE(mails.size() == 2);
    CHECK(mails[0].appointment->event == first.id);
    CHECK(mails[0].appointment->sequence == 1);
    REQUIRE(mails[0].recipients.size() == 1);
    CHECK(mails[0].recipients[0].address == QStringLiteral("albers@example.org"));

    deliverAll(bureau, bureau.practice);
    bureau.clock.advance(60);
    domain::Mail notice = draft({});
    notice.recipients.clear(); // who had the confirmation is on file
    desk->cancel(made->id, QStringLiteral("verhindert"), notice);
    bureau.settle();
    mails = mailsOf(bureau, bureau.practice);
    REQUIRE(mails.size() == 3);
    CHECK(mails[0].reason == MailReason::Cancellation);
    CHECK(mails[0].appointment->cancelled);
    CHECK(mails[0].appointment->event == first.id);
    CHECK(mails[0].appointment->sequence == 2);
    REQUIRE(mails[0].recipients.size() == 1);
    CHECK(mails[0].recipients[0].address == QStringLiteral("albers@example.org"));

    // Cancelled before the confirmation has left: nobody is told of either.
    deliverAll(bureau, bureau.practice);
    made.reset();
    desk->reload();
    REQUIRE(turnUntil([&] { return !desk->offers().empty(); }));
    bureau.clock.advance(60);
    desk->book(desk->offers().front(), attendee, {}, {}, draft(QStringLiteral("albers@example.org")));
    REQUIRE(turnUntil([&] { return made.has_value(); }));
    desk->cancel(made->id, QStringLiteral("verhindert"), notice);
    bureau.settle();
    mails = mailsOf(bureau, bureau.practice);
    REQUIRE(mails.size() == 4);
    CHECK(mails[0].appointment->booking == made->id);
    CHECK(mails[0].recipients[0].state == MailState::Dismissed);
    desk.reset();
}
