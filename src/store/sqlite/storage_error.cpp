#include "sqlite/storage_error.h"

#include <cerrno>

namespace vorzimmer::store {

using domain::Error;
using domain::Fault;

namespace {

/// A quota or a file size limit shows as a failed write, not as SQLITE_FULL.
bool isOutOfRoom(int code, int systemError)
{
    if (code == SQLITE_IOERR_SHMSIZE)
        return true;
    return (code & 0xff) == SQLITE_IOERR && (systemError == ENOSPC || systemError == EDQUOT || systemError == EFBIG);
}

Fault faultOf(int code, int systemError)
{
    if (isOutOfRoom(code, systemError))
        return Fault::StorageFull;
    switch (code & 0xff) {
    case SQLITE_FULL:
        return Fault::StorageFull;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Fault::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_SCHEMA:
        return Fault::StorageBroken;
    case SQLITE_CONSTRAINT:
        return code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ? Fault::Conflict : Fault::Invalid;
    case SQLITE_TOOBIG:
        return Fault::Invalid;
    case SQLITE_INTERRUPT:
        return Fault::Cancelled;
    default:
        return Fault::Internal;
    }
}

QString sentence(Fault fault, int code)
{
    switch (fault) {
    case Fault::StorageFull:
        return QStringLiteral("no room left to write");
    case Fault::Busy:
        return QStringLiteral("another program holds the file");
    case Fault::StorageBroken:
        switch (code & 0xff) {
        case SQLITE_NOTADB:
            return QStringLiteral("the file is no database");
        case SQLITE_CORRUPT:
            return QStringLiteral("the file is damaged");
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return QStringLiteral("the file may not be written");
        case SQLITE_CANTOPEN:
            return QStringLiteral("the file cannot be opened");
        default:
            return QStringLiteral("the file cannot be read or written");
        }
    case Fault::Conflict:
        return QStringLiteral("something with the same key is there already");
    default:
        return QStringLiteral("the store refused");
    }
}

} // namespace

Error storageError(int code, const QString& message, int systemError, const QString& file)
{
    const Fault fault = faultOf(code, systemError);
    QString detail = QStringLiteral("%1 (%2, code %3").arg(sentence(fault, code), message).arg(code);
    if ((code & 0xff) == SQLITE_IOERR)
        detail += QStringLiteral(", errno %1").arg(systemError);
    return Error{fault, detail + QLatin1Char(')'), file};
}

Error storageError(sqlite3* handle, const QString& file)
{
    // SQLite forgets the system's reason when a commit fails, but nothing has overwritten it yet.
    const int systemError = sqlite3_system_errno(handle) != 0 ? sqlite3_system_errno(handle) : errno;
    return storageError(sqlite3_extended_errcode(handle), QString::fromUtf8(sqlite3_errmsg(handle)), systemError, file);
}

} // namespace vorzimmer::store
