#pragma once

#include "topics/ledger_desk.h"
#include "topics/provider.h"

#include <QObject>

#include <optional>

namespace vorzimmer::cloud::topics {

/// How a delivery ended; the ledger knows it already, except after StoreFailed.
struct DeliveryEnd {
    enum class Kind {
        Confirmed,
        SetAside,    ///< both sides changed the same: written down for a person to decide
        Blocked,     ///< kept for a person to decide what becomes of it
        Postponed,   ///< reply says why and for how long
        StoreFailed, ///< the ledger could not be written; reply.problem says why
    };
    Kind kind = Kind::Confirmed;
    Reply reply;
};

/// Brings one outbox operation that is marked as in flight to the other side, exactly once: reads before sending again what
/// may have arrived, and writes into the ledger what came of it. Deleting it leaves the operation in flight, for
/// reviveInFlight().
class Delivery : public QObject {
public:
    using Done = std::function<void(const DeliveryEnd&)>;
    /// When to try again the @p attempt -th time.
    using Retry = std::function<QDateTime(int attempt, const Reply& reply)>;

    /// @p operation as it was before it was marked, and what both sides last @p agreed on. @p settling is called when
    /// the other side has taken or refused it and only the ledger is left to be written; not when it is postponed.
    Delivery(ports::OutboxOperation operation, std::optional<ports::RemoteTopic> agreed, Provider& provider,
             LedgerDesk ledger, Retry retry, std::function<void()> settling, Done done);

    /// The feed tells of the topic, ahead of the ledger: an answer under way may be older.
    void noteTold(const ports::RemoteTopic& topic) { m_told.push_back({topic.revision, topic.topic.deleted}); }
    /// Called with the revision that the other side held before it took ours, ahead of the ledger.
    void onReplaced(std::function<void(const QString& revision)> handler) { m_replaced = std::move(handler); }
    /// @p done is called once, later; it may delete this.
    void start();

private:
    struct Told {
        QString revision;
        bool deleted;
    };
    void beginAgain();
    [[nodiscard]] bool mustLookAgain(const ports::RemoteTopic& seen);
    void makeGood();
    void readBack();
    void send();
    void sendRestored();
    void onSeen(const ports::RemoteTopic& seen);
    void onUpdateSeen(const ports::RemoteTopic& seen);
    void onRemovalSeen(const ports::RemoteTopic& seen);
    void onMissing();
    void onDeleted(const std::optional<ports::RemoteTopic>& tombstone);
    void onSent(const TopicReply& reply);
    void confirm(const ports::RemoteTopic& now);
    void setAside(const ports::RemoteTopic& theirs, domain::TopicFields clash);
    void block(const QString& problem);
    void giveUp(const Reply& reply);
    /// Writes what came of it into the ledger, and ends.
    void settle(DeliveryEnd::Kind kind, const Reply& reply, std::function<domain::Outcome(ports::TopicLedger&)> write);
    void end(DeliveryEnd::Kind kind, const Reply& reply, const domain::Outcome& written);
    /// What stands for the topic when the other side has nothing to say of it but that it is gone.
    [[nodiscard]] ports::RemoteTopic tombstone() const;

    ports::OutboxOperation m_operation;
    Provider& m_provider;
    LedgerDesk m_ledger;
    Retry m_retry;
    std::function<void()> m_settling;
    Done m_done;
    std::function<void(const QString&)> m_replaced;
    bool m_arrived = false;                            ///< this sending was acted on, whatever has happened to it since
    bool m_mayHaveArrived;                             ///< an earlier sending may have been acted on
    std::optional<ports::RemoteTopic> m_agreed;        ///< what both sides last agreed on
    std::optional<ports::RemoteTopic> m_agreedAtStart; ///< as the ledger had it, whatever was seen since
    ports::RemoteTopic m_base;                         ///< the newest that we know the other side to hold
    bool m_thereAlready = false;                       ///< as far as we know the other side holds the topic
    bool m_restoring = false;                          ///< it is to be there again although the other side deleted it
    std::optional<ports::RemoteTopic> m_tombstone;     ///< as far as we know the other side holds this one
    std::vector<Told> m_told;                          ///< since the last request was sent
    int m_looks = 0;                                   ///< that the feed made necessary
    int m_rounds = 0;
};

} // namespace vorzimmer::cloud::topics
