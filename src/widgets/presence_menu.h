#pragma once

#include "vorzimmer/domain/person.h"

#include <QMenu>
#include <QTimeZone>

namespace vorzimmer::widgets {

/// Sets one person's state: each of the usual ones is one letter, and ends by itself; everything else is asked for.
class PresenceMenu : public QMenu {
    Q_OBJECT

public:
    /// @p now is UTC, @p zone the tenant's. Belongs to @p parent, and goes when it is closed.
    PresenceMenu(const domain::Person& person, const QDateTime& now, const QTimeZone& zone, QWidget* parent);

Q_SIGNALS:
    void presenceChosen(const vorzimmer::domain::PersonId& person, const vorzimmer::domain::Presence& presence);

private:
    void askForMore(const domain::Person& person, const QDateTime& now, const QTimeZone& zone);
};

} // namespace vorzimmer::widgets
