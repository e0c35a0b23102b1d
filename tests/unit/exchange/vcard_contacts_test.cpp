#include <catch2/catch.hpp>

#include "test_archive.h"

#include "vorzimmer/exchange/contact_filing.h"
#include "vorzimmer/exchange/text_decoding.h"
#include "vorzimmer/exchange/vcard_contacts.h"

using namespace vorzimmer;
using exchange::Contact;
using exchange::readVcards;
using test::flawsOf;

namespace {

std::vector<Contact> contactsIn(const QString& sample, const QString& encoding = {})
{
    const auto text = exchange::decode(test::sample(sample), encoding);
    REQUIRE(text.has_value());
    const auto contacts = readVcards(*text);
    CHECK(flawsOf(contacts) == QStringList());
    REQUIRE(contacts.has_value());
    return *contacts;
}

QString numbersOf(const Contact& contact)
{
    QStringList numbers;
    for (const exchange::ContactNumber& number : contact.numbers)
        numbers << number.entry.label + u'=' + number.entry.number;
    return numbers.join(u", "_qs);
}

QString card(const QString& lines)
{
    return u"BEGIN:VCARD\nVERSION:3.0\n"_qs + lines + u"\nEND:VCARD\n"_qs;
}

Contact only(const QString& text)
{
    const auto contacts = readVcards(text);
    CHECK(flawsOf(contacts) == QStringList());
    REQUIRE(contacts.has_value());
    REQUIRE(contacts->size() == 1);
    return contacts->front();
}

} // namespace

TEST_CASE("cards of Apple's address book are read")
{
    const auto contacts = contactsIn(u"apple-30.vcf"_qs);
    REQUIRE(contacts.size() == 2);
    const Contact& doctor = contacts[0];
    CHECK(doctor.line == 1);
    CHECK(doctor.uid == u"5c3a9d1e-6f2b-4f0a-9a42-0d1a5f7b1c11"_qs);
    CHECK(doctor.name == u"Dr. Miriam Aydın"_qs);
    CHECK(doctor.company == u"Praxis am Lindenplatz"_qs);
    CHECK(doctor.role == u"Ärztin"_qs);
    CHECK(doctor.email == u"aydin@praxis.example"_qs);
    CHECK(doctor.remark == u"Kinder, Impfungen; spricht Türkisch.\nNicht vor 9 Uhr."_qs);
    CHECK(numbersOf(doctor) == u"Bereitschaft=+49 171 3920000, work=030 23125-012"_qs);
    CHECK(contacts[1].name.isEmpty());
    CHECK(contacts[1].company == u"Seniorenhaus Uferblick"_qs);
    CHECK(numbersOf(contacts[1]) == u"main=030 23125-120"_qs);
}

TEST_CASE("cards of a CardDAV server are read, groups are passed over")
{
    const auto contacts = contactsIn(u"nextcloud-40.vcf"_qs);
    REQUIRE(contacts.size() == 1);
    const Contact& eleanor = contacts[0];
    CHECK(eleanor.uid == u"urn:uuid:7d1f2c9e-11aa-4f4b-8d53-6a1f0a9a2f11"_qs);
    CHECK(eleanor.language == u"en"_qs);
    CHECK(eleanor.role == u"Surveyor"_qs);
    CHECK(numbersOf(eleanor) == u"work=tel:+44-20-7946-0018;ext=12, cell=+44 7700 900123"_qs);
    CHECK(eleanor.remark.endsWith(u"because it is longer than seventy-five octets: café, thé"_qs));
    CHECK(numbers::LibPhoneNumberPlan().parse(eleanor.numbers[0].entry.number, u"DE"_qs)->e164() == u"+442079460018"_qs);
}

TEST_CASE("cards of older telephones are read")
{
    const auto contacts = contactsIn(u"android-21.vcf"_qs);
    REQUIRE(contacts.size() == 1);
    CHECK(contacts[0].name == u"Jana Möbius"_qs);
    CHECK(contacts[0].remark == u"neu im Kiez,\r\nsucht Hausärztin"_qs);
    CHECK(contacts[0].numbers.size() == 3);
    CHECK(contacts[0].numbers[0].entry.label == u"cell"_qs);

    CHECK_FALSE(exchange::decode(test::sample(u"outlook-21.vcf"_qs)).has_value());
    const auto outlook = contactsIn(u"outlook-21.vcf"_qs, u"windows-1252"_qs);
    REQUIRE(outlook.size() == 1);
    CHECK(outlook[0].name == u"Jörg Süßkind"_qs);
    CHECK(numbersOf(outlook[0]) == u"work=(030) 23125-110"_qs);
}

