#include <catch2/catch.hpp>

#include "scene.h"
#include "vorzimmer/domain/note.h"
#include "vorzimmer/ports/cabinet_room.h"
#include "vorzimmer/store/sqlite_store.h"

#include <QTemporaryDir>

using namespace vorzimmer;
using namespace vorzimmer::testing;
using domain::Note;
using domain::NoteId;
using domain::TopicId;
using domain::TopicState;
using ports::BoardState;
using ports::BoardStatus;
using ports::Cabinet;

namespace {

class RandomIds : public ports::IdSource {
public:
    [[nodiscard]] QUuid next() override { return QUuid::createUuid(); }
};

/// A desk with a real cabinet on disk.
class CabinetDesk {
public:
    /// Runs @p work on the store lane and waits for its value.
    template <class Work>
    auto inCabinet(Work work)
    {
        std::optional<std::invoke_result_t<Work, Cabinet&>> value;
        QObject receiver;
        m_lane.ask(
            &receiver,
            [this, work]() mutable {
                if (!m_cabinet)
                    m_cabinet = m_room->create(m_tenant).value();
                return work(*m_cabinet);
            },
            [&value](auto got) { value.emplace(std::move(got)); });
        REQUIRE(eventually([&] { return value.has_value(); }));
        return *value;
    }

    explicit CabinetDesk(const domain::TenantId& tenant) : m_tenant(tenant)
    {
        REQUIRE(m_folder.isValid());
        inCabinet([](Cabinet&) { return true; });
    }
    ~CabinetDesk()
    {
        m_board.reset();
        m_lane.post([this] { m_cabinet.reset(); });
    }

    void open(const QUrl& url, const QByteArray& token)
    {
        m_board = cloud::makeTopicBoard(m_lane, m_clock, quickOptions());
        QObject::connect(m_board.get(), &ports::TopicBoard::statusChanged, m_board.get(),
                         [this](const BoardStatus& status) { m_status = status; });
        m_board->open(m_tenant, listAccess(url, token), std::shared_ptr<ports::TopicLedger>(m_cabinet, &m_cabinet->ledger()));
    }
    void stop() { m_board.reset(); }
    void push() { m_board->push(m_tenant); }

    [[nodiscard]] const BoardStatus& status() const { return m_status; }
    [[nodiscard]] bool waitFor(BoardState state) const
    {
        return eventually([&] { return m_status.state == state; });
    }
    /// Nothing is left to send, and it was said.
    [[nodiscard]] bool waitUntilQuiet()
    {
        return eventually([&] {
            const auto left = inCabinet([](Cabinet& cabinet) { return cabinet.ledger().outbox().value().waiting; });
            return left == 0 && m_status.state == BoardState::UpToDate;
        });
    }

    TopicId finishNote(const QString& text)
    {
        Note note;
        note.id = NoteId(QUuid::createUuid());
        note.callerName = QStringLiteral("Herr Weiß");
        note.text = text;
        note.authorName = QStringLiteral("Martina");
        note.createdAt = note.changedAt = note.finishedAt = m_clock.nowUtc();
        REQUIRE(inCabinet([note](Cabinet& cabinet) {
            return cabinet.finishNote(note, domain::OperationId(QUuid::createUuid())).has_value();
        }));
        return TopicId(note.id.uuid());
    }

    void setState(const TopicId& topic, TopicState state)
    {
        REQUIRE(inCabinet([topic, state, at = m_clock.nowUtc()](Cabinet& cabinet) {
            return cabinet.setTopicState(topic, state, domain::OperationId(QUuid::createUuid()), at).has_value();
        }));
    }

    void comment(const TopicId& topic, const QString& text)
    {
        REQUIRE(inCabinet([topic, text](Cabinet& cabinet) {
            return cabinet.addComment(topic, someComment(text), domain::OperationId(QUuid::createUuid())).has_value();
        }));
    }

    [[nodiscard]] ports::RemoteTopic topic(const TopicId& id)
    {
        const auto all = inCabinet([](Cabinet& cabinet) { return cabinet.topics().value(); });
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const ports::RemoteTopic& one) { return one.topic.id == id; });
        return found == all.end() ? ports::RemoteTopic() : *found;
    }

