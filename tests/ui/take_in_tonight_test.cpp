// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/record/row_text.h"
#include "core/services/records/drafts.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/storage/query.h"
#include "tests/support/desk.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/resident/add_menu.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/residents/new_resident_page.h"
#include "ui/pages/residents/take_in_tonight_page.h"

#include <QCheckBox>
#include <QMenu>

namespace keywork::test::take_in_tonight_test {

using namespace Qt::StringLiterals;

namespace {

/// Two in the morning: Ben is in room 7, room 8 is free.
struct Night {
    Desk desk;
    Kept<Room> seven;
    Kept<Room> eight;
    Kept<Person> ben;

    Night()
    {
        seven = need(desk.services().records.add(Room{u"7"_s, {}, {}, false, false, {}}));
        eight = need(desk.services().records.add(Room{u"8"_s, {}, {}, false, false, {}}));
        ben = aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3), seven.id).in(desk.made);
    }
    void open(Role role)
    {
        if (role != Role::Manager) {
            makeMember(desk.made, u"Tomi Okoro"_s, role);
            signInWith(desk.made, u"Tomi Okoro"_s, kTheirs);
        }
        desk.window.show();
        desk.window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&desk.window));
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    Workspace &workspace() { return *desk.window.workspace(); }
    TakeInTonightPage *page()
    {
        auto *shown = qobject_cast<TakeInTonightPage *>(workspace().currentPage());
        REQUIRE(shown);
        return shown;
    }
    TakeInTonightPage *opened()
    {
        workspace().openPlace(u"tonight"_s);
        Screen::settle();
        return page();
    }
    void chooseRoom(const QString &name)
    {
        auto *room = desk.screen.find<QComboBox>(u"room_id"_s);
        const int index = room->findText(name);
        REQUIRE(index > 0);
        room->setCurrentIndex(index);
        Screen::settle();
    }
    int rows(const QString &table) { return valueOf(desk.services().records.database(), u"SELECT count(*) FROM "_s + table)->toInt(); }
    Kept<Person> newest()
    {
        const auto people = need(desk.services().records.all<Person>({.orderBy = u"id"_s}));
        REQUIRE(people.size() == 2);
        return people.last();
    }
};

} // namespace

TEST_CASE("Somebody is taken in at night by keys alone: name, room, alert, whom to ring, in one commit")
{
    Night night;
    night.open(Role::SupportWorker);
    night.desk.screen.shortcut(u"Ctrl+T"_s);
    night.page();
    CHECK(night.desk.window.focusWidget()->objectName() == u"given_name");
    QTest::keyClicks(night.desk.window.focusWidget(), u"Grace"_s);
    night.desk.screen.type(u"family_name"_s, u"Adeyemi"_s);
    night.desk.screen.type(u"safe_contact"_s, u"Never the brother"_s);
    CHECK(night.desk.screen.find<QComboBox>(u"room_id"_s)->findText(u"7"_s) < 0); // Ben's
    night.chooseRoom(u"8"_s);
    night.desk.screen.choose(u"kind"_s, u"medicine"_s);
    night.desk.screen.type(u"text"_s, u"methadone, last dose not known"_s);
    night.desk.screen.choose(u"priority"_s, u"urgent"_s);
    night.desk.screen.type(u"name"_s, u"Zelda Quist"_s);
    night.desk.screen.type(u"telephone"_s, u"07700 900123"_s);
    night.desk.screen.find<QCheckBox>(u"next_of_kin"_s)->click();
    night.desk.screen.shortcut(QKeySequence::Save);
    CHECK(night.rows(u"person"_s) == 2);
    CHECK(night.rows(u"stay"_s) == 2);
    CHECK(night.rows(u"alert"_s) == 1);
    CHECK(night.rows(u"contact"_s) == 1);
    CHECK(night.desk.services().records.lastCommit().size() == 4); // person, stay, alert and contact are one step to undo
    const auto grace = night.newest();
    const auto line = need(night.desk.services().people.line(grace.id));
    CHECK(line.room == u"8");
    CHECK(line.stay->value.arrivedOn == QDate(2026, 9, 14));
    CHECK(line.stay->value.referredOn == QDate(2026, 9, 14));
    CHECK(line.stay->value.arrivalOpen);
    CHECK(line.alerts.first().priority.code == u"urgent");
    CHECK(line.person.value.safeContact == u"Never the brother");

    // Her record is open, and says what is still to be asked; so does Today.
    auto *resident = qobject_cast<ResidentPage *>(night.workspace().currentPage());
    REQUIRE(resident);
    CHECK(resident->person() == grace.id);
    CHECK(night.desk.screen.shows(u"Taken in. What is still to be asked stands on Today."_s));
    CHECK(night.desk.screen.shows(u"Date of birth · Allergies"_s));
    night.workspace().openPlace(u"today"_s);
    Screen::settle();
    CHECK(night.desk.screen.shows(u"Still to be asked: Date of birth, Allergies."_s));
}

