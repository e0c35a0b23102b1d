#pragma once

#include "vorzimmer/desk/list_keeper.h"
#include "vorzimmer/ports/list_address.h"

#include <QObject>

#include <vector>

namespace vorzimmer::desk {

/// What a person enters about one tenant's list.
struct ListDraft {
    ports::BoardKind kind = ports::BoardKind::TopicServer;
    QString address;
    QString user;      ///< CalDav: the account; Trello: the API key, empty = the one that is kept
    QByteArray secret; ///< empty = the one that is kept for this very place and account
};

/// Chooses where each tenant's list is kept, for supervisors; everybody else is refused whatever they ask. Lives on the GUI
/// thread. A secret goes from here to the key ring and to the list itself, and never comes back out.
class ListSetup : public QObject {
    Q_OBJECT

public:
    ListSetup(Office& office, Gatekeeper& gatekeeper, ListKeeper& lists, ports::TopicBoard& board, QObject* parent = nullptr);

    /// By name.
    [[nodiscard]] const std::vector<ports::ListConnection>& connections() const { return m_connections; }

    /// Answers by loaded() or failed().
    void load();
    /// Tries the list out and changes nothing; answers by tested(), refused() or failed().
    void test(const domain::TenantId& tenant, const ListDraft& draft);
    /// Tries the list out and connects it when it answers. Another list than the last gets all that is on the last one.
    /// Answers by connected(), by tested() with a report that says why not, by refused() or failed().
    void connectList(const domain::TenantId& tenant, const ListDraft& draft);
    /// Nothing is deleted on either side. Answers by disconnected() or failed().
    void disconnectList(const domain::TenantId& tenant);

Q_SIGNALS:
    void loaded();
    void tested(const vorzimmer::domain::TenantId& tenant, const vorzimmer::ports::BoardReport& report);
    void connected(const vorzimmer::domain::TenantId& tenant, const vorzimmer::ports::BoardReport& report);
    void disconnected(const vorzimmer::domain::TenantId& tenant);
    /// The address will not do.
    void refused(const vorzimmer::domain::TenantId& tenant, vorzimmer::ports::AddressFlaw flaw);
    /// Error::where names what is missing: "user" or "secret"; else nothing was changed.
    void failed(const vorzimmer::domain::TenantId& tenant, const vorzimmer::domain::Error& error);

private:
    struct Wish {
        domain::TenantId tenant;
        ports::BoardAccess access;
        bool another = false; ///< not the list that was last connected
    };
    [[nodiscard]] bool allowed(const domain::TenantId& tenant);
    /// Completes @p draft by what is kept, and goes on with it.
    void prepare(const domain::TenantId& tenant, const ListDraft& draft, std::function<void(Wish)> goOn);
    void moveOver(const Wish& wish, const ports::BoardReport& report);
    void keep(const Wish& wish, const ports::BoardReport& report);
    void fail(const domain::TenantId& tenant, const domain::Error& error);

    Office& m_office;
    Gatekeeper& m_gatekeeper;
    ListKeeper& m_lists;
    ports::TopicBoard& m_board;
    std::vector<ports::ListConnection> m_connections;
};

} // namespace vorzimmer::desk
