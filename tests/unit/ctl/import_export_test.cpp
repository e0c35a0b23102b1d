#include <catch2/catch.hpp>

#include "administrator.h"

#include <QFile>

using vorzimmer::test::Administrator;
using vorzimmer::test::Answer;
using vorzimmer::test::bureau;
using vorzimmer::test::practice;

namespace {

/// An administrator with a bureau that has one tenant.
struct Furnished : Administrator {
    Furnished()
    {
        REQUIRE(run({u"init"_qs}).code == 0);
        REQUIRE(run({u"import"_qs, write(u"praxis.json"_qs, practice())}).code == 0);
    }
    std::string exported(const QString& tenant = u"praxis"_qs)
    {
        const Answer answer = run({u"export"_qs, tenant});
        REQUIRE(answer.code == 0);
        return answer.out;
    }
};

} // namespace

TEST_CASE("a bureau is made once and stays as it is")
{
    Administrator admin;
    CHECK(admin.run({u"init"_qs}).code == 0);
    const Answer again = admin.run({u"init"_qs});
    CHECK(again.code == 0);
    CHECK_THAT(again.out, Catch::Contains("nothing was changed"));
    CHECK(admin.run({u"tenants"_qs}).out.empty());
    CHECK(QFile::permissions(admin.path(u"data"_qs)).testFlag(QFileDevice::ReadOther) == false);
}

TEST_CASE("what is imported is exported, and importing it again or elsewhere gives the same bytes")
{
    Furnished admin;
    const std::string first = admin.exported();
    CHECK_THAT(first, Catch::Contains("Fragt nach dem Blutbild"));
    CHECK(admin.run({u"import"_qs, admin.path(u"praxis.json"_qs)}).code == 0);
    CHECK(admin.exported() == first);

    REQUIRE(admin.run({u"export"_qs, u"praxis"_qs, admin.path(u"export.json"_qs)}).code == 0);
    CHECK(admin.read(u"export.json"_qs).toStdString() == first);
    CHECK(QFile::permissions(admin.path(u"export.json"_qs)) ==
          (QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadUser | QFileDevice::WriteUser));

    Administrator other;
    REQUIRE(other.run({u"init"_qs}).code == 0);
    const Answer answer = other.run({u"import"_qs, admin.path(u"export.json"_qs)});
    INFO(answer.err);
    REQUIRE(answer.code == 0);
    CHECK(other.run({u"export"_qs, u"praxis"_qs}).out == first);
}

TEST_CASE("tenants, their callers and the bureau come in one command, in any order")
{
    Administrator admin;
    REQUIRE(admin.run({u"init"_qs}).code == 0);
    const Answer answer = admin.run({u"import"_qs, u"--tenant"_qs, u"kanzlei"_qs, admin.write(u"bureau.json"_qs, bureau()),
                                     admin.write(u"callers.csv"_qs, "Name;Telefon;Farbe\nAnna Alt;030 23125101;rot\n"),
                                     admin.write(u"praxis.json"_qs, practice()),
                                     admin.write(u"kanzlei.json"_qs, practice("kanzlei", "+49 30 23125 020"))});
    INFO(answer.err);
    CHECK(answer.code == 0);
    CHECK_THAT(answer.err, Catch::Contains("not used were the columns Farbe"));
    CHECK_THAT(admin.run({u"users"_qs}).out, Catch::Contains("anna\tsecretary\tAnna Brandt\tpraxis\n"));
    CHECK_THAT(admin.run({u"tenants"_qs}).out, Catch::Contains("kanzlei\t") && Catch::Contains("+493023125020"));
    CHECK_THAT(admin.run({u"export"_qs, u"kanzlei"_qs}).out, Catch::Contains("Anna Alt"));
    CHECK_THAT(admin.run({u"export"_qs, u"praxis"_qs}).out, Catch::Contains("\"byName\": \"Anna Brandt\""));
    const std::string staff = admin.run({u"export"_qs, u"--bureau"_qs}).out;
    CHECK_THAT(staff, Catch::Contains("\"petra\"") && Catch::Contains("\"kanzlei\",\n      \"praxis\""));
}

TEST_CASE("a broken file is refused with its line and changes nothing")
{
    Furnished admin;
    const std::string before = admin.exported();
    QByteArray broken = practice();
    broken.replace("\"callers\"", "callers\"");
    const Answer answer = admin.run({u"import"_qs, admin.write(u"broken.json"_qs, broken)});
    CHECK(answer.code == 1);
    CHECK_THAT(answer.err, Catch::Contains("broken.json was not imported:\n  line 5: no valid JSON from here on") &&
                               Catch::Contains("Nothing of it was taken"));
    CHECK(admin.exported() == before);
}

TEST_CASE("one bad record refuses the whole file and leaves nothing behind")
{
    Administrator admin;
    REQUIRE(admin.run({u"init"_qs}).code == 0);
    const QStringList before = admin.bureauFiles();
    QByteArray bad = practice();
    bad.replace("0152 28817386", "0152 ALBERS");
    const Answer answer = admin.run({u"import"_qs, admin.write(u"bad.json"_qs, bad)});
    CHECK(answer.code == 1);
    CHECK_THAT(answer.err, Catch::Contains("/callers/0/numbers/0/number: not a telephone number"));
    CHECK_THAT(answer.err, !Catch::Contains("ALBERS"));
    CHECK(admin.bureauFiles() == before);
    CHECK(admin.run({u"tenants"_qs}).out.empty());
}

