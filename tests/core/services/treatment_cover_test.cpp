// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/house.h"
#include "core/domain/treatment.h"
#include "core/services/care/doses_told.h"
#include "core/services/care/overdose_reading.h"
#include "core/services/care/treatment_cover.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/scripts.h"
#include "tests/support/trust.h"

#include <functional>

namespace keywork::test::services_treatment_cover_test {

namespace {

const QDate kMonday(2026, 9, 14); // the hostel's today

/// What keeps the record from being saved, as "column" and rule.
template <class T> QList<std::pair<QString, Rule>> wrongOf(TestHostel &hostel, const T &record)
{
    const auto kept = hostel.services().records.add(record);
    REQUIRE_FALSE(bool(kept));
    CHECK(kept.error().kind == ErrorKind::Invalid);
    QList<std::pair<QString, Rule>> wrong;
    for (const Violation &violation : kept.error().violations)
        wrong.append({violation.column, violation.rule});
    return wrong;
}

using Wrong = QList<std::pair<QString, Rule>>;

} // namespace

TEST_CASE("What can't be of a prescription is said beside its field, and nothing of it is kept")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const struct {
        const char *what;
        std::function<void(Prescription &)> change;
        Wrong wrong;
    } cases[] = {
        {"Dose and strength disagree", [](Prescription &one) { one.amount = Decimal::fromWhole(30); }, {{u"dose"_s, Rule::Unlikely}}},
        {"Millilitres alone", [](Prescription &one) { one.dose = {}; }, {{u"dose"_s, Rule::Required}}},
        {"No strength", [](Prescription &one) { one.strength = {}; }, {{u"strength"_s, Rule::Required}}},
        {"An end before the start", [](Prescription &one) { one.untilOn = QDate(2026, 9, 6); }, {{u"until_on"_s, Rule::EndsBeforeStart}}},
        {"Stopped before it began", [](Prescription &one) { one.stoppedOn = QDate(2026, 9, 6); },
            {{u"stopped_on"_s, Rule::EndsBeforeStart}}},
        {"Dispensed again before it was lost",
            [](Prescription &one) {
                one.lostOn = QDate(2026, 9, 10);
                one.replacedOn = QDate(2026, 9, 9);
            },
            {{u"replaced_on"_s, Rule::EndsBeforeStart}}},
        {"A last dose elsewhere after the first day here", [](Prescription &one) { one.lastDoseBeforeOn = QDate(2026, 9, 8); },
            {{u"last_dose_before_on"_s, Rule::TooFarAhead}}},
        {"A paper of more than 28 days ago", [](Prescription &one) { one.writtenOn = QDate(2026, 8, 10); },
            {{u"written_on"_s, Rule::Unlikely}}},
        {"A dose like a typing mistake", [](Prescription &one) { one.dose = one.amount = Decimal::fromWhole(350); },
            {{u"dose"_s, Rule::Unlikely}}},
        {"No day to collect it on", [](Prescription &one) { one.pickupDays.clear(); }, {{u"pickup_days"_s, Rule::Required}}},
        {"A second strength without a number",
            [](Prescription &one) {
                one.form = MedicineForm::Tablets;
                one.secondStrength = Decimal::fromWhole(2);
            },
            {{u"second_amount"_s, Rule::Required}}},
    };
    for (const auto &one : cases) {
        INFO(one.what);
        Prescription script = aScript(ben.id, QDate(2026, 9, 7), QDate(2026, 9, 20));
        one.change(script);
        CHECK(wrongOf(hostel, script) == one.wrong);
    }
    CHECK(need(hostel.services().records.all<Prescription>()).isEmpty());
    Row february = toRow(aScript(ben.id, QDate(2026, 9, 7), {}));
    february.set(u"until_on"_s, u"2026-02-31"_s);
    CHECK(kindOfError(hostel.services().records.add(february)) == ErrorKind::Invalid);
    Prescription dated = aScript(ben.id, QDate(2026, 9, 7), QDate(2026, 9, 20));
    dated.writtenOn = QDate(2026, 8, 11); // day 28 is the first day
    need(hostel.services().records.add(dated));
}

