// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/keywork_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/watching.h"

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kMissedWithinDays = 91; // house rule: what was missed longer ago presses nobody

/// One line a resident, about the last of those that were missed.
Result<QList<WatchItem>> keyworkMissedDue(const WatchFacts &facts)
{
    const Clock &clock = facts.clock();
    const QDate today = facts.today();
    const auto rows
        = keyworkOfThoseHere(facts.database(), today, clock.startOf(today.addDays(-kMissedWithinDays)), clock.startOf(today.addDays(1)));
    QHash<qint64, QList<KeyworkDay>> days;
    for (const KeptRow &row : rows ? *rows : QList<KeptRow>())
        if (const auto one = asKind<KeyworkSession>(row))
            days[one->value.personId.value].append({clock.local(one->value.startsAt).date(), one->value.outcome});
    if (!facts.away())
        return facts.away().error();
    for (auto one = days.begin(); one != days.end(); ++one)
        one.value() = withoutAway(one.value(), awayDays(facts.away()->value(one.key())));
    return facts.ofRecords<KeyworkSession>(rows, [&](const Kept<KeyworkSession> &one, WatchItem &item) {
        const auto known = days.constFind(one.value.personId.value);
        if (known == days.constEnd() || one.value.outcome != KeyworkOutcome::Missed)
            return false;
        const int missed = missedInARow(*known);
        if (missed < kMissedInARow)
            return false;
        item.subject = {u"person"_s, one.value.personId.value, one.value.personId};
        item.day = firstMissed(*known);
        item.places.insert(u"count"_s, QString::number(missed));
        days.erase(known); // said once
        return true;
    });
}

} // namespace

extern const WatchRule keyworkMissed{
    .code = "keywork_missed",
    .category = Category::CarePlan,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Keywork"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{count} sessions missed one after another, since {day}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents who missed sessions"),
    .opensTab = "keywork",
    .due = keyworkMissedDue,
};

} // namespace keywork
