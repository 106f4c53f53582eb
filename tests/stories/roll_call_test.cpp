// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/disclosure.h"
#include "core/domain/front_desk.h"
#include "core/domain/roll_call.h"
#include "core/domain/room.h"
#include "core/services/house/attention.h"
#include "core/services/house/presence.h"
#include "core/services/house/roll_calls.h"
#include "core/services/house/watch/watch_rule.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "ui/pages/desk/desk_page.h"
#include "ui/pages/desk/roll_call_page.h"
#include "ui/pages/today/today_page.h"

#include <QPrinter>

namespace keywork::test::roll_call_test {

using namespace Qt::StringLiterals;

namespace {

/// Four residents at night: Mia gets out with help, Otis does not hear the alarm, Ben went out, nobody saw Lou.
struct FireNight {
    Desk desk;
    Kept<Room> two = aRoom(u"2"_s, u"Ground"_s);
    Kept<Room> twelve = aRoom(u"12"_s, u"First"_s);
    Kept<Room> fourteen = aRoom(u"14"_s, u"First"_s);
    Kept<Person> mia = lives(u"Mia"_s, u"Moss"_s, twelve, u"Oxygen: two people, evac chair"_s, {});
    Kept<Person> otis = lives(u"Otis"_s, u"Hall"_s, fourteen, {}, u"Deaf; reads lips"_s);
    Kept<Person> ben = lives(u"Ben"_s, u"Barker"_s, two, {}, {});
    Kept<Person> lou = lives(u"Lou"_s, u"Lane"_s, {}, {}, {});
    Screen &screen = desk.screen;

