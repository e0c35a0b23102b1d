#include "premises.h"

namespace vorzimmer::ctl {

Premises::Premises(const QString& folder, store::Missing whenMissing)
    : m_folder(folder), m_keys(folder),
      m_directory(store::makeDirectory({folder}, whenMissing)), m_room(store::makeCabinetRoom({folder}, m_clock, m_ids))
{
}

exchange::Archive Premises::archive(exchange::Progress progress)
{
    return {*m_directory, *m_room, m_numbers, m_clock.nowUtc(), {}, std::move(progress)};
}

} // namespace vorzimmer::ctl
