#include "list_client.h"
#include "server_process.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QRegularExpression>

using namespace vorzimmer::topicserver::test;

namespace {

QStringList words(const ServerProcess& server, const QStringList& command)
{
    return QStringList{QStringLiteral("--data"), server.data()} + command;
}

std::string idOfLastToken(const QString& list)
{
    return list.trimmed().section(QLatin1Char('\n'), -1).section(QLatin1Char('\t'), 0, 0).toStdString();
}

} // namespace

TEST_CASE("Without a valid token there is nothing to see", "[topicserver]")
{
    ServerProcess server;
    const std::string id = newId();
    for (const std::string& token :
         {std::string(), std::string("wrong-token-wrong-token"), tokenA + "x", tokenA.substr(1), std::string(5000, 'x')}) {
        ListClient client(server.port(), token);
        for (const Answer& answer :
             {client.get("/v1/topics"), client.get("/v1/changes"), client.read(id), client.create(id, someTopic("x")),
              client.update(id, someTopic("x"), "\"1\""), client.remove("/v1/topics/" + id, {{"If-Match", "\"1\""}}),
              client.comment(id, newId(), someComment("x"))}) {
            CHECK(answer.status == 401);
            CHECK(answer.header("WWW-Authenticate") == "Bearer realm=\"topics\"");
            CHECK(answer.body["where"] == "Authorization");
        }
        CHECK(client.get("/v1/health").status == 200);
    }
    ListClient client(server.port(), {});
    const auto withHeader = [&](const httplib::Headers& headers) {
        return client.send("GET", "/v1/topics", headers).status;
    };
    CHECK(withHeader({{"Authorization", "Basic " + tokenA}}) == 401);
    CHECK(withHeader({{"Authorization", tokenA}}) == 401);
    CHECK(withHeader({{"Authorization", "Bearer " + tokenA}, {"Authorization", "Bearer " + tokenA}}) == 401);
    CHECK(withHeader({{"authorization", "bearer " + tokenA}}) == 200);
}

TEST_CASE("A read-only token reads and writes nothing", "[topicserver]")
{
    ServerProcess server;
    ListClient writer(server.port(), tokenA);
    ListClient reader(server.port(), readerA);
    const std::string id = newId();
    REQUIRE(writer.create(id, someTopic("Nur lesen")).status == 201);
    CHECK(reader.read(id).status == 200);
    CHECK(reader.get("/v1/topics").body["topics"].size() == 1);
    CHECK(reader.get("/v1/changes").body["changes"].size() == 1);
    for (const Answer& answer :
         {reader.create(newId(), someTopic("x")), reader.update(id, someTopic("x"), "\"1\""),
          reader.remove("/v1/topics/" + id, {{"If-Match", "\"1\""}}), reader.comment(id, newId(), someComment("x"))}) {
        CHECK(answer.status == 403);
        CHECK(answer.body["type"] == "urn:vorzimmer:problem:read_only");
    }
    CHECK(writer.read(id).body["revision"] == 1);
}

