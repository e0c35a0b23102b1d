#include "vorzimmer/models/end_reading.h"
#include "vorzimmer/models/presence_choices.h"

#include <catch2/catch.hpp>

#include <QTimeZone>

using namespace vorzimmer;

namespace {

const QTimeZone berlin("Europe/Berlin");
const QDateTime tuesday(QDate(2026, 11, 24), QTime(13, 32), berlin);
const QLocale german(QLocale::German, QLocale::Germany);

/// The end as the client's clock shows it; empty for none, "?" for what is not understood.
std::string end(const char* text, const QDateTime& now = tuesday, const QLocale& locale = german)
{
    const auto moment = models::readEnd(QString::fromUtf8(text), now, locale);
    return !moment ? "?" : moment->toTimeZone(berlin).toString(QStringLiteral("yyyy-MM-dd HH:mm")).toStdString();
}

} // namespace

TEST_CASE("an end is read as it is said")
{
    CHECK(end("15:00") == "2026-11-24 15:00");
    CHECK(end("until 15") == "2026-11-24 15:00");
    CHECK(end("15.30 Uhr") == "2026-11-24 15:30");
    CHECK(end("3 pm") == "2026-11-24 15:00");
    CHECK(end("30 min") == "2026-11-24 14:02");
    CHECK(end("2 Std") == "2026-11-24 15:32");
    CHECK(end("Montag") == "2026-11-30 00:00");
    CHECK(end("monday 9:00") == "2026-11-30 09:00");
    CHECK(end("Mo.") == "2026-11-30 00:00");
    CHECK(end("Dienstag") == "2026-12-01 00:00"); // today's name is next week's day
    CHECK(end("tomorrow 8") == "2026-11-25 08:00");
    CHECK(end("today") == "2026-11-25 00:00");
    CHECK(end("24.12.") == "2026-12-24 00:00");
    CHECK(end("24.12. 14:00") == "2026-12-24 14:00");
    CHECK(end("2027-01-04") == "2027-01-04 00:00");
    CHECK(end("") == "");
}

TEST_CASE("a time that is past is tomorrow's; a day that is past, and nonsense, are refused")
{
    CHECK(end("13:30") == "2026-11-25 13:30");
    CHECK(end("23.11.2026") == "?");
    CHECK(end("25:00") == "?");
    CHECK(end("bald") == "?");
    CHECK(end("m") == "?");
    CHECK(end("Montag 25:00") == "?");
}

TEST_CASE("the night when the clocks change ends at the client's own midnight")
{
    const QDateTime saturday(QDate(2026, 10, 24), QTime(20, 0), berlin);
    CHECK(models::readEnd(QStringLiteral("Montag"), saturday, german) == QDateTime(QDate(2026, 10, 25), QTime(23, 0), Qt::UTC));
    CHECK(models::readEnd(QStringLiteral("8 h"), saturday, german) == saturday.addSecs(8 * 3600).toUTC());
}

TEST_CASE("each choice of a state ends by itself, and is confirmed now")
{
    const domain::Presence busy{domain::PresenceState::Busy, tuesday.addSecs(-60).toUTC(), QStringLiteral("in treatment"), {}};
    const auto choices = models::presenceChoices(busy, tuesday.toUTC(), berlin);
    REQUIRE(choices.size() == 6);
    for (const models::PresenceChoice& choice : choices) {
        CHECK(choice.presence.confirmedAt == tuesday.toUTC());
        CHECK(choice.text.count(QLatin1Char('&')) == 1);
    }
    const auto local = [&](size_t place) { return choices[place].presence.until.toTimeZone(berlin); };
    CHECK_FALSE(choices[0].presence.until.isValid());
    CHECK(local(1) == QDateTime(QDate(2026, 11, 24), QTime(14, 5), berlin));
    CHECK(local(2) == QDateTime(QDate(2026, 11, 24), QTime(14, 35), berlin));
    CHECK(local(3) == QDateTime(QDate(2026, 11, 25), QTime(0, 0), berlin));
    CHECK(local(4) == QDateTime(QDate(2026, 11, 30), QTime(0, 0), berlin));
    // What has ended is not confirmed as if it went on.
    CHECK(choices[5].presence.state == domain::PresenceState::Available);
    CHECK(choices[5].presence.note.isEmpty());
}
