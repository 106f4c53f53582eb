// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/desk.h"
#include "ui/shell/view_button.h"

#include <QMenu>

namespace keywork::test::view_menu_test {

using namespace Qt::StringLiterals;

namespace {

struct PlainLook {
    static void set() { Theme::apply(*static_cast<QApplication *>(QApplication::instance()), Theme::Kind::Light, 100); }
    PlainLook() { set(); }
    ~PlainLook() { set(); }
};

void choose(MainWindow &window, int action)
{
    Screen screen(window);
    auto *view = screen.find<ViewButton>(u"view"_s);
    QTest::keyClick(view, Qt::Key_Space);
    QMenu *menu = view->menuOfLooks();
    REQUIRE(menu->isVisible());
    QAction *chosen = menu->actions().at(action);
    menu->close();
    chosen->trigger();
    Screen::settle();
}

constexpr int kDark = 1;
constexpr int kContrast = 2;
constexpr int kLarger = 4; // behind the line
constexpr int kAsItWas = 6;

} // namespace

TEST_CASE("Colours and text size are chosen from a menu, on the sign-in and behind it")
{
    const PlainLook plain;
    Desk desk;
    desk.open();
    choose(desk.window, kContrast);
    CHECK(Theme::kind() == Theme::Kind::HighContrast);
    desk.signIn();
    REQUIRE(desk.window.workspace());
    choose(desk.window, kDark);
    CHECK(Theme::kind() == Theme::Kind::Dark);
    choose(desk.window, kLarger);
    CHECK(Theme::percent() > 100);
    CHECK(Theme::kind() == Theme::Kind::Dark);
    choose(desk.window, kAsItWas);
    CHECK(Theme::percent() == 100);
    REQUIRE(desk.window.workspace());
    CHECK(desk.screen.find<ViewButton>(u"view"_s)->shortcut() == QKeySequence(Qt::Key_F10));
}

} // namespace keywork::test::view_menu_test
