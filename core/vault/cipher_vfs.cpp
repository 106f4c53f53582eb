// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/cipher_vfs.h"

#include "core/vault/cipher_file.h"
#include "core/vault/live_header.h"
#include "core/vault/memory_watch.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <mutex>
#include <new>
#include <sqlite3.h>
#include <utility>
#include <vector>

namespace keywork {

namespace {

// SQLite finds a VFS by its name alone, so the keys of open files have to be found by path; this is the one place
// in the program with process-wide state.
struct Registry {
    std::mutex mutex;
    // Two unlocked vaults of one file (a password asked again) must not take each other's keys away.
    std::map<std::string, std::vector<std::shared_ptr<FileKeys>>> keys;
};

Registry &registry()
{
    static Registry instance;
    return instance;
}

std::shared_ptr<FileKeys> keysFor(const std::string &path)
{
    const std::lock_guard lock(registry().mutex);
    const auto found = registry().keys.find(path);
    return found == registry().keys.end() || found->second.empty() ? nullptr : found->second.back();
}

/// Temporary files have no name and outlive no connection: keys of the moment.
std::shared_ptr<FileKeys> passingKeys()
{
    auto keys = std::make_shared<FileKeys>();
    keys->streamData = SecretKey::random();
    keys->streamTweak = SecretKey::random();
    return keys;
}

struct OpenFile {
    sqlite3_file base;
    CipherFile *cipher;
    sqlite3_file *real; ///< lies right behind this struct
};

OpenFile *self(sqlite3_file *file) { return reinterpret_cast<OpenFile *>(file); }
sqlite3_file *realOf(sqlite3_file *file) { return self(file)->real; }
sqlite3_vfs *below(sqlite3_vfs *vfs) { return static_cast<sqlite3_vfs *>(vfs->pAppData); }

int closeFile(sqlite3_file *file)
{
    delete std::exchange(self(file)->cipher, nullptr);
    return realOf(file)->pMethods->xClose(realOf(file));
}

int readFile(sqlite3_file *file, void *target, int amount, sqlite3_int64 offset)
{
    return self(file)->cipher->read(target, amount, offset);
}
/// SQLite holds a lock while it calls: nothing may pass through it.
template <class Work> int guarded(const Work &work)
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return SQLITE_NOMEM;
    }
}

int writeFile(sqlite3_file *file, const void *source, int amount, sqlite3_int64 offset)
{
    return guarded([&] { return self(file)->cipher->write(source, amount, offset); });
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return guarded([&] { return self(file)->cipher->truncate(size); });
}
int syncFile(sqlite3_file *file, int flags)
{
    return guarded([&] { return self(file)->cipher->sync(flags); });
}
int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size) { return self(file)->cipher->size(size); }
int lockFile(sqlite3_file *file, int level) { return realOf(file)->pMethods->xLock(realOf(file), level); }
int unlockFile(sqlite3_file *file, int level) { return realOf(file)->pMethods->xUnlock(realOf(file), level); }
int checkReserved(sqlite3_file *file, int *held) { return realOf(file)->pMethods->xCheckReservedLock(realOf(file), held); }

int control(sqlite3_file *file, int operation, void *argument)
{
    switch (operation) {
    case SQLITE_FCNTL_SIZE_HINT: // would grow the file by bytes that no tag covers
    case SQLITE_FCNTL_CHUNK_SIZE:
        return SQLITE_OK;
    case SQLITE_FCNTL_MMAP_SIZE: // ciphertext must not be mapped as pages
        *static_cast<sqlite3_int64 *>(argument) = 0;
        return SQLITE_OK;
    case SQLITE_FCNTL_VFSNAME:
        *static_cast<char **>(argument) = sqlite3_mprintf("%s", kCipherVfsName);
        return SQLITE_OK;
    case kChangeHeaderControl:
    case kCheckPagesControl:
    case kAnchorPagesControl:
        return guarded([&] { return self(file)->cipher->control(operation, argument); });
    default:
        return realOf(file)->pMethods->xFileControl(realOf(file), operation, argument);
    }
}

