#pragma once

#include "vorzimmer/exchange/archive.h"
#include "vorzimmer/numbers/libphonenumber_plan.h"
#include "vorzimmer/store/sqlite_store.h"
#include "vorzimmer/system/desktop_key_ring.h"
#include "vorzimmer/system/random_ids.h"
#include "vorzimmer/system/system_clock.h"

#include <memory>

namespace vorzimmer::ctl {

/// A bureau's data folder with everything in it, used from the main thread alone.
class Premises {
public:
    Premises(const QString& folder, store::Missing whenMissing);

    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] ports::Directory& directory() { return *m_directory; }
    [[nodiscard]] ports::CabinetRoom& room() { return *m_room; }
    [[nodiscard]] ports::IdSource& ids() { return m_ids; }
    [[nodiscard]] ports::KeyRing& keys() { return m_keys; }
    /// For one import or export that happens now.
    [[nodiscard]] exchange::Archive archive(exchange::Progress progress = {});

private:
    QString m_folder;
    system::SystemClock m_clock;
    system::RandomIds m_ids;
    numbers::LibPhoneNumberPlan m_numbers;
    system::DesktopKeyRing m_keys;
    std::unique_ptr<ports::Directory> m_directory;
    std::unique_ptr<ports::CabinetRoom> m_room;
};

} // namespace vorzimmer::ctl
