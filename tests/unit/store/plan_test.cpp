#include "fixture.h"

#include "bureau/bureau_file.h"
#include "cabinet/sqlite_cabinet_room.h"

#include "vorzimmer/ports/appointment_book.h"
#include "vorzimmer/ports/knowledge_book.h"
#include "vorzimmer/ports/rule_book.h"
#include "vorzimmer/ports/calendar_ledger.h"
#include "vorzimmer/ports/mail_outbox.h"

#include <QDirIterator>
#include <QRegularExpression>

#include <sqlite3.h>

#include <set>

using namespace vorzimmer;
using namespace vorzimmer::store;

namespace {

std::set<QString> preparedOn(const Database& database)
{
    std::set<QString> statements;
    for (sqlite3_stmt* one = sqlite3_next_stmt(database.handle(), nullptr); one;
         one = sqlite3_next_stmt(database.handle(), one))
        statements.insert(QString::fromUtf8(sqlite3_sql(one)));
    return statements;
}

QStringList planOf(const Database& database, const QString& sql)
{
    QStringList plan;
    sqlite3_stmt* explained = nullptr;
    const QByteArray text = "EXPLAIN QUERY PLAN " + sql.toUtf8();
    REQUIRE(sqlite3_prepare_v2(database.handle(), text.constData(), -1, &explained, nullptr) == SQLITE_OK);
    while (sqlite3_step(explained) == SQLITE_ROW)
        plan << QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(explained, 3)));
    sqlite3_finalize(explained);
    return plan;
}

/// Fails on every statement that walks a whole table, but for those that say so on purpose.
void checkNoScan(const Database& database, const QStringList& wholeTables)
{
    for (const QString& sql : preparedOn(database)) {
        const bool onPurpose =
            std::any_of(wholeTables.begin(), wholeTables.end(), [&](const QString& part) { return sql.contains(part); });
        static const QRegularExpression emptying(QStringLiteral("^DELETE FROM \\w+$"));
        if (onPurpose || emptying.match(sql).hasMatch() || sql.startsWith(QStringLiteral("PRAGMA")) || sql.startsWith(QStringLiteral("SELECT user_version")))
            continue;
        const QStringList plan = planOf(database, sql);
        INFO(sql.toStdString() << "\n" << plan.join(QLatin1Char('\n')).toStdString());
        CHECK(plan.filter(QRegularExpression(QStringLiteral("^SCAN (?!CONSTANT ROW)"))).isEmpty());
    }
}

/// The list as both sides work on it: a field in conflict, decided, taken back and decided again, a topic removed.
void workOnList(CabinetFixture& f, const domain::TopicId& topic)
{
    ports::TopicList& list = f.cabinet->topicList();
    ports::TopicLedger& ledger = f.cabinet->ledger();
    const ports::Signature by{QStringLiteral("Anna"), f.clock.now};
    const auto fresh = [&f] { return f.ids.fresh<domain::OperationId>(); };
    while (const auto next = must(ledger.nextOperation(f.clock.now)))
        must(ledger.confirm(next->id, must(ledger.agreed(topic)).value()));
    domain::Topic wanted = must(list.entry(topic)).topic;
    wanted.title = QStringLiteral("unser Titel");
    must(list.edit(wanted, domain::TopicField::Title, fresh(), by));
    wanted.text = QStringLiteral("unser Text");
    must(list.edit(wanted, domain::TopicField::Text, fresh(), by));
    const auto operation = must(ledger.nextOperation(f.clock.now));
    ports::RemoteTopic theirs = must(ledger.agreed(topic)).value();
    theirs.topic.title = QStringLiteral("deren Titel");
    must(ledger.setAside(operation->id, theirs, domain::TopicField::Title));
    must(list.decide(topic, domain::TopicField::Title, ports::ConflictChoice::Both, fresh(), by));
    must(list.undoDecision(topic, domain::TopicField::Title, fresh(), by));
    must(list.entries({}));
    must(list.entries({QStringLiteral("titel"), true, true, true, 5}));
    must(list.history(topic));
    must(list.outbox());
    must(list.retry(operation->id));
    must(ledger.block(operation->id, {}));
    must(list.giveUp(operation->id, by));
    must(list.remove(topic, fresh(), by));
    must(ledger.agreedTopics());
    theirs.topic.deleted = true;
    must(ledger.applyChanges({theirs}, QStringLiteral("1.3")));
}

