// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/arrival.h"
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/health_checks.h"
#include "core/domain/keywork.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/money.h"
#include "core/domain/nights_away.h"
#include "core/services/care/appointments.h"
#include "core/services/care/assessments.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/sharing/agreements.h"
#include "tests/core/services/watch/year.h"

// What is planted to somebody's support: each says when Today has to speak of it, in days and hours of the house.

namespace keywork::test::year_care_plants {

namespace {

using year::Year;

void noKeyworker(Year &y, Id<Person> who, QDate d)
{
    const auto give = [&y, who](Id<Staff> keyworker) {
        auto person = need(y.records().one(who));
        person.value.keyworkerId = keyworker;
        need(y.records().amend(person));
    };
    y.then(d, 10, 0, [give] { give({}); });
    y.then(d.addDays(3), 15, 0, [give, &y] { give(y.me()); });
    y.must("no_keyworker", who, y.at(d, 10), y.at(d.addDays(3), 15));
}

/// Review date passed, a new version that waits for a signature, too unwell, then signed.
void planReview(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 10, 0, [&y, who, d] { y.issuePlan(who, d.addDays(4)); });
    const auto say = [&y, who](SignOffKind kind) { y.signPlan(y.latest<CarePlanVersion>(who), kind); };
    y.then(d, 10, 5, [say] { say(SignOffKind::SignedOnPaper); });
    y.must("plan_not_signed", who, y.at(d, 10), y.at(d, 10, 5));
    y.must("plan_review_overdue", who, y.at(d.addDays(5)), y.at(d.addDays(8), 11)); // the day itself is still in time
    y.then(d.addDays(8), 11, 0, [&y, who, d] { y.issuePlan(who, d.addDays(1100)); });
    y.must("plan_not_signed", who, y.at(d.addDays(8), 11), y.at(d.addDays(8), 11, 5));
    y.then(d.addDays(8), 11, 5, [say] { say(SignOffKind::TooUnwell); });
    y.must("plan_ask_again", who, y.at(d.addDays(8), 11, 5), y.at(d.addDays(10), 9));
    y.then(d.addDays(10), 9, 0, [say] { say(SignOffKind::SignedOnPaper); });
}

void missedSessions(Year &y, Id<Person> who, QDate d)
{
    y.withoutKeywork(who, d, d.addDays(9));
    for (const auto &[day, outcome] :
        {std::pair(0, KeyworkOutcome::Held), {2, KeyworkOutcome::Missed}, {5, KeyworkOutcome::Missed}, {9, KeyworkOutcome::Held}})
        y.then(d.addDays(day), 14, 0, [&y, who, outcome = outcome] { y.hold(who, outcome); });
    y.must("keywork_missed", who, y.at(d.addDays(5), 14), y.at(d.addDays(9), 14));
}

/// The day of the session is the first: fourteen days are over on the fifteenth.
void noSession(Year &y, Id<Person> who, QDate d)
{
    y.withoutKeywork(who, d, d.addDays(20));
    for (const int day : {0, 20})
        y.then(d.addDays(day), 14, 0, [&y, who] { y.hold(who); });
    y.must("no_keywork", who, y.at(d.addDays(14)), y.at(d.addDays(20), 14));
}

void sessionUnsaid(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        KeyworkSession session;
        session.personId = who;
        session.staffId = y.me();
        session.startsAt = y.at(d.addDays(2), 14);
        need(y.records().add(session));
    });
    y.must("keywork_unsaid", who, y.at(d.addDays(3)), y.at(d.addDays(5), 10));
    y.then(d.addDays(5), 10, 0, [&y, who] {
        for (auto &session : need(y.records().of<KeyworkSession>("person_id", who)))
            if (session.value.outcome == KeyworkOutcome::Planned) {
                session.value.outcome = KeyworkOutcome::CancelledByHouse;
                session.value.reason = u"the keyworker was ill"_s;
                need(y.records().amend(session));
            }
    });
}

void advocacy(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        Advocacy call;
        call.personId = who;
        call.onDay = d;
        call.staffId = y.me();
        call.withWhom = u"Housing benefit"_s;
        call.asked = u"When the claim is decided"_s;
        call.followUpOn = d.addDays(4);
        need(y.records().add(call));
    });
    y.must("advocacy_follow_up", who, y.at(d.addDays(4)), y.at(d.addDays(6), 12));
    y.then(d.addDays(6), 12, 0, [&y, who] {
        auto call = y.latest<Advocacy>(who);
        call.value.result = u"Paid on Friday."_s;
        need(y.records().amend(call));
    });
}

void assessment(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 23, 30, [&y, who] {
        Assessment begun;
        begun.personId = who;
        begun.begunAt = y.now();
        begun.means = {u"here"_s};
        need(y.services().assessments.begin(u"review"_s, begun));
    });
    y.must("assessment_half_done", who, y.at(d.addDays(7)), y.at(d.addDays(9), 10));
    y.then(d.addDays(9), 10, 0, [&y, who] { need(y.services().assessments.withdraw(y.latest<Assessment>(who).id, u"begun twice"_s)); });
}

