// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_hostel.h"
#include "core/domain/kinds.h"
#include "core/domain/room.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "ui/pages/house/new_rooms_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/today/today_page.h"

#include <QSignalSpy>
#include <QTableView>

namespace keywork::test::ui_first_hour_test {

using namespace Qt::StringLiterals;

namespace {

/// A manager a minute after the file was made.
struct FirstHour {
    TestHostel hostel;
    MainWindow window{hostel.clock};
    Screen screen{window};

    FirstHour()
    {
        window.resize(1366, 768);
        window.show();
        window.enter(shared(hostel));
        Screen::settle();
    }
    template <class P> P *page()
    {
        auto *shown = qobject_cast<P *>(window.workspace()->currentPage());
        REQUIRE(shown);
        return shown;
    }
    void open(const QString &place)
    {
        window.workspace()->openPlace(place);
        Screen::settle();
    }
    QPushButton *named(const QString &accessibleName)
    {
        for (auto *button : window.findChildren<QPushButton *>())
            if (button->accessibleName() == accessibleName && button->isVisibleTo(&window))
                return button;
        INFO("no button called " << accessibleName.toStdString());
        REQUIRE(false);
        return nullptr;
    }
};

} // namespace

TEST_CASE("The first steps of a new hostel lead to their places, are done by what is on file, and go when they are put away")
{
    FirstHour at;
    REQUIRE(at.screen.shows(u"First steps"_s));
    CHECK(at.screen.shows(u"0 of 6 done"_s));
    const std::pair<QString, QString> leads[] = {{u"firstStep-team"_s, u"Add somebody to the team"_s},
        {u"firstStep-agencies"_s, u"New agency"_s}, {u"firstStep-second_place"_s, u"Settings"_s}, {u"firstStep-wording"_s, u"Wording"_s}};
    for (const auto &[step, shown] : leads) {
        INFO(step.toStdString());
        at.screen.press(step);
        CHECK(at.screen.shows(shown));
        at.open(u"today"_s);
    }
    at.screen.press(u"firstStep-rooms"_s);
    at.screen.type(u"roomNames"_s, u"1-3, 3"_s);
    CHECK(at.screen.shows(u"New rooms: 3. 1, 2, 3"_s));
    CHECK(at.screen.shows(u"Typed twice, made once: 1. 3"_s));
    at.screen.type(u"floor"_s, u"Ground"_s);
    at.screen.press(u"save"_s);
    CHECK(at.page<KindsPage>()->current()->table()->model()->rowCount() == 3);
    CHECK(need(at.hostel.services().records.all<Room>()).first().value.floor == u"Ground"_s);

    at.open(u"today"_s);
    CHECK(at.screen.shows(u"1 of 6 done"_s));
    at.screen.press(u"putAway-recovery_key"_s);
    REQUIRE(Screen::waitFor([&] { return at.screen.shows(u"2 of 6 done"_s); }));
    at.screen.press(u"putAllAway"_s);
    REQUIRE(Screen::waitFor([&] { return !at.screen.shows(u"First steps"_s); }));
    at.open(u"rooms"_s);
    at.open(u"today"_s);
    CHECK_FALSE(at.screen.shows(u"First steps"_s));

    // A manager brings them back: from the settings, where it is offered only while there is something to bring back.
    at.open(u"house"_s);
    at.screen.press(u"firstStepsAgain"_s);
    REQUIRE(Screen::waitFor([&] { return at.screen.shows(u"1 of 6 done"_s); }));
    CHECK(at.screen.shows(u"The first steps stand on Today again"_s));
    at.open(u"house"_s);
    CHECK_FALSE(at.screen.shows(u"Show the first steps again"_s));
}

TEST_CASE("The team says who can sign in: in the list, and under the form")
{
    FirstHour at;
    makeMember(at.hostel, u"Ada Lunn"_s, Role::Keyworker);
    need(at.hostel.services().records.add(Staff{.name = u"Bo Marsh"_s, .role = Role::Relief}));
    at.open(u"team"_s);
    const auto *model = at.page<KindsPage>()->current()->table()->model();
    QHash<QString, QString> said;
    const int column = int(model->labels().indexOf(u"Can sign in"_s));
    REQUIRE(column >= 0);
    for (int row = 0; row < model->rowCount(); ++row)
        said.insert(model->index(row, 0).data().toString(), model->index(row, column).data().toString());
    CHECK(said == QHash<QString, QString>{{kManager, u"yes"_s}, {u"Ada Lunn"_s, u"yes"_s}, {u"Bo Marsh"_s, u"no"_s}});
}

TEST_CASE("First steps are a manager's")
{
    Desk desk;
    makeMember(desk.made, u"Una Door"_s, Role::Keyworker);
    desk.open();
    desk.signIn(u"Una Door"_s, kTheirs);
    REQUIRE(desk.window.workspace());
    CHECK_FALSE(desk.screen.shows(u"First steps"_s));
}

TEST_CASE("Several rooms: what can't be read is said beside it, and what was typed waits and opens where it was typed")
{
    FirstHour at;
    need(at.hostel.services().records.add(Room{.name = u"2"_s}));
    at.open(u"room-lists"_s);
    at.screen.press(u"severalRooms"_s);
    at.screen.type(u"roomNames"_s, u"9-2"_s);
    CHECK(at.screen.shows(u"Can't be read: 1. 9-2"_s));
    at.screen.press(u"save"_s);
    CHECK(at.screen.find<QLabel>(u"roomNamesProblem"_s)->text() == u"“9-2” can't be read. Rooms are typed like 1-12, 14, A1-A4."_s);
    at.screen.type(u"roomNames"_s, u"2-4"_s);
    CHECK(at.screen.shows(u"On file already, left as they are: 1. 2"_s));
    at.open(u"today"_s);
    REQUIRE(at.screen.shows(u"you typed this and did not save it yet"_s));
    QTest::mouseClick(at.named(u"Open: Not saved"_s), Qt::LeftButton);
    Screen::settle();
    at.page<NewRoomsPage>();
    CHECK(at.screen.find<QLineEdit>(u"roomNames"_s)->text() == u"2-4"_s);
    at.screen.press(u"save"_s);
    CHECK(need(at.hostel.services().records.all<Room>()).size() == 3);
    at.open(u"today"_s);
    CHECK_FALSE(at.screen.shows(u"did not save it yet"_s));
}

TEST_CASE("A newcomer without a file has a new hostel and the demonstration before them, and no empty password field")
{
    QTemporaryDir folder;
    SetClock clock(kNow);
    MainWindow window(clock);
    Screen screen(window);
    window.resize(1366, 768);
    window.show();
    CHECK(window.findChild<QPushButton *>(u"tryDemonstration"_s)->isHidden()); // there is none until the program offers one
    DemoWish wish{.people = 6, .years = 1, .end = kNow.date(), .cheapKeys = true};
    int made = 0;
    window.setDemonstration({.make =
                                 [wish, &made](const QString &path) {
                                     ++made;
                                     return makeDemoHostel(path, wish);
                                 },
        .path = folder.filePath(u"demonstration.keywork"_s),
        .name = kDemoManager,
        .password = wish.password});
    Screen::settle();
    CHECK(screen.find<QPushButton>(u"newHostel"_s)->isEnabled());
    CHECK_FALSE(window.findChild<QLineEdit *>(u"password"_s)->isVisibleTo(&window));
    QSignalSpy remembered(&window, &MainWindow::fileChosen);
    for (int time = 0; time < 2; ++time) { // the second time it is there already
        if (time > 0)
            window.signInPage()->setFile(nullptr);
        screen.press(u"tryDemonstration"_s);
        REQUIRE(Screen::waitFor([&] { return window.findChild<QLineEdit *>(u"password"_s)->isVisibleTo(&window); }));
        CHECK(screen.find<QLineEdit>(u"name"_s)->text() == kDemoManager);
        CHECK(screen.shows(wish.password));
    }
    CHECK(made == 1);
    CHECK(remembered.isEmpty()); // the next start opens the house's own file
    screen.type(u"password"_s, wish.password);
    window.signInPage()->signIn();
    REQUIRE(Screen::waitFor([&] { return window.workspace() != nullptr; }));
    CHECK_FALSE(screen.shows(u"First steps"_s)); // of a house that has worked for years
}

namespace {

QString hintIn(QWidget &window)
{
    for (const QWidget *hint : window.findChildren<QWidget *>(u"emptyHint"_s))
        if (hint->isVisibleTo(&window))
            return hint->findChild<QLabel *>()->text();
    return {};
}

} // namespace

TEST_CASE("Every list of its own says what belongs there while it is empty, in words of its own")
{
    QSet<QString> said;
    int kinds = 0;
    for (const RecordType *type : allKinds()) {
        if (type->place == Place::Nowhere)
            continue;
        INFO(type->table);
        REQUIRE(type->belongs);
        said.insert(QString::fromUtf8(type->belongs));
        ++kinds;
    }
    CHECK(said.size() == kinds);
}

TEST_CASE("An empty list offers the first of its kind in the middle, and is a list like any other once there is one")
{
    FirstHour at;
    at.open(u"room-lists"_s);
    CHECK(hintIn(at.window).startsWith(u"Residents are taken into a room."_s));
    CHECK(at.screen.find<QPushButton>(u"beginFirst"_s)->text() == u"New room"_s);
    at.screen.type(u"filter"_s, u"garden"_s);
    CHECK(hintIn(at.window) == u"Nothing holds these words."_s);
    CHECK(at.window.findChild<QPushButton *>(u"beginFirst"_s)->isHidden());
    at.screen.find<QLineEdit>(u"filter"_s)->clear();
    Screen::settle();
    at.screen.press(u"beginFirst"_s);
    Screen::settle();
    at.screen.type(u"name"_s, u"7"_s, at.window.workspace());
    at.screen.press(u"save"_s);
    CHECK(hintIn(at.window).isEmpty());
    CHECK(at.page<KindsPage>()->current()->table()->model()->rowCount() == 1);
    at.open(u"residents"_s);
    CHECK(hintIn(at.window) == u"Everybody who lives here. Nobody has arrived yet."_s);
    CHECK(at.screen.find<QPushButton>(u"beginFirst"_s)->text() == u"New resident"_s);
}

TEST_CASE("Whoever may not add one is told what belongs in the list, and offered nothing")
{
    Desk desk;
    makeMember(desk.made, u"Una Door"_s, Role::Volunteer);
    desk.open();
    desk.signIn(u"Una Door"_s, kTheirs);
    desk.window.workspace()->openPlace(u"residents"_s);
    Screen::settle();
    CHECK_FALSE(hintIn(desk.window).isEmpty());
    CHECK(desk.window.workspace()->findChild<QPushButton *>(u"beginFirst"_s)->isHidden());
}

} // namespace keywork::test::ui_first_hour_test
