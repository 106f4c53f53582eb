// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/handover.h"
#include "core/domain/house.h"
#include "core/domain/naloxone_watch.h"
#include "core/domain/restriction.h"
#include "core/services/care/stages.h"
#include "core/services/house/attention.h"
#include "core/services/house/handovers.h"
#include "core/services/house/watch/rules.h"
#include "core/services/house/watch_groups.h"
#include "tests/support/desk.h"
#include "tests/support/kits.h"
#include "ui/pages/today/handovers_today.h"
#include "ui/pages/today/safety_stock.h"
#include "ui/pages/today/today_page.h"
#include "ui/pages/today/watch_places.h"
#include "ui/pages/today/where_residents_are.h"
#include "ui/widgets/charts.h"

namespace keywork::test::today_lines_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kArrived(2026, 9, 10);

/// The window over a hostel whose clock the test sets.
struct Shift {
    TestHostel hostel;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<Screen> screen;

    Kept<Person> here(const QString &given)
    {
        const auto person = aPerson().called(given, u"Barker"_s).arrived(kArrived).in(hostel);
        finishArrival(hostel, person.id);
        return person;
    }
    void open()
    {
        window = std::make_unique<MainWindow>(hostel.clock);
        window->resize(1366, 768);
        window->show();
        window->enter(shared(hostel));
        screen = std::make_unique<Screen>(*window);
        window->workspace()->openPlace(u"today"_s);
        Screen::settle();
    }
    TodayPage *today() { return qobject_cast<TodayPage *>(window->workspace()->currentPage()); }
    QStringList textsIn(const QString &card)
    {
        QStringList texts;
        const auto *inside = window->findChild<QWidget *>(card);
        REQUIRE(inside);
        for (const QLabel *label : inside->findChildren<QLabel *>())
            if (label->isVisibleTo(window.get()))
                texts.append(label->text().remove(QChar(0x200b)));
        return texts;
    }
};

} // namespace

TEST_CASE("Many lines of one rule stand as one, in the order of what presses; an emergency and few of a kind stand alone")
{
    const auto linesOf = [](const QString &code, int count) {
        QList<WatchItem> items;
        for (int i = 0; i < count; ++i)
            items.append({.rule = watchRuleOf(code), .subject = {u"person"_s, i + 1, {i + 1}}});
        return items;
    };
    const auto groups = inGroups(linesOf(u"doses_missed"_s, 6) + linesOf(u"plan_review_overdue"_s, 5) + linesOf(u"no_plan"_s, 3));
    QStringList told;
    for (const WatchGroup &group : groups)
        told.append(group.first().code() + u' ' + QString::number(group.items.size()));
    CHECK(told == QStringList(6, u"doses_missed 1"_s) + QStringList{u"plan_review_overdue 5"_s} + QStringList(3, u"no_plan 1"_s));
}

TEST_CASE("A group says how many and who, opens by the keyboard, keeps a press for each inside, and closes again")
{
    Shift shift;
    for (const QString &name : {u"Ann"_s, u"Ben"_s, u"Cas"_s, u"Dan"_s, u"Eve"_s})
        shift.here(name);
    shift.open();
    CHECK(shift.screen->shows(u"5 residents without a keyworker"_s));
    CHECK(shift.screen->shows(u"Ann Barker, Ben Barker, Cas Barker, Dan Barker, Eve Barker"_s));
    CHECK_FALSE(shift.screen->shows(u"Nobody is keyworker yet."_s));
    auto *fold = shift.screen->find<QPushButton>(u"group-no_keyworker"_s);
    CHECK(fold->accessibleName() == u"Show: 5 residents without a keyworker"_s);
    fold->setFocus();
    QTest::keyClick(fold, Qt::Key_Space);
    Screen::settle();
    CHECK(shift.screen->shows(u"Nobody is keyworker yet."_s));
    int presses = 0;
    for (const QPushButton *one : shift.today()->findChildren<QPushButton *>())
        presses += one->isVisibleTo(shift.window.get()) && one->accessibleName().startsWith(u"Open "_s)
            && one->accessibleName().endsWith(u"Barker"_s);
    CHECK(presses == 5);
    auto *again = qobject_cast<QPushButton *>(shift.window->focusWidget());
    REQUIRE(again);
    CHECK(again->objectName() == u"group-no_keyworker"_s); // the keys stay where they were
    QTest::keyClick(again, Qt::Key_Space);
    Screen::settle();
    CHECK_FALSE(shift.screen->shows(u"Nobody is keyworker yet."_s));
}

