// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health.h"
#include "core/domain/health_checks.h"
#include "core/services/records/records.h"
#include "tests/support/services.h"

namespace keywork::test::services_health_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kDay(2026, 9, 14); // of the hostel's clock

struct AtHealth {
    TestHostel hostel;
    Records &records = hostel.services().records;
    Id<Person> ben = aPerson().born(u"1981-02"_s).arrived(QDate(2026, 8, 3)).in(hostel).id;

    Measurement measured(MeasurementKind kind) const
    {
        Measurement measurement;
        measurement.personId = ben;
        measurement.kind = kind;
        measurement.measuredOn = kDay;
        return measurement;
    }
    Measurement kilograms(const QString &weight) const
    {
        Measurement measurement = measured(MeasurementKind::Weight);
        measurement.weightUnit = WeightUnit::Kilograms;
        measurement.kilograms = Decimal::fromText(weight);
        return measurement;
    }
    Measurement pressure(qint64 upper, qint64 lower) const
    {
        Measurement measurement = measured(MeasurementKind::BloodPressure);
        measurement.systolic = upper;
        measurement.diastolic = lower;
        return measurement;
    }
    /// What stands beside the fields; nothing was kept then.
    template <class T> Violations refused(const T &record)
    {
        const auto before = need(records.count(recordType<T>()));
        const auto kept = records.add(record);
        if (kept)
            return {};
        CHECK(need(records.count(recordType<T>())) == before);
        return kept.error().violations;
    }
};

} // namespace

TEST_CASE("A number that can't be is refused beside its field, a rare one is asked about and kept when it is meant")
{
    AtHealth at;
    CHECK(at.refused(at.kilograms(u"700"_s)) == Violations{{u"kilograms"_s, Rule::TooLarge, u"400"_s}});
    CHECK(at.refused(at.kilograms(u"3"_s)) == Violations{{u"kilograms"_s, Rule::TooSmall, u"20"_s}});
    CHECK(at.refused(at.kilograms(u"34.9"_s)) == Violations{{u"kilograms"_s, Rule::Unlikely, kUnusualAmount}});
    CHECK(at.refused(at.kilograms(u"200.1"_s)) == Violations{{u"kilograms"_s, Rule::Unlikely, kUnusualAmount}});
    CHECK(at.refused(at.kilograms(u"35"_s)).isEmpty());
    CHECK(at.refused(at.kilograms(u"62.5"_s)).isEmpty());
    need(at.records.withConfirmed({{u"measurement"_s, u"kilograms"_s, u"34.9"_s}}, [&]() -> Done {
        const auto kept = at.records.add(at.kilograms(u"34.9"_s));
        return kept ? Done() : Done(kept.error());
    }));
    CHECK(at.refused(at.pressure(120, 80)).isEmpty());
    CHECK(at.refused(at.pressure(120, 120)) == Violations{{u"diastolic"_s, Rule::TooLarge, u"119"_s}});
    CHECK(at.refused(at.pressure(210, 80)) == Violations{{u"systolic"_s, Rule::Unlikely, kUnusualAmount}});
    CHECK(at.refused(at.pressure(120, 500)) == Violations{{u"diastolic"_s, Rule::TooLarge, u"220"_s}});
}

TEST_CASE("A weight is kept as it was typed, in stone and pounds too, and what is not asked is kept blank")
{
    AtHealth at;
    Measurement weight = at.measured(MeasurementKind::Weight);
    CHECK(at.refused(weight) == Violations{{u"weight_unit"_s, Rule::Required, {}}});
    weight.weightUnit = WeightUnit::Stone;
    weight.stone = 9;
    CHECK(at.refused(weight) == Violations{{u"pounds"_s, Rule::Required, {}}});
    weight.pounds = Decimal::fromText(u"14"_s);
    CHECK(at.refused(weight) == Violations{{u"pounds"_s, Rule::TooLarge, u"13.9"_s}});
    weight.pounds = Decimal::fromText(u"11.5"_s);
    const auto kept = need(at.records.add(weight));
    const Measurement back = need(at.records.one(kept.id)).value;
    CHECK(back.stone == 9);
    CHECK(back.pounds == Decimal::fromText(u"11.5"_s));
    CHECK_FALSE(back.kilograms);
}

TEST_CASE("Days of health are in their order, none is to come, and none is before somebody was born")
{
    AtHealth at;
    HospitalStay stay{.personId = at.ben, .admittedOn = kDay, .dischargedOn = kDay.addDays(-1), .hospital = u"Kingston General"_s};
    CHECK(at.refused(stay) == Violations{{u"discharged_on"_s, Rule::EndsBeforeStart, {}}});
    stay.admittedOn = kDay.addDays(1);
    stay.dischargedOn = {};
    CHECK(at.refused(stay) == Violations{{u"admitted_on"_s, Rule::InTheFuture, {}}});
    stay.admittedOn = kDay;
    stay.dischargedOn = kDay; // out on the same day
    CHECK(at.refused(stay).isEmpty());

    VaccinationDose dose{.personId = at.ben, .vaccine = {u"hepatitis_b"_s}, .dose = 1, .givenOn = QDate(1981, 1, 31)};
    CHECK(at.refused(dose) == Violations{{u"given_on"_s, Rule::NotAfterBirth, {}}});
    dose.givenOn = QDate(1981, 2, 1); // the first day that "1981-02" can mean
    CHECK(at.refused(dose).isEmpty());
    dose.givenOn = kDay;
    dose.nextOn = kDay;
    CHECK(at.refused(dose) == Violations{{u"next_on"_s, Rule::EndsBeforeStart, {}}});
    dose.nextOn = {};
    dose.dose = 0;
    CHECK(at.refused(dose) == Violations{{u"dose"_s, Rule::TooSmall, u"1"_s}});

    HealthCondition condition{.personId = at.ben, .what = u"Asthma"_s, .since = PartialDate::fromText(u"1980"_s), .toldBy = {u"gp"_s}};
    CHECK(at.refused(condition) == Violations{{u"since_on"_s, Rule::NotAfterBirth, {}}});
    condition.since = PartialDate::fromText(u"1981"_s);
    CHECK(at.refused(condition).isEmpty());

    BbvTest test{.personId = at.ben, .virus = {u"hiv"_s}, .offeredOn = kDay};
    test.testedOn = kDay.addDays(-1);
    CHECK(at.refused(test) == Violations{{u"tested_on"_s, Rule::EndsBeforeStart, {}}});
    Wound wound{.personId = at.ben, .where = u"left shin"_s, .noticedOn = kDay, .healedOn = kDay.addDays(-1)};
    CHECK(at.refused(wound) == Violations{{u"healed_on"_s, Rule::EndsBeforeStart, {}}});
}

TEST_CASE("A result stands only where a test was taken, and is of the category of its own")
{
    AtHealth at;
    BbvTest test{.personId = at.ben, .virus = {u"hepatitis_c"_s}, .offeredOn = kDay, .result = {u"negative"_s}};
    const auto kept = need(at.records.add(test));
    CHECK(need(at.records.one(kept.id)).value.result.isEmpty());
    CHECK(recordType<BbvTest>().category == Category::BloodBorneViruses);
    CHECK(recordType<HospitalStay>().categoryOf(*recordType<HospitalStay>().fieldNamed(u"dose_given"_s)) == Category::Treatment);
}

} // namespace keywork::test::services_health_test
