// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/watch_call.h"
#include "tests/support/desk.h"
#include "tests/support/treatment.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/today/collections_today.h"
#include "ui/pages/today/today_page.h"
#include "ui/pages/treatment/day_strip_view.h"
#include "ui/pages/treatment/dose_steps_view.h"
#include "ui/pages/treatment/gap_card.h"
#include "ui/pages/treatment/renewals_page.h"
#include "ui/pages/treatment/treatment_page.h"

#include <QAccessible>

namespace keywork::test::treatment_page_test {

using namespace Qt::StringLiterals;

namespace {

/// Ben's tab Treatment on Monday 14 September 2026.
struct InTreatment {
    Desk desk;
    TreatedPerson treated{desk.made};

    Services &services() { return desk.services(); }
    Screen &screen() { return desk.screen; }
    void open()
    {
        if (desk.window.workspace())
            return;
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    TreatmentPage *page()
    {
        open();
        desk.window.workspace()->visit(residentVisit(treated.ben.id.value, u"treatment"_s));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<TreatmentPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    /// Ends the names of the course's controls.
    QString course() const { return QString::number(treated.first.id.value); }
    QList<Kept<Collection>> of(QDate dueOn)
    {
        return need(
            services().records.all<Collection>({.filters = {{u"due_on"_s, Filter::Comparison::Equals, dueOn.toString(Qt::ISODate)}}}));
    }
};

QString stateOn(const DayStripView *strip, QDate day)
{
    for (const StripDay &one : strip->days())
        if (one.on == day)
            return stripWord(one.state);
    return u"not there"_s;
}

} // namespace

TEST_CASE("The strip tells each day: collected, not collected with the Sunday after it, covered, the gap, and the next prescription")
{
    InTreatment at;
    TreatmentPage *page = at.page();
    auto *strip = at.screen().find<DayStripView>(u"strip-"_s + at.course(), page);
    REQUIRE(strip->days().size() == 29);
    CHECK(strip->days().first().on == QDate(2026, 8, 31));
    for (QDate day(2026, 8, 31); day <= QDate(2026, 9, 10); day = day.addDays(1)) {
        INFO(day.toString(Qt::ISODate).toStdString());
        CHECK(stateOn(strip, day) == u"picked up");
    }
    for (const int day : {11, 12, 13})
        CHECK(stateOn(strip, QDate(2026, 9, day)) == u"not collected");
    for (const int day : {14, 15, 16})
        CHECK(stateOn(strip, QDate(2026, 9, day)) == u"covered");
    for (const int day : {17, 18, 19, 20})
        CHECK(stateOn(strip, QDate(2026, 9, day)) == u"gap");
    for (const int day : {21, 28})
        CHECK(stateOn(strip, QDate(2026, 9, day)) == u"covered");
    CHECK(strip->accessibleDescription().count(u'\n') == 28); // every day in words
    CHECK(strip->accessibleDescription().contains(u"Thu 17 Sep 2026: gap. No prescription covers it."_s));
    CHECK(strip->accessibleDescription().contains(u"Today, Mon 14 Sep 2026: covered"_s));
}

TEST_CASE("The gap that is coming stands on top with its days, the number to ring and the way into the confirmation")
{
    InTreatment at;
    TreatmentPage *page = at.page();
    CHECK(at.screen().find<QLabel>(u"gapTitle"_s, page)->text() == u"A gap is coming: methadone, Thu 17 Sep to Sun 20 Sep"_s);
    CHECK(at.screen().shows(u"4 days with no prescription"_s));
    CHECK(at.screen().find<QPushButton>(u"ringService"_s, page)->text() == u"Ring Wellbeing 020 7946 0100"_s);
    const QString sentence = at.screen().find<QLabel>(u"gapSentence"_s, page)->text();
    CHECK(sentence.startsWith(u"The current prescription ends Wed 16 Sep. The next, from Dr Hale, starts Mon 21 Sep. "_s));
    CHECK(sentence.contains(u"Last known dose Thu 10 Sep, supervised, told by High St Pharmacy."_s));
    at.screen().press(u"recordArranged"_s, page);
    Screen::settle();
    RecordsPage *list = page->page(u"script_confirmation"_s);
    REQUIRE(list);
    REQUIRE(list->editor());
    at.screen().type(u"until_on"_s, u"20/9/2026"_s, list->editor());
    at.screen().type(u"by_whom"_s, u"J. Amos"_s, list->editor());
    at.screen().press(u"save"_s, list->editor());
    const auto confirmed = need(at.services().records.all<ScriptConfirmation>());
    REQUIRE(confirmed.size() == 1);
    CHECK(confirmed.first().value.prescriptionId == at.treated.now.id);
    CHECK(confirmed.first().value.confirmedOn == QDate(2026, 9, 14));
    const auto after = need(at.services().treatment.of(at.treated.ben.id, QDate(2026, 9, 14)));
    REQUIRE(after.gap);
    CHECK(after.gap->gap.from == QDate(2026, 10, 5)); // after the next prescription, too far ahead to be spoken of
    page = at.page();
    CHECK(page->findChild<QLabel *>(u"gapTitle"_s) == nullptr);
}

TEST_CASE("Three dose days in a row without a dose say to ring now, and not to encourage the usual dose")
{
    InTreatment at;
    TreatmentPage *page = at.page();
    CHECK(at.screen().find<QLabel>(u"missedDoses"_s, page)->text()
        == u"Ring the drug service now: the prescriber must reassess. Don't encourage collecting the usual dose."_s);
    CHECK(at.screen().shows(u"3 dose days in a row without a dose held"_s));
    CHECK(at.screen().find<QPushButton>(u"ringNow"_s, page)->text() == u"Ring Wellbeing 020 7946 0100"_s);
}

TEST_CASE("The emergency says that a colleague rang about it already, with the answer")
{
    InTreatment at;
    const QDateTime now = at.services().records.clock().now();
    WatchCall call;
    call.ruleCode = u"doses_missed"_s;
    call.subjectKind = u"person"_s;
    call.subjectRecord = at.treated.ben.id.value;
    call.personId = at.treated.ben.id;
    call.rungAt = now.addSecs(-600);
    call.answer = u"Jo at Wellbeing, the prescriber rings back"_s;
    call.againAt = now.addSecs(3600);
    need(at.services().records.add(call));
    CHECK(at.screen().find<QLabel>(u"rungAbout"_s, at.page())->text().contains(u"the prescriber rings back"_s));
}

TEST_CASE("One press keeps today's collection at once, says what was pressed, and is put right with another")
{
    InTreatment at;
    const QDate today(2026, 9, 14);
    TreatmentPage *page = at.page();
    CHECK(at.of(today).isEmpty());
    at.screen().press(u"pickedUp-"_s + at.course(), page);
    Screen::settle();
    REQUIRE(at.of(today).size() == 1);
    CHECK(at.of(today).first().value.outcome == CollectionOutcome::Collected);
    page = at.page();
    CHECK(at.screen().find<QLabel>(u"recorded-"_s + at.course(), page)->text() == u"Recorded: Collected"_s);
    CHECK(stateOn(at.screen().find<DayStripView>(u"strip-"_s + at.course(), page), today) == u"picked up");
    at.screen().press(u"notCollected-"_s + at.course(), page);
    Screen::settle();
    REQUIRE(at.of(today).size() == 1); // the same one, with its history
    CHECK(at.of(today).first().value.outcome == CollectionOutcome::NotCollected);
    CHECK(at.of(today).first().version == 2);
    page = at.page();
    at.screen().press(u"putRight-"_s + at.course(), page);
    Screen::settle();
    REQUIRE(page->page(u"collection"_s)->editor());
}

TEST_CASE("After a press the keys are where it can be put right")
{
    InTreatment at;
    TreatmentPage *page = at.page();
    auto *pickedUp = at.screen().find<QPushButton>(u"pickedUp-"_s + at.course(), page);
    pickedUp->setFocus();
    QTest::keyClick(pickedUp, Qt::Key_Space);
    Screen::settle();
    REQUIRE(at.desk.window.focusWidget());
    CHECK(at.desk.window.focusWidget()->objectName() == u"putRight-"_s + at.course());
}

TEST_CASE("The days are gone through with the keys, said as they are chosen, and opened with Enter")
{
    InTreatment at;
    TreatmentPage *page = at.page();
    auto *strip = at.screen().find<DayStripView>(u"strip-"_s + at.course(), page);
    strip->setFocus();
    QTest::keyClick(strip, Qt::Key_Left); // from today
    CHECK(strip->chosen() == QDate(2026, 9, 13));
    CHECK(at.screen().find<QLabel>(u"stripDay-"_s + at.course(), page)->text().startsWith(u"Sun 13 Sep 2026: not collected"_s));
    CHECK(QAccessible::queryAccessibleInterface(strip)->text(QAccessible::Name).contains(u"Sun 13 Sep 2026: not collected"_s));
    QTest::keyClick(strip, Qt::Key_End);
    CHECK(strip->chosen() == QDate(2026, 9, 28));
    QTest::keyClick(strip, Qt::Key_Right);
    CHECK(strip->chosen() == QDate(2026, 9, 28));
    QTest::keyClick(strip, Qt::Key_Home);
    CHECK(strip->chosen() == QDate(2026, 8, 31));
    strip->choose(QDate(2026, 9, 13)); // a Sunday belongs to the collection of Saturday
    QTest::keyClick(strip, Qt::Key_Return);
    Screen::settle();
    RecordEditor *editor = page->page(u"collection"_s)->editor();
    REQUIRE(editor);
    CHECK(at.screen().find<QLineEdit>(u"due_on"_s, editor)->text().contains(u"12 Sep 2026"_s));
}

TEST_CASE("A new prescription from the list's own button begins with every week")
{
    InTreatment at;
    TreatmentPage *page = at.page();
    page->show(u"prescription"_s);
    at.screen().press(u"new"_s, page->page(u"prescription"_s));
    Screen::settle();
    RecordEditor *editor = page->page(u"prescription"_s)->editor();
    REQUIRE(editor);
    CHECK(at.screen().find<QLineEdit>(u"every_weeks"_s, editor)->text() == u"1"_s);
}

TEST_CASE("The steps of the dose are drawn and said in words with their strength, through both prescriptions")
{
    InTreatment at;
    TreatmentPage *page = at.page();
    auto *steps = page->findChild<DoseStepsView *>();
    REQUIRE(steps);
    CHECK(steps->accessibleDescription()
        == u"from 3 Aug 2026: 20 mg (20 ml of 1 mg/ml)\nfrom 10 Aug 2026: 26 mg (26 ml of 1 mg/ml)\nfrom 17 Aug 2026: 32 mg (32 ml of 1 "
           u"mg/ml)\nfrom 24 Aug 2026: 35 mg (35 ml of 1 mg/ml)"_s);
}

TEST_CASE("Without a prescription the page says what belongs there and begins one")
{
    Desk desk;
    const Kept<Person> person = aPerson().arrived(QDate(2026, 8, 3)).in(desk.made);
    desk.window.resize(1366, 768);
    desk.window.show();
    desk.window.enter(shared(desk.made));
    Screen::settle();
    desk.window.workspace()->visit(residentVisit(person.id.value, u"treatment"_s));
    Screen::settle();
    auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
    REQUIRE(resident);
    auto *page = qobject_cast<TreatmentPage *>(resident->currentTab());
    REQUIRE(page);
    CHECK_FALSE(page->findChild<GapCard *>()->isVisible());
    desk.screen.press(u"newPrescription"_s, page);
    Screen::settle();
    CHECK(page->page(u"prescription"_s)->editor());
}

TEST_CASE("Today lists who collects where with first names and no medicine, and keeps what became of it in one press")
{
    InTreatment at;
    at.open();
    auto *today = at.desk.openPlace<TodayPage>(u"today"_s);
    auto *card = at.screen().find<CollectionsToday>(u"collectionsToday"_s, today);
    QStringList said;
    for (const QLabel *label : card->findChildren<QLabel *>())
        said.append(label->text());
    for (const QPushButton *button : card->findChildren<QPushButton *>())
        said.append(button->text() + u' ' + button->accessibleName());
    const QString all = said.join(u'\n');
    CHECK(all.contains(u"High St Pharmacy"_s));
    CHECK(all.contains(u"11:15"_s));
    CHECK(all.contains(u"Ben"_s));
    CHECK_FALSE(all.contains(u"Barker"_s));
    CHECK_FALSE(all.contains(u"methadone"_s, Qt::CaseInsensitive));
    CHECK_FALSE(all.contains(u"mg"_s));
    at.screen().press(u"not_collected-%1"_s.arg(at.treated.now.id.value), card);
    Screen::settle();
    REQUIRE(at.of(QDate(2026, 9, 14)).size() == 1);
    CHECK(at.of(QDate(2026, 9, 14)).first().value.outcome == CollectionOutcome::NotCollected);
    at.screen().press(u"collected-%1"_s.arg(at.treated.now.id.value), at.screen().find<CollectionsToday>(u"collectionsToday"_s));
    Screen::settle();
    CHECK(at.of(QDate(2026, 9, 14)).first().value.outcome == CollectionOutcome::Collected);
}

TEST_CASE("The renewal sheet keeps a confirmation with who said so, and says beside the day what is missing")
{
    InTreatment at;
    at.open();
    at.desk.openPlace<RenewalsPage>(u"renewals"_s);
    const QString line = QString::number(at.treated.now.id.value);
    at.screen().press(u"confirm-"_s + line);
    CHECK(at.screen().find<QLabel>(u"problem-"_s + line)->text() == u"Until which day is it confirmed? For example 30/9, fri, +2w."_s);
    at.screen().type(u"confirmedTo-"_s + line, u"31 feb"_s);
    at.screen().press(u"confirm-"_s + line);
    CHECK(at.screen().find<QLabel>(u"problem-"_s + line)->text().startsWith(u"Until which day"_s));
    at.screen().type(u"confirmedTo-"_s + line, u"20/9/2026"_s);
    at.screen().press(u"confirm-"_s + line);
    CHECK(at.screen().find<QLabel>(u"problem-"_s + line)->text() == u"Who at the service said so?"_s);
    CHECK(need(at.services().records.all<ScriptConfirmation>()).isEmpty());
    at.screen().type(u"byWhom-%1"_s.arg(at.treated.dispensing.service.id.value), u"J. Amos"_s);
    at.screen().press(u"confirm-"_s + line);
    Screen::settle();
    const auto confirmed = need(at.services().records.all<ScriptConfirmation>());
    REQUIRE(confirmed.size() == 1);
    CHECK(confirmed.first().value.untilOn == QDate(2026, 9, 20));
    CHECK(confirmed.first().value.byWhom == u"J. Amos");
    CHECK(at.screen().shows(u"confirmed to 20 Sep, by J. Amos"_s));
}

} // namespace keywork::test::treatment_page_test
