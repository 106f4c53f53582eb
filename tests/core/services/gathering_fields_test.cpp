// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/appointment.h"
#include "core/domain/assessment.h"
#include "core/exchange/fhir_bundle.h"
#include "tests/support/full_referral.h"

namespace keywork::test::gathering_fields_test {

TEST_CASE("An appointment leaves with treatment: when, how long, with whom, what for and how it went; who goes along stays here")
{
    FullReferral full;
    const SharedSection *treatment = full.prepared.facts.section(Category::Treatment);
    REQUIRE(treatment);
    const auto found = std::find_if(treatment->records.cbegin(), treatment->records.cend(),
        [](const SharedRecord &record) { return record.type == &recordType<Appointment>(); });
    REQUIRE(found != treatment->records.cend());
    CHECK(found->text("starts_at") == u"2026-09-10 10:30");
    CHECK(found->text("minutes") == u"45");
    CHECK(found->text("agency_id") == full.agency.value.name);
    CHECK(found->text("purpose") == u"First appointment & plan");
    CHECK(found->text("outcome") == u"Kept, came late");
    for (const char *inHouse : {"place", "goes_along_id", "goes_along_other", "outcome_note", "follow_up", "series"}) {
        INFO(inHouse);
        CHECK(found->text(inHouse).isEmpty());
    }
}

namespace {

/// The words of the goals that leave with these sections.
QStringList goalsLeaving(TestHostel &hostel, const ReferralWish &wish)
{
    QStringList goals;
    for (const SharedSection &section : need(hostel.services().referrals.facts(wish)).sections)
        if (section.plan)
            for (const PlanSnapshot::AreaPart &part : section.plan->snapshot.areas)
                for (const PlanSnapshot::Goal &goal : part.goals)
                    goals.append(goal.statement);
    return goals;
}

} // namespace

TEST_CASE("An area of the care plan leaves only with its own category; on a lawful reason the page says which did")
{
    TestHostel hostel;
    Services &services = hostel.services();
    const auto ben = aPerson().in(hostel);
    const auto agency = anAgency(hostel);
    for (const auto &[area, words] : std::vector<std::pair<Area, QString>>{{Area::SubstanceUse, u"use less"_s},
             {Area::MeaningfulTime, u"paint again"_s}, {Area::RightsResponsibilities, u"tell my probation worker the truth"_s}}) {
        Goal goal;
        goal.area = area;
        goal.statement = words;
        need(services.plans.saveGoal(ben.id, goal));
    }
    need(services.plans.issue(ben.id));
    need(services.agreements.record(agreement(ben.id, agency.id), {Category::Identity, Category::CarePlan}));
    auto wish = wishFor(ben.id, agency.id, {Category::Identity, Category::CarePlan});
    CHECK(goalsLeaving(hostel, wish) == QStringList{u"paint again"_s});
    const ReferralFacts agreed = need(services.referrals.facts(wish));
    CHECK(agreed.section(Category::CarePlan)->plan->areasLeftOut);
    CHECK(agreed.section(Category::CarePlan)->plan->withoutAgreement.isEmpty());

    wish.sections.insert(Category::SubstanceUse);
    CHECK(kindOfError(services.referrals.facts(wish)) == ErrorKind::NotAgreed);
    wish.lawful = LawfulReason{.because = u"taken to hospital"_s};
    CHECK(goalsLeaving(hostel, wish) == QStringList{u"use less"_s, u"paint again"_s});
    const ReferralFacts lawful = need(services.referrals.facts(wish));
    CHECK(lawful.section(Category::CarePlan)->agreed);
    CHECK(lawful.section(Category::CarePlan)->plan->withoutAgreement == QStringList{u"substance_use"_s});
    CHECK(fhirBundle(lawful).contains("use less"));
}

TEST_CASE("An appointment with probation or about a court leaves only when court and probation do, too")
{
    TestHostel hostel;
    Services &services = hostel.services();
    const auto ben = aPerson().in(hostel);
    const auto clinic = anAgency(hostel); // for drugs: its name tells of them
    Agency surgery;
    surgery.name = u"Park surgery"_s;
    surgery.category = {u"primary_care"_s};
    const auto doctor = need(services.records.add(surgery));
    Agency other;
    other.name = u"Probation office"_s;
    other.category = {u"probation"_s};
    const auto probation = need(services.records.add(other));
    const auto book = [&](Id<Agency> where, const QString &purpose) {
        Appointment appointment;
        appointment.personId = ben.id;
        appointment.agencyId = where;
        appointment.purpose = purpose;
        appointment.startsAt = QDateTime(QDate(2026, 9, 20), QTime(9, 30), Qt::UTC);
        need(services.records.add(appointment));
    };
    book(doctor.id, u"First appointment"_s);
    book(doctor.id, u"Letter for the magistrates"_s);
    book(clinic.id, u"Dose"_s);
    book(probation.id, u"Supervision"_s);
    need(services.agreements.record(
        agreement(ben.id, doctor.id), {Category::Identity, Category::Treatment, Category::Offending, Category::SubstanceUse}));
    const auto appointments = [&](const ReferralWish &wish) {
        QList<SharedRecord> all;
        for (const SharedSection &section : need(services.referrals.facts(wish)).sections)
            for (const SharedRecord &record : section.records)
                if (record.type == &recordType<Appointment>())
                    all.append(record);
        return all;
    };
    const auto purposes = [&](const std::set<Category> &sections) {
        QStringList all;
        for (const SharedRecord &record : appointments(wishFor(ben.id, doctor.id, sections)))
            all.append(record.text("purpose"));
        all.sort();
        return all;
    };
    CHECK(purposes({Category::Identity, Category::Treatment}) == QStringList{u"First appointment"_s});
    CHECK(purposes({Category::Identity, Category::Treatment, Category::Offending}).size() == 3);
    CHECK(purposes({Category::Identity, Category::Treatment, Category::SubstanceUse}) == QStringList{u"Dose"_s, u"First appointment"_s});
    CHECK(purposes({Category::Identity, Category::Treatment, Category::Offending, Category::SubstanceUse}).size() == 4);

    // On a lawful reason each of them says so, in a section that is agreed.
    need(services.agreements.record(agreement(ben.id, doctor.id), {Category::Identity, Category::Treatment}));
    auto wish = wishFor(ben.id, doctor.id, {Category::Identity, Category::Treatment, Category::SubstanceUse});
    wish.lawful = LawfulReason{.because = u"taken to hospital"_s};
    const QList<SharedRecord> lawful = appointments(wish);
    REQUIRE(lawful.size() == 2);
    for (const SharedRecord &record : lawful)
        CHECK(record.withoutAgreement == (record.text("purpose") == u"Dose"_s));
    CHECK(fhirBundle(need(services.referrals.facts(wish))).count("Shared without agreement, for a lawful reason.")
        == 2); // and its own section
}

namespace {

/// "category: answer" of every answer that leaves with these sections.
QStringList answersLeaving(TestHostel &hostel, Id<Person> person, Id<Agency> agency, const std::set<Category> &wanted)
{
    QStringList answers;
    for (const SharedSection &section : need(hostel.services().referrals.facts(wishFor(person, agency, wanted))).sections)
        for (const SharedAssessment &assessment : section.assessments)
            for (const SharedAnswer &answer : assessment.answers)
                answers.append(QString::fromLatin1(codeOf(section.category)) + u": "_s + answer.answer);
    return answers;
}

} // namespace

TEST_CASE("An answer leaves in the section of its own category and in no other, and early life only by its own word")
{
    FullReferral full;
    const auto leaving = [&](const std::set<Category> &wanted) { return answersLeaving(full.hostel, full.ben.id, full.agency.id, wanted); };
    CHECK(leaving({Category::Identity}).isEmpty());
    CHECK(leaving({Category::Identity, Category::Money}) == QStringList{u"money: Yes"_s});
    CHECK(leaving({Category::Identity, Category::EarlyLife}) == QStringList{u"early_life: Yes"_s, u"early_life: With my gran"_s});
    CHECK(leaving({Category::Identity, Category::CarePlan})
        == QStringList{u"care_plan: Eleven days & my dog"_s, u"care_plan: Sleep <in a bed>"_s});
}

TEST_CASE("A half-done assessment stays in the house; of finished ones the latest leaves, and what speaks of the court only with it")
{
    FullReferral full;
    Assessments &assessments = full.hostel.services().assessments;
    const auto leaving = [&](const std::set<Category> &wanted) { return answersLeaving(full.hostel, full.ben.id, full.agency.id, wanted); };
    Assessment begun;
    begun.personId = full.ben.id;
    begun.begunAt = kNow;
    begun.means = {u"here"_s};
    const auto kept = need(assessments.begin(u"full_assessment"_s, begun));
    FilledForm now = need(assessments.read(kept.id));
    now.answers.set(u"proud"_s, u"My dog"_s);
    now.answers.set(u"want_first"_s, u"Be done with probation"_s);
    for (const QString &needed : {u"allergies"_s, u"uses"_s, u"life_thoughts"_s})
        now.answers.set(needed, needed == u"life_thoughts" ? kNo : kYes);
    need(assessments.save(kept.id, now.answers));
    CHECK_FALSE(leaving({Category::Identity, Category::CarePlan}).contains(u"care_plan: My dog"_s));
    need(assessments.finish(kept.id));
    CHECK(leaving({Category::Identity, Category::CarePlan}) == QStringList{u"care_plan: My dog"_s});
    CHECK(leaving({Category::Identity, Category::CarePlan, Category::Offending})
        == QStringList{u"care_plan: My dog"_s, u"care_plan: Be done with probation"_s});
}

} // namespace keywork::test::gathering_fields_test