TEST_CASE("A line that becomes due at 08:00 stands on Today at 08:00 without a press, and so do the numbers beside the places")
{
    Shift shift;
    shift.hostel.clock.set(QDateTime(QDate(2026, 9, 15), QTime(6, 50), Qt::UTC)); // 07:50 in the house
    need(shift.hostel.services().records.add(
        HandoverItem{.what = u"ring the boiler people"_s, .dueAt = QDateTime(QDate(2026, 9, 15), QTime(7, 0), Qt::UTC)}));
    shift.open();
    CHECK_FALSE(shift.screen->shows(u"ring the boiler people"_s));
    shift.hostel.clock.set(QDateTime(QDate(2026, 9, 15), QTime(6, 59, 59), Qt::UTC));
    shift.today()->lookAtTime();
    Screen::settle();
    CHECK_FALSE(shift.screen->shows(u"ring the boiler people"_s));
    shift.hostel.clock.set(QDateTime(QDate(2026, 9, 15), QTime(7, 0), Qt::UTC));
    shift.today()->lookAtTime();
    Screen::settle();
    CHECK(shift.screen->shows(u"ring the boiler people"_s));
    const auto *place = shift.screen->find<QPushButton>(u"nav-handover"_s);
    REQUIRE(Screen::waitFor([&] { return place->accessibleName().endsWith(u"1 waiting"_s); }));
    CHECK(shift.screen->find<QPushButton>(u"nav-today"_s)->accessibleName().contains(u"waiting"_s));
}

TEST_CASE("Who types about a line goes on typing while Today is read anew: the field, its words and where one stands in them")
{
    Shift shift;
    shift.here(u"Ben"_s);
    shift.open();
    shift.screen->press(u"later"_s);
    auto *reason = shift.screen->find<QLineEdit>(u"reason"_s);
    reason->setFocus();
    reason->setText(u"Sam takes over"_s);
    reason->setSelection(0, 3);
    need(shift.hostel.services().records.add(NaloxonePlace{.name = u"Reception"_s, .atLeast = 1}));
    Screen::settle();
    CHECK(shift.screen->shows(u"0 ready and in date, of 1 that it should hold."_s));
    const auto fields = shift.window->findChildren<QLineEdit *>(u"reason"_s);
    REQUIRE(fields.size() == 1);
    CHECK(fields.first() == reason);
    CHECK(shift.window->focusWidget() == reason);
    CHECK(reason->selectedText() == u"Sam"_s);
}

TEST_CASE("Today left open past midnight says what is due on the new day, with its numbers")
{
    Shift shift;
    auto builder = aPerson().called(u"Grace"_s, u"Obi"_s);
    builder.stay.expectedOn = QDate(2026, 9, 15);
    builder.in(shift.hostel);
    shift.hostel.clock.set(QDateTime(QDate(2026, 9, 14), QTime(22, 59, 30), Qt::UTC));
    shift.open();
    CHECK_FALSE(shift.screen->shows(u"not arrived yet"_s));
    shift.hostel.clock.set(QDateTime(QDate(2026, 9, 14), QTime(23, 0), Qt::UTC)); // midnight of the house
    shift.today()->lookAtTime();
    Screen::settle();
    CHECK(shift.screen->shows(u"Expected Tue 15 Sep, not arrived yet."_s));
}

TEST_CASE("The press says what one does there, and a place that may not be opened is not offered")
{
    Shift shift;
    need(shift.hostel.services().records.add(NaloxonePlace{.name = u"Reception"_s, .atLeast = 1}));
    shift.hostel.clock.set(QDateTime(QDate(2026, 10, 20), QTime(8, 0), Qt::UTC));
    shift.open();
    const auto buttons = shift.today()->findChildren<QPushButton *>();
    const auto named = [&](const QString &name) {
        return std::any_of(buttons.cbegin(), buttons.cend(), [&](const QPushButton *one) { return one->accessibleName() == name; });
    };
    CHECK(named(u"Check Reception"_s));
    CHECK(named(u"Open Reception"_s));
    const auto items = need(shift.hostel.services().attention.today());
    const QHash<QString, qsizetype> lines = linesByPlace(items);
    CHECK(lines.value(u"supplies"_s) == 2); // too few there, and not looked over
    CHECK(lines.value(u"today"_s) == 1); // the one that presses today
    CHECK_FALSE(lines.contains(u"resident"_s));
}

TEST_CASE("The safety stock says kits by kind with the first that runs out, what is short, the defibrillator, and what to reorder")
{
    Shift shift;
    Records &records = shift.hostel.services().records;
    const auto place = aPlace(shift.hostel, u"Reception"_s, 3);
    aKit(shift.hostel, place.id, u"1"_s, u"2027-02"_s);
    aKit(shift.hostel, place.id, u"2"_s, u"2028-02"_s);
    NaloxoneKit old{.number = u"3"_s, .kind = NaloxoneKind::Syringe, .placeId = place.id};
    old.expiresOn = PartialDate::fromText(u"2026-08"_s);
    old.dosesLeft = 5;
    need(records.add(old));
    auto house = need(records.all<House>()).first();
    house.value.defibrillatorPlace = u"hall, beside the lift"_s;
    need(records.amend(house));
    const auto item = anItem(shift.hostel, u"1 ml syringe"_s, 20);
    need(records.add(SupplyStock{.itemId = item.id, .act = StockAct::Counted, .quantity = 20, .at = kNow}));
    shift.open();
    const QStringList texts = shift.textsIn(u"safetyStock"_s);
    INFO(texts.join(u'\n').toStdString());
    for (const QString &said : {u"Naloxone, nasal spray"_s, u"2 kits"_s, u"first expires Feb 2027"_s, u"Naloxone, injection"_s, u"0 kits"_s,
             u"Too few at Reception: 2 of 3"_s, u"Defibrillator: hall, beside the lift"_s, u"To reorder: 1 ml syringe"_s})
        CHECK(texts.contains(said));
}

