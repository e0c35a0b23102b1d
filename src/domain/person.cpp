#include "vorzimmer/domain/person.h"

namespace vorzimmer::domain {

Presence presenceAt(const Presence& presence, const QDateTime& now)
{
    if (presence.state == PresenceState::Available || !presence.until.isValid() || now < presence.until)
        return presence;
    Presence ended;
    ended.confirmedAt = presence.confirmedAt;
    return ended;
}

} // namespace vorzimmer::domain
