#pragma once

#include "vorzimmer/domain/id.h"

#include <QDateTime>
#include <QString>

namespace vorzimmer::domain {

/// On what terms a time was released.
struct SlotTerms {
    QString concern;     ///< for this one only; empty = for any
    int preparation = 0; ///< minutes kept free before it
    int followUp = 0;    ///< minutes kept free after it
    QDateTime expires;   ///< UTC; not offered from then on; invalid = offered until it begins
    QString onBehalfOf;  ///< the client, where somebody else entered the release
    bool fromCalendar = false; ///< the client's own calendar says so; changed there only
    friend bool operator==(const SlotTerms&, const SlotTerms&) = default;
};

/// An appointment time that the tenant itself has released.
struct Slot {
    SlotId id;
    QDateTime start; ///< UTC
    int minutes = 0;
    QString kind;
    PersonId person; ///< null = nobody in particular
    QString releasedBy;
    SlotTerms terms{};
    friend bool operator==(const Slot&, const Slot&) = default;
};

} // namespace vorzimmer::domain
