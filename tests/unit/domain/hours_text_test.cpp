#include "vorzimmer/domain/hours_text.h"

#include <catch2/catch.hpp>

#include <QRandomGenerator>

#include <ostream>

using namespace vorzimmer::domain;

namespace {

/// How a text is understood, or "flaw N at P+L".
QString understood(const char* text)
{
    const auto hours = readHours(QString::fromUtf8(text));
    if (hours)
        return hoursText(*hours);
    const HoursMistake& mistake = hours.error();
    return QStringLiteral("flaw %1 at %2+%3").arg(static_cast<int>(mistake.flaw)).arg(mistake.position).arg(mistake.length);
}

QString flawAt(HoursFlaw flaw, int position, int length)
{
    return QStringLiteral("flaw %1 at %2+%3").arg(static_cast<int>(flaw)).arg(position).arg(length);
}

struct Example {
    const char* written;
    const char* means;
};

OpeningHours randomHours(QRandomGenerator& random)
{
    const auto randomDay = [&](bool mayEndTomorrow) {
        std::vector<DayInterval> day;
        int at = random.bounded(600);
        for (int left = random.bounded(4); left > 0; --left) {
            const int from = at + 1 + random.bounded(180);
            const int until = from + 1 + random.bounded(240);
            const int last = mayEndTomorrow && left == 1 ? 1440 + 60 : 1440;
            if (from >= 1440 || until > last)
                break;
            day.push_back({QTime(from / 60, from % 60), QTime(until / 60 % 24, until % 60)});
            at = until;
        }
        return day;
    };
    OpeningHours hours;
    // A night may reach into an hour of the next morning that no day here uses.
    for (auto& day : hours.week) {
        if (&day != hours.week.data() && random.bounded(3) == 0) {
            day = *(&day - 1);
            continue;
        }
        day = randomDay(true);
        if (!day.empty() && day.front().from < QTime(1, 1))
            day.clear();
    }
    if (random.bounded(2) == 0)
        hours.holidays = randomDay(false);
    return hours;
}

} // namespace

TEST_CASE("opening hours are read as people write them")
{
    const Example examples[] = {
        {"Mo-Fr 8-12, 13-17; Sa 9-12", "Mo-Fr 08:00-12:00,13:00-17:00; Sa 09:00-12:00"},
        {"Mo-Fr 8-12, 13-17, Sa 9-12", "Mo-Fr 08:00-12:00,13:00-17:00; Sa 09:00-12:00"},
        {"Mo-Fr 8-18", "Mo-Fr 08:00-18:00"},
        {"Montag bis Freitag von 8:30 bis 12 Uhr und 13.15 bis 17.45 Uhr", "Mo-Fr 08:30-12:00,13:15-17:45"},
        {"Mo, Mi, Fr 8-12", "Mo,We,Fr 08:00-12:00"},
        {"Mo + Di: 8–12", "Mo,Tu 08:00-12:00"},
        {"Mo.-Do. 8-17 Uhr, Fr. 8-14 Uhr", "Mo-Th 08:00-17:00; Fr 08:00-14:00"},
        {"montags 8-12\ndienstags 14-18", "Mo 08:00-12:00; Tu 14:00-18:00"},
        {"Mo-Fr 8-18; Mi 8-12", "Mo,Tu,Th,Fr 08:00-18:00; We 08:00-12:00"},
        {"Mo-Fr 8-12, Mi 14-18", "Mo,Tu,Th,Fr 08:00-12:00; We 08:00-12:00,14:00-18:00"},
        {"Mo-Fr 8-18, Mi geschlossen", "Mo,Tu,Th,Fr 08:00-18:00"},
        {"Mo-Fr 8-18; Feiertage geschlossen", "Mo-Fr 08:00-18:00; PH off"},
        {"Mo-Fr 8-18, an Feiertagen 10-12 Uhr", "Mo-Fr 08:00-18:00; PH 10:00-12:00"},
        {"Mo-So, PH 10-20", "Mo-Su 10:00-20:00; PH 10:00-20:00"},
        {"Mon to Fri 8am-5pm; Sat 9am to noon; Sun closed", "Mo-Fr 08:00-17:00; Sa 09:00-12:00"},
        {"Mon-Fri 8-5pm", "Mo-Fr 08:00-17:00"},
        {"Mon-Fri 1-5 p.m.", "Mo-Fr 13:00-17:00"},
        {"Monday through Thursday 8:30 a.m. to 12:15 p.m.", "Mo-Th 08:30-12:15"},
        {"weekdays 9-17, weekends 10-14, bank holidays off", "Mo-Fr 09:00-17:00; Sa,Su 10:00-14:00; PH off"},
        {"Tue/Thu 14-18", "Tu,Th 14:00-18:00"},
        {"8-18", "Mo-Su 08:00-18:00"},
        {"täglich 8-20 Uhr", "Mo-Su 08:00-20:00"},
        {"daily 24h", "Mo-Su 00:00-24:00"},
        {"24/7", "Mo-Su 00:00-24:00"},
        {"rund um die Uhr", "Mo-Su 00:00-24:00"},
        {"Sa 0-24 h", "Sa 00:00-24:00"},
        {"Fr-Mo 8-12", "Mo,Fr-Su 08:00-12:00"},
        {"Fr+Sa 20-2", "Fr,Sa 20:00-02:00"},
        {"Mo-Fr 20 bis Mitternacht", "Mo-Fr 20:00-24:00"},
        {"Sa 12 am - 2 am", "Sa 00:00-02:00"},
        {"8-12 am Samstag?", "flaw 1 at 15+1"},
        {"Mo-So geschlossen", "Mo-Su off"},
        {"MO-FR 08H30-12H00", "Mo-Fr 08:30-12:00"},
        {"Mo-Fr 13-17, 8-12.", "Mo-Fr 08:00-12:00,13:00-17:00"},
    };
    for (const Example& example : examples) {
        INFO(example.written);
        CHECK(understood(example.written).toStdString() == example.means);
    }
}

