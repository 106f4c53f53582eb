// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "tests/support/desk.h"
#include "tests/support/pdf_text.h"
#include "tests/support/services.h"
#include "ui/forms/record_editor.h"
#include "ui/pages/money/money_page.h"
#include "ui/pages/resident/resident_page.h"
#include "ui/print/money_document.h"

#include <QMenu>
#include <QTableWidget>

namespace keywork::test::money_screen_test {

using namespace Qt::StringLiterals;

namespace {

const QDate kArrived(2026, 8, 3); // six weeks before the day of the desk

struct Purse {
    Desk desk;
    Kept<Person> ben = aPerson().arrived(kArrived).in(desk.made);

    Records &records() { return desk.services().records; }
    Screen &screen() { return desk.screen; }
    void charge()
    {
        need(records().add(RentCharge{ben.id, kArrived, {}, Pence{190'00}, {}}));
        HousingBenefit claim;
        claim.personId = ben.id;
        claim.state = BenefitState::Awarded;
        claim.asOf = QDate(2026, 9, 1);
        claim.awardedFrom = kArrived;
        claim.weekly = Pence{176'00};
        need(records().add(claim));
        need(records().add(ArrearsArrangement{ben.id, QDate(2026, 8, 31), Pence{5'00}, {u"written"_s}, {}, {}, {}}));
    }
    void open()
    {
        desk.window.resize(1366, 768);
        desk.window.show();
        desk.window.enter(shared(desk.made));
        Screen::settle();
    }
    MoneyPage *tab(const RecordRef &record = {})
    {
        desk.window.workspace()->visit(residentVisit(ben.id.value, u"money"_s, record));
        Screen::settle();
        auto *resident = qobject_cast<ResidentPage *>(desk.window.workspace()->currentPage());
        REQUIRE(resident);
        auto *page = qobject_cast<MoneyPage *>(resident->currentTab());
        REQUIRE(page);
        return page;
    }
    QString summary() { return screen().find<QLabel>(u"rentSummary"_s)->text(); }
    /// The account on the screen, a line each.
    QStringList ledger()
    {
        auto *table = screen().find<QTableWidget>(u"rentLedger"_s);
        QStringList lines;
        for (int row = 0; row < table->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < table->columnCount(); ++column)
                cells.append(table->item(row, column)->text());
            lines.append(cells.join(u'|'));
        }
        return lines;
    }
    QString wordsOf(const print::Document &document) { return pdfText(document.toPdf()).simplified(); }
};

} // namespace

TEST_CASE("A resident's money says where they stand, and says it anew after a payment that was typed by keyboard")
{
    Purse here;
    here.charge();
    here.open();
    MoneyPage *page = here.tab();
    CHECK(here.summary().contains(u"Service charge: £190.00 a week since 3 Aug 2026, of which £14.00 a week is theirs to pay."_s));
    CHECK(here.summary().contains(u"Housing Benefit: Awarded, known since 1 Sep 2026; today it covers £176.00 a week."_s));
    CHECK(here.summary().contains(u"Owed today: £84.00."_s));
    CHECK(here.summary().contains(u"Arrangement since 31 Aug 2026: £5.00 a week besides the week's own part. Kept in 0 of 2 weeks."_s));
    CHECK(here.ledger().size() == 4); // the latest first
    CHECK(
        here.ledger().first() == u"13 Sep 2026|7 nights, 7 Sep 2026 to 13 Sep 2026: £190.00 less Housing Benefit £176.00|£14.00||£84.00"_s);
    here.screen().press(u"allEntries"_s);
    CHECK(here.ledger().size() == 6);
    page = here.tab({u"rent_payment"_s, 0});
    REQUIRE(page->current()->editor());
    CHECK_FALSE(here.screen().shows(u"Where it stands"_s)); // a form has the whole room
    here.screen().type(u"paid_on"_s, u"14/9/2026"_s);
    here.screen().type(u"amount"_s, u"84"_s);
    here.screen().choose(u"how"_s, u"cash"_s);
    auto *save = here.screen().find<QPushButton>(u"save"_s);
    save->setFocus();
    QTest::keyClick(save, Qt::Key_Space);
    Screen::settle();
    CHECK(need(here.records().all<RentPayment>()).first().value.amount == Pence{84'00});
    QTest::qWait(1); // the page is read anew after the event
    Screen::settle();
    CHECK(here.summary().contains(u"Nothing is owed today."_s));
    CHECK(here.ledger().first() == u"14 Sep 2026|Paid: Cash||£84.00|£0.00"_s);
}

TEST_CASE("Who pays by the month is told so, in the account and on paper, and their budget says how often")
{
    Purse here;
    RentCharge monthly{here.ben.id, kArrived, {}, Pence{620'00}, {}, RentPer::Month}; // £20 a night in August
    need(here.records().add(monthly));
    here.open();
    here.tab();
    CHECK(here.summary().contains(u"Service charge: £620.00 a calendar month since 3 Aug 2026"_s));
    CHECK(here.ledger().last() == u"31 Aug 2026|29 nights, 3 Aug 2026 to 31 Aug 2026|£580.00||£580.00"_s);
    const QString paper = here.wordsOf(need(print::rentStatement(here.desk.services(), here.ben.id, print::CopyKind::Full)));
    CHECK(paper.contains(u"31 Aug 2026 29 nights, 3 Aug 2026 to 31 Aug 2026 £580.00 £580.00"_s));
    const QString budget = here.wordsOf(need(print::budgetSheet(here.desk.services(), here.ben.id, print::CopyKind::Full)));
    CHECK(budget.contains(u"a calendar month £620.00"_s));
}

TEST_CASE("A charge on the days of another is said beside its day")
{
    Purse here;
    here.charge();
    here.open();
    MoneyPage *page = here.tab({u"rent_charge"_s, 0});
    REQUIRE(page->current()->editor());
    here.screen().type(u"weekly"_s, u"12"_s);
    here.screen().type(u"from_on"_s, u"3/8/2026"_s);
    here.screen().press(u"save"_s);
    CHECK(here.screen().shows(u"The charge from 3 Aug 2026 counts on these days."_s));
    CHECK(need(here.records().all<RentCharge>()).size() == 1);
}

TEST_CASE("An amount that can't be is said beside its field, and nothing is kept")
{
    Purse here;
    here.open();
    MoneyPage *page = here.tab({u"rent_payment"_s, 0});
    REQUIRE(page->current()->editor());
    const std::pair<QString, QString> cases[] = {{u"0"_s, u"It must be at least £0.01."_s}, {u"-5"_s, u"It must be at least £0.01."_s},
        {u"99999"_s, u"It can be at most £20000.00."_s}, {u"ten"_s, u"Please type an amount, such as 12.50."_s}};
    here.screen().type(u"paid_on"_s, u"14/9/2026"_s);
    here.screen().choose(u"how"_s, u"cash"_s);
    for (const auto &[typed, sentence] : cases) {
        INFO(typed.toStdString());
        here.screen().type(u"amount"_s, typed);
        here.screen().press(u"save"_s);
        CHECK(here.screen().shows(sentence));
        CHECK(need(here.records().all<RentPayment>()).isEmpty());
    }
    here.screen().type(u"amount"_s, u"£12.50"_s);
    here.screen().press(u"save"_s);
    CHECK(need(here.records().all<RentPayment>()).first().value.amount == Pence{12'50});
}

TEST_CASE("Without anything on file the money says so, and still has a sheet to fill in")
{
    Purse here;
    here.open();
    here.tab();
    CHECK(here.summary() == u"No service charge is on file for today.\nHousing Benefit: not known yet.\nNothing is owed today."_s);
    CHECK(here.screen().find<QLabel>(u"otherBenefits"_s)->text() == u"Benefits: nothing stands in the record yet."_s);
    CHECK(here.screen().find<QPushButton>(u"printMoney"_s)->menu()->actions().size() == 6);
}

TEST_CASE("The statement has every line; the budget has what is known, without a debt that a lost page must not tell")
{
    Purse here;
    here.charge();
    need(here.records().add(Debt{here.ben.id, {u"council_tax"_s}, u"Mill Lane"_s, Pence{240'00}, {u"as_told"_s}, {}, {}, {}, {}, {}}));
    need(here.records().add(Debt{here.ben.id, {u"drug_debt"_s}, u"The tall one"_s, Pence{77'00}, {u"as_told"_s}, {}, {}, {}, {}, {}}));
    auto person = need(here.records().one(here.ben.id));
    person.value.benefits = u"Universal Credit, every month"_s;
    need(here.records().amend(person));
    const auto statement = need(print::rentStatement(here.desk.services(), here.ben.id, print::CopyKind::Full));
    const QString lines = here.wordsOf(statement);
    INFO(lines.toStdString());
    CHECK(lines.contains(u"Owed today: £84.00."_s));
    CHECK(lines.contains(u"of which £14.00 a week is yours to pay"_s));
    CHECK_FALSE(lines.contains(u"theirs"_s));
    CHECK(lines.contains(u"Date What Charge Payment You owe"_s));
    CHECK(lines.contains(u"£176.00"_s)); // what Housing Benefit takes off
    CHECK(lines.contains(u"£14.00 £84.00"_s));
    const QString budget = here.wordsOf(need(print::budgetSheet(here.desk.services(), here.ben.id, print::CopyKind::Full)));
    CHECK(budget.contains(u"Universal Credit, every month"_s));
    CHECK(budget.contains(u"£14.00"_s)); // a week, theirs
    CHECK(budget.contains(u"Council tax, Mill Lane"_s));
    CHECK_FALSE(budget.contains(u"tall one"_s));
    CHECK_FALSE(budget.contains(u"drugs"_s));
    const auto empty = need(print::budgetSheet(here.desk.services(), {}, print::CopyKind::Full));
    const QString blank = here.wordsOf(empty);
    CHECK(blank.contains(u"All that goes out"_s));
    CHECK_FALSE(blank.contains(u"£"_s));
    CHECK_FALSE(blank.contains(here.ben.value.number));
    const auto large = need(print::budgetSheet(here.desk.services(), {}, print::CopyKind::LargePrint));
    CHECK(large.textScale == print::kLargePrint);
    CHECK(large.pageCount() > empty.pageCount());
}

} // namespace keywork::test::money_screen_test
