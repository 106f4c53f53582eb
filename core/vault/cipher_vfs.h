// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/secret_key.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

struct sqlite3_file;

namespace keywork {

inline constexpr const char *kCipherVfsName = "keywork";
/// Bytes at the end of each page of the main file: nonce 12, tag 16, 4 that must be zero.
inline constexpr int kPageReserve = 32;
/// Bytes of a page of the main file, reserve included.
inline constexpr int kPage = 4096;
/// The header takes the first 64 KiB; the first page follows.
inline constexpr int64_t kDataOffset = 65536;

/// Registers the VFS over `unix-excl`, once per process. Tests put another VFS beneath by its name.
bool registerCipherVfs(const char *beneath = "unix-excl");

class LiveHeader;

/// The keys of one open file. While it lives, SQLite can open that file; keys are wiped when the last user goes.
class FileKeys {
public:
    /// Derives the page and stream keys from the data key and the file's id.
    static std::shared_ptr<FileKeys> derive(const SecretKey &dataKey, std::span<const uint8_t, 16> fileId);

    SecretKey page;
    SecretKey streamData; ///< first half of the XTS key
    SecretKey streamTweak; ///< second half
    std::shared_ptr<LiveHeader> live; ///< of the main file: keeps its anchor; none for temporary files
};

/// Lets SQLite open `path` (absolute, as SQLite will name it) until the object goes.
class KeyRegistration {
public:
    KeyRegistration(std::string path, std::shared_ptr<FileKeys> keys);
    ~KeyRegistration();
    KeyRegistration(const KeyRegistration &) = delete;
    KeyRegistration &operator=(const KeyRegistration &) = delete;

private:
    std::string m_path;
    std::shared_ptr<FileKeys> m_keys;
};

/// The header of a file that is unlocked in this process already, when it is the same file; else none.
std::shared_ptr<LiveHeader> liveHeaderOf(const std::string &path, std::span<const uint8_t, 16> fileId);

/// Whether a vault of this canonical path is unlocked in this process.
bool isOpenVault(const std::string &path);

/// For sqlite3_file_control on "main": changes the header through SQLite's own handle, since closing any other descriptor
/// of the file would drop the process's locks. The argument is a HeaderChange.
inline constexpr int kChangeHeaderControl = 0x4B57;
/// Holds the pages against the anchor in the header. The argument is a PageCheck.
inline constexpr int kCheckPagesControl = 0x4B58;
/// What the last kCheckPagesControl read is the anchor from now on. No argument.
inline constexpr int kAnchorPagesControl = 0x4B59;

/// How the pages of a file stand to the anchor in its header.
enum class PagesFit {
    Fit,
    Differ, ///< pages that were there before, missing or foreign ones
    NoAnchor, ///< a file from before there was one
    WriteWasCut, ///< the program ended while pages were written: which of them are there nobody knows
};
struct PageCheck {
    std::function<bool()> shouldStop;
    PagesFit fit = PagesFit::NoAnchor; ///< out
    int64_t pages = 0; ///< out: whole ones
    int64_t strayBytes = 0; ///< out: behind the last whole page
};

} // namespace keywork
