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
    const auto say = [&y, who](SignOffKind kind) { y.signPlan(need(y.records().of<CarePlanVersion>("person_id", who)).last(), kind); };
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
        auto call = need(y.records().of<Advocacy>("person_id", who)).last();
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
    y.then(d.addDays(9), 10, 0, [&y, who] {
        need(y.services().assessments.withdraw(need(y.records().of<Assessment>("person_id", who)).last().id, u"begun twice"_s));
    });
}

void speak(Year &y, Id<Person> who, Id<Agency> agency, AgreementState state, std::optional<QDate> until, std::optional<QDate> askAgain = {})
{
    SharingAgreement word;
    word.personId = who;
    word.agencyId = agency;
    word.state = state;
    word.fromOn = y.today();
    word.untilOn = until;
    word.askAgainOn = askAgain;
    const bool opens = state == AgreementState::InPart;
    need(y.services().agreements.record(word, opens ? std::set<Category>{Category::Identity} : std::set<Category>()));
}

/// Two weeks before its end, on the days after it, until they were asked anew.
void agreementEnds(Year &y, Id<Person> who, QDate d)
{
    const auto agency = std::make_shared<Id<Agency>>();
    y.then(d, 9, 0, [&y, who, d, agency] {
        *agency = anAgency(y.hostel(), u"Agency of %1"_s.arg(who.value)).id;
        speak(y, who, *agency, AgreementState::InPart, d.addDays(20));
    });
    y.must("agreement_ending", who, y.at(d.addDays(6)), y.at(d.addDays(21)));
    y.must("agreement_lapsed", who, y.at(d.addDays(21)), y.at(d.addDays(24), 10));
    y.then(d.addDays(24), 10, 0, [&y, who, agency] { speak(y, who, *agency, AgreementState::Refused, {}); });
}

void agreementAsked(Year &y, Id<Person> who, QDate d)
{
    const auto agency = std::make_shared<Id<Agency>>();
    y.then(d, 9, 0, [&y, who, d, agency] {
        *agency = anAgency(y.hostel(), u"Asked agency of %1"_s.arg(who.value)).id;
        speak(y, who, *agency, AgreementState::CouldNotDecide, {}, d.addDays(3));
    });
    y.must("ask_about_sharing", who, y.at(d.addDays(3)), y.at(d.addDays(5), 10));
    y.then(d.addDays(5), 10, 0, [&y, who, agency] { speak(y, who, *agency, AgreementState::InPart, y.today().addDays(900)); });
    y.then(d.addDays(6), 10, 0, [&y, who, agency] { speak(y, who, *agency, AgreementState::Refused, {}); });
    y.then(d.addDays(7), 10, 0, [&y, who] {
        const auto last = need(y.records().of<SharingAgreement>("person_id", who)).last();
        need(y.records().withdraw(recordType<SharingAgreement>(), last.id.value, last.version, u"a slip of mine"_s));
    });
    y.must("agreement_in_error", who, y.at(d.addDays(7), 10), y.at(d.addDays(8), 10));
    y.then(d.addDays(8), 10, 0, [&y, who, agency] { speak(y, who, *agency, AgreementState::Refused, {}); });
}

void referralOut(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        const auto agency = anAgency(y.hostel(), u"Referred to, of %1"_s.arg(who.value));
        need(y.records().add(Referral{{}, who, agency.id, u"wants help"_s, u"identity"_s, ReferralState::Sent, d, d.addDays(4)}));
        need(y.records().add(LawfulReason{.personId = who, .agencyId = agency.id, .because = u"at risk"_s, .sections = u"identity"_s}));
    });
    y.must("referral_unanswered", who, y.at(d.addDays(4)), y.at(d.addDays(6), 10));
    y.then(d.addDays(6), 10, 0, [&y, who] {
        const auto referral = need(y.records().of<Referral>("person_id", who)).last();
        need(y.services().referrals.follow(referral.id, {.state = ReferralState::FirstSeen, .onDay = y.today()}));
    });
    const auto last = [&y, who] { return need(y.records().of<LawfulReason>("person_id", who)).last(); };
    y.must("lawful_reason_unreviewed", who, y.at(d, 9), y.at(d.addDays(1), 10));
    y.then(d.addDays(1), 10, 0, [&y, last] { need(y.services().referrals.review(last(), LawfulReview::Right, u"right"_s)); });
    y.must("lawful_reason_incomplete", who, y.at(d, 9), y.at(d.addDays(2), 10));
    y.then(d.addDays(2), 10, 0, [&y, last] {
        auto reason = last();
        reason.value.told = PersonTold::Told;
        need(y.records().amend(reason));
    });
}

