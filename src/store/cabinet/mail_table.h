#pragma once

#include "sqlite/database.h"

#include "vorzimmer/ports/mail_outbox.h"

#include <optional>
#include <vector>

namespace vorzimmer::store {

/// Mails and how they fare with each recipient. Changes of more than one row want a transaction.
class MailTable {
public:
    explicit MailTable(Database& database) : m_database(database) {}

    [[nodiscard]] domain::Result<bool> has(const domain::MailId& mail);
    [[nodiscard]] domain::Outcome add(const domain::Mail& mail);
    [[nodiscard]] domain::Result<std::optional<domain::Mail>> mail(const domain::MailId& id);
    /// Those with a recipient who is not done with, and those written after @p since (invalid = all); newest first.
    [[nodiscard]] domain::Result<std::vector<domain::Mail>> mails(const QDateTime& since);
    [[nodiscard]] domain::Result<std::optional<domain::MailId>> lastAbout(const domain::BookingId& booking);

    struct Place {
        domain::MailId mail;
        int recipient = 0;
    };
    [[nodiscard]] domain::Result<std::optional<Place>> firstDue(const QDateTime& now);
    [[nodiscard]] domain::Result<std::vector<Place>> in(domain::MailState state);
    [[nodiscard]] domain::Result<std::optional<domain::Recipient>> recipient(const Place& place);
    [[nodiscard]] domain::Outcome save(const Place& place, const domain::Recipient& recipient);
    [[nodiscard]] domain::Result<std::optional<QDateTime>> nextTry();
    [[nodiscard]] domain::Outcome bringForward(const QDateTime& now);
    [[nodiscard]] domain::Result<int> count(domain::MailState state);

private:
    [[nodiscard]] domain::Result<std::vector<domain::Recipient>> recipients(const domain::MailId& mail);

    Database& m_database;
};

} // namespace vorzimmer::store
