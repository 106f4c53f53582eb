// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> expectedTodayDue(const WatchFacts &facts)
{
    return facts.ofResidents(facts.expected(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const bool isWaitedFor = line.stay && !line.stay->value.isHereOn(facts.today()) && line.stay->value.isExpected();
        if (!isWaitedFor || !line.stay->value.expectedOn || *line.stay->value.expectedOn > facts.today())
            return {};
        return WatchItem{.day = *line.stay->value.expectedOn};
    });
}

} // namespace

extern const WatchRule expectedToday{
    .code = "expected_today",
    .category = Category::Housing,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Arrival"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Expected {day}, not arrived yet."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n arrivals expected"),
    .due = expectedTodayDue,
};

} // namespace keywork
