#include "fixture.h"

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::Fault;
using domain::TopicId;
using domain::TopicState;
using ports::ReviewQuery;

namespace {

std::vector<QString> texts(const std::vector<ports::ReviewEntry>& entries)
{
    std::vector<QString> found;
    for (const auto& entry : entries)
        found.push_back(entry.note.text);
    return found;
}

domain::Note filed(CabinetFixture& f, const QString& text, int age)
{
    domain::Note note = f.finishedNote();
    note.text = text;
    note.callerName = note.company = note.concern = note.forName = QString();
    note.finishedAt = f.clock.now.addDays(-age);
    must(f.cabinet->fileNote(note, TopicState::Open));
    return note;
}

} // namespace

TEST_CASE("The review shows finished notes, newest first, with call, comments and state", "[store][review]")
{
    CabinetFixture f;
    const domain::CallRecord call = f.someCall();
    must(f.cabinet->saveCall(call));
    domain::Note note = f.finishedNote();
    note.call = call.id;
    must(f.cabinet->finishNote(note, f.ids.fresh<domain::OperationId>()));
    filed(f, QStringLiteral("älter"), 3);
    must(f.cabinet->saveDraft(f.someNote()));

    auto entries = must(f.cabinet->review({}));
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].note == note);
    CHECK(entries[0].call == call);
    CHECK(entries[0].topicState == TopicState::Open);
    CHECK_FALSE(entries[0].seen);
    CHECK_FALSE(entries[0].onSharedList);
    CHECK_FALSE(entries[1].call);

    const TopicId topic(note.id.uuid());
    const domain::Comment early{f.ids.fresh<domain::CommentId>(), QStringLiteral("Dr. Feld"), QStringLiteral("Danke"),
                                f.clock.now};
    domain::Comment late = early;
    late.id = f.ids.fresh<domain::CommentId>();
    late.at = f.clock.now.addSecs(60);
    must(f.cabinet->addComment(topic, late, f.ids.fresh<domain::OperationId>()));
    must(f.cabinet->addComment(topic, early, f.ids.fresh<domain::OperationId>()));
    must(f.cabinet->setTopicState(topic, TopicState::Done, f.ids.fresh<domain::OperationId>(), f.clock.now));
    must(f.cabinet->setSeen(note.id, true, f.ids.fresh<domain::UserId>(), f.clock.now));
    must(f.cabinet->setSeen(note.id, true, f.ids.fresh<domain::UserId>(), f.clock.now));
    const auto next = must(f.cabinet->ledger().nextOperation(f.clock.now));
    must(f.cabinet->ledger().confirm(next->id, {next->topic, QStringLiteral("1"), {}, {}}));
    entries = must(f.cabinet->review({}));
    CHECK(entries[0].comments == std::vector{early, late});
    CHECK(entries[0].topicState == TopicState::Done);
    CHECK(entries[0].seen);
    CHECK(entries[0].onSharedList);

    CHECK(texts(must(f.cabinet->review({{}, true, false, 200}))) == std::vector{QStringLiteral("älter")});
    CHECK(texts(must(f.cabinet->review({{}, false, true, 200}))) == std::vector{QStringLiteral("älter")});
    CHECK(must(f.cabinet->review({{}, false, false, 1})).size() == 1);
    must(f.cabinet->setSeen(note.id, false, {}, f.clock.now));
    CHECK(must(f.cabinet->review({{}, true, false, 200})).size() == 2);
}

TEST_CASE("The search finds every word anywhere in a word, however an umlaut is written", "[store][review]")
{
    CabinetFixture f;
    filed(f, QStringLiteral("Frau Müller fragt nach der Straßenreinigung"), 1);
    filed(f, QStringLiteral("Herr Mueller wegen der Neueröffnung"), 2);
    filed(f, QStringLiteral("MULLER bittet um Rückruf"), 3);
    filed(f, QStringLiteral("Angebot für den Sturmschaden"), 4);
    const auto count = [&](const QString& search) { return must(f.cabinet->review({search, false, false, 200})).size(); };
    for (const QString& way :
         {QStringLiteral("Müller"), QStringLiteral("mueller"), QStringLiteral("MULLER"), QStringLiteral("üll")})
        CHECK(count(way) == 3);
    CHECK(count(QStringLiteral("müller straße")) == 1);
    CHECK(count(QStringLiteral("  strassen   mull ")) == 1);
    CHECK(count(QStringLiteral("eröffnung")) == 1);
    CHECK(count(QStringLiteral("eroeffn")) == 1);
    CHECK(count(QStringLiteral("eroffnung")) == 1);
    CHECK(count(QStringLiteral("ruckruf")) == 1);
    CHECK(count(QStringLiteral("müller sturm")) == 0);
    CHECK(count(QStringLiteral("Feuer")) == 0); // "für" is not "feuer"
    CHECK(count(QStringLiteral("%")) == 0);
    CHECK(count(QStringLiteral(" ")) == 4);
}

TEST_CASE("The search covers who rang, for whom and about what, and obeys filter, order and limit", "[store][review]")
{
    CabinetFixture f;
    const domain::Note note = f.finishedNote();
    must(f.cabinet->fileNote(note, TopicState::Open));
    for (const QString& word : {note.callerName, note.company, note.callbackNumber, note.concern, note.forName, note.text})
        CHECK(must(f.cabinet->review({word, false, false, 200})).size() == 1);

    // Searched once already: what is filed afterwards is found as well, in its place.
    filed(f, QStringLiteral("Rechnung drei"), 3);
    filed(f, QStringLiteral("Rechnung eins"), 1);
    const domain::Note seen = filed(f, QStringLiteral("Rechnung zwei"), 2);
    must(f.cabinet->setSeen(seen.id, true, {}, f.clock.now));
    CHECK(texts(must(f.cabinet->review({QStringLiteral("rechnung"), false, false, 200}))) ==
          std::vector{QStringLiteral("Rechnung eins"), QStringLiteral("Rechnung zwei"), QStringLiteral("Rechnung drei")});
    CHECK(texts(must(f.cabinet->review({QStringLiteral("rechnung"), true, false, 2}))) ==
          std::vector{QStringLiteral("Rechnung eins"), QStringLiteral("Rechnung drei")});
}

TEST_CASE("A search that saw notes of a transaction taken back forgets them", "[store][review]")
{
    CabinetFixture f;
    const auto rolledBack = f.cabinet->atomically([&]() -> domain::Outcome {
        filed(f, QStringLiteral("verworfen"), 1);
        CHECK(must(f.cabinet->review({QStringLiteral("verworfen"), false, false, 10})).size() == 1);
        return domain::failure(Fault::Invalid, QStringLiteral("line 7"));
    });
    CHECK_FALSE(rolledBack.has_value());
    filed(f, QStringLiteral("geblieben"), 1);
    CHECK(must(f.cabinet->review({QStringLiteral("geblieben"), false, false, 10})).size() == 1);
    CHECK(must(f.cabinet->review({QStringLiteral("verworfen"), false, false, 10})).empty());
}
