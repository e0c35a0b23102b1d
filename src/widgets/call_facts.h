#pragma once

#include "vorzimmer/desk/mail_keeper.h"
#include "vorzimmer/desk/words_begun.h"
#include "vorzimmer/domain/caller.h"
#include "vorzimmer/domain/phone_number.h"
#include "vorzimmer/models/desk_rows.h"
#include "vorzimmer/ports/call_feed.h"

#include <QDateTime>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace vorzimmer::widgets {

/// Reads a number as typed, in the tenant's country; nothing when it is none.
using NumberReader = std::function<std::optional<domain::PhoneNumber>(const QString&)>;

/// What the desk knows of the one call it shows, beside the tenant's sheet.
struct CallFacts {
    domain::PhoneNumber number; ///< empty = withheld or unreadable
    QString presented;          ///< exactly as the network presented it
    bool anonymous = false;
    domain::CallerId chosenCaller; ///< among several who share the number; null = not chosen
    QString secretary;             ///< her own name, for the greeting
    QDateTime now;                 ///< UTC
    models::NumberDisplay display;
    NumberReader readNumber;
    std::vector<domain::PhoneNumber> leadingBack; ///< numbers that would ring here again
    ports::CallState state = ports::CallState::Offered;
    ports::Capabilities capabilities;
    bool muted = false; ///< the caller does not hear us
    std::shared_ptr<desk::WordsBegun> begun = std::make_shared<desk::WordsBegun>();
    desk::MailHabits mail{}; ///< what this house can and wants to do by e-mail
};

} // namespace vorzimmer::widgets
