// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/health.h"
#include "core/services/care/care_plans.h"
#include "core/services/care/keywork.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "tests/support/large_text.h"
#include "tests/support/services.h"
#include "ui/forms/record_form.h"
#include "ui/pages/keywork/area_notes.h"
#include "ui/pages/keywork/keywork_page.h"
#include "ui/pages/keywork/session_form.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/substance_use/review_form.h"
#include "ui/pages/substance_use/substance_use_page.h"
#include "ui/print/keywork_document.h"
#include "ui/print/ruler_chart.h"
#include "ui/text/words.h"

#include <QCheckBox>
#include <QSpinBox>

namespace keywork::test::keywork_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// Monday 14 September 2026, 9:42 in the house; Ben has a goal in his plan.
struct SideRoom {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(QDate(2026, 9, 1)).in(desk.made);
    QString goal;

    SideRoom()
    {
        Goal health;
        health.area = Area::Health;
        health.statement = u"See the clinic"_s;
        goal = need(services().plans.saveGoal(ben.id, health));
    }
    Services &services() { return desk.services(); }
    Screen &screen() { return desk.screen; }
    void enter()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    KeyworkPage *tab(const RecordRef &record = {})
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, u"keywork"_s, record));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<KeyworkPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    void typeHere(const QString &words)
    {
        QWidget *keys = desk.window.focusWidget();
        REQUIRE(keys);
        QTest::keyClicks(keys, words);
        Screen::settle();
    }
    QList<Kept<KeyworkSession>> sessions() { return need(services().keyworkSessions.of(ben.id)); }
};

} // namespace

TEST_CASE("A session of ten notes is typed without the mouse, saved in one commit and read back after reopening")
{
    SideRoom here;
    here.enter();
    KeyworkPage *page = here.tab();
    auto *start = here.screen().find<QPushButton>(u"startSession"_s);
    start->setFocus();
    QTest::keyClick(start, Qt::Key_Space);
    Screen::settle();
    REQUIRE(page->form());
    here.typeHere(u"first of "_s); // the keys are in the notes at once
    for (int i = 1; i <= 8; ++i) {
        if (i > 1)
            here.screen().shortcut(QKeySequence(u"Alt+%1"_s.arg(i)));
        here.typeHere(u"note %1"_s.arg(i));
    }
    here.screen().shortcut(QKeySequence(u"Alt+2"_s)); // the note of that area
    here.screen().shortcut(QKeySequence(u"Alt+2"_s)); // another one
    here.typeHere(u"note 9"_s);
    here.screen().shortcut(QKeySequence(u"Alt+2"_s));
    here.typeHere(u"note 10"_s);
    auto *matters = here.screen().find<QSpinBox>(u"importance"_s);
    matters->setValue(7);
    matters->setFocus();
    QTest::keyClick(matters, Qt::Key_Up);
    here.screen().shortcut(QKeySequence(u"Alt+9"_s));
    here.typeHere(u"Ring the clinic"_s);
    auto *into = here.screen().find<QPushButton>(u"intoPlan"_s);
    into->setFocus();
    QTest::keyClick(into, Qt::Key_Space);
    here.screen().type(u"nextWhen"_s, u"23/9/2026 11:00"_s);
    here.desk.made.clock.set(kNow.addSecs(22 * 60));
    here.screen().shortcut(QKeySequence::Save);
    CHECK_FALSE(page->form());
    CHECK(here.screen().shows(u"Next keywork"_s));
    here.desk.window.lock();
    here.desk.made.reopen();
    const auto sessions = here.sessions();
    REQUIRE(sessions.size() == 2);
    CHECK(sessions.first().value.isPlanned());
    const auto view = need(here.services().keyworkSessions.read(sessions.last().id));
    CHECK(view.session.value.outcome == KeyworkOutcome::Held);
    CHECK(view.session.value.minutes == 22);
    CHECK(view.session.value.importance == 8);
    CHECK_FALSE(view.session.value.confidence.has_value());
    QStringList words;
    for (const auto &note : view.notes)
        words.append(note.value.text);
    QStringList typed;
    for (int i = 1; i <= 10; ++i)
        typed.append((i == 1 ? u"first of "_s : QString()) + u"note %1"_s.arg(i));
    CHECK(words == typed);
    CHECK(view.notes.first().value.area == Area::SubstanceUse);
    CHECK(view.notes.last().value.area == Area::Health);
    REQUIRE(view.agreed.size() == 1);
    CHECK_FALSE(view.agreed.first().value.stepThread.isEmpty());
    CHECK(need(here.services().records.all<Step>()).size() == 1);
}

