// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/desk_reading.h"

#include "core/domain/roll_call.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kStillInside = QStringLiteral("left_at IS NULL AND withdrawn_at IS NULL ORDER BY came_at, id");

} // namespace

Result<QList<KeptRow>> visitorsInside(Database &database) { return Table(database, recordType<Visitor>()).listWhere(kStillInside, {}); }

Result<QList<KeptRow>> contractorsInside(Database &database)
{
    return Table(database, recordType<Contractor>()).listWhere(kStillInside, {});
}

Result<QList<KeptRow>> staffInside(Database &database) { return Table(database, recordType<StaffPresence>()).listWhere(kStillInside, {}); }

Result<QList<KeptRow>> deliveriesHere(Database &database)
{
    return Table(database, recordType<Delivery>()).listWhere(u"handed_at IS NULL AND withdrawn_at IS NULL ORDER BY came_at, id"_s, {});
}

Result<QList<KeptRow>> barringsOn(Database &database, QDate day)
{
    const QString on = day.toString(Qt::ISODate);
    return Table(database, recordType<Barring>())
        .listWhere(
            u"withdrawn_at IS NULL AND from_on <= ? AND until_on >= ? AND (ended_on IS NULL OR ended_on > ?) ORDER BY until_on, id"_s,
            {on, on, on});
}

Result<QList<KeptRow>> rollCallsOpen(Database &database)
{
    return Table(database, recordType<RollCall>())
        .listWhere(u"ended_at IS NULL AND withdrawn_at IS NULL ORDER BY began_at DESC, id DESC"_s, {});
}

Result<QList<KeptRow>> linesOfRollCall(Database &database, qint64 rollCall)
{
    return Table(database, recordType<RollCallLine>()).listWhere(u"roll_call_id = ? AND withdrawn_at IS NULL ORDER BY id"_s, {rollCall});
}

} // namespace keywork
