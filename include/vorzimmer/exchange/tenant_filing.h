#pragma once

#include "vorzimmer/exchange/archive.h"
#include "vorzimmer/exchange/bureau_file.h"
#include "vorzimmer/exchange/tenant_file.h"

namespace vorzimmer::exchange {

/// What a file held; records that were there already count as well.
struct Tally {
    domain::TenantId tenant;
    int people = 0;
    int callers = 0;
    int calls = 0;
    int notes = 0;
    int openTimes = 0; ///< released slots still to come
};

/// Files the whole tenant or nothing. Profile, people and callers become what the file says; past calls, notes and whatever
/// the file does not name stay as they are.
[[nodiscard]] Taken<Tally> fileTenant(const Archive& archive, const TenantFile& file);

/// Everything that the JSON format carries of @p tenant, with ids and fixed moments.
[[nodiscard]] domain::Result<TenantFile> takeTenant(const Archive& archive, const domain::TenantId& tenant);

/// Files users, assignments and walls. @p initialPassword is given to every user of the file; empty changes no password.
[[nodiscard]] Taken<int> fileBureau(const Archive& archive, const BureauFile& file, const QString& initialPassword = {});
[[nodiscard]] domain::Result<BureauFile> takeBureau(ports::Directory& directory);

/// The users of @p file as they will be in the directory; existing ones keep their identity.
[[nodiscard]] domain::Result<std::vector<domain::User>> usersOf(ports::Directory& directory, const BureauFile& file);

} // namespace vorzimmer::exchange
