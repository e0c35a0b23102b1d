#pragma once

#include "vorzimmer/desk/cabinet_handle.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/domain/knowledge.h"
#include "vorzimmer/domain/user.h"

#include <QObject>

#include <functional>
#include <optional>

namespace vorzimmer::desk {

/// What one client wants to be answered: looked up during a call, and kept up to date by supervisor and client. Everything is kept at
/// once. Lives on the GUI thread.
class KnowledgeDesk : public QObject {
    Q_OBJECT

public:
    KnowledgeDesk(Office& office, CabinetHandle cabinet, domain::User user, QObject* parent = nullptr);

    /// Ends in changed() or failed().
    void load();
    [[nodiscard]] bool isLoaded() const { return m_search.has_value(); }
    [[nodiscard]] const domain::Knowledge& knowledge() const { return m_knowledge; }
    /// As domain::KnowledgeSearch::find().
    [[nodiscard]] std::vector<size_t> find(const QString& search) const;
    /// Secretaries read; whoever else sees it may change it.
    [[nodiscard]] bool canEdit() const { return m_user.role != domain::Role::Secretary; }

    [[nodiscard]] QString freshId() const;
    /// Adds or replaces the entry; failed() with Invalid when the tree could not be kept with it.
    void put(const domain::KnowledgeEntry& entry);
    void remove(const QString& id);
    /// Before (-1) or behind (+1) the next below the same entry.
    void move(const QString& id, int by);

Q_SIGNALS:
    /// knowledge() is read afresh.
    void changed();
    /// Something was changed here.
    void saved();
    void failed(const vorzimmer::domain::Error& error);

private:
    using Entries = std::vector<domain::KnowledgeEntry>;
    void change(std::function<void(Entries&)> edit);
    void take(domain::Knowledge knowledge);

    Office& m_office;
    CabinetHandle m_cabinet;
    domain::User m_user;
    domain::Knowledge m_knowledge;
    std::optional<domain::KnowledgeSearch> m_search;
};

} // namespace vorzimmer::desk
