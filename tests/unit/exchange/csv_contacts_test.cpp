#include <catch2/catch.hpp>

#include "test_archive.h"

#include "vorzimmer/exchange/contact_filing.h"
#include "vorzimmer/exchange/csv_contacts.h"
#include "vorzimmer/exchange/text_decoding.h"

using namespace vorzimmer;
using exchange::ColumnMap;
using exchange::Contact;
using exchange::readCsv;
using test::flawsOf;

namespace {

/// "label=number, label=number" of a contact.
QString numbersOf(const Contact& contact)
{
    QStringList numbers;
    for (const exchange::ContactNumber& number : contact.numbers)
        numbers << number.entry.label + u'=' + number.entry.number;
    return numbers.join(u", "_qs);
}

exchange::Taken<exchange::CsvContacts> read(const QString& text, const QString& map = {})
{
    return readCsv(text, *ColumnMap::parse(map));
}

} // namespace

TEST_CASE("an export of Outlook is read with its own encoding")
{
    const auto text = exchange::decode(test::sample(u"outlook-de-windows-1252.csv"_qs), u"windows-1252"_qs);
    REQUIRE(text.has_value());
    const auto file = read(*text);
    CHECK(flawsOf(file) == QStringList());
    REQUIRE(file->contacts.size() == 3);
    const Contact& gerda = file->contacts[0];
    CHECK(gerda.name == u"Gerda Lehmann"_qs);
    CHECK(gerda.remark == u"Hört schwer,\r\nbitte langsam sprechen"_qs);
    CHECK(numbersOf(gerda) == u"Telefon privat=(030) 23125-101"_qs);
    CHECK(gerda.email == u"gerda@post.example"_qs);
    CHECK(gerda.line == 2);
    const Contact& joerg = file->contacts[1];
    CHECK(joerg.line == 4); // the record before holds a line break
    CHECK(joerg.company == u"Süßkind \"Dach\" GmbH"_qs);
    CHECK(joerg.role == u"Meister"_qs);
    CHECK(numbersOf(joerg) == u"Telefon geschäftlich=030/23125-110, Mobiltelefon=0152 28817386"_qs);
    CHECK(file->contacts[2].name.isEmpty());
    CHECK(file->contacts[2].company == u"Apotheke zur alten Linde"_qs);
    CHECK(file->unusedHeadings == std::vector<QString>{u"Anrede"_qs, u"Weitere Vornamen"_qs, u"Suffix"_qs, u"Abteilung"_qs,
                                                        u"Straße geschäftlich"_qs, u"Fax geschäftlich"_qs, u"Kategorien"_qs});
    CHECK_FALSE(exchange::decode(test::sample(u"outlook-de-windows-1252.csv"_qs)).has_value());
}

TEST_CASE("an export of Google Contacts is read")
{
    const auto file = read(*exchange::decode(test::sample(u"google-utf8.csv"_qs)));
    CHECK(flawsOf(file) == QStringList());
    REQUIRE(file->contacts.size() == 2);
    CHECK(file->contacts[0].name == u"Eleanor Whitcombe"_qs);
    CHECK(file->contacts[0].company == u"Harbour & Quay Surveyors"_qs);
    CHECK(file->contacts[0].email == u"e.whitcombe@harbour.example"_qs);
    CHECK(numbersOf(file->contacts[0]) == u"Mobile=+44 7700 900123, Work=+44 20 7946 0018, Work=+44 20 7946 0019"_qs);
    CHECK(file->contacts[1].remark == u"Parle français, \"un peu\" allemand"_qs);
    CHECK(numbersOf(file->contacts[1]) == u"=01 99 00 12 34"_qs);
}

TEST_CASE("a list kept in Excel is read by its usual headings or by a map")
{
    const QString text = *exchange::decode(test::sample(u"list-excel.csv"_qs));
    const auto file = read(text);
    CHECK(flawsOf(file) == QStringList());
    REQUIRE(file->contacts.size() == 2); // the empty line is none
    CHECK(file->contacts[0].name == u"Frau Öhler"_qs);
    CHECK(file->contacts[0].company.isEmpty());
    CHECK(file->contacts[0].line == 3);
    CHECK(file->unusedHeadings == std::vector<QString>{u"Kunde"_qs});

    const auto mapped = read(text, u"Kunde=company, Ansprechpartner=name,telefon=number:Büro,Handy=number"_qs);
    CHECK(flawsOf(mapped) == QStringList());
    CHECK(mapped->contacts[0].company == u"Bäckerei Öhler"_qs);
    CHECK(numbersOf(mapped->contacts[0]) == u"Büro=030 23125-120"_qs);
    CHECK(mapped->contacts[0].remark.isEmpty());
}

TEST_CASE("the separator is found out")
{
    for (const QString& separator : {u";"_qs, u","_qs, u"\t"_qs}) {
        const auto file = read(u"Name%1Firma%1\"Telefon; privat, oder\tso\"\nA%1B%1+49 30 1\n"_qs.arg(separator));
        REQUIRE(file.has_value());
        CHECK(file->contacts.front().company == u"B"_qs);
    }
}

