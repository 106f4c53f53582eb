// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/watching_custody.h"

#include "core/domain/held_medicine.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

// What the last line says of the page holds for all of it.
const QString kLastOfItsPage = QStringLiteral(
    "id = (SELECT max(l.id) FROM custody_entry l WHERE l.withdrawn_at IS NULL AND l.held_medicine_id = custody_entry.held_medicine_id)");

} // namespace

Result<QList<KeptRow>> entriesOfOpenPages(Database &database)
{
    return Table(database, recordType<CustodyEntry>())
        .listWhere(u"withdrawn_at IS NULL AND held_medicine_id IN (SELECT held_medicine_id FROM custody_entry WHERE withdrawn_at IS "
                   "NULL AND still_open = 1 AND %1) ORDER BY id"_s.arg(kLastOfItsPage),
            {});
}

Result<QList<KeptRow>> lastEntriesOfThoseGone(Database &database, QDate today)
{
    return Table(database, recordType<CustodyEntry>())
        .listWhere(u"withdrawn_at IS NULL AND coalesce(balance, 1) > 0 AND %1 AND EXISTS (SELECT 1 FROM stay s WHERE s.withdrawn_at IS "
                   "NULL AND s.person_id = custody_entry.person_id AND s.left_on <= ?) AND NOT EXISTS (SELECT 1 FROM stay s WHERE "
                   "s.withdrawn_at IS NULL AND s.person_id = custody_entry.person_id AND s.arrived_on IS NOT NULL AND (s.left_on IS "
                   "NULL OR s.left_on > ?)) ORDER BY id"_s.arg(kLastOfItsPage),
            {today.toString(Qt::ISODate), today.toString(Qt::ISODate)});
}

Result<QList<KeptRow>> entriesThatOpenRisk(Database &database)
{
    // A correction that strikes the entry out takes what it told with it.
    return Table(database, recordType<CustodyEntry>())
        .listWhere(u"withdrawn_at IS NULL AND cause IN ('taken', 'pressed', 'sold', 'shared') AND NOT EXISTS (SELECT 1 FROM "
                   "custody_entry c WHERE c.about_id = custody_entry.id AND c.struck_out = 1) AND NOT EXISTS (SELECT 1 FROM "
                   "custody_entry later WHERE later.withdrawn_at IS NULL AND later.person_id = custody_entry.person_id AND later.cause IN "
                   "('taken', 'pressed', 'sold', 'shared') AND later.id > custody_entry.id) ORDER BY id"_s,
            {});
}

} // namespace keywork
