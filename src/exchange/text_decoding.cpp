#include "vorzimmer/exchange/text_decoding.h"

#include <QStringDecoder>

#include <algorithm>

namespace vorzimmer::exchange {

namespace {

/// Line and byte within it of the byte at @p offset.
Flaw at(const QByteArray& bytes, qsizetype offset, const QString& reason)
{
    const auto begin = bytes.begin();
    const auto end = begin + std::min(offset, bytes.size());
    const auto line = std::count(begin, end, '\n') + 1;
    const qsizetype lineStart = offset > 0 ? bytes.lastIndexOf('\n', offset - 1) + 1 : 0;
    return {static_cast<int>(line), QStringLiteral("byte %1").arg(offset - lineStart + 1), reason};
}

/// Where the first byte stands that @p encoding does not know; the size when all are known.
qsizetype firstBadByte(const QByteArray& bytes, const QByteArray& encoding)
{
    QStringDecoder decoder(encoding.constData());
    qsizetype characterStart = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const QString text = decoder(QByteArrayView(bytes).sliced(i, 1));
        if (decoder.hasError())
            return characterStart;
        if (!text.isEmpty())
            characterStart = i + 1;
    }
    return characterStart;
}

bool isUtf8(const QByteArray& bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError();
}

bool isAscii(const QByteArray& bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Characters no text file holds: they show that the encoding is another one, or that the text was damaged before.
bool isOutOfPlace(QChar c)
{
    const bool control = c < u' ' || (c >= QChar(0x7f) && c < QChar(0xa0));
    const bool wanted = c == u'\t' || c == u'\n' || c == u'\v' || c == u'\f' || c == u'\r';
    return (control && !wanted) || c == QChar::ReplacementCharacter;
}

Taken<QString> withoutOddities(QString text, const QByteArray& encoding)
{
    const auto odd = std::find_if(text.cbegin(), text.cend(), isOutOfPlace);
    if (odd == text.cend())
        return text;
    const auto line = std::count(text.cbegin(), odd, u'\n') + 1;
    const auto column = odd - std::find(std::make_reverse_iterator(odd), text.crend(), u'\n').base() + 1;
    return refuse({Flaw{static_cast<int>(line), QStringLiteral("character %1").arg(column),
                        QStringLiteral("read as %1 this is a character that stands in no text; the encoding is another one")
                            .arg(QLatin1String(encoding))}});
}

Taken<QString> decodeAs(const QByteArray& bytes, const QByteArray& encoding, const QString& complaint)
{
    QStringDecoder decoder(encoding.constData());
    QString text = decoder(bytes);
    if (decoder.hasError())
        return refuse({at(bytes, firstBadByte(bytes, encoding), complaint)});
    // A character cut off at the end is no error to the decoder: it waits for the rest.
    const bool cutOff = (encoding == "UTF-8" && !isUtf8(bytes)) || (encoding.startsWith("UTF-16") && bytes.size() % 2 != 0);
    if (cutOff) {
        return refuse({at(bytes, firstBadByte(bytes, encoding),
                          QStringLiteral("the file ends within a character; it seems to be cut off"))});
    }
    return withoutOddities(std::move(text), encoding);
}

} // namespace

Taken<QString> decode(const QByteArray& bytes, const QString& encoding)
{
    const auto byMark = QStringConverter::encodingForData(bytes);
    const bool hasMark = byMark.has_value();
    const QByteArray wanted = encoding.trimmed().toLatin1();
    if (wanted.isEmpty() && hasMark) {
        const char* name = QStringConverter::nameForEncoding(*byMark);
        return decodeAs(bytes, name, QStringLiteral("not %1, though the file's byte order mark says so").arg(QLatin1String(name)));
    }
    if (wanted.isEmpty() || wanted.compare("utf-8", Qt::CaseInsensitive) == 0 || wanted.compare("utf8", Qt::CaseInsensitive) == 0) {
        return decodeAs(bytes, "UTF-8",
                        QStringLiteral("not UTF-8; a file from Excel or an older Outlook may need --encoding windows-1252"));
    }
    QStringDecoder decoder(wanted.constData());
    if (!decoder.isValid())
        return refuse({Flaw{0, QString(), QStringLiteral("this encoding is not known; try windows-1252, ISO-8859-15 or UTF-16")}});
    // A wrong single-byte encoding would "work" and turn every umlaut into two characters.
    const bool wide = wanted.startsWith("utf-16") || wanted.startsWith("UTF-16");
    if (!wide && (hasMark || (!isAscii(bytes) && isUtf8(bytes))))
        return refuse({Flaw{0, QString(), QStringLiteral("the file is in Unicode; leave --encoding away")}});
    return decodeAs(bytes, wanted.toUpper(), QStringLiteral("not %1").arg(QLatin1String(wanted)));
}

} // namespace vorzimmer::exchange
