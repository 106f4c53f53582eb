// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/naloxone_watch.h"
#include "core/domain/take_home_naloxone.h"
#include "core/services/house/supplies.h"
#include "core/services/house/watch/rules.h"
#include "core/services/records/drafts.h"
#include "tests/support/desk.h"
#include "tests/support/kits.h"
#include "tests/support/pdf_text.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/resident/harm_reduction_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/supplies/supplies_page.h"
#include "ui/pages/today/watch_lines.h"
#include "ui/print/naloxone_documents.h"
#include "ui/shell/places.h"
#include "ui/text/words_watch.h"

#include <QCheckBox>
#include <QLineEdit>

namespace keywork::test::supplies_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// The window with Ben in the house, two places for naloxone, and two supplies.
struct AtSupplies {
    Desk desk;
    Kept<Person> ben = aPerson().called(u"Ben"_s, u"Barker"_s).arrived(QDate(2026, 9, 1)).in(desk.made);
    Kept<NaloxonePlace> reception = aPlace(desk.made, u"Reception"_s, 2);
    Kept<SupplyItem> needles = anItem(desk.made, u"1 ml syringe"_s, 20);
    Kept<SupplyItem> filters = aFilter();
    Screen &screen = desk.screen;

    Kept<SupplyItem> aFilter()
    {
        SupplyItem item;
        item.name = u"Filter"_s;
        item.kind = {u"filter"_s};
        return need(desk.made.services().records.add(item));
    }
    void open(Role role = Role::Manager)
    {
        if (role != Role::Manager) {
            makeMember(desk.made, u"Sam Shift"_s, role);
            signInWith(desk.made, u"Sam Shift"_s, kTheirs);
        }
        desk.window.show();
        desk.window.enter(shared(desk.made));
        desk.window.activateWindow();
        Screen::settle();
    }
    Services &services() { return desk.services(); }
    SuppliesPage *page() { return desk.openPlace<SuppliesPage>(u"supplies"_s); }
    HarmReductionPage *theirTab()
    {
        desk.window.workspace()->openResident(ben.id);
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        resident->showTab(u"harm-reduction"_s);
        Screen::settle();
        auto *tab = qobject_cast<HarmReductionPage *>(resident->currentTab());
        REQUIRE(tab);
        return tab;
    }
    QString given(const Kept<SupplyItem> &item) const { return u"given-"_s + QString::number(item.id.value); }
    QString returned(const Kept<SupplyItem> &item) const { return u"returned-"_s + QString::number(item.id.value); }
    void press(Qt::Key key) { QTest::keyClick(desk.window.focusWidget(), key); }
    void keys(const QString &text) { QTest::keyClicks(desk.window.focusWidget(), text); }
};

} // namespace

TEST_CASE("Needles and filters are given with a few keys: the form opens at the first number, Enter goes on, Ctrl+S keeps it")
{
    AtSupplies at;
    at.open();
    at.page();
    at.screen.shortcut(QKeySequence(u"Ctrl+G"_s));
    REQUIRE(at.desk.window.focusWidget()->objectName() == at.given(at.needles));
    at.keys(u"20"_s);
    at.press(Qt::Key_Tab);
    CHECK(at.desk.window.focusWidget()->objectName() == at.returned(at.needles));
    at.keys(u"15"_s);
    at.press(Qt::Key_Up); // nothing above: it stays
    CHECK(at.desk.window.focusWidget()->objectName() == at.returned(at.needles));
    at.screen.find<QLineEdit>(at.given(at.needles))->setFocus();
    at.press(Qt::Key_Return);
    CHECK(at.desk.window.focusWidget()->objectName() == at.given(at.filters));
    at.keys(u"5"_s);
    at.screen.press(u"save"_s);
    const auto visits = need(at.services().records.all<SupplyVisit>());
    REQUIRE(visits.size() == 1);
    CHECK_FALSE(bool(visits.first().value.personId)); // nobody is named
    const auto lines = need(at.services().records.all<SupplyLine>({.orderBy = u"id"_s}));
    REQUIRE(lines.size() == 2);
    CHECK(lines.first().value.given == 20);
    CHECK(lines.first().value.returned == 15);
    CHECK(lines.last().value.given == 5);
    CHECK(
        at.screen.find<QLabel>(u"thisWeek"_s)->text() == u"Times: 1, with a name: 0. Of what is brought back: 20 given, 15 back (75 %)."_s);
}

