#include "sqlite/integrity.h"

namespace vorzimmer::store {

using domain::Result;

Result<std::vector<QString>> integrityFlaws(Database& database)
{
    auto flaws = database.query("PRAGMA integrity_check").all([](Row& row) { return row.text(); });
    if (!flaws)
        return flaws;
    if (flaws->size() == 1 && flaws->front() == QStringLiteral("ok"))
        flaws->clear();
    auto strays = database.query("PRAGMA foreign_key_check").all([](Row& row) {
        const QString table = row.text();
        row.skip();
        return QStringLiteral("a row of %1 refers to a missing row of %2").arg(table, row.text());
    });
    if (!strays)
        return strays;
    flaws->insert(flaws->end(), strays->begin(), strays->end());
    return flaws;
}

} // namespace vorzimmer::store
