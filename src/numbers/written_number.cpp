#include "written_number.h"

#include <QByteArray>

#include <algorithm>

namespace vorzimmer::numbers {

namespace {

/// Longer than any number with all its separators; what is longer is not worth the library's time.
constexpr qsizetype longestText = 250;

QString withoutInvisibles(const QString& text)
{
    QString visible;
    for (const QChar c : text) {
        // Address books and messengers put direction marks around numbers.
        if (c.category() != QChar::Other_Format && c.category() != QChar::Other_Control)
            visible += c;
    }
    return visible.trimmed();
}

/// What stands between the angle brackets of `"Name" <uri>`, else @p text.
QString withoutDisplayName(const QString& text)
{
    const qsizetype open = text.lastIndexOf(u'<');
    const qsizetype close = text.indexOf(u'>', open + 1);
    return open >= 0 && close > open ? text.mid(open + 1, close - open - 1).trimmed() : text;
}

/// Cuts the scheme off; true when there was one of @p schemes.
bool takeScheme(QString& text, std::initializer_list<QLatin1String> schemes)
{
    for (const QLatin1String scheme : schemes) {
        if (text.startsWith(scheme, Qt::CaseInsensitive)) {
            text = text.mid(scheme.size()).trimmed();
            return true;
        }
    }
    return false;
}

QString unescaped(const QString& text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
}

/// The number of a URI's body "number;param=value;..."; a local number gets its global context in front (RFC 3966).
QString numberOfUri(const QString& body)
{
    const QStringList parts = body.split(u';');
    QString number = unescaped(parts.front()).trimmed();
    for (const QString& parameter : parts) {
        const QString name = QStringLiteral("phone-context=");
        if (!parameter.trimmed().startsWith(name, Qt::CaseInsensitive))
            continue;
        const QString context = unescaped(parameter.trimmed().mid(name.size()));
        if (context.startsWith(u'+') && !number.startsWith(u'+'))
            number.prepend(context);
    }
    return number;
}

} // namespace

std::optional<QString> bareNumber(const QString& text)
{
    if (text.size() > longestText)
        return std::nullopt;
    QString number = withoutDisplayName(withoutInvisibles(text));
    if (takeScheme(number, {QLatin1String("sip:"), QLatin1String("sips:")})) {
        const QString user = number.section(u'@', 0, 0);
        number = numberOfUri(user.section(u':', 0, 0)); // a password may follow the user
    } else if (takeScheme(number, {QLatin1String("tel:")}) || number.contains(u';')) {
        number = numberOfUri(number);
    }
    const bool hasLetters = std::any_of(number.begin(), number.end(), [](QChar c) { return c.isLetter() || c.isSurrogate(); });
    if (number.isEmpty() || hasLetters)
        return std::nullopt;
    return number;
}

} // namespace vorzimmer::numbers
