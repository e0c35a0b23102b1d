#include "topics/wire.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

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
namespace dom = simdjson::dom;

namespace {

// In UTF-16 units; the contract counts characters, of which each may take two.
constexpr qsizetype maxName = 2 * 200;
constexpr qsizetype maxText = 2 * 100'000;
constexpr qsizetype maxCursor = 200;
constexpr size_t usualPage = 200;

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

/// What was parsed, and the store that it lives in: no element and no text read from it lives longer. A thread has one at a
/// time, in a store that stays for the next.
class Document {
public:
    explicit Document(const QByteArray& text)
    {
        const bool hasRoom = text.capacity() - text.size() >= static_cast<qsizetype>(simdjson::SIMDJSON_PADDING);
        m_error = m_parser.parse(text.constData(), static_cast<size_t>(text.size()), !hasRoom).get(m_root);
    }
    ~Document()
    {
        if (m_parser.capacity() > largestKept)
            m_parser = dom::parser();
    }
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    /// Nothing when it is no JSON.
    [[nodiscard]] std::optional<dom::element> root() const
    {
        return m_error == simdjson::SUCCESS ? std::optional(m_root) : std::nullopt;
    }

private:
    static constexpr size_t largestKept = 1'000'000; ///< bytes of text, several times those of an ordinary page

    static thread_local dom::parser m_parser;
    dom::element m_root;
    simdjson::error_code m_error;
};

thread_local dom::parser Document::m_parser;

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// Reads members of one JSON object and remembers whether each was there and right.
class Reader {
public:
    explicit Reader(const std::optional<dom::element>& value)
        : m_isObject(value && value->get(m_object) == simdjson::SUCCESS), m_good(m_isObject)
    {
    }

    [[nodiscard]] bool good() const { return m_good; }

    QString text(const char* name, qsizetype longest)
    {
        const QString read = textOf(value<std::string_view>(name));
        expect(read.size() <= longest);
        return read;
    }

    bool flag(const char* name) { return value<bool>(name); }

    qint64 count(const char* name) { return value<int64_t>(name); }

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

    QString textIfReadable(const char* name, qsizetype longest) const
    {
        const QString read = textOf(valueIfReadable<std::string_view>(name).value_or(std::string_view()));
        return read.size() <= longest ? read : QString();
    }

    QDateTime timeIfReadable(const char* name) const
    {
        const QDateTime read = QDateTime::fromString(textIfReadable(name, 40), Qt::ISODateWithMs);
        return read.isValid() && read.timeSpec() != Qt::LocalTime ? read.toUTC() : QDateTime();
    }

    QDate dateOrNull(const char* name)
    {
        if (const auto found = member(name); found && found->is_null())
            return {};
        const QDate read = QDate::fromString(text(name, 10), Qt::ISODate);
        expect(read.isValid());
        return read;
    }

    template <class Value, size_t count>
    Value word(const char* name, const Words<Value, count>& words)
    {
        const auto read = value<std::string_view>(name);
        const auto found =
            std::find_if(words.begin(), words.end(), [&read](const auto& word) { return word.second == read; });
        return expect(found != words.end()) ? found->first : words.front().first;
    }

    /// Every element of a list, through @p read, which says nothing to what is not right.
    template <class Read>
    auto list(const char* name, Read read) -> std::vector<typename std::invoke_result_t<Read, dom::element>::value_type>
    {
        std::vector<typename std::invoke_result_t<Read, dom::element>::value_type> all;
        dom::array elements;
        const auto found = member(name);
        if (!expect(found && found->get(elements) == simdjson::SUCCESS))
            return all;
        all.reserve(std::min<size_t>(elements.size(), usualPage)); // whoever sends more must first be right so often
        for (const dom::element element : elements) {
            auto one = read(element);
            if (!expect(one.has_value()))
                break;
            all.push_back(std::move(*one));
        }
        return all;
    }

    template <class Value>
    [[nodiscard]] std::optional<Value> valueIfReadable(const char* name) const
    {
        Value read{};
        const auto found = member(name);
        return found && found->get(read) == simdjson::SUCCESS ? std::optional(read) : std::nullopt;
    }

    [[nodiscard]] std::optional<dom::element> member(const char* name) const
    {
        dom::element found;
        return m_isObject && m_object.at_key(name).get(found) == simdjson::SUCCESS ? std::optional(found) : std::nullopt;
    }

    bool expect(bool condition)
    {
        m_good = m_good && condition;
        return condition;
    }

private:
    template <class Value>
    Value value(const char* name)
    {
        const auto read = valueIfReadable<Value>(name);
        expect(read.has_value());
        return read.value_or(Value());
    }

    dom::object m_object;
    bool m_isObject;
    bool m_good;
};

std::optional<Comment> readComment(dom::element object)
{
    Reader reader(object);
    Comment comment;
    comment.id = reader.id<CommentId>("id");
    comment.author = reader.text("author", maxName);
    comment.text = reader.text("text", maxText);
    comment.at = reader.time("at");
    return reader.good() ? std::optional(comment) : std::nullopt;
}

std::optional<RemoteTopic> readTopic(const std::optional<dom::element>& object)
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
    remote.comments = reader.list("comments", &readComment);
    return reader.good() ? std::optional(std::move(remote)) : std::nullopt;
}

/// @p word when it is a plain name, so that nothing else a server says gets into a message.
QString plainName(std::string_view word)
{
    const bool plain = word.size() <= 40 && std::all_of(word.begin(), word.end(), [](char c) {
                           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-';
                       });
    return plain ? textOf(word) : QString();
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
    return readTopic(Document(document).root());
}

std::optional<RemoteTopic> currentFrom(const QByteArray& document)
{
    const Document whole(document);
    return readTopic(Reader(whole.root()).member("current"));
}

std::optional<Comment> commentFrom(const QByteArray& document)
{
    const Document whole(document);
    const auto root = whole.root();
    return root ? readComment(*root) : std::nullopt;
}

std::optional<ChangePage> changesFrom(const QByteArray& document)
{
    const Document whole(document);
    Reader reader(whole.root());
    ChangePage page;
    page.next = reader.text("next", maxCursor);
    reader.expect(!page.next.isEmpty());
    page.more = reader.flag("more");
    page.changes = reader.list("changes", &readTopic);
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
    static constexpr std::string_view family = "urn:vorzimmer:problem:";
    const Document whole(document);
    const Reader reader(whole.root());
    const auto text = [&reader](const char* name) {
        return reader.valueIfReadable<std::string_view>(name).value_or(std::string_view());
    };
    const std::string_view type = text("type");
    if (!type.starts_with(family))
        return std::nullopt;
    ProblemNote note;
    note.kind = plainName(type.substr(family.size()));
    note.where = plainName(text("where"));
    note.resync = reader.valueIfReadable<bool>("resync_required").value_or(false);
    return note;
}

} // namespace vorzimmer::cloud::topics::wire
