// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/naloxone_watch.h"
#include "core/services/house/watch/naloxone_watch.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch/watch_facts.h"
#include "core/storage/naloxone_and_supplies.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString numbersOf(const QList<Kept<NaloxoneKit>> &kits)
{
    QStringList numbers;
    for (const Kept<NaloxoneKit> &kit : kits)
        numbers.append(kit.value.number);
    return numbers.join(u", "_s);
}

/// A place with fewer than it is said to hold.
Result<QList<WatchItem>> naloxoneLowDue(const WatchFacts &facts)
{
    const auto naloxone = readNaloxone(facts);
    if (!naloxone)
        return naloxone.error();
    QList<WatchItem> items;
    for (const PlaceStock &stock : stockByPlace(naloxone->places, naloxone->kits, facts.today(), naloxone->recalled)) {
        if (stock.missing() == 0)
            continue;
        WatchItem item{.subject = {u"naloxone_place"_s, stock.place.id.value, {}}, .name = stock.place.value.name};
        item.places = {{u"there"_s, QString::number(stock.stock.size())}, {u"least"_s, QString::number(stock.place.value.atLeast)}};
        items.append(item);
    }
    return items;
}

/// Kits that run out within 60 days; those that run out on one day together are one line.
Result<QList<WatchItem>> naloxoneExpiringDue(const WatchFacts &facts)
{
    const auto naloxone = readNaloxone(facts);
    if (!naloxone)
        return naloxone.error();
    QMap<QDate, QList<Kept<NaloxoneKit>>> byDay;
    for (const Kept<NaloxoneKit> &kit : naloxone->kits)
        if (isStock(kit.value, facts.today(), naloxone->recalled) && runsOutSoon(kit.value.expiresOn, facts.today()))
            byDay[kit.value.expiresOn->latest()].append(kit);
    QList<WatchItem> items;
    for (auto it = byDay.cbegin(); it != byDay.cend(); ++it) {
        WatchItem item{.subject = {u"naloxone_kit"_s, it->first().id.value, {}}, .day = it.key()};
        item.places = {{u"kits"_s, numbersOf(it.value())}};
        items.append(item);
    }
    return items;
}

/// Kits that are here and no stock: out of date, opened or called back. Somebody has to replace them.
Result<QList<WatchItem>> naloxoneReplaceDue(const WatchFacts &facts)
{
    const auto naloxone = readNaloxone(facts);
    if (!naloxone)
        return naloxone.error();
    QList<Kept<NaloxoneKit>> doubtful;
    for (const Kept<NaloxoneKit> &kit : naloxone->kits)
        if (const KitDoubt doubt = doubtOf(kit.value, facts.today(), naloxone->recalled);
            doubt == KitDoubt::Expired || doubt == KitDoubt::Partial)
            doubtful.append(kit);
    if (doubtful.isEmpty())
        return QList<WatchItem>();
    WatchItem item{.subject = {u"naloxone_kit"_s, doubtful.first().id.value, {}}};
    item.places = {{u"kits"_s, numbersOf(doubtful)}};
    return QList<WatchItem>{item};
}

/// A recall of which not every kit was dealt with.
Result<QList<WatchItem>> naloxoneRecallDue(const WatchFacts &facts)
{
    const auto recalls = naloxoneRecalls(facts.database(), true);
    if (!recalls)
        return recalls.error();
    QList<WatchItem> items;
    for (const KeptRow &row : *recalls) {
        const auto recall = asKind<NaloxoneRecall>(row);
        if (!recall)
            return recall.error();
        WatchItem item{.subject = {u"naloxone_recall"_s, row.id, {}}, .name = recall->value.batch, .day = recall->value.onDay};
        items.append(item);
    }
    return items;
}

} // namespace

extern const WatchRule naloxoneRecallOpen{
    .code = "naloxone_recall",
    .category = Category::House,
    .pressing = Pressing::Now,
    .title = QT_TRANSLATE_NOOP("watch", "Naloxone recall"),
    .sentence = QT_TRANSLATE_NOOP(
        "watch", "Batch called back {day}, and not every kit is dealt with. Kits of the house and at residents' are listed there."),
    .due = naloxoneRecallDue,
};

extern const WatchRule naloxoneLow{
    .code = "naloxone_low",
    .category = Category::House,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Naloxone low"),
    .sentence = QT_TRANSLATE_NOOP("watch", "{there} ready and in date, of {least} that it should hold."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n places with too little naloxone"),
    .due = naloxoneLowDue,
};

extern const WatchRule naloxoneReplace{
    .code = "naloxone_replace",
    .category = Category::House,
    .pressing = Pressing::Today,
    .title = QT_TRANSLATE_NOOP("watch", "Naloxone to replace"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Out of date or opened, and no stock: kit {kits}."),
    .due = naloxoneReplaceDue,
};

extern const WatchRule naloxoneExpiring{
    .code = "naloxone_expiring",
    .category = Category::House,
    .pressing = Pressing::Soon,
    .title = QT_TRANSLATE_NOOP("watch", "Naloxone runs out"),
    .sentence = QT_TRANSLATE_NOOP("watch", "Last good day {date}: kit {kits}."),
    .many = QT_TRANSLATE_N_NOOP("watch", "%n days on which naloxone runs out"),
    .due = naloxoneExpiringDue,
};

} // namespace keywork
