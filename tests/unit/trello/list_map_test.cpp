#include "topics/trello/board.h"
#include "topics/trello/list_map.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::cloud::topics::trello;
using vorzimmer::domain::TopicState;

namespace {

struct Lists {
    std::vector<List> all;

    explicit Lists(const QStringList& names)
    {
        for (const QString& name : names)
            add(name);
    }
    void add(const QString& name, bool closed = false)
    {
        const auto number = static_cast<double>(all.size() + 1);
        all.push_back({QStringLiteral("%1").arg(all.size(), 24, 16, QLatin1Char('0')), name, closed, number});
    }
    [[nodiscard]] QList<TopicState> states() const
    {
        const ListMap map(all);
        QList<TopicState> read;
        for (const List& list : all)
            read += map.stateOf(list.id);
        return read;
    }
    /// What list a state goes to, by its name.
    [[nodiscard]] QString target(TopicState state) const
    {
        const QString id = ListMap(all).listFor(state);
        for (const List& list : all) {
            if (list.id == id)
                return list.name;
        }
        return {};
    }
};

constexpr auto O = TopicState::Open;
constexpr auto P = TopicState::InProgress;
constexpr auto W = TopicState::Waiting;
constexpr auto D = TopicState::Done;

} // namespace

TEST_CASE("lists are known by name, in German and English")
{
    CHECK(Lists({QStringLiteral("Done"), QStringLiteral("waiting"), QStringLiteral("Doing"), QStringLiteral("To Do")})
              .states() == QList{D, W, P, O});
    CHECK(Lists({QStringLiteral("📥 Offen"), QStringLiteral("In Bearbeitung"), QStringLiteral("WARTET"),
                 QStringLiteral("Erledigt ✅")})
              .states() == QList{O, P, W, D});
}

TEST_CASE("a board without known names is read from left to right")
{
    const auto names = [](int count) {
        QStringList made;
        for (int i = 0; i < count; ++i)
            made += QStringLiteral("Liste ") + QString(QChar('A' + i));
        return made;
    };
    CHECK(Lists(names(1)).states() == QList{O});
    CHECK(Lists(names(2)).states() == QList{O, D});
    CHECK(Lists(names(3)).states() == QList{O, P, D});
    CHECK(Lists(names(4)).states() == QList{O, P, W, D});
    CHECK(Lists(names(6)).states() == QList{O, P, W, O, O, D});
}

TEST_CASE("making a list that is needed moves no card to another state")
{
    for (const QStringList& names : {QStringList{QStringLiteral("Rot")},
                                     {QStringLiteral("Rot"), QStringLiteral("Blau")},
                                     {QStringLiteral("Rot"), QStringLiteral("Blau"), QStringLiteral("Grün")},
                                     {QStringLiteral("To do"), QStringLiteral("Ideen")},
                                     {QStringLiteral("Ideen"), QStringLiteral("Done")}}) {
        Lists lists(names);
        const auto before = lists.states();
        for (const TopicState state : {P, W, D, O}) {
            if (!ListMap(lists.all).listFor(state).isEmpty())
                continue;
            lists.add(ListMap::nameFor(state));
            CHECK(lists.target(state) == ListMap::nameFor(state));
            CHECK(lists.states().mid(0, before.size()) == before);
        }
    }
}

TEST_CASE("what has no list of its own is open, and the archive is done")
{
    Lists lists({QStringLiteral("Ideen"), QStringLiteral("Done"), QStringLiteral("Done")});
    lists.add(QStringLiteral("Offen"), true);
    CHECK(lists.states() == QList{O, D, D, D});
    CHECK(lists.target(O) == QLatin1String("Ideen"));
    CHECK(ListMap(lists.all).stateOf(QStringLiteral("never heard of")) == O);
}

TEST_CASE("a board is named by id, link or address")
{
    CHECK(boardName(QStringLiteral("5abbe4b7ddc1b351ef961414")) == QLatin1String("5abbe4b7ddc1b351ef961414"));
    CHECK(boardName(QStringLiteral(" dQHqCohZ ")) == QLatin1String("dQHqCohZ"));
    CHECK(boardName(QStringLiteral("https://trello.com/b/dQHqCohZ/unsere-punkte?x=1")) == QLatin1String("dQHqCohZ"));
    for (const char* wrong : {"", "https://example.com/b/dQHqCohZ", "../../members", "kurz", "zwei worte"})
        CHECK(boardName(QLatin1String(wrong)).isEmpty());
}
