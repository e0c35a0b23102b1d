#include "cabinet/digest_table.h"

namespace vorzimmer::store {

using domain::NoteId;
using domain::Outcome;
using domain::Result;

namespace {

constexpr const char* insertEntry =
    "INSERT INTO digest_entry (note, address, name, finished_at) VALUES (?, ?, ?, ?) ON CONFLICT (note, address) DO NOTHING";
constexpr const char* selectBefore =
    "SELECT note, address, name FROM digest_entry WHERE finished_at < ? ORDER BY finished_at, note";
constexpr const char* deleteEntry = "DELETE FROM digest_entry WHERE note = ? AND address = ?";

} // namespace

Outcome DigestTable::add(const Entry& entry, const QDateTime& finishedAt)
{
    return m_database.query(insertEntry).run(entry.note, entry.address, entry.name, finishedAt);
}

Result<std::vector<DigestTable::Entry>> DigestTable::before(const QDateTime& moment)
{
    return m_database.query(selectBefore)
        .all(
            [](Row& row) {
                Entry entry;
                entry.note = row.id<NoteId>();
                entry.address = row.text();
                entry.name = row.text();
                return entry;
            },
            moment);
}

Result<bool> DigestTable::remove(const NoteId& note, const QString& address)
{
    const auto touched = m_database.query(deleteEntry).change(note, address);
    if (!touched)
        return domain::failure(touched.error());
    return *touched > 0;
}

} // namespace vorzimmer::store
