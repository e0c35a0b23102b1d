#include "gui_checks.h"
#include "line_banner.h"
#include "lines_page.h"
#include "status_line.h"
#include "test_bureau.h"

#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/desk/line_book.h"
#include "vorzimmer/models/language.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;
using ports::LineState;
using ports::LineStatus;
using ports::LineTrouble;
using samples::part;

namespace {

/// A feed that notes what it is asked for.
class AskedFeed : public test::HandFeed {
public:
    [[nodiscard]] bool registersLines() const override { return true; }
    void registerNow(const domain::LineId& line) override { asked.push_back(line); }
    std::vector<domain::LineId> asked;
};

struct Seat {
    AskedFeed feed;
    desk::LineWatch watch{feed};
    LineBanner banner;
    domain::LineId front{QUuid::createUuid()};
    domain::LineId back{QUuid::createUuid()};

    Seat() { banner.setWatch(watch); }

    void say(const domain::LineId& line, const QString& name, LineState state, LineTrouble trouble = LineTrouble::None)
    {
        LineStatus status;
        status.line = line;
        status.name = name;
        status.state = state;
        status.trouble = trouble;
        Q_EMIT feed.lineStateChanged(status);
    }

    [[nodiscard]] QString text() const { return part<QLabel>(banner, "sentence")->text(); }
    /// As screen readers have it.
    [[nodiscard]] QString announced() const { return part<QLabel>(banner, "sentence")->accessibleName(); }
};

/// The page on a bureau's own files.
struct SetUp {
    SetUp() : gatekeeper(bureau.office(), bureau.room(), bureau.petra), setup(bureau.office(), gatekeeper, watch), page(std::make_unique<LinesPage>(setup))
    {
        page->resize(1000, 640);
        page->show();
        page->activateWindow();
        settle();
    }
    void settle()
    {
        for (int i = 0; i < 3; ++i)
            bureau.settle();
    }
    void type(const char* name, const char* words)
    {
        auto* line = part<QLineEdit>(*page, name);
        line->clear();
        QTest::keyClicks(line, QString::fromLatin1(words));
    }
    void press(int key) { QTest::keyClick(page.get(), static_cast<Qt::Key>(key), Qt::ControlModifier); }
    void saveOne()
    {
        press(Qt::Key_N);
        type("name", "Zentrale");
        type("user", "4930231250");
        type("server", "sip.example.net");
        type("password", "s3cret");
        press(Qt::Key_Return);
        settle();
    }
    void say(LineState state, LineTrouble trouble = LineTrouble::None)
    {
        LineStatus status;
        status.line = setup.lines().front().line.id;
        status.name = setup.lines().front().line.name;
        status.state = state;
        status.trouble = trouble;
        Q_EMIT feed.lineStateChanged(status);
    }
    [[nodiscard]] QString said() { return samples::allText(*page); }

    test::TestBureau bureau;
    AskedFeed feed;
    desk::LineWatch watch{feed};
    desk::Gatekeeper gatekeeper;
    desk::LineSetup setup;
    std::unique_ptr<LinesPage> page;
};

} // namespace

class LinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aLineThatIsUpNeedsNoWords();
    void aLostLineStandsThereUntilItIsBack();
    void severalLostLinesAreNamedTogether();
    void whoDoesNotWantToWaitAsksAtOnce();
    void theStatusLineCounts();
    void aNewLineIsKeptAndItsPasswordForgotten();
    void whatTheOtherSideSaysIsShown();
    void whatIsWrongIsSaidAtItsField();
    void removingIsAskedFor();
    void everythingFocusableHasAName();
    void noLetterMeansTwoThings_data();
    void noLetterMeansTwoThings();
};

void LinesTest::aLineThatIsUpNeedsNoWords()
{
    Seat seat;
    seat.say(seat.front, QStringLiteral("front"), LineState::Starting);
    seat.say(seat.front, QStringLiteral("front"), LineState::Up);
    QVERIFY(seat.banner.isHidden());
}

void LinesTest::aLostLineStandsThereUntilItIsBack()
{
    Seat seat;
    seat.say(seat.front, QStringLiteral("front"), LineState::Up);
    seat.say(seat.front, QStringLiteral("front"), LineState::Retrying, LineTrouble::NoAnswer);
    QVERIFY(!seat.banner.isHidden());
    QVERIFY(seat.text().contains(QStringLiteral("does not answer")));
    QCOMPARE(seat.announced(), seat.text());
    seat.say(seat.front, QStringLiteral("front"), LineState::Starting);
    seat.say(seat.front, QStringLiteral("front"), LineState::Retrying, LineTrouble::Unreachable);
    QVERIFY(seat.text().contains(QStringLiteral("cannot be reached")));
    QCOMPARE(seat.announced(), seat.text());
    seat.say(seat.front, QStringLiteral("front"), LineState::Up);
    QVERIFY(!seat.banner.isHidden());
    QVERIFY(seat.announced().contains(QStringLiteral("is back")));
    QVERIFY(!part<QPushButton>(seat.banner, "retry")->isVisibleTo(&seat.banner));
    QTRY_VERIFY_WITH_TIMEOUT(seat.banner.isHidden(), 30000);
}

void LinesTest::severalLostLinesAreNamedTogether()
{
    Seat seat;
    seat.say(seat.front, QStringLiteral("front"), LineState::Retrying, LineTrouble::NoAnswer);
    seat.say(seat.back, QStringLiteral("back"), LineState::Blocked, LineTrouble::WrongPassword);
    QVERIFY(seat.text().contains(QStringLiteral("front")) && seat.text().contains(QStringLiteral("back")));
    seat.say(seat.front, QStringLiteral("front"), LineState::Up);
    QVERIFY(seat.text().contains(QStringLiteral("front is back")));
    QVERIFY(seat.text().contains(QStringLiteral("Line back is down")));
    QVERIFY(!seat.banner.isHidden());
}

