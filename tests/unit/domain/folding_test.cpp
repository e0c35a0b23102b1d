#include "vorzimmer/domain/folding.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>

using vorzimmer::domain::foldedText;
using vorzimmer::domain::foldedWord;

namespace {

bool finds(const QString& word, const QString& text)
{
    const QString folded = foldedText(text);
    const QStringList ways = foldedWord(word);
    return std::any_of(ways.begin(), ways.end(), [&](const QString& way) { return folded.contains(way); });
}

} // namespace

TEST_CASE("However a name is written, it finds every way of writing it", "[domain][folding]")
{
    const std::vector<QStringList> groups = {
        {QStringLiteral("Müller"), QStringLiteral("MUELLER"), QStringLiteral("muller"), QStringLiteral("Mu\u0308ller")},
        {QStringLiteral("Schönfeld"), QStringLiteral("Schoenfeld"), QStringLiteral("schonfeld")},
        {QStringLiteral("Bäcker"), QStringLiteral("Baecker"), QStringLiteral("backer")},
        {QStringLiteral("Straße"), QStringLiteral("STRASSE"), QStringLiteral("STRA\u1e9eE")},
        {QStringLiteral("Ärger"), QStringLiteral("aerger"), QStringLiteral("Arger")},
        {QStringLiteral("Lefèvre"), QStringLiteral("LEFEVRE")},
        {QStringLiteral("Søren"), QStringLiteral("Soren")},
        {QStringLiteral("Łukasz"), QStringLiteral("lukasz")},
    };
    for (const QStringList& group : groups) {
        for (const QString& word : group) {
            for (const QString& text : group) {
                INFO(word.toStdString() << " in " << text.toStdString());
                CHECK(finds(word, QStringLiteral("Herr ") + text + QStringLiteral(" bittet")));
            }
        }
    }
}

TEST_CASE("A word is found where it begins in the middle of another", "[domain][folding]")
{
    CHECK(finds(QStringLiteral("ernte"), QStringLiteral("Heuernte")));
    CHECK(finds(QStringLiteral("eröffnung"), QStringLiteral("Neueröffnung")));
    CHECK(finds(QStringLiteral("eignung"), QStringLiteral("Zueignung")));
    CHECK(finds(QStringLiteral("einbau"), QStringLiteral("Menüeinbau")));
    CHECK(finds(QStringLiteral("e"), QStringLiteral("Müe")));
}

TEST_CASE("An e after a vowel makes no umlaut", "[domain][folding]")
{
    const std::pair<QString, QString> strangers[] = {{QStringLiteral("Feuer"), QStringLiteral("für")},
                                                     {QStringLiteral("für"), QStringLiteral("Feuer")},
                                                     {QStringLiteral("Steuer"), QStringLiteral("Sturm")},
                                                     {QStringLiteral("Tür"), QStringLiteral("teuer")},
                                                     {QStringLiteral("Müller"), QStringLiteral("Mühle")}};
    for (const auto& [word, text] : strangers) {
        INFO(word.toStdString() << " in " << text.toStdString());
        CHECK_FALSE(finds(word, text));
    }
}

TEST_CASE("Text that no folding applies to stays as it is and stands once", "[domain][folding]")
{
    CHECK(foldedText(QStringLiteral("Rechnung 4711")) == QStringLiteral("rechnung 4711"));
    CHECK(foldedText(QStringLiteral("日本 \U0001F4DE")) == QStringLiteral("日本 \U0001F4DE"));
    CHECK(foldedText({}).isEmpty());
}
