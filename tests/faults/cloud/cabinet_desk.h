#pragma once

#include "scene.h"
#include "vorzimmer/domain/note.h"
#include "vorzimmer/ports/cabinet_room.h"
#include "vorzimmer/store/sqlite_store.h"

#include <catch2/catch.hpp>

#include <QTemporaryDir>

namespace vorzimmer::testing {

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
        std::optional<std::invoke_result_t<Work, ports::Cabinet&>> value;
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
        inCabinet([](ports::Cabinet&) { return true; });
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
                         [this](const ports::BoardStatus& status) {
                             m_status = status;
                             m_told.push_back(status);
                         });
        std::shared_ptr<ports::TopicLedger> ledger(m_cabinet, &m_cabinet->ledger());
        m_status = {};
        m_board->open(m_tenant, listAccess(url, token), ledgerSeen ? ledgerSeen(std::move(ledger)) : std::move(ledger));
    }
    void stop() { m_board.reset(); }
    void push() { m_board->push(m_tenant); }

    /// What the engine gets to see of the ledger, instead of the thing itself.
    std::function<std::shared_ptr<ports::TopicLedger>(std::shared_ptr<ports::TopicLedger>)> ledgerSeen;

    [[nodiscard]] const ports::BoardStatus& status() const { return m_status; }
    /// All that were told, in their order.
    [[nodiscard]] const std::vector<ports::BoardStatus>& told() const { return m_told; }
    [[nodiscard]] bool waitFor(ports::BoardState state) const
    {
        return eventually([&] { return m_status.state == state; });
    }
    /// Nothing is left to send, and it was said.
    [[nodiscard]] bool waitUntilQuiet()
    {
        return eventually([&] {
            const auto left = inCabinet([](ports::Cabinet& cabinet) { return cabinet.ledger().outbox().value().waiting; });
            return left == 0 && m_status.state == ports::BoardState::UpToDate;
        });
    }

    domain::TopicId finishNote(const QString& text)
    {
        domain::Note note;
        note.id = domain::NoteId(QUuid::createUuid());
        note.callerName = QStringLiteral("Herr Weiß");
        note.text = text;
        note.authorName = QStringLiteral("Martina");
        note.createdAt = note.changedAt = note.finishedAt = m_clock.nowUtc();
        REQUIRE(inCabinet([note](ports::Cabinet& cabinet) {
            return cabinet.finishNote(note, domain::OperationId(QUuid::createUuid())).has_value();
        }));
        return domain::TopicId(note.id.uuid());
    }

    void setState(const domain::TopicId& topic, domain::TopicState state)
    {
        REQUIRE(inCabinet([topic, state, at = m_clock.nowUtc()](ports::Cabinet& cabinet) {
            return cabinet.setTopicState(topic, state, domain::OperationId(QUuid::createUuid()), at).has_value();
        }));
    }

    void comment(const domain::TopicId& topic, const QString& text)
    {
        REQUIRE(inCabinet([topic, text](ports::Cabinet& cabinet) {
            return cabinet.addComment(topic, someComment(text), domain::OperationId(QUuid::createUuid())).has_value();
        }));
    }

    [[nodiscard]] ports::RemoteTopic topic(const domain::TopicId& id)
    {
        const auto all = inCabinet([](ports::Cabinet& cabinet) { return cabinet.topics().value(); });
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const ports::RemoteTopic& one) { return one.topic.id == id; });
        return found == all.end() ? ports::RemoteTopic() : *found;
    }

    [[nodiscard]] ports::TopicEntry entry(const domain::TopicId& id)
    {
        return inCabinet([id](ports::Cabinet& cabinet) { return cabinet.topicList().entry(id).value(); });
    }

private:
    domain::TenantId m_tenant;
    QTemporaryDir m_folder;
    WallClock m_clock;
    RandomIds m_ids;
    std::unique_ptr<ports::CabinetRoom> m_room = store::makeCabinetRoom({m_folder.path()}, m_clock, m_ids);
    std::shared_ptr<ports::Cabinet> m_cabinet; ///< on the lane
    lane::Lane m_lane{"store"};
    std::unique_ptr<ports::TopicBoard> m_board;
    ports::BoardStatus m_status;
    std::vector<ports::BoardStatus> m_told;
};

struct CabinetScene {
    explicit CabinetScene(std::shared_ptr<TopicServerProcess> topicServer = TopicServerProcess::shared())
        : server(std::move(topicServer))
    {
    }

    std::shared_ptr<TopicServerProcess> server;
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

} // namespace vorzimmer::testing
