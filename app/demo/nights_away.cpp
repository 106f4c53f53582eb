// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/nights_away.h"
#include "app/demo/areas.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

using NightsPtr = std::shared_ptr<std::optional<Kept<NightsAway>>>;

Done goesAway(DemoHouse &house, DemoRandom &random, const DemoResident &resident, int nights, const NightsPtr &kept)
{
    const QJsonArray words = random.pick(house.list(u"nightsAway")).toArray();
    NightsAway away;
    away.personId = resident.id;
    away.fromOn = house.today();
    away.expectedOn = house.today().addDays(nights);
    away.why = {words.at(0).toString()};
    away.where = words.at(1).toString();
    auto added = house.services.records.add(away);
    if (added)
        *kept = *added;
    return onlyDone(added);
}

Done comesBack(DemoHouse &house, const NightsPtr &kept)
{
    if (!*kept)
        return {};
    (*kept)->value.backOn = house.today();
    return onlyDone(house.services.records.amend(**kept));
}

} // namespace

/// A weekend elsewhere now and then; most are back on the day that they said, some a day later.
Done nightsAway(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.arriving) {
        const int days = int(day.date.daysTo(resident->until));
        if (days < 30 || !random.oneIn(2))
            continue;
        const int nights = 1 + random.upTo(3);
        const QDate from = day.date.addDays(14 + random.upTo(std::max(1, days - 25)));
        const QDate back = from.addDays(nights + (random.oneIn(6) ? 1 : 0));
        const auto kept = std::make_shared<std::optional<Kept<NightsAway>>>();
        day.on(from, 16, [&house, &random, resident, nights, kept] { return goesAway(house, random, *resident, nights, kept); });
        day.on(back, 18, [&house, kept] { return comesBack(house, kept); });
    }
    return {};
}

} // namespace keywork::demo
