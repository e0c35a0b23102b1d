#include <catch2/catch.hpp>

#include "cabinet_desk.h"
#include "faulty_ledger.h"

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;
using domain::TopicFields;
using domain::TopicId;
using domain::TopicState;
using ports::Cabinet;
using ports::ConflictChoice;

namespace {

constexpr int lists = 240;

domain::OperationId fresh()
{
    return domain::OperationId(QUuid::createUuid());
}

ports::Signature martina()
{
    return {QStringLiteral("Martina"), QDateTime::currentDateTimeUtc()};
}

/// An afternoon with everything in it: both sides change the same field, each deletes what the other changes, both comment;
/// then a person decides, and one topic comes back from its deletion.
class Afternoon {
public:
    explicit Afternoon(CabinetScene& scene) : m_scene(scene) {}

    void play()
    {
        for (const Topic* topic : {&m_disputed, &m_unwanted, &m_missed, &m_discussed})
            add(*topic);
        m_scene.settle();
        m_scene.desk.stop();
        m_scene.client.edit(m_disputed.id, {{"title", "deren"}});
        m_scene.client.edit(m_unwanted.id, {{"text", "doch noch etwas"}});
        m_scene.client.remove(m_missed.id);
        m_scene.client.comment(m_discussed.id, "von dort");
        edit(
            m_disputed, [](Topic& topic) { topic.title = QStringLiteral("unser"); }, TopicField::Title);
        edit(
            m_disputed, [](Topic& topic) { topic.state = TopicState::Done; }, TopicField::State);
        act([this](Cabinet& cabinet) { return cabinet.topicList().remove(m_unwanted.id, fresh(), martina()); });
        edit(
            m_missed, [](Topic& topic) { topic.text = QStringLiteral("doch wichtig"); }, TopicField::Text);
        m_scene.desk.comment(m_discussed.id, QStringLiteral("von hier"));
        add(m_late);
        m_scene.settle();
        REQUIRE(eventually([this] { return conflicts() == 3; }));
        decide(m_disputed.id, TopicField::Title, ConflictChoice::Both);
        decide(m_unwanted.id, TopicField::Deletion, ConflictChoice::Ours);
        decide(m_missed.id, TopicField::Deletion, ConflictChoice::Ours);
        m_scene.desk.push();
        REQUIRE(m_scene.desk.waitUntilQuiet());
    }

    void checkEqual()
    {
        const auto there = m_scene.client.topics();
        CHECK(there.size() == 4);
        CHECK(m_scene.client.topic(m_unwanted.id).is_null());
        for (const Topic* topic : {&m_disputed, &m_missed, &m_discussed, &m_late}) {
            const auto remote = m_scene.client.topic(topic->id);
            REQUIRE_FALSE(remote.is_null());
            const auto same = [&] {
                const auto here = m_scene.desk.entry(topic->id);
                return !here.topic.deleted && remote["title"] == here.topic.title.toStdString() &&
                       remote["text"] == here.topic.text.toStdString() &&
                       (remote["state"] == "done") == (here.topic.state == TopicState::Done) &&
                       remote["comments"].size() == here.comments.size() && here.blocked.isEmpty() &&
                       here.conflicts.empty() && here.waiting == 0;
            };
            CHECK(eventually(same));
        }
        CHECK(m_scene.client.topic(m_disputed.id)["title"] == "unser / deren");
        CHECK(m_scene.client.topic(m_disputed.id)["state"] == "done");
        CHECK(m_scene.client.topic(m_missed.id)["text"] == "doch wichtig");
        CHECK(m_scene.client.topic(m_discussed.id)["comments"].size() == 2);
        CHECK(m_scene.desk.entry(m_unwanted.id).topic.deleted);
    }

private:
    template <class Deed>
    void act(Deed deed)
    {
        REQUIRE(m_scene.desk.inCabinet([deed](Cabinet& cabinet) { return deed(cabinet).has_value(); }));
    }
    void add(const Topic& topic)
    {
        act([topic](Cabinet& cabinet) { return cabinet.topicList().add(topic, fresh()); });
    }
    template <class Change>
    void edit(Topic topic, Change change, TopicFields fields)
    {
        change(topic);
        act([topic, fields](Cabinet& cabinet) { return cabinet.topicList().edit(topic, fields, fresh(), martina()); });
    }
    void decide(const TopicId& id, TopicField field, ConflictChoice choice)
    {
        act([=](Cabinet& cabinet) { return cabinet.topicList().decide(id, field, choice, fresh(), martina()); });
    }
    int conflicts()
    {
        return m_scene.desk.inCabinet([](Cabinet& cabinet) { return cabinet.ledger().outbox().value().conflicts; });
    }

    CabinetScene& m_scene;
    Topic m_disputed = someTopic(QStringLiteral("strittig"));
    Topic m_unwanted = someTopic(QStringLiteral("unerwünscht"));
    Topic m_missed = someTopic(QStringLiteral("vermisst"));
    Topic m_discussed = someTopic(QStringLiteral("besprochen"));
    Topic m_late = someTopic(QStringLiteral("spät"));
};

} // namespace

TEST_CASE("every exchange of an afternoon fails once, with a real cabinet: the next try heals it", "[steps]")
{
    const auto fault = GENERATE(Fault::drop(Ending::Reset), Fault::loseReply(Ending::Reset));
    const auto server = std::make_shared<TopicServerProcess>(QStringList(), lists);
    size_t exchanges = 0;
    for (int failing = 0; failing == 0 || failing < static_cast<int>(exchanges); ++failing) {
        INFO("exchange " << failing << " of kind " << static_cast<int>(fault.kind));
        CabinetScene scene(server);
        scene.proxy.setPlan([&](const SeenRequest& seen) { return seen.number == failing ? fault : Fault::none(); });
        Afternoon afternoon(scene);
        afternoon.play();
        afternoon.checkEqual();
        if (failing == 0)
            exchanges = scene.proxy.arrived().size();
    }
    CHECK(exchanges >= 20);
}

TEST_CASE("every step of a real ledger fails once: the next try heals it", "[steps]")
{
    const auto server = std::make_shared<TopicServerProcess>(QStringList(), lists);
    int steps = 0;
    for (int failing = 0; failing == 0 || failing < std::min(steps, lists); ++failing) {
        INFO("call " << failing);
        CabinetScene scene(server);
        std::atomic<int> count = 0;
        scene.desk.ledgerSeen = [&](std::shared_ptr<ports::TopicLedger> real) {
            return std::make_shared<FaultyLedger>(std::move(real), count, failing);
        };
        Afternoon afternoon(scene);
        afternoon.play();
        afternoon.checkEqual();
        scene.desk.stop();
        if (failing == 0)
            steps = count;
    }
    CHECK(steps >= 40);
}