TEST_CASE("What can't be right is said below its item, and nothing of the visit is kept")
{
    AtSupplies at;
    at.open();
    SuppliesPage *page = at.page();
    page->showRecord({u"supply_visit"_s, 0});
    at.screen.press(u"save"_s);
    CHECK(at.screen.shows(u"Say above how many were given or brought back, or what was talked about."_s));
    const QString problem = u"supplyProblem-"_s + QString::number(at.needles.id.value);
    for (const QString &wrong : {u"-5"_s, u"ten"_s, u"99999"_s}) {
        at.screen.type(at.given(at.needles), wrong);
        at.screen.press(u"save"_s);
        INFO(wrong.toStdString());
        CHECK_FALSE(at.screen.find<QLabel>(problem)->text().isEmpty());
        CHECK(at.screen.find<QLineEdit>(at.given(at.needles))->text() == wrong); // as it was typed
    }
    CHECK(need(at.services().records.all<SupplyVisit>()).isEmpty());
    at.screen.type(at.given(at.needles), u"5"_s);
    at.screen.press(u"save"_s);
    CHECK(need(at.services().records.all<SupplyVisit>()).size() == 1);
}

TEST_CASE("A visit that was kept opens with its numbers; taking one away and adding another keeps the rest")
{
    AtSupplies at;
    at.open();
    const Family visit = give(at.desk.made, at.needles.id, 10, 4, at.ben.id);
    SuppliesPage *page = at.page();
    page->showRecord({u"supply_visit"_s, visit.head.id});
    CHECK(at.screen.find<QLineEdit>(at.given(at.needles))->text() == u"10"_s);
    at.screen.type(at.given(at.filters), u"3"_s);
    at.screen.type(at.given(at.needles), u"8"_s);
    at.screen.press(u"save"_s);
    auto lines = need(at.services().records.all<SupplyLine>({.orderBy = u"id"_s}));
    REQUIRE(lines.size() == 2);
    CHECK(lines.first().value.given == 8);
    CHECK(lines.first().value.returned == 4);
    page->showRecord({u"supply_visit"_s, visit.head.id});
    for (const QString &name : {at.given(at.needles), at.returned(at.needles)}) {
        at.screen.find<QLineEdit>(name)->setFocus();
        at.screen.find<QLineEdit>(name)->selectAll();
        at.press(Qt::Key_Delete);
    }
    at.screen.press(u"save"_s);
    lines = need(at.services().records.all<SupplyLine>());
    REQUIRE(lines.size() == 1);
    CHECK(lines.first().value.itemId == at.filters.id);
}

TEST_CASE("What was typed and not saved waits with its numbers")
{
    AtSupplies at;
    at.open();
    SuppliesPage *page = at.page();
    page->showRecord({u"supply_visit"_s, 0});
    at.screen.type(at.given(at.needles), u"12"_s);
    page->page(u"supply_visit"_s)->editor()->keepDraftNow();
    CHECK(at.services().drafts.places().size() == 1);
    at.desk.openPlace<QWidget>(u"today"_s);
    at.page()->showRecord({u"supply_visit"_s, 0});
    CHECK(at.screen.find<QLineEdit>(at.given(at.needles))->text() == u"12"_s);
}

TEST_CASE("A resident's tab says whether naloxone is to hand, what came back and what was last talked about; giving begins with them")
{
    AtSupplies at;
    at.open();
    TakeHomeNaloxone own;
    own.personId = at.ben.id;
    own.from = TakeHomeFrom::TheirOwn;
    own.onDay = QDate(2026, 9, 2);
    need(at.services().records.add(own));
    give(at.desk.made, at.needles.id, 20, 10, at.ben.id);
    at.theirTab();
    CHECK(at.screen.find<QLabel>(u"naloxoneToHand"_s)->text() == u"Naloxone to hand since 2 Sep 2026."_s);
    CHECK(at.screen.find<QLabel>(u"suppliesBack"_s)->text() == u"In the last 28 days: 20 given, 10 brought back (50 %)."_s);
    CHECK(at.screen.find<QLabel>(u"messagesGiven"_s)->text() == u"No message was given yet."_s);
    CHECK(at.screen.find<QLabel>(u"needleExchange"_s)->text() == u"No needle exchange is in the directory yet."_s);
    const auto agency = anAgency(at.desk.made, u"Harbour clinic"_s);
    AgencyService exchange{.agencyId = agency.id, .name = u"Exchange"_s, .needs = u"needle_exchange"_s};
    need(at.services().records.add(exchange));
    at.theirTab();
    CHECK(at.screen.find<QLabel>(u"needleExchange"_s)->text().contains(u"Harbour clinic"_s));
    at.screen.press(u"giveSupplies"_s);
    at.screen.type(at.given(at.needles), u"5"_s);
    for (QCheckBox *box : at.screen.find<QWidget>(u"messages"_s)->findChildren<QCheckBox *>())
        if (box->property("code") == u"mixing"_s)
            box->click();
    at.screen.press(u"save"_s);
    const auto visits = need(at.services().records.of<SupplyVisit>("person_id", at.ben.id));
    CHECK(visits.size() == 2);
    at.theirTab();
    CHECK(at.screen.find<QLabel>(u"messagesGiven"_s)->text().contains(u"14 Sep"_s));
}

