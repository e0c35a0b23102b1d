#include <catch2/catch.hpp>

#include "test_archive.h"

#include "vorzimmer/exchange/json_files.h"

using namespace vorzimmer;
using exchange::readJson;
using test::flawsOf;
using test::tenantJson;

namespace {

QString flawOf(const QString& json)
{
    return flawsOf(readJson(json)).join(u'\n');
}

} // namespace

TEST_CASE("a tenant with nothing but the obligatory fields is read")
{
    const auto file = readJson(tenantJson());
    REQUIRE(file.has_value());
    CHECK(std::get<exchange::TenantFile>(*file).key == u"praxis"_qs);
}

TEST_CASE("broken JSON is refused with its line")
{
    CHECK(flawOf(u"{\"format\": \"vorzimmer/tenant\",\n \"version\": 1,\n \"key\": }"_qs).startsWith(u"line 3: no valid JSON"_qs));
    CHECK(flawOf(u"{\"format\":\n\"vorzimmer/tenant\"\n\"version\": 1}"_qs).startsWith(u"line 3: no valid JSON"_qs));
    CHECK(flawOf(QString()).startsWith(u"line 1: no valid JSON"_qs));
    CHECK(flawOf(u"{\n\n"_qs).startsWith(u"line 3: no valid JSON"_qs));
    CHECK(flawOf(tenantJson() + u"x"_qs).startsWith(u"line 2: no valid JSON"_qs));
    CHECK(flawOf(tenantJson(u"\"numbers\": [1e999]"_qs)).contains(u"no valid JSON"_qs));
}

TEST_CASE("a name that stands twice is refused: one of the two would be lost")
{
    CHECK(flawOf(tenantJson(u"\"trade\": \"a\", \"trade\": \"b\""_qs)) == u"trade: this name stands twice in the same object"_qs);
    CHECK(flawOf(tenantJson(u"\"concerns\": [{\"name\": \"a\", \"email\": \"\"}, {\"name\": \"b\", \"email\": \"\"}]"_qs)).isEmpty());
}

