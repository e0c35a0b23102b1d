#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/note.h"

#include <vector>

namespace vorzimmer::store {

/// Notes being written, and those that were thrown away.
class DraftTable {
public:
    explicit DraftTable(Database& database) : m_database(database) {}

    /// One statement, and so quick. Conflict once the note is finished or discarded.
    [[nodiscard]] domain::Outcome save(const domain::Note& note);
    /// Oldest first.
    [[nodiscard]] domain::Result<std::vector<domain::Note>> drafts();
    [[nodiscard]] domain::Result<std::optional<domain::Note>> draft(const domain::NoteId& id);
    /// Whether there was an open draft to discard.
    [[nodiscard]] domain::Result<bool> discard(const domain::NoteId& id, const QDateTime& at);
    /// Forgets the draft: it is on file as a note.
    [[nodiscard]] domain::Outcome remove(const domain::NoteId& id);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
