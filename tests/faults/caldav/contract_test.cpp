#include "dav_scene.h"
#include "topics/todo/topic_name.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using cloud::topics::Answer;
using cloud::topics::FeedReply;
using domain::Topic;
using domain::TopicField;
using ports::BoardAbility;
using ports::RemoteTopic;

namespace {

DavKind eitherKind()
{
    return GENERATE(DavKind::Radicale, DavKind::Xandikos);
}

const RemoteTopic* in(const FeedReply& feed, const domain::TopicId& id)
{
    const auto found =
        std::find_if(feed.changes.begin(), feed.changes.end(), [&id](const RemoteTopic& one) { return one.topic.id == id; });
    return found == feed.changes.end() ? nullptr : &*found;
}

QString nameOf(const Topic& topic)
{
    return cloud::topics::todo::ownName(topic.id);
}

RemoteTopic created(DavScene& scene, const Topic& topic)
{
    const auto reply = scene.create(topic);
    INFO(reply.problem.toStdString());
    REQUIRE(reply.answer == Answer::Done);
    return reply.topic;
}

} // namespace

TEST_CASE("a topic goes to the server as it is and comes back as it was")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Angebot; bis Freitag, \\ bitte"));
    const RemoteTopic known = created(scene, topic);
    CHECK(known.topic == topic);
    CHECK_FALSE(known.revision.isEmpty());
    CHECK(scene.writes() == 1);
    const auto fetched = scene.fetch(topic.id);
    REQUIRE(fetched.answer == Answer::Done);
    CHECK(fetched.topic.topic == topic);
    CHECK(fetched.topic.revision == known.revision);
    const FeedReply feed = scene.changes();
    REQUIRE(feed.answer == Answer::Done);
    CHECK(feed.complete);
    REQUIRE(in(feed, topic.id));
    CHECK(in(feed, topic.id)->topic == topic);
}

TEST_CASE("a second topic under the same id is refused")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    (void)created(scene, topic);
    CHECK(scene.create(topic).answer == Answer::Differs);
}

TEST_CASE("after a lost reply the topic is there once and found by its id")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    scene.proxy.failNext("PUT", Fault::loseReply(Ending::Reset));
    CHECK(scene.create(topic).answer == Answer::Unknown);
    CHECK(scene.writes() == 1);
    const auto fetched = scene.fetch(topic.id);
    REQUIRE(fetched.answer == Answer::Done);
    CHECK(fetched.topic.topic == topic);
    CHECK(scene.changes().changes.size() == 1);

    const Topic other = davTopic(QStringLiteral("Zwei"));
    scene.proxy.failNext("PUT", Fault::drop());
    CHECK(scene.create(other).answer == Answer::Unknown);
    CHECK(scene.fetch(other.id).answer == Answer::Missing);
}

TEST_CASE("a change of one field leaves another tool's properties alone")
{
    DavScene scene(eitherKind());
    scene.put(QStringLiteral("milch.ics"),
              foreignTodo("milch",
                          "SUMMARY:Milch\r\nCATEGORIES:Einkauf,Eilig\r\nX-APPLE-SORT-ORDER:5\r\nDUE;VALUE=DATE:20260301\r\n"
                          "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Wecker\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n"));
    const FeedReply feed = scene.changes();
    REQUIRE(feed.changes.size() == 1);
    const RemoteTopic known = feed.changes.front();
    CHECK(known.remoteId == QLatin1String("milch.ics"));
    CHECK(known.topic.title == QLatin1String("Milch"));
    Topic wanted = known.topic;
    wanted.title = QStringLiteral("Hafermilch, 2 l");
    wanted.state = domain::TopicState::Done;
    const auto reply = scene.update(wanted, {TopicField::Title, TopicField::State}, known);
    REQUIRE(reply.answer == Answer::Done);
    CHECK(reply.topic.topic.title == wanted.title);
    CHECK(reply.topic.topic.state == domain::TopicState::Done);
    const QByteArray text = scene.text(QStringLiteral("milch.ics"));
    CHECK(text.contains("SUMMARY:Hafermilch\\, 2 l"));
    CHECK(text.contains("CATEGORIES:Einkauf,Eilig"));
    CHECK(text.contains("X-APPLE-SORT-ORDER:5"));
    CHECK(text.contains("TRIGGER:-PT15M"));
    CHECK(text.contains("UID:milch"));
    CHECK(text.contains("STATUS:COMPLETED"));
}

