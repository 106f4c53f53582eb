// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/room_upkeep.h"
#include "core/services/house/occupancy.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/house/move_page.h"
#include "ui/pages/house/nights_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/house/room_card.h"
#include "ui/pages/house/room_page.h"
#include "ui/pages/house/rooms_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/text/words_rooms.h"

namespace keywork::test::rooms_screen_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kToday(2026, 9, 14);

/// Two floors: Dana in room 1, rooms 2 (cleaned) and 3 (decorated) empty, Sam in 4.
struct TwoFloors {
    Desk desk;
    QList<Kept<Room>> rooms;
    Kept<Person> dana;
    Kept<Person> sam;

    TwoFloors()
    {
        Records &records = desk.services().records;
        for (int i = 1; i <= 5; ++i) {
            Room room{.name = QString::number(i), .floor = i <= 3 ? u"Ground"_s : u"First"_s, .openedOn = QDate(2026, 8, 1)};
            room.stepFree = i == 1;
            rooms.append(need(records.add(room)));
        }
        dana = aPerson().called(u"Dana"_s, u"Whitlock"_s).arrived(QDate(2026, 8, 3), rooms.at(0).id).in(desk.made);
        sam = aPerson().called(u"Sam"_s, u"Idris"_s).arrived(QDate(2026, 9, 1), rooms.at(3).id).in(desk.made);
        need(records.add(RoomVoid{.roomId = rooms.at(1).id, .fromOn = QDate(2026, 9, 11), .why = {u"cleaning"_s}}));
        need(records.add(RoomVoid{.roomId = rooms.at(2).id, .fromOn = QDate(2026, 9, 1), .why = {u"decorating"_s}}));
    }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&desk.window));
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    RoomCard *card(int room) { return desk.screen.find<RoomCard>(u"room-%1"_s.arg(rooms.at(room - 1).id.value)); }
    template <class P> P *shown()
    {
        Screen::settle();
        auto *page = qobject_cast<P *>(desk.window.workspace()->currentPage());
        REQUIRE(page);
        return page;
    }
    void chooseRoom(const QString &name)
    {
        auto *box = desk.screen.find<QComboBox>(u"room_id"_s);
        const int index = box->findText(name);
        REQUIRE(index > 0);
        box->setCurrentIndex(index);
        Screen::settle();
    }
};

} // namespace

TEST_CASE("The board says who has which room, what stands empty and why, and what is free tonight")
{
    TwoFloors house;
    house.open();
    house.desk.openPlace<RoomsPage>(u"rooms"_s);
    CHECK(house.desk.screen.shows(u"Ground floor"_s));
    CHECK(house.desk.screen.shows(u"First floor"_s));
    CHECK(house.desk.screen.find<QLabel>(u"roomNumbers"_s)->text().startsWith(u"2 of 5 in use"_s));
    const QString dana = house.card(1)->accessibleName();
    CHECK(dana.startsWith(u"Room 1, Dana Whitlock, "_s));
    CHECK(dana.contains(u"Step-free"_s));
    CHECK(house.card(2)->accessibleName().contains(u"Cleaning"_s));
    CHECK_FALSE(house.card(2)->accessibleName().contains(u"Free tonight"_s));
    CHECK(house.card(5)->accessibleName().contains(u"Free tonight"_s));
    CHECK(house.card(5)->accessibleName().startsWith(u"Room 5, Empty, void 44 days"_s));
}

TEST_CASE("Cards are reached by the arrow keys; Enter opens who lives there, or an empty room; R the room, M a move, A nights away")
{
    TwoFloors house;
    house.open();
    house.desk.openPlace<RoomsPage>(u"rooms"_s);
    house.card(1)->setFocus();
    QTest::keyClick(house.card(1), Qt::Key_Right);
    CHECK(house.desk.window.focusWidget() == house.card(2));
    QTest::keyClick(house.card(2), Qt::Key_Down);
    CHECK(house.desk.window.focusWidget() == house.card(5)); // the next line, below
    QTest::keyClick(house.card(5), Qt::Key_Left);
    CHECK(house.desk.window.focusWidget() == house.card(4));
    QTest::keyClick(house.card(4), Qt::Key_Up);
    CHECK(house.desk.window.focusWidget() == house.card(1));
    QTest::keyClick(house.card(1), Qt::Key_Return);
    house.shown<ResidentPage>();
    house.desk.openPlace<RoomsPage>(u"rooms"_s);
    QTest::keyClick(house.card(2), Qt::Key_Return);
    house.shown<RoomPage>();
    house.desk.openPlace<RoomsPage>(u"rooms"_s);
    QTest::mouseClick(house.card(2), Qt::LeftButton);
    house.shown<RoomPage>();
    house.desk.openPlace<RoomsPage>(u"rooms"_s);
    QTest::keyClick(house.card(1), Qt::Key_R);
    house.shown<RoomPage>();
    CHECK(house.desk.screen.shows(u"Dana Whitlock · since 3 Aug 2026"_s));
    house.desk.openPlace<RoomsPage>(u"rooms"_s);
    QTest::keyClick(house.card(1), Qt::Key_A);
    house.shown<ResidentPage>();
    CHECK(house.desk.screen.shows(u"Expected back on"_s));
    house.desk.openPlace<RoomsPage>(u"rooms"_s);
    QTest::keyClick(house.card(1), Qt::Key_M);
    house.shown<MovePage>();
    CHECK(house.desk.screen.shows(u"Dana Whitlock, now in room 1"_s));
}

