// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/restriction.h"
#include "core/domain/risk.h"
#include "core/domain/stay.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "tests/support/trust.h"
#include "ui/print/summary_document.h"
#include "ui/text/words.h"

namespace keywork::test::summary_document_test {

using namespace Qt::StringLiterals;

namespace {

QString wordsOf(const print::Document &document) { return pdfText(document.toPdf(), {u"-raw"_s}).simplified(); }

/// Ben with a court order, a risk that tells of the court, and a goal of each kind.
struct OnFile {
    TestHostel hostel;
    Kept<Person> ben = aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3)).in(hostel);

    OnFile()
    {
        Records &records = hostel.services().records;
        CourtOrder order;
        order.personId = ben.id;
        order.kind = {u"drr"_s};
        order.court = u"Westgate"_s;
        order.fromOn = QDate(2026, 7, 1);
        need(records.add(order));
        need(records.add(HealthCondition{.personId = ben.id, .what = u"COPD"_s, .toldBy = {u"gp"_s}, .state = {u"treated"_s}}));
        for (const auto &[area, statement] : {std::pair{Area::Health, u"See the chest clinic"_s},
                 {Area::MeaningfulTime, u"Play five-a-side at 18:30"_s}, {Area::Debt, u"Pay the fine"_s}}) {
            Goal goal;
            goal.area = area;
            goal.statement = statement;
            need(hostel.services().plans.saveGoal(ben.id, goal));
        }
    }
    print::ResidentSummary summary(print::SummaryCopy copy = print::SummaryCopy::Full)
    {
        return need(print::residentSummary(hostel.services(), ben.id, copy));
    }
    void signIn(Role role)
    {
        hostel.reopen();
        signInAs(hostel, u"Sam Shift"_s, role);
    }
};

} // namespace

TEST_CASE("The summary holds what whoever prints it may read, and names what it leaves out")
{
    OnFile here;
    const auto whole = here.summary();
    const QString all = wordsOf(whole.document);
    for (const QString &needed :
        {u"Drug rehabilitation requirement (DRR) Westgate"_s, u"COPD (being treated)"_s, u"“See the chest clinic” (not started)"_s,
            u"“Pay the fine”"_s, u"nobody has recorded a level yet"_s, u"sensitive personal data"_s}) {
        INFO(needed.toStdString() << " in " << all.toStdString());
        CHECK(all.contains(needed));
    }
    CHECK_FALSE(all.contains(u"Not on this page"_s));
    CHECK(whole.holds.contains(Category::Offending));
    CHECK(whole.holds.contains(Category::Money)); // of which the goal about debt tells
    CHECK_FALSE(whole.holds.contains(Category::BloodBorneViruses)); // nothing of it is on the page
    here.signIn(Role::SupportWorker);
    const auto part = here.summary();
    const QString less = wordsOf(part.document);
    INFO(less.toStdString());
    CHECK_FALSE(less.contains(u"DRR"_s));
    CHECK_FALSE(less.contains(u"Pay the fine"_s)); // the area tells of money
    CHECK(less.contains(u"COPD"_s));
    CHECK(less.contains(u"Not on this page, since Sam Shift may not read it: Blood-borne viruses; Court; Money; People around them."_s));
    CHECK_FALSE(part.holds.contains(Category::Offending));
    CHECK_FALSE(part.holds.contains(Category::Money));
}

TEST_CASE("The summary of somebody who has left says so and since when")
{
    OnFile here;
    Records &records = here.hostel.services().records;
    auto stay = need(records.of<Stay>("person_id", here.ben.id)).first();
    const auto before = wordsOf(here.summary().document);
    CHECK(before.contains(u"Here since 3 Aug 2026"_s));
    CHECK_FALSE(before.contains(u"Not here now"_s));
    stay.value.leftOn = QDate(2026, 9, 10);
    stay.value.leavingReason = {records.choices().options(u"leaving_reason"_s).first().code};
    stay.value.destination = {records.choices().options(u"destination"_s).first().code};
    need(records.amend(stay));
    const auto after = wordsOf(here.summary().document);
    INFO(after.toStdString());
    CHECK(after.contains(u"Not here now left on 10 Sep 2026"_s));
    CHECK_FALSE(after.contains(u"Here since"_s));
    CHECK_FALSE(wordsOf(here.summary(print::SummaryCopy::Discreet).document).contains(u"10 Sep 2026"_s));
}

