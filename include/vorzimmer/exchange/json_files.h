#pragma once

#include "vorzimmer/exchange/bureau_file.h"
#include "vorzimmer/exchange/flaw.h"
#include "vorzimmer/exchange/tenant_file.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace vorzimmer::exchange {

using JsonFile = std::variant<TenantFile, BureauFile>;

/// Reads either kind of JSON file; its "format" says which. Every flaw of the form is reported at once: by line where it is
/// no JSON, by JSON pointer otherwise. Numbers, keys and dates are checked when the file is filed.
[[nodiscard]] Taken<JsonFile> readJson(const QString& text);

/// UTF-8 with a final line feed; the same value always gives the same bytes.
[[nodiscard]] QByteArray writeJson(const TenantFile& file);
[[nodiscard]] QByteArray writeJson(const BureauFile& file);

} // namespace vorzimmer::exchange