TEST_CASE("What is not begun is not kept, and what is begun is asked for whole")
{
    Night night;
    night.open(Role::Manager);
    night.opened();
    night.desk.screen.type(u"given_name"_s, u"Grace"_s);
    night.desk.screen.type(u"text"_s, u"a dog comes with her"_s);
    night.desk.screen.press(u"save"_s);
    CHECK(night.rows(u"person"_s) == 1);
    CHECK(night.desk.screen.shows(u"Please fill this in."_s));
    CHECK(night.desk.window.focusWidget()->objectName() == u"kind"); // of the alert: the first that is missing
    night.desk.screen.type(u"text"_s, u""_s);
    QTest::keyClick(night.desk.screen.find<QLineEdit>(u"text"_s), Qt::Key_Backspace);
    night.desk.screen.press(u"save"_s);
    CHECK(night.rows(u"person"_s) == 2);
    CHECK(night.rows(u"alert"_s) == 0);
    CHECK(night.rows(u"contact"_s) == 0);
}

TEST_CASE("Without a day of arrival nobody is taken in tonight; the day of the referral is that of the arrival")
{
    Night night;
    night.open(Role::Manager);
    night.opened();
    night.desk.screen.type(u"given_name"_s, u"Grace"_s);
    auto *arrived = night.desk.screen.find<QLineEdit>(u"arrived_on"_s);
    CHECK(arrived->text() == u"Mon 14 Sep 2026");
    arrived->setFocus();
    arrived->selectAll();
    QTest::keyClick(arrived, Qt::Key_Backspace);
    night.desk.screen.press(u"save"_s);
    CHECK(night.rows(u"person"_s) == 1);
    CHECK(night.desk.screen.shows(u"Please fill this in."_s));
    night.desk.screen.type(u"arrived_on"_s, u"13/9/2026"_s); // typed up in the morning
    night.desk.screen.press(u"save"_s);
    const auto line = need(night.desk.services().people.line(night.newest().id));
    CHECK(line.stay->value.arrivedOn == QDate(2026, 9, 13));
    CHECK(line.stay->value.referredOn == QDate(2026, 9, 13));
}

TEST_CASE("Whoever takes people in finds Take in tonight by key and button; relief asks whom to ring, a volunteer takes nobody in")
{
    for (const Role role : {Role::Keyworker, Role::SupportWorker, Role::Relief}) {
        INFO(codeOf(role));
        Night night;
        night.open(role);
        for (const QString &place : {u"today"_s, u"residents"_s, u"rooms"_s}) {
            INFO(place.toStdString());
            night.workspace().openPlace(place);
            Screen::settle();
            night.desk.screen.press(u"takeInTonight"_s);
            TakeInTonightPage *page = night.page();
            CHECK(page->form(recordType<Stay>()));
            CHECK(page->form(recordType<Alert>()));
            CHECK(page->form(recordType<Contact>()));
        }
        night.desk.screen.type(u"given_name"_s, u"Grace"_s);
        night.desk.screen.type(u"name"_s, u"Zelda Quist"_s);
        night.desk.screen.press(u"save"_s);
        CHECK(night.rows(u"contact"_s) == 1);
    }
    Night night;
    night.open(Role::Volunteer);
    CHECK_FALSE(night.desk.screen.find<QPushButton>(u"takeInTonight"_s)->isEnabled());
    night.workspace().openPlace(u"tonight"_s);
    CHECK_FALSE(qobject_cast<TakeInTonightPage *>(night.workspace().currentPage()));
}

