#include "topics/todo/todo_reading.h"

#include "caldav/sheet.h"
#include "calendar/ical.h"
#include "topics/todo/topic_name.h"

#include <QUrl>

#include <algorithm>

namespace vorzimmer::cloud::topics::todo {

using domain::Comment;
using domain::CommentId;
using domain::Topic;
using domain::TopicOrigin;
using domain::TopicPriority;
using domain::TopicState;
using ports::RemoteTopic;

namespace {

constexpr qsizetype longestText = 100'000; // characters; what a list carries elsewhere, too
constexpr qsizetype longestName = 200;
constexpr size_t mostComments = 1'000;

/// The first @p longest characters, which may take two places each.
QString shortened(const QString& text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    qsizetype end = 0;
    for (qsizetype count = 0; count < longest && end < text.size(); ++count)
        end += text.at(end).isHighSurrogate() && end + 1 < text.size() ? 2 : 1;
    return text.left(end);
}

QString utf8(const char* text)
{
    return caldav::carried(QString::fromUtf8(text));
}

QDateTime instant(const icaltimetype& time)
{
    if (icaltime_is_null_time(time))
        return {};
    const QDate date(time.year, time.month, time.day);
    const QTime clock = time.is_date ? QTime(0, 0) : QTime(time.hour, time.minute, std::min(time.second, 59));
    return date.isValid() && clock.isValid() ? QDateTime(date, clock, Qt::UTC) : QDateTime();
}

/// The day that is meant where it was written; for a time in UTC, the day on this desk's clock.
QDate day(const icaltimetype& time)
{
    const QDateTime whole = instant(time);
    return !time.is_date && icaltime_is_utc(time) ? whole.toLocalTime().date() : whole.date();
}

/// One to-do's properties.
class Properties {
public:
    explicit Properties(icalcomponent* todo) : m_todo(todo) {}

    [[nodiscard]] icalproperty* first(icalproperty_kind kind) const
    {
        return icalcomponent_get_first_property(m_todo, kind);
    }

    [[nodiscard]] QString text(icalproperty_kind kind) const
    {
        icalproperty* property = first(kind);
        const icalvalue* value = property ? icalproperty_get_value(property) : nullptr;
        return value && icalvalue_isa(value) == ICAL_TEXT_VALUE ? utf8(icalvalue_get_text(value)) : QString();
    }

    [[nodiscard]] int number(icalproperty_kind kind) const
    {
        icalproperty* property = first(kind);
        const icalvalue* value = property ? icalproperty_get_value(property) : nullptr;
        return value && icalvalue_isa(value) == ICAL_INTEGER_VALUE ? icalvalue_get_integer(value) : 0;
    }

    [[nodiscard]] icaltimetype time(icalproperty_kind kind) const
    {
        icalproperty* property = first(kind);
        const icalvalue* value = property ? icalproperty_get_value(property) : nullptr;
        if (!value)
            return icaltime_null_time();
        switch (icalvalue_isa(value)) {
        case ICAL_DATE_VALUE:
            return icalvalue_get_date(value);
        case ICAL_DATETIME_VALUE:
            return icalvalue_get_datetime(value);
        default:
            return icaltime_null_time();
        }
    }

