#include "caldav/resource_name.h"
#include "caldav/sheet.h"
#include "topics/todo/todo_reading.h"
#include "topics/todo/todo_writing.h"
#include "topics/todo/topic_name.h"

#include <catch2/catch.hpp>

#include <random>

using namespace vorzimmer;
using namespace vorzimmer::cloud::topics::todo;
using namespace vorzimmer::cloud::caldav;
using domain::Comment;
using domain::CommentId;
using domain::Topic;
using domain::TopicField;
using domain::TopicFields;
using domain::TopicId;
using domain::TopicOrigin;
using domain::TopicPriority;
using domain::TopicState;

namespace {

const QDateTime now(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

Topic fullTopic()
{
    Topic topic;
    topic.id = TopicId::parse(u"11111111-2222-4333-8444-555555555555");
    topic.title = QStringLiteral("Angebot; bis Freitag, \\ bitte \U0001F4DE");
    topic.text = QStringLiteral("Zwei Zeilen,\nmit \"Zitat\": äöü\tTab\n\n");
    topic.state = TopicState::Waiting;
    topic.person = QStringLiteral("Frau Dr. Lindgren, Einkauf; Süd");
    topic.due = QDate(2026, 3, 31);
    topic.priority = TopicPriority::High;
    topic.origin = TopicOrigin::Meeting;
    topic.createdAt = QDateTime(QDate(2026, 2, 1), QTime(8, 30), Qt::UTC);
    topic.createdBy = QStringLiteral("Martina");
    return topic;
}

Comment comment(const QString& text)
{
    return {CommentId(QUuid::createUuid()), QStringLiteral("Klient \"A\"; B, C: D"), text,
            QDateTime(QDate(2026, 2, 2), QTime(9, 0, 0, 125), Qt::UTC)};
}

/// A to-do with the given lines in it, as another tool would keep it.
QByteArray todoWith(const QByteArray& lines)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\nBEGIN:VTODO\r\nUID:u\r\nDTSTAMP:20260101T000000Z\r\n" +
           QByteArray(lines).replace("\n", "\r\n") + "END:VTODO\r\nEND:VCALENDAR\r\n";
}

Topic read(const QByteArray& lines)
{
    const auto topic = topicIn(todoWith(lines), QStringLiteral("u.ics"));
    REQUIRE(topic);
    return topic->topic;
}

QByteArray change(const QByteArray& text, const Topic& wanted, TopicFields fields)
{
    const auto changed = changedTodo(text, wanted, fields, {}, now);
    REQUIRE(changed);
    return *changed;
}

} // namespace

TEST_CASE("a topic's name is its id, and others' names make ids that stay the same")
{
    const TopicId id = fullTopic().id;
    CHECK(ownName(id) == QLatin1String("11111111-2222-4333-8444-555555555555.ics"));
    CHECK(topicNamed(ownName(id)) == id);
    CHECK(topicNamed(QStringLiteral("Milch.ics")) == topicNamed(QStringLiteral("Milch.ics")));
    CHECK_FALSE(topicNamed(QStringLiteral("Milch.ics")) == topicNamed(QStringLiteral("milch.ics")));
    // Two resources whose names differ in spelling only are two topics.
    CHECK_FALSE(topicNamed(QStringLiteral("AAAAAAAA-2222-4333-8444-555555555555.ics")) ==
                topicNamed(QStringLiteral("aaaaaaaa-2222-4333-8444-555555555555.ics")));
    CHECK(topicNamed(QStringLiteral("Milch.ics")).text() == QLatin1String("38946ca2-cee6-5665-b60b-552be2424f26"));
}

TEST_CASE("names are found in every spelling of an address")
{
    CHECK(nameIn(QStringLiteral("/u/tasks/a%20b.ics")) == QStringLiteral("a b.ics"));
    CHECK(nameIn(QStringLiteral("https://host/u/tasks/%C3%A4.ics")) == QStringLiteral("ä.ics"));
    CHECK(nameIn(QStringLiteral("http%3A//127.0.0.1%3A8/u/tasks/x.ics")) == QStringLiteral("x.ics"));
    CHECK_FALSE(nameIn(QStringLiteral("/u/tasks/")));
    CHECK_FALSE(nameIn(QStringLiteral("/u/tasks/..")));
    CHECK_FALSE(nameIn(QStringLiteral("/u/tasks/%FF.ics")));
    for (const char* name : {"a b.ics", "ä/ö.ics", "50%.ics", "a@b#c?d.ics"}) {
        const QString whole = QString::fromUtf8(name);
        CHECK(nameIn(QStringLiteral("/u/") + encoded(whole)) == whole);
    }
}

