// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/restriction.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/drafts.h"
#include "core/services/records/history_reader.h"
#include "core/services/records/records.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/care_plan/care_plan_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/residents/residents_page.h"
#include "ui/print/care_plan_document.h"
#include "ui/shell/find_box.h"
#include "ui/text/words.h"
#include "ui/text/words_history.h"

#include <QListWidget>
#include <QTableView>

namespace keywork::test::shorter_ways_test {

using namespace Qt::StringLiterals;

namespace {

/// Ben is in room 7; room 8 is free.
struct At {
    Desk desk;
    Kept<Room> seven;
    Kept<Person> ben;

    At()
    {
        seven = need(desk.services().records.add(Room{u"7"_s, {}, {}, false, false, {}}));
        need(desk.services().records.add(Room{u"8"_s, {}, {}, false, false, {}}));
        ben = aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3), seven.id).in(desk.made);
    }
    void open()
    {
        desk.window.show();
        desk.window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&desk.window));
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    Workspace &workspace() { return *desk.window.workspace(); }
    QStringList found(const QString &typed)
    {
        workspace().find()->setText(typed);
        workspace().find()->search();
        QStringList lines;
        for (int i = 0; i < workspace().find()->results()->count(); ++i)
            lines.append(workspace().find()->results()->item(i)->text());
        return lines;
    }
    template <class P> P *tab(const QString &id)
    {
        workspace().visit(residentVisit(ben.id.value, id));
        Screen::settle();
        auto *page = qobject_cast<ResidentPage *>(workspace().currentPage());
        REQUIRE(page);
        auto *shown = qobject_cast<P *>(page->currentTab());
        REQUIRE(shown);
        return shown;
    }
};

} // namespace

TEST_CASE("Ctrl+K finds a resident by their birth date, as people type it, and by nothing that is restricted")
{
    At at;
    aPerson().called(u"Lena"_s, u"Fox"_s).born(u"1990-05-06"_s).in(at.desk.made);
    at.open();
    const QString ben = u"Ben Barker · P-0001 · born 3 Feb 1981 · Room 7"_s;
    for (const QString &typed : {u"3/2/1981"_s, u"3 feb 1981"_s, u"1981-02-03"_s}) {
        INFO(typed.toStdString());
        CHECK(at.found(typed).first() == ben);
    }
    CHECK_FALSE(at.found(u"4/2/1981"_s).contains(ben));
    CHECK(at.found(u"6/5/1990"_s).first().startsWith(u"Lena Fox"));
    need(at.desk.services().records.add(Restriction{at.ben.id, u"a colleague's brother"_s, QDate(2026, 9, 1), {}}));
    makeMember(at.desk.made, u"Tomi Okoro"_s, Role::SupportWorker);
    at.desk.window.lock();
    signInWith(at.desk.made, u"Tomi Okoro"_s, kTheirs);
    at.open();
    CHECK(at.found(u"3/2/1981"_s).filter(u"Barker"_s).isEmpty());
    CHECK(at.found(u"room 7"_s).first().startsWith(u"Ben Barker")); // name and room may be known
}

TEST_CASE("Ctrl+K finds a room by its name, with or without the word, and who lives there first")
{
    At at;
    at.open();
    for (const QString &typed : {u"7"_s, u"room 7"_s, u"Room 7"_s}) {
        INFO(typed.toStdString());
        const QStringList lines = at.found(typed);
        REQUIRE(lines.size() >= 2);
        CHECK(lines.at(0) == u"Ben Barker · P-0001 · born 3 Feb 1981 · Room 7");
        CHECK(lines.at(1) == u"Room: 7");
        CHECK(lines.count(u"Room: 7"_s) == 1);
    }
    CHECK(at.found(u"room 8"_s).first() == u"Room: 8"); // nobody
    QTest::keyClick(at.workspace().find(), Qt::Key_Return);
    Screen::settle();
    auto *rooms = qobject_cast<KindsPage *>(at.workspace().currentPage());
    REQUIRE(rooms);
    REQUIRE(rooms->current()->editor());
    CHECK(rooms->current()->editor()->form()->row().text(u"name"_s) == u"8");
}

