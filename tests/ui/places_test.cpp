// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/belonging.h"
#include "core/domain/handover.h"
#include "core/domain/kinds.h"
#include "core/domain/restriction.h"
#include "core/domain/watch_call.h"
#include "core/domain/watch_snooze.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/stages.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/partners/agency_page.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/resident/tabs.h"
#include "ui/pages/sharing/sharing_page.h"
#include "ui/shell/find_box.h"
#include "ui/shell/places.h"

#include <QCheckBox>
#include <QListWidget>

namespace keywork::test::places_test {

using namespace Qt::StringLiterals;

namespace {

/// The window as somebody of the role has it, with Ben in the house.
struct At {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);

    void open(Role role = Role::Manager)
    {
        if (role != Role::Manager)
            makeMember(desk.made, u"Tomi Okoro"_s, role);
        if (role != Role::Manager)
            signInWith(desk.made, u"Tomi Okoro"_s, kTheirs);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    Services &services() { return desk.services(); }
    Workspace &workspace() { return *desk.window.workspace(); }
    QStringList found(const QString &typed)
    {
        workspace().find()->setText(typed);
        workspace().find()->search();
        QStringList lines;
        for (int i = 0; i < workspace().find()->results()->count(); ++i)
            lines.append(workspace().find()->results()->item(i)->text());
        return lines;
    }
    /// Types it into Ctrl+K and presses Enter on the first line.
    void choose(const QString &typed)
    {
        INFO(found(typed).join(u" | "_s).toStdString());
        REQUIRE_FALSE(found(typed).first().startsWith(u"Nothing found"));
        QTest::keyClick(workspace().find(), Qt::Key_Return);
        Screen::settle();
    }
    template <class P> P *page()
    {
        auto *shown = qobject_cast<P *>(workspace().currentPage());
        REQUIRE(shown);
        return shown;
    }
    template <class P> P *tab(const QString &id)
    {
        CHECK(page<ResidentPage>()->tabName() == id);
        auto *shown = qobject_cast<P *>(page<ResidentPage>()->currentTab());
        REQUIRE(shown);
        return shown;
    }
    /// What the open form of a list holds.
    static QString typedIn(KindsPage *kinds, const RecordType &type, const QString &column)
    {
        REQUIRE(kinds->current() == kinds->page(QString::fromLatin1(type.table)));
        REQUIRE(kinds->current()->editor());
        return kinds->current()->editor()->form()->row().text(column);
    }
};

Contact contactOf(Id<Person> person, const QString &name)
{
    Contact contact;
    contact.personId = person;
    contact.name = name;
    return contact;
}

QString said(const char *marked) { return QCoreApplication::translate("places", marked); }

} // namespace

TEST_CASE("Each place has a name of its own, a title, and stands under an entry of the navigation")
{
    QStringList ids;
    for (const PlaceInfo &place : places()) {
        INFO(place.id);
        CHECK_FALSE(ids.contains(QLatin1String(place.id)));
        ids.append(QString::fromLatin1(place.id));
        CHECK_FALSE(titleOf(place).isEmpty());
        CHECK(place.mayOpen);
        CHECK(place.make);
        CHECK_FALSE((place.under && place.isInNavigation));
        if (place.under) {
            REQUIRE(placeNamed(QString::fromLatin1(place.under)));
            CHECK(placeNamed(QString::fromLatin1(place.under))->isInNavigation);
        }
    }
    CHECK_FALSE(placeNamed(u"nowhere"_s));
}

TEST_CASE("Everybody can open, and find with Ctrl+K, exactly the places that are theirs, by keys that nothing else has")
{
    for (const Role role : allOf<Role>()) {
        INFO(codeOf(role));
        At at;
        at.open(role);
        QStringList keys{u"Ctrl+K"_s, u"Ctrl+S"_s, u"Ctrl+P"_s, u"Ctrl+Z"_s, u"Ctrl+L"_s, u"Ctrl+D"_s, u"Ctrl+Shift+L"_s, u"F11"_s,
            u"Alt+Left"_s, u"Alt+Right"_s};
        for (qsizetype i = 0; i < navigation(at.services()).size(); ++i)
            keys.append(navigationKey(i));
        for (const PlaceInfo &place : places()) {
            INFO(place.id);
            for (const QKeySequence &own : place.keys)
                keys.append(own.toString());
            for (const PlaceAction &action : place.actions)
                if (!action.keys.isEmpty())
                    keys.append(action.keys.toString());
            const bool mayOpen = place.mayOpen(at.services());
            const QString line = u"→ "_s + said(place.foundAs ? place.foundAs : place.title);
            CHECK(at.found(line.mid(2)).contains(line) == (mayOpen && !place.needsSubject));
            if (place.needsSubject)
                continue;
            const QPointer<QWidget> before = at.workspace().currentPage();
            at.workspace().openPlace(QString::fromLatin1(place.id));
            Screen::settle();
            CHECK(at.workspace().currentPage());
            CHECK(before.isNull() == mayOpen);
            CHECK((at.workspace().bookmark().visit.place == QLatin1String(place.id)) == mayOpen);
        }
        CHECK(keys.removeDuplicates() == 0);
    }
}

TEST_CASE("Everybody opens each tab of a resident that is theirs, and an auditor none")
{
    for (const Role role : allOf<Role>()) {
        INFO(codeOf(role));
        At at;
        at.open(role);
        at.workspace().openResident(at.ben.id);
        if (role == Role::Auditor) {
            CHECK_FALSE(qobject_cast<ResidentPage *>(at.workspace().currentPage()));
            continue;
        }
        for (const ResidentTab &tab : residentTabs()) {
            INFO(tab.id);
            at.workspace().visit(residentVisit(at.ben.id.value, QString::fromLatin1(tab.id)));
            Screen::settle();
            const QString shown = at.page<ResidentPage>()->tabName();
            CHECK(shown == (tab.mayOpen(at.services()) ? QString::fromLatin1(tab.id) : u"overview"_s));
        }
    }
}

TEST_CASE("Every kind with a list is shown somewhere, and each record of a resident on one of their tabs")
{
    for (const RecordType *type : allKinds()) {
        INFO(type->table);
        KeptRow kept;
        kept.id = 3;
        kept.row = emptyRow(*type);
        if (type->tiedBy(Tie::Owner))
            kept.row.set(QString::fromLatin1(type->tiedBy(Tie::Owner)->column), qint64(5));
        const auto where = visitTo(kept);
        if (type->place != Place::Nowhere || type->tiedBy(Tie::Owner))
            REQUIRE(where);
        if (where)
            CHECK(placeNamed(where->place));
        const bool isOfToday = type == &recordType<WatchSnooze>() || type == &recordType<WatchCall>() // and taken back there
            || type == &recordType<HandoverItem>(); // and ticked off in the handover
        if (type->tiedBy(Tie::Owner) && !isOfToday) {
            CHECK(where->person == 5);
            CHECK_FALSE(where->tab.isEmpty());
        }
    }
}

TEST_CASE("What Ctrl+K finds opens itself: a resident's contact, belongings and referral, a room, a meeting, a colleague")
{
    At at;
    Records &records = at.services().records;
    need(records.add(contactOf(at.ben.id, u"Zelda Quist"_s)));
    need(records.add(Belonging{at.ben.id, u"accordion"_s, u"cellar"_s, QDate(2026, 9, 2), {}}));
    need(records.add(Room{u"Blueroom"_s, {}, {}, false, false, {}}));
    need(records.add(Meeting{u"Evening circle"_s, {u"mutual_aid"_s}, {u"1_mon"_s}, u"18:30"_s, u"Cairn hall"_s, {}, {}, {}}));
    need(records.add(Staff{.name = u"Otis Marlow"_s, .role = Role::Keyworker}));
    const auto agency = anAgency(at.desk.made, u"Harbour clinic"_s);
    at.open();
    at.choose(u"zelda"_s);
    CHECK(At::typedIn(at.tab<KindsPage>(u"lists"_s), recordType<Contact>(), u"name"_s) == u"Zelda Quist");
    at.choose(u"accordion"_s);
    CHECK(At::typedIn(at.tab<KindsPage>(u"lists"_s), recordType<Belonging>(), u"what"_s) == u"accordion");
    at.choose(u"blueroom"_s);
    CHECK(At::typedIn(at.page<KindsPage>(), recordType<Room>(), u"name"_s) == u"Blueroom");
    at.choose(u"evening cir"_s);
    CHECK(At::typedIn(at.page<KindsPage>(), recordType<Meeting>(), u"name"_s) == u"Evening circle");
    at.choose(u"marlow"_s);
    CHECK(At::typedIn(at.page<KindsPage>(), recordType<Staff>(), u"name"_s) == u"Otis Marlow");
    at.choose(u"harbour"_s);
    at.page<AgencyPage>();
    at.desk.screen.press(u"changeAgency"_s);
    CHECK(At::typedIn(at.page<KindsPage>(), recordType<Agency>(), u"name"_s) == u"Harbour clinic");
    at.choose(u"barker"_s); // by name: the resident
    CHECK(at.page<ResidentPage>()->tabName() == u"overview");
    at.workspace().back();
    CHECK(At::typedIn(at.page<KindsPage>(), recordType<Agency>(), u"name"_s) == u"Harbour clinic");
}

TEST_CASE("A hit in the plan, the stages or what is shared opens the tab where it stands")
{
    At at;
    Goal goal;
    goal.statement = u"Learn the trombone"_s;
    goal.area = Area::Debt;
    need(at.services().plans.saveGoal(at.ben.id, goal));
    const auto goals = need(at.services().records.all<Goal>());
    StageEntry entry;
    entry.personId = at.ben.id;
    entry.stage = Stage::Settled;
    entry.fromOn = QDate(2026, 9, 2);
    entry.evidence = u"keeps every appointment"_s;
    entry.assessedBy = at.services().records.session().staff();
    const auto stage = need(at.services().stages.record(entry));
    at.open();
    at.workspace().openRecord(u"goal"_s, goals.first().id.value);
    Screen::settle();
    at.tab<CarePlanPage>(u"plan"_s);
    CHECK(at.desk.screen.shows(u"Learn the trombone"_s)); // its area is the one that is open
    at.workspace().openRecord(u"stage_entry"_s, stage.id.value);
    CHECK(at.page<ResidentPage>()->tabName() == u"stages");
    at.workspace().openRecord(u"photo"_s, 1, at.ben.id); // there is none: whom it is about
    CHECK(at.page<ResidentPage>()->tabName() == u"overview");
}

TEST_CASE("A record of somebody who is closed to whoever found it asks for the reason first")
{
    At at;
    const auto contact = need(at.services().records.add(contactOf(at.ben.id, u"Zelda Quist"_s)));
    need(at.services().records.add(Restriction{at.ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    at.open(Role::SupportWorker);
    at.workspace().openRecord(u"contact"_s, contact.id.value, at.ben.id);
    Screen::settle();
    CHECK(at.desk.screen.shows(u"This record is restricted"_s));
    CHECK_FALSE(at.desk.screen.shows(u"Zelda"_s));
}

TEST_CASE("A tab is made when it is first shown, and one that lies behind learns of changes when it is shown again")
{
    At at;
    at.open();
    at.workspace().openResident(at.ben.id);
    Screen::settle();
    auto *page = at.page<ResidentPage>();
    CHECK_FALSE(page->findChild<CarePlanPage *>());
    CHECK_FALSE(page->findChild<KindsPage *>());
    page->showTab(u"lists"_s);
    auto *lists = page->findChild<KindsPage *>();
    REQUIRE(lists);
    lists->show(u"contact"_s);
    RecordTable *contacts = lists->page(u"contact"_s)->table();
    CHECK(contacts->model()->rowCount() == 0);
    page->showTab(u"overview"_s);
    need(at.services().records.add(contactOf(at.ben.id, u"Zelda Quist"_s)));
    Screen::settle();
    CHECK(contacts->model()->rowCount() == 0);
    page->showTab(u"lists"_s);
    CHECK(page->findChild<KindsPage *>() == lists);
    CHECK(contacts->model()->rowCount() == 1);
    need(at.services().records.add(contactOf(at.ben.id, u"Otis Quist"_s)));
    Screen::settle();
    CHECK(contacts->model()->rowCount() == 2); // the one that is shown learns at once
}

TEST_CASE("Plan and emergency sheet are printed with Ctrl+K from every tab of a resident and from a preview")
{
    At at;
    need(at.services().plans.saveArea(at.ben.id, CarePlanArea{}));
    at.open();
    at.choose(u"emergency sheet"_s);
    CHECK(at.desk.screen.shows(u"Open a resident's record first."_s));
    for (const ResidentTab &tab : residentTabs()) {
        INFO(tab.id);
        for (const QString &action : {u"print care plan"_s, u"emergency sheet"_s}) {
            at.workspace().visit(residentVisit(at.ben.id.value, QString::fromLatin1(tab.id)));
            Screen::settle();
            at.choose(action);
            CHECK(qobject_cast<PreviewPage *>(at.workspace().currentPage()));
        }
    }
    at.choose(u"print care plan"_s); // the sheet is shown
    CHECK(qobject_cast<PreviewPage *>(at.workspace().currentPage()));
    at.workspace().back();
    CHECK(at.page<ResidentPage>()->person() == at.ben.id);
}

TEST_CASE("What was not saved opens from Today in its form, with the words in it")
{
    At at;
    at.open();
    at.workspace().visit(residentVisit(at.ben.id.value, u"lists"_s, {u"contact"_s}));
    Screen::settle();
    at.desk.screen.type(u"name"_s, u"Zelda"_s);
    at.workspace().openPlace(u"today"_s);
    Screen::settle();
    REQUIRE(at.desk.screen.shows(u"Contact · "_s + at.ben.value.displayName()));
    for (QPushButton *open : at.workspace().currentPage()->findChildren<QPushButton *>())
        if (open->accessibleName() == u"Open: Not saved") {
            open->click();
            break;
        }
    Screen::settle();
    CHECK(At::typedIn(at.tab<KindsPage>(u"lists"_s), recordType<Contact>(), u"name"_s) == u"Zelda");
    CHECK(at.desk.screen.shows(u"This was typed earlier and not saved yet."_s));
}

TEST_CASE("Lock and Back return to the record that was open, not only to its list")
{
    At at;
    const auto contact = need(at.services().records.add(contactOf(at.ben.id, u"Zelda Quist"_s)));
    at.open();
    at.workspace().openRecord(u"contact"_s, contact.id.value);
    at.desk.window.lock();
    at.desk.window.enter(shared(at.desk.made));
    Screen::settle();
    CHECK(At::typedIn(at.tab<KindsPage>(u"lists"_s), recordType<Contact>(), u"name"_s) == u"Zelda Quist");
    at.page<ResidentPage>()->showTab(u"history"_s);
    at.workspace().openPlace(u"rooms"_s);
    at.workspace().back();
    CHECK(at.page<ResidentPage>()->tabName() == u"history"); // the last tab, not the record that was left
}

} // namespace keywork::test::places_test
