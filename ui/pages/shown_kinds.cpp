// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/shown_kinds.h"

#include "core/domain/kinds.h"

#include <algorithm>

namespace keywork {

bool anyShown(const QList<Change> &changes, Id<Person> person, const ShownKinds &kinds)
{
    return std::any_of(changes.cbegin(), changes.cend(), [&](const Change &change) {
        const RecordType *type = kindOf(change.kind);
        const RecordType *head = type ? headOf(*type) : nullptr;
        const auto isAmong = [&](const QList<const RecordType *> &shown) { return type && (shown.contains(type) || shown.contains(head)); };
        const bool isOfThem = change.person == 0 || change.person == person.value;
        return change.kind.isEmpty() || isAmong(kinds.anybodys) || (isOfThem && isAmong(kinds.theirs));
    });
}

} // namespace keywork
