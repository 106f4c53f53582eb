// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/watching_emergency.h"

#include "core/domain/incident.h"
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

} // namespace keywork
