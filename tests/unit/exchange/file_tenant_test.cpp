#include <catch2/catch.hpp>

#include "test_archive.h"

#include "vorzimmer/exchange/json_files.h"
#include "vorzimmer/ports/knowledge_book.h"
#include "vorzimmer/ports/rule_book.h"

using namespace vorzimmer;
using exchange::Tally;
using test::flawsOf;
using test::tenantJson;
using test::TestArchive;

namespace {

const QString household = uR"("numbers": ["+49 30 23125 010", "030/23125-020"],
    "greetings": [{"language": "de", "text": "Guten Tag, {secretary}"}],
    "hours": {"weekly": {"mon": ["08:00-12:30"]}, "closed": [{"from": "2026-12-24", "until": "2027-01-01", "reason": "Urlaub"}]},
    "instructions": ["Akut: **durchstellen**"], "notices": [{"text": "Labor", "from": "w+0 mon", "until": "w+0 fri"}],
    "concerns": [{"name": "Rezept", "email": "rezept@praxis.example", "synonyms": ["Medikament"],
        "questions": [{"text": "Wann geboren?", "kind": "date", "mandatory": true},
                      {"text": "Wie eilig?", "kind": "choice", "choices": ["heute", "bald"]}]}],
    "screening": {
        "rules": [
            {"id": "albers", "when": {"callers": ["albers"], "schedule": {"weekdays": ["mon"], "time": "20:00-06:00"}},
             "then": {"action": "putthrough", "people": ["ay"], "manner": "announced"}},
            {"id": "rest", "then": {"action": "message", "people": ["feld"], "questions": ["Seit wann?"]}}],
        "absences": [{"person": "feld", "when": {"from": "2026-12-01", "until": "2026-12-05"}, "note": "Urlaub"}],
        "duties": [{"person": "ay", "when": {"weekdays": ["sat", "sun"]}}], "callBackHours": 4},
    "expected": [{"caller": "albers", "message": "Der Befund liegt vor.", "validUntil": "d+2 18:00"},
                 {"number": "030 23125 500", "message": "Bitte morgen kommen.", "validUntil": "d+1 18:00", "enteredBy": "Dr. Feld"},
                 {"number": "030 23125 500", "message": "vorbei", "validUntil": "d-1 18:00"}],
    "people": [
        {"key": "feld", "name": "Dr. Hanna Feld", "numbers": [{"label": "Durchwahl", "number": "(030) 23125-011"}], "deputy": "ay",
         "presence": {"state": "busy", "until": "d+0 11:15", "note": "in Behandlung", "confirmed": "d+0 12:05"}},
        {"key": "ay", "name": "Dr. Miriam Aydın", "deputy": "feld"}],
    "callers": [
        {"key": "albers", "name": "T. Albers", "company": "Albers KG", "numbers": [{"label": "mobil", "number": "0152 28817386"}]},
        {"key": "quiet", "name": "Ohne Nummer"}],
    "history": [
        {"at": "w-3 tue 10:42", "caller": "albers", "seconds": 95, "disposition": "message", "concern": "Befund", "for": "feld",
         "text": "Fragt nach dem Blutbild", "answers": [{"question": "Wann geboren?", "answer": "3.4.1961"}], "flags": ["callback", "urgent"], "by": "anna", "topic": "waiting"},
        {"at": "w-3 tue 10:42", "caller": "albers", "seconds": 10, "disposition": "message"},
        {"at": "w-2 mon 09:00", "number": "+44 20 7946 0018", "disposition": "abandoned"},
        {"at": "w-2 mon 09:05", "disposition": "refused"},
        {"at": "w-2 mon 09:10", "caller": "albers", "seconds": 30, "disposition": "putthrough", "detail": "Dr. Hanna Feld"},
        {"at": "d+0 23:00", "caller": "albers", "disposition": "settled"}],
    "slots": [
        {"weekday": "wed", "times": ["08:40", "15:00"], "minutes": 20, "kind": "Blutabnahme", "person": "feld", "weeks": 2},
        {"at": "d+1 10:00", "minutes": 15, "kind": "Rückruf"}])"_qs;

