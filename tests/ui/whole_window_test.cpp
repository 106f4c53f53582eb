// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/desk.h"

using namespace keywork;
using namespace keywork::test;
using namespace Qt::StringLiterals;

TEST_CASE("On the screen that most reception PCs have no page has to be pushed sideways")
{
    TestHostel made;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(made);
    MainWindow window(made.clock);
    window.resize(1366, 768);
    window.show();
    window.enter(shared(made));
    for (const QString &place :
        {u"today"_s, u"residents"_s, u"rooms"_s, u"partners"_s, u"team"_s, u"ledger"_s, u"audit"_s, u"house"_s, u"backups"_s,
            u"restricted"_s, u"retention"_s, u"referrals-in"_s, u"keys"_s, u"new"_s, u"resident/%1/overview"_s.arg(ben.id.value),
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
