#include <catch2/catch.hpp>

#include "scene.h"

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicState;

namespace {

/// A morning on the list: both sides create, change and comment. Returns when both are equal.
class Morning {
public:
    explicit Morning(Scene& scene) : m_scene(scene) {}

    void play()
    {
        FakeLedger& ledger = *m_scene.desk.ledger;
        ledger.createTopic(m_first);
        m_scene.settle();
        m_own = m_scene.client.create("vom Klienten");
        m_scene.client.edit(m_first.id, {{"title", "Rückruf bis Freitag"}});
        Topic changed = m_first;
        changed.state = TopicState::Done;
        ledger.edit(m_first.id, changed, TopicField::State);
        ledger.comment(m_first.id, m_remark);
        ledger.createTopic(m_second);
        m_scene.desk.push();
        REQUIRE(m_scene.desk.waitUntilQuiet());
    }

    void checkEqual()
    {
        const auto there = m_scene.client.topics();
        REQUIRE(there.size() == 3);
        const auto first = m_scene.client.topic(m_first.id);
        CHECK(first["title"] == "Rückruf bis Freitag");
        CHECK(first["state"] == "done");
        CHECK(first["comments"].size() == 1);
        CHECK(m_scene.client.topic(m_second.id)["title"] == m_second.title.toStdString());

        const auto here = [&] { return m_scene.desk.ledger->entries(); };
        CHECK(eventually([&] {
            return here().size() == 3 && here().at(m_first.id).topic.title == QStringLiteral("Rückruf bis Freitag");
        }));
        CHECK(here().at(m_first.id).topic.state == TopicState::Done);
        CHECK(here().at(m_first.id).comments.size() == 1);
        CHECK(m_scene.desk.status().blocked == 0);
    }

private:
    Scene& m_scene;
    Topic m_first = someTopic(QStringLiteral("Rückruf"));
    Topic m_second = someTopic(QStringLiteral("Angebot"));
    domain::Comment m_remark = someComment(QStringLiteral("erledigt"));
    domain::TopicId m_own;
};

} // namespace

TEST_CASE("every exchange fails once, in every way: the list comes out the same")
{
    const auto fault = GENERATE(Fault::drop(Ending::Reset), Fault::drop(Ending::Fin), Fault::loseReply(Ending::Reset),
                                Fault::loseReply(Ending::Fin), Fault::twice(), Fault::sendAway(503, "1"),
                                Fault::cutAfter(60), Fault::answerWith(500, "oops"), Fault::answerWith(200, "<html>"));
    int exchanges = 0;
    for (int failing = 0;; ++failing) {
        INFO("exchange " << failing << " of kind " << static_cast<int>(fault.kind));
        Scene scene;
        scene.proxy.setPlan([&](const SeenRequest& seen) { return seen.number == failing ? fault : Fault::none(); });
        Morning morning(scene);
        morning.play();
        morning.checkEqual();
        exchanges = static_cast<int>(scene.proxy.arrived().size());
        if (failing >= 9)
            break;
    }
    // Two creations, a change, a comment and the reading before and after them. Whether the change meets the other side's first
    // or learns of it in time, and so how many more there are, is a matter of who is quicker.
    CHECK(exchanges >= 6);
}

TEST_CASE("every step of the ledger fails once: the list comes out the same")
{
    for (int failing = 0;; ++failing) {
        INFO("call " << failing);
        Scene scene;
        scene.desk.ledger->failCall(failing);
        Morning morning(scene);
        morning.play();
        morning.checkEqual();
        if (scene.desk.ledger->callCount() <= failing || failing >= 45)
            break;
    }
}
