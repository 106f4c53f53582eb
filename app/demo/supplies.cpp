// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/supplies.h"
#include "app/demo/areas.h"
#include "core/services/house/supplies.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr qint64 kReorderNeedles = 150;
constexpr qint64 kReorderOther = 60;

bool isNeedle(const SupplyItem &item) { return item.kind.code == u"syringe"; }

Done stockUp(DemoHouse &house, Id<SupplyItem> item, StockAct act, qint64 quantity)
{
    return onlyDone(house.services.records.add(
        SupplyStock{.itemId = item, .act = act, .quantity = quantity, .at = house.clock.now().addSecs(-600), .note = {}}));
}

Done openSupplies(DemoHouse &house)
{
    if (Done done = house.services.supplies.takeInShipped(); !done)
        return done;
    const auto items = house.services.records.all<SupplyItem>();
    if (!items)
        return items.error();
    for (Kept<SupplyItem> item : *items) {
        if (item.value.needsAuthority)
            continue; // nobody has switched them on
        item.value.reorderAt = isNeedle(item.value) ? kReorderNeedles : kReorderOther;
        item.value.orderedFrom = house.agencies.isEmpty() ? Id<Agency>() : house.agencies.first().id;
        if (const auto saved = house.services.records.amend(item); !saved)
            return saved.error();
        if (Done done = stockUp(house, item.id, StockAct::Delivered, isNeedle(item.value) ? 400 : 200); !done)
            return done;
    }
    for (const QJsonValue &value : house.list(u"posters")) {
        const HarmPoster poster{
            .what = value.toArray().at(0).toString(), .where = value.toArray().at(1).toString(), .putUpOn = house.today()};
        if (const auto added = house.services.records.add(poster); !added)
            return added.error();
    }
    return {};
}

/// What ran low comes with the month's order; on some days somebody counts as well.
Done reorder(DemoHouse &house, DemoRandom &random)
{
    const auto shelf = house.services.supplies.shelf();
    if (!shelf)
        return shelf.error();
    for (const ItemOnShelf &one : *shelf) {
        if (!one.left)
            continue;
        if (one.isToCount() || random.oneIn(6))
            if (Done done = stockUp(house, one.item.id, StockAct::Counted, std::max<qint64>(0, *one.left - random.upTo(4))); !done)
                return done;
        if (*one.left <= *one.item.value.reorderAt + 40)
            if (Done done = stockUp(house, one.item.id, StockAct::Delivered, isNeedle(one.item.value) ? 400 : 200); !done)
                return done;
    }
    return {};
}

Done lookAtPosters(DemoHouse &house)
{
    const auto posters = house.services.records.all<HarmPoster>();
    if (!posters)
        return posters.error();
    for (Kept<HarmPoster> poster : *posters) {
        poster.value.checkedOn = house.today();
        if (const auto saved = house.services.records.amend(poster); !saved)
            return saved.error();
    }
    return {};
}

/// The full boxes are collected, and new ones put out.
Done changeBoxes(DemoHouse &house, DemoRandom &random)
{
    const auto boxes = house.services.records.all<SharpsBox>();
    if (!boxes)
        return boxes.error();
    for (Kept<SharpsBox> box : *boxes) {
        if (box.value.collectedOn)
            continue;
        box.value.closedOn = box.value.collectedOn = house.today();
        box.value.receipt = u"CN %1"_s.arg(4000 + random.upTo(900));
        if (const auto saved = house.services.records.amend(box); !saved)
            return saved.error();
    }
    for (const QJsonValue &where : house.list(u"sharpsPlaces"))
        if (const auto added
            = house.services.records.add(SharpsBox{.label = u"Yellow, 4 l"_s, .where = where.toString(), .putOutOn = house.today()});
            !added)
            return added.error();
    return {};
}

Done handOut(DemoHouse &house, DemoRandom &random)
{
    const auto offered = house.services.supplies.offered(house.today());
    if (!offered || offered->isEmpty())
        return offered ? Done() : Done(offered.error());
    SupplyVisit visit{.at = house.clock.now().addSecs(-60 * random.upTo(50))};
    if (!house.present.isEmpty() && !random.oneIn(3))
        visit.personId = random.pick(house.present)->id;
    if (random.oneIn(2))
        visit.messages = random.pick(house.list(u"supplyMessages")).toString();
    if (random.oneIn(5))
        visit.leaflets = u"safer_injecting"_s;
    if (random.oneIn(12))
        visit.note = random.pick(house.list(u"supplyNotes")).toString();
    Family family;
    family.head.row = toRow(visit);
    QList<Kept<SupplyItem>> left = *offered;
    for (int i = 0; i < 1 + random.upTo(3) && !left.isEmpty(); ++i) {
        const Kept<SupplyItem> item = left.takeAt(i == 0 ? 0 : random.upTo(int(left.size())));
        SupplyLine line{.itemId = item.id, .given = isNeedle(item.value) ? 10 * (1 + random.upTo(3)) : 1 + random.upTo(10)};
        if (item.value.comesBack)
            line.returned = line.given * random.upTo(11) / 10;
        family.parts.append(KeptRow());
        family.parts.last().row = toRow(line);
    }
    return onlyDone(house.services.families.save(family, {}));
}

} // namespace

/// Every other day somebody comes for needles, with a name or without; once a month what ran low is ordered.
Done suppliesGiven(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    if (day.isFirst())
        day.at(10, [&house] { return openSupplies(house); });
    if (day.date.day() == 5)
        day.at(10, [&house, &random] { return reorder(house, random); });
    if (day.date.day() == 12)
        day.at(11, [&house] { return lookAtPosters(house); });
    if (day.isFirst() || (day.date.day() == 26 && day.date.month() % 2 == 0))
        day.at(12, [&house, &random] { return changeBoxes(house, random); });
    if (random.oneIn(2))
        day.at(20, [&house, &random] { return handOut(house, random); });
    return {};
}

} // namespace keywork::demo
