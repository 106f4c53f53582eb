// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/records/drafts.h"
#include "core/services/records/listing.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/support/trust.h"
#include "ui/forms/list_filter.h"
#include "ui/forms/record_editor.h"
#include "ui/forms/record_table.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/residents/residents_page.h"
#include "ui/text/words.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>

namespace keywork::test::lists_test {

using namespace Qt::StringLiterals;

namespace {

void addAgencies(TestHostel &hostel, int count)
{
    need(hostel.services().records.together([&]() -> Done {
        for (int i = 0; i < count; ++i) {
            Agency agency;
            agency.name = u"Agency %1"_s.arg(i, 4, 10, QChar(u'0'));
            agency.category = {i % 2 == 0 ? u"drug_alcohol_treatment"_s : u"primary_care"_s};
            if (const auto added = hostel.services().records.add(agency); !added)
                return added.error();
        }
        return {};
    }));
}

QString nameIn(const RecordTable &table, int row) { return table.model()->rowAt(row).row.text(u"name"_s); }

} // namespace

TEST_CASE("A long list is read while scrolling, says how much of it is shown, and leaves whole")
{
    TestHostel hostel;
    addAgencies(hostel, 450);
    RecordTable table(recordType<Agency>(), hostel.services());
    QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    tester.setUseFetchMore(false); // it would fetch in the middle of a reset
    table.resize(600, 400);
    table.show();
    table.reload();
    const auto *count = table.findChild<QLabel *>(u"shownOf"_s);
    CHECK(table.model()->rowCount() == 200);
    CHECK(count->text() == u"200 of 450"_s);
    const QString csv = need(table.model()->csv()); // before anybody scrolled
    CHECK(csv.contains(u"Agency 0449"_s));
    CHECK(csv.count(u"Agency "_s) == 450);
    CHECK(csv.contains(u"Total,450"_s));
    for (int i = 0; i < 5; ++i) {
        table.view()->verticalScrollBar()->setValue(table.view()->verticalScrollBar()->maximum());
        Screen::settle();
    }
    CHECK(table.model()->rowCount() == 450);
    CHECK(count->text() == u"450 of 450"_s);
    CHECK(nameIn(table, 449) == u"Agency 0449");
    QStringList names;
    for (int row = 0; row < 450; ++row)
        names.append(nameIn(table, row));
    names.removeDuplicates();
    CHECK(names.size() == 450);
}

TEST_CASE("After a reload the same record is selected, the list stands where it was, and filter and order stay")
{
    TestHostel hostel;
    addAgencies(hostel, 450);
    RecordTable table(recordType<Agency>(), hostel.services());
    table.resize(600, 400);
    table.show();
    table.reload();
    table.model()->fetchMore({});
    table.view()->setCurrentIndex(table.model()->index(300, 0));
    Screen::settle();
    const int scrolled = table.view()->verticalScrollBar()->value();
    CHECK(scrolled > 0);
    addAgencies(hostel, 3); // alike by name, a little before
    table.reload();
    Screen::settle();
    CHECK(table.current()->row.text(u"name"_s) == u"Agency 0300");
    CHECK(table.view()->verticalScrollBar()->value() == scrolled);

    auto gone = *table.current();
    const int row = table.view()->currentIndex().row();
    const QString next = nameIn(table, row + 1);
    need(hostel.services().records.withdraw(recordType<Agency>(), gone.id, gone.version, u"entered twice"_s));
    table.reload();
    CHECK(table.current()->row.text(u"name"_s) == next); // its neighbour

    const int name = table.model()->columnOf(u"name"_s);
    table.view()->horizontalHeader()->setSortIndicator(name, Qt::DescendingOrder);
    CHECK(table.current()->row.text(u"name"_s) == next);
    table.filter()->setText(u"agency 04"_s);
    CHECK(table.model()->total() == 50);
    CHECK(nameIn(table, 0) == u"Agency 0449");
    CHECK(table.view()->currentIndex().row() == 0); // what was selected is not among them
    table.reload();
    CHECK(table.model()->total() == 50);
    CHECK(nameIn(table, 0) == u"Agency 0449");
    CHECK(table.filter()->text() == u"agency 04");
}

TEST_CASE("A list is filtered by what its cells say, not by what the file keeps")
{
    TestHostel hostel;
    addAgencies(hostel, 10);
    RecordTable table(recordType<Agency>(), hostel.services());
    table.reload();
    const auto shown = [&](const QString &typed) {
        table.filter()->setText(typed);
        return table.model()->rowCount();
    };
    const QString label = words::choice(hostel.services().records.choices(), u"agency_category"_s, u"primary_care"_s);
    CHECK(shown(label.toUpper()) == 5);
    CHECK(shown(u"drug_alcohol"_s) == 0); // a code that nobody sees
    CHECK(shown(u"%"_s) == 0);
    CHECK(shown({}) == 10);
    CHECK(partOfDay(u"Sep 2026"_s) == u"2026-09");
    CHECK(partOfDay(u"14 sep"_s) == u"-09-14");
    CHECK(partOfDay(u"4 September 2026"_s) == u"2026-09-04");
    CHECK(partOfDay(u"sep"_s) == u"-09-");
    CHECK(partOfDay(u"14 2026"_s).isEmpty());
    CHECK(partOfDay(u"Ben"_s).isEmpty());
}

TEST_CASE("Enter opens the resident who is selected, also after somebody else's save")
{
    TestHostel hostel;
    for (const QString &name : {u"Ann"_s, u"Ben"_s, u"Cleo"_s})
        aPerson().called(name, u"Fox"_s).arrived(QDate(2026, 8, 3)).in(hostel);
    qint64 opened = 0;
    Navigator navigator;
    navigator.openResident = [&](Id<Person> person) { opened = person.value; };
    ResidentsPage page(hostel.services(), navigator);
    page.resize(900, 600);
    page.show();
    page.view()->setCurrentIndex(page.view()->model()->index(1, 0));
    page.reload();
    QTest::keyClick(page.view(), Qt::Key_Return);
    CHECK(opened == 2);
    auto *filter = page.findChild<QLineEdit *>();
    filter->setText(u"fox"_s); // Ben is among them, and stays selected
    QTest::keyClick(filter, Qt::Key_Return);
    CHECK(opened == 2);
    filter->setText(u"cleo"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    CHECK(opened == 3);
}

TEST_CASE("A page is read again for a change that it shows, and for no other")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const Navigator navigator;
    ResidentsPage residents(hostel.services(), navigator);
    CHECK(residents.concerns({{u"agency"_s, 1, 0}, {u"stay"_s, 1, ben.id.value}}));
    CHECK_FALSE(residents.concerns({{u"agency"_s, 1, 0}}));
    KindsPage lists(Place::Resident, {}, ben.id, hostel.services(), navigator);
    const QString shown = u"stay"_s;
    lists.show(shown);
    CHECK(lists.concerns({{shown, 1, ben.id.value}}));
    CHECK(lists.concerns({{u"room"_s, 1, 0}})); // a stay's line names its room
    CHECK(lists.concerns({{u"restriction"_s, 1, 77}}));
    CHECK_FALSE(lists.concerns({{shown, 1, 77}}));
    CHECK_FALSE(lists.concerns({{u"agency"_s, 1, 0}}));
}

TEST_CASE("A kind's list beside another is read when it is first shown, and again when it is shown after a change")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    KindsPage lists(Place::Resident, {}, ben.id, hostel.services(), Navigator());
    CHECK(lists.findChildren<RecordTable *>().size() == 1);
    CHECK(lists.current() == lists.page(u"stay"_s)); // the one that is looked at most
    CHECK(lists.current()->findChild<QPushButton *>(u"new"_s)->text() == u"New stay"_s);
    lists.show(u"contact"_s);
    CHECK(lists.findChildren<RecordTable *>().size() == 2);
    CHECK(lists.current()->table()->model()->rowCount() == 0);
    lists.show(u"stay"_s);
    need(hostel.services().records.add(Contact{ben.id, u"Rose Barker"_s, {u"sibling"_s}, {}, {}, true, {}, {}}));
    lists.reload();
    lists.show(u"contact"_s);
    CHECK(lists.current()->table()->model()->rowCount() == 1);
}

