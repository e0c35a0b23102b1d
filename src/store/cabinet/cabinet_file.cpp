#include "cabinet/cabinet_file.h"

#include "sqlite/integrity.h"
#include "sqlite/migrations.h"

namespace vorzimmer::store {

using domain::Fault;
using domain::Outcome;
using domain::Result;
using domain::TenantId;

namespace {

constexpr const char* selectOwner = "SELECT tenant FROM identity WHERE one = 1";
constexpr const char* insertOwner = "INSERT INTO identity (one, tenant) VALUES (1, ?)";

constexpr const char* countLostTopics = "SELECT count(*) FROM note n LEFT JOIN topic t ON t.id = n.id WHERE t.id IS NULL";
constexpr const char* countLostWords =
    "SELECT count(*) FROM note n LEFT JOIN note_words w ON w.number = n.number AND w.note = n.id WHERE w.note IS NULL";
constexpr const char* countUnwritten =
    "SELECT count(*) FROM topic t WHERE t.deleted = 0 AND t.begun = '' "
    "AND NOT EXISTS (SELECT 1 FROM topic_event e WHERE e.topic = t.id)";
constexpr const char* countTwofold = "SELECT count(*) FROM draft d JOIN note n ON n.id = d.id";

} // namespace

Result<std::unique_ptr<CabinetFile>> CabinetFile::open(const QString& path, const TenantId& tenant, OpenMode mode,
                                                       std::chrono::milliseconds patience)
{
    auto opened = openFile(path, cabinetFile(), mode, patience);
    if (!opened)
        return domain::failure(opened.error());
    std::unique_ptr<CabinetFile> file(new CabinetFile(std::move(*opened)));
    if (auto right = file->checkOwner(tenant, mode); !right)
        return domain::failure(right.error());
    return file;
}

Outcome CabinetFile::checkOwner(const TenantId& tenant, OpenMode mode)
{
    const auto owner = database->query(selectOwner).first([](Row& row) { return row.id<TenantId>(); });
    if (!owner)
        return domain::failure(owner.error());
    if (!*owner && mode == OpenMode::MayCreate)
        return database->query(insertOwner).run(tenant);
    if (*owner != tenant)
        return domain::failure(Fault::StorageBroken, QStringLiteral("the file belongs to another tenant"),
                               database->fileName());
    return {};
}

Result<bool> CabinetFile::fileNote(const domain::Note& note, domain::TopicState state)
{
    auto filed = notes.file(note);
    if (!filed || !*filed)
        return filed;
    if (auto removed = drafts.remove(note.id); !removed)
        return domain::failure(removed.error());
    domain::Topic topic = domain::topicFromNote(note);
    topic.state = state;
    const auto added = topics.add(topic);
    return added ? Result<bool>(true) : added;
}

Result<std::vector<QString>> CabinetFile::flaws()
{
    auto flaws = integrityFlaws(*database);
    if (!flaws)
        return flaws;
    const std::pair<const char*, QString> counts[] = {
        {countLostTopics, QStringLiteral("%1 notes have no topic")},
        {countLostWords, QStringLiteral("%1 notes cannot be found by searching")},
        {countUnwritten, QStringLiteral("%1 topics have no history")},
        {countTwofold, QStringLiteral("%1 notes are both draft and finished")},
    };
    for (const auto& [sql, text] : counts) {
        const auto count = database->query(sql).first([](Row& row) { return row.number(); });
        if (!count)
            return domain::failure(count.error());
        if (count->value_or(0) > 0)
            flaws->push_back(text.arg(**count));
    }
    return flaws;
}

} // namespace vorzimmer::store
