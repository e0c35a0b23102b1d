#include "topics/wire.h"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

using namespace vorzimmer;
using namespace vorzimmer::cloud::topics;
using nlohmann::json;

namespace {

const char* const topicId = "11111111-2222-4333-8444-555555555555";
const char* const commentId = "99999999-2222-4333-8444-555555555555";

json goodTopic()
{
    return {{"id", topicId},
            {"title", "Herr Weiß – Rückruf"},
            {"text", "Zeile 1\nZeile 2 \xF0\x9F\x93\x9E"},
            {"state", "in_progress"},
            {"person", "Frau Lindgren"},
            {"due", "2026-03-31"},
            {"priority", "high"},
            {"origin", "meeting"},
            {"created_at", "2026-02-01T08:30:00.125Z"},
            {"created_by", "Martina"},
            {"revision", 7},
            {"updated_at", "2026-02-01T08:30:01.000000Z"},
            {"deleted", false},
            {"comments",
             json::array({{{"id", commentId}, {"author", "Klient"}, {"text", "ja"}, {"at", "2026-02-02T09:00:00Z"}}})}};
}

QByteArray bytes(const json& value)
{
    return QByteArray::fromStdString(value.dump());
}

} // namespace

TEST_CASE("a topic is read as the contract has it")
{
    const auto read = wire::topicFrom(bytes(goodTopic()));
    REQUIRE(read);
    CHECK(read->revision == QLatin1String("\"7\""));
    CHECK(read->topic.id.text() == QLatin1String(topicId));
    CHECK(read->topic.title == QStringLiteral("Herr Weiß – Rückruf"));
    CHECK(read->topic.text == QStringLiteral("Zeile 1\nZeile 2 \U0001F4DE"));
    CHECK(read->topic.state == domain::TopicState::InProgress);
    CHECK(read->topic.person == QLatin1String("Frau Lindgren"));
    CHECK(read->topic.due == QDate(2026, 3, 31));
    CHECK(read->topic.priority == domain::TopicPriority::High);
    CHECK(read->topic.origin == domain::TopicOrigin::Meeting);
    CHECK(read->topic.createdAt == QDateTime(QDate(2026, 2, 1), QTime(8, 30, 0, 125), Qt::UTC));
    CHECK(read->topic.createdBy == QLatin1String("Martina"));
    CHECK(read->topic.changedAt == QDateTime(QDate(2026, 2, 1), QTime(8, 30, 1), Qt::UTC));
    CHECK_FALSE(read->topic.deleted);
    REQUIRE(read->comments.size() == 1);
    CHECK(read->comments[0].id.text() == QLatin1String(commentId));
    CHECK(read->comments[0].at == QDateTime(QDate(2026, 2, 2), QTime(9, 0), Qt::UTC));
}

TEST_CASE("what is written is read again unchanged")
{
    const auto read = wire::topicFrom(bytes(goodTopic()));
    REQUIRE(read);
    json written = json::parse(wire::topicBody(read->topic).toStdString());
    CHECK(written.size() == 10); // the contract forbids more
    for (const auto& [name, value] : written.items())
        CHECK(goodTopic()[name] == value);

    domain::Topic bare = read->topic;
    bare.due = QDate();
    bare.title = QString(QChar(0xD800)); // half a character, as a cut text may end with
    written = json::parse(wire::topicBody(bare).toStdString());
    CHECK(written["due"].is_null());

    const domain::Comment comment = read->comments[0];
    CHECK(wire::commentFrom(wire::commentBody(comment)) == comment);
}

TEST_CASE("who changed a topic is read, and written when it is known")
{
    json topic = goodTopic();
    CHECK(wire::topicFrom(bytes(topic))->topic.changedBy.isEmpty()); // a server of the contract's first version
    topic["changed_by"] = "Jörg Öztürk";
    const auto read = wire::topicFrom(bytes(topic));
    REQUIRE(read);
    CHECK(read->topic.changedBy == QStringLiteral("Jörg Öztürk"));
    CHECK(read->topic.changedAt == QDateTime(QDate(2026, 2, 1), QTime(8, 30, 1), Qt::UTC));
    CHECK(json::parse(wire::topicBody(read->topic).toStdString())["changed_by"] == "Jörg Öztürk");
    const auto gone = wire::topicFrom(bytes({{"id", topicId},
                                             {"revision", 8},
                                             {"deleted", true},
                                             {"updated_at", "2026-02-01T08:30:01Z"},
                                             {"changed_by", "Martina"}}));
    REQUIRE(gone);
    CHECK(gone->topic.changedBy == QLatin1String("Martina"));
    topic["changed_by"] = 7;
    CHECK(wire::topicFrom(bytes(topic))->topic.changedBy.isEmpty()); // only told, never relied on
}

TEST_CASE("a tombstone has no values")
{
    const auto read = wire::topicFrom(bytes({{"id", topicId}, {"revision", 8}, {"deleted", true}, {"updated_at", "x"}}));
    REQUIRE(read);
    CHECK(read->topic.deleted);
    CHECK(read->revision == QLatin1String("\"8\""));
}

