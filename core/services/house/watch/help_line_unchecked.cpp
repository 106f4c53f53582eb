// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/anniversary.h"
#include "core/domain/guidance.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching_policies.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

Result<QList<WatchItem>> helpLineUncheckedDue(const WatchFacts &facts)
{
    const auto rows = helpLinesToCheck(facts.database(), yearsAfter(facts.today(), -kHelpLineYears, MonthEnd::LastDay));
    if (!rows)
        return rows.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows)
        items.append({.subject = {QString::fromLatin1(recordType<HelpLine>().table), row.id, {}},
            .name = row.row.text(u"name"_s),
            .day = dayFromStored(row.row.text(u"checked_on"_s))});
    return items;
}

bool mayCheckHelpLines(const Session &session) { return session.may(Act::Write, Category::House); }

} // namespace

/// A number that nobody looked up for a year may be another by now.
extern const WatchRule helpLineUnchecked{
    .code = "help_line_unchecked",
    .category = Category::House,
    .mayKnow = mayCheckHelpLines,
    .pressing = Pressing::Tidy,
    .title = QT_TRANSLATE_NOOP("watch", "Help line"),
    .sentence = QT_TRANSLATE_NOOP("watch", "The number was last checked on {date}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n help lines to check"),
    .press = QT_TRANSLATE_NOOP("watch", "Check"),
    .due = helpLineUncheckedDue,
};

} // namespace keywork
