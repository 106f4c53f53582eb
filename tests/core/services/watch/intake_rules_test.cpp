// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/services/care/appointments.h"
#include "core/services/care/intake.h"
#include "core/services/records/people.h"
#include "tests/core/services/watch/watching.h"

namespace keywork::test::intake_rules_test {

namespace {

Kept<ReferralIn> referredOn(TestHostel &hostel, QDate day)
{
    Person person;
    person.givenName = u"Ann"_s;
    person.familyName = u"Old"_s;
    ReferralIn referral;
    referral.receivedOn = day;
    return need(hostel.services().intake.refer(person, referral));
}

} // namespace

TEST_CASE("A referral without a next step shows after three working days, or as many as the house says")
{
    TestHostel hostel;
    const QDate thursday(2026, 9, 10);
    auto referral = referredOn(hostel, thursday); // Thursday, Friday, Monday
    checkEdges(hostel, u"referral_no_step"_s, thursday, {{0, false}, {1, false}, {4, false}, {5, true}, {30, true}});
    CHECK(lineOf(hostel, u"referral_no_step"_s, thursday.addDays(5)).name == u"Ann Old"_s);
    auto house = need(hostel.services().records.all<House>()).first();
    house.value.referralDays = 1;
    need(hostel.services().records.amend(house));
    checkEdges(hostel, u"referral_no_step"_s, thursday, {{0, false}, {1, true}});
    SECTION("a next step keeps it away")
    {
        referral.value.nextStep = u"ring them"_s;
        need(hostel.services().records.amend(referral));
        checkEdges(hostel, u"referral_no_step"_s, thursday, {{5, false}});
    }
    SECTION("so does an appointment, until it is over")
    {
        Appointment appointment;
        appointment.personId = referral.value.personId;
        appointment.purpose = u"Assessment"_s;
        appointment.startsAt = hostel.clock.startOf(QDate(2026, 9, 16)).addSecs(36'000);
        need(hostel.services().appointments.book(appointment));
        checkEdges(hostel, u"referral_no_step"_s, thursday, {{5, false}, {6, false}, {7, true}});
    }
    SECTION("and a decision ends it")
    {
        referral.value.state = ReferralInState::Declined;
        referral.value.decidedWhy = u"full"_s;
        need(hostel.services().intake.save(referral, {}));
        checkEdges(hostel, u"referral_no_step"_s, thursday, {{5, false}});
    }
}

TEST_CASE("A next step shows on its day, and who may not share is not told of it")
{
    TestHostel hostel;
    auto referral = referredOn(hostel, QDate(2026, 9, 10));
    referral.value.nextStep = u"ring the ward"_s;
    referral.value.nextOn = QDate(2026, 9, 16);
    need(hostel.services().records.amend(referral));
    checkEdges(hostel, u"referral_step_due"_s, QDate(2026, 9, 16), {{-1, false}, {0, true}, {9, true}});
    CHECK(lineOf(hostel, u"referral_step_due"_s, QDate(2026, 9, 16)).places.value(u"step"_s) == u"ring the ward"_s);
    signInAs(hostel, u"Rita Relief"_s, Role::Relief);
    checkEdges(hostel, u"referral_step_due"_s, QDate(2026, 9, 16), {{0, false}});
}

TEST_CASE("An arrival shows until somebody says that it is finished, whoever takes them in; not for stays that were typed in later")
{
    TestHostel hostel;
    aPerson().arrived(kToday.addDays(-8)).in(hostel);
    auto gone = aPerson().arrived(kToday.addDays(-2));
    gone.stay.leftOn = kToday;
    gone.stay.destination = {u"friends"_s};
    gone.in(hostel);
    checkEdges(hostel, u"arrival_unfinished"_s, kToday, {{0, false}});
    const auto lena = aPerson().called(u"Lena"_s, u"Fox"_s).arrived(kToday.addDays(-7)).in(hostel);
    CHECK(need(hostel.services().people.line(lena.id)).stay->version == 1); // said with the stay, not after it
    checkEdges(hostel, u"arrival_unfinished"_s, kToday, {{0, true}});
    finishArrival(hostel, lena.id);
    auto corrected = need(hostel.services().intake.arrivalOf(lena.id))->stay; // a day that is corrected opens nothing anew
    corrected.value.arrivedOn = kToday.addDays(-6);
    need(hostel.services().records.amend(corrected));
    checkEdges(hostel, u"arrival_unfinished"_s, kToday, {{0, false}});
    const auto ann = referredOn(hostel, QDate(2026, 9, 10));
    const auto planned = need(hostel.services().intake.plan(ann.value.personId));
    const auto here = need(hostel.services().intake.arrive(planned, kToday, QTime(2, 0), {}));
    checkEdges(hostel, u"arrival_unfinished"_s, kToday, {{-1, false}, {0, true}, {20, true}});
    need(hostel.services().intake.finishArrival(here.id));
    checkEdges(hostel, u"arrival_unfinished"_s, kToday, {{0, false}});
}

TEST_CASE("A condition that is not met is spoken of after its grace, while they live here")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    auto stay = need(hostel.services().records.of<Stay>("person_id", ben.id)).first();
    StayCondition condition{.stayId = stay.id, .personId = ben.id, .what = u"sees the drug service"_s, .graceDays = 7};
    condition.dueOn = QDate(2026, 9, 7);
    auto kept = need(hostel.services().records.add(condition));
    checkEdges(hostel, u"condition_review"_s, QDate(2026, 9, 14), {{0, false}, {1, true}});
    CHECK(lineOf(hostel, u"condition_review"_s, QDate(2026, 9, 15)).day == QDate(2026, 9, 14));
    stay.value.leftOn = kToday;
    stay.value.destination = {u"friends"_s};
    stay = need(hostel.services().records.amend(stay));
    checkEdges(hostel, u"condition_review"_s, QDate(2026, 9, 15), {{0, false}});
    stay.value.leftOn = {};
    stay.value.destination = {};
    need(hostel.services().records.amend(stay));
    kept.value.reviewedOn = kToday; // too early to count for it, and said: the grace ends that day
    need(hostel.services().records.amend(kept));
    checkEdges(hostel, u"condition_review"_s, QDate(2026, 9, 15), {{0, true}});
    hostel.clock.set(kNow.addDays(1));
    kept = need(hostel.services().records.one(kept.id));
    kept.value.reviewedOn = QDate(2026, 9, 15);
    need(hostel.services().records.amend(kept));
    checkEdges(hostel, u"condition_review"_s, QDate(2026, 9, 15), {{0, false}, {20, false}});
}

} // namespace keywork::test::intake_rules_test
