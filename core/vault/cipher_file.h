// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/cipher_vfs.h"
#include "core/vault/primitives.h"

#include <memory>
#include <sqlite3.h>

namespace keywork {

/// What a file is for; part of the stream's tweak, so that blocks of one kind don't fit another.
enum class FileKind : uint8_t { Main = 1, Log = 2, Journal = 3, Temporary = 4 };

/// One open file as SQLite sees it: plain bytes here, ciphertext in the real file below.
/// Results are SQLite's codes.
class CipherFile {
public:
    virtual ~CipherFile() = default;
    virtual int read(void *target, int amount, sqlite3_int64 offset) = 0;
    virtual int write(const void *source, int amount, sqlite3_int64 offset) = 0;
    virtual int truncate(sqlite3_int64 size) = 0;
    virtual int size(sqlite3_int64 *size) = 0;
    virtual int sync(int flags) = 0;
    /// SQLITE_NOTFOUND for what this kind of file does not know.
    virtual int control(int, void *) { return SQLITE_NOTFOUND; }
};

/// The main file: whole pages, each sealed with AES-256-GCM, bound to its place.
std::unique_ptr<CipherFile> makePageFile(sqlite3_file *real, std::shared_ptr<FileKeys> keys);
/// Everything else: opaque bytes under AES-256-XTS.
std::unique_ptr<CipherFile> makeStreamFile(sqlite3_file *real, std::shared_ptr<FileKeys> keys, FileKind kind);

} // namespace keywork
