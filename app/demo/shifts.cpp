// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/shifts.h"
#include "app/demo/areas.h"

#include "core/base/anniversary.h"
#include "core/domain/staff_health.h"
#include "core/services/house/handovers.h"
#include "core/services/records/records.h"
#include "ui/text/words_handover.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kShiftsSinceDays = 21; ///< before the end the house begins to hand over with the program
constexpr int kBeforeTheEndMinutes = 10; ///< of a shift it is handed over

Done openShifts(DemoHouse &house)
{
    const QString days = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat,7_sun"_s;
    for (const auto &[name, from, until] : {std::tuple{u"Early"_s, QTime(7, 30), QTime(15, 0)}, {u"Late"_s, QTime(15, 0), QTime(22, 0)},
             {u"Night"_s, QTime(22, 0), QTime(7, 30)}})
        if (const auto added = house.services.records.add(ShiftPattern{.name = name, .startsAt = from, .endsAt = until, .weekdays = days});
            !added)
            return added.error();
    return {};
}

/// Who of the team works the shift that is `offset` shifts behind the first of that day.
Id<Staff> workerOf(const DemoHouse &house, QDate day, qsizetype offset)
{
    return house.team.at((qsizetype(day.toJulianDay()) * 3 + offset) % house.team.size()).id;
}

Done comeOnShift(DemoHouse &house, const ShiftSpan &span, Id<Staff> who)
{
    OnShift on{.staffId = who, .patternId = span.pattern, .fromAt = span.from, .untilAt = span.until};
    return onlyDone(house.services.records.add(on));
}

/// What happened on the shift, kept as the screen would keep it, and read by whoever comes next.
Done handShiftOver(DemoHouse &house, DemoRandom &random, const ShiftSpan &span, Id<Staff> from, Id<Staff> to)
{
    Handovers &handovers = house.services.handovers;
    Handover handover = Handovers::of(span, house.today());
    handover.writtenBy = from;
    if (random.oneIn(2))
        handover.words = random.pick(house.list(u"handoverWords")).toString();
    const auto begun = handovers.begin(handover);
    const auto told = begun ? handovers.gather(begun->value.fromAt) : Result<QList<ToHandOver>>(begun.error());
    if (!told)
        return told.error();
    const auto finished = handovers.finish(*begun, words::linesToKeep(*told, house.services));
    if (!finished || from == to)
        return onlyDone(finished);
    return onlyDone(house.services.records.add(HandoverRead{.handoverId = begun->id, .staffId = to}));
}

/// Nothing bears a moment that is still to come.
QDateTime lastShiftMoment(const DemoHouse &house)
{
    return house.until.isValid() ? house.until : house.clock.startOf(house.wish.end.addDays(1)).addSecs(-1);
}

Done planShifts(DemoDay &day)
{
    auto &house = day.house;
    const auto patterns = house.services.shifts.patterns();
    if (!patterns)
        return patterns.error();
    for (qsizetype i = 0; i < patterns->size(); ++i) {
        const auto span = shiftOn(patterns->at(i), day.date, house.clock);
        if (!span || house.team.isEmpty())
            continue;
        const Id<Staff> worker = workerOf(house, day.date, i);
        const Id<Staff> next = workerOf(house, day.date, i + 1);
        if (span->from <= lastShiftMoment(house))
            house.agenda.add(span->from, [&house, span = *span, worker] { return comeOnShift(house, span, worker); });
        const QDateTime handedOver = span->until.addSecs(-60 * kBeforeTheEndMinutes);
        if (day.random.oneIn(15) || handedOver > lastShiftMoment(house)) // one in so many leaves none
            continue;
        house.agenda.add(handedOver,
            [&house, &random = day.random, span = *span, worker, next] { return handShiftOver(house, random, span, worker, next); });
    }
    return {};
}

