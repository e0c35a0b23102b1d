#include <catch2/catch.hpp>

#include "administrator.h"

#include <QDir>
#include <QFile>

using vorzimmer::test::Administrator;
using vorzimmer::test::Answer;
using vorzimmer::test::bureau;
using vorzimmer::test::practice;

namespace {

struct Furnished : Administrator {
    Furnished()
    {
        REQUIRE(run({u"init"_qs}).code == 0);
        REQUIRE(run({u"import"_qs, write(u"bureau.json"_qs, bureau()), write(u"praxis.json"_qs, practice()),
                     write(u"kanzlei.json"_qs, practice("kanzlei", "+49 30 23125 020"))})
                    .code == 0);
    }
    /// The file of the tenant with that key.
    QString cabinetOf(const std::string& key)
    {
        for (const QString& line : QString::fromStdString(run({u"tenants"_qs}).out).split(u'\n')) {
            if (line.section(u'\t', 0, 0).toStdString() == key)
                return u"data/tenants/"_qs + line.section(u'\t', 1, 1) + u".db"_qs;
        }
        FAIL("no such tenant");
        return {};
    }
    /// Overwrites a piece in the middle of a file.
    void spoil(const QString& name, qint64 from, qint64 size)
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::ReadWrite));
        REQUIRE(file.size() > from + size);
        REQUIRE(file.seek(from));
        REQUIRE(file.write(QByteArray(size, '\x5a')) == size);
    }
};

} // namespace

TEST_CASE("a sound bureau passes the check")
{
    Furnished admin;
    const Answer answer = admin.run({u"check"_qs});
    INFO(answer.err);
    CHECK(answer.code == 0);
    CHECK_THAT(answer.out, Catch::Contains("2 cabinets are sound"));
}