TEST_CASE("what is written is read back")
{
    const Topic topic = fullTopic();
    const std::vector<Comment> comments = {comment(QStringLiteral("Ruft zurück, \nheute")), comment(QStringLiteral("ok"))};
    const QByteArray text = newTodo(topic, comments, now);
    const auto back = topicIn(text, ownName(topic.id));
    REQUIRE(back);
    CHECK(back->topic == topic);
    CHECK(back->comments == comments);
    for (const QByteArray& line : text.split('\n')) {
        CHECK(line.size() <= 76); // with its \r
        CHECK((line.isEmpty() || line.endsWith('\r')));
    }
    CHECK(text.contains("COMMENT;"));
    CHECK_FALSE(text.contains("ATTENDEE"));
}

TEST_CASE("every state and priority is read back")
{
    for (const auto state : {TopicState::Open, TopicState::InProgress, TopicState::Waiting, TopicState::Done}) {
        for (const auto priority : {TopicPriority::Low, TopicPriority::Normal, TopicPriority::High}) {
            Topic topic = fullTopic();
            topic.state = state;
            topic.priority = priority;
            topic.due = {};
            topic.person.clear();
            topic.text.clear();
            const auto back = topicIn(newTodo(topic, {}, now), ownName(topic.id));
            REQUIRE(back);
            CHECK(back->topic == topic);
        }
    }
}