Appointment appointmentOf(Year &y, Id<Person> who, const QDateTime &at, const QString &category)
{
    Agency agency;
    agency.name = u"%1 for %2"_s.arg(category).arg(who.value);
    agency.category = {category};
    Appointment one;
    one.personId = who;
    one.agencyId = need(y.records().add(agency)).id;
    one.purpose = u"Review"_s;
    one.startsAt = at;
    return one;
}

void end(Year &y, Id<Person> who, AppointmentOutcome outcome)
{
    for (const auto &one : need(y.records().of<Appointment>("person_id", who)))
        if (one.value.outcome == AppointmentOutcome::Booked)
            need(y.services().appointments.end(one.id, outcome));
}

/// Nobody goes along, until it has begun; a day later it is asked how it went.
void appointmentAlone(Year &y, Id<Person> who, QDate d)
{
    const QDateTime starts = y.at(d.addDays(5), 10, 30);
    y.then(d, 9, 0, [&y, who, starts] { need(y.records().add(appointmentOf(y, who, starts, u"drug_alcohol_treatment"_s))); });
    y.must("appointment_escort_missing", who, y.at(d.addDays(2)), starts.addMSecs(1));
    y.must("appointment_outcome", who, starts.addSecs(24 * 3600 + 1), y.at(d.addDays(8), 10));
    y.then(d.addDays(8), 10, 0, [&y, who] { end(y, who, AppointmentOutcome::Kept); });
}

void appointmentReminded(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        auto one = appointmentOf(y, who, y.at(d.addDays(5), 10, 30), u"primary_care"_s);
        one.remindDays = 2;
        need(y.records().add(one));
    });
    y.must("appointment_ahead", who, y.at(d.addDays(3)), y.at(d.addDays(5), 18));
    y.then(d.addDays(5), 18, 0, [&y, who] { end(y, who, AppointmentOutcome::Kept); });
}

/// Said the day before; once the colleague is to leave before it, another line asks who else.
void appointmentEscorted(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        auto one = appointmentOf(y, who, y.at(d.addDays(9), 10, 30), u"drug_alcohol_treatment"_s);
        one.goesAlongId = need(y.records().add(Staff{.name = u"Escort of %1"_s.arg(who.value)})).id;
        need(y.records().add(one));
    });
    const auto escort = [&y, who](std::optional<QDate> leaves) {
        const auto one = need(y.records().of<Appointment>("person_id", who)).last();
        auto member = need(y.records().one(one.value.goesAlongId));
        member.value.leftOn = leaves;
        need(y.records().amend(member));
    };
    y.then(d.addDays(1), 9, 0, [escort, d] { escort(d.addDays(8)); });
    y.must("appointment_escort_gone", who, y.at(d.addDays(1), 9), y.at(d.addDays(3), 9));
    y.then(d.addDays(3), 9, 0, [escort] { escort({}); });
    y.must("appointment_escort", who, y.at(d.addDays(8)), y.at(d.addDays(9), 18));
    y.then(d.addDays(9), 18, 0, [&y, who] { end(y, who, AppointmentOutcome::Late); });
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
        auto hearing = need(y.records().of<Hearing>("person_id", who)).last();
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
        auto check = need(y.records().of<HealthCheck>("person_id", who)).last();
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
        auto condition = need(y.records().of<StayCondition>("person_id", who)).last();
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
        auto one = need(y.records().of<ArrearsArrangement>("person_id", who)).last();
        one.value.untilOn = monday.addDays(14);
        need(y.records().amend(one));
        auto charge = need(y.records().of<RentCharge>("person_id", who)).last();
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
        auto nights = need(y.records().of<NightsAway>("person_id", who)).last();
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
        {{u"agreement_ending"_s, u"agreement_lapsed"_s}, 25, agreementEnds},
        {{u"ask_about_sharing"_s, u"agreement_in_error"_s}, 9, agreementAsked},
        {{u"referral_unanswered"_s, u"lawful_reason_unreviewed"_s, u"lawful_reason_incomplete"_s}, 7, referralOut},
        {{u"appointment_escort_missing"_s, u"appointment_outcome"_s}, 9, appointmentAlone},
        {{u"appointment_ahead"_s}, 6, appointmentReminded},
        {{u"appointment_escort_gone"_s, u"appointment_escort"_s}, 10, appointmentEscorted},
        {{u"hearing_ahead"_s, u"hearing_outcome"_s, u"order_review_ahead"_s}, 18, court},
        {{u"vaccination_due"_s, u"health_check_due"_s}, 7, health}, {{u"condition_review"_s}, 10, condition},
        {{u"benefit_unknown"_s, u"arrangement_missed"_s}, 30, money}, {{u"away_now"_s, u"not_back_yet"_s}, 6, nightsAway}};
}

} // namespace keywork::test::year_care_plants
