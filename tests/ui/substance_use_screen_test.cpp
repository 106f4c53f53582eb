// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/care/substance_reviews.h"
#include "core/services/care/substances.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "tests/support/services.h"
#include "ui/forms/field_editor.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/pages/substance_use/review_form.h"
#include "ui/pages/substance_use/substance_use_page.h"
#include "ui/pages/substance_use/use_rows.h"
#include "ui/widgets/charts.h"

#include <QCheckBox>

namespace keywork::test::substance_use_screen_test {

using namespace Qt::StringLiterals;

namespace {

/// Monday 14 September 2026; Ben told on 1 July of heroin, alcohol and crack.
struct AtTheReview {
    Desk desk;
    Kept<Person> ben = aPerson().born(u"1981-02-03"_s).arrived(QDate(2026, 8, 3)).in(desk.made);
    qint64 heroin = 0;
    qint64 alcohol = 0;
    qint64 crack = 0;

    AtTheReview()
    {
        need(services().substances.takeInShipped());
        heroin = idOf(u"heroin"_s);
        alcohol = idOf(u"alcohol"_s);
        crack = idOf(u"crack"_s);
        SubstanceUse first;
        first.substanceId = {heroin};
        first.rank = UseRank::Main;
        first.route = UseRoute::Inject;
        first.days = 20;
        first.alone = UseOften::Sometimes;
        SubstanceUse second;
        second.substanceId = {alcohol};
        second.days = 6;
        SubstanceUse third;
        third.substanceId = {crack};
        third.days = 4;
        tell(QDate(2026, 7, 1), {first, second, third});
    }
    Services &services() { return desk.services(); }
    Screen &screen() { return desk.screen; }
    qint64 idOf(const QString &code)
    {
        for (const Kept<Substance> &one : need(services().substances.all()))
            if (one.value.code == code)
                return one.id.value;
        REQUIRE(false);
        return 0;
    }
    void tell(QDate on, const QList<SubstanceUse> &uses)
    {
        SubstanceReview review;
        review.personId = ben.id;
        review.asOn = on;
        review.knownFrom = {u"themselves"_s};
        Family family;
        family.head.row = toRow(review);
        for (const SubstanceUse &use : uses) {
            KeptRow part;
            part.row = toRow(use);
            family.parts.append(part);
        }
        need(services().substanceReviews.save(family, {}, u"taken out again"_s));
    }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    SubstanceUsePage *tab()
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, u"substance-use"_s));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<SubstanceUsePage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    UseRow *row(qint64 substance) { return screen().find<UseRow>(u"use-"_s + QString::number(substance)); }
    QLineEdit *line(qint64 substance, const QString &column)
    {
        auto *edit = qobject_cast<QLineEdit *>(row(substance)->form()->editor(column)->input());
        REQUIRE(edit);
        return edit;
    }
    QList<ReviewOnFile> reviews() { return need(services().substanceReviews.reviews(ben.id)); }
    void press(QWidget *widget, Qt::Key key)
    {
        QTest::keyClick(widget, key);
        Screen::settle();
    }
};

} // namespace

