#include "exchange_book.h"
#include "list_client.h"
#include "server_process.h"
#include "tls_files.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QTemporaryDir>

#include <chrono>

using namespace vorzimmer::topicserver::test;

namespace {

QString written(const QTemporaryDir& folder, const QByteArray& content)
{
    const QString path = folder.filePath(QStringLiteral("tokens.json"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(content);
    return path;
}

} // namespace

TEST_CASE("One line says where the server listens, and a signal ends it in order", "[topicserver]")
{
    ServerProcess server;
    CHECK(server.url() == QStringLiteral("http://127.0.0.1:%1").arg(server.port()));
    ListClient client(server.port(), tokenA);
    REQUIRE(client.create(newId(), someTopic("x")).status == 201);
    CHECK(server.out() == QStringLiteral("listening on %1\n").arg(server.url()));
    const auto begin = std::chrono::steady_clock::now();
    CHECK(server.stop() == 0);                                                       // with an idle connection open
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));      // idle connections last 15 s
    CHECK_FALSE(QFile::exists(server.tenantFile(tenantA) + QStringLiteral("-wal"))); // closed properly
}

TEST_CASE("Started by another program it ends with that program", "[topicserver]")
{
    ServerProcess server({QStringLiteral("--until-stdin-closes")});
    ListClient client(server.port(), tokenA);
    CHECK(client.get("/v1/health").status == 200);
    CHECK(server.closeStdin());
}

TEST_CASE("A port in use and a directory in use are told apart", "[topicserver]")
{
    ServerProcess server;
    QTemporaryDir other;
    const Ended port = runTopics({QStringLiteral("--data"), other.filePath(QStringLiteral("data")), QStringLiteral("--port"),
                                  QString::number(server.port())});
    CHECK(port.code == 1);
    CHECK(port.err ==
          QStringLiteral("vorzimmer-topics: port %1 on 127.0.0.1 is in use by another program\n").arg(server.port()));
    const Ended directory =
        runTopics({QStringLiteral("--data"), server.data(), QStringLiteral("--port"), QStringLiteral("0")});
    CHECK(directory.code == 1);
    CHECK(directory.err.contains(QStringLiteral("another topic server is running on this directory")));
    ListClient client(server.port(), tokenA);
    CHECK(client.get("/v1/health").status == 200); // the first one does not mind
}