TEST_CASE("Ctrl+K changes the look of the screen by what people call it")
{
    At at;
    at.open();
    CHECK(at.found(u"dark"_s).contains(u"→ Dark screen"_s));
    CHECK(at.found(u"contrast"_s).contains(u"→ High contrast"_s));
    CHECK(at.found(u"text size"_s).contains(u"→ Larger text"_s));
    REQUIRE(at.found(u"dark"_s).first() == u"→ Dark screen");
    QTest::keyClick(at.workspace().find(), Qt::Key_Return);
    Screen::settle();
    CHECK(Theme::kind() == Theme::Kind::Dark);
    REQUIRE(at.found(u"light screen"_s).first() == u"→ Light screen");
    QTest::keyClick(at.workspace().find(), Qt::Key_Return);
    Screen::settle();
    CHECK(Theme::kind() == Theme::Kind::Light);
}

TEST_CASE("The list of rooms says who lives in them, is found by it, and tells nobody outside")
{
    At at;
    at.open();
    auto *page = at.desk.openPlace<KindsPage>(u"room-lists"_s);
    RecordTableModel *model = page->current()->table()->model();
    const int last = model->columnCount() - 1;
    CHECK(model->headerData(last, Qt::Horizontal, Qt::DisplayRole).toString() == u"Who lives there");
    const auto lives = [&](const Kept<Room> &room) { return model->index(model->rowOf(room.id.value), last).data().toString(); };
    CHECK(lives(at.seven) == u"Ben Barker");
    CHECK_FALSE(model->labels().contains(u"Who lives there"_s)); // what leaves as a file names nobody
    CHECK_FALSE(need(model->csv()).contains(u"Barker"_s));
    page->current()->table()->filter()->setText(u"barker"_s);
    CHECK(model->rowCount() == 1);
    page->current()->table()->filter()->clear();
    auto stay = *need(at.desk.services().people.line(at.ben.id)).stay;
    stay.value.leftOn = QDate(2026, 9, 14);
    stay.value.destination = {u"friends"_s};
    need(at.desk.services().people.saveStay(stay, stay.value));
    Screen::settle();
    CHECK(lives(at.seven).isEmpty()); // the list that is open learns of it
}

TEST_CASE("Letters typed on a list filter it; Down leads into it, Escape takes the filter away")
{
    At at;
    aPerson().called(u"Lena"_s, u"Fox"_s).arrived(QDate(2026, 9, 1)).in(at.desk.made);
    at.open();
    auto *page = at.desk.openPlace<ResidentsPage>(u"residents"_s);
    REQUIRE(page->view()->model()->rowCount() == 2);
    REQUIRE(at.desk.window.focusWidget() == page->view());
    QTest::keyClick(page->view(), Qt::Key_F);
    auto *filter = qobject_cast<QLineEdit *>(at.desk.window.focusWidget());
    REQUIRE(filter);
    QTest::keyClicks(filter, u"ox"_s);
    CHECK(filter->text() == u"fox");
    CHECK(page->view()->model()->rowCount() == 1);
    QTest::keyClick(filter, Qt::Key_Down);
    CHECK(at.desk.window.focusWidget() == page->view());
    QTest::keyClick(page->view(), Qt::Key_Backspace);
    CHECK(filter->text() == u"fo");
    QTest::keyClick(filter, Qt::Key_Escape);
    CHECK(filter->text().isEmpty());
    CHECK(page->view()->model()->rowCount() == 2);
    CHECK(at.desk.window.focusWidget() == page->view());
    QTest::keyClick(page->view(), Qt::Key_F, Qt::ControlModifier); // a key of its own, no letter
    CHECK(filter->text().isEmpty());

    auto *rooms = at.desk.openPlace<KindsPage>(u"room-lists"_s);
    RecordTable *table = rooms->current()->table();
    table->view()->setFocus();
    QTest::keyClick(table->view(), Qt::Key_8);
    CHECK(table->filter()->text() == u"8");
    CHECK(table->model()->rowCount() == 1);
    QTest::keyClick(table->filter(), Qt::Key_Return);
    Screen::settle();
    REQUIRE(rooms->current()->editor());
    CHECK(rooms->current()->editor()->form()->row().text(u"name"_s) == u"8");
}