TEST_CASE("a topic with anything wrong is not read at all")
{
    const std::vector<std::pair<const char*, json>> wrongs = {{"id", "not-a-uuid"},
                                                              {"id", 5},
                                                              {"title", nullptr},
                                                              {"title", std::string(401, 'x')},
                                                              {"text", json::array()},
                                                              {"state", "finished"},
                                                              {"state", 1},
                                                              {"due", "31.03.2026"},
                                                              {"due", 20260331},
                                                              {"priority", ""},
                                                              {"origin", "email"},
                                                              {"created_at", "2026-02-01T08:30:00"},
                                                              {"created_at", "yesterday"},
                                                              {"revision", 0},
                                                              {"revision", "7"},
                                                              {"revision", 1.5},
                                                              {"deleted", "no"},
                                                              {"comments", nullptr},
                                                              {"comments", json::array({json::object()})}};
    for (const auto& [name, value] : wrongs) {
        json topic = goodTopic();
        topic[name] = value;
        INFO(name << " = " << value.dump());
        CHECK_FALSE(wire::topicFrom(bytes(topic)));
    }
    for (const char* name : {"id", "title", "text", "state", "person", "due", "priority", "origin", "created_at",
                             "created_by", "revision", "deleted", "comments"}) {
        json topic = goodTopic();
        topic.erase(name);
        INFO("without " << name);
        CHECK_FALSE(wire::topicFrom(bytes(topic)));
    }
}

TEST_CASE("a page of changes is read whole or not at all")
{
    json page = {{"changes", {goodTopic(), {{"id", commentId}, {"revision", 2}, {"deleted", true}}}},
                 {"next", "ab.2"},
                 {"more", true}};
    const auto read = wire::changesFrom(bytes(page));
    REQUIRE(read);
    CHECK(read->changes.size() == 2);
    CHECK(read->changes[1].topic.deleted);
    CHECK(read->next == QLatin1String("ab.2"));
    CHECK(read->more);

    json broken = page;
    broken["changes"][1].erase("revision");
    CHECK_FALSE(wire::changesFrom(bytes(broken)));
    for (const char* name : {"changes", "next", "more"}) {
        broken = page;
        broken.erase(name);
        CHECK_FALSE(wire::changesFrom(bytes(broken)));
    }
    broken = page;
    broken["next"] = "";
    CHECK_FALSE(wire::changesFrom(bytes(broken)));
}

TEST_CASE("one page after the other is read, long or short, with room behind it or none")
{
    for (const int topics : {1, 5000, 2}) {
        json page = {{"changes", json::array()}, {"next", "ab.2"}, {"more", false}};
        for (int i = 0; i < topics; ++i)
            page["changes"].push_back(goodTopic());
        QByteArray text = bytes(page);
        for (const qsizetype room : {0, 1, 1000}) {
            CAPTURE(topics, room);
            text.squeeze();
            text.reserve(text.size() + room);
            const auto read = wire::changesFrom(text);
            REQUIRE(read);
            CHECK(read->changes.size() == static_cast<size_t>(topics));
            CHECK(read->changes.back().topic.title == QStringLiteral("Herr Weiß – Rückruf"));
        }
    }
}

TEST_CASE("anything at all may come and nothing is thrown")
{
    const QByteArray good = bytes(goodTopic());
    const std::vector<QByteArray> wrongs = {"",
                                            "null",
                                            "[]",
                                            "42",
                                            "\"x\"",
                                            "<html><body>Login</body></html>",
                                            "{",
                                            good.left(good.size() / 2),
                                            QByteArray(3, '\0'),
                                            "{\"id\":\"\xff\xfe\"}",
                                            QByteArray(100'000, '[')};
    for (const QByteArray& wrong : wrongs) {
        CHECK_FALSE(wire::topicFrom(wrong));
        CHECK_FALSE(wire::changesFrom(wrong));
        CHECK_FALSE(wire::commentFrom(wrong));
        CHECK_FALSE(wire::problemFrom(wrong));
    }
}

TEST_CASE("of an error document only stable names are taken")
{
    auto note = wire::problemFrom(
        bytes({{"type", "urn:vorzimmer:problem:bad_field"}, {"where", "title"}, {"detail", "Herr Weiß ..."}}));
    REQUIRE(note);
    CHECK(note->kind == QLatin1String("bad_field"));
    CHECK(note->where == QLatin1String("title"));
    CHECK_FALSE(note->resync);

    note = wire::problemFrom(
        bytes({{"type", "urn:vorzimmer:problem:gone"}, {"where", "Herr Weiß, +49 30 123"}, {"resync_required", true}}));
    REQUIRE(note);
    CHECK(note->where.isEmpty());
    CHECK(note->resync);

    CHECK_FALSE(wire::problemFrom(bytes({{"type", "about:blank"}})));
    CHECK_FALSE(wire::problemFrom(bytes({{"type", 7}})));
}

TEST_CASE("the cursor behind a page is found without reading the page, and nothing else is taken for it")
{
    json page = {{"changes", json::array({goodTopic()})}, {"next", "ab.2"}, {"more", true}};
    page["changes"][0]["text"] = "\"more\":true,\"next\":\"x.1\"";
    CHECK(wire::nextIn(bytes(page)) == QStringLiteral("ab.2"));
    page["more"] = false;
    CHECK_FALSE(wire::nextIn(bytes(page)));
    page["more"] = true;
    page["next"] = "";
    CHECK_FALSE(wire::nextIn(bytes(page)));
    page["next"] = std::string(300, 'x');
    CHECK_FALSE(wire::nextIn(bytes(page)));
    page.erase("next");
    CHECK_FALSE(wire::nextIn(bytes(page)));
    for (const char* wrong : {"", "<html>", "\"next\":\"", "{\"more\":true,\"next\":\"x"})
        CHECK_FALSE(wire::nextIn(wrong));
}
