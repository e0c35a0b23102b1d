#pragma once

#include "vorzimmer/domain/id.h"
#include "vorzimmer/ports/topic_ledger.h"

#include <QByteArray>
#include <QDateTime>
#include <QFlags>
#include <QMetaType>
#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

namespace vorzimmer::ports {

enum class BoardKind { TopicServer, CalDav, Trello };

/// Where a tenant's list lives, and what opens it.
struct BoardAccess {
    BoardKind kind = BoardKind::TopicServer;
    QUrl url;          ///< CalDav: the calendar collection itself; Trello: empty = the service's own address
    QString user;      ///< CalDav: the account; Trello: the API key; empty for TopicServer and for a server without accounts
    QByteArray secret; ///< TopicServer and Trello: the token; CalDav: the password
    QString list;      ///< Trello: the board's id
};

/// What a list can do; what it cannot, the engine makes up for as far as that goes, and the report says so.
enum class BoardAbility {
    Comments = 1,     ///< remarks that people see on the other side
    Assignee = 2,     ///< for whom a topic is
    UpdateGuard = 4,  ///< a change made elsewhere at the same moment is noticed before it is overwritten
    InstantNews = 8,  ///< changes on the other side arrive at once, not at the next poll
    SaysWhoChanged = 16,
    Priority = 32,
    Writing = 64, ///< this access may change the list
};
Q_DECLARE_FLAGS(BoardAbilities, BoardAbility)
Q_DECLARE_OPERATORS_FOR_FLAGS(BoardAbilities)

/// What came of trying a list out without changing anything on it.
struct BoardReport {
    bool reachable = false;
    QString problem;  ///< technical, unless reachable; no personal data, no secret, no URL query
    QString product;  ///< what the other side says it is
    QString listName; ///< how the list is called there
    BoardAbilities abilities;
    std::chrono::milliseconds pollEvery{0}; ///< how old news can get without InstantNews
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
    int inFlight = 0; ///< of the waiting ones
    int blocked = 0;
    int conflicts = 0; ///< fields that a person must decide
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
    /// Tries @p access out; answers once here, unless @p receiver is gone by then.
    virtual void test(const BoardAccess& access, QObject* receiver, std::function<void(const BoardReport&)> answer) = 0;

Q_SIGNALS:
    void statusChanged(const vorzimmer::ports::BoardStatus& status);
    /// The other side changed something that is now in the ledger.
    void topicsChanged(const vorzimmer::domain::TenantId& tenant);
};

} // namespace vorzimmer::ports

Q_DECLARE_METATYPE(vorzimmer::ports::BoardStatus)
