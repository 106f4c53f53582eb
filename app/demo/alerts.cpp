// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/domain/person.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

using AlertPtr = std::shared_ptr<std::optional<Kept<Alert>>>;

Done raise(DemoHouse &house, DemoRandom &random, const DemoResident &resident, const AlertPtr &kept)
{
    const QJsonArray text = random.pick(house.list(u"alerts")).toArray();
    auto added = house.services.records.add(
        Alert{resident.id, {text.at(0).toString()}, text.at(1).toString(), {text.at(2).toString()}, house.today(), {}});
    if (added)
        *kept = *added;
    return onlyDone(added);
}

Done end(DemoHouse &house, const AlertPtr &kept)
{
    (*kept)->value.untilOn = house.today();
    return onlyDone(house.services.records.amend(**kept));
}

} // namespace

/// What everybody on shift has to know: from the first day, or from some day of the stay; about half of it passes.
Done alerts(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.arriving) {
        const int days = int(day.date.daysTo(resident->until));
        for (int count = (random.oneIn(2) ? 1 : 0) + days / 240; count > 0; --count) {
            const auto kept = std::make_shared<std::optional<Kept<Alert>>>();
            const QDate from = day.date.addDays(random.oneIn(2) ? 0 : random.upTo(days));
            day.on(from, 13, [&house, &random, resident, kept] { return raise(house, random, *resident, kept); });
            const QDate until = from.addDays(14 + random.upTo(120));
            if (random.oneIn(2) && until < resident->until)
                day.on(until, 14, [&house, kept] { return end(house, kept); });
        }
    }
    return {};
}

} // namespace keywork::demo
