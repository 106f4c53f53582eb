// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/hostel_file.h"
#include "tests/support/screen.h"
#include "tests/support/services.h"
#include "ui/shell/recovery_page.h"
#include "ui/shell/sign_in_page.h"
#include "ui/shell/workspace.h"

#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QProcess>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>

namespace keywork::test::signing_in_test {

using namespace Qt::StringLiterals;

namespace {

const QString kNew = QStringLiteral("glacier-mitten-oboe-47");

/// The program started on a hostel's file, nobody signed in.
struct Started {
    TestHostel hostel;
    MainWindow window{hostel.clock};
    Screen screen{window};

    Started()
    {
        hostel.hostel.reset();
        hostel.file.reset();
        window.show();
        window.chooseFile(hostel.path);
    }
    void signIn(const QString &name, const QString &password)
    {
        screen.type(u"name"_s, name);
        screen.type(u"password"_s, password);
        screen.press(u"signIn"_s);
        REQUIRE(Screen::waitFor([&] { return !window.signInPage()->isBusy(); }));
        Screen::settle();
    }
};

} // namespace

TEST_CASE("A manager who forgot the password gets in with the recovery key and sets a new one")
{
    Started at;
    at.screen.press(u"forgotten"_s);
    at.screen.type(u"recoveryKeyTyped"_s, HostelFile::grouped(at.hostel.recoveryKey));
    at.screen.type(u"recoveryName"_s, u"Somebody Else"_s);
    at.screen.type(u"newPassword"_s, kNew);
    at.screen.type(u"again"_s, kNew);
    at.screen.press(u"recover"_s);
    REQUIRE(Screen::waitFor([&] { return at.screen.shows(u"There is no manager of this name."_s); }));
    at.screen.type(u"recoveryName"_s, u"priya shah"_s);
    at.screen.press(u"recover"_s);
    REQUIRE(Screen::waitFor([&] { return at.window.workspace() != nullptr; }));
    at.window.lock();
    at.signIn(kManager, kPassword);
    CHECK_FALSE(at.window.workspace());
    QTest::qWait(1100);
    at.signIn(kManager, kNew);
    CHECK(at.window.workspace());
}

TEST_CASE("A manager gives a member of the team a password, who then signs in")
{
    Started at;
    at.signIn(kManager, kPassword);
    REQUIRE(at.window.workspace());
    at.window.workspace()->openPlace(u"team"_s);
    Screen::settle();
    at.screen.press(u"new"_s);
    at.screen.type(u"name"_s, u"Tomi Okoro"_s, at.window.workspace());
    at.screen.choose(u"role"_s, u"keyworker"_s);
    at.screen.press(u"save"_s);
    auto *list = at.screen.find<QTableView>(u"list"_s);
    list->setFocus();
    for (int row = 0; row < list->model()->rowCount(); ++row)
        if (list->model()->index(row, 0).data().toString() == u"Tomi Okoro")
            list->setCurrentIndex(list->model()->index(row, 0));
    QTest::keyClick(list, Qt::Key_Return);
    Screen::settle();
    CHECK(at.screen.shows(u"has no password and can"_s));
    at.screen.type(u"newPassword"_s, u"tomi okoro"_s);
    at.screen.type(u"again"_s, u"tomi okoro"_s);
    at.screen.press(u"setPassword"_s);
    CHECK(at.screen.shows(u"too easy to guess"_s));
    at.screen.type(u"newPassword"_s, kNew);
    at.screen.type(u"again"_s, kNew);
    at.screen.press(u"setPassword"_s);
    auto *asked = at.window.findChild<QDialog *>();
    REQUIRE(asked); // whoever finds the screen open sets no password
    at.screen.type(u"passwordAgain"_s, kPassword, asked);
    at.screen.press(u"confirm"_s, asked);
    REQUIRE(Screen::waitFor([&] { return at.screen.shows(u"can sign in with the new password"_s); }));
    at.window.lock();
    at.signIn(u"tomi okoro"_s, kNew);
    REQUIRE(at.window.workspace());
    CHECK(at.screen.shows(u"Keyworker"_s));
}

TEST_CASE("Another file is opened through the dialog, and the dialog is gone before the lock")
{
    Started at;
    at.signIn(kManager, kPassword);
    REQUIRE(at.window.workspace());
    at.window.lock();
    at.window.signInPage()->openAnother();
    Screen::settle();
    auto *dialog = at.window.findChild<QFileDialog *>();
    REQUIRE(dialog);
    auto *fileName = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    REQUIRE(fileName);
    fileName->setText(at.hostel.path);
    QTest::keyClick(fileName, Qt::Key_Return);
    REQUIRE(Screen::waitFor([&] { return !at.window.findChild<QFileDialog *>(); }));
    Screen::settle();
    at.signIn(kManager, kPassword);
    CHECK(at.window.workspace());
}

TEST_CASE("Locking gives up a password check that still runs")
{
    Started at;
    at.screen.type(u"name"_s, kManager);
    at.screen.type(u"password"_s, kPassword);
    at.screen.press(u"signIn"_s);
    at.window.lock();
    REQUIRE(Screen::waitFor([&] { return !at.window.signInPage()->isBusy(); }));
    Screen::settle();
    CHECK_FALSE(at.window.workspace());
    at.signIn(kManager, kPassword);
    CHECK(at.window.workspace());
}

TEST_CASE("A recovery key that was typed does not come back with Ctrl+Z")
{
    Started at;
    at.screen.press(u"forgotten"_s);
    at.screen.type(u"recoveryKeyTyped"_s, u"ABCD-EFGH"_s);
    at.window.lock();
    at.screen.press(u"forgotten"_s);
    auto *key = at.screen.find<QLineEdit>(u"recoveryKeyTyped"_s);
    CHECK(key->text().isEmpty());
    key->setFocus();
    QTest::keyClick(key, Qt::Key_Z, Qt::ControlModifier);
    CHECK(key->text().isEmpty());
}

TEST_CASE("The window may be closed while the password is being checked")
{
    auto at = std::make_unique<Started>();
    at->screen.type(u"name"_s, kManager);
    at->screen.type(u"password"_s, kPassword);
    at->screen.press(u"signIn"_s);
    at->window.close();
    at.reset();
    SUCCEED("nothing was used after it had gone: the address sanitizer and the worker would tell");
}

TEST_CASE("At twice the text size every page still fits the width of a reception PC")
{
    auto *application = static_cast<QApplication *>(QApplication::instance());
    Theme::apply(*application, Theme::Kind::Light, 200);
    {
        TestHostel hostel;
        const auto ben = aPerson().called(u"Bartholomew"_s, u"Featherstonehaugh"_s).arrived(QDate(2026, 8, 3)).in(hostel);
        MainWindow window(hostel.clock);
        window.resize(1366, 768);
        window.show();
        window.enter(shared(hostel));
        for (const QString &place :
            {u"today"_s, u"residents"_s, u"rooms"_s, u"partners"_s, u"team"_s, u"ledger"_s, u"house"_s, u"keys"_s}) {
            INFO(place.toStdString());
            window.workspace()->openPlace(place);
            Screen::settle();
            CHECK(window.minimumSizeHint().width() <= 1366);
            CHECK(window.workspace()->currentPage()->width() <= 1366 - 200);
        }
        window.workspace()->openResident(ben.id);
        Screen::settle();
        CHECK(window.workspace()->currentPage()->width() <= 1366 - 200);
        window.lock();
        CHECK(window.signInPage()->card()->width() <= 1366);
    }
    Theme::apply(*application, Theme::Kind::Light, 100);
}

namespace {

/// Twenty residents who each give lines of Today, in text twice as large.
struct LargeText {
    LargeText() { Theme::apply(*static_cast<QApplication *>(QApplication::instance()), Theme::Kind::Light, 200); }
    ~LargeText() { Theme::apply(*static_cast<QApplication *>(QApplication::instance()), Theme::Kind::Light, 100); }
};

struct FullHouse : LargeText {
    TestHostel hostel;
    std::unique_ptr<MainWindow> window;

