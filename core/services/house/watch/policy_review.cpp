// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_policies.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QList<WatchItem>> policyReviewDue(const WatchFacts &facts)
{
    const auto rows = policiesToReview(facts.database(), facts.today());
    if (!rows)
        return rows.error();
    const Session &session = facts.records().session();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows)
        if (session.may(Act::Manage, Category::House) || row.row.value(u"owner_id"_s).toLongLong() == session.staff().value)
            items.append({.subject = {QString::fromLatin1(recordType<Policy>().table), row.id, {}},
                .name = row.row.text(u"title"_s),
                .day = dayFromStored(row.row.text(u"review_on"_s))});
    return items;
}

} // namespace

/// For managers, and for whoever looks after it.
extern const WatchRule policyReview{
    .code = "policy_review",
    .category = Category::House,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Policy"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Was to be reviewed by {date}."),
    .due = policyReviewDue,
};

} // namespace keywork
