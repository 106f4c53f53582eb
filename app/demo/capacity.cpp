// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/domain/agreement.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

Done assess(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray words = random.pick(house.list(u"capacity")).toArray();
    CapacityAssessment assessment;
    assessment.personId = resident.id;
    assessment.decision = words.at(0).toString();
    assessment.assessedOn = house.today();
    assessment.assessedBy = house.someone(random).id;
    assessment.outcome = fromCode<CapacityOutcome>(words.at(1).toString()).value_or(CapacityOutcome::Able);
    assessment.why = words.at(2).toString();
    assessment.bestInterests = words.at(3).toString();
    if (assessment.outcome != CapacityOutcome::Able)
        assessment.askAgainOn = house.today().addDays(2 + random.upTo(5));
    return onlyDone(house.services.records.add(assessment));
}

} // namespace

/// One decision at one time, now and then in doubt.
Done capacity(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.arriving) {
        const QDate on = day.date.addDays(1 + random.upTo(60));
        if (random.oneIn(9) && on < resident->until)
            day.on(on, 17, [&house, &random, resident] { return assess(house, random, *resident); });
    }
    return {};
}

} // namespace keywork::demo
