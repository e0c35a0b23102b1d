#include "appointments_page.h"
#include "calendars_page.h"
#include "gui_checks.h"
#include "releases_page.h"
#include "test_bureau.h"

#include "vorzimmer/models/language.h"
#include "vorzimmer/ports/cabinet.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTextBrowser>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using samples::part;
using test::TestBureau;

namespace {

/// Says of calendars what a test wants; sends nothing.
class HandCalendar : public ports::SlotCalendar {
public:
    void open(const domain::TenantId& tenant, const ports::CalendarAccess& given,
              std::shared_ptr<ports::CalendarLedger>) override
    {
        opened = tenant;
        access = given;
    }
    void close(const domain::TenantId&) override { opened = {}; }
    void push(const domain::TenantId&) override { ++pushed; }
    void retryNow(const domain::TenantId&) override {}
    void test(const ports::CalendarAccess& given, QObject* receiver,
              std::function<void(const ports::CalendarReport&)> reply) override
    {
        access = given;
        QMetaObject::invokeMethod(
            receiver, [this, reply = std::move(reply)] { reply(report); }, Qt::QueuedConnection);
    }

    domain::TenantId opened;
    ports::CalendarAccess access;
    ports::CalendarReport report;
    int pushed = 0;
};

struct Seat {
    Seat()
        : gatekeeper(bureau.office(), bureau.room(), bureau.petra),
          keeper(bureau.office(), gatekeeper, calendar, &models::AppointmentWording::callBackTask)
    {
        // Only what each test releases.
        bureau.inCabinet(bureau.practice, [this](ports::Cabinet& cabinet) {
            ports::AppointmentBook& book = cabinet.appointments();
            const std::vector<domain::Slot> there = book.released(bureau.clock.nowUtc(), 100).value();
            bool done = true;
            for (const domain::Slot& slot : there)
                done = done && book.withdraw(slot.id);
            return done;
        });
    }

    std::shared_ptr<desk::AppointmentDesk> desk(const domain::CallId& call = {})
    {
        std::shared_ptr<desk::AppointmentDesk> made;
        QObject receiver;
        gatekeeper.open(bureau.practice.id, desk::Occasion::visit(QStringLiteral("test")), &receiver,
                        [&](domain::Result<desk::CabinetHandle> handle) {
                            made = std::make_shared<desk::AppointmentDesk>(bureau.office(), std::move(*handle), bureau.petra,
                                                                           call);
                        });
        test::turnUntil([&] { return made != nullptr; });
        return made;
    }

    domain::Slot release(int days, int hour, const char* kind = "Blood test")
    {
        domain::Slot slot;
        slot.id = domain::SlotId(bureau.ids.next());
        slot.start = QDateTime(bureau.clock.nowUtc().date().addDays(days), QTime(hour, 0), Qt::UTC);
        slot.minutes = 20;
        slot.kind = QString::fromUtf8(kind);
        slot.releasedBy = bureau.feld.name;
        const auto done = bureau.inCabinet(bureau.practice,
                                           [&](ports::Cabinet& cabinet) { return cabinet.appointments().release({slot}); });
        if (!done)
            qFatal("a time cannot be released");
        return slot;
    }

    std::vector<domain::Booking> bookings()
    {
        return bureau
            .inCabinet(bureau.practice,
                       [&](ports::Cabinet& cabinet) { return cabinet.appointments().bookings(bureau.clock.nowUtc(), 100); })
            .value();
    }

    void open()
    {
        domain::Attendee caller;
        caller.name = QStringLiteral("T. Albers");
        caller.contact = QStringLiteral("0152 28817386");
        page = std::make_unique<AppointmentsPage>(desk(domain::CallId(bureau.ids.next())), keeper,
                                                  QTimeZone("Europe/Berlin"), caller, QStringLiteral("GB"));
        page->resize(1100, 640);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        QTRY_VERIFY(page->findChild<QComboBox*>(QStringLiteral("kind"))->count() > 0);
    }
    QListView* offers() { return part<QListView>(*page, "offers"); }
    void press(int key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), with);
    }
    QString result() { return part<QLabel>(*page, "result")->text(); }

    TestBureau bureau;
    HandCalendar calendar;
    desk::Gatekeeper gatekeeper;
    desk::CalendarKeeper keeper;
    std::unique_ptr<AppointmentsPage> page;
};

} // namespace

class AppointmentsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTimeIsHeldReadBackAndBookedByKeyboard();
    void notedIsNotBooked();
    void aTimeThatIsGoneIsRefusedPolitely();
    void anAppointmentIsCancelledWithTheReason();
    void anAppointmentIsMoved();
    void theClientReleasesASeries();
    void aMistakeInAReleaseIsNamed();
    void aCalendarIsTriedOutAndConnected();
    void everythingFocusableHasAName();
    void noLetterMeansTwoThings_data();
    void noLetterMeansTwoThings();
};

void AppointmentsTest::aTimeIsHeldReadBackAndBookedByKeyboard()
{
    Seat seat;
    seat.release(3, 8);
    seat.release(2, 8);
    seat.open();
    QTRY_COMPARE(seat.offers()->model()->rowCount(), 2);
    seat.offers()->setFocus();
    QVERIFY(part<QTextBrowser>(*seat.page, "readBack")->toPlainText().contains(QStringLiteral("for T. Albers")));
    QVERIFY(samples::allText(*seat.page).contains(QStringLiteral("by the caller's clock: 0"))); // who calls from elsewhere
    seat.press(Qt::Key_Return);
    QTRY_VERIFY(samples::allText(*seat.page).contains(QStringLiteral("kept for this caller")));
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(*seat.page, "remark"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("sober"));
    QSignalSpy made(seat.page.get(), &AppointmentsPage::appointmentMade);
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(seat.result().startsWith(QStringLiteral("Booked: ")));
    QCOMPARE(made.count(), 1);
    QTRY_COMPARE(seat.offers()->model()->rowCount(), 1);
    QCOMPARE(seat.bookings().size(), size_t{1});
    QCOMPARE(seat.bookings().front().attendee.remark, QStringLiteral("sober"));
    QCOMPARE(seat.calendar.pushed, 1);
}

void AppointmentsTest::notedIsNotBooked()
{
    Seat seat;
    seat.release(2, 8);
    QVERIFY(seat.bureau.inCabinet(seat.bureau.practice, [&](ports::Cabinet& cabinet) {
        return cabinet.calendarLedger().goOnWith({{ports::CalendarRole::Slots, QStringLiteral("a")}},
                                                 seat.bureau.clock.nowUtc());
    }));
    seat.open();
    QTRY_COMPARE(seat.offers()->model()->rowCount(), 1);
    seat.offers()->setFocus();
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(seat.result().startsWith(QStringLiteral("Not yet confirmed: ")));
    const domain::BookingId id = seat.bookings().front().id;
    QVERIFY(seat.bureau.inCabinet(seat.bureau.practice, [&](ports::Cabinet& cabinet) {
        return cabinet.calendarLedger().postpone(id, seat.bureau.clock.nowUtc(), QStringLiteral("no network"));
    }));
    Q_EMIT seat.calendar.appointmentsChanged(seat.bureau.practice.id);
    QTRY_VERIFY(seat.result().startsWith(QStringLiteral("Noted, to be confirmed: ")));
    QVERIFY(seat.bureau.inCabinet(seat.bureau.practice, [&](ports::Cabinet& cabinet) {
        return cabinet.calendarLedger().settle(id, ports::BookingErrand::Kind::Book, seat.bureau.clock.nowUtc());
    }));
    Q_EMIT seat.calendar.appointmentsChanged(seat.bureau.practice.id);
    QTRY_VERIFY(seat.result().startsWith(QStringLiteral("Booked: ")));
}

void AppointmentsTest::aTimeThatIsGoneIsRefusedPolitely()
{
    Seat seat;
    const domain::Slot slot = seat.release(2, 8);
    seat.open();
    QTRY_COMPARE(seat.offers()->model()->rowCount(), 1);
    QVERIFY(seat.bureau.inCabinet(seat.bureau.practice,
                                  [&](ports::Cabinet& cabinet) { return cabinet.appointments().withdraw(slot.id); }));
    seat.offers()->setFocus();
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(seat.result().contains(QStringLiteral("not to be had any more")));
    QTRY_VERIFY(part<QLabel>(*seat.page, "noOffers")->isVisible());
    QVERIFY(seat.bookings().empty());
}

