#pragma once

#include "cabinet/note_table.h"

#include <string>
#include <vector>

namespace vorzimmer::store {

/// The folded words of all finished notes of one open cabinet, in memory: a search is one walk over them and finds a word's
/// middle as well as its start. Catches up with the file at each search; notes on file never change.
class NoteSearch {
public:
    explicit NoteSearch(NoteTable& notes) : m_notes(notes) {}

    /// The notes in which every word of @p text occurs, newest first.
    [[nodiscard]] domain::Result<std::vector<domain::NoteId>> find(const QString& text);

private:
    struct Entry {
        qint64 finishedAt;
        qint64 number;
        domain::NoteId note;
        size_t begin; ///< in m_words
        size_t size;
    };

    domain::Outcome catchUp();
    [[nodiscard]] bool holds(const Entry& entry, const std::vector<std::string>& ways) const;

    NoteTable& m_notes;
    qint64 m_lastNumber = 0;
    domain::NoteId m_lastNote;
    std::string m_words;
    std::vector<Entry> m_entries; ///< newest first
};

} // namespace vorzimmer::store
