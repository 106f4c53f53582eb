// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_policies.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// What of these is to be reviewed, for managers and for whoever looks after it; each has a title, `owner_id` and `review_on`.
Result<QList<WatchItem>> textsToReview(const WatchFacts &facts, const Result<QList<KeptRow>> &rows)
{
    if (!rows)
        return rows.error();
    const Session &session = facts.records().session();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows)
        if (session.may(Act::Manage, Category::House) || row.row.value(u"owner_id"_s).toLongLong() == session.staff().value)
            items.append({.subject = {QString::fromLatin1(row.row.type->table), row.id, {}},
                .name = row.row.text(u"title"_s),
                .day = dayFromStored(row.row.text(u"review_on"_s))});
    return items;
}

Result<QList<WatchItem>> housePageReviewDue(const WatchFacts &facts)
{
    return textsToReview(facts, housePagesToReview(facts.database(), facts.today()));
}

Result<QList<WatchItem>> policyReviewDue(const WatchFacts &facts)
{
    return textsToReview(facts, policiesToReview(facts.database(), facts.today()));
}

} // namespace

extern const WatchRule policyReview{
    .code = "policy_review",
    .category = Category::House,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Policy"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Was to be reviewed by {date}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n policies to review"),
    .press = QT_TRANSLATE_NOOP("watch", "Review"),
    .due = policyReviewDue,
};

extern const WatchRule housePageReview{
    .code = "house_page_review",
    .category = Category::House,
    .pressing = Pressing::Tidy,
    .title = QT_TRANSLATE_NOOP("watch", "Page of our own"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Was to be reviewed by {date}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n pages of our own to review"),
    .press = QT_TRANSLATE_NOOP("watch", "Review"),
    .due = housePageReviewDue,
};

} // namespace keywork
