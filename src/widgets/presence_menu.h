#pragma once

#include "vorzimmer/domain/person.h"

#include <QMenu>
#include <QTimeZone>

#include <functional>

namespace vorzimmer::widgets {

/// Takes a state of somebody's, as it was chosen.
using PresenceTaker = std::function<void(const domain::PersonId&, const domain::Presence&)>;

/// Sets one person's state: each of the usual ones is one letter, and ends by itself; everything else is asked for.
class PresenceMenu : public QMenu {
    Q_OBJECT

public:
    /// @p now is UTC, @p zone the tenant's. Belongs to @p parent, and goes with it; what is entered in the dialog counts all the same,
    /// while @p receiver is there.
    PresenceMenu(const domain::Person& person, const QDateTime& now, const QTimeZone& zone, QObject* receiver, PresenceTaker take,
                 QWidget* parent);
};

} // namespace vorzimmer::widgets
