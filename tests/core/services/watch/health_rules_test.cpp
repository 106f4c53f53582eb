// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health.h"
#include "core/domain/health_checks.h"
#include "core/domain/leaving_plan.h"
#include "core/services/records/records.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::health_rules_test {

TEST_CASE("A health check is spoken of until it is done, and again after its months; the latest offer counts")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    HealthCheck check{.personId = ben.id, .kind = {u"dentist"_s}, .offeredOn = QDate(2026, 9, 1), .everyMonths = 6};
    auto kept = need(records.add(check));
    checkEdges(hostel, u"health_check_due"_s, QDate(2026, 9, 1), {{13, true}});
    const WatchItem line = lineOf(hostel, u"health_check_due"_s);
    CHECK(line.day == QDate(2026, 9, 1));
    CHECK(line.places.value(u"what"_s) == u"Dentist"_s);
    kept.value.answer = OfferAnswer::Accepted;
    kept.value.doneOn = QDate(2026, 9, 10);
    need(records.amend(kept));
    checkEdges(hostel, u"health_check_due"_s, QDate(2027, 3, 10), {{-1, false}, {0, true}});
    check.offeredOn = kToday;
    check.answer = OfferAnswer::ChoseNotTo;
    check.everyMonths = {};
    need(records.add(check));
    checkEdges(hostel, u"health_check_due"_s, QDate(2027, 3, 10), {{0, false}});
}

TEST_CASE("The next dose is spoken of on its day, and not once it was given")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    VaccinationDose first{.personId = ben.id, .vaccine = {u"hepatitis_b"_s}, .dose = 1, .givenOn = QDate(2026, 8, 14)};
    first.nextOn = kToday;
    need(records.add(first));
    checkEdges(hostel, u"vaccination_due"_s, kToday, {{-1, false}, {0, true}, {30, true}});
    CHECK(lineOf(hostel, u"vaccination_due"_s).places.value(u"what"_s) == u"Hepatitis B"_s);
    need(records.add(VaccinationDose{.personId = ben.id, .vaccine = {u"hepatitis_a"_s}, .dose = 1, .givenOn = kToday}));
    checkEdges(hostel, u"vaccination_due"_s, kToday, {{0, true}}); // against something else
    need(records.add(VaccinationDose{.personId = ben.id, .vaccine = {u"hepatitis_b"_s}, .dose = 2, .givenOn = kToday}));
    checkEdges(hostel, u"vaccination_due"_s, kToday, {{0, false}, {30, false}});
}

TEST_CASE("Whoever is back from hospital is asked whether the substitute dose was given there; not known is an answer")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    auto stay = need(records.add(HospitalStay{.personId = ben.id, .admittedOn = QDate(2026, 9, 5), .hospital = u"Kingston General"_s}));
    checkEdges(hostel, u"hospital_dose_unasked"_s, kToday, {{0, false}}); // still there
    stay.value.dischargedOn = QDate(2026, 9, 12);
    stay = need(records.amend(stay));
    // One discharge is one line: whoever just came out is asked it with the rest, and by itself once the rest is answered.
    checkEdges(hostel, u"hospital_dose_unasked"_s, kToday, {{0, false}});
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"back_again"_s));
    CHECK(lineOf(hostel, u"leaving_unasked"_s).places.contains(u"dose_there"_s));
    LeavingPlan answer{.personId = ben.id, .from = LeavingFrom::Hospital, .onDay = QDate(2026, 9, 12), .housing = HousingNext::BackHere};
    auto answered = need(records.add(answer));
    checkEdges(hostel, u"hospital_dose_unasked"_s, QDate(2026, 9, 12), {{-1, false}, {0, true}, {2, true}});
    CHECK(lineOf(hostel, u"back_again"_s).places.value(u"asks"_s) == u"tolerance,naloxone"_s);
    answered.value.tolerance = ToleranceAfter::LowerNoEnd;
    answered.value.naloxone = NaloxoneAfter::ToHand;
    need(records.amend(answered));
    CHECK_FALSE(dueOn(hostel, kToday).contains(u"back_again"_s));
    CHECK(lineOf(hostel, u"hospital_dose_unasked"_s).day == QDate(2026, 9, 12));
    stay.value.doseGiven = DoseGiven::NotKnown;
    need(records.amend(stay));
    checkEdges(hostel, u"hospital_dose_unasked"_s, kToday, {{0, false}});
}

TEST_CASE("Nothing is due for somebody who moved out")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    need(records.add(HealthCheck{.personId = ben.id, .kind = {u"gp"_s}, .offeredOn = QDate(2026, 9, 1)}));
    checkEdges(hostel, u"health_check_due"_s, kToday, {{0, true}});
    auto stay = need(records.of<Stay>("person_id", ben.id)).first();
    stay.value.leftOn = kToday;
    stay.value.destination = {u"friends"_s};
    need(records.amend(stay));
    checkEdges(hostel, u"health_check_due"_s, kToday, {{0, false}});
}

} // namespace keywork::test::health_rules_test
