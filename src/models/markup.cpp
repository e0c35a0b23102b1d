#include "vorzimmer/models/markup.h"

#include <QRegularExpression>

namespace vorzimmer::models {

QString boldHtml(const QString& text)
{
    static const QRegularExpression bold(QStringLiteral("\\*\\*([^*]+)\\*\\*"));
    return text.toHtmlEscaped().replace(bold, QStringLiteral("<b>\\1</b>"));
}

QString bulletHtml(const std::vector<QString>& items)
{
    if (items.empty())
        return {};
    QString html = QStringLiteral("<ul>");
    for (const QString& item : items)
        html += QStringLiteral("<li>") + boldHtml(item) + QStringLiteral("</li>");
    return html + QStringLiteral("</ul>");
}

QString withoutMarks(const QString& text)
{
    static const QRegularExpression bold(QStringLiteral("\\*\\*([^*]+)\\*\\*"));
    return QString(text).replace(bold, QStringLiteral("\\1"));
}

} // namespace vorzimmer::models
