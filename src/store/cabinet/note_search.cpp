#include "cabinet/note_search.h"

#include "vorzimmer/domain/folding.h"

#include <algorithm>
#include <cstring>
#include <tuple>

namespace vorzimmer::store {

using domain::NoteId;
using domain::Outcome;
using domain::Result;

Result<std::vector<NoteId>> NoteSearch::find(const QString& text)
{
    if (auto caughtUp = catchUp(); !caughtUp)
        return domain::failure(caughtUp.error());
    std::vector<std::vector<std::string>> words;
    for (const QString& word : text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        std::vector<std::string>& ways = words.emplace_back();
        for (const QString& way : domain::foldedWord(word))
            ways.push_back(way.toStdString());
    }
    std::vector<NoteId> found;
    for (const Entry& entry : m_entries) {
        if (std::all_of(words.begin(), words.end(), [&](const auto& ways) { return holds(entry, ways); }))
            found.push_back(entry.note);
    }
    return found;
}

Outcome NoteSearch::catchUp()
{
    // The last note seen is gone when its transaction was rolled back after all.
    const auto last = m_notes.numbered(m_lastNumber);
    if (!last)
        return domain::failure(last.error());
    if (*last != m_lastNote) {
        m_entries.clear();
        m_words.clear();
        m_lastNumber = 0;
        m_lastNote = {};
    }
    const auto fresh = m_notes.wordsAfter(m_lastNumber);
    if (!fresh)
        return domain::failure(fresh.error());
    if (fresh->empty())
        return {};
    for (const NoteTable::Words& words : *fresh) {
        const std::string folded = words.folded.toStdString();
        m_entries.push_back({words.finishedAt, words.number, words.note, m_words.size(), folded.size()});
        m_words += folded;
    }
    m_lastNumber = fresh->back().number;
    m_lastNote = fresh->back().note;
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry& a, const Entry& b) {
        return std::tie(b.finishedAt, b.number) < std::tie(a.finishedAt, a.number);
    });
    return {};
}

bool NoteSearch::holds(const Entry& entry, const std::vector<std::string>& ways) const
{
    return std::any_of(ways.begin(), ways.end(), [&](const std::string& way) {
        return memmem(m_words.data() + entry.begin, entry.size, way.data(), way.size()) != nullptr;
    });
}

} // namespace vorzimmer::store
