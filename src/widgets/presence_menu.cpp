#include "presence_menu.h"

#include "presence_dialog.h"

#include "vorzimmer/models/presence_choices.h"

namespace vorzimmer::widgets {

PresenceMenu::PresenceMenu(const domain::Person& person, const QDateTime& now, const QTimeZone& zone, QObject* receiver, PresenceTaker take,
                           QWidget* parent)
    : QMenu(parent)
{
    setAccessibleName(tr("State of %1").arg(person.name));
    addAction(person.name)->setEnabled(false); // whose state it is; a section's title is not drawn with this style
    addSeparator();
    for (const models::PresenceChoice& choice : models::presenceChoices(person.presence, now, zone)) {
        QAction* action = addAction(choice.text);
        connect(action, &QAction::triggered, receiver, [id = person.id, presence = choice.presence, take] { take(id, presence); });
    }
    QAction* more = addAction(tr("Something &else …"));
    connect(more, &QAction::triggered, this, [this, person, now, zone, receiver, take = std::move(take)] {
        auto* dialog = new PresenceDialog(person, now, zone, parentWidget()->window());
        connect(dialog, &PresenceDialog::presenceEntered, receiver,
                [id = person.id, take](const domain::Presence& presence) { take(id, presence); });
        dialog->open();
    });
}

} // namespace vorzimmer::widgets
