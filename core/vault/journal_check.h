// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace keywork {

/// What a journal (FILE-wal) is in itself, as SQLite's format has it (sqlite.org/walformat.html).
struct JournalFound {
    /// Frames of the same journal lie behind one that does not fit: no program leaves it so, not even one that was killed.
    bool breaksOff = false;
    int64_t pages = 0; ///< of the file, as the last whole commit in it knows them; 0: there is none
};
/// Of an unlocked file, by its canonical path; nothing is changed. None when it can't be read, or is no journal.
std::optional<JournalFound> journalOf(const std::string &path);

} // namespace keywork
