#pragma once

#include "vorzimmer/domain/result.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <QLatin1String>
#include <QString>

#include <memory>
#include <span>
#include <type_traits>

namespace vorzimmer::topicserver {

/// What a kind of file holds. Step n of @p steps brings version n to n + 1; a fresh file runs them all.
struct FileLayout {
    int applicationId;
    std::span<const char* const> steps;
};

/// Opens, and creates or migrates, the file at @p path for durable use: WAL, every commit synced, deleted content
/// overwritten. Fails with StorageBroken, StorageNewer, StorageFull or Busy and a sentence naming the file.
[[nodiscard]] domain::Result<std::unique_ptr<SQLite::Database>> openSqliteFile(const QString& path,
                                                                               const FileLayout& layout);

/// A further connection to a file that openSqliteFile() has opened, for reading.
[[nodiscard]] domain::Result<std::unique_ptr<SQLite::Database>> openForReading(const QString& path);

/// Writes a consistent copy of @p path, which others may be writing, to @p target, which must not exist.
[[nodiscard]] domain::Outcome copySqliteFile(const QString& path, const QString& target);

/// The library's exception as an Error; carries SQLite's own words, never a bound value.
[[nodiscard]] domain::Error errorOf(const SQLite::Exception& exception, QLatin1String where);

/// Runs @p work and returns its value, or the Error that stopped it.
template <class Work>
[[nodiscard]] auto guarded(QLatin1String where, Work&& work) -> domain::Result<std::invoke_result_t<Work>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const SQLite::Exception& exception) {
        return domain::failure(errorOf(exception, where));
    }
}

} // namespace vorzimmer::topicserver
