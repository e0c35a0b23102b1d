#include <catch2/catch.hpp>

#include "test_archive.h"

#include "vorzimmer/exchange/text_decoding.h"

#include <QStringEncoder>

using vorzimmer::exchange::decode;
using vorzimmer::test::flawsOf;

namespace {

const QString umlauts = u"Zeile 1\nMüller & Söhne – 10 €\n"_qs;

QByteArray encoded(const QString& text, const char* encoding, bool mark = false)
{
    QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

} // namespace

TEST_CASE("Unicode is read with and without byte order mark")
{
    CHECK(decode(umlauts.toUtf8()) == umlauts);
    CHECK(decode(encoded(umlauts, "UTF-8", true)) == umlauts);
    CHECK(decode(encoded(umlauts, "UTF-16LE", true)) == umlauts);
    CHECK(decode(encoded(umlauts, "UTF-16BE", true)) == umlauts);
    CHECK(decode(umlauts.toUtf8(), u"utf-8"_qs) == umlauts);
    CHECK(decode(QByteArray()) == QString());
}

TEST_CASE("an encoding that is named is used")
{
    CHECK(decode(encoded(umlauts, "windows-1252"), u"windows-1252"_qs) == umlauts);
    CHECK(decode("10 \xa4", u"ISO-8859-15"_qs) == u"10 €"_qs);
    CHECK(decode("plain text", u"ISO-8859-1"_qs) == u"plain text"_qs);
    CHECK(decode(encoded(umlauts, "UTF-16LE"), u"UTF-16LE"_qs) == umlauts);
}

TEST_CASE("a byte that is not UTF-8 is named with its line and place")
{
    CHECK(flawsOf(decode("Name;Telefon\nM\xfcller;1")) ==
          QStringList{u"line 2, byte 2: not UTF-8; a file from Excel or an older Outlook may need --encoding windows-1252"_qs});
    CHECK(flawsOf(decode("\xc3\xa4\xc3\xa4\xff")).value(0).startsWith(u"line 1, byte 5"_qs));
    CHECK(flawsOf(decode("ok\n\nM\xc3\xbcller\xe2\x82\n")).value(0).startsWith(u"line 3, byte 8"_qs));
    CHECK(flawsOf(decode("ok\nM\xc3\xbcller \xe2\x82")).value(0) ==
          u"line 2, byte 9: the file ends within a character; it seems to be cut off"_qs);
}

TEST_CASE("a wrong encoding is refused instead of spoiling every umlaut")
{
    CHECK(flawsOf(decode(umlauts.toUtf8(), u"windows-1252"_qs)).value(0).contains(u"in Unicode"_qs));
    CHECK(flawsOf(decode(encoded(umlauts, "UTF-8", true), u"ISO-8859-1"_qs)).value(0).contains(u"in Unicode"_qs));
    CHECK(flawsOf(decode(umlauts.toUtf8(), u"klingon"_qs)).value(0).contains(u"not known"_qs));
    CHECK(flawsOf(decode(encoded(umlauts, "windows-1252"), u"ISO-8859-1"_qs)).value(0).startsWith(u"line 2, character 16"_qs));
    CHECK(flawsOf(decode(encoded(umlauts, "windows-1252"), u"UTF-8"_qs)).value(0).startsWith(u"line 2, byte 2"_qs));
}

TEST_CASE("what is no text is refused")
{
    CHECK(flawsOf(decode(encoded(umlauts, "UTF-16LE"))).size() == 1); // without its mark
    CHECK(flawsOf(decode(QByteArray("PK\x03\x04 a spreadsheet", 19))).value(0).startsWith(u"line 1, character 3"_qs));
    CHECK(flawsOf(decode("damaged before: \xef\xbf\xbd")).value(0).startsWith(u"line 1, character 17"_qs));
    CHECK(flawsOf(decode(QByteArray("\xff\xfe\x41", 3))).value(0).contains(u"cut off"_qs));
}
