// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_policies.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QList<WatchItem>> policyUnreadDue(const WatchFacts &facts)
{
    const auto rows = policiesUnread(facts.database(), facts.records().session().staff());
    if (!rows)
        return rows.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows)
        items.append({.subject = {QString::fromLatin1(recordType<Policy>().table), row.id, {}},
            .name = row.row.text(u"title"_s),
            .day = dayFromStored(row.row.text(u"valid_from"_s)),
            .places = {{u"version"_s, row.row.text(u"version_number"_s)}}});
    return items;
}

} // namespace

/// For each of the team, about themselves.
extern const WatchRule policyUnread{
    .code = "policy_unread",
    .category = Category::House,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Policy"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Version {version} is not read by you yet; it holds from {date}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n policies to read"),
    .due = policyUnreadDue,
};

} // namespace keywork
