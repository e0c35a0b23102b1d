#include "gui_checks.h"
#include "house_plan_page.h"
#include "presence_dialog.h"
#include "presence_menu.h"
#include "test_bureau.h"

#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/models/language.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using samples::part;
using test::TestBureau;

namespace {

/// The client's page on its own cabinet.
struct House {
    House() : gatekeeper(bureau.office(), bureau.room(), bureau.feld)
    {
        std::optional<domain::Result<desk::CabinetHandle>> handle;
        gatekeeper.open(bureau.practice.id, desk::Occasion::review(), &receiver,
                        [&handle](domain::Result<desk::CabinetHandle> opened) { handle.emplace(std::move(opened)); });
        test::turnUntil([&] { return handle.has_value(); });
        page = std::make_unique<HousePlanPage>(std::make_unique<desk::HousePlan>(bureau.office(), std::move(**handle), bureau.feld),
                                               HousePlanPage::Reader::Client);
        page->resize(1280, 720);
        page->show();
        test::turnUntil([&] { return page->isEnabled(); });
    }

    [[nodiscard]] QString said() { return part<QLabel>(*page, "result")->text(); }
    [[nodiscard]] QString row(const char* list, int place)
    {
        return part<QListView>(*page, list)->model()->index(place, 0).data(Qt::AccessibleTextRole).toString();
    }
    [[nodiscard]] int count(const char* list) { return part<QListView>(*page, list)->model()->rowCount(); }
    void type(const char* field, const QString& text)
    {
        auto* line = part<QLineEdit>(*page, field);
        line->clear();
        QTest::keyClicks(line, text);
    }
    void enter() { QTest::keyClick(page.get(), Qt::Key_Return, Qt::ControlModifier); }

    TestBureau bureau;
    QObject receiver;
    desk::Gatekeeper gatekeeper;
    std::unique_ptr<HousePlanPage> page;
};

} // namespace

class HousePlanTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aStateIsSetInTwoKeys();
    void theDialogSaysWhenItWillEnd();
    void anAbsenceIsEnteredAndTakenAway();
    void mistakesAreToldAtTheirField();
    void anExpectedCallerIsEnteredByNameOrNumber();
    void everythingFocusableHasAName();
    void mnemonicsDoNotCollide_data();
    void mnemonicsDoNotCollide();
};

void HousePlanTest::aStateIsSetInTwoKeys()
{
    House house;
    part<QListView>(*house.page, "people")->setFocus();
    QTest::keyClick(house.page.get(), Qt::Key_F11);
    auto* menu = house.page->findChild<PresenceMenu*>();
    QVERIFY(menu && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_M);
    QVERIFY(test::turnUntil([&] { return house.row("people", 0).contains(QStringLiteral("absent until")); }));
}

void HousePlanTest::theDialogSaysWhenItWillEnd()
{
    domain::Person person;
    person.name = QStringLiteral("Dr. Feld");
    const QTimeZone berlin("Europe/Berlin");
    const QDateTime now(QDate(2026, 11, 24), QTime(10, 0), berlin);
    PresenceDialog dialog(person, now.toUTC(), berlin);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QSignalSpy entered(&dialog, &PresenceDialog::presenceEntered);
    auto* end = part<QLineEdit>(dialog, "end");
    auto* ok = part<QDialogButtonBox>(dialog, "buttons")->button(QDialogButtonBox::Ok);
    QTest::keyClicks(end, QStringLiteral("sometime"));
    QVERIFY(!ok->isEnabled());
    QVERIFY(part<QLabel>(dialog, "echo")->text().contains(QStringLiteral("not understood")));
    end->clear();
    QTest::keyClicks(end, QStringLiteral("Monday"));
    QVERIFY(part<QLabel>(dialog, "echo")->text().contains(QStringLiteral("Mon")));
    part<QLineEdit>(dialog, "note")->setText(QStringLiteral("Lisbon"));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(entered.count(), 1);
    const auto presence = entered.front().front().value<domain::Presence>();
    QCOMPARE(presence.until, QDateTime(QDate(2026, 11, 30), QTime(0, 0), berlin));
    QCOMPARE(presence.note, QStringLiteral("Lisbon"));
    QVERIFY(presence.state == domain::PresenceState::Absent);
}