TEST_CASE("a good file beside a bad one is taken, and the code says that not all were")
{
    Administrator admin;
    REQUIRE(admin.run({u"init"_qs}).code == 0);
    const Answer answer = admin.run({u"import"_qs, admin.write(u"bad.json"_qs, "{"), admin.write(u"good.json"_qs, practice()),
                                     admin.path(u"missing.json"_qs)});
    CHECK(answer.code == 1);
    CHECK_THAT(answer.err, Catch::Contains("bad.json was not imported") && Catch::Contains("missing.json was not imported"));
    CHECK_THAT(admin.run({u"tenants"_qs}).out, Catch::Contains("praxis\t"));
}

TEST_CASE("a dialled number that another tenant has is refused")
{
    Furnished admin;
    const QStringList before = admin.bureauFiles();
    const Answer answer = admin.run({u"import"_qs, admin.write(u"kanzlei.json"_qs, practice("kanzlei", "0049 30 23125010"))});
    CHECK(answer.code == 1);
    CHECK_THAT(answer.err, Catch::Contains("/numbers/0: this dialled number already belongs to another tenant (Praxis praxis)"));
    CHECK(admin.bureauFiles() == before);
}

TEST_CASE("a wrong encoding is refused with line and byte; the right one is named")
{
    Furnished admin;
    const QString file = admin.write(u"callers.csv"_qs, "Name;Telefon\nJ\xf6rg S\xfc\xdfkind;030 23125101\n");
    const Answer wrong = admin.run({u"import"_qs, u"--tenant"_qs, u"praxis"_qs, file});
    CHECK(wrong.code == 1);
    CHECK_THAT(wrong.err, Catch::Contains("line 2, byte 2: not UTF-8") && Catch::Contains("--encoding windows-1252"));
    const Answer right = admin.run({u"import"_qs, u"--encoding"_qs, u"windows-1252"_qs, u"--tenant"_qs, u"praxis"_qs, file});
    CHECK(right.code == 0);
    CHECK_THAT(admin.exported(), Catch::Contains("Jörg Süßkind"));
}

TEST_CASE("a CSV with its own headings is mapped, and people go where people belong")
{
    Furnished admin;
    const QString file = admin.write(u"team.csv"_qs, "Wer,Ruf\nDr. Zwei,030 23125012\n");
    const Answer unknown = admin.run({u"import"_qs, u"--tenant"_qs, u"praxis"_qs, file});
    CHECK(unknown.code == 1);
    CHECK_THAT(unknown.err, Catch::Contains("line 1: no column holds a name or a company"));
    const Answer mapped = admin.run(
        {u"import"_qs, u"--tenant"_qs, u"praxis"_qs, u"--people"_qs, u"--map"_qs, u"Wer=name,Ruf=number:Durchwahl"_qs, file});
    INFO(mapped.err);
    CHECK(mapped.code == 0);
    CHECK_THAT(mapped.out, Catch::Contains("1 people for Praxis praxis"));
    CHECK_THAT(admin.exported(), Catch::Contains("\"key\": \"dr-zwei\""));
    CHECK(admin.run({u"import"_qs, u"--map"_qs, u"Wer=wer"_qs, file}).code == 2);
    CHECK(admin.run({u"import"_qs, u"--map"_qs, u"Wer=name"_qs, file}).code == 2); // whose?
    CHECK(admin.run({u"import"_qs, u"--tenant"_qs, u"nobody"_qs, u"--map"_qs, u"Wer=name"_qs, file}).code == 1);
}

TEST_CASE("vCards are imported, twice as once")
{
    Furnished admin;
    const QString file = admin.write(u"book.vcf"_qs, "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:1\r\nFN:Gerda Lehmann\r\n"
                                                     "TEL;TYPE=home:(030) 23125-101\r\nEND:VCARD\r\n");
    REQUIRE(admin.run({u"import"_qs, u"--tenant"_qs, u"praxis"_qs, file}).code == 0);
    const std::string once = admin.exported();
    CHECK_THAT(once, Catch::Contains("Gerda Lehmann") && Catch::Contains("+493023125101"));
    REQUIRE(admin.run({u"import"_qs, u"--tenant"_qs, u"praxis"_qs, file}).code == 0);
    CHECK(admin.exported() == once);
}

TEST_CASE("without a bureau nothing is imported and nothing is made")
{
    Administrator admin;
    const Answer answer = admin.run({u"import"_qs, admin.write(u"praxis.json"_qs, practice())});
    CHECK(answer.code == 1);
    CHECK_THAT(answer.err, Catch::Contains("nothing was imported") && Catch::Contains("init"));
    CHECK_FALSE(QFile::exists(admin.path(u"data"_qs)));
    CHECK(admin.run({u"export"_qs, u"praxis"_qs}).code == 1);
    CHECK(admin.run({u"check"_qs}).code == 1);
    CHECK_FALSE(QFile::exists(admin.path(u"data"_qs)));
}

TEST_CASE("an export that cannot be written leaves the old one")
{
    Furnished admin;
    CHECK(admin.run({u"export"_qs, u"nobody"_qs}).code == 1);
    const Answer answer = admin.run({u"export"_qs, u"praxis"_qs, admin.path(u"no/such/folder.json"_qs)});
    CHECK(answer.code == 1);
    CHECK_THAT(answer.err, Catch::Contains("nothing was exported"));
    CHECK(admin.run({u"export"_qs}).code == 2);
    CHECK(admin.run({u"export"_qs, u"--bureau"_qs, u"a"_qs, u"b"_qs}).code == 2);
}
