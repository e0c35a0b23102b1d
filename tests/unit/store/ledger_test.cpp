#include "fixture.h"

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::Fault;
using domain::OperationId;
using domain::TopicField;
using domain::TopicId;
using domain::TopicState;
using ports::OperationKind;
using ports::OperationState;
using ports::RemoteTopic;

namespace {

class LedgerFixture : public CabinetFixture {
public:
    ports::TopicLedger& ledger = cabinet->ledger();

    OperationId freshOperation() { return ids.fresh<OperationId>(); }
    domain::Comment someComment(const QString& text)
    {
        return {ids.fresh<domain::CommentId>(), QStringLiteral("Anna"), text, clock.now};
    }
    TopicId finished()
    {
        const domain::Note note = finishedNote();
        must(cabinet->finishNote(note, freshOperation()));
        return TopicId(note.id.uuid());
    }
    /// A topic that both sides agree on.
    RemoteTopic shared()
    {
        finished();
        const auto next = must(ledger.nextOperation(clock.now));
        REQUIRE(next);
        const RemoteTopic agreed{next->topic, QStringLiteral("1"), {}, {}};
        must(ledger.confirm(next->id, agreed));
        return agreed;
    }
    domain::Topic local(const TopicId& id)
    {
        for (const RemoteTopic& topic : must(cabinet->topics())) {
            if (topic.topic.id == id)
                return topic.topic;
        }
        return {};
    }
};

} // namespace

TEST_CASE("Operations go out first in, first out per topic", "[store][ledger]")
{
    LedgerFixture f;
    const TopicId one = f.finished();
    const TopicId two = f.finished();
    must(f.cabinet->addComment(one, f.someComment(QStringLiteral("zu eins")), f.freshOperation()));

    const auto first = must(f.ledger.nextOperation(f.clock.now));
    CHECK(first->topic.id == one);
    must(f.ledger.markInFlight(first->id));
    const auto second = must(f.ledger.nextOperation(f.clock.now));
    CHECK(second->topic.id == two); // the comment waits behind its topic
    must(f.ledger.postpone(second->id, OperationState::New, f.clock.now.addSecs(60), QStringLiteral("503")));
    CHECK_FALSE(must(f.ledger.nextOperation(f.clock.now)));
    CHECK(must(f.ledger.nextOperation(f.clock.now.addSecs(60)))->id == second->id);

    must(f.ledger.confirm(first->id, {first->topic, QStringLiteral("1"), {}, {}}));
    const auto third = must(f.ledger.nextOperation(f.clock.now));
    REQUIRE(third);
    CHECK(third->kind == OperationKind::AddComment);
    CHECK(third->comment.text == QStringLiteral("zu eins"));
    must(f.ledger.block(third->id, QStringLiteral("403")));
    must(f.cabinet->setTopicState(one, TopicState::Done, f.freshOperation(), f.clock.now));
    CHECK_FALSE(must(f.ledger.nextOperation(f.clock.now)));
    CHECK(must(f.ledger.nextOperation(f.clock.now.addSecs(60)))->topic.id == two);
}

TEST_CASE("An operation counts its attempts and remembers what became of it", "[store][ledger]")
{
    LedgerFixture f;
    f.finished();
    auto operation = must(f.ledger.nextOperation(f.clock.now));
    CHECK(operation->attempt == 0);
    CHECK(operation->state == OperationState::New);
    must(f.ledger.markInFlight(operation->id));
    CHECK_FALSE(must(f.ledger.nextOperation(f.clock.now)));
    must(f.ledger.reviveInFlight());
    operation = must(f.ledger.nextOperation(f.clock.now));
    CHECK(operation->state == OperationState::Unknown);
    CHECK(operation->attempt == 1);
    must(f.ledger.markInFlight(operation->id));
    must(f.ledger.postpone(operation->id, OperationState::Unknown, f.clock.now.addSecs(2), QStringLiteral("timeout")));
    operation = must(f.ledger.nextOperation(f.clock.now.addSecs(2)));
    CHECK(operation->attempt == 2);
    CHECK(operation->state == OperationState::Unknown);
    CHECK(operation->nextTry == f.clock.now.addSecs(2));
    CHECK(operation->problem == QStringLiteral("timeout"));

    const auto nobody = f.freshOperation();
    CHECK(faultOf(f.ledger.markInFlight(nobody)) == Fault::NotFound);
    CHECK(faultOf(f.ledger.postpone(nobody, OperationState::New, {}, {})) == Fault::NotFound);
    CHECK(faultOf(f.ledger.block(nobody, {})) == Fault::NotFound);
    CHECK(faultOf(f.ledger.confirm(nobody, {})) == Fault::NotFound);
}