TEST_CASE("what was changed elsewhere is noticed, not overwritten")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    const RemoteTopic known = created(scene, topic);
    scene.put(nameOf(topic), scene.text(nameOf(topic)).replace("SUMMARY:Eins", "SUMMARY:Zwei"));
    Topic wanted = topic;
    wanted.title = QStringLiteral("Drei");
    CHECK(scene.update(wanted, TopicField::Title, known).answer == Answer::Differs);
    CHECK(scene.remove(known).answer == Answer::Differs);
    CHECK(scene.text(nameOf(topic)).contains("SUMMARY:Zwei"));
}

TEST_CASE("another ETag over the same values does not stand in the way")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    const RemoteTopic known = created(scene, topic);
    scene.put(nameOf(topic), scene.text(nameOf(topic)).replace("END:VTODO", "X-SNOOZED:1\r\nEND:VTODO"));
    Topic wanted = topic;
    wanted.title = QStringLiteral("Drei");
    CHECK(scene.update(wanted, TopicField::Title, known).answer == Answer::Done);
    CHECK(scene.text(nameOf(topic)).contains("X-SNOOZED:1"));
}

TEST_CASE("a writer who gets in between reading and writing is noticed")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    const RemoteTopic known = created(scene, topic);
    bool between = false;
    scene.proxy.setPlan([&](const SeenRequest& seen) {
        if (seen.method == "PUT" && !std::exchange(between, true))
            scene.put(nameOf(topic), scene.text(nameOf(topic)).replace("SUMMARY:Eins", "SUMMARY:Zwei"));
        return Fault::none();
    });
    Topic wanted = topic;
    wanted.title = QStringLiteral("Drei");
    CHECK(scene.update(wanted, TopicField::Title, known).answer == Answer::Differs);
    CHECK(scene.text(nameOf(topic)).contains("SUMMARY:Zwei"));
}

TEST_CASE("a second writer who did not see ours and was let through is noticed when ours is read back")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    const RemoteTopic known = created(scene, topic);
    const QByteArray before = scene.text(nameOf(topic));
    int reads = 0;
    scene.proxy.setPlan([&](const SeenRequest& seen) {
        if (seen.method == "GET" && ++reads == 2) // the reading back
            scene.put(nameOf(topic), QByteArray(before).replace("PRIORITY:1", "PRIORITY:9"));
        return Fault::none();
    });
    Topic wanted = topic;
    wanted.title = QStringLiteral("Drei");
    CHECK(scene.update(wanted, TopicField::Title, known).answer == Answer::Differs);
}

TEST_CASE("deleted is deleted, on either side, and can be brought back")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    RemoteTopic known = created(scene, topic);
    known.comments = {davComment(QStringLiteral("bleibt"))};
    const QString cursor = scene.changes().next;
    const auto removed = scene.remove(known);
    REQUIRE(removed.answer == Answer::Done);
    CHECK(removed.topic.topic.deleted);
    CHECK(scene.remove(known).answer == Answer::Deleted);
    CHECK(scene.update(topic, TopicField::Title, known).answer == Answer::Deleted);
    CHECK(scene.fetch(topic.id, known.remoteId).answer == Answer::Deleted);
    CHECK(scene.comment(known, davComment(QStringLiteral("zu spät"))).answer == Answer::Deleted);
    const FeedReply feed = scene.changes(cursor);
    REQUIRE(feed.answer == Answer::Done);
    REQUIRE(in(feed, topic.id));
    CHECK(in(feed, topic.id)->topic.deleted);

    const auto restored = scene.restore(topic, removed.topic);
    REQUIRE(restored.answer == Answer::Done);
    CHECK(restored.topic.topic == topic);
    CHECK(restored.topic.comments == known.comments);
    CHECK(scene.restore(topic, removed.topic).answer == Answer::Differs);
}