TEST_CASE("A collection on a day when the place is closed, and a second substitute, are asked about and can be right")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto pharmacy = anAgency(hostel, u"High St Pharmacy"_s);
    DispensingHours hours{.agencyId = pharmacy.id, .fromOn = QDate(2026, 1, 1)};
    hours.mondayFrom = QTime(9, 0);
    CHECK(wrongOf(hostel, hours) == Wrong{{u"monday_until"_s, Rule::Required}});
    hours.mondayUntil = QTime(8, 0);
    CHECK(wrongOf(hostel, hours) == Wrong{{u"monday_until"_s, Rule::EndsBeforeStart}});
    hours.mondayUntil = QTime(18, 0);
    need(records.add(hours));
    Prescription script = aScript(ben.id, QDate(2026, 9, 7), QDate(2026, 9, 20));
    script.dispensedAtId = pharmacy.id;
    CHECK(wrongOf(hostel, script) == Wrong{{u"pickup_days"_s, Rule::Unlikely}});
    need(records.withConfirmed({{u"prescription"_s, u"pickup_days"_s, script.pickupDays}}, [&]() -> Done {
        const auto kept = records.add(script);
        return kept ? Done() : Done(kept.error());
    }));
    script.dispensedAtId = {};
    script.medicine = {u"buprenorphine"_s};
    script.fromOn = QDate(2026, 9, 14);
    CHECK(wrongOf(hostel, script) == Wrong{{u"medicine"_s, Rule::Unlikely}});
    script.medicine = {u"methadone"_s}; // the same one twice is asked about as well
    CHECK(wrongOf(hostel, script) == Wrong{{u"medicine"_s, Rule::Unlikely}});
    script.followsId = need(records.all<Prescription>()).first().id; // a change: no question
    need(records.add(script));
    script.medicine = {u"pregabalin"_s}; // no substitute
    script.followsId = {};
    need(records.add(script));
}

TEST_CASE("Staff collect with a letter, and never a supervised dose; an injection is due after it was given")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto other = aPerson().called(u"Ada"_s, u"Other"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    Prescription paper = aScript(ben.id, QDate(2026, 9, 7), QDate(2026, 9, 20));
    const auto script = need(records.add(paper));
    Collection byStaff = aCollection(script, kMonday, CollectionOutcome::ByStaff);
    byStaff.staffId = records.session().staff();
    CHECK(wrongOf(hostel, byStaff) == Wrong{{u"letter_shown"_s, Rule::AuthorityNeeded}});
    byStaff.letterShown = true;
    byStaff.knownFrom = DoseKnownFrom::Supervised;
    CHECK(wrongOf(hostel, byStaff) == Wrong{{u"known_from"_s, Rule::NeverSupervised}});
    byStaff.knownFrom = {};
    need(records.add(byStaff));
    paper.supervised = Supervised::Yes;
    paper.fromOn = QDate(2026, 9, 21);
    paper.untilOn = {};
    paper.followsId = script.id;
    const auto supervised = need(records.add(paper));
    CHECK(
        kindOfError(hostel.services().treatment.say(supervised.id, QDate(2026, 9, 21), CollectionOutcome::ByStaff)) == ErrorKind::Invalid);
    Collection early = aCollection(script, QDate(2026, 9, 1), CollectionOutcome::Collected);
    CHECK(wrongOf(hostel, early) == Wrong{{u"due_on"_s, Rule::OutsideThePrescription}});
    Collection theirs = aCollection(script, kMonday, CollectionOutcome::Collected);
    theirs.personId = other.id;
    CHECK(wrongOf(hostel, theirs) == Wrong{{u"prescription_id"_s, Rule::AnotherOnes}});
    Injection injection{.personId = ben.id, .prescriptionId = script.id, .givenOn = kMonday, .dueOn = kMonday, .givenBy = u"Nurse"_s};
    CHECK(wrongOf(hostel, injection) == Wrong{{u"due_on"_s, Rule::EndsBeforeStart}});
    CHECK(wrongOf(hostel, ScriptConfirmation{ben.id, script.id, kMonday, kMonday.addDays(-1), u"J. Amos"_s, {}})
        == Wrong{{u"until_on"_s, Rule::EndsBeforeStart}});
    need(hostel.services().records.add(ScriptConfirmation{ben.id, script.id, kMonday, kMonday.addDays(84), u"J. Amos"_s, {}}));
    CHECK(wrongOf(hostel, ScriptConfirmation{ben.id, script.id, kMonday, kMonday.addDays(85), u"J. Amos"_s, {}})
        == Wrong{{u"until_on"_s, Rule::Unlikely}});
    CHECK(wrongOf(hostel, TitrationStep{script.id, ben.id, QDate(2026, 9, 8), Decimal::fromWhole(40), Decimal::fromWhole(35), {}})
        == Wrong{{u"dose"_s, Rule::Unlikely}});
    CHECK(wrongOf(hostel, TitrationStep{script.id, ben.id, QDate(2026, 9, 21), Decimal::fromWhole(40), Decimal::fromWhole(40), {}})
        == Wrong{{u"from_on"_s, Rule::OutsideThePrescription}});
}

