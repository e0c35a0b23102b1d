#include "topics/wire.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace vorzimmer::cloud::topics::wire {

using domain::Comment;
using domain::CommentId;
using domain::Topic;
using domain::TopicId;
using domain::TopicOrigin;
using domain::TopicPriority;
using domain::TopicState;
using nlohmann::json;
using ports::RemoteTopic;

namespace {

// In UTF-16 units; the contract counts characters, of which each may take two.
constexpr qsizetype maxName = 2 * 200;
constexpr qsizetype maxText = 2 * 100'000;
constexpr qsizetype maxCursor = 200;

template <class Value, size_t count>
using Words = std::array<std::pair<Value, std::string_view>, count>;

constexpr Words<TopicState, 4> states{{{TopicState::Open, "open"},
                                       {TopicState::InProgress, "in_progress"},
                                       {TopicState::Waiting, "waiting"},
                                       {TopicState::Done, "done"}}};
constexpr Words<TopicPriority, 3> priorities{
    {{TopicPriority::Low, "low"}, {TopicPriority::Normal, "normal"}, {TopicPriority::High, "high"}}};
constexpr Words<TopicOrigin, 3> origins{
    {{TopicOrigin::Call, "call"}, {TopicOrigin::Meeting, "meeting"}, {TopicOrigin::Client, "client"}}};

template <class Value, size_t count>
std::string_view wordOf(const Words<Value, count>& words, Value value)
{
    const auto found = std::find_if(words.begin(), words.end(), [value](const auto& word) { return word.first == value; });
    return found == words.end() ? words.front().second : found->second;
}

std::string utf8(const QString& text)
{
    return text.toStdString();
}

std::string instant(const QDateTime& time)
{
    return utf8(time.toUTC().toString(Qt::ISODateWithMs));
}

QByteArray document(const json& value)
{
    return QByteArray::fromStdString(value.dump(-1, ' ', false, json::error_handler_t::replace));
}

/// Reads members of one JSON object and remembers whether each was there and right.
class Reader {
public:
    explicit Reader(const json& object) : m_object(object), m_good(object.is_object()) {}

    [[nodiscard]] bool good() const { return m_good; }

    QString text(const char* name, qsizetype longest)
    {
        const json& value = member(name);
        if (!expect(value.is_string()))
            return {};
        const QString read = QString::fromStdString(value.get_ref<const std::string&>());
        expect(read.size() <= longest);
        return read;
    }

    bool flag(const char* name)
    {
        const json& value = member(name);
        return expect(value.is_boolean()) && value.get<bool>();
    }

    qint64 count(const char* name)
    {
        const json& value = member(name);
        return expect(value.is_number_integer()) ? value.get<qint64>() : 0;
    }

    template <class AnyId>
    AnyId id(const char* name)
    {
        const AnyId read = AnyId::parse(text(name, 36));
        expect(!read.isNull());
        return read;
    }

    QDateTime time(const char* name)
    {
        const QDateTime read = QDateTime::fromString(text(name, 40), Qt::ISODateWithMs);
        expect(read.isValid() && read.timeSpec() != Qt::LocalTime);
        return read.toUTC();
    }

    QString textIfReadable(const char* name, qsizetype longest)
    {
        const json& value = member(name);
        const QString read = value.is_string() ? QString::fromStdString(value.get_ref<const std::string&>()) : QString();
        return read.size() <= longest ? read : QString();
    }

    QDateTime timeIfReadable(const char* name)
    {
        const json& value = member(name);
        const QDateTime read = value.is_string()
                                   ? QDateTime::fromString(QString::fromStdString(value.get<std::string>()), Qt::ISODateWithMs)
                                   : QDateTime();
        return read.isValid() && read.timeSpec() != Qt::LocalTime ? read.toUTC() : QDateTime();
    }

    QDate dateOrNull(const char* name)
    {
        if (member(name).is_null())
            return {};
        const QDate read = QDate::fromString(text(name, 10), Qt::ISODate);
        expect(read.isValid());
        return read;
    }

    template <class Value, size_t count>
    Value word(const char* name, const Words<Value, count>& words)
    {
        const json& value = member(name);
        if (!expect(value.is_string()))
            return words.front().first;
        const std::string& read = value.get_ref<const std::string&>();
        const auto found =
            std::find_if(words.begin(), words.end(), [&read](const auto& word) { return word.second == read; });
        return expect(found != words.end()) ? found->first : words.front().first;
    }

    const json& list(const char* name)
    {
        static const json none = json::array();
        const json& value = member(name);
        return expect(value.is_array()) ? value : none;
    }

    bool expect(bool condition)
    {
        m_good = m_good && condition;
        return condition;
    }

private:
    const json& member(const char* name)
    {
        static const json none(json::value_t::discarded);
        if (!m_object.is_object())
            return none;
        const auto found = m_object.find(name);
        return found == m_object.end() ? none : *found;
    }

