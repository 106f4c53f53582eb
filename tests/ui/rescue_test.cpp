// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keeping/hostel_file.h"
#include "tests/support/desk.h"
#include "ui/pages/settings/backups_page.h"
#include "ui/pages/settings/file_check_part.h"
#include "ui/shell/beside_work.h"
#include "ui/shell/rescue_page.h"

namespace keywork::test::rescue_test {

using namespace Qt::StringLiterals;

namespace {

/// Changes some bytes of a page: counted from the first behind the header, or from the last when negative.
void harm(const QString &path, qint64 page)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    const qint64 pages = (file.size() - 65536) / 4096;
    file.seek(65536 + (page < 0 ? pages + page : page) * 4096 + 300);
    file.write("harm");
}

/// A house with so many people that a page more or less is not the whole of it.
void fill(TestHostel &hostel)
{
    for (int i = 0; i < 150; ++i)
        aPerson().called(u"Ben %1"_s.arg(i), u"Barker"_s).in(hostel);
}

/// Whether the file can be signed in to, and its check finds something.
bool isHarmedButOpens(const QString &path, const Clock &clock)
{
    auto file = HostelFile::choose(path, clock);
    auto hostel = need(file)->signIn(kManager, kPassword);
    if (!hostel)
        return false;
    const auto found = (*hostel)->deepCheck()([] { return false; });
    return found && !found->damage.isEmpty();
}

} // namespace

TEST_CASE("A manager checks the file, is told that it is damaged, rescues it and works on in the new one")
{
    Desk desk;
    fill(desk.made);
    desk.open();
    desk.signIn();
    auto *page = desk.openPlace<BackupsPage>(u"backups"_s);
    auto *part = page->findChild<FileCheckPart *>();
    REQUIRE(part);
    const auto check = [&] {
        desk.screen.press(u"checkFile"_s);
        REQUIRE(Screen::waitFor([&] { return !part->isBusy(); }));
        Screen::settle();
    };
    check();
    CHECK(desk.screen.shows(u"The file is whole."_s));
    desk.window.lock();
    desk.window.chooseFile({}); // lets go of it
    const QByteArray good = contentOf(desk.made.path);
    const qint64 pages = (good.size() - 65536) / 4096;
    bool found = false;
    for (qint64 at = pages / 2; at < pages && !found; ++at) {
        QFile::remove(desk.made.path);
        QFile file(desk.made.path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(good);
        file.close();
        harm(desk.made.path, at);
        found = isHarmedButOpens(desk.made.path, desk.made.clock);
    }
    REQUIRE(found);
    desk.window.chooseFile(desk.made.path);
    desk.signIn();
    // Whoever signed in is told, though nobody asked.
    desk.window.besideWork()->check();
    REQUIRE(Screen::waitFor([&] { return !desk.window.besideWork()->isChecking(); }));
    desk.window.workspace()->openPlace(u"today"_s);
    Screen::settle();
    CHECK(desk.screen.shows(u"This file is damaged"_s));
    CHECK_FALSE(desk.window.findChild<QPushButton *>(u"acceptFile"_s)); // that is for another kind of doubt
    desk.window.lock();
    desk.signIn();
    desk.window.workspace()->openPlace(u"today"_s);
    Screen::settle();
    CHECK(desk.screen.shows(u"This file is damaged"_s)); // it does not mend by signing in again
    page = desk.openPlace<BackupsPage>(u"backups"_s);
    part = page->findChild<FileCheckPart *>();
    check();
    CHECK(desk.screen.shows(u"The file is damaged."_s));
    desk.screen.press(u"rescueFile"_s);
    Screen::settle();
    CHECK_FALSE(desk.window.workspace());
    desk.screen.press(u"rescue"_s);
    CHECK(desk.screen.find<QLabel>(u"rescueMessage"_s)->text().contains(u"name and password"));
    desk.screen.type(u"rescueName"_s, kManager);
    desk.screen.type(u"rescuePassword"_s, u"not it"_s);
    const auto rescue = [&] {
        desk.screen.press(u"rescue"_s);
        REQUIRE(Screen::waitFor([&] { return !desk.window.rescuePage()->isBusy(); }));
        Screen::settle();
    };
    rescue();
    CHECK(desk.screen.find<QLabel>(u"rescueMessage"_s)->text() == u"Name or password is not right.");
    const QByteArray before = contentOf(desk.made.path);
    REQUIRE(Screen::waitFor([&] { return desk.screen.find<QPushButton>(u"rescue"_s)->isEnabled(); })); // guessing is slow here too
    desk.screen.type(u"rescuePassword"_s, kPassword);
    rescue();
    CHECK(desk.screen.shows(u"Rows that were read"_s));
    CHECK(contentOf(desk.made.path) == before);
    desk.screen.press(u"openRescued"_s);
    desk.signIn();
    REQUIRE(desk.window.workspace());
    page = desk.openPlace<BackupsPage>(u"backups"_s);
    part = page->findChild<FileCheckPart *>();
    check();
    CHECK_FALSE(desk.screen.shows(u"The file is damaged."_s));
}

TEST_CASE("A file that opens no more offers its rescue at the sign-in, and says when too little is left")
{
    Desk desk;
    fill(desk.made);
    desk.made.hostel.reset();
    desk.made.file.reset();
    harm(desk.made.path, 0);
    desk.open();
    desk.signIn();
    CHECK_FALSE(desk.window.workspace());
    desk.screen.press(u"rescueFile"_s);
    Screen::settle();
    desk.screen.type(u"rescueName"_s, kManager);
    desk.screen.type(u"rescuePassword"_s, kPassword);
    const QString target = desk.screen.find<QLineEdit>(u"rescueTarget"_s)->text();
    desk.screen.press(u"rescue"_s);
    REQUIRE(Screen::waitFor([&] { return !desk.window.rescuePage()->isBusy(); }));
    Screen::settle();
    CHECK(desk.screen.find<QLabel>(u"rescueMessage"_s)->text().contains(u"Only a backup helps"));
    CHECK_FALSE(QFile::exists(target));
}

} // namespace keywork::test::rescue_test