    Services &services() { return desk.services(); }
    Kept<Room> aRoom(const QString &name, const QString &floor) { return need(services().records.add(Room{.name = name, .floor = floor})); }
    Kept<Person> lives(const QString &given, const QString &family, const std::optional<Kept<Room>> &room, const QString &plan,
        const QString &communication)
    {
        auto builder = aPerson().called(given, family).arrived(QDate(2026, 9, 1), room ? room->id : Id<Room>());
        builder.stay.escapePlan = plan;
        builder.person.communicationNeeds = communication;
        return builder.in(desk.made);
    }
    void itIs(int hour, int minute) { desk.made.clock.set(desk.made.clock.resolve(QDate(2026, 9, 15), QTime(hour, minute)).earlier); }
    /// Rae is alone at the desk; Carol visits Mia, Ben went out at midnight.
    void begin()
    {
        makeMember(desk.made, u"Rae Relief"_s, Role::Relief);
        itIs(0, 0);
        signInWith(desk.made, u"Rae Relief"_s, kTheirs);
        need(services().presence.put(mia.id, DeskDirection::In));
        need(services().presence.put(otis.id, DeskDirection::In));
        need(services().presence.put(ben.id, DeskDirection::Out));
        need(services().records.add(Visitor{.name = u"Carol Webb"_s, .personId = mia.id, .cameAt = desk.made.clock.now()}));
        itIs(3, 10);
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        desk.window.activateWindow();
        Screen::settle();
        desk.openPlace<TodayPage>(u"today"_s);
    }
    RollCallPage *page()
    {
        auto *shown = qobject_cast<RollCallPage *>(desk.window.workspace()->currentPage());
        REQUIRE(shown);
        return shown;
    }
    Id<RollCall> running()
    {
        const auto call = need(services().rollCalls.running());
        REQUIRE(call.has_value());
        return *call;
    }
    RollCallNow now() { return need(services().rollCalls.read(running())); }
    QString count() { return screen.find<QLabel>(u"rollCount"_s)->text(); }
    /// Who stands on the screen, from the top down, as a reader of the screen is told.
    QStringList shown()
    {
        QStringList names;
        for (const QPushButton *tick : page()->findChildren<QPushButton *>())
            if (tick->objectName().startsWith(u"tick-"_s) && tick->isVisibleTo(&desk.window))
                names.append(tick->accessibleName());
        return names;
    }
    void tick(const QString &name)
    {
        for (const RollLine &line : now().lines)
            if (line.entry.name == name)
                return screen.press(u"tick-%1"_s.arg(line.line.id.value));
        INFO(name.toStdString());
        REQUIRE(false);
    }
    bool todayHas(const QString &code)
    {
        const auto items = need(services().attention.today());
        return std::any_of(items.cbegin(), items.cend(), [&code](const WatchItem &item) { return item.code() == code; });
    }
};

} // namespace

TEST_CASE("The alarm at ten past three: F9, who needs help first, no printer, everybody ticked on the screen, and it is kept as a drill")
{
    FireNight night;
    night.begin();
    night.screen.shortcut(QKeySequence(Qt::Key_F9)); // from Today
    CHECK(night.todayHas(u"roll_call_open"_s));
    CHECK(night.count() == u"5 still missing of 5 who are looked for"_s); // Mia, Otis, Lou, Rae and Carol
    const QStringList shown = night.shown();
    REQUIRE(shown.size() == 6);
    for (const QString &help : {u"Mia Moss"_s, u"Otis Hall"_s})
        CHECK((shown.at(0).contains(help) || shown.at(1).contains(help)));
    CHECK(shown.at(2).contains(u"Lou Lane"_s)); // nobody knows where Lou is: looked for
    CHECK(shown.at(3).contains(u"Rae Relief"_s));
    CHECK(shown.at(4).contains(u"Carol Webb"_s));
    CHECK(shown.at(5).contains(u"Ben Barker"_s)); // out by what is known
    CHECK(night.screen.shows(u"evac chair"_s));

    // The printer does not work: the list stays.
    qputenv("CUPS_SERVER", "/run/cups/cups.sock"); // as usualPrinter does, before there is a printer
    QPrinter broken{QPrinter::HighResolution};
    broken.setOutputFormat(QPrinter::PdfFormat);
    broken.setOutputFileName(night.desk.made.folder.filePath(u"no/such/folder/roll.pdf"_s));
    night.page()->printOn(broken);
    Screen::settle();
    CHECK(night.screen.find<QLabel>(u"rollMessage"_s)->text().contains(u"Tick here; nothing is lost."_s));

    // Outside: a tick each, by button and by name.
    night.itIs(3, 13);
    night.tick(u"Mia Moss"_s);
    CHECK(night.count() == u"4 still missing of 5 who are looked for"_s);
    CHECK(night.now().count.accounted == 1); // on file as it is pressed
    night.tick(u"Carol Webb"_s);
    night.tick(u"Rae Relief"_s);
    night.screen.type(u"rollFilter"_s, u"otis"_s);
    QTest::keyClick(night.screen.find<QLineEdit>(u"rollFilter"_s), Qt::Key_Return);
    Screen::settle();
    CHECK(night.count() == u"1 still missing of 5 who are looked for"_s);
    CHECK(night.shown().first().contains(u"Lou Lane"_s));
    night.itIs(3, 19);
    night.tick(u"Lou Lane"_s);
    CHECK(night.count() == u"Everybody is accounted for: 5"_s);

    // It was a drill; who was there, when, and how long it took stays for inspection.
    const Id<RollCall> call = night.running();
    night.screen.press(u"rollEnd"_s);
    night.screen.press(u"save"_s);
    CHECK_FALSE(need(night.services().records.one(call)).value.endedAt.has_value()); // drill or not has to be said
    night.screen.choose(u"kind"_s, u"drill"_s);
    night.screen.type(u"assembled"_s, u"Car park of number 14"_s);
    night.screen.type(u"note"_s, u"Lou had slept through it."_s);
    night.screen.press(u"save"_s);
    CHECK_FALSE(night.todayHas(u"roll_call_open"_s));
    night.desk.window.lock();
    Screen::settle();

    night.desk.made.reopen();
    const RollCall kept = need(night.services().records.one(call)).value;
    CHECK(kept.kind == RollCallKind::Drill);
    CHECK(kept.assembled == u"Car park of number 14");
    CHECK(kept.beganAt.secsTo(*kept.endedAt) == 9 * 60);
    const RollCallNow read = need(night.services().rollCalls.read(call));
    CHECK(read.count == RollCount{5, 5, 0});
    for (const RollLine &line : read.lines) {
        INFO(line.entry.name.toStdString());
        CHECK(line.entry.isTicked == (line.entry.name != u"Ben Barker"));
        if (line.entry.isTicked)
            CHECK(line.tickedBy == u"Rae Relief");
    }
    const auto papers = need(night.services().records.all<Disclosure>()); // which a relief worker does not read
    REQUIRE(papers.size() == 1);
    CHECK(papers.first().value.kind == DisclosureKind::RollCall);
    CHECK_FALSE(papers.first().value.left); // no paper left that night
    CHECK_FALSE(need(night.services().rollCalls.running()).has_value());
    CHECK_FALSE(bool(night.services().rollCalls.tick(read.lines.first().line.id, false))); // what was ended is not ticked anew
}

} // namespace keywork::test::roll_call_test
