// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/row_merge.h"

namespace keywork {

Violations mergeInto(Row &mine, const Row &base, const Row &theirs)
{
    Violations clashes;
    for (size_t i = 0; i < mine.type->fields.size(); ++i) {
        const Field &field = mine.type->fields[i];
        const qsizetype at = qsizetype(i);
        const bool typed = mine.values.at(at) != base.values.at(at);
        const bool notSaid = QLatin1String(field.column) == QLatin1String("not_said");
        if (!typed || (field.kept && !notSaid)) {
            mine.values[at] = theirs.values.at(at);
            continue;
        }
        if (theirs.values.at(at) != base.values.at(at) && theirs.values.at(at) != mine.values.at(at) && !notSaid)
            clashes.append({QString::fromLatin1(field.column), Rule::ChangedMeanwhile, theirs.values.at(at).toString()});
    }
    return clashes;
}

} // namespace keywork