void LinesTest::whoDoesNotWantToWaitAsksAtOnce()
{
    Seat seat;
    seat.say(seat.front, QStringLiteral("front"), LineState::Retrying, LineTrouble::NoAnswer);
    seat.say(seat.back, QStringLiteral("back"), LineState::Up);
    part<QPushButton>(seat.banner, "retry")->click();
    QCOMPARE(seat.feed.asked.size(), size_t(1));
    QVERIFY(seat.feed.asked.front() == seat.front);
}

void LinesTest::theStatusLineCounts()
{
    StatusLine status;
    LineStatus up;
    up.line = domain::LineId(QUuid::createUuid());
    up.name = QStringLiteral("front");
    up.state = LineState::Up;
    LineStatus down = up;
    down.name = QStringLiteral("<back>");
    down.state = LineState::Blocked;
    down.trouble = LineTrouble::WrongPassword;
    status.setLine(ports::BackendState::Up);
    status.setLines({up, up});
    QVERIFY(samples::allText(status).contains(QStringLiteral("2 lines ready")));
    status.setLines({up, down});
    QVERIFY(samples::allText(status).contains(QStringLiteral("line <back> is down")));
    QVERIFY(part<QWidget>(status, "phone")->toolTip().contains(QStringLiteral("&lt;back&gt;: down")));
}

void LinesTest::aNewLineIsKeptAndItsPasswordForgotten()
{
    SetUp office;
    QCOMPARE(part<QLineEdit>(*office.page, "password")->echoMode(), QLineEdit::Password);
    office.saveOne();
    QCOMPARE(office.setup.lines().size(), size_t(1));
    QCOMPARE(part<QLineEdit>(*office.page, "password")->text(), QString());
    QVERIFY(part<QLineEdit>(*office.page, "password")->placeholderText().contains(QStringLiteral("kept")));
    QVERIFY2(!office.said().contains(QStringLiteral("s3cret")), "a password is shown");
    QVERIFY(office.said().contains(QStringLiteral("Zentrale")));
    // A second save goes to the same line.
    office.type("number", "030 23125-0");
    office.press(Qt::Key_Return);
    office.settle();
    QCOMPARE(office.setup.lines().size(), size_t(1));
    QCOMPARE(office.setup.lines().front().line.number, QStringLiteral("030 23125-0"));
}

void LinesTest::whatTheOtherSideSaysIsShown()
{
    SetUp office;
    office.saveOne();
    QVERIFY(office.said().contains(QStringLiteral("being asked")));
    office.say(LineState::Starting);
    QVERIFY(office.said().contains(QStringLiteral("being asked")));
    office.say(LineState::Blocked, LineTrouble::WrongPassword);
    QVERIFY(office.said().contains(QStringLiteral("does not accept the password. Callers")));
    office.press(Qt::Key_R);
    QCOMPARE(office.feed.asked.size(), size_t(1));
    office.say(LineState::Blocked, LineTrouble::WrongPassword); // what was so before
    QVERIFY(office.said().contains(QStringLiteral("being asked")));
    office.say(LineState::Starting);
    office.say(LineState::Up);
    QVERIFY(office.said().contains(QStringLiteral("The other side has registered this line.")));
}

void LinesTest::whatIsWrongIsSaidAtItsField()
{
    SetUp office;
    office.press(Qt::Key_N);
    office.type("name", "Zentrale");
    office.type("user", "12");
    office.type("server", "not a server");
    office.press(Qt::Key_Return);
    QVERIFY(office.said().contains(QStringLiteral("This is no server.")));
    QCOMPARE(office.page->focusWidget(), part<QWidget>(*office.page, "server"));
    QVERIFY(office.setup.lines().empty());
    QVERIFY(part<QPushButton>(*office.page, "save")->isEnabled());
}

void LinesTest::removingIsAskedFor()
{
    SetUp office;
    office.saveOne();
    part<QPushButton>(*office.page, "remove")->click();
    QVERIFY(office.said().contains(QStringLiteral("Remove this line?")));
    QVERIFY(office.page->stepBack());
    QCOMPARE(office.setup.lines().size(), size_t(1));
    part<QPushButton>(*office.page, "remove")->click();
    part<QPushButton>(*office.page, "yes")->click();
    office.settle();
    QVERIFY(office.setup.lines().empty());
    QVERIFY(office.said().contains(QStringLiteral("Removed")));
}

void LinesTest::everythingFocusableHasAName()
{
    SetUp office;
    office.saveOne();
    QVERIFY(samples::focusable(*office.page).size() > 8);
    const QStringList found = samples::nameless(*office.page);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QStringLiteral(", "))));
}

void LinesTest::noLetterMeansTwoThings_data()
{
    QTest::addColumn<QString>("language");
    for (const QString& language : models::shippedLanguages())
        QTest::newRow(qPrintable(language)) << language;
}

void LinesTest::noLetterMeansTwoThings()
{
    QFETCH(QString, language);
    models::speak(QLocale(language));
    QStringList collisions;
    {
        SetUp office;
        office.saveOne();
        // The banner stands above the page when a line is down.
        LineBanner banner;
        banner.setWatch(office.watch);
        office.say(LineState::Retrying, LineTrouble::NoAnswer);
        collisions = samples::mnemonicCollisions({office.page.get(), &banner});
    }
    models::speak(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QVERIFY2(collisions.isEmpty(), qPrintable(collisions.join(QStringLiteral("; "))));
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<LinesTest>(); });
}

#include "lines_test.moc"