void keepRules(CabinetFixture& f)
{
    ports::RuleBook& book = f.cabinet->ruleBook();
    must(book.save(domain::builtInRules()));
    must(book.versions(5));
    domain::ExpectedCall expected;
    expected.id = f.ids.fresh<domain::ExpectedCallId>();
    expected.number = domain::PhoneNumber::fromE164(QStringLiteral("+493012345678"));
    expected.validUntil = f.clock.now.addDays(1);
    must(book.expect(expected));
    must(book.tell(expected.id, f.ids.fresh<domain::CallId>(), f.clock.now));
    must(book.withdraw(expected.id));
    domain::Knowledge knowledge;
    knowledge.entries = {{QStringLiteral("a"), {}, QStringLiteral("A"), {}}};
    must(f.cabinet->knowledgeBook().save(knowledge));
}

/// Releases, holds, books and cancels, with a calendar that is told of it and then exchanged for another.
void workOnAppointments(CabinetFixture& f)
{
    ports::AppointmentBook& book = f.cabinet->appointments();
    ports::CalendarLedger& ledger = f.cabinet->calendarLedger();
    const domain::AppointmentKind kind{QStringLiteral("Blutabnahme"), 20, 5, 5, {}, {}};
    must(book.saveKind(kind));
    must(book.kinds());
    must(book.release({f.someSlot(f.clock.now.addDays(1)), f.someSlot(f.clock.now.addDays(2))}));
    must(ledger.goOnWith({{ports::CalendarRole::Slots, QStringLiteral("a")}}, f.clock.now));
    ports::OfferQuery query;
    query.now = query.from = f.clock.now;
    const auto offers = must(book.offers(query));
    const ports::Hold hold{f.ids.fresh<domain::CallId>(), QStringLiteral("Anna"), f.clock.now.addSecs(60)};
    must(book.hold(offers.back(), hold, f.clock.now));
    ports::BookingDraft draft;
    draft.id = f.ids.fresh<domain::BookingId>();
    draft.call = hold.call;
    must(book.book(offers.back(), draft, f.clock.now));
    must(book.bookings(f.clock.now, 5));
    must(ledger.nextErrand(f.clock.now));
    must(ledger.isClear(draft.id));
    must(ledger.postpone(draft.id, f.clock.now, {}));
    must(ledger.settle(draft.id, ports::BookingErrand::Kind::Book, f.clock.now));
    must(book.cancel(draft.id, {{}, f.clock.now, {}}));
    must(book.unreportedLosses());
    must(book.noteReported(draft.id));
    must(book.released(f.clock.now, 5));
    must(book.withdraw(offers.front().slot().id));
    ports::CalendarNews news{QStringLiteral("a"), {}, true, {}, {}};
    const QDateTime start = f.clock.now.addDays(3);
    news.entries = {{QStringLiteral("x"), false, {{start, start.addSecs(600), {}, true, false, {}, {}}}, {}},
                    {QStringLiteral("y"), false, {{start, start.addSecs(600), {}, false, false, {}, {}}}, {}}};
    must(ledger.apply(news, f.clock.now));
    must(ledger.marks());
    must(ledger.summary());
    news.entries.clear();
    must(ledger.apply(news, f.clock.now));
    must(ledger.goOnWith({}, f.clock.now));
    must(book.withdraw(offers.back().slot().id));
    must(book.removeKind(kind.name));
}

/// Sends, fails, corrects and gives up; and a digest.
void workOnMail(CabinetFixture& f, const domain::NoteId& note)
{
    ports::MailOutbox& outbox = f.cabinet->mailOutbox();
    domain::Mail mail;
    mail.id = f.ids.fresh<domain::MailId>();
    mail.recipients = {{QStringLiteral("albers@example.org"), QString()}};
    mail.subject = mail.text = QStringLiteral("Rezept");
    mail.writtenAt = f.clock.now;
    must(outbox.add(mail));
    must(outbox.take(f.clock.now));
    must(outbox.recover(f.clock.now, 1));
    must(outbox.take(f.clock.now));
    must(outbox.settle(mail.id, 0, {ports::MailFate::Refused, {}, {}}));
    must(outbox.sendAgain(mail.id, 0, mail.recipients[0].address, f.clock.now));
    must(outbox.nextTry());
    must(outbox.hurry(f.clock.now));
    must(outbox.dismiss(mail.id, 0));
    must(outbox.mails(f.clock.now));
    must(outbox.summary());
    must(outbox.lastAbout(f.ids.fresh<domain::BookingId>()));
    must(outbox.addToDigest(note, f.clock.now, mail.recipients[0]));
    const auto shares = must(outbox.digests(f.clock.now.addDays(1)));
    mail.id = f.ids.fresh<domain::MailId>();
    must(outbox.addDigest(mail, shares.front()));
}

