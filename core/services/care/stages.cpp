// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/stages.h"

#include "core/base/anniversary.h"
#include "core/services/records/records.h"
#include "core/storage/people_here.h"
#include "core/storage/watching.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<Kept<StageEntry>>> Stages::entries(Id<Person> person) const { return m_records.of<StageEntry>("person_id", person); }

Result<StageSpread> Stages::spread() const
{
    if (!m_records.session().may(Act::Read, recordType<StageEntry>().category))
        return Error{m_records.session().refusal(), {}, {}};
    const QDate today = m_records.today();
    const auto here = peopleHereOn(m_records.database(), today);
    const auto rows = here ? rowsOfPeople(m_records.database(), recordType<StageEntry>(), *here) : Result<QList<KeptRow>>(here.error());
    if (!rows)
        return rows.error();
    QHash<qint64, QList<Kept<StageEntry>>> entries;
    for (const KeptRow &row : *rows) {
        const auto entry = asKind<StageEntry>(row);
        if (!entry)
            return entry.error();
        entries[entry->value.personId.value].append(*entry);
    }
    return stageSpread(*here, entries, monthsAfter(today, -1, MonthEnd::LastDay), today);
}

Result<Kept<StageEntry>> Stages::record(const StageEntry &entry) { return m_records.add(entry); }

Result<Kept<StageEntry>> Stages::correct(const Kept<StageEntry> &wrong, StageEntry right, const QString &reason)
{
    const auto earlier = m_records.of<StageEntry>("corrects_id", wrong.id);
    if (!earlier)
        return earlier.error();
    if (!earlier->isEmpty())
        return notNow(NotNow::CorrectedAlready);
    right.personId = wrong.value.personId;
    right.correctsId = wrong.id;
    right.correctionReason = reason;
    return m_records.add(right);
}

} // namespace keywork
