#include "faulty_disk.h"

#include <sqlite3.h>

#include <new>

namespace vorzimmer::store {

namespace {

struct State {
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs faulty{};
    int count = 0;
    int failAt = 0;

    [[nodiscard]] bool failsNow() { return ++count == failAt; }
};

State& state()
{
    static State one;
    return one;
}

struct FaultyFile {
    sqlite3_file base;
    sqlite3_file* real;
};

sqlite3_file* realOf(sqlite3_file* file)
{
    return reinterpret_cast<FaultyFile*>(file)->real;
}

int write(sqlite3_file* file, const void* data, int size, sqlite3_int64 offset)
{
    sqlite3_file* real = realOf(file);
    if (!state().failsNow())
        return real->pMethods->xWrite(real, data, size, offset);
    // A disk that fills up takes the first half.
    (void)real->pMethods->xWrite(real, data, size / 2, offset);
    return SQLITE_FULL;
}

int truncate(sqlite3_file* file, sqlite3_int64 size)
{
    sqlite3_file* real = realOf(file);
    return state().failsNow() ? SQLITE_IOERR_TRUNCATE : real->pMethods->xTruncate(real, size);
}

/// Without the real flush, which nothing here depends on and which takes nearly all of the time.
int sync(sqlite3_file*, int)
{
    return state().failsNow() ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

int close(sqlite3_file* file)
{
    sqlite3_file* real = realOf(file);
    return real->pMethods ? real->pMethods->xClose(real) : SQLITE_OK;
}

/// The real file's method of the same name with the same arguments.
template <auto method, class... Arguments>
auto pass(sqlite3_file* file, Arguments... arguments)
{
    sqlite3_file* real = realOf(file);
    return (real->pMethods->*method)(real, arguments...);
}

const sqlite3_io_methods& methods()
{
    static const sqlite3_io_methods all{
        3,
        close,
        pass<&sqlite3_io_methods::xRead, void*, int, sqlite3_int64>,
        write,
        truncate,
        sync,
        pass<&sqlite3_io_methods::xFileSize, sqlite3_int64*>,
        pass<&sqlite3_io_methods::xLock, int>,
        pass<&sqlite3_io_methods::xUnlock, int>,
        pass<&sqlite3_io_methods::xCheckReservedLock, int*>,
        pass<&sqlite3_io_methods::xFileControl, int, void*>,
        pass<&sqlite3_io_methods::xSectorSize>,
        pass<&sqlite3_io_methods::xDeviceCharacteristics>,
        pass<&sqlite3_io_methods::xShmMap, int, int, int, void volatile**>,
        pass<&sqlite3_io_methods::xShmLock, int, int, int>,
        pass<&sqlite3_io_methods::xShmBarrier>,
        pass<&sqlite3_io_methods::xShmUnmap, int>,
        pass<&sqlite3_io_methods::xFetch, sqlite3_int64, int, void**>,
        pass<&sqlite3_io_methods::xUnfetch, sqlite3_int64, void*>,
    };
    return all;
}

int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags)
{
    auto* faulty = new (file) FaultyFile{};
    faulty->real = reinterpret_cast<sqlite3_file*>(faulty + 1);
    faulty->real->pMethods = nullptr;
    const int opened = state().real->xOpen(state().real, name, faulty->real, flags, outFlags);
    faulty->base.pMethods = opened == SQLITE_OK ? &methods() : nullptr;
    return opened;
}

} // namespace

FaultyDisk::FaultyDisk()
{
    State& s = state();
    s.real = sqlite3_vfs_find(nullptr);
    s.faulty = *s.real;
    s.faulty.zName = "faulty";
    s.faulty.szOsFile = static_cast<int>(sizeof(FaultyFile)) + s.real->szOsFile;
    s.faulty.xOpen = open;
    sqlite3_vfs_register(&s.faulty, 1);
    failAt(0);
}

FaultyDisk::~FaultyDisk()
{
    sqlite3_vfs_unregister(&state().faulty);
    sqlite3_vfs_register(state().real, 1);
}

void FaultyDisk::failAt(int number)
{
    state().count = 0;
    state().failAt = number;
}

int FaultyDisk::count() const
{
    return state().count;
}

} // namespace vorzimmer::store
