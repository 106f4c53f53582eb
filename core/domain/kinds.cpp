// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinds.h"

#include "core/domain/aftercare.h"
#include "core/domain/appointment.h"
#include "core/domain/arrival.h"
#include "core/domain/assessment.h"
#include "core/domain/belonging.h"
#include "core/domain/care_plan.h"
#include "core/domain/child.h"
#include "core/domain/court.h"
#include "core/domain/desk_movement.h"
#include "core/domain/disclosure.h"
#include "core/domain/drug_alert.h"
#include "core/domain/entry_criteria.h"
#include "core/domain/group_activity.h"
#include "core/domain/guidance.h"
#include "core/domain/handover.h"
#include "core/domain/health.h"
#include "core/domain/health_checks.h"
#include "core/domain/held_medicine.h"
#include "core/domain/history_action.h"
#include "core/domain/house.h"
#include "core/domain/incident_parts.h"
#include "core/domain/incident_review.h"
#include "core/domain/keywork.h"
#include "core/domain/leaving_plan.h"
#include "core/domain/leaving_safety.h"
#include "core/domain/lone_working.h"
#include "core/domain/loss.h"
#include "core/domain/merged_person.h"
#include "core/domain/missing.h"
#include "core/domain/money.h"
#include "core/domain/move_on.h"
#include "core/domain/naloxone_kit.h"
#include "core/domain/naloxone_watch.h"
#include "core/domain/nights_away.h"
#include "core/domain/overdose.h"
#include "core/domain/overdose_rule.h"
#include "core/domain/photo.h"
#include "core/domain/policy.h"
#include "core/domain/prescription.h"
#include "core/domain/referral_in.h"
#include "core/domain/restriction.h"
#include "core/domain/retention.h"
#include "core/domain/risk.h"
#include "core/domain/roll_call.h"
#include "core/domain/room.h"
#include "core/domain/room_upkeep.h"
#include "core/domain/safeguarding.h"
#include "core/domain/staff.h"
#include "core/domain/staff_health.h"
#include "core/domain/stage_entry.h"
#include "core/domain/stay.h"
#include "core/domain/stay_letters.h"
#include "core/domain/stay_room.h"
#include "core/domain/substance_use.h"
#include "core/domain/supplies.h"
#include "core/domain/take_home_naloxone.h"
#include "core/domain/timed_check.h"
#include "core/domain/treatment.h"
#include "core/domain/treatment_panel.h"
#include "core/domain/treatment_telling.h"
#include "core/domain/watch_call.h"
#include "core/domain/watch_snooze.h"
#include "core/record/person_keys.h"

