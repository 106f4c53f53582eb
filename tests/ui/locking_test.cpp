// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/services/house/accounts.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "ui/pages/residents/residents_page.h"
#include "ui/pages/today/unsaved.h"
#include "ui/shell/cover.h"
#include "ui/shell/idle_watch.h"
#include <QTableView>

namespace keywork::test::locking_test {

using namespace Qt::StringLiterals;

TEST_CASE("Nobody touches it: names are covered, then the file locks itself, also under an open dialog; typing waits")
{
    Desk desk;
    aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    desk.open();
    desk.signIn();
    REQUIRE(desk.window.workspace());
    desk.window.workspace()->openNewResident();
    Screen::settle();
    desk.screen.type(u"given_name"_s, u"Grace"_s);
    IdleWatch *idle = desk.window.idleWatch();
    idle->setLastTouch(QDateTime::currentDateTimeUtc().addSecs(-70));
    idle->look();
    CHECK(desk.window.coverPage()->isVisible());
    for (const Qt::Key key : {Qt::Key_A, Qt::Key_Space, Qt::Key_Return, Qt::Key_Escape}) { // as somebody types who did not look up
        QTest::keyClick(desk.window.coverPage(), key);
        CHECK(desk.window.coverPage()->isVisible());
    }
    QTest::keyClick(desk.window.coverPage(), Qt::Key_F11);
    CHECK_FALSE(desk.window.coverPage()->isVisible());
    CHECK(desk.screen.find<QLineEdit>(u"given_name"_s)->text() == u"Grace");
    auto *dialog = new QDialog(&desk.window);
    dialog->open();
    idle->setLastTouch(QDateTime::currentDateTimeUtc().addSecs(-3 * 60 - 1));
    idle->look();
    CHECK_FALSE(desk.window.workspace());
    CHECK(desk.window.findChildren<QDialog *>().isEmpty());
    CHECK(desk.screen.shows(u"Locked. What was typed is kept."_s));
    // Whoever comes back types the password, and into its own field.
    CHECK(desk.screen.find<QLineEdit>(u"name"_s)->text() == kManager);
    CHECK(desk.window.focusWidget() == desk.screen.find<QLineEdit>(u"password"_s));
    desk.signIn();
    REQUIRE(desk.window.workspace());
    CHECK(desk.screen.find<QLineEdit>(u"given_name"_s)->text() == u"Grace");
    // A clock that was put back does not keep the file open for ever.
    idle->setLastTouch(QDateTime::currentDateTimeUtc().addSecs(3600));
    idle->look();
    CHECK(desk.window.workspace());
    // Somebody else is led nowhere and sees no draft.
    desk.window.switchUser();
    CHECK(desk.screen.find<QLineEdit>(u"name"_s)->text().isEmpty());
    desk.signIn();
    CHECK_FALSE(desk.window.findChild<QLineEdit *>(u"given_name"_s));
}

TEST_CASE("A passphrase from the manager opens one page: choosing a password; and with it the work begins")
{
    Desk desk;
    const auto tomi = need(desk.services().records.add(Staff{.name = u"Tomi Okoro"_s, .role = Role::SupportWorker}));
    need(desk.services().accounts.give(tomi, kTheirs, Accounts::Known::ManagerToo));
    desk.open();
    desk.signIn(u"Tomi Okoro"_s, kTheirs);
    CHECK_FALSE(desk.window.workspace());
    desk.screen.type(u"until"_s, kTheirs);
    QList<QLineEdit *> fields;
    for (QLineEdit *edit : desk.window.findChildren<QLineEdit *>())
        if (edit->isVisibleTo(&desk.window) && edit->objectName() != u"until")
            fields.append(edit);
    REQUIRE(fields.size() == 2);
    for (QLineEdit *edit : fields)
        edit->setText(u"gravel-lantern-otter"_s);
    desk.screen.press(u"keepPassword"_s);
    REQUIRE(Screen::waitFor([&] { return desk.window.workspace() != nullptr; }));
    CHECK(desk.screen.shows(u"Your new password holds from now on."_s));
    desk.window.lock();
    desk.signIn(u"Tomi Okoro"_s, kTheirs);
    CHECK_FALSE(desk.window.workspace());
}

TEST_CASE("Under the cover no key reaches the page: nothing is undone, saved or opened unseen")
{
    Desk desk;
    desk.open();
    desk.signIn();
    desk.window.idleWatch()->setLastTouch(QDateTime::currentDateTimeUtc().addSecs(-70));
    desk.window.idleWatch()->look();
    Cover *cover = desk.window.coverPage();
    REQUIRE(cover->isVisible());
    const auto keeps = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
        event.ignore();
        QApplication::sendEvent(cover, &event);
        return event.isAccepted(); // no shortcut sees it then
    };
    for (const Qt::Key key : {Qt::Key_Z, Qt::Key_S, Qt::Key_K, Qt::Key_N, Qt::Key_1, Qt::Key_8, Qt::Key_P})
        CHECK(keeps(key, Qt::ControlModifier));
    CHECK(keeps(Qt::Key_F1, {}));
    CHECK_FALSE(keeps(Qt::Key_F11, {}));
    CHECK_FALSE(keeps(Qt::Key_L, Qt::ControlModifier));
}