TEST_CASE("Nobody prints a summary who may not share, and none of a record that is closed to them")
{
    OnFile here;
    need(here.hostel.services().records.add(Restriction{here.ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    const auto refused = [&] { return kindOfError(print::residentSummary(here.hostel.services(), here.ben.id, print::SummaryCopy::Full)); };
    here.signIn(Role::Keyworker);
    CHECK(refused() == ErrorKind::NeedToKnow);
    for (const Role role : {Role::Relief, Role::Volunteer, Role::PeerSupporter, Role::Auditor}) {
        here.hostel.reopen();
        signInAs(here.hostel, u"Una "_s + QString::number(int(role)), role);
        CHECK(refused() == ErrorKind::NotPermitted);
    }
}

TEST_CASE("A copy that may be lost names neither health, medicine nor times, nor the family name")
{
    OnFile here;
    const auto carried = here.summary(print::SummaryCopy::Discreet);
    const QString said = wordsOf(carried.document);
    INFO(said.toStdString());
    CHECK(said.contains(u"Ben"_s));
    CHECK(said.contains(u"Play five-a-side"_s));
    for (const QString &hidden : {u"Barker"_s, u"COPD"_s, u"chest clinic"_s, u"DRR"_s, u"18:30"_s, u"1981"_s})
        CHECK_FALSE(said.contains(hidden));
    for (const Area area : {Area::Debt, Area::MeaningfulTime}) { // what a goal is about is on the full page alone
        CHECK(wordsOf(here.summary().document).contains(words::shortLabelFor(area)));
        CHECK_FALSE(said.contains(words::shortLabelFor(area)));
    }
    CHECK(carried.holds == std::set<Category>{Category::Identity, Category::Housing, Category::CarePlan, Category::Money});
}

TEST_CASE("However much is on file, the summary is one page, and says what stands in the record alone")
{
    OnFile here;
    Records &records = here.hostel.services().records;
    auto ben = need(records.one(here.ben.id));
    ben.value.medicines = u"a long medicine, "_s.repeated(60);
    ben.value.conditions = u"a long condition, "_s.repeated(60);
    need(records.amend(ben));
    for (int i = 0; i < 9; ++i) {
        need(records.add(Risk{.personId = here.ben.id,
            .kind = {u"fire"_s},
            .whatMayHappen = u"smokes in bed and forgets the ashtray; "_s.repeated(20),
            .likelihood = 2,
            .impact = 2,
            .plan = u"look in at eleven; "_s.repeated(30),
            .reviewedOn = QDate(2026, 9, 1),
            .reviewOn = QDate(2026, 9, 20)}));
        need(records.add(Contact{
            here.ben.id, u"Ruth %1"_s.arg(i), {u"friend"_s}, u"07700 900123"_s, {}, i % 2 == 0, u"everything, "_s.repeated(30), {}}));
        Goal goal;
        goal.area = Area::HousingResilience;
        goal.statement = u"Keep the room as it is, number %1; "_s.arg(i).repeated(5);
        need(here.hostel.services().plans.saveGoal(here.ben.id, goal));
    }
    const auto summary = here.summary();
    CHECK(summary.document.pageCount() == 1);
    CHECK(summary.document.textScale < 1);
    const QString said = wordsOf(summary.document);
    CHECK(said.contains(u"Confirm with the prescriber before giving any dose."_s)); // never cut
    CHECK(said.contains(u"5 more in the record"_s)); // risks, and contacts
    CHECK(said.contains(u"more in the plan"_s));
}

} // namespace keywork::test::summary_document_test
