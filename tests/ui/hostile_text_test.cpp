// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/record/row_text.h"
#include "core/services/care/care_plans.h"
#include "core/services/records/records.h"
#include "core/services/services.h"
#include "core/services/sharing/referrals.h"
#include "tests/support/hostile_texts.h"
#include "tests/support/pdf_text.h"
#include "tests/ui/page_walk.h"
#include "tests/ui/widget_walker.h"
#include "ui/forms/record_table.h"
#include "ui/pages/sharing/sharing_page.h"
#include "ui/print/appointments_document.h"
#include "ui/print/care_plan_document.h"
#include "ui/print/directory_document.h"
#include "ui/print/emergency_sheet.h"
#include "ui/print/referral_document.h"
#include "ui/print/sharing_documents.h"
#include "ui/shell/workspace.h"

#include <QFileDialog>

namespace keywork::test::hostile_text_test {

using namespace Qt::StringLiterals;

namespace {

// At most 20 characters, so that a room's name takes them; each begins and ends with letters of its own.
const QString kBegin = u"Zq"_s;
const QString kMarkup = u"Zq<b>%1&x</b>%2Qz"_s;
const QString kTurned = u"Zq\u202e=1+1&&\"',;Qz"_s;
const QString kFormula = u"=Zq+cmd|' /C'!A0Qz"_s;

/// Whether each place where the text begins goes on as it should; a text may be cut short, with an ellipsis or without.
bool isLiteral(QString shown, QString text)
{
    // What comes from another house is shown without characters that turn others: that is right as well.
    for (QString *one : {&shown, &text})
        one->remove(QChar(0x202e));
    const QString expected = text.mid(text.indexOf(kBegin));
    for (qsizetype at = shown.indexOf(kBegin); at >= 0; at = shown.indexOf(kBegin, at + 1)) {
        QString rest = shown.mid(at, expected.size());
        if (const qsizetype cut = rest.indexOf(u'…'); cut >= 0)
            rest.truncate(cut);
        if (!expected.startsWith(rest))
            return false;
    }
    return true;
}

void checkShown(MainWindow &window, const QString &text, const QString &where, int &seen)
{
    for (const QString &shown : shownTexts(window)) {
        if (!shown.contains(kBegin))
            continue;
        ++seen;
        INFO(where.toStdString() << " shows: " << shown.left(200).toStdString());
        CHECK(isLiteral(shown, text));
    }
    for (const QString &problem : widgetProblems(window)) {
        INFO(where.toStdString() << ": " << problem.toStdString());
        CHECK(false);
    }
    for (const QWidget *top : QApplication::topLevelWidgets()) {
        CHECK_FALSE(top->windowTitle().contains(kBegin));
        CHECK_FALSE(top->windowIconText().contains(kBegin));
    }
}

/// The words of a PDF without blanks and line ends: a text may be broken over lines.
QString wordsOf(const QByteArray &pdf) { return pdfText(pdf, {u"-raw"_s}).remove(QChar(u' ')).remove(u'\n').remove(u'\f'); }

/// Cells of RFC 4180, one list a line.
QList<QStringList> cellsOf(const QString &csv)
{
    QList<QStringList> lines{{}};
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const QChar c = csv.at(i);
        if (c == u'"' && quoted && csv.mid(i + 1, 1) == u"\"") {
            cell.append(c);
            ++i;
        } else if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && (c == u',' || c == u'\n')) {
            lines.last().append(cell);
            cell.clear();
            if (c == u'\n')
                lines.append(QStringList());
        } else if (quoted || c != u'\r') {
            cell.append(c);
        }
    }
    return lines;
}

bool isTakenForFormula(const QString &cell)
{
    static const QString signs = u"=+-@\t\r\n＝＋－＠"_s;
    const QString seen = QString(cell).remove(QChar(0xfeff));
    return !seen.isEmpty() && signs.contains(seen.at(0));
}

} // namespace

TEST_CASE("Markup, place markers and turned text are shown letter by letter on every page, form and preview")
{
    for (const QString &text : {kMarkup, kTurned}) {
        EveryKind kinds(text, print::PdfRenderer());
        MainWindow window(kinds.hostel.clock);
        window.show();
        window.enter(shared(kinds.hostel));
        int seen = 0;
        walkPages(window, kinds, [&](const QString &where) { checkShown(window, text, where, seen); });
        CHECK(seen > 300); // else the pages were empty
    }
}

