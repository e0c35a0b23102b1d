#pragma once

#include "vorzimmer/desk/mail_keeper.h"

#include <QObject>

#include <functional>
#include <vector>

namespace vorzimmer::desk {

/// What is kept for one house, or for the bureau (a null tenant), as it may be shown.
struct MailConnection {
    domain::TenantId tenant;
    QString name;             ///< the tenant's; empty for the bureau
    ports::MailAccess access; ///< without the password
    bool hasSecret = false;
    bool isLocked = false; ///< user and password are kept, and cannot be read just now
    bool byBureau = false; ///< it has none of its own, but the bureau has one
    NoteMail notes;
};

/// Chooses what each house sends its e-mail by, for supervisors; everybody else is refused. Lives on the GUI thread. A password goes
/// from here to the key ring and to the mail server, and never comes back out.
class MailSetup : public QObject {
    Q_OBJECT

public:
    MailSetup(Office& office, Gatekeeper& gatekeeper, MailKeeper& keeper, ports::MailPost& post, QObject* parent = nullptr);

    /// The bureau first, then by name.
    [[nodiscard]] const std::vector<MailConnection>& connections() const { return m_connections; }

    /// Answers by loaded() or failed().
    void load();
    /// Sends @p trial (subject, text and one recipient) by @p access and changes nothing; an empty password is the one that is
    /// kept for this very server and user. Answers by tested(), refused() or failed().
    void test(const domain::TenantId& tenant, const ports::MailAccess& access, const domain::Mail& trial);
    /// Answers by saved(), refused() or failed().
    void save(const domain::TenantId& tenant, const ports::MailAccess& access);
    /// How notes are sent; answers like save().
    void saveNotes(const domain::TenantId& tenant, const NoteMail& notes);
    /// What waits to be sent goes on waiting. Answers by saved() or failed().
    void remove(const domain::TenantId& tenant);

Q_SIGNALS:
    void loaded();
    void tested(const vorzimmer::domain::TenantId& tenant, const vorzimmer::ports::MailReport& report);
    void saved(const vorzimmer::domain::TenantId& tenant);
    void refused(const vorzimmer::domain::TenantId& tenant, vorzimmer::desk::MailAccountFlaw flaw);
    void failed(const vorzimmer::domain::TenantId& tenant, const vorzimmer::domain::Error& error);

private:
    [[nodiscard]] bool allowed(const domain::TenantId& tenant);
    /// Completes @p access by what is kept, and goes on with it.
    void prepare(const domain::TenantId& tenant, ports::MailAccess access, std::function<void(const ports::MailAccess&)> goOn);
    template <class Job>
    void change(const domain::TenantId& tenant, const QString& audited, Job job);

    Office& m_office;
    Gatekeeper& m_gatekeeper;
    MailKeeper& m_keeper;
    ports::MailPost& m_post;
    std::vector<MailConnection> m_connections;
};

} // namespace vorzimmer::desk