TEST_CASE("At night, too, whoever is on file already stands beside, and is asked about before a second record is made")
{
    Night night;
    night.open(Role::SupportWorker);
    night.opened();
    night.desk.screen.type(u"given_name"_s, u"ben"_s);
    night.desk.screen.type(u"family_name"_s, u"barker"_s);
    CHECK(Screen::waitFor([&] { return night.desk.screen.shows(u"P-0001 · born 3 Feb 1981 · Room 7 · same name"_s); }));
    night.desk.screen.press(u"save"_s);
    CHECK(night.rows(u"person"_s) == 1);
    night.desk.screen.press(u"goBack"_s);
    night.desk.screen.press(u"nearMatch"_s);
    auto *resident = qobject_cast<ResidentPage *>(night.workspace().currentPage());
    REQUIRE(resident);
    CHECK(resident->person() == night.ben.id);
}

TEST_CASE("Leaving a form of taking in keeps what was typed and says so; Today says whose it is and leads back to the words")
{
    const std::pair<QString, DraftPlace> ways[]
        = {{u"new"_s, {.kind = u"person"_s}}, {u"tonight"_s, {.kind = u"person"_s, .part = u"tonight"_s}}};
    for (const auto &[place, draft] : ways) {
        INFO(place.toStdString());
        Night night;
        night.open(Role::Manager);
        night.workspace().openPlace(place);
        Screen::settle();
        CHECK_FALSE(night.desk.screen.shows(u"Discard"_s)); // nothing was typed
        night.desk.screen.type(u"preferred_name"_s, u"Gracie"_s);
        night.desk.screen.type(u"family_name"_s, u"Barker"_s);
        night.desk.screen.press(u"cancel"_s);
        CHECK(night.desk.screen.shows(u"Not saved, and kept: it waits on Today"_s));
        CHECK_FALSE(night.desk.services().drafts.at(draft).isEmpty());
        CHECK(night.desk.screen.shows(u"Resident · Gracie Barker: you typed this and did not save it yet."_s));
        for (QPushButton *open : night.workspace().currentPage()->findChildren<QPushButton *>())
            if (open->accessibleName() == u"Open: Not saved") {
                open->click();
                break;
            }
        Screen::settle();
        CHECK(night.workspace().bookmark().visit.place == place);
        CHECK(night.desk.screen.shows(u"“Take in” keeps it, “Discard” throws it away."_s));
        // The keys are where the words begin, not where the form begins or ends.
        CHECK(night.desk.window.focusWidget()->objectName() == u"family_name");
        CHECK(night.desk.screen.find<QPushButton>(u"nearMatch"_s)
                  ->accessibleName()
                  .startsWith(u"Open Ben Barker"_s)); // asked again for the name that came back

        night.desk.screen.press(u"discard"_s);
        night.desk.screen.press(u"discard-no"_s);
        CHECK(night.desk.screen.find<QLineEdit>(u"preferred_name"_s)->text() == u"Gracie");
        night.desk.screen.press(u"discard"_s);
        night.desk.screen.press(u"discard-yes"_s);
        CHECK(night.desk.services().drafts.at(draft).isEmpty());
        CHECK(night.desk.screen.shows(u"What was typed is gone"_s));
        CHECK(night.rows(u"person"_s) == 1);
    }
}

TEST_CASE("What waits of the two ways to take somebody in is kept apart, and outlives the lock")
{
    Night night;
    night.open(Role::Manager);
    night.opened();
    night.desk.screen.type(u"given_name"_s, u"Grace"_s);
    night.desk.screen.type(u"name"_s, u"Zelda Quist"_s);
    night.chooseRoom(u"8"_s);
    night.workspace().openNewResident();
    Screen::settle();
    CHECK(night.desk.screen.find<QLineEdit>(u"given_name"_s)->text().isEmpty());
    night.desk.window.lock();
    night.desk.window.enter(shared(night.desk.made));
    night.opened();
    CHECK(night.desk.screen.find<QLineEdit>(u"given_name"_s)->text() == u"Grace");
    CHECK(night.desk.screen.find<QLineEdit>(u"name"_s)->text() == u"Zelda Quist");
    CHECK(night.desk.screen.find<QComboBox>(u"room_id"_s)->currentText() == u"8");
    night.desk.screen.press(u"save"_s);
    CHECK(night.rows(u"contact"_s) == 1);
    CHECK(night.desk.services().drafts.places().isEmpty());
}