TEST_CASE("One press says what became of a collection, and a second press changes it with its history")
{
    TestHostel hostel;
    TreatmentCover &treatment = hostel.services().treatment;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto script = need(records.add(aScript(ben.id, QDate(2026, 9, 7), QDate(2026, 9, 20))));
    auto due = need(treatment.collectionsOn(kMonday));
    REQUIRE(due.size() == 1);
    CHECK(due.first().dose == u"35 mg (35 ml of 1 mg/ml)"_s);
    CHECK(due.first().coversUntil == kMonday);
    CHECK_FALSE(due.first().said);
    need(treatment.say(script.id, kMonday, CollectionOutcome::NotCollected));
    const auto said = need(treatment.say(script.id, kMonday, CollectionOutcome::Collected));
    CHECK(said.version == 2);
    CHECK(need(records.all<Collection>()).size() == 1);
    const Wrong twice{{u"due_on"_s, Rule::AlreadyUsed}}; // from the list's own form
    CHECK(wrongOf(hostel, aCollection(script, kMonday, CollectionOutcome::NotCollected)) == twice);
    due = need(treatment.collectionsOn(kMonday));
    REQUIRE(due.size() == 1);
    REQUIRE(due.first().said);
    CHECK(due.first().said->value.outcome == CollectionOutcome::Collected);
    CHECK(need(treatment.collectionsOn(QDate(2026, 9, 13))).isEmpty()); // Sunday is Saturday's
    CHECK(need(treatment.collectionsOn(QDate(2026, 9, 12))).first().coversUntil == QDate(2026, 9, 13));
    CHECK(need(treatment.of(ben.id, kMonday)).lastDose->on == kMonday);
    CHECK(need(treatment.of(ben.id, kMonday)).missed.certain == 0);
}

