#include <catch2/catch.hpp>

#include "test_archive.h"

#include "vorzimmer/exchange/csv_contacts.h"
#include "vorzimmer/exchange/json_files.h"
#include "vorzimmer/exchange/text_decoding.h"
#include "vorzimmer/exchange/vcard_contacts.h"

#include <QFile>

#include <random>

using namespace vorzimmer;

namespace {

using Dice = std::mt19937;

qsizetype roll(Dice& dice, qsizetype most)
{
    return std::uniform_int_distribution<qsizetype>(0, most)(dice);
}

/// @p bytes with some bytes changed, lost, doubled or moved, or cut off.
QByteArray damaged(QByteArray bytes, Dice& dice)
{
    static const QByteArray sharp("\"\\{}[],:;=\r\n\0\xff\xc3 \t-+.0", 22);
    for (qsizetype i = roll(dice, 8); i >= 0 && !bytes.isEmpty(); --i) {
        const qsizetype at = roll(dice, bytes.size() - 1);
        switch (roll(dice, 4)) {
        case 0: bytes[at] = static_cast<char>(roll(dice, 255)); break;
        case 1: bytes.remove(at, roll(dice, 40)); break;
        case 2: bytes.insert(at, bytes.mid(roll(dice, bytes.size() - 1), roll(dice, 60))); break;
        case 3: bytes.insert(at, sharp[roll(dice, sharp.size() - 1)]); break;
        default: bytes.truncate(roll(dice, 3) == 0 ? at : bytes.size()); break;
        }
    }
    return bytes;
}

/// A refusal that says why, and nothing else.
template <class T>
void checkSaid(const exchange::Taken<T>& taken)
{
    if (taken)
        return;
    REQUIRE_FALSE(taken.error().flaws.empty());
    for (const exchange::Flaw& flaw : taken.error().flaws)
        REQUIRE_FALSE(flaw.reason.isEmpty());
}

/// Reads the bytes as every kind of file, and works a tenant out as far as it goes.
void readAsAnything(const QByteArray& bytes, test::TestArchive& house)
{
    const auto text = exchange::decode(bytes);
    checkSaid(text);
    checkSaid(exchange::decode(bytes, QStringLiteral("windows-1252")));
    checkSaid(exchange::decode(bytes, QStringLiteral("UTF-16")));
    const QString anyText = text ? *text : QString::fromLatin1(bytes);
    checkSaid(exchange::readVcards(anyText));
    checkSaid(exchange::readCsv(anyText, exchange::ColumnMap()));
    const auto json = exchange::readJson(anyText);
    checkSaid(json);
    if (!json)
        return;
    if (const auto* tenant = std::get_if<exchange::TenantFile>(&*json)) {
        const auto filed = exchange::fileTenant(house.archive(), *tenant);
        if (!filed && filed.error().flaws.empty())
            REQUIRE(filed.error().fault.fault != domain::Fault::Internal);
    }
}

QByteArray smallTenant()
{
    return test::tenantJson(uR"("numbers": ["030 23125 010"], "hours": {"weekly": {"mon": ["08:00-12:30"]}, "closed": []},
        "people": [{"key": "a", "name": "A", "numbers": [{"label": "x", "number": "030 23125011"}], "presence": {"state": "busy", "until": "d+0 11:00"}}],
        "callers": [{"key": "c", "name": "C", "numbers": [{"label": "", "number": "0152 28817386"}], "relation": "vip"}],
        "history": [{"at": "w-3 tue 10:42", "caller": "c", "seconds": 5, "disposition": "message", "for": "a", "text": "t", "flags": ["urgent"]}],
        "slots": [{"weekday": "tue", "times": ["08:40"], "minutes": 20, "kind": "k", "weeks": 4, "person": "a"}])"_qs)
        .toUtf8();
}

} // namespace

TEST_CASE("damaged files are refused or read, and never break the reader")
{
    const unsigned seed = Catch::rngSeed() != 0 ? Catch::rngSeed() : std::random_device()();
    CAPTURE(seed); // run again with --rng-seed
    Dice dice(seed);
    test::TestArchive house;
    std::vector<QByteArray> sound = {smallTenant()};
    for (const QString& name : {u"outlook-de-windows-1252.csv"_qs, u"google-utf8.csv"_qs, u"list-excel.csv"_qs, u"apple-30.vcf"_qs,
                                u"nextcloud-40.vcf"_qs, u"android-21.vcf"_qs, u"outlook-21.vcf"_qs})
        sound.push_back(test::sample(name));
    constexpr int rounds = 150;
    for (const QByteArray& bytes : sound) {
        for (int round = 0; round < rounds; ++round) {
            const QByteArray broken = damaged(bytes, dice);
            CAPTURE(broken.toPercentEncoding(" ,;:\"{}[]=").toStdString());
            readAsAnything(broken, house);
        }
    }
}

TEST_CASE("a file cut off at any byte is never half taken")
{
    test::TestArchive house;
    const QByteArray whole = smallTenant();
    for (qsizetype size = 0; size < whole.size(); ++size) {
        const auto text = exchange::decode(whole.left(size));
        REQUIRE(text.has_value()); // it is ASCII
        REQUIRE_FALSE(exchange::readJson(*text).has_value());
    }
    const QByteArray cards = test::sample(u"apple-30.vcf"_qs);
    for (qsizetype size = 0; size < cards.size(); ++size) {
        const QByteArray cut = cards.left(size);
        const auto text = exchange::decode(cut);
        if (!text)
            continue;
        const auto contacts = exchange::readVcards(*text);
        REQUIRE(contacts.has_value() == cut.trimmed().endsWith("END:VCARD"));
    }
}
