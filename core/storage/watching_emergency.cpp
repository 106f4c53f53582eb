// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/watching_emergency.h"

#include "core/domain/overdose.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<KeptRow>> overdosesToWriteUp(Database &database, const QDateTime &before)
{
    return Table(database, recordType<Incident>())
        .listWhere(u"withdrawn_at IS NULL AND id IN (SELECT o.incident_id FROM overdose o WHERE o.withdrawn_at IS NULL "
                   "AND (o.state = 'to_write_up' OR (o.state = 'running' AND o.started_at < ?))) ORDER BY happened_at, id"_s,
            {toStoredText(before)});
}

Result<QDateTime> firstRunningSince(Database &database, const QDateTime &from)
{
    const auto rows = Table(database, recordType<Overdose>())
                          .listWhere(u"withdrawn_at IS NULL AND state = 'running' AND started_at >= ? ORDER BY started_at, id LIMIT 1"_s,
                              {toStoredText(from)});
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? QDateTime() : fromStoredText(rows->first().row.text(u"started_at"_s));
}

Result<QList<KeptRow>> staysWithoutChecks(Database &database, const QDateTime &since)
{
    return Table(database, recordType<OverdoseStep>())
        .listWhere(
            u"withdrawn_at IS NULL AND step = 'chose_not_to_go' AND happened_at >= ? "
            "AND EXISTS (SELECT 1 FROM incident i WHERE i.id = overdose_step.incident_id AND i.withdrawn_at IS NULL) "
            "AND NOT EXISTS (SELECT 1 FROM overdose_step l WHERE l.incident_id = overdose_step.incident_id AND l.withdrawn_at IS NULL "
            "AND l.step IN ('chose_not_to_go', 'went_to_hospital', 'death_confirmed', 'not_an_overdose') "
            "AND (l.happened_at, l.id) > (overdose_step.happened_at, overdose_step.id)) "
            "AND NOT EXISTS (SELECT 1 FROM check_series c WHERE c.withdrawn_at IS NULL AND (c.incident_id = overdose_step.incident_id "
            "OR (c.from_at >= (SELECT min(o.started_at) FROM overdose o WHERE o.incident_id = overdose_step.incident_id) "
            "AND ((c.person_id IS NULL AND c.reason = 'chose_not_to_go') OR c.person_id IN (SELECT p.person_id FROM incident_person p "
            "WHERE p.incident_id = overdose_step.incident_id AND p.withdrawn_at IS NULL AND p.role = 'affected'))))) "
            "ORDER BY happened_at, id"_s,
            {toStoredText(since)});
}

Result<QHash<qint64, Id<Person>>> affectedIn(Database &database, const QList<qint64> &incidents)
{
    QStringList ids;
    for (const qint64 id : incidents)
        ids.append(QString::number(id));
    const auto parts = Table(database, recordType<IncidentPerson>())
                           .listWhere(u"withdrawn_at IS NULL AND role = 'affected' AND person_id IS NOT NULL AND incident_id IN "
                                      "(SELECT value FROM json_each(?)) ORDER BY id DESC"_s,
                               {u'[' + ids.join(u',') + u']'});
    if (!parts)
        return parts.error();
    QHash<qint64, Id<Person>> people;
    for (const KeptRow &part : *parts) // the first one who was named
        people.insert(part.row.value(u"incident_id"_s).toLongLong(), {part.row.value(u"person_id"_s).toLongLong()});
    return people;
}

} // namespace keywork
