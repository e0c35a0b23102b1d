#pragma once

#include "vorzimmer/domain/id.h"
#include "vorzimmer/domain/phone_number.h"

#include <QDateTime>
#include <QString>

namespace vorzimmer::domain {

using ExpectedCallId = Id<struct ExpectedCallTag>;

/// A message for somebody who is going to ring, told once.
struct ExpectedCall {
    ExpectedCallId id;
    CallerId caller;    ///< null = whoever has the number
    PhoneNumber number; ///< empty = any of the caller's
    QString message;
    QDateTime validUntil; ///< UTC, excluded
    QString enteredBy;
    friend bool operator==(const ExpectedCall&, const ExpectedCall&) = default;
};

} // namespace vorzimmer::domain
