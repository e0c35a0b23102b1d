#pragma once

#include "vorzimmer/domain/id.h"
#include "vorzimmer/ports/topic_ledger.h"

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QObject>
#include <QUrl>

#include <memory>

namespace vorzimmer::ports {

/// Where a tenant's list lives, and what opens it.
struct BoardAccess {
    QUrl url;
    QByteArray token;
};

enum class BoardState {
    NotConfigured, ///< this tenant has no shared list
    Syncing,
    UpToDate,
    Unreachable, ///< waiting; tried again by itself
    Blocked,     ///< a person must act; problem says what
};

/// The truth about one tenant's shared list.
struct BoardStatus {
    domain::TenantId tenant;
    BoardState state = BoardState::NotConfigured;
    int waiting = 0;
    int blocked = 0;
    QDateTime lastSync; ///< UTC; invalid = never
    QDateTime nextTry;  ///< UTC; when Unreachable; invalid = tried again right now
    QString problem;    ///< technical; no personal data, no secret, no URL query
};

/// The tenants' shared topic lists. Lives on the GUI thread; does its work elsewhere.
class TopicBoard : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Keeps @p ledger and the list at @p access equal from now on.
    virtual void open(const domain::TenantId& tenant, const BoardAccess& access, std::shared_ptr<TopicLedger> ledger) = 0;
    virtual void close(const domain::TenantId& tenant) = 0;
    /// Something new is in the tenant's outbox.
    virtual void push(const domain::TenantId& tenant) = 0;
    /// Sends what can be sent at once, forgetting any pause after a failure.
    virtual void retryNow(const domain::TenantId& tenant) = 0;

Q_SIGNALS:
    void statusChanged(const vorzimmer::ports::BoardStatus& status);
    /// The other side changed something that is now in the ledger.
    void topicsChanged(const vorzimmer::domain::TenantId& tenant);
};

} // namespace vorzimmer::ports

Q_DECLARE_METATYPE(vorzimmer::ports::BoardStatus)
