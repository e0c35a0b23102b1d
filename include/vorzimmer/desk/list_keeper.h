#pragma once

#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/desk/office.h"
#include "vorzimmer/ports/topic_board.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace vorzimmer::desk {

/// One tenant's list with its tenant's name.
struct ListStanding {
    QString name;
    ports::BoardStatus status;
};

/// What is kept about one tenant's list.
struct ListAccess {
    bool isSetUp = false;
    ports::BoardAccess access; ///< of the last list, when none is set up now
    QString problem;           ///< why it cannot be opened: technical; empty = it can
    std::optional<domain::Error> unreadable; ///< why the credentials cannot be read just now: they are kept all the same
};

/// Keeps the shared lists of every tenant this user serves going, and knows the truth about each. Lives on the GUI thread.
class ListKeeper : public QObject {
    Q_OBJECT

public:
    /// The directory setting that holds a tenant's list address; without the tenant part, the whole bureau's.
    [[nodiscard]] static QString urlSetting(const domain::TenantId& tenant);
    [[nodiscard]] static QString urlSetting();
    /// The key ring's name for a tenant's token, and the account at a CalDAV server or Trello's API key beside it.
    [[nodiscard]] static QString tokenName(const domain::TenantId& tenant);

    /// Keeps where the list of @p tenant is and what opens it: credentials in @p keys, the rest in @p directory. Call on the
    /// store lane, or where there is none. Credentials first: an address without them would show as a fault at every
    /// desk.
    [[nodiscard]] static domain::Outcome keepAccess(ports::Directory& directory, ports::KeyRing& keys, const domain::TenantId& tenant,
                                                    const ports::BoardAccess& access);
    /// What was kept; call on the store lane.
    [[nodiscard]] static ListAccess accessOf(ports::Directory& directory, ports::KeyRing& keys, const domain::TenantId& tenant);
    /// The tenant has no list any more, and nothing that would open one. Where it was stays known: whoever connects it again
    /// goes on where it stopped. Call on the store lane.
    [[nodiscard]] static domain::Outcome forgetAccess(ports::Directory& directory, ports::KeyRing& keys, const domain::TenantId& tenant);

    ListKeeper(Office& office, Gatekeeper& gatekeeper, ports::TopicBoard& board, QObject* parent = nullptr);
    ~ListKeeper() override;

    /// Opens the list of each tenant the user may serve.
    void start();
    void push(const domain::TenantId& tenant) { m_board.push(tenant); }
    void retryNow();
    void retryFor(const domain::TenantId& tenant) { m_board.retryNow(tenant); }

    /// Stops keeping the tenant's list, until reopen().
    void close(const domain::TenantId& tenant);
    /// Reads once more where the tenant's list is, and keeps that.
    void reopen(const domain::TenantId& tenant);

    /// NotConfigured for a tenant without a list.
    [[nodiscard]] ports::BoardStatus status(const domain::TenantId& tenant) const;
    /// One entry per tenant that this user serves, by name; NotConfigured where there is no list.
    [[nodiscard]] std::vector<ListStanding> standings() const;
    /// All lists in one: the worst state, the sums, the oldest lastSync.
    [[nodiscard]] ports::BoardStatus overall() const;

Q_SIGNALS:
    void statusChanged();
    void topicsChanged(const vorzimmer::domain::TenantId& tenant);

private:
    void take(const domain::TenantId& tenant, const ListAccess& list);
    void block(const domain::TenantId& tenant, const domain::Error& error);
    void openList(const domain::TenantId& tenant, const ports::BoardAccess& access);

    Office& m_office;
    Gatekeeper& m_gatekeeper;
    ports::TopicBoard& m_board;
    QHash<domain::TenantId, ports::BoardStatus> m_status;
    QHash<domain::TenantId, quint64> m_openings; ///< the last of each; what was overtaken opens nothing
    quint64 m_lastOpening = 0;
    QHash<domain::TenantId, QString> m_names; ///< of every tenant this user serves
};

} // namespace vorzimmer::desk
