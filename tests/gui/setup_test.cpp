#include "gui_checks.h"
#include "setup_page.h"
#include "test_bureau.h"

#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/models/language.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using ports::BoardAbility;
using ports::BoardKind;
using samples::part;
using test::TestBureau;

namespace {

/// Answers a trial when the test says so.
class SlowBoard : public ports::TopicBoard {
public:
    void open(const domain::TenantId&, const ports::BoardAccess& access, std::shared_ptr<ports::TopicLedger>) override { opened = access; }
    void close(const domain::TenantId&) override { opened.reset(); }
    void push(const domain::TenantId&) override {}
    void retryNow(const domain::TenantId&) override {}
    void test(const ports::BoardAccess& access, QObject* receiver, std::function<void(const ports::BoardReport&)> reply) override
    {
        tried = access;
        answer = [guard = QPointer<QObject>(receiver), reply = std::move(reply)](const ports::BoardReport& report) {
            if (guard)
                reply(report);
        };
    }

    std::optional<ports::BoardAccess> opened;
    std::optional<ports::BoardAccess> tried;
    std::function<void(const ports::BoardReport&)> answer;
};

ports::BoardReport goodReport()
{
    ports::BoardReport report;
    report.reachable = true;
    report.product = QStringLiteral("vorzimmer-topics 1.1.0");
    report.abilities = BoardAbility::Writing | BoardAbility::Comments | BoardAbility::UpdateGuard;
    report.pollEvery = std::chrono::seconds(30);
    return report;
}

struct Office {
    Office()
        : gatekeeper(bureau.office(), bureau.room(), bureau.petra), lists(bureau.office(), gatekeeper, board),
          setup(bureau.office(), gatekeeper, lists, board), page(std::make_unique<SetupPage>(setup))
    {
        page->resize(1000, 640);
        page->show();
        page->activateWindow();
        bureau.settle();
        bureau.settle();
    }
    template <class Widget>
    Widget* field(const char* name)
    {
        return part<Widget>(*page, name);
    }
    void type(const char* name, const char* words)
    {
        auto* line = field<QLineEdit>(name);
        line->clear();
        QTest::keyClicks(line, QString::fromLatin1(words));
    }
    void choose(BoardKind kind)
    {
        auto* box = field<QComboBox>("kind");
        box->setCurrentIndex(box->findData(static_cast<int>(kind)));
        Q_EMIT box->activated(box->currentIndex());
    }
    void press(int key) { QTest::keyClick(page.get(), static_cast<Qt::Key>(key), Qt::ControlModifier); }
    QString said() { return samples::allText(*page); }

    TestBureau bureau;
    SlowBoard board;
    desk::Gatekeeper gatekeeper;
    desk::ListKeeper lists;
    desk::ListSetup setup;
    std::unique_ptr<SetupPage> page;
};

} // namespace

class SetupTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTrialSaysWhatTheListCanAndCannot();
    void aSecretIsNeverShownAgain();
    void whatIsWrongIsSaidWhereItIs();
    void aLateAnswerIsNotShownAtAnotherClient();
    void escStepsOut();
    void everythingFocusableHasAName();
    void noLetterMeansTwoThings_data();
    void noLetterMeansTwoThings();
};

void SetupTest::aTrialSaysWhatTheListCanAndCannot()
{
    Office office;
    office.type("address", "https://lists.example");
    office.type("secret", "token");
    office.press(Qt::Key_R);
    QTRY_VERIFY(office.board.answer);
    QVERIFY(office.said().contains(QStringLiteral("Trying the list out")));
    QVERIFY(!office.field<QPushButton>("test")->isEnabled());
    office.board.answer(goodReport());
    const QString said = office.said();
    for (const char* words : {"The list answers: vorzimmer-topics 1.1.0", "Writing: yes", "News at once: no", "after 30 seconds", "Comments: yes",
                              "For whom: no"})
        QVERIFY2(said.contains(QString::fromLatin1(words)), qPrintable(said));
    QVERIFY2(!office.board.opened, "a trial connects nothing");
    QVERIFY(office.field<QPushButton>("test")->isEnabled());
}

