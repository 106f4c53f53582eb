// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/watching_notices.h"

#include "core/domain/stay_letters.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kLetterStands
    = QStringLiteral("withdrawn_at IS NULL AND taken_back_on IS NULL AND ifnull(outcome, '') <> 'taken_back' AND person_id IN "
                     "(SELECT s.person_id FROM stay s WHERE s.withdrawn_at IS NULL AND s.arrived_on IS NOT NULL AND s.left_on IS NULL)");

} // namespace

Result<QList<KeptRow>> noticesOpen(Database &database)
{
    return Table(database, recordType<StayNotice>()).listWhere(kLetterStands + u" ORDER BY ends_on, id"_s, {});
}

Result<QList<KeptRow>> plansOfOpenNotices(Database &database)
{
    return Table(database, recordType<LeavingSafetyPlan>())
        .listWhere(
            u"withdrawn_at IS NULL AND person_id IN (SELECT person_id FROM stay_notice WHERE "_s + kLetterStands + u") ORDER BY id"_s, {});
}

Result<QList<KeptRow>> appealsWaiting(Database &database, const RecordType &type)
{
    return Table(database, type).listWhere(kLetterStands + u" AND appeal_on IS NOT NULL AND heard_on IS NULL ORDER BY appeal_on, id"_s, {});
}

Result<QList<KeptRow>> warningsOver(Database &database, QDate today)
{
    return Table(database, recordType<StayWarning>())
        .listWhere(kLetterStands + u" AND given_on IS NOT NULL AND end_told_on IS NULL AND expires_on <= ? ORDER BY expires_on, id"_s,
            {today.toString(Qt::ISODate)});
}

} // namespace keywork
