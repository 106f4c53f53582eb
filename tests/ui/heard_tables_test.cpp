// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/records.h"
#include "tests/support/every_kind.h"
#include "tests/support/screen.h"
#include "ui/pages/resident/tabs.h"
#include "ui/pages/visit.h"
#include "ui/shell/workspace.h"

#include <QAccessible>
#include <QTableView>

namespace keywork::test::heard_tables_test {

using namespace Qt::StringLiterals;

namespace {

/// As a screen reader does while it is on, which Qt asks no platform about in a test.
struct ScreenReader {
    ScreenReader() { QAccessible::setActive(true); }
    ~ScreenReader() { QAccessible::setActive(false); }
};

/// What a screen reader asks a table for, cell by cell: all of it is there, and asking for it harms nothing.
struct Heard {
    int rows = -1;
    int columns = -1;
    QStringList cells; ///< of all rows, in their order
    QString name;
};

Heard heardOf(QAbstractItemView *view)
{
    Heard heard;
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(view);
    REQUIRE(interface);
    REQUIRE(interface->isValid());
    heard.name = interface->text(QAccessible::Name);
    QAccessibleTableInterface *table = interface->tableInterface();
    REQUIRE(table);
    // Where no platform asks, Qt doesn't tell its tables that a model was reset, and the cells of before would be heard.
    QAccessibleTableModelChangeEvent reset(view, QAccessibleTableModelChangeEvent::ModelReset);
    table->modelChange(&reset);
    heard.rows = table->rowCount();
    heard.columns = table->columnCount();
    for (int row = 0; row < heard.rows; ++row)
        for (int column = 0; column < heard.columns; ++column)
            if (QAccessibleInterface *cell = table->cellAt(row, column)) {
                heard.cells.append(cell->text(QAccessible::Name));
                Q_UNUSED(cell->state());
                Q_UNUSED(cell->rect());
            }
    for (int child = 0; child < std::min(interface->childCount(), 300); ++child)
        if (QAccessibleInterface *one = interface->child(child))
            Q_UNUSED(one->text(QAccessible::Name));
    Q_UNUSED(interface->focusChild());
    return heard;
}

void checkCells(QTableView *of)
{
    const Heard heard = heardOf(of);
    CHECK_FALSE((heard.name.isEmpty() && of->accessibleName().isEmpty()));
    CHECK(heard.rows == of->model()->rowCount());
    CHECK(heard.columns == of->model()->columnCount());
    REQUIRE(heard.cells.size() == heard.rows * heard.columns);
    for (int i = 0; i < heard.cells.size(); ++i) {
        const QString column = of->model()->headerData(i % heard.columns, Qt::Horizontal).toString();
        INFO(column.toStdString() << " / " << heard.cells.at(i).toStdString());
        CHECK(heard.cells.at(i).startsWith(column + u": "_s));
        CHECK(heard.cells.at(i).size() > column.size() + 2);
    }
}

struct TableAt {
    ScreenReader reader;
    TestHostel hostel;
    MainWindow window{hostel.clock};
    Screen screen{window};

