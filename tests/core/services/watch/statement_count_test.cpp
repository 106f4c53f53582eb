// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment.h"
#include "core/domain/arrival.h"
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/held_medicine.h"
#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/domain/keywork.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/money.h"
#include "core/domain/naloxone_watch.h"
#include "core/domain/nights_away.h"
#include "core/domain/overdose.h"
#include "core/domain/prescription.h"
#include "core/domain/risk.h"
#include "core/domain/safeguarding.h"
#include "core/domain/supplies.h"
#include "core/domain/take_home_naloxone.h"
#include "core/domain/treatment_panel.h"
#include "core/services/care/assessments.h"
#include "core/services/care/custody.h"
#include "core/services/care/drug_alerts.h"
#include "core/services/care/intake.h"
#include "core/services/care/timed_checks.h"
#include "core/services/house/attention.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/storage/database.h"
#include "tests/core/services/watch/watching.h"
#include "tests/support/multiplied.h"

#include <sqlite3.h>

namespace keywork::test::statement_count_test {

namespace {

int statementsOfToday(TestHostel &hostel)
{
    int statements = 0;
    sqlite3 *handle = hostel.services().records.database().handle();
    const auto count = [](unsigned, void *counter, void *, void *) {
        ++*static_cast<int *>(counter);
        return 0;
    };
    sqlite3_trace_v2(handle, SQLITE_TRACE_STMT, count, &statements);
    need(hostel.services().attention.today());
    sqlite3_trace_v2(handle, 0, nullptr, nullptr);
    return statements;
}

/// Kits and supplies of the house that give a line of every rule about them.
void fillStock(Records &records, int i)
{
    const auto place = need(records.add(NaloxonePlace{.name = u"Bag %1"_s.arg(i), .atLeast = 9}));
    for (const auto &[state, expires] :
        {std::pair(KitState::Ready, u"2026-10"_s), {KitState::Partial, u"2027-10"_s}, {KitState::Ready, u"2026-08"_s}}) {
        NaloxoneKit kit{.number = u"%1-%2-%3"_s.arg(i).arg(int(state)).arg(expires), .state = state, .placeId = place.id};
        kit.expiresOn = PartialDate::fromText(expires);
        kit.dosesLeft = 1;
        need(records.add(kit));
    }
    need(records.add(NaloxoneRecall{.batch = u"B%1"_s.arg(i), .onDay = kToday, .issuedBy = u"the maker"_s}));
    SupplyItem item{.name = u"Needle %1"_s.arg(i), .kind = {u"syringe"_s}, .reorderAt = 5};
    const auto supply = need(records.add(item));
    need(records.add(SupplyStock{.itemId = supply.id, .act = StockAct::Counted, .quantity = 5, .at = kNow}));
}

/// What of incidents is the house's: one line of each rule, however many people live there.
void fillIncidents(Services &services, Id<Person> ben)
{
    Incident incident;
    incident.kind = {u"found"_s};
    incident.whatHappened = u"a bag in the yard"_s;
    incident.happenedAt = kNow.addDays(-10);
    incident.intent = IncidentIntent::Intentional;
    incident.kind = {u"overdose"_s};
    const auto lately = need(services.records.add(incident));
    incident.happenedAt = kNow.addDays(-45);
    const auto longAgo = need(services.records.add(incident));
    incident.happenedAt = kNow.addDays(-20); // in August
    need(services.records.add(incident));
    Incident missing = incident;
    missing.kind = {u"missing"_s};
    missing.happenedAt = kNow.addSecs(-5 * 3600);
    need(services.records.add(missing));
    const Id<Staff> me = services.records.session().staff();
    need(services.records.add(IncidentPerson{.incidentId = lately.id, .personId = ben, .role = {u"affected"_s}}));
    need(services.records.add(IncidentAction{.incidentId = longAgo.id, .what = u"a bulb"_s, .ownerId = me, .dueOn = kToday.addDays(-1)}));
    need(services.records.add(IncidentQuestion{.incidentId = longAgo.id, .askedOfId = me, .question = u"which bag?"_s}));
    need(services.records.add(
        FoundItem{.incidentId = lately.id, .what = {u"powder"_s}, .foundAt = kNow.addDays(-2), .bagNumber = u"B 1"_s, .firstId = me}));
}

/// People who each give a line of almost every rule, some of whom left.
void fill(TestHostel &hostel, Id<Agency> agency, Id<Staff> worker, int people)
{
    Services &services = hostel.services();
    DrugAlert alert;
    alert.soldAs = u"blue Valium"_s;
    alert.issuer = u"the panel"_s;
    alert.fromOn = kToday;
    alert.untilOn = kToday.addDays(27);
    need(services.records.add(alert));
    need(services.records.together([&]() -> Done {
        for (int i = 0; i < 5; ++i)
            fillStock(services.records, i);
        for (int i = 0; i < people; ++i) {
            auto builder = aPerson().called(u"Ben"_s, QString::number(i)).arrived(QDate(2026, 8, 3));
            if (i % 2 == 0) // came without a referral
                builder.stay.referredOn = QDate(2026, 8, 3);
            const auto ben = builder.in(hostel);
            auto given = agreement(ben.id, agency);
            given.untilOn = kToday.addDays(i % 20 - 5);
            need(services.records.add(given));
            need(services.records.add(
                Referral{{}, ben.id, agency, u"wants help"_s, u"identity"_s, ReferralState::Sent, QDate(2026, 8, 10), QDate(2026, 9, 1)}));
            need(services.records.add(
                LawfulReason{.personId = ben.id, .agencyId = agency, .because = u"at risk"_s, .sections = u"identity"_s}));
            Appointment appointment;
            appointment.personId = ben.id;
            appointment.agencyId = agency;
            appointment.purpose = u"Review"_s;
            appointment.startsAt = kNow.addDays(i % 4).addSecs(3600);
            appointment.remindDays = 2;
            appointment.goesAlongOther = i % 3 == 0 ? u"a friend"_s : QString();
            if (i % 3 == 1)
                appointment.goesAlongId = worker;
            need(services.records.add(appointment));
            ReferralIn asked;
            asked.receivedOn = QDate(2026, 8, 3);
            asked.nextStep = i % 2 == 0 ? u"ring them"_s : QString();
            asked.nextOn = i % 2 == 0 ? std::optional(QDate(2026, 9, 1)) : std::nullopt;
            need(services.intake.refer(ben.id, asked));
            auto begun = need(services.records.of<Stay>("person_id", ben.id)).first();
            begun.value.arrivalOpen = true;
            begun = need(services.records.amend(begun));
            need(services.records.add(
                StayCondition{.stayId = begun.id, .personId = ben.id, .what = u"sees them"_s, .dueOn = QDate(2026, 8, 20)}));
            need(services.records.add(RentCharge{ben.id, QDate(2026, 8, 3), {}, Pence{190'00}, {}}));
            if (i % 3 == 0)
                need(services.records.add(ArrearsArrangement{ben.id, QDate(2026, 8, 17), Pence{5'00}, {u"written"_s}, {}, {}, {}}));
            need(services.records.add(SeemedIntoxicated{.personId = ben.id, .seenAt = kNow, .signs = u"drowsy"_s}));
            need(services.timedChecks.start(
                {.personId = ben.id, .fromAt = kNow.addSecs(-3600), .everyMinutes = i % 2 == 0 ? 15 : 90, .watcherId = worker}));
            need(services.records.add(OverdoseLevel{.personId = ben.id, .reason = u"two facts"_s, .reviewOn = kToday.addDays(9)}));
            need(services.records.add(Risk{.personId = ben.id,
                .kind = {u"fire"_s},
                .whatMayHappen = u"smokes in bed"_s,
                .likelihood = 4,
                .impact = 4,
                .reviewedOn = kToday,
                .reviewOn = kToday.addDays(9)}));
            HeldMedicine medicine;
            medicine.personId = ben.id;
            medicine.medicine = u"Pregabalin"_s;
            medicine.place = u"Box %1"_s.arg(i);
            CustodyEntry handedIn;
            handedIn.doneAt = kNow;
            handedIn.countedBefore = 1;
            handedIn.quantity = 2;
            handedIn.countedAfter = 3;
            handedIn.second = SecondName::Nobody;
            handedIn.cause = CustodyCause::Shared;
            handedIn.why = u"one worker on shift"_s;
            const auto page = services.custody.handIn(medicine, handedIn);
            if (!page)
                return page.error();
            SafeguardingConcern concern;
            concern.personId = ben.id;
            concern.kind = {u"physical"_s};
            concern.seenAt = kNow.addDays(-2);
            concern.whatWasSeen = u"a bruise"_s;
            need(services.records.add(concern));
            Hearing hearing;
            hearing.personId = ben.id;
            hearing.startsAt = kNow.addDays(3);
            hearing.court = u"Westgate"_s;
            hearing.why = u"review"_s;
            need(services.records.add(hearing));
            TreatmentEpisode episode{.personId = ben.id, .agencyId = agency};
            episode.firstOn = kToday;
            episode.reviewOn = kToday.addDays(-1);
            episode.expectedEndOn = kToday.addDays(9);
            need(services.records.add(episode));
            TreatmentPanel panel{.personId = ben.id};
            panel.panelOn = kToday;
            need(services.records.add(panel));
            need(services.records.add(LeavingPlan{.personId = ben.id, .from = LeavingFrom::Rehab, .onDay = kToday}));
            hearing.startsAt = kNow.addDays(-3);
            need(services.records.add(hearing));
            need(services.records.add(NightsAway{.personId = ben.id, .fromOn = kToday.addDays(-6), .expectedOn = kToday.addDays(-4)}));
            CustodySpell spell;
            spell.personId = ben.id;
            spell.fromOn = kToday.addDays(-9);
            spell.untilOn = kToday.addDays(-8);
            spell.place = u"Westgate cells"_s;
            need(services.records.add(spell));
            need(services.records.add(LeavingPlan{.personId = ben.id, .from = LeavingFrom::Custody, .onDay = kToday.addDays(-8)}));
            if (i % 2 == 1)
                need(services.records.add(HospitalStay{.personId = ben.id, .admittedOn = kToday, .hospital = u"Kingston General"_s}));
            need(services.records.add(SafetyPlan{
                .personId = ben.id, .madeOn = kToday.addDays(-40), .whatHelps = u"music"_s, .onSheet = {u"no"_s}, .reviewOn = kToday}));
            Assessment assessment;
            assessment.personId = ben.id;
            assessment.begunAt = kNow.addDays(-20);
            assessment.means = {u"here"_s};
            const auto halfDone = services.assessments.begin(u"review"_s, assessment);
            if (!halfDone)
                return halfDone.error();
            for (const int ago : {3, 10, 20}) {
                KeyworkSession session;
                session.personId = ben.id;
                session.staffId = services.records.session().staff();
                session.startsAt = kNow.addDays(-ago);
                session.outcome = ago == 3 ? KeyworkOutcome::Planned : KeyworkOutcome::Missed;
                need(services.records.add(session));
            }
            Advocacy call;
            call.personId = ben.id;
            call.onDay = QDate(2026, 9, 1);
            call.staffId = services.records.session().staff();
            call.withWhom = u"Housing benefit"_s;
            call.asked = u"When the claim is decided"_s;
            call.followUpOn = QDate(2026, 9, 10);
            need(services.records.add(call));
            if (i == 0) { // nobody's own: it is not multiplied
                Incident collapse;
                collapse.kind = {u"overdose"_s};
                collapse.happenedAt = kNow;
                collapse.whatHappened = u"found"_s;
                const auto incident = need(services.records.add(collapse));
                need(services.records.add(Overdose{.incidentId = incident.id, .state = OverdoseState::ToWriteUp, .startedAt = kNow}));
            }
            if (i % 4 == 0) {
                auto stay = *need(services.people.line(ben.id)).stay;
                stay.value.leftOn = kToday;
                stay.value.destination = {u"friends"_s};
                need(services.people.saveStay(stay, stay.value));
            }
            Prescription script{.personId = ben.id, .medicine = {u"methadone"_s}, .form = MedicineForm::Liquid};
            script.dose = script.amount = Decimal::fromWhole(35);
            script.strength = Decimal::fromWhole(1);
            script.fromOn = kToday.addDays(-12);
            script.untilOn = kToday.addDays(1);
            script.pickupDays = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat,7_sun"_s;
            const auto kept = need(services.records.add(script));
            for (const int ago : {4, 3, 2})
                need(services.records.add(Collection{.personId = ben.id,
                    .prescriptionId = kept.id,
                    .dueOn = kToday.addDays(-ago),
                    .outcome = CollectionOutcome::NotCollected}));
            TakeHomeNaloxone own{.personId = ben.id, .from = TakeHomeFrom::TheirOwn, .onDay = kToday, .state = TakeHomeState::Has};
            own.expiresOn = PartialDate::fromText(u"2026-10"_s);
            need(services.records.add(own));
            if (i % 5 == 0)
                need(services.records.add(WatchSnooze{
                    u"no_keyworker"_s, u"person"_s, ben.id.value, ben.id, kToday.addDays(5), u"a keyworker starts on Monday"_s}));
        }
        return {};
    }));
}

} // namespace

TEST_CASE("Today asks as often for 40 people as for 2,000")
{
    TestHostel hostel;
    const auto agency = anAgency(hostel);
    const auto worker = need(hostel.services().records.add(Staff{.name = u"Marlon Otis"_s, .leftOn = kToday.addDays(1)}));
    fill(hostel, agency.id, worker.id, 40);
    fillIncidents(hostel.services(), need(hostel.services().people.residents(ResidentGroup::HereNow)).first().person.id);
    const qsizetype few = need(hostel.services().attention.today()).size();
    const QStringList codes = dueOn(hostel, kToday);
    for (const QString &code : {u"record_unfinished"_s, u"appointment_ahead"_s, u"appointment_escort"_s, u"appointment_escort_missing"_s,
             u"appointment_escort_gone"_s, u"assessment_half_done"_s, u"referral_unanswered"_s, u"agreement_ending"_s,
             u"referral_step_due"_s, u"arrival_unfinished"_s, u"condition_review"_s, u"safeguarding_waiting"_s, u"hearing_ahead"_s,
             u"intoxicated_talk"_s, u"check_overdue"_s, u"check_next"_s, u"drug_alert_untold"_s, u"overdose_no_plan"_s,
             u"risk_unapproved"_s, u"keywork_missed"_s, u"no_keywork"_s, u"keywork_unsaid"_s, u"advocacy_follow_up"_s, u"treatment_gap"_s,
             u"doses_missed_perhaps"_s, u"arrangement_missed"_s, u"benefit_unknown"_s, u"custody_recount"_s, u"custody_second_name"_s,
             u"custody_review"_s, u"custody_risk"_s, u"custody_gone"_s, u"leaving_no_housing"_s, u"treatment_first_appointment"_s,
             u"treatment_panel"_s, u"treatment_review_due"_s, u"hearing_outcome"_s, u"custody_dose_unasked"_s, u"back_again"_s,
             u"away_now"_s, u"not_back_yet"_s, u"safety_plan_review"_s, u"naloxone_recall"_s, u"naloxone_low"_s, u"naloxone_replace"_s,
             u"naloxone_untrained"_s, u"naloxone_expiring"_s, u"overdose_to_write_up"_s, u"take_home_expiring"_s, u"supplies_reorder"_s,
             u"missing_police"_s, u"incident_unreviewed"_s, u"incident_unreviewed_long"_s, u"incident_month"_s, u"incident_action"_s,
             u"incident_detail_asked"_s, u"found_item"_s, u"self_harm_review"_s})
        CHECK(codes.contains(code));
    const int statements = statementsOfToday(hostel);
    // What hangs on an incident is read with its number, as far as it may be seen; so are incidents that wait for a review.
    // A ledger and who leaves are made from five kinds each, overdose facts from fifteen, treatment twice from eleven; five rules
    // read kits, places and recalls; whether somebody rang about an emergency is one; who was not seen is judged from eight.
    CHECK(statements <= int(watchRules().size()) + 134);
    multiplyResidents(hostel.services().records.database(), 50);
    REQUIRE(need(hostel.services().people.groupSizes())[0] == 1500); // a quarter of them left
    CHECK(need(hostel.services().attention.today()).size() > 40 * few);
    CHECK(statementsOfToday(hostel) == statements);
}

} // namespace keywork::test::statement_count_test
