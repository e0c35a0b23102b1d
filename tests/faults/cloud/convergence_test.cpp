#include <catch2/catch.hpp>

#include "scene.h"

#include <QProcessEnvironment>

#include <random>
#include <set>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Topic;
using domain::TopicId;
using domain::TopicField;
using domain::TopicState;
using ports::OperationState;

namespace {

/// A desk and a client who work at random over a line that fails at random. What the desk writes and what the client writes
/// are different fields, so that nobody has to be asked; comments and new topics come from both.
class Chaos {
public:
    explicit Chaos(unsigned seed) : m_chance(seed)
    {
        m_scene.proxy.setPlan([this](const SeenRequest&) { return m_calm ? Fault::none() : Fault::atRandom(m_chance); });
    }

    void round()
    {
        m_calm = false;
        if (!m_scene.desk.board)
            m_scene.desk.open(m_scene.proxy.url(), m_scene.account.token);
        const int steps = pick(6);
        for (int i = 0; i < steps; ++i) {
            deskActs();
            if (pick(2) == 0)
                clientActs();
            if (pick(3) == 0)
                letPass(std::chrono::milliseconds(pick(15)));
        }
        if (pick(4) == 0)
            m_scene.desk.stop(); // as kill -9 would
    }

    void becomeQuiet()
    {
        m_calm = true;
        m_scene.settle();
    }

    void checkEqual()
    {
        const auto there = m_scene.client.topics();
        CHECK(there.size() == m_made);
        std::set<std::string> titles;
        for (const auto& topic : there)
            CHECK(titles.insert(topic["title"].get<std::string>()).second); // each once
        CHECK(eventually([&] { return isEqual(there); }));
    }

private:
    int pick(int below) { return static_cast<int>(m_chance() % static_cast<unsigned>(below)); }

    void deskActs()
    {
        FakeLedger& ledger = *m_scene.desk.ledger;
        auto entries = ledger.entries();
        const int what = entries.empty() ? 0 : pick(4);
        if (what == 0) {
            ledger.createTopic(someTopic(QStringLiteral("Schreibtisch %1").arg(m_made)));
            ++m_made;
        } else {
            auto place = entries.begin();
            std::advance(place, pick(static_cast<int>(entries.size())));
            Topic topic = place->second.topic;
            if (what == 1) {
                ledger.comment(topic.id, someComment(QStringLiteral("Bemerkung %1").arg(++m_remarks)));
            } else {
                topic.state = static_cast<TopicState>(pick(4));
                ledger.edit(topic.id, topic, TopicField::State);
            }
        }
        if (m_scene.desk.board)
            m_scene.desk.push();
    }

    void clientActs()
    {
        const auto topics = m_scene.client.topics();
        const int what = topics.empty() ? 0 : pick(3);
        if (what == 0) {
            (void)m_scene.client.create("Klient " + std::to_string(m_made));
            ++m_made;
            return;
        }
        const TopicId id = TopicId::parse(QString::fromStdString(
            topics[static_cast<size_t>(pick(static_cast<int>(topics.size())))]["id"].get<std::string>()));
        if (what == 1) {
            m_scene.client.comment(id, "Antwort " + std::to_string(++m_remarks));
        } else {
            m_scene.client.edit(
                id, {{"text", "geändert " + std::to_string(pick(1000))}, {"person", "Nr. " + std::to_string(pick(9))}});
        }
    }

    bool isEqual(const std::vector<nlohmann::json>& there)
    {
        const auto here = m_scene.desk.ledger->entries();
        if (here.size() != there.size())
            return false;
        static const char* const states[] = {"open", "in_progress", "waiting", "done"};
        return std::all_of(there.begin(), there.end(), [&](const nlohmann::json& topic) {
            const auto& entry = here.at(TopicId::parse(QString::fromStdString(topic["id"].get<std::string>())));
            return topic["title"] == entry.topic.title.toStdString() && topic["text"] == entry.topic.text.toStdString() &&
                   topic["person"] == entry.topic.person.toStdString() &&
                   topic["state"] == states[static_cast<int>(entry.topic.state)] &&
                   topic["comments"].size() == entry.comments.size();
        });
    }

    std::mt19937 m_chance;
    Scene m_scene;
    bool m_calm = false;
    size_t m_made = 0;
    int m_remarks = 0;
};

} // namespace

TEST_CASE("at random, over a bad line: after quiet both sides are equal, nothing is lost and nothing doubled")
{
    bool given = false;
    unsigned seed = qEnvironmentVariable("SYNC_SEED").toUInt(&given);
    if (!given)
        seed = std::random_device()();
    bool counted = false;
    int rounds = qEnvironmentVariable("SYNC_ROUNDS").toInt(&counted);
    if (!counted)
        rounds = 25;
    WARN("SYNC_SEED=" << seed);
    Chaos chaos(seed);
    for (int round = 0; round < rounds; ++round) {
        INFO("SYNC_SEED=" << seed << " round " << round);
        chaos.round();
        if (round % 5 == 4 || round + 1 == rounds) {
            chaos.becomeQuiet();
            chaos.checkEqual();
        }
    }
}