private:
    domain::TenantId m_tenant;
    QTemporaryDir m_folder;
    WallClock m_clock;
    RandomIds m_ids;
    std::unique_ptr<ports::CabinetRoom> m_room = store::makeCabinetRoom({m_folder.path()}, m_clock, m_ids);
    std::shared_ptr<Cabinet> m_cabinet; ///< on the lane
    lane::Lane m_lane{"store"};
    std::unique_ptr<ports::TopicBoard> m_board;
    BoardStatus m_status;
};

struct CabinetScene {
    std::shared_ptr<TopicServerProcess> server = TopicServerProcess::shared();
    ListAccount account = server->newAccount();
    FaultProxy proxy{server->port()};
    ListEditor client{server->port(), account.token};
    CabinetDesk desk{account.tenant};

    void settle()
    {
        desk.open(proxy.url(), account.token);
        REQUIRE(desk.waitUntilQuiet());
    }
};

} // namespace

TEST_CASE("a finished note reaches the list from a real cabinet, and the client's answer comes back")
{
    CabinetScene scene;
    const TopicId topic = scene.desk.finishNote(QStringLiteral("bittet um Rückruf"));
    scene.settle();
    auto there = scene.client.topic(topic);
    REQUIRE_FALSE(there.is_null());
    CHECK(there["title"].get<std::string>().find("Herr Weiß") == 0);
    CHECK(there["origin"] == "call");

    scene.client.comment(topic, "mache ich");
    scene.client.edit(topic, {{"state", "done"}, {"person", "Herr Kurz"}});
    CHECK(eventually([&] { return scene.desk.topic(topic).topic.state == TopicState::Done; }));
    CHECK(eventually([&] { return scene.desk.topic(topic).comments.size() == 1; }));
    CHECK(scene.desk.topic(topic).topic.person == QLatin1String("Herr Kurz"));

    scene.desk.setState(topic, TopicState::Waiting);
    scene.desk.comment(topic, QStringLiteral("noch einmal nachgefragt"));
    scene.desk.push();
    REQUIRE(scene.desk.waitUntilQuiet());
    there = scene.client.topic(topic);
    CHECK(there["state"] == "waiting");
    CHECK(there["person"] == "Herr Kurz");
    CHECK(there["comments"].size() == 2);
    CHECK(scene.desk.status().lastSync.isValid());
}

TEST_CASE("a real cabinet over a line that loses every second reply")
{
    CabinetScene scene;
    scene.proxy.setPlan(
        [](const SeenRequest& seen) { return seen.number % 2 == 0 ? Fault::loseReply(Ending::Reset) : Fault::none(); });
    std::vector<TopicId> topics;
    for (int i = 0; i < 10; ++i)
        topics.push_back(scene.desk.finishNote(QStringLiteral("Anliegen %1").arg(i)));
    scene.desk.open(scene.proxy.url(), scene.account.token);
    for (const TopicId& topic : topics)
        scene.desk.comment(topic, QStringLiteral("Nachtrag"));
    scene.desk.push();
    CHECK(eventually([&] { return scene.client.topics().size() == 10; }));
    scene.proxy.setPlan(nullptr);
    REQUIRE(scene.desk.waitUntilQuiet());
    CHECK(scene.client.topics().size() == 10);
    for (const TopicId& topic : topics)
        CHECK(scene.client.topic(topic)["comments"].size() == 1);
}

TEST_CASE("a real cabinet, the program ended while a note was on its way")
{
    CabinetScene scene;
    scene.settle();
    scene.proxy.failNext("PUT", Fault::drip(std::chrono::hours(1)));
    const TopicId topic = scene.desk.finishNote(QStringLiteral("bittet um Rückruf"));
    scene.desk.push();
    REQUIRE(eventually([&] { return !scene.client.topic(topic).is_null(); }));
    scene.desk.stop();
    scene.settle();
    CHECK(scene.client.topics().size() == 1);
    CHECK(FaultProxy::count(scene.proxy.delivered(), "PUT") == 1);
}
