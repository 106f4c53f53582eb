// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "tests/support/screen.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/shell/workspace.h"

namespace keywork::test::two_writers_test {

using namespace Qt::StringLiterals;

namespace {

const StepCarrier kResident{StepActor::Resident};
StepCarrier other(const QString &described) { return {StepActor::Other, described}; }

/// A step that Ben and his mother carry, open at one desk while a colleague works at another.
struct OpenStep {
    TestHostel hostel;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    MainWindow window{hostel.clock};
    Screen screen{window};
    CarePlanPage *page = nullptr;
    QString goal;
    QString step;

    OpenStep()
    {
        Goal wanted;
        wanted.area = Area::Debt;
        wanted.statement = u"Pay the electricity"_s;
        goal = need(plans().saveGoal(ben.id, wanted));
        step = save({}, {kResident, other(u"his mother"_s)});
        window.show();
        open();
    }
    CarePlans &plans() { return hostel.services().plans; }
    QString save(const QString &thread, const QList<StepCarrier> &who, const QString &what = u"Ring them"_s)
    {
        Step content;
        content.thread = thread;
        content.what = what;
        return need(plans().saveStep(ben.id, goal, content, who));
    }
    void open()
    {
        if (!window.workspace())
            window.enter(shared(hostel));
        window.workspace()->openResident(ben.id);
        auto *resident = qobject_cast<ResidentPage *>(window.workspace()->currentPage());
        REQUIRE(resident);
        resident->showTab(u"plan"_s);
        page = qobject_cast<CarePlanPage *>(resident->currentTab());
        REQUIRE(page);
        page->showArea(Area::Debt);
        page->editStep(goal, stepNow());
        Screen::settle();
    }
    StepView stepNow()
    {
        const auto plan = need(plans().planOf(ben.id));
        return plan->current.areas[size_t(Area::Debt)].goals.first().steps.first();
    }
    QStringList carriers()
    {
        QStringList names;
        for (const Kept<StepWho> &who : stepNow().who)
            names.append(who.value.actor == StepActor::Other ? who.value.name : u"Ben"_s);
        names.sort();
        return names;
    }
    QWidget *part(int number) { return screen.find<QWidget>(u"step_who-%1"_s.arg(number)); }
    void saveForm()
    {
        page->editor()->save();
        Screen::settle();
    }
};

} // namespace

TEST_CASE("Who carries a step: what a colleague added or took out meanwhile holds, beside what was typed here")
{
    OpenStep at;
    SECTION("only the step is changed here")
    {
        at.screen.type(u"what"_s, u"Ring them together"_s);
        at.save(at.step, {kResident, other(u"his mother"_s), other(u"the debt adviser"_s)});
        at.saveForm();
        CHECK(at.carriers() == QStringList{u"Ben"_s, u"his mother"_s, u"the debt adviser"_s});
        CHECK(at.stepNow().step.value.what == u"Ring them together");
    }
    SECTION("one is added here, one there")
    {
        at.screen.press(u"add-step_who"_s);
        at.screen.choose(u"actor"_s, QString::fromLatin1(codeOf(StepActor::Other)), at.part(3));
        at.screen.type(u"name"_s, u"his brother"_s, at.part(3));
        at.save(at.step, {kResident, other(u"his mother"_s), other(u"the debt adviser"_s)});
        at.saveForm();
        CHECK(at.carriers() == QStringList{u"Ben"_s, u"his brother"_s, u"his mother"_s, u"the debt adviser"_s});
    }
    SECTION("one is taken out here, another there")
    {
        at.screen.press(u"remove"_s, at.part(2));
        at.save(at.step, {kResident, other(u"his mother"_s), other(u"the debt adviser"_s)});
        at.saveForm();
        CHECK(at.carriers() == QStringList{u"Ben"_s, u"the debt adviser"_s});
    }
    SECTION("one is taken out there, nothing here")
    {
        at.screen.type(u"what"_s, u"Ring them together"_s);
        at.save(at.step, {kResident});
        at.saveForm();
        CHECK(at.carriers() == QStringList{u"Ben"_s});
    }
    SECTION("typed before a lock, saved after it")
    {
        at.screen.type(u"what"_s, u"Ring them together"_s);
        at.window.lock();
        at.save(at.step, {kResident, other(u"his mother"_s), other(u"the debt adviser"_s)});
        at.open();
        REQUIRE(at.screen.find<QLineEdit>(u"what"_s)->text() == u"Ring them together");
        at.saveForm();
        CHECK(at.carriers() == QStringList{u"Ben"_s, u"his mother"_s, u"the debt adviser"_s});
        CHECK(at.stepNow().step.value.what == u"Ring them together");
    }
}

} // namespace keywork::test::two_writers_test
