// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/guidance.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_policies.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QList<WatchItem>> housePageReviewDue(const WatchFacts &facts)
{
    const auto rows = housePagesToReview(facts.database(), facts.today());
    if (!rows)
        return rows.error();
    const Session &session = facts.records().session();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows)
        if (session.may(Act::Manage, Category::House) || row.row.value(u"owner_id"_s).toLongLong() == session.staff().value)
            items.append({.subject = {QString::fromLatin1(recordType<HousePage>().table), row.id, {}},
                .name = row.row.text(u"title"_s),
                .day = dayFromStored(row.row.text(u"review_on"_s))});
    return items;
}

} // namespace

/// For managers, and for whoever looks after it.
extern const WatchRule housePageReview{
    .code = "house_page_review",
    .category = Category::House,
    .pressing = Pressing::Tidy,
    .title = QT_TRANSLATE_NOOP("watch", "Page of our own"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Was to be reviewed by {date}."),
    .due = housePageReviewDue,
};

} // namespace keywork