TEST_CASE("The place says what is ready, what is short and what is no stock, and whoever may only add finds the form")
{
    AtSupplies at;
    aKit(at.desk.made, at.reception.id, u"1"_s, u"2028-01"_s);
    aKit(at.desk.made, at.reception.id, u"2"_s, u"2026-08"_s);
    at.open(Role::Volunteer);
    at.page();
    CHECK(at.screen.shows(u"1 short"_s));
    CHECK(at.screen.shows(u"1 ready of 2: 1 (nasal spray, until Jan 2028)"_s));
    CHECK(at.screen.shows(u"is no stock: out of date. It may be given if it is all there is."_s));
    at.screen.shortcut(QKeySequence(u"Ctrl+G"_s));
    at.keys(u"10"_s);
    at.screen.press(u"save"_s);
    CHECK(need(at.services().supplies.weeks(1)).first().visits == 1);
}

TEST_CASE("The papers: what is here, the list to tick, and a recall with whom to ask; none of a closed record")
{
    AtSupplies at;
    aKit(at.desk.made, at.reception.id, u"17"_s, u"2028-01"_s, u"B-77"_s);
    at.open();
    TakeHomeNaloxone own;
    own.personId = at.ben.id;
    own.from = TakeHomeFrom::TheirOwn;
    own.onDay = QDate(2026, 9, 2);
    own.batch = u"b77"_s;
    need(at.services().records.add(own));
    const QString stock = pdfPages(need(print::naloxoneStockPaper(at.services()))).join(u' ');
    CHECK(stock.contains(u"Reception"_s));
    CHECK(stock.contains(u"17"_s));
    CHECK(stock.contains(u"ready"_s));
    const QString list = pdfPages(need(print::naloxoneCheckPaper(at.services()))).join(u' ');
    CHECK(list.contains(u"Looked over by"_s));
    NaloxoneRecall recall{.batch = u"B77"_s, .onDay = QDate(2026, 9, 14), .issuedBy = u"the maker"_s};
    recall.whatToDo = u"send them back"_s;
    const auto paper = need(print::naloxoneRecallPaper(at.services(), recall));
    const QString said = pdfPages(paper.document).join(u' ');
    CHECK(said.contains(u"Kit 17"_s));
    CHECK(said.contains(u"Ben Barker"_s));
    CHECK(said.contains(u"send them back"_s));
    CHECK(paper.people == QList<Id<Person>>{at.ben.id});
}

TEST_CASE("A manager begins with the usual supplies by one press, which then goes")
{
    Desk desk;
    desk.window.show();
    desk.window.enter(shared(desk.made));
    Screen::settle();
    desk.openPlace<SuppliesPage>(u"supplies"_s);
    desk.screen.press(u"usualSupplies"_s);
    CHECK(need(desk.services().records.all<SupplyItem>()).size() == shippedSupplies().size());
    CHECK_FALSE(desk.window.workspace()->currentPage()->findChild<QPushButton *>(u"usualSupplies"_s)->isVisibleTo(&desk.window));
}

TEST_CASE("Today's lines about naloxone and supplies say the number, and lead to the record in its place")
{
    WatchItem item{.name = u"Reception"_s, .day = QDate(2026, 9, 14)};
    item.places = {{u"there"_s, u"1"_s}, {u"least"_s, u"3"_s}, {u"kits"_s, u"4, 5"_s}, {u"left"_s, u"20"_s}, {u"level"_s, u"25"_s},
        {u"who"_s, u"nobody"_s}};
    const QList<std::pair<QString, QString>> sentences{
        {u"naloxone_low"_s, u"1 ready and in date, of 3 that it should hold."_s},
        {u"naloxone_replace"_s, u"Out of date or opened, and no stock: kit 4, 5."_s},
        {u"naloxone_expiring"_s, u"Last good day 14 Sep 2026: kit 4, 5."_s},
        {u"naloxone_check_due"_s, u"Not looked over since 14 Sep 2026. Every place is checked once a month."_s},
        {u"take_home_expiring"_s, u"What they have of their own runs out: last good day 14 Sep 2026."_s},
        {u"supplies_reorder"_s, u"20 left by what was given out; to be reordered at 25."_s},
        {u"naloxone_untrained"_s, u"Nobody of the team is on file as trained to give naloxone. In an emergency anyone may give it."_s},
    };
    for (const auto &[code, sentence] : sentences) {
        item.rule = watchRuleOf(code);
        REQUIRE(item.rule);
        CHECK(words::watchSentence(item, item.day) == sentence);
    }
    AtSupplies at;
    at.open();
    at.desk.window.workspace()->openPlace(u"today"_s);
    Screen::settle();
    auto *lines = at.desk.window.workspace()->currentPage()->findChild<WatchLines *>();
    REQUIRE(lines);
    REQUIRE(at.screen.shows(u"0 ready and in date, of 2 that it should hold."_s));
}

} // namespace keywork::test::supplies_screen_test
