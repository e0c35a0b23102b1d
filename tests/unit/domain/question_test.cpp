#include "vorzimmer/domain/question.h"
#include "vorzimmer/domain/topic.h"

#include <catch2/catch.hpp>

using namespace vorzimmer::domain;

namespace {

QString text(const char* words)
{
    return QString::fromUtf8(words);
}

} // namespace

TEST_CASE("what a rule demands joins the concern's form, and must be answered")
{
    const std::vector<Question> form{{text("Wann geboren?"), QuestionKind::Date}, {text("Welches Medikament?")}};
    const auto all = questionsToAsk(form, {text("Seit wann?"), text("welches  medikament?")});
    REQUIRE(all.size() == 3);
    CHECK_FALSE(all[0].mandatory);
    CHECK(all[1].mandatory);
    CHECK(all[1].text == text("Welches Medikament?"));
    CHECK(all[2] == Question{text("Seit wann?"), QuestionKind::Text, true});
    CHECK(questionsToAsk(form, {}) == form);
}

TEST_CASE("an answer is missing, too long, not among the choices, or not readable")
{
    const Question must{text("Wie eilig?"), QuestionKind::Choice, true, {text("heute"), text("diese Woche")}};
    CHECK(flawOf(must, text("  "), true) == AnswerFlaw::Missing);
    CHECK(flawOf(must, text("morgen"), true) == AnswerFlaw::NotAChoice);
    CHECK(flawOf(must, text(" heute "), true) == AnswerFlaw::None);
    const Question may{text("Rückruf unter?"), QuestionKind::Phone};
    CHECK(flawOf(may, {}, false) == AnswerFlaw::None);
    CHECK(flawOf(may, text("abc"), false) == AnswerFlaw::Unreadable);
    const Question open{text("Was?")};
    CHECK(flawOf(open, QString(maxAnswer, QLatin1Char('x')), false) == AnswerFlaw::None);
    CHECK(flawOf(open, QString(maxAnswer + 1, QLatin1Char('x')), true) == AnswerFlaw::TooLong);
}

TEST_CASE("a form without words, with the same question twice or a choice of one is flawed")
{
    CHECK(flawOf(std::vector<Question>{{text("Wann?")}, {text("Wo?")}}) == FormFlaw::None);
    CHECK(flawOf(std::vector<Question>{{text(" ")}}) == FormFlaw::NoText);
    CHECK(flawOf(std::vector<Question>{{text("Wann?")}, {text("wann?")}}) == FormFlaw::TextTwice);
    CHECK(flawOf(std::vector<Question>{{text("Wie?"), QuestionKind::Choice, false, {text("so")}}}) == FormFlaw::NoChoices);
}

TEST_CASE("answers stand above the text of the topic, and say something by themselves")
{
    Note note;
    note.answers = {{text("Wann geboren?"), text("3.4.1961")}, {text("Schadennummer"), text("4711")}};
    CHECK(flawOf(note, true) == NoteFlaw::None);
    note.callerName = text("T. Albers");
    note.text = text("Bittet um Rückruf.");
    CHECK(topicFromNote(note).text == text("T. Albers\n\nWann geboren? 3.4.1961\nSchadennummer: 4711\n\nBittet um Rückruf."));
    CHECK(answerTo(note.answers, text("schadennummer")) == text("4711"));
    CHECK(answerTo(note.answers, text("Sonst?")).isEmpty());
}
