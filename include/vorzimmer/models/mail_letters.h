#pragma once

#include "vorzimmer/domain/mail.h"
#include "vorzimmer/domain/note.h"
#include "vorzimmer/domain/slot.h"
#include "vorzimmer/domain/tenant.h"
#include "vorzimmer/ports/mail_outbox.h"

#include <vector>

namespace vorzimmer::models {

/// What the desk's mails say. They speak the reader's language and not the user's, so they are not translated with the desk: German,
/// French, or English for everybody else (a BCP 47 tag decides). Each fills in subject, text and where answers go; recipients are
/// the caller's business.
class MailLetters {
public:
    /// To a caller: where to write to about @p concern, in the very words that were said.
    [[nodiscard]] static domain::Mail redirect(const domain::Concern& concern, const QString& said, const domain::TenantEntry& house,
                                               const QString& language);
    /// To the house: one finished note.
    [[nodiscard]] static domain::Mail message(const domain::Note& note, const domain::TenantEntry& house);
    /// To the house: the notes of a day.
    [[nodiscard]] static domain::Mail digest(const ports::DigestShare& share, const domain::TenantEntry& house);
    /// To a caller: what was booked; @p moved = it is another appointment's successor. @p with is who does it, or empty.
    [[nodiscard]] static domain::Mail appointment(const domain::Slot& slot, const QString& with, bool moved,
                                                  const domain::TenantEntry& house, const QString& language);
    [[nodiscard]] static domain::Mail cancellation(const domain::Slot& slot, const domain::TenantEntry& house, const QString& language);
    /// Whether an account works.
    [[nodiscard]] static domain::Mail trial(const QString& to, const QString& language);
};

/// The addresses that somebody wrote side by side, in the form that is sent to; what is none comes back as it was written.
struct WrittenAddresses {
    std::vector<QString> good;
    QStringList bad;
};
[[nodiscard]] WrittenAddresses addressesIn(const QString& written);

} // namespace vorzimmer::models