TEST_CASE("The outbox is summed up truthfully", "[store][ledger]")
{
    LedgerFixture f;
    auto summary = must(f.ledger.outbox());
    CHECK(summary.waiting == 0);
    CHECK(summary.blocked == 0);
    CHECK_FALSE(summary.earliestTry.isValid());
    CHECK(summary.firstProblem.isEmpty());
    f.finished();
    f.finished();
    f.finished();
    std::vector<OperationId> operations;
    for (int i = 0; i < 3; ++i) {
        const auto next = must(f.ledger.nextOperation(f.clock.now));
        operations.push_back(next->id);
        must(f.ledger.postpone(next->id, OperationState::Unknown, f.clock.now.addSecs(60 - i),
                               QStringLiteral("problem %1").arg(i)));
    }
    summary = must(f.ledger.outbox());
    CHECK(summary.waiting == 3);
    CHECK(summary.earliestTry == f.clock.now.addSecs(58));
    CHECK(summary.firstProblem == QStringLiteral("problem 0"));
    must(f.ledger.block(operations[2], QStringLiteral("refused")));
    summary = must(f.ledger.outbox());
    CHECK(summary.waiting == 2);
    CHECK(summary.blocked == 1);
    CHECK(summary.earliestTry == f.clock.now.addSecs(59));
    CHECK(summary.firstProblem == QStringLiteral("refused"));
}

TEST_CASE("A change of state joins an update that nobody has read yet", "[store][ledger]")
{
    LedgerFixture f;
    const TopicId topic = f.shared().topic.id;
    const auto first = f.freshOperation();
    must(f.cabinet->setTopicState(topic, TopicState::Waiting, first, f.clock.now));
    must(f.cabinet->setTopicState(topic, TopicState::Waiting, f.freshOperation(), f.clock.now));
    must(f.cabinet->setTopicState(topic, TopicState::InProgress, f.freshOperation(), f.clock.now));
    CHECK(must(f.ledger.outbox()).waiting == 1);
    auto operation = must(f.ledger.nextOperation(f.clock.now));
    CHECK(operation->id == first);
    CHECK(operation->kind == OperationKind::UpdateTopic);
    CHECK(operation->changed == domain::TopicFields(TopicField::State));
    CHECK(operation->topic.state == TopicState::InProgress);

    // The engine holds `operation` now and is about to send InProgress: a later change must not hide in it.
    const auto second = f.freshOperation();
    must(f.cabinet->setTopicState(topic, TopicState::Done, second, f.clock.now));
    must(f.ledger.markInFlight(operation->id));
    must(f.ledger.confirm(operation->id, {operation->topic, QStringLiteral("2"), {}, {}}));
    CHECK(f.local(topic).state == TopicState::Done);
    operation = must(f.ledger.nextOperation(f.clock.now));
    REQUIRE(operation);
    CHECK(operation->id == second);
    CHECK(operation->topic.state == TopicState::Done);

    must(f.ledger.confirm(operation->id, {operation->topic, QStringLiteral("3"), {}, {}}));
    CHECK_FALSE(must(f.ledger.nextOperation(f.clock.now)));
    must(f.cabinet->setTopicState(topic, TopicState::Done, f.freshOperation(), f.clock.now));
    CHECK(must(f.ledger.outbox()).waiting == 0);
    CHECK(faultOf(f.cabinet->setTopicState(TopicId(f.ids.next()), TopicState::Done, f.freshOperation(), f.clock.now)) ==
          Fault::NotFound);
}

