// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/held_medicine.h"
#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/overdose.h"
#include "core/domain/risk.h"
#include "core/domain/safeguarding.h"
#include "core/domain/take_home_naloxone.h"
#include "core/domain/timed_check.h"
#include "core/services/care/custody.h"
#include "core/services/care/incidents.h"
#include "core/services/care/risks.h"
#include "core/services/care/timed_checks.h"
#include "tests/core/services/watch/year.h"

// What is planted about somebody's safety.

namespace keywork::test::year_risk_plants {

namespace {

using year::Year;

Risk aRisk(Id<Person> who, const QString &kind, QDate reviewed, QDate review)
{
    Risk risk;
    risk.personId = who;
    risk.kind = {kind};
    risk.whatMayHappen = u"as the plan has it"_s;
    risk.plan = u"look after it"_s;
    risk.likelihood = 2;
    risk.impact = 3;
    risk.reviewedOn = reviewed;
    risk.reviewOn = review;
    return risk;
}

void endRisk(Year &y, Id<Person> who)
{
    auto risk = y.latest<Risk>(who);
    risk.value.endedOn = y.today();
    need(y.records().amend(risk));
}

void riskReview(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] { need(y.records().add(aRisk(who, u"fire"_s, d, d.addDays(3)))); });
    y.must("risk_review_overdue", who, y.at(d.addDays(4)), y.at(d.addDays(6), 9));
    y.then(d.addDays(6), 9, 0, [&y, who] { endRisk(y, who); });
}

void riskApproved(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        Risk risk = aRisk(who, u"fire"_s, d, d.addDays(30));
        risk.likelihood = risk.impact = 4;
        need(y.records().add(risk));
    });
    y.must("risk_unapproved", who, y.at(d, 9), y.at(d.addDays(1), 9));
    y.then(d.addDays(1), 9, 0, [&y, who] { need(y.services().risks.approve(y.latest<Risk>(who).id)); });
    y.then(d.addDays(3), 9, 0, [&y, who] { endRisk(y, who); });
}

/// An overdose at night: newly high until a level is recorded, then what is to follow, then its review.
void overdose(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 8, 30, [&y, who, d] {
        const auto kept = y.incident(u"overdose"_s, y.at(d, 3));
        need(y.records().add(IncidentPerson{.incidentId = kept.id, .personId = who, .role = {u"affected"_s}}));
    });
    y.must("overdose_newly_high", who, y.at(d, 8, 30), y.at(d.addDays(1), 10));
    y.then(d.addDays(1), 10, 0, [&y, who, d] {
        OverdoseLevel level;
        level.personId = who;
        level.reason = u"an overdose"_s;
        level.reviewOn = d.addDays(6);
        need(y.records().add(level));
    });
    y.must("overdose_no_plan", who, y.at(d.addDays(1), 10), y.at(d.addDays(2), 10));
    y.then(d.addDays(2), 10, 0, [&y, who, d] {
        auto level = y.latest<OverdoseLevel>(who);
        level.value.naloxoneOffered = {u"yes"_s};
        level.value.checks = u"hourly at night"_s;
        need(y.records().amend(level));
        need(y.records().add(aRisk(who, u"overdose"_s, d.addDays(2), d.addDays(1000))));
    });
    y.must("overdose_review_overdue", who, y.at(d.addDays(7)), y.at(d.addDays(9), 10));
    y.then(d.addDays(9), 10, 0, [&y, who] { y.look(who); });
}

/// What was meant by it is said a day later.
void selfHarm(Year &y, Id<Person> who, QDate d)
{
    const auto incident = std::make_shared<Id<Incident>>();
    y.then(d, 20, 0, [&y, who, incident] {
        const auto kept = y.incident(u"self_harm"_s, y.now());
        *incident = kept.id;
        need(y.records().add(IncidentPerson{.incidentId = kept.id, .personId = who, .role = {u"affected"_s}}));
    });
    y.then(d.addDays(1), 9, 0, [&y, who, incident] {
        auto kept = need(y.records().one(*incident));
        kept.value.intent = IncidentIntent::Intentional;
        need(y.records().amend(kept));
        y.look(who);
    });
    y.must("self_harm_review", who, y.at(d.addDays(1), 9), y.at(d.addDays(3), 9));
    y.then(d.addDays(3), 9, 0, [&y, who] { need(y.records().add(aRisk(who, u"self_harm"_s, y.today(), y.today().addDays(1000)))); });
}

