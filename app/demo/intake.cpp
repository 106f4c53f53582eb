// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/intake.h"
#include "app/demo/areas.h"
#include "core/services/records/families.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

KeptRow fresh(const Row &row)
{
    KeptRow kept;
    kept.row = row;
    return kept;
}

/// A version of the criteria: what was there, with the last ones in the words of `changed`.
Done publish(DemoHouse &house, const QJsonArray &criteria, const QJsonArray &changed, const QString &note)
{
    Family family{fresh(toRow(EntryCriteria{.fromOn = house.today(), .note = note})), {}};
    const qsizetype kept = criteria.size() - (changed.isEmpty() ? 0 : 2);
    for (qsizetype i = 0; i < criteria.size(); ++i) {
        const bool isChanged = !changed.isEmpty() && i == kept;
        const QJsonArray words = (isChanged ? changed.at(0) : criteria.at(i)).toArray();
        family.parts.append(fresh(toRow(EntryCriterion{.wording = words.at(0).toString(), .help = words.at(1).toString()})));
    }
    return onlyDone(house.services.families.save(family, {}));
}

/// What was agreed on arriving, and how they came.
Done agree(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const auto stay = house.services.records.one(recordType<Stay>(), resident.kept->id.value);
    if (!stay)
        return stay.error();
    Family family{*stay, {}};
    const QJsonArray conditions = house.list(u"stayConditions");
    const int first = random.upTo(int(conditions.size()));
    for (int i = random.upTo(3); i > 0; --i) {
        const QJsonArray words = conditions.at((first + i) % conditions.size()).toArray();
        StayCondition condition{.what = words.at(0).toString(), .graceDays = 7};
        condition.dueOn = house.today().addDays(words.at(1).toInt());
        family.parts.append(fresh(toRow(condition)));
    }
    if (random.oneIn(3)) {
        const QDateTime morning = house.clock.startOf(house.today()).addSecs(9 * 3600);
        for (const QJsonValue &value : house.list(u"arrivalSteps")) {
            const QJsonArray words = value.toArray();
            const int agency = words.at(2).toInt();
            ArrivalStep step{.what = words.at(0).toString(), .who = words.at(1).toString()};
            if (agency >= 0 && agency < house.agencies.size())
                step.agencyId = house.agencies.at(agency).id;
            step.at = morning.addSecs(1800 * family.parts.size());
            step.doneAt = std::min(*step.at, house.clock.now());
            family.parts.append(fresh(toRow(step)));
        }
    }
    return family.parts.isEmpty() ? Done() : onlyDone(house.services.families.save(family, {}));
}

/// Most conditions are met in time; one that is not is talked about with them.
Done lookBack(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const auto conditions = house.services.records.of<StayCondition>("person_id", resident.id);
    if (!conditions)
        return conditions.error();
    for (Kept<StayCondition> condition : *conditions) {
        if (condition.value.metOn || condition.value.reviewedOn)
            continue;
        if (random.oneIn(4)) {
            condition.value.reviewedOn = house.today();
            condition.value.reviewNote = u"Talked about what stands in the way; another four weeks."_s;
        } else {
            condition.value.metOn = house.today();
        }
        if (const auto kept = house.services.records.amend(condition); !kept)
            return kept.error();
    }
    return {};
}

Done refused(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray words = random.pick(house.list(u"gpRefused")).toArray();
    GpRefusal refusal;
    refusal.personId = resident.id;
    refusal.practice = words.at(0).toString();
    refusal.reason = words.at(1).toString();
    refusal.inWriting = {words.at(2).toString()};
    refusal.onDay = house.today();
    return onlyDone(house.services.records.add(refusal));
}

} // namespace

/// The house's own criteria: written down on the first day, put more clearly half-way.
Done entryCriteria(DemoDay &day)
{
    auto &house = day.house;
    if (day.isFirst())
        return publish(house, house.list(u"criteria"), {}, {});
    const qint64 days = house.calendar.start().daysTo(house.wish.end);
    if (house.calendar.start().daysTo(day.date) == days / 2)
        day.at(9, [&house] {
            return publish(house, house.list(u"criteria"), house.list(u"laterCriteria"), u"A nurse comes in on weekdays now."_s);
        });
    return {};
}

/// How people come in, what is agreed for the stay, and who would not register them.
Done arrivals(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    constexpr int kDaysUntilLookedBack = 30;
    for (const DemoResidentPtr &resident : day.arriving) {
        day.at(12, [&house, &random, resident] { return agree(house, random, *resident); });
        const QDate later = day.date.addDays(kDaysUntilLookedBack);
        if (later < resident->until)
            day.on(later, 13, [&house, &random, resident] { return lookBack(house, random, *resident); });
        if (random.oneIn(6))
            day.on(day.date.addDays(1 + random.upTo(10)), 14, [&house, &random, resident] { return refused(house, random, *resident); });
    }
    return {};
}

} // namespace keywork::demo
