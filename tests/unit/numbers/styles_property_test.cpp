#include "vorzimmer/numbers/libphonenumber_plan.h"

#include <catch2/catch.hpp>

#include <QStringList>

#include <random>

using vorzimmer::domain::PhoneNumber;
using vorzimmer::numbers::LibPhoneNumberPlan;

namespace {

using Dice = std::mt19937;

int roll(Dice& dice, int from, int to)
{
    return std::uniform_int_distribution<int>(from, to)(dice);
}

const QString& oneOf(Dice& dice, const QStringList& choices)
{
    return choices[roll(dice, 0, static_cast<int>(choices.size()) - 1)];
}

QString digits(Dice& dice, int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'0' + roll(dice, 0, 9));
    return text;
}

/// A country's way to write: code, what stands before a national number, how one dials out, area codes.
struct Country {
    QString region;
    QString code;
    QString trunk;
    QString dialOut;
    QStringList areas;
    int fewest; ///< digits after the area
    int most;
};

const std::vector<Country>& countries()
{
    static const std::vector<Country> all = {
        {u"DE"_qs, u"49"_qs, u"0"_qs, u"00"_qs, {u"30"_qs, u"89"_qs, u"221"_qs, u"491"_qs, u"4941"_qs, u"152"_qs, u"171"_qs}, 6, 7},
        {u"GB"_qs, u"44"_qs, u"0"_qs, u"00"_qs, {u"20"_qs, u"29"_qs}, 8, 8},
        {u"FR"_qs, u"33"_qs, u"0"_qs, u"00"_qs, {u"1"_qs, u"2"_qs, u"5"_qs, u"6"_qs, u"9"_qs}, 8, 8},
        {u"US"_qs, u"1"_qs, QString(), u"011"_qs, {u"212"_qs, u"305"_qs, u"415"_qs, u"907"_qs}, 7, 7},
    };
    return all;
}

/// @p digits with separators put in at random, as people do.
QString scattered(Dice& dice, const QString& digits)
{
    static const QStringList separators = {u" "_qs, u"-"_qs, u" / "_qs, u"/"_qs, u"."_qs, u"\u00a0"_qs, u"\u2013"_qs, QString()};
    QString text;
    for (const QChar digit : digits) {
        if (!text.isEmpty() && roll(dice, 0, 2) == 0)
            text += oneOf(dice, separators);
        text += digit;
    }
    return text;
}

QString written(Dice& dice, const Country& country, const QString& area, const QString& rest)
{
    const QString tail = scattered(dice, rest);
    switch (roll(dice, 0, 7)) {
    case 0: return country.trunk + area + u' ' + tail;
    case 1: return u'(' + country.trunk + area + u") "_qs + tail;
    case 2: return u'+' + country.code + u' ' + area + u' ' + tail;
    case 3: return u'+' + country.code + u' ' + (country.trunk.isEmpty() ? QString() : u"(0)"_qs) + area + u'/' + tail;
    // Nobody dials out to reach home, but the network's own forms do stand in address books.
    case 4: return country.dialOut + country.code + u' ' + area + u'-' + tail;
    case 5: return u"tel:+"_qs + country.code + u'-' + area + u'-' + rest;
    case 6: return u"sip:+"_qs + country.code + area + rest + u"@gateway.example;user=phone"_qs;
    default: return u'+' + country.code + u" ("_qs + area + u") "_qs + tail;
    }
}

} // namespace

TEST_CASE("a thousand numbers written in any style are read as the same number")
{
    const unsigned seed = Catch::rngSeed() != 0 ? Catch::rngSeed() : std::random_device()();
    CAPTURE(seed); // run again with --rng-seed
    Dice dice(seed);
    const LibPhoneNumberPlan plan;
    for (int i = 0; i < 1000; ++i) {
        const Country& country = countries()[static_cast<size_t>(roll(dice, 0, 3))];
        const QString area = oneOf(dice, country.areas);
        // A subscriber's number does not begin with 0 or 1: those are other services.
        const QString rest = QString::number(roll(dice, 2, 9)) + digits(dice, roll(dice, country.fewest, country.most) - 1);
        const QString expected = u'+' + country.code + area + rest;
        for (int style = 0; style < 4; ++style) {
            const QString text = written(dice, country, area, rest);
            CAPTURE(country.region.toStdString(), text.toStdString(), expected.toStdString());
            const auto number = plan.parse(text, country.region);
            REQUIRE(number.has_value());
            REQUIRE(number->e164() == expected);
            REQUIRE(plan.parse(plan.display(*number, country.region), country.region) == number);
            REQUIRE(plan.parse(plan.display(*number, u"DE"_qs), u"DE"_qs) == number);
        }
    }
}

TEST_CASE("random text never breaks the reader")
{
    const unsigned seed = Catch::rngSeed() != 0 ? Catch::rngSeed() : std::random_device()();
    CAPTURE(seed);
    Dice dice(seed);
    const LibPhoneNumberPlan plan;
    const QString alphabet = u"0123456789+-()/ .;:<>@%\"=,#*xX\u00e4\u202a\u0660\uff10telsip"_qs;
    for (int i = 0; i < 20'000; ++i) {
        QString text = roll(dice, 0, 3) == 0 ? oneOf(dice, {u"tel:"_qs, u"sip:"_qs, u"+49"_qs, u"<"_qs}) : QString();
        const int length = roll(dice, 0, 40);
        for (int k = 0; k < length; ++k)
            text += alphabet[roll(dice, 0, static_cast<int>(alphabet.size()) - 1)];
        CAPTURE(text.toStdString());
        if (const auto number = plan.parse(text, u"DE"_qs)) {
            REQUIRE(number->e164().startsWith(u'+'));
            REQUIRE(number->e164().size() <= 18);
        }
    }
}