void intoxicated(Year &y, Id<Person> who, QDate d)
{
    const auto see = [&y, who] {
        SeemedIntoxicated seen;
        seen.personId = who;
        seen.seenAt = y.now();
        seen.signs = u"drowsy"_s;
        need(y.records().add(seen));
    };
    y.then(d, 21, 0, see);
    y.must("intoxicated_talk", who, y.at(d, 21), y.at(d.addDays(2), 12));
    y.then(d.addDays(2), 12, 0, [&y, who] {
        auto seen = y.latest<SeemedIntoxicated>(who);
        seen.value.talkedOn = y.today();
        need(y.records().amend(seen));
    });
    y.then(d.addDays(3), 21, 0, see); // nobody talks: after seven days nobody asks
    y.must("intoxicated_talk", who, y.at(d.addDays(3), 21), y.at(d.addDays(10)));
}

void safetyPlan(Year &y, Id<Person> who, QDate d)
{
    const auto make = [&y, who](std::optional<QDate> review) {
        need(y.records().add(
            SafetyPlan{.personId = who, .madeOn = y.today(), .whatHelps = u"music"_s, .onSheet = {u"no"_s}, .reviewOn = review}));
    };
    y.then(d, 9, 0, [make, d] { make(d.addDays(5)); });
    y.must("safety_plan_review", who, y.at(d.addDays(5)), y.at(d.addDays(7), 9));
    y.then(d.addDays(7), 9, 0, [make] { make({}); });
}

void concern(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 10, 0, [&y, who] {
        SafeguardingConcern concern;
        concern.personId = who;
        concern.kind = {u"physical"_s};
        concern.seenAt = y.now().addSecs(-3600);
        concern.whatWasSeen = u"a bruise on the arm"_s;
        need(y.records().add(concern));
    });
    y.must("safeguarding_waiting", who, y.at(d, 10), y.at(d.addDays(1), 10));
    y.then(d.addDays(1), 10, 0, [&y, who, d] {
        auto concern = y.latest<SafeguardingConcern>(who);
        concern.value.state = ConcernState::InHand;
        concern.value.leadId = y.me();
        concern.value.decision = {u"plan_here"_s};
        concern.value.decidedOn = y.today();
        concern.value.decisionWhy = u"she can decide this"_s;
        concern.value.reviewOn = d.addDays(5);
        need(y.records().amend(concern));
    });
    y.must("safeguarding_open", who, y.at(d.addDays(1), 10), y.at(d.addDays(5)));
    y.must("safeguarding_review", who, y.at(d.addDays(5)), y.at(d.addDays(7), 10));
    y.then(d.addDays(7), 10, 0, [&y, who] {
        auto concern = y.latest<SafeguardingConcern>(who);
        concern.value.state = ConcernState::Closed;
        concern.value.outcome = u"she is safe"_s;
        concern.value.closedOn = y.today();
        need(y.records().amend(concern));
    });
}

/// The last day of a month is 60 days ahead from its 59th day before on, today being the first of the sixty.
void ownNaloxone(Year &y, Id<Person> who, QDate d)
{
    const QDate near = d.addDays(62);
    const QDate lastGood(near.year(), near.month(), near.daysInMonth());
    y.then(d, 9, 0, [&y, who, d, lastGood] {
        TakeHomeNaloxone own{.personId = who, .from = TakeHomeFrom::TheirOwn, .onDay = d};
        own.expiresOn = PartialDate::fromText(lastGood.toString(u"yyyy-MM"_s));
        need(y.records().add(own));
    });
    const QDate from = lastGood.addDays(-59);
    y.must("take_home_expiring", who, y.at(from), y.at(from.addDays(2), 10));
    y.then(from.addDays(2), 10, 0, [&y, who] {
        auto own = y.latest<TakeHomeNaloxone>(who);
        own.value.state = TakeHomeState::Lost;
        own.value.endedOn = y.today();
        need(y.records().amend(own));
    });
}

/// Checks by the clock through one evening: next, late by a minute, could not be roused, and over.
void checks(Year &y, Id<Person> who, QDate d)
{
    const QDateTime begins = y.at(d, 20);
    const auto in = [begins](int minutes) { return begins.addSecs(60 * minutes); };
    const auto write = [&y, who](CheckResult result) {
        TimedCheck check;
        check.seriesId = y.latest<CheckSeries>(who).id;
        check.doneAt = y.now();
        check.result = result;
        need(y.services().timedChecks.write(check));
    };
    y.then(begins, [&y, who] {
        need(y.services().timedChecks.start(
            {.personId = who, .reason = CheckReason::Unwell, .fromAt = y.now(), .everyMinutes = 30, .watcherId = y.me()}));
    });
    y.must("check_next", who, begins, in(30).addMSecs(1));
    y.must("check_overdue", who, in(30).addMSecs(1), in(40));
    y.then(in(40), [write] { write(CheckResult::Spoke); });
    y.must("check_next", who, in(40), in(55)); // the next one counts from the last
    y.then(in(55), [write] { write(CheckResult::CouldNotRouse); });
    y.must("check_alarm", who, in(55), in(58));
    y.then(in(58), [write] { write(CheckResult::Spoke); });
    y.must("check_next", who, in(58), in(65));
    y.then(in(65), [&y, who] { need(y.services().timedChecks.end(y.latest<CheckSeries>(who).id, u"slept well, talked"_s)); });
}