TEST_CASE("long texts come through, and what the format cannot carry is left out")
{
    Topic topic = fullTopic();
    topic.text = QStringLiteral("ä\U0001F600,\n").repeated(20'000); // 100,000 characters
    topic.title = QString(domain::maxTopicTitle, QLatin1Char('x'));
    const auto back = topicIn(newTodo(topic, {}, now), ownName(topic.id));
    REQUIRE(back);
    CHECK(back->topic.title == topic.title);
    CHECK((back->topic.text.size() >= 100'000 && topic.text.startsWith(back->topic.text)));

    topic.text = QStringLiteral("a\r\nb\rc") + QChar(1) + QChar(0xFFFF) + QChar(0xD800) + QStringLiteral("d");
    const auto cleaned = topicIn(newTodo(topic, {}, now), ownName(topic.id));
    REQUIRE(cleaned);
    CHECK(cleaned->topic.text == QString::fromUtf8((QStringLiteral("a\nb\nc") + QChar(0xD800) + QLatin1Char('d')).toUtf8()));
}

TEST_CASE("others' spellings are understood")
{
    CHECK(read("STATUS:IN-PROCESS\n").state == TopicState::InProgress);
    CHECK(read("STATUS:CANCELLED\n").state == TopicState::Done);
    CHECK(read("PERCENT-COMPLETE:100\n").state == TopicState::Done);
    CHECK(read("PERCENT-COMPLETE:40\n").state == TopicState::InProgress);
    CHECK(read("COMPLETED:20260101T000000Z\n").state == TopicState::Done);
    CHECK(read("STATUS:NEEDS-ACTION\nPERCENT-COMPLETE:40\n").state == TopicState::Open);
    CHECK(read("SUMMARY:x\n").state == TopicState::Open);
    CHECK(read("PRIORITY:4\n").priority == TopicPriority::High);
    CHECK(read("PRIORITY:5\n").priority == TopicPriority::Normal);
    CHECK(read("PRIORITY:0\n").priority == TopicPriority::Normal);
    CHECK(read("PRIORITY:6\n").priority == TopicPriority::Low);
    CHECK(read("PRIORITY:99\n").priority == TopicPriority::Normal);
    CHECK(read("DUE;VALUE=DATE:20260301\n").due == QDate(2026, 3, 1));
    CHECK(read("DUE;TZID=Europe/Berlin:20260301T233000\n").due == QDate(2026, 3, 1));
    CHECK(read("DUE:20260301T233000\n").due == QDate(2026, 3, 1));
    CHECK(read("DUE:20260301T120000Z\n").due == QDateTime(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC).toLocalTime().date());
    CHECK(read("DTSTART;VALUE=DATE:20260301\nDURATION:P2D\n").due == QDate(2026, 3, 3));
    CHECK_FALSE(read("DUE:nonsense\n").due.isValid());
    CHECK_FALSE(read("DUE;VALUE=DATE:20261345\n").due.isValid());
    CHECK(read("SUMMARY;LANGUAGE=de:Zwei\\, drei\\nvier\n").title == QLatin1String("Zwei, drei\nvier"));
    CHECK(read("DESCRIPTION:fol\n ded\n").text == QLatin1String("folded"));
    CHECK(read("SUMMARY:x\n").origin == TopicOrigin::Client);
    CHECK(read("CREATED:20250101T000000Z\nSUMMARY:x\n").createdAt == QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC));
    CHECK(read("SUMMARY:" + QByteArray(500, 'x') + "\n").title.size() == domain::maxTopicTitle);
    // A state of ours is void once another tool has said otherwise.
    CHECK(read("STATUS:NEEDS-ACTION\nX-VORZIMMER-STATE:WAITING\n").state == TopicState::Waiting);
    CHECK(read("STATUS:COMPLETED\nX-VORZIMMER-STATE:WAITING\n").state == TopicState::Done);
    CHECK(read("STATUS:IN-PROCESS\nX-VORZIMMER-STATE:WAITING\n").state == TopicState::InProgress);
}

TEST_CASE("another tool's comments are comments, the same ones each time")
{
    const QByteArray text = todoWith("COMMENT:Erster\nCOMMENT;LANGUAGE=de:Zweiter\nCOMMENT:Erster\nCOMMENT:\n");
    const auto one = topicIn(text, QStringLiteral("u.ics"));
    const auto two = topicIn(text, QStringLiteral("u.ics"));
    REQUIRE(one);
    REQUIRE(one->comments.size() == 2);
    CHECK(one->comments == two->comments);
    CHECK(one->comments.front().text == QLatin1String("Erster"));
}

TEST_CASE("a change leaves everything else as it was, byte for byte")
{
    const QByteArray lines =
        "SUMMARY;LANGUAGE=de:Alt\nX-APPLE-SORT-ORDER:5\nNEWPROP;A=\"b:c\":raw, value; here\nno line at all\n"
        "CATEGORIES:a,b\\,c\nRRULE:FREQ=DAILY;COUNT=3\nX-LONG:eins\n  zwei\nDUE;TZID=Europe/Berlin:20260301T120000\n"
        "BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:-PT15M\nDESCRIPTION:Wecker\nSUMMARY:Wecker\nEND:VALARM\n";
    const QByteArray before = todoWith(lines);
    Topic wanted = read(lines);
    wanted.title = QStringLiteral("Neu");
    const QByteArray after = change(before, wanted, TopicField::Title);
    QByteArray expected = before;
    expected.replace("SUMMARY;LANGUAGE=de:Alt", "SUMMARY:Neu");
    expected.replace("DTSTAMP:20260101T000000Z", "DTSTAMP:20260301T120000Z");
    expected.replace("BEGIN:VALARM", "LAST-MODIFIED:20260301T120000Z\r\nBEGIN:VALARM");
    CHECK(after == expected);

    wanted.due = QDate(2026, 4, 5);
    CHECK(change(before, wanted, TopicField::Due).contains("DUE;TZID=Europe/Berlin:20260405T120000\r\n"));
    wanted.text = QStringLiteral("Beschreibung");
    const QByteArray described = change(before, wanted, TopicField::Text);
    CHECK(described.contains("DESCRIPTION:Beschreibung\r\n"));
    CHECK(described.contains("DESCRIPTION:Wecker\r\n")); // the alarm's
}

TEST_CASE("a due date takes the form that the task needs")
{
    Topic wanted = read("SUMMARY:x\n");
    wanted.due = QDate(2026, 7, 1);
    CHECK(change(todoWith("SUMMARY:x\n"), wanted, TopicField::Due).contains("DUE;VALUE=DATE:20260701\r\n"));
    CHECK(change(todoWith("DTSTART;TZID=Europe/Berlin:20260301T120000\nDURATION:P1D\n"), wanted, TopicField::Due)
              .contains("DUE;TZID=Europe/Berlin:20260701T120000\r\n"));
    for (const char* due : {"DUE:20260301T223000Z\n", "DUE:20260301T003000Z\n", "DUE:20261225T120000\n", "DUE:junk\n"}) {
        const auto back = topicIn(change(todoWith(due), wanted, TopicField::Due), QStringLiteral("u.ics"));
        REQUIRE(back);
        CHECK(back->topic.due == wanted.due);
    }
    wanted.due = {};
    const QByteArray without =
        change(todoWith("DTSTART;VALUE=DATE:20260301\nDUE;VALUE=DATE:20260302\n"), wanted, TopicField::Due);
    CHECK_FALSE(without.contains("DUE"));
    CHECK(without.contains("DTSTART"));
}

TEST_CASE("a task done and opened again holds together for other tools")
{
    Topic wanted = read("STATUS:IN-PROCESS\nPERCENT-COMPLETE:40\n");
    wanted.state = TopicState::Done;
    const QByteArray done = change(todoWith("STATUS:IN-PROCESS\nPERCENT-COMPLETE:40\n"), wanted, TopicField::State);
    CHECK(done.contains("STATUS:COMPLETED\r\n"));
    CHECK(done.contains("COMPLETED:20260301T120000Z\r\n"));
    CHECK(done.contains("PERCENT-COMPLETE:100\r\n"));
    wanted.state = TopicState::Waiting;
    const QByteArray waiting = change(done, wanted, TopicField::State);
    CHECK(waiting.contains("STATUS:NEEDS-ACTION\r\n"));
    CHECK(waiting.contains("X-VORZIMMER-STATE:WAITING\r\n"));
    CHECK_FALSE(waiting.contains("COMPLETED"));
    CHECK_FALSE(waiting.contains("PERCENT"));
    wanted.state = TopicState::InProgress;
    const QByteArray going = change(todoWith("STATUS:NEEDS-ACTION\nPERCENT-COMPLETE:40\n"), wanted, TopicField::State);
    CHECK(going.contains("PERCENT-COMPLETE:40\r\n"));
}

TEST_CASE("comments that another tool dropped come back with the next change, once")
{
    const Topic topic = fullTopic();
    const std::vector<Comment> comments = {comment(QStringLiteral("Eins")), comment(QStringLiteral("Zwei"))};
    const QByteArray dropped = newTodo(topic, {comments.front()}, now);
    const auto mended = changedTodo(dropped, topic, {}, comments, now);
    REQUIRE(mended);
    const auto back = topicIn(*mended, ownName(topic.id));
    REQUIRE(back);
    CHECK(back->comments.size() == 2);
    CHECK(mended->count("COMMENT;") == 2);
}

TEST_CASE("a series is read and changed, not its exceptions")
{
    const QByteArray text =
        "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:u\nRECURRENCE-ID:20260302T000000Z\nSUMMARY:Ausnahme\nEND:VTODO\n"
        "BEGIN:VTODO\nUID:u\nSUMMARY:Serie\nRRULE:FREQ=DAILY\nEND:VTODO\nEND:VCALENDAR\n";
    const auto topic = topicIn(text, QStringLiteral("u.ics"));
    REQUIRE(topic);
    CHECK(topic->topic.title == QLatin1String("Serie"));
    Topic wanted = topic->topic;
    wanted.title = QStringLiteral("Neu");
    const QByteArray after = change(text, wanted, TopicField::Title);
    CHECK(after.contains("SUMMARY:Ausnahme\n"));
    CHECK(after.contains("SUMMARY:Neu\n"));
    CHECK_FALSE(after.contains('\r')); // the file's own line ends
}

TEST_CASE("what is no task is none")
{
    for (const char* text :
         {"", "garbage", "<html></html>", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
          "BEGIN:VTODO\r\n", "END:VTODO\r\nBEGIN:VTODO\r\n"}) {
        CHECK_FALSE(topicIn(text, QStringLiteral("u.ics")));
        CHECK_FALSE(changedTodo(text, fullTopic(), TopicField::Title, {}, now));
    }
}

TEST_CASE("no damage to a task's text does damage here")
{
    std::mt19937 dice(20260301);
    const QByteArray whole = newTodo(fullTopic(), {comment(QStringLiteral("Eins"))}, now) +
                             todoWith("DUE;TZID=Europe/Berlin:20260301T120000\nDURATION:P2D\nDTSTART:20260301T120000Z\n"
                                      "ATTENDEE;CN=\"a\":mailto:a@b\nRRULE:FREQ=WEEKLY;BYDAY=MO\n");
    for (int round = 0; round < 3000; ++round) {
        QByteArray text = whole;
        for (unsigned hits = dice() % 8; hits > 0 && !text.isEmpty(); --hits) {
            const auto at = static_cast<qsizetype>(dice() % static_cast<unsigned>(text.size()));
            switch (dice() % 4) {
            case 0:
                text[at] = static_cast<char>(dice() % 256);
                break;
            case 1:
                text.remove(at, static_cast<qsizetype>(dice() % 40));
                break;
            case 2:
                text.insert(at, text.mid(static_cast<qsizetype>(dice() % static_cast<unsigned>(text.size())), 60));
                break;
            default:
                text.truncate(at + 1);
                break;
            }
        }
        const auto topic = topicIn(text, QStringLiteral("u.ics"));
        const auto changed = changedTodo(text, fullTopic(), TopicFields(63), {}, now);
        CHECK(topic.has_value() == changed.has_value());
        if (changed)
            CHECK(topicIn(*changed, QStringLiteral("u.ics")));
    }
}
