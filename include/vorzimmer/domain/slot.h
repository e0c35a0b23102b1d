#pragma once

#include "vorzimmer/domain/id.h"

#include <QDateTime>
#include <QString>

namespace vorzimmer::domain {

/// An appointment time that the tenant itself has released.
struct Slot {
    SlotId id;
    QDateTime start; ///< UTC
    int minutes = 0;
    QString kind;
    PersonId person; ///< null = nobody in particular
    QString releasedBy;
    friend bool operator==(const Slot&, const Slot&) = default;
};

} // namespace vorzimmer::domain
