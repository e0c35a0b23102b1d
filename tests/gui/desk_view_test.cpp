#include "call_list_pane.h"
#include "clamp_label.h"
#include "desk_view.h"
#include "gui_checks.h"
#include "key_button.h"
#include "news_banner.h"
#include "put_through_form.h"
#include "reading_view.h"
#include "row_list.h"
#include "sample_desk.h"
#include "theme.h"
#include "vorzimmer/models/language.h"

#include <QSplitter>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using samples::part;

namespace {

std::unique_ptr<DeskView> viewOf(const samples::Desk& desk)
{
    return std::make_unique<DeskView>(desk.sheet, desk.facts, desk.advice, desk.note);
}

/// Puts every text of the desk that comes from outside to the test.
samples::Desk poisoned(const QString& poison)
{
    samples::Desk desk = samples::practice();
    domain::TenantProfile& profile = desk.sheet.profile;
    for (QString& line : profile.instructions)
        line = poison;
    profile.greetings = {{QStringLiteral("de"), poison}};
    profile.notices = {{poison, {}, {}}};
    profile.concerns = {{poison, QStringLiteral("a@b.example"), poison}};
    for (domain::Person& person : desk.sheet.people) {
        person.name = person.role = person.responsibilities = person.email = person.presence.note = poison;
        for (domain::LabelledNumber& number : person.numbers)
            number.label = poison;
    }
    domain::Caller& caller = desk.sheet.callers.front();
    caller.name = caller.company = caller.remark = caller.specialInstruction = poison;
    for (ports::HistoryEntry& entry : desk.sheet.history)
        entry.noteText = entry.forName = entry.call.concern = entry.call.dispositionDetail = poison;
    for (domain::Slot& slot : desk.sheet.slots)
        slot.kind = poison;
    desk.note.text = desk.note.callerName = desk.note.company = desk.note.concern = poison;
    desk.facts.secretary = poison;
    return desk;
}

constexpr QSize smallest{1032, 640}; // what 1280x720 leaves beside the call list, under the strip, above the status line

} // namespace

class DeskViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingNeededAtFirstIsCutOff_data();
    void nothingNeededAtFirstIsCutOff();
    void actionsOpenTheirForms();
    void escapeStepsBackAndKeepsTheWords();
    void whatIsDoneGoesOut();
    void whatChangedStandsAboveUntilItIsRead();
    void theChosenCallerFillsTheDesk();
    void theConcernIsTheSameEverywhere();
    void aPersonOpensThePutThroughForm();
    void tabFollowsTheReadingOrder();
    void noLetterMeansTwoThings_data();
    void noLetterMeansTwoThings();
    void everythingFocusableHasAName_data();
    void everythingFocusableHasAName();
    void markupIsShownAsText();
    void hugeTextsAndRightToLeftAreTaken_data();
    void hugeTextsAndRightToLeftAreTaken();
    void theLayoutIsRememberedAndGarbageRefused();
};

void DeskViewTest::nothingNeededAtFirstIsCutOff_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << QStringLiteral("de");
    QTest::newRow("English") << QStringLiteral("en");
}