TEST_CASE("Pause leaves the session, and what was typed waits")
{
    SideRoom here;
    here.enter();
    KeyworkPage *page = here.tab();
    here.screen().press(u"startSession"_s);
    here.screen().shortcut(QKeySequence(u"Alt+1"_s));
    here.typeHere(u"Used Saturday"_s);
    here.screen().press(u"talked-not_alone"_s);
    here.screen().press(u"pauseSession"_s);
    CHECK_FALSE(page->form());
    CHECK(here.sessions().isEmpty());
    here.screen().press(u"startSession"_s);
    CHECK(here.screen().find<QPlainTextEdit>(u"note-substance_use"_s)->toPlainText() == u"Used Saturday"_s);
    CHECK(here.screen().find<QCheckBox>(u"talked-not_alone"_s)->isChecked());
    here.desk.made.clock.set(kNow.addSecs(60));
    here.screen().press(u"finishSession"_s);
    CHECK(here.sessions().size() == 1);
    here.screen().press(u"startSession"_s);
    CHECK(page->form()->notes()->parts().isEmpty()); // the draft went with the save
}

TEST_CASE("What is wrong stands beside its field, and nothing is kept")
{
    SideRoom here;
    here.enter();
    KeyworkPage *page = here.tab();
    here.screen().press(u"startSession"_s);
    here.screen().type(u"minutes"_s, u"2000"_s);
    here.screen().press(u"finishSession"_s);
    REQUIRE(page->form());
    CHECK(here.sessions().isEmpty());
    here.screen().type(u"minutes"_s, u"20"_s);
    here.screen().type(u"nextWhen"_s, u"some time"_s);
    here.screen().press(u"finishSession"_s);
    REQUIRE(page->form());
    CHECK(here.sessions().isEmpty());
    here.screen().type(u"nextWhen"_s, u"16/9/2026 11:00"_s);
    here.screen().shortcut(QKeySequence(u"Alt+3"_s));
    page->form()->notes()->findChild<QPlainTextEdit *>(u"note-debt"_s)->setPlainText(QString(60'000, u'x'));
    here.screen().press(u"finishSession"_s);
    REQUIRE(page->form());
    CHECK(here.sessions().isEmpty());
    page->form()->notes()->findChild<QPlainTextEdit *>(u"note-debt"_s)->setPlainText(u"Two letters opened."_s);
    here.screen().press(u"finishSession"_s);
    CHECK_FALSE(page->form());
    CHECK(here.sessions().size() == 2);
}

TEST_CASE("A planned session is missed with one press, cancelled with a reason, or started")
{
    SideRoom here;
    const auto planned = [&](const QDateTime &at) {
        KeyworkSession session;
        session.personId = here.ben.id;
        session.staffId = here.services().records.session().staff();
        session.startsAt = at;
        return need(here.services().records.add(session));
    };
    const auto first = planned(kNow.addDays(-1));
    const auto second = planned(kNow.addSecs(-1200));
    const auto third = planned(kNow.addDays(3));
    here.enter();
    KeyworkPage *page = here.tab();
    const auto named = [](const QString &what, const Kept<KeyworkSession> &one) { return what + u'-' + QString::number(one.id.value); };
    const auto outcome = [&](const Kept<KeyworkSession> &one) { return need(here.services().records.one(one.id)).value.outcome; };
    here.screen().press(named(u"missed"_s, first));
    QTest::qWait(1);
    Screen::settle();
    CHECK(outcome(first) == KeyworkOutcome::Missed);
    here.screen().press(named(u"cancelled"_s, third));
    here.screen().press(named(u"keepCancelled"_s, third));
    QTest::qWait(1);
    Screen::settle();
    CHECK(outcome(third) == KeyworkOutcome::Planned); // without a reason it stays
    here.screen().type(named(u"cancelledWhy"_s, third), u"has an interview"_s);
    here.screen().press(named(u"keepCancelled"_s, third));
    QTest::qWait(1);
    Screen::settle();
    CHECK(outcome(third) == KeyworkOutcome::CancelledByThem);
    here.screen().press(named(u"startPlanned"_s, second));
    REQUIRE(page->form());
    here.desk.made.clock.set(kNow.addSecs(600));
    here.screen().press(u"finishSession"_s);
    const auto held = need(here.services().records.one(second.id)).value;
    CHECK(held.outcome == KeyworkOutcome::Late); // it began twenty minutes after the plan
    CHECK(held.plannedFor == kNow.addSecs(-1200));
    CHECK(held.startsAt == kNow);
    CHECK(held.minutes == 10);
}

TEST_CASE("The rulers over time say in words what they draw, and leave a gap where nobody asked")
{
    const QList<RulerPoint> points{{QDate(2026, 9, 1), 8, 3}, {QDate(2026, 9, 8), {}, {}}, {QDate(2026, 9, 14), 8, 5}};
    CHECK(rulersText(points)
        == u"1 Sep 2026: matters 8, sure 3\n8 Sep 2026: matters not asked, sure not asked\n14 Sep 2026: matters 8, sure 5"_s);
    CHECK(rulersText({}).isEmpty());
}

TEST_CASE("A figure that is typed after a click on “not asked” is taken")
{
    SideRoom here;
    here.enter();
    KeyworkPage *page = here.tab();
    here.screen().press(u"startSession"_s);
    auto *matters = here.screen().find<QSpinBox>(u"importance"_s);
    auto *typed = matters->findChild<QLineEdit *>();
    REQUIRE(typed);
    matters->setFocus();
    typed->setCursorPosition(3); // where a click in the words leaves it
    REQUIRE_FALSE(typed->hasSelectedText());
    QTest::keyClicks(matters, u"7"_s);
    CHECK(matters->value() == 7);
    QTest::keyClick(matters, Qt::Key_Home);
    QTest::keyClick(matters, Qt::Key_Delete); // taken back
    QTest::keyClicks(matters, u"10"_s);
    CHECK(matters->value() == 10);
    here.desk.made.clock.set(kNow.addSecs(600));
    here.screen().press(u"finishSession"_s);
    REQUIRE_FALSE(page->form());
    CHECK(here.sessions().first().value.importance == 10);
}

TEST_CASE("A session that is finished says so when it is opened again, and no clock runs")
{
    SideRoom here;
    KeyworkSession session;
    session.personId = here.ben.id;
    session.staffId = here.services().records.session().staff();
    session.startsAt = kNow.addDays(-2);
    session.outcome = KeyworkOutcome::Held;
    session.minutes = 25;
    const auto kept = need(here.services().records.add(session));
    here.enter();
    KeyworkPage *page = here.tab({u"keywork_session"_s, kept.id.value});
    REQUIRE(page->form());
    CHECK(here.screen().shows(u"Finished"_s));
    CHECK_FALSE(here.screen().shows(u"Kept as you type"_s));
    const QString facts = here.screen().find<QLabel>(u"sessionFacts"_s)->text();
    CHECK(facts.contains(u"Sat 12 Sep"_s));
    CHECK(facts.contains(u"25 min"_s));
    CHECK_FALSE(facts.contains(u"started"_s));
    CHECK(here.screen().find<QPushButton>(u"finishSession"_s)->text().contains(u"correction"_s));
    here.screen().press(u"pauseSession"_s);
    here.screen().press(u"startSession"_s);
    CHECK(here.screen().shows(u"Kept as you type"_s));
}

TEST_CASE("A change in use leads to the short review as of the session's day, and the session waits")
{
    SideRoom here;
    here.enter();
    KeyworkPage *page = here.tab();
    here.screen().press(u"startSession"_s);
    here.screen().type(u"starts_at"_s, u"12/9/2026 11:00"_s); // entered afterwards
    here.screen().shortcut(QKeySequence(u"Alt+1"_s));
    here.typeHere(u"Smoked, not injected."_s);
    here.screen().press(u"shortReview"_s);
    QTest::qWait(1);
    Screen::settle();
    auto *resident = qobject_cast<ResidentPage *>(here.desk.window.workspace()->currentPage());
    REQUIRE(resident);
    auto *use = qobject_cast<SubstanceUsePage *>(resident->currentTab());
    REQUIRE(use);
    REQUIRE(use->form());
    CHECK(use->form()->editor()->form()->row().text(u"as_on"_s) == u"2026-09-12"_s);
    here.desk.window.workspace()->back();
    Screen::settle();
    page = here.tab();
    if (!page->form())
        here.screen().press(u"startSession"_s);
    CHECK(here.screen().find<QPlainTextEdit>(u"note-substance_use"_s)->toPlainText() == u"Smoked, not injected."_s);
}

TEST_CASE("The header names the next keywork, and the page says why it waits")
{
    SideRoom here;
    KeyworkSession session;
    session.personId = here.ben.id;
    session.staffId = here.services().records.session().staff();
    session.startsAt = kNow.addDays(2).addSecs(18 * 60);
    need(here.services().records.add(session));
    here.enter();
    here.tab();
    const QString at = words::time(here.desk.made.clock.local(session.startsAt));
    CHECK(here.screen().find<QLabel>(u"headerNextKeywork"_s)->text() == u"Next keywork Wed 16 Sep "_s + at);
    CHECK_FALSE(here.screen().shows(u"waits:"_s));
    need(here.services().records.add(HospitalStay{.personId = here.ben.id, .admittedOn = QDate(2026, 9, 13), .hospital = u"Kingston"_s}));
    Screen::settle();
    here.tab();
    CHECK(here.screen().find<QLabel>(u"nextKeywork"_s)->text().contains(u"waits: in hospital since 13 Sep"_s));
}

TEST_CASE("At large text in a small window the list of sessions is no wider than the page, however much its lines say")
{
    const TextSize size(150);
    SideRoom here;
    KeyworkSession session;
    session.personId = here.ben.id;
    session.staffId = here.services().records.session().staff();
    session.startsAt = kNow.addDays(-2);
    session.outcome = KeyworkOutcome::Held;
    session.minutes = 45;
    session.place = u"the side room behind the kitchen, with the door ajar and the dog on the mat"_s;
    const auto kept = need(here.services().records.add(session));
    here.enter();
    here.desk.window.resize(1024, 768);
    here.tab();
    QTest::qWait(20);
    Screen::settle();
    const auto *line = here.screen().find<QPushButton>(u"session-"_s + QString::number(kept.id.value));
    CHECK(line->width() <= here.desk.window.width());
    CHECK(line->height() >= line->heightForWidth(line->width())); // the whole of it
    const QWidget *page = here.desk.window.workspace()->currentPage();
    CHECK(page->width() <= page->parentWidget()->width());
}

} // namespace keywork::test::keywork_screen_test
