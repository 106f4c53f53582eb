// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/watching_move_on.h"

#include "core/domain/move_on.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kOfLeavers = QStringLiteral(
    "withdrawn_at IS NULL AND person_id IN (SELECT s.person_id FROM stay s WHERE s.withdrawn_at IS NULL AND s.left_on BETWEEN ? AND ?)");
const QString kOfThoseHere = QStringLiteral(
    "withdrawn_at IS NULL AND person_id IN (SELECT s.person_id FROM stay s WHERE s.withdrawn_at IS NULL AND s.arrived_on <= ? "
    "AND (s.left_on IS NULL OR s.left_on > ?))");
const QString kInOrder = QStringLiteral(" ORDER BY id");

QList<QVariant> daysBound(QDate from, QDate until) { return {from.toString(Qt::ISODate), until.toString(Qt::ISODate)}; }

} // namespace

Result<QList<KeptRow>> staysEnded(Database &database, QDate from, QDate until)
{
    return Table(database, recordType<Stay>())
        .listWhere(u"withdrawn_at IS NULL AND arrived_on IS NOT NULL AND left_on BETWEEN ? AND ?"_s + kInOrder, daysBound(from, until));
}

Result<QList<KeptRow>> staysOfLeavers(Database &database, QDate from, QDate until)
{
    return Table(database, recordType<Stay>()).listWhere(kOfLeavers + u" AND arrived_on IS NOT NULL"_s + kInOrder, daysBound(from, until));
}

Result<QList<KeptRow>> ofLeavers(Database &database, const RecordType &type, QDate from, QDate until)
{
    return Table(database, type).listWhere(kOfLeavers + kInOrder, daysBound(from, until));
}

Result<QList<KeptRow>> staysOfArrivals(Database &database, QDate from, QDate until)
{
    return Table(database, recordType<Stay>())
        .listWhere(u"withdrawn_at IS NULL AND arrived_on IS NOT NULL AND person_id IN (SELECT s.person_id FROM stay s "
                   "WHERE s.withdrawn_at IS NULL AND s.arrived_on BETWEEN ? AND ?)"_s
                + kInOrder,
            daysBound(from, until));
}

Result<QList<KeptRow>> staysGoingOn(Database &database, QDate today)
{
    return Table(database, recordType<Stay>())
        .listWhere(u"withdrawn_at IS NULL AND arrived_on <= ? AND (left_on IS NULL OR left_on > ?)"_s + kInOrder, daysBound(today, today));
}

Result<QList<KeptRow>> ofThoseHere(Database &database, const RecordType &type, QDate today)
{
    return Table(database, type).listWhere(kOfThoseHere + kInOrder, daysBound(today, today));
}

Result<QList<KeptRow>> movesUntil(Database &database, QDate today, QDate until)
{
    return Table(database, recordType<MoveOnPlan>())
        .listWhere(
            kOfThoseHere + u" AND moves_on <= ?"_s + kInOrder, daysBound(today, today) + QList<QVariant>{until.toString(Qt::ISODate)});
}

} // namespace keywork
