#include <catch2/catch.hpp>

#include "scene.h"

#include <map>
#include <random>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicField;

namespace {

/// Many topics with several operations each leave at once over a line that fails and dawdles at random. Every operation of a
/// topic carries a number in its text that counts up.
class Rush {
public:
    explicit Rush(unsigned seed) : m_chance(seed)
    {
        m_scene.settle();
        m_scene.proxy.forget();
        m_scene.proxy.setPlan([this](const SeenRequest& seen) { return seen.isWrite() ? onWrite(seen) : Fault::none(); });
    }

    void play()
    {
        FakeLedger& ledger = *m_scene.desk.ledger;
        std::vector<Topic> topics;
        for (int i = 0; i < topicCount; ++i) {
            topics.push_back(someTopic(QStringLiteral("Punkt %1").arg(i)));
            topics.back().text = QStringLiteral("0");
            ledger.createTopic(topics.back());
        }
        for (int number = 1; number <= changes; ++number) {
            std::shuffle(topics.begin(), topics.end(), m_chance);
            for (Topic& topic : topics) {
                if (pick(3) == 0) {
                    ledger.comment(topic.id, someComment(QString::number(number)));
                    ++m_comments[topic.id];
                } else {
                    topic.text = QString::number(number);
                    ledger.edit(topic.id, topic, TopicField::Text);
                }
            }
            if (pick(3) == 0)
                m_scene.desk.push();
        }
        m_scene.desk.push();
        REQUIRE(m_scene.desk.waitUntilQuiet());
        for (const Topic& topic : topics)
            checkArrived(topic);
        CHECK(m_scene.client.topics().size() == topics.size());
    }

    void checkOrder() const
    {
        CHECK(m_overlaps == 0);
        CHECK(m_mostAtOnce > 1); // else there was nothing to get out of order
        CHECK(m_mostAtOnce <= 8);
        std::map<QByteArray, int> last;
        for (const SeenRequest& seen : m_scene.proxy.delivered()) {
            if (!seen.isWrite())
                continue;
            const auto body = nlohmann::json::parse(seen.body.toStdString());
            const int number = std::stoi(body.at("text").get<std::string>());
            int& before = last.try_emplace(topicOf(seen), -1).first->second;
            CHECK(number >= before); // the same again after a lost reply, never an older one
            before = number;
        }
        CHECK(last.size() == topicCount);
    }

private:
    static constexpr int topicCount = 12;
    static constexpr int changes = 5;

    int pick(int below) { return static_cast<int>(m_chance() % static_cast<unsigned>(below)); }

    static QByteArray topicOf(const SeenRequest& seen) { return seen.target.left(QByteArray("/v1/topics/").size() + 36); }

    Fault onWrite(const SeenRequest& seen)
    {
        const QByteArray topic = topicOf(seen);
        const auto onTheWay = [this](const QByteArray& path) {
            return m_passed[path] - FaultProxy::count(m_scene.proxy.delivered(), "PUT", path);
        };
        m_overlaps += onTheWay(topic) > 0 ? 1 : 0;
        const Fault fault = chosen();
        if (fault.kind != Fault::Kind::Drop && fault.kind != Fault::Kind::Answer)
            ++m_passed[topic];
        int atOnce = 0;
        for (const auto& [path, passed] : m_passed)
            atOnce += onTheWay(path) > 0 ? 1 : 0;
        m_mostAtOnce = std::max(m_mostAtOnce, atOnce);
        return fault;
    }

    Fault chosen()
    {
        switch (pick(24)) {
        case 0:
            return Fault::drop(Ending::Reset);
        case 1:
            return Fault::loseReply(Ending::Fin);
        case 2:
            return Fault::loseReply(Ending::Reset);
        case 3:
            return Fault::sendAway(503, "1");
        case 4:
            return Fault::answerWith(500, "oops");
        default:
            return Fault::delay(std::chrono::milliseconds(pick(12)));
        }
    }

    void checkArrived(const Topic& topic)
    {
        const auto there = m_scene.client.topic(topic.id);
        CHECK(there["text"] == topic.text.toStdString());
        CHECK(static_cast<int>(there["comments"].size()) == m_comments[topic.id]);
    }

    std::mt19937 m_chance;
    Scene m_scene;
    std::map<QByteArray, int> m_passed; ///< writes that the server gets sooner or later, by topic
    std::map<domain::TopicId, int> m_comments;
    int m_overlaps = 0;
    int m_mostAtOnce = 0;
};

} // namespace

TEST_CASE("several topics at a time, but each topic's operations one after the other and in order")
{
    bool given = false;
    unsigned seed = qEnvironmentVariable("SYNC_SEED").toUInt(&given);
    if (!given)
        seed = std::random_device()();
    for (unsigned round = 0; round < 6; ++round, ++seed) {
        INFO("SYNC_SEED=" << seed);
        Rush rush(seed);
        rush.play();
        rush.checkOrder();
    }
}
