#include "action_bar.h"
#include "call_list_pane.h"
#include "clamp_label.h"
#include "gui_checks.h"
#include "key_button.h"
#include "keys_overlay.h"
#include "lamp_label.h"
#include "recommendation_bar.h"
#include "row_list.h"
#include "sample_desk.h"
#include "status_line.h"
#include "tenant_strip.h"

#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using samples::part;

namespace {

const ports::Capabilities everything = ports::Capability::Answer | ports::Capability::Reject | ports::Capability::Hold;

} // namespace

class CallBarsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theStripTellsWhoseHouseItIs();
    void theStripAnnouncesAPause();
    void keysActOnceHoweverHammered();
    void buttonsFollowTheCall();
    void theRecommendedActionIsSaid();
    void theConcernIsAnnouncedOnce();
    void theOutcomeReplacesTheAdvice();
    void waitingCallsCountUnderTheSameSelection();
    void callsAreTakenByKeyboard();
    void theStatusLineTellsTheTruth();
    void theKeysGoAwayAndGiveTheFocusBack();
    void everythingFocusableHasAName();
};

void CallBarsTest::theStripTellsWhoseHouseItIs()
{
    const samples::Desk desk = samples::practice();
    TenantStrip strip(desk.sheet.profile, samples::now());
    strip.setSeat(QStringLiteral("Seat 3"));
    const QString text = samples::allText(strip);
    for (const char* expected : {"Hausarztpraxis am Lindenplatz", "Answer as: Praxis am Lindenplatz", "Open until 12:30", "Local time 10:42", "Seat 3", "ready"})
        QVERIFY2(text.contains(QString::fromUtf8(expected)), expected);
    strip.setNow(samples::now().addSecs(2 * 3600));
    QVERIFY(samples::allText(strip).contains(QStringLiteral("Closed, opens 14:00")));

    domain::TenantProfile lisbon = desk.sheet.profile;
    lisbon.entry.zone = QTimeZone("Europe/Lisbon");
    QVERIFY(samples::allText(TenantStrip(lisbon, samples::now())).contains(QStringLiteral("Local time 09:42")));

    const TenantStrip idle;
    QVERIFY(samples::allText(idle).contains(QStringLiteral("No call on the screen")));
    QVERIFY(part<LampLabel>(idle, "house")->isHidden());
}

void CallBarsTest::theStripAnnouncesAPause()
{
    TenantStrip strip;
    strip.show();
    QSignalSpy toggled(&strip, &TenantStrip::readyToggled);
    auto* ready = part<KeyButton>(strip, "ready");
    QTest::mouseClick(ready, Qt::LeftButton);
    QCOMPARE(toggled.count(), 1);
    QCOMPARE(toggled.front().front().toBool(), false);
    QCOMPARE(ready->text(), QStringLiteral("pausing"));
    strip.setReady(true);
    QCOMPARE(toggled.count(), 1);
    QCOMPARE(ready->text(), QStringLiteral("ready"));
}

void CallBarsTest::keysActOnceHoweverHammered()
{
    ActionBar bar;
    bar.setCall(ports::CallState::Active, everything, false);
    bar.show();
    QVERIFY(QTest::qWaitForWindowActive(&bar));
    QSignalSpy chosen(&bar, &ActionBar::actionChosen);
    QSignalSpy hungUp(&bar, &ActionBar::hangUpRequested);
    QSignalSpy held(&bar, &ActionBar::holdToggled);
    for (const int key : {Qt::Key_F5, Qt::Key_F6, Qt::Key_F7})
        QTest::keyClick(&bar, static_cast<Qt::Key>(key));
    QCOMPARE(chosen.count(), 3);
    QCOMPARE(chosen[0][0].value<domain::Action>(), domain::Action::PutThrough);
    QCOMPARE(chosen[1][0].value<domain::Action>(), domain::Action::TakeMessage);
    QCOMPARE(chosen[2][0].value<domain::Action>(), domain::Action::RedirectToEmail);
    for (int press = 0; press < 5; ++press)
        QTest::keyClick(&bar, Qt::Key_F4);
    QCOMPARE(hungUp.count(), 1);
    QTest::qWait(150);
    QTest::keyClick(&bar, Qt::Key_F4);
    QCOMPARE(hungUp.count(), 2);
    QTest::keyClick(&bar, Qt::Key_F3);
    QCOMPARE(held.count(), 1);
}