TEST_CASE("A review of three substances by keyboard alone: only what is different is typed, Enter goes down, Ctrl+S keeps it")
{
    AtTheReview here;
    here.open();
    SubstanceUsePage *page = here.tab();
    CHECK(here.screen().find<QLabel>(u"useAsOf"_s)->text() == u"As of 1 Jul · They told us"_s);
    auto *begin = here.screen().find<QPushButton>(u"newReview"_s);
    begin->setFocus();
    here.press(begin, Qt::Key_Space);
    REQUIRE(page->form());
    CHECK(here.row(here.heroin)->isAncestorOf(here.desk.window.focusWidget())); // the keys are in the first line
    QLineEdit *days = here.line(here.heroin, u"days"_s);
    CHECK(days->text() == u"20"_s);
    days->setFocus();
    days->selectAll();
    QTest::keyClicks(days, u"12"_s);
    here.press(days, Qt::Key_Return);
    CHECK(here.desk.window.focusWidget() == here.line(here.alcohol, u"days"_s));
    here.press(here.desk.window.focusWidget(), Qt::Key_Return);
    CHECK(here.desk.window.focusWidget() == here.line(here.crack, u"days"_s));
    here.press(here.desk.window.focusWidget(), Qt::Key_Return);
    CHECK(here.desk.window.focusWidget()->objectName() == u"addSubstance"_s);
    here.screen().choose(u"route"_s, u"smoke"_s, here.row(here.heroin));
    CHECK(here.screen().shows(u"was 20"_s));
    CHECK(here.screen().shows(u"was Injected"_s));
    CHECK(here.row(here.heroin)->form()->editor(u"days"_s)->property("look").toString() == u"differs"_s);
    CHECK(here.screen().shows(u"Heroin: smoked, no longer injected"_s));
    CHECK(here.screen().shows(u"Heroin: on fewer days: 12, was 20"_s));
    CHECK(here.screen().shows(u"same as 1 Jul"_s));
    auto *same = here.screen().find<QCheckBox>(u"askedTheSame"_s, here.row(here.alcohol));
    same->setFocus();
    here.press(same, Qt::Key_Space);
    here.screen().shortcut(QKeySequence::Save);
    CHECK_FALSE(page->form());
    CHECK(here.desk.window.focusWidget()->objectName() == u"newReview"_s);
    CHECK(here.screen().find<QLabel>(u"useAsOf"_s)->text() == u"As of 14 Sep · They told us"_s);
    const auto all = here.reviews();
    REQUIRE(all.size() == 2);
    CHECK(all.last().uses.at(0).value.days == 12);
    CHECK(all.last().uses.at(0).value.route == UseRoute::Smoke);
    CHECK_FALSE(all.last().uses.at(1).value.sameAs);
    CHECK(all.last().uses.at(2).value.sameAs == QDate(2026, 7, 1));
}

TEST_CASE("A substance is added by a name that people say, and one that is there already is not added twice")
{
    AtTheReview here;
    here.open();
    SubstanceUsePage *page = here.tab();
    here.screen().press(u"newReview"_s);
    here.screen().type(u"addSubstance"_s, u"vallies"_s);
    here.press(here.screen().find<QLineEdit>(u"addSubstance"_s), Qt::Key_Return);
    const qint64 diazepam = here.idOf(u"diazepam"_s);
    CHECK(here.row(diazepam)->isAncestorOf(here.desk.window.focusWidget()));
    CHECK(here.screen().shows(u"Diazepam: told of for the first time"_s));
    CHECK(here.screen().find<QLineEdit>(u"addSubstance"_s)->text().isEmpty());
    here.screen().type(u"addSubstance"_s, u"gear"_s);
    here.press(here.screen().find<QLineEdit>(u"addSubstance"_s), Qt::Key_Return);
    CHECK(here.screen().shows(u"Heroin is in this review already."_s));
    CHECK(page->form()->rows()->parts().size() == 4);
    here.screen().type(u"addSubstance"_s, u"moon rock dust"_s);
    CHECK(here.screen().shows(u"No substance is called that here."_s));
    here.screen().find<QLineEdit>(u"addSubstance"_s)->clear();
    here.screen().press(u"removeUse"_s, here.row(here.crack));
    CHECK(here.screen().shows(u"Crack cocaine: not talked about this time"_s));
    here.screen().shortcut(QKeySequence::Save);
    REQUIRE(here.reviews().size() == 2);
    CHECK(here.reviews().last().uses.size() == 3);
}

TEST_CASE("Smoking that becomes injecting is said plainly, with what may help and where that comes from")
{
    AtTheReview here;
    here.open();
    here.tab();
    here.screen().press(u"newReview"_s);
    here.screen().choose(u"route"_s, u"inject"_s, here.row(here.crack));
    CHECK(here.screen().shows(u"Crack cocaine: injected"_s));
    CHECK(here.screen().shows(u"where the needle exchange is"_s));
    CHECK(here.screen().shows(u"Working with people who use drugs"_s));
    here.screen().press(u"moreAnswers"_s, here.row(here.crack));
    CHECK_FALSE(here.row(here.crack)->form()->editor(u"site_problems"_s)->isHidden()); // asked of what is injected
    CHECK(here.row(here.alcohol)->form()->editor(u"site_problems"_s)->isHidden());
}

