#pragma once

#include "vorzimmer/ports/topic_board.h"

namespace vorzimmer::ports {

/// Why a list must not be looked for where somebody wrote it is.
enum class AddressFlaw { None, NoWebAddress, NotEncrypted, HoldsCredentials, NoTrelloBoard };

/// One tenant's connection as it may be shown: no secret, and no API key.
struct ListConnection {
    domain::TenantId tenant;
    QString name; ///< the tenant's
    bool connected = false;
    BoardKind kind = BoardKind::TopicServer;
    QString address; ///< of the last list, when none is connected now
    QString account; ///< CalDav only
    bool hasSecret = false; ///< one is kept
    QString problem; ///< connected, but it cannot be opened: technical
    friend bool operator==(const ListConnection&, const ListConnection&) = default;
};

/// Takes what a person has @p written as the place of a list of @p access's kind into it: a web address, or what names a Trello
/// board (its address, of which only the short link is kept, that link, or the board's id). With a flaw nothing is taken.
[[nodiscard]] AddressFlaw takeListAddress(const QString& written, BoardAccess& access);

/// The same place as people write it; empty when there is none.
[[nodiscard]] QString listAddress(const BoardAccess& access);

/// Names a list, whatever opens it: two accesses with the same name lead to the same list.
[[nodiscard]] QString listIdentity(const BoardAccess& access);

} // namespace vorzimmer::ports
