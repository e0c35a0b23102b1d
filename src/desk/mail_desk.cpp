#include "vorzimmer/desk/mail_desk.h"

#include "vorzimmer/ports/mail_outbox.h"

namespace vorzimmer::desk {

using domain::Outcome;
using domain::Result;

MailDesk::MailDesk(Office& office, CabinetHandle cabinet, QObject* parent)
    : QObject(parent), m_office(office), m_cabinet(std::move(cabinet))
{
}

void MailDesk::load()
{
    const quint64 asked = ++m_asked;
    m_cabinet.read(
        this, [since = nowUtc().addDays(-daysShown)](ports::Cabinet& cabinet) { return cabinet.mailOutbox().mails(since); },
        [this, asked](Result<std::vector<domain::Mail>> mails) {
            if (asked != m_asked)
                return;
            if (!mails) {
                Q_EMIT failed(mails.error());
                return;
            }
            m_mails = std::move(*mails);
            Q_EMIT loaded();
        });
}

template <class Job>
void MailDesk::change(Job job)
{
    m_cabinet.write(
        this, [job = std::move(job)](ports::Cabinet& cabinet) { return job(cabinet.mailOutbox()); },
        [this](const Outcome& outcome) {
            if (!outcome)
                Q_EMIT failed(outcome.error());
            load();
        });
}

void MailDesk::sendAgain(const domain::MailId& mail, int recipient, const QString& address)
{
    change([mail, recipient, address, at = nowUtc()](ports::MailOutbox& outbox) {
        return outbox.sendAgain(mail, recipient, address, at);
    });
    // Now and not with the answer: whoever asked may be gone by then, and the lane keeps the order.
    Q_EMIT outboxFilled(tenant());
}

void MailDesk::dismiss(const domain::MailId& mail, int recipient)
{
    change([mail, recipient](ports::MailOutbox& outbox) { return outbox.dismiss(mail, recipient); });
    Q_EMIT outboxFilled(tenant()); // the counts are other ones now
}

} // namespace vorzimmer::desk