TEST_CASE("What is due on a closed day and collected the day before is said with one press on that day")
{
    TestHostel hostel;
    TreatmentCover &treatment = hostel.services().treatment;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto pharmacy = anAgency(hostel);
    DispensingHours hours{.agencyId = pharmacy.id, .fromOn = QDate(2026, 1, 1)};
    hours.mondayFrom = hours.wednesdayFrom = hours.thursdayFrom = hours.fridayFrom = QTime(9, 0); // not on Tuesdays
    hours.mondayUntil = hours.wednesdayUntil = hours.thursdayUntil = hours.fridayUntil = QTime(18, 0);
    need(records.add(hours));
    Prescription paper = aScript(ben.id, QDate(2026, 9, 7), QDate(2026, 9, 20), u"1_mon,2_tue,3_wed,4_thu,5_fri"_s);
    paper.dispensedAtId = pharmacy.id;
    paper.arrangements = u"closed_days_prior"_s;
    need(records.withConfirmed({{u"prescription"_s, u"pickup_days"_s, paper.pickupDays}}, [&]() -> Done {
        const auto kept = records.add(paper);
        return kept ? Done() : Done(kept.error());
    }));
    const auto script = need(records.all<Prescription>()).first();
    const QDate tuesday = kMonday.addDays(1);
    CHECK(need(treatment.collectionsOn(kMonday)).size() == 2); // Monday's and Tuesday's
    need(treatment.say(script.id, tuesday, CollectionOutcome::NotCollected));
    CHECK(need(treatment.say(script.id, tuesday, CollectionOutcome::Collected, kMonday)).value.heldFrom() == kMonday);
    const auto wrong = [&](QDate due, std::optional<QDate> on) {
        Collection one = aCollection(script, due, CollectionOutcome::Collected);
        one.collectedOn = on;
        return wrongOf(hostel, one);
    };
    CHECK(wrong(kMonday.addDays(2), {}) == Wrong{{u"collected_on"_s, Rule::Required}});
    CHECK(wrong(kMonday.addDays(8), kMonday.addDays(1)).contains({u"due_on"_s, Rule::TooFarAhead}));
}

TEST_CASE("A renewal sheet has one call a service, each resident with until when and by whom")
{
    TestHostel hostel;
    TreatmentCover &treatment = hostel.services().treatment;
    Records &records = hostel.services().records;
    const auto service = anAgency(hostel);
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto ada = aPerson().called(u"Ada"_s, u"Other"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    Prescription paper = aScript(ben.id, QDate(2026, 9, 3), QDate(2026, 9, 16));
    paper.serviceId = service.id;
    const auto script = need(records.add(paper));
    paper.personId = ada.id;
    need(records.add(paper));
    CHECK(need(treatment.of(ben.id, kMonday)).gap->gap.from == QDate(2026, 9, 17));
    need(treatment.confirm(script.id, QDate(2026, 9, 30), u"J. Amos"_s));
    const auto sheets = need(treatment.renewals(kMonday));
    REQUIRE(sheets.size() == 1);
    CHECK(sheets.first().name == u"Wellbeing drug service"_s);
    REQUIRE(sheets.first().lines.size() == 2);
    const RenewalLine &last = sheets.first().lines.last();
    CHECK(last.person == ben.id);
    CHECK(last.coveredUntil == QDate(2026, 9, 30));
    REQUIRE(last.confirmed);
    CHECK(last.confirmed->value.byWhom == u"J. Amos"_s);
    CHECK(last.confirmed->value.confirmedOn == kMonday);
    CHECK(sheets.first().lines.first().coveredUntil == QDate(2026, 9, 16)); // what ends first is asked about first
    CHECK_FALSE(sheets.first().lines.first().confirmed);
}

TEST_CASE("The renewal sheet says until when it was covered, not until yesterday, and nothing of what ran out long ago")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto linesOn = [&](QDate day) {
        QList<RenewalLine> lines;
        for (const RenewalSheet &sheet : need(hostel.services().treatment.renewals(day)))
            lines += sheet.lines;
        return lines;
    };
    auto script = need(records.add(aScript(ben.id, QDate(2026, 8, 1), QDate(2026, 8, 14))));
    REQUIRE(linesOn(QDate(2026, 9, 11)).size() == 1);
    CHECK(linesOn(QDate(2026, 9, 11)).first().coveredUntil == QDate(2026, 8, 14));
    CHECK(linesOn(QDate(2026, 9, 12)).isEmpty());
    script.value.untilOn = {}; // open-ended, and nobody confirmed it: it goes on being asked about
    need(records.amend(script));
    REQUIRE(linesOn(kMonday).size() == 1);
    CHECK(linesOn(kMonday).first().coveredUntil < script.value.fromOn);
}