void AppointmentsTest::anAppointmentIsCancelledWithTheReason()
{
    Seat seat;
    seat.release(2, 8);
    seat.open();
    QTRY_COMPARE(seat.offers()->model()->rowCount(), 1);
    seat.offers()->setFocus();
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    auto* bookings = part<QListView>(*seat.page, "bookings");
    QTRY_COMPARE(bookings->model()->rowCount(), 1);
    bookings->setFocus();
    bookings->setCurrentIndex(bookings->model()->index(0, 0));
    part<QPushButton>(*seat.page, "cancel")->click();
    QCOMPARE(QApplication::focusWidget(), part<QLineEdit>(*seat.page, "reason"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("ill"));
    seat.press(Qt::Key_Return);
    QTRY_COMPARE(seat.bookings().front().state, domain::BookingState::Cancelled);
    QCOMPARE(seat.bookings().front().reason, QStringLiteral("ill"));
    QTRY_COMPARE(seat.offers()->model()->rowCount(), 1);
}

void AppointmentsTest::anAppointmentIsMoved()
{
    Seat seat;
    seat.release(2, 8);
    seat.release(3, 8);
    seat.open();
    QTRY_COMPARE(seat.offers()->model()->rowCount(), 2);
    seat.offers()->setFocus();
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    auto* bookings = part<QListView>(*seat.page, "bookings");
    QTRY_COMPARE(bookings->model()->rowCount(), 1);
    const domain::BookingId old = seat.bookings().front().id;
    bookings->setCurrentIndex(bookings->model()->index(0, 0));
    part<QPushButton>(*seat.page, "change")->click();
    QVERIFY(part<QLabel>(*seat.page, "changing")->isVisible());
    QTRY_COMPARE(seat.offers()->model()->rowCount(), 1);
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(seat.bookings().size(), size_t{2});
    for (const domain::Booking& booking : seat.bookings())
        QCOMPARE(booking.state, booking.id == old ? domain::BookingState::Cancelled : domain::BookingState::Confirmed);
}

void AppointmentsTest::theClientReleasesASeries()
{
    Seat seat;
    ReleasesPage page(seat.desk(), QTimeZone("Europe/Berlin"), QStringLiteral("Dr. Feld"));
    page.resize(1100, 640);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTRY_VERIFY(part<QComboBox>(page, "person")->count() > 0);
    part<QLineEdit>(page, "name")->setText(QStringLiteral("Blood test"));
    part<QLineEdit>(page, "day")->setText(QStringLiteral("tomorrow"));
    part<QLineEdit>(page, "times")->setText(QStringLiteral("9:00, 9:30"));
    part<QSpinBox>(page, "weeks")->setValue(3);
    part<QSpinBox>(page, "followUp")->setValue(10);
    part<QLineEdit>(page, "name")->setFocus();
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    auto* released = part<QListView>(page, "released");
    QTRY_COMPARE(released->model()->rowCount(), 6);
    QVERIFY(samples::allText(page).contains(QStringLiteral("for Dr. Feld")));
    QVERIFY(samples::allText(page).contains(QStringLiteral("10 minutes after")));
    part<QPushButton>(page, "keep")->click();
    QTRY_COMPARE(part<QListView>(page, "kinds")->model()->rowCount(), 1);
    released->setCurrentIndex(released->model()->index(0, 0));
    part<QPushButton>(page, "withdraw")->click();
    QTRY_COMPARE(released->model()->rowCount(), 5);
}

void AppointmentsTest::aMistakeInAReleaseIsNamed()
{
    Seat seat;
    ReleasesPage page(seat.desk(), QTimeZone("Europe/Berlin"), {});
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    QTRY_VERIFY(part<QComboBox>(page, "person")->count() > 0);
    const auto said = [&] {
        part<QPushButton>(page, "release")->click();
        return part<QLabel>(page, "result")->text();
    };
    QVERIFY(said().contains(QStringLiteral("what the appointment is for")));
    part<QLineEdit>(page, "name")->setText(QStringLiteral("Blood test"));
    QVERIFY(said().contains(QStringLiteral("on which day")));
    part<QLineEdit>(page, "day")->setText(QStringLiteral("tomorrow"));
    QVERIFY(said().contains(QStringLiteral("9:00 10:30")));
    part<QLineEdit>(page, "times")->setText(QStringLiteral("9:00 noon"));
    QVERIFY(said().contains(QStringLiteral("9:00 10:30")));
    QCOMPARE(part<QListView>(page, "released")->model()->rowCount(), 0);
}

void AppointmentsTest::aCalendarIsTriedOutAndConnected()
{
    Seat seat;
    desk::CalendarSetup setup(seat.bureau.office(), seat.gatekeeper, seat.keeper, seat.calendar);
    CalendarsPage page(setup);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    auto* tenants = part<QListView>(page, "tenants");
    QTRY_VERIFY(tenants->model()->rowCount() > 0);
    part<QLineEdit>(page, "released")->setText(QStringLiteral("http://cloud.example.org/c"));
    part<QPushButton>(page, "test")->click();
    QTRY_VERIFY(part<QLabel>(page, "result")->isVisible());
    QVERIFY(seat.calendar.access.released.isEmpty()); // not over the network without encryption
    part<QLineEdit>(page, "released")->setText(QStringLiteral("https://cloud.example.org/c"));
    part<QLineEdit>(page, "account")->setText(QStringLiteral("praxis"));
    part<QPushButton>(page, "test")->click();
    QTRY_VERIFY(part<QLabel>(page, "result")->text().contains(QStringLiteral("password")));
    part<QLineEdit>(page, "secret")->setText(QStringLiteral("very secret"));
    seat.calendar.report.calendars = {
        {QStringLiteral("Office hours"), QUrl(QStringLiteral("https://cloud.example.org/c/hours/")), true}};
    part<QPushButton>(page, "connect")->click();
    QTRY_VERIFY(part<QLabel>(page, "result")->text().contains(QStringLiteral("Office hours (/c/hours/)")));
    seat.calendar.report = {true, {}, {}, QStringLiteral("Office hours"), true, {}};
    part<QPushButton>(page, "connect")->click();
    QTRY_VERIFY(part<QLabel>(page, "result")->text().startsWith(QStringLiteral("Connected.")));
    QTRY_VERIFY(!seat.calendar.opened.isNull());
    QCOMPARE(seat.calendar.access.secret, QByteArrayLiteral("very secret"));
    QVERIFY(part<QLineEdit>(page, "secret")->text().isEmpty());
    QTRY_VERIFY(part<QPushButton>(page, "disconnect")->isEnabled());
    part<QPushButton>(page, "disconnect")->click();
    part<QPushButton>(page, "yes")->click();
    QTRY_VERIFY(part<QLabel>(page, "result")->text().startsWith(QStringLiteral("Disconnected.")));
    QTRY_VERIFY(seat.calendar.opened.isNull());
}

void AppointmentsTest::everythingFocusableHasAName()
{
    Seat seat;
    seat.release(2, 8);
    seat.open();
    QCOMPARE(samples::nameless(*seat.page), QStringList());
    ReleasesPage releases(seat.desk(), QTimeZone("Europe/Berlin"), QStringLiteral("Dr. Feld"));
    releases.show();
    QCOMPARE(samples::nameless(releases), QStringList());
    desk::CalendarSetup setup(seat.bureau.office(), seat.gatekeeper, seat.keeper, seat.calendar);
    CalendarsPage calendars(setup);
    calendars.show();
    QCOMPARE(samples::nameless(calendars), QStringList());
}

void AppointmentsTest::noLetterMeansTwoThings_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::newRow("de") << QLocale(QLocale::German);
    QTest::newRow("en") << QLocale(QLocale::English);
}

void AppointmentsTest::noLetterMeansTwoThings()
{
    QFETCH(QLocale, locale);
    models::speak(locale);
    {
        Seat seat;
        seat.release(2, 8);
        seat.open();
        QCOMPARE(samples::mnemonicCollisions({seat.page.get()}), QStringList());
        ReleasesPage releases(seat.desk(), QTimeZone("Europe/Berlin"), QStringLiteral("Dr. Feld"));
        releases.show();
        QCOMPARE(samples::mnemonicCollisions({&releases}), QStringList());
        desk::CalendarSetup setup(seat.bureau.office(), seat.gatekeeper, seat.keeper, seat.calendar);
        CalendarsPage calendars(setup);
        calendars.show();
        QCOMPARE(samples::mnemonicCollisions({&calendars}), QStringList());
    }
    models::speak(QLocale(QLocale::English));
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<AppointmentsTest>(); });
}

#include "appointments_test.moc"
