#include "vorzimmer/domain/folding.h"

namespace vorzimmer::domain {

namespace {

/// Stands between the ways to write a text; nobody types it.
constexpr QChar separator(0x1f);

enum class Umlaut { AsVowel, AsVowelAndE };

/// Letters with a stroke or joined, which do not decompose into a letter and an accent.
QLatin1String plainForm(QChar letter)
{
    switch (letter.unicode()) {
    case 0x00df:
        return QLatin1String("ss"); // sharp s
    case 0x00e6:
        return QLatin1String("ae");
    case 0x00f8:
        return QLatin1String("o");
    case 0x0111:
        return QLatin1String("d");
    case 0x0142:
        return QLatin1String("l");
    case 0x0153:
        return QLatin1String("oe");
    default:
        return {};
    }
}

/// @p text must be without case.
QString fold(const QString& text, Umlaut umlaut)
{
    constexpr QChar diaeresis(0x0308);
    const QString decomposed = text.normalized(QString::NormalizationForm_KD);
    QString folded;
    folded.reserve(decomposed.size());
    for (const QChar letter : decomposed) {
        if (letter.isMark()) {
            const QChar before = folded.isEmpty() ? QChar() : folded.back();
            if (letter == diaeresis && umlaut == Umlaut::AsVowelAndE && QStringLiteral("aou").contains(before))
                folded += QLatin1Char('e');
            continue;
        }
        if (letter.unicode() < 0x80)
            folded += letter;
        else if (const QLatin1String plain = plainForm(letter); !plain.isEmpty())
            folded += plain;
        else
            folded += letter;
    }
    return folded;
}

/// "mueller" as "muller". After a vowel or a q no umlaut is meant: "feuer", "quelle".
QString withoutE(const QString& folded)
{
    QString shorter;
    shorter.reserve(folded.size());
    for (const QChar letter : folded) {
        const qsizetype size = shorter.size();
        const bool afterVowel = size > 1 && QStringLiteral("aeiouyq").contains(shorter.at(size - 2));
        if (letter == QLatin1Char('e') && size > 0 && QStringLiteral("aou").contains(shorter.back()) && !afterVowel)
            continue;
        shorter += letter;
    }
    return shorter;
}

QStringList waysToWrite(const QString& text)
{
    const QString lower = text.toCaseFolded();
    QStringList ways{fold(lower, Umlaut::AsVowel)};
    for (const QString& other : {fold(lower, Umlaut::AsVowelAndE), withoutE(ways.front())}) {
        if (!ways.contains(other))
            ways << other;
    }
    return ways;
}

} // namespace

QString foldedText(const QString& text)
{
    return waysToWrite(text).join(separator);
}

QStringList foldedWord(const QString& word)
{
    return waysToWrite(word);
}

} // namespace vorzimmer::domain