TEST_CASE("Space shows the chosen line in full below its list, Escape closes it, and the keys stay in the list")
{
    TestHostel hostel;
    Room room{.name = u"7"_s, .notes = u"the radiator knocks at night"_s};
    need(hostel.services().records.add(room));
    need(hostel.services().records.add(Room{.name = u"8"_s}));
    MainWindow window(hostel.clock);
    window.resize(1366, 768);
    window.show();
    window.enter(shared(hostel));
    window.workspace()->openPlace(u"room-lists"_s);
    Screen::settle();
    Screen screen(window);
    auto *list = screen.find<QTableView>(u"list"_s);
    auto *preview = window.workspace()->findChild<QWidget *>(u"listPreview"_s);
    REQUIRE(preview);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    CHECK(preview->isHidden());
    QTest::keyClick(list, Qt::Key_Space);
    CHECK_FALSE(preview->isHidden());
    CHECK(screen.find<QLabel>(u"listPreviewText"_s)->text().contains(u"the radiator knocks at night"_s)); // no column of the list
    QTest::keyClick(list, Qt::Key_Down);
    CHECK_FALSE(screen.find<QLabel>(u"listPreviewText"_s)->text().contains(u"radiator"_s));
    QTest::keyClick(list, Qt::Key_Escape);
    CHECK(preview->isHidden());
    CHECK(list->currentIndex().row() == 1);
    QTest::keyClick(list, Qt::Key_Space);
    QTest::keyClick(list, Qt::Key_Space);
    CHECK(preview->isHidden());

    aPerson().arrived(QDate(2026, 9, 10)).in(hostel);
    window.workspace()->openPlace(u"residents"_s);
    Screen::settle();
    auto *residents = screen.find<QTableView>(u"residents"_s);
    residents->setCurrentIndex(residents->model()->index(0, 0));
    QTest::keyClick(residents, Qt::Key_Space);
    CHECK(screen.find<QLabel>(u"listPreviewText"_s)->text().contains(u"Ben Barker"_s));
}

