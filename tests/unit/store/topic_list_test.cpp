#include "fixture.h"

#include <algorithm>
#include <utility>

using namespace vorzimmer;
using namespace vorzimmer::store;
using domain::Fault;
using domain::OperationId;
using domain::Topic;
using domain::TopicField;
using domain::TopicFields;
using domain::TopicId;
using domain::TopicState;
using ports::ConflictChoice;
using ports::OperationKind;
using ports::OperationState;
using ports::RemoteTopic;
using ports::TopicEventKind;

namespace {

class ListFixture : public CabinetFixture {
public:
    ports::TopicList& list = cabinet->topicList();
    ports::TopicLedger& ledger = cabinet->ledger();
    ports::Signature anna{QStringLiteral("Anna Brandt"), clock.now.addSecs(60)};

    OperationId freshOperation() { return ids.fresh<OperationId>(); }

    Topic someTopic(const QString& title = QStringLiteral("Befund"))
    {
        Topic topic;
        topic.id = ids.fresh<TopicId>();
        topic.title = title;
        topic.text = QStringLiteral("Blutbild");
        topic.origin = domain::TopicOrigin::Meeting;
        topic.createdAt = clock.now;
        topic.createdBy = QStringLiteral("Anna Brandt");
        return topic;
    }

    /// A topic that both sides agree on.
    RemoteTopic shared(const QString& title = QStringLiteral("Befund"))
    {
        const Topic topic = someTopic(title);
        const auto operation = freshOperation();
        must(list.add(topic, operation));
        const RemoteTopic agreed{topic, QStringLiteral("1"), QStringLiteral("there"), {}};
        must(ledger.markInFlight(operation));
        must(ledger.confirm(operation, agreed));
        return agreed;
    }
    OperationId edit(const TopicId& id, TopicField field, const QString& value)
    {
        Topic wanted = local(id);
        (field == TopicField::Title ? wanted.title : field == TopicField::Text ? wanted.text : wanted.person) = value;
        const auto operation = freshOperation();
        must(list.edit(wanted, field, operation, anna));
        return operation;
    }
    /// A topic whose title both sides changed, and whose text only we did.
    RemoteTopic clashing()
    {
        RemoteTopic topic = shared();
        const auto operation = edit(topic.topic.id, TopicField::Title, QStringLiteral("unserer"));
        edit(topic.topic.id, TopicField::Text, QStringLiteral("unser Text"));
        topic.topic.title = QStringLiteral("deren");
        topic.topic.changedBy = QStringLiteral("Herr Kurz");
        topic.topic.changedAt = clock.now.addSecs(90);
        topic.revision = QStringLiteral("2");
        must(ledger.markInFlight(must(ledger.nextOperation(clock.now))->id));
        must(ledger.setAside(operation, topic, TopicField::Title));
        return topic;
    }
    RemoteTopic tombstone(const TopicId& id)
    {
        RemoteTopic dead;
        dead.topic.id = id;
        dead.topic.deleted = true;
        dead.revision = QStringLiteral("9");
        return dead;
    }
    /// Sends everything as it waits, and says what that was.
    std::vector<ports::OutboxOperation> sendAll()
    {
        std::vector<ports::OutboxOperation> sent;
        while (const auto next = must(ledger.nextOperation(clock.now))) {
            must(ledger.markInFlight(next->id));
            RemoteTopic agreed = must(ledger.agreed(next->topic.id)).value_or(RemoteTopic{next->topic, {}, {}, {}});
            if (next->kind == OperationKind::UpdateTopic)
                agreed.topic = domain::withFields(agreed.topic, next->topic, next->changed);
            else if (next->kind == OperationKind::CreateTopic)
                agreed.topic = next->topic;
            agreed.topic.deleted = next->kind == OperationKind::DeleteTopic;
            agreed.revision = QStringLiteral("after %1").arg(sent.size());
            must(ledger.confirm(next->id, agreed));
            sent.push_back(*next);
            REQUIRE(sent.size() < 100);
        }
        return sent;
    }

    Topic local(const TopicId& id) { return must(list.entry(id)).topic; }
    std::vector<TopicEventKind> kinds(const TopicId& id)
    {
        std::vector<TopicEventKind> found;
        for (const auto& event : must(list.history(id)))
            found.push_back(event.kind);
        return found;
    }
    /// Whether @p text stands in the topic, in a conflict or in the history.
    bool kept(const TopicId& id, const QString& text)
    {
        const auto in = [&text](const Topic& topic) { return topic.title == text || topic.text == text; };
        const auto entry = must(list.entry(id));
        const auto history = must(list.history(id));
        return in(entry.topic) ||
               std::any_of(entry.conflicts.begin(), entry.conflicts.end(),
                           [&](const auto& one) { return in(one.ours) || in(one.theirs) || in(one.base); }) ||
               std::any_of(history.begin(), history.end(), [&](const auto& one) { return in(one.before) || in(one.after); });
    }
};

} // namespace

TEST_CASE("A topic is added once, with its first line of history", "[store][list]")
{
    ListFixture f;
    const Topic topic = f.someTopic();
    const auto operation = f.freshOperation();
    must(f.list.add(topic, operation));
    must(f.list.add(topic, f.freshOperation()));
    CHECK(f.local(topic.id) == topic);
    const auto waiting = must(f.list.outbox());
    REQUIRE(waiting.size() == 1);
    CHECK(waiting[0].id == operation);
    CHECK(waiting[0].kind == OperationKind::CreateTopic);
    CHECK(waiting[0].topic == topic);
    const auto history = must(f.list.history(topic.id));
    REQUIRE(history.size() == 1);
    CHECK(history[0].kind == TopicEventKind::Created);
    CHECK(history[0].by == ports::Signature{topic.createdBy, topic.createdAt});
    CHECK(history[0].fromHere);

    Topic untitled = f.someTopic(QStringLiteral("  "));
    CHECK(faultOf(f.list.add(untitled, f.freshOperation())) == Fault::Invalid);
    untitled.title = QString(domain::maxTopicTitle + 1, QLatin1Char('x'));
    CHECK(faultOf(f.list.add(untitled, f.freshOperation())) == Fault::Invalid);
    CHECK(faultOf(f.list.entry(untitled.id)) == Fault::NotFound);
}

TEST_CASE("A finished note's topic knows its call and who made it", "[store][list]")
{
    ListFixture f;
    const domain::Note note = f.finishedNote();
    must(f.cabinet->finishNote(note, f.freshOperation()));
    const auto entry = must(f.list.entry(TopicId(note.id.uuid())));
    CHECK(entry.call == note.call);
    CHECK(entry.waiting == 1);
    CHECK_FALSE(entry.onSharedList);
    CHECK(must(f.list.history(entry.topic.id)).front().by == ports::Signature{note.authorName, note.finishedAt});
    f.sendAll();
    CHECK(must(f.list.entry(entry.topic.id)).onSharedList);
}

