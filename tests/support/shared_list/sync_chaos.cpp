#include "sync_chaos.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace vorzimmer::testing {

using domain::TopicField;
using domain::TopicId;
using domain::TopicState;
using nlohmann::json;

namespace {

constexpr int patience = 20'000; // ms, until all sides are equal
constexpr int upToDate = static_cast<int>(ports::BoardState::UpToDate);

void letRun(int milliseconds)
{
    QElapsedTimer waited;
    waited.start();
    QTimer heartbeat;
    heartbeat.start(2);
    while (waited.elapsed() < milliseconds)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

std::string textOf(const TopicId& id)
{
    return id.text().toStdString();
}

bool isDisputed(const json& topic, TopicField field)
{
    const json& conflicts = topic.at("conflicts");
    return std::find(conflicts.begin(), conflicts.end(), static_cast<int>(field)) != conflicts.end();
}

const json* topicIn(const json& desk, const std::string& id)
{
    for (const json& topic : desk.at("topics")) {
        if (topic.at("id") == id)
            return &topic;
    }
    return nullptr;
}

std::multiset<std::string> commentsOf(const json& topic)
{
    std::multiset<std::string> all;
    for (const json& comment : topic.at("comments"))
        all.insert(comment.get<std::string>());
    return all;
}

/// A list may erase the comments of a topic that is deleted; a desk that never heard of the deletion because the topic was
/// back by then does not know that they are gone.
bool fits(const std::multiset<std::string>& here, const std::multiset<std::string>& there, bool deletedOnce)
{
    return deletedOnce ? std::includes(here.begin(), here.end(), there.begin(), there.end()) : here == there;
}

} // namespace

SyncChaos::SyncChaos(unsigned seed, ProviderRig& rig)
    : m_seed(seed), m_chance(seed), m_lineChance(~seed), m_rig(rig),
      m_proxy(rig.port()), m_desks{ListDeskProcess(domain::TenantId(QUuid::createUuid())),
                                   ListDeskProcess(domain::TenantId(QUuid::createUuid()))}
{
    m_proxy.setPlan([this](const SeenRequest&) { return m_calm ? Fault::none() : Fault::atRandom(m_lineChance); });
}

QString SyncChaos::word()
{
    return QStringLiteral("Wort %1 äß").arg(++m_words);
}

TopicId SyncChaos::anyTopic()
{
    // Mostly the same few, so that the sides meet.
    const int newest = std::min<int>(static_cast<int>(m_topics.size()), 4);
    return m_topics[m_topics.size() - 1 - static_cast<size_t>(pick(newest))];
}

TopicId SyncChaos::newId()
{
    QByteArray bytes;
    for (int i = 0; i < 16; ++i)
        bytes.append(static_cast<char>(pick(256)));
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return TopicId(QUuid::fromRfc4122(bytes));
}

void SyncChaos::deskActs(ListDeskProcess& desk)
{
    const int what = m_topics.empty() ? 0 : pick(12);
    const QString text = word();
    json order = {{"id", m_topics.empty() ? std::string() : textOf(anyTopic())}};
    if (what == 0) {
        const TopicId id = newId();
        m_topics.push_back(id);
        order = {{"do", "add"}, {"id", textOf(id)}, {"title", text.toStdString()}};
    } else if (what <= 2) {
        order.update({{"do", "comment"}, {"text", text.toStdString()}});
    } else if (what == 3) {
        order.update({{"do", "remove"}});
        m_deletedOnce.insert(order.at("id").get<std::string>());
    } else if (what == 4) {
        order.update({{"do", "edit"}, {"field", static_cast<int>(TopicField::State)}, {"state", pick(4)}});
    } else if (what == 5) {
        order.update({{"do", pick(3) == 0 ? "undo-any" : "decide-any"}, {"chance", pick(1 << 16)}});
    } else if (what <= 8) {
        order.update({{"do", "edit"}, {"field", static_cast<int>(TopicField::Text)}, {"text", text.toStdString()}});
    } else {
        order.update({{"do", "edit"}, {"field", static_cast<int>(TopicField::Title)}, {"title", text.toStdString()}});
    }
    if (pick(12) == 0) {
        desk.tell(order); // it may be done or not, and nobody was told that it is safe
        letRun(pick(8));
        restart(desk);
        return;
    }
    const bool writes = order.contains("title") || order.contains("text");
    if (desk.ask(order).at("ok").get<bool>() && writes)
        typed(text);
}

void SyncChaos::overwritten(const std::vector<QString>& texts)
{
    for (const QString& text : texts)
        m_clientsMemory.insert(text.toStdString());
}

void SyncChaos::clientActs()
{
    const int what = m_topics.empty() ? 0 : pick(9);
    const QString text = word();
    std::vector<QString> before;
    std::string there;
    const auto anyHere = [&] {
        const TopicId id = anyTopic();
        there = textOf(id);
        return id;
    };
    const auto typedThere = [&] {
        m_clientsOwn[there].insert(text.toStdString());
        typed(text);
    };
    switch (what) {
    case 0:
        m_topics.push_back(m_rig.create(text));
        typed(text);
        return;
    case 1:
    case 2:
        if (m_rig.hasComments() && m_rig.comment(anyHere(), text))
            typedThere();
        return;
    case 3: {
        const TopicId id = anyHere();
        m_deletedOnce.insert(there);
        before = m_rig.remove(id);
        if (!before.empty()) // what one has written oneself one throws away knowingly
            m_clientsMemory.merge(m_clientsOwn[there]);
    } break;
    case 4:
        before = m_rig.setState(anyHere(), static_cast<TopicState>(pick(4)));
        break;
    case 5:
        before = m_rig.setTitle(anyHere(), text);
        if (!before.empty())
            typedThere();
        break;
    case 6:
        if (m_rig.restore(anyHere(), text))
            typedThere();
        return;
    default:
        before = m_rig.setText(anyHere(), text);
        if (!before.empty())
            typedThere();
        break;
    }
    overwritten(before);
}

void SyncChaos::restart(ListDeskProcess& desk)
{
    ++m_findings.kills;
    desk.kill();
    desk.start();
    desk.open(m_rig.access(m_proxy.url()));
}

void SyncChaos::round()
{
    m_calm = false;
    m_chance.seed(m_seed + static_cast<unsigned>(m_rounds) * 1'000'003U); // whatever the round before made of its chances
    for (ListDeskProcess& desk : m_desks) {
        if (!desk.isRunning())
            desk.start();
        desk.open(m_rig.access(m_proxy.url()));
        if (pick(3) == 0)
            desk.close();
    }
    const int steps = 3 + pick(8);
    for (int step = 0; step < steps; ++step) {
        const int who = pick(3);
        if (who == 2)
            clientActs();
        else
            deskActs(m_desks[static_cast<size_t>(who)]);
        switch (pick(12)) {
        case 0:
            m_desks[static_cast<size_t>(pick(2))].close();
            break;
        case 1:
            m_desks[static_cast<size_t>(pick(2))].open(m_rig.access(m_proxy.url()));
            break;
        case 2:
            restart(m_desks[static_cast<size_t>(pick(2))]);
            break;
        default:
            break;
        }
        letRun(pick(15));
    }
    m_calm = true;
    for (ListDeskProcess& desk : m_desks)
        desk.open(m_rig.access(m_proxy.url()));
    becomeQuiet("before anything was decided");
    decideAll();
    becomeQuiet("after everything was decided");
    look("after everything was decided");
    ++m_rounds;
}

std::array<json, 2> SyncChaos::dumps()
{
    json ids = json::array();
    for (const TopicId& id : m_topics)
        ids.push_back(textOf(id));
    return {m_desks[0].ask({{"do", "dump"}, {"ids", ids}}), m_desks[1].ask({{"do", "dump"}, {"ids", ids}})};
}

std::string SyncChaos::firstDifference(const std::array<json, 2>& desks, const std::vector<ListedTopic>& there) const
{
    std::map<std::string, const ListedTopic*> listed;
    for (const ListedTopic& one : there)
        listed[textOf(one.id)] = &one;
    for (const json& desk : desks) {
        if (desk.at("waiting").get<int>() != 0 || desk.at("state").get<int>() != upToDate)
            return "a desk still has something to do: " + desk.at("problem").get<std::string>();
        for (const auto& [id, one] : listed) {
            const json* here = topicIn(desk, id);
            if (!here)
                return "a desk does not have topic " + id;
            if (isDisputed(*here, TopicField::Deletion))
                continue;
            if (here->at("deleted").get<bool>())
                return "a desk holds for deleted topic " + id;
            if (here->at("blocked") != "")
                return "blocked on topic " + id + ": " + here->at("blocked").get<std::string>();
            if (!isDisputed(*here, TopicField::Title) && here->at("title") != one->title.toStdString())
                return "other title: " + here->dump() + " there: " + one->title.toStdString();
            if (!isDisputed(*here, TopicField::Text) && here->at("text") != one->text.toStdString())
                return "other text: " + here->dump() + " there: " + one->text.toStdString();
            if (!isDisputed(*here, TopicField::State) && here->at("state") != static_cast<int>(one->state))
                return "other state: " + here->dump();
            std::multiset<std::string> comments;
            for (const QString& comment : one->comments)
                comments.insert(comment.toStdString());
            if (m_rig.hasComments() && !fits(commentsOf(*here), comments, m_deletedOnce.count(id) != 0))
                return "other comments: " + here->dump() + " there: " + json(comments).dump();
        }
        for (const json& topic : desk.at("topics")) {
            const bool here = !topic.at("deleted").get<bool>();
            if (here && !listed.count(topic.at("id").get<std::string>()) && !isDisputed(topic, TopicField::Deletion))
                return "the list does not have " + topic.dump();
        }
    }
    return {};
}

void SyncChaos::becomeQuiet(const char* when)
{
    QElapsedTimer waited;
    waited.start();
    std::string difference;
    do {
        letRun(10);
        difference = firstDifference(dumps(), m_rig.list());
    } while (!difference.empty() && waited.elapsed() < patience);
    if (difference.empty())
        return;
    ++m_findings.diverged;
    complain(when, difference);
}

void SyncChaos::decideAll()
{
    for (int i = 0; i < 200; ++i) {
        const auto desks = dumps();
        std::vector<std::pair<size_t, json>> open;
        for (size_t desk = 0; desk < desks.size(); ++desk) {
            for (const json& topic : desks[desk].at("topics")) {
                for (const json& field : topic.at("conflicts"))
                    open.push_back({desk, {{"do", "decide"}, {"id", topic.at("id")}, {"field", field}}});
            }
        }
        if (open.empty())
            return;
        auto& [desk, order] = open[static_cast<size_t>(pick(static_cast<int>(open.size())))];
        const int field = order.at("field").get<int>();
        const bool takesBoth = field == static_cast<int>(TopicField::Title) || field == static_cast<int>(TopicField::Text);
        int choice = pick(takesBoth ? 3 : 2);
        order["choice"] = choice;
        ++m_findings.conflicts;
        if (!m_desks[desk].ask(order).at("ok").get<bool>() && choice == 2) {
            order["choice"] = 0; // both together may be too long for a title
            (void)m_desks[desk].ask(order);
        }
        letRun(pick(60)); // its consequences may or may not have reached the other desk by the next decision
    }
    becomeQuiet("while deciding");
}

void SyncChaos::look(const char* when)
{
    std::set<std::string> kept = m_clientsMemory;
    const auto there = m_rig.list();
    std::set<std::string> ids;
    std::set<std::string> made;
    for (const TopicId& id : m_topics)
        made.insert(textOf(id));
    for (const ListedTopic& one : there) {
        kept.insert(one.title.toStdString());
        kept.insert(one.text.toStdString());
        for (const QString& comment : one.comments)
            kept.insert(comment.toStdString());
        if (!ids.insert(textOf(one.id)).second || !made.count(textOf(one.id))) {
            ++m_findings.doubled;
            complain(when, "doubled: " + textOf(one.id) + " " + one.title.toStdString());
        }
    }
    for (const json& desk : dumps()) {
        for (const json& text : desk.at("written"))
            kept.insert(text.get<std::string>());
    }
    // A decision for both leaves one text that holds two.
    std::string heap;
    for (const std::string& text : kept)
        heap += text + '\n';
    for (auto text = m_typed.begin(); text != m_typed.end();) {
        if (heap.find(*text) != std::string::npos) {
            ++text;
            continue;
        }
        ++m_findings.lost;
        complain(when, "lost: " + *text);
        text = m_typed.erase(text);
    }
}

void SyncChaos::complain(const char* when, const std::string& what)
{
    std::fprintf(stderr, "SYNC_SEED=%u, round %d, %s: %s\n", m_seed, m_rounds, when, what.c_str());
}

ChaosFindings runChaos(unsigned seed, int rounds, const std::function<std::unique_ptr<ProviderRig>()>& newRig)
{
    ChaosFindings all;
    for (int list = 0; list * roundsPerList < rounds; ++list) {
        const auto rig = newRig();
        SyncChaos chaos(seed + static_cast<unsigned>(list), *rig);
        for (int round = list * roundsPerList; round < std::min(rounds, (list + 1) * roundsPerList); ++round)
            chaos.round();
        all.lost += chaos.findings().lost;
        all.doubled += chaos.findings().doubled;
        all.diverged += chaos.findings().diverged;
        all.conflicts += chaos.findings().conflicts;
        all.kills += chaos.findings().kills;
    }
    return all;
}

} // namespace vorzimmer::testing
