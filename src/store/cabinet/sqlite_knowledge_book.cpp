#include "cabinet/sqlite_knowledge_book.h"

#include "cabinet/session.h"

namespace vorzimmer::store {

using domain::Fault;
using domain::Knowledge;
using domain::Result;

Result<Knowledge> SqliteKnowledgeBook::knowledge()
{
    return inFile(*m_shelf, m_tenant, [](CabinetFile& file) { return file.knowledge.knowledge(); });
}

Result<int> SqliteKnowledgeBook::save(const Knowledge& knowledge)
{
    if (const auto flaws = domain::checkKnowledge(knowledge.entries); !flaws.empty())
        return domain::failure(Fault::Invalid, QStringLiteral("the tree is flawed"), knowledge.entries[flaws.front().entry].id);
    return inTransaction(*m_shelf, m_tenant, Access::Write, [&](CabinetFile& file) -> Result<int> {
        const auto present = file.knowledge.knowledge();
        if (!present)
            return domain::failure(present.error());
        if (present->version != knowledge.version)
            return domain::failure(Fault::Conflict, QStringLiteral("other knowledge was saved meanwhile"), QString::number(present->version));
        Knowledge next = knowledge;
        ++next.version;
        next.savedAt = m_clock.nowUtc();
        if (auto told = file.changes.add(domain::changesBetween(*present, next), next.savedAt); !told)
            return domain::failure(told.error());
        if (auto kept = file.knowledge.replace(next); !kept)
            return domain::failure(kept.error());
        return next.version;
    });
}

} // namespace vorzimmer::store
