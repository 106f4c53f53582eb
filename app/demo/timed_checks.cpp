// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/timed_checks.h"
#include "app/demo/areas.h"

#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

constexpr int kEarlierEnd = 6; ///< one in so many is ended before its time

CheckSeries toldSeries(DemoHouse &house, DemoRandom &random, Id<Person> person, const QJsonArray &text, int minutesAgo)
{
    CheckSeries series;
    series.personId = person;
    series.reason = *fromCode<CheckReason>(text.at(0).toString());
    series.reasonNote = text.at(1).toString();
    series.everyMinutes = text.at(2).toInt();
    series.fromAt = house.clock.now().addSecs(-60LL * minutesAgo);
    series.untilAt = series.fromAt.addSecs(60LL * text.at(3).toInt());
    series.afterNaloxone = text.at(4).toBool();
    series.kit = text.at(5).toString();
    series.watcherId = house.someone(random).id;
    return series;
}

TimedCheck doneCheck(DemoHouse &house, DemoRandom &random, const Kept<CheckSeries> &series, const QDateTime &at)
{
    TimedCheck check;
    check.seriesId = series.id;
    check.doneAt = at;
    check.result = random.oneIn(3) ? CheckResult::Roused : CheckResult::Spoke;
    if (!series.value.afterNaloxone && random.oneIn(4)) {
        check.result = CheckResult::BreathingCounted;
        check.breaths = 12 + random.upTo(7);
        check.countHeld = true;
    }
    if (random.oneIn(5))
        check.byId = house.someone(random).id;
    check.note = random.pick(house.list(u"timedCheckNotes")).toString();
    return check;
}

/// From the paper on the desk, once they are over: most checks are in time, some a few minutes late.
Done watchOver(DemoHouse &house, DemoRandom &random, Id<Person> person)
{
    const QJsonArray text = random.pick(house.list(u"timedChecks")).toArray();
    const auto kept = house.services.timedChecks.start(toldSeries(house, random, person, text, text.at(3).toInt() + 30));
    if (!kept)
        return kept.error();
    const bool endsEarlier = random.oneIn(kEarlierEnd);
    for (int done = 0; !endsEarlier || done < 2; ++done) {
        const auto now = house.services.timedChecks.one(kept->id);
        if (!now)
            return now.error();
        if (now->state.isOver())
            return {};
        const QDateTime at = now->state.dueAt->addSecs(60LL * (random.oneIn(4) ? random.upTo(6) : 0));
        const auto check = house.services.timedChecks.write(doneCheck(house, random, *kept, std::min(at, house.clock.now())));
        if (!check)
            return check.error();
    }
    return house.services.timedChecks.end(kept->id, random.pick(house.list(u"timedCheckWhyEnded")).toString());
}

} // namespace

/// About once in four weeks in a house of this size.
Done timedChecks(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    if (house.present.isEmpty() || random.upTo(600) >= int(house.present.size()))
        return {};
    const DemoResidentPtr resident = random.pick(house.present);
    day.at(18 + random.upTo(4), [&house, &random, id = resident->id] { return watchOver(house, random, id); });
    return {};
}

} // namespace keywork::demo
