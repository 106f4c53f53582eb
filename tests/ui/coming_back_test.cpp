// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/court.h"
#include "core/domain/health.h"
#include "core/domain/kinds.h"
#include "core/domain/leaving_plan.h"
#include "tests/support/desk.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/treatment/treatment_page.h"

namespace keywork::test::coming_back_test {

using namespace Qt::StringLiterals;

namespace {

struct BackFrom {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(desk.made);

    BackFrom()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    Page *visit(const QString &tab, const RecordRef &record)
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, tab, record));
        Screen::settle();
        return shown();
    }
    Page *shown()
    {
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        return resident->currentTab();
    }
    /// The form of a discharge or release that is open; null: none.
    RecordEditor *asked()
    {
        Screen::settle();
        auto *page = qobject_cast<TreatmentPage *>(shown());
        return page && page->page(u"leaving_plan"_s) ? page->page(u"leaving_plan"_s)->editor() : nullptr;
    }
    void save()
    {
        desk.screen.press(u"save"_s);
        Screen::settle();
    }
};

} // namespace

TEST_CASE("Who comes back from hospital or custody is asked about at once, with place and day filled in, and once")
{
    struct Case {
        QString tab;
        QString kind;
        QString from, until, what; ///< columns
        LeavingFrom place;
    };
    for (const Case &one :
        {Case{u"health"_s, u"hospital_stay"_s, u"admitted_on"_s, u"discharged_on"_s, u"hospital"_s, LeavingFrom::Hospital},
            Case{u"court"_s, u"custody_spell"_s, u"from_on"_s, u"until_on"_s, u"place"_s, LeavingFrom::Custody}}) {
        INFO(one.kind.toStdString());
        BackFrom at;
        at.visit(one.tab, {one.kind, 0});
        at.desk.screen.type(one.from, u"7/9/2026"_s);
        at.desk.screen.type(one.what, u"Royal Free"_s);
        at.save();
        CHECK_FALSE(at.asked()); // still there
        const auto kept = need(at.desk.services().records.list(*kindOf(one.kind)));
        REQUIRE(kept.size() == 1);
        at.visit(one.tab, {one.kind, kept.first().id});
        at.desk.screen.type(one.until, u"12/9/2026"_s);
        at.save();
        RecordEditor *form = at.asked();
        REQUIRE(form);
        CHECK(form->form()->row().text(u"leaves_from"_s) == QString::fromLatin1(codeOf(one.place)));
        CHECK(form->form()->row().text(u"on_day"_s) == u"2026-09-12");
        at.desk.screen.choose(u"housing"_s, u"back_here"_s);
        at.desk.screen.choose(u"tolerance"_s, u"lower_no_end"_s);
        at.desk.screen.choose(u"naloxone"_s, u"to_hand"_s);
        at.save();
        const auto said = need(at.desk.services().records.all<LeavingPlan>());
        REQUIRE(said.size() == 1);
        CHECK(said.first().value.naloxone == NaloxoneAfter::ToHand);
        at.visit(one.tab, {one.kind, kept.first().id});
        at.desk.screen.type(one.what, u"Royal Free, ward 3"_s);
        at.save();
        CHECK_FALSE(at.asked()); // it was asked
    }
}

} // namespace keywork::test::coming_back_test
