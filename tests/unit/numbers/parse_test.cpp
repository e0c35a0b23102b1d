#include "vorzimmer/numbers/libphonenumber_plan.h"

#include <catch2/catch.hpp>

#include <QStringList>

using vorzimmer::domain::PhoneNumber;
using vorzimmer::numbers::LibPhoneNumberPlan;

namespace {

/// E.164 of @p text read in @p region; empty when it is refused.
QString read(const QString& text, const QString& region = QStringLiteral("DE"))
{
    const auto number = LibPhoneNumberPlan().parse(text, region);
    return number ? number->e164() : QString();
}

} // namespace

TEST_CASE("every way to write a German number means the same")
{
    const QStringList ways = {
        u"+49 30 23125 010"_qs, u"+493023125010"_qs, u"0049 30 23125 010"_qs, u"030 23125010"_qs, u"030/23125010"_qs,
        u"030 / 231 25-010"_qs, u"(030) 23125-010"_qs, u"+49 (0)30 23125010"_qs, u"+49 (0) 30 / 23125 010"_qs,
        u"0049 (0)30 23125010"_qs, u"+49 (30) 23125-010"_qs, u"030.231.25.010"_qs, u"030 – 23125010"_qs, u"  03023125010 "_qs,
        u"+49\u00a030\u00a023125\u00a0010"_qs, u"\u202a+49 30 23125010\u202c"_qs, u"tel:+49-30-23125-010"_qs,
        u"TEL:+493023125010;ext=7"_qs, u"tel:030-23125010;phone-context=+49"_qs,
        u"+493023125010;phone-context=bureau.example"_qs, u"sip:+493023125010@provider.example;user=phone"_qs,
        u"sips:03023125010@10.0.0.1:5061"_qs, u"sip:03023125010;phone-context=+49@provider.example"_qs,
        u"sip:%2B493023125010:secret@provider.example"_qs, u"\"Praxis\" <sip:+493023125010@provider.example>;tag=1"_qs,
        u"<tel:+493023125010>"_qs, u"\uff0b\uff14\uff19 30 23125010"_qs,
    };
    for (const QString& way : ways) {
        CAPTURE(way.toStdString());
        CHECK(read(way) == u"+493023125010"_qs);
    }
}

TEST_CASE("numbers of drama ranges pass though nobody has them")
{
    CHECK(read(u"030 23125 099"_qs) == u"+493023125099"_qs);
    CHECK(read(u"0152 28817386"_qs) == u"+4915228817386"_qs);
    CHECK(read(u"020 7946 0018"_qs, u"GB"_qs) == u"+442079460018"_qs);
    CHECK(read(u"01632 960 001"_qs, u"GB"_qs) == u"+441632960001"_qs);
    CHECK(read(u"01 99 00 12 34"_qs, u"FR"_qs) == u"+33199001234"_qs);
    CHECK(read(u"(212) 555-0123"_qs, u"US"_qs) == u"+12125550123"_qs);
    CHECK(read(u"011 44 20 7946 0018"_qs, u"US"_qs) == u"+442079460018"_qs);
}

TEST_CASE("what is no number is refused")
{
    const QStringList refused = {
        QString(), u"   "_qs, u"+"_qs, u"+49"_qs, u"0"_qs, u"11"_qs, u"112"_qs, u"4711"_qs, u"12345"_qs, u"0123"_qs, u"-"_qs, u"()"_qs,
        u"anonymous"_qs, u"unknown"_qs, u"sip:anonymous@anonymous.invalid"_qs, u"sip:@host"_qs, u"sip:anna@bureau.example"_qs,
        u"0800 TEPPICH"_qs, u"0800-FLOWERS"_qs, u"030 23125O10"_qs, u"030 23125010 Büro"_qs, u"030 23125010 x11"_qs,
        u"030 23125010 030 23125011 030"_qs, u"*100#"_qs, u"+999999999999999999"_qs, u"+0301234567"_qs, u"🏠 030 23125010"_qs,
        QString(100'000, u'1'), QString(200, u'5'), u"tel:"_qs, u"tel:;phone-context=+49"_qs, u"\u202a\u202c"_qs,
    };
    for (const QString& text : refused) {
        CAPTURE(text.left(80).toStdString());
        CHECK(read(text) == QString());
    }
}

TEST_CASE("a number that lacks its area is refused")
{
    CHECK(read(u"555-0123"_qs, u"US"_qs) == QString());
    CHECK(read(u"+1 555 0123"_qs) == QString());
    CHECK(read(u"7946 0018"_qs, u"GB"_qs) == QString());
}

TEST_CASE("without a known region only international forms are understood")
{
    CHECK(read(u"+49 30 23125 010"_qs, QString()) == u"+493023125010"_qs);
    CHECK(read(u"030 23125 010"_qs, QString()) == QString());
    CHECK(read(u"030 23125 010"_qs, u"Germany"_qs) == QString());
    CHECK(read(u"030 23125 010"_qs, u" de "_qs) == u"+493023125010"_qs);
}

TEST_CASE("numbers are shown as people of the region write them")
{
    const LibPhoneNumberPlan plan;
    const PhoneNumber berlin = PhoneNumber::fromE164(u"+493023125010"_qs);
    CHECK(plan.display(berlin, u"DE"_qs) == u"030 23125010"_qs);
    CHECK(plan.display(berlin, u"GB"_qs) == u"+49 30 23125010"_qs);
    CHECK(plan.display(berlin, QString()) == u"+49 30 23125010"_qs);
    CHECK(plan.display(PhoneNumber::fromE164(u"+12125550123"_qs), u"CA"_qs) == u"(212) 555-0123"_qs);
    CHECK(plan.display(PhoneNumber(), u"DE"_qs) == QString());
    CHECK(plan.display(PhoneNumber::fromE164(u"nonsense"_qs), u"DE"_qs) == u"nonsense"_qs);
}

TEST_CASE("a number tells its country")
{
    const LibPhoneNumberPlan plan;
    const auto regionOf = [&plan](const QString& number) { return plan.region(PhoneNumber::fromE164(number)); };
    CHECK(regionOf(u"+493023125010"_qs) == u"DE"_qs);
    CHECK(regionOf(u"+442079460018"_qs) == u"GB"_qs);
    CHECK(regionOf(u"+14165550123"_qs) == u"CA"_qs);
    CHECK(regionOf(u"+80012345678"_qs) == QString()); // free of charge in many countries
    CHECK(regionOf(u"+99912345678"_qs) == QString());
    CHECK(plan.region(PhoneNumber()) == QString());
}
