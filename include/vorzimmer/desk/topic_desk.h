#pragma once

#include "vorzimmer/desk/cabinet_handle.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/domain/user.h"

#include <QObject>

#include <optional>
#include <vector>

namespace vorzimmer::desk {

/// One tenant's shared list as people work on it: read, change, decide conflicts, look into the outbox. Made for one open
/// cabinet; lives on the GUI thread. What was asked of it is done even when nobody waits for the answer any more.
class TopicDesk : public QObject {
    Q_OBJECT

public:
    TopicDesk(Office& office, CabinetHandle cabinet, domain::User user, QObject* parent = nullptr);

    [[nodiscard]] const domain::TenantId& tenant() const { return m_cabinet.tenant(); }
    [[nodiscard]] const std::vector<ports::TopicEntry>& entries() const { return m_entries; }
    /// The topic that is followed, also when the query does not find it (any more); null = none, or it is gone.
    [[nodiscard]] const ports::TopicEntry* followed() const { return m_followed ? &*m_followed : nullptr; }
    [[nodiscard]] const ports::TopicQuery& query() const { return m_query; }
    /// For whom a topic may be: the tenant's people, in the tenant's order.
    [[nodiscard]] const std::vector<QString>& people() const { return m_people; }
    [[nodiscard]] const std::vector<ports::OutboxOperation>& outbox() const { return m_outbox; }
    [[nodiscard]] QDateTime nowUtc() const { return m_office.clock.nowUtc(); }

    /// Reads the list for @p query; an earlier answer that comes late is dropped.
    void load(const ports::TopicQuery& query);
    void reload() { load(m_query); }
    /// From the next reading on; null = no more.
    void follow(const domain::TopicId& topic) { m_followedId = topic; }
    /// Answers by historyLoaded(); only the last question is answered.
    void loadHistory(const domain::TopicId& topic);
    /// Answers by outboxLoaded().
    void loadOutbox();

    /// Puts @p draft on the list as made now by this user, and returns its id; title, text, state, person, due, priority and
    /// origin are the caller's.
    domain::TopicId add(domain::Topic draft);
    void edit(const domain::Topic& wanted, domain::TopicFields fields);
    void remove(const domain::TopicId& topic);
    /// Empty text is ignored.
    void comment(const domain::TopicId& topic, const QString& text);
    void decide(const domain::TopicId& topic, domain::TopicField field, ports::ConflictChoice choice);
    void undoDecision(const domain::TopicId& topic, domain::TopicField field);
    void retry(const domain::OperationId& operation);
    void giveUp(const domain::OperationId& operation);

Q_SIGNALS:
    void loaded();
    void historyLoaded(const vorzimmer::domain::TopicId& topic, const std::vector<vorzimmer::ports::TopicEvent>& events);
    void outboxLoaded();
    /// A change is on disk; the list is being read again.
    void changed();
    void failed(const vorzimmer::domain::Error& error);
    /// The outbox has something for the shared list.
    void outboxFilled(const vorzimmer::domain::TenantId& tenant);

private:
    template <class Job>
    void change(Job job);
    [[nodiscard]] ports::Signature signature() const;

    Office& m_office;
    CabinetHandle m_cabinet;
    domain::User m_user;
    ports::TopicQuery m_query;
    std::vector<ports::TopicEntry> m_entries;
    domain::TopicId m_followedId;
    std::optional<ports::TopicEntry> m_followed;
    std::vector<QString> m_people;
    std::vector<ports::OutboxOperation> m_outbox;
    quint64 m_listAsked = 0;
    quint64 m_historyAsked = 0;
    quint64 m_outboxAsked = 0;
    bool m_outboxWanted = false; ///< somebody looks at it: changes read it again
};

} // namespace vorzimmer::desk
