// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health.h"
#include "app/demo/areas.h"
#include "core/base/anniversary.h"
#include "core/domain/health_checks.h"
#include "core/services/records/records.h"

using namespace Qt::StringLiterals;

namespace keywork::demo {

namespace {

Done noteCondition(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray words = random.pick(house.list(u"health_conditions")).toArray();
    HealthCondition condition;
    condition.personId = resident.id;
    condition.what = words.at(0).toString();
    condition.since = PartialDate::fromText(QString::number(house.today().year() - 1 - random.upTo(12)));
    condition.toldBy = {words.at(1).toString()};
    condition.state = {words.at(2).toString()};
    condition.mattersInEmergency = words.at(3).toBool();
    condition.emergencyNote = words.at(4).toString();
    return onlyDone(house.services.records.add(condition));
}

Done offerCheck(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray words = random.pick(house.list(u"health_checks")).toArray();
    HealthCheck check;
    check.personId = resident.id;
    check.kind = {words.at(0).toString()};
    check.offeredOn = house.today();
    check.everyMonths = words.at(1).toInt();
    check.answer = random.oneIn(4) ? OfferAnswer::ChoseNotTo : OfferAnswer::Accepted;
    if (check.answer == OfferAnswer::Accepted && !random.oneIn(4))
        check.doneOn = house.today();
    return onlyDone(house.services.records.add(check));
}

Done offerTest(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    BbvTest test;
    test.personId = resident.id;
    test.virus = {random.oneIn(3) ? u"hepatitis_b"_s : u"hepatitis_c"_s};
    test.offeredOn = house.today();
    test.answer = random.oneIn(3) ? OfferAnswer::ChoseNotTo : OfferAnswer::Accepted;
    if (test.answer == OfferAnswer::Accepted) {
        test.testedOn = house.today();
        test.result = {random.oneIn(3) ? u"waiting"_s : u"negative"_s};
        test.toldBy = u"Nurse of the drug service"_s;
    }
    return onlyDone(house.services.records.add(test));
}

/// The days between doses are what the made-up surgery said to this resident, nothing to go by.
Done giveDose(DemoHouse &house, const DemoResident &resident, int dose, const std::optional<QDate> &next)
{
    VaccinationDose given;
    given.personId = resident.id;
    given.vaccine = {u"hepatitis_b"_s};
    given.dose = dose;
    given.givenOn = house.today();
    given.givenBy = u"Cairn Road Surgery"_s;
    given.nextOn = next;
    return onlyDone(house.services.records.add(given));
}

Done weigh(DemoHouse &house, const DemoResident &resident, int tenths)
{
    Measurement weight;
    weight.personId = resident.id;
    weight.kind = MeasurementKind::Weight;
    weight.measuredOn = house.today();
    weight.weightUnit = WeightUnit::Kilograms;
    weight.kilograms = Decimal::fromText(u"%1.%2"_s.arg(tenths / 10).arg(tenths % 10));
    weight.measuredBy = u"Scales in the office"_s;
    return onlyDone(house.services.records.add(weight));
}

Done comeBackFromHospital(DemoHouse &house, DemoRandom &random, const DemoResident &resident, int nights)
{
    const QJsonArray why = random.pick(house.list(u"hospital_reasons")).toArray();
    HospitalStay stay;
    stay.personId = resident.id;
    stay.admittedOn = house.today().addDays(-nights);
    stay.dischargedOn = house.today();
    stay.hospital = random.pick(house.list(u"hospitals")).toString();
    stay.why = why.at(0).toString();
    stay.planned = {why.at(1).toString()};
    if (!random.oneIn(5))
        stay.doseGiven = random.pick(QList<DoseGiven>{DoseGiven::Yes, DoseGiven::NotKnown, DoseGiven::NoneDue});
    stay.dischargeInformation = {random.oneIn(3) ? u"asked_for"_s : u"seen"_s};
    return onlyDone(house.services.records.add(stay));
}

Done noteWound(DemoHouse &house, DemoRandom &random, const DemoResident &resident)
{
    const QJsonArray words = random.pick(house.list(u"wounds")).toArray();
    Wound wound;
    wound.personId = resident.id;
    wound.where = words.at(0).toString();
    wound.noticedOn = house.today();
    wound.lookedAtBy = u"Nurse"_s;
    wound.lookedAtOn = house.today();
    wound.plan = words.at(1).toString();
    return onlyDone(house.services.records.add(wound));
}

/// Once a month, with months left out: nobody is weighed like clockwork.
void planWeights(DemoDay &day, const DemoResidentPtr &resident)
{
    auto &house = day.house;
    int tenths = 520 + day.random.upTo(350);
    for (int month = 0; month < 24; ++month) {
        const QDate on = monthsAfter(day.date, month, MonthEnd::LastDay).addDays(3);
        tenths += day.random.upTo(16) - 5;
        if (on < resident->until && !day.random.oneIn(4))
            day.on(on, 11, [&house, resident, tenths] { return weigh(house, *resident, tenths); });
    }
}

void planDoses(DemoDay &day, const DemoResidentPtr &resident)
{
    auto &house = day.house;
    QDate on = day.date.addDays(10 + day.random.upTo(20));
    for (int dose = 1; dose <= 3 && on < resident->until; ++dose) {
        const std::optional<QDate> next = dose < 3 ? std::optional(on.addDays(28 * dose)) : std::nullopt;
        day.on(on, 10, [&house, resident, dose, next] { return giveDose(house, *resident, dose, next); });
        if (next)
            on = *next;
    }
}

} // namespace

/// What a house keeps of somebody's health: told in the first week, weighed by the month, checks and tests offered.
Done health(DemoDay &day)
{
    auto &house = day.house;
    auto &random = day.random;
    for (const DemoResidentPtr &resident : day.arriving) {
        const int days = int(day.date.daysTo(resident->until));
        // On a day of theirs, before they leave.
        const auto within = [&](int most, int hour, DemoAgenda::Event event) {
            if (const QDate on = day.date.addDays(1 + random.upTo(most)); on < resident->until)
                day.on(on, hour, std::move(event));
        };
        if (random.oneIn(2))
            within(7, 15, [&house, &random, resident] { return noteCondition(house, random, *resident); });
        for (int checks = 1 + random.upTo(3); checks > 0; --checks)
            within(std::max(1, days), 16, [&house, &random, resident] { return offerCheck(house, random, *resident); });
        if (!random.oneIn(3))
            within(30, 14, [&house, &random, resident] { return offerTest(house, random, *resident); });
        if (random.oneIn(2))
            planDoses(day, resident);
        planWeights(day, resident);
        const int nights = 1 + random.upTo(6);
        if (days > 40 && random.oneIn(3))
            day.on(day.date.addDays(20 + random.upTo(days - 20)), 13,
                [&house, &random, resident, nights] { return comeBackFromHospital(house, random, *resident, nights); });
        if (random.oneIn(4))
            within(60, 12, [&house, &random, resident] { return noteWound(house, random, *resident); });
    }
    return {};
}

} // namespace keywork::demo