/// Does everything that a cabinet can do at least once.
void exercise(CabinetFixture& f)
{
    ports::Cabinet& c = *f.cabinet;
    must(c.saveProfile(f.someProfile()));
    const domain::Person person = f.somePerson(QStringLiteral("Feld"));
    must(c.savePerson(person, 0));
    must(c.setPresence(person.id, {domain::PresenceState::Busy, f.clock.now.addSecs(60), {}, f.clock.now}));
    const domain::Caller caller = f.someCaller(QStringLiteral("Albers"), {QStringLiteral("+4915228817386")});
    must(c.saveCaller(caller));
    must(c.attachNumber(caller.id, {QStringLiteral("Büro"), domain::PhoneNumber::fromE164(QStringLiteral("+4930"))}));
    const domain::CallRecord call = f.someCall();
    must(c.saveCall(call));
    must(c.saveSlot(f.someSlot(f.clock.now)));
    must(c.popSheet({call.number, f.clock.now, 14, 20}));
    must(c.popSheet({domain::PhoneNumber::fromE164(QStringLiteral("+33")), f.clock.now, 14, 20}));
    const auto reader = f.ids.fresh<domain::UserId>();
    must(c.readNews(reader, 0));
    must(c.popSheet({call.number, f.clock.now, 14, 20, reader}));
    must(c.people());
    must(c.callers());
    must(c.call(call.id));
    must(c.calls(5));
    const domain::Note note = f.someNote();
    must(c.saveDraft(note));
    must(c.drafts());
    must(c.note(note.id));
    must(c.finishNote(note, f.ids.fresh<domain::OperationId>()));
    const domain::Note discarded = f.someNote();
    must(c.saveDraft(discarded));
    must(c.discardDraft(discarded.id, f.clock.now));
    must(c.review({}));
    must(c.review({QStringLiteral("blut"), true, true, 5}));
    must(c.setSeen(note.id, true, {}, f.clock.now));
    must(c.setSeen(note.id, false, {}, f.clock.now));
    const domain::TopicId topic(note.id.uuid());
    const domain::Comment comment{f.ids.fresh<domain::CommentId>(), QStringLiteral("Anna"), QStringLiteral("ja"),
                                  f.clock.now};
    must(c.setTopicState(topic, domain::TopicState::Waiting, f.ids.fresh<domain::OperationId>(), f.clock.now));
    must(c.setTopicState(topic, domain::TopicState::Done, f.ids.fresh<domain::OperationId>(), f.clock.now));
    must(c.addComment(topic, comment, f.ids.fresh<domain::OperationId>()));
    must(c.topics());
    ports::TopicLedger& ledger = c.ledger();
    const auto operation = must(ledger.nextOperation(f.clock.now));
    must(ledger.markInFlight(operation->id));
    must(ledger.reviveInFlight());
    must(ledger.postpone(operation->id, ports::OperationState::New, f.clock.now, {}));
    must(ledger.outbox());
    must(ledger.confirm(operation->id, {operation->topic, QStringLiteral("1"), {}, {comment}}));
    must(ledger.agreed(topic));
    must(ledger.applyChanges({{operation->topic, QStringLiteral("2"), {}, {comment}}}, QStringLiteral("1.2")));
    ports::RemoteTopic theirs{operation->topic, QStringLiteral("1"), {}, {}};
    theirs.topic.id = f.ids.fresh<domain::TopicId>();
    must(ledger.applyChanges({theirs}, QStringLiteral("1.3")));
    theirs.topic.title = QStringLiteral("doch anders");
    must(ledger.applyChanges({theirs}, QStringLiteral("1.4")));
    const auto ours = f.ids.fresh<domain::OperationId>(); // parts what is held here from what was agreed on, until it is confirmed
    must(c.setTopicState(theirs.topic.id, domain::TopicState::InProgress, ours, f.clock.now));
    theirs.topic.state = domain::TopicState::InProgress;
    must(ledger.confirm(ours, theirs));
    must(ledger.cursor());
    must(ledger.setLastSync(f.clock.now));
    must(ledger.lastSync());
    workOnList(f, topic);
    must(c.topicList().goOnWith(QStringLiteral("a list")));
    must(c.topicList().goOnWith(QStringLiteral("another")));
    workOnAppointments(f);
    keepRules(f);
    workOnMail(f, note.id);
    must(c.atomically([&] { return c.saveCaller(caller); }));
    must(c.flaws());
}