TEST_CASE("folding, escapes and quoted parameters are resolved")
{
    CHECK(only(card(u"FN:A\n  B\n\tC"_qs)).name == u"A BC"_qs);
    CHECK(only(card(u"fn:A\\, B\\; C\\\\D\\nE"_qs)).name == u"A, B; C\\D E"_qs);
    CHECK(only(card(u"FN:A\nORG:B\\; Co;Dept"_qs)).company == u"B; Co"_qs);
    CHECK(only(card(u"FN:A\nTEL;X=\"a:b;c\";TYPE=home:030 1"_qs)).numbers.front().entry.number == u"030 1"_qs);
    CHECK(only(card(u"N:Family;Given;;Dr.;"_qs)).name == u"Dr. Given Family"_qs);
    CHECK(only(card(u"FN:A\nNOTE:one\nNOTE:two"_qs)).remark == u"one\ntwo"_qs);
    CHECK(only(card(u"FN:A\\"_qs)).name == u"A\\"_qs);
    CHECK(only(card(u"FN:first\nFN:second"_qs)).name == u"first"_qs);
}

TEST_CASE("what is no vCard is refused with its line")
{
    CHECK(flawsOf(readVcards(QString())) == QStringList{u"line 1: the file is empty"_qs});
    CHECK(flawsOf(readVcards(u"BEGIN:VCARD\nFN:A\nEND:VCARD"_qs)) == QStringList{u"line 1, VERSION: is missing"_qs});
    CHECK(flawsOf(readVcards(u"\nBEGIN:VCARD\nVERSION:5.0\nFN:A\nEND:VCARD"_qs)) ==
          QStringList{u"line 2, VERSION: must be 2.1, 3.0 or 4.0"_qs});
    CHECK(flawsOf(readVcards(card(u"FN:A"_qs) + u"BEGIN:VCARD\nVERSION:3.0\nFN:B\n"_qs)) ==
          QStringList{u"line 5, BEGIN: this card does not end; the file seems to be cut off"_qs});
    CHECK(flawsOf(readVcards(u"BEGIN:VCARD\nVERSION:3.0\nFN:A\nBEGIN:VCARD\nVERSION:3.0\nFN:B\nEND:VCARD"_qs)) ==
          QStringList{u"line 4, BEGIN: the card of line 1 has not ended yet"_qs});
    CHECK(flawsOf(readVcards(u"FN:A\n"_qs + card(u"FN:A"_qs))) == QStringList{u"line 1, FN: stands outside of any card"_qs});
    CHECK(flawsOf(readVcards(card(u"FN:A\nwhat is this\n:x\nT\u00e4L:1"_qs))) ==
          QStringList{u"line 4: not a line of a vCard"_qs, u"line 5: not a line of a vCard"_qs, u"line 6: not a line of a vCard"_qs});
    CHECK(flawsOf(readVcards(card(u"TEL:030 1"_qs))) == QStringList{u"line 1, FN: neither name nor company is given"_qs});
    CHECK(flawsOf(readVcards(card(u"FN:A\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E4"_qs))) ==
          QStringList{u"line 4, NOTE: the quoted-printable value is not in its CHARSET"_qs});
    CHECK(flawsOf(readVcards(card(u"FN:A\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=klingon:=E4"_qs))) ==
          QStringList{u"line 4, NOTE: this CHARSET is not known"_qs});
}

TEST_CASE("a card is known again by its UID whatever else changes")
{
    test::TestArchive house;
    const auto tenant = house.file(test::tenantJson())->tenant;
    const auto entry = *exchange::findTenant(*house.directory, u"praxis"_qs);
    const auto file = [&](const QString& lines) {
        return exchange::fileContacts(house.archive(), entry, *readVcards(card(lines)), exchange::ContactsAre::Callers);
    };
    REQUIRE(file(u"FN:Anna Alt\nUID:1\nTEL:030 23125010"_qs).has_value());
    REQUIRE(file(u"FN:Anna Neu\nUID:1\nTEL:030 23125011"_qs).has_value());
    REQUIRE(file(u"FN:Anna Neu\nUID:2\nTEL:030 23125011"_qs).has_value());
    const auto callers = house.cabinet(tenant)->callers();
    REQUIRE(callers->size() == 2);
    CHECK(callers->at(0).name == u"Anna Neu"_qs);
    CHECK(callers->at(0).numbers.size() + callers->at(1).numbers.size() == 3);
    // Without one, name and number make the identity, however they are written.
    REQUIRE(file(u"FN:Bert  Klein\nTEL:030 23125020"_qs).has_value());
    REQUIRE(file(u"FN:BERT KLEIN\nTEL:+49 30 23125020"_qs).has_value());
    CHECK(house.cabinet(tenant)->callers()->size() == 3);
    CHECK(flawsOf(file(u"FN:Bert\nTEL:ruf an"_qs)) == QStringList{u"line 1, TEL in line 4: not a telephone number"_qs});
}