/// The one call with that disposition and a note, or without.
domain::CallRecord callWith(ports::Cabinet& cabinet, domain::Disposition disposition)
{
    const auto calls = cabinet.calls(100);
    REQUIRE(calls.has_value());
    const auto found = std::find_if(calls->begin(), calls->end(),
                                    [&](const domain::CallRecord& call) { return call.disposition == disposition; });
    REQUIRE(found != calls->end());
    return *found;
}

} // namespace

TEST_CASE("a whole tenant is filed")
{
    TestArchive house;
    const auto tally = house.file(tenantJson(household));
    CHECK(flawsOf(tally) == QStringList());
    REQUIRE(tally.has_value());
    CHECK(tally->people == 2);
    CHECK(tally->callers == 2);
    CHECK(tally->calls == 5); // the one of this evening has not happened yet
    CHECK(tally->notes == 1);
    CHECK(tally->openTimes == 4); // this Wednesday 08:40 is over

    const auto cabinet = house.cabinet(tally->tenant);
    const auto profile = cabinet->profile();
    REQUIRE(profile.has_value());
    CHECK(profile->entry.numbers[1].e164() == u"+493023125020"_qs);
    CHECK(profile->entry.answerAs == u"Praxis"_qs);
    CHECK(profile->notices.front().from == QDate(2026, 11, 23));
    CHECK(profile->hours.closed.front().until == QDate(2027, 1, 1));
    CHECK_FALSE(profile->hours.holidays.has_value());
    const auto& questions = profile->concerns.front().questions;
    REQUIRE(questions.size() == 2);
    CHECK(questions[0] == domain::Question{u"Wann geboren?"_qs, domain::QuestionKind::Date, true});
    CHECK(questions[1].choices == std::vector<QString>{u"heute"_qs, u"bald"_qs});
    const auto entry = house.directory->tenantForNumber(domain::PhoneNumber::fromE164(u"+493023125020"_qs));
    REQUIRE(entry.has_value());
    REQUIRE(entry->has_value());
    CHECK((*entry)->id == tally->tenant);
    CHECK(exchange::findTenant(*house.directory, u"praxis"_qs)->id == tally->tenant);
    CHECK(exchange::findTenant(*house.directory, tally->tenant.text())->id == tally->tenant);
    CHECK_FALSE(exchange::findTenant(*house.directory, u"other"_qs).has_value());

    const auto people = cabinet->people();
    REQUIRE(people->size() == 2);
    CHECK(people->at(0).name == u"Dr. Hanna Feld"_qs);
    CHECK(people->at(0).deputy == people->at(1).id);
    CHECK(people->at(0).numbers.front().number.e164() == u"+493023125011"_qs);
    CHECK(people->at(0).presence.until == QDateTime(QDate(2026, 11, 25), QTime(10, 15), Qt::UTC));
    CHECK(people->at(0).presence.confirmedAt == QDateTime(QDate(2026, 11, 24), QTime(11, 5), Qt::UTC)); // not from the future
    const auto open = cabinet->freeSlots(house.clock.now, house.clock.now.addDays(30));
    REQUIRE(open->size() == 4);
    CHECK(open->front().start == QDateTime(QDate(2026, 11, 25), QTime(14, 0), Qt::UTC));
    CHECK(open->front().person == people->at(0).id);
}