void exercise(BureauFile& b, CabinetFixture& f)
{
    domain::TenantEntry tenant = f.someProfile().entry;
    domain::TenantEntry other = tenant;
    other.id = f.ids.fresh<domain::TenantId>();
    other.numbers.clear();
    const domain::User user{
        f.ids.fresh<domain::UserId>(), QStringLiteral("anna"), QStringLiteral("Anna"), domain::Role::Secretary, {}};
    must(b.tenants.save(tenant));
    must(b.tenants.save(other));
    must(b.tenants.tenants());
    must(b.tenants.withNumber(tenant.numbers.front()));
    must(b.users.save(user, {}));
    must(b.users.users());
    must(b.users.credentials(user.login));
    must(b.tenants.assign(user.id, tenant.id));
    must(b.tenants.servedBy(user.id));
    must(b.tenants.buildWall(tenant.id, other.id));
    must(b.tenants.walledFrom(tenant.id));
    domain::PhoneLine line;
    line.id = f.ids.fresh<domain::LineId>();
    line.name = line.user = line.server = QStringLiteral("pbx");
    must(b.lines.save(line));
    must(b.lines.lines());
    must(b.lines.remove(line.id));
    must(b.journal.save(
        {f.ids.fresh<domain::CallId>(), {}, {}, f.clock.now, {}, {}, domain::EndReason::None, domain::Disposition::None}));
    must(b.journal.since(f.clock.now));
    must(b.audit.append({f.clock.now, user.id, tenant.id, QStringLiteral("signed-in"), {}}));
    must(b.audit.trail(5));
    must(b.audit.brokenLink());
    must(b.settings.set(QStringLiteral("a"), QStringLiteral("b")));
    must(b.settings.value(QStringLiteral("a")));
    must(b.flaws());
}

/// How many statements stand beside their row mappers in the sources of @p folder.
qsizetype statementsWrittenIn(const QString& folder)
{
    static const QRegularExpression constant(QStringLiteral("^constexpr const char\\* \\w+ ="),
                                             QRegularExpression::MultilineOption);
    qsizetype count = 0;
    QDirIterator sources(QStringLiteral(VORZIMMER_STORE_SOURCES "/") + folder, {QStringLiteral("*.cpp")});
    while (sources.hasNext()) {
        QFile source(sources.next());
        REQUIRE(source.open(QIODevice::ReadOnly));
        auto matches = constant.globalMatch(QString::fromUtf8(source.readAll()));
        for (; matches.hasNext(); matches.next())
            ++count;
    }
    return count;
}

/// Without those that every connection runs: transactions, checks, the file's state.
qsizetype ownStatements(const Database& database)
{
    static const QRegularExpression common(
        QStringLiteral("^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|PRAGMA|SELECT user_version)"));
    qsizetype count = 0;
    for (const QString& sql : preparedOn(database))
        count += common.match(sql).hasMatch() ? 0 : 1;
    return count;
}

} // namespace