TEST_CASE("comments are added once, and those that another tool dropped come back")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    RemoteTopic known = created(scene, topic);
    const auto one = davComment(QStringLiteral("Ruft zurück, \nheute; ok"));
    REQUIRE(scene.comment(known, one).answer == Answer::Done);
    const int writes = scene.writes();
    REQUIRE(scene.comment(known, one).answer == Answer::Done);
    CHECK(scene.writes() == writes);
    auto forged = one;
    forged.text = QStringLiteral("anders");
    CHECK(scene.comment(known, forged).answer == Answer::Differs);
    known = scene.fetch(topic.id).topic;
    CHECK(known.comments == std::vector{one});

    QByteArray text = scene.text(nameOf(topic)); // folded as the server likes
    const qsizetype from = text.indexOf("COMMENT;");
    qsizetype to = text.indexOf('\n', from) + 1;
    while (text.at(to) == ' ')
        to = text.indexOf('\n', to) + 1;
    scene.put(nameOf(topic), text.remove(from, to - from));
    const auto two = davComment(QStringLiteral("Zwei"));
    REQUIRE(scene.comment(known, two).answer == Answer::Done);
    const auto both = scene.fetch(topic.id).topic.comments;
    CHECK(both.size() == 2);
}

TEST_CASE("a comment survives a writer who gets in between")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    const RemoteTopic known = created(scene, topic);
    bool between = false;
    scene.proxy.setPlan([&](const SeenRequest& seen) {
        if (seen.method == "PUT" && !std::exchange(between, true))
            scene.put(nameOf(topic), scene.text(nameOf(topic)).replace("SUMMARY:Eins", "SUMMARY:Zwei"));
        return Fault::none();
    });
    REQUIRE(scene.comment(known, davComment(QStringLiteral("ok"))).answer == Answer::Done);
    const auto now = scene.fetch(topic.id).topic;
    CHECK(now.topic.title == QLatin1String("Zwei"));
    CHECK(now.comments.size() == 1);
}

TEST_CASE("the feed tells what changed and nothing else")
{
    DavScene scene(eitherKind());
    const Topic one = davTopic(QStringLiteral("Eins"));
    const Topic two = davTopic(QStringLiteral("Zwei"));
    (void)created(scene, one);
    (void)created(scene, two);
    scene.put(
        QStringLiteral("termin.ics"),
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\nBEGIN:VEVENT\r\nUID:t\r\nDTSTAMP:20260101T000000Z\r\n"
        "DTSTART:20260101T000000Z\r\nSUMMARY:Termin\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    const FeedReply all = scene.changes();
    REQUIRE(all.answer == Answer::Done);
    CHECK(all.changes.size() == 2); // no appointment
    CHECK(all.complete);
    const FeedReply none = scene.changes(all.next);
    CHECK(none.answer == Answer::Done);
    CHECK(none.changes.empty());
    CHECK_FALSE(none.complete);

    scene.put(nameOf(one), scene.text(nameOf(one)).replace("SUMMARY:Eins", "SUMMARY:Drei"));
    scene.put(QStringLiteral("neu \xC3\xA4.ics"), foreignTodo("neu", "SUMMARY:Neu\r\n"));
    scene.erase(nameOf(two));
    const FeedReply some = scene.changes(all.next);
    REQUIRE(some.answer == Answer::Done);
    REQUIRE(some.changes.size() == 3);
    CHECK_FALSE(some.complete);
    CHECK(in(some, one.id)->topic.title == QLatin1String("Drei"));
    CHECK(in(some, two.id)->topic.deleted);
    CHECK(scene.changes(some.next).changes.empty());
}

TEST_CASE("a cursor that the server does not know starts over")
{
    DavScene scene(eitherKind());
    (void)created(scene, davTopic(QStringLiteral("Eins")));
    const FeedReply unknown = scene.changes(QStringLiteral("token nonsense"));
    CHECK(unknown.answer == Answer::Differs);
    CHECK(scene.changes(QStringLiteral("another kind of list's")).answer == Answer::Differs);
}

TEST_CASE("a server that reports no changes is read whole, and only when something changed")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    (void)created(scene, topic);
    scene.proxy.setPlan([](const SeenRequest& seen) {
        return seen.body.contains("sync-collection") ? Fault::answerWith(501, "") : Fault::none();
    });
    const FeedReply all = scene.changes();
    REQUIRE(all.answer == Answer::Done);
    CHECK(all.complete);
    CHECK(all.changes.size() == 1);
    const FeedReply none = scene.changes(all.next);
    CHECK(none.next == all.next);
    CHECK(none.changes.empty());
    CHECK_FALSE(none.complete);
    scene.erase(nameOf(topic));
    const FeedReply gone = scene.changes(all.next);
    REQUIRE(gone.answer == Answer::Done);
    CHECK(gone.complete);
    CHECK(gone.changes.empty());
}