TEST_CASE("Lists do not go through a network in clear", "[topicserver]")
{
    QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("data"));
    for (const QString& address : {QStringLiteral("0.0.0.0"), QStringLiteral("::"), QStringLiteral("192.0.2.7")}) {
        const Ended refused = runTopics({QStringLiteral("--data"), data, QStringLiteral("--listen"), address});
        CHECK(refused.code == 1);
        CHECK(refused.err.contains(QStringLiteral("unencrypted")));
        CHECK(refused.out.isEmpty());
    }
    const Ended name =
        runTopics({QStringLiteral("--data"), data, QStringLiteral("--listen"), QStringLiteral("example.org")});
    CHECK(name.code == 1);
    CHECK(name.err.contains(QStringLiteral("not an IP address")));
    // 192.0.2.7 belongs to nobody (RFC 5737): past the first check it fails at the second.
    const Ended proxied = runTopics({QStringLiteral("--data"), data, QStringLiteral("--listen"), QStringLiteral("192.0.2.7"),
                                     QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--behind-proxy")});
    CHECK(proxied.code == 1);
    CHECK(proxied.err.contains(QStringLiteral("cannot listen on 192.0.2.7")));
}

TEST_CASE("With a certificate of its own the server speaks TLS and nothing else", "[topicserver]")
{
    QTemporaryDir folder;
    const TlsFiles files =
        makeTlsFiles(folder.filePath(QStringLiteral("cert.pem")), folder.filePath(QStringLiteral("key.pem")));
    ServerProcess server({QStringLiteral("--tls-cert"), files.certificate, QStringLiteral("--tls-key"), files.key});
    CHECK(server.url() == QStringLiteral("https://127.0.0.1:%1").arg(server.port()));

    httplib::SSLClient client("127.0.0.1", server.port());
    client.set_ca_cert_path(files.certificate.toStdString().c_str());
    client.enable_server_certificate_verification(true);
    client.set_keep_alive(true);
    const httplib::Headers headers{{"Authorization", "Bearer " + tokenA}, {"If-None-Match", "*"}};
    json topic = someTopic("Verschlüsselt");
    topic["text"] = std::string(100'000, 'x'); // many records
    const std::string path = "/v1/topics/" + newId();
    for (const int status : {201, 200}) {
        const auto created = client.Put(path, headers, topic.dump(), "application/json");
        REQUIRE(created);
        CHECK(created->status == status);
        writeDown("PUT", path, headers, topic.dump(), *created);
    }
    const auto read = client.Get(path, headers);
    REQUIRE(read);
    writeDown("GET", path, headers, {}, *read);
    CHECK(json::parse(read->body)["text"] == topic["text"]);
    const auto waited = client.Get("/v1/changes?wait=1&since=" +
                                       json::parse(client.Get("/v1/changes", headers)->body)["next"].get<std::string>(),
                                   headers);
    REQUIRE(waited);
    CHECK(waited->status == 200);

    httplib::SSLClient stranger("127.0.0.1", server.port()); // does not know the certificate
    stranger.enable_server_certificate_verification(true);
    CHECK_FALSE(stranger.Get("/v1/health"));
    httplib::Client plain("127.0.0.1", server.port());
    CHECK_FALSE(plain.Get("/v1/health"));
    CHECK(client.Get("/v1/health", headers)->status == 200);
    CHECK(server.stop() == 0);
}

TEST_CASE("Certificates that cannot be used are named", "[topicserver]")
{
    QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("data"));
    const TlsFiles files =
        makeTlsFiles(folder.filePath(QStringLiteral("cert.pem")), folder.filePath(QStringLiteral("key.pem")));
    const TlsFiles others =
        makeTlsFiles(folder.filePath(QStringLiteral("cert2.pem")), folder.filePath(QStringLiteral("key2.pem")));
    const auto start = [&](const QString& certificate, const QString& key) {
        return runTopics({QStringLiteral("--data"), data, QStringLiteral("--port"), QStringLiteral("0"),
                          QStringLiteral("--tls-cert"), certificate, QStringLiteral("--tls-key"), key});
    };
    const Ended missing = start(folder.filePath(QStringLiteral("none.pem")), files.key);
    CHECK(missing.code == 1);
    CHECK(missing.err.contains(QStringLiteral("none.pem")));
    const Ended mixed = start(files.certificate, others.key);
    CHECK(mixed.code == 1);
    CHECK(mixed.err.contains(QStringLiteral("key2.pem: key values mismatch")));
    const Ended half = runTopics({QStringLiteral("--data"), data, QStringLiteral("--tls-cert"), files.certificate});
    CHECK(half.code == 2);
    CHECK(half.err.contains(QStringLiteral("go together")));
}

TEST_CASE("A bad tokens file is refused with the place, never with the token", "[topicserver]")
{
    QTemporaryDir folder;
    const QByteArray good = "{\"tenant\":\"aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa\",\"token\":\"token-of-tenant-a-0001\"}";
    const std::vector<std::pair<QByteArray, QString>> files{
        {"", QStringLiteral("not a JSON array")},
        {"{}", QStringLiteral("not a JSON array")},
        {"[" + good + ", 7]", QStringLiteral("entry 2: is not an object")},
        {"[{\"token\":\"CANARY-0123456789\"}]", QStringLiteral("entry 1: \"tenant\" is not a UUID")},
        {"[{\"tenant\":\"x\",\"token\":\"CANARY-0123456789\"}]", QStringLiteral("entry 1: \"tenant\" is not a UUID")},
        {"[{\"tenant\":\"aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa\",\"token\":\"CANARY\"}]",
         QStringLiteral("fewer than 16 characters")},
        {"[{\"tenant\":\"aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa\",\"token\":\"CANARY 0123456789\"}]",
         QStringLiteral("a character that")},
        {"[{\"tenant\":\"aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa\",\"token\":17}]",
         QStringLiteral("\"token\" is unknown or of the wrong type")},
        {"[{\"colour\":\"red\"}]", QStringLiteral("\"colour\" is unknown")},
        {"[" + good + ",{\"tenant\":\"bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb\",\"token\":\"token-of-tenant-a-0001\"}]",
         QStringLiteral("entry 2: this token is already another tenant's")},
    };
    for (const auto& [content, expected] : files) {
        const Ended ended =
            runTopics({QStringLiteral("--data"), folder.filePath(QStringLiteral("data")), QStringLiteral("--port"),
                       QStringLiteral("0"), QStringLiteral("--tokens"), written(folder, content)});
        INFO(ended.err.toStdString());
        CHECK(ended.code == 1);
        CHECK(ended.out.isEmpty());
        CHECK(ended.err.contains(expected));
        CHECK(ended.err.contains(QStringLiteral("tokens.json")));
        CHECK_FALSE(ended.err.contains(QStringLiteral("CANARY")));
        CHECK_FALSE(ended.err.contains(QStringLiteral("token-of-tenant")));
    }
    const Ended none = runTopics({QStringLiteral("--data"), folder.filePath(QStringLiteral("data")),
                                  QStringLiteral("--tokens"), folder.filePath(QStringLiteral("none.json"))});
    CHECK(none.code == 1);
    CHECK(none.err.contains(QStringLiteral("none.json")));
}

TEST_CASE("The command line explains itself", "[topicserver]")
{
    QTemporaryDir folder;
    const QString data = folder.filePath(QStringLiteral("data"));
    const auto misused = [](const QStringList& arguments, const QString& expected) {
        const Ended ended = runTopics(arguments);
        INFO(ended.err.toStdString());
        CHECK(ended.code == 2);
        CHECK(ended.err.contains(expected));
    };
    misused({}, QStringLiteral("--data DIRECTORY is needed"));
    misused({QStringLiteral("--colour")}, QStringLiteral("colour"));
    misused({QStringLiteral("--data"), data, QStringLiteral("--port"), QStringLiteral("70000")},
            QStringLiteral("--port must be a number"));
    misused({QStringLiteral("--data"), data, QStringLiteral("--rate"), QStringLiteral("0")},
            QStringLiteral("--rate must be a number"));
    misused({QStringLiteral("--data"), data, QStringLiteral("dance")}, QStringLiteral("unknown command"));
    misused({QStringLiteral("--data"), data, QStringLiteral("token"), QStringLiteral("add")},
            QStringLiteral("token add TENANT"));
    misused({QStringLiteral("--data"), data, QStringLiteral("token"), QStringLiteral("add"), QStringLiteral("x")},
            QStringLiteral("must be a UUID"));
    CHECK_FALSE(QFile::exists(data));
    CHECK(runTopics({QStringLiteral("--help")}).out.contains(QStringLiteral("--until-stdin-closes")));
    CHECK(runTopics({QStringLiteral("--version")}).out.startsWith(QStringLiteral("vorzimmer-topics ")));
    const Ended nothing =
        runTopics({QStringLiteral("--data"), data, QStringLiteral("backup"), folder.filePath(QStringLiteral("copy"))});
    CHECK(nothing.code == 1);
    CHECK(nothing.err.contains(QStringLiteral("there is no such directory")));
    CHECK_FALSE(QFile::exists(data));
    QFile file(data);
    REQUIRE(file.open(QIODevice::WriteOnly));
    const Ended blocked = runTopics({QStringLiteral("--data"), data});
    CHECK(blocked.code == 1);
    CHECK(blocked.err.contains(data));
}
