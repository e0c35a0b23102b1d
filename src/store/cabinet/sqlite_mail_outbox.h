#pragma once

#include "cabinet/shelf.h"

#include "vorzimmer/ports/mail_outbox.h"

#include <memory>

namespace vorzimmer::store {

/// The e-mail of one cabinet.
class SqliteMailOutbox final : public ports::MailOutbox {
public:
    SqliteMailOutbox(std::shared_ptr<Shelf> shelf, const domain::TenantId& tenant) : m_shelf(std::move(shelf)), m_tenant(tenant) {}

    domain::Outcome add(const domain::Mail& mail) override;
    domain::Result<std::vector<domain::Mail>> mails(const QDateTime& since) override;
    domain::Outcome sendAgain(const domain::MailId& mail, int recipient, const QString& address, const QDateTime& at) override;
    domain::Outcome dismiss(const domain::MailId& mail, int recipient) override;
    domain::Result<std::optional<domain::Mail>> lastAbout(const domain::BookingId& booking) override;

    domain::Outcome addToDigest(const domain::NoteId& note, const QDateTime& finishedAt, const domain::Recipient& to) override;
    domain::Result<std::vector<ports::DigestShare>> digests(const QDateTime& moment) override;
    domain::Outcome addDigest(const domain::Mail& mail, const ports::DigestShare& share) override;

    domain::Outcome recover(const QDateTime& now, int unclearAllowed) override;
    domain::Result<std::optional<ports::MailErrand>> take(const QDateTime& now) override;
    domain::Outcome settle(const domain::MailId& mail, int recipient, const ports::MailVerdict& verdict) override;
    domain::Result<std::optional<QDateTime>> nextTry() override;
    domain::Outcome hurry(const QDateTime& now) override;
    domain::Result<ports::MailSummary> summary() override;

private:
    /// Changes one recipient in a transaction; NotFound without it, whatever @p change answers otherwise.
    template <class Change>
    [[nodiscard]] domain::Outcome changing(const domain::MailId& mail, int recipient, Change change);

    std::shared_ptr<Shelf> m_shelf;
    domain::TenantId m_tenant;
};

} // namespace vorzimmer::store