TEST_CASE("Where residents are is said in words with what moved since last month; a restricted resident is counted and not named")
{
    Shift shift;
    Services &services = shift.hostel.services();
    const auto at = [&](Id<Person> person, QDate day, Stage stage) {
        need(services.stages.record({person, day, stage, HousingPosition::SupportedHousing, u"seen"_s, services.records.session().staff(),
            Agreement::Agrees, {}, {}, {}}));
    };
    const auto resident
        = [&](const QString &name) { return aPerson().called(name, u"Barker"_s).arrived(QDate(2026, 7, 20)).in(shift.hostel).id; };
    const auto ann = resident(u"Ann"_s);
    at(ann, QDate(2026, 8, 1), Stage::ChaoticEngaging);
    at(ann, QDate(2026, 9, 1), Stage::InTreatment);
    const auto ben = resident(u"Ben"_s);
    at(ben, QDate(2026, 8, 14), Stage::Settled); // the very day a month ago
    at(ben, QDate(2026, 9, 10), Stage::InTreatment);
    const auto cas = resident(u"Cas"_s);
    at(cas, QDate(2026, 7, 25), Stage::ChaoticEngaging);
    at(cas, QDate(2026, 8, 10), Stage::InTreatment); // before
    resident(u"Dan"_s);
    need(services.records.add(Restriction{cas, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    signInAs(shift.hostel, u"Marlon Otis"_s, Role::Manager); // who need not know of Cas
    shift.open();
    const QStringList texts = shift.textsIn(u"whereResidentsAre"_s);
    INFO(texts.join(u'\n').toStdString());
    CHECK(texts.contains(
        u"1 not in treatment: 0 · 2 starting: 0 · 3 keeping at it: 3 · 4 using less: 0 · 5 settled: 0 · not recorded yet: 1"_s));
    CHECK(texts.contains(u"Since last month: 1 moved forward, 1 needed more support."_s));
    const auto *bar = shift.window->findChild<StageBar *>();
    REQUIRE(bar);
    CHECK(bar->accessibleDescription().contains(u"3 keeping at it 3"_s));
}

TEST_CASE("The last handovers stand on Today, and its line beside the title names residents, rooms and the shift")
{
    Shift shift;
    Records &records = shift.hostel.services().records;
    shift.here(u"Ben"_s);
    need(records.add(Room{.name = u"7"_s}));
    ShiftPattern early{.name = u"Early"_s, .startsAt = QTime(7, 30), .endsAt = QTime(15, 0)};
    early.weekdays = u"1_mon,2_tue,3_wed,4_thu,5_fri,6_sat,7_sun"_s;
    need(records.add(early));
    auto handover = Handovers::of({}, kNow.date());
    handover.words = u"Ben came in at 01:20, stayed with him to 05:00."_s;
    const auto begun = need(shift.hostel.services().handovers.begin(handover));
    need(shift.hostel.services().handovers.finish(begun, {}));
    shift.open();
    CHECK(shift.screen->find<QLabel>(u"inShort"_s)->text() == u"1 resident · 1 room free · Early shift"_s);
    const QStringList texts = shift.textsIn(u"handoverCard"_s);
    INFO(texts.join(u'\n').toStdString());
    CHECK(texts.contains(u"Ben came in at 01:20, stayed with him to 05:00."_s));
    CHECK(texts.join(u' ').contains(kManager));
}

TEST_CASE("Log an incident and a quick note begin on Today")
{
    Shift shift;
    const auto ben = shift.here(u"Ben"_s);
    shift.open();
    shift.screen->press(u"quickNote"_s);
    REQUIRE(qobject_cast<QLineEdit *>(shift.window->focusWidget())); // whom it is about
    QTest::keyClicks(shift.window->focusWidget(), u"Ben"_s);
    Screen::settle();
    QTest::keyClick(shift.window->focusWidget(), Qt::Key_Return);
    Screen::settle();
    CHECK(shift.screen->find<QLabel>(u"residentName"_s)->text().contains(u"Ben"));
    shift.window->workspace()->openPlace(u"today"_s);
    Screen::settle();
    shift.screen->press(u"logIncident"_s);
    CHECK(shift.screen->find<QWidget>(u"what_happened"_s));
}

} // namespace keywork::test::today_lines_test
