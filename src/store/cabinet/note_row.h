#pragma once

#include "cabinet/list_text.h"
#include "sqlite/database.h"

#include "vorzimmer/domain/note.h"

namespace vorzimmer::store {

/// What a draft and a finished note have in common, in this order.
#define VORZIMMER_NOTE_COLUMNS(alias)                                                                                       \
    alias "id, " alias "call, " alias "caller_name, " alias "company, " alias "callback_number, " alias "concern, " alias   \
          "for_person, " alias "for_name, " alias "text, " alias "flags, " alias "author, " alias "author_name, " alias     \
          "instruction_version, " alias "recommendation, " alias "created_at, " alias "changed_at, " alias "answers"

/// Reads VORZIMMER_NOTE_COLUMNS.
[[nodiscard]] inline domain::Note readNoteColumns(Row& row)
{
    domain::Note note;
    note.id = row.id<domain::NoteId>();
    note.call = row.id<domain::CallId>();
    note.callerName = row.text();
    note.company = row.text();
    note.callbackNumber = row.text();
    note.concern = row.text();
    note.forPerson = row.id<domain::PersonId>();
    note.forName = row.text();
    note.text = row.text();
    note.flags = domain::NoteFlags::fromInt(row.number());
    note.author = row.id<domain::UserId>();
    note.authorName = row.text();
    note.instructionVersion = row.number();
    note.recommendation = row.text();
    note.createdAt = row.moment();
    note.changedAt = row.moment();
    if (auto answers = listFrom<std::vector<domain::Answer>>(row.text()))
        note.answers = std::move(*answers);
    else
        row.spoil();
    return note;
}

/// Runs @p query with the values of VORZIMMER_NOTE_COLUMNS and then @p more; says how many rows it touched.
template <class... More>
[[nodiscard]] domain::Result<int> changeWithNote(Query&& query, const domain::Note& note, const More&... more)
{
    return query.change(note.id, KeyPart{note.call}, note.callerName, note.company, note.callbackNumber, note.concern,
                        note.forPerson, note.forName, note.text, note.flags.toInt(), note.author, note.authorName,
                        note.instructionVersion, note.recommendation, note.createdAt, note.changedAt, listText(note.answers), more...);
}

} // namespace vorzimmer::store
