#include "conflict_page.h"
#include "gui_checks.h"
#include "outbox_page.h"
#include "test_bureau.h"
#include "topic_pane.h"
#include "topics_page.h"

#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/models/language.h"
#include "vorzimmer/models/topic_model.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using samples::part;
using test::TestBureau;

namespace {

/// Holds the lists' statuses that a test wants; sends nothing.
class HandBoard : public ports::TopicBoard {
public:
    void open(const domain::TenantId&, const ports::BoardAccess&, std::shared_ptr<ports::TopicLedger>) override {}
    void close(const domain::TenantId&) override {}
    void push(const domain::TenantId&) override {}
    void retryNow(const domain::TenantId& tenant) override { retried << tenant.text(); }
    void test(const ports::BoardAccess&, QObject*, std::function<void(const ports::BoardReport&)>) override {}
    QStringList retried;
};

/// The client's seat at the practice's topics, on a real cabinet.
struct Seat {
    Seat() : gatekeeper(bureau.office(), bureau.room(), bureau.feld) {}

    domain::Topic add(const char* title, const char* text = "")
    {
        domain::Topic topic;
        topic.id = domain::TopicId(bureau.ids.next());
        topic.title = QString::fromUtf8(title);
        topic.text = QString::fromUtf8(text);
        topic.createdAt = bureau.clock.nowUtc();
        topic.createdBy = bureau.anna.name;
        const auto done = bureau.inCabinet(bureau.practice, [&](ports::Cabinet& cabinet) {
            return cabinet.topicList().add(topic, domain::OperationId(bureau.ids.next()));
        });
        if (!done)
            qFatal("a topic cannot be added");
        bureau.clock.advance(60);
        return topic;
    }
    /// The other side has everything that waits.
    void confirmAll()
    {
        bureau
            .inCabinet(bureau.practice,
                       [&](ports::Cabinet& cabinet) -> domain::Outcome {
                           for (;;) {
                               const auto next = cabinet.ledger().nextOperation(bureau.clock.nowUtc());
                               if (!next || !*next)
                                   return {};
                               const ports::OutboxOperation operation = **next;
                               if (!cabinet.ledger().markInFlight(operation.id) ||
                                   !cabinet.ledger().confirm(operation.id, {operation.topic, QStringLiteral("1"), {}, {}}))
                                   return {};
                           }
                       })
            .has_value();
    }
    domain::Outcome edit(domain::Topic topic, domain::TopicFields fields)
    {
        return bureau.inCabinet(bureau.practice, [&](ports::Cabinet& cabinet) {
            return cabinet.topicList().edit(topic, fields, domain::OperationId(bureau.ids.next()),
                                            {bureau.anna.name, bureau.clock.nowUtc()});
        });
    }
    ports::TopicEntry entry(const domain::TopicId& id)
    {
        const auto found =
            bureau.inCabinet(bureau.practice, [&](ports::Cabinet& cabinet) { return cabinet.topicList().entry(id); });
        return found ? *found : ports::TopicEntry();
    }
    /// A topic whose title both sides have changed.
    domain::Topic quarrel()
    {
        domain::Topic topic = add("Call back on Monday");
        confirmAll();
        domain::Topic theirs = topic;
        theirs.title = QStringLiteral("Call back on Friday");
        topic.title = QStringLiteral("Call back on Tuesday");
        if (!edit(topic, domain::TopicField::Title))
            qFatal("a topic cannot be edited");
        const auto aside = bureau.inCabinet(bureau.practice, [&](ports::Cabinet& cabinet) -> domain::Outcome {
            const auto next = cabinet.ledger().nextOperation(bureau.clock.nowUtc());
            if (!next || !*next)
                return domain::failure(domain::Fault::Internal, QStringLiteral("nothing waits"));
            return cabinet.ledger().setAside((*next)->id, {theirs, QStringLiteral("2"), {}, {}}, domain::TopicField::Title);
        });
        if (!aside)
            qFatal("no conflict can be made");
        return topic;
    }
    std::shared_ptr<desk::TopicDesk> desk()
    {
        std::shared_ptr<desk::TopicDesk> made;
        QObject receiver;
        gatekeeper.open(bureau.practice.id, desk::Occasion::review(), &receiver,
                        [&](domain::Result<desk::CabinetHandle> handle) {
                            made = std::make_shared<desk::TopicDesk>(bureau.office(), std::move(*handle), bureau.feld);
                        });
        test::turnUntil([&] { return made != nullptr; });
        return made;
    }
    void open()
    {
        page = std::make_unique<TopicsPage>(desk(), bureau.practice.zone, TopicsPage::Reader::Client);
        page->resize(1080, 560);
        page->show();
        QVERIFY(QTest::qWaitForWindowActive(page.get()));
        bureau.settle();
        bureau.settle();
    }
    QListView* list() { return part<QListView>(*page, "list"); }
    models::TopicModel* model() { return qobject_cast<models::TopicModel*>(list()->model()); }
    template <class Widget>
    Widget* field(const char* name)
    {
        return part<Widget>(*page->findChild<TopicPane*>(), name);
    }
    void press(int key, Qt::KeyboardModifiers with = {})
    {
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), with);
    }

    TestBureau bureau;
    desk::Gatekeeper gatekeeper;
    std::unique_ptr<TopicsPage> page;
};

} // namespace

class TopicsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsOpenIsListed();
    void aTitleIsEditedByKeyboard();
    void newsDisturbsNothingTyped();
    void aTopicDeletedElsewhereLeavesTheWords();
    void aNewTopicIsWritten();
    void deletingCanBeUndoneUntilThePageIsLeft();
    void aConflictIsDecidedAndTakenBackByKeyboard();
    void escStepsBackAndLosesNothing();
    void theOutboxShowsNothingOfOthers();
    void everythingFocusableHasAName();
    void noLetterMeansTwoThings_data();
    void noLetterMeansTwoThings();
};

void TopicsTest::whatIsOpenIsListed()
{
    Seat seat;
    const domain::Topic done = seat.add("Finished");
    seat.add("Waiting for the laboratory", "Call at nine");
    domain::Topic changed = done;
    changed.state = domain::TopicState::Done;
    QVERIFY(seat.edit(changed, domain::TopicField::State).has_value());
    seat.open();
    QCOMPARE(seat.model()->topicCount(), 1);
    QVERIFY(samples::allText(*seat.page).contains(QStringLiteral("Waiting for the laboratory, Open, not yet synced")));
    part<QComboBox>(*seat.page, "filter")->setCurrentIndex(1);
    seat.bureau.settle();
    QCOMPARE(seat.model()->topicCount(), 2);
    auto* search = part<QLineEdit>(*seat.page, "search");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("labor"));
    QTRY_COMPARE(seat.model()->topicCount(), 1);
}

void TopicsTest::aTitleIsEditedByKeyboard()
{
    Seat seat;
    const domain::Topic topic = seat.add("Blood count");
    seat.confirmAll();
    seat.open();
    QSignalSpy filled(seat.page.get(), &TopicsPage::outboxFilled);
    seat.list()->setFocus();
    seat.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), seat.field<QLineEdit>("title"));
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Blood count of Monday"));
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(QApplication::focusWidget(), seat.list());
    QCOMPARE(filled.count(), 1);
    seat.bureau.settle();
    const ports::TopicEntry stored = seat.entry(topic.id);
    QCOMPARE(stored.topic.title, QStringLiteral("Blood count of Monday"));
    QCOMPARE(stored.topic.changedBy, seat.bureau.feld.name);
    QCOMPARE(stored.waiting, 1);
}

