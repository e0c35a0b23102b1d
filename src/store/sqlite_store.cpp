#include "vorzimmer/store/sqlite_store.h"

#include "bureau/sqlite_directory.h"
#include "cabinet/sqlite_cabinet_room.h"

namespace vorzimmer::store {

std::unique_ptr<ports::Directory> makeDirectory(const Location& location, Missing whenMissing)
{
    return std::make_unique<SqliteDirectory>(location, whenMissing);
}

std::unique_ptr<ports::CabinetRoom> makeCabinetRoom(const Location& location, ports::Clock& clock, ports::IdSource& ids)
{
    return std::make_unique<SqliteCabinetRoom>(location, clock, ids);
}

} // namespace vorzimmer::store