void court(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        Hearing hearing;
        hearing.personId = who;
        hearing.startsAt = y.at(d.addDays(10), 10);
        hearing.court = u"Westgate"_s;
        hearing.why = u"review of the order"_s;
        need(y.records().add(hearing));
        CourtOrder order;
        order.personId = who;
        order.kind = {u"drr"_s};
        order.court = u"Westgate"_s;
        order.fromOn = d;
        order.untilOn = d.addDays(700);
        OrderRequirement requirement;
        requirement.courtOrderId = need(y.records().add(order)).id;
        requirement.personId = who;
        requirement.kind = {u"drug_treatment"_s};
        requirement.fromOn = d;
        requirement.reviewOn = d.addDays(9);
        need(y.records().add(requirement));
    });
    y.must("hearing_ahead", who, y.at(d.addDays(3)), y.at(d.addDays(11)));
    y.must("hearing_outcome", who, y.at(d.addDays(11)), y.at(d.addDays(12), 10));
    y.then(d.addDays(12), 10, 0, [&y, who] {
        auto hearing = y.latest<Hearing>(who);
        hearing.value.outcome = u"the order goes on"_s;
        need(y.records().amend(hearing));
    });
    y.must("order_review_ahead", who, y.at(d.addDays(2)), y.at(d.addDays(17))); // a week on both sides
}

void health(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        VaccinationDose first{.personId = who, .vaccine = {u"hepatitis_b"_s}, .dose = 1, .givenOn = d};
        first.nextOn = d.addDays(4);
        need(y.records().add(first));
        need(y.records().add(HealthCheck{.personId = who, .kind = {u"dentist"_s}, .offeredOn = d}));
    });
    y.must("vaccination_due", who, y.at(d.addDays(4)), y.at(d.addDays(6), 12));
    y.then(d.addDays(6), 12, 0, [&y, who, d] {
        need(y.records().add(VaccinationDose{.personId = who, .vaccine = {u"hepatitis_b"_s}, .dose = 2, .givenOn = d.addDays(6)}));
    });
    y.must("health_check_due", who, y.at(d, 9), y.at(d.addDays(2), 12));
    y.then(d.addDays(2), 12, 0, [&y, who, d] {
        auto check = y.latest<HealthCheck>(who);
        check.value.answer = OfferAnswer::Accepted;
        check.value.doneOn = d.addDays(2);
        need(y.records().amend(check));
    });
}

void condition(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        const auto stay = need(y.records().of<Stay>("person_id", who)).first();
        StayCondition condition{.stayId = stay.id, .personId = who, .what = u"sees the drug service"_s, .graceDays = 4};
        condition.dueOn = d.addDays(3);
        need(y.records().add(condition));
    });
    y.must("condition_review", who, y.at(d.addDays(8)), y.at(d.addDays(9), 10)); // after the grace
    y.then(d.addDays(9), 10, 0, [&y, who] {
        auto condition = y.latest<StayCondition>(who);
        condition.value.reviewedOn = y.today();
        need(y.records().amend(condition));
    });
}

/// Charged and nothing known of a claim; then two whole weeks in which an arrangement was not kept.
void money(Year &y, Id<Person> who, QDate d)
{
    const QDate monday = d.addDays((8 - d.dayOfWeek()) % 7 + 7);
    y.then(d, 9, 0, [&y, who, d] { need(y.records().add(RentCharge{who, d, {}, Pence{14'00}, {}})); });
    y.must("benefit_unknown", who, y.at(d, 9), y.at(d.addDays(1), 9));
    y.then(d.addDays(1), 9, 0, [&y, who] {
        HousingBenefit claim;
        claim.personId = who;
        claim.asOf = y.today();
        claim.state = BenefitState::NotClaimed;
        need(y.records().add(claim));
    });
    y.then(monday, 9, 0, [&y, who, monday] {
        need(y.records().add(ArrearsArrangement{who, monday, Pence{5'00}, {u"written"_s}, {}, {}, {}}));
    });
    y.must("arrangement_missed", who, y.at(monday.addDays(14)), y.at(monday.addDays(15), 10));
    y.then(monday.addDays(15), 10, 0, [&y, who, monday] {
        auto one = y.latest<ArrearsArrangement>(who);
        one.value.untilOn = monday.addDays(14);
        need(y.records().amend(one));
        auto charge = y.latest<RentCharge>(who);
        charge.value.untilOn = monday.addDays(14);
        need(y.records().amend(charge));
    });
}

/// Elsewhere for some nights; not back on the day that was said.
void nightsAway(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 10, 0, [&y, who, d] {
        need(y.records().add(NightsAway{.personId = who, .fromOn = d, .expectedOn = d.addDays(3), .why = {u"family_friends"_s}}));
    });
    y.must("away_now", who, y.at(d, 10), y.at(d.addDays(3)));
    y.must("not_back_yet", who, y.at(d.addDays(4)), y.at(d.addDays(5), 10));
    y.then(d.addDays(5), 10, 0, [&y, who] {
        auto nights = y.latest<NightsAway>(who);
        nights.value.backOn = y.today();
        need(y.records().amend(nights));
    });
}

} // namespace

QList<year::Plant> plants()
{
    return {{{u"no_keyworker"_s}, 4, noKeyworker}, {{u"plan_not_signed"_s, u"plan_review_overdue"_s, u"plan_ask_again"_s}, 11, planReview},
        {{u"keywork_missed"_s}, 20, missedSessions}, {{u"no_keywork"_s}, 31, noSession}, {{u"keywork_unsaid"_s}, 6, sessionUnsaid},
        {{u"advocacy_follow_up"_s}, 7, advocacy}, {{u"assessment_half_done"_s}, 10, assessment},
        {{u"hearing_ahead"_s, u"hearing_outcome"_s, u"order_review_ahead"_s}, 18, court},
        {{u"vaccination_due"_s, u"health_check_due"_s}, 7, health}, {{u"condition_review"_s}, 10, condition},
        {{u"benefit_unknown"_s, u"arrangement_missed"_s}, 30, money}, {{u"away_now"_s, u"not_back_yet"_s}, 6, nightsAway}};
}

} // namespace keywork::test::year_care_plants