TEST_CASE("What treatment says of somebody: dose of the day, days without, last known dose, with whom to confirm")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto script = need(records.add(aScript(ben.id, QDate(2026, 8, 31), QDate(2026, 9, 16))));
    need(records.add(TitrationStep{script.id, ben.id, QDate(2026, 8, 31), Decimal::fromWhole(30), Decimal::fromWhole(30), {}}));
    need(records.add(TitrationStep{script.id, ben.id, QDate(2026, 9, 7), Decimal::fromWhole(35), Decimal::fromWhole(35), {}}));
    Collection last = aCollection(script, QDate(2026, 9, 10), CollectionOutcome::Collected);
    last.knownFrom = DoseKnownFrom::SaidByThem;
    last.toldBy = u"Ben"_s;
    need(records.add(last));
    for (const int day : {11, 12})
        need(records.add(aCollection(script, QDate(2026, 9, day), CollectionOutcome::NotCollected)));
    const PersonTreatment theirs = need(hostel.services().treatment.of(ben.id, kMonday));
    CHECK(theirs.doseToday() == u"35 mg (35 ml of 1 mg/ml)"_s);
    CHECK(theirs.confirmWith() == u"Dr Hale, 020 7946 0100"_s);
    CHECK(theirs.lastDose
        == LastDose{
            QDate(2026, 9, 10), DoseKnownFrom::SaidByThem, u"Ben"_s, need(records.all<Collection>({.orderBy = u"id"_s})).first().id.value});
    CHECK(theirs.missed.certain == 3); // Friday, Saturday, and the Sunday that Saturday's was for
    CHECK(theirs.notCollected == QList<QDate>{QDate(2026, 9, 13), QDate(2026, 9, 12), QDate(2026, 9, 11)});
    CHECK(theirs.substitute()->shownOn(kMonday)->id == script.id);
    // The facts of overdose risk see the same days.
    const auto onFile = need(readOverdose(records, {ben.id.value}, kMonday));
    const OverdoseReading reading = overdoseFacts(onFile.of.value(ben.id.value));
    CHECK(std::any_of(reading.facts.cbegin(), reading.facts.cend(),
        [](const OverdoseFact &fact) { return fact.kind == OverdoseFactKind::NotCollected && fact.days == 3; }));
    CHECK(std::any_of(reading.facts.cbegin(), reading.facts.cend(),
        [](const OverdoseFact &fact) { return fact.kind == OverdoseFactKind::TreatmentStarted; }));
}

TEST_CASE("What is told of a dose goes by what the service confirmed, and not by a prescription that ended long ago")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto script = need(records.add(aScript(ben.id, QDate(2026, 8, 1), QDate(2026, 8, 14))));
    const auto toldOn
        = [&](QDate day) { return dosesTold(need(hostel.services().treatment.of(ben.id, day)), {}, records.choices()).prescriptions; };
    REQUIRE(toldOn(QDate(2026, 8, 20)).size() == 1);
    CHECK(toldOn(QDate(2026, 8, 20)).first().endedOn == QDate(2026, 8, 14));
    CHECK(toldOn(QDate(2026, 9, 11)).size() == 1); // 28 days after it
    CHECK(toldOn(QDate(2026, 9, 12)).isEmpty());
    need(hostel.services().treatment.confirm(script.id, QDate(2026, 9, 20), u"J. Amos"_s));
    REQUIRE(toldOn(kMonday).size() == 1);
    CHECK_FALSE(toldOn(kMonday).first().endedOn.isValid()); // the paper ended, the treatment did not
}

