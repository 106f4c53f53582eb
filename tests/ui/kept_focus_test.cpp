// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/agency.h"
#include "core/domain/incident.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/records/records.h"
#include "tests/support/every_kind.h"
#include "tests/support/screen.h"
#include "ui/forms/record_editor.h"
#include "ui/forms/record_table.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/incidents/incidents_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/stages_page.h"
#include "ui/pages/sharing/sharing_page.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/places.h"
#include "ui/shell/workspace.h"
#include "ui/theme/theme.h"
#include "ui/widgets/kept_focus.h"
#include "ui/widgets/parts.h"

#include <QDialog>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QSpinBox>
#include <QVBoxLayout>

namespace keywork::test::kept_focus_test {

using namespace Qt::StringLiterals;

namespace {

/// A page that is built anew at each change: named buttons in a column, beside a place that Tab would go to next.
struct Rebuilt {
    QWidget window;
    QWidget *page = new QWidget;
    QVBoxLayout *column = new QVBoxLayout(page);
    QPushButton *elsewhere = new QPushButton(u"Today"_s);

    Rebuilt()
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(page);
        layout->addWidget(elsewhere);
        fill({u"Ann"_s, u"Ben"_s, u"Cleo"_s});
        window.show();
        window.activateWindow();
        Screen::settle();
    }
    void fill(const QStringList &names)
    {
        emptyLayout(column);
        for (const QString &name : names) {
            auto *button = new QPushButton(u"Open"_s);
            button->setObjectName(u"open"_s);
            button->setAccessibleName(u"Open "_s + name);
            column->addWidget(button);
        }
    }
    void focus(const QString &name)
    {
        for (QPushButton *button : page->findChildren<QPushButton *>())
            if (button->accessibleName() == u"Open "_s + name && !button->isHidden())
                button->setFocus();
    }
    QString focused() const { return window.focusWidget() ? window.focusWidget()->accessibleName() : QString(); }
    void change(const QStringList &names)
    {
        keepingFocus(page, [&] { fill(names); });
        Screen::settle();
    }
};

/// A window on a hostel with one of each kind in it.
struct Window {
    EveryKind kinds{u"Willow Bartholomew"_s};
    MainWindow window{kinds.hostel.clock};
    Screen screen{window};

