#include "test_bureau.h"

#include "vorzimmer/desk/line_watch.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using domain::LineId;
using ports::LineState;
using ports::LineStatus;
using ports::LineTrouble;

namespace {

/// A feed whose lines go up and down by hand, and who hears of it.
struct Watched {
    test::HandFeed feed;
    desk::LineWatch watch{feed};
    QStringList told;

    Watched()
    {
        QObject::connect(&watch, &desk::LineWatch::wentDown, &watch, [this](const LineStatus& line) { told << u"down "_qs + line.name; });
        QObject::connect(&watch, &desk::LineWatch::cameBack, &watch, [this](const LineStatus& line) { told << u"back "_qs + line.name; });
    }

    void say(const LineId& line, const QString& name, LineState state, LineTrouble trouble = LineTrouble::None)
    {
        LineStatus status;
        status.line = line;
        status.name = name;
        status.state = state;
        status.trouble = trouble;
        Q_EMIT feed.lineStateChanged(status);
    }
};

} // namespace

TEST_CASE("A line that goes down is told once, and once that it is back")
{
    Watched w;
    const LineId front(QUuid::createUuid());
    w.say(front, u"front"_qs, LineState::Starting);
    w.say(front, u"front"_qs, LineState::Up);
    CHECK(w.told.isEmpty());
    w.say(front, u"front"_qs, LineState::Retrying, LineTrouble::NoAnswer);
    w.say(front, u"front"_qs, LineState::Retrying, LineTrouble::Unreachable);
    w.say(front, u"front"_qs, LineState::Starting);
    CHECK(w.watch.down().size() == 1);
    w.say(front, u"front"_qs, LineState::Blocked, LineTrouble::WrongPassword);
    CHECK(w.told == QStringList{u"down front"_qs});
    CHECK(w.watch.down().size() == 1);
    w.say(front, u"front"_qs, LineState::Up);
    w.say(front, u"front"_qs, LineState::Up);
    CHECK(w.told == QStringList({u"down front"_qs, u"back front"_qs}));
    CHECK(w.watch.down().empty());
}

TEST_CASE("A line that never came up is missed as well, and each line by itself")
{
    Watched w;
    const LineId front(QUuid::createUuid());
    const LineId back(QUuid::createUuid());
    w.say(front, u"front"_qs, LineState::Retrying, LineTrouble::NameUnknown);
    w.say(back, u"back"_qs, LineState::Up);
    w.say({}, u"192.0.2.1"_qs, LineState::Up);
    w.say(back, u"back"_qs, LineState::Retrying, LineTrouble::NoAnswer);
    CHECK(w.told == QStringList({u"down front"_qs, u"down back"_qs}));
    REQUIRE(w.watch.lines().size() == 3);
    CHECK(w.watch.lines()[0].line.isNull()); // the trunk
    CHECK(w.watch.lines()[1].name == u"back"_qs);
    w.say(back, u"back"_qs, LineState::Off);
    CHECK(w.watch.lines().size() == 2);
    CHECK(w.watch.down().size() == 1);
    w.say(back, u"back"_qs, LineState::Retrying, LineTrouble::NoAnswer);
    CHECK(w.told.size() == 3);
    w.say(front, u"front"_qs, LineState::Up);
    CHECK(w.told.last() == u"back front"_qs);
    CHECK(w.watch.down().size() == 1);
}
