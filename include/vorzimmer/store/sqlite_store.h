#pragma once

#include "vorzimmer/ports/cabinet_room.h"
#include "vorzimmer/ports/clock.h"
#include "vorzimmer/ports/directory.h"
#include "vorzimmer/ports/id_source.h"

#include <QString>

#include <chrono>
#include <memory>

namespace vorzimmer::store {

/// Where a bureau's files lie and how they are handled.
struct Location {
    QString folder;                            ///< holds bureau.db and tenants/<uuid>.db
    std::chrono::milliseconds patience{2'000}; ///< how long to wait for another process's lock before Busy
    int openCabinets = 32;                     ///< so many stay open; the others reopen when they are asked
};

/// What to do about a bureau.db that is not there.
enum class Missing { Refuse, Create };

/// The bureau's store. Making it costs nothing: the file is opened, and brought up to date, by the first question, which
/// fails with NotFound when the file is missing and was to be refused.
[[nodiscard]] std::unique_ptr<ports::Directory> makeDirectory(const Location& location, Missing whenMissing);

/// The tenants' stores. @p clock and @p ids must outlive the room and every cabinet it opened.
[[nodiscard]] std::unique_ptr<ports::CabinetRoom> makeCabinetRoom(const Location& location, ports::Clock& clock,
                                                                  ports::IdSource& ids);

} // namespace vorzimmer::store