Done onCallForAWeek(DemoHouse &house)
{
    const QDateTime now = house.clock.now();
    OnCall call{.staffId = house.team.first().id, .telephone = u"07700 900118"_s, .fromAt = now, .untilAt = now.addDays(7)};
    if (house.today().weekNumber() % 2 == 0)
        call.staffId = house.services.records.session().staff();
    return onlyDone(house.services.records.add(call));
}

void planItem(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    const auto kept = std::make_shared<Id<HandoverItem>>();
    day.at(13, [&house, &random, kept]() -> Done {
        HandoverItem item{.what = random.pick(house.list(u"handoverItems")).toString(), .dueAt = house.clock.now().addSecs(20 * 3600)};
        const auto added = house.services.records.add(item);
        if (added)
            *kept = added->id;
        return onlyDone(added);
    });
    if (random.oneIn(6))
        return;
    day.on(day.date.addDays(1), 9, [&house, &random, kept]() -> Done {
        auto item = house.services.records.one(*kept);
        if (!item)
            return item.error();
        item->value.doneAt = house.clock.now();
        item->value.doneNote = random.pick(house.list(u"handoverItemsDone")).toString();
        return onlyDone(house.services.records.amend(*item));
    });
}

void planLone(DemoDay &day)
{
    auto &house = day.house;
    const auto kept = std::make_shared<Id<LoneWorking>>();
    day.at(10, [&house, &random = day.random, kept]() -> Done {
        LoneWorking lone{.staffId = house.someone(random).id,
            .place = random.pick(house.list(u"lonePlaces")).toString(),
            .fromAt = house.clock.now(),
            .everyMinutes = 120};
        const auto added = house.services.records.add(lone);
        if (added)
            *kept = added->id;
        return onlyDone(added);
    });
    day.at(11, [&house, kept] { return onlyDone(house.services.shifts.heardFrom(*kept, LoneWord::Telephone)); });
    day.at(12, [&house, kept] { return house.services.shifts.isBack(*kept); });
}

/// Hepatitis A and B are offered to everybody, and so is a health check; some decline, and one is due again soon.
Done offerHealth(DemoHouse &house, DemoRandom &random)
{
    for (qsizetype i = 0; i < house.team.size(); ++i) {
        StaffHealth vaccine{
            .staffId = house.team.at(i).id, .what = {u"hepatitis_ab"_s}, .offeredOn = house.today().addDays(-random.upTo(20))};
        vaccine.answer = i % 4 == 3 ? StaffHealthAnswer::Declined : StaffHealthAnswer::Had;
        if (vaccine.answer == StaffHealthAnswer::Had) {
            vaccine.dose = i == 0 ? 2 : 3;
            vaccine.doneOn = house.today();
            if (i == 0)
                vaccine.nextOn = house.wish.end;
        }
        StaffHealth check{.staffId = house.team.at(i).id, .what = {u"health_check"_s}, .offeredOn = house.today()};
        check.answer = i % 3 == 0 ? StaffHealthAnswer::Accepted : StaffHealthAnswer::Offered;
        for (const StaffHealth &one : {vaccine, check})
            if (const auto added = house.services.records.add(one); !added)
                return added.error();
    }
    return {};
}

} // namespace

/// The last weeks: shifts, who works them, what is handed over; who is on call; working alone; health of the team.
Done shifts(DemoDay &day)
{
    auto &house = day.house;
    const qint64 left = day.date.daysTo(house.wish.end);
    if (left > kShiftsSinceDays)
        return {};
    if (left == kShiftsSinceDays) {
        day.at(10, [&house] { return openShifts(house); });
        day.at(11, [&house, &random = day.random] { return offerHealth(house, random); });
        return {};
    }
    if (left % 7 == 0)
        day.at(9, [&house] { return onCallForAWeek(house); });
    if (left % 2 == 1)
        planItem(day);
    if (left % 5 == 2)
        planLone(day);
    return planShifts(day);
}

} // namespace keywork::demo
