// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/timed_checks.h"
#include "core/services/house/attention.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/checks/check_rounds.h"
#include "ui/pages/checks/checks_page.h"
#include "ui/pages/house/records_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/risk/risk_page.h"
#include "ui/pages/today/today_page.h"
#include "ui/shell/check_strip.h"

namespace keywork::test::ui_timed_checks_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// A check on Ben has been overdue for ten minutes; naloxone was given where `afterNaloxone` says so.
struct Shift {
    Desk desk;
    Kept<Person> ben = aPerson().called(u"Ben"_s, u"Barker"_s).arrived(QDate(2026, 8, 3)).in(desk.made);
    const QDateTime start = desk.made.clock.now();
    Id<CheckSeries> series;

    void begin(bool afterNaloxone = false)
    {
        CheckSeries wanted;
        wanted.personId = ben.id;
        wanted.reason = CheckReason::ChoseNotToGo;
        wanted.fromAt = start;
        wanted.everyMinutes = 15;
        wanted.watcherId = services().records.session().staff();
        wanted.afterNaloxone = afterNaloxone;
        series = need(services().timedChecks.start(wanted)).id;
        desk.made.clock.set(start.addSecs(25 * 60));
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        desk.window.activateWindow();
        Screen::settle();
    }
    Services &services() { return desk.services(); }
    QList<Kept<TimedCheck>> done() { return need(services().timedChecks.one(series)).checks; }
    QString way(const QString &result) const { return u"check-%1-%2"_s.arg(result).arg(series.value); }
    template <class P> P *shown()
    {
        auto *page = desk.window.workspace()->currentPage()->findChild<P *>();
        auto *itself = qobject_cast<P *>(desk.window.workspace()->currentPage());
        REQUIRE((page || itself));
        return itself ? itself : page;
    }
    void press(Qt::Key key)
    {
        QWidget *keys = desk.window.focusWidget();
        REQUIRE(keys);
        QTest::keyClick(keys, key);
        Screen::settle();
    }
};

} // namespace

TEST_CASE("A check is written down in two keys from Today: open the line, and say that they spoke")
{
    Shift at;
    at.begin();
    at.desk.openPlace<TodayPage>(u"today"_s);
    CHECK(at.desk.screen.shows(u"Check overdue"_s));
    CHECK(at.desk.screen.shows(u"10 minutes ago"_s));
    auto *open = qobject_cast<QPushButton *>(at.desk.window.focusWidget());
    REQUIRE(open); // the most pressing line has the keys
    CHECK(open->accessibleName() == u"Check Ben Barker");
    at.press(Qt::Key_Space);
    CHECK(at.shown<ChecksPage>());
    CHECK(at.desk.window.focusWidget()->objectName() == at.way(u"spoke"_s));
    at.press(Qt::Key_Space);
    REQUIRE(at.done().size() == 1);
    CHECK(at.done().first().value.result == CheckResult::Spoke);
    CHECK(at.done().first().value.personId == at.ben.id);
    CHECK(at.desk.screen.shows(u"Next at"_s));
    CHECK(at.desk.window.focusWidget()->objectName() == at.way(u"spoke"_s)); // the next one is as near
}

TEST_CASE("The person's page has the same buttons, on the overview and on Risk")
{
    Shift at;
    at.begin();
    for (const QString &tab : {u"overview"_s, u"risk"_s}) {
        INFO(tab.toStdString());
        at.desk.window.workspace()->visit(residentVisit(at.ben.id.value, tab));
        Screen::settle();
        at.desk.screen.press(at.way(u"roused"_s));
        Screen::settle();
    }
    REQUIRE(at.done().size() == 2);
    CHECK(at.done().last().value.result == CheckResult::Roused);
}