void TopicsTest::newsDisturbsNothingTyped()
{
    Seat seat;
    domain::Topic topic = seat.add("Prescription", "old text");
    seat.add("Another");
    seat.open();
    seat.list()->setCurrentIndex(seat.model()->index(seat.model()->rowOf(topic.id)));
    seat.list()->setFocus();
    seat.press(Qt::Key_Return);
    auto* title = seat.field<QLineEdit>("title");
    title->end(false);
    QTest::keyClicks(title, QStringLiteral(" tomor"));
    topic.title = QStringLiteral("Their title");
    topic.text = QStringLiteral("new text");
    QVERIFY(seat.edit(topic, domain::TopicField::Title | domain::TopicField::Text).has_value());
    seat.add("Came meanwhile");
    seat.page->refresh();
    QTRY_COMPARE(seat.model()->topicCount(), 3);
    QCOMPARE(title->text(), QStringLiteral("Prescription tomor"));
    QCOMPARE(seat.field<QPlainTextEdit>("text")->toPlainText(), QStringLiteral("new text"));
    QCOMPARE(QApplication::focusWidget(), title);
    QTest::keyClicks(title, QStringLiteral("row"));
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    seat.bureau.settle();
    QCOMPARE(seat.entry(topic.id).topic.title, QStringLiteral("Prescription tomorrow"));
}

void TopicsTest::aTopicDeletedElsewhereLeavesTheWords()
{
    Seat seat;
    const domain::Topic topic = seat.add("Prescription");
    seat.open();
    seat.list()->setFocus();
    seat.press(Qt::Key_Return);
    auto* title = seat.field<QLineEdit>("title");
    QTest::keyClicks(title, QStringLiteral("Words that nobody else has"));
    QVERIFY(seat.bureau
                .inCabinet(seat.bureau.practice,
                           [&](ports::Cabinet& cabinet) {
                               return cabinet.topicList().remove(topic.id, domain::OperationId(seat.bureau.ids.next()),
                                                                 {seat.bureau.anna.name, seat.bureau.clock.nowUtc()});
                           })
                .has_value());
    seat.page->refresh();
    QTRY_VERIFY(!part<QLabel>(*seat.page, "problem")->isHidden());
    QCOMPARE(title->text(), QStringLiteral("Words that nobody else has"));
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(seat.model()->topicCount(), 1);
    QCOMPARE(seat.model()->entry(seat.model()->firstTopicRow())->topic.title, QStringLiteral("Words that nobody else has"));
}

