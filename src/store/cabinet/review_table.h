#pragma once

#include "cabinet/call_table.h"
#include "cabinet/comment_table.h"
#include "cabinet/note_search.h"
#include "sqlite/database.h"

#include "vorzimmer/ports/cabinet.h"

#include <vector>

namespace vorzimmer::store {

/// Finished notes as the client goes through them, and which of them it has seen.
class ReviewTable {
public:
    ReviewTable(Database& database, CallTable& calls, CommentTable& comments, NoteSearch& search)
        : m_database(database), m_calls(calls), m_comments(comments), m_search(search)
    {
    }

    /// Newest first; run it in a transaction.
    [[nodiscard]] domain::Result<std::vector<ports::ReviewEntry>> review(const ports::ReviewQuery& query);
    [[nodiscard]] domain::Outcome setSeen(const domain::NoteId& note, bool seen, const domain::UserId& by,
                                          const QDateTime& at);

private:
    [[nodiscard]] domain::Result<std::vector<ports::ReviewEntry>> found(const ports::ReviewQuery& query);
    [[nodiscard]] domain::Outcome complete(ports::ReviewEntry& entry);

    Database& m_database;
    CallTable& m_calls;
    CommentTable& m_comments;
    NoteSearch& m_search;
};

} // namespace vorzimmer::store
