// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/room.h"
#include "core/services/house/presence.h"
#include "core/services/house/roll_calls.h"
#include "core/services/sharing/disclosures.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "ui/pages/desk/desk_page.h"
#include "ui/pages/desk/roll_call_page.h"
#include "ui/print/roll_call_document.h"

#include <QElapsedTimer>
#include <QPageSize>
#include <QPrinter>

namespace keywork::test::desk_screen_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kCame(2026, 9, 1);

/// The window with two residents, one of whom gets out with help.
struct AtDesk {
    Desk desk;
    Kept<Room> room = need(on().records.add(Room{.name = u"7"_s, .floor = u"First"_s}));
    Kept<Person> ben = aPerson().called(u"Ben"_s, u"Barker"_s).arrived(kCame, room.id).in(desk.made);
    Kept<Person> mia = miaWithPlan();
    Screen &screen = desk.screen;

    Services &on() { return desk.services(); }
    Kept<Person> miaWithPlan()
    {
        auto builder = aPerson().called(u"Mia"_s, u"Moss"_s).arrived(kCame);
        builder.stay.escapePlan = u"Oxygen: two people, evac chair"_s;
        return builder.in(desk.made);
    }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        desk.window.activateWindow();
        Screen::settle();
    }
    DeskPage *page() { return desk.openPlace<DeskPage>(u"desk"_s); }
    Whereabouts whereIs(Id<Person> person) { return need(on().presence.of(person))->state.where; }
    QString idOf(const Kept<Person> &person) const { return QString::number(person.id.value); }
    RollCallPage *rollPage()
    {
        screen.shortcut(QKeySequence(Qt::Key_F9));
        auto *page = qobject_cast<RollCallPage *>(desk.window.workspace()->currentPage());
        REQUIRE(page);
        return page;
    }
};

} // namespace

TEST_CASE("One press puts somebody in or out, durable at once, and a mis-press is taken back with another")
{
    AtDesk at;
    at.open();
    at.page();
    CHECK(at.screen.find<QLabel>(u"deskCounts"_s)->text() == u"In 0 · Out 0 · Away 0 · Not known 2"_s);
    at.screen.press(u"in-"_s + at.idOf(at.ben));
    CHECK(at.whereIs(at.ben.id) == Whereabouts::In);
    CHECK(at.screen.find<QLabel>(u"deskMessage"_s)->text() == u"Ben Barker came in, 09:42."_s);
    auto *out = at.screen.find<QPushButton>(u"out-"_s + at.idOf(at.ben));
    out->setFocus();
    QTest::keyClick(out, Qt::Key_Space); // by keys alone
    Screen::settle();
    CHECK(at.whereIs(at.ben.id) == Whereabouts::Out);
    at.screen.press(u"undoMove"_s);
    CHECK(at.whereIs(at.ben.id) == Whereabouts::In);
    CHECK(at.screen.find<QLabel>(u"deskCounts"_s)->text() == u"In 1 · Out 0 · Away 0 · Not known 1"_s);
    at.screen.press(u"out-"_s + at.idOf(at.ben));
    at.screen.press(u"out-"_s + at.idOf(at.ben)); // a second time is no movement
    CHECK(at.screen.find<QLabel>(u"deskMessage"_s)->text().startsWith(u"They went out already"_s));
    CHECK(need(at.on().records.all<DeskMovement>()).size() == 2);
}

TEST_CASE("The list filters while typing, by name and by room, and Enter puts the first who fits")
{
    AtDesk at;
    at.open();
    at.page();
    at.screen.type(u"deskFilter"_s, u"moss"_s);
    CHECK(at.screen.find<QLabel>(u"deskHint"_s)->text() == u"Enter: Mia Moss comes in."_s);
    CHECK(at.desk.window.findChild<QPushButton *>(u"in-"_s + at.idOf(at.ben))->isVisible() == false);
    at.screen.type(u"deskFilter"_s, u"7"_s);
    CHECK(at.screen.find<QLabel>(u"deskHint"_s)->text() == u"Enter: Ben Barker comes in."_s);
    QTest::keyClick(at.desk.window.focusWidget(), Qt::Key_Return);
    Screen::settle();
    CHECK(at.whereIs(at.ben.id) == Whereabouts::In);
    CHECK(at.whereIs(at.mia.id) == Whereabouts::NotKnown);
    CHECK(at.screen.find<QLineEdit>(u"deskFilter"_s)->text().isEmpty()); // for the next one
    QTest::keyClick(at.screen.find<QLineEdit>(u"deskFilter"_s), Qt::Key_Return); // Enter alone puts nobody
    Screen::settle();
    CHECK(need(at.on().records.all<DeskMovement>()).size() == 1);
}

