// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "ui/pages/resident/tabs.h"
#include "ui/shell/places.h"
#include "ui/theme/theme.h"
#include "ui/widgets/parts.h"

#include <QShortcut>

namespace keywork::test::whole_window_test {

using namespace Qt::StringLiterals;

TEST_CASE("On the screen that most reception PCs have no page has to be pushed sideways")
{
    TestHostel made;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(made);
    MainWindow window(made.clock);
    window.resize(1366, 768);
    window.show();
    window.enter(shared(made));
    QList<Visit> visits;
    for (const PlaceInfo &place : places())
        if (!place.needsSubject)
            visits.append({.place = QString::fromLatin1(place.id)});
    for (const ResidentTab &tab : residentTabs())
        visits.append(residentVisit(ben.id.value, QString::fromLatin1(tab.id)));
    for (const Visit &visit : std::as_const(visits)) {
        window.workspace()->visit(visit);
        Screen::settle();
        QWidget *page = window.workspace()->currentPage();
        INFO(visit.place.toStdString() << ' ' << visit.tab.toStdString());
        for (const QWidget *part : page->findChildren<QWidget *>())
            if (part->minimumSizeHint().width() > 1000 || part->minimumWidth() > 1000)
                UNSCOPED_INFO(
                    part->metaObject()->className() << ' ' << part->objectName().toStdString() << ' ' << part->minimumSizeHint().width());
        CHECK(page->minimumSizeHint().width() <= 1366 - 196);
    }
}

namespace {

/// Every place and every tab of a resident's record.
QList<Visit> everywhere(Id<Person> person)
{
    QList<Visit> visits;
    for (const PlaceInfo &place : places())
        if (!place.needsSubject)
            visits.append({.place = QString::fromLatin1(place.id)});
    for (const ResidentTab &tab : residentTabs())
        visits.append(residentVisit(person.value, QString::fromLatin1(tab.id)));
    return visits;
}

/// What can be pressed and does not lie within the window from left to right.
QStringList offTheWindow(QWidget &window)
{
    QStringList off;
    for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
        if (!button->isVisibleTo(&window) || button->focusPolicy() == Qt::NoFocus)
            continue;
        const int left = button->mapTo(&window, QPoint(0, 0)).x();
        if (left < 0 || left + button->width() > window.width())
            off.append(u"%1 “%2” from %3 to %4"_s.arg(button->objectName(), button->text()).arg(left).arg(left + button->width()));
    }
    return off;
}

void pressShortcut(MainWindow &window, const QString &keys)
{
    for (QShortcut *one : window.findChildren<QShortcut *>())
        if (one->key() == QKeySequence(keys)) {
            Q_EMIT one->activated();
            Screen::settle();
            return;
        }
    REQUIRE(false);
}

} // namespace

TEST_CASE("On a screen of 1024 x 768 nothing that can be pressed is off the window")
{
    TestHostel made;
    auto builder = aPerson().called(u"Bartholomew"_s, u"Featherstonehaugh"_s).born(u"1981-02-03"_s).arrived(QDate(2026, 9, 1));
    builder.person.pronouns = {u"they_them"_s};
    const auto ben = builder.in(made);
    MainWindow window(made.clock);
    window.resize(1024, 768);
    window.show();
    window.enter(shared(made));
    for (const Visit &visit : everywhere(ben.id)) {
        window.workspace()->visit(visit);
        Screen::settle();
        INFO(visit.place.toStdString() << ' ' << visit.tab.toStdString());
        CHECK(window.width() == 1024);
        for (const QString &button : offTheWindow(window)) {
            INFO(button.toStdString());
            CHECK(false);
        }
    }
}

TEST_CASE("After the largest text and back no page and no window is wider than before")
{
    TestHostel made;
    const auto ben = aPerson().arrived(QDate(2026, 9, 1)).in(made);
    MainWindow window(made.clock);
    window.resize(1024, 768);
    window.show();
    window.enter(shared(made));
    const auto needed = [&] {
        QHash<QString, int> widths;
        for (const Visit &visit : everywhere(ben.id)) {
            window.workspace()->visit(visit);
            Screen::settle();
            widths.insert(visit.place + u' ' + visit.tab, window.workspace()->currentPage()->minimumSizeHint().width());
        }
        return widths;
    };
    const QHash<QString, int> before = needed();
    for (int step = 0; step < 10; ++step)
        pressShortcut(window, u"Ctrl++"_s);
    CHECK(Theme::percent() == 200);
    pressShortcut(window, u"Ctrl+0"_s);
    CHECK(Theme::percent() == 100);
    CHECK(window.size() == QSize(1024, 768));
    const QHash<QString, int> after = needed();
    for (auto page = before.cbegin(); page != before.cend(); ++page) {
        INFO(page.key().toStdString());
        CHECK(after.value(page.key()) == page.value());
    }
}

TEST_CASE("A record with a very long name is not pushed sideways, and shows the whole of it")
{
    TestHostel made;
    const QString given = u"Wolfeschlegelsteinhausenbergerdorff"_s.repeated(2);
    const auto ben = aPerson().called(given, u"Featherstonehaugh-Cholmondeley"_s.repeated(3)).arrived(QDate(2026, 9, 1)).in(made);
    MainWindow window(made.clock);
    window.resize(1366, 768);
    window.show();
    window.enter(shared(made));
    window.workspace()->openResident(ben.id);
    Screen::settle();
    CHECK(window.workspace()->currentPage()->minimumSizeHint().width() <= 1366 - 196);
    auto *name = window.findChild<QLabel *>(u"residentName"_s);
    CHECK(QString(name->text()).remove(QChar(0x200B)) == ben.value.displayName());
    CHECK(name->height() >= name->heightForWidth(name->width()));
    CHECK(breakable(u"Ben Barker"_s) == u"Ben Barker"_s); // nothing is put into a name that fits
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
    CHECK(desk.screen.shows(u"As it was before Ctrl+Z. Ctrl+Z once more undoes it."_s)); // not "Undone", which it is no more
    desk.window.workspace()->undo();
    CHECK(need(desk.services().records.one(ben.id)).value.conditions.isEmpty());
    CHECK(desk.screen.shows(u"Undone. Ctrl+Z once more brings it back."_s));
}

} // namespace keywork::test::whole_window_test
