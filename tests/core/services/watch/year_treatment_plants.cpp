// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/treatment.h"
#include "core/domain/treatment_panel.h"
#include "core/services/care/treatment_cover.h"
#include "tests/core/services/watch/year.h"
#include "tests/support/scripts.h"

// What is planted about medicine, treatment and coming out of somewhere.

namespace keywork::test::year_treatment_plants {

namespace {

using year::Year;

/// Public holidays of England and Wales in the years of the test, written down by hand and not asked of the program.
bool isHoliday(QDate day)
{
    static const QSet<QDate> days{QDate(2027, 1, 1), QDate(2027, 3, 26), QDate(2027, 3, 29), QDate(2027, 5, 3), QDate(2027, 5, 31),
        QDate(2027, 8, 30), QDate(2027, 12, 27), QDate(2027, 12, 28), QDate(2028, 1, 3), QDate(2028, 4, 14), QDate(2028, 4, 17),
        QDate(2028, 5, 1), QDate(2028, 5, 29), QDate(2028, 8, 28), QDate(2028, 12, 25), QDate(2028, 12, 26)};
    return days.contains(day);
}

bool isNearHoliday(QDate day)
{
    for (int i = -8; i <= 30; ++i)
        if (isHoliday(day.addDays(i)))
            return true;
    return false;
}

/// So many working days before a day, counted by hand.
QDate workingDaysBefore(QDate day, int count)
{
    while (count > 0) {
        day = day.addDays(-1);
        if (day.dayOfWeek() <= 5 && !isHoliday(day))
            --count;
    }
    return day;
}

void say(Year &y, Id<Person> who, QDate day, CollectionOutcome outcome, int hour = 11)
{
    y.then(day, hour, 0, [&y, who, day, outcome] { need(y.services().treatment.say(y.latest<Prescription>(who).id, day, outcome)); });
}

/// A daily dose from the day on; somebody looked at what its beginning means.
void begin(Year &y, Id<Person> who, QDate d, QDate until)
{
    y.then(d, 9, 0, [&y, who, d, until] {
        need(y.records().add(aScript(who, d, until, kEveryDay)));
        y.look(who);
    });
}

/// It was agreed that this is the last dose.
void stop(Year &y, Id<Person> who, QDate day)
{
    y.then(day, 12, 0, [&y, who, day] {
        auto script = y.latest<Prescription>(who);
        script.value.stoppedOn = day;
        script.value.stopWhy = u"agreed with the service"_s;
        need(y.records().amend(script));
        y.look(who);
    });
    y.then(y.at(day.addDays(1)), [&y, who] { y.look(who); }); // from then on it has stopped
}

/// What treatment and doses mean for the risk of an overdose is looked at each day, so that it is no line of its own.
void lookDaily(Year &y, Id<Person> who, QDate from, QDate until)
{
    for (QDate day = from; day <= until; day = day.addDays(1))
        for (const int hour : {0, 11, 12, 18})
            if (day > from || hour > 9)
                y.then(y.at(day, hour), [&y, who] { y.look(who); });
}

/// The paper ends, and nothing follows it until the service says that it was meant to end.
void gap(Year &y, Id<Person> who, QDate d)
{
    if (isNearHoliday(d))
        return; // a day on which nobody knows whether the pharmacy is open has lines of its own
    begin(y, who, d, d.addDays(9));
    for (int i = 0; i <= 9; ++i)
        say(y, who, d.addDays(i), CollectionOutcome::Collected);
    y.must("treatment_gap", who, y.at(workingDaysBefore(d.addDays(10), 2)), y.at(d.addDays(9), 12));
    stop(y, who, d.addDays(9));
    lookDaily(y, who, d, d.addDays(10));
}

/// Nobody says what became of three doses; then three in a row are not collected.
void doses(Year &y, Id<Person> who, QDate d)
{
    if (isNearHoliday(d))
        return;
    begin(y, who, d, d.addDays(25));
    for (const int day : {0, 1, 2})
        say(y, who, d.addDays(day), CollectionOutcome::Collected);
    y.must("doses_not_known", who, y.at(d.addDays(6)), y.at(d.addDays(6), 12)); // not known since the third day after
    for (const int day : {3, 4, 5, 6})
        y.then(d.addDays(6), 12, 0, [&y, who, d, day] {
            need(y.services().treatment.say(y.latest<Prescription>(who).id, d.addDays(day), CollectionOutcome::Collected));
        });
    for (const int day : {7, 8, 9})
        say(y, who, d.addDays(day), CollectionOutcome::NotCollected, 18);
    y.must("doses_missed", who, y.at(d.addDays(9), 18), y.at(d.addDays(10), 11));
    y.then(d.addDays(9), 18, 0, [&y, who] { y.look(who); });
    for (const int day : {10, 11, 12})
        say(y, who, d.addDays(day), CollectionOutcome::Collected);
    stop(y, who, d.addDays(12));
    lookDaily(y, who, d, d.addDays(13));
}

/// One day among those that were missed is not known: perhaps four in a row.
void dosesPerhaps(Year &y, Id<Person> who, QDate d)
{
    if (isNearHoliday(d))
        return;
    begin(y, who, d, d.addDays(25));
    for (const int day : {0, 1, 2})
        say(y, who, d.addDays(day), CollectionOutcome::Collected);
    for (const int day : {3, 4, 6})
        say(y, who, d.addDays(day), CollectionOutcome::NotCollected, 18);
    y.must("doses_missed_perhaps", who, y.at(d.addDays(6), 18), y.at(d.addDays(7), 11));
    y.then(d.addDays(6), 18, 0, [&y, who] { y.look(who); });
    for (const int day : {7, 8})
        say(y, who, d.addDays(day), CollectionOutcome::Collected);
    stop(y, who, d.addDays(8));
    lookDaily(y, who, d, d.addDays(9));
}

void injection(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        Prescription paper{.personId = who, .medicine = {u"buprenorphine_injection"_s}, .form = MedicineForm::Injection};
        paper.dose = Decimal::fromWhole(16);
        paper.fromOn = d;
        const auto script = need(y.records().add(paper));
        need(y.records().add(Injection{who, script.id, d, InjectionEvery::Week, {}, 2, u"Nurse"_s}));
        y.look(who);
    });
    y.must("injection_due", who, y.at(d.addDays(4)), y.at(d.addDays(9)));
    y.must("injection_overdue", who, y.at(d.addDays(9)), y.at(d.addDays(10), 10));
    y.then(d.addDays(10), 10, 0, [&y, who, d] {
        need(y.records().add(Injection{who, y.latest<Prescription>(who).id, d.addDays(10), InjectionEvery::Week, {}, 2, u"Nurse"_s}));
    });
    stop(y, who, d.addDays(11));
    lookDaily(y, who, d, d.addDays(22)); // an injection lasts on when its paper has ended
}

