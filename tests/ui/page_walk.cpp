// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_walk.h"

#include "core/domain/drug_alert.h"
#include "core/domain/incident.h"
#include "core/domain/timed_check.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/appointments/appointment_form.h"
#include "ui/pages/appointments/resident_appointments_page.h"
#include "ui/pages/appointments/week_page.h"
#include "ui/pages/assessment/assessment_form.h"
#include "ui/pages/assessment/assessment_view.h"
#include "ui/pages/assessment/assessments_page.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/guidance/guidance_reader.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/incidents/incidents_page.h"
#include "ui/pages/intake/criteria_page.h"
#include "ui/pages/intake/new_referral.h"
#include "ui/pages/intake/referral_in_view.h"
#include "ui/pages/intake/referrals_in_page.h"
#include "ui/pages/keywork/keywork_page.h"
#include "ui/pages/keywork/session_form.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/stages_page.h"
#include "ui/pages/resident/tabs.h"
#include "ui/pages/residents/residents_page.h"
#include "ui/pages/risk/risk_page.h"
#include "ui/pages/settings/form_editor.h"
#include "ui/pages/settings/forms_page.h"
#include "ui/pages/sharing/referral_wizard.h"
#include "ui/pages/sharing/sharing_page.h"
#include "ui/pages/substance_use/review_form.h"
#include "ui/pages/substance_use/substance_use_page.h"
#include "ui/pages/treatment/custody_page.h"
#include "ui/shell/find_box.h"
#include "ui/shell/new_hostel_page.h"
#include "ui/shell/workspace.h"

#include <QMenu>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace keywork::test {

namespace {

class Walk {
public:
    Walk(MainWindow &window, EveryKind &kinds, const AtPage &at)
        : m_window(window)
        , m_kinds(kinds)
        , m_at(at)
    {
    }

    void everything()
    {
        places();
        for (const auto &[place, name] : {std::pair{Place::Rooms, u"room-lists"_s}, {Place::Desk, u"desk"_s},
                 {Place::Handover, u"handover"_s}, {Place::Partners, u"partners"_s}, {Place::Team, u"team"_s},
                 {Place::Supplies, u"supplies"_s}, {Place::DrugAlerts, u"drug-alerts"_s}, {Place::Guidance, u"policies"_s}})
            forms(place, [this, at = name] { return open<KindsPage>(at); });
        guidance();
        incidents();
        groups();
        agency();
        referralsIn();
        forms(Place::Resident, [this] { return tab<KindsPage>(u"lists"_s); });
        forms(Place::Money, [this] { return tab<KindsPage>(u"money"_s); });
        forms(Place::MoveOn, [this] { return tab<KindsPage>(u"move-on"_s); });
        forms(Place::Notice, [this] { return tab<KindsPage>(u"notice"_s); });
        forms(Place::ResidentCourt, [this] { return tab<KindsPage>(u"court"_s); });
        forms(Place::Treatment, [this] { return tab<KindsPage>(u"treatment"_s); });
        forms(Place::HarmReduction, [this] { return tab<KindsPage>(u"harm-reduction"_s); });
        forms(Place::Health, [this] { return tab<KindsPage>(u"health"_s); });
        forms(Place::Treatment, [this] { return tab<KindsPage>(u"treatment"_s); });
        record();
        risk();
        heldMedicine();
        appointments();
        substanceUse();
        keywork();
        assessments();
        houseForms();
        plan();
        sharing();
        documents();
        find();
    }

private:
    Workspace &workspace() { return *m_window.workspace(); }
    void at(const QString &where)
    {
        Screen::settle();
        INFO("at " << where.toStdString());
        m_at(where);
    }
    template <class P> P *open(const QString &place)
    {
        workspace().openPlace(place);
        Screen::settle();
        auto *page = qobject_cast<P *>(workspace().currentPage());
        INFO("opening " << place.toStdString());
        REQUIRE(page);
        return page;
    }
    ResidentPage *resident()
    {
        workspace().openResident(m_kinds.ben.id);
        Screen::settle();
        auto *page = qobject_cast<ResidentPage *>(workspace().currentPage());
        REQUIRE(page);
        return page;
    }
    template <class P> P *tab(const QString &name)
    {
        ResidentPage *page = resident();
        page->showTab(name);
        Screen::settle();
        auto *part = qobject_cast<P *>(page->currentTab());
        REQUIRE(part);
        return part;
    }

