#pragma once

#include "vorzimmer/domain/mail.h"
#include "vorzimmer/domain/result.h"
#include "vorzimmer/ports/mail_post.h"

#include <QByteArray>

namespace vorzimmer::cloud::mail {

/// @p mail as it travels: an RFC 5322 message with CRLF line ends, the same bytes whenever it is made for the same sender.
/// Invalid when it has a flaw, or the sender's address has. Any thread.
[[nodiscard]] domain::Result<QByteArray> letter(const domain::Mail& mail, const ports::MailAccess& access);

} // namespace vorzimmer::cloud::mail