TEST_CASE("Of two medicines in one course each is collected and renewed by its own name")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto script = need(records.add(aScript(ben.id, QDate(2026, 8, 1), QDate(2026, 9, 9))));
    Prescription next{.personId = ben.id, .medicine = {u"buprenorphine"_s}, .form = MedicineForm::Tablets, .followsId = script.id};
    next.dose = next.strength = Decimal::fromWhole(8);
    next.amount = Decimal::fromWhole(1);
    next.fromOn = QDate(2026, 9, 10);
    next.untilOn = QDate(2026, 9, 23);
    next.pickupDays = kEveryDay;
    need(records.add(next));
    const QString own = records.choices().label(u"medicine"_s, u"buprenorphine"_s);
    const auto due = need(hostel.services().treatment.collectionsOn(kMonday));
    REQUIRE(due.size() == 1);
    CHECK(due.first().medicine == own);
    CHECK(need(hostel.services().treatment.renewals(kMonday)).first().lines.first().medicine == own);
}

TEST_CASE("Days in custody count for a night worker as for a manager, without saying where they were")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto script = need(records.add(aScript(ben.id, QDate(2026, 9, 1), QDate(2026, 9, 30), kEveryDay)));
    for (int day = 1; day <= 9; ++day)
        need(records.add(aCollection(script, QDate(2026, 9, day), CollectionOutcome::Collected)));
    CustodySpell spell;
    spell.personId = ben.id;
    spell.fromOn = QDate(2026, 9, 10);
    spell.untilOn = kMonday;
    spell.place = u"Westgate cells"_s;
    spell.doseGiven = {u"no"_s};
    need(records.add(spell));
    const auto missed = [&] { return need(hostel.services().treatment.of(ben.id, kMonday)).missed.certain; };
    CHECK(missed() == 4);
    signInAs(hostel, u"Una Relief"_s, Role::Relief);
    CHECK_FALSE(hostel.services().records.mayRead(recordType<CustodySpell>()));
    CHECK(missed() == 4);
}

TEST_CASE("A treatment that a prescription and a part of treatment tell of is one fact, and one that begins anew is a new one")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    TreatmentEpisode episode{.personId = ben.id, .agencyId = anAgency(hostel).id};
    episode.startedOn = QDate(2026, 9, 1);
    TreatmentPart part{.episodeId = need(records.add(episode)).id, .personId = ben.id, .kind = TreatmentKind::SubstitutePrescribing};
    part.state = TreatmentState::UnderWay;
    part.since = QDate(2026, 9, 1);
    need(records.add(part));
    const auto started = [&] {
        const auto onFile = need(readOverdose(records, {ben.id.value}, kMonday));
        QList<QDate> days;
        for (const OverdoseFact &fact : overdoseFacts(onFile.of.value(ben.id.value)).facts)
            if (fact.kind == OverdoseFactKind::TreatmentStarted)
                days.append(fact.on.latest);
        return days;
    };
    CHECK(started() == QList<QDate>{QDate(2026, 9, 1)});
    need(records.add(aScript(ben.id, QDate(2026, 9, 2), QDate(2026, 9, 30))));
    CHECK(started() == QList<QDate>{QDate(2026, 9, 1)}); // both tell of it
    Prescription earlier = aScript(ben.id, QDate(2026, 3, 9), QDate(2026, 4, 30));
    earlier.stoppedOn = QDate(2026, 4, 20);
    need(records.add(earlier));
    CHECK(started() == QList<QDate>{QDate(2026, 9, 1)}); // that was another one
}

TEST_CASE("A treatment that ran out long ago is no gap for ever, and one that was stopped is none at all")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    auto script = need(records.add(aScript(ben.id, QDate(2026, 8, 1), QDate(2026, 8, 14))));
    TreatmentCover &treatment = hostel.services().treatment;
    CHECK(need(treatment.of(ben.id, QDate(2026, 8, 20))).gap);
    CHECK_FALSE(need(treatment.of(ben.id, kMonday)).gap);
    CHECK_FALSE(need(treatment.of(ben.id, kMonday)).notKnownSince);
    script.value.stoppedOn = QDate(2026, 8, 14);
    need(records.amend(script));
    CHECK_FALSE(need(treatment.of(ben.id, QDate(2026, 8, 20))).gap);
}

