#include "topics/todo/todo_writing.h"

#include "caldav/sheet.h"
#include "topics/todo/todo_reading.h"
#include "topics/todo/topic_name.h"

#include <QUrl>

#include <algorithm>

namespace vorzimmer::cloud::topics::todo {

using domain::Comment;
using domain::Topic;
using domain::TopicField;
using domain::TopicFields;
using domain::TopicOrigin;
using domain::TopicPriority;
using domain::TopicState;

namespace {

const QString dateForm = QStringLiteral("yyyyMMdd");

QByteArray stamp(const QDateTime& time)
{
    return time.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")).toLatin1();
}

QByteArray lineOrNone(const QByteArray& head, const QString& text)
{
    return text.isEmpty() ? QByteArray() : caldav::textLine(head, text);
}

void setState(caldav::Sheet& todo, TopicState state, const QDateTime& now)
{
    switch (state) {
    case TopicState::Done:
        todo.set("STATUS", "STATUS:COMPLETED");
        todo.set("COMPLETED", "COMPLETED:" + stamp(now));
        todo.set("PERCENT-COMPLETE", "PERCENT-COMPLETE:100");
        break;
    case TopicState::InProgress:
        todo.set("STATUS", "STATUS:IN-PROCESS");
        todo.remove("COMPLETED");
        for (const QByteArray& line : todo.lines("PERCENT-COMPLETE")) {
            const int percent = line.mid(line.lastIndexOf(':') + 1).toInt();
            if (percent <= 0 || percent >= 100)
                todo.remove("PERCENT-COMPLETE");
        }
        break;
    case TopicState::Open:
    case TopicState::Waiting:
        todo.set("STATUS", "STATUS:NEEDS-ACTION");
        todo.remove("COMPLETED");
        todo.remove("PERCENT-COMPLETE");
        break;
    }
    todo.set("X-VORZIMMER-STATE", state == TopicState::Waiting ? "X-VORZIMMER-STATE:WAITING" : "");
}

QByteArray priorityLine(TopicPriority priority)
{
    switch (priority) {
    case TopicPriority::High:
        return "PRIORITY:1";
    case TopicPriority::Low:
        return "PRIORITY:9";
    case TopicPriority::Normal:
        break;
    }
    return {};
}

QByteArray originWord(TopicOrigin origin)
{
    switch (origin) {
    case TopicOrigin::Call:
        return "CALL";
    case TopicOrigin::Meeting:
        return "MEETING";
    case TopicOrigin::Client:
        break;
    }
    return "CLIENT";
}

/// A date line "@p name[;parameters]:20260301T120000[Z]" moved to @p date: time of day and zone stay.
QByteArray moved(const QByteArray& line, const QByteArray& name, const QDate& date)
{
    const qsizetype colon = line.lastIndexOf(':');
    const QByteArray parameters = line.left(colon).mid(line.indexOf(';') < 0 ? colon : line.indexOf(';'));
    const QByteArray value = line.mid(colon + 1).trimmed();
    const QTime time = QTime::fromString(QString::fromLatin1(value.mid(9, 6)), QStringLiteral("HHmmss"));
    if (value.size() < 15 || !time.isValid())
        return name + ";VALUE=DATE:" + date.toString(dateForm).toLatin1();
    if (!value.endsWith('Z'))
        return name + parameters + ':' + date.toString(dateForm).toLatin1() + value.mid(8, 7);
    const QDateTime was(QDate::fromString(QString::fromLatin1(value.left(8)), dateForm), time, Qt::UTC);
    const QTime local = was.isValid() ? was.toLocalTime().time() : QTime(12, 0);
    return name + ':' + stamp(QDateTime(date, local, Qt::LocalTime));
}

/// A due date takes the form that the one before it had, else that of the start, which must be the same.
void setDue(caldav::Sheet& todo, const QDate& due)
{
    const auto before = todo.lines("DUE");
    const auto start = todo.lines("DTSTART");
    todo.remove("DURATION"); // says the same in another way
    if (!due.isValid())
        todo.remove("DUE");
    else if (!before.empty())
        todo.set("DUE", moved(before.front(), "DUE", due));
    else if (!start.empty())
        todo.set("DUE", moved(start.front(), "DUE", due));
    else
        todo.set("DUE", "DUE;VALUE=DATE:" + due.toString(dateForm).toLatin1());
}

void setFields(caldav::Sheet& todo, const Topic& topic, TopicFields fields, const QDateTime& now)
{
    if (fields.testFlag(TopicField::Title))
        todo.set("SUMMARY", lineOrNone("SUMMARY", topic.title));
    if (fields.testFlag(TopicField::Text))
        todo.set("DESCRIPTION", lineOrNone("DESCRIPTION", topic.text));
    if (fields.testFlag(TopicField::State))
        setState(todo, topic.state, now);
    if (fields.testFlag(TopicField::Person)) // no ATTENDEE: the server would write to them
        todo.set("X-VORZIMMER-PERSON", lineOrNone("X-VORZIMMER-PERSON", topic.person));
    if (fields.testFlag(TopicField::Due))
        setDue(todo, topic.due);
    if (fields.testFlag(TopicField::Priority))
        todo.set("PRIORITY", priorityLine(topic.priority));
}

void addMissing(caldav::Sheet& todo, const std::vector<Comment>& comments, const std::vector<Comment>& there)
{
    for (const Comment& comment : comments) {
        if (std::any_of(there.begin(), there.end(), [&comment](const Comment& c) { return c.id == comment.id; }))
            continue;
        // Parameters are spelled so that no tool on the way needs to quote or escape them.
        QByteArray head = "COMMENT;X-VORZIMMER-ID=" + comment.id.text().toLatin1() +
                          ";X-VORZIMMER-AT=" + QByteArray::number(comment.at.toMSecsSinceEpoch());
        if (!comment.author.isEmpty())
            head += ";X-VORZIMMER-AUTHOR=" + QUrl::toPercentEncoding(comment.author);
        todo.add(caldav::textLine(head, comment.text));
    }
}

} // namespace

QByteArray newTodo(const Topic& topic, const std::vector<Comment>& comments, const QDateTime& now)
{
    const QByteArray frame = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Vorzimmer//Topics//EN\r\n"
                             "BEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n";
    auto todo = caldav::Sheet::read(frame, "VTODO");
    todo->add("UID:" + topic.id.text().toLatin1());
    todo->add("DTSTAMP:" + stamp(now));
    todo->add("CREATED:" + stamp(topic.createdAt.isValid() ? topic.createdAt : now));
    if (topic.changedAt.isValid())
        todo->add("LAST-MODIFIED:" + stamp(topic.changedAt));
    const TopicFields all = {TopicField::Title,  TopicField::Text, TopicField::State,
                             TopicField::Person, TopicField::Due,  TopicField::Priority};
    setFields(*todo, topic, all, now);
    todo->add("X-VORZIMMER-ORIGIN:" + originWord(topic.origin));
    if (!topic.createdBy.isEmpty())
        todo->add(caldav::textLine("X-VORZIMMER-CREATED-BY", topic.createdBy));
    addMissing(*todo, comments, {});
    return todo->text();
}

std::optional<QByteArray> changedTodo(const QByteArray& text, const Topic& wanted, TopicFields fields,
                                      const std::vector<Comment>& comments, const QDateTime& now)
{
    auto todo = caldav::Sheet::read(text, "VTODO");
    const auto there = topicIn(text, ownName(wanted.id));
    if (!todo || !there)
        return std::nullopt;
    setFields(*todo, wanted, fields, now);
    todo->set("LAST-MODIFIED", "LAST-MODIFIED:" + stamp(now));
    todo->set("DTSTAMP", "DTSTAMP:" + stamp(now));
    addMissing(*todo, comments, there->comments);
    return todo->text();
}

} // namespace vorzimmer::cloud::topics::todo
