// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/presence_reading.h"

#include "core/base/clock.h"
#include "core/domain/desk_movement.h"
#include "core/domain/stay.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString jsonOfPeople(const QList<qint64> &people)
{
    QStringList ids;
    for (const qint64 id : people)
        ids.append(QString::number(id));
    return u'[' + ids.join(u',') + u']';
}

} // namespace

Result<QList<KeptRow>> staysOnDay(Database &database, QDate day, const QList<qint64> &people)
{
    const QString on = day.toString(Qt::ISODate);
    const QString here = u"withdrawn_at IS NULL AND arrived_on <= ? AND (left_on IS NULL OR left_on > ?)"_s;
    if (people.isEmpty())
        return Table(database, recordType<Stay>()).listWhere(here + u" ORDER BY id"_s, {on, on});
    return Table(database, recordType<Stay>())
        .listWhere(here + u" AND person_id IN (SELECT value FROM json_each(?)) ORDER BY id"_s, {on, on, jsonOfPeople(people)});
}

Result<QList<KeptRow>> lastMovements(Database &database, const QList<qint64> &people, const QDateTime &until, qint64 without)
{
    return Table(database, recordType<DeskMovement>())
        .listWhere(u"id IN (SELECT (SELECT m.id FROM desk_movement m WHERE m.person_id = p.value AND m.withdrawn_at IS NULL AND "
                   "m.at <= ? AND m.id <> ? ORDER BY m.at DESC, m.id DESC LIMIT 1) FROM json_each(?) p) ORDER BY id"_s,
            {toStoredText(until), without, jsonOfPeople(people)});
}

} // namespace keywork
