// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/check_rounds.h"

#include "core/base/clock.h"
#include "core/domain/timed_check.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {
// The same as isCheck: what counts, after naloxone and else. Of `c`, a check of `s`.
const QString kCounts
    = u"c.withdrawn_at IS NULL AND (c.result IN ('spoke', 'roused') OR (s.after_naloxone = 0 AND c.result IN ('breathing_counted', 'chose_not_woken')))"_s;
} // namespace

Result<QList<KeptRow>> checkSeriesSince(Database &database, const QDateTime &since)
{
    const QString at = toStoredText(since);
    return Table(database, recordType<CheckSeries>())
        .listWhere(
            u"withdrawn_at IS NULL AND (ended_at IS NULL OR ended_at >= ?) AND (finishes_at IS NULL OR finishes_at >= ? OR NOT EXISTS "
            "(SELECT 1 FROM timed_check c JOIN check_series s ON s.id = c.series_id WHERE c.series_id = check_series.id AND c.done_at "
            ">= check_series.finishes_at AND %1)) ORDER BY from_at, id"_s.arg(kCounts),
            {at, at});
}

Result<QList<KeptRow>> checksOfSeries(Database &database, const QList<qint64> &series, const std::optional<QDateTime> &since)
{
    QStringList ids;
    for (const qint64 id : series)
        ids.append(QString::number(id));
    const QString list = u'[' + ids.join(u',') + u']';
    Table table(database, recordType<TimedCheck>());
    if (!since)
        return table.listWhere(u"withdrawn_at IS NULL AND series_id IN (SELECT value FROM json_each(?)) ORDER BY id"_s, {list});
    return table.listWhere(
        u"withdrawn_at IS NULL AND id IN (SELECT t.id FROM timed_check t LEFT JOIN (SELECT c.series_id AS series, max(c.done_at) AS at "
        u"FROM "
        "timed_check c JOIN check_series s ON s.id = c.series_id WHERE c.series_id IN (SELECT value FROM json_each(?)) AND c.done_at <= ? "
        "AND "
        "%1 GROUP BY c.series_id) l ON l.series = t.series_id WHERE t.series_id IN (SELECT value FROM json_each(?)) AND t.done_at >= "
        "coalesce(l.at, '')) ORDER BY id"_s.arg(kCounts),
        {list, toStoredText(*since), list});
}

} // namespace keywork