TEST_CASE("Save and add another keeps the one and opens the form of the next; a save that has to ask first still does")
{
    At at;
    at.open();
    at.desk.openPlace<KindsPage>(u"room-lists"_s);
    at.desk.screen.press(u"new"_s);
    at.desk.screen.type(u"name"_s, u"7"_s);
    at.desk.screen.press(u"saveAndAnother"_s); // there is a 7
    CHECK(at.desk.screen.find<QLineEdit>(u"name"_s)->text() == u"7");
    at.desk.screen.type(u"name"_s, u"9"_s);
    at.desk.screen.press(u"saveAndAnother"_s);
    auto *name = at.desk.screen.find<QLineEdit>(u"name"_s);
    CHECK(name->text().isEmpty());
    CHECK(at.desk.window.focusWidget() == name);
    at.desk.screen.type(u"name"_s, u"10"_s);
    QTest::keyClick(at.desk.window.focusWidget(), Qt::Key_S, Qt::ControlModifier); // and no more
    Screen::settle();
    CHECK(at.desk.window.findChildren<QPushButton *>(u"saveAndAnother"_s).isEmpty());
    CHECK(need(at.desk.services().records.all<Room>()).size() == 4);
}

TEST_CASE("Steps of a plan are typed one after the other, and one that is overdue says so in words")
{
    At at;
    Goal goal;
    goal.statement = u"Paint again"_s;
    goal.area = Area::MeaningfulTime;
    const QString thread = need(at.desk.services().plans.saveGoal(at.ben.id, goal));
    at.open();
    auto *page = at.tab<CarePlanPage>(u"plan"_s);
    page->showArea(goal.area);
    page->editStep(thread, {});
    Screen::settle();
    at.desk.screen.type(u"what"_s, u"Ask about the studio"_s);
    at.desk.screen.type(u"due_on"_s, u"16/9/2026"_s);
    at.desk.screen.press(u"saveAndAnother"_s);
    CHECK(at.desk.screen.find<QLineEdit>(u"what"_s)->text().isEmpty());
    at.desk.screen.type(u"what"_s, u"Buy brushes"_s);
    at.desk.screen.press(u"save"_s);
    CHECK(at.desk.screen.shows(u"Ask about the studio"_s));
    CHECK(at.desk.screen.shows(u"Buy brushes"_s));
    CHECK_FALSE(at.desk.screen.shows(u"Overdue"_s));
    at.desk.made.clock.set(kNow.addDays(2));
    at.tab<CarePlanPage>(u"plan"_s)->showArea(goal.area);
    CHECK_FALSE(at.desk.screen.shows(u"Overdue"_s)); // on its day it is due
    at.desk.made.clock.set(kNow.addDays(3));
    at.tab<CarePlanPage>(u"plan"_s)->showArea(goal.area);
    Screen::settle();
    CHECK(at.desk.screen.shows(u"Overdue since 16 Sep"_s));
    const auto plan = *need(at.desk.services().plans.planOf(at.ben.id));
    for (const AreaView &area : plan.current.areas)
        for (const GoalView &view : area.goals)
            for (const StepView &step : view.steps)
                need(at.desk.services().plans.noteStep(at.ben.id, step.step.value.thread, StepStatus::Completed, {}));
    Screen::settle();
    CHECK_FALSE(at.desk.screen.shows(u"Overdue"_s)); // done
}

TEST_CASE("A save in Settings stays there, with the keys where they were")
{
    At at;
    at.open();
    at.workspace().openPlace(u"house"_s);
    Screen::settle();
    at.desk.screen.type(u"telephone"_s, u"020 7946 0123"_s);
    at.desk.screen.shortcut(QKeySequence::Save);
    CHECK(at.workspace().bookmark().visit.place == u"house");
    CHECK(at.desk.screen.shows(u"Saved"_s));
    CHECK(at.desk.made.hostel->house().telephone == u"020 7946 0123");
    CHECK(at.desk.window.focusWidget()->objectName() == u"telephone");
    at.desk.screen.type(u"telephone"_s, u"020 7946 0456"_s); // and once more
    at.desk.screen.press(u"save"_s);
    CHECK(at.desk.made.hostel->house().telephone == u"020 7946 0456");
    CHECK(at.workspace().bookmark().visit.place == u"house");
}

