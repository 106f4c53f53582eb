// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/record/record_type.h"

namespace keywork {

class Database;

/// Every entry of the pages of the register of which something is still to be done, in the order of writing.
Result<QList<KeptRow>> entriesOfOpenPages(Database &database);
/// The last entry of each page on which something is held of somebody who left and has not come back by `today`.
Result<QList<KeptRow>> lastEntriesOfThoseGone(Database &database, QDate today);
/// Entries that tell that something was taken, sold, shared or pressed for, of people of whom no risk about medicine was looked
/// at since; of one person the last of these.
Result<QList<KeptRow>> entriesThatOpenRisk(Database &database);

} // namespace keywork