void SetupTest::aSecretIsNeverShownAgain()
{
    Office office;
    office.type("address", "https://lists.example");
    office.type("secret", "s3cret");
    QCOMPARE(office.field<QLineEdit>("secret")->echoMode(), QLineEdit::Password);
    office.press(Qt::Key_Return);
    QTRY_VERIFY(office.board.answer);
    office.board.answer(goodReport());
    QTRY_VERIFY(office.board.opened);
    QCOMPARE(office.board.opened->secret, QByteArray("s3cret"));
    office.bureau.settle();
    QCOMPARE(office.field<QLineEdit>("secret")->text(), QString());
    QVERIFY(office.field<QLineEdit>("secret")->placeholderText().contains(QStringLiteral("kept")));
    QVERIFY(!office.said().contains(QStringLiteral("s3cret")));
    QTRY_VERIFY(office.field<QPushButton>("disconnect")->isVisible());
    office.choose(BoardKind::Trello);
    QCOMPARE(office.field<QLineEdit>("account")->echoMode(), QLineEdit::Password);
}

void SetupTest::whatIsWrongIsSaidWhereItIs()
{
    Office office;
    office.type("address", "http://lists.example");
    office.press(Qt::Key_R);
    QVERIFY(office.said().contains(QStringLiteral("https:// only")));
    QCOMPARE(QApplication::focusWidget(), office.field<QLineEdit>("address"));
    office.type("address", "https://lists.example");
    office.press(Qt::Key_R);
    QTRY_VERIFY(office.said().contains(QStringLiteral("The token is missing")));
    QCOMPARE(QApplication::focusWidget(), office.field<QLineEdit>("secret"));
    QVERIFY(!office.board.tried);
    ports::BoardReport broken;
    broken.problem = QStringLiteral("401: no such token");
    office.type("secret", "token");
    office.press(Qt::Key_Return);
    QTRY_VERIFY(office.board.answer);
    office.board.answer(broken);
    QVERIFY(office.said().contains(QStringLiteral("It says: 401: no such token")));
    QCOMPARE(office.field<QLineEdit>("secret")->text(), QStringLiteral("token"));
    office.bureau.settle();
    QVERIFY(!office.board.opened);
}

void SetupTest::aLateAnswerIsNotShownAtAnotherClient()
{
    Office office;
    office.type("address", "https://lists.example");
    office.type("secret", "token");
    office.press(Qt::Key_R);
    QTRY_VERIFY(office.board.answer);
    auto* tenants = office.field<QListView>("tenants");
    tenants->setCurrentIndex(tenants->model()->index(1, 0));
    QCOMPARE(office.field<QLineEdit>("secret")->text(), QString());
    office.board.answer(goodReport());
    QVERIFY(!office.said().contains(QStringLiteral("The list answers")));
}

void SetupTest::escStepsOut()
{
    Office office;
    office.field<QLineEdit>("address")->setFocus();
    QVERIFY(office.page->stepBack());
    QCOMPARE(QApplication::focusWidget(), office.field<QListView>("tenants"));
    QVERIFY(!office.page->stepBack());
}

void SetupTest::everythingFocusableHasAName()
{
    Office office;
    for (const BoardKind kind : {BoardKind::TopicServer, BoardKind::CalDav, BoardKind::Trello}) {
        office.choose(kind);
        QVERIFY(samples::focusable(*office.page).size() > 4);
        const QStringList found = samples::nameless(*office.page);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(", "))));
    }
}

void SetupTest::noLetterMeansTwoThings_data()
{
    QTest::addColumn<QString>("language");
    for (const QString& language : models::shippedLanguages())
        QTest::newRow(qPrintable(language)) << language;
}

void SetupTest::noLetterMeansTwoThings()
{
    QFETCH(QString, language);
    models::speak(QLocale(language));
    QStringList collisions;
    {
        Office office;
        for (const BoardKind kind : {BoardKind::TopicServer, BoardKind::CalDav, BoardKind::Trello}) {
            office.choose(kind);
            collisions += samples::mnemonicCollisions({office.page.get()});
        }
    }
    models::speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QVERIFY2(collisions.isEmpty(), qPrintable(collisions.join(QStringLiteral("; "))));
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<SetupTest>(); });
}

#include "setup_test.moc"
