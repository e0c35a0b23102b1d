#include "caller_pane.h"
#include "clamp_label.h"
#include "clamped_text.h"
#include "greeting_pane.h"
#include "gui_checks.h"
#include "history_pane.h"
#include "instructions_pane.h"
#include "people_pane.h"
#include "reading_view.h"
#include "row_list.h"
#include "sample_desk.h"
#include "slots_pane.h"
#include "theme.h"

#include <QScrollArea>
#include <QSignalSpy>
#include <QTabBar>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using samples::part;

namespace {

const QString evil = QStringLiteral("<img src='file:///etc/passwd'><b>fat</b> & **raw");
const QTimeZone berlin("Europe/Berlin");

QString textOf(const QWidget& pane, const char* view)
{
    return part<ReadingView>(pane, view)->toPlainText();
}

} // namespace

class PanesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theGreetingSpeaksTheCallersLanguage();
    void theGreetingFillsInTheSecretary();
    void instructionsAreTextWithBoldOnly();
    void noticesHoldOnTheirDaysOnly();
    void peopleSayWhereTheyAreByWordAndShape();
    void aPersonIsChosenByKeyboard();
    void theKnownCallerIsOnTheCard();
    void theUnknownCallerIsANumber();
    void theWithheldCallerIsNoNumber();
    void oneOfSeveralIsChosen();
    void theCardShowsMarkupAsText();
    void historyAndDatesTeachWhenEmpty();
    void longWordsAreElidedNotCut_data();
    void longWordsAreElidedNotCut();
    void everythingFocusableHasAName();
};

void PanesTest::theGreetingSpeaksTheCallersLanguage()
{
    const auto greetings = samples::practice().sheet.profile.greetings;
    GreetingPane pane(greetings, QStringLiteral("Jana Richter"), QStringLiteral("en-GB"));
    QCOMPARE(pane.language(), QStringLiteral("en"));
    QVERIFY(textOf(pane, "text").contains(QStringLiteral("Good morning")));

    QSignalSpy changed(&pane, &GreetingPane::languageChanged);
    auto* tabs = part<QTabBar>(pane, "languages");
    pane.show();
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(pane.language(), QStringLiteral("tr"));
    QVERIFY(textOf(pane, "text").contains(QStringLiteral("İyi günler")));

    pane.setLanguage(QStringLiteral("ja"));
    QCOMPARE(pane.language(), QStringLiteral("tr"));
}

void PanesTest::theGreetingFillsInTheSecretary()
{
    GreetingPane pane({{QStringLiteral("en"), QStringLiteral("Hello, {secretary} here. %1").arg(evil)}}, evil, {});
    QCOMPARE(textOf(pane, "text").count(evil), 2);
    QVERIFY(!textOf(pane, "text").contains(QStringLiteral("{secretary}")));

    const GreetingPane none({}, QStringLiteral("Jana"), {});
    QVERIFY(none.language().isEmpty());
    QVERIFY(textOf(none, "text").contains(QStringLiteral("No greeting")));
}

void PanesTest::instructionsAreTextWithBoldOnly()
{
    domain::TenantProfile profile;
    profile.instructions = {QStringLiteral("Chest pain: **put through at once**."), evil};
    InstructionsPane pane(profile, QDate(2026, 11, 24));
    const QString text = textOf(pane, "rules");
    QVERIFY(text.contains(QStringLiteral("Chest pain: put through at once.")));
    QVERIFY(text.contains(evil));
    QTextCursor bold = part<ReadingView>(pane, "rules")->document()->find(QStringLiteral("put through"));
    QCOMPARE(bold.charFormat().fontWeight(), static_cast<int>(QFont::Bold));
    QTextCursor tag = part<ReadingView>(pane, "rules")->document()->find(QStringLiteral("fat"));
    QVERIFY(tag.charFormat().fontWeight() < QFont::Bold);
    QVERIFY(part<QFrame>(pane, "noticeBox")->isHidden());

    const InstructionsPane none({}, QDate(2026, 11, 24));
    QVERIFY(textOf(none, "rules").contains(QStringLiteral("No instructions")));
}

void PanesTest::noticesHoldOnTheirDaysOnly()
{
    const QDate today(2026, 11, 24);
    domain::TenantProfile profile;
    profile.notices = {{QStringLiteral("always"), {}, {}},
                       {QStringLiteral("until today"), {}, today},
                       {QStringLiteral("from today"), today, {}},
                       {QStringLiteral("over"), {}, today.addDays(-1)},
                       {QStringLiteral("not yet"), today.addDays(1), {}}};
    const InstructionsPane pane(profile, today);
    QCOMPARE(textOf(pane, "notices"), QStringLiteral("always\nuntil today\nfrom today"));
    QVERIFY(!part<QFrame>(pane, "noticeBox")->isHidden());
}