TEST_CASE("Every statement can be prepared, and none walks a whole table unless it is meant to", "[store][plan]")
{
    CabinetFixture f;
    exercise(f);
    auto& room = dynamic_cast<SqliteCabinetRoom&>(*f.room);
    const auto file = must(room.shelf().take(f.tenant));
    CHECK(ownStatements(*file->database) == statementsWrittenIn(QStringLiteral("cabinet")));
    checkNoScan(*file->database, {
                                     QStringLiteral("FROM topic WHERE deleted = 0 AND (state"), // all go to another list,
                                     QStringLiteral("UPDATE topic SET agreed_revision = NULL, remote_id = ''"),
                                     QStringLiteral("UPDATE comment SET agreed = 0 WHERE agreed"), // and nothing was agreed with it
                                     QStringLiteral("FROM topic_agreed WHERE deleted = 0 UNION ALL"), // all are compared
                                     QStringLiteral("FROM person ORDER BY"),   // a handful, all of them on the desk
                                     QStringLiteral("FROM caller c ORDER BY"), // callers() means all
                                     QStringLiteral("FROM caller_number ORDER BY"),
                                     QStringLiteral("FROM call c ORDER BY c.offered_at"), // along its index, to its limit
                                     QStringLiteral("FROM note n JOIN topic"),            // the review, likewise
                                     QStringLiteral("FROM note ORDER BY number DESC LIMIT 1"),
                                     QStringLiteral("SELECT count(*) FROM note n"), // the integrity check reads everything
                                     QStringLiteral("SELECT count(*) FROM draft d"),
                                     QStringLiteral("SELECT count(*) FROM topic t"),
                                     QStringLiteral("SELECT count(*) FROM conflict"),    // a handful at most
                                     QStringLiteral("FROM outbox ORDER BY number DESC"), // the last one
                                     QStringLiteral("LEFT JOIN comment c ON c.id = o.comment ORDER BY o.number"), // all()
                                     QStringLiteral("DESC, t.id LIMIT "), // along its index, to its limit
                                     QStringLiteral("SELECT id, title, text, person FROM topic"), // searched as a whole
                                     QStringLiteral("SELECT topic, text FROM comment"),
                                     QStringLiteral("FROM appointment_kind ORDER BY"), // a handful
                                     QStringLiteral("FROM calendar "),                 // one or two
                                     QStringLiteral("FROM house_change ORDER BY number DESC LIMIT 1"),
                                 });

    const auto bureau =
        must(BureauFile::open(f.folder.filePath(QStringLiteral("b.db")), OpenMode::MayCreate, f.location.patience));
    exercise(*bureau, f);
    CHECK(ownStatements(*bureau->database) == statementsWrittenIn(QStringLiteral("bureau")));
    checkNoScan(*bureau->database, {
                                       QStringLiteral("FROM tenant t ORDER BY"),
                                       QStringLiteral("FROM tenant_number ORDER BY"), QStringLiteral("FROM user ORDER BY"),
                                       QStringLiteral("FROM line ORDER BY"), // a handful
                                       QStringLiteral("FROM audit ORDER BY number DESC"), // from the end, to its limit
                                   });
}

TEST_CASE("The list is read along its index, newest change first", "[store][plan]")
{
    CabinetFixture f;
    exercise(f);
    auto& room = dynamic_cast<SqliteCabinetRoom&>(*f.room);
    const auto file = must(room.shelf().take(f.tenant));
    int found = 0;
    for (const QString& sql : preparedOn(*file->database)) {
        if (!sql.contains(QStringLiteral("DESC, t.id LIMIT ")))
            continue;
        ++found;
        const QString plan = planOf(*file->database, sql).join(QLatin1Char('\n'));
        INFO(plan.toStdString());
        CHECK(plan.contains(QStringLiteral("SCAN t USING INDEX topic_touched")));
        CHECK(plan.count(QStringLiteral("TEMP B-TREE")) == plan.count(QStringLiteral("TEMP B-TREE FOR RIGHT PART")));
    }
    CHECK(found == 1);
}

TEST_CASE("The history is read along the cluster and sorted by it", "[store][plan]")
{
    CabinetFixture f;
    exercise(f);
    auto& room = dynamic_cast<SqliteCabinetRoom&>(*f.room);
    const auto file = must(room.shelf().take(f.tenant));
    int found = 0;
    for (const QString& sql : preparedOn(*file->database)) {
        if (!sql.contains(QStringLiteral("LEFT JOIN note n")) || sql.contains(QStringLiteral("count(*)")))
            continue;
        ++found;
        const QString plan = planOf(*file->database, sql).join(QLatin1Char('\n'));
        INFO(plan.toStdString());
        CHECK_FALSE(plan.contains(QStringLiteral("TEMP B-TREE")));
        CHECK(plan.contains(QStringLiteral("SEARCH n USING PRIMARY KEY (call=?)")));
        CHECK(plan.contains(QStringLiteral("SEARCH t USING INDEX sqlite_autoindex_topic_1 (id=?)")));
    }
    CHECK(found == 2);
}