TEST_CASE("a mistake in opening hours is told with its place")
{
    CHECK(understood("") == flawAt(HoursFlaw::NothingWritten, 0, 0));
    CHECK(understood("   ; ") == flawAt(HoursFlaw::NothingWritten, 0, 0));
    CHECK(understood("Mo-Fr 8-12; Blaumontag 9-12") == flawAt(HoursFlaw::UnknownWord, 12, 10));
    CHECK(understood("Mo-Fr 8-12 (nur privat)") == flawAt(HoursFlaw::UnknownWord, 11, 1));
    CHECK(understood("werktags 8-12") == flawAt(HoursFlaw::AmbiguousWord, 0, 8));
    CHECK(understood("Mo-Fr sunrise-18") == flawAt(HoursFlaw::NotSupported, 6, 7));
    CHECK(understood("Jan-Mar Mo 8-12") == flawAt(HoursFlaw::NotSupported, 0, 3));
    CHECK(understood("Mo-Fr ab 8 Uhr") == flawAt(HoursFlaw::NotSupported, 6, 2));
    CHECK(understood("Mo-Fr 8-12; 13-17") == flawAt(HoursFlaw::DaysMissing, 12, 5));
    CHECK(understood("Mo-Fr") == flawAt(HoursFlaw::TimesMissing, 0, 2));
    CHECK(understood("Mo 8-12; Di; Mi 8-12") == flawAt(HoursFlaw::TimesMissing, 9, 2));
    CHECK(understood("Mo 8-25") == flawAt(HoursFlaw::NoSuchTime, 5, 2));
    CHECK(understood("Mo 8:75-12") == flawAt(HoursFlaw::NoSuchTime, 3, 4));
    CHECK(understood("Mo 8-24:30") == flawAt(HoursFlaw::NoSuchTime, 5, 5));
    CHECK(understood("Mo 13pm-5pm") == flawAt(HoursFlaw::NoSuchTime, 3, 2));
    CHECK(understood("Mo 24-6") == flawAt(HoursFlaw::NoSuchTime, 3, 2));
    CHECK(understood("Mo 800-1200") == flawAt(HoursFlaw::NoSuchTime, 3, 3));
    CHECK(understood("Mo 8") == flawAt(HoursFlaw::EndMissing, 3, 1));
    CHECK(understood("Mo 8-") == flawAt(HoursFlaw::EndMissing, 3, 1));
    CHECK(understood("Mo- 8-12") == flawAt(HoursFlaw::EndMissing, 2, 1));
    CHECK(understood("Mo-Fr 9-5") == flawAt(HoursFlaw::EndBeforeBegin, 6, 3));
    CHECK(understood("Mo 8-8") == flawAt(HoursFlaw::EndBeforeBegin, 3, 3));
    CHECK(understood("Mo 8-12, 11-17") == flawAt(HoursFlaw::Overlap, 9, 5));
    CHECK(understood("Mo 22-6; Di 5-12") == flawAt(HoursFlaw::Overlap, 12, 4));
    CHECK(understood("24.12. geschlossen") == flawAt(HoursFlaw::NotSupported, 0, 6));
    CHECK(understood("- Mo 8-12") == flawAt(HoursFlaw::UnknownWord, 0, 1));
}

TEST_CASE("the canonical form is read back as what it was written from")
{
    QRandomGenerator random(20261130);
    for (int round = 0; round < 3'000; ++round) {
        const OpeningHours hours = randomHours(random);
        const QString text = hoursText(hours);
        INFO(text.toStdString());
        const auto read = readHours(text);
        REQUIRE(read.has_value());
        CHECK(*read == hours);
        CHECK(hoursText(*read) == text);
    }
}

TEST_CASE("no text whatever upsets the reader, and a mistake lies within it")
{
    const QString pieces[] = {QStringLiteral("Mo"), QStringLiteral("-"), QStringLiteral("8"), QStringLiteral(","), QStringLiteral(";"),
                              QStringLiteral(" "),  QStringLiteral("bis"), QStringLiteral("24"), QStringLiteral("PH"), QStringLiteral("am"),
                              QStringLiteral("pm"), QStringLiteral("12:30"), QStringLiteral("zu"), QStringLiteral("24h"), QStringLiteral("\u00e4"),
                              QStringLiteral("Uhr"), QStringLiteral("."), QStringLiteral("Fr"), QStringLiteral("\n")};
    QRandomGenerator random(7);
    for (int round = 0; round < 20'000; ++round) {
        QString text;
        for (int left = random.bounded(12); left > 0; --left)
            text += pieces[random.bounded(static_cast<int>(std::size(pieces)))] + (random.bounded(2) ? QStringLiteral(" ") : QString());
        INFO(text.toStdString());
        const auto hours = readHours(text);
        if (hours) {
            CHECK(readHours(hoursText(*hours)) == *hours);
        } else {
            CHECK(hours.error().position >= 0);
            CHECK(hours.error().position + hours.error().length <= text.size());
        }
    }
}
