// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/areas.h"
#include "core/domain/loss.h"
#include "core/domain/stay_letters.h"
#include "core/services/records/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

template <class T> using KeptPtr = std::shared_ptr<std::optional<Kept<T>>>;

Done saysOccupancy(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray words = random.pick(house.list(u"occupancies")).toArray();
    OccupancyRight occupancy{.personId = resident.id, .fromOn = house.today(), .paper = words.at(1).toString()};
    occupancy.kind = fromCode<OccupancyKind>(words.at(0).toString()).value_or(OccupancyKind::ExcludedLicence);
    return onlyDone(house.services.records.add(occupancy));
}

void fillLetter(DemoHouse &house, DemoRandom &random, const DemoResident &resident, const QJsonArray &words, StayLetter &letter)
{
    letter.personId = resident.id;
    letter.reason = {words.at(0).toString()};
    letter.happened = words.at(1).toString();
    letter.givenOn = house.today();
    letter.givenHow = {u"by_hand"_s};
    letter.appealHow = random.pick(house.list(u"stayAppealHow")).toString();
}

Done givesWarning(DemoHouse &house, DemoRandom &random, const DemoResident &resident, const KeptPtr<StayWarning> &kept)
{
    const QJsonArray words = random.pick(house.list(u"stayWarnings")).toArray();
    StayWarning warning;
    fillLetter(house, random, resident, words, warning);
    warning.kind = random.oneIn(3) ? WarningKind::Spoken : WarningKind::Written;
    warning.agreed = words.at(2).toString();
    warning.support = words.at(3).toString();
    warning.ownWords = words.at(4).toString();
    warning.expiresOn = house.today().addDays(90);
    auto added = house.services.records.add(warning);
    if (added)
        *kept = *added;
    return onlyDone(added);
}

Done tellsItIsOver(DemoHouse &house, const KeptPtr<StayWarning> &kept)
{
    if (!*kept)
        return {};
    (*kept)->value.endToldOn = house.today();
    return onlyDone(house.services.records.amend(**kept));
}

Done givesNotice(DemoHouse &house, DemoRandom &random, const DemoResident &resident, const KeptPtr<StayNotice> &kept)
{
    const QJsonArray safe = random.pick(house.list(u"leavingSafety")).toArray();
    LeavingSafetyPlan plan{.personId = resident.id, .madeOn = house.today(), .madeWith = {u"yes"_s}, .housing = HousingNext::NoPlan};
    plan.untilThen = safe.at(0).toString();
    plan.support = safe.at(1).toString();
    plan.medicine = safe.at(2).toString();
    plan.raises = safe.at(3).toString();
    plan.ownWords = safe.at(4).toString();
    plan.naloxone = NaloxoneAfter::ToHand;
    plan.reviewOn = house.today().addDays(7);
    const auto written = house.services.records.add(plan);
    if (!written)
        return written.error();
    const QJsonArray words = random.pick(house.list(u"stayNotices")).toArray();
    StayNotice notice;
    fillLetter(house, random, resident, words, notice);
    notice.tried = words.at(2).toString();
    notice.ownWords = words.at(3).toString();
    notice.endsOn = house.today().addDays(45);
    auto added = house.services.records.add(notice);
    if (added)
        *kept = *added;
    return onlyDone(added);
}

Done appealsAgainstIt(DemoHouse &house, const KeptPtr<StayNotice> &kept)
{
    if (!*kept)
        return {};
    (*kept)->value.appealOn = house.today();
    (*kept)->value.appealWords = (*kept)->value.ownWords;
    auto again = house.services.records.amend(**kept);
    if (again)
        *kept = *again;
    return onlyDone(again);
}

Done takesItBack(DemoHouse &house, DemoRandom &random, const KeptPtr<StayNotice> &kept)
{
    if (!*kept)
        return {};
    const QJsonArray all = house.list(u"stayNotices");
    StayNotice &notice = (*kept)->value;
    const auto words
        = std::find_if(all.cbegin(), all.cend(), [&](const QJsonValue &one) { return one[0].toString() == notice.reason.code; });
    notice.heardByOther = random.pick(house.list(u"stayAppealHeardBy")).toString();
    notice.heardOn = house.today();
    notice.outcome = AppealOutcome::TakenBack;
    notice.answer = (*words)[4].toString();
    notice.takenBackOn = house.today();
    notice.takenBackWhy = (*words)[5].toString();
    return onlyDone(house.services.records.amend(**kept));
}

Done tellsOfALoss(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray words = random.pick(house.list(u"losses")).toArray();
    Loss loss{
        .personId = resident.id, .what = {words.at(0).toString()}, .ownWords = words.at(1).toString(), .support = words.at(2).toString()};
    loss.onDay = PartialDate::fromDate(house.today().addDays(-1 - random.upTo(5)));
    return onlyDone(house.services.records.add(loss));
}

} // namespace

/// By what right they live here, for all; a warning now and then, a notice hardly ever, and it was taken back.
Done notice(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.arriving) {
        const QDate arrived = day.date;
        const int days = int(arrived.daysTo(resident->until));
        day.at(16, [&house, &random, resident] { return saysOccupancy(house, random, *resident); });
        if (days > 60 && random.oneIn(4)) {
            const auto kept = std::make_shared<std::optional<Kept<StayWarning>>>();
            const QDate on = arrived.addDays(20 + random.upTo(days - 50));
            day.on(on, 11, [&house, &random, resident, kept] { return givesWarning(house, random, *resident, kept); });
            if (on.addDays(90) < resident->until)
                day.on(on.addDays(90), 11, [&house, kept] { return tellsItIsOver(house, kept); });
        }
        if (days > 90 && random.oneIn(5)) {
            const auto kept = std::make_shared<std::optional<Kept<StayNotice>>>();
            const QDate on = arrived.addDays(30 + random.upTo(days - 80));
            day.on(on, 14, [&house, &random, resident, kept] { return givesNotice(house, random, *resident, kept); });
            day.on(on.addDays(5), 10, [&house, kept] { return appealsAgainstIt(house, kept); });
            day.on(on.addDays(12), 15, [&house, &random, kept] { return takesItBack(house, random, kept); });
        }
        if (days > 30 && random.oneIn(5))
            day.on(arrived.addDays(10 + random.upTo(days - 15)), 17,
                [&house, &random, resident] { return tellsOfALoss(house, random, *resident); });
    }
    return {};
}

} // namespace keywork::demo
