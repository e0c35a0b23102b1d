#pragma once

#include "sqlite/database.h"

#include "vorzimmer/domain/mail.h"
#include "vorzimmer/domain/note.h"

#include <vector>

namespace vorzimmer::store {

/// Which finished notes somebody is to read of in the next digest.
class DigestTable {
public:
    explicit DigestTable(Database& database) : m_database(database) {}

    struct Entry {
        domain::NoteId note;
        QString address;
        QString name;
    };
    /// Does nothing when it is there.
    [[nodiscard]] domain::Outcome add(const Entry& entry, const QDateTime& finishedAt);
    /// Of notes finished before @p moment, by that time.
    [[nodiscard]] domain::Result<std::vector<Entry>> before(const QDateTime& moment);
    /// False when it was not there.
    [[nodiscard]] domain::Result<bool> remove(const domain::NoteId& note, const QString& address);

private:
    Database& m_database;
};

} // namespace vorzimmer::store
