// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/watch/watch_rule.h"

namespace keywork {

/// So many lines of one rule stand as one line that opens out; house rule.
inline constexpr qsizetype kManyOfAKind = 4;

/// What stands on Today together: one line, or the many of one rule.
struct WatchGroup {
    QList<WatchItem> items;

    const WatchItem &first() const { return items.first(); }
    const WatchRule &rule() const { return *first().rule; }
    bool isMany() const { return items.size() > 1; }
};

/// The lines in their order, many of one rule together where the first of them stands. An emergency always stands alone, and so
/// does one that waits for what was agreed on the telephone.
QList<WatchGroup> inGroups(const QList<WatchItem> &items);

} // namespace keywork
