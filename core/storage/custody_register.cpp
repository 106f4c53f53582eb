// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/custody_register.h"

#include "core/domain/held_medicine.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<KeptRow>> entriesOfPage(Database &database, qint64 medicine)
{
    return Table(database, recordType<CustodyEntry>())
        .listWhere(u"withdrawn_at IS NULL AND held_medicine_id = ? ORDER BY id"_s, {medicine});
}

Result<QList<KeptRow>> medicinesHeldOfOthers(Database &database, qint64 person)
{
    return Table(database, recordType<HeldMedicine>())
        .listWhere(u"withdrawn_at IS NULL AND person_id <> ? AND EXISTS (SELECT 1 FROM custody_entry e WHERE e.held_medicine_id = "
                   "held_medicine.id AND coalesce(e.balance, 1) > 0 AND e.id = (SELECT max(l.id) FROM custody_entry l WHERE "
                   "l.withdrawn_at IS NULL AND l.held_medicine_id = held_medicine.id))"_s,
            {person});
}

} // namespace keywork
