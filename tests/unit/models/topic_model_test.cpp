#include "vorzimmer/models/due_reading.h"
#include "vorzimmer/models/topic_model.h"
#include "vorzimmer/models/word_diff.h"

#include <catch2/catch.hpp>

#include <QSignalSpy>

using namespace vorzimmer;
using models::TopicModel;

namespace {

const QDate today(2026, 11, 25); // a Wednesday

ports::TopicEntry entry(const char* title, QDate due = {}, const char* person = "")
{
    ports::TopicEntry made;
    made.topic.id = domain::TopicId(QUuid::createUuid());
    made.topic.title = QString::fromUtf8(title);
    made.topic.person = QString::fromUtf8(person);
    made.topic.due = due;
    made.onSharedList = true;
    return made;
}

QStringList titles(const TopicModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row)
        all << model.index(row).data(TopicModel::TitleRole).toString();
    return all;
}

std::string joined(const std::vector<models::DiffPiece>& pieces)
{
    QString text;
    for (const models::DiffPiece& piece : pieces)
        text += piece.differs ? QLatin1Char('[') + piece.text + QLatin1Char(']') : piece.text;
    return text.toStdString();
}

std::string read(const char* text, const QLocale& locale)
{
    const auto due = models::readDue(QString::fromUtf8(text), today, locale);
    return !due ? "?" : due->isValid() ? due->toString(Qt::ISODate).toStdString() : "none";
}

} // namespace

TEST_CASE("topics stand in the groups of their due days, overdue first")
{
    TopicModel model(QTimeZone::utc());
    model.setGrouping(models::TopicGrouping::Due);
    model.setEntries({entry("none"), entry("later", today.addDays(9)), entry("sunday", today.addDays(4)),
                      entry("now", today), entry("late", today.addDays(-1))},
                     today);
    CHECK(titles(model).join(QLatin1Char('|')) ==
          QStringLiteral("Overdue|late|Today|now|This week|sunday|Later|later|Without due date|none"));
    CHECK(model.topicCount() == 5);
    CHECK_FALSE(model.flags(model.index(0)).testFlag(Qt::ItemIsSelectable));
    CHECK(model.entry(0) == nullptr);
}

TEST_CASE("people are groups in the order of the alphabet, nobody last; urgent topics first")
{
    TopicModel model(QTimeZone::utc());
    model.setGrouping(models::TopicGrouping::Person);
    auto urgent = entry("urgent", {}, "Zoe");
    urgent.topic.priority = domain::TopicPriority::High;
    model.setEntries({entry("a"), entry("b", today, "Zoe"), entry("c", {}, "Anna"), urgent}, today);
    CHECK(titles(model).join(QLatin1Char('|')) == QStringLiteral("Anna|c|Zoe|urgent|b|For nobody yet|a"));
}

TEST_CASE("news of one topic moves no other row")
{
    TopicModel model(QTimeZone::utc());
    std::vector<ports::TopicEntry> entries{entry("one"), entry("two"), entry("three")};
    model.setEntries(entries, today);
    const QPersistentModelIndex second(model.index(model.rowOf(entries[1].topic.id)));
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    entries[0].topic.text = QStringLiteral("new words");
    model.setEntries(entries, today);
    CHECK(inserted.count() == 0);
    CHECK(removed.count() == 0);
    CHECK(changed.count() == 1);

    const domain::TopicId kept = entries[1].topic.id;
    entries.erase(entries.begin());
    entries.push_back(entry("four"));
    model.setEntries(entries, today);
    CHECK(model.topicCount() == 3);
    CHECK(model.entry(model.rowOf(kept))->topic.title == QStringLiteral("two"));
    model.setHidden(kept);
    CHECK(model.rowOf(kept) == -1);
    CHECK(model.topicCount() == 2);
}

TEST_CASE("what is unsynced, refused or in conflict is said in words")
{
    auto one = entry("x");
    CHECK(TopicModel::marksOf(one).empty());
    one.waiting = 1;
    one.conflicts.resize(2);
    const auto marks = TopicModel::marksOf(one);
    REQUIRE(marks.size() == 2);
    CHECK(marks[0].text == QStringLiteral("2 conflict(s)"));
    CHECK(marks[1].text == QStringLiteral("not yet synced"));
    one.blocked = QStringLiteral("403");
    CHECK(TopicModel::marksOf(one)[1].text == QStringLiteral("refused"));
}

TEST_CASE("a diff marks the words that the other text has not, and loses nothing")
{
    const auto diff = [](const char* text, const char* other) {
        return joined(models::wordDiff(QString::fromUtf8(text), QString::fromUtf8(other)));
    };
    CHECK(diff("call back on Monday", "call back on Friday morning") == "call back on [Monday]");
    CHECK(diff("call back on Friday morning", "call back on Monday") == "call back on [Friday morning]");
    CHECK(diff("a b c d", "b d") == "[a] b [c] d");
    CHECK(diff("on Monday, at nine.", "on Monday at nine") == "on Monday[,] at nine[.]");
    CHECK(diff("9 am", "9 pm ") == "9 [am]");
    CHECK(diff("... 3.14 now", "3.15 now") == "[... 3.14] now");
    CHECK(diff("same  words\n", "same words") == "same  words\n");
    CHECK(diff("", "x").empty());
    CHECK(diff("x", "") == "[x]");
    CHECK(models::differingWords(models::wordDiff(QStringLiteral("a b c"), QStringLiteral("b"))) == QStringLiteral("a, c"));
    const QString many = QStringLiteral("word ").repeated(3000);
    const QString others = QStringLiteral("other ").repeated(3000);
    const auto huge = models::wordDiff(many, others);
    REQUIRE(huge.size() == 2);
    CHECK(huge[0].text + huge[1].text == many);
    CHECK(huge[1].text == QStringLiteral(" "));
}

TEST_CASE("a due day is read as people of the locale write it")
{
    const QLocale german(QLocale::German, QLocale::Germany);
    CHECK(read("", german) == "none");
    CHECK(read("27.11.2026", german) == "2026-11-27");
    CHECK(read("27.11.26", german) == "2026-11-27");
    CHECK(read("7.1.", german) == "2027-01-07");
    CHECK(read("7.1", german) == "2027-01-07");
    CHECK(read("25.11.", german) == "2026-11-25");
    CHECK(read("2026-12-01", german) == "2026-12-01");
    CHECK(read("29.2.", german) == "2028-02-29");
    CHECK(read("31.2.2026", german) == "?");
    CHECK(read("morgens", german) == "?");
    CHECK(read("tomorrow", german) == "2026-11-26");
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    CHECK(read("27/11/2026", english) == "2026-11-27");
    CHECK(read("7/1", english) == "2027-01-07");
    for (const QLocale& locale :
         {german, english, QLocale(QLocale::English, QLocale::UnitedStates), QLocale(QLocale::French)})
        CHECK(models::readDue(models::dueFieldText(today.addDays(3), locale), today, locale) == today.addDays(3));
}
