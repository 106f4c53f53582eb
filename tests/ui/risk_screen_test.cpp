// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/domain/risk.h"
#include "core/services/care/risks.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/risk/overdose_card.h"
#include "ui/pages/risk/risk_page.h"
#include "ui/print/emergency_sheet.h"
#include "ui/print/risk_documents.h"

#include <QLabel>
#include <QPushButton>

namespace keywork::test::risk_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// Ben lives here; the window shows his tab Risk.
struct AtRisk {
    Desk desk;
    Kept<Person> ben = aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3)).in(desk.made);

    Services &services() { return desk.services(); }
    RiskPage *page()
    {
        if (!desk.window.workspace()) {
            desk.window.resize(1366, 768);
            desk.window.show();
            desk.window.enter(shared(desk.made));
            Screen::settle();
        }
        desk.window.workspace()->openResident(ben.id);
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        resident->showTab(u"risk"_s);
        Screen::settle();
        auto *page = qobject_cast<RiskPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    static QString said(QWidget *where)
    {
        QStringList all;
        for (const QLabel *label : where->findChildren<QLabel *>())
            if (!label->isHidden())
                all.append(label->text());
        return all.join(u'\n');
    }
};

SafetyPlan aPlan(Id<Person> person, const QString &onSheet)
{
    SafetyPlan plan;
    plan.personId = person;
    plan.madeOn = QDate(2026, 9, 10);
    plan.warningSigns = u"I lock the door"_s;
    plan.whatHelps = u"A walk by the canal"_s;
    plan.whomToRing = u"My sister"_s;
    plan.onSheet = {onSheet};
    return plan;
}

} // namespace

TEST_CASE("With nothing on record the card says that this does not mean no risk")
{
    AtRisk at;
    RiskPage *page = at.page();
    const QString said = AtRisk::said(page->card());
    CHECK(said.contains(u"Overdose risk: nobody has recorded a level yet"_s));
    CHECK(said.contains(u"Nothing recorded. This does not mean no risk."_s));
    CHECK_FALSE(said.contains(u"low"_s, Qt::CaseInsensitive));
}

TEST_CASE("The card lists each fact with its record and what it does, and the level that a worker recorded")
{
    AtRisk at;
    SeemedIntoxicated seen;
    seen.personId = at.ben.id;
    seen.seenAt = kNow.addDays(-1);
    seen.signs = u"drowsy"_s;
    need(at.services().records.add(seen));
    OverdoseLevel level;
    level.personId = at.ben.id;
    level.level = OverdoseLevelKind::Raised;
    level.reason = u"came in unsteady again"_s;
    level.reviewOn = QDate(2026, 10, 12);
    need(at.services().records.add(level));
    const QString said = AtRisk::said(at.page()->card());
    CHECK(said.contains(u"Overdose risk: raised, recorded 14 Sep 2026"_s));
    CHECK(said.contains(u"Seemed intoxicated on 13 Sep 2026"_s));
}

TEST_CASE("The button for the level opens its form at this resident")
{
    AtRisk at;
    RiskPage *page = at.page();
    auto *record = page->findChild<QPushButton *>(u"recordLevel"_s);
    REQUIRE(record);
    record->click();
    Screen::settle();
    RecordsPage *list = page->list(u"overdose_level"_s);
    REQUIRE(list);
    CHECK(list->editor() != nullptr);
}

TEST_CASE("A manager approves a high risk below its form")
{
    AtRisk at;
    Risk risk;
    risk.personId = at.ben.id;
    risk.kind = {u"fire"_s};
    risk.whatMayHappen = u"Falls asleep smoking"_s;
    risk.likelihood = 3;
    risk.impact = 4;
    risk.reviewedOn = QDate(2026, 9, 14);
    risk.reviewOn = QDate(2026, 10, 14);
    const auto kept = need(at.services().records.add(risk));
    RiskPage *page = at.page();
    page->showRecord({u"risk"_s, kept.id.value});
    Screen::settle();
    auto *approve = page->findChild<QPushButton *>(u"approveRisk"_s);
    REQUIRE(approve);
    approve->click();
    Screen::settle();
    CHECK_FALSE(need(at.services().records.one(kept.id)).value.waitsForManager());
}

TEST_CASE("The safety plan stands on the emergency sheet only when they agreed")
{
    AtRisk at;
    CHECK_FALSE(need(print::emergencyFacts(at.services(), at.ben.id)).safetyPlan);
    need(at.services().records.add(aPlan(at.ben.id, u"no"_s)));
    CHECK_FALSE(need(print::emergencyFacts(at.services(), at.ben.id)).safetyPlan);
    auto agreed = aPlan(at.ben.id, u"yes"_s);
    agreed.madeOn = QDate(2026, 9, 12);
    need(at.services().records.add(agreed));
    CHECK(need(print::emergencyFacts(at.services(), at.ben.id)).safetyPlan == agreed);
    auto takenBack = aPlan(at.ben.id, u"no"_s);
    takenBack.madeOn = QDate(2026, 9, 13);
    need(at.services().records.add(takenBack));
    CHECK_FALSE(need(print::emergencyFacts(at.services(), at.ben.id)).safetyPlan);
}

TEST_CASE("The safety plan says whom to ring: the house's own numbers, and on a discreet copy nothing that tells of it")
{
    AtRisk at;
    auto house = need(at.services().records.all<House>()).first();
    house.value.telephone = u"020 7946 0111"_s;
    house.value.drugServiceLine = u"020 7946 0222"_s;
    house.value.onCall = u"Priya 07700 900333"_s;
    need(at.services().records.amend(house));
    need(at.services().records.add(aPlan(at.ben.id, u"yes"_s)));
    const auto wordsOf
        = [&](print::PlanCopy copy) { return pdfText(need(print::safetyPlanPaper(at.services(), at.ben.id, copy)).toPdf()).simplified(); };
    const QString whole = wordsOf(print::PlanCopy::Whole);
    INFO(whole.toStdString());
    CHECK(whole.contains(u"If it gets too much, ring"_s));
    CHECK(whole.contains(u"Cairn Street Hostel: 020 7946 0111"_s));
    CHECK(whole.contains(u"Drug service: 020 7946 0222"_s));
    CHECK(whole.contains(u"In an emergency: 999"_s));
    CHECK_FALSE(whole.contains(u"900333"_s)); // a colleague's own number
    const QString discreet = wordsOf(print::PlanCopy::Discreet);
    CHECK(discreet.contains(u"Where I stay: 020 7946 0111"_s));
    CHECK_FALSE(discreet.contains(u"Drug service"_s));
}

TEST_CASE("The papers of risk can be made, whole, without what is restricted, and discreet")
{
    AtRisk at;
    CHECK(kindOfError(print::safetyPlanPaper(at.services(), at.ben.id, print::PlanCopy::Whole)) == ErrorKind::NotFound);
    need(at.services().records.add(aPlan(at.ben.id, u"yes"_s)));
    const auto whole = need(print::safetyPlanPaper(at.services(), at.ben.id, print::PlanCopy::Whole));
    const auto discreet = need(print::safetyPlanPaper(at.services(), at.ben.id, print::PlanCopy::Discreet));
    CHECK(whole.footMiddle + whole.footLeft != discreet.footMiddle + discreet.footLeft); // whose it is stands on no lost page
    CHECK(whole.pageCount() == 1);
    for (const auto parts : {print::RiskParts::All, print::RiskParts::WithoutRestricted})
        CHECK(need(print::riskAssessment(at.services(), at.ben.id, parts)).pageCount() == 1);
}

} // namespace keywork::test::risk_screen_test
