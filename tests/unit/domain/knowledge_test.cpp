#include "vorzimmer/domain/knowledge.h"

#include <catch2/catch.hpp>

#include <QElapsedTimer>

using namespace vorzimmer::domain;

namespace {

using Entries = std::vector<KnowledgeEntry>;

KnowledgeEntry entry(const char* id, const char* below, const char* question, const char* answer = "")
{
    return {QString::fromUtf8(id), QString::fromUtf8(below), QString::fromUtf8(question), QString::fromUtf8(answer)};
}

Entries house()
{
    Entries entries{entry("way", "", "Anfahrt"), entry("park", "way", "Gibt es Parkplätze?", "Im Hof, **zwei** Plätze."),
                    entry("open", "", "Wann ist offen?", "Siehe Tür."), entry("bus", "way", "Mit dem Bus", "Linie 12, Müllerstraße.")};
    entries[1].words = {QStringLiteral("Auto")};
    entries[1].seeAlso = {QStringLiteral("bus")};
    return entries;
}

std::string found(const Entries& entries, const char* search)
{
    QStringList ids;
    for (const size_t place : KnowledgeSearch(entries).find(QString::fromUtf8(search)))
        ids << entries[place].id;
    return ids.join(QLatin1Char(' ')).toStdString();
}

std::string tree(const Entries& entries)
{
    QStringList ids;
    for (const TreePlace& place : treeOf(entries))
        ids << QString(place.depth, QLatin1Char('-')) + entries[place.entry].id;
    return ids.join(QLatin1Char(' ')).toStdString();
}

} // namespace

TEST_CASE("the tree is read from the top, in the order of the entries")
{
    CHECK(tree(house()) == "way -park -bus open");
    CHECK(pathTo(house(), QStringLiteral("park")) == std::vector<QString>{QStringLiteral("Anfahrt")});
    CHECK(pathTo(house(), QStringLiteral("way")).empty());
}

TEST_CASE("every word is looked for everywhere, umlaut-safe, and questions come first")
{
    CHECK(found(house(), "park") == "park");
    CHECK(found(house(), "auto HOF") == "park");
    CHECK(found(house(), "muellerstrasse") == "bus");
    CHECK(found(house(), "plätz") == "park");
    CHECK(found(house(), "bus") == "bus");
    CHECK(found(house(), "offen bus") == "");
    CHECK(found(house(), "  ") == "");
    Entries entries = house();
    entries[0].answer = QStringLiteral("Nichts ist offen.");
    CHECK(found(entries, "offen") == "open way");
}

TEST_CASE("what is flawed is told, and shown all the same")
{
    CHECK(checkKnowledge(house()).empty());
    Entries entries = house();
    entries[0].below = QStringLiteral("park"); // and park stands below it
    const auto findings = checkKnowledge(entries);
    REQUIRE(findings.size() == 3); // the bus hangs on the same circle
    CHECK(findings[0] == KnowledgeFinding{KnowledgeFlaw::BelowItself, 0});
    CHECK(treeOf(entries).size() == entries.size());
    CHECK(pathTo(entries, QStringLiteral("park")).empty());

    Entries others{entry("a", "gone", "A"), entry("a", "", " "), entry("b", "", "B")};
    others[2].seeAlso = {QStringLiteral("gone")};
    const std::vector<KnowledgeFinding> expected{{KnowledgeFlaw::BelowUnknown, 0}, {KnowledgeFlaw::IdTwice, 1},
                                                 {KnowledgeFlaw::NoQuestion, 1}, {KnowledgeFlaw::LinkUnknown, 2}};
    CHECK(checkKnowledge(others) == expected);
}

TEST_CASE("what is taken away leaves no hole")
{
    Entries entries = house();
    removeEntry(entries, QStringLiteral("way"));
    CHECK(tree(entries) == "park open bus");
    removeEntry(entries, QStringLiteral("bus"));
    CHECK(entries[0].seeAlso.empty());
    CHECK(checkKnowledge(entries).empty());
}

TEST_CASE("an entry is replaced, added, and moved among its neighbours only")
{
    Entries entries = house();
    putEntry(entries, entry("open", "", "Öffnungszeiten"));
    CHECK(entries.size() == 4);
    putEntry(entries, entry("new", "open", "Neu"));
    CHECK(tree(entries) == "way -park -bus open -new");
    CHECK(moveEntry(entries, QStringLiteral("bus"), -1));
    CHECK(tree(entries) == "way -bus -park open -new");
    CHECK_FALSE(moveEntry(entries, QStringLiteral("bus"), -1));
    CHECK_FALSE(moveEntry(entries, QStringLiteral("new"), 1));
    CHECK(moveEntry(entries, QStringLiteral("way"), 1));
    CHECK(tree(entries) == "open -new way -bus -park");
}

TEST_CASE("a large house is searched while one types")
{
    Entries entries;
    for (int i = 0; i < 2'000; ++i)
        entries.push_back(entry(qPrintable(QString::number(i)), i % 7 ? qPrintable(QString::number(i - i % 7)) : "", "Wie ist das mit den Öffnungszeiten im Sommer?",
                                "Von Juni bis August schließen wir um 16 Uhr; an Feiertagen bleibt das Haus zu."));
    const KnowledgeSearch search(entries);
    QElapsedTimer timer;
    timer.start();
    CHECK(search.find(QStringLiteral("oeffnungszeiten feiertag")).size() == entries.size());
    WARN("2,000 entries were searched in " << timer.elapsed() << " ms");
}
