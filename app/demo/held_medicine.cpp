// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/held_medicine.h"
#include "app/demo/areas.h"
#include "core/services/care/custody.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kDaysBetween = 2; ///< from one handing over to the next
constexpr int kDaysHeld = 18; ///< then the pharmacy takes back what is left
constexpr int kAloneAfter = 8; ///< the night with one worker on shift
constexpr int kShortAfter = 10; ///< the count that differs, where one does
constexpr qint64 kEverything = 1000; ///< as many as are there
constexpr int kBegunBeforeEnd = 13; ///< days: of those who are here now

using HeldPtr = std::shared_ptr<Id<HeldMedicine>>;

/// One of the texts: medicine, strength, form, what is counted, how many come in, how many go out at a time.
HeldMedicine heldOf(const QJsonArray &text, const DemoResident &resident)
{
    HeldMedicine held;
    held.personId = resident.id;
    held.medicine = text.at(0).toString();
    held.strength = text.at(1).toString();
    held.form = fromCode<HeldForm>(text.at(2).toString()).value_or(HeldForm::Other);
    held.unit = fromCode<HeldUnit>(text.at(3).toString()).value_or(HeldUnit::Item);
    held.place = u"Cabinet 2, box %1"_s.arg(resident.number() + 1);
    return held;
}

CustodyEntry lineNow(DemoHouse &house, DemoRandom &random, const DemoResident &resident, CustodyAct act)
{
    CustodyEntry entry;
    entry.personId = resident.id;
    entry.act = act;
    entry.doneAt = house.clock.now();
    entry.second = SecondName::Staff;
    entry.secondId = house.someone(random).id;
    return entry;
}

/// The entry with what the page says, so many more or fewer counted.
Done writeLine(DemoHouse &house, CustodyEntry entry, const HeldPtr &held, qint64 quantity, qint64 differs = 0)
{
    const auto page = house.services.custody.page(*held);
    if (!page)
        return page.error();
    const qint64 there = page->state.balance.value_or(0) + differs;
    const int direction = directionOf(entry.act);
    const qint64 moved = direction < 0 ? std::min(quantity, there) : quantity;
    if (direction != 0 && moved <= 0)
        return {}; // nothing is left
    entry.heldId = *held;
    if (direction != 0) {
        entry.countedBefore = there;
        entry.quantity = moved;
    }
    entry.countedAfter = there + direction * (direction != 0 ? moved : 0);
    return onlyDone(house.services.custody.write(entry));
}

/// A box fewer than the register says, and what a manager finds out the next day.
Done countShort(DemoHouse &house, DemoRandom &random, const DemoResident &resident, const HeldPtr &held)
{
    const auto page = house.services.custody.page(*held);
    if (!page)
        return page.error();
    if (page->state.balance.value_or(0) < 1)
        return {};
    CustodyEntry entry = lineNow(house, random, resident, CustodyAct::Count);
    entry.cause = CustodyCause::NotKnown;
    entry.why = u"Counted twice, looked in the cabinet and in the handover book"_s;
    return writeLine(house, entry, held, 0, -1);
}

Done reviewShort(DemoHouse &house, DemoRandom &random, const DemoResident &resident, const HeldPtr &held)
{
    const auto page = house.services.custody.page(*held);
    if (!page)
        return page.error();
    for (const CustodyLine &line : page->state.lines) {
        if (!line.waitsForReview)
            continue;
        CustodyEntry entry = lineNow(house, random, resident, CustodyAct::Review);
        entry.heldId = *held;
        entry.aboutId = line.entry.id;
        entry.second.reset();
        entry.secondId = {};
        entry.cause = CustodyCause::Unwritten;
        entry.why = u"One was handed over the day before and not written down; talked through with the shift"_s;
        return onlyDone(house.services.custody.write(entry));
    }
    return {};
}

