#pragma once

#include "vorzimmer/ports/mail_outbox.h"

#include <QByteArray>
#include <QMetaType>
#include <QObject>

#include <functional>
#include <memory>

namespace vorzimmer::ports {

/// How the way to the server is kept from being read.
enum class MailSecurity {
    StartTls, ///< asked for before anything else is said, and insisted on; port 587
    Tls,      ///< from the first byte; port 465
    None,     ///< only to this very machine
};

/// The account that a house sends from.
struct MailAccess {
    QString sender;     ///< its address
    QString senderName; ///< shown beside it
    QString host;
    quint16 port = 587;
    MailSecurity security = MailSecurity::StartTls;
    QString user;      ///< empty for a server that asks for none
    QByteArray secret; ///< the password; in the key ring, never in a database or log

    [[nodiscard]] bool isSet() const { return !sender.isEmpty() && !host.isEmpty(); }
    friend bool operator==(const MailAccess&, const MailAccess&) = default;
};

/// What came of a trial.
struct MailReport {
    bool taken = false; ///< the server took the trial mail
    QString answer;     ///< in its own words, or what happened on the way: technical, no secret
    bool account = false; ///< when not taken: the account must be mended, not the recipient
};

enum class MailPostState {
    NotSetUp,
    Idle,        ///< nothing waits
    Sending,
    Waiting,     ///< for the next try of what did not get through
    Blocked,     ///< the account must be mended by a person; problem says what
};

/// The truth about one tenant's e-mail.
struct MailStatus {
    domain::TenantId tenant;
    MailPostState state = MailPostState::NotSetUp;
    MailSummary summary;
    QDateTime nextTry; ///< UTC; when Waiting or Blocked
    QString problem;   ///< when Blocked: technical, no personal data, no secret
    friend bool operator==(const MailStatus&, const MailStatus&) = default;
};

/// Sends the tenants' e-mail. Lives on the GUI thread; does its work elsewhere.
class MailPost : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// From now on what is in @p outbox leaves by @p access.
    virtual void open(const domain::TenantId& tenant, const MailAccess& access, std::shared_ptr<MailOutbox> outbox) = 0;
    /// What is under way may still arrive; the next opening finds it in flight.
    virtual void close(const domain::TenantId& tenant) = 0;
    /// The outbox has something new.
    virtual void push(const domain::TenantId& tenant) = 0;
    /// Tries everything at once that waits, forgetting pauses.
    virtual void retryNow(const domain::TenantId& tenant) = 0;
    /// Sends @p mail by @p access now, to its first recipient and once, without an outbox; answers here, unless @p receiver is
    /// gone by then.
    virtual void test(const MailAccess& access, const domain::Mail& mail, QObject* receiver,
                      std::function<void(const MailReport&)> answer) = 0;

Q_SIGNALS:
    void statusChanged(const vorzimmer::ports::MailStatus& status);
    /// A recipient stands otherwise than before.
    void outboxChanged(const vorzimmer::domain::TenantId& tenant);
    /// A person must see to a mail: it was refused, given up or is unclear.
    void troubled(const vorzimmer::domain::TenantId& tenant);
};

} // namespace vorzimmer::ports

Q_DECLARE_METATYPE(vorzimmer::ports::MailStatus)
