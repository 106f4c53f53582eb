// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch_groups.h"

#include <QHash>

namespace keywork {

QList<WatchGroup> inGroups(const QList<WatchItem> &items)
{
    QHash<const WatchRule *, qsizetype> many;
    for (const WatchItem &item : items)
        if (item.rule->pressing != Pressing::Emergency)
            ++many[item.rule];
    QList<WatchGroup> groups;
    QHash<const WatchRule *, qsizetype> begun;
    for (const WatchItem &item : items) {
        const bool isOfMany = many.value(item.rule) >= kManyOfAKind;
        if (isOfMany && begun.contains(item.rule)) {
            groups[begun.value(item.rule)].items.append(item);
            continue;
        }
        if (isOfMany)
            begun.insert(item.rule, groups.size());
        groups.append({{item}});
    }
    return groups;
}

} // namespace keywork
