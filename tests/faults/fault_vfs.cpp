// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/fault_vfs.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <optional>
#include <sqlite3.h>
#include <utility>

namespace keywork::test {

namespace {

struct State {
    std::optional<FaultPlan> plan;
    int64_t struck = 0;
    DiskCounts counts{};
    int64_t room = -1;
    bool isRecording = false;
    DiskRecording recording;
};

State &state()
{
    static State instance;
    return instance;
}
// Looked at first, so that a worker's calls in a campaign that arms nothing touch no shared state.
std::atomic<bool> isActive = false;

struct FaultFile {
    sqlite3_file base;
    sqlite3_file *real; ///< lies right behind this struct
    const char *name; ///< SQLite keeps it until the file is closed; null for temporary files
};

FaultFile *self(sqlite3_file *file) { return reinterpret_cast<FaultFile *>(file); }
sqlite3_file *realOf(sqlite3_file *file) { return self(file)->real; }
sqlite3_vfs *below(sqlite3_vfs *vfs) { return static_cast<sqlite3_vfs *>(vfs->pAppData); }

/// Hands a call on as it is.
template <auto method> struct Pass;
template <class R, class... A, R (*sqlite3_io_methods::*method)(sqlite3_file *, A...)> struct Pass<method> {
    static R on(sqlite3_file *file, A... with) { return (realOf(file)->pMethods->*method)(realOf(file), with...); }
};
template <class R, class... A, R (*sqlite3_vfs::*method)(sqlite3_vfs *, A...)> struct Pass<method> {
    static R on(sqlite3_vfs *vfs, A... with) { return (below(vfs)->*method)(below(vfs), with...); }
};

/// The fault that strikes this call, if one does.
std::optional<Fault> faultNow(DiskCall call)
{
    if (!isActive)
        return {};
    const int64_t number = ++state().counts[size_t(call)];
    const auto &plan = state().plan;
    if (!plan || callOf(plan->fault) != call)
        return {};
    if (plan->persistent ? number < plan->nth : number != plan->nth)
        return {};
    ++state().struck;
    return plan->fault;
}

size_t fileIndex(const char *name)
{
    auto &paths = state().recording.paths;
    const auto found = std::find(paths.begin(), paths.end(), name);
    if (found != paths.end())
        return size_t(found - paths.begin());
    paths.emplace_back(name);
    return paths.size() - 1;
}

void record(const char *name, DiskEvent::What what, int64_t offset, const void *bytes = nullptr, int amount = 0)
{
    if (!isActive || !state().isRecording || !name)
        return;
    const auto *from = static_cast<const uint8_t *>(bytes);
    DiskEvent event{what, fileIndex(name), offset, {}};
    if (amount > 0)
        event.bytes.assign(from, from + amount);
    state().recording.events.push_back(std::move(event));
}

int readFile(sqlite3_file *file, void *target, int amount, sqlite3_int64 offset)
{
    if (faultNow(DiskCall::Read))
        return SQLITE_IOERR_READ;
    return realOf(file)->pMethods->xRead(realOf(file), target, amount, offset);
}

int writeThrough(sqlite3_file *file, const void *source, int amount, sqlite3_int64 offset)
{
    const int code = amount > 0 ? realOf(file)->pMethods->xWrite(realOf(file), source, amount, offset) : SQLITE_OK;
    if (code == SQLITE_OK)
        record(self(file)->name, DiskEvent::What::Write, offset, source, amount);
    return code;
}

/// How many of the bytes still find room; takes them from it.
int fitting(sqlite3_file *file, int amount, sqlite3_int64 offset)
{
    if (!isActive || state().room < 0)
        return amount;
    sqlite3_int64 size = 0;
    if (realOf(file)->pMethods->xFileSize(realOf(file), &size) != SQLITE_OK)
        return 0;
    const int64_t growth = std::clamp<int64_t>(offset + amount - size, 0, amount);
    const int64_t granted = std::min(growth, state().room);
    state().room -= granted;
    return int(amount - growth + granted);
}

int writeFile(sqlite3_file *file, const void *source, int amount, sqlite3_int64 offset)
{
    if (const auto fault = faultNow(DiskCall::Write)) {
        const bool half = *fault == Fault::ShortWrite || *fault == Fault::HalfThenFull;
        const bool full = *fault == Fault::DiskFull || *fault == Fault::HalfThenFull;
        if (half)
            (void)writeThrough(file, source, amount / 2, offset);
        return full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
    const int part = fitting(file, amount, offset);
    const int code = writeThrough(file, source, part, offset);
    return code == SQLITE_OK && part < amount ? SQLITE_FULL : code;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (faultNow(DiskCall::Truncate))
        return SQLITE_IOERR_TRUNCATE;
    const int code = realOf(file)->pMethods->xTruncate(realOf(file), size);
    if (code == SQLITE_OK)
        record(self(file)->name, DiskEvent::What::Truncate, size);
    return code;
}

int syncFile(sqlite3_file *file, int flags)
{
    if (faultNow(DiskCall::Sync))
        return SQLITE_IOERR_FSYNC;
    const int code = realOf(file)->pMethods->xSync(realOf(file), flags);
    if (code == SQLITE_OK)
        record(self(file)->name, DiskEvent::What::Sync, 0);
    return code;
}

int fetch(sqlite3_file *, sqlite3_int64, int, void **out)
{
    *out = nullptr; // a mapped page would be read past the faults
    return SQLITE_OK;
}
int unfetch(sqlite3_file *, sqlite3_int64, void *) { return SQLITE_OK; }

using Io = sqlite3_io_methods;
const sqlite3_io_methods kMethods = {3, Pass<&Io::xClose>::on, readFile, writeFile, truncateFile, syncFile, Pass<&Io::xFileSize>::on,
    Pass<&Io::xLock>::on, Pass<&Io::xUnlock>::on, Pass<&Io::xCheckReservedLock>::on, Pass<&Io::xFileControl>::on,
    Pass<&Io::xSectorSize>::on, Pass<&Io::xDeviceCharacteristics>::on, Pass<&Io::xShmMap>::on, Pass<&Io::xShmLock>::on,
    Pass<&Io::xShmBarrier>::on, Pass<&Io::xShmUnmap>::on, fetch, unfetch};

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    FaultFile *opened = self(file);
    std::memset(static_cast<void *>(opened), 0, sizeof(FaultFile) + size_t(below(vfs)->szOsFile));
    if (faultNow(DiskCall::Open))
        return SQLITE_CANTOPEN;
    opened->real = reinterpret_cast<sqlite3_file *>(opened + 1);
    opened->name = name;
    int existed = 1;
    if (name)
        below(vfs)->xAccess(below(vfs), name, SQLITE_ACCESS_EXISTS, &existed);
    if (const int code = below(vfs)->xOpen(below(vfs), name, opened->real, flags, outFlags); code != SQLITE_OK)
        return code;
    opened->base.pMethods = &kMethods;
    record(name, DiskEvent::What::Open, existed ? 0 : 1);
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *vfs, const char *name, int sync)
{
    if (faultNow(DiskCall::Delete))
        return SQLITE_IOERR_DELETE;
    const int code = below(vfs)->xDelete(below(vfs), name, sync);
    if (code == SQLITE_OK)
        record(name, DiskEvent::What::Delete, sync ? 1 : 0);
    return code;
}

} // namespace

DiskCall callOf(Fault fault)
{
    switch (fault) {
    case Fault::ReadError:
        return DiskCall::Read;
    case Fault::SyncError:
        return DiskCall::Sync;
    case Fault::TruncateError:
        return DiskCall::Truncate;
    case Fault::OpenError:
        return DiskCall::Open;
    case Fault::DeleteError:
        return DiskCall::Delete;
    default:
        return DiskCall::Write;
    }
}

const char *nameOf(Fault fault)
{
    constexpr std::array names{
        "read error", "write error", "short write", "disk full", "half, then full", "fsync error", "truncate error", "open", "delete"};
    static_assert(names.size() == kFaults.size());
    return names[size_t(fault)];
}

bool registerFaultVfs()
{
    sqlite3_vfs *real = sqlite3_vfs_find("unix-excl");
    if (!real)
        return false;
    static sqlite3_vfs vfs{};
    vfs.iVersion = 2;
    vfs.szOsFile = int(sizeof(FaultFile)) + real->szOsFile;
    vfs.mxPathname = real->mxPathname;
    vfs.zName = kFaultVfsName;
    vfs.pAppData = real;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = Pass<&sqlite3_vfs::xAccess>::on;
    vfs.xFullPathname = Pass<&sqlite3_vfs::xFullPathname>::on;
    vfs.xRandomness = Pass<&sqlite3_vfs::xRandomness>::on;
    vfs.xSleep = Pass<&sqlite3_vfs::xSleep>::on;
    vfs.xCurrentTime = Pass<&sqlite3_vfs::xCurrentTime>::on;
    vfs.xGetLastError = Pass<&sqlite3_vfs::xGetLastError>::on;
    vfs.xCurrentTimeInt64 = Pass<&sqlite3_vfs::xCurrentTimeInt64>::on;
    return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
}

void armFault(const FaultPlan &plan)
{
    state().plan = plan;
    state().struck = 0;
    state().counts = {};
    isActive = true;
}

int64_t disarmFault()
{
    isActive = false;
    state().plan.reset();
    return std::exchange(state().struck, 0);
}

void startCounting()
{
    state().counts = {};
    isActive = true;
}

DiskCounts stopCounting()
{
    isActive = false;
    return state().counts;
}

void setRoom(int64_t bytes)
{
    state().room = bytes;
    isActive = bytes >= 0;
}

void startRecording()
{
    state().recording = {};
    state().isRecording = true;
    isActive = true;
}

size_t recordedSoFar() { return state().recording.events.size(); }

DiskRecording stopRecording()
{
    isActive = false;
    state().isRecording = false;
    return std::exchange(state().recording, {});
}

} // namespace keywork::test