void HousePlanTest::anAbsenceIsEnteredAndTakenAway()
{
    House house;
    QVERIFY(part<QLabel>(*house.page, "nothingPlanned")->isVisible());
    house.type("hours", QStringLiteral("Mo-Fr 12-13"));
    house.type("words", QStringLiteral("Mittag"));
    house.enter();
    QVERIFY(test::turnUntil([&] { return house.count("plan") == 1; }));
    QVERIFY(house.row("plan", 0).contains(QStringLiteral("Dr. Hanna Feld, absent")));
    QVERIFY(house.row("plan", 0).endsWith(QStringLiteral("Mittag")));
    QCOMPARE(house.said(), QStringLiteral("Entered."));
    auto* plan = part<QListView>(*house.page, "plan");
    plan->setFocus();
    QTest::keyClick(plan, Qt::Key_Delete);
    QVERIFY(test::turnUntil([&] { return house.count("plan") == 0; }));
}

void HousePlanTest::mistakesAreToldAtTheirField()
{
    House house;
    house.type("until", QStringLiteral("sometime"));
    house.enter();
    QVERIFY(house.said().contains(QStringLiteral("last day")));
    QVERIFY(part<QLineEdit>(*house.page, "until")->hasFocus());
    house.type("until", QString());
    house.type("hours", QStringLiteral("Mo 8-25"));
    house.enter();
    QVERIFY(house.said().contains(QStringLiteral("25")));
    QCOMPARE(house.count("plan"), 0);
    part<QComboBox>(*house.page, "kind")->setCurrentIndex(2);
    part<QComboBox>(*house.page, "who")->setEditText(QStringLiteral("Nobody"));
    house.enter();
    QVERIFY(house.said().contains(QStringLiteral("on file")));
}

void HousePlanTest::anExpectedCallerIsEnteredByNameOrNumber()
{
    House house;
    part<QComboBox>(*house.page, "kind")->setCurrentIndex(2);
    QVERIFY(!part<QLineEdit>(*house.page, "from")->isVisible());
    for (const char* who : {"t. albers", "0151 12345678"}) {
        const int before = house.count("plan");
        part<QComboBox>(*house.page, "who")->setEditText(QString::fromLatin1(who));
        house.type("until", QStringLiteral("tomorrow 18:00"));
        house.type("words", QStringLiteral("Liegt bereit"));
        house.enter();
        QVERIFY(test::turnUntil([&] { return house.count("plan") == before + 1; }));
    }
    const QString rows = house.row("plan", 0) + house.row("plan", 1);
    QVERIFY(rows.contains(QStringLiteral("T. Albers, expected to ring")));
    QVERIFY(QString(rows).remove(QLatin1Char(' ')).contains(QStringLiteral("015112345678,expectedtoring")));
}

void HousePlanTest::everythingFocusableHasAName()
{
    const House house;
    QVERIFY(!samples::focusable(*house.page).isEmpty());
    const QStringList found = samples::nameless(*house.page);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(", "))));
}

void HousePlanTest::mnemonicsDoNotCollide_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << QStringLiteral("en_GB");
    QTest::newRow("de") << QStringLiteral("de_DE");
}

void HousePlanTest::mnemonicsDoNotCollide()
{
    QFETCH(QString, language);
    models::speak(QLocale(language));
    QStringList collisions;
    {
        House house;
        collisions = samples::mnemonicCollisions({house.page.get()});
        part<QComboBox>(*house.page, "kind")->setCurrentIndex(2);
        collisions << samples::mnemonicCollisions({house.page.get()});
    }
    models::speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QVERIFY2(collisions.isEmpty(), qPrintable(collisions.join(QStringLiteral("; "))));
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<HousePlanTest>(); });
}

#include "house_plan_test.moc"
