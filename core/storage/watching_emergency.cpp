// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/watching_emergency.h"

#include "core/domain/incident.h"
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

Result<QList<KeptRow>> choseNotToGoUnchecked(Database &database, const QDateTime &from, const QDateTime &until)
{
    return Table(database, recordType<OverdoseStep>())
        .listWhere(
            u"withdrawn_at IS NULL AND step = 'chose_not_to_go' AND happened_at >= ? AND happened_at <= ? "
            "AND EXISTS (SELECT 1 FROM incident i WHERE i.id = overdose_step.incident_id AND i.withdrawn_at IS NULL) "
            "AND NOT EXISTS (SELECT 1 FROM check_series c WHERE c.withdrawn_at IS NULL AND (c.incident_id = overdose_step.incident_id "
            "OR (c.person_id IN (SELECT p.person_id FROM incident_person p WHERE p.incident_id = overdose_step.incident_id "
            "AND p.withdrawn_at IS NULL AND p.role = 'affected') AND (c.ended_at IS NULL OR c.ended_at > overdose_step.happened_at)))) "
            "AND NOT EXISTS (SELECT 1 FROM overdose_step later WHERE later.incident_id = overdose_step.incident_id AND "
            "later.withdrawn_at IS NULL AND later.happened_at >= overdose_step.happened_at AND later.id <> overdose_step.id "
            "AND later.step IN ('went_to_hospital', 'death_confirmed', 'chose_not_to_go')) ORDER BY happened_at, id"_s,
            {toStoredText(from), toStoredText(until)});
}

} // namespace keywork