TEST_CASE("history becomes calls and notes that fit together")
{
    TestArchive house;
    const auto tally = house.file(tenantJson(household));
    REQUIRE(tally.has_value());
    const auto cabinet = house.cabinet(tally->tenant);
    const auto notes = cabinet->review({});
    REQUIRE(notes->size() == 1);
    const ports::ReviewEntry& entry = notes->front();
    CHECK(entry.note.answers == std::vector<domain::Answer>{{u"Wann geboren?"_qs, u"3.4.1961"_qs}});
    REQUIRE(entry.call.has_value());
    const domain::CallRecord& call = *entry.call;
    CHECK(call.offeredAt == QDateTime(QDate(2026, 11, 3), QTime(9, 42), Qt::UTC));
    CHECK(call.answeredAt > call.offeredAt);
    CHECK(call.offeredAt.secsTo(call.answeredAt) < 15);
    CHECK(call.answeredAt.secsTo(call.endedAt) == 95);
    CHECK(call.number.e164() == u"+4915228817386"_qs);
    CHECK(call.dialled.e164() == u"+493023125010"_qs);
    CHECK(call.endReason == domain::EndReason::CallerHungUp);
    CHECK(call.handledByName == u"anna"_qs);
    CHECK(entry.note.call == call.id);
    CHECK(entry.note.callerName == u"T. Albers"_qs);
    CHECK(entry.note.company == u"Albers KG"_qs);
    CHECK(entry.note.callbackNumber == u"01522 8817386"_qs);
    CHECK(entry.note.forName == u"Dr. Hanna Feld"_qs);
    CHECK(entry.note.flags == (domain::NoteFlag::PleaseCallBack | domain::NoteFlag::Urgent));
    CHECK(entry.note.finishedAt > call.endedAt);
    CHECK(entry.topicState == domain::TopicState::Waiting);
    CHECK(cabinet->ledger().outbox()->waiting == 0);

    const domain::CallRecord abandoned = callWith(*cabinet, domain::Disposition::Abandoned);
    CHECK_FALSE(abandoned.answeredAt.isValid());
    CHECK(abandoned.endedAt > abandoned.offeredAt);
    CHECK(abandoned.endReason == domain::EndReason::CallerGaveUp);
    CHECK(abandoned.caller.isNull());
    CHECK(abandoned.number.e164() == u"+442079460018"_qs);
    const domain::CallRecord refused = callWith(*cabinet, domain::Disposition::Refused);
    CHECK(refused.anonymous);
    CHECK(refused.number.isEmpty());
    CHECK(refused.endReason == domain::EndReason::Rejected);
    CHECK(callWith(*cabinet, domain::Disposition::PutThrough).endReason == domain::EndReason::Transferred);
}

TEST_CASE("history names the users it will have")
{
    TestArchive house;
    const exchange::BureauFile bureau{{{u"Anna"_qs, u"Anna Brandt"_qs, domain::Role::Secretary, {u"praxis"_qs}}}, {}};
    exchange::Archive archive = house.archive();
    archive.expectedUsers = *exchange::usersOf(*house.directory, bureau);
    const auto file = exchange::readJson(tenantJson(household));
    const auto tally = exchange::fileTenant(archive, std::get<exchange::TenantFile>(*file));
    REQUIRE(tally.has_value());
    REQUIRE(exchange::fileBureau(house.archive(), bureau).has_value());
    const auto notes = house.cabinet(tally->tenant)->review({});
    REQUIRE(notes->size() == 1);
    CHECK(notes->front().note.authorName == u"Anna Brandt"_qs);
    CHECK(notes->front().note.author == house.directory->users()->front().id);
}

TEST_CASE("importing twice changes nothing, and next week only adds new open times")
{
    TestArchive house;
    const auto first = house.file(tenantJson(household));
    REQUIRE(first.has_value());
    const QByteArray before = house.exported(first->tenant);
    REQUIRE(house.file(tenantJson(household)).has_value());
    CHECK(house.exported(first->tenant) == before);

    house.clock.now = house.clock.now.addDays(7);
    REQUIRE(house.file(tenantJson(household)).has_value());
    const auto cabinet = house.cabinet(first->tenant);
    CHECK(cabinet->calls(100)->size() == 5);
    CHECK(cabinet->review({})->size() == 1);
    CHECK(cabinet->callers()->size() == 2);
}

