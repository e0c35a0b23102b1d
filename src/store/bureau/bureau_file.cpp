#include "bureau/bureau_file.h"

#include "sqlite/integrity.h"
#include "sqlite/migrations.h"

namespace vorzimmer::store {

using domain::Result;

Result<std::unique_ptr<BureauFile>> BureauFile::open(const QString& path, OpenMode mode, std::chrono::milliseconds patience)
{
    auto opened = openFile(path, bureauFile(), mode, patience);
    if (!opened)
        return domain::failure(opened.error());
    return std::unique_ptr<BureauFile>(new BureauFile(std::move(*opened)));
}

Result<std::vector<QString>> BureauFile::flaws()
{
    auto flaws = integrityFlaws(*database);
    if (!flaws)
        return flaws;
    const auto broken = audit.brokenLink();
    if (!broken)
        return domain::failure(broken.error());
    if (*broken)
        flaws->push_back(QStringLiteral("the audit trail is broken from row %1 on").arg(**broken));
    return flaws;
}

} // namespace vorzimmer::store