int sectorSize(sqlite3_file *file) { return realOf(file)->pMethods->xSectorSize(realOf(file)); }

int characteristics(sqlite3_file *file)
{
    // Kept, POWERSAFE_OVERWRITE lost commits under torn writes: a block is rewritten as a whole.
    constexpr int kUnsafe = SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_ATOMIC | SQLITE_IOCAP_ATOMIC512 | SQLITE_IOCAP_ATOMIC1K
        | SQLITE_IOCAP_ATOMIC2K | SQLITE_IOCAP_ATOMIC4K | SQLITE_IOCAP_ATOMIC8K | SQLITE_IOCAP_ATOMIC16K | SQLITE_IOCAP_ATOMIC32K
        | SQLITE_IOCAP_ATOMIC64K | SQLITE_IOCAP_BATCH_ATOMIC;
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file)) & ~kUnsafe;
}

int shmMap(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), region, size, extend, out);
}
int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, count, flags);
}
void shmBarrier(sqlite3_file *file) { realOf(file)->pMethods->xShmBarrier(realOf(file)); }
int shmUnmap(sqlite3_file *file, int remove) { return realOf(file)->pMethods->xShmUnmap(realOf(file), remove); }
int fetch(sqlite3_file *, sqlite3_int64, int, void **out)
{
    *out = nullptr;
    return SQLITE_OK;
}
int unfetch(sqlite3_file *, sqlite3_int64, void *) { return SQLITE_OK; }

constexpr sqlite3_io_methods kMethods = {
    3,
    closeFile,
    readFile,
    writeFile,
    truncateFile,
    syncFile,
    sizeOfFile,
    lockFile,
    unlockFile,
    checkReserved,
    control,
    sectorSize,
    characteristics,
    shmMap,
    shmLock,
    shmBarrier,
    shmUnmap,
    fetch,
    unfetch,
};

FileKind kindOf(int flags)
{
    if (flags & SQLITE_OPEN_MAIN_DB)
        return FileKind::Main;
    if (flags & SQLITE_OPEN_WAL)
        return FileKind::Log;
    if (flags & SQLITE_OPEN_MAIN_JOURNAL)
        return FileKind::Journal;
    return FileKind::Temporary;
}

std::shared_ptr<FileKeys> keysOf(const char *name, FileKind kind)
{
    if (kind == FileKind::Temporary)
        return passingKeys();
    return name ? keysFor(kind == FileKind::Main ? name : sqlite3_filename_database(name)) : nullptr;
}

std::unique_ptr<CipherFile> cipherFor(sqlite3_file *real, std::shared_ptr<FileKeys> keys, FileKind kind)
{
    return kind == FileKind::Main ? makePageFile(real, std::move(keys)) : makeStreamFile(real, std::move(keys), kind);
}

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    OpenFile *opened = self(file);
    std::memset(static_cast<void *>(opened), 0, sizeof(OpenFile));
    if (flags & SQLITE_OPEN_SUPER_JOURNAL)
        return SQLITE_CANTOPEN; // its names would stand in plain text in other files
    const FileKind kind = kindOf(flags);
    try {
        std::shared_ptr<FileKeys> keys = keysOf(name, kind);
        if (!keys)
            return SQLITE_CANTOPEN;
        opened->real = reinterpret_cast<sqlite3_file *>(opened + 1);
        std::memset(static_cast<void *>(opened->real), 0, size_t(below(vfs)->szOsFile));
        if (int code = below(vfs)->xOpen(below(vfs), name, opened->real, flags, outFlags); code != SQLITE_OK)
            return code;
        opened->cipher = cipherFor(opened->real, std::move(keys), kind).release();
    } catch (const std::bad_alloc &) {
        if (opened->real && opened->real->pMethods)
            opened->real->pMethods->xClose(opened->real);
        return SQLITE_NOMEM;
    }
    opened->base.pMethods = &kMethods;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs *vfs, const char *name, int sync) { return below(vfs)->xDelete(below(vfs), name, sync); }
