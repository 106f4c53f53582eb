// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/risks_reviewed.h"

#include "core/domain/risk.h"
#include "core/storage/watching.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

Result<QHash<qint64, QDate>> risksReviewed(const WatchFacts &facts, const QList<qint64> &people, const QString &kind)
{
    const auto rows = rowsOfPeople(facts.database(), recordType<Risk>(), people, u"kind = '%1'"_s.arg(kind));
    if (!rows)
        return rows.error();
    QHash<qint64, QDate> reviewed;
    for (const KeptRow &row : *rows) {
        const auto risk = asKind<Risk>(row);
        if (!risk)
            return risk.error();
        QDate &latest = reviewed[risk->value.personId.value];
        latest = std::max(latest, risk->value.reviewedOn);
    }
    return reviewed;
}

} // namespace keywork
