// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/watching_policies.h"

#include "core/domain/guidance.h"
#include "core/domain/policy.h"
#include "core/storage/table.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

const QString kLatestPolicies
    = QStringLiteral("withdrawn_at IS NULL AND is_over = 0 AND NOT EXISTS (SELECT 1 FROM policy later WHERE later.follows_id = policy.id "
                     "AND later.withdrawn_at IS NULL)");

} // namespace

Result<QList<KeptRow>> policiesToReview(Database &database, QDate today)
{
    return Table(database, recordType<Policy>())
        .listWhere(kLatestPolicies + u" AND review_on <= ? ORDER BY review_on, id"_s, {today.toString(Qt::ISODate)});
}

Result<QList<KeptRow>> policiesUnread(Database &database, Id<Staff> reader)
{
    return Table(database, recordType<Policy>())
        .listWhere(kLatestPolicies
                + u" AND NOT EXISTS (SELECT 1 FROM policy_read r WHERE r.policy_id = policy.id AND r.staff_id = ? "
                  "AND r.withdrawn_at IS NULL) ORDER BY valid_from, id"_s,
            {reader.value});
}

Result<QList<KeptRow>> helpLinesToCheck(Database &database, QDate since)
{
    return Table(database, recordType<HelpLine>())
        .listWhere(u"withdrawn_at IS NULL AND checked_on < ? ORDER BY checked_on, id"_s, {since.toString(Qt::ISODate)});
}

Result<QList<KeptRow>> housePagesToReview(Database &database, QDate today)
{
    return Table(database, recordType<HousePage>())
        .listWhere(u"withdrawn_at IS NULL AND review_on <= ? ORDER BY review_on, id"_s, {today.toString(Qt::ISODate)});
}

} // namespace keywork
