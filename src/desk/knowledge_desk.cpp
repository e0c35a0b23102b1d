#include "vorzimmer/desk/knowledge_desk.h"

#include "vorzimmer/ports/knowledge_book.h"

namespace vorzimmer::desk {

using domain::Knowledge;
using domain::Result;

KnowledgeDesk::KnowledgeDesk(Office& office, CabinetHandle cabinet, domain::User user, QObject* parent)
    : QObject(parent), m_office(office), m_cabinet(std::move(cabinet)), m_user(std::move(user))
{
}

void KnowledgeDesk::take(Knowledge knowledge)
{
    m_knowledge = std::move(knowledge);
    m_search.emplace(m_knowledge.entries);
    Q_EMIT changed();
}

void KnowledgeDesk::load()
{
    m_cabinet.read(this, [](ports::Cabinet& cabinet) { return cabinet.knowledgeBook().knowledge(); },
                   [this](Result<Knowledge> knowledge) {
                       if (knowledge)
                           take(std::move(*knowledge));
                       else
                           Q_EMIT failed(knowledge.error());
                   });
}

std::vector<size_t> KnowledgeDesk::find(const QString& search) const
{
    return m_search ? m_search->find(search) : std::vector<size_t>();
}

QString KnowledgeDesk::freshId() const
{
    return m_office.ids.next().toString(QUuid::WithoutBraces);
}

void KnowledgeDesk::change(std::function<void(Entries&)> edit)
{
    m_cabinet.write(
        this,
        [edit = std::move(edit), by = m_user.name](ports::Cabinet& cabinet) -> Result<Knowledge> {
            Knowledge after;
            // Read and written in one transaction: two who change it at the same time both count.
            const auto kept = cabinet.atomically([&]() -> domain::Outcome {
                auto knowledge = cabinet.knowledgeBook().knowledge();
                if (!knowledge)
                    return domain::failure(knowledge.error());
                edit(knowledge->entries);
                knowledge->savedBy = by;
                const auto version = cabinet.knowledgeBook().save(*knowledge);
                if (!version)
                    return domain::failure(version.error());
                after = std::move(*knowledge);
                after.version = *version;
                return {};
            });
            if (!kept)
                return domain::failure(kept.error());
            return after;
        },
        [this](Result<Knowledge> knowledge) {
            if (!knowledge) {
                Q_EMIT failed(knowledge.error());
                return;
            }
            take(std::move(*knowledge));
            Q_EMIT saved();
        });
}

void KnowledgeDesk::put(const domain::KnowledgeEntry& entry)
{
    change([entry](Entries& entries) { domain::putEntry(entries, entry); });
}

void KnowledgeDesk::remove(const QString& id)
{
    change([id](Entries& entries) { domain::removeEntry(entries, id); });
}

void KnowledgeDesk::move(const QString& id, int by)
{
    change([id, by](Entries& entries) { domain::moveEntry(entries, id, by); });
}

} // namespace vorzimmer::desk
