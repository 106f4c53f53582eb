// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/cipher_vfs.h"
#include "core/vault/vault_header.h"

#include <functional>
#include <limits>
#include <mutex>
#include <optional>
#include <sqlite3.h>

namespace keywork {

/// The header of an unlocked file as it stands there, for everybody who writes it: the window, and a checkpoint in a
/// worker, which keeps the anchor. Safe from several threads. What is called `real` is the file below the cipher;
/// results are SQLite's codes.
///
/// The anchor is a sum (MSet-XOR-Hash: Clarke, Devadas, van Dijk, Gassend, Suh, "Incremental Multiset Hash Functions",
/// 2003) of a keyed hash of each page's number and tag. It costs a save nothing: pages are written by checkpoints alone.
/// Before the first of them the header says durably that pages are being written, after the last one it says the new sum.
class LiveHeader {
public:
    /// `isEmpty`: all pages are still to be written through this object.
    LiveHeader(VaultHeader header, const SecretKey &dataKey, bool isEmpty);

    /// The anchor of a file without pages.
    static PageAnchor emptyAnchor(const SecretKey &dataKey, const Identity16 &fileId);

    VaultHeader header() const;
    /// The new header is durable, or nothing changed. What `edit` refuses stands in the second half.
    std::pair<int, Done> change(sqlite3_file *real, const std::function<Done(VaultHeader &)> &edit);

    /// A whole sealed page to its place.
    int writePage(sqlite3_file *real, int64_t page, std::span<const uint8_t> sealed);
    int truncate(sqlite3_file *real, int64_t pages);
    /// Makes the pages durable, then says so in the header.
    int sync(sqlite3_file *real, int flags);

    /// Reads the tag of every page. SQLITE_INTERRUPT when it was told to stop.
    int check(sqlite3_file *real, PageCheck &check);
    /// What `check` read last, and was written since, is the anchor from now on; without one there is none until the next.
    int anchor(sqlite3_file *real);

private:
    using Sum = std::array<uint8_t, 32>;
    using Tag = std::array<uint8_t, 16>;
    static Sum maskOf(const SecretKey &key, const Identity16 &nonce);
    static void add(Sum &sum, const Sum &term);
    Sum termOf(int64_t page, const Tag &tag) const;
    int tagAt(sqlite3_file *real, int64_t page, std::optional<Tag> &tag) const;
    void replace(int64_t page, const std::optional<Tag> &before, const std::optional<Tag> &after);
    int sayWriting(sqlite3_file *real);
    int sayWhole(sqlite3_file *real);
    int write(sqlite3_file *real, VaultHeader next, bool onlyOne);

    mutable std::mutex m_mutex;
    std::mutex m_oneCheck;
    VaultHeader m_header;
    SecretKey m_dataKey;
    SecretKey m_termKey;
    SecretKey m_maskKey;
    std::optional<Sum> m_sum; ///< none: not known
    std::optional<Sum> m_checked; ///< of the pages before m_checkedTo, as they are now
    int64_t m_checkedTo = 0;
    bool m_unsynced = false; ///< pages were written since the last sync
    uint64_t m_writes = 0;
};

/// For kChangeHeaderControl.
struct HeaderChange {
    const std::function<Done(VaultHeader &)> &edit;
    Done done = {}; ///< out: what `edit` said
};

} // namespace keywork
