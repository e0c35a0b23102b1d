#include "gui_checks.h"
#include "knowledge_dialog.h"
#include "knowledge_page.h"
#include "test_bureau.h"

#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/models/language.h"
#include "vorzimmer/ports/knowledge_book.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using samples::part;
using test::TestBureau;

namespace {

/// The practice's answers as @p user sees them.
struct Answers {
    explicit Answers(domain::User TestBureau::*who = &TestBureau::petra) : gatekeeper(bureau.office(), bureau.room(), bureau.*who)
    {
        const bool written = bureau.inCabinet(bureau.practice, [](ports::Cabinet& cabinet) {
            domain::Knowledge knowledge;
            knowledge.entries = {{QStringLiteral("way"), {}, QStringLiteral("Getting here"), {}},
                                 {QStringLiteral("park"), QStringLiteral("way"), QStringLiteral("Where to park?"), QStringLiteral("In the **yard** <b>."),
                                  {QStringLiteral("car")}, {QStringLiteral("bus")}},
                                 {QStringLiteral("bus"), QStringLiteral("way"), QStringLiteral("By bus"), QStringLiteral("Line 12.")}};
            return cabinet.knowledgeBook().save(knowledge).has_value();
        });
        Q_ASSERT(written);
        std::optional<domain::Result<desk::CabinetHandle>> handle;
        const bool client = (bureau.*who).role == domain::Role::Client;
        gatekeeper.open(bureau.practice.id, client ? desk::Occasion::review() : desk::Occasion::visit(QStringLiteral("answers")), &receiver,
                        [&handle](domain::Result<desk::CabinetHandle> opened) { handle.emplace(std::move(opened)); });
        test::turnUntil([&] { return handle.has_value(); });
        page = std::make_unique<KnowledgePage>(std::make_unique<desk::KnowledgeDesk>(bureau.office(), std::move(**handle), bureau.*who),
                                               client ? KnowledgePage::Reader::Client : KnowledgePage::Reader::Bureau);
        page->resize(1280, 720);
        page->show();
        test::turnUntil([&] { return list()->model()->rowCount() == 3; });
    }
    [[nodiscard]] QListView* list() { return part<QListView>(*page, "entries"); }
    [[nodiscard]] QLineEdit* search() { return part<QLineEdit>(*page, "search"); }
    [[nodiscard]] QString question() { return part<QLabel>(*page, "question")->text(); }
    [[nodiscard]] QString answer() { return part<QTextBrowser>(*page, "answer")->toPlainText(); }

    TestBureau bureau;
    QObject receiver;
    desk::Gatekeeper gatekeeper;
    std::unique_ptr<KnowledgePage> page;
};

} // namespace

class KnowledgeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsFoundAtOnce();
    void linksAreFollowedAndEscLeadsBack();
    void anEntryIsWrittenBelowAnother();
    void anEntryCannotStandBelowItself();
    void takingAwayAndMovingByKey();
    void everythingFocusableHasAName();
    void mnemonicsDoNotCollide_data();
    void mnemonicsDoNotCollide();
};

void KnowledgeTest::whatIsTypedIsFoundAtOnce()
{
    Answers answers;
    QCOMPARE(answers.question(), QStringLiteral("Getting here"));
    answers.search()->setFocus();
    QTest::keyClick(answers.search(), Qt::Key_Down);
    QCOMPARE(answers.question(), QStringLiteral("Where to park?"));
    QTest::keyClicks(answers.search(), QStringLiteral("car"));
    QCOMPARE(answers.list()->model()->rowCount(), 1);
    QCOMPARE(answers.question(), QStringLiteral("Where to park?"));
    QCOMPARE(answers.answer(), QStringLiteral("In the yard <b>."));
    QCOMPARE(part<QLabel>(*answers.page, "path")->text(), QStringLiteral("Getting here"));
    QTest::keyClicks(answers.search(), QStringLiteral("xyz"));
    QVERIFY(part<QLabel>(*answers.page, "noEntries")->text().startsWith(QStringLiteral("Nothing is found")));
    QVERIFY(answers.page->stepBack());
    QCOMPARE(answers.list()->model()->rowCount(), 3);
    QVERIFY(!answers.page->stepBack());
}