    [[nodiscard]] QString own(const char* name) const
    {
        for (icalproperty* property = first(ICAL_X_PROPERTY); property;
             property = icalcomponent_get_next_property(m_todo, ICAL_X_PROPERTY)) {
            const char* found = icalproperty_get_x_name(property);
            const char* value = icalproperty_get_x(property);
            if (found && value && qstricmp(found, name) == 0)
                return utf8(value);
        }
        return {};
    }

private:
    icalcomponent* m_todo;
};

TopicState stateOf(const Properties& todo)
{
    icalproperty* status = todo.first(ICAL_STATUS_PROPERTY);
    const int percent = todo.number(ICAL_PERCENTCOMPLETE_PROPERTY);
    switch (status ? icalproperty_get_status(status) : ICAL_STATUS_NONE) {
    case ICAL_STATUS_COMPLETED:
    case ICAL_STATUS_CANCELLED: // nobody needs to act any more
        return TopicState::Done;
    case ICAL_STATUS_INPROCESS:
        return TopicState::InProgress;
    case ICAL_STATUS_NEEDSACTION:
        break;
    default: // none, or one that no to-do has
        if (percent >= 100 || !icaltime_is_null_time(todo.time(ICAL_COMPLETED_PROPERTY)))
            return TopicState::Done;
        if (percent > 0)
            return TopicState::InProgress;
        break;
    }
    const bool waits = todo.own("X-VORZIMMER-STATE").compare(QLatin1String("WAITING"), Qt::CaseInsensitive) == 0;
    return waits ? TopicState::Waiting : TopicState::Open;
}

TopicPriority priorityOf(int number)
{
    if (number >= 1 && number <= 4)
        return TopicPriority::High;
    return number >= 6 && number <= 9 ? TopicPriority::Low : TopicPriority::Normal;
}

TopicOrigin originOf(const QString& word)
{
    if (word == QLatin1String("CALL"))
        return TopicOrigin::Call;
    return word == QLatin1String("MEETING") ? TopicOrigin::Meeting : TopicOrigin::Client;
}

QDate dueOf(const Properties& todo)
{
    const icaltimetype due = todo.time(ICAL_DUE_PROPERTY);
    if (!icaltime_is_null_time(due))
        return day(due);
    const icaltimetype start = todo.time(ICAL_DTSTART_PROPERTY);
    icalproperty* duration = todo.first(ICAL_DURATION_PROPERTY);
    const icalvalue* value = duration ? icalproperty_get_value(duration) : nullptr;
    if (icaltime_is_null_time(start) || !value || icalvalue_isa(value) != ICAL_DURATION_VALUE)
        return {};
    const qint64 seconds = icaldurationtype_as_int(icalvalue_get_duration(value));
    const QDateTime end = instant(start).addSecs(seconds);
    return !start.is_date && icaltime_is_utc(start) ? end.toLocalTime().date() : end.date();
}

/// The first of these moments that is there.
QDateTime createdAt(const Properties& todo)
{
    for (const auto kind : {ICAL_CREATED_PROPERTY, ICAL_DTSTAMP_PROPERTY, ICAL_LASTMODIFIED_PROPERTY}) {
        if (const QDateTime time = instant(todo.time(kind)); time.isValid())
            return time;
    }
    return QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
}

Comment commentOf(icalproperty* property, const Topic& topic)
{
    Comment comment;
    const char* text = icalproperty_get_comment(property);
    comment.text = shortened(utf8(text), longestText);
    comment.at = topic.createdAt;
    for (icalparameter* parameter = icalproperty_get_first_parameter(property, ICAL_X_PARAMETER); parameter;
         parameter = icalproperty_get_next_parameter(property, ICAL_X_PARAMETER)) {
        const char* xname = icalparameter_get_xname(parameter);
        const QByteArray name = QByteArray(xname).toUpper();
        const QString value = QString::fromUtf8(icalparameter_get_xvalue(parameter));
        if (name == "X-VORZIMMER-ID") {
            comment.id = CommentId::parse(value);
        } else if (name == "X-VORZIMMER-AUTHOR") {
            comment.author = shortened(QUrl::fromPercentEncoding(value.toLatin1()), longestName);
        } else if (name == "X-VORZIMMER-AT") {
            const qint64 milliseconds = value.toLongLong();
            if (milliseconds > 0)
                comment.at = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
        }
    }
    if (comment.id.isNull()) // another tool's; the same text is the same remark
        comment.id = CommentId(QUuid::createUuidV5(topic.id.uuid(), comment.text));
    return comment;
}

std::vector<Comment> commentsOf(icalcomponent* todo, const Topic& topic)
{
    std::vector<Comment> comments;
    for (icalproperty* property = icalcomponent_get_first_property(todo, ICAL_COMMENT_PROPERTY);
         property && comments.size() < mostComments;
         property = icalcomponent_get_next_property(todo, ICAL_COMMENT_PROPERTY)) {
        if (!icalproperty_get_comment(property))
            continue;
        Comment comment = commentOf(property, topic);
        const bool known =
            std::any_of(comments.begin(), comments.end(), [&comment](const Comment& c) { return c.id == comment.id; });
        if (!known && !comment.text.isEmpty())
            comments.push_back(std::move(comment));
    }
    return comments;
}

} // namespace

std::optional<RemoteTopic> topicIn(const QByteArray& text, const QString& name)
{
    const auto sheet = caldav::Sheet::read(text, "VTODO");
    const calendar::Component component = sheet ? calendar::parsed(sheet->component()) : nullptr;
    if (!component || icalcomponent_isa(component.get()) != ICAL_VTODO_COMPONENT)
        return std::nullopt;
    const Properties todo(component.get());
    RemoteTopic remote;
    remote.remoteId = name;
    Topic& topic = remote.topic;
    topic.id = topicNamed(name);
    topic.title = shortened(todo.text(ICAL_SUMMARY_PROPERTY), domain::maxTopicTitle);
    topic.text = shortened(todo.text(ICAL_DESCRIPTION_PROPERTY), longestText);
    topic.state = stateOf(todo);
    topic.person = shortened(todo.own("X-VORZIMMER-PERSON"), longestName);
    topic.due = dueOf(todo);
    topic.priority = priorityOf(todo.number(ICAL_PRIORITY_PROPERTY));
    topic.origin = originOf(todo.own("X-VORZIMMER-ORIGIN"));
    topic.createdAt = createdAt(todo);
    topic.createdBy = shortened(todo.own("X-VORZIMMER-CREATED-BY"), longestName);
    topic.changedAt = instant(todo.time(ICAL_LASTMODIFIED_PROPERTY));
    remote.comments = commentsOf(component.get(), topic);
    return remote;
}

} // namespace vorzimmer::cloud::topics::todo
