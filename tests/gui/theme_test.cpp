#include "gui_checks.h"
#include "theme.h"

#include <QFile>
#include <QRegularExpression>
#include <QLabel>
#include <QtTest>

using namespace vorzimmer;
using namespace vorzimmer::widgets;

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastIsMeasuredAsWcagSays();
    void everyPairCanBeRead_data();
    void everyPairCanBeRead();
    void anUnknownThemeIsNone();
    void theSheetIsFilledIn_data();
    void theSheetIsFilledIn();
    void iconsFollowTheTheme();
    void everyIconOfTheDeskExists_data();
    void everyIconOfTheDeskExists();
    void lengthsFollowTheFont();
};

void ThemeTest::contrastIsMeasuredAsWcagSays()
{
    QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
    QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
    // The textbook case: #777 on white just fails AA.
    QVERIFY(contrast(QColor(QStringLiteral("#777777")), Qt::white) < 4.5);
    QVERIFY(contrast(QColor(QStringLiteral("#767676")), Qt::white) >= 4.5);
}

void ThemeTest::everyPairCanBeRead_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << QStringLiteral("light");
    QTest::newRow("dark") << QStringLiteral("dark");
}

void ThemeTest::everyPairCanBeRead()
{
    QFETCH(QString, theme);
    const auto loaded = loadTokens(theme);
    QVERIFY(loaded);
    const std::vector<TokenPair> pairs = tokenPairs(*loaded);
    QVERIFY(pairs.size() > 30);
    QStringList unreadable;
    for (const TokenPair& pair : pairs) {
        if (const double measured = contrast(pair.text, pair.ground); measured < pair.atLeast)
            unreadable << QStringLiteral("%1: %2 < %3").arg(pair.name).arg(measured, 0, 'f', 2).arg(pair.atLeast);
    }
    QVERIFY2(unreadable.isEmpty(), qPrintable(unreadable.join(QStringLiteral("; "))));
}

void ThemeTest::anUnknownThemeIsNone()
{
    QVERIFY(!loadTokens(QStringLiteral("sepia")));
}

void ThemeTest::theSheetIsFilledIn_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void ThemeTest::theSheetIsFilledIn()
{
    QFETCH(bool, dark);
    applyTheme(*qApp, dark ? ThemeChoice::Dark : ThemeChoice::Light);
    QCOMPARE(tokens().dark, dark);
    QCOMPARE(qApp->palette().color(QPalette::Window), tokens().ground);
    const QString sheet = qApp->styleSheet();
    QVERIFY(sheet.contains(tokens().accent.name()));
    QVERIFY2(!sheet.contains(QLatin1Char('@')), qPrintable(sheet.mid(sheet.indexOf(QLatin1Char('@')), 60)));
    const QString arrow = dark ? QStringLiteral(":/theme/chevron-dark.svg") : QStringLiteral(":/theme/chevron-light.svg");
    QVERIFY(sheet.contains(arrow));
    static const QRegularExpression url(QStringLiteral("url\\(([^)]+)\\)"));
    for (auto found = url.globalMatch(sheet); found.hasNext();) {
        const QString picture = found.next().captured(1);
        QVERIFY2(QFile::exists(picture), qPrintable(picture));
    }
}

void ThemeTest::iconsFollowTheTheme()
{
    const QIcon icon = themedIcon(QStringLiteral("edit-find"));
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        applyTheme(*qApp, choice);
        const QImage picture = icon.pixmap(QSize(22, 22)).toImage();
        int painted = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QColor color = picture.pixelColor(x, y);
                constexpr int blurred = 128;
                if (color.alpha() < blurred)
                    continue;
                ++painted;
                const QColor expected = tokens().text;
                QVERIFY(qAbs(color.red() - expected.red()) < 4 && qAbs(color.green() - expected.green()) < 4);
            }
        }
        QVERIFY(painted > 10);
    }
}

void ThemeTest::everyIconOfTheDeskExists_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"call-start", "arrow-right", "document-edit", "mail-message", "media-playback-pause", "edit-find", "dialog-ok", "call-stop"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void ThemeTest::everyIconOfTheDeskExists()
{
    QFETCH(QString, name);
    QVERIFY(!QIcon::fromTheme(name).isNull());
}

void ThemeTest::lengthsFollowTheFont()
{
    QWidget small;
    QWidget large;
    small.setFont(scaledFont(small.font(), 1));
    large.setFont(scaledFont(small.font(), 2));
    QVERIFY(qAbs(em(&large, 10) - 2 * em(&small, 10)) <= 4);
}

int main(int argc, char** argv)
{
    return samples::runGuiTest(argc, argv, [] { return std::make_unique<ThemeTest>(); });
}

#include "theme_test.moc"
