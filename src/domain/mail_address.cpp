#include "vorzimmer/domain/mail_address.h"

#include <QUrl>

#include <algorithm>

namespace vorzimmer::domain {

namespace {

constexpr qsizetype longestLocal = 64; // RFC 5321, 4.5.3.1
constexpr qsizetype longestAddress = 254;

/// A dot-atom: quoted local parts are legal, and nobody has one.
bool isLocalPart(const QString& local)
{
    static const QString signs = QStringLiteral("!#$%&'*+-/=?^_`{|}~.");
    const auto allowed = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || signs.contains(c));
    };
    return !local.isEmpty() && local.size() <= longestLocal && std::all_of(local.begin(), local.end(), allowed) &&
           !local.startsWith(QLatin1Char('.')) && !local.endsWith(QLatin1Char('.')) && !local.contains(QStringLiteral(".."));
}

bool isDomain(const QByteArray& domain)
{
    const auto isLabel = [](const QByteArray& label) {
        return !label.isEmpty() && label.size() <= 63 && !label.startsWith('-') && !label.endsWith('-') &&
               std::all_of(label.begin(), label.end(), [](char c) {
                   return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
               });
    };
    const QList<QByteArray> labels = domain.split('.');
    return labels.size() >= 2 && std::all_of(labels.begin(), labels.end(), isLabel);
}

} // namespace

QString mailAddress(const QString& written)
{
    const QString text = written.trimmed();
    const qsizetype at = text.lastIndexOf(QLatin1Char('@'));
    if (at < 1 || text.size() > longestAddress)
        return {};
    const QString local = text.left(at);
    const QByteArray domain = QUrl::toAce(text.mid(at + 1)).toLower();
    if (!isLocalPart(local) || !isDomain(domain))
        return {};
    return local + QLatin1Char('@') + QString::fromLatin1(domain);
}

QString headerText(const QString& text)
{
    QString line = text;
    for (QChar& c : line) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line ||
            c.category() == QChar::Separator_Paragraph)
            c = QLatin1Char(' ');
    }
    return line.simplified();
}

} // namespace vorzimmer::domain
