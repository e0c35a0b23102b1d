#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/note.h"

#include <vector>

namespace vorzimmer::store {

/// Finished notes with their words for searching. Nothing here ever changes once it is on file.
class NoteTable {
public:
    explicit NoteTable(Database& database) : m_database(database) {}

    /// Whether it was new; a note that is on file already stays as it is. Run it in a transaction.
    [[nodiscard]] domain::Result<bool> file(const domain::Note& note);
    [[nodiscard]] domain::Result<std::optional<domain::Note>> note(const domain::NoteId& id);

    /// One note's words, folded.
    struct Words {
        qint64 number = 0; ///< in the order of filing
        domain::NoteId note;
        qint64 finishedAt = 0; ///< milliseconds, UTC
        QString folded;
    };
    /// Of the notes filed after number @p after.
    [[nodiscard]] domain::Result<std::vector<Words>> wordsAfter(qint64 after);
    /// The note with this number; null when there is none.
    [[nodiscard]] domain::Result<domain::NoteId> numbered(qint64 number);

private:
    Database& m_database;
};

/// Reads VORZIMMER_NOTE_COLUMNS and finished_at.
[[nodiscard]] domain::Note readFinishedNote(Row& row);

} // namespace vorzimmer::store
