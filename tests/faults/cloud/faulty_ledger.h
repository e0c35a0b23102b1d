#pragma once

#include "vorzimmer/ports/topic_ledger.h"

#include <atomic>
#include <memory>

namespace vorzimmer::testing {

/// A real ledger of which one call, counted over the life of @p count, fails before it has done anything, as on a full disk.
class FaultyLedger : public ports::TopicLedger {
    [[nodiscard]] static auto full()
    {
        return domain::failure(domain::Fault::StorageFull, QStringLiteral("no room (as the test wishes)"));
    }

public:
    FaultyLedger(std::shared_ptr<ports::TopicLedger> real, std::atomic<int>& count, int failing)
        : m_real(std::move(real)), m_count(count), m_failing(failing)
    {
    }

    domain::Outcome together(const std::function<void()>& many) override
    {
        if (fails())
            return full();
        return m_real->together(many);
    }
    domain::Result<std::optional<ports::OutboxOperation>> nextOperation(const QDateTime& now) override
    {
        if (fails())
            return full();
        return m_real->nextOperation(now);
    }
    domain::Outcome markInFlight(const domain::OperationId& id) override
    {
        if (fails())
            return full();
        return m_real->markInFlight(id);
    }
    domain::Outcome reviveInFlight() override
    {
        if (fails())
            return full();
        return m_real->reviveInFlight();
    }
    domain::Outcome confirm(const domain::OperationId& id, const ports::RemoteTopic& agreed) override
    {
        if (fails())
            return full();
        return m_real->confirm(id, agreed);
    }
    domain::Outcome postpone(const domain::OperationId& id, ports::OperationState state, const QDateTime& nextTry,
                             const QString& problem) override
    {
        if (fails())
            return full();
        return m_real->postpone(id, state, nextTry, problem);
    }
    domain::Outcome block(const domain::OperationId& id, const QString& problem) override
    {
        if (fails())
            return full();
        return m_real->block(id, problem);
    }
    domain::Outcome setAside(const domain::OperationId& id, const ports::RemoteTopic& theirs,
                             domain::TopicFields clash) override
    {
        if (fails())
            return full();
        return m_real->setAside(id, theirs, clash);
    }
    domain::Result<std::optional<ports::RemoteTopic>> agreed(const domain::TopicId& id) override
    {
        if (fails())
            return full();
        return m_real->agreed(id);
    }
    domain::Result<QString> cursor() override
    {
        if (fails())
            return full();
        return m_real->cursor();
    }
    domain::Result<std::vector<domain::TopicId>> applyChanges(const std::vector<ports::RemoteTopic>& changes,
                                                              const QString& cursor) override
    {
        if (fails())
            return full();
        return m_real->applyChanges(changes, cursor);
    }
    domain::Result<std::vector<ports::RemoteTopic>> agreedTopics() override
    {
        if (fails())
            return full();
        return m_real->agreedTopics();
    }
    domain::Result<ports::OutboxSummary> outbox() override
    {
        if (fails())
            return full();
        return m_real->outbox();
    }
    domain::Result<QDateTime> lastSync() override
    {
        if (fails())
            return full();
        return m_real->lastSync();
    }
    domain::Outcome setLastSync(const QDateTime& at) override
    {
        if (fails())
            return full();
        return m_real->setLastSync(at);
    }

private:
    [[nodiscard]] bool fails() { return m_count++ == m_failing; }

    std::shared_ptr<ports::TopicLedger> m_real;
    std::atomic<int>& m_count;
    int m_failing;
};

} // namespace vorzimmer::testing
