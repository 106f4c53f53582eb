// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/services/care/timed_checks.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kMissedOne = 40; ///< one check in so many nobody makes
constexpr int kLeastNights = 5;

/// What the night team wrote down of the night before, from its paper.
Done writeNight(DemoHouse &house, DemoRandom &random, const ChecksOnFile &plan)
{
    for (const CheckSlot &slot : checkSlots(plan.series.value, *plan.state.dueAt, house.clock.now(), house.clock)) {
        if (random.oneIn(kMissedOne))
            continue;
        TimedCheck check;
        check.seriesId = plan.series.id;
        check.doneAt = std::min(slot.at.addSecs(60LL * random.upTo(12)), house.clock.now());
        check.result = random.oneIn(4) ? CheckResult::Spoke : CheckResult::ChoseNotWoken;
        if (random.oneIn(5)) {
            check.result = CheckResult::BreathingCounted;
            check.breaths = 12 + random.upTo(6);
            check.countHeld = true;
        }
        check.byId = house.someone(random).id;
        if (const auto kept = house.services.timedChecks.write(check); !kept)
            return kept.error();
    }
    return {};
}

Done goThroughPlans(DemoHouse &house, DemoRandom &random)
{
    const auto running = house.services.timedChecks.running();
    if (!running)
        return running.error();
    for (const ChecksOnFile &plan : *running) {
        const CheckSeries &series = plan.series.value;
        if (!isPlanned(series.rhythm))
            continue;
        const bool isHere = std::any_of(
            house.present.cbegin(), house.present.cend(), [&series](const DemoResidentPtr &one) { return one->id == series.personId; });
        if (isHere && plan.away.isEmpty())
            if (Done written = writeNight(house, random, plan); !written)
                return written;
        const bool isLong = series.fromAt.daysTo(house.clock.now()) >= kLeastNights;
        if (!isHere || (isLong && random.oneIn(6)))
            if (Done ended = house.services.timedChecks.end(plan.series.id, random.pick(house.list(u"nightChecksWhyEnded")).toString());
                !ended)
                return ended;
    }
    return {};
}

Done beginPlan(DemoHouse &house, DemoRandom &random, Id<Person> person)
{
    const QJsonArray text = random.pick(house.list(u"nightChecks")).toArray();
    CheckSeries series;
    series.personId = person;
    series.reason = CheckReason::Welfare;
    series.reasonNote = text.at(0).toString();
    series.rhythm = *fromCode<CheckRhythm>(text.at(1).toString());
    series.fromAt = house.clock.now();
    series.watcherOther = text.at(3).toString();
    if (series.rhythm == CheckRhythm::Hours) {
        series.hours = text.at(2).toString();
    } else {
        series.nightFrom = QTime(23, 0);
        series.nightUntil = QTime(6, 0);
        series.everyMinutes = text.at(2).toString().toInt();
    }
    if (!random.oneIn(5)) { // else nobody has asked yet
        series.agreement = CheckAgreement::Agreed;
        series.agreedHow = text.at(4).toString();
    }
    const auto kept = house.services.timedChecks.start(series);
    return kept ? Done() : Done(kept.error());
}

} // namespace

/// In a house of this size three or four people are looked in on at night.
Done nightRounds(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    day.at(9, [&house, &random] { return goThroughPlans(house, random); });
    if (house.present.isEmpty() || random.upTo(140) >= int(house.present.size()))
        return {};
    const DemoResidentPtr resident = random.pick(house.present);
    day.at(13, [&house, &random, resident]() -> Done {
        const bool isHere = std::find(house.present.cbegin(), house.present.cend(), resident) != house.present.cend();
        return isHere ? beginPlan(house, random, resident->id) : Done();
    });
    return {};
}

} // namespace keywork::demo