void episode(Year &y, Id<Person> who, QDate d)
{
    y.then(d, 9, 0, [&y, who, d] {
        TreatmentEpisode one{.personId = who, .agencyId = anAgency(y.hostel(), u"Service of %1"_s.arg(who.value)).id};
        one.firstOn = d.addDays(5);
        one.reviewOn = d.addDays(8);
        need(y.records().add(one));
        TreatmentPanel panel{.personId = who};
        panel.panelOn = d.addDays(6);
        need(y.records().add(panel));
    });
    y.must("treatment_first_appointment", who, y.at(d.addDays(2)), y.at(d.addDays(5), 18));
    y.then(d.addDays(5), 18, 0, [&y, who] {
        auto one = y.latest<TreatmentEpisode>(who);
        one.value.startedOn = y.today();
        need(y.records().amend(one));
    });
    y.must("treatment_panel", who, y.at(d.addDays(3)), y.at(d.addDays(8), 12));
    y.then(d.addDays(8), 12, 0, [&y, who] {
        auto panel = y.latest<TreatmentPanel>(who);
        panel.value.decision = PanelDecision::Agreed;
        need(y.records().amend(panel));
    });
    y.must("treatment_review_due", who, y.at(d.addDays(8)), y.at(d.addDays(9), 10));
    y.then(d.addDays(9), 10, 0, [&y, who] {
        auto one = y.latest<TreatmentEpisode>(who);
        one.value.endedOn = y.today();
        one.value.howEnded = TreatmentEnding::Completed;
        need(y.records().amend(one));
    });
    y.must("leaving_unasked", who, y.at(d.addDays(9), 10), y.at(d.addDays(9), 12));
    y.then(d.addDays(9), 12, 0, [&y, who] {
        need(y.records().add(
            LeavingPlan{.personId = who, .from = LeavingFrom::Treatment, .onDay = y.today(), .housing = HousingNext::BackHere}));
    });
}

/// In hospital, back, asked, answered piece by piece.
void hospital(Year &y, Id<Person> who, QDate d)
{
    y.withoutKeywork(who, d, d.addDays(5));
    y.then(d.addDays(5), 14, 0, [&y, who] { y.hold(who); });
    y.then(d, 9, 0,
        [&y, who, d] { need(y.records().add(HospitalStay{.personId = who, .admittedOn = d, .hospital = u"Kingston General"_s})); });
    y.must("away_now", who, y.at(d, 9), y.at(d.addDays(4), 11));
    y.then(d.addDays(4), 11, 0, [&y, who] {
        auto stay = y.latest<HospitalStay>(who);
        stay.value.dischargedOn = y.today();
        need(y.records().amend(stay));
    });
    y.must("overdose_newly_high", who, y.at(d.addDays(4), 11), y.at(d.addDays(5), 10)); // tolerance may be lower
    y.must("leaving_unasked", who, y.at(d.addDays(4), 11), y.at(d.addDays(4), 15));
    y.then(d.addDays(4), 15, 0, [&y, who] {
        need(y.records().add(
            LeavingPlan{.personId = who, .from = LeavingFrom::Hospital, .onDay = y.today(), .housing = HousingNext::NotKnown}));
    });
    y.must("leaving_no_housing", who, y.at(d.addDays(4), 15), y.at(d.addDays(4), 16));
    y.then(d.addDays(4), 16, 0, [&y, who] {
        auto plan = y.latest<LeavingPlan>(who);
        plan.value.housing = HousingNext::BackHere;
        need(y.records().amend(plan));
    });
    y.must("back_again", who, y.at(d.addDays(4), 15), y.at(d.addDays(5), 10));
    y.then(d.addDays(5), 10, 0, [&y, who] { y.look(who); });
    y.must("hospital_dose_unasked", who, y.at(d.addDays(4), 15), y.at(d.addDays(6), 12));
    y.then(d.addDays(6), 12, 0, [&y, who] {
        auto stay = y.latest<HospitalStay>(who);
        stay.value.doseGiven = DoseGiven::NotKnown;
        need(y.records().amend(stay));
    });
}

