// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/person.h"
#include "core/services/records/records.h"
#include "tests/support/large_text.h"
#include "tests/support/screen.h"
#include "ui/pages/residents/residents_page.h"
#include "ui/widgets/table_fit.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace keywork::test::table_fit_test {

using namespace Qt::StringLiterals;

namespace {

const QStringList kHeads{u"Resident"_s, u"Room"_s, u"Alerts"_s, u"Notes"_s};
constexpr int kRanks[] = {0, 2, 1, 3};

/// A table of four columns with what it does when it has no room.
struct FourColumns {
    QWidget window;
    QStandardItemModel model{0, 4};
    QTableView *view = new QTableView;
    TableFit *fit = nullptr;

    explicit FourColumns(const QList<QStringList> &rows)
    {
        model.setHorizontalHeaderLabels(kHeads);
        for (const QStringList &row : rows) {
            QList<QStandardItem *> items;
            for (const QString &text : row)
                items.append(new QStandardItem(text));
            model.appendRow(items);
        }
        view->setModel(&model);
        view->verticalHeader()->setDefaultSectionSize(30);
        fit = new TableFit(view, {.rank = [](int column) { return kRanks[column]; }});
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(view);
        layout->addWidget(fit);
        window.show();
    }
    void widen(int pixels)
    {
        window.resize(pixels, 400);
        Screen::settle();
        fit->fit();
        Screen::settle();
    }
    int shownWidth() const
    {
        int total = 0;
        for (int column = 0; column < model.columnCount(); ++column)
            total += view->isColumnHidden(column) ? 0 : view->columnWidth(column);
        return total;
    }
};

const QStringList kAisha{u"Aisha Jones"_s, u"12"_s, u"Owes money outside"_s, u"Rings the chemist"_s};
const QStringList kBen{u"Ben Barker"_s, u"7"_s, u"Asthma"_s, u"Likes mornings"_s};

} // namespace

TEST_CASE("Columns without room are left out by their rank, with a sentence, and come back; the line stands below in full")
{
    FourColumns at({kAisha, kBen});
    at.widen(1200);
    CHECK(at.fit->leftOut().isEmpty());
    CHECK_FALSE(at.fit->isCut());
    CHECK(at.fit->isHidden());
    QList<qsizetype> counts;
    for (int pixels = 700; pixels >= 120; pixels -= 20) {
        at.widen(pixels);
        INFO(pixels << " pixels without " << at.fit->leftOut().join(u", "_s).toStdString());
        const QStringList out = at.fit->leftOut();
        counts.append(out.size());
        CHECK_FALSE(out.contains(u"Resident"_s));
        CHECK((!out.contains(u"Alerts"_s) || out.contains(u"Room"_s)));
        CHECK((!out.contains(u"Room"_s) || out.contains(u"Notes"_s)));
        CHECK((out.size() == 3 || at.shownWidth() <= at.view->viewport()->width()));
        CHECK((out.isEmpty() || at.fit->isCut()));
    }
    CHECK(std::is_sorted(counts.cbegin(), counts.cend())); // the narrower, the more are left out
    CHECK(counts.last() == 3);
    at.view->setCurrentIndex(at.model.index(1, 0));
    CHECK(at.fit->lineInFull() == u"Resident: Ben Barker · Room: 7 · Alerts: Asthma · Notes: Likes mornings"_s);
    CHECK(at.fit->findChild<QLabel *>(u"lineInFull"_s)->text() == at.fit->lineInFull());
    CHECK(at.fit->findChild<QLabel *>(u"columnsLeftOut"_s)->text().contains(u"Room, Alerts, Notes"_s));
    at.widen(1200);
    CHECK(at.fit->leftOut().isEmpty());
    for (int column = 0; column < 4; ++column)
        CHECK_FALSE(at.view->isColumnHidden(column));
}

TEST_CASE("A column that a page does not show is neither brought back nor said")
{
    FourColumns at({kAisha, kBen});
    at.view->setColumnHidden(2, true); // as for whoever may not read alerts
    for (const int pixels : {1200, 160, 1200}) {
        at.widen(pixels);
        at.view->setCurrentIndex(at.model.index(0, 0));
        CHECK(at.fit->lineInFull().contains(u"Aisha Jones"_s));
        CHECK(at.view->isColumnHidden(2));
        CHECK_FALSE(at.fit->leftOut().contains(u"Alerts"_s));
        CHECK_FALSE(at.fit->lineInFull().contains(u"Owes money"_s));
    }
}

