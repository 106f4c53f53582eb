// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/steady_clock.h"
#include "core/domain/naloxone_kit.h"
#include "core/domain/room.h"
#include "core/rules/naloxone_stock.h"
#include "core/services/emergency/act_now.h"
#include "core/services/emergency/emergency_steps.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "ui/pages/act_now/act_now_page.h"

namespace keywork::test::overdose_live_test {

using namespace Qt::StringLiterals;

// Case study 2 of "Working with people who use drugs": after a month BB overdosed on two occasions, and 999 was called both times.

namespace {

const QTimeZone kLondon("Europe/London");

/// A night at the desk whose hours go by as somebody says.
struct NightDesk {
    SetSteadyClock steady;
    Desk desk;
    Id<Room> seven = need(desk.made.services().records.add(Room{.name = u"7"_s})).id;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 8, 14), seven).in(desk.made);
    QList<Kept<NaloxoneKit>> kits;

    NightDesk()
    {
        Records &records = desk.made.services().records;
        const auto place = need(records.add(NaloxonePlace{.name = u"Reception, red bag"_s, .atLeast = 2}));
        for (const QString &number : {u"N-007"_s, u"N-014"_s, u"N-015"_s})
            kits.append(need(records.add(NaloxoneKit{.number = number,
                .kind = NaloxoneKind::Spray,
                .product = {u"nyxoid"_s},
                .batch = u"B1"_s,
                .expiresOn = PartialDate::fromText(u"2028-05"_s),
                .dosesLeft = 2,
                .placeId = place.id})));
        desk.window.setSteadyClock(steady);
        desk.open();
    }
    void itIs(QDate day, QTime time) { desk.made.clock.set(QDateTime(day, time, kLondon)); }
    void pass(qint64 seconds)
    {
        steady.pass(seconds * 1000);
        desk.made.clock.set(desk.made.clock.now().addSecs(seconds));
    }
    ActNowPage &page() { return *desk.window.actNowPage(); }
    void key(Qt::Key key)
    {
        QWidget *focus = desk.window.focusWidget();
        QTest::keyClick(focus ? focus : &desk.window, key);
        Screen::settle();
    }
    Emergency now() { return *page().actNow()->one(page().current()); }
};

QStringList timesOf(const QList<ActNowStep> &steps)
{
    QStringList lines;
    for (const ActNowStep &step : steps)
        if (!step.isUndone)
            lines.append(step.said.happenedAt.toTimeZone(kLondon).toString(u"HH:mm:ss "_s) + QString::fromLatin1(codeOf(step.said.step)));
    return lines;
}

} // namespace

TEST_CASE("The first of two overdoses, live: six times to the second in the draft, a kit gone from the stock, the incident open")
{
    NightDesk night;
    night.itIs(QDate(2026, 9, 16), QTime(2, 14, 5));
    night.desk.signIn();
    night.key(Qt::Key_F12);
    night.key(Qt::Key_0); // found
    night.pass(15);
    night.key(Qt::Key_9);
    night.key(Qt::Key_B); // it is Ben
    night.key(Qt::Key_Return);
    night.pass(50);
    night.key(Qt::Key_7);
    night.pass(180);
    night.key(Qt::Key_7);
    night.pass(110);
    night.key(Qt::Key_4);
    night.pass(360);
    night.key(Qt::Key_F3);
    const QString id = night.page().current();
    night.key(Qt::Key_F10);
    night.key(Qt::Key_F10); // finished
    REQUIRE_FALSE(night.page().isOpen());
    const Emergency over = *night.page().actNow()->one(id);
    CHECK(timesOf(over.steps)
        == QStringList{u"02:14:05 found"_s, u"02:14:20 called_999"_s, u"02:15:10 naloxone_given"_s, u"02:18:10 naloxone_given"_s,
            u"02:20:00 breathing_normally"_s, u"02:26:00 crew_here"_s});
    REQUIRE(over.incident);
    CHECK(over.who.person == night.ben.id);
    CHECK(night.desk.screen.shows(over.number)); // its draft is open
    const HouseCard card = night.page().actNow()->card();
    QStringList left;
    for (const KitOnWall &kit : card.kits)
        if (!kit.isUsedUp)
            left.append(kit.number);
    CHECK(left == QStringList{u"N-014"_s, u"N-015"_s}); // three kits, two are left
    // What stands in the file, whatever the window remembers.
    night.desk.window.lock();
    night.desk.window.chooseFile(night.desk.made.path);
    night.desk.signIn();
    CHECK(night.page().actNow()->running().isEmpty()); // finished: nothing is taken up again
}

TEST_CASE("The second overdose begins on the locked screen and ends signed in: one incident, in the order of what happened")
{
    NightDesk night;
    night.itIs(QDate(2026, 9, 20), QTime(23, 58, 30));
    QTest::keyClick(&night.desk.window, Qt::Key_F12);
    Screen::settle();
    night.key(Qt::Key_1);
    night.pass(20);
    night.key(Qt::Key_9);
    night.pass(20);
    night.desk.made.clock.set(night.desk.made.clock.now().addSecs(-7200)); // somebody puts the PC's clock back under it
    night.key(Qt::Key_5);
    night.pass(90); // past midnight
    night.key(Qt::Key_7);
    night.desk.made.clock.set(night.desk.made.clock.now().addSecs(7200));
    const QString id = night.page().current();
    night.key(Qt::Key_Escape);
    night.desk.signIn();
    night.key(Qt::Key_F12);
    REQUIRE(night.page().current() == id);
    night.key(Qt::Key_B);
    night.key(Qt::Key_Return);
    night.pass(120);
    night.key(Qt::Key_F2);
    night.pass(60);
    night.key(Qt::Key_F5); // chose not to go
    QTest::keyClicks(night.desk.window.focusWidget(), u"Tomi Okoro"_s);
    night.key(Qt::Key_Return);
    const Emergency before = night.now();
    CHECK(timesOf(before.steps)
        == QStringList{u"23:58:30 no_reply"_s, u"23:58:50 called_999"_s, u"23:59:10 not_breathing_normally"_s, u"00:00:40 naloxone_given"_s,
            u"00:02:40 awake"_s, u"00:03:40 chose_not_to_go"_s});
    int locked = 0;
    for (const ActNowStep &step : before.steps)
        locked += step.said.whileLocked && !step.isUndone ? 1 : 0;
    CHECK(locked == 4);
    const auto watch = std::find_if(before.steps.cbegin(), before.steps.cend(),
        [](const ActNowStep &step) { return step.said.step == OverdoseStepKind::ChoseNotToGo && !step.isUndone; });
    REQUIRE(watch != before.steps.cend());
    CHECK(watch->said.watcherOther == u"Tomi Okoro");
    CHECK(watch->said.kitId); // the fresh one
    night.key(Qt::Key_F10);
    night.key(Qt::Key_F10);
    const Emergency over = *night.page().actNow()->one(id);
    CHECK(over.isEnded);
    CHECK(over.incident == before.incident);
    CHECK(night.desk.screen.shows(over.number));
}

} // namespace keywork::test::overdose_live_test
