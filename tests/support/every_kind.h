// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/appointment.h"
#include "core/domain/assessment.h"
#include "core/domain/child.h"
#include "core/domain/drug_alert.h"
#include "core/domain/handover.h"
#include "core/domain/held_medicine.h"
#include "core/domain/house.h"
#include "core/domain/incident.h"
#include "core/domain/keywork.h"
#include "core/domain/lone_working.h"
#include "core/domain/missing.h"
#include "core/domain/overdose_rule.h"
#include "core/domain/policy.h"
#include "core/domain/risk.h"
#include "core/domain/stay_room.h"
#include "core/domain/substance_use.h"
#include "core/domain/timed_check.h"
#include "core/exchange/incoming_referral.h"
#include "core/services/care/assessments.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/records/merging.h"
#include "core/services/records/people.h"
#include "core/services/records/photos.h"
#include "core/services/records/records.h"
#include "core/services/sharing/agreements.h"
#include "core/services/sharing/referrals.h"
#include "core/services/sharing/referrals_in.h"
#include "tests/support/filled_rows.h"
#include "tests/support/services.h"

namespace keywork::test {

/// A hostel with at least one record of each kind, written through the services, with the same words in every text.
struct EveryKind {
    TestHostel hostel;
    QTemporaryDir out; ///< what left lies here, apart from the hostel's own folder
    const QString words;
    Kept<Person> ben;
    Kept<Agency> agency;
    Kept<Referral> referral;
    QString goal; ///< its thread
    QString step;
    Id<Assessment> conversation; ///< finished
    Id<Assessment> assessment; ///< half done
    QByteArray data; ///< what the referral said, FHIR
    QStringList paths; ///< the files that left
    QString passphrase = QStringLiteral("cradle rose panda crown");

