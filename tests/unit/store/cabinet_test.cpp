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
    CHECK(sheet.history[0] ==
          ports::HistoryEntry{call, note.id, note.text, note.forName, note.flags, domain::TopicState::Open});
    CHECK(sheet.history[1] == ports::HistoryEntry{earlier, {}, {}, {}, {}, {}});
    CHECK(sheet.slots == std::vector{slot});
    CHECK(must(f.cabinet->historyOf(caller.id, 1)) == std::vector{sheet.history[0]});
}

TEST_CASE("A number shared by several shows all of them and the number's history", "[store][pop]")
{
    CabinetFixture f;
    must(f.cabinet->saveProfile(f.someProfile()));
    const QString shared = QStringLiteral("+4915228817386");
    const domain::Caller albers = f.someCaller(QStringLiteral("Albers"), {shared});
    const domain::Caller zander = f.someCaller(QStringLiteral("Zander"), {QStringLiteral("+4940999"), shared});
    must(f.cabinet->saveCaller(zander));
    must(f.cabinet->saveCaller(albers));
    domain::CallRecord one = f.someCall();
    one.caller = zander.id;
    domain::CallRecord two = f.someCall();
    two.offeredAt = f.clock.now.addDays(-1);
    domain::CallRecord foreign = f.someCall();
    foreign.number = domain::PhoneNumber::fromE164(QStringLiteral("+4940999"));
    for (const auto& call : {one, two, foreign})
        must(f.cabinet->saveCall(call));

    const auto sheet = must(f.cabinet->popSheet({one.number, f.clock.now, 14, 20}));
    CHECK(sheet.callers == std::vector{albers, zander});
    REQUIRE(sheet.history.size() == 2);
    CHECK(sheet.history[0].call == one);
    CHECK(sheet.history[1].call == two);
}

TEST_CASE("An unknown number has its own history, a withheld one has none", "[store][pop]")
{
    CabinetFixture f;
    must(f.cabinet->saveProfile(f.someProfile()));
    const domain::CallRecord known = f.someCall();
    domain::CallRecord withheld = f.someCall();
    withheld.number = {};
    withheld.anonymous = true;
    must(f.cabinet->saveCall(known));
    must(f.cabinet->saveCall(withheld));
    CHECK(must(f.cabinet->popSheet({known.number, f.clock.now, 14, 20})).history.size() == 1);
    const auto sheet = must(f.cabinet->popSheet({{}, f.clock.now, 14, 20}));
    CHECK(sheet.callers.empty());
    CHECK(sheet.history.empty());
}

TEST_CASE("An empty cabinet says that its profile is missing", "[store][pop]")
{
    CabinetFixture f;
    CHECK(faultOf(f.cabinet->profile()) == Fault::NotFound);
    CHECK(faultOf(f.cabinet->popSheet({{}, f.clock.now, 14, 20})) == Fault::NotFound);
}

TEST_CASE("The instruction version counts only changes of greetings and instructions", "[store][profile]")
{
    CabinetFixture f;
    domain::TenantProfile profile = f.someProfile();
    must(f.cabinet->saveProfile(profile));
    CHECK(must(f.cabinet->profile()).instructionVersion == 1);
    profile.trade = QStringLiteral("Kinderarzt");
    must(f.cabinet->saveProfile(profile));
    must(f.cabinet->saveProfile(profile));
    CHECK(must(f.cabinet->profile()).instructionVersion == 1);
    profile.instructions.push_back(QStringLiteral("Keine Rezepte am Telefon"));
    must(f.cabinet->saveProfile(profile));
    CHECK(must(f.cabinet->profile()).instructionVersion == 2);
    profile.greetings.front().text = QStringLiteral("Grüß Gott");
    must(f.cabinet->saveProfile(profile));
    CHECK(must(f.cabinet->profile()).instructionVersion == 3);

    domain::TenantProfile foreign = profile;
    foreign.entry.id = f.ids.fresh<domain::TenantId>();
    CHECK(faultOf(f.cabinet->saveProfile(foreign)) == Fault::Invalid);
}