TEST_CASE("A new resident's stay that was typed before an update of the program comes back")
{
    Night night;
    Row stay = emptyRow(recordType<Stay>());
    stay.set(u"expected_weeks"_s, qint64(26));
    Row person = emptyRow(recordType<Person>());
    person.set(u"given_name"_s, u"Grace"_s);
    need(night.desk.services().drafts.keep({.kind = u"person"_s},
        {{u"row"_s, toJson(person)}, {u"base"_s, toJson(emptyRow(recordType<Person>()))}, {u"extra"_s, toJson(stay)}}));
    night.open(Role::Manager);
    night.workspace().openNewResident();
    Screen::settle();
    CHECK(night.desk.screen.find<QLineEdit>(u"expected_weeks"_s)->text() == u"26");
}

TEST_CASE("Add at a resident's header leads to the form of each kind that whoever is signed in may add")
{
    for (const Role role : {Role::Manager, Role::SupportWorker, Role::Relief, Role::Volunteer}) {
        INFO(codeOf(role));
        Night night;
        night.open(role);
        night.workspace().openResident(night.ben.id);
        Screen::settle();
        auto *page = qobject_cast<ResidentPage *>(night.workspace().currentPage());
        REQUIRE(page);
        QStringList offered;
        for (const QAction *action : page->addMenu()->lines())
            offered.append(action->objectName().mid(4));
        const Records &records = night.desk.services().records;
        for (const RecordType *type :
            {static_cast<const RecordType *>(&recordType<Alert>()), static_cast<const RecordType *>(&recordType<Contact>()),
                static_cast<const RecordType *>(&recordType<Stay>()), static_cast<const RecordType *>(&recordType<PersonName>())}) {
            INFO(type->table);
            CHECK(offered.contains(QLatin1String(type->table)) == records.mayAdd(*type));
        }
        CHECK(offered.contains(u"alert"_s) == (role != Role::Volunteer));
        CHECK(offered.contains(u"stage_entry"_s) == (role == Role::Manager || role == Role::SupportWorker));
        CHECK(offered.contains(u"appointment"_s) == (role != Role::Volunteer));
        CHECK(offered.contains(u"incident"_s));
        CHECK(offered.contains(u"sharing_agreement"_s) == (role == Role::Manager || role == Role::SupportWorker));
        CHECK_FALSE(offered.contains(u"watch_snooze"_s));
    }
}

TEST_CASE("Each line under Add opens a new form, for this resident, by the keyboard, too")
{
    Night night;
    night.open(Role::Manager);
    night.workspace().openResident(night.ben.id);
    Screen::settle();
    auto *first = qobject_cast<ResidentPage *>(night.workspace().currentPage());
    REQUIRE(first);
    QStringList names;
    for (const QAction *action : first->addMenu()->lines())
        names.append(action->objectName());
    for (const QString &name : std::as_const(names)) {
        INFO(name.toStdString());
        night.workspace().openResident(night.ben.id);
        Screen::settle();
        auto *page = qobject_cast<ResidentPage *>(night.workspace().currentPage());
        REQUIRE(page);
        auto *action = page->addMenu()->findChild<QAction *>(name);
        REQUIRE(action);
        action->trigger();
        Screen::settle();
        QWidget *shown = night.workspace().currentPage();
        const bool hasForm = name == u"add-referral" ? Screen(night.desk.window).find<QPushButton>(u"referralNext"_s) != nullptr
                                                     : Screen(night.desk.window).find<QPushButton>(u"save"_s) != nullptr;
        CHECK(hasForm);
        if (name == u"add-incident" || name == u"add-group_activity" || name == u"add-handover_item")
            continue; // its place, with Ben in it
        auto *resident = qobject_cast<ResidentPage *>(shown);
        REQUIRE(resident);
        CHECK(resident->person() == night.ben.id);
    }
    night.workspace().openResident(night.ben.id);
    Screen::settle();
    night.desk.screen.shortcut(u"Ctrl+M"_s);
    QWidget *menu = QApplication::activePopupWidget();
    REQUIRE(menu);
    CHECK(qobject_cast<QMenu *>(menu)->activeAction());
    QTest::keyClick(menu, Qt::Key_Escape);
}

