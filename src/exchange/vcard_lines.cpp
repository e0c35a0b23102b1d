#include "vcard_lines.h"

#include <QStringDecoder>

#include <algorithm>

namespace vorzimmer::exchange {

namespace {

struct Line {
    int number = 0;
    QString text;
};

bool isQuotedPrintable(const QString& line)
{
    return line.left(line.indexOf(u':')).contains(QStringLiteral("QUOTED-PRINTABLE"), Qt::CaseInsensitive);
}

/// Logical lines: continuation lines (RFC 6350, 3.2) and soft line breaks of quoted-printable are joined.
std::vector<Line> unfolded(const QString& text)
{
    std::vector<Line> lines;
    int number = 0;
    bool softBreak = false;
    for (QString physical : text.split(u'\n')) {
        ++number;
        if (physical.endsWith(u'\r'))
            physical.chop(1);
        const bool continues = physical.startsWith(u' ') || physical.startsWith(u'\t');
        if (softBreak)
            lines.back().text += physical;
        else if (continues && !lines.empty())
            lines.back().text += physical.mid(1);
        else
            lines.push_back({number, physical});
        softBreak = lines.back().text.endsWith(u'=') && isQuotedPrintable(lines.back().text);
        if (softBreak)
            lines.back().text.chop(1);
    }
    std::erase_if(lines, [](const Line& line) { return line.text.trimmed().isEmpty(); });
    return lines;
}

/// Splits at @p separator outside of quotation marks.
QStringList splitUnquoted(const QString& text, QChar separator)
{
    QStringList parts = {QString()};
    bool quoted = false;
    for (const QChar c : text) {
        quoted = quoted != (c == u'"');
        if (c == separator && !quoted)
            parts << QString();
        else
            parts.back() += c;
    }
    return parts;
}

/// The first colon outside of quotation marks; -1 when there is none.
qsizetype endOfHead(const QString& line)
{
    bool quoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        quoted = quoted != (line[i] == u'"');
        if (line[i] == u':' && !quoted)
            return i;
    }
    return -1;
}

/// ^n, ^' and ^^ in parameters (RFC 6868), and the quotation marks around them.
QString plainParameter(QString text)
{
    text.remove(u'"');
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = text[i] == u'^' && i + 1 < text.size() ? text[i + 1] : QChar();
        if (next == u'n' || next == u'\'' || next == u'^') {
            plain += next == u'n' ? QChar(u'\n') : next == u'\'' ? QChar(u'"') : QChar(u'^');
            ++i;
        } else {
            plain += text[i];
        }
    }
    return plain;
}

void addParameter(VcardProperty& property, const QString& text)
{
    const qsizetype sign = text.indexOf(u'=');
    const QString name = text.left(std::max<qsizetype>(sign, 0)).trimmed().toUpper();
    const QString value = plainParameter(text.mid(sign + 1).trimmed());
    if (sign >= 0)
        property.parameters.insert(name, value);
    else if (value.compare(QStringLiteral("QUOTED-PRINTABLE"), Qt::CaseInsensitive) == 0)
        property.parameters.insert(QStringLiteral("ENCODING"), value);
    else
        property.parameters.insert(QStringLiteral("TYPE"), value);
}

/// Decodes a quoted-printable value in place; the reason when that cannot be.
QString decodeQuotedPrintable(VcardProperty& property)
{
    if (!property.words(QStringLiteral("ENCODING")).contains(QStringLiteral("quoted-printable")))
        return {};
    const QString charset = property.parameters.value(QStringLiteral("CHARSET"), QStringLiteral("UTF-8"));
    QStringDecoder decoder(charset.toLatin1().constData(), QStringConverter::Flag::Stateless);
    if (!decoder.isValid())
        return QStringLiteral("this CHARSET is not known");
    // Quoted-printable is percent-encoding with another sign.
    const QString decoded = decoder(QByteArray::fromPercentEncoding(property.value.toLatin1(), '='));
    if (decoder.hasError())
        return QStringLiteral("the quoted-printable value is not in its CHARSET");
    property.value = decoded;
    return {};
}

/// The property in @p line, or a name left empty when there is none.
VcardProperty parsed(const Line& line)
{
    VcardProperty property;
    property.line = line.number;
    const qsizetype colon = endOfHead(line.text);
    if (colon <= 0)
        return property;
    const QStringList head = splitUnquoted(line.text.left(colon), u';');
    const QString fullName = head.front().trimmed().toUpper();
    property.group = fullName.contains(u'.') ? fullName.section(u'.', 0, 0) : QString();
    const QString name = fullName.section(u'.', -1);
    const bool sound =
        std::all_of(name.begin(), name.end(), [](QChar c) { return (c >= u'A' && c <= u'Z') || c.isDigit() || c == u'-'; });
    property.name = sound ? name : QString();
    for (const QString& parameter : head.mid(1))
        addParameter(property, parameter);
    property.value = line.text.mid(colon + 1);
    return property;
}

/// Calls @p use for each character with its escape resolved, telling whether it was escaped.
template <class Use>
void unescape(const QString& value, Use use)
{
    for (qsizetype i = 0; i < value.size(); ++i) {
        if (value[i] == u'\\' && i + 1 < value.size()) {
            ++i;
            use(value[i] == u'n' || value[i] == u'N' ? QChar(u'\n') : value[i], true);
        } else {
            use(value[i], false);
        }
    }
}

} // namespace

QStringList VcardProperty::words(const QString& parameter) const
{
    QStringList all;
    for (const QString& list : parameters.values(parameter)) {
        for (const QString& word : list.split(u',', Qt::SkipEmptyParts))
            all << word.trimmed().toLower();
    }
    all.sort(); // QMultiHash has no order of its own
    return all;
}

QString VcardProperty::text() const
{
    QString plain;
    unescape(value, [&](QChar c, bool) { plain += c; });
    return plain.trimmed();
}

QStringList VcardProperty::parts() const
{
    QStringList list = {QString()};
    unescape(value, [&](QChar c, bool escaped) {
        if (c == u';' && !escaped)
            list << QString();
        else
            list.back() += c;
    });
    for (QString& part : list)
        part = part.trimmed();
    return list;
}

Taken<std::vector<VcardProperty>> readVcardLines(const QString& text)
{
    std::vector<VcardProperty> properties;
    std::vector<Flaw> flaws;
    for (const Line& line : unfolded(text)) {
        VcardProperty property = parsed(line);
        const QString objection = property.name.isEmpty() ? QStringLiteral("not a line of a vCard") : decodeQuotedPrintable(property);
        if (objection.isEmpty())
            properties.push_back(std::move(property));
        else
            flaws.push_back({line.number, property.name, objection});
    }
    if (!flaws.empty())
        return refuse(std::move(flaws));
    return properties;
}

} // namespace vorzimmer::exchange