/// In custody with a day of release that is known: the plan for housing is asked about at once.
void custody(Year &y, Id<Person> who, QDate d)
{
    y.withoutKeywork(who, d, d.addDays(6));
    y.then(d.addDays(6), 14, 0, [&y, who] { y.hold(who); });
    y.then(d, 9, 0, [&y, who, d] {
        CustodySpell spell;
        spell.personId = who;
        spell.fromOn = d;
        spell.untilOn = d.addDays(6);
        spell.place = u"HMP Westgate"_s;
        need(y.records().add(spell));
    });
    y.must("leaving_no_housing", who, y.at(d, 9), y.at(d.addDays(1), 10));
    y.then(d.addDays(1), 10, 0, [&y, who, d] {
        need(y.records().add(
            LeavingPlan{.personId = who, .from = LeavingFrom::Custody, .onDay = d.addDays(6), .housing = HousingNext::BackHere}));
    });
    y.must("away_now", who, y.at(d, 9), y.at(d.addDays(6)));
    for (const char *code : {"overdose_newly_high", "back_again"})
        y.must(code, who, y.at(d.addDays(6)), y.at(d.addDays(6), 9));
    y.then(d.addDays(6), 9, 0, [&y, who] { y.look(who); });
    y.must("custody_dose_unasked", who, y.at(d.addDays(6)), y.at(d.addDays(7), 10));
    y.then(d.addDays(7), 10, 0, [&y, who] {
        auto spell = y.latest<CustodySpell>(who);
        spell.value.doseGiven = {u"not_known"_s};
        need(y.records().amend(spell));
    });
}

/// A pharmacy that nobody asked for its hours, for as long as somebody collects there.
void pharmacy(Year &y, Id<Person> who, QDate d)
{
    if (isNearHoliday(d))
        return;
    y.then(d, 9, 0, [&y, who, d] {
        Prescription paper = aScript(who, d, d.addDays(20), kEveryDay);
        paper.dispensedAtId = anAgency(y.hostel(), u"Pharmacy of %1"_s.arg(who.value)).id;
        need(y.records().add(paper));
        y.look(who);
    });
    y.must("pharmacy_hours_unknown", {}, y.at(d, 9), y.at(d.addDays(1)));
    for (const int day : {0, 1, 2})
        say(y, who, d.addDays(day), CollectionOutcome::Collected);
    y.then(d, 10, 0, [&y, who, d] {
        DispensingHours hours{.agencyId = y.latest<Prescription>(who).value.dispensedAtId, .fromOn = d.addDays(1)};
        const QTime from(9, 0), until(18, 0);
        hours.mondayFrom = hours.tuesdayFrom = hours.wednesdayFrom = hours.thursdayFrom = hours.fridayFrom = hours.saturdayFrom
            = hours.sundayFrom = from;
        hours.mondayUntil = hours.tuesdayUntil = hours.wednesdayUntil = hours.thursdayUntil = hours.fridayUntil = hours.saturdayUntil
            = hours.sundayUntil = until;
        need(y.records().add(hours));
    });
    stop(y, who, d.addDays(2));
    lookDaily(y, who, d, d.addDays(3));
}

} // namespace

QList<year::Plant> plants()
{
    return {{{u"treatment_gap"_s}, 15, gap}, {{u"doses_not_known"_s, u"doses_missed"_s}, 14, doses},
        {{u"doses_missed_perhaps"_s}, 10, dosesPerhaps}, {{u"injection_due"_s, u"injection_overdue"_s}, 13, injection},
        {{u"treatment_first_appointment"_s, u"treatment_panel"_s, u"treatment_review_due"_s, u"leaving_unasked"_s}, 10, episode},
        {{u"back_again"_s, u"hospital_dose_unasked"_s, u"leaving_no_housing"_s}, 7, hospital}, {{u"custody_dose_unasked"_s}, 8, custody},
        {{u"pharmacy_hours_unknown"_s}, 4, pharmacy}};
}

} // namespace keywork::test::year_treatment_plants