HeldPage handIn(Year &y, Id<Person> who, SecondName second)
{
    HeldMedicine medicine;
    medicine.personId = who;
    medicine.medicine = u"Pregabalin"_s;
    medicine.place = u"Box of %1 since %2"_s.arg(who.value).arg(y.today().toString(Qt::ISODate));
    CustodyEntry first;
    first.doneAt = y.now();
    first.countedBefore = 0;
    first.quantity = first.countedAfter = 5;
    first.second = second;
    first.why = u"one worker on shift"_s;
    return need(y.services().custody.handIn(medicine, first));
}

CustodyEntry countOf(Year &y, Id<Person> who, CustodyAct act, std::optional<qint64> after)
{
    CustodyEntry entry;
    entry.personId = who;
    entry.heldId = y.latest<HeldMedicine>(who).id;
    entry.act = act;
    entry.doneAt = y.now();
    entry.countedAfter = after;
    entry.second = SecondName::Staff;
    entry.secondId = need(y.records().add(Staff{.name = u"Second at %1"_s.arg(y.now().toString(Qt::ISODate))})).id;
    return entry;
}

/// Handed in at night by one worker; then a count that is short, with men at the door; then nothing is left here.
void medicineHeld(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 22, 0, [&y, who] { handIn(y, who, SecondName::Resident); });
    y.must("custody_recount", who, y.at(d, 22), y.at(d.addDays(1), 8, 30));
    y.then(d.addDays(1), 8, 30, [&y, who] { need(y.services().custody.write(countOf(y, who, CustodyAct::Count, 5))); });
    const auto short1 = std::make_shared<Id<CustodyEntry>>();
    y.then(d.addDays(2), 9, 0, [&y, who, short1] {
        CustodyEntry count = countOf(y, who, CustodyAct::Count, 3);
        count.cause = CustodyCause::PressedFor;
        count.why = u"two men at the door asked for them"_s;
        *short1 = need(y.services().custody.write(count)).id;
    });
    y.must("custody_review", who, y.at(d.addDays(2), 9), y.at(d.addDays(3), 9));
    y.must("custody_risk", who, y.at(d.addDays(2), 9), y.at(d.addDays(3), 10));
    y.then(d.addDays(3), 9, 0, [&y, who, short1] {
        CustodyEntry review = countOf(y, who, CustodyAct::Review, {});
        review.aboutId = *short1;
        review.second.reset();
        review.secondId = {};
        review.why = u"the police know of it"_s;
        need(y.services().custody.write(review));
    });
    y.then(d.addDays(3), 10, 0, [&y, who] { need(y.records().add(aRisk(who, u"medicine"_s, y.today(), y.today().addDays(1000)))); });
    y.then(d.addDays(4), 9, 0, [&y, who] {
        CustodyEntry back = countOf(y, who, CustodyAct::ToPharmacy, 0);
        back.countedBefore = back.quantity = 3;
        back.receipt = u"High Street Pharmacy, RX-1"_s;
        need(y.services().custody.write(back));
    });
}

} // namespace

QList<year::Plant> plants()
{
    return {{{u"risk_review_overdue"_s}, 7, riskReview}, {{u"risk_unapproved"_s}, 4, riskApproved},
        {{u"overdose_newly_high"_s, u"overdose_no_plan"_s, u"overdose_review_overdue"_s}, 10, overdose},
        {{u"self_harm_review"_s}, 4, selfHarm}, {{u"intoxicated_talk"_s}, 11, intoxicated}, {{u"safety_plan_review"_s}, 8, safetyPlan},
        {{u"safeguarding_waiting"_s, u"safeguarding_open"_s, u"safeguarding_review"_s}, 8, concern},
        {{u"take_home_expiring"_s}, 37, ownNaloxone}, {{u"check_next"_s, u"check_overdue"_s, u"check_alarm"_s}, 1, checks},
        {{u"custody_recount"_s, u"custody_review"_s, u"custody_risk"_s}, 5, medicineHeld}};
}

} // namespace keywork::test::year_risk_plants