TEST_CASE("A support worker writes down next of kin from the header, and finds no list that they may not read")
{
    Night night;
    night.open(Role::SupportWorker);
    night.workspace().openResident(night.ben.id);
    Screen::settle();
    auto *page = qobject_cast<ResidentPage *>(night.workspace().currentPage());
    REQUIRE(page);
    page->addMenu()->findChild<QAction *>(u"add-contact"_s)->trigger();
    Screen::settle();
    night.desk.screen.type(u"name"_s, u"Zelda Quist"_s);
    night.desk.screen.find<QCheckBox>(u"next_of_kin"_s)->click();
    night.desk.screen.press(u"save"_s);
    CHECK(night.rows(u"contact"_s) == 1);
    CHECK(valueOf(night.desk.services().records.database(), u"SELECT person_id FROM contact"_s)->toLongLong() == night.ben.id.value);
    CHECK(night.desk.screen.shows(u"Those who may read it find it here."_s));
    CHECK_FALSE(night.desk.screen.shows(u"Zelda"_s));
    CHECK(night.desk.window.focusWidget()->objectName() == u"new");
}

TEST_CASE("A part that may be left asks for nothing until it is begun")
{
    Night night;
    night.open(Role::Manager);
    TakeInTonightPage *page = night.opened();
    const auto starred = [&](const QString &column) {
        for (const QLabel *one : page->form(recordType<Alert>())->editor(column)->findChildren<QLabel *>())
            if (one->text().endsWith(u" *"_s))
                return true;
        return false;
    };
    REQUIRE(recordType<Alert>().fieldNamed(u"text"_s)->required);
    CHECK_FALSE(starred(u"text"_s));
    CHECK_FALSE(starred(u"kind"_s));
    night.desk.screen.type(u"text"_s, u"a dog"_s);
    CHECK(starred(u"text"_s));
    CHECK(starred(u"kind"_s));
    night.desk.screen.find<QLineEdit>(u"text"_s)->selectAll();
    QTest::keyClick(night.desk.screen.find<QLineEdit>(u"text"_s), Qt::Key_Backspace);
    Screen::settle();
    CHECK_FALSE(starred(u"kind"_s));
}

TEST_CASE("Ctrl+Z says before it takes out somebody who was just taken in, does it whole, and brings them back")
{
    Night night;
    night.open(Role::Manager);
    night.opened();
    night.desk.screen.type(u"given_name"_s, u"Grace"_s);
    night.chooseRoom(u"8"_s);
    night.desk.screen.shortcut(QKeySequence::Save);
    const auto grace = night.newest();
    const auto isOut = [&] { return need(night.desk.services().records.all<Person>()).size() == 1; };
    const auto freeRooms = [&] { return need(night.desk.services().people.freeRooms()).size(); };
    REQUIRE(freeRooms() == 0);

    night.workspace().undo();
    CHECK_FALSE(isOut());
    CHECK(night.desk.screen.shows(u"Ctrl+Z again takes Grace out as entered in error, with stay"_s));
    night.workspace().undo();
    Screen::settle();
    CHECK(isOut());
    CHECK(freeRooms() == 1); // the stay went along
    CHECK(night.desk.screen.shows(u"Grace is not taken in. Ctrl+Z once more brings them back."_s));
    CHECK_FALSE(qobject_cast<ResidentPage *>(night.workspace().currentPage())); // nothing stands there any more
    night.workspace().undo();
    Screen::settle();
    CHECK_FALSE(isOut());
    CHECK(freeRooms() == 0);
    CHECK(need(night.desk.services().records.one(grace.id)).value.givenName == u"Grace");

    // The sentence has to stand when it is done: what was read minutes ago is not an answer.
    night.workspace().undo();
    night.workspace().openPlace(u"rooms"_s);
    QTest::qWait(1600);
    night.workspace().openPlace(u"today"_s);
    CHECK_FALSE(night.desk.screen.shows(u"Ctrl+Z again takes Grace out"_s));
    night.workspace().undo();
    CHECK_FALSE(isOut());
}

} // namespace keywork::test::take_in_tonight_test
