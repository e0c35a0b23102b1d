#pragma once

#include "sqlite/database.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace vorzimmer::store {

/// One step from version - 1 to version of a kind of file.
struct Migration {
    int version = 0;
    QByteArray script;
};

/// A kind of file: what marks it and how it came to its present form.
struct FileKind {
    QString name;                      ///< for messages: "cabinet"
    qint32 applicationId;              ///< SQLite's mark in the file's header
    std::vector<Migration> migrations; ///< from version 1, without a gap
};

/// The kinds as released with this program; made once.
[[nodiscard]] const FileKind& bureauFile();
[[nodiscard]] const FileKind& cabinetFile();

/// Brings the file behind @p database to the newest version, one transaction a step, and puts it on a write-ahead log. An
/// existing file is copied before
/// (`<file>.v<version>`, which stays until the next migration). A file of a newer version, of another kind, or one that
/// should hold data and does not, is refused untouched.
[[nodiscard]] domain::Outcome migrate(Database& database, const FileKind& kind, OpenMode mode);

/// Opens the file at @p path ready for use: migrated, and sealed off from every other file.
[[nodiscard]] domain::Result<std::unique_ptr<Database>> openFile(const QString& path, const FileKind& kind, OpenMode mode,
                                                                 std::chrono::milliseconds patience);

} // namespace vorzimmer::store