TEST_CASE("an export filed elsewhere gives the same export")
{
    TestArchive here;
    const auto tally = here.file(tenantJson(household));
    REQUIRE(tally.has_value());
    const QByteArray exported = here.exported(tally->tenant);
    CHECK(exported.contains("Wie eilig?"));
    CHECK(exported.contains("3.4.1961"));
    TestArchive there;
    const auto again = there.file(QString::fromUtf8(exported));
    CHECK(flawsOf(again) == QStringList());
    REQUIRE(again.has_value());
    CHECK(again->tenant == tally->tenant);
    CHECK(there.exported(tally->tenant).toStdString() == exported.toStdString());
}

TEST_CASE("a note without a call is exported and filed again")
{
    TestArchive here;
    const auto tally = here.file(tenantJson(household));
    domain::Note note;
    note.id = domain::NoteId(here.ids.next());
    note.state = domain::NoteState::Finished;
    note.text = u"Beim Jour fixe besprochen"_qs;
    note.authorName = u"Petra Vogt"_qs;
    note.createdAt = here.clock.now.addSecs(-60);
    note.changedAt = note.finishedAt = here.clock.now;
    REQUIRE(here.cabinet(tally->tenant)->fileNote(note, domain::TopicState::Open));
    const QByteArray exported = here.exported(tally->tenant);
    CHECK(exported.contains("\"call\": false"));
    TestArchive there;
    const auto again = there.file(QString::fromUtf8(exported));
    CHECK(flawsOf(again) == QStringList());
    CHECK(there.exported(tally->tenant).toStdString() == exported.toStdString());
    CHECK(there.cabinet(tally->tenant)->note(note.id) == note);
}

TEST_CASE("rules and expected callers are filed, and the same rules once more are no new version")
{
    TestArchive house;
    const auto tally = house.file(tenantJson(household));
    REQUIRE(tally.has_value());
    REQUIRE(house.file(tenantJson(household)).has_value());
    const auto cabinet = house.cabinet(tally->tenant);
    const auto rules = cabinet->ruleBook().rules();
    REQUIRE(rules.has_value());
    CHECK(rules->version == 1);
    CHECK(rules->callBackHours == 4);
    const auto people = cabinet->people().value();
    const auto callers = cabinet->callers().value();
    const auto personId = [&](const QString& name) {
        return std::find_if(people.begin(), people.end(), [&](const domain::Person& one) { return one.name == name; })->id;
    };
    REQUIRE(rules->rules.size() == 2);
    CHECK(rules->rules[0].then.people == std::vector{personId(u"Dr. Miriam Aydın"_qs)});
    CHECK(rules->rules[0].when.when.weekdays == 1);
    CHECK(rules->rules[0].when.callers.front()
          == std::find_if(callers.begin(), callers.end(), [](const domain::Caller& one) { return one.company == u"Albers KG"; })->id);
    CHECK(rules->absences.front().person == personId(u"Dr. Hanna Feld"_qs));
    CHECK(rules->duties.front().person == personId(u"Dr. Miriam Aydın"_qs));
    const auto expected = cabinet->ruleBook().expected(house.clock.now);
    REQUIRE(expected->size() == 2);
    CHECK(expected->front().enteredBy == u"Dr. Feld"_qs);
    CHECK(expected->back().caller == rules->rules[0].when.callers.front());
}

TEST_CASE("rules that lead nowhere or contradict each other are refused with their place")
{
    TestArchive house;
    const QString more = uR"("people": [{"key": "a", "name": "A"}], "concerns": [{"name": "Rezept"}],
        "screening": {"rules": [
            {"id": "one", "when": {"callers": ["x"]}, "then": {"action": "putthrough", "people": ["b"]}},
            {"id": "two", "when": {"concerns": ["Kuchen"]}, "then": {"action": "message"}},
            {"id": "three", "when": {"concerns": ["Rezept"]}, "then": {"action": "email"}},
            {"id": "four", "when": {"house": "open"}, "then": {"action": "message"}},
            {"id": "five", "when": {"house": "open"}, "then": {"action": "decline"}}]})"_qs;
    const QStringList expected = {
        u"/screening/rules/0/then/people/0: no person has this key"_qs,
        u"/screening/rules/0/when/callers/0: no caller has this key"_qs,
        u"/screening/rules (two): no concern is called Kuchen"_qs,
        u"/screening/rules (three): there is no address to refer to"_qs,
        u"/screening/rules (five): says something else than four under the same condition"_qs,
    };
    CHECK(flawsOf(house.file(tenantJson(more))) == expected);
    CHECK(house.cabinetFiles().isEmpty());
}

