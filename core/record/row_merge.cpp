// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/row_merge.h"

#include "core/record/not_said.h"
#include "core/record/validation.h"

namespace keywork {

namespace {

NotSaid reasonsOf(const Row &row) { return NotSaid::fromJson(row.text(QStringLiteral("not_said"))); }

/// Field by field, like the answers themselves.
NotSaid mergedReasons(const Row &mine, const Row &base, const Row &theirs)
{
    if (!mine.type->hasNotSaid())
        return {};
    const auto my = reasonsOf(mine).reasons;
    const auto before = reasonsOf(base).reasons;
    NotSaid merged = reasonsOf(theirs);
    for (const Field &field : mine.type->fields) {
        const QString column = QString::fromLatin1(field.column);
        const bool changed = my.contains(column) != before.contains(column) || my.value(column) != before.value(column);
        if (!changed)
            continue;
        merged.reasons.remove(column);
        if (my.contains(column))
            merged.reasons.insert(column, my.value(column));
    }
    return merged;
}

} // namespace

Violations mergeInto(Row &mine, const Row &base, const Row &theirs)
{
    Violations clashes;
    const NotSaid reasons = mergedReasons(mine, base, theirs);
    for (size_t i = 0; i < mine.type->fields.size(); ++i) {
        const Field &field = mine.type->fields[i];
        const qsizetype at = qsizetype(i);
        const bool typed = mine.values.at(at) != base.values.at(at);
        if (!typed || field.kept) {
            mine.values[at] = theirs.values.at(at);
            continue;
        }
        if (theirs.values.at(at) != base.values.at(at) && theirs.values.at(at) != mine.values.at(at))
            clashes.append({QString::fromLatin1(field.column), Rule::ChangedMeanwhile, theirs.values.at(at).toString()});
    }
    if (mine.type->hasNotSaid()) {
        NotSaid kept;
        for (auto it = reasons.reasons.constBegin(); it != reasons.reasons.constEnd(); ++it)
            if (isBlank(mine.value(it.key()))) // an answer outweighs the note that there was none
                kept.reasons.insert(it.key(), it.value());
        mine.set(QStringLiteral("not_said"), kept.toJson());
    }
    return clashes;
}

} // namespace keywork