TEST_CASE("What somebody left unsaved is named on Today for them alone, and opens where it was typed")
{
    Desk desk;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    Records &records = desk.services().records;
    const qint64 id = ben.id.value;
    for (const DraftPlace &place : {DraftPlace{u"person"_s, id, id}, {u"contact"_s, 0, id}, {u"goal"_s, 0, id, u"1/"_s},
             {u"referral"_s, 0, id}, {u"stage_entry"_s, 0, id}, {u"sign_off"_s, 0, id, u"1"_s}, {u"person"_s},
             {u"person"_s, 0, 0, u"tonight"_s}, {u"room"_s}, {u"passphrase"_s, 0, id}})
        need(Drafts(records).keep(place, {{u"row"_s, u"typed"_s}}));
    QStringList places;
    for (const Unsaved &one : unsavedWork(desk.services()))
        places.append(u"%1 %2 %3"_s.arg(one.where.place, one.where.tab, one.where.record.kind));
    places.sort();
    CHECK(places
        == QStringList{u"new  "_s, u"resident lists contact"_s, u"resident plan goal"_s, u"resident plan sign_off"_s,
            u"resident record person"_s, u"resident sharing referral"_s, u"resident stages stage_entry"_s, u"room-lists  room"_s,
            u"tonight  "_s});
    makeMember(desk.made, u"Tomi Okoro"_s, Role::Keyworker);
    desk.open();
    desk.signIn();
    CHECK(desk.screen.shows(u"Contact · "_s + ben.value.displayName()));
    desk.window.switchUser();
    desk.signIn(u"Tomi Okoro"_s, kTheirs);
    CHECK_FALSE(desk.screen.shows(u"you typed this"_s));
}

TEST_CASE("Beside an open record names are covered later, as the house says, and a few seconds before it is said")
{
    Desk desk;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    auto house = need(desk.services().records.all<House>()).first();
    house.value.hideSeconds = 60;
    house.value.hideRecordSeconds = 150;
    need(desk.services().records.amend(house));
    desk.open();
    desk.signIn();
    IdleWatch *idle = desk.window.idleWatch();
    Cover *cover = desk.window.coverPage();
    const auto idleFor = [&](int seconds) {
        idle->setLastTouch(QDateTime::currentDateTimeUtc().addSecs(-seconds));
        idle->look();
        return cover->isVisible();
    };
    CHECK_FALSE(idleFor(40));
    CHECK_FALSE(desk.screen.shows(u"Names are covered in 10 seconds"_s));
    CHECK_FALSE(idleFor(52));
    CHECK(desk.screen.shows(u"Names are covered in 10 seconds"_s));
    CHECK(idleFor(61));
    cover->takeAway();
    desk.window.workspace()->openResident(ben.id);
    Screen::settle();
    CHECK_FALSE(idleFor(61));
    CHECK_FALSE(idleFor(142));
    CHECK(desk.screen.shows(u"Names are covered in 10 seconds"_s));
    CHECK(idleFor(151));
    cover->takeAway();
    desk.window.workspace()->openPlace(u"today"_s);
    Screen::settle();
    CHECK(idleFor(61));
}

TEST_CASE("A cover that came by itself swallows no arrow key; one that was asked for goes only with F11 or a click")
{
    Desk desk;
    for (const QString &name : {u"Ann"_s, u"Ben"_s})
        aPerson().called(name, u"Fox"_s).arrived(QDate(2026, 9, 1)).in(desk.made);
    desk.open();
    desk.signIn();
    auto *page = desk.openPlace<ResidentsPage>(u"residents"_s);
    page->view()->setFocus();
    page->view()->setCurrentIndex(page->view()->model()->index(0, 0));
    Cover *cover = desk.window.coverPage();
    desk.window.idleWatch()->setLastTouch(QDateTime::currentDateTimeUtc().addSecs(-70));
    desk.window.idleWatch()->look();
    REQUIRE(cover->isVisible());
    QTest::keyClick(cover, Qt::Key_Down);
    Screen::settle();
    CHECK_FALSE(cover->isVisible());
    CHECK(page->view()->currentIndex().row() == 1);
    desk.window.cover();
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_PageUp, Qt::Key_A}) {
        QTest::keyClick(cover, key);
        CHECK(cover->isVisible());
    }
    QTest::keyClick(cover, Qt::Key_F11);
    CHECK_FALSE(cover->isVisible());
}

} // namespace keywork::test::locking_test