TEST_CASE("Confirming stores what was agreed and keeps what is still unsent", "[store][ledger]")
{
    LedgerFixture f;
    const TopicId topic = f.finished();
    CHECK_FALSE(must(f.ledger.agreed(topic)));
    const auto create = must(f.ledger.nextOperation(f.clock.now));
    must(f.ledger.markInFlight(create->id));
    must(f.cabinet->setTopicState(topic, TopicState::Done, f.freshOperation(), f.clock.now));
    RemoteTopic seen{create->topic, QStringLiteral("\"2\""), {}, {f.someComment(QStringLiteral("von dort"))}};
    seen.topic.title = QStringLiteral("dort umbenannt");
    CHECK(faultOf(f.ledger.confirm(create->id, {})) == Fault::Invalid);
    must(f.ledger.confirm(create->id, seen));

    const auto agreed = must(f.ledger.agreed(topic));
    REQUIRE(agreed);
    CHECK(agreed->topic == seen.topic);
    CHECK(agreed->revision == seen.revision);
    CHECK(agreed->comments == seen.comments);
    CHECK(f.local(topic).title == QStringLiteral("dort umbenannt"));
    CHECK(f.local(topic).state == TopicState::Done);
    CHECK(must(f.ledger.outbox()).waiting == 1);
}

TEST_CASE("A comment is agreed only once it is confirmed", "[store][ledger]")
{
    LedgerFixture f;
    const RemoteTopic shared = f.shared();
    const domain::Comment comment = f.someComment(QStringLiteral("Bitte morgen"));
    must(f.cabinet->addComment(shared.topic.id, comment, f.freshOperation()));
    must(f.cabinet->addComment(shared.topic.id, comment, f.freshOperation()));
    CHECK(must(f.ledger.outbox()).waiting == 1);
    CHECK(must(f.ledger.agreed(shared.topic.id))->comments.empty());
    const auto operation = must(f.ledger.nextOperation(f.clock.now));
    CHECK(operation->comment == comment);
    must(f.ledger.confirm(operation->id, shared));
    CHECK(must(f.ledger.agreed(shared.topic.id))->comments == std::vector{comment});
    CHECK(must(f.cabinet->topics()).front().comments == std::vector{comment});
}

TEST_CASE("A comment on a topic that was never on the list puts the topic there first", "[store][ledger]")
{
    LedgerFixture f;
    const domain::Note note = f.finishedNote();
    const TopicId topic(note.id.uuid());
    must(f.cabinet->fileNote(note, TopicState::Waiting));
    must(f.cabinet->addComment(topic, f.someComment(QStringLiteral("eins")), f.freshOperation()));
    must(f.cabinet->addComment(topic, f.someComment(QStringLiteral("zwei")), f.freshOperation()));
    CHECK(must(f.ledger.outbox()).waiting == 3);
    const auto create = must(f.ledger.nextOperation(f.clock.now));
    CHECK(create->kind == OperationKind::CreateTopic);
    CHECK(create->topic.state == TopicState::Waiting);
    must(f.ledger.confirm(create->id, {create->topic, QStringLiteral("1"), {}, {}}));
    CHECK(must(f.ledger.nextOperation(f.clock.now))->comment.text == QStringLiteral("eins"));
}

