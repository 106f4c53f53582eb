// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/history.h"

namespace keywork {

/// What one member of the team did in a person's record.
struct LookedInto {
    QString name; ///< empty: nobody who is known
    int times = 0; ///< opened
    QDateTime last;
    int changed = 0;
};
/// Most often first.
Result<QList<LookedInto>> whoLookedInto(const Database &database, qint64 person);

/// The last entry from `from` on and before `until`; an empty mac when there is none.
Result<HistoryHead> lastEntryBetween(const Database &database, const QDateTime &from, const QDateTime &until);

/// When somebody was erased last; invalid when nobody was.
Result<QDateTime> lastErasure(const Database &database);

/// Marks an entry that was sealed while the file was locked as joined; false when it was before.
Result<bool> markJoined(const Database &database, const QString &id, const QDateTime &at);

} // namespace keywork
