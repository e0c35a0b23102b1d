#pragma once

#include "bureau/audit_table.h"
#include "bureau/journal_table.h"
#include "bureau/line_table.h"
#include "bureau/setting_table.h"
#include "bureau/tenant_table.h"
#include "bureau/user_table.h"
#include "sqlite/database.h"

namespace vorzimmer::store {

/// The bureau's open file with its tables.
class BureauFile {
public:
    [[nodiscard]] static domain::Result<std::unique_ptr<BureauFile>> open(const QString& path, OpenMode mode,
                                                                          std::chrono::milliseconds patience);

    [[nodiscard]] domain::Result<std::vector<QString>> flaws();

    std::unique_ptr<Database> database;
    TenantTable tenants{*database};
    UserTable users{*database};
    LineTable lines{*database};
    JournalTable journal{*database};
    AuditTable audit{*database};
    SettingTable settings{*database};

private:
    explicit BureauFile(std::unique_ptr<Database> opened) : database(std::move(opened)) {}
};

} // namespace vorzimmer::store