TEST_CASE("A visitor of two residents is refused with a sentence beside the name, and one who is barred is said so")
{
    AtDesk at;
    need(at.on().records.add(Visitor{.name = u"Carol Webb"_s, .personId = at.ben.id, .cameAt = kNow}));
    need(at.on().records.add(Barring{.name = u"Mick Stone"_s,
        .fromOn = kCame,
        .untilOn = QDate(2026, 10, 1),
        .reviewOn = QDate(2026, 9, 20),
        .reason = u"Threatened somebody at the door"_s,
        .decidedById = at.on().records.session().staff()}));
    at.open();
    DeskPage *page = at.page();
    CHECK(at.screen.shows(u"Carol Webb visits Ben Barker, room 7"_s));
    CHECK(at.screen.shows(u"Not let in until"_s));
    CHECK_FALSE(at.screen.shows(u"Threatened"_s)); // the fact alone
    page->showRecord({u"visitor"_s, 0});
    Screen::settle();
    at.screen.type(u"name"_s, u"Carol Webb"_s);
    at.screen.name(u"person_id"_s, u"Mia Moss"_s);
    at.screen.press(u"save"_s);
    CHECK(at.screen.shows(u"A visit has one host"_s));
    at.screen.type(u"name"_s, u"Mick Stone"_s);
    at.screen.press(u"save"_s);
    CHECK(at.screen.shows(u"not to be let in. Ring the manager"_s));
    CHECK(need(at.on().records.all<Visitor>()).size() == 1);
    at.screen.type(u"name"_s, u"Dean Fisk"_s);
    at.screen.press(u"save"_s);
    CHECK(need(at.on().records.all<Visitor>()).size() == 2);
}

TEST_CASE("F9 begins a roll call from anywhere, ticks are kept as they are pressed, and who is missing stands on top")
{
    AtDesk at;
    need(at.on().presence.put(at.ben.id, DeskDirection::Out));
    at.open();
    at.rollPage();
    const auto running = need(at.on().rollCalls.running());
    REQUIRE(running.has_value());
    CHECK(at.screen.find<QLabel>(u"rollCount"_s)->text() == u"2 still missing of 2 who are looked for"_s); // Mia and the manager
    const RollCallNow now = need(at.on().rollCalls.read(*running));
    REQUIRE(now.lines.first().entry.name == u"Mia Moss");
    at.screen.press(u"tick-%1"_s.arg(now.lines.first().line.id.value));
    CHECK(need(at.on().rollCalls.read(*running)).count.accounted == 1);
    at.screen.type(u"rollFilter"_s, u"priya"_s);
    QTest::keyClick(at.desk.window.focusWidget(), Qt::Key_Return);
    Screen::settle();
    CHECK(at.screen.find<QLabel>(u"rollCount"_s)->text() == u"Everybody is accounted for: 2"_s);
    at.screen.shortcut(QKeySequence(Qt::Key_F9)); // the same one
    CHECK(need(at.on().records.count(recordType<RollCall>())) == 1);
    at.screen.press(u"rollEnd"_s);
    at.screen.choose(u"kind"_s, u"drill"_s);
    at.screen.type(u"assembled"_s, u"Car park"_s);
    at.rollPage(); // made anew: what was typed is offered back
    at.screen.press(u"save"_s);
    const auto ended = need(at.on().records.one(*running));
    CHECK(ended.value.endedAt.has_value());
    CHECK(ended.value.assembled == u"Car park");
    at.page()->showRecord({u"roll_call"_s, running->value});
    Screen::settle();
    CHECK(at.screen.shows(u"accounted for 09:42 by"_s)); // as it is shown at inspection
}

TEST_CASE("From the key to the printed page a roll call of sixty takes three seconds at most, and the ledger knows of it")
{
    AtDesk at;
    for (int i = 0; i < 58; ++i)
        need(at.on().presence.put(
            aPerson().called(u"Person %1"_s.arg(i), u"Of sixty"_s).arrived(kCame).in(at.desk.made).id, DeskDirection::In));
    at.open();
    QTemporaryDir folder;
    qputenv("CUPS_SERVER", "/run/cups/cups.sock"); // as usualPrinter does, before there is a printer
    QPrinter printer{QPrinter::HighResolution};
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(folder.filePath(u"roll.pdf"_s));
    printer.setPageSize(QPageSize(QPageSize::A4));
    QElapsedTimer time;
    time.start();
    RollCallPage *page = at.rollPage();
    page->printOn(printer);
    CHECK(time.elapsed() <= 3000);
    WARN("roll call of 60, key to page: " << time.elapsed() << " ms");
    const auto left = need(at.on().records.all<Disclosure>());
    REQUIRE(left.size() == 1);
    CHECK(left.first().value.kind == DisclosureKind::RollCall);
    CHECK(left.first().value.left);
    CHECK(left.first().value.residents.contains(at.mia.value.number));
}

TEST_CASE("The paper of a roll call has who needs help first, then floors, staff and visitors, with what is ticked")
{
    AtDesk at;
    need(at.on().presence.put(at.ben.id, DeskDirection::In));
    need(at.on().records.add(Visitor{.name = u"Carol Webb"_s, .personId = at.ben.id, .cameAt = kNow}));
    const auto call = need(at.on().rollCalls.begin());
    const QString text = pdfText(need(print::rollCallPaper(at.on(), need(at.on().rollCalls.read(call)))).toPdf(), {u"-raw"_s});
    const QStringList order{u"still missing"_s, u"Help these people first"_s, u"Mia Moss"_s, u"evac chair"_s, u"First"_s, u"Ben Barker"_s,
        u"Staff"_s, kManager, u"Visitors"_s, u"Carol Webb"_s, u"Called by"_s};
    qsizetype at0 = 0;
    for (const QString &word : order) {
        INFO(word.toStdString() << "\n" << text.toStdString());
        const qsizetype found = text.indexOf(word, at0);
        REQUIRE(found >= 0);
        at0 = found;
    }
}

} // namespace keywork::test::desk_screen_test
