// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/backups.h"
#include "tests/support/desk.h"
#include "ui/pages/settings/backups_page.h"

namespace keywork::test::backups_screen_test {

using namespace Qt::StringLiterals;

TEST_CASE("Going back to a backup: made, looked into, restored with the password, and undone")
{
    Desk desk;
    aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    desk.open();
    desk.signIn();
    const auto page = [&] { return qobject_cast<BackupsPage *>(desk.window.workspace()->currentPage()); };
    desk.window.workspace()->openPlace(u"backups"_s);
    Screen::settle();
    CHECK(desk.screen.shows(u"There is no backup yet."_s));
    desk.screen.press(u"backUpNow"_s);
    REQUIRE(Screen::waitFor([&] { return !page()->isBusy(); }));
    Screen::settle();
    CHECK(desk.screen.shows(u"Up to date"_s));
    const QString folder = desk.made.folder.filePath(u"cairn backups"_s);
    REQUIRE(QDir(folder).entryList(QDir::Files).size() == 1);
    for (QPushButton *open : page()->findChildren<QPushButton *>())
        if (open->text().startsWith(u"What is in it"))
            open->click();
    REQUIRE(Screen::waitFor([&] { return !page()->isBusy(); }));
    Screen::settle();
    CHECK(desk.screen.shows(u"whole, every page was read"_s));
    desk.screen.press(u"restore"_s);
    desk.screen.type(u"passwordAgain"_s, u"not it"_s, desk.window.findChild<QDialog *>());
    desk.screen.press(u"confirm"_s, desk.window.findChild<QDialog *>());
    REQUIRE(Screen::waitFor([&] { return desk.window.findChild<QDialog *>()->findChild<QPushButton *>(u"confirm"_s)->isEnabled(); }));
    CHECK(desk.window.workspace());
    desk.screen.type(u"passwordAgain"_s, kPassword, desk.window.findChild<QDialog *>());
    desk.screen.press(u"confirm"_s, desk.window.findChild<QDialog *>());
    REQUIRE(Screen::waitFor([&] { return desk.screen.shows(u"Restored. Please sign in with the password of that day."_s); }));
    desk.signIn();
    REQUIRE(desk.window.workspace());
    desk.window.workspace()->openPlace(u"backups"_s);
    Screen::settle();
    desk.screen.press(u"undoRestore"_s);
    REQUIRE(Screen::waitFor([&] { return !page()->isBusy(); }));
    Screen::settle();
    CHECK(desk.screen.shows(u"The file from before the restore: whole, every page was read."_s));
    desk.made.clock.set(kNow.addSecs(60));
    desk.screen.press(u"restore"_s);
    desk.screen.type(u"passwordAgain"_s, kPassword, desk.window.findChild<QDialog *>());
    desk.screen.press(u"confirm"_s, desk.window.findChild<QDialog *>());
    REQUIRE(Screen::waitFor([&] { return desk.screen.shows(u"Restored."_s); }));
    desk.signIn();
    REQUIRE(desk.window.workspace());
    desk.window.workspace()->openPlace(u"backups"_s);
    Screen::settle();
    desk.screen.press(u"removeAside"_s);
    desk.screen.type(u"passwordAgain"_s, kPassword, desk.window.findChild<QDialog *>());
    desk.screen.press(u"confirm"_s, desk.window.findChild<QDialog *>());
    REQUIRE(Screen::waitFor([&] { return desk.screen.shows(u"Deleted"_s); }));
}

TEST_CASE("Closing the window makes a backup, then closes the file")
{
    Desk desk;
    desk.open();
    desk.signIn();
    desk.window.close();
    REQUIRE(Screen::waitFor([&] { return !desk.window.isVisible(); }));
    CHECK(QDir(desk.made.folder.filePath(u"cairn backups"_s)).entryList(QDir::Files).size() == 1);
    CHECK_FALSE(desk.window.workspace());
}

TEST_CASE("A file that is open elsewhere or damaged can't be worked in, but its last good backup can be looked at")
{
    Desk desk;
    aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    auto job = desk.services().backups.job({});
    need(desk.services().backups.finished(need(job)([] { return false; })));
    desk.window.show();
    desk.window.chooseFile(desk.made.path); // held by another: the test itself
    CHECK(desk.screen.shows(u"This file is open on"_s));
    desk.screen.press(u"lookAtBackup"_s);
    desk.signIn();
    REQUIRE(desk.window.workspace());
    CHECK(desk.screen.shows(u"1 resident"_s));
    desk.window.lock();
    desk.made.hostel.reset();
    desk.made.file.reset();
    QFile file(desk.made.path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.seek(65536 + 50);
    file.write("harm");
    file.close();
    desk.window.chooseFile(desk.made.path);
    desk.signIn();
    CHECK_FALSE(desk.window.workspace());
    CHECK(desk.screen.find<QPushButton>(u"lookAtBackup"_s)->isVisible());
}

TEST_CASE("Before its time a record is proposed for erasure by its number or a name, and who it is stands there first")
{
    Desk desk;
    auto builder = aPerson().arrived(QDate(2026, 1, 5));
    builder.stay.referredOn = QDate(2026, 1, 2);
    builder.stay.leftOn = QDate(2026, 6, 30);
    builder.stay.destination = {u"not_known"_s};
    const auto ben = builder.in(desk.made);
    desk.open();
    desk.signIn();
    desk.window.workspace()->openPlace(u"retention"_s);
    Screen::settle();
    desk.screen.type(u"wishNumber"_s, u"P-9999"_s);
    CHECK(desk.screen.shows(u"No record has this name or number."_s));
    CHECK_FALSE(desk.screen.find<QPushButton>(u"wishPropose"_s)->isEnabled());
    desk.screen.type(u"wishNumber"_s, ben.value.familyName); // a name alone means nobody yet
    CHECK(desk.screen.shows(u"Whose record?"_s));
    CHECK_FALSE(desk.screen.find<QPushButton>(u"wishPropose"_s)->isEnabled());
    CHECK(desk.screen.find<QPushButton>(u"wishMatch"_s)->accessibleName().contains(ben.value.number));
    desk.screen.press(u"wishMatch"_s);
    CHECK(desk.screen.find<QLabel>(u"wishNamed"_s)->text().contains(ben.value.displayName()));
    CHECK(desk.screen.find<QPushButton>(u"wishPropose"_s)->isEnabled());
    CHECK(desk.window.focusWidget() == desk.screen.find<QLineEdit>(u"wishNumber"_s));
    desk.screen.type(u"wishNumber"_s, ben.value.number.toLower());
    CHECK(desk.screen.find<QLabel>(u"wishNamed"_s)->text().contains(ben.value.displayName()));
    desk.screen.press(u"wishPropose"_s);
    desk.confirm();
    REQUIRE(Screen::waitFor([&] { return desk.screen.shows(u"The person asked for it"_s); }));
    CHECK(desk.screen.shows(u"proposed by you: somebody else has to approve"_s));
}

} // namespace keywork::test::backups_screen_test
