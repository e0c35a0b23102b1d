#include "vorzimmer/models/appointment_wording.h"

#include <catch2/catch.hpp>

#include <QLocale>

using namespace vorzimmer;
using models::AppointmentWording;

namespace {

/// What is read back of 9:30 in Berlin on a day in December to a caller from @p region.
QString readBackTo(const QString& region)
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QTimeZone berlin("Europe/Berlin");
    domain::Slot slot;
    slot.start = QDateTime(QDate(2026, 12, 3), QTime(9, 30), berlin).toUTC();
    slot.minutes = 30;
    return AppointmentWording::readBack(slot, {}, {berlin, slot.start.addDays(-2), {}, AppointmentWording::zonesOf(region)});
}

} // namespace

TEST_CASE("a caller whose clock shows another time is told that time too")
{
    CHECK(readBackTo(QStringLiteral("GB")).contains(QStringLiteral("by your own clock 08:30")));
    CHECK(readBackTo(QStringLiteral("IN")).contains(QStringLiteral("by your own clock 14:00")));
    CHECK_FALSE(readBackTo(QStringLiteral("NZ")).contains(QStringLiteral("clock"))); // and Chatham: two clocks
    CHECK_FALSE(readBackTo(QStringLiteral("FR")).contains(QStringLiteral("clock"))); // the same
    CHECK_FALSE(readBackTo(QStringLiteral("US")).contains(QStringLiteral("clock"))); // which of its clocks?
    CHECK_FALSE(readBackTo({}).contains(QStringLiteral("clock")));
    CHECK_FALSE(readBackTo(QStringLiteral("ZZ")).contains(QStringLiteral("clock")));
}

TEST_CASE("where it is another day by the caller's clock, the day is told")
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QTimeZone berlin("Europe/Berlin");
    domain::Slot slot;
    slot.start = QDateTime(QDate(2026, 12, 3), QTime(17, 0), berlin).toUTC();
    const QString text = AppointmentWording::readBack(
        slot, {}, {berlin, slot.start.addDays(-2), {}, AppointmentWording::zonesOf(QStringLiteral("JP"))});
    INFO(text.toStdString());
    CHECK(text.contains(QStringLiteral("by your own clock Fri, 4 Dec 01:00")));
}
