#pragma once

#include "vorzimmer/desk/gatekeeper.h"
#include "vorzimmer/desk/mail_account.h"
#include "vorzimmer/desk/office.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace vorzimmer::desk {

/// What a house can and wants to do by e-mail, as the desk needs to know it.
struct MailHabits {
    bool canSend = false; ///< there is an account, its own or the bureau's
    NoteMail notes;
};

/// One tenant's e-mail with its tenant's name.
struct MailStanding {
    QString name;
    ports::MailStatus status;
};

/// Keeps the e-mail of every tenant this user serves going, knows the truth about each, and writes the digests when they are due.
/// Lives on the GUI thread.
class MailKeeper : public QObject {
    Q_OBJECT

public:
    /// Puts what a digest tells into words; subject and text are looked at.
    using DigestWording = std::function<domain::Mail(const ports::DigestShare&, const domain::TenantEntry&)>;

    static constexpr std::chrono::milliseconds digestCheck = std::chrono::seconds(30);

    MailKeeper(Office& office, Gatekeeper& gatekeeper, ports::MailPost& post, DigestWording wording, QObject* parent = nullptr);
    ~MailKeeper() override;

    /// Opens the outbox of each tenant the user may serve, where there is an account. Again = reads everything once more, and
    /// opens what is different now.
    void start();
    void push(const domain::TenantId& tenant) { m_post.push(tenant); }
    void retryNow();

    [[nodiscard]] MailHabits habits(const domain::TenantId& tenant) const;
    /// NotSetUp for a tenant without an account.
    [[nodiscard]] ports::MailStatus status(const domain::TenantId& tenant) const;
    /// One entry per tenant that sends, by name.
    [[nodiscard]] std::vector<MailStanding> standings() const;

Q_SIGNALS:
    void statusChanged();
    /// Accounts or habits are known, or different now.
    void habitsChanged();
    void outboxChanged(const vorzimmer::domain::TenantId& tenant);
    /// A mail of this tenant's needs a person.
    void troubled(const vorzimmer::domain::TenantId& tenant);

private:
    struct Kept {
        domain::TenantEntry tenant;
        KeptMailAccess account;
        NoteMail notes;
    };
    struct Open {
        Kept kept;
        std::shared_ptr<CabinetHandle> cabinet; ///< null until it is open
        QDateTime digestsDone; ///< the last moment whose digests were written
    };

    void take(const Kept& kept);
    void open(const Kept& kept);
    void block(const domain::TenantId& tenant, const QString& problem);
    void writeDigests();
    void writeDigests(const domain::TenantId& tenant, const QDateTime& moment);
    void tryDigestsAgain(const domain::TenantId& tenant);
    void addDigests(const domain::TenantId& tenant, const std::vector<ports::DigestShare>& shares);

    Office& m_office;
    Gatekeeper& m_gatekeeper;
    ports::MailPost& m_post;
    DigestWording m_wording;
    QTimer m_digests;
    QHash<domain::TenantId, Open> m_open;
    QHash<domain::TenantId, ports::MailStatus> m_status;
};

} // namespace vorzimmer::desk
