#include "fixture.h"

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::Fault;

TEST_CASE("A pop shows profile, people, the caller, the history and the free slots", "[store][pop]")
{
    CabinetFixture f;
    const domain::TenantProfile profile = f.someProfile();
    must(f.cabinet->saveProfile(profile));
    const domain::Person first = f.somePerson(QStringLiteral("Dr. Hanna Feld"));
    domain::Person second = f.somePerson(QStringLiteral("Zoe Auer"));
    second.deputy = first.id;
    second.presence = {};
    must(f.cabinet->savePerson(second, 1));
    must(f.cabinet->savePerson(first, 0));
    const domain::Caller caller =
        f.someCaller(QStringLiteral("T. Albers"), {QStringLiteral("+4915228817386"), QStringLiteral("+493012345")});
    must(f.cabinet->saveCaller(caller));
    domain::CallRecord call = f.someCall();
    call.caller = caller.id;
    must(f.cabinet->saveCall(call));
    domain::Note note = f.finishedNote();
    note.call = call.id;
    must(f.cabinet->finishNote(note, f.ids.fresh<domain::OperationId>()));
    domain::CallRecord earlier = f.someCall();
    earlier.caller = caller.id;
    earlier.offeredAt = f.clock.now.addDays(-3);
    earlier.answeredAt = {};
    must(f.cabinet->saveCall(earlier));
    const domain::Slot slot = f.someSlot(f.clock.now.addDays(13));
    must(f.cabinet->saveSlot(slot));
    must(f.cabinet->saveSlot(f.someSlot(f.clock.now.addDays(15))));
    must(f.cabinet->saveSlot(f.someSlot(f.clock.now.addSecs(-1))));

    const ports::PopSheet sheet = must(f.cabinet->popSheet({call.number, f.clock.now, 14, 20}));
    CHECK(sheet.profile == profile);
    CHECK(sheet.people == std::vector{first, second});
    CHECK(sheet.callers == std::vector{caller});
    REQUIRE(sheet.history.size() == 2);
    CHECK(sheet.history[0] == ports::HistoryEntry{call, note.id, note.text, note.forName, note.flags, domain::TopicState::Open});
    CHECK(sheet.history[1] == ports::HistoryEntry{earlier, {}, {}, {}, {}, {}});
    CHECK(sheet.slots == std::vector{slot});
}

TEST_CASE("A draft is kept until it is finished, once", "[store][note]")
{
    CabinetFixture f;
    domain::Note note = f.someNote();
    must(f.cabinet->saveDraft(note));
    note.text += QStringLiteral(" Ruft wieder an.");
    must(f.cabinet->saveDraft(note));
    CHECK(must(f.cabinet->drafts()) == std::vector{note});
    CHECK(must(f.cabinet->note(note.id)) == note);

    note.state = domain::NoteState::Finished;
    note.finishedAt = f.clock.now.addSecs(40);
    const auto operation = f.ids.fresh<domain::OperationId>();
    must(f.cabinet->finishNote(note, operation));
    must(f.cabinet->finishNote(note, f.ids.fresh<domain::OperationId>()));
    CHECK(must(f.cabinet->drafts()).empty());
    CHECK(must(f.cabinet->note(note.id)) == note);
    CHECK(faultOf(f.cabinet->saveDraft(note)) == Fault::Conflict);

    const auto next = must(f.cabinet->ledger().nextOperation(f.clock.now));
    REQUIRE(next);
    CHECK(next->id == operation);
    CHECK(next->kind == ports::OperationKind::CreateTopic);
    CHECK(next->topic == domain::topicFromNote(note));
    CHECK(must(f.cabinet->ledger().outbox()).waiting == 1);
    CHECK(must(f.cabinet->flaws()).empty());
}
