#include "vorzimmer/models/desk_rows.h"
#include "vorzimmer/models/markup.h"
#include "vorzimmer/models/row_list_model.h"
#include "vorzimmer/models/spelling.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <catch2/catch.hpp>

#include <random>

using namespace vorzimmer;
using namespace vorzimmer::models;

namespace {

const QTimeZone berlin("Europe/Berlin");
const QDateTime now = QDateTime(QDate(2026, 11, 24), QTime(10, 42), berlin).toUTC();

DeskRows rows()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    return {berlin, now, [](const domain::PhoneNumber& number) { return number.e164(); }};
}

domain::Person person(const char* name, int numbers)
{
    domain::Person someone;
    someone.id = domain::PersonId(QUuid::createUuid());
    someone.name = QString::fromUtf8(name);
    for (int i = 0; i < numbers; ++i)
        someone.numbers.push_back({QStringLiteral("desk %1").arg(i), domain::PhoneNumber::fromE164(QStringLiteral("+4930%1").arg(i))});
    return someone;
}

QString words(const Row& row)
{
    QString text;
    for (const Cell& cell : row.cells) {
        for (const Line& line : cell.lines) {
            for (const Span& span : line.spans)
                text += span.text + QLatin1Char('|');
        }
    }
    return text;
}

Row plainRow(const QUuid& id, const QString& text)
{
    Row row;
    row.id = id;
    row.cells = {{{{{{text, Tone::Plain}}, 1, {}}}}};
    return row;
}

} // namespace

TEST_CASE("a person's row says who, where, how and who stands in")
{
    domain::Person chief = person("Brandt", 2);
    domain::Person deputy = person("Kern", 0);
    chief.deputy = deputy.id;
    chief.role = QStringLiteral("Doctor");
    chief.presence.state = domain::PresenceState::Busy;
    const std::vector<Row> made = rows().people({chief, deputy});
    REQUIRE(made.size() == 2);
    CHECK(made[0].id.toUuid() == chief.id.uuid());
    CHECK(made[0].lamp == Lamp::Half);
    CHECK(made[1].lamp == Lamp::On);
    for (const char* part : {"Brandt", "Doctor", "busy", "desk 0 +49300", "desk 1 +49301", "Deputy: Kern"}) {
        INFO(part);
        CHECK(made[0].spoken.contains(QString::fromUtf8(part)));
        CHECK(words(made[0]).replace(QChar::Nbsp, QLatin1Char(' ')).contains(QString::fromUtf8(part)));
    }
    CHECK(words(made[1]).contains(QStringLiteral("no number")));
}

TEST_CASE("each number of a person is one target, in order")
{
    const domain::Person chief = person("Brandt", 2);
    const std::vector<Row> made = rows().targets({chief, person("Kern", 0)});
    REQUIRE(made.size() == 2);
    CHECK(words(made[0]).contains(QStringLiteral("Brandt")));
    CHECK_FALSE(words(made[1]).contains(QStringLiteral("Brandt")));
    CHECK(made[1].spoken.contains(QStringLiteral("Brandt")));
    CHECK(made[1].spoken.contains(QStringLiteral("+49301")));
}