TEST_CASE("Saving the same thing again replaces it", "[store]")
{
    CabinetFixture f;
    must(f.cabinet->saveProfile(f.someProfile()));
    domain::Person person = f.somePerson(QStringLiteral("Dr. Hanna Feld"));
    must(f.cabinet->savePerson(person, 0));
    person.presence = {domain::PresenceState::Absent, {}, QStringLiteral("Lissabon"), f.clock.now};
    must(f.cabinet->savePerson(person, 0));
    CHECK(must(f.cabinet->people()) == std::vector{person});

    domain::Caller caller = f.someCaller(QStringLiteral("Albers"), {QStringLiteral("+491"), QStringLiteral("+492")});
    must(f.cabinet->saveCaller(caller));
    caller.numbers.erase(caller.numbers.begin());
    must(f.cabinet->saveCaller(caller));
    CHECK(must(f.cabinet->callers()) == std::vector{caller});

    domain::CallRecord call = f.someCall();
    must(f.cabinet->saveCall(call));
    call.caller = caller.id;
    call.offeredAt = call.offeredAt.addMSecs(1);
    must(f.cabinet->saveCall(call));
    CHECK(must(f.cabinet->call(call.id)) == call);
    CHECK(must(f.cabinet->calls(10)) == std::vector{call});

    domain::Slot slot = f.someSlot(f.clock.now);
    must(f.cabinet->saveSlot(slot));
    slot.start = slot.start.addDays(1);
    slot.person = person.id;
    must(f.cabinet->saveSlot(slot));
    CHECK(must(f.cabinet->freeSlots(f.clock.now, f.clock.now.addDays(2))) == std::vector{slot});
    CHECK(must(f.cabinet->freeSlots(f.clock.now, slot.start)).empty());
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("Attaching a number twice changes nothing, to nobody is refused", "[store][caller]")
{
    CabinetFixture f;
    domain::Caller caller = f.someCaller(QStringLiteral("Albers"), {QStringLiteral("+491")});
    must(f.cabinet->saveCaller(caller));
    const domain::LabelledNumber number{QStringLiteral("Büro"), domain::PhoneNumber::fromE164(QStringLiteral("+492"))};
    must(f.cabinet->attachNumber(caller.id, number));
    must(f.cabinet->attachNumber(caller.id, {QStringLiteral("anders"), number.number}));
    caller.numbers.push_back(number);
    CHECK(must(f.cabinet->callers()) == std::vector{caller});
    CHECK(faultOf(f.cabinet->attachNumber(f.ids.fresh<domain::CallerId>(), number)) == Fault::NotFound);
}

TEST_CASE("What is not there is not found", "[store]")
{
    CabinetFixture f;
    CHECK(faultOf(f.cabinet->call(f.ids.fresh<domain::CallId>())) == Fault::NotFound);
    CHECK(faultOf(f.cabinet->note(f.ids.fresh<domain::NoteId>())) == Fault::NotFound);
    CHECK(faultOf(f.cabinet->discardDraft(f.ids.fresh<domain::NoteId>(), f.clock.now)) == Fault::NotFound);
    CHECK(faultOf(f.cabinet->setSeen(f.ids.fresh<domain::NoteId>(), true, {}, f.clock.now)) == Fault::NotFound);
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
    domain::Note again = note;
    again.text = QStringLiteral("etwas anderes");
    must(f.cabinet->finishNote(again, f.ids.fresh<domain::OperationId>()));
    CHECK(must(f.cabinet->drafts()).empty());
    CHECK(must(f.cabinet->note(note.id)) == note);
    CHECK(faultOf(f.cabinet->saveDraft(note)) == Fault::Conflict);
    CHECK(faultOf(f.cabinet->discardDraft(note.id, f.clock.now)) == Fault::Conflict);

    const auto next = must(f.cabinet->ledger().nextOperation(f.clock.now));
    REQUIRE(next);
    CHECK(next->id == operation);
    CHECK(next->kind == ports::OperationKind::CreateTopic);
    CHECK(next->topic == domain::topicFromNote(note));
    CHECK(must(f.cabinet->ledger().outbox()).waiting == 1);
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("A discarded draft neither lives on nor finishes", "[store][note]")
{
    CabinetFixture f;
    const domain::Note note = f.someNote();
    must(f.cabinet->saveDraft(note));
    must(f.cabinet->discardDraft(note.id, f.clock.now.addSecs(50)));
    must(f.cabinet->discardDraft(note.id, f.clock.now.addSecs(60)));
    CHECK(must(f.cabinet->drafts()).empty());
    CHECK(must(f.cabinet->note(note.id)).state == domain::NoteState::Discarded);
    CHECK(must(f.cabinet->note(note.id)).changedAt == f.clock.now.addSecs(50));
    CHECK(faultOf(f.cabinet->saveDraft(note)) == Fault::Conflict);
    CHECK(faultOf(f.cabinet->finishNote(note, f.ids.fresh<domain::OperationId>())) == Fault::Conflict);
    CHECK(must(f.cabinet->ledger().outbox()).waiting == 0);
}

TEST_CASE("Drafts come oldest first, also one without a call and one of the greatest length", "[store][note]")
{
    CabinetFixture f;
    domain::Note young = f.someNote();
    young.call = {};
    domain::Note old = f.someNote();
    old.createdAt = f.clock.now.addDays(-1);
    old.text = QString(domain::maxNoteText, QChar(0x00fc)) + QStringLiteral("\n\U0001F4DE");
    must(f.cabinet->saveDraft(young));
    must(f.cabinet->saveDraft(old));
    CHECK(must(f.cabinet->drafts()) == std::vector{old, young});
}

TEST_CASE("An imported note is on file with its topic's state and nothing to send", "[store][note]")
{
    CabinetFixture f;
    const domain::Note note = f.finishedNote();
    must(f.cabinet->fileNote(note, domain::TopicState::Done));
    must(f.cabinet->fileNote(note, domain::TopicState::Open));
    CHECK(must(f.cabinet->note(note.id)) == note);
    const auto topics = must(f.cabinet->topics());
    REQUIRE(topics.size() == 1);
    CHECK(topics.front().topic.state == domain::TopicState::Done);
    CHECK_FALSE(must(f.cabinet->ledger().nextOperation(f.clock.now)));
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("Many saves are one: all or none", "[store][import]")
{
    CabinetFixture f;
    const domain::Caller caller = f.someCaller(QStringLiteral("Albers"), {QStringLiteral("+491")});
    const auto failed = f.cabinet->atomically([&]() -> domain::Outcome {
        must(f.cabinet->saveCaller(caller));
        must(f.cabinet->finishNote(f.finishedNote(), f.ids.fresh<domain::OperationId>()));
        CHECK(must(f.cabinet->callers()).size() == 1);
        return domain::failure(Fault::Invalid, QStringLiteral("line 7"));
    });
    CHECK(faultOf(failed) == Fault::Invalid);
    CHECK(must(f.cabinet->callers()).empty());
    CHECK(must(f.cabinet->topics()).empty());

    must(f.cabinet->atomically([&]() -> domain::Outcome {
        // A part that fails takes back only itself.
        CHECK_FALSE(f.cabinet->attachNumber(caller.id, {}).has_value());
        return f.cabinet->saveCaller(caller);
    }));
    CHECK(must(f.cabinet->callers()) == std::vector{caller});
}

TEST_CASE("Two cabinets never share anything", "[store][isolation]")
{
    CabinetFixture f;
    const auto otherTenant = f.ids.fresh<domain::TenantId>();
    const auto other = must(f.room->create(otherTenant));
    must(f.cabinet->saveProfile(f.someProfile()));
    const QString canary = QStringLiteral("Kanarienvogel-Lindenplatz");
    const domain::Caller caller = f.someCaller(canary, {QStringLiteral("+4915228817386")});
    must(f.cabinet->saveCaller(caller));
    must(f.cabinet->saveCall(f.someCall()));
    domain::Note note = f.finishedNote();
    note.text = canary;
    must(f.cabinet->finishNote(note, f.ids.fresh<domain::OperationId>()));
    must(f.cabinet->saveDraft(f.someNote()));

    domain::TenantProfile profile = f.someProfile();
    profile.entry.id = otherTenant;
    must(other->saveProfile(profile));
    const auto sheet = must(other->popSheet({f.someCall().number, f.clock.now, 14, 20}));
    CHECK(sheet.callers.empty());
    CHECK(sheet.history.empty());
    CHECK(must(other->drafts()).empty());
    CHECK(must(other->topics()).empty());
    CHECK(must(other->review({canary, false, false, 10})).empty());
    CHECK(must(other->ledger().outbox()).waiting == 0);
    CHECK_FALSE(must(other->ledger().nextOperation(f.clock.now)));
    CHECK(faultOf(other->note(note.id)) == Fault::NotFound);
    CHECK(must(f.cabinet->review({canary, false, false, 10})).size() == 1);
}
