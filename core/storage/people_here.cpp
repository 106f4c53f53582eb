// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/people_here.h"

#include "core/domain/stay.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<qint64>> peopleHereOn(Database &database, QDate day)
{
    const QString on = day.toString(Qt::ISODate);
    const auto stays
        = Table(database, recordType<Stay>())
              .listWhere(u"withdrawn_at IS NULL AND arrived_on <= ? AND (left_on IS NULL OR left_on > ?) ORDER BY id"_s, {on, on});
    if (!stays)
        return stays.error();
    QList<qint64> people;
    for (const KeptRow &stay : *stays)
        if (const qint64 person = stay.row.value(u"person_id"_s).toLongLong(); !people.contains(person))
            people.append(person);
    return people;
}

} // namespace keywork
