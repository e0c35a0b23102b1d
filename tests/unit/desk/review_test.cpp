#include "test_bureau.h"

#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/desk/review.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using test::TestBureau;

namespace {

domain::Note finishedNote(TestBureau& bureau, const QString& who, const QString& text)
{
    domain::Note note;
    note.id = domain::NoteId(bureau.ids.next());
    note.callerName = who;
    note.text = text;
    note.authorName = bureau.anna.name;
    note.createdAt = note.changedAt = note.finishedAt = bureau.clock.nowUtc();
    note.state = domain::NoteState::Finished;
    REQUIRE(bureau.inCabinet(bureau.practice, [&](ports::Cabinet& cabinet) {
        return cabinet.finishNote(note, domain::OperationId(bureau.ids.next()));
    }));
    bureau.clock.advance(60);
    return note;
}

struct ClientAtReview {
    explicit ClientAtReview(TestBureau& home) : bureau(home), gatekeeper(home.office(), home.room(), home.feld)
    {
        gatekeeper.open(home.practice.id, desk::Occasion::review(), &receiver, [&](domain::Result<desk::CabinetHandle> handle) {
            review = std::make_unique<desk::Review>(home.office(), std::move(*handle), home.feld);
        });
        REQUIRE(test::turnUntil([&] { return review != nullptr; }));
        QObject::connect(review.get(), &desk::Review::loaded, &receiver, [&] { ++loads; });
        QObject::connect(review.get(), &desk::Review::outboxFilled, &receiver, [&] { ++pushes; });
    }
    const std::vector<ports::ReviewEntry>& load(const ports::ReviewQuery& query)
    {
        const int before = loads;
        review->load(query);
        REQUIRE(test::turnUntil([&] { return loads > before; }));
        return review->entries();
    }

    TestBureau& bureau;
    desk::Gatekeeper gatekeeper;
    QObject receiver;
    std::unique_ptr<desk::Review> review;
    int loads = 0;
    int pushes = 0;
};

} // namespace

TEST_CASE("a client sees its notes newest first, unseen until opened")
{
    TestBureau bureau;
    const auto older = finishedNote(bureau, QStringLiteral("Albers"), QStringLiteral("Blutbild"));
    const auto newer = finishedNote(bureau, QStringLiteral("Müller"), QStringLiteral("Überweisung"));
    ClientAtReview client(bureau);
    const auto& entries = client.load({});
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].note.id == newer.id);
    CHECK_FALSE(entries[0].seen);

    client.review->setSeen(newer.id, true);
    REQUIRE(test::turnUntil([&] { return client.loads == 2; }));
    ports::ReviewQuery unseen;
    unseen.unseenOnly = true;
    REQUIRE(client.load(unseen).size() == 1);
    CHECK(client.review->entries()[0].note.id == older.id);
}

TEST_CASE("search finds inside words and does not mind how umlauts are typed")
{
    TestBureau bureau;
    finishedNote(bureau, QStringLiteral("Albers"), QStringLiteral("Fragt nach der Wärmepumpenwartung."));
    finishedNote(bureau, QStringLiteral("Groß"), QStringLiteral("Rückruf"));
    ClientAtReview client(bureau);
    const auto found = [&](const char* words) {
        ports::ReviewQuery query;
        query.search = QString::fromUtf8(words);
        return client.load(query).size();
    };
    CHECK(found("pumpen") == 1);
    CHECK(found("waermepumpe") == 1);
    CHECK(found("WÄRME fragt") == 1);
    CHECK(found("gross") == 1);
    CHECK(found("rueckruf") == 1);
    CHECK(found("wärme rückruf") == 0);
    CHECK(found("%") == 0);
}

TEST_CASE("comment and done go to the outbox; the same state twice does not")
{
    TestBureau bureau;
    const auto note = finishedNote(bureau, QStringLiteral("Albers"), QStringLiteral("Blutbild"));
    const domain::TopicId topic(note.id.uuid());
    ClientAtReview client(bureau);
    client.load({});
    client.review->addComment(topic, QStringLiteral("   "));
    client.review->addComment(topic, QStringLiteral("Bitte Termin anbieten."));
    client.review->setState(topic, domain::TopicState::Done);
    REQUIRE(test::turnUntil([&] { return client.pushes == 2; }));
    bureau.settle();
    const auto& entries = client.load({});
    CHECK(entries[0].topicState == domain::TopicState::Done);
    REQUIRE(entries[0].comments.size() == 1);
    CHECK(entries[0].comments[0].author == bureau.feld.name);
    const auto waiting = [&] { return bureau.inCabinet(bureau.practice, [](ports::Cabinet& c) { return c.ledger().outbox(); })->waiting; };
    CHECK(waiting() == 2); // the note, whose state changed before it was sent, and the comment
    client.review->setState(topic, domain::TopicState::Done);
    bureau.settle();
    CHECK(waiting() == 2);
    const auto history = bureau.inCabinet(bureau.practice, [&](ports::Cabinet& c) { return c.topicList().history(topic); });
    REQUIRE(history);
    CHECK(history->back().kind == ports::TopicEventKind::Changed);
    CHECK(history->back().by.name == bureau.feld.name);

    ports::ReviewQuery open;
    open.openOnly = true;
    CHECK(client.load(open).empty());
}

TEST_CASE("a slow answer to an old question never replaces the answer to a new one")
{
    TestBureau bureau;
    finishedNote(bureau, QStringLiteral("Albers"), QStringLiteral("Blutbild"));
    ClientAtReview client(bureau);
    ports::ReviewQuery none;
    none.search = QStringLiteral("gibtesnicht");
    client.review->load(none);
    client.review->load({});
    REQUIRE(test::turnUntil([&] { return client.loads == 1; }));
    bureau.settle();
    CHECK(client.loads == 1);
    CHECK(client.review->entries().size() == 1);
}
