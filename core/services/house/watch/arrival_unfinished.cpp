// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/stay.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> arrivalUnfinishedDue(const WatchFacts &facts)
{
    return facts.ofRecordsOn<Stay>(
        arrivalsUnfinished(facts.database(), facts.today()), [](const Kept<Stay> &stay) { return stay.value.arrivedOn.value_or(QDate()); });
}

} // namespace

extern const WatchRule arrivalUnfinished{
    .code = "arrival_unfinished",
    .category = Category::Housing,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Arrival"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Arrived {day}; not everything is done yet."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n arrivals to finish"),
    .opensTab = "way-in",
    .due = arrivalUnfinishedDue,
};

} // namespace keywork