    void fill()
    {
        for (const QString &name : {u"Anna"_s, u"Ben"_s, u"Zoë"_s})
            aPerson().called(name, u"Barker"_s).arrived(QDate(2026, 8, 3)).in(hostel);
        auto gone = aPerson().called(u"Grace"_s, u"Obi"_s);
        gone.stay.leftOn = QDate(2026, 9, 1);
        gone.stay.destination = {u"not_known"_s};
        gone.arrived(QDate(2026, 8, 3)).in(hostel);
        for (const QString &name : {u"2"_s, u"10"_s, u"Annexe"_s})
            need(hostel.services().records.add(Room{name, {}, {}, false, false, {}}));
    }
    void open(const QString &place)
    {
        if (!window.workspace()) {
            window.resize(1366, 768);
            window.show();
            window.enter(shared(hostel));
        }
        window.workspace()->openPlace(place);
        Screen::settle();
    }
    QTableView *view()
    {
        for (auto *one : window.workspace()->currentPage()->findChildren<QTableView *>())
            if (one->isVisibleTo(&window))
                return one;
        REQUIRE(false);
        return nullptr;
    }
    void checkHeard(QTableView *of) { checkCells(of); }
};

} // namespace

TEST_CASE("Tables under a screen reader: no rows, some, filtered to nothing, sorted, another group, locked with the keys in them")
{
    for (const QString &place : {u"residents"_s, u"room-lists"_s}) {
        INFO(place.toStdString());
        TableAt at;
        at.open(place);
        if (!at.window.workspace()->currentPage()->findChildren<QTableView *>().isEmpty())
            for (auto *one : at.window.workspace()->currentPage()->findChildren<QTableView *>())
                heardOf(one); // no rows
        at.fill();
        Screen::settle();
        at.open(place);
        QTableView *view = at.view();
        at.checkHeard(view);
        REQUIRE(view->model()->rowCount() > 0);
        view->setFocus();
        view->setCurrentIndex(view->model()->index(0, 0));
        at.checkHeard(view);
        for (int column = 0; column < view->model()->columnCount(); ++column)
            for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
                view->sortByColumn(column, order);
                Screen::settle();
                at.checkHeard(view);
            }
        QTest::keyClicks(view, u"q"_s); // into the filter
        Screen::settle();
        QTest::keyClicks(at.window.focusWidget(), u"qq"_s); // nobody is called so
        Q_UNUSED(QTest::qWaitFor([view] { return view->model()->rowCount() == 0; }, 2000));
        const bool isFiltered = qobject_cast<QLineEdit *>(at.window.focusWidget()); // short lists have no filter
        CHECK((isFiltered || place != u"residents"));
        CHECK((view->model()->rowCount() == 0) == isFiltered);
        at.checkHeard(view);
        QTest::keyClick(at.window.focusWidget(), Qt::Key_Escape);
        Q_UNUSED(QTest::qWaitFor([view] { return view->model()->rowCount() > 0; }, 2000));
        CHECK(view->model()->rowCount() > 0);
        at.checkHeard(view);
        QList<QPointer<QPushButton>> pills; // a page may make them anew
        for (QPushButton *pill : at.window.workspace()->currentPage()->findChildren<QPushButton *>())
            pills.append(pill);
        for (const QPointer<QPushButton> &pill : std::as_const(pills))
            if (pill && pill->isCheckable() && pill->isVisibleTo(&at.window)) { // another group, another kind
                pill->click();
                Screen::settle();
                for (auto *one : at.window.workspace()->currentPage()->findChildren<QTableView *>())
                    if (one->isVisibleTo(&at.window))
                        at.checkHeard(one);
            }
        at.open(place);
        view = at.view();
        view->setFocus();
        if (view->model()->rowCount() > 0)
            view->setCurrentIndex(view->model()->index(0, 0));
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(view);
        REQUIRE(table);
        const QAccessible::Id id = QAccessible::uniqueId(table);
        at.window.lock();
        Screen::settle();
        CHECK_FALSE(QAccessible::accessibleInterface(id)); // what a reader still holds leads to nothing, not to a name
        CHECK(QAccessible::queryAccessibleInterface(&at.window)->childCount() > 0);
    }
}

TEST_CASE("A screen reader hears column and value of each cell, in every list")
{
    ScreenReader reader;
    EveryKind all(u"Cairn words"_s);
    MainWindow window(all.hostel.clock);
    window.resize(1366, 768);
    window.show();
    window.enter(shared(all.hostel));
    Screen::settle();
    int tables = 0;
    const auto hear = [&](const QString &where) {
        Screen::settle();
        for (auto *one : window.workspace()->currentPage()->findChildren<QTableView *>()) {
            if (!one->isVisibleTo(&window) || !one->model())
                continue;
            INFO(where.toStdString());
            checkCells(one);
            ++tables;
        }
    };
    const auto hearKinds = [&](const QString &where) { // each kind of a place has a list of its own
        hear(where);
        QList<QPointer<QPushButton>> pills;
        for (QPushButton *pill : window.workspace()->currentPage()->findChildren<QPushButton *>())
            pills.append(pill);
        for (const QPointer<QPushButton> &pill : std::as_const(pills))
            if (pill && pill->isCheckable() && pill->isVisibleTo(&window) && pill->property("look").toString() == u"pill") {
                pill->click();
                hear(where + u' ' + (pill ? pill->text() : QString()));
            }
    };
    for (const QString &place : {u"residents"_s, u"rooms"_s, u"partners"_s, u"team"_s, u"supplies"_s, u"drug-alerts"_s, u"policies"_s,
             u"incidents"_s, u"ledger"_s, u"audit"_s}) {
        window.workspace()->openPlace(place);
        hearKinds(place);
    }
    for (const ResidentTab &tab : residentTabs()) {
        window.workspace()->visit(residentVisit(all.ben.id.value, QString::fromLatin1(tab.id)));
        hearKinds(QString::fromLatin1(tab.id));
    }
    CHECK(tables > 30);
}

} // namespace keywork::test::heard_tables_test
