// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/person.h"
#include "core/services/records/records.h"

namespace keywork {

/// Somebody's records of a kind in the order of their number; none where the kind may not be read.
template <class T> Result<QList<Kept<T>>> readableOf(const Records &records, Id<Person> person)
{
    if (!records.mayRead(recordType<T>()))
        return QList<Kept<T>>();
    return records.all<T>(
        {.filters = {{QStringLiteral("person_id"), Filter::Comparison::Equals, person.value}}, .orderBy = QStringLiteral("id")});
}

} // namespace keywork
