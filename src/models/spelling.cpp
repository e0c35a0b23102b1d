#include "vorzimmer/models/spelling.h"

#include <QHash>

namespace vorzimmer::models {

namespace {

using Alphabet = QHash<QChar, QString>;

/// DIN 5009:2022, annex B: the towns, as they are now taught and asked back.
const Alphabet& germanAlphabet()
{
    static const Alphabet words{
        {u'A', u"Aachen"_qs},    {u'B', u"Berlin"_qs},     {u'C', u"Chemnitz"_qs},       {u'D', u"Düsseldorf"_qs},
        {u'E', u"Essen"_qs},     {u'F', u"Frankfurt"_qs},  {u'G', u"Goslar"_qs},         {u'H', u"Hamburg"_qs},
        {u'I', u"Ingelheim"_qs}, {u'J', u"Jena"_qs},       {u'K', u"Köln"_qs},           {u'L', u"Leipzig"_qs},
        {u'M', u"München"_qs},   {u'N', u"Nürnberg"_qs},   {u'O', u"Offenbach"_qs},      {u'P', u"Potsdam"_qs},
        {u'Q', u"Quickborn"_qs}, {u'R', u"Rostock"_qs},    {u'S', u"Salzwedel"_qs},      {u'T', u"Tübingen"_qs},
        {u'U', u"Unna"_qs},      {u'V', u"Völklingen"_qs}, {u'W', u"Wuppertal"_qs},      {u'X', u"Xanten"_qs},
        {u'Y', u"Ypsilon"_qs},   {u'Z', u"Zwickau"_qs},    {u'Ä', u"Umlaut Aachen"_qs},  {u'Ö', u"Umlaut Offenbach"_qs},
        {u'Ü', u"Umlaut Unna"_qs}, {u'ß', u"Eszett"_qs},   {u'@', u"at"_qs},             {u'.', u"Punkt"_qs},
        {u'-', u"Bindestrich"_qs}, {u'_', u"Unterstrich"_qs}, {u'+', u"plus"_qs},
    };
    return words;
}

const Alphabet& internationalAlphabet()
{
    static const Alphabet words{
        {u'A', u"Alfa"_qs},    {u'B', u"Bravo"_qs},   {u'C', u"Charlie"_qs}, {u'D', u"Delta"_qs},    {u'E', u"Echo"_qs},
        {u'F', u"Foxtrot"_qs}, {u'G', u"Golf"_qs},    {u'H', u"Hotel"_qs},   {u'I', u"India"_qs},    {u'J', u"Juliett"_qs},
        {u'K', u"Kilo"_qs},    {u'L', u"Lima"_qs},    {u'M', u"Mike"_qs},    {u'N', u"November"_qs}, {u'O', u"Oscar"_qs},
        {u'P', u"Papa"_qs},    {u'Q', u"Quebec"_qs},  {u'R', u"Romeo"_qs},   {u'S', u"Sierra"_qs},   {u'T', u"Tango"_qs},
        {u'U', u"Uniform"_qs}, {u'V', u"Victor"_qs},  {u'W', u"Whiskey"_qs}, {u'X', u"X-ray"_qs},    {u'Y', u"Yankee"_qs},
        {u'Z', u"Zulu"_qs},    {u'@', u"at"_qs},      {u'.', u"dot"_qs},     {u'-', u"dash"_qs},     {u'_', u"underscore"_qs},
        {u'+', u"plus"_qs},
    };
    return words;
}

/// The letters are international, the signs are said in French.
const Alphabet& frenchAlphabet()
{
    static const Alphabet words = [] {
        Alphabet french = internationalAlphabet();
        french.insert(u'@', u"arobase"_qs);
        french.insert(u'.', u"point"_qs);
        french.insert(u'-', u"tiret"_qs);
        french.insert(u'_', u"tiret bas"_qs);
        return french;
    }();
    return words;
}

QString primaryLanguage(const QString& bcp47)
{
    return bcp47.section(QLatin1Char('-'), 0, 0).toLower();
}

const Alphabet& alphabetFor(const QString& language)
{
    const QString primary = primaryLanguage(language);
    if (primary == QLatin1String("de"))
        return germanAlphabet();
    return primary == QLatin1String("fr") ? frenchAlphabet() : internationalAlphabet();
}

} // namespace

std::vector<SpelledLetter> spelled(const QString& text, const QString& language)
{
    const Alphabet& alphabet = alphabetFor(language);
    std::vector<SpelledLetter> letters;
    letters.reserve(static_cast<size_t>(text.size()));
    for (const QChar character : text) {
        if (character.isSpace())
            continue;
        letters.push_back({QString(character), alphabet.value(character.toUpper(), QString(character))});
    }
    return letters;
}

QString redirectSentence(const QString& address, const QString& language)
{
    const QString primary = primaryLanguage(language);
    if (primary == QLatin1String("de"))
        return QStringLiteral("Bitte schreiben Sie uns dazu eine E-Mail an %1. Sie erhalten dort eine schriftliche Antwort.").arg(address);
    if (primary == QLatin1String("fr"))
        return QStringLiteral("Je vous invite à nous écrire à ce sujet à l’adresse %1. Vous recevrez une réponse écrite.").arg(address);
    return QStringLiteral("Please write to us about this at %1. You will receive a written answer.").arg(address);
}

} // namespace vorzimmer::models
