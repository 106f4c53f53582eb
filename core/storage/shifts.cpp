// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/shifts.h"

#include "core/base/clock.h"
#include "core/domain/handover.h"
#include "core/domain/lone_working.h"
#include "core/domain/staff_health.h"
#include "core/storage/query.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<KeptRow>> shiftPatterns(Database &database)
{
    return Table(database, recordType<ShiftPattern>()).listWhere(u"withdrawn_at IS NULL ORDER BY starts_at, id"_s, {});
}

Result<QList<KeptRow>> onShiftBegun(Database &database, const QDateTime &from, const QDateTime &until)
{
    return Table(database, recordType<OnShift>())
        .listWhere(u"withdrawn_at IS NULL AND from_at BETWEEN ? AND ? ORDER BY from_at, id"_s, {toStoredText(from), toStoredText(until)});
}

Result<QList<KeptRow>> onCallAt(Database &database, const QDateTime &at)
{
    const QString now = toStoredText(at);
    return Table(database, recordType<OnCall>())
        .listWhere(
            u"withdrawn_at IS NULL AND from_at <= ? AND (until_at IS NULL OR until_at > ?) ORDER BY from_at DESC, id DESC"_s, {now, now});
}

Result<QList<KeptRow>> loneWorkingOpen(Database &database)
{
    return Table(database, recordType<LoneWorking>()).listWhere(u"withdrawn_at IS NULL AND ended_at IS NULL ORDER BY from_at, id"_s, {});
}

Result<QList<KeptRow>> wordsOfLone(Database &database, const QList<qint64> &lone)
{
    QStringList ids;
    for (const qint64 id : lone)
        ids.append(QString::number(id));
    return Table(database, recordType<LoneCheckIn>())
        .listWhere(
            u"withdrawn_at IS NULL AND lone_id IN (SELECT value FROM json_each(?)) ORDER BY at, id"_s, {u'[' + ids.join(u',') + u']'});
}

Result<QList<KeptRow>> staffHealthDue(Database &database, QDate until)
{
    return Table(database, recordType<StaffHealth>())
        .listWhere(u"withdrawn_at IS NULL AND next_on <= ? AND answer != 'declined' AND EXISTS (SELECT 1 FROM staff s WHERE s.id = "
                   "staff_health.staff_id AND s.withdrawn_at IS NULL AND (s.left_on IS NULL OR s.left_on > ?)) AND NOT EXISTS (SELECT 1 "
                   "FROM staff_health l WHERE l.withdrawn_at IS NULL AND l.staff_id = staff_health.staff_id AND l.what = staff_health.what "
                   "AND (l.offered_on, l.id) > (staff_health.offered_on, staff_health.id)) ORDER BY next_on, id"_s,
            {until.toString(Qt::ISODate), until.toString(Qt::ISODate)});
}

Result<QList<KeptRow>> handoversSince(Database &database, QDate from)
{
    return Table(database, recordType<Handover>())
        .listWhere(u"withdrawn_at IS NULL AND shift_day >= ? ORDER BY from_at, id"_s, {from.toString(Qt::ISODate)});
}

Result<QList<KeptRow>> latestHandover(Database &database, const QDateTime &until)
{
    return Table(database, recordType<Handover>())
        .listWhere(u"withdrawn_at IS NULL AND finished_at <= ? ORDER BY finished_at DESC, id DESC LIMIT 1"_s, {toStoredText(until)});
}

Result<QList<KeptRow>> readsOfHandover(Database &database, qint64 handover)
{
    return Table(database, recordType<HandoverRead>()).listWhere(u"withdrawn_at IS NULL AND handover_id = ? ORDER BY id"_s, {handover});
}

Result<QList<KeptRow>> handoverItemsOpen(Database &database)
{
    return Table(database, recordType<HandoverItem>())
        .listWhere(u"withdrawn_at IS NULL AND done_at IS NULL ORDER BY due_at IS NULL, due_at, id"_s, {});
}

Result<QList<qint64>> staysMovedSince(Database &database, const QDateTime &from)
{
    Query query(database,
        u"SELECT h.record, min(h.sequence), json_extract(c.changes, '$.room_id[0]') AS was, s.room_id AS room FROM history h "
        "JOIN history_content c ON c.sequence = h.sequence JOIN stay s ON s.id = h.record WHERE h.kind = 'stay' "
        "AND h.action IN ('changed', 'undone') AND h.at > ? AND json_type(c.changes, '$.room_id') IS NOT NULL AND NOT EXISTS (SELECT 1 "
        "FROM history a JOIN history_content d ON d.sequence = a.sequence WHERE a.kind = 'stay' AND a.record = h.record AND a.at > ? "
        "AND (a.action = 'added' OR (json_type(d.changes, '$.arrived_on') IS NOT NULL "
        "AND json_extract(d.changes, '$.arrived_on[0]') IS NULL))) GROUP BY h.record HAVING was IS NOT room ORDER BY h.record"_s);
    if (Done done = query.bind(QList<QVariant>{toStoredText(from), toStoredText(from)}).run(); !done)
        return done.error();
    QList<qint64> stays;
    while (query.next())
        stays.append(query.number(0));
    if (Done done = query.finished(); !done)
        return done.error();
    return stays;
}

} // namespace keywork