TEST_CASE("Long texts take more lines before anything of them is cut")
{
    const QString note = u"Wants to be woken at eight and again at nine, with tea, and not by the night shift"_s;
    FourColumns at({{u"Aisha Jones"_s, u"12"_s, u"None"_s, note}, kBen});
    at.widen(560);
    REQUIRE(at.fit->leftOut().isEmpty());
    const int lines = (at.view->rowHeight(0) - 30) / at.view->fontMetrics().lineSpacing() + 1;
    CHECK(lines > 1);
    CHECK(lines <= 3);
    CHECK(at.view->rowHeight(1) == 30);
    const QString word(200, u'x');
    FourColumns wide({{word, u"12"_s, u"None"_s, u"None"_s}});
    wide.widen(600);
    CHECK(wide.fit->isCut()); // no line holds it
    wide.view->setCurrentIndex(wide.model.index(0, 0));
    CHECK(wide.fit->lineInFull().remove(QChar(0x200b)).contains(word));
    CHECK(wide.window.width() <= 600); // and it makes nothing wider
}

TEST_CASE("The line below keeps its height while somebody goes through the list")
{
    QStringList longer = kAisha;
    longer[3] = QString(u"Rings the chemist. "_s).repeated(12);
    FourColumns at({longer, kBen});
    at.widen(200);
    at.view->setCurrentIndex(at.model.index(0, 0));
    Screen::settle();
    const int table = at.view->height();
    at.view->setCurrentIndex(at.model.index(1, 0));
    Screen::settle();
    CHECK(at.view->height() == table);
}

TEST_CASE("In the list of residents no name is cut while a column beside it has room, at any size of text")
{
    for (const int percent : {100, 150, 200}) {
        const TextSize size(percent);
        TestHostel hostel;
        for (const QString &name : {u"Aisha"_s, u"Bartholomew"_s, u"Cleo"_s})
            aPerson().called(name, u"Featherstonehaugh"_s).arrived(QDate(2026, 8, 3)).in(hostel);
        need(hostel.services().records.add(Alert{{1}, {u"other"_s}, u"Owes money outside"_s, {u"watch"_s}, QDate(2026, 8, 3), {}}));
        ResidentsPage page(hostel.services(), Navigator());
        for (const int pixels : {1166, 900, 764}) {
            page.resize(pixels, 600);
            page.show();
            QTest::qWait(10);
            Screen::settle();
            INFO(percent << " %, " << pixels << " pixels");
            const auto *fit = page.findChild<TableFit *>();
            const auto *delegate = static_cast<ResidentDelegate *>(page.view()->itemDelegate());
            for (int row = 0; row < page.view()->model()->rowCount(); ++row) {
                const QModelIndex who = page.view()->model()->index(row, 0);
                CHECK(page.view()->columnWidth(0) >= delegate->leastOf(who)); // the name
                CHECK((page.view()->columnWidth(0) >= delegate->widthOf(who) || fit->isCut())); // what stands below it
            }
            CHECK((fit->leftOut().isEmpty() || fit->findChild<QLabel *>(u"columnsLeftOut"_s)->isVisibleTo(&page)));
        }
    }
}

TEST_CASE("At 150 % in a small window the list of residents says alerts and rooms beside the names")
{
    const TextSize size(150);
    TestHostel hostel;
    auto builder = aPerson().called(u"Ben"_s, u"Barker"_s).born(u"1981-02-03"_s).arrived(QDate(2025, 6, 2)); // "here 15 months"
    builder.person.pronouns = {u"they_them"_s};
    builder.stay.referredOn = QDate(2025, 5, 26);
    builder.in(hostel);
    need(hostel.services().records.add(Alert{{1}, {u"court"_s}, u"Owes money outside"_s, {u"watch"_s}, QDate(2026, 8, 3), {}}));
    ResidentsPage page(hostel.services(), Navigator());
    page.resize(764, 600);
    page.show();
    QTest::qWait(10);
    Screen::settle();
    const auto *delegate = static_cast<ResidentDelegate *>(page.view()->itemDelegate());
    const QModelIndex who = page.view()->model()->index(0, 0);
    INFO(delegate->widthOf(who) << " wished, " << delegate->leastOf(who) << " needed, " << page.view()->columnWidth(0) << " given");
    CHECK(page.view()->columnWidth(0) >= delegate->leastOf(who));
    CHECK_FALSE(page.view()->isColumnHidden(ResidentsModel::Alerts));
    CHECK_FALSE(page.view()->isColumnHidden(ResidentsModel::Room));
}

} // namespace keywork::test::table_fit_test
