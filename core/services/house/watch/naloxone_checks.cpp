// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/naloxone_watch.h"
#include "core/domain/take_home_naloxone.h"
#include "core/services/house/shifts.h"
#include "core/services/house/watch/naloxone_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/naloxone_and_supplies.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// A place that nobody looked over for a month; a new one is due a month after it was put on file.
Result<QList<WatchItem>> naloxoneCheckDueItems(const WatchFacts &facts)
{
    const auto naloxone = readNaloxone(facts);
    const auto checks = latestPlaceChecks(facts.database());
    if (!naloxone || !checks)
        return naloxone ? checks.error() : naloxone.error();
    QHash<qint64, QDate> last;
    for (const KeptRow &row : *checks)
        if (const auto check = asKind<NaloxoneCheck>(row))
            last.insert(check->value.placeId.value, check->value.onDay);
        else
            return check.error();
    QList<WatchItem> items;
    for (const Kept<NaloxonePlace> &place : naloxone->places) {
        const QDate since = last.value(place.id.value, facts.clock().local(place.createdAt).date());
        if (checkDueFrom(since, facts.today()) > facts.today())
            continue;
        items.append({.subject = {u"naloxone_place"_s, place.id.value, {}}, .name = place.value.name, .day = since});
    }
    return items;
}

/// Of whoever is on shift, as far as anybody said who that is; else of whoever is signed in, and of the team.
QString whoIsUntrained(const QSet<qint64> &onShift, const QSet<qint64> &trained, Id<Staff> self)
{
    if (onShift.intersects(trained) || (onShift.isEmpty() && trained.contains(self.value)))
        return {};
    return trained.isEmpty() ? u"nobody"_s : onShift.isEmpty() ? u"you"_s : u"shift"_s;
}

Result<QList<WatchItem>> naloxoneUntrainedDue(const WatchFacts &facts)
{
    const auto naloxone = readNaloxone(facts);
    const auto trainings = naloxoneTrainings(facts.database(), facts.today());
    if (!naloxone || !trainings)
        return naloxone ? trainings.error() : naloxone.error();
    if (naloxone->kits.isEmpty()) // a house that keeps none on file is not asked who can use it
        return QList<WatchItem>();
    QSet<qint64> trained;
    for (const KeptRow &row : *trainings) {
        const auto training = asKind<NaloxoneTraining>(row);
        if (!training)
            return training.error();
        if (training->value.holdsOn(facts.today()))
            trained.insert(training->value.staffId.value);
    }
    const auto on = readOnShift(facts.database(), facts.clock().now());
    if (!on)
        return on.error();
    QSet<qint64> onShift;
    for (const Kept<OnShift> &one : *on) {
        onShift.insert(one.value.staffId.value);
        facts.changeAt(one.value.offAt());
    }
    const QString who = whoIsUntrained(onShift, trained, facts.records().session().staff());
    if (who.isEmpty())
        return QList<WatchItem>();
    WatchItem item;
    item.places = {{u"who"_s, who}};
    return QList<WatchItem>{item};
}

/// What a resident has of their own and will run out.
Result<QList<WatchItem>> takeHomeExpiringDue(const WatchFacts &facts)
{
    const QDate today = facts.today();
    return facts.ofRecords<TakeHomeNaloxone>(takeHomeRunningOut(facts.database(), today, today, today.addDays(kExpiringDays - 1)),
        [today](const Kept<TakeHomeNaloxone> &one, WatchItem &item) {
            item.day = one.value.expiresOn->latest();
            return runsOutSoon(one.value.expiresOn, today);
        });
}

} // namespace

extern const WatchRule naloxoneUntrained{
    .code = "naloxone_untrained",
    .category = Category::House,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Naloxone training"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{trained}"),
    .opens = "team",
    .due = naloxoneUntrainedDue,
};

extern const WatchRule naloxoneCheckDue{
    .code = "naloxone_check_due",
    .category = Category::House,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Naloxone check"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Not looked over since {date}. Every place is checked once a month."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n places of naloxone to look over"),
    .press = QT_TRANSLATE_NOOP("watch", "Check"),
    .due = naloxoneCheckDueItems,
};

extern const WatchRule takeHomeExpiring{
    .code = "take_home_expiring",
    .category = Category::Risk,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Their naloxone"),
    .sentence = QT_TRANSLATE_NOOP("watch", "What they have of their own runs out: last good day {date}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n residents whose naloxone runs out"),
    .opensTab = "harm-reduction",
    .due = takeHomeExpiringDue,
};

} // namespace keywork
