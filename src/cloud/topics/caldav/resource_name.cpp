#include "topics/caldav/resource_name.h"

#include <QByteArray>
#include <QUrl>
#include <QUuid>

namespace vorzimmer::cloud::topics::caldav {

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

std::optional<QString> nameIn(const QString& href)
{
    const QString last = href.section(QLatin1Char('/'), -1);
    const QString name = QUrl::fromPercentEncoding(last.toUtf8());
    if (name.isEmpty() || name == QLatin1String(".") || name == QLatin1String("..") ||
        name.contains(QChar(QChar::ReplacementCharacter)))
        return std::nullopt;
    return name;
}

QString encoded(const QString& name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name, "@!$'()*+,;=:"));
}

} // namespace vorzimmer::cloud::topics::caldav
