// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/house.h"
#include "core/domain/restriction.h"
#include "tests/support/screen.h"
#include "tests/support/services.h"
#include "ui/pages/audit/audit_page.h"
#include "ui/pages/settings/backups_page.h"
#include "ui/shell/cover.h"
#include "ui/shell/idle_watch.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/workspace.h"

#include <QDialog>
#include <QDir>
#include <QTableWidget>

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

namespace {

/// The window with a file of its own, as somebody at the desk has it.
struct Desk {
    TestHostel made;
    MainWindow window{made.clock};
    Screen screen{window};

    void open()
    {
        made.hostel.reset();
        made.file.reset();
        window.resize(1366, 768);
        window.show();
        window.chooseFile(made.path);
    }
    void signIn(const QString &name = kManager, const QString &password = kPassword)
    {
        screen.type(u"name"_s, name);
        screen.type(u"password"_s, password);
        window.signInPage()->signIn();
        REQUIRE(Screen::waitFor([&] { return !window.signInPage()->isBusy(); }));
        Screen::settle();
    }
    Services &services() { return made.hostel->services(); }
};

const QString kTheirs = QStringLiteral("correct-horse-staple");

} // namespace

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
    QTest::keyClick(desk.window.coverPage(), Qt::Key_A); // goes nowhere
    CHECK(desk.window.coverPage()->isVisible());
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
    desk.signIn();
    REQUIRE(desk.window.workspace());
    CHECK(desk.screen.find<QLineEdit>(u"given_name"_s)->text() == u"Grace");
    // A clock that was put back does not keep the file open for ever.
    idle->setLastTouch(QDateTime::currentDateTimeUtc().addSecs(3600));
    idle->look();
    CHECK(desk.window.workspace());
    // Somebody else is led nowhere and sees no draft.
    desk.window.switchUser();
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

TEST_CASE("A restricted record asks for a reason, opens at once, and the manager sees it on Today")
{
    Desk desk;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    need(desk.services().records.add(Restriction{ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    const auto tomi = need(desk.services().records.add(Staff{.name = u"Tomi Okoro"_s, .role = Role::SupportWorker}));
    need(desk.services().accounts.give(tomi, kTheirs));
    desk.open();
    desk.signIn(u"Tomi Okoro"_s, kTheirs);
    desk.window.workspace()->openResident(ben.id);
    Screen::settle();
    CHECK(desk.screen.shows(u"This record is restricted"_s));
    desk.screen.press(u"openRestricted"_s);
    CHECK(desk.screen.shows(u"Please say why."_s));
    desk.screen.type(u"restrictedReason"_s, u"found unwell"_s);
    desk.screen.press(u"openRestricted"_s);
    CHECK(desk.screen.find<QLabel>(u"residentName"_s)->text().contains(u"Ben"));
    desk.window.switchUser();
    desk.signIn();
    CHECK(desk.screen.shows(u"“found unwell”"_s));
    desk.screen.press(u"reviewOpening"_s);
    CHECK_FALSE(desk.screen.shows(u"“found unwell”"_s));
}

TEST_CASE("An auditor reads the audit and finds nothing else; checking it reads every entry")
{
    Desk desk;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    const auto ada = need(desk.services().records.add(Staff{.name = u"Ada Auditor"_s, .role = Role::Auditor}));
    need(desk.services().accounts.give(ada, kTheirs));
    desk.open();
    desk.signIn(u"Ada Auditor"_s, kTheirs);
    auto *page = qobject_cast<AuditPage *>(desk.window.workspace()->currentPage());
    REQUIRE(page);
    CHECK_FALSE(desk.window.findChild<QPushButton *>(u"nav-residents"_s));
    auto *table = desk.screen.find<QTableWidget>(u"auditTable"_s);
    const int all = table->rowCount();
    CHECK(all > 4);
    desk.screen.find<QComboBox>(u"auditWhat"_s)->setCurrentIndex(int(AuditRequest::What::SignIns));
    Screen::settle();
    CHECK(table->rowCount() < all);
    desk.screen.press(u"verifyHistory"_s);
    REQUIRE(Screen::waitFor([&] { return !page->isBusy(); }));
    Screen::settle();
    CHECK(desk.screen.find<QLabel>(u"auditState"_s)->text().contains(u"as they were written"));
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
    CHECK(desk.screen.shows(u"1 residents"_s));
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

TEST_CASE("On the screen that most reception PCs have no page has to be pushed sideways")
{
    TestHostel made;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(made);
    MainWindow window(made.clock);
    window.resize(1366, 768);
    window.show();
    window.enter(shared(made));
    for (const QString &place : {u"today"_s, u"residents"_s, u"rooms"_s, u"partners"_s, u"team"_s, u"ledger"_s, u"audit"_s, u"house"_s,
             u"backups"_s, u"retention"_s, u"referrals-in"_s, u"keys"_s, u"new"_s, u"resident/%1/overview"_s.arg(ben.id.value),
             u"resident/%1/history"_s.arg(ben.id.value), u"resident/%1/sharing"_s.arg(ben.id.value)}) {
        window.workspace()->openPlace(place);
        Screen::settle();
        QWidget *page = window.workspace()->currentPage();
        INFO(place.toStdString());
        for (const QWidget *part : page->findChildren<QWidget *>())
            if (part->minimumSizeHint().width() > 1000 || part->minimumWidth() > 1000)
                UNSCOPED_INFO(
                    part->metaObject()->className() << ' ' << part->objectName().toStdString() << ' ' << part->minimumSizeHint().width());
        CHECK(page->minimumSizeHint().width() <= 1366 - 196);
    }
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

TEST_CASE("Ctrl+Z takes the last save back, and once more brings it again")
{
    Desk desk;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    desk.window.show();
    desk.window.enter(shared(desk.made));
    auto edited = need(desk.services().records.one(ben.id));
    edited.value.conditions = u"asthma"_s;
    need(desk.services().records.amend(edited));
    desk.window.workspace()->undo();
    CHECK(need(desk.services().records.one(ben.id)).value.conditions.isEmpty());
    CHECK(desk.screen.shows(u"Undone. Ctrl+Z once more brings it back."_s));
    desk.window.workspace()->undo();
    CHECK(need(desk.services().records.one(ben.id)).value.conditions == u"asthma");
}