void PanesTest::peopleSayWhereTheyAreByWordAndShape()
{
    const samples::Desk desk = samples::practice();
    PeoplePane pane(desk.sheet.people, berlin, samples::now(), desk.facts.display);
    const auto* list = part<RowList>(pane, "list");
    const auto rowText = [&](int row) { return list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString(); };
    QVERIFY(rowText(0).contains(QStringLiteral("Dr. Maren Brandt, Ärztin · Praxisleitung, alle Anliegen, available, Durchwahl 030 55501211")));
    QVERIFY(rowText(1).contains(QStringLiteral("in Behandlung until 11:15")));
    QVERIFY(rowText(2).contains(QStringLiteral("absent until Mon, 30 Nov 08:00")));

    pane.setNow(samples::now().addSecs(3600));
    QVERIFY(rowText(1).contains(QStringLiteral("available")));
    pane.setPeople({});
    QVERIFY(list->isHidden());
    QVERIFY(!part<ClampLabel>(pane, "empty")->isHidden());
}

void PanesTest::aPersonIsChosenByKeyboard()
{
    const samples::Desk desk = samples::practice();
    PeoplePane pane(desk.sheet.people, berlin, samples::now(), desk.facts.display);
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    QSignalSpy chosen(&pane, &PeoplePane::personChosen);
    auto* list = part<RowList>(pane, "list");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().value<domain::PersonId>(), desk.sheet.people[1].id);
}

void PanesTest::theKnownCallerIsOnTheCard()
{
    const samples::Desk desk = samples::practice();
    const CallerPane pane(desk.sheet.callers, desk.facts);
    QCOMPARE(part<ClampLabel>(pane, "name")->text(), QStringLiteral("Tina Albers"));
    QCOMPARE(part<QLabel>(pane, "badge")->text(), QStringLiteral("Customer"));
    QCOMPARE(part<ClampLabel>(pane, "detail")->text(), QStringLiteral("0176 55501187 · recognised by the number · speaks Deutsch"));
    QVERIFY(!part<QFrame>(pane, "instructionBox")->isHidden());
    QVERIFY(part<QScrollArea>(pane, "scroll")->accessibleName().contains(QStringLiteral("For this caller: Befund liegt vor")));
    QVERIFY(part<RowList>(pane, "choice")->isHidden());
}

void PanesTest::theUnknownCallerIsANumber()
{
    samples::Desk desk = samples::practice();
    const CallerPane pane({}, desk.facts);
    QCOMPARE(part<ClampLabel>(pane, "name")->text(), QStringLiteral("0176 55501187"));
    QCOMPARE(part<QLabel>(pane, "badge")->text(), QStringLiteral("Unknown number"));
    QVERIFY(part<QFrame>(pane, "instructionBox")->isHidden());

    desk.facts.number = {};
    desk.facts.presented = QStringLiteral("anna<script>");
    const CallerPane letters({}, desk.facts);
    QCOMPARE(part<ClampLabel>(letters, "name")->text(), QStringLiteral("anna<script>"));
    QVERIFY(part<ClampLabel>(letters, "detail")->text().contains(QStringLiteral("no telephone number")));
}

void PanesTest::theWithheldCallerIsNoNumber()
{
    samples::Desk desk = samples::practice();
    desk.facts.anonymous = true;
    desk.facts.number = {};
    desk.facts.presented.clear();
    const CallerPane pane({}, desk.facts);
    QCOMPARE(part<ClampLabel>(pane, "name")->text(), QStringLiteral("Number withheld"));
    QVERIFY(part<ClampLabel>(pane, "hint")->text().contains(QStringLiteral("before you promise a call-back")));
}

void PanesTest::oneOfSeveralIsChosen()
{
    const samples::Desk desk = samples::practice();
    std::vector<domain::Caller> callers = desk.sheet.callers;
    callers.push_back(samples::caller(QStringLiteral("Jonas Albers"), domain::Relation::Blocked, QStringLiteral("+4917655501187")));
    CallerPane pane(callers, desk.facts);
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    auto* choice = part<RowList>(pane, "choice");
    QVERIFY(choice->isVisible());
    QCOMPARE(part<ClampLabel>(pane, "name")->text(), QStringLiteral("Who is it?"));
    QVERIFY2(!samples::allText(pane).contains(QStringLiteral("Befund liegt vor")), "nothing of one of them may show yet");

    QSignalSpy chosen(&pane, &CallerPane::callerChosen);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTest::keyClick(choice, Qt::Key_Enter);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().value<domain::CallerId>(), callers[1].id);
    QCOMPARE(part<ClampLabel>(pane, "name")->text(), QStringLiteral("Jonas Albers"));
    QCOMPARE(part<QLabel>(pane, "badge")->property("badge").toString(), QStringLiteral("warn"));
    QVERIFY(choice->isHidden());

    pane.setChosenCaller({});
    QVERIFY(choice->isVisible());
}

