// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/house/accounts.h"
#include "core/services/records/drafts.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "ui/pages/printing/print_job.h"
#include "ui/shell/find_box.h"
#include "ui/shell/idle_watch.h"
#include "ui/widgets/file_question.h"

#include <QAction>
#include <QListWidget>
#include <QMenu>

namespace keywork::test::left_open_test {

using namespace Qt::StringLiterals;

namespace {

QStringList windowsInView(const QWidget &besides)
{
    QStringList names;
    for (const QWidget *window : QApplication::topLevelWidgets())
        if (window->isVisible() && window != &besides)
            names.append(QString::fromLatin1(window->metaObject()->className()) + u' ' + window->windowTitle());
    return names;
}

} // namespace

TEST_CASE("Whatever is open when nobody touches it, a calendar, a menu, a list, a dialog, the file locks, and nothing stays in view")
{
    struct Open {
        QString what;
        std::function<void(Desk &)> open;
        bool inItsOwnWindow = true;
    };
    const Open opens[] = {
        {u"calendar"_s,
            [](Desk &desk) {
                desk.window.workspace()->openNewResident();
                Screen::settle();
                for (QLineEdit *line : desk.window.findChildren<QLineEdit *>())
                    for (QAction *action : line->actions())
                        if (action->text() == u"Calendar" && line->isVisibleTo(&desk.window) && !QApplication::activePopupWidget())
                            action->trigger();
            }},
        {u"menu"_s, [](Desk &desk) { desk.screen.press(u"view"_s); }},
        {u"list of a choice"_s,
            [](Desk &desk) {
                desk.window.workspace()->openNewResident();
                Screen::settle();
                for (QComboBox *combo : desk.window.findChildren<QComboBox *>())
                    if (combo->isVisibleTo(&desk.window) && combo->isEnabled() && combo->count() > 1)
                        return combo->showPopup();
            }},
        {u"what Ctrl+K finds"_s,
            [](Desk &desk) {
                desk.window.workspace()->find()->setFocus();
                QTest::keyClicks(desk.window.workspace()->find(), u"barker"_s);
                desk.window.workspace()->find()->search();
            },
            false},
        {u"file dialog"_s, [](Desk &desk) { askForFile(desk.window.workspace(), {.title = u"Save"_s}, [](const QString &) {}); }},
        {u"printer dialog"_s, [](Desk &desk) { askForPrinter(desk.window.workspace(), [](QPrinter &) {}); }},
    };
    for (const Open &one : opens) {
        INFO(one.what.toStdString());
        Desk desk;
        aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
        desk.open();
        desk.signIn();
        REQUIRE(desk.window.workspace());
        one.open(desk);
        Screen::settle();
        INFO(windowsInView(desk.window).join(u", "_s).toStdString());
        CHECK(windowsInView(desk.window).isEmpty() != one.inItsOwnWindow);
        desk.window.idleWatch()->setLastTouch(QDateTime::currentDateTimeUtc().addSecs(-3 * 60 - 1));
        desk.window.idleWatch()->look();
        Screen::settle();
        CHECK_FALSE(desk.window.workspace());
        CHECK(windowsInView(desk.window).isEmpty());
        CHECK_FALSE(QApplication::activePopupWidget());
        CHECK_FALSE(QWidget::mouseGrabber());
        CHECK_FALSE(QWidget::keyboardGrabber());
        for (const QListWidget *list : desk.window.findChildren<QListWidget *>())
            CHECK_FALSE(list->isVisibleTo(&desk.window)); // as what Ctrl+K found
        CHECK(desk.window.signInPage()->isVisible());
        desk.signIn(); // and the next one gets in
        CHECK(desk.window.workspace());
    }
}

TEST_CASE("Rights that were taken from whoever is signed in hold at once: the file locks, and what was half typed waits")
{
    TestHostel hostel;
    Records &records = hostel.services().records;
    need(hostel.services().accounts.confirmed(true));
    const auto ada = need(records.add(Staff{.name = u"Ada Lin"_s, .role = Role::Manager}));
    need(hostel.services().accounts.give(ada, u"otter-lantern-52-marble"_s, Accounts::Known::ManagerToo)); // one manager stays
    const auto tomi = need(records.add(Staff{.name = u"Tomi Okoro"_s, .role = Role::Keyworker}));
    MainWindow window(hostel.clock);
    window.show();
    window.enter(shared(hostel));
    Screen screen(window);
    window.workspace()->openNewResident();
    Screen::settle();
    screen.type(u"given_name"_s, u"Grace"_s);
    const auto changed = [&](Id<Staff> member, const std::function<void(Staff &)> &change) {
        need(hostel.services().accounts.confirmed(true));
        auto kept = need(records.one(member));
        change(kept.value);
        need(records.amend(kept));
        Screen::settle();
    };
    changed(tomi.id, [](Staff &staff) { staff.role = Role::Relief; });
    REQUIRE(window.workspace()); // a colleague's
    const Id<Staff> self = hostel.hostel->session().staff();
    SECTION("another telephone is no other right")
    {
        changed(self, [](Staff &staff) { staff.telephone = u"020 7946 0111"_s; });
        CHECK(window.workspace());
    }
    SECTION("another role")
    {
        changed(self, [](Staff &staff) { staff.role = Role::SupportWorker; });
        CHECK_FALSE(window.workspace());
        CHECK(screen.shows(u"What you may do here was changed. Please sign in again."_s));
        CHECK(hostel.services().drafts.places().size() == 1);
    }
}

} // namespace keywork::test::left_open_test
