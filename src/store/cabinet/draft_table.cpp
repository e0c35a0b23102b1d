#include "cabinet/draft_table.h"

#include "cabinet/note_row.h"

namespace vorzimmer::store {

using domain::Note;
using domain::NoteState;
using domain::Outcome;
using domain::Result;

namespace {

constexpr const char* replaceDraft = "INSERT INTO draft (" VORZIMMER_NOTE_COLUMNS(
    "") ", state) "
        "SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft' WHERE NOT EXISTS (SELECT 1 FROM note WHERE id = ?) "
        "ON CONFLICT (id) DO UPDATE SET call = excluded.call, caller_name = excluded.caller_name, company = "
        "excluded.company, "
        "callback_number = excluded.callback_number, concern = excluded.concern, for_person = excluded.for_person, "
        "for_name = excluded.for_name, text = excluded.text, flags = excluded.flags, author = excluded.author, "
        "author_name = excluded.author_name, instruction_version = excluded.instruction_version, "
        "recommendation = excluded.recommendation, created_at = excluded.created_at, changed_at = excluded.changed_at, "
        "answers = excluded.answers "
        "WHERE draft.state = 'draft'";

#define SELECT_DRAFT "SELECT " VORZIMMER_NOTE_COLUMNS("") ", state FROM draft WHERE "
constexpr const char* selectOpen = SELECT_DRAFT "state = 'draft' ORDER BY created_at, id";
constexpr const char* selectOne = SELECT_DRAFT "id = ?";

Note readDraft(Row& row)
{
    Note note = readNoteColumns(row);
    note.state = row.code<NoteState>();
    return note;
}

constexpr const char* updateDiscarded =
    "UPDATE draft SET state = 'discarded', changed_at = ? WHERE id = ? AND state = 'draft'";
constexpr const char* deleteOne = "DELETE FROM draft WHERE id = ?";

} // namespace

Outcome DraftTable::save(const Note& note)
{
    const auto touched = changeWithNote(m_database.query(replaceDraft), note, note.id);
    if (!touched)
        return domain::failure(touched.error());
    if (*touched == 0)
        return domain::failure(domain::Fault::Conflict, QStringLiteral("the note is finished or discarded"), note.id.text());
    return {};
}

Result<std::vector<Note>> DraftTable::drafts()
{
    return m_database.query(selectOpen).all(&readDraft);
}

Result<std::optional<Note>> DraftTable::draft(const domain::NoteId& id)
{
    return m_database.query(selectOne).first(&readDraft, id);
}

Result<bool> DraftTable::discard(const domain::NoteId& id, const QDateTime& at)
{
    const auto touched = m_database.query(updateDiscarded).change(at, id);
    if (!touched)
        return domain::failure(touched.error());
    return *touched > 0;
}

Outcome DraftTable::remove(const domain::NoteId& id)
{
    return m_database.query(deleteOne).run(id);
}

} // namespace vorzimmer::store
