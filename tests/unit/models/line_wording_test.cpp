#include "vorzimmer/models/line_wording.h"

#include <QSet>

#include <catch2/catch.hpp>

using namespace vorzimmer;
using models::Lamp;
using models::LineWording;
using ports::BackendState;
using ports::LineState;
using ports::LineStatus;
using ports::LineTrouble;

namespace {

LineStatus line(const QString& name, LineState state, LineTrouble trouble = LineTrouble::None)
{
    LineStatus status;
    status.line = domain::LineId(QUuid::createUuid());
    status.name = name;
    status.state = state;
    status.trouble = trouble;
    return status;
}

} // namespace

TEST_CASE("every trouble of a line has words of its own")
{
    using T = LineTrouble;
    QSet<QString> seen;
    for (const T trouble : {T::NoAnswer, T::Unreachable, T::NameUnknown, T::WrongPassword, T::PasswordMissing, T::Refused, T::Overloaded,
                            T::NotListed, T::PortTaken}) {
        const QString text = LineWording::troubleText(line(u"front"_qs, LineState::Retrying, trouble));
        CHECK_FALSE(text.isEmpty());
        CHECK_FALSE(seen.contains(text));
        seen.insert(text);
    }
    LineStatus refused = line(u"front"_qs, LineState::Retrying, T::Refused);
    refused.code = 403;
    CHECK(LineWording::troubleText(refused).contains(u"403"_qs));
}

TEST_CASE("the status line tells the worst, and how much of it")
{
    const auto up = line(u"front"_qs, LineState::Up);
    const auto down = line(u"back"_qs, LineState::Retrying, LineTrouble::NoAnswer);
    const auto other = line(u"side"_qs, LineState::Blocked, LineTrouble::WrongPassword);
    const auto starting = line(u"new"_qs, LineState::Starting);
    const auto summary = [](const std::vector<LineStatus>& lines) { return LineWording::summary(BackendState::Up, lines); };
    CHECK(summary({}) == summary({up}));
    CHECK(summary({up, starting}) == LineWording::summary(BackendState::Starting, {}));
    CHECK(summary({up, down}).contains(u"back"_qs));
    CHECK(summary({up, down, other}).contains(u"2 of 3"_qs));
    CHECK(summary({down, other}) == summary({down}));
    CHECK(LineWording::lamp(BackendState::Up, {up}) == Lamp::On);
    CHECK(LineWording::lamp(BackendState::Up, {up, starting}) == Lamp::Half);
    CHECK(LineWording::lamp(BackendState::Up, {up, starting, down}) == Lamp::Alarm);
    CHECK(LineWording::lamp(BackendState::Down, {}) == Lamp::Alarm);
}

TEST_CASE("what is down says whose move it is")
{
    const auto waiting = line(u"front"_qs, LineState::Retrying, LineTrouble::NoAnswer);
    const auto blocked = line(u"front"_qs, LineState::Blocked, LineTrouble::WrongPassword);
    CHECK(LineWording::downSentence(waiting).contains(u"by itself"_qs));
    CHECK(LineWording::downSentence(blocked).contains(u"supervisor"_qs));
    const auto both = LineWording::downSentence(std::vector{waiting, line(u"back"_qs, LineState::Blocked, LineTrouble::Refused)});
    CHECK(both.contains(u"front"_qs));
    CHECK(both.contains(u"back"_qs));
    CHECK(LineWording::downSentence(std::vector{waiting}) == LineWording::downSentence(waiting));
}
