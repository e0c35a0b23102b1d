#include "topic_json.h"

#include "field_reader.h"

#include "vorzimmer/domain/topic.h"

namespace vorzimmer::topicserver {

namespace {

using nlohmann::json;

constexpr std::size_t longestTitle = domain::maxTopicTitle;
constexpr std::size_t longestText = 100'000;

} // namespace

Parsed<TopicInput> parseTopic(const std::string& body, const domain::TopicId& id)
{
    FieldReader reader(body);
    TopicInput input;
    TopicFields& fields = input.fields;
    reader.sameId("id", id.text().toStdString());
    fields.title = reader.text("title", 1, longestTitle);
    fields.text = reader.text("text", 0, longestText);
    fields.state = reader.oneOf("state", {"open", "in_progress", "waiting", "done"});
    fields.person = reader.text("person", 0, longestName);
    fields.due = reader.date("due");
    fields.priority = reader.oneOf("priority", {"low", "normal", "high"});
    fields.origin = reader.oneOf("origin", {"call", "meeting", "client"});
    fields.createdAt = reader.instant("created_at");
    fields.createdBy = reader.text("created_by", 0, longestName);
    input.changedBy = reader.optionalText("changed_by", longestName);
    if (auto problem = reader.problem())
        return tl::unexpected(std::move(*problem));
    return input;
}

Parsed<CommentFields> parseComment(const std::string& body, const domain::CommentId& id)
{
    FieldReader reader(body);
    CommentFields fields;
    reader.sameId("id", id.text().toStdString());
    fields.author = reader.text("author", 0, longestName);
    fields.text = reader.text("text", 1, longestText);
    fields.at = reader.instant("at");
    if (auto problem = reader.problem())
        return tl::unexpected(std::move(*problem));
    return fields;
}

json jsonOf(const CommentRecord& comment)
{
    return {{"id", comment.id.text().toStdString()},
            {"author", comment.fields.author},
            {"text", comment.fields.text},
            {"at", comment.fields.at}};
}

json jsonOf(const TopicRecord& topic)
{
    json object{{"id", topic.id.text().toStdString()},
                {"revision", topic.revision},
                {"updated_at", topic.changed.at},
                {"changed_by", topic.changed.by},
                {"deleted", !topic.fields.has_value()}};
    if (!topic.fields)
        return object;
    const TopicFields& fields = *topic.fields;
    object["title"] = fields.title;
    object["text"] = fields.text;
    object["state"] = fields.state;
    object["person"] = fields.person;
    object["due"] = fields.due ? json(*fields.due) : json(nullptr);
    object["priority"] = fields.priority;
    object["origin"] = fields.origin;
    object["created_at"] = fields.createdAt;
    object["created_by"] = fields.createdBy;
    json& comments = object["comments"] = json::array();
    for (const CommentRecord& comment : topic.comments)
        comments.push_back(jsonOf(comment));
    return object;
}

std::string etagOf(const TopicRecord& topic)
{
    return '"' + std::to_string(topic.revision) + '"';
}

} // namespace vorzimmer::topicserver