TEST_CASE("a map that cannot be is refused")
{
    CHECK(flawsOf(ColumnMap::parse(u"Name=nome"_qs)).value(0).startsWith(u"Name: must be mapped to one of key, name"_qs));
    CHECK(flawsOf(ColumnMap::parse(u"Name"_qs)) == QStringList{u"map: each part must read Heading=field"_qs});
    CHECK(flawsOf(ColumnMap::parse(u"=name"_qs)) == QStringList{u"map: each part must read Heading=field"_qs});
    CHECK(flawsOf(read(u"Name;Tel\nA;1\n"_qs, u"Wer=name"_qs)) ==
          QStringList{u"line 1, Wer: the map names this column, but the file does not have it"_qs});
}

TEST_CASE("every bad record is reported with its line")
{
    CHECK(flawsOf(read(u"Name;Beziehung;Telefon\nA;Freund;030\n\nB;vip\n;;030 1\nC;vip;1;2\n"_qs)) ==
          QStringList{u"line 2, Beziehung: must be one of customer, prospect, supplier, vip, family, authority, press, solicitor, blocked"_qs,
                      u"line 4: 2 fields, but the heading line has 3; is a quotation mark or separator missing?"_qs,
                      u"line 5: neither name nor company is given"_qs,
                      u"line 6: 4 fields, but the heading line has 3; is a quotation mark or separator missing?"_qs});
    CHECK(flawsOf(read(QString())) == QStringList{u"line 1: the file is empty; a heading line is expected"_qs});
    CHECK(flawsOf(read(u"Datum;Ort\n1;2\n"_qs)).value(0).startsWith(u"line 1: no column holds a name"_qs));
    CHECK(flawsOf(read(u"Name\nA\nB \"x\" y\n"_qs)).value(0).startsWith(u"line 3: a quotation mark within a field"_qs));
    CHECK(flawsOf(read(u"Name\nA\n\"B\n\nC\nD"_qs)) ==
          QStringList{u"line 3: a quotation mark is opened in this record and never closed"_qs});
}

TEST_CASE("contacts are filed, twice as once, and add to what is on file")
{
    test::TestArchive house;
    const auto tenant = house.file(test::tenantJson())->tenant;
    const auto entry = *exchange::findTenant(*house.directory, u"praxis"_qs);
    // A French number in its national form means nothing to a German tenant.
    QString text = *exchange::decode(test::sample(u"google-utf8.csv"_qs));
    const auto contacts = read(text.replace(u"01 99 00 12 34"_qs, u"+33 1 99 00 12 34"_qs))->contacts;
    CHECK(exchange::fileContacts(house.archive(), entry, contacts, exchange::ContactsAre::Callers) == 2);
    const QByteArray once = house.exported(tenant);
    CHECK(exchange::fileContacts(house.archive(), entry, contacts, exchange::ContactsAre::Callers) == 2);
    CHECK(house.exported(tenant).toStdString() == once.toStdString());

    // Learnt on the telephone meanwhile: it stays.
    const auto cabinet = house.cabinet(tenant);
    const auto callers = cabinet->callers();
    REQUIRE(callers->size() == 2);
    domain::Caller known = callers->at(callers->at(0).name.startsWith(u"Eleanor"_qs) ? 0 : 1);
    CHECK(known.numbers.size() == 3);
    known.relation = domain::Relation::Vip;
    known.specialInstruction = u"durchstellen"_qs;
    known.numbers.push_back({u"neu"_qs, domain::PhoneNumber::fromE164(u"+4915228817386"_qs)});
    REQUIRE(cabinet->saveCaller(known));
    CHECK(exchange::fileContacts(house.archive(), entry, contacts, exchange::ContactsAre::Callers) == 2);
    const auto after = cabinet->callers();
    CHECK(std::find(after->begin(), after->end(), known) != after->end());

    CHECK(exchange::fileContacts(house.archive(), entry, contacts, exchange::ContactsAre::People) == 2);
    CHECK(exchange::fileContacts(house.archive(), entry, contacts, exchange::ContactsAre::People) == 2);
    REQUIRE(cabinet->people()->size() == 2);
    CHECK(cabinet->people()->front().role == u"Partner"_qs);
}

TEST_CASE("an unreadable number, a bad address or two different cards of one person refuse the whole file")
{
    test::TestArchive house;
    const auto tenant = house.file(test::tenantJson())->tenant;
    const auto entry = *exchange::findTenant(*house.directory, u"praxis"_qs);
    const auto contacts = read(u"Name,Telefon,E-Mail,Schlüssel\nGut,030 23125010,,\nSchlecht,4.93E+11,\"a b\",\n"
                               "Eins,030 23125011,,k\nZwei,030 23125012,,k\nGut,030 23125010,,\n"_qs)
                              ->contacts;
    REQUIRE(contacts.size() == 5);
    CHECK(flawsOf(exchange::fileContacts(house.archive(), entry, contacts, exchange::ContactsAre::Callers)) ==
          QStringList{u"line 3, Telefon: not a telephone number"_qs, u"line 3, e-mail: not an e-mail address"_qs,
                      u"line 5: the same card as in line 4, but it says something else"_qs});
    CHECK(house.cabinet(tenant)->callers()->empty());
}