TEST_CASE("An edit is signed, noted field by field, and sent as it was written", "[store][list]")
{
    ListFixture f;
    const TopicId id = f.shared().topic.id;
    Topic wanted = f.local(id);
    wanted.title = QStringLiteral("Befund fertig");
    wanted.state = TopicState::Waiting;
    wanted.text = QStringLiteral("nicht verlangt");
    const auto operation = f.freshOperation();
    must(f.list.edit(wanted, TopicField::Title | TopicField::State | TopicField::Person, operation, f.anna));
    const Topic local = f.local(id);
    CHECK(local.title == wanted.title);
    CHECK(local.text == QStringLiteral("Blutbild"));
    CHECK(local.changedBy == f.anna.name);
    CHECK(local.changedAt == f.anna.at);
    const auto history = must(f.list.history(id));
    REQUIRE(history.size() == 3);
    CHECK(history[1].field == TopicField::Title);
    CHECK(history[1].before.title == QStringLiteral("Befund"));
    CHECK(history[1].after.title == QStringLiteral("Befund fertig"));
    CHECK(history[1].by == f.anna);
    CHECK(history[2].after.state == TopicState::Waiting);

    // On its way: what is written next neither changes it nor hides in it.
    const auto first = must(f.ledger.nextOperation(f.clock.now));
    CHECK(first->changed == (TopicField::Title | TopicField::State));
    must(f.ledger.markInFlight(first->id));
    f.edit(id, TopicField::Title, QStringLiteral("doch nicht"));
    must(f.ledger.reviveInFlight());
    CHECK(must(f.ledger.nextOperation(f.clock.now))->topic.title == QStringLiteral("Befund fertig"));
    const auto sent = f.sendAll();
    REQUIRE(sent.size() == 2);
    CHECK(sent[1].topic.title == QStringLiteral("doch nicht"));
    CHECK(must(f.ledger.agreed(id))->topic.title == QStringLiteral("doch nicht"));

    const size_t lines = must(f.list.history(id)).size();
    must(f.list.edit(f.local(id), domain::editableFields, f.freshOperation(), f.anna));
    CHECK(must(f.list.history(id)).size() == lines);
    CHECK(must(f.list.outbox()).empty());
    wanted.title.clear();
    CHECK(faultOf(f.list.edit(wanted, TopicField::Title, f.freshOperation(), f.anna)) == Fault::Invalid);
}

TEST_CASE("What was read for sending before the file was closed is not changed under way", "[store][list]")
{
    ListFixture f;
    const TopicId id = f.shared().topic.id;
    f.edit(id, TopicField::Title, QStringLiteral("eins"));
    const auto held = must(f.ledger.nextOperation(f.clock.now));
    f.room = makeCabinetRoom(f.location, f.clock, f.ids); // as when many other cabinets were opened meanwhile
    const auto again = must(f.room->open(f.tenant));
    Topic wanted = must(again->topicList().entry(id)).topic;
    wanted.title = QStringLiteral("zwei");
    must(again->topicList().edit(wanted, TopicField::Title, f.freshOperation(), f.anna));
    must(again->ledger().markInFlight(held->id));
    must(again->ledger().confirm(held->id, {held->topic, QStringLiteral("2"), {}, {}}));
    CHECK(must(again->ledger().nextOperation(f.clock.now))->topic.title == QStringLiteral("zwei"));
}

TEST_CASE("A clash becomes a conflict of that field alone", "[store][list]")
{
    ListFixture f;
    const RemoteTopic theirs = f.clashing();
    const TopicId id = theirs.topic.id;
    const auto entry = must(f.list.entry(id));
    CHECK(entry.topic.title == QStringLiteral("unserer"));
    REQUIRE(entry.conflicts.size() == 1);
    const auto& conflict = entry.conflicts.front();
    CHECK(conflict.field == TopicField::Title);
    CHECK(conflict.base.title == QStringLiteral("Befund"));
    CHECK(conflict.ours.title == QStringLiteral("unserer"));
    CHECK(conflict.theirs.title == QStringLiteral("deren"));
    CHECK(conflict.since == f.clock.now);
    CHECK(must(f.ledger.outbox()).conflicts == 1);
    CHECK(must(f.list.entries({{}, false, true, false, 10})).size() == 1);
    CHECK(must(f.list.history(id)).back().kind == TopicEventKind::ConflictFound);
    CHECK(must(f.list.history(id)).back().by.name == QStringLiteral("Herr Kurz"));

    // The rest goes out, and leaves the other side's title alone.
    const auto sent = f.sendAll();
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].changed == TopicFields(TopicField::Text));
    CHECK(must(f.ledger.agreed(id))->topic.title == QStringLiteral("deren"));
    CHECK(f.local(id).title == QStringLiteral("unserer"));
    CHECK(must(f.ledger.outbox()).conflicts == 1);
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("Both halves of a conflict may go on changing, until they are equal", "[store][list]")
{
    ListFixture f;
    RemoteTopic theirs = f.clashing();
    const TopicId id = theirs.topic.id;
    f.sendAll();
    theirs = must(f.ledger.agreed(id)).value();
    f.edit(id, TopicField::Title, QStringLiteral("unserer 2"));
    CHECK(must(f.list.outbox()).empty());
    theirs.topic.title = QStringLiteral("deren 2");
    CHECK(must(f.ledger.applyChanges({theirs}, QStringLiteral("c"))) == std::vector{id});
    auto conflict = must(f.list.entry(id)).conflicts.at(0);
    CHECK(conflict.base.title == QStringLiteral("Befund"));
    CHECK(conflict.ours.title == QStringLiteral("unserer 2"));
    CHECK(conflict.theirs.title == QStringLiteral("deren 2"));
    SECTION("by their hand")
    {
        theirs.topic.title = QStringLiteral("unserer 2");
        must(f.ledger.applyChanges({theirs}, QStringLiteral("d")));
    }
    SECTION("by ours")
    {
        f.edit(id, TopicField::Title, QStringLiteral("deren 2"));
    }
    CHECK(must(f.list.entry(id)).conflicts.empty());
    CHECK(f.kinds(id).back() == TopicEventKind::ConflictDecided);
    CHECK(must(f.list.outbox()).empty());
    CHECK(f.local(id).title == must(f.ledger.agreed(id))->topic.title);
    for (const char* text : {"Befund", "unserer", "deren", "unserer 2", "deren 2"})
        CHECK(f.kept(id, QString::fromLatin1(text)));
}