TEST_CASE("What is entered in error takes along what was typed into it: nothing asks to be saved into what is gone")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    const auto contact = need(hostel.services().records.add(Contact{ben.id, u"Rose"_s, {u"sibling"_s}, {}, {}, true, {}, {}}));
    Contact fresh;
    fresh.personId = ben.id;
    Navigator navigator;
    navigator.header = [](const QString &, bool) {};
    RecordsPage page(recordType<Contact>(), toRow(fresh), {}, hostel.services(), navigator, RecordsPage::Frame::Whole);
    page.resize(900, 700);
    page.show();
    page.openEditor(untyped(contact));
    Screen screen(page);
    screen.type(u"telephone"_s, u"07700 900123"_s);
    page.editor()->keepDraftNow();
    REQUIRE(hostel.services().drafts.places().size() == 1);
    for (QPushButton *button : page.findChildren<QPushButton *>())
        if (button->text() == u"Entered in error…")
            button->click();
    auto *reason = screen.find<QLineEdit>(u"withdrawReason"_s);
    CHECK(page.focusWidget() == reason);
    QTest::keyClicks(reason, u"x"_s);
    QTest::keyClick(reason, Qt::Key_Return); // no reason that somebody understands later: nothing goes
    Screen::settle();
    CHECK(hostel.services().drafts.places().size() == 1);
    CHECK(need(hostel.services().records.all<Contact>()).size() == 1);
    reason->setText(u"the wrong resident"_s);
    QTest::keyClick(reason, Qt::Key_Return);
    Screen::settle();
    CHECK(need(hostel.services().records.all<Contact>()).isEmpty());
    CHECK(hostel.services().drafts.places().isEmpty());
}

TEST_CASE("In a list, and in what leaves of it, why somebody gave no answer is no blank cell")
{
    TestHostel hostel;
    const auto add = [&](const QString &name, std::optional<NotSaidReason> reason) {
        auto person = aPerson().called(name, u"Barker"_s);
        if (reason)
            person.person.notSaid.reasons.insert(u"born_on"_s, *reason);
        person.in(hostel);
    };
    add(u"Anna"_s, {});
    add(u"Ben"_s, NotSaidReason::NotAsked);
    add(u"Cleo"_s, NotSaidReason::DoesNotKnow);
    add(u"Dee"_s, NotSaidReason::PrefersNot);
    RecordTable table(recordType<Person>(), hostel.services());
    table.show();
    table.reload();
    const auto labels = table.model()->labels();
    const auto column = labels.indexOf(u"Date of birth"_s);
    REQUIRE(column >= 0);
    QStringList shown;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        shown.append(table.model()->index(row, int(column)).data().toString());
    CHECK(shown == QStringList{QString(), u"Not asked yet"_s, u"Does not know"_s, u"Prefers not to say"_s});
    const QString csv = need(table.model()->csv());
    for (const QString &words : shown)
        CHECK(csv.contains(words));
}

TEST_CASE("What a preview has no room for is read on by keys, and it says so")
{
    TestHostel hostel;
    Room room{.name = u"7"_s, .notes = u"knocks "_s.repeated(400) + u"at last"_s};
    need(hostel.services().records.add(room));
    need(hostel.services().records.add(Room{.name = u"8"_s, .notes = u"warm"_s}));
    MainWindow window(hostel.clock);
    window.resize(1024, 768);
    window.show();
    window.enter(shared(hostel));
    window.workspace()->openPlace(u"room-lists"_s);
    Screen::settle();
    Screen screen(window);
    auto *list = screen.find<QTableView>(u"list"_s);
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Space);
    Screen::settle();
    CHECK(screen.find<QLabel>(u"listPreviewMore"_s)->isVisible());
    auto *text = screen.find<QLabel>(u"listPreviewText"_s);
    const auto lastLineShows = [text] { // the foot of the text within what is seen of it
        return text->mapTo(text->parentWidget(), QPoint(0, text->height())).y() <= text->parentWidget()->height() + 1;
    };
    CHECK_FALSE(lastLineShows());
    for (int i = 0; i < 40 && !lastLineShows(); ++i)
        QTest::keyClick(list, Qt::Key_Down, Qt::ControlModifier);
    CHECK(lastLineShows());
    CHECK(list->currentIndex().row() == 0); // the choice stays
    QTest::keyClick(list, Qt::Key_Up, Qt::ControlModifier);
    CHECK_FALSE(lastLineShows());
    QTest::keyClick(list, Qt::Key_Down);
    Screen::settle();
    CHECK(list->currentIndex().row() == 1);
    CHECK_FALSE(window.workspace()->findChild<QLabel *>(u"listPreviewMore"_s)->isVisible());
}

} // namespace keywork::test::lists_test
