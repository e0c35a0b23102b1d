#include "caller_menu.h"
#include "gui_checks.h"
#include "rule_dialog.h"
#include "screening_page.h"
#include "test_bureau.h"

#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/models/language.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using samples::part;
using test::TestBureau;

namespace {

/// The supervisor's page on the practice's real cabinet.
struct Office {
    Office() : gatekeeper(bureau.office(), bureau.room(), bureau.petra)
    {
        std::optional<domain::Result<desk::CabinetHandle>> handle;
        gatekeeper.open(bureau.practice.id, desk::Occasion::visit(QStringLiteral("rules")), &receiver,
                        [&handle](domain::Result<desk::CabinetHandle> opened) { handle.emplace(std::move(opened)); });
        test::turnUntil([&] { return handle.has_value(); });
        page = std::make_unique<ScreeningPage>(
            std::make_unique<desk::ScreeningSetup>(bureau.office(), std::move(**handle), bureau.petra));
        page->resize(1280, 720);
        page->show();
        test::turnUntil([&] { return page->isEnabled(); });
    }

    [[nodiscard]] QString said(const char* label) { return part<QLabel>(*page, label)->text(); }
    [[nodiscard]] QString rule(int row)
    {
        auto* list = part<QListView>(*page, "rules");
        return list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }

    TestBureau bureau;
    QObject receiver;
    desk::Gatekeeper gatekeeper;
    std::unique_ptr<ScreeningPage> page;
};

} // namespace

class ScreeningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hoursAreUnderstoodWhileTheyAreTyped();
    void aRuleIsMovedAndSwitchedOffByKey();
    void aRuleIsBuiltByKeyboard();
    void aRuleIsChangedAndTakenAway();
    void whatIfFollowsEveryChange();
    void whatIsNotSavedIsAskedAboutOnce();
    void savingSaysTheVersion();
    void theMenuOffersWhatCanBeLaidDown();
    void mnemonicsDoNotCollide_data();
    void mnemonicsDoNotCollide();
};

void ScreeningTest::hoursAreUnderstoodWhileTheyAreTyped()
{
    Office office;
    QCOMPARE(part<QLineEdit>(*office.page, "hours")->text(), QStringLiteral("Mo-Fr 08:00-18:00"));
    QVERIFY(office.said("hoursEcho").contains(QStringLiteral("as on any other day")));
    auto* hours = part<QLineEdit>(*office.page, "hours");
    hours->selectAll();
    QTest::keyClicks(hours, QStringLiteral("Mo-Fr 8-25"));
    QCOMPARE(office.said("hoursEcho"), QStringLiteral("Character 9: There is no such time: “25”."));
    hours->selectAll();
    QTest::keyClicks(hours, QStringLiteral("Sa 9-12; Feiertage geschlossen"));
    QCOMPARE(office.said("hoursEcho"), QStringLiteral("Understood: Sat 09:00-12:00; public holidays closed"));
    QVERIFY(part<QComboBox>(*office.page, "region")->isEnabled());
}

void ScreeningTest::aRuleIsMovedAndSwitchedOffByKey()
{
    Office office;
    const QString first = office.rule(0);
    const QString second = office.rule(1);
    QVERIFY(first.contains(QStringLiteral("Blocked")));
    auto* list = part<QListView>(*office.page, "rules");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(office.rule(0), second);
    QCOMPARE(office.rule(1), first);
    QCOMPARE(list->currentIndex().row(), 1);
    QTest::keyClick(list, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(office.rule(1).endsWith(QStringLiteral("switched off")));
}

void ScreeningTest::aRuleIsBuiltByKeyboard()
{
    Office office;
    const int before = part<QListView>(*office.page, "rules")->model()->rowCount();
    QTest::keyClick(office.page.get(), Qt::Key_N, Qt::ControlModifier);
    auto* dialog = office.page->findChild<RuleDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isActiveWindow());
    QVERIFY(part<QComboBox>(*dialog, "part")->hasFocus());
    auto* value = part<QComboBox>(*dialog, "value");
    value->lineEdit()->selectAll();
    QTest::keyClicks(value->lineEdit(), QStringLiteral("nobody like that"));
    QTest::keyClick(value->lineEdit(), Qt::Key_Return);
    QVERIFY(part<QLabel>(*dialog, "flaw")->text().contains(QStringLiteral("nobody like that")));
    value->lineEdit()->selectAll();
    QTest::keyClicks(value->lineEdit(), QStringLiteral("vip"));
    QTest::keyClick(value->lineEdit(), Qt::Key_Return);
    auto* kind = part<QComboBox>(*dialog, "part");
    kind->setCurrentIndex(kind->findData(static_cast<int>(domain::RulePart::Schedule)));
    value->lineEdit()->selectAll();
    QTest::keyClicks(value->lineEdit(), QStringLiteral("Sa-So"));
    QTest::keyClick(value->lineEdit(), Qt::Key_Return);
    QCOMPARE(part<QListView>(*dialog, "terms")->model()->rowCount(), 2);
    auto* action = part<QComboBox>(*dialog, "action");
    action->setCurrentIndex(action->findData(static_cast<int>(domain::Action::PutThrough)));
    part<QPushButton>(*dialog, "addPerson")->click();
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(part<QLabel>(*dialog, "flaw")->text().contains(QStringLiteral("name")));
    QTest::keyClicks(part<QLineEdit>(*dialog, "name"), QStringLiteral("VIPs at the weekend"));
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(part<QListView>(*office.page, "rules")->model()->rowCount(), before + 1);
    QVERIFY(office.rule(0).startsWith(QStringLiteral("When the caller is: VIP and on Sat, Sun: put through to Dr. Hanna Feld")));
}

