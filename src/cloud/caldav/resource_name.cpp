#include "caldav/resource_name.h"

#include <QUrl>

namespace vorzimmer::cloud::caldav {

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

} // namespace vorzimmer::cloud::caldav