TEST_CASE("A wrong answer is said beside its field, also where that field was folded away, and nothing is kept")
{
    AtTheReview here;
    here.open();
    SubstanceUsePage *page = here.tab();
    here.screen().press(u"newReview"_s);
    here.screen().type(u"days"_s, u"29"_s, here.row(here.heroin));
    UseRow *crack = here.row(here.crack);
    here.screen().press(u"moreAnswers"_s, crack);
    here.screen().type(u"first_age"_s, u"46"_s, crack);
    here.screen().press(u"moreAnswers"_s, crack); // folded away again
    CHECK(crack->form()->editor(u"first_age"_s)->isHidden());
    here.screen().shortcut(QKeySequence::Save);
    REQUIRE(page->form());
    CHECK(here.screen().shows(u"It can be at most 28."_s));
    CHECK_FALSE(crack->form()->editor(u"first_age"_s)->isHidden());
    CHECK(here.screen().shows(u"They are 45 years old."_s));
    CHECK(here.desk.window.focusWidget() == here.line(here.heroin, u"days"_s));
    CHECK(here.reviews().size() == 1);
    here.screen().type(u"days"_s, u"28"_s, here.row(here.heroin));
    here.screen().type(u"first_age"_s, u"17"_s, crack);
    here.screen().shortcut(QKeySequence::Save);
    CHECK_FALSE(page->form());
    CHECK(here.reviews().size() == 2);
}

TEST_CASE("An answer that can't be read yet hides no other change")
{
    AtTheReview here;
    here.open();
    here.tab();
    here.screen().press(u"newReview"_s);
    here.screen().type(u"days"_s, u"12"_s, here.row(here.heroin));
    here.screen().choose(u"route"_s, u"smoke"_s, here.row(here.heroin));
    here.screen().type(u"days"_s, u"abc"_s, here.row(here.heroin));
    CHECK(here.screen().shows(u"Heroin: “Days in the last 28” can't be read yet"_s));
    CHECK(here.screen().shows(u"Heroin: smoked, no longer injected"_s));
    CHECK(here.screen().shows(u"was Injected"_s));
    CHECK(here.screen().shows(u"was 20"_s));
    CHECK_FALSE(here.screen().shows(u"on fewer days"_s));
}

TEST_CASE("In a narrow window the line of a review wraps, and every answer can be seen")
{
    AtTheReview here;
    here.open();
    here.desk.window.resize(1024, 768);
    Screen::settle();
    here.tab();
    here.screen().press(u"newReview"_s);
    Screen::settle();
    const UseRow *row = here.row(here.heroin);
    for (const QString &column : UseRow::lineColumns()) {
        INFO(column.toStdString());
        const FieldEditor *editor = row->form()->editor(column);
        CHECK(row->form()->rect().contains(editor->geometry()));
        CHECK(editor->mapTo(&here.desk.window, QPoint(editor->width(), 0)).x() <= here.desk.window.width());
    }
}

TEST_CASE("What was typed in a review is kept as it was typed, and Cancel throws it away")
{
    AtTheReview here;
    here.open();
    here.tab();
    here.screen().press(u"newReview"_s);
    here.screen().type(u"days"_s, u"abc"_s, here.row(here.heroin));
    here.screen().type(u"words"_s, u"Mostly weekends"_s);
    here.desk.window.workspace()->openPlace(u"today"_s);
    Screen::settle();
    SubstanceUsePage *page = here.tab();
    here.screen().press(u"newReview"_s);
    CHECK(here.line(here.heroin, u"days"_s)->text() == u"abc"_s);
    CHECK(here.screen().find<QPlainTextEdit>(u"words"_s)->toPlainText() == u"Mostly weekends"_s);
    CHECK(here.screen().shows(u"This was typed earlier"_s));
    here.screen().press(u"cancel"_s, page->form());
    CHECK(here.reviews().size() == 1);
    here.screen().press(u"newReview"_s);
    CHECK(here.line(here.heroin, u"days"_s)->text() == u"20"_s);
}