TEST_CASE("A move is refused beside the field with a sentence, and keeps the old room once it is made")
{
    TwoFloors house;
    house.open();
    house.desk.openPlace<RoomsPage>(u"rooms"_s);
    QTest::keyClick(house.card(1), Qt::Key_M);
    house.shown<MovePage>();
    Screen &screen = house.desk.screen;
    CHECK(screen.find<QComboBox>(u"room_id"_s)->findText(u"4"_s) < 0); // Sam's is not offered
    house.chooseRoom(u"3"_s);
    screen.press(u"save"_s);
    CHECK(screen.shows(u"This room is closed: nobody can have it until it is said to be ready."_s));
    house.chooseRoom(u"5"_s);
    screen.type(u"room_since"_s, u"20/09/2026"_s);
    screen.press(u"save"_s);
    CHECK(need(house.desk.services().records.all<StayRoom>()).isEmpty()); // a day to come
    screen.type(u"room_since"_s, u"01/08/2026"_s);
    screen.press(u"save"_s);
    CHECK(screen.shows(u"This is before the arrival or after the day of leaving."_s));
    screen.type(u"room_since"_s, u"10/09/2026"_s);
    screen.press(u"save"_s);
    house.shown<RoomsPage>();
    CHECK(house.card(5)->accessibleName().startsWith(u"Room 5, Dana Whitlock"_s));
    const auto earlier = need(house.desk.services().records.all<StayRoom>());
    REQUIRE(earlier.size() == 1);
    CHECK(earlier.first().value.nights() == Nights{QDate(2026, 8, 3), QDate(2026, 9, 10)});
    QTest::keyClick(house.card(1), Qt::Key_R);
    house.shown<RoomPage>();
    CHECK(screen.shows(u"Dana Whitlock · 3 Aug 2026 to 10 Sep 2026 · 38 nights · then another room"_s));
}

TEST_CASE("Move someone asks who first, and of somebody in hospital or elsewhere as of anybody")
{
    TwoFloors house;
    house.open();
    house.desk.openPlace<RoomsPage>(u"rooms"_s);
    house.desk.screen.press(u"moveSomeone"_s);
    house.shown<MovePage>();
    auto *who = house.desk.screen.find<QComboBox>(u"whoMoves"_s);
    REQUIRE(who->count() == 3);
    const int sam = who->findText(u"Sam Idris · Room 4"_s);
    REQUIRE(sam > 0);
    who->setCurrentIndex(sam);
    Q_EMIT who->activated(sam);
    Screen::settle();
    CHECK(house.desk.screen.shows(u"Sam Idris, now in room 4"_s));
}

TEST_CASE("A room's page begins a key, a repair and a check with the room and who lives there")
{
    TwoFloors house;
    house.open();
    house.desk.window.workspace()->visit({.place = u"room"_s, .record = {u"room"_s, house.rooms.at(0).id.value}});
    house.shown<RoomPage>();
    house.desk.screen.press(u"new-room_key"_s);
    auto *lists = house.shown<KindsPage>();
    REQUIRE(lists->current()->editor());
    const Row begun = lists->current()->editor()->form()->row();
    CHECK(begun.value(u"room_id"_s).toLongLong() == house.rooms.at(0).id.value);
    CHECK(begun.value(u"person_id"_s).toLongLong() == house.dana.id.value);
    house.desk.screen.type(u"number"_s, u"F-12"_s);
    house.desk.screen.press(u"save"_s);
    const auto keys = need(house.desk.services().records.all<RoomKey>());
    REQUIRE(keys.size() == 1);
    CHECK(keys.first().value.personId == house.dana.id);
    house.desk.window.workspace()->visit({.place = u"room"_s, .record = {u"room"_s, house.rooms.at(0).id.value}});
    house.shown<RoomPage>();
    CHECK(house.desk.screen.shows(u"Key F-12 · Dana Whitlock"_s));
}

TEST_CASE("The nights on the screen are those counted from the stays, and go back by months")
{
    TwoFloors house;
    house.open();
    house.desk.openPlace<NightsPage>(u"nights"_s);
    const auto check = [&](QDate from, QDate until) {
        const auto nights = need(house.desk.services().occupancy.nights(from, until));
        for (const NightCount &night : nights) {
            const QString name = u"night-%1-"_s.arg(night.night.toString(Qt::ISODate));
            CHECK(house.desk.screen.find<QLabel>(name + u"2"_s)->text() == QString::number(night.occupied));
            CHECK(house.desk.screen.find<QLabel>(name + u"3"_s)->text() == QString::number(night.empty));
        }
        CHECK(house.desk.screen.find<QLabel>(u"nightSums"_s)->text() == words::nightSums(sumOf(nights)));
    };
    check(QDate(2026, 9, 1), kToday);
    CHECK_FALSE(house.desk.screen.find<QPushButton>(u"monthAfter"_s)->isEnabled());
    house.desk.screen.press(u"monthBefore"_s);
    CHECK(house.desk.screen.find<QLabel>(u"nightsMonth"_s)->text() == u"August 2026"_s);
    check(QDate(2026, 8, 1), QDate(2026, 8, 31));
    CHECK(house.desk.screen.find<QLabel>(u"nightSums"_s)->text().startsWith(u"29 of 155 nights occupied (19 %), 126 void"_s));
}

} // namespace keywork::test::rooms_screen_test
