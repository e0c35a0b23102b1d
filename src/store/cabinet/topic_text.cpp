#include "cabinet/topic_text.h"

#include <nlohmann/json.hpp>

namespace vorzimmer::store {

using domain::Topic;
using domain::TopicField;
using domain::TopicFields;
using nlohmann::json;

namespace {

json wordFor(QLatin1String word)
{
    return json(std::string(word.data(), static_cast<size_t>(word.size())));
}

json valueOf(const Topic& topic, TopicField field)
{
    switch (field) {
    case TopicField::Title:
        return topic.title.toStdString();
    case TopicField::Text:
        return topic.text.toStdString();
    case TopicField::State:
        return wordFor(wordOf(topic.state));
    case TopicField::Person:
        return topic.person.toStdString();
    case TopicField::Due:
        return topic.due.isValid() ? topic.due.toString(Qt::ISODate).toStdString() : std::string();
    case TopicField::Priority:
        return wordFor(wordOf(topic.priority));
    case TopicField::Deletion:
        return topic.deleted;
    }
    return {};
}

bool takeText(QString& place, const json& value)
{
    if (value.is_string())
        place = QString::fromStdString(value.get_ref<const std::string&>());
    return value.is_string();
}

bool takeDate(QDate& place, const json& value)
{
    QString text;
    if (!takeText(text, value))
        return false;
    place = QDate::fromString(text, Qt::ISODate);
    return place.isValid() || text.isEmpty();
}

template <class Enum>
bool takeCode(Enum& place, const json& value)
{
    const auto* word = value.get_ptr<const std::string*>();
    const auto code =
        word ? store::valueOf<Enum>(QLatin1String(word->data(), static_cast<qsizetype>(word->size()))) : std::nullopt;
    place = code.value_or(place);
    return code.has_value();
}

/// Whether @p value was one.
bool take(Topic& topic, TopicField field, const json& value)
{
    switch (field) {
    case TopicField::Title:
        return takeText(topic.title, value);
    case TopicField::Text:
        return takeText(topic.text, value);
    case TopicField::State:
        return takeCode(topic.state, value);
    case TopicField::Person:
        return takeText(topic.person, value);
    case TopicField::Due:
        return takeDate(topic.due, value);
    case TopicField::Priority:
        return takeCode(topic.priority, value);
    case TopicField::Deletion:
        topic.deleted = value == true;
        return value.is_boolean();
    }
    return false;
}

} // namespace

std::string topicText(const Topic& topic, TopicFields fields)
{
    json object = json::object();
    for (const auto& code : codes<TopicField>) {
        if (fields.testFlag(code.value))
            object[code.word.data()] = valueOf(topic, code.value);
    }
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

TopicFields readTopicText(Row& row, Topic& topic)
{
    const QByteArray text = row.bytes();
    if (text.isEmpty())
        return {};
    const json object = json::parse(text.begin(), text.end(), nullptr, false);
    if (!object.is_object()) {
        row.spoil();
        return {};
    }
    TopicFields fields;
    for (const auto& [word, value] : object.items()) {
        const auto field = store::valueOf<TopicField>(QLatin1String(word.data(), static_cast<qsizetype>(word.size())));
        if (field && take(topic, *field, value))
            fields.setFlag(*field);
        else
            row.spoil();
    }
    return fields;
}

} // namespace vorzimmer::store
