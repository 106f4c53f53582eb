// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/resident/tabs.h"

#include "core/domain/aftercare.h"
#include "core/domain/arrival.h"
#include "core/domain/assessment.h"
#include "core/domain/court.h"
#include "core/domain/drug_alert.h"
#include "core/domain/held_medicine.h"
#include "core/domain/keywork.h"
#include "core/domain/kinds.h"
#include "core/domain/merged_person.h"
#include "core/domain/missing.h"
#include "core/domain/money.h"
#include "core/domain/move_on.h"
#include "core/domain/photo.h"
#include "core/domain/restriction.h"
#include "core/domain/risk.h"
#include "core/domain/safeguarding.h"
#include "core/domain/substance_use.h"
#include "core/domain/take_home_naloxone.h"
#include "core/domain/timed_check.h"
#include "core/domain/treatment_panel.h"
#include "core/domain/treatment_telling.h"
#include "core/services/records/records.h"
#include "core/services/records/timeline.h"
#include "core/services/services.h"
#include "ui/pages/appointments/resident_appointments_page.h"
#include "ui/pages/assessment/assessments_page.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/health/health_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/intake/way_in_page.h"
#include "ui/pages/keywork/keywork_page.h"
#include "ui/pages/missing/last_seen_page.h"
#include "ui/pages/money/money_page.h"
#include "ui/pages/move_on/move_on_page.h"
#include "ui/pages/notice/notice_page.h"
#include "ui/pages/place.h"
#include "ui/pages/resident/advocacy_letter.h"
#include "ui/pages/resident/bridge_goal.h"
#include "ui/pages/resident/court_page.h"
#include "ui/pages/resident/harm_reduction_page.h"
#include "ui/pages/resident/history_page.h"
#include "ui/pages/resident/overview_page.h"
#include "ui/pages/resident/person_record_page.h"
#include "ui/pages/resident/stages_page.h"
#include "ui/pages/resident/timeline_page.h"
#include "ui/pages/risk/risk_page.h"
#include "ui/pages/sharing/sharing_page.h"
#include "ui/pages/substance_use/substance_use_page.h"
#include "ui/pages/treatment/custody_page.h"
#include "ui/pages/treatment/treatment_page.h"

#include <algorithm>

