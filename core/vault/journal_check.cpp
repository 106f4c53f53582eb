// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/journal_check.h"

#include "core/vault/cipher_vfs.h"

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <sqlite3.h>
#include <vector>

namespace keywork {

namespace {

constexpr int kLogHead = 32;
constexpr int kFrameHead = 24;
constexpr uint32_t kLogMagic = 0x377f0682; // the last bit says how the checksum reads its words
constexpr size_t kSaltsAt = 16; // in the log's head; in a frame's they stand at 8

uint32_t bigEndian(std::span<const uint8_t> bytes, size_t at)
{
    return uint32_t(bytes[at]) << 24 | uint32_t(bytes[at + 1]) << 16 | uint32_t(bytes[at + 2]) << 8 | uint32_t(bytes[at + 3]);
}

uint32_t littleEndian(std::span<const uint8_t> bytes, size_t at)
{
    return uint32_t(bytes[at + 3]) << 24 | uint32_t(bytes[at + 2]) << 16 | uint32_t(bytes[at + 1]) << 8 | uint32_t(bytes[at]);
}

/// The journal's running sum, over everything before and these bytes.
class LogSum {
public:
    explicit LogSum(bool isBigEndian)
        : m_isBigEndian(isBigEndian)
    {
    }
    void add(std::span<const uint8_t> bytes)
    {
        const auto word = [&](size_t at) { return m_isBigEndian ? bigEndian(bytes, at) : littleEndian(bytes, at); };
        for (size_t at = 0; at + 8 <= bytes.size(); at += 8) {
            m_first += word(at) + m_second;
            m_second += word(at + 4) + m_first;
        }
    }
    bool fits(std::span<const uint8_t> bytes, size_t at) const
    {
        return bigEndian(bytes, at) == m_first && bigEndian(bytes, at + 4) == m_second;
    }

private:
    bool m_isBigEndian;
    uint32_t m_first = 0;
    uint32_t m_second = 0;
};

/// Opened beside SQLite's own connections, to read alone.
class LogFile {
public:
    explicit LogFile(const std::string &path)
        : m_vfs(sqlite3_vfs_find(kCipherVfsName))
        , m_name(sqlite3_create_filename(path.c_str(), (path + "-journal").c_str(), (path + "-wal").c_str(), 0, nullptr))
    {
        if (!m_vfs || !m_name)
            return;
        m_bytes = std::make_unique<std::max_align_t[]>(size_t(m_vfs->szOsFile) / sizeof(std::max_align_t) + 1);
        m_file = reinterpret_cast<sqlite3_file *>(m_bytes.get());
        int flags = 0;
        if (m_vfs->xOpen(m_vfs, sqlite3_filename_wal(m_name), m_file, SQLITE_OPEN_WAL | SQLITE_OPEN_READONLY, &flags) != SQLITE_OK)
            m_file = nullptr;
    }
    ~LogFile()
    {
        if (m_file && m_file->pMethods)
            m_file->pMethods->xClose(m_file);
        sqlite3_free_filename(m_name);
    }
    LogFile(const LogFile &) = delete;
    LogFile &operator=(const LogFile &) = delete;

    int64_t size() const
    {
        sqlite3_int64 size = 0;
        return m_file && m_file->pMethods->xFileSize(m_file, &size) == SQLITE_OK ? int64_t(size) : 0;
    }
    bool read(std::span<uint8_t> into, int64_t at) const
    {
        return m_file && m_file->pMethods->xRead(m_file, into.data(), int(into.size()), at) == SQLITE_OK;
    }

private:
    sqlite3_vfs *m_vfs;
    sqlite3_filename m_name;
    std::unique_ptr<std::max_align_t[]> m_bytes;
    sqlite3_file *m_file = nullptr;
};

} // namespace

std::optional<JournalFound> journalOf(const std::string &path)
{
    const LogFile log(path);
    std::array<uint8_t, kLogHead> head{};
    if (log.size() < kLogHead || !log.read(head, 0) || (bigEndian(head, 0) & ~1U) != kLogMagic || bigEndian(head, 8) != uint32_t(kPage))
        return {};
    LogSum sum(bigEndian(head, 0) & 1U);
    sum.add(std::span<const uint8_t>(head).first(24));
    if (!sum.fits(head, 24))
        return {};
    JournalFound found;
    bool isBroken = false;
    std::vector<uint8_t> frame(kFrameHead + kPage);
    const auto frames = (log.size() - kLogHead) / int64_t(frame.size());
    for (int64_t i = 0; i < frames; ++i) {
        if (!log.read(frame, kLogHead + i * int64_t(frame.size())))
            return {};
        const std::span<const uint8_t> bytes(frame);
        const bool isOfThisLog = bigEndian(bytes, 8) == bigEndian(head, kSaltsAt) && bigEndian(bytes, 12) == bigEndian(head, kSaltsAt + 4);
        if (isBroken) {
            found.breaksOff = found.breaksOff || isOfThisLog;
            continue;
        }
        sum.add(bytes.first(8));
        sum.add(bytes.subspan(kFrameHead));
        isBroken = !isOfThisLog || !sum.fits(bytes, 16);
        if (const uint32_t pages = bigEndian(bytes, 4); !isBroken && pages > 0)
            found.pages = pages;
    }
    return found;
}

} // namespace keywork