    void places()
    {
        for (const QString &place : {u"today"_s, u"residents"_s, u"referrals-in"_s, u"rooms"_s, u"room-lists"_s, u"move"_s, u"nights"_s,
                 u"desk"_s, u"handover"_s, u"new-rooms"_s, u"incidents"_s, u"partners"_s, u"team"_s, u"supplies"_s, u"ledger"_s,
                 u"entry-criteria"_s, u"house"_s, u"keys"_s, u"audit"_s, u"backups"_s, u"restricted"_s, u"forms"_s, u"retention"_s,
                 u"substances"_s, u"appointments"_s, u"doubles"_s}) {
            workspace().openPlace(place);
            at(place);
        }
        workspace().openNewResident();
        Screen::settle();
        Screen(m_window).type(u"given_name"_s, m_kinds.words.left(30)); // brings up those who are called alike
        QTest::qWait(400);
        at(u"new resident"_s);
        workspace().openPlace(u"today"_s);
        need(m_kinds.services().drafts.discard({.kind = u"person"_s}));
        workspace().openPlace(u"tonight"_s);
        at(u"take in tonight"_s);
    }
    void forms(Place place, const std::function<KindsPage *()> &opened)
    {
        for (const RecordType *type : allKinds()) {
            if (type->place != place)
                continue;
            const QString table = QString::fromLatin1(type->table);
            KindsPage *page = opened();
            page->show(table);
            at(u"list of "_s + table);
            page->page(table)->openEditor({});
            at(u"new "_s + table);
            page->page(table)->editor()->cancel();
            Screen::settle();
            const auto rows = need(m_kinds.services().records.list(*type));
            REQUIRE_FALSE(rows.isEmpty());
            page->page(table)->openEditor(rows.first());
            at(u"form of "_s + table);
            page->page(table)->editor()->cancel();
            Screen::settle();
        }
    }
    void risk()
    {
        for (const RecordType *type : QList<const RecordType *>{&recordType<Risk>(), &recordType<OverdoseLevel>(),
                 &recordType<SafetyPlan>(), &recordType<SeemedIntoxicated>(), &recordType<OverdoseRule>(), &recordType<CheckSeries>(),
                 &recordType<DrugAlertPerson>()}) {
            const QString table = QString::fromLatin1(type->table);
            auto *page = tab<RiskPage>(u"risk"_s);
            page->showRecord({table, 0});
            at(u"new "_s + table);
            page->list(table)->editor()->cancel();
            Screen::settle();
            page->showRecord({table, need(m_kinds.services().records.list(*type)).first().id});
            at(u"form of "_s + table);
            page->list(table)->editor()->cancel();
            Screen::settle();
        }
    }
    void heldMedicine()
    {
        const auto medicine = need(m_kinds.services().records.all<HeldMedicine>()).first();
        auto *page = tab<CustodyPage>(u"medicine"_s);
        at(u"medicine held"_s);
        page->showRecord({u"held_medicine"_s, 0});
        at(u"new held_medicine"_s);
        page->editor()->cancel();
        Screen::settle();
        Screen(m_window).press(u"heldPlace-"_s + QString::number(medicine.id.value));
        at(u"form of held_medicine"_s);
        page->editor()->cancel();
        Screen::settle();
        for (const CustodyAct act : {CustodyAct::HandedOver, CustodyAct::ToPharmacy, CustodyAct::Count}) {
            page->showForm({}, CustodyWish{act, medicine.id, {}}.part());
            at(u"new custody_entry, "_s + QString::fromLatin1(codeOf(act)));
            page->editor()->cancel();
            Screen::settle();
        }
        Screen(m_window).press(u"printRegister-"_s + QString::number(medicine.id.value));
        at(u"preview of the register of medicine held"_s);
    }
    void guidance()
    {
        const auto entries = need(guidanceEntries(m_kinds.services()));
        for (const GuidanceFrom from : {GuidanceFrom::Program, GuidanceFrom::House, GuidanceFrom::HelpLines, GuidanceFrom::Policy})
            for (const GuidanceEntry &entry : entries)
                if (entry.from == from) { // one of each
                    workspace().visit({.place = u"guidance"_s, .tab = entry.page.key});
                    at(u"guidance, "_s + entry.page.key);
                    break;
                }
        open<GuidanceReader>(u"guidance"_s);
        for (const QString &paper : {u"printGuidancePage"_s, u"printGuidancePoster"_s, u"printGuidanceLeaflet"_s}) {
            Screen(m_window).press(paper);
            at(u"preview of guidance, "_s + paper);
            workspace().back();
            Screen::settle();
        }
    }
    void incidents()
    {
        auto *place = open<IncidentsPage>(u"incidents"_s);
        for (const QString &tab : {u"found"_s, u"months"_s, u"list"_s}) {
            place->show(tab);
            at(u"incidents, "_s + tab);
        }
        RecordsPage *page = place->records();
        page->openEditor({});
        Screen(m_window).press(u"add-incident_person"_s);
        at(u"new incident"_s);
        page->editor()->cancel();
        Screen::settle();
        page->openEditor(need(m_kinds.services().records.list(recordType<Incident>())).first());
        at(u"form of an incident"_s);
        page->editor()->cancel();
        Screen::settle();
    }
    void groups()
    {
        for (const auto group : {ResidentGroup::HereNow, ResidentGroup::MyKeywork, ResidentGroup::Expected, ResidentGroup::Left}) {
            open<ResidentsPage>(u"residents"_s)->showGroup(group);
            at(u"residents, group %1"_s.arg(int(group)));
        }
    }
    void agency()
    {
        workspace().openRecord(QString::fromLatin1(recordType<Agency>().table), m_kinds.agency.id.value);
        at(u"agency"_s);
    }
    void referralsIn()
    {
        auto *page = open<ReferralsInPage>(u"referrals-in"_s);
        page->openFile(m_kinds.paths.last()); // the data; kept before, so it says so
        at(u"referral in, known"_s);
        Records &records = m_kinds.services().records;
        const auto known = need(records.all<ReferralIn>({.filters = {{u"fingerprint"_s, Filter::Comparison::NotEquals, u""_s}}})).first();
        need(records.withdraw(recordType<ReferralIn>(), known.id.value, known.version, u"shown anew"_s));
        for (const QString &path : std::as_const(m_kinds.paths)) {
            page->openFile(path, m_kinds.passphrase);
            at(u"referral in, "_s + path.section(u'/', -1));
        }
        need(records.reinstate(recordType<ReferralIn>(), known.id.value));
        page = open<ReferralsInPage>(u"referrals-in"_s);
        page->showRecord({u"referral_in"_s, known.id.value});
        at(u"referral in without a person"_s);
        page->referral()->beginRecord();
        at(u"record begun from a referral"_s);
        page->openNew();
        at(u"new referral"_s);
        page->newReferral()->editor()->cancel();
        Screen::settle();
        page->openNew(m_kinds.ben.id);
        at(u"new referral of somebody on file"_s);
        page->newReferral()->editor()->cancel();
        Screen::settle();
        auto *criteria = open<CriteriaPage>(u"entry-criteria"_s);
        criteria->openNext();
        at(u"next version of the criteria"_s);
        criteria->editor()->cancel();
        Screen::settle();
        const auto theirs = need(records.of<ReferralIn>("person_id", m_kinds.ben.id)).first();
        workspace().openRecord(u"referral_in"_s, theirs.id.value);
        at(u"referral in of a resident"_s);
    }
    void appointments()
    {
        auto *page = tab<ResidentAppointmentsPage>(u"appointments"_s);
        page->showRecord({u"appointment"_s, 0});
        at(u"new appointment"_s);
        page->form()->editor()->cancel();
        Screen::settle();
        const auto known = need(m_kinds.services().records.all<Appointment>()).first();
        page->showRecord({u"appointment"_s, known.id.value});
        at(u"form of appointment"_s);
        page->form()->editor()->cancel();
        Screen::settle();
        Screen(m_window).press(u"printUpcoming"_s);
        at(u"preview of appointments"_s);
        open<WeekPage>(u"appointments"_s);
        Screen(m_window).press(u"printWeek"_s);
        at(u"preview of the week"_s);
    }
    void substanceUse()
    {
        auto *page = tab<SubstanceUsePage>(u"substance-use"_s);
        page->showRecord({u"substance_review"_s, 0});
        at(u"new review of substance use"_s);
        page->form()->editor()->cancel();
        Screen::settle();
        const auto known = need(m_kinds.services().records.all<SubstanceReview>()).first();
        page->showRecord({u"substance_review"_s, known.id.value});
        Screen(m_window).press(u"moreAnswers"_s);
        at(u"review of substance use"_s);
        page->form()->editor()->cancel();
        Screen::settle();
    }
    void keywork()
    {
        auto *page = tab<KeyworkPage>(u"keywork"_s);
        page->showRecord({u"keywork_session"_s, 0});
        for (const Area area : allOf<Area>())
            page->form()->notes()->goTo(area);
        Screen(m_window).press(u"addAgreed"_s);
        at(u"keywork session"_s);
        page->form()->editor()->discard();
        Screen::settle();
    }
    void assessments()
    {
        auto *page = tab<AssessmentsPage>(u"assessments"_s);
        page->openNew();
        at(u"new assessment"_s);
        page->editor()->cancel();
        Screen::settle();
        page->open(m_kinds.assessment);
        for (const FormSection &section : need(m_kinds.services().assessments.read(m_kinds.assessment)).asked->form().sections) {
            page->form()->showSection(section.id);
            at(u"assessment, section "_s + section.id);
        }
        Screen(m_window).press(u"closeAssessment"_s);
        Screen::settle();
        page->open(m_kinds.conversation);
        at(u"assessment, finished"_s);
        Q_EMIT page->view()->correctionWanted();
        at(u"assessment, corrected"_s);
        for (const int copy : {0, 1, 2, 3}) {
            page = tab<AssessmentsPage>(u"assessments"_s);
            page->open(m_kinds.conversation);
            Screen(m_window).find<QPushButton>(u"printAssessment"_s)->menu()->actions().at(copy)->trigger();
            at(u"preview of an assessment, copy %1"_s.arg(copy));
        }
        page = tab<AssessmentsPage>(u"assessments"_s);
        page->openNew();
        Screen(m_window).press(u"printEmpty"_s);
        at(u"preview of an empty form"_s);
    }
    void houseForms()
    {
        auto *page = open<FormsPage>(u"forms"_s);
        page->edit(u"review"_s);
        at(u"form being changed"_s);
        page->editor()->addQuestion();
        at(u"new question of a form"_s);
        page->editor()->editor()->cancel();
        Screen::settle();
        page->editor()->editQuestion(u"support_right"_s);
        at(u"question of a form"_s);
        page->editor()->editor()->cancel();
        Screen::settle();
        Screen(m_window).press(u"previewForm"_s);
        at(u"preview of a form"_s);
        page = open<FormsPage>(u"forms"_s);
        page->edit(u"review"_s);
        Screen::settle();
        Screen(m_window).press(u"discardForm"_s);
        Screen::settle();
    }
    void record()
    {
        for (const ResidentTab &tab : residentTabs()) {
            const QString name = QString::fromLatin1(tab.id);
            resident()->showTab(name);
            at(u"resident, "_s + name);
        }
        auto *stages = tab<StagesPage>(u"stages"_s);
        stages->openNew();
        at(u"new stage"_s);
        stages->openCorrection(need(m_kinds.services().stages.entries(m_kinds.ben.id)).first());
        at(u"stage corrected"_s);
    }
    void plan()
    {
        const QPointer<CarePlanPage> page = tab<CarePlanPage>(u"plan"_s); // asking for a signature may lead to the preview
        page->showArea(Area::Health);
        at(u"plan, area"_s);
        const auto edit = [&](const QString &what, const std::function<void()> &begin) {
            begin();
            at(u"plan, "_s + what);
            if (page && page->editor())
                page->editor()->cancel();
            Screen::settle();
        };
        const auto view = *need(m_kinds.services().plans.planOf(m_kinds.ben.id));
        edit(u"words on an area"_s, [&] { page->editArea(); });
        edit(u"details"_s, [&] { page->editDetails(); });
        edit(u"new goal"_s, [&] { page->editGoal({}); });
        edit(u"new step"_s, [&] { page->editStep(m_kinds.goal, {}); });
        for (const AreaView &area : view.current.areas)
            for (const GoalView &goal : area.goals) {
                edit(u"goal"_s, [&] { page->editGoal(goal.goal.value); });
                for (const StepView &step : goal.steps)
                    edit(u"step"_s, [&] { page->editStep(m_kinds.goal, step); });
            }
        edit(u"changes"_s, [&] { page->showChanges(); });
        edit(u"sign-off"_s, [&] { page->askForSignOff(); });
    }
    void sharing()
    {
        SharingPage *page = tab<SharingPage>(u"sharing"_s);
        page->openAgreement();
        at(u"new agreement"_s);
        page->openReferral(m_kinds.referral);
        at(u"what became of a referral"_s);
        page = tab<SharingPage>(u"sharing"_s);
        page->openReferral();
        ReferralWizard *wizard = page->wizard();
        at(u"referral, to whom"_s);
        wizard->next();
        wizard->reasonEdit()->setPlainText(m_kinds.words);
        at(u"referral, why"_s);
        wizard->next();
        at(u"referral, what to share"_s);
        wizard->next();
        at(u"referral, check"_s);
    }
    void documents()
    {
        for (const auto kind : {print::CopyKind::Full, print::CopyKind::Discreet, print::CopyKind::LargePrint}) {
            resident()->printPlan(kind);
            at(u"preview of the plan, %1"_s.arg(int(kind)));
        }
        resident()->printEmergencySheet();
        at(u"preview of the emergency sheet"_s);
        workspace().openPlace(u"partners"_s);
        Screen::settle();
        Screen(m_window).press(u"printDirectory"_s);
        at(u"preview of the directory"_s);
        tab<SharingPage>(u"sharing"_s);
        Screen(m_window).press(u"whoHasMyData"_s);
        at(u"preview of who has my data"_s);
        resident()->showTab(u"timeline"_s);
        Screen::settle();
        Screen(m_window).press(u"printTimeline"_s);
        at(u"preview of the timeline"_s);
        auto *lists = tab<KindsPage>(u"lists"_s);
        lists->show(u"contact"_s);
        lists->current()->openEditor(need(m_kinds.services().records.list(recordType<Contact>())).first());
        Screen::settle();
        Screen(m_window).press(u"printRecord"_s);
        at(u"preview of a record"_s);
    }
    void find()
    {
        workspace().openPlace(u"today"_s);
        FindBox *box = workspace().find();
        box->setText(m_kinds.words.left(40));
        box->search();
        at(u"found"_s);
        box->setText(u"nothing like this "_s + m_kinds.words.left(40));
        box->search();
        at(u"not found"_s);
        box->clear();
    }

    MainWindow &m_window;
    EveryKind &m_kinds;
    const AtPage &m_at;
};

} // namespace

void walkPages(MainWindow &window, EveryKind &kinds, const AtPage &at) { Walk(window, kinds, at).everything(); }

void walkStart(MainWindow &window, const AtPage &at)
{
    const Screen screen(window);
    Screen::settle();
    at(u"sign-in"_s);
    Screen(window).press(u"newHostel"_s);
    at(u"first run"_s);
    Q_EMIT window.newHostelPage()->cancelled();
    Screen::settle();
}

} // namespace keywork::test
