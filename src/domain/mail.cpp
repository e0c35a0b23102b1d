#include "vorzimmer/domain/mail.h"

#include "vorzimmer/domain/mail_address.h"
#include "vorzimmer/domain/wall_clock.h"

#include <algorithm>
#include <array>

namespace vorzimmer::domain {

MailFlaw flawOf(const Mail& mail)
{
    const auto isGood = [](const Recipient& one) { return !one.address.isEmpty() && mailAddress(one.address) == one.address; };
    if (std::all_of(mail.recipients.begin(), mail.recipients.end(), [](const Recipient& one) { return one.copy; }))
        return MailFlaw::NoRecipient;
    if (!std::all_of(mail.recipients.begin(), mail.recipients.end(), isGood))
        return MailFlaw::BadAddress;
    if (!mail.replyTo.isEmpty() && mailAddress(mail.replyTo) != mail.replyTo)
        return MailFlaw::BadAddress;
    if (headerText(mail.subject).isEmpty())
        return MailFlaw::NoSubject;
    if (mail.text.trimmed().isEmpty())
        return MailFlaw::NoText;
    return mail.text.size() > maxMailText ? MailFlaw::TooLong : MailFlaw::None;
}

MailState stateOf(const Mail& mail)
{
    constexpr std::array order{MailState::Failed,   MailState::Unclear, MailState::InFlight, MailState::Waiting,
                               MailState::Held,     MailState::Delivered};
    for (const MailState state : order) {
        if (std::any_of(mail.recipients.begin(), mail.recipients.end(), [state](const Recipient& one) { return one.state == state; }))
            return state;
    }
    return MailState::Dismissed;
}

QDateTime lastDigest(const QDateTime& now, const QTime& time, const QTimeZone& zone)
{
    const QDate today = now.toTimeZone(zone).date();
    const QDateTime todays = instantAt(today, time, zone);
    return todays <= now ? todays : instantAt(today.addDays(-1), time, zone);
}

} // namespace vorzimmer::domain
