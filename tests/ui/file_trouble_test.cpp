// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/finding.h"
#include "tests/support/desk.h"
#include "ui/shell/cover.h"
#include "ui/shell/idle_watch.h"

namespace keywork::test::file_trouble_test {

using namespace Qt::StringLiterals;

namespace {

/// A desk whose PC keeps what it has seen.
struct KnownDesk {
    TestHostel made;
    QTemporaryDir pc;
    MainWindow window{made.clock, SeenHeads(pc.filePath(u"seen.json"_s))};
    Screen screen{window};

    KnownDesk()
    {
        aPerson().arrived(QDate(2026, 9, 1)).in(made);
        made.hostel.reset();
        made.file.reset();
        window.resize(1366, 768);
        window.show();
        window.chooseFile(made.path);
        signIn();
    }
    void signIn()
    {
        screen.type(u"name"_s, kManager);
        screen.type(u"password"_s, kPassword);
        window.signInPage()->signIn();
        REQUIRE(Screen::waitFor([&] { return !window.signInPage()->isBusy(); }));
        Screen::settle();
        REQUIRE(window.workspace());
    }
};

} // namespace

TEST_CASE("Another file in the place of the open one is said at once, and what was typed comes back with the hostel's own")
{
    KnownDesk desk;
    CHECK_FALSE(desk.screen.shows(u"Another file was put"_s));
    desk.window.workspace()->openNewResident();
    Screen::settle();
    desk.screen.type(u"given_name"_s, u"Grace"_s);
    const QString away = desk.made.path + u".away"_s;
    REQUIRE(QFile::rename(desk.made.path, away));
    REQUIRE(QFile::copy(away, desk.made.path));
    IdleWatch *idle = desk.window.idleWatch();
    idle->setLastTouch(QDateTime::currentDateTimeUtc().addSecs(-70)); // away for a minute, then a key
    idle->look();
    QTest::keyClick(desk.window.coverPage(), Qt::Key_F11);
    Screen::settle();
    CHECK(desk.screen.find<QLabel>(u"fileTrouble"_s)->text().contains(u"Another file was put in the place"));
    CHECK(desk.screen.find<QLabel>(u"fileTrouble"_s)->text().contains(desk.pc.path()));
    desk.window.lock();
    CHECK(desk.screen.shows(u"Another file stands in the place"_s));
    CHECK(desk.screen.shows(desk.pc.path()));
    desk.window.chooseFile(away); // lets go of the file, so that it can be put back
    REQUIRE(QFile::remove(desk.made.path));
    REQUIRE(QFile::rename(away, desk.made.path));
    desk.window.chooseFile(desk.made.path);
    desk.signIn();
    CHECK_FALSE(desk.window.findChild<QLabel *>(u"fileTrouble"_s)->isVisibleTo(&desk.window));
    desk.window.workspace()->openNewResident();
    Screen::settle();
    CHECK(desk.screen.find<QLineEdit>(u"given_name"_s)->text() == u"Grace"_s);
}

TEST_CASE("A search by Ctrl+K and a look at who is on file already leave one row each, with what was typed")
{
    Desk desk;
    aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    desk.open();
    desk.signIn();
    const auto searches = [&] {
        QStringList words;
        desk.window.lock();
        auto chosen = HostelFile::choose(desk.made.path, desk.made.clock);
        auto opened = need(chosen)->signIn(kManager, kPassword);
        for (const HistoryLine &line : need(need(opened)->services().audit.list({.limit = 500})))
            if (line.action == u"searched")
                words.prepend(line.changes.value(u"words"_s).toString() + u' ' + QString::number(line.changes.value(u"found"_s).toInt()));
        return words;
    };
    desk.screen.type(u"find"_s, u"barker"_s);
    QTest::keyClick(desk.screen.find<QLineEdit>(u"find"_s), Qt::Key_Return);
    Screen::settle();
    desk.window.workspace()->openNewResident();
    Screen::settle();
    desk.screen.type(u"given_name"_s, u"Ben"_s);
    desk.screen.type(u"family_name"_s, u"Barker"_s);
    QTest::qWait(2500);
    desk.window.chooseFile(desk.made.path + u"-none"_s); // lets go of the file
    CHECK(searches() == QStringList{u"barker 1"_s, u"Ben Barker 1"_s});
}

} // namespace keywork::test::file_trouble_test
