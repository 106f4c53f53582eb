// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"
#include "core/domain/child.h"
#include "core/domain/house.h"
#include "core/domain/money.h"
#include "core/domain/treatment.h"
#include "core/services/care/assessments.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/care/substance_reviews.h"
#include "core/services/care/substances.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/referrals.h"
#include "tests/support/services.h"

namespace keywork::test {

/// A referral with a record of every kind that can leave, prepared and not yet handed over.
struct FullReferral {
    TestHostel hostel;
    Kept<Person> ben;
    Kept<Agency> agency;
    PreparedReferral prepared;

    FullReferral()
    {
        Services &services = hostel.services();
        auto house = need(services.records.all<House>()).first();
        house.value.drugServiceLine = u"020 7946 0100"_s;
        need(services.records.amend(house));
        auto builder = aPerson().born(u"1981-02"_s).arrived(QDate(2026, 8, 3));
        Person &person = builder.person;
        person.pronouns = {u"he_him"_s};
        person.gender = {u"man"_s};
        person.telephone = u"07700 900123"_s;
        person.nhsNumber = u"943 476 5919"_s;
        person.conditions = u"COPD & asthma <mild>"_s;
        person.medicines = u"Methadone 35 mg (35 ml of 1 mg/ml)\nPregabalin 150 mg"_s;
        person.bloodBorneViruses = u"hepatitis C, treated"_s;
        person.gpPractice = u"Angel Surgery"_s;
        person.gpTelephone = u"020 7946 0177"_s;
        person.keyworkerId = services.records.session().staff();
        person.benefits = u"Universal Credit, claim made"_s;
        ben = builder.in(hostel);
        agency = anAgency(hostel);
        need(services.records.add(PersonName{ben.id, {u"street_name"_s}, u"Benno"_s}));
        need(
            services.records.add(Contact{ben.id, u"Rose Barker"_s, {u"sibling"_s}, u"07700 900124"_s, {}, true, u"that he is well"_s, {}}));
        need(services.records.add(Child{ben.id, u"Joy"_s, PartialDate::fromText(u"2015"_s), u"with her aunt"_s, {u"yes"_s}, {}, {}}));
        need(services.records.add(Alert{ben.id, {u"from_others"_s}, u"Threats from dealers"_s, {u"urgent"_s}, QDate(2026, 9, 1), {}}));
        need(services.records.add(RentCharge{ben.id, QDate(2026, 8, 3), {}, Pence{190'00}, {}}));
        need(services.records.add(
            HousingBenefit{ben.id, BenefitState::Awarded, QDate(2026, 9, 1), u"HB-4471"_s, Pence{170'00}, QDate(2026, 8, 3), {}, {}, {}}));
        need(services.records.add(ArrearsArrangement{ben.id, QDate(2026, 9, 7), Pence{5'00}, {u"written"_s}, {}, {}, {}}));
        need(services.records.add(
            Debt{ben.id, {u"council_tax"_s}, u"Mill Lane"_s, Pence{240'00}, {u"as_told"_s}, {u"yes"_s}, {}, {}, {}, {}}));
        Appointment chest;
        chest.personId = ben.id;
        chest.agencyId = agency.id;
        chest.purpose = u"First appointment & plan"_s;
        chest.startsAt = QDateTime(QDate(2026, 9, 10), QTime(9, 30), Qt::UTC);
        chest.minutes = 45;
        chest.outcome = AppointmentOutcome::Late;
        need(services.records.add(chest));
        Agency named;
        named.name = u"Northside & Co"_s;
        named.category = {u"drug_alcohol_treatment"_s};
        const auto service = need(services.records.add(named));
        TreatmentEpisode episode{.personId = ben.id, .agencyId = service.id};
        episode.keyworkerThere = u"J. Amos"_s;
        episode.startedOn = QDate(2026, 8, 10);
        const auto treated = need(services.records.add(episode));
        need(services.records.add(TreatmentPart{
            treated.id, ben.id, TreatmentKind::SubstitutePrescribing, TreatmentState::UnderWay, QDate(2026, 8, 10), {}, {}, {}, {}}));
        StageEntry entry;
        entry.personId = ben.id;
        entry.fromOn = QDate(2026, 8, 5);
        entry.stage = Stage::ChaoticEngaging;
        entry.evidence = u"keeps appointments"_s;
        entry.assessedBy = services.records.session().staff();
        need(services.stages.record(entry));
        const QString goal = need(services.plans.saveGoal(ben.id, goalOf()));
        need(services.plans.saveStep(ben.id, goal, stepOf(), {{StepActor::Resident, u"Ben"_s}, {StepActor::Other, u"Walt Whitstable"_s}}));
        need(services.plans.issue(ben.id));
        talkWith(ben.id);
        tellOfUse(ben.id);
        std::set<Category> everything(Agreements::offered().begin(), Agreements::offered().end());
        need(services.agreements.record(agreement(ben.id, agency.id), everything));
        prepared = need(services.referrals.prepare(
            wishFor(ben.id, agency.id, everything, u"COPD review; \"breathless\" on stairs & more"_s), PdfStandIn()));
    }
    const QByteArray &data() const { return prepared.data; }

private:
    void talkWith(Id<Person> person)
    {
        Assessments &assessments = hostel.services().assessments;
        Assessment begun;
        begun.personId = person;
        begun.begunAt = kNow.addDays(-3);
        begun.means = {u"here"_s};
        const auto kept = need(assessments.begin(u"full_assessment"_s, begun));
        FilledForm now = need(assessments.read(kept.id));
        for (const auto &[question, answer] : {std::pair{u"proud"_s, u"Eleven days & my dog"_s}, {u"want_first"_s, u"Sleep <in a bed>"_s},
                 {u"pain_where"_s, u"Lower back"_s}, {u"uses"_s, kYes}, {u"uses_main"_s, u"Heroin"_s}, {u"gp"_s, u"Angel Surgery"_s},
                 {u"allergies"_s, u"None known"_s}, {u"life_thoughts"_s, u"no"_s}, {u"debts"_s, kYes}, {u"early_wish"_s, kYes},
                 {u"early_home"_s, u"With my gran"_s}, {u"housing_history"_s, u"[[\"Sofa\",\"friends\",\"2 weeks\",\"he moved\"]]"_s}})
            now.answers.set(question, answer);
        need(assessments.save(kept.id, now.answers));
        need(assessments.finish(kept.id));
    }
    void tellOfUse(Id<Person> person)
    {
        Services &services = hostel.services();
        need(services.substances.takeInShipped());
        SubstanceReview review;
        review.personId = person;
        review.asOn = QDate(2026, 9, 10);
        review.knownFrom = {u"themselves"_s};
        review.words = u"Less & less <since August>"_s;
        review.talkedAbout = u"not_alone,naloxone"_s;
        SubstanceUse heroin;
        heroin.substanceId = need(services.substances.matching(u"heroin"_s)).first().id;
        heroin.route = UseRoute::Smoke;
        heroin.days = 12;
        heroin.lastUsed = PartialDate::fromText(u"2026-09-09"_s);
        Family family;
        family.head.row = toRow(review);
        family.parts.append(KeptRow());
        family.parts.first().row = toRow(heroin);
        need(services.substanceReviews.save(family, {}, u"taken out again"_s));
    }
    static Goal goalOf()
    {
        Goal goal;
        goal.area = Area::Health;
        goal.statement = u"Walk up to my room without stopping"_s;
        goal.agreement = GoalAgreement::Agreed;
        goal.agreedOn = QDate(2026, 9, 10);
        goal.reviewOn = QDate(2026, 10, 10);
        return goal;
    }
    static Step stepOf()
    {
        Step step;
        step.what = u"Go to the chest clinic"_s;
        step.dueOn = QDate(2026, 9, 20);
        return step;
    }
};

} // namespace keywork::test
