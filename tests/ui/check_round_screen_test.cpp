// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/domain/room.h"
#include "core/services/care/timed_checks.h"
#include "core/services/records/people.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/checks/check_round_list.h"
#include "ui/pages/checks/check_rounds.h"
#include "ui/pages/checks/checks_page.h"
#include "ui/print/check_documents.h"
#include "ui/shell/check_strip.h"
#include "ui/widgets/kept_focus.h"

#include <QTableWidget>

namespace keywork::test::ui_check_round_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// Three people in two floors are looked in on at 22:00 and 02:00; it is a quarter past two.
struct Round {
    Desk desk;
    QList<Kept<Person>> people;
    QList<Id<CheckSeries>> series;
    ChecksPage *page = nullptr;

    Services &services() { return desk.services(); }
    Id<Room> room(const QString &name, const QString &floor)
    {
        return need(services().records.add(Room{name, {}, floor, false, false, {}})).id;
    }
    void plan(const QString &given, Id<Room> room)
    {
        const auto person = aPerson().called(given, u"Night"_s).arrived(QDate(2026, 8, 3)).in(desk.made);
        people.append(person);
        auto stay = need(services().records.of<Stay>("person_id", person.id)).first();
        stay.value.roomId = room;
        need(services().people.saveStay(stay, stay.value));
        CheckSeries wanted;
        wanted.personId = person.id;
        wanted.reason = CheckReason::Welfare;
        wanted.rhythm = CheckRhythm::Hours;
        wanted.hours = u"22:00, 02:00"_s;
        wanted.fromAt = desk.made.clock.now();
        wanted.watcherId = services().records.session().staff();
        series.append(need(services().timedChecks.start(wanted)).id);
    }
    enum class As { Manager, ReliefWithoutKnowingBo };
    void begin(As who = As::Manager)
    {
        plan(u"Cara"_s, room(u"201"_s, u"First"_s));
        plan(u"Ann"_s, room(u"102"_s, u"Ground"_s));
        plan(u"Bo"_s, room(u"101"_s, u"Ground"_s));
        if (who == As::ReliefWithoutKnowingBo) {
            need(services().records.add(Restriction{people.last().id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
            signInAs(desk.made, u"Rita Night"_s, Role::Relief);
        }
        desk.made.clock.set(desk.made.clock.resolve(desk.made.clock.today().addDays(1), QTime(2, 15)).earlier);
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        desk.window.activateWindow();
        Screen::settle();
        page = desk.openPlace<ChecksPage>(u"checks"_s);
        REQUIRE(page);
        giveKeys(page->round()->table());
        page->round()->table()->setCurrentCell(0, 2);
    }
    QString cell(int row, int column) const { return page->round()->table()->item(row, column)->text(); }
    int row() const { return page->round()->table()->currentRow(); }
    void key(Qt::Key key)
    {
        QTest::keyClick(page->round()->table(), key);
        Screen::settle();
    }
    QList<Kept<TimedCheck>> done(int which) { return need(services().timedChecks.one(series.at(which))).checks; }
};

} // namespace

TEST_CASE("The round is one list by floor and room, with one key a person, kept at once, and a slip is taken back")
{
    Round at;
    at.begin();
    CHECK(at.cell(0, 0) == u"Ground");
    CHECK(at.cell(0, 1) == u"101");
    CHECK(at.cell(0, 2).startsWith(u"Bo"_s));
    CHECK(at.cell(1, 0).isEmpty()); // the same floor
    CHECK(at.cell(1, 1) == u"102");
    CHECK(at.cell(2, 0) == u"First");
    CHECK(at.cell(0, 3).contains(u"Due at"_s));
    CHECK(at.cell(0, 3).contains(u"1 missed"_s)); // 22:00
    at.key(Qt::Key_S);
    REQUIRE(at.done(2).size() == 1);
    CHECK(at.done(2).first().value.result == CheckResult::Spoke);
    CHECK(at.row() == 1); // the next one has the keys
    at.key(Qt::Key_W);
    CHECK(at.done(1).first().value.result == CheckResult::ChoseNotWoken);
    CHECK(at.row() == 2);
    at.key(Qt::Key_N); // pressed by mistake
    CHECK(at.done(0).size() == 1);
    at.key(Qt::Key_U);
    CHECK(at.done(0).isEmpty());
    CHECK(at.row() == 2);
    CHECK(at.desk.screen.shows(u"Taken back"_s));
    at.key(Qt::Key_B); // asks for the number
    REQUIRE(at.page->rounds()->editor());
    at.desk.screen.type(u"breaths"_s, u"14"_s);
    at.desk.screen.shortcut(QKeySequence::Save);
    Screen::settle();
    REQUIRE(at.done(0).size() == 1);
    CHECK(at.done(0).first().value.breaths == 14);
    CHECK(at.cell(0, 4).contains(u"spoke"_s));
    CHECK(at.desk.screen.shows(u"1 check missed"_s)); // and stays told
}

TEST_CASE("A round that is due makes no sound and is not red")
{
    Round at;
    at.begin();
    auto *strip = at.desk.window.workspace()->findChild<CheckStrip *>();
    REQUIRE(strip);
    CHECK(strip->isVisibleTo(&at.desk.window));
    CHECK(at.desk.screen.shows(u"3 checks of the round are due"_s));
    CHECK(strip->sounded() == 0);
    CHECK(strip->findChildren<QLabel *>().first()->property("look").toString() != u"trouble");
    CHECK(at.page->round()->table()->item(0, 3)->foreground().style() == Qt::NoBrush);
}

TEST_CASE("A restricted resident stands in the round with name and room, without why, and is looked in on like anybody")
{
    Round at;
    at.begin(Round::As::ReliefWithoutKnowingBo);
    CHECK(at.cell(0, 1) == u"101");
    CHECK(at.cell(0, 2).startsWith(u"Bo"_s));
    CHECK(at.cell(0, 5).contains(u"restricted record"_s));
    at.key(Qt::Key_S);
    CHECK(at.cell(0, 4).contains(u"spoke"_s));
}

TEST_CASE("The round fits on one page, with a box for each moment to come, and a resident's checks are printed by series")
{
    Round at;
    at.begin();
    const auto paper = need(print::checkRoundPaper(at.services()));
    CHECK(paper.document.pageCount() == 1);
    CHECK(paper.people.size() == 3);
    const QString text = pdfText(paper.document.toPdf());
    for (const QString &word : {u"Ground"_s, u"101"_s, u"Bo"_s, u"Cara"_s, u"02:00"_s, u"missed"_s})
        CHECK(text.contains(word));
    const QString theirs = pdfText(need(print::personsChecksPaper(at.services(), at.people.at(0).id)).toPdf());
    CHECK(theirs.contains(u"missed"_s));
    CHECK(theirs.contains(u"None was written down"_s));
}

} // namespace keywork::test::ui_check_round_screen_test