void PanesTest::theCardShowsMarkupAsText()
{
    samples::Desk desk = samples::practice();
    domain::Caller& caller = desk.sheet.callers.front();
    caller.name = caller.company = caller.specialInstruction = caller.remark = evil;
    const CallerPane pane(desk.sheet.callers, desk.facts);
    for (const char* name : {"name", "detail", "instruction", "hint"}) {
        const auto* label = part<ClampLabel>(pane, name);
        QVERIFY2(label->text().contains(evil), name);
        QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    QCOMPARE(part<QLabel>(pane, "badge")->textFormat(), Qt::PlainText);
}

void PanesTest::historyAndDatesTeachWhenEmpty()
{
    const samples::Desk desk = samples::practice();
    HistoryPane history(desk.sheet.history, berlin, samples::now());
    auto* list = part<RowList>(history, "list");
    QCOMPARE(list->model()->rowCount(), 4);
    QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("yesterday, 16:20, Call-back promised")));
    history.setHistory({});
    QVERIFY(list->isHidden());
    QVERIFY(part<ClampLabel>(history, "empty")->text().startsWith(QStringLiteral("First call")));

    const SlotsPane dates(desk.sheet.slots, berlin, samples::now());
    QVERIFY(samples::allText(dates).contains(QStringLiteral("7 free")));
    QVERIFY(samples::allText(dates).contains(QStringLiteral("tomorrow, Sprechstunde · 10 minutes: 08:40, 09:20, 11:00")));
    const SlotsPane none({}, berlin, samples::now());
    QVERIFY(part<RowList>(none, "list")->isHidden());
    QVERIFY(part<ClampLabel>(none, "empty")->text().contains(QStringLiteral("Offer no appointment")));
}

void PanesTest::longWordsAreElidedNotCut_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("one long word") << QString(300, QLatin1Char('W'));
    QTest::newRow("many words") << QStringLiteral("Rechtsanwältinnen und Notare ").repeated(20);
    QTest::newRow("right to left") << QStringLiteral("משרד עורכי דין לדוגמה ").repeated(20);
    QTest::newRow("lines") << QStringLiteral("one\ntwo\nthree\nfour");
}

void PanesTest::longWordsAreElidedNotCut()
{
    QFETCH(QString, text);
    const QFont font = qApp->font();
    for (const int lines : {1, 2}) {
        ClampedText clamped({{text, font, Qt::black}}, lines);
        clamped.setWidth(160);
        QVERIFY(clamped.lineCount() <= lines);
        QVERIFY2(clamped.usedWidth() <= 160.5, qPrintable(QString::number(clamped.usedWidth())));
        QVERIFY(clamped.isElided() || text.contains(QLatin1Char('\n')));
    }
    ClampLabel label;
    label.setText(text);
    QVERIFY(label.minimumSizeHint().width() < 100);
    label.resize(160, label.heightForWidth(160));
    label.grab();
}

void PanesTest::everythingFocusableHasAName()
{
    const samples::Desk desk = samples::practice();
    std::vector<std::unique_ptr<QWidget>> panes;
    panes.push_back(std::make_unique<GreetingPane>(desk.sheet.profile.greetings, QStringLiteral("Jana"), QString()));
    panes.push_back(std::make_unique<InstructionsPane>(desk.sheet.profile, samples::now().date()));
    panes.push_back(std::make_unique<PeoplePane>(desk.sheet.people, berlin, samples::now(), desk.facts.display));
    panes.push_back(std::make_unique<CallerPane>(desk.sheet.callers, desk.facts));
    panes.push_back(std::make_unique<HistoryPane>(desk.sheet.history, berlin, samples::now()));
    panes.push_back(std::make_unique<SlotsPane>(desk.sheet.slots, berlin, samples::now()));
    for (const auto& pane : panes) {
        QVERIFY2(!samples::focusable(*pane).isEmpty(), pane->metaObject()->className());
        const QStringList found = samples::nameless(*pane);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(", "))));
    }
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<PanesTest>(); });
}

#include "panes_test.moc"