TEST_CASE("knowledge is filed and exported, the same once more is no new version, and a flawed tree is refused")
{
    const QString tree = uR"("knowledge": [{"key": "way", "question": "Anfahrt"},
        {"question": "Mit dem Bus", "below": "way", "answer": "Linie 12", "words": ["BVG"], "seeAlso": ["way"]}])"_qs;
    TestArchive house;
    const auto tally = house.file(tenantJson(tree));
    CHECK(flawsOf(tally) == QStringList());
    REQUIRE(tally.has_value());
    const auto knowledge = house.cabinet(tally->tenant)->knowledgeBook().knowledge();
    REQUIRE(knowledge->entries.size() == 2);
    CHECK(knowledge->entries[1].id == u"Mit dem Bus"_qs);
    CHECK(knowledge->entries[1].words == std::vector<QString>{u"BVG"_qs});
    REQUIRE(house.file(QString::fromUtf8(house.exported(tally->tenant))).has_value());
    REQUIRE(house.file(tenantJson()).has_value()); // says nothing of it
    CHECK(*house.cabinet(tally->tenant)->knowledgeBook().knowledge() == *knowledge);

    const QString circle = uR"("knowledge": [{"key": "a", "question": "A", "below": "b"}, {"key": "b", "question": "B", "below": "a", "seeAlso": ["c"]}])"_qs;
    const QString flaws = flawsOf(house.file(tenantJson(circle))).join(u'|');
    CHECK(flaws.contains(u"/knowledge/0: stands below itself"_qs));
    CHECK(flaws.contains(u"/knowledge/1: links to a key that is not there"_qs));
}

TEST_CASE("a form that cannot be asked is refused")
{
    TestArchive house;
    const auto refused = [&](const QString& questions) {
        return flawsOf(house.file(tenantJson(uR"("concerns": [{"name": "Rezept", "questions": %1}])"_qs.arg(questions)))).join(u'|');
    };
    CHECK(refused(uR"([{"text": "Wann?"}, {"text": "wann?"}])"_qs) == u"/concerns/0/questions: the same question twice"_qs);
    CHECK(refused(uR"([{"text": "Wie?", "kind": "choice", "choices": ["so"]}])"_qs).contains(u"at least two choices"_qs));
    CHECK(refused(uR"([{"text": "Wie?", "kind": "essay"}])"_qs).contains(u"must be one of text, number"_qs));
}