TEST_CASE("What the feed told of meanwhile is newer than a late answer", "[store][ledger]")
{
    LedgerFixture f;
    const RemoteTopic shared = f.shared();
    must(f.cabinet->setTopicState(shared.topic.id, TopicState::Done, f.freshOperation(), f.clock.now));
    const auto operation = must(f.ledger.nextOperation(f.clock.now));
    must(f.ledger.markInFlight(operation->id));
    RemoteTopic ours = shared;
    ours.revision = QStringLiteral("8");
    ours.topic.state = TopicState::Done;
    must(f.ledger.applyChanges({ours}, QStringLiteral("1.8")));
    RemoteTopic theirs = ours;
    theirs.revision = QStringLiteral("9");
    theirs.topic.state = TopicState::Waiting;
    must(f.ledger.applyChanges({theirs}, QStringLiteral("1.9")));
    CHECK(must(f.cabinet->topics()).front().topic.state == TopicState::Done);

    must(f.ledger.confirm(operation->id, ours));
    CHECK(must(f.cabinet->topics()).front().topic.state == TopicState::Waiting);
    CHECK(must(f.ledger.agreed(shared.topic.id))->topic.state == TopicState::Waiting);
}

TEST_CASE("The other side's changes come in, unsent fields stay", "[store][ledger]")
{
    LedgerFixture f;
    const RemoteTopic shared = f.shared();
    must(f.cabinet->setTopicState(shared.topic.id, TopicState::Done, f.freshOperation(), f.clock.now));
    RemoteTopic theirs = shared;
    theirs.revision = QStringLiteral("7");
    theirs.topic.title = QStringLiteral("Neuer Titel");
    theirs.topic.text = QStringLiteral("Neuer Text");
    theirs.topic.state = TopicState::Waiting;
    theirs.topic.person = QStringLiteral("Zoe Auer");
    theirs.topic.due = QDate(2026, 10, 1);
    theirs.topic.priority = domain::TopicPriority::Low;
    theirs.comments = {f.someComment(QStringLiteral("dort"))};
    RemoteTopic fresh = shared;
    fresh.topic.id = TopicId(f.ids.next());
    fresh.topic.origin = domain::TopicOrigin::Client;

    CHECK(must(f.ledger.cursor()).isEmpty());
    CHECK(must(f.ledger.applyChanges({theirs, fresh, theirs}, QStringLiteral("e.9"))) ==
          std::vector{shared.topic.id, fresh.topic.id});
    CHECK(must(f.ledger.cursor()) == QStringLiteral("e.9"));
    domain::Topic expected = theirs.topic;
    expected.state = TopicState::Done;
    expected.changedAt = f.clock.now; // they did not say, so when we learned of it
    CHECK(f.local(shared.topic.id) == expected);
    CHECK(f.local(fresh.topic.id) == fresh.topic);
    // Agreeing on their state would let our own overwrite it unnoticed.
    domain::Topic agreed = theirs.topic;
    agreed.state = shared.topic.state;
    CHECK(must(f.ledger.agreed(shared.topic.id))->topic == agreed);
    CHECK(must(f.ledger.agreed(shared.topic.id))->revision == shared.revision);
    CHECK(must(f.cabinet->topics()).size() == 2);

    CHECK(must(f.ledger.applyChanges({theirs, fresh}, QStringLiteral("e.10"))).empty());
    CHECK(must(f.ledger.cursor()) == QStringLiteral("e.10"));
}

