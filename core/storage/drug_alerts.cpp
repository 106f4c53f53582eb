// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/drug_alerts.h"

#include "core/domain/drug_alert.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

Result<QList<KeptRow>> drugAlertsInForce(Database &database, QDate day)
{
    const QString on = day.toString(Qt::ISODate);
    return Table(database, recordType<DrugAlert>())
        .listWhere(u"withdrawn_at IS NULL AND from_on <= ? AND (ended_on IS NULL OR ended_on > ?) ORDER BY from_on, id"_s, {on, on});
}

Result<QList<KeptRow>> peopleOfAlerts(Database &database, const QList<qint64> &alerts)
{
    QStringList ids;
    for (const qint64 id : alerts)
        ids.append(QString::number(id));
    return Table(database, recordType<DrugAlertPerson>())
        .listWhere(u"withdrawn_at IS NULL AND alert_id IN (SELECT value FROM json_each(?)) ORDER BY id"_s, {u'[' + ids.join(u',') + u']'});
}

} // namespace keywork
