// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/services/records/records.h"

#include "core/domain/belonging.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

using BelongingPtr = std::shared_ptr<std::optional<Kept<Belonging>>>;

Done takeIn(DemoHouse &house, DemoRandom &random, const DemoResident &resident, const BelongingPtr &kept)
{
    const QJsonArray what = random.pick(house.list(u"belongings")).toArray();
    auto added = house.services.records.add(Belonging{resident.id, what.at(0).toString(), what.at(1).toString(), house.today(), {}});
    if (added)
        *kept = *added;
    return onlyDone(added);
}

/// What they did not take along is kept for four weeks.
Done keepFor(DemoHouse &house, const BelongingPtr &kept)
{
    if (!*kept)
        return {};
    (*kept)->value.keepUntil = house.today().addDays(28);
    return onlyDone(house.services.records.amend(**kept));
}

Done giveBack(DemoHouse &house, const BelongingPtr &kept)
{
    (*kept)->value.returnedOn = house.today();
    return onlyDone(house.services.records.amend(**kept));
}

} // namespace

/// What staff keep for a resident; given back before they leave, now and then forgotten.
Done belongings(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.arriving) {
        for (int count = random.upTo(3); count > 0; --count) {
            const auto kept = std::make_shared<std::optional<Kept<Belonging>>>();
            const int days = int(day.date.daysTo(resident->until));
            const int taken = random.oneIn(2) ? 0 : random.upTo(days);
            day.on(day.date.addDays(taken), 12, [&house, &random, resident, kept] { return takeIn(house, random, *resident, kept); });
            const QDate back = random.oneIn(3) ? day.date.addDays(taken + random.upTo(days - taken)) : resident->stay.leavesOn;
            if (back.isValid() && !random.oneIn(10))
                day.on(back, 14, [&house, kept] { return giveBack(house, kept); });
            else if (back.isValid() && back == resident->stay.leavesOn)
                day.on(back, 14, [&house, kept] { return keepFor(house, kept); });
        }
    }
    return {};
}

} // namespace keywork::demo