TEST_CASE("a promised call-back stands out until it is done, and a long note is cut")
{
    ports::HistoryEntry entry;
    entry.call.offeredAt = now.addDays(-1);
    entry.call.disposition = domain::Disposition::MessageTaken;
    entry.noteText = QString(100'000, QLatin1Char('x'));
    entry.flags = domain::NoteFlag::PleaseCallBack;
    entry.topicState = domain::TopicState::Open;
    Row row = rows().history({entry}).front();
    CHECK(row.spoken.startsWith(QStringLiteral("yesterday, 10:42, Call-back promised, still open")));
    CHECK(row.spoken.size() < 500);
    CHECK(row.cells[1].lines[0].spans[0].tone == Tone::Danger);

    entry.topicState = domain::TopicState::Done;
    row = rows().history({entry}).front();
    CHECK(row.spoken.contains(QStringLiteral("Message taken")));
    CHECK_FALSE(row.spoken.contains(QStringLiteral("still open")));
}

TEST_CASE("free times stand under the client's own day")
{
    const auto slot = [](const QDateTime& start, const char* kind) {
        return domain::Slot{domain::SlotId(QUuid::createUuid()), start.toUTC(), 10, QString::fromUtf8(kind), {}, {}};
    };
    // 23:30 UTC is the next day in Berlin.
    const QDateTime late(QDate(2026, 11, 24), QTime(23, 30), Qt::UTC);
    const std::vector<Row> made = rows().freeSlots({slot(now.addSecs(3600), "visit"), slot(now.addSecs(7200), "visit"), slot(late, "visit")});
    REQUIRE(made.size() == 2);
    CHECK(words(made[0]).contains(QStringLiteral("today|11:42 · 12:42|")));
    CHECK(words(made[1]).contains(QStringLiteral("tomorrow|00:30|")));
}

TEST_CASE("people's data is stale after the days that the house allows, and says how old the oldest is")
{
    domain::Person fresh = person("A", 1);
    domain::Person old = person("B", 1);
    fresh.presence.confirmedAt = now.addSecs(-60);
    old.presence.confirmedAt = now.addDays(-2);
    CHECK_FALSE(rows().isStale({fresh}, 1));
    CHECK(rows().isStale({fresh, old}, 1));
    CHECK_FALSE(rows().isStale({fresh, old}, 2));
    CHECK(rows().peopleAsOf({fresh, old}) == QStringLiteral("As of 2 day(s) ago"));
    CHECK(rows().peopleAsOf({fresh}) == QStringLiteral("As of: 10:41"));
    CHECK(rows().peopleAsOf({person("C", 0)}).isEmpty());
}

TEST_CASE("a waiting call counts its seconds and hides no house")
{
    const WaitingCall call{domain::CallId(QUuid::createUuid()), QStringLiteral("Quay LLP"), {}, QStringLiteral("en"), now.addSecs(-14)};
    const Row row = CallRows::waiting(call, now, true);
    CHECK(row.mood == RowMood::Waiting);
    CHECK(words(row).contains(QStringLiteral("Quay LLP|withheld|0:14|EN|")));
    CHECK(row.spoken == QStringLiteral("Quay LLP rings for 0:14, from withheld, English"));
}

TEST_CASE("counting seconds announces only the rows that changed")
{
    RowListModel model;
    const QUuid a = QUuid::createUuid();
    const QUuid b = QUuid::createUuid();
    const QUuid c = QUuid::createUuid();
    model.setRows({plainRow(a, QStringLiteral("a")), plainRow(b, QStringLiteral("b"))});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);

    model.setRows({plainRow(a, QStringLiteral("a")), plainRow(b, QStringLiteral("b2"))});
    CHECK(inserted.count() + removed.count() == 0);
    REQUIRE(changed.count() == 1);
    CHECK(changed.front().front().toModelIndex().row() == 1);

    // The first is answered, a third arrives: b stays the same row.
    const QPersistentModelIndex ofB = model.index(1);
    model.setRows({plainRow(b, QStringLiteral("b2")), plainRow(c, QStringLiteral("c"))});
    CHECK(ofB.isValid());
    CHECK(model.row(0).id.toUuid() == b);
    CHECK(model.row(1).id.toUuid() == c);
    CHECK(model.rowCount() == 2);
    model.setRows({plainRow(c, QStringLiteral("c")), plainRow(a, QStringLiteral("a")), plainRow(b, QStringLiteral("b3"))});
    REQUIRE(model.rowCount() == 3);
    CHECK(model.row(0).id.toUuid() == c);
    CHECK(model.row(1).id.toUuid() == a);
    CHECK(words(model.row(2)) == QStringLiteral("b3|"));
    model.setRows({});
    CHECK(model.rowCount() == 0);
    CHECK(reset.count() == 0);
}

TEST_CASE("whatever rows come, in whatever order, and some twice: they are what the list holds")
{
    std::mt19937 random(20261130);
    const auto below = [&random](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
    std::vector<QUuid> ids(12);
    for (QUuid& id : ids)
        id = QUuid::createUuid();
    RowListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (int round = 0; round < 500; ++round) {
        std::vector<Row> rows;
        for (int i = below(15); i > 0; --i)
            rows.push_back(plainRow(ids[static_cast<size_t>(below(12))], QString::number(below(3))));
        model.setRows(rows);
        REQUIRE(model.rowCount() == static_cast<int>(rows.size()));
        for (int i = 0; i < model.rowCount(); ++i)
            REQUIRE(model.row(i) == rows[static_cast<size_t>(i)]);
    }
}

TEST_CASE("only bold is markup")
{
    CHECK(boldHtml(QStringLiteral("**now** <b>x</b> & 2 * 3 ** 4")) == QStringLiteral("<b>now</b> &lt;b&gt;x&lt;/b&gt; &amp; 2 * 3 ** 4"));
    CHECK(boldHtml(QStringLiteral("**<img src=x>**")) == QStringLiteral("<b>&lt;img src=x&gt;</b>"));
    CHECK(bulletHtml({}).isEmpty());
    CHECK(bulletHtml({QStringLiteral("</li><script>")}) == QStringLiteral("<ul><li>&lt;/li&gt;&lt;script&gt;</li></ul>"));
    CHECK(withoutMarks(QStringLiteral("**now** or never")) == QStringLiteral("now or never"));
}

TEST_CASE("an address is spelled in the caller's alphabet")
{
    const auto inWords = [](const char* address, const char* language) {
        QStringList said;
        for (const SpelledLetter& letter : spelled(QString::fromUtf8(address), QString::fromLatin1(language)))
            said << letter.word;
        return said.join(QLatin1Char(' '));
    };
    CHECK(inWords("a-ö@z.de", "de") == QStringLiteral("Aachen Bindestrich Umlaut Offenbach at Zwickau Punkt Düsseldorf Essen"));
    CHECK(inWords("Ab_7", "en-GB") == QStringLiteral("Alfa Bravo underscore 7"));
    CHECK(inWords("x@y", "fr") == QStringLiteral("X-ray arobase Yankee"));
    CHECK(inWords("", "de").isEmpty());
    CHECK(redirectSentence(QStringLiteral("a@b.de"), QStringLiteral("de-AT")).startsWith(QStringLiteral("Bitte schreiben Sie")));
    CHECK(redirectSentence(QStringLiteral("a@b.fr"), QStringLiteral("fr")).contains(QStringLiteral("a@b.fr")));
    CHECK(redirectSentence(QStringLiteral("a@b.tr"), QStringLiteral("tr")).startsWith(QStringLiteral("Please write")));
}
