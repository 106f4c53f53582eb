// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/stages.h"

#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<Kept<StageEntry>>> Stages::entries(Id<Person> person) const { return m_records.of<StageEntry>("person_id", person); }

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
