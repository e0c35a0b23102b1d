#include "topics/todo/topic_name.h"

#include <QUuid>

namespace vorzimmer::cloud::topics::todo {

using domain::TopicId;

namespace {

const QLatin1String suffix(".ics");

/// Ours alone, and never to be changed: every desk makes the same ids from the same names.
QUuid namesOfOthers()
{
    return QUuid(QStringLiteral("{5e0f4b0c-7d0b-4c52-9d0a-6f3c1b8a2e91}"));
}

} // namespace

QString ownName(const TopicId& topic)
{
    return topic.text() + suffix;
}

TopicId topicNamed(const QString& name)
{
    if (name.endsWith(suffix)) {
        const TopicId spelled = TopicId::parse(QStringView(name).chopped(suffix.size()));
        if (!spelled.isNull() && ownName(spelled) == name) // another spelling is another resource
            return spelled;
    }
    return TopicId(QUuid::createUuidV5(namesOfOthers(), name));
}

} // namespace vorzimmer::cloud::topics::todo