TEST_CASE("Texts as long as a field takes them keep every page inside the window")
{
    EveryKind kinds(QString(10'000, u'x'), print::PdfRenderer());
    MainWindow window(kinds.hostel.clock);
    window.resize(1366, 768);
    window.show();
    window.enter(shared(kinds.hostel));
    walkPages(window, kinds, [&](const QString &where) {
        INFO(where.toStdString());
        CHECK(window.minimumSizeHint().width() <= 1366);
        CHECK(window.width() <= 1366);
    });
}

TEST_CASE("Markup stands on paper as it was typed, and nothing is loaded for it")
{
    EveryKind kinds(kMarkup, print::PdfRenderer());
    Services &services = kinds.services();
    const QString expected = kMarkup;
    const auto view = *need(services.plans.planOf(kinds.ben.id));
    const PlanSnapshot snapshot = need(services.plans.snapshotOf(view.current.version.id));
    const auto facts = need(print::emergencyFacts(services, kinds.ben.id));
    const auto agreement = need(services.records.all<SharingAgreement>()).first().value;
    const std::pair<const char *, print::Document> documents[] = {
        {"care plan", print::carePlanDocument(snapshot, u"7f3a-91c2-e04d"_s, print::CopyKind::Full)},
        {"large print", print::carePlanDocument(snapshot, {}, print::CopyKind::LargePrint)},
        {"emergency sheet", print::emergencySheet(facts, services.records.choices())},
        {"week of the house",
            need(print::appointmentsOfHouse(services, services.records.today().addDays(-7), services.records.today().addDays(7))).document},
        {"upcoming appointments", need(print::upcomingAppointments(services, kinds.ben.id))},
        {"directory", need(print::directoryDocument(services))},
        {"agreement", need(print::agreementForm(services, agreement, {Category::Identity}))},
        {"withdrawal letter", need(print::withdrawalLetter(services, agreement))},
        {"who has my data", need(print::whoHasMyData(services, kinds.ben.id)).document},
        {"referral",
            print::referralDocument(need(services.referrals.facts(
                wishFor(kinds.ben.id, kinds.agency.id, {Category::Identity, Category::Health, Category::CarePlan}, kMarkup))))},
    };
    for (const auto &[name, document] : documents) {
        INFO(name);
        const QString words = wordsOf(document.toPdf());
        CHECK(words.contains(expected));
        CHECK(isLiteral(words, expected));
        CHECK_FALSE(document.title.contains(kBegin));
    }
    CHECK(need(readReferral(kinds.data)).reason.contains(expected)); // and it comes back whole
}

TEST_CASE("No cell of any list that leaves as CSV is taken for a formula, and each reads as it was typed")
{
    EveryKind kinds(kFormula, print::PdfRenderer());
    Services &services = kinds.services();
    int cells = 0;
    for (const RecordType *type : allKinds()) {
        RecordTableModel model(*type, services);
        model.setRows(need(services.records.list(*type)));
        const QString csv = need(model.csv());
        INFO(type->table << '\n' << csv.toStdString());
        const QList<QStringList> lines = cellsOf(csv);
        for (const QStringList &line : lines)
            for (const QString &cell : line)
                CHECK_FALSE(isTakenForFormula(cell));
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < lines.first().size(); ++column) { // what no field holds stays on the screen
                const QString shown = model.index(row, column).data().toString();
                const QString cell = lines.at(row + 1).value(column);
                const bool isDay = QDate::fromString(cell, Qt::ISODate).isValid(); // for programs, and no words of anybody's
                CHECK((isDay || cell == shown || cell == u'\'' + shown));
                cells += shown.contains(kBegin) ? 1 : 0;
            }
    }
    CHECK(cells > 20);
    for (const QString &text : literalTexts() + QList<QString>{u"\t=1"_s, u"\r=1"_s, u"\n=1"_s, u"＝1+1"_s}) {
        INFO(text.toStdString());
        CHECK_FALSE(isTakenForFormula(cellsOf(csvLine({text})).first().first()));
    }
}

TEST_CASE("The list of residents, exported by hand, holds no formula")
{
    EveryKind kinds(kFormula, print::PdfRenderer());
    MainWindow window(kinds.hostel.clock);
    window.show();
    window.enter(shared(kinds.hostel));
    window.workspace()->openPlace(u"residents"_s);
    Screen::settle();
    for (QPushButton *button : window.workspace()->currentPage()->findChildren<QPushButton *>())
        if (button->text() == u"Export CSV")
            QTest::mouseClick(button, Qt::LeftButton);
    Screen::settle();
    auto *dialog = window.findChild<QFileDialog *>();
    REQUIRE(dialog);
    const QString path = kinds.out.filePath(u"residents.csv"_s);
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    REQUIRE(name);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    REQUIRE(Screen::waitFor([&] { return QFile::exists(path); }));
    const QString csv = QString::fromUtf8(contentOf(path));
    CHECK(csv.contains(kBegin));
    for (const QStringList &line : cellsOf(csv))
        for (const QString &cell : line) {
            INFO(cell.toStdString());
            CHECK_FALSE(isTakenForFormula(cell));
        }
}

TEST_CASE("What can be typed with a NUL, a bell or half a character is refused beside its field or kept as it was typed")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    for (const QString &text : brokenTexts()) {
        MainWindow window(hostel.clock);
        window.show();
        window.enter(shared(hostel));
        window.workspace()->openPlace(u"partners"_s);
        Screen screen(window);
        Screen::settle();
        screen.press(u"new"_s);
        auto *name = screen.find<QLineEdit>(u"name"_s, window.workspace()->currentPage());
        name->setText(text);
        Q_EMIT name->textEdited(text);
        screen.choose(u"category"_s, u"debt"_s, window.workspace()->currentPage());
        const qint64 before = need(hostel.services().records.count(recordType<Agency>()));
        const QString typed = name->text();
        screen.press(u"save"_s, window.workspace()->currentPage());
        INFO("typed " << typed.toUtf8().toHex().toStdString());
        const auto agencies = need(hostel.services().records.all<Agency>({.orderBy = u"id"_s}));
        if (agencies.size() > before)
            CHECK(agencies.last().value.name == cleaned(typed));
        else
            CHECK(window.workspace()->currentPage()->findChild<RecordTable *>()); // still there, with the form
    }
}

} // namespace keywork::test::hostile_text_test
