// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/offers.h"

#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<KeptRow>> Offers::offered(const RecordType &type, qint64 alsoThis) const
{
    const auto rule = m_rules.constFind(&type);
    auto rows = rule == m_rules.constEnd() ? m_records.list(type) : (*rule)(alsoThis);
    if (rows && type.offered)
        rows->removeIf([&](const KeptRow &row) { return row.id != alsoThis && !type.offered(row.row, m_records.today()); });
    return rows;
}

Result<QList<KeptRow>> Offers::matching(const RecordType &type, const QString &typed, int limit) const
{
    ListRequest request{.limit = limit};
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts))
        request.filters.append({u"name"_s, Filter::Comparison::BeginsWord, word});
    auto rows = m_records.list(type, request);
    if (rows && type.offered)
        rows->removeIf([&](const KeptRow &row) { return !type.offered(row.row, m_records.today()); });
    return rows;
}

} // namespace keywork