TEST_CASE("nesting is bounded")
{
    CHECK(flawOf(QString(100'000, u'[')).contains(u"nested deeper"_qs));
    CHECK(flawOf(tenantJson(u"\"numbers\": "_qs + QString(20, u'[') + QString(20, u']'))).contains(u"nested deeper"_qs));
}

TEST_CASE("every flaw of the form is reported with its pointer")
{
    const QString more = uR"("trde": "Praxis",
        "numbers": ["030 1", 7],
        "hours": {"weekly": {"mon": ["12:00-08:00"], "tue": ["08:00-13:00", "12:00-18:00"], "wed": ["8-12"], "xyz": []},
                  "closed": [{"from": "2026-12-24", "until": "2027-01-01 12:00"}]},
        "people": [{"key": "a", "name": ""}, {"name": "B", "presence": {"state": "lunch"}}],
        "callers": [{"key": "c", "remark": 5, "relation": "friend"}, "d"],
        "history": [{"at": "w-3 tue", "disposition": "messages", "flags": ["now"], "seconds": -1},
                    {"at": "d-1 10:00"}, {"disposition": "settled"}],
        "slots": [{"weekday": "Tuesday", "times": [], "minutes": 20, "weeks": 1.5}])"_qs;
    const QStringList flaws = flawsOf(readJson(tenantJson(more)));
    const QStringList expected = {
        u"/numbers/1: a text is expected here"_qs,
        u"/hours/weekly/mon/0: ends before it begins"_qs,
        u"/hours/weekly/tue/1: begins before the interval in front of it has ended"_qs,
        u"/hours/weekly/wed/0: a time such as 08:30 is expected here"_qs,
        u"/hours/weekly/xyz: unknown field"_qs,
        u"/hours/closed/0/until: a day without time is expected here"_qs,
        u"/people/0/name: is missing"_qs,
        u"/people/1/key: is missing"_qs,
        u"/people/1/presence/state: must be one of available, busy, absent"_qs,
        u"/callers/0/name: neither name nor company is given"_qs,
        u"/callers/0/relation: must be one of customer, prospect, supplier, vip, family, authority, press, solicitor, blocked"_qs,
        u"/callers/0/remark: a text is expected here"_qs,
        u"/callers/1: an object is expected here"_qs,
        u"/history/0/at: the time of day is missing"_qs,
        u"/history/0/seconds: a whole number from 0 to 86400 is expected here"_qs,
        u"/history/0/disposition: must be one of message, putthrough, email, appointment, settled, abandoned, refused, none"_qs,
        u"/history/0/flags/0: must be one of urgent, callback, callsagain, information"_qs,
        u"/history/1/disposition: is missing"_qs,
        u"/history/2/at: is missing"_qs,
        u"/slots/0/weekday: must be one of mon, tue, wed, thu, fri, sat, sun"_qs,
        u"/slots/0/times: a series needs at least one time; a single slot has \"at\""_qs,
        u"/slots/0/weeks: a whole number from 1 to 104 is expected here"_qs,
        u"/trde: unknown field"_qs,
    };
    for (const QString& flaw : expected)
        CHECK_THAT(flaws.join(u'\n').toStdString(), Catch::Contains(flaw.toStdString()));
}

TEST_CASE("another format, a newer version and a foreign id are refused")
{
    CHECK(flawOf(u"{}"_qs).startsWith(u"/format: is missing"_qs));
    CHECK(flawOf(u"[]"_qs) == u"an object is expected here"_qs);
    CHECK(flawOf(u"{\"format\": \"vorzimmer/tennant\", \"version\": 1}"_qs).startsWith(u"/format: must be"_qs));
    CHECK(flawOf(u"{\"format\": \"vorzimmer/tenant\", \"version\": 2, \"new\": 1}"_qs).contains(u"newer Vorzimmer"_qs));
    CHECK(flawOf(tenantJson(u"\"id\": \"4711\""_qs)) == u"/id: not a UUID"_qs);
}

TEST_CASE("opening hours are taken as people write them, and a mistake is told with its character")
{
    const QString hours = uR"("hours": {"text": "%1"})"_qs;
    const auto read = readJson(tenantJson(hours.arg(u"Mo-Fr 8-12, 13-17; Feiertage geschlossen"_qs)));
    REQUIRE(read.has_value());
    const auto& file = std::get<exchange::TenantFile>(*read);
    CHECK(file.week[4] == std::vector<domain::DayInterval>{{QTime(8, 0), QTime(12, 0)}, {QTime(13, 0), QTime(17, 0)}});
    CHECK(file.holidays == std::vector<domain::DayInterval>());
    CHECK(flawOf(tenantJson(hours.arg(u"Mo-Fr 8-12; Blaumontag 9-12"_qs))) == u"/hours/text: unknown word (character 13)"_qs);
    const QString both = uR"("hours": {"text": "Mo 8-12", "weekly": {"tue": ["08:00-12:00"]}})"_qs;
    CHECK(flawOf(tenantJson(both)) == u"/hours/weekly: unknown field"_qs);
}

TEST_CASE("what is wrong with a rule is told with its pointer")
{
    const QString more = uR"("screening": {"rules": [
        {"id": "a", "when": {"relations": ["cousin"], "house": "haunted", "schedule": {"from": "soon", "weekdays": ["Mo"], "time": "8"},
                             "calls": {"atLeast": 0}, "lastDispositions": ["lost"], "moon": "full"}, "then": {"action": "dance"}},
        {"title": "b", "validUntil": "never"}]}, "expected": [{"message": "m", "validUntil": "d+1"}])"_qs;
    const QStringList flaws = flawsOf(readJson(tenantJson(more)));
    const QStringList expected = {
        u"/screening/rules/0/when/relations: must be some of unknown, anonymous, customer, prospect, supplier, vip, family, authority, press, solicitor, blocked"_qs,
        u"/screening/rules/0/when/calls/atLeast: a whole number from 1 to 2147483647 is expected here"_qs,
        u"/screening/rules/0/when/calls/days: is missing"_qs,
        u"/screening/rules/0/when/lastDispositions: must be some of message, putthrough, email, appointment, settled, abandoned, refused, none"_qs,
        u"/screening/rules/0/when/house: must be one of open, closed, holiday"_qs,
        u"/screening/rules/0/when/schedule/from: a day such as 2026-12-24 is expected here"_qs,
        u"/screening/rules/0/when/schedule/weekdays: must be some of mon, tue, wed, thu, fri, sat, sun"_qs,
        u"/screening/rules/0/when/schedule/time: a time such as 08:30 is expected here"_qs,
        u"/screening/rules/0/when/schedule/time: a time such as 08:30 is expected here"_qs,
        u"/screening/rules/0/when/moon: unknown field"_qs,
        u"/screening/rules/0/then/action: must be one of putthrough, message, email, appointment, decline"_qs,
        u"/screening/rules/1/id: is missing"_qs,
        u"/screening/rules/1/validUntil: a moment such as 2026-12-24T12:00:00Z is expected here"_qs,
        u"/screening/rules/1/then: is missing"_qs,
        u"/expected/0/caller: neither caller nor number is given"_qs,
        u"/expected/0/validUntil: the time of day is missing"_qs,
    };
    CHECK(flaws == expected);
}