TEST_CASE("a damaged cabinet is named, and the others are still checked")
{
    Furnished admin;
    const QString damaged = admin.cabinetOf("kanzlei");
    admin.spoil(damaged, 4096, 20'000);
    const Answer answer = admin.run({u"check"_qs});
    CHECK(answer.code == 1);
    CHECK_THAT(answer.err, Catch::Contains(damaged.mid(5).toStdString() + " (Praxis kanzlei)"));
    CHECK_THAT(answer.err, !Catch::Contains("Praxis praxis"));
    CHECK_THAT(answer.err, Catch::Contains("Nothing was changed") && Catch::Contains("backup"));
}

TEST_CASE("a cabinet that is missing, foreign or no database is found")
{
    Furnished admin;
    const QString missing = admin.cabinetOf("praxis");
    REQUIRE(QFile::remove(admin.path(missing)));
    admin.write(u"data/tenants/0b7cf2c4-4c8a-4a53-a1e6-2a83a6a2a3f1.db"_qs, "this is no database, however long it may be");
    const Answer answer = admin.run({u"check"_qs});
    CHECK(answer.code == 1);
    CHECK_THAT(answer.err, Catch::Contains(missing.mid(5).toStdString()));
    CHECK_THAT(answer.err, Catch::Contains("0b7cf2c4-4c8a-4a53-a1e6-2a83a6a2a3f1.db (a tenant that the bureau does not know)"));
    CHECK_THAT(answer.err, Catch::Contains("2 faults were found"));
    CHECK_FALSE(QFile::exists(admin.path(missing))); // looked for, not made
}

TEST_CASE("a damaged bureau is found")
{
    Furnished admin;
    admin.spoil(u"data/bureau.db"_qs, 0, 50);
    const Answer answer = admin.run({u"check"_qs});
    CHECK(answer.code == 1);
    CHECK_THAT(answer.err, Catch::Contains("bureau.db"));
}

TEST_CASE("a password is set from the standard input and never shown")
{
    Furnished admin;
    const Answer set = admin.run({u"password"_qs, u"anna"_qs, u"--stdin"_qs}, "correct horse\n");
    CHECK(set.code == 0);
    CHECK_THAT(set.out + set.err, !Catch::Contains("horse"));
    CHECK(admin.run({u"password"_qs, u"anna"_qs}, "correct horse\ncorrect horse\n").code == 0);
    const Answer different = admin.run({u"password"_qs, u"anna"_qs}, "correct horse\ncorrect house\n");
    CHECK(different.code == 1);
    CHECK_THAT(different.err, Catch::Contains("not the same"));
    const Answer brief = admin.run({u"password"_qs, u"anna"_qs, u"--stdin"_qs}, "secret\n");
    CHECK(brief.code == 1);
    CHECK_THAT(brief.err, Catch::Contains("at least 8 characters"));
    CHECK(admin.run({u"password"_qs, u"anna"_qs, u"--stdin"_qs}, "").code == 1);
    CHECK(admin.run({u"password"_qs, u"nobody"_qs, u"--stdin"_qs}, "correct horse\n").code == 1);
}

TEST_CASE("a list is connected: the token goes into the private file, nowhere else")
{
    Furnished admin;
    const QString address = u"https://lists.example/"_qs;
    const Answer answer = admin.run({u"connect"_qs, u"praxis"_qs, address}, "very-secret-token\n");
    INFO(answer.err);
    CHECK(answer.code == 0);
    CHECK_THAT(answer.out + answer.err, !Catch::Contains("very-secret-token"));
    CHECK(admin.read(u"data/credentials.json"_qs).contains(QByteArray("very-secret-token").toBase64()));
    CHECK(QFile::permissions(admin.path(u"data/credentials.json"_qs)) ==
          (QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser));
    CHECK_FALSE(admin.read(u"data/bureau.db"_qs).contains("very-secret-token"));

    CHECK(admin.run({u"connect"_qs, u"praxis"_qs, address}, "\n").code == 1);
    CHECK(admin.run({u"connect"_qs, u"nobody"_qs, address}, "token\n").code == 1);
    CHECK(admin.run({u"connect"_qs, u"praxis"_qs, u"http://lists.example/"_qs}, "token\n").code == 2);
    CHECK(admin.run({u"connect"_qs, u"praxis"_qs, u"http://127.0.0.1:8737"_qs}, "token\n").code == 0);
    CHECK(admin.run({u"connect"_qs, u"praxis"_qs, u"https://me:pass@lists.example/"_qs}, "token\n").code == 2);
    CHECK(admin.run({u"connect"_qs, u"praxis"_qs, u"lists"_qs}, "token\n").code == 2);

    REQUIRE(QFile::setPermissions(admin.path(u"data/credentials.json"_qs),
                                  QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
    const Answer loose = admin.run({u"check"_qs});
    CHECK(loose.code == 1);
    CHECK_THAT(loose.err, Catch::Contains("credentials.json") && Catch::Contains("0600"));
    CHECK(admin.run({u"connect"_qs, u"praxis"_qs, address}, "token\n").code == 1);
}

TEST_CASE("a list in another cloud is connected with its account, which stays out of the database")
{
    Furnished admin;
    const QString calendar = u"https://cloud.example/remote.php/dav/calendars/bureau/open"_qs;
    const Answer caldav =
        admin.run({u"connect"_qs, u"--kind"_qs, u"caldav"_qs, u"--user"_qs, u"bureau-account"_qs, u"praxis"_qs, calendar}, "app-password\n");
    INFO(caldav.err);
    CHECK(caldav.code == 0);
    CHECK(admin.read(u"data/credentials.json"_qs).contains(QByteArray("bureau-account").toBase64()));
    CHECK_FALSE(admin.read(u"data/bureau.db"_qs).contains("bureau-account"));
    CHECK_FALSE(admin.read(u"data/bureau.db"_qs).contains("app-password"));
    CHECK(admin.run({u"connect"_qs, u"--kind"_qs, u"caldav"_qs, u"praxis"_qs, calendar}).code == 0); // no accounts there

    CHECK(admin.run({u"connect"_qs, u"--kind"_qs, u"fax"_qs, u"praxis"_qs, calendar}, "token\n").code == 2);
    CHECK(admin.run({u"connect"_qs, u"--user"_qs, u"me"_qs, u"praxis"_qs, u"https://lists.example/"_qs}, "token\n").code == 2);
}

TEST_CASE("a Trello board is connected with key and token, which stay out of the database and of every message")
{
    Furnished admin;
    const auto connect = [&](const QString& key, const QString& board, const QByteArray& typed) {
        return admin.run({u"connect"_qs, u"--kind"_qs, u"trello"_qs, u"--user"_qs, key, u"praxis"_qs, board}, typed);
    };
    const QString key = u"0011223344556677"_qs;
    const Answer answer = connect(key, u"https://trello.com/b/Ab12Cd34/offene-punkte"_qs, "a-trello-token\n");
    INFO(answer.err);
    CHECK(answer.code == 0);
    CHECK_THAT(answer.out + answer.err, !Catch::Contains("a-trello-token") && !Catch::Contains("0011223344556677"));
    CHECK(admin.read(u"data/credentials.json"_qs).contains(QByteArray("a-trello-token").toBase64()));
    CHECK(admin.read(u"data/credentials.json"_qs).contains(QByteArray("0011223344556677").toBase64()));
    for (const char* secret : {"a-trello-token", "0011223344556677"})
        CHECK_FALSE(admin.read(u"data/bureau.db"_qs).contains(secret));
    CHECK(admin.read(u"data/bureau.db"_qs).contains("Ab12Cd34"));

    for (const QString& board : {u"Ab12Cd34"_qs, u"0123456789abcdef01234567"_qs, u"https://trello.com/b/Ab12Cd34?filter=open"_qs})
        CHECK(connect(key, board, "token\n").code == 0);
    for (const QString& wrong : {u"https://lists.example/b/Ab12Cd34"_qs, u"http://trello.com/b/Ab12Cd34"_qs, u"../members/me"_qs,
                                 u"https://trello.com/c/Ab12Cd34"_qs, u"https://trello.com.example/b/Ab12Cd34"_qs, u"Ab1"_qs, u" "_qs}) {
        const Answer refused = connect(key, wrong, "token\n");
        CHECK(refused.code == 2);
        CHECK_THAT(refused.err, Catch::Contains("https://trello.com/b/"));
    }
    const Answer keyless = connect(u" "_qs, u"Ab12Cd34"_qs, "token\n");
    CHECK(keyless.code == 2);
    CHECK_THAT(keyless.err, Catch::Contains("API key"));
    const Answer tokenless = connect(key, u"Ab12Cd34"_qs, "\n");
    CHECK(tokenless.code == 1);
    CHECK_THAT(tokenless.err, Catch::Contains("token") && Catch::Contains("as it was"));
}

TEST_CASE("lines are added, listed, changed and removed; their passwords stay out of everything but the private file")
{
    Administrator admin;
    REQUIRE(admin.run({u"init"_qs}).code == 0);
    const auto add = [&](const QString& name, const QString& account, const QStringList& more = {}) {
        return admin.run(QStringList{u"add-line"_qs, name, account} + more, "very-secret-word\n");
    };
    const Answer added = add(u"Zentrale"_qs, u"sip:4930231250@SIP.example.net:5070"_qs,
                             {u"--transport"_qs, u"tls"_qs, u"--proxy"_qs, u"edge.example.net"_qs, u"--number"_qs, u"+49 30 23125-0"_qs});
    INFO(added.err);
    CHECK(added.code == 0);
    CHECK(add(u"Anbau"_qs, u"12@192.0.2.7"_qs).code == 0);
    CHECK(admin.run({u"lines"_qs}).out == "Anbau\t12@192.0.2.7\tudp\ton\n"
                                          "Zentrale\t4930231250@sip.example.net:5070\ttls\ton\t+49 30 23125-0\tby edge.example.net\n");
    CHECK(admin.read(u"data/credentials.json"_qs).contains(QByteArray("very-secret-word").toBase64()));
    CHECK_THAT(added.out + added.err, !Catch::Contains("very-secret-word"));
    CHECK_FALSE(admin.read(u"data/bureau.db"_qs).contains("very-secret-word"));

    const Answer namesake = add(u"zentrale"_qs, u"13@192.0.2.7"_qs);
    CHECK(namesake.code == 1);
    CHECK_THAT(namesake.err, Catch::Contains("called zentrale already"));
    CHECK_THAT(add(u"Dritte"_qs, u"12@192.0.2.7"_qs).err, Catch::Contains("for 12@192.0.2.7 already"));
    const std::pair<QStringList, const char*> wrong[] = {
        {{u"Neu"_qs, u"sip.example.net"_qs}, "USER@SERVER"},
        {{u"Neu"_qs, u"a b@sip.example.net"_qs}, "before the @"},
        {{u"Neu"_qs, u"12@sip example"_qs}, "192.0.2.7"},
        {{u"Neu"_qs, u"12@pbx"_qs, u"--transport"_qs, u"fax"_qs}, "udp, tcp or tls"},
        {{u"Neu"_qs, u"12@pbx"_qs, u"--expiry"_qs, u"soon"_qs}, "from 30 to 86400"},
        {{u"Neu"_qs, u"12@pbx"_qs, u"--number"_qs, u"call me"_qs}, "no telephone number"},
    };
    for (const auto& [words, said] : wrong) {
        const Answer refused = admin.run(QStringList{u"add-line"_qs} + words, "very-secret-word\n");
        CHECK(refused.code == 2);
        CHECK_THAT(refused.err, Catch::Contains(said));
    }

    CHECK(admin.run({u"change-line"_qs, u"ANBAU"_qs, u"--off"_qs, u"--transport"_qs, u"tcp"_qs}).code == 0);
    CHECK_THAT(admin.run({u"lines"_qs}).out, Catch::StartsWith("Anbau\t12@192.0.2.7\ttcp\toff\n"));
    // Another server never gets the old one's password.
    CHECK(admin.run({u"change-line"_qs, u"Anbau"_qs, u"--account"_qs, u"12@192.0.2.8"_qs}).code == 1);
    CHECK(admin.run({u"change-line"_qs, u"Anbau"_qs, u"--account"_qs, u"12@192.0.2.8"_qs}, "other-word\n").code == 0);
    CHECK(admin.read(u"data/credentials.json"_qs).contains(QByteArray("other-word").toBase64()));
    CHECK(admin.run({u"change-line"_qs, u"Anbau"_qs, u"--on"_qs, u"--off"_qs}).code == 2);
    const Answer colon = admin.run({u"change-line"_qs, u"Anbau"_qs, u"--password"_qs}, "with:colon\n");
    CHECK(colon.code == 1);
    CHECK_THAT(colon.err, Catch::Contains("colon") && !Catch::Contains("with:colon"));
    CHECK(admin.read(u"data/credentials.json"_qs).contains(QByteArray("other-word").toBase64()));
    CHECK(admin.run({u"change-line"_qs, u"nobody"_qs, u"--on"_qs}).code == 1);

    CHECK(admin.run({u"remove-line"_qs, u"anbau"_qs}).code == 0);
    CHECK_FALSE(admin.read(u"data/credentials.json"_qs).contains(QByteArray("other-word").toBase64()));
    const Answer gone = admin.run({u"remove-line"_qs, u"anbau"_qs});
    CHECK(gone.code == 1);
    CHECK_THAT(gone.err, Catch::Contains("no line called anbau"));
}

TEST_CASE("the demo bureau is made in a new folder only")
{
    Administrator admin;
    const Answer answer = admin.runBare({u"demo"_qs, admin.path(u"demo"_qs)});
    INFO(answer.err);
    REQUIRE(answer.code == 0);
    CHECK(QFile::permissions(admin.path(u"demo/topic-tokens.json"_qs)) ==
          (QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser));
    CHECK(admin.read(u"demo/topic-tokens.json"_qs).startsWith('['));
    CHECK(admin.runBare({u"check"_qs, u"--data"_qs, admin.path(u"demo"_qs)}).code == 0);
    CHECK_THAT(admin.runBare({u"--data"_qs, admin.path(u"demo"_qs), u"users"_qs}).out, Catch::Contains("anna\tsecretary"));
    const Answer again = admin.runBare({u"demo"_qs, admin.path(u"demo"_qs)});
    CHECK(again.code == 1);
    CHECK_THAT(again.err, Catch::Contains("is not empty"));
}

TEST_CASE("every demo tenant can be exported and imported elsewhere without loss")
{
    Administrator admin;
    REQUIRE(admin.runBare({u"demo"_qs, admin.path(u"demo"_qs)}).code == 0);
    REQUIRE(admin.run({u"init"_qs}).code == 0);
    const auto demo = [&](const QStringList& arguments) {
        return admin.runBare(QStringList{u"--data"_qs, admin.path(u"demo"_qs)} + arguments);
    };
    QStringList files = {u"import"_qs, admin.path(u"bureau.json"_qs)};
    REQUIRE(demo({u"export"_qs, u"--bureau"_qs, files.back()}).code == 0);
    QStringList keys;
    for (const QString& line : QString::fromStdString(demo({u"tenants"_qs}).out).split(u'\n', Qt::SkipEmptyParts)) {
        keys << line.section(u'\t', 0, 0);
        files << admin.path(keys.back() + u".json"_qs);
        REQUIRE(demo({u"export"_qs, keys.back(), files.back()}).code == 0);
    }
    CHECK(keys.size() >= 8);
    const Answer imported = admin.run(files);
    INFO(imported.err);
    REQUIRE(imported.code == 0);
    for (const QString& key : keys)
        CHECK(admin.run({u"export"_qs, key}).out == admin.read(key + u".json"_qs).toStdString());
    CHECK(admin.run({u"export"_qs, u"--bureau"_qs}).out == admin.read(u"bureau.json"_qs).toStdString());
}

TEST_CASE("wrong use is told from failure")
{
    Furnished admin;
    CHECK(admin.runBare({}).code == 2);
    CHECK(admin.runBare({u"fly"_qs}).code == 2);
    CHECK(admin.runBare({u"--wings"_qs}).code == 2);
    CHECK(admin.run({u"import"_qs}).code == 2);
    CHECK(admin.run({u"export"_qs, u"a"_qs, u"b"_qs, u"c"_qs}).code == 2);
    CHECK(admin.run({u"check"_qs, u"--people"_qs}).code == 2);
    CHECK(admin.run({u"set"_qs, u"tenant-key/x"_qs, u"y"_qs}).code == 2);
    CHECK(admin.run({u"set"_qs, u"region"_qs, u"GB"_qs}).code == 0);
    const Answer help = admin.runBare({u"--help"_qs});
    CHECK(help.code == 0);
    for (const char* command : {"init", "import", "export", "check", "demo", "password", "connect", "set", "tenants", "users"})
        CHECK_THAT(help.out, Catch::Contains(command));
    CHECK_THAT(admin.runBare({u"import"_qs, u"--help"_qs}).out, Catch::Contains("--encoding"));
    CHECK_THAT(admin.runBare({u"--version"_qs}).out, Catch::Contains("vorzimmer-ctl 0."));
}

TEST_CASE("without --data the platform's folder is used")
{
    Administrator admin;
    REQUIRE(admin.runBare({u"init"_qs}).code == 0);
    CHECK(QFile::exists(admin.path(u"home/share/vorzimmer/bureau.db"_qs)));
}

TEST_CASE("an account for e-mail is entered with its password, which stays out of the database")
{
    Furnished admin;
    const Answer all = admin.run({u"connect-mail"_qs, u"office@example.org"_qs, u"mail.example.org"_qs, u"--user"_qs, u"office"_qs}, "mail-password\n");
    INFO(all.err);
    CHECK(all.code == 0);
    CHECK_THAT(all.out, Catch::Contains("E-mail of the bureau leaves by mail.example.org"));
    CHECK(admin.read(u"data/credentials.json"_qs).contains(QByteArray("mail-password").toBase64()));
    CHECK_FALSE(admin.read(u"data/bureau.db"_qs).contains("mail-password"));
    CHECK(admin.run({u"connect-mail"_qs, u"praxis@example.org"_qs, u"mail.example.org:465"_qs, u"--security"_qs, u"tls"_qs, u"--tenant"_qs,
                     u"praxis"_qs})
              .code == 0); // no account there
    CHECK(admin.run({u"note-mail"_qs, u"praxis"_qs, u"18:00"_qs, u"--house"_qs, u"praxis@example.org"_qs}).code == 0);
    CHECK(admin.run({u"note-mail"_qs, u"praxis"_qs, u"none"_qs}).code == 0);
    CHECK(admin.run({u"disconnect-mail"_qs}).code == 0);
    CHECK_FALSE(admin.read(u"data/credentials.json"_qs).contains(QByteArray("mail-password").toBase64()));
}

TEST_CASE("an account for e-mail that cannot be used is refused before a password is asked for")
{
    Furnished admin;
    const auto refused = [&](const QStringList& words, const char* why) {
        const Answer answer = admin.run(words);
        CHECK(answer.code == 2);
        CHECK_THAT(answer.err, Catch::Contains(why));
    };
    refused({u"connect-mail"_qs, u"office"_qs, u"mail.example.org"_qs}, "sender's address");
    refused({u"connect-mail"_qs, u"office@example.org"_qs, u"mail.example.org:0"_qs}, "the port");
    refused({u"connect-mail"_qs, u"office@example.org"_qs, u"mail.example.org"_qs, u"--security"_qs, u"none"_qs}, "encrypted only");
    refused({u"connect-mail"_qs, u"office@example.org"_qs, u"mail.example.org"_qs, u"--security"_qs, u"some"_qs}, "kinds of encryption");
    refused({u"note-mail"_qs, u"praxis"_qs, u"25:00"_qs}, "like 18:00");
    refused({u"note-mail"_qs, u"praxis"_qs, u"at-once"_qs, u"--house"_qs, u"praxis"_qs}, "cannot be used");
    CHECK(admin.run({u"connect-mail"_qs, u"office@example.org"_qs, u"mail.example.org"_qs, u"--user"_qs, u"x"_qs}).code == 1); // no password
    CHECK(admin.run({u"connect-mail"_qs, u"office@example.org"_qs, u"mail.example.org"_qs, u"--tenant"_qs, u"nobody"_qs}).code == 1);
}
