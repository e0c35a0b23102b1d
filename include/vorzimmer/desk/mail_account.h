#pragma once

#include "vorzimmer/domain/result.h"
#include "vorzimmer/domain/tenant.h"
#include "vorzimmer/ports/directory.h"
#include "vorzimmer/ports/key_ring.h"
#include "vorzimmer/ports/mail_post.h"

#include <QTime>

#include <optional>

namespace vorzimmer::desk {

/// How a house wants its finished notes by e-mail, beside the list.
struct NoteMail {
    domain::NoteDelivery delivery = domain::NoteDelivery::None;
    QTime digestAt{18, 0};  ///< by the house's clock
    QString houseAddress;   ///< for notes to nobody in particular; empty = those are not sent
    friend bool operator==(const NoteMail&, const NoteMail&) = default;
};

/// An account as it is kept.
struct KeptMailAccess {
    ports::MailAccess access;
    std::optional<domain::Error> unreadable; ///< why user and password cannot be read just now: they are kept all the same
    friend bool operator==(const KeptMailAccess& a, const KeptMailAccess& b)
    {
        return a.access == b.access && a.unreadable.has_value() == b.unreadable.has_value();
    }
};

/// Where what a house sends by is kept: the server and the sender in the directory, user and password in the key ring. A null
/// tenant is the bureau, whose account serves every house that has none of its own. Call on the store lane, or where there is
/// none.
class MailAccount {
public:
    /// The account that was entered for @p tenant itself; not set when there is none.
    [[nodiscard]] static KeptMailAccess own(ports::Directory& directory, const ports::KeyRing& keys, const domain::TenantId& tenant);
    /// By what @p tenant sends: its own account, else the bureau's under the house's name; not set when there is neither.
    [[nodiscard]] static KeptMailAccess of(ports::Directory& directory, const ports::KeyRing& keys, const domain::TenantEntry& tenant);
    /// Credentials first: an address without them would show as a fault at every desk.
    [[nodiscard]] static domain::Outcome keep(ports::Directory& directory, ports::KeyRing& keys, const domain::TenantId& tenant,
                                              const ports::MailAccess& access);
    [[nodiscard]] static domain::Outcome forget(ports::Directory& directory, ports::KeyRing& keys, const domain::TenantId& tenant);

    [[nodiscard]] static NoteMail noteMail(ports::Directory& directory, const domain::TenantId& tenant);
    [[nodiscard]] static domain::Outcome keepNoteMail(ports::Directory& directory, const domain::TenantId& tenant, const NoteMail& wanted);
};

/// What is wrong with an account as somebody entered it; the first that applies.
enum class MailAccountFlaw { None, BadSender, BadHost, BadPort, NotEncrypted, BadHouseAddress };

[[nodiscard]] MailAccountFlaw flawOf(const ports::MailAccess& access);

} // namespace vorzimmer::desk
