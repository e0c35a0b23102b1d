#include "board_side.h"

#include <catch2/catch.hpp>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicState;

namespace {

/// A morning on the board: both sides create, change, comment and delete.
class Morning {
public:
    explicit Morning(BoardSide& both) : m_both(both) {}

    void play()
    {
        FakeLedger& ledger = *m_both.desk.ledger;
        ledger.createTopic(m_first);
        ledger.createTopic(m_obsolete);
        m_both.settle();
        m_both.change(m_first.id, {{"name", "Rückruf bis Freitag"}});
        m_both.trello.asClient([this](FakeBoard& boards, const FakeMember& client) {
            boards.createCard({{"idList", boards.lists(m_both.trello.board())[0]["id"]}, {"name", "Vom Klienten"}}, client);
            boards.comment(m_both.cardOf(m_first.id), "Bitte vor zehn.", client);
        });
        Topic changed = m_first;
        changed.state = TopicState::Done;
        ledger.edit(m_first.id, changed, TopicField::State);
        ledger.comment(m_first.id, someComment(QStringLiteral("erledigt")));
        ledger.remove(m_obsolete.id);
        ledger.createTopic(m_second);
        m_both.send();
    }

    void checkEqual()
    {
        // One of the cards is in the archive; what the line made twice is mended with the next look.
        REQUIRE(eventually([this] {
            return m_both.trello.cards().size() == 4 && m_both.trello.comments(m_both.cardOf(m_first.id)).size() == 2;
        }));
        REQUIRE(m_both.desk.waitUntilQuiet());
        CHECK(m_both.card(m_first.id)["name"] == "Rückruf bis Freitag");
        CHECK(m_both.card(m_first.id)["dueComplete"] == true);
        CHECK(m_both.card(m_second.id)["name"] == "Angebot");
        CHECK(m_both.card(m_obsolete.id)["closed"] == true);

        const auto here = [this] { return m_both.desk.ledger->entries(); };
        CHECK(eventually([&] {
            return here().size() == 4 && here().at(m_first.id).topic.title == QStringLiteral("Rückruf bis Freitag") &&
                   here().at(m_first.id).comments.size() == 2;
        }));
        CHECK(here().at(m_first.id).topic.state == TopicState::Done);
        CHECK(here().at(m_obsolete.id).topic.deleted);
        CHECK(m_both.desk.status().blocked == 0);
        CHECK(m_both.desk.status().conflicts == 0);
    }

private:
    BoardSide& m_both;
    Topic m_first = someTopic(QStringLiteral("Rückruf"));
    Topic m_second = someTopic(QStringLiteral("Angebot"));
    Topic m_obsolete = someTopic(QStringLiteral("hat sich erledigt"));
};

} // namespace

TEST_CASE("every exchange with Trello fails once, in every way: the board comes out the same")
{
    const auto fault = GENERATE(Fault::drop(Ending::Reset), Fault::drop(Ending::Fin), Fault::loseReply(Ending::Reset),
                                Fault::loseReply(Ending::Fin), Fault::twice(), Fault::sendAway(429, "1"),
                                Fault::cutAfter(60), Fault::answerWith(500, "oops"), Fault::answerWith(200, "<html>"));
    int failing = 0;
    for (int exchanges = 1; failing < exchanges; ++failing) {
        INFO("exchange " << failing << " of kind " << static_cast<int>(fault.kind));
        BoardSide both;
        both.proxy.setPlan([&](const SeenRequest& seen) { return seen.number == failing ? fault : Fault::none(); });
        Morning morning(both);
        morning.play();
        exchanges = std::min(static_cast<int>(both.proxy.arrived().size()), 50); // the feed asks until all is over
        morning.checkEqual();
    }
    CHECK(failing >= 15);
}

TEST_CASE("every step of the ledger fails once: the board comes out the same")
{
    int failing = 0;
    for (int calls = 1; failing < calls; ++failing) {
        INFO("call " << failing);
        BoardSide both;
        both.desk.ledger->failCall(failing);
        Morning morning(both);
        morning.play();
        calls = std::min(both.desk.ledger->callCount(), 60);
        morning.checkEqual();
    }
    CHECK(failing >= 15);
}
