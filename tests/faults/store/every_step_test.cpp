#include "faulty_disk.h"
#include "fixture.h"

#include "sqlite/migrations.h"

#include <algorithm>

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::Outcome;

namespace {

/// Everything in the file, table by table, but for the order in which notes were filed: what failed is filed later.
QStringList contents(const QString& path)
{
    const auto file = must(openFile(path, cabinetFile(), OpenMode::Existing, std::chrono::seconds(1)));
    const auto tables = must(file->query("SELECT name, (SELECT group_concat('quote(\"' || name || '\")', ' || '';'' || ') "
                                         "FROM pragma_table_info(s.name) WHERE name <> 'number') FROM sqlite_schema s "
                                         "WHERE type = 'table' AND name <> 'sqlite_sequence' ORDER BY name")
                                 .all([](Row& row) {
                                     const QString name = row.text();
                                     return std::pair(name, row.text());
                                 }));
    static std::vector<QByteArray> statements; // a statement is known by its address
    if (statements.empty()) {
        for (const auto& [name, columns] : tables)
            statements.push_back(QStringLiteral("SELECT %1 FROM %2 ORDER BY 1").arg(columns, name).toUtf8());
    }
    QStringList all;
    for (size_t i = 0; i < tables.size(); ++i) {
        for (const QString& row : must(file->query(statements[i].constData()).all([](Row& one) { return one.text(); })))
            all << tables[i].first + QStringLiteral(": ") + row;
    }
    return all;
}

QString without(QStringList rows, const QStringList& others)
{
    for (const QString& row : others)
        rows.removeOne(row);
    return rows.join(QLatin1Char('\n'));
}

/// A working day on one cabinet, which may be done again from the start after it was broken off anywhere.
class Day {
public:
    Day()
    {
        profile.entry.id = f.tenant;
        call.caller = caller.id;
        note.call = call.id;
        finished = note;
        finished.text += QStringLiteral(" Und das war alles.");
        finished.state = domain::NoteState::Finished;
        finished.finishedAt = f.clock.now;
    }

    /// Does what can be done; true when all of it could.
    bool work()
    {
        const auto room = makeCabinetRoom(f.location, f.clock, f.ids);
        const auto opened = room->create(f.tenant);
        if (!opened)
            return false;
        ports::Cabinet& cabinet = **opened;
        bool all = ok(cabinet.saveProfile(profile));
        all &= ok(cabinet.savePerson(person, 0));
        all &= ok(cabinet.saveCaller(caller));
        all &= ok(cabinet.attachNumber(caller.id,
                                       {QStringLiteral("Büro"), domain::PhoneNumber::fromE164(QStringLiteral("+49307"))}));
        all &= ok(cabinet.saveCall(call));
        all &= draft(cabinet, note);
        all &= draft(cabinet, finished);
        all &= ok(cabinet.finishNote(finished, createOperation));
        all &= ok(cabinet.atomically([&]() -> Outcome {
            if (auto filed = cabinet.fileNote(imported, domain::TopicState::Done); !filed)
                return filed;
            return cabinet.saveSlot(slot);
        }));
        all &= ok(cabinet.addComment(topic, comment, commentOperation));
        all &= ok(cabinet.setTopicState(topic, domain::TopicState::Done, stateOperation, f.clock.now));
        all &= ok(cabinet.setSeen(finished.id, true, {}, f.clock.now));
        all &= send(cabinet.ledger());
        all &= workOnList(cabinet);
        all &= send(cabinet.ledger());
        return all;
    }

    /// What was acknowledged is there.
    void checkAcknowledged()
    {
        if (safeText.isEmpty())
            return;
        const auto room = makeCabinetRoom(f.location, f.clock, f.ids);
        const auto kept = must(must(room->open(f.tenant))->note(note.id));
        CHECK(kept.text.size() >= safeText.size());
        CHECK(kept.text.startsWith(note.text));
    }

    FolderFixture f;
    QString path = f.folder.filePath(QStringLiteral("tenants/%1.db").arg(f.tenant.text()));

private:
    static bool ok(const Outcome& outcome)
    {
        if (!outcome)
            CHECK(outcome.error().fault != domain::Fault::Internal);
        return outcome.has_value();
    }

    /// A topic of the client's: both change its title, one of the decisions is taken back; another topic is thrown away.
    bool workOnList(ports::Cabinet& cabinet)
    {
        ports::TopicList& list = cabinet.topicList();
        ports::TopicLedger& ledger = cabinet.ledger();
        const ports::Signature by{QStringLiteral("Anna"), f.clock.now};
        bool all = ok(cabinet.atomically([&]() -> Outcome {
            if (auto added = list.add(thrownAway, addOperation); !added)
                return added;
            return list.remove(thrownAway.id, removeOperation, by);
        }));
        const auto known = ledger.agreed(clients.topic.id);
        if (!known)
            return false;
        if (!*known && !ledger.applyChanges({clients}, QStringLiteral("1")))
            return false;
        const domain::TopicId id = clients.topic.id;
        const auto title = domain::TopicField::Title;
        // The history says how far the run before had come, also where its last acknowledgement was lost.
        const auto lines = [&](ports::TopicEventKind kind) -> std::ptrdiff_t {
            const auto history = list.history(id);
            return history ? std::count_if(history->begin(), history->end(),
                                           [kind](const ports::TopicEvent& event) { return event.kind == kind; })
                           : -1;
        };
        if (lines(ports::TopicEventKind::ConflictFound) == 0) {
            domain::Topic ours = clients.topic;
            ours.title = QStringLiteral("unser Titel");
            ports::RemoteTopic theirs = clients;
            theirs.topic.title = QStringLiteral("deren Titel");
            const auto both = cabinet.atomically([&]() -> Outcome { // else the edit might be sent in between
                if (auto edited = list.edit(ours, title, editOperation, by); !edited)
                    return edited;
                return ledger.setAside(editOperation, theirs, title);
            });
            if (!ok(both))
                return false;
        }
        if (lines(ports::TopicEventKind::ConflictDecided) == 0 &&
            !ok(list.decide(id, title, ports::ConflictChoice::Ours, decideOperation, by)))
            return false;
        if (lines(ports::TopicEventKind::DecisionUndone) == 0 && !ok(list.undoDecision(id, title, undoOperation, by)))
            return false;
        if (lines(ports::TopicEventKind::ConflictDecided) == 1)
            all &= ok(list.decide(id, title, ports::ConflictChoice::Both, finalOperation, by));
        return all && list.entries({}) && list.history(id);
    }