void ScreeningTest::aRuleIsChangedAndTakenAway()
{
    Office office;
    auto* list = part<QListView>(*office.page, "rules");
    const int before = list->model()->rowCount();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    auto* dialog = office.page->findChild<RuleDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isActiveWindow());
    part<QLineEdit>(*dialog, "name")->setText(QStringLiteral("Unwanted"));
    auto* terms = part<QListView>(*dialog, "terms");
    terms->setCurrentIndex(terms->model()->index(0, 0));
    terms->setFocus();
    QTest::keyClick(terms, Qt::Key_Delete);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(office.rule(0).startsWith(QStringLiteral("Always:")));
    office.page->activateWindow();
    QTRY_VERIFY(office.page->isActiveWindow());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(list->model()->rowCount(), before - 1);
}

void ScreeningTest::whatIfFollowsEveryChange()
{
    Office office;
    part<QComboBox>(*office.page, "relation")->setCurrentText(QStringLiteral("Customer"));
    part<QDateTimeEdit>(*office.page, "when")->setDateTime(QDateTime(QDate(2026, 11, 29), QTime(22, 0)));
    QVERIFY(office.said("trialResult").startsWith(QStringLiteral("Take a message")));
    QVERIFY(office.said("trialResult").contains(QStringLiteral("house closed")));
    auto* hours = part<QLineEdit>(*office.page, "hours");
    hours->selectAll();
    QTest::keyClicks(hours, QStringLiteral("24/7"));
    QVERIFY(office.said("trialResult").startsWith(QStringLiteral("Put through")));
    part<QComboBox>(*office.page, "concern")->setCurrentText(QStringLiteral("Rezept"));
    QVERIFY(office.said("trialResult").contains(QStringLiteral("rezept@praxis.example")));
}

void ScreeningTest::whatIsNotSavedIsAskedAboutOnce()
{
    Office office;
    QVERIFY(!office.page->stepBack());
    auto* list = part<QListView>(*office.page, "rules");
    QTest::keyClick(list, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(office.page->stepBack());
    QVERIFY(office.said("result").contains(QStringLiteral("not saved")));
    QVERIFY(!office.page->stepBack());
}

void ScreeningTest::savingSaysTheVersion()
{
    Office office;
    QTest::keyClick(part<QListView>(*office.page, "rules"), Qt::Key_E, Qt::ControlModifier);
    QTest::keyClick(office.page.get(), Qt::Key_R, Qt::ControlModifier);
    QVERIFY(test::turnUntil([&] { return !part<QPlainTextEdit>(*office.page, "replayResult")->toPlainText().isEmpty(); }));
    QTest::keyClick(office.page.get(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(test::turnUntil([&] { return office.said("result").startsWith(QStringLiteral("Saved as version 1")); }));
    QVERIFY(!office.page->stepBack());
}

void ScreeningTest::theMenuOffersWhatCanBeLaidDown()
{
    QWidget window;
    const auto enabled = [](const CallerMenu& menu) {
        int count = 0;
        for (const QAction* action : menu.actions())
            count += action->isEnabled() && !action->isSeparator() ? 1 : 0;
        return count;
    };
    domain::Caller known;
    known.relation = domain::Relation::Vip;
    CallerMenu ofKnown(known, false, &window);
    QCOMPARE(enabled(ofKnown), 5); // the number is theirs already
    QVERIFY(ofKnown.actions().front()->isChecked());
    QSignalSpy chosen(&ofKnown, &CallerMenu::relationChosen);
    ofKnown.actions()[1]->trigger();
    QCOMPARE(chosen.front().front().value<domain::Relation>(), domain::Relation::Blocked);

    const CallerMenu ofUnknown(std::nullopt, true, &window);
    QCOMPARE(enabled(ofUnknown), 6);
    const CallerMenu ofNobody(std::nullopt, false, &window);
    QCOMPARE(enabled(ofNobody), 0);
}

void ScreeningTest::mnemonicsDoNotCollide_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << QStringLiteral("en_GB");
    QTest::newRow("de") << QStringLiteral("de_DE");
}

void ScreeningTest::mnemonicsDoNotCollide()
{
    QFETCH(QString, language);
    models::speak(QLocale(language));
    QStringList collisions;
    {
        Office office;
        collisions = samples::mnemonicCollisions({office.page.get()});
        RuleDialog dialog({}, {{office.bureau.doctor}, {}, {}, office.bureau.practice.zone});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        auto* action = part<QComboBox>(dialog, "action");
        for (int index = 0; index < action->count(); ++index) {
            action->setCurrentIndex(index);
            collisions << samples::mnemonicCollisions({&dialog});
        }
    }
    models::speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QVERIFY2(collisions.isEmpty(), qPrintable(collisions.join(QStringLiteral("; "))));
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<ScreeningTest>(); });
}

#include "screening_test.moc"
