// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/rules/keywork_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Sessions that began from the first of these days on, by person.
Result<QHash<qint64, QList<KeyworkDay>>> sessionDaysSince(const WatchFacts &facts, QDate first)
{
    const Clock &clock = facts.clock();
    const auto rows = keyworkOfThoseHere(facts.database(), facts.today(), clock.startOf(first), clock.startOf(facts.today().addDays(1)));
    if (!rows)
        return rows.error();
    QHash<qint64, QList<KeyworkDay>> days;
    for (const KeptRow &row : *rows) {
        const auto one = asKind<KeyworkSession>(row);
        if (!one)
            return one.error();
        days[one->value.personId.value].append({clock.local(one->value.startsAt).date(), one->value.outcome});
    }
    return days;
}

Result<QList<WatchItem>> noKeyworkDue(const WatchFacts &facts)
{
    const QDate today = facts.today();
    const auto houses = facts.records().all<House>();
    if (!houses)
        return houses.error();
    const int wanted = int(houses->isEmpty() ? House().keyworkDays : houses->first().value.keyworkDays);
    if (!facts.away())
        return facts.away().error();
    // A session before these days is too long ago to keep the line away.
    QDate first = countedBack(today, wanted, {});
    for (const QList<AwaySpell> &spells : *facts.away())
        first = std::min(first, countedBack(today, wanted, awayDays(spells)));
    const auto days = sessionDaysSince(facts, first);
    if (!days)
        return days.error();
    return facts.ofResidents(facts.here(), [&](const ResidentLine &line) -> std::optional<WatchItem> {
        const auto arrived = line.stay ? line.stay->value.arrivedOn : std::nullopt;
        const QList<AwaySpell> spells = facts.away()->value(line.person.id.value);
        const QList<AwayDays> away = awayDays(spells);
        if (!arrived || !keyworkIsDue(lastHeld(days->value(line.person.id.value), today), arrived, today, away, wanted))
            return {};
        WatchItem item{.day = countedBack(today, wanted, away)};
        if (const int notCounted = int(item.day.daysTo(today)) - wanted; notCounted > 0) {
            QList<AwaySpell> within = spells;
            within.removeIf([&item](const AwaySpell &spell) { return spell.back && *spell.back <= item.day.addDays(1); });
            item.places.insert(u"away_days"_s, QString::number(notCounted));
            item.places.insert(u"away"_s, reasonsOf(within, facts.records().session()));
        }
        return item;
    });
}

} // namespace

extern const WatchRule noKeywork{
    .code = "no_keywork",
    .category = Category::CarePlan,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Keywork"),
    .sentence = QT_TRANSLATE_NOOP("watch", "No session was held since {day} or before.{not_counted}"),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents without keywork lately"),
    .opensTab = "keywork",
    .due = noKeyworkDue,
};

} // namespace keywork