TEST_CASE("a full list in answer to an old token is taken for what it is")
{
    DavScene scene(DavKind::Xandikos); // the other one tells even in a full list what is gone
    const Topic one = davTopic(QStringLiteral("Eins"));
    (void)created(scene, one);
    const Topic two = davTopic(QStringLiteral("Zwei"));
    (void)created(scene, two);
    const QString cursor = scene.changes().next;
    scene.erase(nameOf(two));
    const auto full = scene.server->ask(
        "REPORT", scene.path + QLatin1Char('/'),
        "<?xml version=\"1.0\"?><D:sync-collection xmlns:D=\"DAV:\"><D:sync-token/><D:sync-level>1</D:sync-level>"
        "<D:prop><D:getetag/></D:prop></D:sync-collection>",
        {{"Depth", "0"}});
    REQUIRE(full.status == 207);
    scene.proxy.setPlan([full](const SeenRequest& seen) {
        return seen.body.contains("sync-collection") ? Fault::answerWith(207, full.body, "text/xml") : Fault::none();
    });
    const FeedReply feed = scene.changes(cursor);
    REQUIRE(feed.answer == Answer::Done);
    CHECK(feed.complete); // so that the second is known to be gone
    CHECK(feed.changes.size() == 1);
}

TEST_CASE("many topics are read in batches, and one that spoils a batch is read by itself")
{
    DavScene scene(eitherKind());
    for (int i = 0; i < 120; ++i)
        scene.put(QStringLiteral("t%1.ics").arg(i), foreignTodo("t" + QByteArray::number(i), "SUMMARY:x\r\n"));
    int batches = 0;
    scene.proxy.setPlan([&](const SeenRequest& seen) {
        if (seen.body.contains("calendar-multiget") && ++batches == 2)
            return Fault::answerWith(207, "<?xml version=\"1.0\"?><multistatus xmlns=\"DAV:\">\x01", "text/xml");
        return Fault::none();
    });
    const FeedReply feed = scene.changes();
    REQUIRE(feed.answer == Answer::Done);
    CHECK(feed.changes.size() == 120);
    CHECK(feed.complete);
    CHECK(batches == 2);
    CHECK(FaultProxy::count(scene.proxy.delivered(), "GET") == 20);
}

TEST_CASE("a list that is deleted is not an empty one")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    const RemoteTopic known = created(scene, topic);
    const QString cursor = scene.changes().next;
    const int status = scene.server->ask("DELETE", scene.path + QLatin1Char('/')).status;
    REQUIRE((status == 200 || status == 204));
    for (const auto& reply :
         std::vector<cloud::topics::Reply>{scene.changes(cursor), scene.changes(), scene.fetch(topic.id, known.remoteId),
                                           scene.update(topic, TopicField::Title, known), scene.remove(known),
                                           scene.create(davTopic(QStringLiteral("Zwei"))),
                                           scene.comment(known, davComment(QStringLiteral("x"))), scene.probe(scene.path)}) {
        CHECK(reply.answer == Answer::NotTaken);
        CHECK(reply.needsPerson);
        CHECK(reply.problem.contains(QLatin1String("no task list")));
    }
}

TEST_CASE("a password that was changed needs a person and harms nothing")
{
    const auto own = std::make_shared<DavServer>(DavKind::Radicale);
    DavScene scene(DavKind::Radicale, own);
    const Topic topic = davTopic(QStringLiteral("Eins"));
    const RemoteTopic known = created(scene, topic);
    own->setPassword("wrong");
    for (const auto& reply :
         std::vector<cloud::topics::Reply>{scene.changes(), scene.fetch(topic.id), scene.remove(known),
                                           scene.create(davTopic(QStringLiteral("Zwei"))), scene.probe(scene.path)}) {
        CHECK(reply.answer == Answer::NotTaken);
        CHECK(reply.needsPerson);
        CHECK(reply.problem.contains(QLatin1String("password")));
        CHECK_FALSE(reply.problem.contains(QLatin1String("right")));
    }
    own->setPassword("right");
    CHECK(scene.changes().changes.size() == 1);
}