void TopicsTest::aNewTopicIsWritten()
{
    Seat seat;
    seat.add("Old");
    seat.open();
    seat.list()->setFocus();
    seat.press(Qt::Key_N, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Opening hours at Christmas"));
    seat.press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(seat.model()->topicCount(), 2);
    QCOMPARE(seat.field<QLineEdit>("title")->text(), QStringLiteral("Opening hours at Christmas"));
    const auto shown = seat.page->findChild<TopicPane*>()->shown();
    QCOMPARE(seat.entry(shown).topic.origin, domain::TopicOrigin::Client);
}

void TopicsTest::deletingCanBeUndoneUntilThePageIsLeft()
{
    Seat seat;
    const domain::Topic topic = seat.add("Gone");
    seat.open();
    seat.list()->setFocus();
    seat.press(Qt::Key_Delete);
    QCOMPARE(seat.model()->topicCount(), 0);
    QVERIFY(part<QWidget>(*seat.page, "undoBox")->isVisible());
    QTest::mouseClick(part<QPushButton>(*seat.page, "undo"), Qt::LeftButton);
    QCOMPARE(seat.model()->topicCount(), 1);
    QVERIFY(!seat.entry(topic.id).topic.deleted);
    seat.list()->setFocus();
    seat.press(Qt::Key_Delete);
    seat.page->hide();
    seat.bureau.settle();
    const auto left =
        seat.bureau.inCabinet(seat.bureau.practice, [](ports::Cabinet& cabinet) { return cabinet.topicList().entries({}); });
    QVERIFY(left.has_value() && left->empty());
}

void TopicsTest::aConflictIsDecidedAndTakenBackByKeyboard()
{
    Seat seat;
    const domain::Topic topic = seat.quarrel();
    seat.open();
    QVERIFY(samples::allText(*seat.page).contains(QStringLiteral("1 conflict")));
    seat.list()->setFocus();
    seat.press(Qt::Key_D, Qt::ControlModifier);
    auto* conflicts = seat.page->findChild<ConflictPage*>();
    QVERIFY(conflicts->isVisible());
    const QString said = samples::allText(*conflicts);
    QVERIFY2(said.contains(QStringLiteral("new words: Tuesday")) && said.contains(QStringLiteral("new words: Friday")),
             qPrintable(said));
    QVERIFY(said.contains(QStringLiteral("words that went: Monday")));
    seat.press(Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(samples::allText(*conflicts).contains(QStringLiteral("Decided: theirs kept")));
    QCOMPARE(seat.entry(topic.id).topic.title, QStringLiteral("Call back on Friday"));
    QVERIFY(seat.entry(topic.id).conflicts.empty());
    seat.press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(samples::allText(*conflicts).contains(QStringLiteral("not decided")));
    QCOMPARE(seat.entry(topic.id).conflicts.size(), size_t(1));
    QCOMPARE(seat.entry(topic.id).topic.title, QStringLiteral("Call back on Tuesday"));
}

void TopicsTest::escStepsBackAndLosesNothing()
{
    Seat seat;
    const domain::Topic topic = seat.add("Prescription");
    seat.open();
    seat.list()->setFocus();
    seat.press(Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Half a sent"));
    QVERIFY(seat.page->stepBack());
    QCOMPARE(QApplication::focusWidget(), seat.list());
    seat.bureau.settle();
    QCOMPARE(seat.entry(topic.id).topic.title, QStringLiteral("Half a sent"));
    QVERIFY(!seat.page->stepBack());
}

void TopicsTest::theOutboxShowsNothingOfOthers()
{
    Seat seat;
    seat.add("Known to the practice");
    HandBoard board;
    desk::ListKeeper lists(seat.bureau.office(), seat.gatekeeper, board);
    lists.start();
    seat.bureau.settle();
    ports::BoardStatus rival;
    rival.tenant = seat.bureau.rival.id;
    rival.state = ports::BoardState::Blocked;
    rival.blocked = 3;
    Q_EMIT board.statusChanged(rival);
    ports::BoardStatus own;
    own.tenant = seat.bureau.practice.id;
    own.state = ports::BoardState::Unreachable;
    own.waiting = 1;
    own.conflicts = 2;
    Q_EMIT board.statusChanged(own);
    OutboxPage page(lists, seat.desk(), true);
    page.resize(900, 600);
    page.show();
    seat.bureau.settle();
    const QString said = samples::allText(page);
    QVERIFY2(said.contains(seat.bureau.practice.name) && said.contains(QStringLiteral("1 waiting · 2 conflicts")),
             qPrintable(said));
    QVERIFY(said.contains(QStringLiteral("Known to the practice")));
    QVERIFY(!said.contains(seat.bureau.rival.name));
    QVERIFY(!said.contains(TestBureau::canary(seat.bureau.rival)));
    QVERIFY(samples::nameless(page).isEmpty());
    QTest::keyClick(&page, Qt::Key_R, Qt::ControlModifier);
}

void TopicsTest::everythingFocusableHasAName()
{
    Seat seat;
    seat.quarrel();
    seat.open();
    QStringList found = samples::nameless(*seat.page);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(", "))));
    seat.list()->setFocus();
    seat.press(Qt::Key_D, Qt::ControlModifier);
    QVERIFY(samples::focusable(*seat.page).size() > 6);
    found = samples::nameless(*seat.page);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(", "))));
}

void TopicsTest::noLetterMeansTwoThings_data()
{
    QTest::addColumn<QString>("language");
    for (const QString& language : models::shippedLanguages())
        QTest::newRow(qPrintable(language)) << language;
}

void TopicsTest::noLetterMeansTwoThings()
{
    QFETCH(QString, language);
    models::speak(QLocale(language));
    Seat seat;
    seat.quarrel();
    seat.open();
    const QStringList collisions = samples::mnemonicCollisions({seat.page.get()});
    models::speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QVERIFY2(collisions.isEmpty(), qPrintable(collisions.join(QStringLiteral("; "))));
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<TopicsTest>(); });
}

#include "topics_test.moc"