TEST_CASE("A prescription that began is not written over without a question; a new one follows it")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    auto script = need(records.add(aScript(ben.id, QDate(2026, 9, 7), QDate(2026, 9, 20))));
    script.value.dose = script.value.amount = Decimal::fromWhole(40);
    const auto refused = records.amend(script);
    REQUIRE_FALSE(bool(refused));
    CHECK(refused.error().violations == Violations{{u"dose"_s, Rule::Unlikely, kScriptBegan}});
    need(records.withConfirmed({{u"prescription"_s, u"dose"_s, u"40"_s}}, [&]() -> Done {
        const auto kept = records.amend(script); // typed wrong
        return kept ? Done() : Done(kept.error());
    }));
    Prescription next = aScript(ben.id, QDate(2026, 9, 16), QDate(2026, 9, 29));
    next.followsId = script.id;
    const auto following = need(records.add(next));
    const PersonTreatment theirs = need(hostel.services().treatment.of(ben.id, kMonday));
    CHECK(coverOn(theirs.substitute()->input, QDate(2026, 9, 15)).script == script.id.value);
    CHECK(coverOn(theirs.substitute()->input, QDate(2026, 9, 16)).script == following.id.value);
}

TEST_CASE("At night whoever may only add puts a collection right with a word of their own, both stand, and the later one counts")
{
    for (const bool isOwn : {true, false}) {
        INFO(isOwn);
        TestHostel hostel;
        const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
        const auto script = need(hostel.services().records.add(aScript(ben.id, QDate(2026, 9, 7), QDate(2026, 9, 20))));
        makeMember(hostel, u"Lee Park"_s, Role::Keyworker);
        if (isOwn)
            signInAs(hostel, u"Sam Reed"_s, Role::Relief);
        const auto first = need(hostel.services().treatment.say(script.id, kMonday, CollectionOutcome::Collected));
        if (!isOwn)
            signInAs(hostel, u"Sam Reed"_s, Role::Relief);
        TreatmentCover &treatment = hostel.services().treatment;
        const Id<Staff> sam = hostel.services().records.session().staff();
        REQUIRE_FALSE(hostel.services().records.mayChange(recordType<Collection>()));
        hostel.clock.set(hostel.clock.now().addSecs(600));
        const auto second = need(treatment.say(script.id, kMonday, CollectionOutcome::NotCollected));
        CHECK(second.id != first.id);
        CHECK(need(hostel.services().records.one(first.id)).value == first.value); // nobody's word is written over
        const auto due = need(treatment.collectionsOn(kMonday));
        REQUIRE(due.size() == 1);
        CHECK(due.first().said->value.outcome == CollectionOutcome::NotCollected);
        REQUIRE(due.first().words.size() == 2);
        CHECK(due.first().words.first() == CollectionWord{CollectionOutcome::NotCollected, second.createdAt, sam});
        CHECK(due.first().words.last() == CollectionWord{CollectionOutcome::Collected, first.createdAt, Id<Staff>{first.createdBy}});
        CHECK((Id<Staff>{first.createdBy} == sam) == isOwn);
        const PersonTreatment read = need(treatment.of(ben.id, kMonday));
        CHECK_FALSE(read.lastDose); // what was put right is no dose
        CHECK(read.notCollected == QList<QDate>{kMonday});
        signInWith(hostel, u"Lee Park"_s, kTheirs); // in the morning: the word that counts is put right, with its history
        const auto third = need(hostel.services().treatment.say(script.id, kMonday, CollectionOutcome::Collected));
        CHECK(third.id == second.id);
        CHECK(need(hostel.services().treatment.of(ben.id, kMonday)).lastDose->on == kMonday);
    }
}

} // namespace keywork::test::services_treatment_cover_test