    Window()
    {
        window.resize(1366, 768);
        window.show();
        window.activateWindow();
        window.enter(shared(kinds.hostel));
        window.idleWatch()->stop(); // this house covers its names after a second
        Screen::settle();
    }
    Workspace &workspace() { return *window.workspace(); }
    Services &services() { return kinds.services(); }
    ResidentPage *resident()
    {
        workspace().openResident(kinds.ben.id);
        Screen::settle();
        return qobject_cast<ResidentPage *>(workspace().currentPage());
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
    /// Saves as Ctrl+S does, and says which control has the keys then; they stay on the page, whatever is read anew.
    QString save(RecordEditor *editor)
    {
        REQUIRE(editor);
        editor->save();
        Screen::settle();
        checkInside();
        anAgency();
        checkInside();
        QWidget *focus = window.focusWidget();
        return focus ? focus->objectName() : QString();
    }
    void checkInside()
    {
        QWidget *focus = window.focusWidget();
        REQUIRE(focus);
        INFO("the keys are in " << focus->metaObject()->className() << ' ' << focus->objectName().toStdString());
        CHECK(workspace().currentPage()->isAncestorOf(focus));
    }
    /// Somebody else's save, after which the page is read anew.
    void anAgency()
    {
        need(services().records.add(Agency{u"Agency %1"_s.arg(++m_agencies), {u"debt"_s}, {}, {}, {}, {}, {}, {}, {}}));
        Screen::settle();
    }
    void closeDialogs()
    {
        for (QDialog *dialog : window.findChildren<QDialog *>())
            dialog->reject();
        Screen::settle();
    }

private:
    int m_agencies = 0;
};

} // namespace

TEST_CASE("After a page is built anew the keys are in the same control, or in its neighbour, and never beside the page")
{
    Rebuilt at;
    at.focus(u"Ben"_s);
    REQUIRE(at.focused() == u"Open Ben");
    at.change({u"Zoe"_s, u"Ann"_s, u"Ben"_s, u"Cleo"_s});
    CHECK(at.focused() == u"Open Ben");
    at.change({u"Zoe"_s, u"Ann"_s, u"Cleo"_s}); // gone: who stood behind takes over
    CHECK(at.focused() == u"Open Cleo");
    at.change({u"Zoe"_s});
    CHECK(at.focused() == u"Open Zoe");
    at.elsewhere->setFocus();
    at.change({u"Ann"_s, u"Ben"_s});
    CHECK(at.window.focusWidget() == at.elsewhere); // what was not in the page is left alone
}

TEST_CASE("What is built anew is found by its name, not what waits to be deleted")
{
    Rebuilt at;
    QWidget *before = standing(at.page, u"open"_s);
    at.fill({u"Dana"_s});
    QWidget *now = standing(at.page, u"open"_s); // the old ones are deleted only later
    REQUIRE(now);
    CHECK(now != before);
    CHECK(now->accessibleName() == u"Open Dana");
    CHECK(standing(at.page, u"nothing"_s) == nullptr);
    CHECK(standing(at.page, QString()) == nullptr);
    CHECK(giveKeysTo(at.page, {QString(), u"nothing"_s, u"open"_s}));
    CHECK(at.window.focusWidget() == now);
}

TEST_CASE("After each save in a care plan the keys are at what was saved, also after somebody else's save")
{
    Window at;
    auto *page = at.tab<CarePlanPage>(u"plan"_s);
    page->showArea(Area::Debt);
    page->editArea();
    at.screen.type(u"own_words"_s, u"I want to owe nobody"_s);
    CHECK(at.save(page->editor()) == u"editArea");
    page->editDetails();
    CHECK(at.save(page->editor()) == u"wholePlan");
    page->editGoal({});
    at.screen.type(u"statement"_s, u"Pay the electricity"_s);
    const QString goal = at.save(page->editor());
    const auto goals = need(at.services().plans.planOf(at.kinds.ben.id))->current.areas[size_t(Area::Debt)].goals;
    REQUIRE(goals.size() == 1);
    const QString thread = goals.first().goal.value.thread;
    CHECK(goal == u"goal-"_s + thread);
    for (QShortcut *one : page->findChildren<QShortcut *>(QString(), Qt::FindDirectChildrenOnly)) // offscreen no key press gets there
        if (one->key() == QKeySequence(u"Ctrl+Shift+N"_s))
            Q_EMIT one->activated(); // a step for this goal
    Screen::settle();
    REQUIRE(page->editor());
    at.screen.type(u"what"_s, u"Ring them together"_s);
    const QString step = at.save(page->editor());
    const auto steps = need(at.services().plans.planOf(at.kinds.ben.id))->current.areas[size_t(Area::Debt)].goals.first().steps;
    REQUIRE(steps.size() == 1);
    CHECK(step == u"step-"_s + steps.first().step.value.thread);
    page->editStep(thread, steps.first());
    page->editor()->cancel();
    Screen::settle();
    CHECK(at.window.focusWidget()->objectName() == step);
}

TEST_CASE("After a save in any list of the program the keys are in the list, at what was saved")
{
    Window at;
    const auto walk = [&](Place place, const std::function<KindsPage *()> &opened) {
        for (const RecordType *type : allKinds()) {
            if (type->place != place)
                continue;
            const QString table = QString::fromLatin1(type->table);
            INFO(table.toStdString());
            KindsPage *page = opened();
            REQUIRE(page);
            page->show(table);
            RecordsPage *list = page->page(table);
            REQUIRE(list->table()->model()->rowCount() > 0);
            const KeptRow row = list->table()->model()->rowAt(0);
            list->openEditor(row);
            Screen::settle();
            at.checkInside();
            CHECK(qobject_cast<QLabel *>(at.window.focusWidget())); // at the head of what is on file
            at.save(list->editor());
            if (!list->editor()) {
                CHECK(at.window.focusWidget() == list->table()->view());
                CHECK(list->table()->current()->id == row.id);
            } else { // it is not changed, or the password is asked for
                at.closeDialogs();
                list->editor()->cancel();
                Screen::settle();
                at.checkInside();
            }
        }
    };
    const auto placed = [&](const QString &id) {
        return [&at, id] {
            at.workspace().openPlace(id);
            Screen::settle();
            return qobject_cast<KindsPage *>(at.workspace().currentPage());
        };
    };
    walk(Place::Rooms, placed(u"room-lists"_s));
    walk(Place::Partners, placed(u"partners"_s));
    walk(Place::Team, placed(u"team"_s));
    walk(Place::Supplies, placed(u"supplies"_s));
    walk(Place::Notice, [&] { return at.tab<KindsPage>(u"notice"_s); });
    walk(Place::HarmReduction, [&] { return at.tab<KindsPage>(u"harm-reduction"_s); });
    walk(Place::DrugAlerts, placed(u"drug-alerts"_s));
    walk(Place::Resident, [&] { return at.tab<KindsPage>(u"lists"_s); });
    walk(Place::Money, [&] { return at.tab<KindsPage>(u"money"_s); });
    walk(Place::MoveOn, [&] { return at.tab<KindsPage>(u"move-on"_s); });
    walk(Place::Treatment, [&] { return at.tab<KindsPage>(u"treatment"_s); });
    walk(Place::ResidentCourt, [&] { return at.tab<KindsPage>(u"court"_s); });
    at.workspace().openPlace(u"incidents"_s);
    auto *place = qobject_cast<IncidentsPage *>(at.workspace().currentPage());
    REQUIRE(place);
    place->show(u"list"_s);
    RecordsPage *incidents = place->records();
    incidents->openEditor(need(at.services().records.list(recordType<Incident>())).first());
    Screen::settle();
    CHECK(qobject_cast<QLabel *>(at.window.focusWidget()));
    at.save(incidents->editor());
}

TEST_CASE("After a save in the other forms of a record the keys stay in the record")
{
    Window at;
    auto *stages = at.tab<StagesPage>(u"stages"_s);
    stages->openNew();
    Screen::settle();
    at.checkInside();
    at.screen.press(u"cancel"_s);
    at.checkInside();
    stages->openCorrection(need(at.services().stages.entries(at.kinds.ben.id)).first());
    at.screen.type(u"correctionReason"_s, u"the wrong day"_s);
    at.screen.press(u"save"_s);
    at.checkInside();

    at.tab<Page>(u"record"_s);
    auto *telephone = at.screen.find<QLineEdit>(u"telephone"_s);
    telephone->setFocus();
    at.screen.type(u"telephone"_s, u"07700 900123"_s);
    at.window.workspace()->currentPage()->findChild<RecordEditor *>()->save();
    Screen::settle();
    CHECK(at.window.focusWidget()->objectName() == u"telephone"); // on with it

    auto *sharing = at.tab<SharingPage>(u"sharing"_s);
    sharing->openAgreement();
    Screen::settle();
    at.checkInside();
    at.screen.press(u"cancel"_s);
    CHECK(at.window.focusWidget()->objectName() == u"newAgreement");
    sharing->openReferral(at.kinds.referral);
    Screen::settle();
    at.screen.press(u"cancel"_s);
    at.checkInside();
}

TEST_CASE("Each place begins with the keys on its page, a list with them in the list")
{
    Window at;
    for (const PlaceInfo *place : navigation(at.services())) {
        at.workspace().openPlace(QString::fromLatin1(place->id));
        Screen::settle();
        INFO(place->id);
        at.checkInside();
    }
    at.workspace().openPlace(u"partners"_s);
    Screen::settle();
    CHECK(qobject_cast<QAbstractItemView *>(at.window.focusWidget()));
}

TEST_CASE("Back brings the filter, the order and the row of a list again")
{
    Window at;
    at.anAgency();
    at.anAgency();
    at.anAgency();
    at.workspace().openPlace(u"partners"_s);
    Screen::settle();
    auto *page = qobject_cast<KindsPage *>(at.workspace().currentPage());
    page->show(u"agency"_s);
    RecordTable *table = page->page(u"agency"_s)->table();
    table->filter()->setText(u"agency"_s);
    table->view()->setCurrentIndex(table->model()->index(1, 0));
    const qint64 row = table->current()->id;
    at.workspace().openPlace(u"today"_s);
    Screen::settle();
    at.workspace().back();
    Screen::settle();
    page = qobject_cast<KindsPage *>(at.workspace().currentPage());
    REQUIRE(page);
    table = page->page(u"agency"_s)->table();
    CHECK(page->current() == page->page(u"agency"_s));
    CHECK(table->filter()->text() == u"agency");
    CHECK(table->model()->rowCount() == 3);
    CHECK(table->current()->id == row);
    CHECK(at.workspace().bookmark().visit.leftAs.isEmpty()); // a filter may be a name, and this outlives the lock
}

TEST_CASE("Larger text and Back lead to the area of the plan that was open")
{
    Window at;
    auto *plan = at.tab<CarePlanPage>(u"plan"_s);
    Screen(at.window).press(u"debt"_s, plan);
    CHECK(plan->leftAs() == QVariantMap{{u"area"_s, u"debt"_s}});
    at.workspace().openPlace(u"today"_s);
    Screen::settle();
    at.workspace().back();
    Screen::settle();
    const auto open = [&at] { return qobject_cast<Page *>(at.workspace().currentPage())->leftAs().value(u"area"_s).toString(); };
    CHECK(open() == u"debt");
    Screen(at.window).shortcut(u"Ctrl++"_s);
    CHECK(Theme::percent() > 100);
    CHECK(open() == u"debt");
    CHECK(at.workspace().bookmark().visit.leftAs.isEmpty());
    Theme::apply(*static_cast<QApplication *>(QApplication::instance()), Theme::Kind::Light, 100);
}

TEST_CASE("The wheel takes neither the keys nor a value, on any page")
{
    Window at;
    at.workspace().openPlace(u"retention"_s);
    Screen::settle();
    const auto boxes = at.workspace().currentPage()->findChildren<QSpinBox *>();
    REQUIRE_FALSE(boxes.isEmpty());
    for (QSpinBox *box : boxes) {
        CHECK(box->focusPolicy() == Qt::StrongFocus);
        const int before = box->value();
        const QPointF middle(box->rect().center());
        QWheelEvent wheel(middle, box->mapToGlobal(middle), {}, QPoint(0, 240), Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(box, &wheel);
        CHECK(box->value() == before);
        CHECK_FALSE(box->hasFocus());
    }
}

TEST_CASE("Ctrl+K leaves the page behind it where it was read")
{
    Window at;
    at.tab<Page>(u"record"_s);
    QList<QScrollBar *> bars;
    for (QScrollArea *area : at.window.findChildren<QScrollArea *>())
        if (area->isVisible() && area->verticalScrollBar()->maximum() > 0 && at.workspace().currentPage()->isAncestorOf(area))
            bars.append(area->verticalScrollBar());
    REQUIRE_FALSE(bars.isEmpty());
    for (QScrollBar *bar : std::as_const(bars))
        bar->setValue(bar->maximum() / 3);
    for (QShortcut *one : at.window.findChildren<QShortcut *>())
        if (one->key() == QKeySequence(u"Ctrl+K"_s))
            Q_EMIT one->activated();
    Screen::settle();
    CHECK(at.window.focusWidget()->objectName() == u"find");
    for (QScrollBar *bar : std::as_const(bars))
        CHECK(bar->value() == bar->maximum() / 3);
}

} // namespace keywork::test::kept_focus_test