    explicit EveryKind(QString text, const DocumentRenderer &renderer = PdfStandIn())
        : words(std::move(text))
    {
        fillHouse();
        takeIn();
        for (const RecordType *type :
            {static_cast<const RecordType *>(&recordType<Substance>()), static_cast<const RecordType *>(&recordType<SubstanceReview>())})
            need(services().records.add(filledRow(services().records, *type, words)));
        need(services().records.add(filledRow(services().records, recordType<KeyworkSession>(), words))); // before its parts
        fillRisk();
        fillHeldMedicine();
        fillShift();
        fillByDescription();
        need(services().records.add(filledRow(services().records, recordType<DrugAlertPerson>(), words)));
        need(services().records.add(filledRow(services().records, recordType<Appointment>(), words)));
        agency = need(services().records.all<Agency>()).first();
        fillPlan();
        fillAssessments();
        share(renderer);
    }
    Services &services() { return hostel.services(); }

private:
    void fillHouse()
    {
        Records &records = services().records;
        auto house = need(records.list(recordType<House>())).first();
        const QVariant zone = house.row.value(u"time_zone"_s);
        house.row = filledRow(records, house.row, words);
        house.row.set(u"time_zone"_s, zone);
        need(records.amend(house));
        need(records.add(filledRow(records, recordType<EntryCriteria>(), words)));
        need(services().agreements.saveWording(cutTo<AgreementWording>("text", words)));
    }
    void takeIn()
    {
        Records &records = services().records;
        need(records.add(filledRow(records, recordType<Room>(), words)));
        Person person = filled<Person>(records, words);
        person.keyworkerId = records.session().staff();
        Stay stay = filled<Stay>(records, words);
        stay.referredOn = QDate(2026, 7, 15);
        stay.arrivedOn = QDate(2026, 8, 3);
        stay.roomId = need(records.all<Room>()).first().id;
        stay.personId = {};
        ben = need(services().people.takeIn(person, stay));
        Stay ended = filled<Stay>(records, words); // what comes after leaving is about one that ended
        ended.personId = ben.id;
        ended.referredOn = ended.arrivedOn.emplace(2024, 5, 1);
        ended.leftOn = QDate(2024, 8, 1);
        ended.destination = {QStringLiteral("friends")};
        need(services().people.saveStay({}, ended));
        Stay expected = filled<Stay>(records, words);
        expected.personId = {};
        const auto other = need(services().people.takeIn(person, expected));
        ReferralIn asked = filled<ReferralIn>(records, words);
        asked.personId = ben.id;
        asked.personName = cutTo<ReferralIn>("person_name", words);
        need(records.add(asked));
        need(services().photos.set(ben.id, QByteArray("\xff\xd8\xff\xe0")));
        Stay declined = filled<Stay>(records, words);
        declined.personId = {};
        declined.notComing = true;
        const auto twice = need(services().people.takeIn(person, declined));
        need(services().merging.notTheSame(ben.id, other.id, cutTo<DifferentPeople>("because", QStringLiteral("They say so: ") + words)));
        need(services().merging.merge(
            {ben.id, twice.id, {}, cutTo<MergedPerson>("because", QStringLiteral("They say so: ") + words), false}));
    }
    void fillRisk()
    {
        Records &records = services().records;
        for (const RecordType *type :
            QList<const RecordType *>{&recordType<Risk>(), &recordType<OverdoseLevel>(), &recordType<SafetyPlan>(),
                &recordType<SeemedIntoxicated>(), &recordType<OverdoseRule>(), &recordType<CheckSeries>(), &recordType<TimedCheck>()}) {
            Row row = filledRow(records, *type, words);
            if (type == &recordType<OverdoseRule>())
                row.set(u"days"_s, QVariant());
            need(records.add(row));
        }
    }
    /// Handed in with one worker on shift.
    void fillHeldMedicine()
    {
        Records &records = services().records;
        need(records.add(filledRow(records, recordType<HeldMedicine>(), words)));
        CustodyEntry entry = filled<CustodyEntry>(records, words);
        entry.countedBefore = 0;
        entry.quantity = entry.countedAfter = 1;
        entry.aboutId = {};
        entry.second = SecondName::Resident;
        entry.secondId = {};
        need(records.add(entry));
    }
    /// A shift that has hours, and a handover that a colleague wrote and somebody read.
    void fillShift()
    {
        Records &records = services().records;
        Row pattern = filledRow(records, recordType<ShiftPattern>(), words);
        pattern.set(u"ends_at"_s, u"20:00"_s);
        need(records.add(pattern));
        Staff another = filled<Staff>(records, words);
        another.name = cutTo<Staff>("name", u"And "_s + words);
        const auto colleague = need(records.add(another));
        Handover handover = filled<Handover>(records, words);
        handover.shiftDay = records.today();
        handover.shiftKey = u"a shift"_s;
        handover.writtenBy = colleague.id;
        handover.fromAt = records.clock().now().addDays(-1);
        handover.finishedAt = records.clock().now();
        need(records.add(handover));
        const Id<Handover> written = need(records.all<Handover>()).first().id;
        HandoverLine line{.handoverId = written, .personId = ben.id, .category = u"risk"_s};
        line.said = cutTo<HandoverLine>("said", words);
        need(records.add(line));
        need(records.add(HandoverRead{.handoverId = written}));
        need(records.add(filledRow(records, recordType<LoneWorking>(), words)));
        need(records.add(filledRow(records, recordType<LoneCheckIn>(), words)));
    }
    void fillByDescription()
    {
        Records &records = services().records;
        for (const RecordType *type : allKinds()) {
            const bool isThere = type == &recordType<Room>() || type == &recordType<Stay>() || type == &recordType<StayRoom>()
                || type == &recordType<ShiftPattern>() || type == &recordType<Handover>();
            if ((type->place != Place::Nowhere && !isThere) || (type->childOf && type != &recordType<HandoverLine>()))
                need(records.add(filledRow(records, *type, words)));
        }
        StayRoom earlier = filled<StayRoom>(records, words); // of the day of arrival: no night that the stay has
        earlier.fromOn = earlier.untilOn = QDate(2026, 8, 3);
        need(records.add(earlier));
        need(records.add(filledRow(records, recordType<PolicyRead>(), words)));
        need(records.add(filledRow(records, recordType<MissingStep>(), words)));
        IncidentPerson visitor = filled<IncidentPerson>(records, words); // whom only words describe
        visitor.who = InvolvedWho::Visitor;
        visitor.described = cutTo<IncidentPerson>("described", words);
        need(records.add(visitor));
    }
    void fillPlan()
    {
        Records &records = services().records;
        CarePlans &plans = services().plans;
        need(plans.saveDetails(ben.id, filled<CarePlanVersion>(records, words)));
        CarePlanArea area = filled<CarePlanArea>(records, words);
        area.selfRating = 7;
        need(plans.saveArea(ben.id, area));
        goal = need(plans.saveGoal(ben.id, filled<Goal>(records, words)));
        step = need(plans.saveStep(ben.id, goal, filled<Step>(records, words), {{StepActor::Other, cutTo<StepWho>("name", words)}}));
        need(plans.noteGoal(ben.id, goal, GoalStatus::UnderWay, cutTo<GoalProgress>("note", words)));
        need(plans.noteStep(ben.id, step, StepStatus::UnderWay, cutTo<StepProgress>("outcome", words)));
        const auto issued = need(plans.issue(ben.id));
        SignOff said = filled<SignOff>(records, words);
        said.versionId = issued.id;
        said.kind = SignOffKind::SignedOnPaper;
        said.fingerprint = issued.value.fingerprint;
        need(plans.signOff(said));
        StageEntry entry = filled<StageEntry>(records, words);
        entry.personId = ben.id;
        entry.correctsId = {};
        entry.correctionReason.clear();
        need(services().stages.record(entry));
    }
    /// A half-done full assessment, and a finished first conversation.
    void fillAssessments()
    {
        for (const auto &[form, ends] : {std::pair{u"first_conversation"_s, true}, {u"full_assessment"_s, false}}) {
            Assessment begun = filled<Assessment>(services().records, words);
            begun.personId = ben.id;
            const auto kept = need(services().assessments.begin(form, begun));
            (ends ? conversation : assessment) = kept.id;
            FilledForm now = need(services().assessments.read(kept.id));
            const auto say = [&](const QString &question, const QString &answer) {
                if (const Field *field = now.asked->type().fieldNamed(question))
                    now.answers.set(question, answer.left(lengthLimit(*field)));
            };
            for (const QString &question : {u"hope"_s, u"next"_s, u"proud"_s, u"early_home"_s, u"gp"_s})
                say(question, words);
            for (const QString &question : {u"early_wish"_s, u"safe_tonight"_s, u"debts"_s})
                say(question, kYes);
            say(u"sleep_tonight"_s, u"outside"_s);
            say(u"life_thoughts"_s, u"no"_s);
            need(services().assessments.save(kept.id, now.answers));
            if (ends)
                need(services().assessments.finish(kept.id));
        }
    }
    void share(const DocumentRenderer &renderer)
    {
        Records &records = services().records;
        SharingAgreement given = filled<SharingAgreement>(records, words);
        given.personId = ben.id;
        given.agencyId = agency.id;
        given.state = AgreementState::InPart;
        given.fromOn = QDate(2026, 9, 2);
        given.untilOn = QDate(2027, 3, 2);
        given.withdrawnReason.clear();
        need(services().agreements.record(given, {Category::Identity, Category::Health, Category::Treatment, Category::CarePlan}));
        ReferralWish wish = wishFor(ben.id, agency.id,
            {Category::Identity, Category::Health, Category::Treatment, Category::CarePlan, Category::Risk, Category::Family},
            cutTo<Referral>("reason", words));
        wish.lawful = filled<LawfulReason>(records, words);
        wish.lawful->because = asReason(words, lengthLimit(*recordType<LawfulReason>().fieldNamed(QStringLiteral("because"))));
        const auto prepared = need(services().referrals.prepare(wish, renderer));
        data = prepared.data;
        const auto sent = need(services().referrals.handOver(
            prepared, {.plainPdf = true, .protectedPdf = true, .data = true, .passphrase = passphrase}, out.path()));
        referral = sent.referral;
        paths = sent.paths;
        ReferralStep word = filled<ReferralStep>(records, words);
        word.state = ReferralState::Received;
        need(services().referrals.follow(referral.id, word));
        need(services().referralsIn.keep(need(readReferral(data))));
    }
};

} // namespace keywork::test