void DeskViewTest::nothingNeededAtFirstIsCutOff()
{
    QFETCH(QString, language);
    models::speak(QLocale(language));
    const auto view = viewOf(language == QLatin1String("de") ? samples::practice() : samples::englishPractice());
    view->resize(smallest);
    view->show();
    QTest::qWait(50); // columns share their height out over some turns of the event loop, on a busy machine late ones
    for (const char* name : {"text", "rules", "notices"})
        QTRY_COMPARE(view->findChild<ReadingView*>(QString::fromLatin1(name))->verticalScrollBar()->maximum(), 0);
    QTRY_COMPARE(part<QScrollArea>(*view, "scroll")->verticalScrollBar()->maximum(), 0);
    const auto* people = view->findChild<QWidget*>(QStringLiteral("PeoplePane"))->findChild<RowList*>();
    QTRY_COMPARE(people->verticalScrollBar()->maximum(), 0);
    QCOMPARE(view->size(), smallest);
    for (const char* name : {"title", "reasons"}) {
        const auto* label = view->findChild<QWidget*>(QStringLiteral("RecommendationBar"))->findChild<ClampLabel*>(QString::fromLatin1(name));
        QVERIFY2(label->width() >= label->fontMetrics().horizontalAdvance(label->text()), name);
    }
    for (const char* name : {"putThrough", "message", "email", "hold", "hangUp"}) {
        const auto* button = view->findChild<QWidget*>(QStringLiteral("ActionBar"))->findChild<KeyButton*>(QString::fromLatin1(name));
        QVERIFY2(view->rect().contains(QRect(button->mapTo(view.get(), QPoint()), button->size())), name);
    }
    models::speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void DeskViewTest::actionsOpenTheirForms()
{
    const auto view = viewOf(samples::practice());
    view->resize(smallest);
    view->show();
    QVERIFY(QTest::qWaitForWindowActive(view.get()));
    QSignalSpy chosen(view.get(), &DeskView::actionChosen);
    QVERIFY(!view->openAction());
    QTest::keyClick(view.get(), Qt::Key_F6);
    QCOMPARE(view->openAction(), domain::Action::TakeMessage);
    QCOMPARE(view->focusWidget()->objectName(), QStringLiteral("text"));
    QTest::keyClick(view->focusWidget(), Qt::Key_F5);
    QCOMPARE(view->openAction(), domain::Action::PutThrough);
    QCOMPARE(view->focusWidget()->objectName(), QStringLiteral("targets"));
    QTest::keyClick(view->focusWidget(), Qt::Key_F7);
    QCOMPARE(view->openAction(), domain::Action::RedirectToEmail);
    QCOMPARE(chosen.count(), 3);
    view->open(domain::Action::Decline);
    QCOMPARE(view->openAction(), domain::Action::RedirectToEmail);
}

void DeskViewTest::escapeStepsBackAndKeepsTheWords()
{
    const auto view = viewOf(samples::practice());
    view->show();
    QVERIFY(QTest::qWaitForWindowActive(view.get()));
    view->open(domain::Action::TakeMessage);
    auto* text = part<QPlainTextEdit>(*view, "text");
    QTest::keyClicks(text, QStringLiteral(" erreichbar"));
    QTest::keyClick(text, Qt::Key_Escape);
    QVERIFY(!view->openAction());
    QVERIFY(!text->isVisible());
    view->open(domain::Action::TakeMessage);
    QVERIFY(text->toPlainText().endsWith(QStringLiteral("13 Uhr erreichbar")));
}

void DeskViewTest::whatIsDoneGoesOut()
{
    const samples::Desk desk = samples::practice();
    const auto view = viewOf(desk);
    view->show();
    QVERIFY(QTest::qWaitForWindowActive(view.get()));
    QSignalSpy edited(view.get(), &DeskView::noteEdited);
    QSignalSpy finished(view.get(), &DeskView::noteFinishRequested);
    QSignalSpy putThrough(view.get(), &DeskView::putThroughRequested);
    QSignalSpy redirected(view.get(), &DeskView::redirectDone);
    QSignalSpy held(view.get(), &DeskView::holdToggled);
    QSignalSpy hungUp(view.get(), &DeskView::hangUpRequested);

    view->open(domain::Action::TakeMessage);
    QTest::keyClicks(view->focusWidget(), QStringLiteral("x"));
    QTest::keyClick(view->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(finished.count(), 1);
    view->showNoteFinished();
    view->open(domain::Action::PutThrough);
    QTest::keyClick(view->focusWidget(), Qt::Key_Return);
    QCOMPARE(putThrough.count(), 1);
    QCOMPARE(putThrough[0][0].value<std::vector<domain::RingStep>>().front().name, QStringLiteral("Dr. Maren Brandt"));
    view->open(domain::Action::RedirectToEmail);
    QTest::keyClick(view->focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(redirected.count(), 1);
    QTest::keyClick(view.get(), Qt::Key_F3);
    QTest::keyClick(view.get(), Qt::Key_F4);
    QCOMPARE(held.count(), 1);
    QCOMPARE(hungUp.count(), 1);
}

void DeskViewTest::whatChangedStandsAboveUntilItIsRead()
{
    samples::Desk desk = samples::practice();
    const auto quiet = viewOf(desk);
    QVERIFY(!quiet->findChild<NewsBanner*>());
    for (int i = 0; i < 12; ++i)
        desk.sheet.news.changes.push_back({i, desk.facts.now, domain::ChangeKind::InstructionNew, QStringLiteral("<b>Rule</b> %1").arg(i)});
    const auto view = viewOf(desk);
    view->show();
    QVERIFY(QTest::qWaitForWindowActive(view.get()));
    auto* banner = view->findChild<NewsBanner*>();
    QVERIFY(banner && banner->isVisible());
    const QString said = banner->findChild<ClampLabel*>()->text();
    QVERIFY(said.startsWith(QStringLiteral("new instruction: <b>Rule</b> 0")));
    QVERIFY(said.endsWith(QStringLiteral("and 4 more")));
    QSignalSpy read(view.get(), &DeskView::newsReadRequested);
    QTest::keyClick(view.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(read.count(), 1);
    view->hideNews();
    QVERIFY(!banner->isVisible());
}

void DeskViewTest::theChosenCallerFillsTheDesk()
{
    samples::Desk desk = samples::practice();
    domain::Caller second = samples::caller(QStringLiteral("Ivy Stone"), domain::Relation::Vip, QStringLiteral("+4917655501187"));
    second.language = QStringLiteral("en");
    desk.sheet.callers.push_back(second);
    desk.sheet.history.clear();
    desk.note = domain::Note{};
    const auto view = viewOf(desk);
    view->show();
    domain::Note note;
    note.callerName = second.name;
    view->setChosenCaller(second.id, samples::practice().sheet.history, note);
    QVERIFY(samples::allText(*view).contains(QStringLiteral("Good morning, Lindenplatz Practice")));
    QVERIFY(samples::allText(*view).contains(QStringLiteral("Call-back promised")));
    QCOMPARE(part<QLineEdit>(*view, "callerName")->text(), second.name);
}

void DeskViewTest::theConcernIsTheSameEverywhere()
{
    const auto view = viewOf(samples::englishPractice());
    view->show();
    QVERIFY(QTest::qWaitForWindowActive(view.get()));
    QSignalSpy chosen(view.get(), &DeskView::concernChosen);
    auto* combo = view->findChild<QWidget*>(QStringLiteral("RecommendationBar"))->findChild<QComboBox*>();
    combo->lineEdit()->setFocus();
    QTest::keyClicks(combo->lineEdit(), QStringLiteral("Invoice"));
    QTest::keyClick(combo->lineEdit(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(view->findChild<QWidget*>(QStringLiteral("MessageForm"))->findChild<QComboBox*>(QStringLiteral("concern"))->currentText(),
             QStringLiteral("Invoice"));
    QCOMPARE(view->findChild<QWidget*>(QStringLiteral("EmailForm"))->findChild<QComboBox*>(QStringLiteral("concern"))->currentText(),
             QStringLiteral("Invoice"));
}

void DeskViewTest::aPersonOpensThePutThroughForm()
{
    const auto view = viewOf(samples::practice());
    view->show();
    QVERIFY(QTest::qWaitForWindowActive(view.get()));
    auto* people = view->findChild<QWidget*>(QStringLiteral("PeoplePane"))->findChild<RowList*>();
    people->setFocus();
    QTest::keyClick(people, Qt::Key_End);
    QTest::keyClick(people, Qt::Key_Return);
    QCOMPARE(view->openAction(), domain::Action::PutThrough);
    QVERIFY(part<RowList>(*view, "targets")->currentIndex().data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("Tobias Kern")));
}

void DeskViewTest::tabFollowsTheReadingOrder()
{
    const auto view = viewOf(samples::practice());
    view->show();
    view->open(domain::Action::TakeMessage);
    QVERIFY(QTest::qWaitForWindowActive(view.get()));
    QWidget* const first = part<ReadingView>(*view, "text");
    first->setFocus();
    QStringList visited;
    do {
        visited << view->focusWidget()->objectName();
        QTest::keyClick(view->focusWidget(), Qt::Key_Tab);
    } while (view->focusWidget() != first && visited.size() < 60);
    const QStringList expected{QStringLiteral("text"),       QStringLiteral("notices"),        QStringLiteral("rules"),
                               QStringLiteral("state"),      QStringLiteral("list"),       QStringLiteral("scroll"),         QStringLiteral("list"),
                               QStringLiteral("list"),       QStringLiteral("concern"),        QStringLiteral("putThrough"),
                               QStringLiteral("message"),    QStringLiteral("email"),          QStringLiteral("appointments"), QStringLiteral("topics"),
                               QStringLiteral("hold"),
                               QStringLiteral("find"),       QStringLiteral("hangUp"),         QStringLiteral("callerName"),
                               QStringLiteral("company"),    QStringLiteral("number"),         QStringLiteral("concern"),
                               QStringLiteral("forPerson"),  QStringLiteral("text"),           QStringLiteral("urgent"),
                               QStringLiteral("pleaseCallBack"), QStringLiteral("willCallAgain"), QStringLiteral("forInformation"),
                               QStringLiteral("finish"),     QStringLiteral("languages")};
    QCOMPARE(visited.join(QLatin1Char(' ')), expected.join(QLatin1Char(' ')));
}

void DeskViewTest::noLetterMeansTwoThings_data()
{
    QTest::addColumn<QString>("language");
    for (const QString& language : models::shippedLanguages())
        QTest::newRow(qPrintable(language)) << language;
}

void DeskViewTest::noLetterMeansTwoThings()
{
    QFETCH(QString, language);
    models::speak(QLocale(language));
    QWidget window;
    auto* row = new QHBoxLayout(&window);
    auto* calls = new CallListPane;
    auto* view = viewOf(samples::practice()).release();
    row->addWidget(calls);
    row->addWidget(view);
    window.show();
    for (const domain::Action action : {domain::Action::PutThrough, domain::Action::TakeMessage, domain::Action::RedirectToEmail}) {
        view->open(action);
        const QStringList collisions = samples::mnemonicCollisions({calls, view});
        QVERIFY2(collisions.isEmpty(), qPrintable(collisions.join(QStringLiteral("; "))));
    }
    models::speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

void DeskViewTest::everythingFocusableHasAName_data()
{
    QTest::addColumn<int>("action");
    QTest::newRow("put through") << static_cast<int>(domain::Action::PutThrough);
    QTest::newRow("message") << static_cast<int>(domain::Action::TakeMessage);
    QTest::newRow("e-mail") << static_cast<int>(domain::Action::RedirectToEmail);
}

void DeskViewTest::everythingFocusableHasAName()
{
    QFETCH(int, action);
    const auto view = viewOf(samples::practice());
    view->show();
    view->open(static_cast<domain::Action>(action));
    QVERIFY(samples::focusable(*view).size() > 15);
    const QStringList found = samples::nameless(*view);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(", "))));
}

void DeskViewTest::markupIsShownAsText()
{
    const QString poison = QStringLiteral("<h1>big</h1><img src='x.png'>&lt;");
    const auto view = viewOf(poisoned(poison));
    view->resize(smallest);
    view->show();
    view->open(domain::Action::RedirectToEmail);
    (void)view->grab();
    for (const ReadingView* reading : view->findChildren<ReadingView*>())
        QVERIFY2(reading->toPlainText().contains(poison), qPrintable(reading->objectName()));
    for (const QLabel* label : view->findChildren<QLabel*>()) {
        if (label->text().contains(QLatin1Char('<')))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void DeskViewTest::hugeTextsAndRightToLeftAreTaken_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("100 kB") << QString(100'000, QLatin1Char('W')) << false;
    QTest::newRow("Hebrew, mirrored") << QStringLiteral("משרד עורכי דין ").repeated(30) << true;
    QTest::newRow("control characters") << QString(QChar(0x202E)) + QStringLiteral("\t\r\n\u0007abc") + QString(QChar(0xD800)) << false;
}

void DeskViewTest::hugeTextsAndRightToLeftAreTaken()
{
    QFETCH(QString, text);
    QFETCH(bool, mirrored);
    const auto view = viewOf(poisoned(text));
    view->setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    view->resize(smallest);
    view->show();
    view->open(domain::Action::TakeMessage);
    QTest::qWait(20);
    const QImage picture = view->grab().toImage();
    QCOMPARE(view->size(), smallest);
    QVERIFY(!picture.isNull());
}

void DeskViewTest::theLayoutIsRememberedAndGarbageRefused()
{
    const auto first = viewOf(samples::practice());
    first->resize(smallest);
    first->show();
    auto* columns = part<QSplitter>(*first, "columns");
    QTest::qWait(20);
    const int before = columns->sizes().front();
    columns->setSizes({before - 100, columns->sizes().back() + 100});
    Q_EMIT columns->splitterMoved(before - 100, 1);
    const int drawn = columns->sizes().front();

    const auto second = viewOf(samples::practice());
    second->resize(smallest);
    QVERIFY(second->restoreLayout(first->layoutState()));
    second->show();
    QTest::qWait(20);
    QCOMPARE(part<QSplitter>(*second, "columns")->sizes().front(), drawn);

    QVERIFY(!second->restoreLayout({}));
    QVERIFY(!second->restoreLayout(QByteArray("garbage that is long enough to be read as something")));
    QCOMPARE(part<QSplitter>(*second, "columns")->sizes().front(), drawn);
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<DeskViewTest>(); });
}

#include "desk_view_test.moc"