TEST_CASE("A person decides, and may take it back", "[store][list]")
{
    ListFixture f;
    const TopicId id = f.clashing().topic.id;
    f.sendAll();
    const auto before = must(f.list.entry(id)).conflicts;
    const auto decide = [&](ConflictChoice choice) {
        return f.list.decide(id, TopicField::Title, choice, f.freshOperation(), f.anna);
    };
    const auto undo = [&] { return f.list.undoDecision(id, TopicField::Title, f.freshOperation(), f.anna); };
    CHECK(faultOf(f.list.decide(id, TopicField::Text, ConflictChoice::Ours, f.freshOperation(), f.anna)) == Fault::NotFound);
    CHECK(faultOf(undo()) == Fault::NotFound);

    must(decide(ConflictChoice::Ours));
    CHECK(must(f.list.outbox()).size() == 1);
    REQUIRE(must(f.list.entry(id)).decisions.size() == 1);
    CHECK(must(f.list.entry(id)).decisions[0].choice == ConflictChoice::Ours);
    CHECK(must(f.list.entry(id)).decisions[0].conflict == before[0]);
    must(undo());
    CHECK(must(f.list.outbox()).empty()); // had not left yet
    CHECK(must(f.list.entry(id)).conflicts == before);
    CHECK(must(f.list.entry(id)).decisions.empty());

    must(decide(ConflictChoice::Both));
    CHECK(f.local(id).title == QStringLiteral("unserer / deren"));
    CHECK(f.sendAll().size() == 1);
    must(undo());
    CHECK(must(f.list.entry(id)).conflicts == before);
    // An echo of what we sent ourselves is no news of theirs.
    must(f.ledger.applyChanges({must(f.ledger.agreed(id)).value()}, QStringLiteral("c")));
    CHECK(must(f.list.entry(id)).conflicts == before);

    must(decide(ConflictChoice::Theirs));
    CHECK(f.local(id).title == QStringLiteral("deren"));
    CHECK(f.sendAll().size() == 1); // over there it was both by now
    CHECK(must(f.ledger.agreed(id))->topic.title == QStringLiteral("deren"));
    CHECK(must(f.list.history(id)).back().kind == TopicEventKind::ConflictDecided);
    f.edit(id, TopicField::Title, QStringLiteral("ganz anders"));
    CHECK(faultOf(undo()) == Fault::NotFound); // it has changed since
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("An undone decision that is already on its way leaves the conflict as it was", "[store][list]")
{
    ListFixture f;
    const TopicId id = f.clashing().topic.id;
    f.sendAll();
    const auto before = must(f.list.entry(id)).conflicts;
    must(f.list.decide(id, TopicField::Title, ConflictChoice::Ours, f.freshOperation(), f.anna));
    const auto next = must(f.ledger.nextOperation(f.clock.now));
    must(f.ledger.markInFlight(next->id));
    must(f.list.undoDecision(id, TopicField::Title, f.freshOperation(), f.anna));
    RemoteTopic echo = must(f.ledger.agreed(id)).value();
    echo.topic.title = QStringLiteral("unserer");
    must(f.ledger.applyChanges({echo}, QStringLiteral("c"))); // the feed is faster than the reply
    CHECK(must(f.list.entry(id)).conflicts == before);
    must(f.ledger.confirm(next->id, echo));
    CHECK(must(f.list.entry(id)).conflicts == before);
    must(f.list.decide(id, TopicField::Title, ConflictChoice::Theirs, f.freshOperation(), f.anna));
    f.sendAll();
    CHECK(must(f.ledger.agreed(id))->topic.title == QStringLiteral("deren"));
}

TEST_CASE("An undone decision may have arrived and been told of already", "[store][list]")
{
    ListFixture f;
    const RemoteTopic clash = f.clashing();
    const TopicId id = clash.topic.id;
    f.sendAll();
    const auto before = must(f.list.entry(id)).conflicts;
    must(f.list.decide(id, TopicField::Title, ConflictChoice::Ours, f.freshOperation(), f.anna));
    const auto next = must(f.ledger.nextOperation(f.clock.now));
    must(f.ledger.markInFlight(next->id));
    RemoteTopic there = must(f.ledger.agreed(id)).value();
    const auto hear = [&](const QString& title) {
        there.topic.title = title;
        there.revision = title;
        must(f.ledger.applyChanges({there}, title));
    };
    const auto theirTitle = [&] {
        const auto conflicts = must(f.list.entry(id)).conflicts;
        return conflicts.empty() ? QString() : conflicts.front().theirs.title;
    };
    hear(QStringLiteral("unserer"));
    SECTION("our own doing is no half of theirs")
    {
        must(f.list.undoDecision(id, TopicField::Title, f.freshOperation(), f.anna));
        CHECK(must(f.list.entry(id)).conflicts == before);
        must(f.ledger.confirm(next->id, there));
        CHECK(must(f.list.entry(id)).conflicts == before);
        must(f.list.decide(id, TopicField::Title, ConflictChoice::Theirs, f.freshOperation(), f.anna));
        f.sendAll();
        CHECK(must(f.ledger.agreed(id))->topic.title == QStringLiteral("deren"));
    }
    SECTION("what they made of it since is, once the answer is there")
    {
        hear(QStringLiteral("deren zweiter"));
        must(f.list.undoDecision(id, TopicField::Title, f.freshOperation(), f.anna));
        RemoteTopic late = there;
        late.topic.title = QStringLiteral("unserer");
        must(f.ledger.confirm(next->id, late));
        CHECK(theirTitle() == QStringLiteral("deren zweiter"));
        must(f.list.decide(id, TopicField::Title, ConflictChoice::Theirs, f.freshOperation(), f.anna));
        CHECK(f.local(id).title == QStringLiteral("deren zweiter"));
    }
    SECTION("or once it is given up")
    {
        hear(QStringLiteral("deren zweiter"));
        must(f.list.undoDecision(id, TopicField::Title, f.freshOperation(), f.anna));
        must(f.ledger.block(next->id, QStringLiteral("no")));
        must(f.list.giveUp(next->id, f.anna));
        CHECK(theirTitle() == QStringLiteral("deren zweiter"));
        CHECK(must(f.ledger.agreed(id))->topic.title == QStringLiteral("deren zweiter"));
    }
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("The last decision counts, whatever is still on its way from the one before", "[store][list]")
{
    ListFixture f;
    const auto takeOff = [&] {
        const auto next = must(f.ledger.nextOperation(f.clock.now));
        must(f.ledger.markInFlight(next->id));
        return *next;
    };
    const auto decideTwice = [&](const TopicId& id, TopicField field, ConflictChoice first, ConflictChoice last) {
        must(f.list.decide(id, field, first, f.freshOperation(), f.anna));
        const auto onItsWay = takeOff();
        must(f.list.undoDecision(id, field, f.freshOperation(), f.anna));
        must(f.list.decide(id, field, last, f.freshOperation(), f.anna));
        return onItsWay;
    };
    SECTION("a field")
    {
        const TopicId id = f.clashing().topic.id;
        f.sendAll();
        const auto sent = decideTwice(id, TopicField::Title, ConflictChoice::Ours, ConflictChoice::Theirs);
        RemoteTopic there = must(f.ledger.agreed(id)).value();
        there.topic.title = sent.topic.title;
        must(f.ledger.confirm(sent.id, there));
        CHECK(f.local(id).title == QStringLiteral("deren"));
        f.sendAll();
        CHECK(must(f.ledger.agreed(id))->topic.title == QStringLiteral("deren"));
    }
    SECTION("a deletion that is over there by now is made good again")
    {
        RemoteTopic theirs = f.shared();
        const TopicId id = theirs.topic.id;
        const auto removal = f.freshOperation();
        must(f.list.remove(id, removal, f.anna));
        theirs.topic.text = QStringLiteral("doch noch offen");
        must(f.ledger.setAside(removal, theirs, TopicField::Deletion));
        const auto sent = decideTwice(id, TopicField::Deletion, ConflictChoice::Ours, ConflictChoice::Theirs);
        REQUIRE(sent.kind == OperationKind::DeleteTopic);
        must(f.ledger.confirm(sent.id, f.tombstone(id)));
        CHECK_FALSE(f.local(id).deleted);
        const auto again = f.sendAll();
        REQUIRE(again.size() == 1);
        CHECK(again[0].kind == OperationKind::CreateTopic);
        CHECK(again[0].topic.text == QStringLiteral("doch noch offen"));
    }
    SECTION("a topic that was brought back over there goes again")
    {
        const TopicId id = f.shared().topic.id;
        const auto edit = f.edit(id, TopicField::Text, QStringLiteral("noch wichtig"));
        must(f.ledger.setAside(edit, f.tombstone(id), TopicField::Deletion));
        const auto sent = decideTwice(id, TopicField::Deletion, ConflictChoice::Ours, ConflictChoice::Theirs);
        REQUIRE(sent.kind == OperationKind::CreateTopic);
        must(f.ledger.confirm(sent.id, {sent.topic, QStringLiteral("10"), {}, {}}));
        CHECK(f.local(id).deleted);
        const auto again = f.sendAll();
        REQUIRE(again.size() == 1);
        CHECK(again[0].kind == OperationKind::DeleteTopic);
    }
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("An undone decision opens no conflict over what both sides have the same by now", "[store][list]")
{
    ListFixture f;
    RemoteTopic there = f.clashing();
    const TopicId id = there.topic.id;
    f.sendAll();
    must(f.list.decide(id, TopicField::Title, ConflictChoice::Both, f.freshOperation(), f.anna));
    there.topic.title = QStringLiteral("unserer");
    there.revision = QStringLiteral("3");
    must(f.ledger.applyChanges({there}, QStringLiteral("c")));
    must(f.list.undoDecision(id, TopicField::Title, f.freshOperation(), f.anna));
    CHECK(f.local(id).title == QStringLiteral("unserer"));
    CHECK(must(f.list.entry(id)).conflicts.empty());
    CHECK(must(f.list.outbox()).empty());
}

TEST_CASE("Both is for texts only, and no longer than a title can be", "[store][list]")
{
    ListFixture f;
    RemoteTopic theirs = f.shared();
    const TopicId id = theirs.topic.id;
    Topic wanted = theirs.topic;
    wanted.state = TopicState::Done;
    wanted.title = QString(150, QLatin1Char('a'));
    wanted.text = QStringLiteral("unser Text");
    const auto operation = f.freshOperation();
    const TopicFields fields = TopicField::State | TopicField::Title | TopicField::Text;
    must(f.list.edit(wanted, fields, operation, f.anna));
    theirs.topic.state = TopicState::Waiting;
    theirs.topic.title = QString(150, QLatin1Char('b'));
    theirs.topic.text = QStringLiteral("deren Text");
    must(f.ledger.setAside(operation, theirs, fields));
    CHECK(must(f.list.outbox()).empty());
    for (const TopicField field : {TopicField::State, TopicField::Title})
        CHECK(faultOf(f.list.decide(id, field, ConflictChoice::Both, f.freshOperation(), f.anna)) == Fault::Invalid);
    must(f.list.decide(id, TopicField::Text, ConflictChoice::Both, f.freshOperation(), f.anna));
    CHECK(f.local(id).text == QStringLiteral("unser Text\n\nderen Text"));
    CHECK(must(f.list.entry(id)).conflicts.size() == 2);
}

TEST_CASE("They deleted what we changed", "[store][list]")
{
    ListFixture f;
    const TopicId id = f.shared().topic.id;
    const auto operation = f.edit(id, TopicField::Text, QStringLiteral("noch wichtig"));
    const domain::Comment comment{f.ids.fresh<domain::CommentId>(), QStringLiteral("Anna"), QStringLiteral("dringend"),
                                  f.clock.now};
    must(f.cabinet->addComment(id, comment, f.freshOperation()));
    must(f.ledger.applyChanges({f.tombstone(id)}, QStringLiteral("c")));
    CHECK_FALSE(f.local(id).deleted);
    must(f.ledger.setAside(operation, f.tombstone(id), TopicField::Deletion));
    CHECK(must(f.list.outbox()).empty());
    auto entry = must(f.list.entry(id));
    REQUIRE(entry.conflicts.size() == 1);
    CHECK(entry.conflicts[0].field == TopicField::Deletion);
    CHECK(entry.conflicts[0].theirs.deleted);
    CHECK_FALSE(entry.conflicts[0].ours.deleted);
    CHECK(entry.conflicts[0].ours.text == QStringLiteral("noch wichtig"));
    const auto decide = [&](ConflictChoice choice) {
        must(f.list.decide(id, TopicField::Deletion, choice, f.freshOperation(), f.anna));
    };
    SECTION("ours: it is put there again, with what was said")
    {
        decide(ConflictChoice::Ours);
        const auto sent = f.sendAll();
        REQUIRE(sent.size() == 2);
        CHECK(sent[0].kind == OperationKind::CreateTopic);
        CHECK(sent[0].topic.text == QStringLiteral("noch wichtig"));
        CHECK(sent[1].comment == comment);
        CHECK(must(f.list.entry(id)).onSharedList);
        must(f.list.undoDecision(id, TopicField::Deletion, f.freshOperation(), f.anna));
        decide(ConflictChoice::Theirs);
        REQUIRE(must(f.list.outbox()).size() == 1);
        CHECK(must(f.list.outbox())[0].kind == OperationKind::DeleteTopic);
    }
    SECTION("theirs: it goes, but not what was written")
    {
        decide(ConflictChoice::Theirs);
        CHECK(must(f.list.outbox()).empty());
        CHECK(must(f.list.entries({})).empty());
        CHECK(f.local(id).deleted);
        CHECK(f.kept(id, QStringLiteral("noch wichtig")));
        must(f.list.undoDecision(id, TopicField::Deletion, f.freshOperation(), f.anna));
        CHECK_FALSE(f.local(id).deleted);
        CHECK(must(f.list.entry(id)).conflicts == entry.conflicts);
    }
    SECTION("they think better of it")
    {
        RemoteTopic back = f.shared();
        back.topic.id = id;
        back.topic.person = QStringLiteral("Herr Kurz");
        must(f.ledger.applyChanges({back}, QStringLiteral("d")));
        CHECK(must(f.list.entry(id)).conflicts.empty());
        CHECK(f.local(id).person == QStringLiteral("Herr Kurz"));
        const auto sent = f.sendAll();
        REQUIRE(sent.size() == 2);
        CHECK(sent[0].changed == TopicFields(TopicField::Text));
        CHECK(sent[1].comment == comment);
    }
    SECTION("we think better of it")
    {
        must(f.list.remove(id, f.freshOperation(), f.anna));
        CHECK(must(f.list.entry(id)).conflicts.empty());
        CHECK(must(f.list.outbox()).empty());
    }
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("We deleted what they changed", "[store][list]")
{
    ListFixture f;
    RemoteTopic theirs = f.shared();
    const TopicId id = theirs.topic.id;
    const auto operation = f.freshOperation();
    must(f.list.remove(id, operation, f.anna));
    must(f.list.remove(id, f.freshOperation(), f.anna));
    CHECK(must(f.list.outbox()).size() == 1);
    CHECK(must(f.list.entries({})).empty());
    Topic wanted = theirs.topic;
    wanted.state = TopicState::Done;
    CHECK(faultOf(f.list.edit(wanted, TopicField::State, f.freshOperation(), f.anna)) == Fault::Conflict);
    theirs.topic.text = QStringLiteral("doch noch offen");
    theirs.revision = QStringLiteral("2");
    must(f.ledger.applyChanges({theirs}, QStringLiteral("c")));
    CHECK(must(f.ledger.agreed(id))->revision == QStringLiteral("1")); // the deletion meets the difference
    must(f.ledger.setAside(operation, theirs, TopicField::Deletion));
    const auto shown = must(f.list.entries({}));
    REQUIRE(shown.size() == 1);
    CHECK(shown[0].topic.deleted);
    CHECK(shown[0].conflicts[0].ours.deleted);
    CHECK(shown[0].conflicts[0].theirs.text == QStringLiteral("doch noch offen"));
    SECTION("ours")
    {
        must(f.list.decide(id, TopicField::Deletion, ConflictChoice::Ours, f.freshOperation(), f.anna));
        REQUIRE(must(f.list.outbox()).size() == 1);
        CHECK(must(f.list.outbox())[0].kind == OperationKind::DeleteTopic);
        CHECK(must(f.ledger.agreed(id))->revision == QStringLiteral("2"));
        f.sendAll();
        CHECK(must(f.ledger.agreed(id))->topic.deleted);
        CHECK(f.kept(id, QStringLiteral("doch noch offen")));
        CHECK(must(f.ledger.agreedTopics()).empty());
    }
    SECTION("theirs")
    {
        must(f.list.decide(id, TopicField::Deletion, ConflictChoice::Theirs, f.freshOperation(), f.anna));
        CHECK(must(f.list.outbox()).empty());
        CHECK(f.local(id).text == QStringLiteral("doch noch offen"));
        CHECK_FALSE(f.local(id).deleted);
    }
    SECTION("they delete it, too")
    {
        must(f.ledger.applyChanges({f.tombstone(id)}, QStringLiteral("d")));
        CHECK(must(f.list.entries({})).empty());
        CHECK(must(f.ledger.outbox()).conflicts == 0);
    }
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("A deletion that is taken back shows what they have written meanwhile", "[store][list]")
{
    ListFixture f;
    RemoteTopic theirs = f.shared();
    const TopicId id = theirs.topic.id;
    const auto operation = f.freshOperation();
    must(f.list.remove(id, operation, f.anna));
    theirs.topic.text = QStringLiteral("doch noch offen");
    theirs.revision = QStringLiteral("2");
    must(f.ledger.setAside(operation, theirs, TopicField::Deletion));
    const auto decide = [&](ConflictChoice choice) {
        must(f.list.decide(id, TopicField::Deletion, choice, f.freshOperation(), f.anna));
    };
    const auto hearOnceMore = [&] {
        theirs.topic.text = QStringLiteral("jetzt dringend");
        theirs.revision = QStringLiteral("3");
        must(f.ledger.applyChanges({theirs}, QStringLiteral("c")));
    };
    decide(ConflictChoice::Ours);
    SECTION("before it has left")
    {
        hearOnceMore();
        must(f.list.undoDecision(id, TopicField::Deletion, f.freshOperation(), f.anna));
        const auto conflicts = must(f.list.entry(id)).conflicts;
        REQUIRE(conflicts.size() == 1);
        CHECK(conflicts[0].theirs.text == QStringLiteral("jetzt dringend"));
        CHECK(conflicts[0].ours.deleted);
        SECTION("theirs")
        {
            decide(ConflictChoice::Theirs);
            CHECK(f.local(id).text == QStringLiteral("jetzt dringend"));
            CHECK(must(f.list.outbox()).empty());
        }
        SECTION("ours: nothing is left that it could meet")
        {
            decide(ConflictChoice::Ours);
            CHECK(must(f.list.outbox()).size() == 1);
            CHECK(must(f.ledger.agreed(id))->topic.text == QStringLiteral("jetzt dringend"));
        }
    }
    SECTION("on its way: it meets the difference as if nothing had been taken back")
    {
        const auto next = must(f.ledger.nextOperation(f.clock.now));
        must(f.ledger.markInFlight(next->id));
        hearOnceMore();
        must(f.list.undoDecision(id, TopicField::Deletion, f.freshOperation(), f.anna));
        CHECK(must(f.ledger.agreed(id))->topic.text == QStringLiteral("doch noch offen"));
        SECTION("set aside")
        {
            must(f.ledger.setAside(next->id, theirs, TopicField::Deletion));
        }
        SECTION("given up")
        {
            must(f.ledger.block(next->id, QStringLiteral("no")));
            must(f.list.giveUp(next->id, f.anna));
        }
        const auto conflicts = must(f.list.entry(id)).conflicts;
        REQUIRE(conflicts.size() == 1);
        CHECK(conflicts[0].theirs.text == QStringLiteral("jetzt dringend"));
        CHECK(conflicts[0].ours.deleted);
        decide(ConflictChoice::Theirs);
        CHECK(f.local(id).text == QStringLiteral("jetzt dringend"));
        CHECK(must(f.list.outbox()).empty());
    }
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("A tombstone does not silently take a half of a conflict along", "[store][list]")
{
    ListFixture f;
    const TopicId id = f.clashing().topic.id;
    f.sendAll();
    must(f.ledger.applyChanges({f.tombstone(id)}, QStringLiteral("c")));
    const auto entry = must(f.list.entry(id));
    REQUIRE(entry.conflicts.size() == 1);
    CHECK(entry.conflicts[0].field == TopicField::Deletion);
    CHECK(entry.topic.title == QStringLiteral("unserer"));
    CHECK(f.kept(id, QStringLiteral("deren")));
}

TEST_CASE("A topic that nobody else has seen is removed without a word", "[store][list]")
{
    ListFixture f;
    const Topic topic = f.someTopic();
    must(f.list.add(topic, f.freshOperation()));
    f.edit(topic.id, TopicField::Text, QStringLiteral("vertraulich"));
    must(f.list.remove(topic.id, f.freshOperation(), f.anna));
    CHECK(must(f.list.outbox()).empty());
    CHECK(must(f.ledger.outbox()).waiting == 0);

    const Topic other = f.someTopic();
    must(f.list.add(other, f.freshOperation()));
    must(f.ledger.markInFlight(must(f.ledger.nextOperation(f.clock.now))->id));
    must(f.list.remove(other.id, f.freshOperation(), f.anna));
    CHECK(must(f.list.outbox()).size() == 2); // it may have got there
}

TEST_CASE("What is blocked is sent once more, or given up", "[store][list]")
{
    ListFixture f;
    RemoteTopic theirs = f.shared();
    const TopicId id = theirs.topic.id;
    const auto operation = f.edit(id, TopicField::Text, QStringLiteral("abgelehnt"));
    CHECK(faultOf(f.list.giveUp(operation, f.anna)) == Fault::Conflict);
    must(f.ledger.block(operation, QStringLiteral("422")));
    CHECK(must(f.list.entry(id)).blocked == QStringLiteral("422"));
    must(f.list.retry(operation));
    CHECK(must(f.ledger.nextOperation(f.clock.now))->state == OperationState::New);
    must(f.ledger.block(operation, QStringLiteral("422")));
    // What they wrote meanwhile was not taken over under our change, and is now.
    theirs.topic.text = QStringLiteral("von dort");
    must(f.ledger.applyChanges({theirs}, QStringLiteral("c")));
    CHECK(f.local(id).text == QStringLiteral("abgelehnt"));
    must(f.list.giveUp(operation, f.anna));
    CHECK(f.local(id).text == QStringLiteral("von dort"));
    CHECK(must(f.ledger.agreed(id))->topic.text == QStringLiteral("von dort"));
    CHECK(f.kept(id, QStringLiteral("abgelehnt")));
    CHECK(must(f.list.outbox()).empty());

    const auto deletion = f.freshOperation();
    must(f.list.remove(id, deletion, f.anna));
    must(f.ledger.block(deletion, QStringLiteral("403")));
    must(f.list.giveUp(deletion, f.anna));
    CHECK_FALSE(f.local(id).deleted);
    CHECK(f.kinds(id).back() == TopicEventKind::Restored);

    const Topic alone = f.someTopic();
    const auto creation = f.freshOperation();
    must(f.list.add(alone, creation));
    must(f.ledger.block(creation, QStringLiteral("403")));
    must(f.list.giveUp(creation, f.anna));
    CHECK(f.local(alone.id) == alone);
    CHECK(must(f.list.outbox()).empty());
    CHECK(faultOf(f.list.giveUp(creation, f.anna)) == Fault::NotFound);
    CHECK(faultOf(f.list.retry(creation)) == Fault::NotFound);
}

TEST_CASE("Another list gets everything that the last one had, and what is still open", "[store][list]")
{
    ListFixture f;
    const RemoteTopic quarrel = f.clashing();
    RemoteTopic done = f.shared(QStringLiteral("erledigt"));
    const domain::Comment comment{f.ids.fresh<domain::CommentId>(), QStringLiteral("Herr Kurz"), QStringLiteral("gut"),
                                  f.clock.now};
    done.topic.state = TopicState::Done;
    done.comments = {comment};
    must(f.ledger.applyChanges({done}, QStringLiteral("cursor of the old list")));
    must(f.ledger.setLastSync(f.clock.now));
    const RemoteTopic gone = f.shared(QStringLiteral("weg"));
    must(f.list.remove(gone.topic.id, f.freshOperation(), f.anna));

    must(f.list.startOver());
    CHECK(must(f.ledger.cursor()).isEmpty());
    CHECK_FALSE(must(f.ledger.lastSync()).isValid());
    CHECK(must(f.ledger.agreedTopics()).empty());
    CHECK(must(f.list.entry(quarrel.topic.id)).conflicts.empty());
    CHECK(f.local(quarrel.topic.id).title == QStringLiteral("unserer"));
    CHECK(f.kept(quarrel.topic.id, QStringLiteral("deren")));
    const auto sent = f.sendAll();
    REQUIRE(sent.size() == 3);
    // Both were made in the same moment; a comment comes after its topic.
    const auto creation = [&](const TopicId& id) {
        return std::find_if(sent.begin(), sent.end(),
                            [&](const auto& one) { return one.kind == OperationKind::CreateTopic && one.topic.id == id; });
    };
    CHECK(creation(quarrel.topic.id) != sent.end());
    REQUIRE(creation(done.topic.id) < sent.end() - 1);
    const auto& remark = *(creation(done.topic.id) + 1);
    CHECK(remark.kind == OperationKind::AddComment);
    CHECK(remark.comment == comment);
    CHECK(must(f.list.outbox()).empty());
}

TEST_CASE("A list is known again, and another one is not taken for it", "[store][list]")
{
    ListFixture f;
    const RemoteTopic topic = f.shared(); // with a list whose name nobody wrote down
    must(f.list.goOnWith(QStringLiteral("a")));
    must(f.list.goOnWith(QStringLiteral("a")));
    CHECK(must(f.ledger.agreed(topic.topic.id)));
    CHECK(must(f.list.outbox()).empty());
    must(f.list.goOnWith(QStringLiteral("b")));
    CHECK_FALSE(must(f.ledger.agreed(topic.topic.id)));
    CHECK(f.sendAll().size() == 1);
    must(f.list.goOnWith(QStringLiteral("b")));
    CHECK(must(f.list.outbox()).empty());
}

TEST_CASE("The list is filtered and searched as people write", "[store][list]")
{
    ListFixture f;
    const TopicId mueller = f.shared(QStringLiteral("Rückruf Müller")).topic.id;
    f.clock.now = f.clock.now.addSecs(5);
    const TopicId labour = f.shared(QStringLiteral("Laborbefund")).topic.id;
    const auto ids = [&f](const ports::TopicQuery& query) {
        std::vector<TopicId> found;
        for (const auto& entry : must(f.list.entries(query)))
            found.push_back(entry.topic.id);
        return found;
    };
    CHECK(ids({}) == std::vector{labour, mueller});
    CHECK(ids({QStringLiteral("mueller")}) == std::vector{mueller});
    CHECK(ids({QStringLiteral("BEFUND")}) == std::vector{labour});
    CHECK(ids({QStringLiteral("blut rueckruf")}) == std::vector{mueller});
    CHECK(ids({QStringLiteral("blut muller befund")}).empty());
    must(f.cabinet->addComment(labour, {f.ids.fresh<domain::CommentId>(), {}, QStringLiteral("Größe fehlt"), f.clock.now},
                               f.freshOperation()));
    CHECK(ids({QStringLiteral("groesse")}) == std::vector{labour});
    CHECK(ids({{}, false, false, true, 10}) == std::vector{labour});
    f.edit(mueller, TopicField::Title, QStringLiteral("Rückruf Maier"));
    CHECK(ids({QStringLiteral("mueller")}).empty());
    CHECK(ids({}) == std::vector{mueller, labour});
    CHECK(ids({{}, false, false, false, 1}) == std::vector{mueller});
    Topic done = f.local(labour);
    done.state = TopicState::Done;
    must(f.list.edit(done, TopicField::State, f.freshOperation(), f.anna));
    CHECK(ids({}) == std::vector{mueller});
    CHECK(ids({{}, true}).size() == 2);
}

TEST_CASE("The other side's doings stand in the history with its name", "[store][list]")
{
    ListFixture f;
    RemoteTopic theirs = f.shared();
    theirs.topic.id = TopicId(f.ids.next());
    theirs.topic.createdBy = QStringLiteral("Frau Lang");
    must(f.ledger.applyChanges({theirs}, QStringLiteral("a")));
    theirs.topic.person = QStringLiteral("Herr Kurz");
    theirs.topic.changedBy = QStringLiteral("Frau Lang");
    theirs.topic.changedAt = f.clock.now.addSecs(7);
    theirs.comments = {{f.ids.fresh<domain::CommentId>(), QStringLiteral("Herr Kurz"), QStringLiteral("ja"), f.clock.now}};
    must(f.ledger.applyChanges({theirs}, QStringLiteral("b")));
    must(f.ledger.applyChanges({theirs}, QStringLiteral("c")));
    CHECK(f.local(theirs.topic.id).changedBy == QStringLiteral("Frau Lang"));
    must(f.ledger.applyChanges({f.tombstone(theirs.topic.id)}, QStringLiteral("d")));
    must(f.ledger.applyChanges({theirs}, QStringLiteral("e")));
    const auto history = must(f.list.history(theirs.topic.id));
    CHECK(f.kinds(theirs.topic.id) == std::vector{TopicEventKind::Created, TopicEventKind::Commented,
                                                  TopicEventKind::Changed, TopicEventKind::Deleted,
                                                  TopicEventKind::Restored});
    for (const auto& event : history)
        CHECK_FALSE(event.fromHere);
    CHECK(history[2].by == ports::Signature{QStringLiteral("Frau Lang"), f.clock.now.addSecs(7)});
    CHECK(history[3].by.at == f.clock.now); // they did not say when
    CHECK(history[3].before.person == QStringLiteral("Herr Kurz"));
    const auto there = must(f.ledger.agreedTopics());
    CHECK(there.size() == 2);
    CHECK(std::count_if(there.begin(), there.end(),
                        [](const auto& one) { return one.remoteId == QStringLiteral("there"); }) == 2);
}

TEST_CASE("What was said about a topic is said again when it comes back from its deletion", "[store][list]")
{
    ListFixture f;
    RemoteTopic theirs = f.shared();
    const TopicId id = theirs.topic.id;
    theirs.comments = {{f.ids.fresh<domain::CommentId>(), QStringLiteral("Klient"), QStringLiteral("eilt"), f.clock.now}};
    must(f.ledger.applyChanges({theirs}, QStringLiteral("a")));
    const auto comesBack = [&f, &theirs, id] {
        RemoteTopic back = theirs;
        back.revision = QStringLiteral("10");
        back.comments.clear(); // a list erases them with the topic
        must(f.ledger.applyChanges({back}, QStringLiteral("c")));
        const auto waiting = must(f.list.outbox());
        REQUIRE(waiting.size() == 1);
        CHECK(waiting[0].kind == OperationKind::AddComment);
        CHECK(waiting[0].comment == theirs.comments[0]);
        must(f.ledger.confirm(waiting[0].id, back));
        CHECK(must(f.ledger.agreed(id))->comments == theirs.comments);
        CHECK(must(f.list.outbox()).empty());
    };
    SECTION("they delete it and bring it back")
    {
        must(f.ledger.applyChanges({f.tombstone(id)}, QStringLiteral("b")));
        comesBack();
    }
    SECTION("they do so over an unsent remark of ours")
    {
        const domain::Comment ours{f.ids.fresh<domain::CommentId>(), QStringLiteral("Anna"), QStringLiteral("läuft"),
                                   f.clock.now};
        const auto operation = f.freshOperation();
        must(f.cabinet->addComment(id, ours, operation));
        must(f.ledger.applyChanges({f.tombstone(id)}, QStringLiteral("b")));
        RemoteTopic back = theirs;
        back.comments.clear();
        must(f.ledger.applyChanges({back}, QStringLiteral("c")));
        const auto waiting = must(f.list.outbox());
        REQUIRE(waiting.size() == 2);
        CHECK(waiting[0].comment == ours);
        CHECK(waiting[1].comment == theirs.comments[0]);
    }
    SECTION("we bring it back")
    {
        f.edit(id, TopicField::Title, QStringLiteral("bleibt"));
        const auto operation = must(f.list.outbox()).at(0).id;
        must(f.ledger.markInFlight(operation));
        must(f.ledger.setAside(operation, f.tombstone(id), TopicField::Deletion));
        must(f.list.decide(id, TopicField::Deletion, ConflictChoice::Ours, f.freshOperation(), f.anna));
        const auto waiting = must(f.list.outbox());
        REQUIRE(waiting.size() == 2);
        CHECK(waiting[0].kind == OperationKind::CreateTopic);
        CHECK(waiting[1].comment == theirs.comments[0]);
    }
}

TEST_CASE("Where the other side holds something else under a new topic's id, every field that differs is in conflict")
{
    ListFixture f;
    const Topic ours = f.someTopic();
    const auto operation = f.freshOperation();
    must(f.list.add(ours, operation));
    Topic theirs = ours;
    theirs.title = QStringLiteral("etwas anderes");
    theirs.text = QStringLiteral("von dort");
    must(f.ledger.setAside(operation, {theirs, QStringLiteral("7"), {}, {}}, domain::differing(ours, theirs)));
    CHECK(f.local(ours.id).title == ours.title);
    CHECK(must(f.ledger.outbox()).conflicts == 2);
    CHECK(must(f.list.outbox()).empty());
    must(f.list.decide(ours.id, TopicField::Title, ConflictChoice::Theirs, f.freshOperation(), f.anna));
    must(f.list.decide(ours.id, TopicField::Text, ConflictChoice::Ours, f.freshOperation(), f.anna));
    CHECK(f.local(ours.id).title == theirs.title);
    const auto waiting = must(f.list.outbox());
    REQUIRE(waiting.size() == 1);
    CHECK(waiting.front().kind == OperationKind::UpdateTopic);
    CHECK(waiting.front().changed == TopicFields(TopicField::Text));
    CHECK(must(f.ledger.agreed(ours.id))->revision == QStringLiteral("7"));
}

TEST_CASE("What both sides hold alike and what this side made of it are told apart, again and again", "[store][topics]")
{
    ListFixture f;
    RemoteTopic theirs{f.someTopic(), QStringLiteral("1"), QStringLiteral("there"), {}};
    theirs.topic.createdBy = QStringLiteral("Herr Kurz");
    must(f.ledger.applyChanges({theirs}, QStringLiteral("1.1")));
    const TopicId id = theirs.topic.id;
    const auto agreed = [&] { return must(f.ledger.agreed(id)).value(); };
    const auto isBelieved = [&] {
        const auto all = must(f.ledger.agreedTopics());
        return std::count_if(all.begin(), all.end(), [&](const RemoteTopic& one) { return one.topic.id == id; });
    };
    CHECK(agreed().topic == theirs.topic);
    CHECK(agreed().revision == QStringLiteral("1"));
    CHECK(agreed().remoteId == QStringLiteral("there"));
    CHECK(must(f.list.entry(id)).onSharedList);
    CHECK(isBelieved() == 1);
    const auto history = must(f.list.history(id));
    REQUIRE(history.size() == 1);
    CHECK(history[0].kind == TopicEventKind::Created);
    CHECK(history[0].by == ports::Signature{QStringLiteral("Herr Kurz"), theirs.topic.createdAt});
    CHECK_FALSE(history[0].fromHere);

    for (int round = 2; round < 4; ++round) {
        const auto operation = f.edit(id, TopicField::Title, QStringLiteral("unserer %1").arg(round));
        CHECK(agreed().topic.title == theirs.topic.title); // of what is agreed nothing has changed
        CHECK(agreed().remoteId == QStringLiteral("there"));
        CHECK(isBelieved() == 1);
        theirs.topic = f.local(id);
        theirs.revision = QString::number(round);
        must(f.ledger.markInFlight(operation));
        must(f.ledger.confirm(operation, theirs));
        CHECK(agreed().topic.title == QStringLiteral("unserer %1").arg(round));
        theirs.topic.text = QStringLiteral("deren %1").arg(round);
        must(f.ledger.applyChanges({theirs}, QStringLiteral("1.%1").arg(round)));
        CHECK(f.local(id).text == theirs.topic.text);
        CHECK(agreed().topic.text == theirs.topic.text);
        CHECK(agreed().revision == theirs.revision);
        CHECK(isBelieved() == 1);
    }
    CHECK(must(f.list.history(id)).size() == 5);

    must(f.list.goOnWith(QStringLiteral("a list")));
    must(f.list.goOnWith(QStringLiteral("another")));
    CHECK_FALSE(must(f.ledger.agreed(id)));
    CHECK(isBelieved() == 0);
    CHECK_FALSE(must(f.list.entry(id)).onSharedList);
    CHECK(must(f.list.outbox()).size() == 1);
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("A topic first heard of as deleted is whole when the other side brings it back", "[store][topics]")
{
    ListFixture f;
    const RemoteTopic theirs{f.someTopic(), QStringLiteral("10"), {}, {}};
    const TopicId id = theirs.topic.id;
    must(f.ledger.applyChanges({f.tombstone(id)}, QStringLiteral("a")));
    must(f.ledger.applyChanges({theirs}, QStringLiteral("b")));
    const auto isWhole = [&theirs](const Topic& topic) {
        CHECK(topic.createdAt == theirs.topic.createdAt);
        CHECK(topic.createdBy == theirs.topic.createdBy);
        CHECK(topic.origin == theirs.topic.origin);
    };
    isWhole(f.local(id));
    f.edit(id, TopicField::Title, QStringLiteral("unserer"));
    isWhole(must(f.ledger.nextOperation(f.clock.now))->topic);
    isWhole(must(f.ledger.agreed(id))->topic);
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("A topic whose birth is told later than the topic keeps it", "[store][topics]")
{
    ListFixture f;
    RemoteTopic theirs{f.someTopic(), QStringLiteral("1"), {}, {}};
    const TopicId id = theirs.topic.id;
    const QDateTime born = std::exchange(theirs.topic.createdAt, {});
    must(f.ledger.applyChanges({theirs}, QStringLiteral("a")));
    theirs.topic.createdAt = born;
    theirs.topic.title = QStringLiteral("deren");
    theirs.revision = QStringLiteral("2");
    must(f.ledger.applyChanges({theirs}, QStringLiteral("b")));
    CHECK(f.local(id).createdAt == born);
    CHECK(must(f.ledger.agreed(id))->topic.createdAt == born);
    f.edit(id, TopicField::Title, QStringLiteral("unserer"));
    CHECK(must(f.ledger.nextOperation(f.clock.now))->topic.createdAt == born);
    CHECK(must(f.ledger.agreed(id))->topic.createdAt == born);
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("A topic that does not say when it was made begins with our learning of it", "[store][topics]")
{
    ListFixture f;
    RemoteTopic theirs{f.someTopic(), QStringLiteral("1"), {}, {}};
    theirs.topic.createdAt = {};
    f.clock.now = f.clock.now.addSecs(3600);
    must(f.ledger.applyChanges({theirs}, QStringLiteral("1.1")));
    const auto history = must(f.list.history(theirs.topic.id));
    REQUIRE(history.size() == 1);
    CHECK(history[0].by.at == f.clock.now);
    CHECK(must(f.cabinet->flaws()).empty());
}

TEST_CASE("A comment is on its way while the decision for its topic is taken back: in the end both sides are equal",
          "[store][topics]")
{
    ListFixture f;
    const auto choice = GENERATE(ConflictChoice::Ours, ConflictChoice::Theirs);
    const bool isTold = GENERATE(false, true); // by the feed, that the topic is there again
    const TopicId id = f.shared().topic.id;
    const domain::Comment comment{f.ids.fresh<domain::CommentId>(), QStringLiteral("Anna Brandt"),
                                  QStringLiteral("Rückruf um vier"), f.clock.now};
    must(f.cabinet->addComment(id, comment, f.freshOperation()));
    f.sendAll();
    const auto edit = f.edit(id, TopicField::Title, QStringLiteral("unserer"));
    must(f.ledger.markInFlight(edit));
    must(f.ledger.setAside(edit, f.tombstone(id), TopicField::Deletion));
    must(f.list.decide(id, TopicField::Deletion, ConflictChoice::Ours, f.freshOperation(), f.anna));

    const auto again = must(f.ledger.nextOperation(f.clock.now)).value();
    REQUIRE(again.kind == OperationKind::CreateTopic);
    must(f.ledger.markInFlight(again.id));
    const RemoteTopic there{again.topic, QStringLiteral("back"), {}, {}};
    must(f.ledger.confirm(again.id, there));
    const auto remark = must(f.ledger.nextOperation(f.clock.now)).value();
    REQUIRE(remark.kind == OperationKind::AddComment);
    must(f.ledger.markInFlight(remark.id));
    must(f.list.undoDecision(id, TopicField::Deletion, f.freshOperation(), f.anna));
    if (isTold)
        must(f.ledger.applyChanges({there}, QStringLiteral("1.5")));
    must(f.ledger.confirm(remark.id, there));

    REQUIRE(must(f.list.entry(id)).conflicts.size() == 1);
    must(f.list.decide(id, TopicField::Deletion, choice, f.freshOperation(), f.anna));
    f.sendAll();
    const auto entry = must(f.list.entry(id));
    const auto agreed = must(f.ledger.agreed(id)).value();
    CHECK(entry.conflicts.empty());
    CHECK(entry.waiting == 0);
    CHECK(entry.topic.deleted == (choice == ConflictChoice::Theirs));
    CHECK(agreed.topic.deleted == entry.topic.deleted);
    if (!entry.topic.deleted) {
        CHECK_FALSE(domain::differing(entry.topic, agreed.topic));
        CHECK(agreed.comments == std::vector{comment});
    }
}