int access(sqlite3_vfs *vfs, const char *name, int flags, int *out) { return below(vfs)->xAccess(below(vfs), name, flags, out); }
int fullPath(sqlite3_vfs *vfs, const char *name, int size, char *out) { return below(vfs)->xFullPathname(below(vfs), name, size, out); }
int randomness(sqlite3_vfs *vfs, int size, char *out) { return below(vfs)->xRandomness(below(vfs), size, out); }
int sleepFor(sqlite3_vfs *vfs, int microseconds) { return below(vfs)->xSleep(below(vfs), microseconds); }
int currentTime(sqlite3_vfs *vfs, double *out) { return below(vfs)->xCurrentTime(below(vfs), out); }
int lastError(sqlite3_vfs *vfs, int size, char *out) { return below(vfs)->xGetLastError(below(vfs), size, out); }
int currentTime64(sqlite3_vfs *vfs, sqlite3_int64 *out) { return below(vfs)->xCurrentTimeInt64(below(vfs), out); }

} // namespace

bool registerCipherVfs(const char *beneath)
{
    static std::mutex once;
    const std::lock_guard lock(once);
    watchSqliteMemory();
    sqlite3_vfs *real = sqlite3_vfs_find(beneath);
    if (!startSodium() || !real)
        return false;
    if (sqlite3_vfs *present = sqlite3_vfs_find(kCipherVfsName))
        return below(present) == real || beneath == std::string_view("unix-excl");
    static sqlite3_vfs vfs{};
    vfs.iVersion = 2;
    vfs.szOsFile = int(sizeof(OpenFile)) + real->szOsFile;
    vfs.mxPathname = real->mxPathname;
    vfs.zName = kCipherVfsName;
    vfs.pAppData = real;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xAccess = access;
    vfs.xFullPathname = fullPath;
    vfs.xRandomness = randomness;
    vfs.xSleep = sleepFor;
    vfs.xCurrentTime = currentTime;
    vfs.xGetLastError = lastError;
    vfs.xCurrentTimeInt64 = currentTime64;
    return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
}

std::shared_ptr<FileKeys> FileKeys::derive(const SecretKey &dataKey, std::span<const uint8_t, 16> fileId)
{
    auto keys = std::make_shared<FileKeys>();
    keys->page = deriveKey(dataKey, fileId, "keywork page");
    keys->streamData = deriveKey(dataKey, fileId, "keywork stream data");
    keys->streamTweak = deriveKey(dataKey, fileId, "keywork stream tweak");
    return keys;
}

KeyRegistration::KeyRegistration(std::string path, std::shared_ptr<FileKeys> keys)
    : m_path(std::move(path))
    , m_keys(std::move(keys))
{
    const std::lock_guard lock(registry().mutex);
    registry().keys[m_path].push_back(m_keys);
}

KeyRegistration::~KeyRegistration()
{
    const std::lock_guard lock(registry().mutex);
    auto &users = registry().keys[m_path];
    users.erase(std::find(users.begin(), users.end(), m_keys));
    if (users.empty())
        registry().keys.erase(m_path);
}

std::shared_ptr<LiveHeader> liveHeaderOf(const std::string &path, std::span<const uint8_t, 16> fileId)
{
    const auto keys = keysFor(path);
    const bool isSame = keys && keys->live && std::ranges::equal(keys->live->header().fileId, fileId);
    return isSame ? keys->live : nullptr;
}

bool isOpenVault(const std::string &path)
{
    const std::lock_guard lock(registry().mutex);
    const auto found = registry().keys.find(path);
    return found != registry().keys.end() && !found->second.empty();
}

} // namespace keywork