namespace keywork {

namespace {

Page *loaded(Page *page)
{
    page->reload();
    return page;
}

template <class P> Page *makeTab(const TabContext &tab) { return loaded(new P(tab.person, tab.services, tab.navigator)); }

template <class... Kinds> bool isOneOf(const RecordType &type) { return ((&type == &recordType<Kinds>()) || ...); }

bool always(const Services &) { return true; }

bool none(const RecordType &) { return false; }

ResidentTab overviewTab()
{
    return {"overview", QT_TRANSLATE_NOOP("resident", "&Overview"), always,
        [](const TabContext &tab) { return loaded(new OverviewPage(tab.person, tab.services, tab.navigator, tab.showTab)); }, none};
}

ResidentTab timelineTab()
{
    return {"timeline", QT_TRANSLATE_NOOP("resident", "Ti&meline"),
        [](const Services &services) { return !services.timeline.kinds().isEmpty(); }, makeTab<PersonTimelinePage>, none};
}

ResidentTab planTab()
{
    return {"plan", QT_TRANSLATE_NOOP("resident", "&Care plan"),
        [](const Services &services) { return services.records.session().may(Act::Read, Category::CarePlan); }, makeTab<CarePlanPage>,
        isOneOf<CarePlan, CarePlanVersion, CarePlanArea, Goal, Step, StepWho, GoalProgress, StepProgress, SignOff>};
}

ResidentTab stagesTab()
{
    return {"stages", QT_TRANSLATE_NOOP("resident", "&Spectrum of need"),
        [](const Services &services) { return services.records.session().may(Act::Read, Category::SubstanceUse); }, makeTab<StagesPage>,
        isOneOf<StageEntry>};
}

ResidentTab substanceUseTab()
{
    return {"substance-use", QT_TRANSLATE_NOOP("resident", "Substance use"),
        [](const Services &services) { return services.records.mayRead(recordType<SubstanceReview>()); }, makeTab<SubstanceUsePage>,
        isOneOf<SubstanceReview, SubstanceUse>};
}

ResidentTab riskTab()
{
    return {"risk", QT_TRANSLATE_NOOP("resident", "Risk"),
        [](const Services &services) { return services.records.mayAdd(recordType<SeemedIntoxicated>()); }, makeTab<RiskPage>,
        isOneOf<Risk, OverdoseLevel, SafetyPlan, SeemedIntoxicated, CheckSeries, TimedCheck, DrugAlertPerson>};
}

ResidentTab harmReductionTab()
{
    return {"harm-reduction", QT_TRANSLATE_NOOP("resident", "Harm reduction"),
        [](const Services &services) { return services.records.mayAdd(recordType<TakeHomeNaloxone>()); },
        [](const TabContext &tab) -> Page * { return new HarmReductionPage(tab.person, tab.services, tab.navigator); },
        [](const RecordType &type) { return type.place == Place::HarmReduction; }};
}

ResidentTab recordTab()
{
    return {"record", QT_TRANSLATE_NOOP("resident", "&Record"), always, makeTab<PersonRecordPage>, isOneOf<Person, Photo>};
}

ResidentTab wayInTab()
{
    return {"way-in", QT_TRANSLATE_NOOP("resident", "Way in"),
        [](const Services &services) { return services.records.mayRead(recordType<Stay>()); }, makeTab<WayInPage>,
        isOneOf<ReferralIn, CriterionAnswer, ArrivalStep, StayCondition>};
}

ResidentTab listsTab()
{
    return {"lists", QT_TRANSLATE_NOOP("resident", "S&tays, contacts, alerts"), always,
        [](const TabContext &tab) -> Page * {
            auto *lists = new KindsPage(Place::Resident, {}, tab.person, tab.services, tab.navigator);
            QObject::connect(lists, &KindsPage::opened, lists,
                [lists, services = tab.services, navigator = tab.navigator](const KeptRow &row, QVBoxLayout *below) {
                    offerBridgeGoal(row, below, services, navigator);
                    offerAdvocacyLetter(row, lists->current()->editor(), below, services, navigator);
                });
            return lists;
        },
        [](const RecordType &type) { return type.place == Place::Resident || &type == &recordType<SafeguardingStep>(); }};
}

ResidentTab courtTab()
{
    return {"court", QT_TRANSLATE_NOOP("resident", "Court"),
        [](const Services &services) { return services.records.mayRead(recordType<CourtOrder>()); },
        [](const TabContext &tab) -> Page * { return new CourtPage(tab.person, tab.services, tab.navigator); },
        [](const RecordType &type) { return type.place == Place::ResidentCourt || &type == &recordType<OrderRequirement>(); }};
}

ResidentTab appointmentsTab()
{
    return {"appointments", QT_TRANSLATE_NOOP("resident", "Appo&intments"),
        [](const Services &services) { return services.records.mayRead(recordType<Appointment>()); }, makeTab<ResidentAppointmentsPage>,
        isOneOf<Appointment>};
}

ResidentTab keyworkTab()
{
    return {"keywork", QT_TRANSLATE_NOOP("resident", "&Keywork"),
        [](const Services &services) { return services.records.mayRead(recordType<KeyworkSession>()); }, makeTab<KeyworkPage>,
        isOneOf<KeyworkSession, KeyworkNote, KeyworkAgreed, KeyworkMessage>};
}

ResidentTab assessmentsTab()
{
    return {"assessments", QT_TRANSLATE_NOOP("resident", "&Assessments"),
        [](const Services &services) { return services.records.mayRead(recordType<Assessment>()); }, makeTab<AssessmentsPage>,
        isOneOf<Assessment, AssessmentAnswer>};
}

ResidentTab moneyTab()
{
    return {"money", QT_TRANSLATE_NOOP("resident", "Money"),
        [](const Services &services) { return services.records.mayRead(recordType<RentCharge>()); }, makeTab<MoneyPage>,
        [](const RecordType &type) { return type.place == Place::Money; }};
}

ResidentTab lastSeenTab()
{
    return {"last-seen", QT_TRANSLATE_NOOP("resident", "Last seen"),
        [](const Services &services) { return services.records.mayAdd(recordType<MissingStep>()); }, makeTab<LastSeenPage>,
        isOneOf<MissingStep, MissingEpisode>};
}

ResidentTab moveOnTab()
{
    return {"move-on", QT_TRANSLATE_NOOP("resident", "Move-on"),
        [](const Services &services) { return services.records.mayRead(recordType<MoveOnPlan>()); },
        [](const TabContext &tab) -> Page * { return new MoveOnPage(tab.person, tab.services, tab.navigator); },
        [](const RecordType &type) { return type.place == Place::MoveOn || &type == &recordType<MoveStep>(); }, kLeaving};
}

ResidentTab noticeTab()
{
    return {"notice", QT_TRANSLATE_NOOP("resident", "Notice and warnings"),
        [](const Services &services) { return mayReadAnyOf(Place::Notice, services); }, makeTab<NoticePage>,
        [](const RecordType &type) { return type.place == Place::Notice; }};
}

ResidentTab healthTab()
{
    return {"health", QT_TRANSLATE_NOOP("resident", "Health"),
        [](const Services &services) { return mayReadAnyOf(Place::Health, services); },
        [](const TabContext &tab) -> Page * { return new HealthPage(tab.person, tab.services, tab.navigator); },
        [](const RecordType &type) { return type.place == Place::Health; }};
}

ResidentTab treatmentTab()
{
    return {"treatment", QT_TRANSLATE_NOOP("resident", "Treatment"),
        [](const Services &services) { return mayReadAnyOf(Place::Treatment, services); }, makeTab<TreatmentPage>,
        [](const RecordType &type) {
            return type.place == Place::Treatment
                || isOneOf<TreatmentPart, TreatmentReview, MayBeTold, PanelRequirement, AftercareStep, TitrationStep>(type);
        }};
}

ResidentTab medicineTab()
{
    return {"medicine", QT_TRANSLATE_NOOP("resident", "Medicine held"),
        [](const Services &services) { return services.records.mayRead(recordType<HeldMedicine>()); }, makeTab<CustodyPage>,
        isOneOf<HeldMedicine, CustodyEntry>};
}

ResidentTab sharingTab()
{
    return {"sharing", QT_TRANSLATE_NOOP("resident", "S&haring"),
        [](const Services &services) { return services.records.session().may(Act::Share, Category::Identity); }, makeTab<SharingPage>,
        isOneOf<SharingAgreement, AgreementCategory, Referral, ReferralStep, LawfulReason, Disclosure>};
}

ResidentTab historyTab()
{
    return {"history", QT_TRANSLATE_NOOP("resident", "Histor&y"), always, makeTab<HistoryPage>,
        isOneOf<RestrictedOpening, MergedPerson, DifferentPeople>};
}

} // namespace

const QList<ResidentTab> &residentTabs()
{
    static const QList<ResidentTab> tabs{overviewTab(), timelineTab(), planTab(), keyworkTab(), substanceUseTab(), treatmentTab(),
        medicineTab(), riskTab(), lastSeenTab(), harmReductionTab(), healthTab(), stagesTab(), appointmentsTab(), courtTab(), moneyTab(),
        moveOnTab(), noticeTab(), assessmentsTab(), recordTab(), listsTab(), wayInTab(), sharingTab(), historyTab()};
    return tabs;
}

const ResidentTab *tabShowing(const RecordType &type)
{
    const auto tab = std::find_if(
        residentTabs().cbegin(), residentTabs().cend(), [&type](const ResidentTab &candidate) { return candidate.shows(type); });
    return tab == residentTabs().cend() ? nullptr : &*tab;
}

} // namespace keywork