TEST_CASE("A stay that was half typed opens from Today as it was, with the keys at its first words")
{
    At at;
    at.open();
    at.workspace().visit(residentVisit(at.ben.id.value, u"lists"_s, {u"stay"_s, 0}));
    Screen::settle();
    at.desk.screen.type(u"escape_plan"_s, u"Down the back stairs, with the wheelchair"_s);
    at.workspace().openPlace(u"today"_s);
    Screen::settle();
    REQUIRE(at.desk.screen.shows(u"Stay · Ben Barker"_s));
    for (QPushButton *open : at.workspace().currentPage()->findChildren<QPushButton *>())
        if (open->accessibleName() == u"Open: Not saved") {
            open->click();
            break;
        }
    Screen::settle();
    CHECK(at.desk.screen.find<QPlainTextEdit>(u"escape_plan"_s)->toPlainText() == u"Down the back stairs, with the wheelchair");
    CHECK(at.desk.window.focusWidget()->objectName() == u"escape_plan");
}

TEST_CASE("What comes back takes no keys away from whoever is busy elsewhere")
{
    At at;
    at.open();
    at.tab<Page>(u"record"_s);
    at.desk.screen.type(u"telephone"_s, u"07700 900123"_s);
    at.workspace().openPlace(u"today"_s);
    Screen::settle();
    at.workspace().visit(residentVisit(at.ben.id.value, u"record"_s));
    at.workspace().find()->setFocus(); // Ctrl+K before the page has settled
    Screen::settle();
    CHECK(at.desk.window.focusWidget() == at.workspace().find());
    CHECK(at.desk.screen.shows(u"This was typed earlier and not saved yet."_s));
    // Asked for, they go there.
    at.workspace().visit(residentVisit(at.ben.id.value, u"record"_s, {u"person"_s, at.ben.id.value}));
    Screen::settle();
    CHECK(at.desk.window.focusWidget()->objectName() == u"telephone");
}

TEST_CASE("A line of the history says which area of the plan it is about, for words, goals and steps")
{
    At at;
    Goal goal;
    goal.statement = u"Paint again"_s;
    goal.area = Area::Debt;
    const QString thread = need(at.desk.services().plans.saveGoal(at.ben.id, goal));
    Step step;
    step.what = u"Ring the bank"_s;
    need(at.desk.services().plans.saveStep(at.ben.id, thread, step, {{StepActor::Resident, {}}}));
    CarePlanArea words;
    words.area = Area::Health;
    words.ownWords = u"I want to breathe"_s;
    need(at.desk.services().plans.saveArea(at.ben.id, words));
    const Records &records = at.desk.services().records;
    QStringList sentences;
    for (const HistoryLine &line : need(at.desk.services().history.ofPerson(at.ben.id.value, true, 50)))
        sentences.append(words::historySentence(line, records.choices(), records.clock()));
    const auto begins = [&sentences](const QString &start) {
        return std::any_of(sentences.cbegin(), sentences.cend(), [&start](const QString &sentence) { return sentence.startsWith(start); });
    };
    INFO(sentences.join(u'\n').toStdString());
    const QString debt = words::labelFor(Area::Debt);
    CHECK(begins(u"Goal · "_s + debt + u" · "_s));
    CHECK(begins(u"Step · "_s + debt + u" · "_s));
    CHECK(begins(u"Area of a care plan · "_s + words::labelFor(Area::Health) + u" · "_s));
    CHECK(begins(u"Stay · "_s)); // which is of no area
}

TEST_CASE("In the foot of a discreet copy nothing stands over the name")
{
    PlanSnapshot snapshot;
    snapshot.planNumber = u"CP-0001"_s;
    snapshot.version = 12;
    snapshot.person = u"Bartholomew Featherstonehaugh-Cholmondeley"_s;
    snapshot.hostel = u"Cairn Street Hostel"_s;
    const QByteArray pdf = print::carePlanDocument(snapshot, u"7f3a-91c2-e04d"_s, print::CopyKind::Discreet).toPdf();
    REQUIRE_FALSE(pdf.isEmpty());
    QStringList lines;
    for (const QString &line : pdfText(pdf).split(u'\n'))
        if (const QString words = line.simplified(); !words.isEmpty())
            lines.append(words);
    const QStringList foot = lines.filter(u"discreet copy"_s);
    REQUIRE(foot.size() == 1);
    CHECK(foot.first() == u"Plan CP-0001 v12 · fingerprint 7f3a-91c2-e04d · discreet copy Page 1 of 1");
    const qsizetype at = lines.indexOf(foot.first());
    REQUIRE(at > 0);
    CHECK(lines.at(at - 1) == snapshot.person); // whole, in a line of its own
}

} // namespace keywork::test::shorter_ways_test