void KnowledgeTest::linksAreFollowedAndEscLeadsBack()
{
    Answers answers;
    QTest::keyClicks(answers.search(), QStringLiteral("park"));
    auto* links = part<QListView>(*answers.page, "links");
    QCOMPARE(links->model()->rowCount(), 1);
    links->setFocus();
    QTest::keyClick(links, Qt::Key_Return);
    QCOMPARE(answers.question(), QStringLiteral("By bus"));
    QVERIFY(!part<QWidget>(*answers.page, "linksCard")->isVisible());
    QVERIFY(answers.page->stepBack());
    QCOMPARE(answers.question(), QStringLiteral("Where to park?"));
}

void KnowledgeTest::anEntryIsWrittenBelowAnother()
{
    Answers answers(&TestBureau::feld);
    QTest::keyClick(answers.page.get(), Qt::Key_N, Qt::ControlModifier);
    auto* dialog = answers.page->findChild<KnowledgeDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isActiveWindow());
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(part<QLabel>(*dialog, "flaw")->isVisible());
    QTest::keyClicks(part<QLineEdit>(*dialog, "question"), QStringLiteral("By bicycle"));
    part<QPlainTextEdit>(*dialog, "answer")->setPlainText(QStringLiteral("Stands in the yard."));
    part<QLineEdit>(*dialog, "words")->setText(QStringLiteral("bike, , cycling"));
    auto* link = part<QComboBox>(*dialog, "link");
    link->setCurrentIndex(link->findData(QStringLiteral("park")));
    part<QPushButton>(*dialog, "addLink")->click();
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(test::turnUntil([&] { return answers.list()->model()->rowCount() == 4; }));
    QCOMPARE(answers.question(), QStringLiteral("By bicycle"));
    const auto kept = answers.bureau.inCabinet(answers.bureau.practice, [](ports::Cabinet& cabinet) { return cabinet.knowledgeBook().knowledge(); });
    const domain::KnowledgeEntry& entry = kept->entries.back();
    QCOMPARE(entry.below, QStringLiteral("way"));
    QCOMPARE(entry.words.size(), size_t(2));
    QCOMPARE(entry.seeAlso.front(), QStringLiteral("park"));
    QCOMPARE(kept->savedBy, answers.bureau.feld.name);
}

void KnowledgeTest::anEntryCannotStandBelowItself()
{
    Answers answers;
    QTest::keyClick(answers.page.get(), Qt::Key_E, Qt::ControlModifier);
    auto* dialog = answers.page->findChild<KnowledgeDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY(dialog->isActiveWindow());
    auto* below = part<QComboBox>(*dialog, "below");
    below->setCurrentIndex(below->findData(QStringLiteral("park"))); // which stands below it
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(part<QLabel>(*dialog, "flaw")->text().contains(QStringLiteral("below itself")));
}

void KnowledgeTest::takingAwayAndMovingByKey()
{
    Answers answers;
    auto* list = answers.list();
    list->setFocus();
    list->setCurrentIndex(list->model()->index(2, 0));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QVERIFY(test::turnUntil([&] { return list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("By bus")); }));
    QCOMPARE(answers.question(), QStringLiteral("By bus"));
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(part<QLabel>(*answers.page, "result")->text().contains(QStringLiteral("By bus")));
    list->setCurrentIndex(list->model()->index(0, 0)); // thought better of it
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(!test::turnUntil([&] { return list->model()->rowCount() == 2; }, std::chrono::milliseconds(200)));
    QTest::keyClick(list, Qt::Key_Delete);
    QVERIFY(test::turnUntil([&] { return list->model()->rowCount() == 2; }));
}

void KnowledgeTest::everythingFocusableHasAName()
{
    const Answers answers;
    QVERIFY(!samples::focusable(*answers.page).isEmpty());
    const KnowledgeDialog dialog({}, {});
    const QStringList found = samples::nameless(*answers.page) + samples::nameless(dialog);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(", "))));
}

void KnowledgeTest::mnemonicsDoNotCollide_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << QStringLiteral("en_GB");
    QTest::newRow("de") << QStringLiteral("de_DE");
}

void KnowledgeTest::mnemonicsDoNotCollide()
{
    QFETCH(QString, language);
    models::speak(QLocale(language));
    QStringList collisions;
    {
        Answers answers;
        collisions = samples::mnemonicCollisions({answers.page.get()});
        KnowledgeDialog dialog({}, {});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        collisions << samples::mnemonicCollisions({&dialog});
    }
    models::speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QVERIFY2(collisions.isEmpty(), qPrintable(collisions.join(QStringLiteral("; "))));
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<KnowledgeTest>(); });
}

#include "knowledge_test.moc"
