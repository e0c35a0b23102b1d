#pragma once

#include "vorzimmer/exchange/flaw.h"

#include <QStringList>

namespace vorzimmer::exchange {

struct CsvRow {
    int line = 0; ///< where it begins
    QStringList fields;
};

/// Every row that is not empty; the first is the heading. The separator is found out from it, or from Excel's `sep=` line.
[[nodiscard]] Taken<std::vector<CsvRow>> readCsvRows(const QString& text);

} // namespace vorzimmer::exchange