TEST_CASE("texts are bounded and hold no NUL")
{
    CHECK(flawOf(tenantJson(u"\"trade\": \""_qs + QString(10'001, u'x') + u"\""_qs)).startsWith(u"/trade: longer"_qs));
    CHECK(flawOf(tenantJson(u"\"trade\": \"a\\u0000b\""_qs)) == u"/trade: contains a NUL character"_qs);
    const QString note = uR"("history": [{"at": "d-1 10:00", "disposition": "message", "text": "%1"}])"_qs;
    CHECK(flawOf(tenantJson(note.arg(QString(100'000, u'x')))).isEmpty());
    CHECK(flawOf(tenantJson(note.arg(QString(100'001, u'x')))).startsWith(u"/history/0/text: longer"_qs));
}

TEST_CASE("both kinds of file are written so that they are read as the same")
{
    const QString more = uR"("id": "0b7cf2c4-4c8a-4a53-a1e6-2a83a6a2a3f1", "answerAs": "P", "trade": "T", "accent": "#0f766e",
        "numbers": ["+49 30 23125 010"], "greetings": [{"language": "de", "text": "Guten Tag"}],
        "hours": {"text": "Mo 8-12:30, 15-24; Fr 20-2; PH off", "holidayRegion": "DE-BY", "closed": [{"from": "2026-12-24", "until": "d+60", "reason": "x"}]},
        "instructions": ["eins"], "notices": [{"text": "n", "until": "w+0 fri"}], "concerns": [{"name": "Rezept", "email": "a@b.de", "wording": "w",
                      "synonyms": ["Medikament"]}],
        "screening": {"rules": [{"id": "all", "title": "t", "enabled": false, "priority": 3, "validUntil": "2027-01-01T00:00:00Z",
            "when": {"relations": ["unknown", "anonymous", "vip"], "callers": ["c"], "languages": ["de"], "expected": true,
                     "instructed": false, "sharedNumber": true, "concerns": ["Rezept"], "concernByEmail": true,
                     "calls": {"atLeast": 3, "days": 7}, "lastDispositions": ["abandoned"], "callBackOverdue": true,
                     "openTopic": false, "openTopicsAbout": ["Rezept"], "house": "holiday",
                     "schedule": {"from": "2026-12-01", "until": "2026-12-02", "weekdays": ["mon", "sun"], "time": "20:00-02:00"},
                     "reachable": ["a"], "unreachable": ["a"], "engaged": ["a"]},
            "then": {"action": "putthrough", "people": ["a"], "onCallFirst": true, "manner": "blind", "questions": ["q"],
                     "email": "a@b.de", "wording": "w", "slotKind": "k", "remark": "r"}},
            {"id": "least", "then": {"action": "decline"}}],
            "absences": [{"person": "a", "when": {"weekdays": ["tue"]}, "note": "n"}],
            "duties": [{"person": "a", "when": {"time": "08:00-12:00"}}], "callBackHours": 5, "staleDays": 7, "askWhy": true},
        "expected": [{"id": "0b7cf2c4-4c8a-4a53-a1e6-2a83a6a2a3f2", "caller": "c", "message": "m", "validUntil": "d+1 10:00", "enteredBy": "e"},
                     {"number": "030 1", "message": "m", "validUntil": "d+2 10:00"}],
        "people": [{"key": "a", "name": "A", "role": "r", "responsibilities": "x", "numbers": [{"label": "l", "number": "030 1"}],
                    "presence": {"state": "busy", "until": "d+0 15:00", "note": "n", "confirmed": "d-1 08:00"}, "deputy": "b"}],
        "callers": [{"key": "c", "name": "C", "relation": "vip", "language": "en", "specialInstruction": "s", "remark": "m"}],
        "history": [{"at": "d-1 10:00", "caller": "c", "seconds": 5, "disposition": "email", "detail": "d", "concern": "Rezept",
                     "for": "a", "text": "t", "flags": ["urgent", "information"], "by": "anna", "topic": "waiting", "end": "wehungup",
                     "presented": "", "anonymous": false, "dialled": "", "note": {"caller": "", "callback": "1"}},
                    {"at": "d-2 10:00", "call": false, "text": "ohne Anruf"}],
        "slots": [{"at": "d+1 10:00", "minutes": 20, "kind": "k", "person": "a", "releasedBy": "r"},
                  {"weekday": "tue", "times": ["08:40", "09:20"], "minutes": 20, "kind": "k", "weeks": 4}])"_qs;
    const auto first = readJson(tenantJson(more));
    CHECK(flawsOf(first) == QStringList());
    REQUIRE(first.has_value());
    const QByteArray written = exchange::writeJson(std::get<exchange::TenantFile>(*first));
    const auto second = readJson(QString::fromUtf8(written));
    CHECK(flawsOf(second) == QStringList());
    REQUIRE(second.has_value());
    CHECK(std::get<exchange::TenantFile>(*first) == std::get<exchange::TenantFile>(*second));
    CHECK(exchange::writeJson(std::get<exchange::TenantFile>(*second)) == written);

    const exchange::BureauFile bureau{{{u"anna"_qs, u"Anna \"A\" Brandt"_qs, domain::Role::Supervisor, {u"a"_qs, u"b"_qs}}}, {{u"a"_qs, u"b"_qs}}};
    const auto read = readJson(QString::fromUtf8(exchange::writeJson(bureau)));
    REQUIRE(read.has_value());
    CHECK(std::get<exchange::BureauFile>(*read) == bureau);
}
