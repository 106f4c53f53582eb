// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/services/care/stages.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

struct Standing {
    int stage = 0;
    std::optional<Kept<StageEntry>> last = {};
};
using StandingPtr = std::shared_ptr<Standing>;

Done assess(DemoHouse &house, DemoRandom &random, const DemoResident &resident, Standing &standing)
{
    StageEntry entry;
    entry.personId = resident.id;
    entry.fromOn = house.today();
    entry.stage = Stage(standing.stage);
    entry.evidence = random.pick(house.list(u"evidence").at(standing.stage).toArray()).toString();
    entry.assessedBy = house.someone(random).id;
    entry.agreement = random.oneIn(4) ? Agreement::Disagrees : Agreement::Agrees;
    if (entry.agreement == Agreement::Disagrees)
        entry.theirView = random.pick(house.list(u"theirView")).toString();
    auto kept = house.services.stages.record(entry);
    if (!kept)
        return kept.error();
    standing.last = *kept;
    // Both ways: two steps forward for one back, sometimes a jump.
    const int move = random.upTo(10);
    standing.stage = std::clamp(standing.stage + (move < 6 ? 1 : move < 9 ? -1 : 2), 0, 4);
    return {};
}

Done correct(DemoHouse &house, const Standing &standing)
{
    StageEntry right = standing.last->value;
    right.stage = Stage(right.stage == Stage::ChaoticNotInTreatment ? 1 : int(right.stage) - 1);
    return onlyDone(house.services.stages.correct(*standing.last, right, u"Entered for the wrong stage; put right at handover."_s));
}

} // namespace

/// Where each resident stands, from the day they arrive; looked at every one to four months.
Done spectrum(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.arriving) {
        const auto standing = std::make_shared<Standing>(Standing{random.upTo(2)});
        for (QDate on = day.date; on < resident->until || on == day.date; on = on.addDays(25 + random.upTo(110))) {
            day.on(on, 14, [&house, &random, resident, standing] { return assess(house, random, *resident, *standing); });
            if (random.oneIn(40))
                day.on(on.addDays(1), 9, [&house, standing] { return correct(house, *standing); });
        }
    }
    return {};
}

} // namespace keywork::demo