namespace keywork {

const QList<const RecordType *> &allKinds()
{
    static const QList<const RecordType *> kinds{
        &recordType<House>(),
        &recordType<Staff>(),
        &recordType<Room>(),
        &recordType<Person>(),
        &recordType<PersonName>(),
        &recordType<Photo>(),
        &recordType<Contact>(),
        &recordType<Child>(),
        &recordType<Alert>(),
        &recordType<Agency>(),
        &recordType<AgencyService>(),
        &recordType<AgencyContact>(),
        &recordType<JointWorking>(),
        &recordType<Meeting>(),
        &recordType<EntryCriteria>(),
        &recordType<EntryCriterion>(),
        &recordType<ReferralIn>(),
        &recordType<CriterionAnswer>(),
        &recordType<Stay>(),
        &recordType<StayRoom>(),
        &recordType<RoomVoid>(),
        &recordType<RoomRepair>(),
        &recordType<RoomKey>(),
        &recordType<Belonging>(),
        &recordType<ArrivalStep>(),
        &recordType<StayCondition>(),
        &recordType<GpRefusal>(),
        &recordType<MoveOnPlan>(),
        &recordType<MoveStep>(),
        &recordType<ReadinessView>(),
        &recordType<MoveOnApplication>(),
        &recordType<MoveOnCost>(),
        &recordType<SupportStep>(),
        &recordType<PostMoveContact>(),
        &recordType<FollowUp>(),
        &recordType<StageEntry>(),
        &recordType<CarePlan>(),
        &recordType<CarePlanVersion>(),
        &recordType<CarePlanArea>(),
        &recordType<Goal>(),
        &recordType<Step>(),
        &recordType<StepWho>(),
        &recordType<GoalProgress>(),
        &recordType<StepProgress>(),
        &recordType<SignOff>(),
        &recordType<SharingAgreement>(),
        &recordType<AgreementCategory>(),
        &recordType<AgreementWording>(),
        &recordType<CapacityAssessment>(),
        &recordType<Referral>(),
        &recordType<ReferralStep>(),
        &recordType<LawfulReason>(),
        &recordType<Disclosure>(),
        &recordType<Appointment>(),
        &recordType<Incident>(),
        &recordType<IncidentPerson>(),
        &recordType<MissingEpisode>(),
        &recordType<MissingStep>(),
        &recordType<SeenWithin>(),
        &recordType<ServiceCalled>(),
        &recordType<FoundItem>(),
        &recordType<RoomCheck>(),
        &recordType<IncidentTold>(),
        &recordType<IncidentReview>(),
        &recordType<IncidentAction>(),
        &recordType<IncidentQuestion>(),
        &recordType<DeathStep>(),
        &recordType<IncidentMonth>(),
        &recordType<KeyworkSession>(),
        &recordType<KeyworkNote>(),
        &recordType<KeyworkAgreed>(),
        &recordType<KeyworkMessage>(),
        &recordType<ContactNote>(),
        &recordType<Advocacy>(),
        &recordType<HealthCheck>(),
        &recordType<HealthCondition>(),
        &recordType<Measurement>(),
        &recordType<BbvTest>(),
        &recordType<VaccinationDose>(),
        &recordType<HospitalStay>(),
        &recordType<Wound>(),
        &recordType<Restriction>(),
        &recordType<NeedToKnow>(),
        &recordType<RestrictedOpening>(),
        &recordType<RetentionRule>(),
        &recordType<RetentionHold>(),
        &recordType<Erasure>(),
        &recordType<WatchSnooze>(),
        &recordType<MergedPerson>(),
        &recordType<DifferentPeople>(),
        &recordType<FormVersion>(),
        &recordType<Assessment>(),
        &recordType<AssessmentAnswer>(),
        &recordType<AssessmentByOthers>(),
        &recordType<RentCharge>(),
        &recordType<RentPayment>(),
        &recordType<HousingBenefit>(),
        &recordType<ArrearsArrangement>(),
        &recordType<Debt>(),
        &recordType<Substance>(),
        &recordType<SubstanceReview>(),
        &recordType<SubstanceUse>(),
        &recordType<Risk>(),
        &recordType<OverdoseLevel>(),
        &recordType<SafetyPlan>(),
        &recordType<SeemedIntoxicated>(),
        &recordType<OverdoseRule>(),
        &recordType<SafeguardingConcern>(),
        &recordType<SafeguardingStep>(),
        &recordType<CourtOrder>(),
        &recordType<OrderRequirement>(),
        &recordType<Hearing>(),
        &recordType<ElectronicTag>(),
        &recordType<CustodySpell>(),
        &recordType<PastOffence>(),
        &recordType<TreatmentEpisode>(),
        &recordType<TreatmentPart>(),
        &recordType<TreatmentReview>(),
        &recordType<TreatmentAgreement>(),
        &recordType<MayBeTold>(),
        &recordType<TreatmentPanel>(),
        &recordType<PanelRequirement>(),
        &recordType<AftercarePlan>(),
        &recordType<AftercareStep>(),
        &recordType<LeavingPlan>(),
        &recordType<OccupancyRight>(),
        &recordType<LeavingSafetyPlan>(),
        &recordType<StayWarning>(),
        &recordType<StayNotice>(),
        &recordType<Loss>(),
        &recordType<GroupActivity>(),
        &recordType<GroupPerson>(),
        &recordType<Prescription>(),
        &recordType<TitrationStep>(),
        &recordType<ScriptConfirmation>(),
        &recordType<Injection>(),
        &recordType<Collection>(),
        &recordType<DispensingHours>(),
        &recordType<HeldMedicine>(),
        &recordType<CustodyEntry>(),
        &recordType<NightsAway>(),
        &recordType<DeskMovement>(),
        &recordType<Visitor>(),
        &recordType<Contractor>(),
        &recordType<Delivery>(),
        &recordType<StaffPresence>(),
        &recordType<Barring>(),
        &recordType<RollCall>(),
        &recordType<RollCallLine>(),
        &recordType<NaloxonePlace>(),
        &recordType<NaloxoneKit>(),
        &recordType<Overdose>(),
        &recordType<OverdoseStep>(),
        &recordType<NaloxoneCheck>(),
        &recordType<NaloxoneRecall>(),
        &recordType<NaloxoneTraining>(),
        &recordType<SupplyAuthority>(),
        &recordType<TakeHomeNaloxone>(),
        &recordType<SupplyItem>(),
        &recordType<SupplyStock>(),
        &recordType<SupplyVisit>(),
        &recordType<SupplyLine>(),
        &recordType<HarmPoster>(),
        &recordType<SharpsBox>(),
        &recordType<HousePage>(),
        &recordType<HelpLine>(),
        &recordType<Policy>(),
        &recordType<PolicyRead>(),
        &recordType<ShiftPattern>(),
        &recordType<OnShift>(),
        &recordType<OnCall>(),
        &recordType<LoneWorking>(),
        &recordType<LoneCheckIn>(),
        &recordType<StaffHealth>(),
        &recordType<Handover>(),
        &recordType<HandoverLine>(),
        &recordType<HandoverItem>(),
        &recordType<HandoverRead>(),
        &recordType<DrugAlert>(),
        &recordType<DrugAlertPerson>(),
        &recordType<CheckSeries>(),
        &recordType<TimedCheck>(),
        &recordType<WatchCall>(),
    };
    return kinds;
}

const RecordType *kindOf(const QString &table)
{
    for (const RecordType *type : allKinds())
        if (table == QLatin1String(type->table))
            return type;
    return nullptr;
}

const RecordType *headOf(const RecordType &part)
{
    const Field *field = part.childOf ? part.fieldNamed(QString::fromLatin1(part.childOf)) : nullptr;
    return field ? kindOf(QString::fromLatin1(field->refers)) : nullptr;
}

const QList<const RecordType *> &partsOf(const RecordType &type)
{
    static const QHash<const RecordType *, QList<const RecordType *>> parts = [] {
        QHash<const RecordType *, QList<const RecordType *>> found;
        for (const RecordType *kind : allKinds())
            if (const RecordType *head = headOf(*kind))
                found[head].append(kind);
        return found;
    }();
    static const QList<const RecordType *> none;
    const auto known = parts.constFind(&type);
    return known == parts.constEnd() ? none : *known;
}

WithinField withinOf(const RecordType &type)
{
    const Field *field = type.within ? type.fieldNamed(QString::fromLatin1(type.within)) : nullptr;
    const RecordType *referred = field && field->refers ? kindOf(QString::fromLatin1(field->refers)) : nullptr;
    return referred ? withinOf(*referred) : WithinField{&type, field};
}

const QList<const RecordType *> &kindsAboutSeveral()
{
    static const QList<const RecordType *> several = [] {
        QList<const RecordType *> found;
        for (const RecordType *kind : allKinds()) {
            const QList<const RecordType *> &parts = partsOf(*kind);
            if (std::any_of(parts.cbegin(), parts.cend(), [](const RecordType *part) { return part->tiedBy(Tie::Involved); }))
                found.append(kind);
        }
        return found;
    }();
    return several;
}

const QList<const RecordType *> &kindsThatMakeKnown()
{
    static const QList<const RecordType *> known = [] {
        QList<const RecordType *> found;
        for (const RecordType *kind : allKinds())
            if (makesKnown(*kind))
                found.append(kind);
        return found;
    }();
    return known;
}

const QList<const RecordType *> &kindsWithNames()
{
    static const QList<const RecordType *> named = [] {
        QList<const RecordType *> found;
        for (const RecordType *kind : allKinds()) {
            const Field *name = kind->fieldNamed(QStringLiteral("name"));
            if (name && name->searched && !makesKnown(*kind))
                found.append(kind);
        }
        return found;
    }();
    return named;
}

QStringList tableNames(const QList<const RecordType *> &kinds)
{
    QStringList names;
    for (const RecordType *kind : kinds)
        names.append(QString::fromLatin1(kind->table));
    return names;
}

const QList<FixedList> &fixedLists()
{
    static const QList<FixedList> lists = [] {
        // These are no field's own choices: codes in texts, answers beside a field, what the history says.
        QList<FixedList> found{fixedList<Category>(), fixedList<NotSaidReason>(), fixedList<HistoryAction>()};
        for (const RecordType *kind : allKinds())
            for (const Field &field : kind->fields)
                if (field.fixed.count > 0 && std::none_of(found.cbegin(), found.cend(), [&](const FixedList &known) {
                        return known.options == field.fixed.options;
                    }))
                    found.append(field.fixed);
        return found;
    }();
    return lists;
}

} // namespace keywork
