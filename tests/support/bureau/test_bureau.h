#pragma once

#include "event_loop/turn_until.h"

#include "vorzimmer/desk/office.h"
#include "vorzimmer/domain/user.h"
#include "vorzimmer/numbers/libphonenumber_plan.h"
#include "vorzimmer/ports/cabinet_room.h"
#include "vorzimmer/ports/call_feed.h"

#include <QHash>
#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace vorzimmer::test {

/// Time stands still until a test moves it. Any thread.
class SetClock : public ports::Clock {
public:
    [[nodiscard]] QDateTime nowUtc() const override { return QDateTime::fromMSecsSinceEpoch(m_now, Qt::UTC); }
    void set(const QDateTime& now) { m_now = now.toMSecsSinceEpoch(); }
    void advance(int seconds) { m_now += 1000LL * seconds; }

private:
    std::atomic<qint64> m_now = 0;
};

class RandomIdSource : public ports::IdSource {
public:
    [[nodiscard]] QUuid next() override { return QUuid::createUuid(); }
};

class KeysInMemory : public ports::KeyRing {
public:
    [[nodiscard]] domain::Result<QByteArray> secret(const QString& name) const override;
    [[nodiscard]] domain::Outcome keep(const QString& name, const QByteArray& secret) override;
    std::atomic<bool> locked = false;

private:
    QHash<QString, QByteArray> m_secrets;
};

/// A feed that a test plays by hand.
class HandFeed : public ports::CallFeed {
    Q_OBJECT

public:
    void start() override { Q_EMIT backendStateChanged(ports::BackendState::Up, {}); }
    void stop() override {}
    [[nodiscard]] ports::Capabilities capabilities() const override { return able; }
    [[nodiscard]] ports::BackendState backendState() const override { return ports::BackendState::Up; }
    [[nodiscard]] std::vector<ports::CallSnapshot> snapshot() const override { return {}; }
    ports::CommandId answer(ports::CallRef call) override { return note("answer", call); }
    ports::CommandId reject(ports::CallRef call, ports::RejectReason) override { return note("reject", call); }
    ports::CommandId redirect(ports::CallRef call, const QString&) override { return note("redirect", call); }
    ports::CommandId hangUp(ports::CallRef call) override { return note("hangUp", call); }
    ports::CommandId hold(ports::CallRef call) override { return note("hold", call); }
    ports::CommandId resume(ports::CallRef call) override { return note("resume", call); }
    ports::CommandId blindTransfer(ports::CallRef call, const QString&) override { return note("blindTransfer", call); }
    ports::CommandId dial(const QString&, const ports::DialOrigin&, ports::CallRef call) override { return note("dial", call); }
    ports::CommandId completeTransfer(ports::CallRef call, ports::CallRef) override { return note("completeTransfer", call); }
    ports::CommandId sendDtmf(ports::CallRef call, const QString&) override { return note("sendDtmf", call); }
    ports::CommandId setMuted(ports::CallRef call, bool) override { return note("setMuted", call); }
    ports::CommandId setAvailable(bool) override { return note("setAvailable", {}); }

    /// A call from @p caller ("" = withheld) to @p dialled.
    ports::CallRef ring(const QString& caller, const QString& dialled);

    ports::Capabilities able = ports::Capability::Answer | ports::Capability::Reject | ports::Capability::Hold
                               | ports::Capability::BlindTransfer;
    QStringList commands; ///< "answer 1", in order

private:
    ports::CommandId note(const char* command, ports::CallRef call);
    quint64 m_calls = 0;
};

/// A small bureau on real files: two rivals and a practice, three users, everything a test wants to be true. Each tenant carries
/// a canary word in every text of its own.
class TestBureau {
public:
    TestBureau();
    ~TestBureau();

    [[nodiscard]] desk::Office& office() { return *m_office; }
    [[nodiscard]] ports::CabinetRoom& room() { return *m_room; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// Runs @p job on the store lane and waits.
    template <class Job>
    auto onLane(Job job) -> decltype(job())
    {
        std::optional<decltype(job())> answer;
        QObject receiver;
        m_lane->ask(&receiver, std::move(job), [&answer](auto value) { answer.emplace(std::move(value)); });
        (void)turnUntil([&answer] { return answer.has_value(); });
        return std::move(*answer);
    }
    /// Reads a tenant's cabinet past the gatekeeper, as only a test may.
    template <class Job>
    auto inCabinet(const domain::TenantEntry& tenant, Job job)
    {
        return onLane([this, tenant, job] {
            auto cabinet = m_room->open(tenant.id);
            return job(**cabinet);
        });
    }
    /// Waits until everything asked so far has been done on the lane and delivered here.
    void settle();
    /// Closes the store as a crash would leave it, and opens it again.
    void reopen();

    SetClock clock;
    RandomIdSource ids;
    numbers::LibPhoneNumberPlan numbers;
    KeysInMemory keys;
    domain::TenantEntry practice; ///< Europe/Berlin, open Mon-Fri 8-18, dialled +49 30 23125 010
    domain::TenantEntry roofer;   ///< walled from rival
    domain::TenantEntry rival;
    domain::User anna;  ///< secretary of practice and roofer
    domain::User petra; ///< supervisor
    domain::User feld;  ///< client of the practice
    domain::Person doctor;
    domain::Caller albers; ///< +49 152 28817386, known to the practice
    domain::Caller twinA;  ///< share +49 30 23125 500
    domain::Caller twinB;

    [[nodiscard]] static QString canary(const domain::TenantEntry& tenant);

private:
    void open();
    void furnish();
    void furnishCabinet(const domain::TenantEntry& tenant);
    [[nodiscard]] domain::TenantEntry entry(const QString& name, const QString& number) const;

    QTemporaryDir m_folder;
    std::unique_ptr<ports::Directory> m_directory;
    std::unique_ptr<ports::CabinetRoom> m_room;
    std::unique_ptr<lane::Lane> m_lane;
    std::unique_ptr<desk::Office> m_office;
};

} // namespace vorzimmer::test
