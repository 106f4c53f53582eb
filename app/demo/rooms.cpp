// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/domain/room_upkeep.h"
#include "core/services/house/occupancy.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kLeakNights = 2; ///< in another room, until it was mended

Id<Room> roomOfBed(const DemoHouse &house, int bed) { return house.rooms.at(bed); }

/// The day from which somebody has the bed after `day`; invalid: nobody any more.
QDate nextArrival(const DemoHouse &house, int bed, QDate day)
{
    QDate next;
    for (const DemoStay &stay : house.calendar.stays())
        if (stay.bed == bed && stay.arrivesOn >= day && (!next.isValid() || stay.arrivesOn < next))
            next = stay.arrivesOn;
    return next;
}

/// A bed that nobody has on these nights, nor on the day after them; -1: none.
int bedFreeFrom(const DemoHouse &house, QDate from, QDate until)
{
    for (int bed = 0; bed < int(house.rooms.size()); ++bed) {
        const auto &stays = house.calendar.stays();
        const bool isHad = std::any_of(stays.cbegin(), stays.cend(), [&](const DemoStay &stay) {
            return stay.bed == bed && stay.arrivesOn <= until.addDays(1) && (!stay.leavesOn.isValid() || stay.leavesOn >= from);
        });
        if (!isHad)
            return bed;
    }
    return -1;
}

using RoomKeyPtr = std::shared_ptr<std::optional<Kept<RoomKey>>>;

Done giveKey(DemoHouse &house, const DemoResident &resident, const RoomKeyPtr &kept)
{
    RoomKey key{.what = KeyKind::Fob, .number = u"F-%1"_s.arg(100 + resident.number())};
    key.roomId = roomOfBed(house, resident.stay.bed);
    key.personId = resident.id;
    key.givenOn = house.today();
    auto added = house.services.records.add(key);
    if (added)
        *kept = *added;
    return onlyDone(added);
}

Done takeKeyBack(DemoHouse &house, const RoomKeyPtr &kept, bool isLost)
{
    if (!*kept)
        return {};
    RoomKey &key = (*kept)->value;
    (isLost ? key.lostOn : key.returnedOn) = house.today();
    return onlyDone(house.services.records.amend(**kept));
}

Done moveTo(DemoHouse &house, const DemoResidentPtr &resident, int bed)
{
    if (!resident->kept)
        return {};
    auto moved = house.services.occupancy.move(*resident->kept, roomOfBed(house, bed), house.today());
    if (moved)
        resident->kept = *moved;
    // Two leaks at one time: only the first finds the room empty.
    return !moved && moved.error().kind == ErrorKind::Invalid ? Done() : onlyDone(moved);
}

Done reportRepair(DemoHouse &house, DemoRandom &random, int bed, const std::shared_ptr<std::optional<Kept<RoomRepair>>> &kept)
{
    const QJsonArray words = random.pick(house.list(u"roomRepairs")).toArray();
    RoomRepair repair{.roomId = roomOfBed(house, bed), .what = words.at(0).toString(), .isUrgent = words.at(1).toBool()};
    repair.reportedOn = house.today();
    repair.reportedById = house.someone(random).id;
    repair.reportedTo = words.at(2).toString();
    repair.reference = u"W%1"_s.arg(4000 + random.upTo(5000));
    repair.dueOn = house.today().addDays(repair.isUrgent ? 2 : 14);
    auto added = house.services.records.add(repair);
    if (added)
        *kept = *added;
    return onlyDone(added);
}

Done mend(DemoHouse &house, const std::shared_ptr<std::optional<Kept<RoomRepair>>> &kept)
{
    if (!*kept)
        return {};
    (*kept)->value.doneOn = house.today();
    return onlyDone(house.services.records.amend(**kept));
}

Done lookInto(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray words = random.pick(house.list(u"roomChecks")).toArray();
    RoomCheck check{.roomId = roomOfBed(house, resident.stay.bed), .personId = resident.id, .doneAt = house.clock.now()};
    check.byId = house.someone(random).id;
    check.why = {words.at(0).toString()};
    check.wasTold = check.wasThere = true;
    check.found = words.at(1).toString();
    check.done = words.at(2).toString();
    return onlyDone(house.services.records.add(check));
}

using RoomVoidPtr = std::shared_ptr<std::optional<Kept<RoomVoid>>>;

Done standsEmpty(DemoHouse &house, int bed, QDate ready, const RoomVoidPtr &kept)
{
    RoomVoid empty{.roomId = roomOfBed(house, bed), .fromOn = house.today(), .why = {u"cleaning"_s}, .expectedOn = ready};
    auto added = house.services.records.add(empty);
    if (added)
        *kept = *added;
    return onlyDone(added);
}

Done isReady(DemoHouse &house, const RoomVoidPtr &kept)
{
    if (!*kept)
        return {};
    (*kept)->value.readyOn = house.today();
    return onlyDone(house.services.records.amend(**kept));
}

void planLeaving(DemoDay &day, const DemoResidentPtr &resident)
{
    auto &house = day.house;
    const int bed = resident->stay.bed;
    const QDate left = resident->stay.leavesOn;
    const QDate next = nextArrival(house, bed, left);
    const QDate ready = next.isValid() ? std::min(next, left.addDays(3)) : left.addDays(3);
    if (ready <= left)
        return; // the next one comes on that day
    const auto kept = std::make_shared<std::optional<Kept<RoomVoid>>>();
    day.on(left, 16, [&house, bed, ready, kept] { return standsEmpty(house, bed, ready, kept); });
    day.on(ready, 9, [&house, kept] { return isReady(house, kept); });
}

} // namespace

/// Fobs, repairs, a look into the room now and then, some nights elsewhere in the house while a leak was mended, and a room
/// that is cleaned after somebody left.
Done rooms(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.arriving) {
        const int days = int(day.date.daysTo(resident->until));
        const QDate left = resident->stay.leavesOn;
        const auto key = std::make_shared<std::optional<Kept<RoomKey>>>();
        day.on(day.date, 13, [&house, resident, key] { return giveKey(house, *resident, key); });
        if (left.isValid() && !random.oneIn(12))
            day.on(left, 14, [&house, key, lost = random.oneIn(9)] { return takeKeyBack(house, key, lost); });
        if (random.oneIn(2)) {
            const auto repair = std::make_shared<std::optional<Kept<RoomRepair>>>();
            const QDate reported = day.date.addDays(1 + random.upTo(std::max(1, days - 1)));
            day.on(reported, 10, [&house, &random, bed = resident->stay.bed, repair] { return reportRepair(house, random, bed, repair); });
            day.on(reported.addDays(1 + random.upTo(12)), 15, [&house, repair] { return mend(house, repair); });
        }
        if (days > 20 && random.oneIn(2))
            day.on(day.date.addDays(10 + random.upTo(days - 12)), 11,
                [&house, &random, resident] { return lookInto(house, random, *resident); });
        const QDate leak = day.date.addDays(12 + random.upTo(std::max(1, days - 20)));
        if (const int other = days > 30 && random.oneIn(2) ? bedFreeFrom(house, leak, leak.addDays(kLeakNights)) : -1; other >= 0) {
            day.on(leak, 12, [&house, resident, other] { return moveTo(house, resident, other); });
            day.on(leak.addDays(kLeakNights), 12, [&house, resident] { return moveTo(house, resident, resident->stay.bed); });
        }
        if (left.isValid())
            planLeaving(day, resident);
    }
    return {};
}

} // namespace keywork::demo