TEST_CASE("Each substance is drawn over time with the same in words; a gap is told as a gap")
{
    AtTheReview here;
    SubstanceUse heroin;
    heroin.substanceId = {here.heroin};
    heroin.days = 12;
    here.tell(QDate(2026, 8, 10), {heroin});
    SubstanceUse crack;
    crack.substanceId = {here.crack};
    here.tell(QDate(2026, 9, 10), {heroin, crack});
    here.open();
    SubstanceUsePage *page = here.tab();
    QStringList told;
    for (const UseHistoryBars *bars : page->findChildren<UseHistoryBars *>())
        told.append(bars->accessibleName() + u": "_s + bars->accessibleDescription());
    REQUIRE(told.size() == 2);
    CHECK(told.at(0) == u"Heroin over time: 1 Jul: 20 of 28 days; 10 Aug: 12 of 28 days; 10 Sep: 12 of 28 days (same as 10 Aug)"_s);
    CHECK(told.at(1) == u"Crack cocaine over time: 1 Jul: 4 of 28 days; 10 Aug: not talked about; 10 Sep: days not known"_s);
    CHECK(page->findChildren<QPushButton *>(QRegularExpression(u"^openReview-"_s)).size() == 3);
}

TEST_CASE("A substance that a colleague adds to the review that is open here stays, beside what is taken out here; also after a lock")
{
    for (const bool isLocked : {false, true}) {
        INFO(isLocked);
        AtTheReview at;
        at.open();
        const Id<SubstanceReview> review = at.reviews().first().head.id;
        const RecordRef shown{QString::fromLatin1(recordType<SubstanceReview>().table), review.value};
        at.tab()->showRecord(shown);
        Screen::settle();
        at.line(at.heroin, u"days"_s)->setFocus();
        at.line(at.heroin, u"days"_s)->selectAll();
        QTest::keyClicks(at.line(at.heroin, u"days"_s), u"21"_s);
        if (isLocked)
            at.desk.window.lock();
        const qint64 pregabalin = at.idOf(u"pregabalin"_s);
        Family theirs = need(at.services().families.one(recordType<SubstanceReview>(), review.value));
        SubstanceUse added;
        added.substanceId = {pregabalin};
        added.days = 3;
        KeptRow part;
        part.row = toRow(added);
        theirs.parts.append(part);
        need(at.services().substanceReviews.save(theirs, {}, u"taken out again"_s));
        if (isLocked) {
            at.open();
            at.tab()->showRecord(shown);
        }
        Screen::settle();
        CHECK(at.line(at.heroin, u"days"_s)->text() == u"21");
        at.screen().shortcut(QKeySequence::Save);
        QList<qint64> substances;
        for (const Kept<SubstanceUse> &use : at.reviews().first().uses) {
            substances.append(use.value.substanceId.value);
            if (use.value.substanceId.value == at.heroin)
                CHECK(use.value.days == 21);
        }
        CHECK(substances.size() == 4);
        CHECK(substances.contains(pregabalin));
    }
}

TEST_CASE("What an assessment was told begins a review: the words in its notes, a row for each substance that they name")
{
    AtTheReview at;
    at.open();
    SubstanceUsePage *page = at.tab();
    page->showRecord({u"substance_review"_s, 0, {{u"notes"_s, u"Brown, smoked, 20\nsomething from a mate\nMethadone, drunk\nalcohol"_s}}});
    Screen::settle();
    REQUIRE(page->form());
    CHECK(page->form()->editor()->form()->row().text(u"notes"_s).startsWith(u"Brown, smoked"_s));
    QList<qint64> substances;
    for (const UseRow *row : page->form()->findChildren<UseRow *>())
        substances.append(row->objectName().section(u'-', 1).toLongLong());
    std::sort(substances.begin(), substances.end());
    QList<qint64> expected{at.heroin, at.alcohol, at.crack, at.idOf(u"methadone"_s)};
    std::sort(expected.begin(), expected.end());
    CHECK(substances == expected); // what was there once, what is new once, and nothing that nobody knows
    CHECK(at.reviews().size() == 1); // begun, not kept: somebody looks first
}

} // namespace keywork::test::substance_use_screen_test