TEST_CASE("Tokens are made, listed and revoked while the server runs", "[topicserver]")
{
    ServerProcess server;
    const Ended added = runTopics(words(server, {QStringLiteral("token"), QStringLiteral("add"), tenantB}));
    REQUIRE(added.code == 0);
    const std::string token = added.out.trimmed().toStdString();
    CHECK(QRegularExpression(QStringLiteral("^vzt_[0-9a-f]{64}\\n$")).match(added.out).hasMatch());
    const Ended readOnly =
        runTopics(words(server, {QStringLiteral("token"), QStringLiteral("add"), tenantB, QStringLiteral("--read-only")}));
    REQUIRE(readOnly.code == 0);
    CHECK(readOnly.out != added.out);

    ListClient client(server.port(), token);
    ListClient reader(server.port(), readOnly.out.trimmed().toStdString());
    REQUIRE(client.create(newId(), someTopic("Mit neuem Schlüssel")).status == 201);
    CHECK(reader.get("/v1/topics").body["topics"].size() == 1);
    CHECK(reader.create(newId(), someTopic("x")).status == 403);

    const Ended listed = runTopics(words(server, {QStringLiteral("token"), QStringLiteral("list")}));
    CHECK(listed.code == 0);
    CHECK(listed.out.count(QLatin1Char('\n')) == 6);
    CHECK(listed.out.count(QStringLiteral("read-only")) == 2);
    CHECK_FALSE(listed.out.contains(QString::fromStdString(token).mid(4)));

    const std::string id = idOfLastToken(listed.out);
    const QStringList revoke =
        words(server, {QStringLiteral("token"), QStringLiteral("revoke"), QString::fromStdString(id)});
    CHECK(runTopics(revoke).code == 0);
    const std::vector<int> after{client.get("/v1/topics").status, reader.get("/v1/topics").status};
    CHECK(std::count(after.begin(), after.end(), 401) == 1); // one of the two, at once
    CHECK(std::count(after.begin(), after.end(), 200) == 1);
    const Ended again = runTopics(revoke);
    CHECK(again.code == 1);
    CHECK(again.err.contains(QStringLiteral("no valid token of that id")));

    // Neither the file nor the log knows a token.
    REQUIRE(server.stop() == 0);
    QFile file(server.data() + QStringLiteral("/server.db"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    for (const std::string& secret : {token, token.substr(4), tokenA, readerA}) {
        CHECK_FALSE(bytes.contains(secret.c_str()));
        CHECK_FALSE(server.log().contains(QString::fromStdString(secret)));
    }
}

TEST_CASE("A revoked token stays revoked when its file is read again", "[topicserver]")
{
    ServerProcess server;
    const Ended before = runTopics(words(server, {QStringLiteral("token"), QStringLiteral("list")}));
    const QString line = before.out.section(QLatin1Char('\n'), 0, 0);
    const QString tenant = line.section(QLatin1Char('\t'), 1, 1);
    REQUIRE(
        runTopics(words(server, {QStringLiteral("token"), QStringLiteral("revoke"), line.section(QLatin1Char('\t'), 0, 0)}))
            .code == 0);
    REQUIRE(server.stop() == 0);
    server.start();
    const Ended after = runTopics(words(server, {QStringLiteral("token"), QStringLiteral("list")}));
    CHECK(after.out.count(QLatin1Char('\n')) == before.out.count(QLatin1Char('\n'))); // taken over once, not twice
    CHECK(after.out.count(QStringLiteral("revoked")) == 1);
}

TEST_CASE("Whoever asks too often is told when to come back", "[topicserver]")
{
    ServerProcess server({QStringLiteral("--rate"), QStringLiteral("1"), QStringLiteral("--burst"), QStringLiteral("2")});
    ListClient client(server.port(), tokenA);
    const std::string id = newId();
    std::vector<Answer> answers;
    for (int round = 0; round < 3; ++round) {
        answers.push_back(client.create(id, someTopic("Zu oft")));
        answers.push_back(client.read(id));
        answers.push_back(client.get("/v1/topics"));
        answers.push_back(client.get("/v1/changes"));
        answers.push_back(client.remove("/v1/topics/" + id, {{"If-Match", "\"9\""}}));
        answers.push_back(client.comment(id, newId(), someComment("x")));
    }
    CHECK(answers.front().status == 201);
    int refused = 0;
    for (const Answer& answer : answers) {
        if (answer.status != 429)
            continue;
        ++refused;
        CHECK(std::stoi(answer.header("Retry-After")) >= 1);
    }
    CHECK(server.log().contains(
        QStringLiteral("\"tenant\":\"%1\",\"method\":\"GET\",\"route\":\"/v1/topics/{topic}\",\"status\":429")
            .arg(tenantA)));
    CHECK(refused >= 6); // 18 requests against 2 and one more for each second they took
    ListClient other(server.port(), tokenB);
    CHECK(other.get("/v1/topics").status == 200); // everyone has a bucket of their own
    CHECK(client.get("/v1/health").status == 200);
}

TEST_CASE("Bodies are bounded, measured and plain JSON", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string topic = newId();
    REQUIRE(client.create(topic, someTopic("x")).status == 201);
    for (const std::string& path : {"/v1/topics/" + newId(), "/v1/topics/" + topic + "/comments/" + newId()}) {
        const httplib::Headers conditions{{"If-None-Match", "*"}};
        const Answer large = client.put(path, std::string(2 * 1024 * 1024 + 1, ' '), conditions);
        CHECK(large.status == 413);
        CHECK(large.body["where"] == "body");

        const auto refused = [&](const std::string& head, int status, const std::string& where) {
            const Answer answer =
                rawPut(server.port(), path, "Authorization: Bearer " + tokenA + "\r\nIf-None-Match: *\r\n" + head, "{}");
            INFO(head << answer.body.dump());
            CHECK(answer.status == status);
            CHECK(answer.body["where"] == where);
            CHECK(answer.header("Connection") == "close");
        };
        const std::string json = "Content-Type: application/json\r\n";
        refused(json, 411, "Content-Length");
        refused(json + "Transfer-Encoding: chunked\r\n", 411, "Transfer-Encoding");
        refused(json + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", 411, "Transfer-Encoding");
        refused(json + "Content-Length: 2\r\nContent-Length: 20\r\n", 400, "Content-Length");
        refused(json + "Content-Length: -2\r\n", 400, "Content-Length");
        refused(json + "Content-Length: 2, 2\r\n", 400, "Content-Length");
        refused("Content-Length: 2\r\n", 415, "Content-Type");
        refused("Content-Type: text/plain\r\nContent-Length: 2\r\n", 415, "Content-Type");
        refused("Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 2\r\n", 415, "Content-Type");
        refused(json + "Content-Encoding: gzip\r\nContent-Length: 2\r\n", 415, "Content-Type");
    }
    const std::string withBody =
        rawExchange(server.port(), "GET /v1/health HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello");
    CHECK(withBody.starts_with("HTTP/1.1 400 "));
    CHECK(client.read(topic).status == 200);
}

TEST_CASE("An unread body is never taken for the next request", "[topicserver]")
{
    ServerProcess server;
    const std::string hidden = "GET /v1/health HTTP/1.1\r\nHost: x\r\n\r\n";
    const std::string length = "Content-Length: " + std::to_string(hidden.size()) + "\r\n";
    for (const std::string& head :
         {"PUT /v1/topics/" + newId() + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + length,
          "GET /v1/health HTTP/1.1\r\nHost: x\r\n" + length, "POST /v1/topics HTTP/1.1\r\nHost: x\r\n" + length}) {
        const std::string answer = rawExchange(server.port(), head + "\r\n" + hidden);
        INFO(answer);
        CHECK(answer.find("HTTP/1.1 4") == 0);
        CHECK(answer.find("HTTP/1.1", 1) == std::string::npos);
    }
    // Whereas requests that stand one behind the other on purpose are answered one after the other.
    const std::string both = rawExchange(server.port(), hidden + hidden);
    CHECK(both.find("HTTP/1.1 200 OK", both.find("HTTP/1.1 200 OK") + 1) != std::string::npos);
}

TEST_CASE("Heads are bounded and nonsense is refused", "[topicserver]")
{
    ServerProcess server;
    const auto answerTo = [&](const std::string& bytes) { return rawExchange(server.port(), bytes); };
    const std::string host = "Host: x\r\n";
    CHECK(answerTo("GET /v1/health HTTP/1.1\r\n" + host + "X: " + std::string(40'000, 'x') + "\r\n\r\n")
              .starts_with("HTTP/1.1 431 "));
    std::string many;
    for (int i = 0; i < 4000; ++i)
        many += "X: yyyy\r\n";
    CHECK(answerTo("GET /v1/health HTTP/1.1\r\n" + host + many + "\r\n").starts_with("HTTP/1.1 431 "));
    CHECK(answerTo("GET /" + std::string(9000, 'x') + " HTTP/1.1\r\n" + host + "\r\n").starts_with("HTTP/1.1 414 "));
    CHECK(answerTo("NONSENSE\r\n\r\n").starts_with("HTTP/1.1 400 "));
    CHECK(answerTo("GET /v1/health HTTP/3.0\r\n\r\n").starts_with("HTTP/1.1 400 "));
    CHECK(answerTo("BREW /v1/health HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 400 "));
    CHECK(answerTo(std::string(100'000, 'x')).empty());
    CHECK(
        answerTo(std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11)).starts_with("HTTP/1.1 400 ")); // TLS hello

    ListClient client(server.port(), tokenA);
    CHECK(client.send("GET", "/v1/health", {{"Range", "bytes=0-3"}}).status == 200); // parts make no sense here
    const Answer post = client.send("POST", "/v1/topics");
    CHECK(post.status == 405);
    CHECK(post.header("Allow") == "GET");
    CHECK(client.send("HEAD", "/v1/health").status == 405);
    CHECK(client.get("/").status == 404);
    CHECK(client.get("/v1/topics/").status == 400);
    CHECK(client.get("/v2/topics").status == 404);
    CHECK(client.get("/v1/topics/" + newId() + "/comments").status == 404);
    CHECK(client.get("/v1/topics/00000000-0000-0000-0000-000000000000").status == 400);
    CHECK(client.get("/v1/topics/%00%0a").status == 400);
}

TEST_CASE("A body that stops half way writes nothing", "[topicserver]")
{
    ServerProcess server;
    ListClient client(server.port(), tokenA);
    const std::string id = newId();
    const std::string body = someTopic("Abgeschnitten").dump();
    const std::string topic = newId();
    REQUIRE(client.create(topic, someTopic("x")).status == 201);
    for (const std::string& path : {"/v1/topics/" + id, "/v1/topics/" + topic + "/comments/" + newId()}) {
        const Answer answer = rawPut(server.port(), path,
                                     "Authorization: Bearer " + tokenA +
                                         "\r\nIf-None-Match: *\r\nContent-Type: application/json\r\nContent-Length: " +
                                         std::to_string(body.size() + 1) + "\r\n",
                                     body);
        CHECK(answer.status == 408);
    }
    CHECK(client.read(topic).body["comments"].empty());
    CHECK(client.read(id).status == 404);
}

TEST_CASE("The log tells who did what when, and nothing of what was said", "[topicserver]")
{
    ServerProcess server;
    {
        ListClient client(server.port(), tokenA);
        const std::string id = newId();
        json topic = someTopic("CANARY-LOG");
        topic["text"] = "CANARY-LOG";
        REQUIRE(client.create(id, topic).status == 201);
        (void)client.comment(id, newId(), someComment("CANARY-LOG"));
        (void)client.get("/v1/changes?since=CANARY-LOG");
        (void)client.get("/CANARY-LOG");
        (void)client.put("/v1/topics/" + id, "CANARY-LOG", {{"If-Match", "CANARY-LOG"}});
        (void)rawExchange(server.port(), "CANARY-LOG\r\n\r\n");
    }
    REQUIRE(server.stop() == 0);
    const QString log = server.log();
    CHECK_FALSE(log.contains(QStringLiteral("CANARY")));
    std::vector<json> lines;
    for (const QString& line : log.split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        lines.push_back(json::parse(line.toStdString(), nullptr, false));
        INFO(line.toStdString());
        REQUIRE(lines.back().is_object());
        for (const char* name : {"time", "tenant", "method", "route", "status", "ms"})
            CHECK(lines.back().contains(name));
        CHECK(lines.back().size() == 6);
    }
    REQUIRE(lines.size() == 6);
    // A line follows its reply, so lines of different connections may change places.
    const auto count = [&](const json& tenant, const std::string& method, const std::string& route, int status) {
        return std::count_if(lines.begin(), lines.end(), [&](const json& line) {
            return line["tenant"] == tenant && line["method"] == method && line["route"] == route &&
                   line["status"] == status && line["ms"].get<double>() > 0;
        });
    };
    const json tenant = tenantA.toStdString();
    CHECK(count(tenant, "PUT", "/v1/topics/{topic}", 201) == 1);
    CHECK(count(tenant, "PUT", "/v1/topics/{topic}/comments/{comment}", 201) == 1);
    CHECK(count(tenant, "GET", "/v1/changes", 400) == 1);
    CHECK(count("", "GET", "-", 404) == 1);
    CHECK(count(tenant, "PUT", "/v1/topics/{topic}", 400) == 1);
    CHECK(count("", "-", "-", 400) == 1);
}
