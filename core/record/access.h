// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace keywork {

/// Record: adding something new, no more. Write: adding and changing, so whoever may write may record. Share: one
/// resident's record to one recipient. Export: lists, and the ledger of what left. ExportHistory: the audit.
enum class Act { Read, Record, Write, Share, Export, Manage, ReadHistory, ExportHistory };

/// What somebody must be allowed to do with a kind's category before they may read, add or change its records.
/// Reading always needs Act::Read as well.
struct Access {
    Act readers = Act::Read; ///< Share: only those who may share, since it tells what is known about somebody
    Act add = Act::Write; ///< Record: also those who may only add, and may not read it afterwards
    Act amend = Act::Write; ///< Manage: only who manages the category
    const char *hiddenFrom = nullptr; ///< a column that names a member of the team who may not see the record
    /// A column that names a member of the team: they and whoever manages the category read it, and nobody else.
    const char *onlyFor = nullptr;

    /// Whether some of its rows are hidden from some of those who may read the kind.
    bool hidesRows() const { return hiddenFrom || onlyFor; }
};

/// Only who manages the category adds and changes; everybody who may read it does.
inline constexpr Access kManagersChange{.add = Act::Manage, .amend = Act::Manage};
/// Only who may share reads it.
inline constexpr Access kSharersRead{.readers = Act::Share};

} // namespace keywork
