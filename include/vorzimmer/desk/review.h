#pragma once

#include "vorzimmer/desk/cabinet_handle.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/domain/user.h"

#include <QObject>

#include <vector>

namespace vorzimmer::desk {

/// A tenant's finished notes as the client goes through them. Made for one cabinet; lives on the GUI thread.
class Review : public QObject {
    Q_OBJECT

public:
    Review(Office& office, CabinetHandle cabinet, domain::User user, QObject* parent = nullptr);

    [[nodiscard]] const domain::TenantId& tenant() const { return m_cabinet.tenant(); }
    [[nodiscard]] const std::vector<ports::ReviewEntry>& entries() const { return m_entries; }
    [[nodiscard]] const std::optional<domain::TenantProfile>& profile() const { return m_profile; }
    [[nodiscard]] const ports::ReviewQuery& query() const { return m_query; }

    /// Reads the list for @p query; an earlier answer that comes late is dropped.
    void load(const ports::ReviewQuery& query);
    void reload() { load(m_query); }
    void setSeen(const domain::NoteId& note, bool seen);
    /// Empty text is ignored.
    void addComment(const domain::TopicId& topic, const QString& text);
    void setState(const domain::TopicId& topic, domain::TopicState state);

Q_SIGNALS:
    void loaded();
    void failed(const vorzimmer::domain::Error& error);
    /// The outbox has something for the shared list.
    void outboxFilled(const vorzimmer::domain::TenantId& tenant);

private:
    template <class Job>
    void change(Job job, bool forTheList);

    Office& m_office;
    CabinetHandle m_cabinet;
    domain::User m_user;
    ports::ReviewQuery m_query;
    std::vector<ports::ReviewEntry> m_entries;
    std::optional<domain::TenantProfile> m_profile;
    quint64 m_generation = 0;
};

} // namespace vorzimmer::desk
