#pragma once

#include "vorzimmer/desk/mail_setup.h"
#include "vorzimmer/domain/mail.h"
#include "vorzimmer/models/row.h"

#include <QCoreApplication>

namespace vorzimmer::models {

/// Puts e-mail into words for the desk.
class MailWording {
    Q_DECLARE_TR_FUNCTIONS(vorzimmer::models::MailWording)

public:
    /// What the rows of mails stand for: one recipient each.
    struct Place {
        domain::MailId mail;
        int recipient = 0;
    };

    /// One recipient of @p mail; @p now in UTC. Its id is "MAIL/POSITION".
    [[nodiscard]] static Row recipient(const domain::Mail& mail, int position, const QDateTime& now);
    [[nodiscard]] static Place placeOf(const QVariant& rowId);
    [[nodiscard]] static QString reasonText(domain::MailReason reason);
    /// How it stands and, where a person has to act, what to do.
    [[nodiscard]] static QString standing(const domain::Recipient& to, const QDateTime& now);
    /// All of one house's e-mail in one row.
    [[nodiscard]] static Row house(const QString& name, const ports::MailStatus& status);

    [[nodiscard]] static QString securityName(ports::MailSecurity security);
    [[nodiscard]] static QString deliveryName(domain::NoteDelivery delivery);
    [[nodiscard]] static Row connection(const desk::MailConnection& connection);
    [[nodiscard]] static QString flawText(desk::MailAccountFlaw flaw);
    [[nodiscard]] static QString reportText(const ports::MailReport& report);
    /// What is missing, by Error::where; empty when the error says nothing of the kind.
    [[nodiscard]] static QString missingText(const domain::Error& error);
};

} // namespace vorzimmer::models
