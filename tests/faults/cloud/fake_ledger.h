#pragma once

#include "vorzimmer/ports/topic_ledger.h"

#include <map>
#include <memory>
#include <mutex>
#include <thread>

namespace vorzimmer::testing {

/// A TopicLedger in memory that keeps the contract to the letter, writes down what was asked of it, and fails on demand.
/// The TopicLedger part is called on the store lane, everything else on the test's thread.
class FakeLedger : public ports::TopicLedger {
public:
    struct Entry {
        domain::Topic topic;
        std::vector<domain::Comment> comments;
        std::optional<ports::RemoteTopic> agreed;
        domain::TopicFields disputed;             ///< what a person must decide
        std::optional<ports::RemoteTopic> theirs; ///< their half of it
    };

    // What people do at this desk.
    void createTopic(const domain::Topic& topic);
    void edit(const domain::TopicId& id, const domain::Topic& values, domain::TopicFields changed);
    void comment(const domain::TopicId& topic, const domain::Comment& comment);
    void remove(const domain::TopicId& id);
    /// As a person decides for this side's half of everything that is disputed.
    void keepOurs(const domain::TopicId& id);
    /// Puts a topic on file that was never meant for the list.
    void file(const domain::Topic& topic);
    /// What no engine may rely on never happening.
    void setNextTry(const QDateTime& at);

    // What the tests look at.
    [[nodiscard]] std::map<domain::TopicId, Entry> entries() const;
    [[nodiscard]] std::vector<ports::OutboxOperation> operations() const;
    [[nodiscard]] QString storedCursor() const;
    /// Names of the calls so far, "markInFlight" and so on.
    [[nodiscard]] std::vector<QByteArray> calls() const;
    [[nodiscard]] int callCount() const;
    /// The call with this number (from 0, counted from now) fails once; -1 = none.
    void failCall(int number);
    /// True when any call came from another thread than the one before it.
    [[nodiscard]] bool wasCalledFromTwoThreads() const;

    /// Only runs them: in memory every call is one step by itself.
    domain::Outcome together(const std::function<void()>& many) override;
    domain::Result<std::optional<ports::OutboxOperation>> nextOperation(const QDateTime& now) override;
    domain::Outcome markInFlight(const domain::OperationId& id) override;
    domain::Outcome reviveInFlight() override;
    domain::Outcome confirm(const domain::OperationId& id, const ports::RemoteTopic& agreed) override;
    domain::Outcome postpone(const domain::OperationId& id, ports::OperationState state, const QDateTime& nextTry,
                             const QString& problem) override;
    domain::Outcome block(const domain::OperationId& id, const QString& problem) override;
    domain::Outcome setAside(const domain::OperationId& id, const ports::RemoteTopic& theirs,
                             domain::TopicFields clash) override;
    domain::Result<std::vector<ports::RemoteTopic>> agreedTopics() override;
    domain::Result<std::optional<ports::RemoteTopic>> agreed(const domain::TopicId& id) override;
    domain::Result<QString> cursor() override;
    domain::Result<std::vector<domain::TopicId>> applyChanges(const std::vector<ports::RemoteTopic>& changes,
                                                              const QString& cursor) override;
    domain::Result<ports::OutboxSummary> outbox() override;
    domain::Result<QDateTime> lastSync() override;
    domain::Outcome setLastSync(const QDateTime& at) override;

private:
    /// Notes the call; false when it is to fail.
    [[nodiscard]] bool admit(const char* name);
    [[nodiscard]] ports::OutboxOperation* operation(const domain::OperationId& id);
    [[nodiscard]] domain::TopicFields waitingFields(const domain::TopicId& id) const;
    [[nodiscard]] bool waitsForDeletion(const domain::TopicId& id) const;
    bool applyTombstone(Entry& entry, const ports::RemoteTopic& change);
    bool applyOne(const ports::RemoteTopic& change);
    void append(ports::OutboxOperation operation);

    mutable std::mutex m_mutex;
    std::map<domain::TopicId, Entry> m_entries;
    std::vector<ports::OutboxOperation> m_operations;
    QString m_cursor;
    QDateTime m_lastSync;
    std::vector<QByteArray> m_calls;
    int m_failIn = -1;
    std::optional<std::thread::id> m_thread;
    bool m_twoThreads = false;
};

} // namespace vorzimmer::testing