void CallBarsTest::buttonsFollowTheCall()
{
    ActionBar bar;
    bar.show();
    QVERIFY(QTest::qWaitForWindowActive(&bar));
    bar.setCall(ports::CallState::Offered, everything, false);
    QVERIFY(part<KeyButton>(bar, "answer")->isVisible());
    QCOMPARE(part<KeyButton>(bar, "hangUp")->text(), QStringLiteral("Decline"));
    QVERIFY(!part<KeyButton>(bar, "hold")->isVisible());

    bar.setCall(ports::CallState::HeldByUs, everything, false);
    QVERIFY(!part<KeyButton>(bar, "answer")->isVisible());
    QCOMPARE(part<KeyButton>(bar, "hold")->text(), QStringLiteral("Retrieve"));

    bar.setCall(ports::CallState::Active, everything | ports::Capability::Mute, true);
    QCOMPARE(part<KeyButton>(bar, "mute")->text(), QStringLiteral("Unmute"));
    bar.setCall(ports::CallState::Active, {}, false);
    QVERIFY(part<KeyButton>(bar, "mute")->isHidden());
    QVERIFY(!part<KeyButton>(bar, "hold")->isEnabled());
    QSignalSpy held(&bar, &ActionBar::holdToggled);
    QTest::keyClick(&bar, Qt::Key_F3);
    QCOMPARE(held.count(), 0);

    bar.setCall(ports::CallState::Ended, everything, false);
    QVERIFY(!part<KeyButton>(bar, "hangUp")->isVisible());
    QSignalSpy away(&bar, &ActionBar::putAwayRequested);
    QTest::keyClick(&bar, Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(away.count(), 1);
}

void CallBarsTest::theRecommendedActionIsSaid()
{
    ActionBar bar;
    bar.setRecommended(domain::Action::TakeMessage);
    auto* message = part<KeyButton>(bar, "message");
    QCOMPARE(message->accessibleDescription(), QStringLiteral("F6, recommended"));
    QCOMPARE(message->property("look").toString(), QStringLiteral("recommended"));
    bar.setOpen(domain::Action::TakeMessage);
    QCOMPARE(message->property("look").toString(), QStringLiteral("open"));
    bar.setRecommended(domain::Action::PutThrough);
    QCOMPARE(message->accessibleDescription(), QStringLiteral("F6"));
}

void CallBarsTest::theConcernIsAnnouncedOnce()
{
    const samples::Desk desk = samples::practice();
    RecommendationBar bar(desk.advice, desk.sheet.people, desk.sheet.profile.concerns, QString());
    bar.show();
    QCOMPARE(part<ClampLabel>(bar, "title")->text(), QStringLiteral("Put through to Dr. Maren Brandt"));
    QVERIFY(part<ClampLabel>(bar, "reasons")->text().startsWith(QStringLiteral("because: known caller")));
    QVERIFY(part<ClampLabel>(bar, "rule")->text().contains(QStringLiteral("special-instruction")));
    QVERIFY(bar.accessibleName().contains(QStringLiteral("Dr. Maren Brandt")));

    QSignalSpy chosen(&bar, &RecommendationBar::concernChosen);
    auto* combo = part<QComboBox>(bar, "concern");
    QCOMPARE(combo->completer()->filterMode(), Qt::MatchContains);
    combo->lineEdit()->setFocus();
    QTest::keyClicks(combo->lineEdit(), QStringLiteral("Impfung"));
    QCOMPARE(chosen.count(), 0);
    QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
    QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().toString(), QStringLiteral("Impfung"));

    bar.setConcern(QStringLiteral("Rezept"));
    QCOMPARE(bar.concern(), QStringLiteral("Rezept"));
    QCOMPARE(chosen.count(), 1);
}

void CallBarsTest::theOutcomeReplacesTheAdvice()
{
    const samples::Desk desk = samples::practice();
    RecommendationBar bar(desk.advice, desk.sheet.people, {}, QString());
    bar.showOutcome(domain::Disposition::None, {});
    QVERIFY(part<ClampLabel>(bar, "title")->text().startsWith(QStringLiteral("Put through to")));
    bar.showOutcome(domain::Disposition::RedirectedToEmail, QStringLiteral("rezept@example.org"));
    QCOMPARE(part<ClampLabel>(bar, "title")->text(), QStringLiteral("Referred to e-mail"));
    QCOMPARE(part<ClampLabel>(bar, "reasons")->text(), QStringLiteral("rezept@example.org"));
}

