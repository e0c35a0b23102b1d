#include "screening_story.h"

#include <catch2/catch.hpp>

#include <QFile>

using namespace vorzimmer::domain;

namespace {

screening_story::Story story()
{
    QFile file(QStringLiteral(SCREENING_CASES));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return screening_story::read(QString::fromUtf8(file.readAll()));
}

} // namespace

TEST_CASE("the cases of screening_cases.txt get what they are to get")
{
    const screening_story::Story told = story();
    CHECK(told.mistakes.join(u'\n').toStdString().empty());
    CHECK(told.cases.size() >= 150);
    for (const auto& one : told.cases) {
        const auto& house = told.houses[one.house];
        const Decision decision = screen(house.compiled(), one.facts);
        INFO("screening_cases.txt, line " << one.line);
        CHECK(screening_story::said(decision.advice.front(), house).trimmed().toStdString() == one.advice.toStdString());
        CHECK(decision.advice.front().rule.toStdString() == one.rule.toStdString());
    }
}

TEST_CASE("a line that cannot be read is a mistake, and no silence")
{
    const auto told = screening_story::read(QStringLiteral("== house\npeople: A\nMon 10:00 | cousin => message (x)\nfoo: bar\n"
                                                           "rule: r | cousin | decline\nMon 25:00 | vip => message (x)\n"));
    CHECK(told.mistakes.size() == 4);
    CHECK(told.cases.empty());
}
