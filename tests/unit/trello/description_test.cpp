#include "topics/trello/description.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using namespace vorzimmer::cloud::topics::trello;
using domain::TopicPriority;

namespace {

const domain::TopicId anId = domain::TopicId::parse(QStringLiteral("0b2c7d1e-5a3f-4c6b-9d8e-7f6a5b4c3d2e"));

Description described(const QString& text, const QString& person = {}, TopicPriority priority = TopicPriority::Normal)
{
    Description desc;
    desc.id = anId;
    desc.text = text;
    desc.person = person;
    desc.priority = priority;
    return desc;
}

} // namespace

TEST_CASE("a description is read as it was written")
{
    const QString texts[] = {QString(),
                             QStringLiteral("Text"),
                             QStringLiteral("Text\n"),
                             QStringLiteral("\n\nText\n\n\n"),
                             QStringLiteral("Für: niemanden"),
                             QStringLiteral("Text\nFür: niemanden\nPriorität: hoch"),
                             QStringLiteral("Text [vorzimmer:0b2c7d1e-5a3f-4c6b-9d8e-7f6a5b4c3d2e] mittendrin"),
                             QStringLiteral("[vorzimmer:11111111-5a3f-4c6b-9d8e-7f6a5b4c3d2e]\nnoch eins")};
    for (const QString& text : texts) {
        for (const QString& person : {QString(), QStringLiteral("Frau Meyer")}) {
            for (const auto priority : {TopicPriority::Low, TopicPriority::Normal, TopicPriority::High}) {
                const auto read = Description::read(described(text, person, priority).written());
                CAPTURE(text.toStdString(), person.toStdString());
                CHECK(read.text == text);
                CHECK(read.person == person);
                CHECK(read.priority == priority);
                CHECK(read.id == anId);
                CHECK_FALSE(read.deleted);
            }
        }
    }
}

TEST_CASE("what people do to a description costs no word")
{
    const QString marker = QStringLiteral("[vorzimmer:%1]").arg(anId.text());
    SECTION("written behind the marker")
    {
        const auto read = Description::read(QStringLiteral("Oben\n\nFor: Ms Hill\n") + marker + QStringLiteral("\nUnten"));
        CHECK(read.text == QLatin1String("Oben\nUnten"));
        CHECK(read.person == QLatin1String("Ms Hill"));
        CHECK(read.id == anId);
    }
    SECTION("escaped by the editor")
    {
        const auto read = Description::read(QStringLiteral("Oben\n\n\\[vorzimmer:%1\\]").arg(anId.text()));
        CHECK(read.id == anId);
        CHECK(read.text == QLatin1String("Oben"));
    }
    SECTION("without a blank line")
    {
        CHECK(Description::read(QStringLiteral("Oben\n") + marker).text == QLatin1String("Oben"));
    }
    SECTION("the priority is no word of ours")
    {
        const auto read = Description::read(QStringLiteral("Oben\n\nPriorität: egal\n") + marker);
        CHECK(read.text == QStringLiteral("Oben\n\nPriorität: egal"));
    }
    SECTION("no marker at all")
    {
        const auto read = Description::read(QStringLiteral("Für: alle\n[vorzimmer:kaputt]"));
        CHECK(read.id.isNull());
        CHECK(read.text == QStringLiteral("Für: alle\n[vorzimmer:kaputt]"));
        CHECK(read.origin == domain::TopicOrigin::Client);
    }
}

TEST_CASE("origin and deletion are in the marker")
{
    auto desc = described(QStringLiteral("x"));
    for (const auto origin : {domain::TopicOrigin::Call, domain::TopicOrigin::Meeting, domain::TopicOrigin::Client}) {
        for (const bool deleted : {false, true}) {
            desc.origin = origin;
            desc.deleted = deleted;
            const auto read = Description::read(desc.written());
            CHECK(read.origin == origin);
            CHECK(read.deleted == deleted);
            CHECK(read.text == QLatin1String("x"));
        }
    }
}

TEST_CASE("a comment is read as it was written")
{
    for (const QString& text : {QStringLiteral("Ja."), QStringLiteral("Zeile\n\n— nicht der Autor\n"), QString()}) {
        for (const QString& author : {QString(), QStringLiteral("Anna [Büro]")}) {
            const Remark remark{domain::CommentId(anId.uuid()), author, text};
            const auto read = Remark::read(remark.written());
            CHECK(read.id == remark.id);
            CHECK(read.author == author);
            CHECK(read.text == text);
        }
    }
    const auto foreign = Remark::read(QStringLiteral("Von Hand [vorzimmer:x]"));
    CHECK(foreign.id.isNull());
    CHECK(foreign.text == QLatin1String("Von Hand [vorzimmer:x]"));
}