TEST_CASE("what cannot be resolved is reported with its pointer, and nothing is left behind")
{
    TestArchive house;
    const QString more = uR"("accent": "green", "numbers": ["030 23125 010", "030/23125010", "ruf mich an"],
        "concerns": [{"name": "Rezept", "email": "rezept at praxis"}],
        "people": [{"key": "a", "name": "A", "deputy": "nobody", "numbers": [{"number": "110"}]}, {"key": "a", "name": "B"}],
        "callers": [{"key": "c", "name": "C", "numbers": [{"number": "030 23125 O10"}], "language": "Deutsch"}],
        "history": [{"at": "d-1 10:00", "caller": "x", "for": "y", "number": "4711", "disposition": "settled"},
                    {"at": "2027-01-01T10:00", "disposition": "settled"},
                    {"at": "d-1 10:00", "answered": "d-1 09:00", "disposition": "settled"}],
        "slots": [{"at": "d+1 10:00", "minutes": 15, "person": "z"}])"_qs;
    const QStringList flaws = flawsOf(house.file(tenantJson(more)));
    const QStringList expected = {
        u"/accent: not a colour such as #0f766e"_qs,
        u"/numbers/1: the same number stands above"_qs,
        u"/numbers/2: not a telephone number"_qs,
        u"/concerns/0/email: not an e-mail address"_qs,
        u"/people/0/numbers/0/number: not a telephone number"_qs,
        u"/people/1/key: the same key stands above"_qs,
        u"/people/0/deputy: no person has this key"_qs,
        u"/callers/0/numbers/0/number: not a telephone number"_qs,
        u"/callers/0/language: not a language such as de, en or pt-BR"_qs,
        u"/history/0/for: no person has this key"_qs,
        u"/history/0/caller: no caller has this key"_qs,
        u"/history/0/number: not a telephone number"_qs,
        u"/history/1/at: lies in the future"_qs,
        u"/history/2/answered: before the call came in"_qs,
        u"/slots/0/person: no person has this key"_qs,
    };
    CHECK(flaws == expected);
    CHECK(house.cabinetFiles().isEmpty());
    CHECK(house.directory->tenants()->empty());
    CHECK(flawsOf(house.file(tenantJson().replace(u"Europe/Berlin"_qs, u"Europe/Bonn"_qs))).value(0).startsWith(u"/timeZone"_qs));
    CHECK(house.cabinetFiles().isEmpty());
}

TEST_CASE("a dialled number belongs to one tenant only")
{
    TestArchive house;
    REQUIRE(house.file(tenantJson(household)).has_value());
    const QStringList before = house.cabinetFiles();
    QString other = tenantJson(u"\"numbers\": [\"0049 30 23125020\"]"_qs);
    other.replace(u"\"praxis\""_qs, u"\"kanzlei\""_qs);
    CHECK(flawsOf(house.file(other)) == QStringList{u"/numbers/0: this dialled number already belongs to another tenant (Praxis)"_qs});
    CHECK(house.cabinetFiles() == before);
    CHECK(house.directory->tenants()->size() == 1);
}

TEST_CASE("a key belongs to one tenant only")
{
    TestArchive house;
    REQUIRE(house.file(tenantJson()).has_value());
    const auto other = house.file(tenantJson(u"\"id\": \"0b7cf2c4-4c8a-4a53-a1e6-2a83a6a2a3f1\""_qs));
    CHECK(flawsOf(other) == QStringList{u"/key: another tenant has this key (Praxis)"_qs});
}

TEST_CASE("a fault of the store rolls everything back")
{
    TestArchive house;
    const auto tally = house.file(tenantJson());
    REQUIRE(tally.has_value());
    const QByteArray before = house.exported(tally->tenant);
    // A tenant that sneaks in between the check and the filing.
    exchange::Archive archive = house.archive();
    domain::TenantEntry thief = *exchange::findTenant(*house.directory, u"praxis"_qs);
    thief.id = domain::TenantId(house.ids.next());
    thief.numbers = {domain::PhoneNumber::fromE164(u"+493023125010"_qs)};
    archive.progress = [&](int done, int total) {
        if (done == total - 1)
            CHECK(house.directory->saveTenant(thief).has_value());
    };
    const auto file = exchange::readJson(tenantJson(household));
    const auto filed = exchange::fileTenant(archive, std::get<exchange::TenantFile>(*file));
    REQUIRE_FALSE(filed.has_value());
    CHECK(filed.error().flaws.empty());
    CHECK(filed.error().fault.fault == domain::Fault::Conflict);
    CHECK(house.exported(tally->tenant) == before);
}

TEST_CASE("progress is told up to the end")
{
    TestArchive house;
    exchange::Archive archive = house.archive();
    std::vector<int> told;
    int of = 0;
    archive.progress = [&](int done, int total) {
        told.push_back(done);
        of = total;
    };
    const auto file = exchange::readJson(tenantJson(household));
    REQUIRE(exchange::fileTenant(archive, std::get<exchange::TenantFile>(*file)).has_value());
    REQUIRE(of == 16);
    REQUIRE(told.size() == 16);
    CHECK(told.back() == 16);
}
