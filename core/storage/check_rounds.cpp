// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/check_rounds.h"

#include "core/domain/timed_check.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<KeptRow>> openCheckSeries(Database &database)
{
    // The same as isCheck: what counts, after naloxone and else.
    return Table(database, recordType<CheckSeries>())
        .listWhere(u"withdrawn_at IS NULL AND ended_at IS NULL AND (until_at IS NULL OR NOT EXISTS (SELECT 1 FROM timed_check c WHERE "
                   "c.series_id = check_series.id AND c.withdrawn_at IS NULL AND c.done_at >= check_series.until_at AND (c.result IN "
                   "('spoke', 'roused') OR (check_series.after_naloxone = 0 AND c.result IN ('breathing_counted', "
                   "'chose_not_woken'))))) ORDER BY from_at, id"_s,
            {});
}

Result<QList<KeptRow>> checksOfSeries(Database &database, const QList<qint64> &series)
{
    QStringList ids;
    for (const qint64 id : series)
        ids.append(QString::number(id));
    return Table(database, recordType<TimedCheck>())
        .listWhere(u"withdrawn_at IS NULL AND series_id IN (SELECT value FROM json_each(?)) ORDER BY id"_s, {u'[' + ids.join(u',') + u']'});
}

} // namespace keywork
