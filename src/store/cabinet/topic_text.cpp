#include "cabinet/topic_text.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace vorzimmer::store {

using domain::Topic;
using domain::TopicField;
using domain::TopicFields;

namespace {

QJsonValue valueOf(const Topic& topic, TopicField field)
{
    switch (field) {
    case TopicField::Title:
        return topic.title;
    case TopicField::Text:
        return topic.text;
    case TopicField::State:
        return wordOf(topic.state);
    case TopicField::Person:
        return topic.person;
    case TopicField::Due:
        return topic.due.isValid() ? topic.due.toString(Qt::ISODate) : QString();
    case TopicField::Priority:
        return wordOf(topic.priority);
    case TopicField::Deletion:
        return topic.deleted;
    }
    return {};
}

template <class Enum>
bool takeCode(Enum& place, const QJsonValue& value)
{
    const QByteArray word = value.toString().toLatin1();
    const auto code = store::valueOf<Enum>(QLatin1String(word));
    place = code.value_or(place);
    return code.has_value();
}

/// Whether @p value was one.
bool take(Topic& topic, TopicField field, const QJsonValue& value)
{
    switch (field) {
    case TopicField::Title:
        topic.title = value.toString();
        return value.isString();
    case TopicField::Text:
        topic.text = value.toString();
        return value.isString();
    case TopicField::State:
        return takeCode(topic.state, value);
    case TopicField::Person:
        topic.person = value.toString();
        return value.isString();
    case TopicField::Due:
        topic.due = QDate::fromString(value.toString(), Qt::ISODate);
        return value.isString() && (topic.due.isValid() || value.toString().isEmpty());
    case TopicField::Priority:
        return takeCode(topic.priority, value);
    case TopicField::Deletion:
        topic.deleted = value.toBool();
        return value.isBool();
    }
    return false;
}

} // namespace

std::string topicText(const Topic& topic, TopicFields fields)
{
    QJsonObject object;
    for (const auto& code : codes<TopicField>) {
        if (fields.testFlag(code.value))
            object.insert(code.word, valueOf(topic, code.value));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

TopicFields readTopicText(Row& row, Topic& topic)
{
    const QString text = row.text();
    if (text.isEmpty())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        row.spoil();
    const QJsonObject object = document.object();
    TopicFields fields;
    for (auto one = object.begin(); one != object.end(); ++one) {
        const QByteArray word = one.key().toLatin1();
        const auto field = store::valueOf<TopicField>(QLatin1String(word));
        if (field && take(topic, *field, one.value()))
            fields.setFlag(*field);
        else
            row.spoil();
    }
    return fields;
}

} // namespace vorzimmer::store
