#include "cabinet/note_table.h"

#include "cabinet/note_row.h"

#include "vorzimmer/domain/folding.h"

#include <QStringList>

namespace vorzimmer::store {

using domain::Note;
using domain::NoteId;
using domain::Outcome;
using domain::Result;

namespace {

constexpr const char* selectOne = "SELECT " VORZIMMER_NOTE_COLUMNS("") ", finished_at FROM note WHERE id = ?";
constexpr const char* selectIsFiled = "SELECT 1 FROM note WHERE id = ?";

constexpr const char* insertNote =
    "INSERT INTO note (" VORZIMMER_NOTE_COLUMNS("") ", finished_at, number) "
                                                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

constexpr const char* selectLastNumber = "SELECT number FROM note ORDER BY number DESC LIMIT 1";

constexpr const char* insertWords = "INSERT INTO note_words (number, note, finished_at, folded) VALUES (?, ?, ?, ?)";
constexpr const char* selectWordsAfter =
    "SELECT number, note, finished_at, folded FROM note_words WHERE number > ? ORDER BY number";
constexpr const char* selectNumbered = "SELECT note FROM note_words WHERE number = ?";

NoteTable::Words readWords(Row& row)
{
    NoteTable::Words words;
    words.number = row.bigNumber();
    words.note = row.id<NoteId>();
    words.finishedAt = row.bigNumber();
    words.folded = row.text();
    return words;
}

QString searchable(const Note& note)
{
    QStringList words{note.callerName, note.company, note.callbackNumber, note.concern, note.forName, note.text};
    for (const domain::Answer& answer : note.answers)
        words << answer.text;
    return words.join(QLatin1Char('\n'));
}

} // namespace

Note readFinishedNote(Row& row)
{
    Note note = readNoteColumns(row);
    note.state = domain::NoteState::Finished;
    note.finishedAt = row.moment();
    return note;
}

Result<bool> NoteTable::file(const Note& note)
{
    const auto filed = m_database.query(selectIsFiled).any(note.id);
    if (!filed)
        return domain::failure(filed.error());
    if (*filed)
        return false;
    const auto last = m_database.query(selectLastNumber).first([](Row& row) { return row.bigNumber(); });
    if (!last)
        return domain::failure(last.error());
    const qint64 number = last->value_or(0) + 1;
    if (auto inserted = changeWithNote(m_database.query(insertNote), note, note.finishedAt, number); !inserted)
        return domain::failure(inserted.error());
    if (auto inserted = m_database.query(insertWords).run(number, note.id, note.finishedAt, domain::foldedText(searchable(note)));
        !inserted)
        return domain::failure(inserted.error());
    return true;
}

Result<std::optional<Note>> NoteTable::note(const NoteId& id)
{
    return m_database.query(selectOne).first(&readFinishedNote, id);
}

Result<std::vector<NoteTable::Words>> NoteTable::wordsAfter(qint64 after)
{
    return m_database.query(selectWordsAfter).all(&readWords, after);
}

Result<NoteId> NoteTable::numbered(qint64 number)
{
    const auto note = m_database.query(selectNumbered).first([](Row& row) { return row.id<NoteId>(); }, number);
    if (!note)
        return domain::failure(note.error());
    return note->value_or(NoteId());
}

} // namespace vorzimmer::store
