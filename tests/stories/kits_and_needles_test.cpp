// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/naloxone_watch.h"
#include "core/domain/take_home_naloxone.h"
#include "core/services/house/attention.h"
#include "core/services/house/supplies.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/timeline.h"
#include "tests/support/desk.h"
#include "tests/support/kits.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/supplies/supplies_page.h"
#include "ui/shell/find_box.h"

#include <QListWidget>

namespace keywork::test::kits_and_needles_test {

using namespace Qt::StringLiterals;

namespace {

struct KitHouse {
    Desk desk;
    Kept<Person> ben = aPerson().called(u"Ben"_s, u"Barker"_s).arrived(QDate(2026, 9, 1)).in(desk.made);
    Screen &screen = desk.screen;

    void comesOn(const QString &name)
    {
        signInWith(desk.made, name, name == kManager ? kPassword : kTheirs);
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    void goesOff()
    {
        desk.window.lock();
        Screen::settle();
    }
    Workspace &workspace() { return *desk.window.workspace(); }
    Services &services() { return desk.services(); }
    /// Ctrl+K, a few letters, Enter on what is meant.
    void find(const QString &typed, const QString &line)
    {
        FindBox *box = workspace().find();
        box->setText(typed);
        box->search();
        for (int i = 0; i < box->results()->count(); ++i)
            if (box->results()->item(i)->text().contains(line))
                box->results()->setCurrentRow(i);
        QTest::keyClick(box, Qt::Key_Return);
        Screen::settle();
    }
    QStringList today()
    {
        QStringList codes;
        for (const WatchItem &item : need(services().attention.today()))
            codes.append(item.code());
        return codes;
    }
};

} // namespace

TEST_CASE("A resident comes for needles at night: relief staff hand them out in a few keys, and the morning sees the week")
{
    KitHouse house;
    const auto needles = anItem(house.desk.made, u"1 ml syringe"_s, 20);
    need(house.desk.made.services().records.add(
        SupplyStock{.itemId = needles.id, .act = StockAct::Delivered, .quantity = 40, .at = kNow.addDays(-2), .note = {}}));
    makeMember(house.desk.made, u"Rae Relief"_s, Role::Relief);
    house.desk.window.show();
    house.comesOn(u"Rae Relief"_s);

    // They stand at Ben's record and give him twenty for the eighteen that he brings back.
    house.workspace().openResident(house.ben.id);
    house.find(u"give sup"_s, u"Give supplies"_s);
    const QString id = QString::number(needles.id.value);
    house.screen.type(u"given-"_s + id, u"20"_s);
    house.screen.type(u"returned-"_s + id, u"18"_s);
    house.screen.press(u"save"_s);
    // Somebody at the door gives no name, and is not asked for one.
    house.find(u"give sup"_s, u"Give supplies"_s);
    house.screen.type(u"given-"_s + id, u"10"_s);
    house.screen.press(u"save"_s);
    const auto visits = need(house.services().records.all<SupplyVisit>({.orderBy = u"id"_s}));
    REQUIRE(visits.size() == 2);
    CHECK(visits.first().value.personId == house.ben.id);
    CHECK_FALSE(bool(visits.last().value.personId));
    house.goesOff();

    // In the morning ten are left of forty: it stands on Today, and in Ben's timeline without a number.
    house.comesOn(kManager);
    CHECK(house.today().contains(u"supplies_reorder"_s));
    const auto week = need(house.services().supplies.weeks(1)).first();
    CHECK(week.visits == 2);
    CHECK(week.visitsNamed == 1);
    CHECK(week.comesBack == ReturnRatio{30, 18});
    const auto lines = need(house.services().timeline.page({.person = house.ben.id, .kinds = {&recordType<SupplyVisit>()}})).lines;
    CHECK(lines.size() == 1);
    house.desk.openPlace<SuppliesPage>(u"supplies"_s);
    CHECK(house.screen.shows(u"60 %"_s));
}

TEST_CASE("A kit is called back: the kits of the house and the one at Ben's are found, sent back one by one, and Today says so until then")
{
    KitHouse house;
    const auto place = aPlace(house.desk.made, u"Reception"_s, 2);
    aKit(house.desk.made, place.id, u"3"_s, u"2028-01"_s, u"B-77"_s);
    aKit(house.desk.made, place.id, u"4"_s, u"2028-01"_s, u"A12"_s);
    Records &before = house.desk.made.services().records;
    need(before.add(SupplyAuthority{.paper = u"Letter of the drug service"_s, .fromOn = QDate(2026, 1, 1)}));
    auto mine = aKit(house.desk.made, place.id, u"5"_s, u"2028-01"_s, u"B77"_s);
    TakeHomeNaloxone own;
    own.personId = house.ben.id;
    own.from = TakeHomeFrom::Us;
    own.kitId = mine.id;
    own.onDay = QDate(2026, 9, 10);
    const auto atBen = need(before.add(own));
    house.desk.window.show();
    house.comesOn(kManager);
    CHECK_FALSE(house.today().contains(u"naloxone_low"_s)); // kits 3 and 4

    // The notice comes; the form of the recall shows what it finds once it is kept.
    auto *page = house.desk.openPlace<SuppliesPage>(u"supplies"_s);
    page->showRecord({u"naloxone_recall"_s, 0});
    house.screen.type(u"batch"_s, u"lot b77"_s);
    house.screen.type(u"issued_by"_s, u"the maker"_s);
    house.screen.press(u"save"_s);
    const auto recalls = need(house.services().records.all<NaloxoneRecall>());
    REQUIRE(recalls.size() == 1);
    CHECK(house.today().contains(u"naloxone_recall"_s));
    CHECK(house.today().contains(u"naloxone_low"_s)); // kit 3 is no stock any more
    page->showRecord({u"naloxone_recall"_s, recalls.first().id.value});
    CHECK(house.screen.shows(u"Kit 3 (nasal spray, until Jan 2028), Reception"_s));
    CHECK(house.screen.shows(u"At Ben Barker"_s));
    CHECK_FALSE(house.screen.shows(u"Kit 4"_s));

    // Kit 3 goes back; Ben hands his in.
    auto kit = need(house.services().records.all<NaloxoneKit>({.filters = {{u"number"_s, Filter::Comparison::Equals, u"3"_s}}})).first();
    page->showRecord({u"naloxone_kit"_s, kit.id.value});
    house.screen.choose(u"state"_s, u"sent_back"_s);
    house.screen.type(u"became_of"_s, u"courier of the maker"_s);
    house.screen.press(u"save"_s);
    auto his = need(house.services().records.one(atBen.id));
    his.value.state = TakeHomeState::GivenBack;
    his.value.endedOn = QDate(2026, 9, 14);
    need(house.services().records.amend(his));
    page->showRecord({u"naloxone_recall"_s, recalls.first().id.value});
    CHECK(house.screen.shows(u"No kit of this batch is on file."_s));
    house.screen.type(u"ended_on"_s, u"today"_s);
    house.screen.press(u"save"_s);
    CHECK_FALSE(house.today().contains(u"naloxone_recall"_s));
}

} // namespace keywork::test::kits_and_needles_test
