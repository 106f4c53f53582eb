// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/staff_health.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/shifts.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// For managers, and for whoever it is about.
Result<QList<WatchItem>> staffHealthDueOn(const WatchFacts &facts)
{
    const auto rows = staffHealthDue(facts.database(), facts.today());
    if (!rows)
        return rows.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *rows) {
        if (facts.records().isHiddenFromReader(recordType<StaffHealth>(), row.row))
            continue;
        const auto one = asKind<StaffHealth>(row);
        if (!one)
            return one.error();
        if (!facts.team())
            return facts.team().error();
        WatchItem item{.subject = {u"staff_health"_s, row.id, {}},
            .name = facts.team()->value(one->value.staffId.value).value.name,
            .day = one->value.nextOn.value_or(QDate())};
        item.places.insert(u"what"_s, facts.records().choices().label(u"staff_health"_s, one->value.what.code));
        items.append(item);
    }
    return items;
}

} // namespace

extern const WatchRule staffHealthNext{
    .code = "staff_health_due",
    .category = Category::House,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Health of the team"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Since {day}, to be offered again: {what}"),
    .opens = "team",
    .due = staffHealthDueOn,
};

} // namespace keywork
