// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/keywork_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

namespace keywork {

namespace {

Result<QList<WatchItem>> noKeyworkDue(const WatchFacts &facts)
{
    const Clock &clock = facts.clock();
    const QDate today = facts.today();
    // A session before these days is too long ago to keep the line away.
    const auto rows
        = keyworkOfThoseHere(facts.database(), today, clock.startOf(today.addDays(-kDaysWithoutKeywork)), clock.startOf(today.addDays(1)));
    if (!rows)
        return rows.error();
    QHash<qint64, QList<KeyworkDay>> days;
    for (const KeptRow &row : *rows) {
        const auto one = asKind<KeyworkSession>(row);
        if (!one)
            return one.error();
        days[one->value.personId.value].append({clock.local(one->value.startsAt).date(), one->value.outcome});
    }
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const auto arrived = line.stay ? line.stay->value.arrivedOn : std::nullopt;
        if (!arrived || !keyworkIsDue(lastHeld(days.value(line.person.id.value), today), arrived, today))
            return {};
        return WatchItem{.day = today.addDays(-kDaysWithoutKeywork)};
    });
}

} // namespace

extern const WatchRule noKeywork{
    .code = "no_keywork",
    .category = Category::CarePlan,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Keywork"),
    .sentence = QT_TRANSLATE_NOOP("watch", "No session was held since {day} or before."),
    .opensTab = "keywork",
    .due = noKeyworkDue,
};

} // namespace keywork