Done beginPage(DemoHouse &house, DemoRandom &random, const DemoResident &resident, const QJsonArray &text, const HeldPtr &held)
{
    CustodyEntry first = lineNow(house, random, resident, CustodyAct::In);
    first.countedBefore = 0;
    first.quantity = text.at(4).toInt();
    first.countedAfter = first.quantity;
    const auto page = house.services.custody.handIn(heldOf(text, resident), first);
    if (page)
        *held = page->medicine.id;
    return onlyDone(page);
}

/// One worker at night: the resident signs, and it is counted again at handover.
void planNightAlone(DemoDay &day, const DemoResidentPtr &resident, QDate on, const HeldPtr &held, int portion)
{
    auto &house = day.house;
    auto &random = day.random;
    day.on(on, 22, [&house, &random, resident, held, portion] {
        CustodyEntry entry = lineNow(house, random, *resident, CustodyAct::HandedOver);
        entry.second = SecondName::Resident;
        entry.secondId = {};
        return writeLine(house, entry, held, portion);
    });
    if (on.addDays(1) < resident->until)
        day.on(on.addDays(1), 9,
            [&house, &random, resident, held] { return writeLine(house, lineNow(house, random, *resident, CustodyAct::Count), held, 0); });
}

void planHeld(DemoDay &day, const DemoResidentPtr &resident, QDate from)
{
    auto &house = day.house;
    auto &random = day.random;
    const QJsonArray text = random.pick(house.list(u"held_medicines")).toArray();
    const auto held = std::make_shared<Id<HeldMedicine>>();
    const int portion = text.at(5).toInt();
    const bool isShort = random.oneIn(3);
    const auto isHere = [resident](QDate on) { return on < resident->until; };
    day.on(from, 19, [&house, &random, resident, text, held] { return beginPage(house, random, *resident, text, held); });
    for (int days = kDaysBetween; days < kDaysHeld && isHere(from.addDays(days)); days += kDaysBetween) {
        const QDate on = from.addDays(days);
        if (days == kAloneAfter)
            planNightAlone(day, resident, on, held, portion);
        else
            day.on(on, 10, [&house, &random, resident, held, portion] {
                return writeLine(house, lineNow(house, random, *resident, CustodyAct::HandedOver), held, portion);
            });
    }
    if (isShort && isHere(from.addDays(kShortAfter))) {
        day.on(from.addDays(kShortAfter), 21, [&house, &random, resident, held] { return countShort(house, random, *resident, held); });
        day.on(
            from.addDays(kShortAfter + 1), 14, [&house, &random, resident, held] { return reviewShort(house, random, *resident, held); });
    }
    if (isHere(from.addDays(kDaysHeld)))
        day.on(from.addDays(kDaysHeld), 16, [&house, &random, resident, held] {
            CustodyEntry entry = lineNow(house, random, *resident, CustodyAct::ToPharmacy);
            entry.receipt = u"High Street Pharmacy, RX-%1"_s.arg(1000 + random.upTo(8000));
            return writeLine(house, entry, held, kEverything);
        });
    else if (resident->stay.leavesOn.isValid()) // nothing of theirs stays behind
        day.on(resident->stay.leavesOn, 13, [&house, &random, resident, held] {
            return writeLine(house, lineNow(house, random, *resident, CustodyAct::HandedOver), held, kEverything);
        });
}

} // namespace

/// One in five hands in a medicine in their first weeks, and a few of those who are here now; counted by two, one night by one.
Done heldMedicine(DemoDay &day)
{
    for (const DemoResidentPtr &resident : day.arriving) {
        const QDate early = day.date.addDays(1 + day.random.upTo(3));
        if (day.random.oneIn(5) && early < resident->until)
            planHeld(day, resident, early);
        const QDate late = day.house.wish.end.addDays(-kBegunBeforeEnd + day.random.upTo(4));
        const bool isHereNow = resident->until >= day.house.wish.end && late > early.addDays(kDaysHeld);
        if (isHereNow && day.random.oneIn(4))
            planHeld(day, resident, late);
    }
    return {};
}

} // namespace keywork::demo