    FullHouse()
    {
        for (int i = 0; i < 20; ++i)
            aPerson().called(u"Ben"_s, u"Barker%1"_s.arg(i)).arrived(QDate(2026, 8, 3)).in(hostel);
        window = std::make_unique<MainWindow>(hostel.clock);
        window->resize(1366, 768);
        window->show();
        window->activateWindow();
        window->enter(shared(hostel));
        settle();
    }
    static void settle()
    {
        QTest::qWait(20); // timers of what was made
        Screen::settle();
    }
    void press(const QString &keys) const
    {
        for (QShortcut *one : window->findChildren<QShortcut *>())
            if (one->key() == QKeySequence(keys)) {
                Q_EMIT one->activated();
                return settle();
            }
        REQUIRE(false);
    }
    Workspace *workspace() const { return window->workspace(); }
    QScrollBar *bar() const
    {
        for (QWidget *above = workspace()->currentPage(); above; above = above->parentWidget())
            if (auto *scroll = qobject_cast<QScrollArea *>(above))
                return scroll->verticalScrollBar();
        REQUIRE(false);
        return nullptr;
    }
};

} // namespace

TEST_CASE("In large text the name of the house, who is signed in and Lock stay whole in the navigation, and the present place is in view")
{
    FullHouse full;
    auto *navigation = full.window->findChild<QFrame *>(u"navigation"_s);
    auto *name = navigation->findChild<QLabel *>(u"houseName"_s);
    REQUIRE(name);
    CHECK(name->height() >= name->heightForWidth(name->width()));
    CHECK(name->toolTip().contains(name->text()));
    auto *lock = navigation->findChild<QPushButton *>(u"lock"_s);
    CHECK(lock->height() >= lock->sizeHint().height());
    CHECK(lock->geometry().bottom() < navigation->height());
    for (const QString &place : {u"house"_s, u"today"_s}) {
        INFO(place.toStdString());
        full.workspace()->openPlace(place);
        FullHouse::settle();
        for (const QPushButton *entry : navigation->findChildren<QPushButton *>())
            if (entry->isCheckable() && entry->isChecked())
                CHECK(entry->visibleRegion().boundingRect().height() == entry->height());
    }
}

TEST_CASE("Today opens at its top, and stays there when it is read anew while the keyboard is in its lines")
{
    FullHouse full;
    CHECK(full.bar()->value() == 0);
    REQUIRE(full.bar()->maximum() > 0);
    REQUIRE(qobject_cast<QPushButton *>(full.window->focusWidget()));
    anAgency(full.hostel, u"StepAhead"_s);
    FullHouse::settle();
    CHECK(full.bar()->value() == 0);
    full.bar()->setValue(full.bar()->maximum() / 2);
    const int stood = full.bar()->value();
    anAgency(full.hostel, u"Harbour"_s);
    FullHouse::settle();
    CHECK(full.bar()->value() == stood);
}

TEST_CASE("A page that is made anew in another text size stands scrolled as far as before")
{
    FullHouse full;
    full.press(u"Ctrl+-"_s);
    CHECK(full.bar()->value() == 0);
    full.bar()->setValue(full.bar()->maximum() / 2);
    full.press(u"Ctrl++"_s);
    CHECK(full.workspace()->scrolled() > 0.45);
    CHECK(full.workspace()->scrolled() < 0.55);
}

} // namespace keywork::test::signing_in_test
