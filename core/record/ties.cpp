// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/ties.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

QList<TiedPerson> peopleOf(const RecordType &type, qint64 id, const Row &row)
{
    if (QLatin1String(type.table) == "person"_L1)
        return {{id, Tie::Owner}};
    QList<TiedPerson> people;
    for (size_t i = 0; i < type.fields.size(); ++i) {
        const Field &field = type.fields[i];
        const qint64 person = field.refers && field.tie != Tie::Mention ? row.values.value(qsizetype(i)).toLongLong() : 0;
        const bool known = std::any_of(people.cbegin(), people.cend(), [person](const TiedPerson &tied) { return tied.person == person; });
        if (person > 0 && !known)
            people.append({person, field.tie});
    }
    return people;
}

qint64 personOf(const RecordType &type, qint64 id, const Row &row)
{
    const QList<TiedPerson> people = peopleOf(type, id, row);
    return people.isEmpty() ? 0 : people.first().person;
}

} // namespace keywork