    bool draft(ports::Cabinet& cabinet, domain::Note typed)
    {
        typed.state = domain::NoteState::Draft;
        const auto saved = cabinet.saveDraft(typed);
        if (saved)
            safeText = typed.text;
        return saved || saved.error().fault == domain::Fault::Conflict; // finished in the run before
    }

    bool send(ports::TopicLedger& ledger)
    {
        if (!ok(ledger.reviveInFlight()))
            return false;
        for (int i = 0; i < 20; ++i) {
            const auto next = ledger.nextOperation(f.clock.now);
            if (!next)
                return false;
            if (!*next)
                return ok(ledger.setLastSync(f.clock.now));
            if (!ok(ledger.markInFlight((*next)->id)) ||
                !ok(ledger.confirm((*next)->id, {(*next)->topic, QStringLiteral("1"), {}, {}})))
                return false;
        }
        FAIL("the outbox never empties");
        return false;
    }

    domain::TenantProfile profile = f.someProfile();
    domain::Person person = f.somePerson(QStringLiteral("Dr. Hanna Feld"));
    domain::Caller caller = f.someCaller(QStringLiteral("Albers"), {QStringLiteral("+4915228817386")});
    domain::CallRecord call = f.someCall();
    domain::Note note = f.someNote();
    domain::Note finished;
    domain::Note imported = f.finishedNote();
    domain::Slot slot = f.someSlot(f.clock.now);
    domain::TopicId topic{note.id.uuid()};
    domain::Comment comment{f.ids.fresh<domain::CommentId>(), QStringLiteral("Anna"), QStringLiteral("Rückruf um vier"),
                            f.clock.now};
    domain::OperationId createOperation = f.ids.fresh<domain::OperationId>();
    domain::OperationId commentOperation = f.ids.fresh<domain::OperationId>();
    domain::OperationId stateOperation = f.ids.fresh<domain::OperationId>();
    ports::RemoteTopic clients = [this] {
        ports::RemoteTopic made;
        made.topic.id = f.ids.fresh<domain::TopicId>();
        made.topic.title = QStringLiteral("Schlüssel");
        made.topic.origin = domain::TopicOrigin::Client;
        made.topic.createdAt = f.clock.now;
        made.revision = QStringLiteral("1");
        return made;
    }();
    domain::Topic thrownAway = [this] {
        domain::Topic made;
        made.id = f.ids.fresh<domain::TopicId>();
        made.title = QStringLiteral("doch nicht");
        made.createdAt = f.clock.now;
        return made;
    }();
    domain::OperationId addOperation = f.ids.fresh<domain::OperationId>();
    domain::OperationId removeOperation = f.ids.fresh<domain::OperationId>();
    domain::OperationId editOperation = f.ids.fresh<domain::OperationId>();
    domain::OperationId decideOperation = f.ids.fresh<domain::OperationId>();
    domain::OperationId undoOperation = f.ids.fresh<domain::OperationId>();
    domain::OperationId finalOperation = f.ids.fresh<domain::OperationId>();
    QString safeText;
};

} // namespace

TEST_CASE("Whichever access to the disk fails, the next run heals", "[store][faults]")
{
    FaultyDisk disk;
    QStringList expected;
    int accesses = 0;
    {
        Day day;
        disk.failAt(0);
        REQUIRE(day.work());
        accesses = disk.count();
        expected = contents(day.path);
    }
    REQUIRE(expected.size() > 15);
    REQUIRE(accesses > 50);
    int failures = 0;
    for (int i = 1; i <= accesses; ++i) {
        INFO("access " << i << " of " << accesses);
        Day day;
        disk.failAt(i);
        failures += day.work() ? 0 : 1;
        REQUIRE(disk.count() >= i);
        disk.failAt(0);
        day.checkAcknowledged();
        REQUIRE(day.work());
        const QStringList found = contents(day.path);
        INFO("missing: " << without(expected, found).toStdString()
                         << "\ntoo much: " << without(found, expected).toStdString());
        REQUIRE(found == expected);
        CHECK(must(must(makeCabinetRoom(day.f.location, day.f.clock, day.f.ids)->open(day.f.tenant))->flaws()).empty());
    }
    // Only a failing clean-up of the log may go unnoticed.
    CHECK(failures > accesses / 2);
}