void CallBarsTest::waitingCallsCountUnderTheSameSelection()
{
    CallListPane pane;
    pane.setNow(samples::now());
    const auto calls = samples::waiting();
    pane.setWaiting(calls);
    auto* list = part<RowList>(pane, "waiting");
    list->setCurrentIndex(list->model()->index(1, 0));
    pane.setNow(samples::now().addSecs(60));
    QCOMPARE(list->currentIndex().row(), 1);
    QVERIFY(list->currentIndex().data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Harbour & Quay LLP rings for 1:05, from withheld")));
    pane.setWaiting({calls[1]});
    QCOMPARE(list->currentIndex().row(), 0);
    pane.setWaiting({});
    QVERIFY(list->isHidden());
    QVERIFY(samples::allText(pane).contains(QStringLiteral("Nobody waits")));
}

void CallBarsTest::callsAreTakenByKeyboard()
{
    CallListPane pane;
    pane.setNow(samples::now());
    const auto waiting = samples::waiting();
    const auto own = samples::own();
    pane.setWaiting(waiting);
    pane.setOwn(own);
    pane.setToday(samples::today(), 31);
    pane.show();
    QVERIFY(QTest::qWaitForWindowActive(&pane));
    QSignalSpy answered(&pane, &CallListPane::answerRequested);
    QSignalSpy selected(&pane, &CallListPane::callSelected);
    auto* list = part<RowList>(pane, "waiting");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(answered.count(), 1);
    QCOMPARE(answered.front().front().value<domain::CallId>(), waiting.front().id);
    auto* mine = part<RowList>(pane, "own");
    QTest::mouseClick(mine->viewport(), Qt::LeftButton, {}, mine->visualRect(mine->model()->index(1, 0)).center());
    QCOMPARE(selected.count(), 1);
    QCOMPARE(selected.front().front().value<domain::CallId>(), own[1].id);
    QVERIFY(samples::allText(pane).contains(QStringLiteral("Note unfinished")));
    QVERIFY(samples::allText(pane).contains(QStringLiteral("Today (31)")));
}

void CallBarsTest::theStatusLineTellsTheTruth()
{
    StatusLine line;
    line.show();
    auto* retry = part<QToolButton>(line, "retry");
    QVERIFY(!part<LampLabel>(line, "board")->isVisible());
    ports::BoardStatus status;
    status.state = ports::BoardState::UpToDate;
    status.lastSync = samples::now();
    line.setBoard(status);
    QCOMPARE(part<LampLabel>(line, "board")->text(), QStringLiteral("Topic list: synced 10:42"));
    QVERIFY(!retry->isVisible());
    status.state = ports::BoardState::Unreachable;
    status.waiting = 2;
    status.problem = QStringLiteral("<b>timeout</b>");
    line.setBoard(status);
    QCOMPARE(part<LampLabel>(line, "board")->text(), QStringLiteral("Topic list: not reachable, 2 changes wait here safely"));
    QVERIFY(!part<LampLabel>(line, "board")->toolTip().contains(QLatin1Char('<')));
    QSignalSpy retried(&line, &StatusLine::retryRequested);
    QTest::mouseClick(retry, Qt::LeftButton);
    QCOMPARE(retried.count(), 1);
    line.setLine(ports::BackendState::Down, QStringLiteral("503"));
    QCOMPARE(part<LampLabel>(line, "phone")->text(), QStringLiteral("Telephone: no line"));
    line.showSaveFailed({domain::Fault::StorageFull, QStringLiteral("SQLITE_FULL"), {}});
    QVERIFY(part<LampLabel>(line, "draft")->text().contains(QStringLiteral("not saved")));
    line.showSaved(samples::now());
    QCOMPARE(part<LampLabel>(line, "draft")->text(), QStringLiteral("Draft saved 10:42:07"));
    QCOMPARE(part<LampLabel>(line, "draft")->accessibleName(), QStringLiteral("Draft saved 10:42:07"));
}

void CallBarsTest::theKeysGoAwayAndGiveTheFocusBack()
{
    QWidget window;
    auto* layout = new QVBoxLayout(&window);
    auto* field = new QLineEdit;
    field->setAccessibleName(QStringLiteral("field"));
    layout->addWidget(field);
    window.resize(900, 600);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field->setFocus();
    QPointer<KeysOverlay> overlay = new KeysOverlay(KeysOverlay::deskKeys(KeysOverlay::Reader::Supervisor), &window);
    overlay->show();
    QCOMPARE(overlay->geometry(), window.rect());
    QVERIFY(!field->hasFocus());
    QVERIFY(samples::allText(*overlay).contains(QStringLiteral("Put through")));
    window.resize(1000, 700);
    QCOMPARE(overlay->geometry(), window.rect());
    QTest::keyClick(overlay, Qt::Key_Escape);
    QTRY_VERIFY(overlay.isNull());
    QVERIFY(field->hasFocus());
}

void CallBarsTest::everythingFocusableHasAName()
{
    const samples::Desk desk = samples::practice();
    TenantStrip strip(desk.sheet.profile, samples::now());
    ActionBar actions;
    actions.setCall(ports::CallState::Active, everything, false);
    const RecommendationBar advice(desk.advice, desk.sheet.people, desk.sheet.profile.concerns, QString());
    CallListPane calls;
    calls.setNow(samples::now());
    calls.setWaiting(samples::waiting());
    calls.setOwn(samples::own());
    const StatusLine status;
    for (const QWidget* widget : std::initializer_list<const QWidget*>{&strip, &actions, &advice, &calls, &status}) {
        QVERIFY2(!samples::focusable(*widget).isEmpty(), widget->metaObject()->className());
        const QStringList found = samples::nameless(*widget);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(", "))));
    }
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<CallBarsTest>(); });
}

#include "call_bars_test.moc"