    const json& m_object;
    bool m_good;
};

std::optional<Comment> readComment(const json& object)
{
    Reader reader(object);
    Comment comment;
    comment.id = reader.id<CommentId>("id");
    comment.author = reader.text("author", maxName);
    comment.text = reader.text("text", maxText);
    comment.at = reader.time("at");
    return reader.good() ? std::optional(comment) : std::nullopt;
}

std::optional<RemoteTopic> readTopic(const json& object)
{
    Reader reader(object);
    RemoteTopic remote;
    Topic& topic = remote.topic;
    topic.id = reader.id<TopicId>("id");
    const qint64 revision = reader.count("revision");
    reader.expect(revision > 0);
    remote.revision = QStringLiteral("\"%1\"").arg(revision);
    topic.deleted = reader.flag("deleted");
    // Only told, never relied on.
    topic.changedAt = reader.timeIfReadable("updated_at");
    topic.changedBy = reader.textIfReadable("changed_by", maxName);
    if (topic.deleted)
        return reader.good() ? std::optional(remote) : std::nullopt;

    topic.title = reader.text("title", maxName);
    topic.text = reader.text("text", maxText);
    topic.state = reader.word("state", states);
    topic.person = reader.text("person", maxName);
    topic.due = reader.dateOrNull("due");
    topic.priority = reader.word("priority", priorities);
    topic.origin = reader.word("origin", origins);
    topic.createdAt = reader.time("created_at");
    topic.createdBy = reader.text("created_by", maxName);
    for (const json& one : reader.list("comments")) {
        auto comment = readComment(one);
        if (!comment)
            return std::nullopt;
        remote.comments.push_back(std::move(*comment));
    }
    return reader.good() ? std::optional(std::move(remote)) : std::nullopt;
}

json parsed(const QByteArray& text)
{
    return json::parse(text.cbegin(), text.cend(), nullptr, false);
}

/// @p word when it is a plain name, so that nothing else a server says gets into a message.
QString plainName(const std::string& word)
{
    const bool plain = word.size() <= 40 && std::all_of(word.begin(), word.end(), [](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
                       });
    return plain ? QString::fromStdString(word) : QString();
}

} // namespace

QByteArray topicBody(const Topic& topic)
{
    json body{
        {"id", utf8(topic.id.text())},
        {"title", utf8(topic.title)},
        {"text", utf8(topic.text)},
        {"state", wordOf(states, topic.state)},
        {"person", utf8(topic.person)},
        {"due", topic.due.isValid() ? json(utf8(topic.due.toString(Qt::ISODate))) : json(nullptr)},
        {"priority", wordOf(priorities, topic.priority)},
        {"origin", wordOf(origins, topic.origin)},
        {"created_at", instant(topic.createdAt)},
        {"created_by", utf8(topic.createdBy)},
    };
    if (!topic.changedBy.isEmpty()) // which a server of the contract's first version would refuse
        body["changed_by"] = utf8(topic.changedBy);
    return document(body);
}

QByteArray commentBody(const Comment& comment)
{
    return document({
        {"id", utf8(comment.id.text())},
        {"author", utf8(comment.author)},
        {"text", utf8(comment.text)},
        {"at", instant(comment.at)},
    });
}

std::optional<RemoteTopic> topicFrom(const QByteArray& document)
{
    return readTopic(parsed(document));
}

std::optional<RemoteTopic> currentFrom(const QByteArray& document)
{
    const json whole = parsed(document);
    if (!whole.is_object())
        return std::nullopt;
    const auto current = whole.find("current");
    return current == whole.end() ? std::nullopt : readTopic(*current);
}

std::optional<Comment> commentFrom(const QByteArray& document)
{
    return readComment(parsed(document));
}

std::optional<ChangePage> changesFrom(const QByteArray& document)
{
    const json whole = parsed(document);
    Reader reader(whole);
    ChangePage page;
    page.next = reader.text("next", maxCursor);
    reader.expect(!page.next.isEmpty());
    page.more = reader.flag("more");
    for (const json& one : reader.list("changes")) {
        auto topic = readTopic(one);
        if (!topic)
            return std::nullopt;
        page.changes.push_back(std::move(*topic));
    }
    return reader.good() ? std::optional(std::move(page)) : std::nullopt;
}

std::optional<QString> nextIn(const QByteArray& document)
{
    // Within a text the quotes would be escaped.
    static const QByteArray more = "\"more\":true";
    static const QByteArray key = "\"next\":\"";
    const qsizetype begin = document.lastIndexOf(key) + key.size();
    const qsizetype end = document.indexOf('"', begin);
    if (begin < key.size() || end < 0 || end == begin || end - begin > maxCursor || document.lastIndexOf(more) < 0)
        return std::nullopt;
    return QString::fromUtf8(document.mid(begin, end - begin));
}

std::optional<ProblemNote> problemFrom(const QByteArray& document)
{
    static const std::string family = "urn:vorzimmer:problem:";
    const json whole = parsed(document);
    if (!whole.is_object())
        return std::nullopt;
    const auto text = [&whole](const char* name) {
        const auto found = whole.find(name);
        return found != whole.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    const std::string type = text("type");
    if (type.compare(0, family.size(), family) != 0)
        return std::nullopt;
    ProblemNote note;
    note.kind = plainName(type.substr(family.size()));
    note.where = plainName(text("where"));
    const auto resync = whole.find("resync_required");
    note.resync = resync != whole.end() && resync->is_boolean() && resync->get<bool>();
    return note;
}

} // namespace vorzimmer::cloud::topics::wire