TEST_CASE("trouble on the way is told apart from refusal")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    scene.proxy.failNext("PUT", Fault::sendAway(429, "7"));
    const auto later = scene.create(topic);
    CHECK(later.answer == Answer::NotTaken);
    CHECK(later.wait == std::chrono::seconds(7));
    CHECK_FALSE(later.needsPerson);
    scene.proxy.failNext("PUT", Fault::answerWith(200, "<html>Login</html>", "text/html"));
    scene.proxy.failNext("GET", Fault::answerWith(200, "<html>Login</html>", "text/html"));
    CHECK(scene.create(topic).answer == Answer::Unknown);
    scene.proxy.failNext("REPORT", Fault::answerWith(200, "<html>Login</html>", "text/html"));
    CHECK(scene.changes().answer == Answer::Unknown);
    scene.proxy.failNext("REPORT", Fault::answerWith(207, "<multistatus xmlns=\"DAV:\"><resp", "text/xml"));
    CHECK(scene.changes().answer == Answer::Unknown);
    scene.proxy.failNext("REPORT", Fault::sendAway(503, "3"));
    CHECK(scene.changes().wait == std::chrono::seconds(3));
    scene.proxy.down();
    CHECK(scene.changes().silent);
}

TEST_CASE("a login page that says 200 has deleted nothing")
{
    DavScene scene(eitherKind());
    const Topic topic = davTopic(QStringLiteral("Eins"));
    const RemoteTopic known = created(scene, topic);
    const auto page = GENERATE(Fault::answerWith(200, "Please sign in", "text/html"),
                               Fault::answerWith(200, "\n<HTML><body>Login</body></HTML>", "text/plain"),
                               Fault::answerWith(200, "<!DOCTYPE html><title>Login</title>", "application/xml"));
    scene.proxy.failNext("DELETE", page);
    const auto removed = scene.remove(known);
    CHECK(removed.answer == Answer::Unknown);
    CHECK(removed.problem.contains(QLatin1String("web page")));
    CHECK(scene.fetch(topic.id, known.remoteId).answer == Answer::Done);
    CHECK(scene.remove(known).answer == Answer::Done);
}

TEST_CASE("trying a list out says what it is and what it can do")
{
    DavScene scene(eitherKind());
    const auto found = scene.probe(scene.path);
    REQUIRE(found.answer == Answer::Done);
    CHECK(found.report.listName == QLatin1String("Aufgaben"));
    CHECK_FALSE(found.report.product.isEmpty());
    CHECK(found.report.abilities.testFlag(BoardAbility::Writing));
    CHECK(found.report.abilities.testFlag(BoardAbility::UpdateGuard));
    CHECK_FALSE(found.report.abilities.testFlag(BoardAbility::InstantNews));
    CHECK(scene.probe(scene.path + QLatin1Char('/')).answer == Answer::Done);
    CHECK(scene.writes() == 0);
}

TEST_CASE("trying out an address above the list names the lists there are")
{
    DavScene scene(eitherKind());
    for (const QString& path : {scene.server->principal(), QStringLiteral("/")}) {
        const auto found = scene.probe(path);
        CHECK(found.answer == Answer::NotTaken);
        CHECK(found.needsPerson);
        INFO(found.problem.toStdString());
        CHECK(found.problem.contains(QLatin1String("Aufgaben")));
        CHECK(found.problem.contains(scene.path));
    }
}

TEST_CASE("a calendar that takes no tasks is told apart")
{
    DavScene scene(DavKind::Radicale);
    const QString events = scene.server->newList(QStringLiteral("Termine"), "VEVENT");
    const auto found = scene.probe(events);
    CHECK(found.answer == Answer::NotTaken);
    CHECK(found.problem.contains(QLatin1String("takes no tasks")));
}