TEST_CASE("A tombstone takes a topic away, but not from under an unsent change", "[store][ledger]")
{
    LedgerFixture f;
    const RemoteTopic one = f.shared();
    const RemoteTopic two = f.shared();
    must(f.cabinet->setTopicState(two.topic.id, TopicState::Done, f.freshOperation(), f.clock.now));
    const auto tombstone = [](const RemoteTopic& topic) {
        RemoteTopic dead;
        dead.topic.id = topic.topic.id;
        dead.topic.deleted = true;
        dead.revision = QStringLiteral("8");
        return dead;
    };
    CHECK(must(f.ledger.applyChanges({tombstone(one), tombstone(two)}, QStringLiteral("e.2"))) == std::vector{one.topic.id});
    CHECK(must(f.cabinet->topics()).size() == 1);
    CHECK(f.local(two.topic.id).state == TopicState::Done);
    CHECK(must(f.ledger.agreed(two.topic.id))->topic.deleted);
    CHECK(must(f.ledger.agreed(two.topic.id))->topic.title == two.topic.title);
    CHECK(faultOf(f.cabinet->setTopicState(one.topic.id, TopicState::Done, f.freshOperation(), f.clock.now)) ==
          Fault::Conflict);
    CHECK(faultOf(f.cabinet->addComment(one.topic.id, f.someComment({}), f.freshOperation())) == Fault::Conflict);
    // It was taken back over there.
    CHECK(must(f.ledger.applyChanges({one}, QStringLiteral("e.3"))) == std::vector{one.topic.id});
    domain::Topic back = one.topic;
    back.changedAt = f.clock.now;
    CHECK(f.local(one.topic.id) == back);
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("What a tombstone still says, and nobody here has read, is kept in the history, once", "[store][ledger]")
{
    LedgerFixture f;
    RemoteTopic gone = f.shared();
    const TopicId id = gone.topic.id;
    gone.topic.title = QStringLiteral("Geschrieben und weg");
    gone.topic.changedBy = QStringLiteral("Karla Kundin");
    gone.topic.deleted = true;
    gone.revision = QStringLiteral("8");
    const auto told = [&] {
        const auto history = must(f.cabinet->topicList().history(id));
        return std::count_if(history.begin(), history.end(), [&](const ports::TopicEvent& event) {
            return event.after.title == gone.topic.title && event.by.name == gone.topic.changedBy;
        });
    };
    SECTION("by the feed")
    {
        must(f.ledger.applyChanges({gone}, QStringLiteral("e.2")));
    }
    SECTION("by the answer to our own deletion")
    {
        const domain::OperationId removal = f.freshOperation();
        must(f.cabinet->topicList().remove(id, removal, {QStringLiteral("Anna"), f.clock.now}));
        must(f.ledger.confirm(removal, gone));
    }
    CHECK(told() == 1);
    CHECK(must(f.cabinet->topics()).empty());
    must(f.ledger.applyChanges({gone}, QStringLiteral("e.3"))); // a list that is read as a whole tells of it each time
    CHECK(told() == 1);
    RemoteTopic silent = gone;
    silent.topic.title.clear();
    must(f.ledger.applyChanges({silent}, QStringLiteral("e.4")));
    CHECK(told() == 1);
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("A tombstone that repeats what was agreed on is not told as somebody's writing", "[store][ledger]")
{
    LedgerFixture f;
    const RemoteTopic agreed = f.shared();
    domain::Topic ours = agreed.topic;
    ours.title = QStringLiteral("Unser Titel");
    must(f.cabinet->topicList().edit(ours, domain::TopicField::Title, f.freshOperation(),
                                     {QStringLiteral("Anna"), f.clock.now}));
    RemoteTopic theirs = agreed; // not taken over while ours waits
    theirs.topic.title = QStringLiteral("Karlas Titel");
    theirs.revision = QStringLiteral("8");
    must(f.ledger.applyChanges({theirs}, QStringLiteral("e.2")));
    const size_t before = must(f.cabinet->topicList().history(agreed.topic.id)).size();
    RemoteTopic gone = agreed; // as a full list tells that lacks it
    gone.topic.deleted = true;
    must(f.ledger.applyChanges({gone}, QStringLiteral("e.3")));
    CHECK(must(f.cabinet->topicList().history(agreed.topic.id)).size() == before);
}

TEST_CASE("The time of the last sync is kept", "[store][ledger]")
{
    LedgerFixture f;
    CHECK_FALSE(must(f.ledger.lastSync()).isValid());
    const QDateTime at = f.clock.now.addMSecs(123);
    must(f.ledger.setLastSync(at));
    CHECK(must(f.ledger.lastSync()) == at);
}