TEST_CASE("Breathing asks how many a minute; after naloxone it is refused beside the field, with the question")
{
    Shift at;
    at.begin(true);
    auto *page = at.desk.openPlace<ChecksPage>(u"checks"_s);
    at.desk.screen.press(at.way(u"breathing_counted"_s));
    REQUIRE(page->rounds()->editor());
    at.desk.screen.type(u"breaths"_s, u"14"_s);
    at.desk.screen.shortcut(QKeySequence::Save);
    CHECK(at.desk.screen.shows(u"did they speak, or could you rouse them?"_s));
    CHECK(at.done().isEmpty());
    at.desk.screen.choose(u"result"_s, u"roused"_s);
    at.desk.screen.shortcut(QKeySequence::Save);
    Screen::settle();
    REQUIRE(at.done().size() == 1);
    CHECK(at.done().first().value.result == CheckResult::Roused);
    CHECK_FALSE(at.done().first().value.breaths.has_value()); // what is not asked is not kept
    CHECK_FALSE(page->rounds()->editor());
}

TEST_CASE("Who could not be roused is acted for at once, and the line stays an emergency")
{
    Shift at;
    at.begin();
    at.desk.openPlace<ChecksPage>(u"checks"_s);
    at.desk.screen.press(at.way(u"could_not_rouse"_s));
    REQUIRE(at.done().size() == 1);
    CHECK(at.desk.screen.shows(u"Could not rouse them"_s));
    at.desk.openPlace<TodayPage>(u"today"_s);
    CHECK(at.desk.screen.shows(u"Press F12 and act now"_s));
}

TEST_CASE("Checks are ended before their time with a reason, and not without one")
{
    Shift at;
    at.begin();
    auto *page = at.desk.openPlace<ChecksPage>(u"checks"_s);
    at.desk.screen.press(u"checksEnd-%1"_s.arg(at.series.value));
    at.desk.screen.shortcut(QKeySequence::Save);
    REQUIRE(page->rounds()->editor()); // it asks why
    at.desk.screen.type(u"ended_why"_s, u"A crew took him to hospital"_s);
    at.desk.screen.shortcut(QKeySequence::Save);
    Screen::settle();
    CHECK(need(at.services().timedChecks.one(at.series)).state.isOver());
    CHECK(page->rounds()->isEmpty());
    CHECK(at.desk.screen.shows(u"No checks are running."_s));
}

TEST_CASE("An overdue check is told on every page, names nobody, and sounds once")
{
    Shift at;
    at.begin();
    at.desk.window.workspace()->openPlace(u"partners"_s);
    Screen::settle();
    auto *strip = at.desk.window.workspace()->findChild<CheckStrip *>();
    REQUIRE(strip);
    CHECK(strip->isVisibleTo(&at.desk.window));
    CHECK(at.desk.screen.shows(u"A timed check is overdue since"_s));
    for (const QLabel *label : strip->findChildren<QLabel *>())
        CHECK_FALSE(label->text().contains(u"Ben"_s));
    CHECK(strip->sounded() == 1);
    strip->look();
    CHECK(strip->sounded() == 1); // once a minute
    at.desk.screen.press(u"openChecks"_s);
    at.desk.screen.press(at.way(u"spoke"_s));
    CHECK_FALSE(strip->isVisibleTo(&at.desk.window));
}

TEST_CASE("Whoever seemed intoxicated is looked after by the clock from the record itself")
{
    Shift at;
    at.begin();
    SeemedIntoxicated seen;
    seen.personId = at.ben.id;
    seen.seenAt = at.desk.made.clock.now();
    seen.signs = u"drowsy"_s;
    const auto kept = need(at.services().records.add(seen));
    at.desk.window.workspace()->openRecord(u"seemed_intoxicated"_s, kept.id.value);
    Screen::settle();
    at.desk.screen.press(u"startChecks"_s);
    auto *page = at.shown<RiskPage>();
    auto *editor = page->list(u"check_series"_s)->editor();
    REQUIRE(editor);
    CHECK(editor->form()->row().text(u"reason"_s) == u"intoxicated");
    CHECK(editor->form()->row().value(u"person_id"_s).toLongLong() == at.ben.id.value);
}

} // namespace keywork::test::ui_timed_checks_screen_test
