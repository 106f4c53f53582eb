// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/room.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/stages_page.h"

namespace keywork::test::leaving_forms_test {

using namespace Qt::StringLiterals;

namespace {

/// A manager at the window, and Ben in the house.
struct Shift {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 9, 1)).in(hostel);
    MainWindow window{hostel.clock};
    Screen screen{window};

    Shift()
    {
        window.resize(1366, 768);
        window.show();
        window.enter(shared(hostel));
        Screen::settle();
    }
    Workspace &workspace() { return *window.workspace(); }
    template <class P> P *page()
    {
        auto *shown = qobject_cast<P *>(workspace().currentPage());
        REQUIRE(shown);
        return shown;
    }
    template <class P> P *tab(const QString &id)
    {
        workspace().visit(residentVisit(ben.id.value, id));
        Screen::settle();
        return openTab<P>(id);
    }
    template <class P> P *openTab(const QString &id)
    {
        CHECK(page<ResidentPage>()->tabName() == id);
        auto *part = qobject_cast<P *>(page<ResidentPage>()->currentTab());
        REQUIRE(part);
        return part;
    }
    void open(const QString &place)
    {
        workspace().openPlace(place);
        Screen::settle();
    }
    /// Goes to Today, and presses Open beside the one thing that was not saved.
    void openUnsaved()
    {
        open(u"today"_s);
        for (auto *button : window.findChildren<QPushButton *>())
            if (button->accessibleName() == u"Open: Not saved" && button->isVisibleTo(&window)) {
                QTest::keyClick(button, Qt::Key_Return);
                return Screen::settle();
            }
        INFO("nothing unsaved on Today");
        REQUIRE(false);
    }
};

} // namespace

TEST_CASE("Escape leaves a form; what was typed waits there, and the header says so")
{
    Shift at;
    at.open(u"room-lists"_s);
    at.screen.press(u"new"_s);
    at.screen.type(u"name"_s, u"7"_s, at.window.workspace());
    QTest::keyClick(at.screen.find<QLineEdit>(u"name"_s, at.window.workspace()), Qt::Key_Escape);
    Screen::settle();
    CHECK_FALSE(at.page<KindsPage>()->current()->editor());
    CHECK(at.screen.shows(u"Not saved. What you typed waits, here and on Today."_s));
    CHECK(need(at.hostel.services().records.all<Room>()).isEmpty());
    at.screen.press(u"new"_s);
    CHECK(at.screen.find<QLineEdit>(u"name"_s, at.window.workspace())->text() == u"7"_s);
    at.screen.press(u"cancel"_s); // which throws it away
    at.screen.press(u"new"_s);
    CHECK(at.screen.find<QLineEdit>(u"name"_s, at.window.workspace())->text().isEmpty());
    QTest::keyClick(at.screen.find<QLineEdit>(u"name"_s, at.window.workspace()), Qt::Key_Escape);
    Screen::settle();
    CHECK_FALSE(at.page<KindsPage>()->current()->editor());
    CHECK(at.hostel.services().drafts.places().isEmpty()); // nothing was typed, nothing waits
}

TEST_CASE("Back from a preview leads into the form that it was opened from, with what was typed")
{
    Shift at;
    auto *lists = at.tab<KindsPage>(u"lists"_s);
    lists->show(u"contact"_s);
    lists->current()->openEditor({});
    Screen::settle();
    at.screen.type(u"name"_s, u"Ruth Barker"_s, at.window.workspace());
    for (auto *button : at.window.workspace()->findChildren<QPushButton *>())
        if (button->text() == u"&Emergency sheet")
            button->click();
    Screen::settle();
    at.page<PreviewPage>();
    at.screen.shortcut(QKeySequence(Qt::Key_Escape)); // as Back
    Screen::settle();
    lists = at.openTab<KindsPage>(u"lists"_s);
    REQUIRE(lists->current()->editor());
    CHECK(at.screen.find<QLineEdit>(u"name"_s, at.window.workspace())->text() == u"Ruth Barker"_s);
}

TEST_CASE("Unsaved work on Today opens the form of a plan itself, in its area")
{
    Shift at;
    auto *plan = at.tab<CarePlanPage>(u"plan"_s);
    plan->showArea(Area::Debt);
    plan->editArea();
    at.screen.type(u"own_words"_s, u"pay the fine"_s, at.window.workspace());
    at.openUnsaved();
    plan = at.openTab<CarePlanPage>(u"plan"_s);
    REQUIRE(plan->editor());
    CHECK(plan->editor()->place().part == QString::number(int(Area::Debt)));
    CHECK(at.screen.find<QPlainTextEdit>(u"own_words"_s)->toPlainText() == u"pay the fine"_s);
    plan->editor()->cancel();
    Screen::settle();

    plan->showArea(Area::Health);
    plan->editGoal({});
    at.screen.type(u"statement"_s, u"see a dentist"_s, at.window.workspace());
    at.openUnsaved();
    plan = at.openTab<CarePlanPage>(u"plan"_s);
    REQUIRE(plan->editor());
    CHECK(plan->editor()->place().kind == u"goal"_s);
}

TEST_CASE("Unsaved work on Today opens the correction of a stage, not a new one")
{
    Shift at;
    StageEntry entry;
    entry.personId = at.ben.id;
    entry.fromOn = QDate(2026, 9, 2);
    entry.evidence = u"uses less often"_s;
    entry.assessedBy = at.hostel.services().records.session().staff();
    const auto kept = need(at.hostel.services().stages.record(entry));
    auto *stages = at.tab<StagesPage>(u"stages"_s);
    stages->showForm({u"stage_entry"_s, kept.id.value}, u"correct"_s);
    at.screen.type(u"correctionReason"_s, u"wrong day taken"_s, at.window.workspace());
    at.openUnsaved();
    at.openTab<StagesPage>(u"stages"_s);
    CHECK(at.screen.find<QLineEdit>(u"correctionReason"_s)->text() == u"wrong day taken"_s);
}

} // namespace keywork::test::leaving_forms_test
