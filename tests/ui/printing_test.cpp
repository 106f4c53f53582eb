// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sharing/disclosures.h"
#include "tests/support/desk.h"
#include "tests/support/services.h"
#include "ui/pages/printing/preview_page.h"
#include "ui/pages/printing/print_job.h"
#include "ui/text/words.h"

#include <QPageSize>
#include <QProcess>
#include <QRegularExpression>

namespace keywork::test::printing_test {

namespace {

/// Five pages, each with a word of its own.
print::Document fivePages()
{
    print::Document document;
    for (int page = 1; page <= 5; ++page)
        document.add(print::text({{u"leaf%1"_s.arg(page)}}, 12, 800)); // the next one has no room
    REQUIRE(document.pageCount() == 5);
    return document;
}

QString outputOf(const QString &program, const QStringList &arguments)
{
    QProcess reader;
    reader.start(program, arguments);
    REQUIRE(reader.waitForFinished());
    REQUIRE(reader.exitCode() == 0);
    return QString::fromUtf8(reader.readAllStandardOutput());
}

/// A printer that writes a PDF, set as the dialog sets it.
struct Paper {
    QTemporaryDir folder;
    const bool asksNoNetwork = qputenv("CUPS_SERVER", "/run/cups/cups.sock"); // as askForPrinter does, before there is a printer
    QPrinter printer{QPrinter::HighResolution};
    Paper()
    {
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(folder.filePath(u"out.pdf"_s));
        printer.setPageSize(QPageSize(QPageSize::A4));
    }
    void choose(int from, int to)
    {
        printer.setPrintRange(QPrinter::PageRange);
        printer.setFromTo(from, to);
    }
    /// The leaves in the order in which they came, an empty page as "-".
    QString leaves()
    {
        QStringList found;
        QStringList sheets = outputOf(u"pdftotext"_s, {printer.outputFileName(), u"-"_s}).split(u'\f');
        sheets.removeLast();
        static const QRegularExpression leaf(u"leaf(\\d)"_s);
        for (const QString &sheet : sheets) {
            const auto match = leaf.match(sheet);
            found.append(match.hasMatch() ? match.captured(1) : u"-"_s);
        }
        return found.join(QString());
    }
    QString print()
    {
        REQUIRE(printPages(printer, fivePages()));
        return leaves();
    }
    /// Where the word stands on the first page, in points.
    QRectF place(const QString &word) const
    {
        const QRegularExpression box(
            u"<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">%1</word>"_s.arg(word));
        const auto match = box.match(outputOf(u"pdftotext"_s, {u"-bbox"_s, u"-l"_s, u"1"_s, printer.outputFileName(), u"-"_s}));
        INFO(word.toStdString());
        REQUIRE(match.hasMatch());
        return {QPointF(match.captured(1).toDouble(), match.captured(2).toDouble()),
            QPointF(match.captured(3).toDouble(), match.captured(4).toDouble())};
    }
};

} // namespace

TEST_CASE("A printer gets the pages that were chosen, as often and in the order that was chosen")
{
    Paper paper;
    SECTION("all of them") { CHECK(paper.print() == u"12345"_s); }
    SECTION("a range")
    {
        paper.choose(2, 3);
        CHECK(paper.print() == u"23"_s);
    }
    SECTION("a range that ends behind the last page")
    {
        paper.choose(4, 9);
        CHECK(paper.print() == u"45"_s);
    }
    SECTION("several copies, one after the other")
    {
        paper.choose(1, 2);
        paper.printer.setCopyCount(2);
        paper.printer.setCollateCopies(true);
        CHECK(paper.print() == u"1212"_s);
    }
    SECTION("several copies, page by page")
    {
        paper.choose(1, 2);
        paper.printer.setCopyCount(2);
        paper.printer.setCollateCopies(false);
        CHECK(paper.print() == u"1122"_s);
    }
    SECTION("the last page first")
    {
        paper.choose(3, 5);
        paper.printer.setPageOrder(QPrinter::LastPageFirst);
        CHECK(paper.print() == u"543"_s);
    }
    SECTION("no page at all: nothing is printed")
    {
        paper.choose(7, 9);
        CHECK_FALSE(printPages(paper.printer, fivePages()));
        CHECK_FALSE(QFile::exists(paper.printer.outputFileName()));
    }
}

TEST_CASE("What was printed is said with its pages and copies")
{
    Paper paper;
    const auto said = [&paper] {
        const PrintExtent extent = extentOf(paper.printer, 5);
        return words::printedExtent(extent.pages, extent.pageCount, extent.copies);
    };
    CHECK(said() == u"all 5 pages"_s);
    paper.printer.setCopyCount(3);
    CHECK(said() == u"all 5 pages, 3 copies"_s);
    paper.choose(2, 4);
    CHECK(said() == u"pages 2-4 of 5, 3 copies"_s);
    paper.printer.setCopyCount(1);
    paper.choose(5, 5);
    CHECK(said() == u"page 5 of 5"_s);
    CHECK(words::printedExtent({1, 2, 5}, 7, 1) == u"pages 1-2, 5 of 7"_s);
    CHECK(words::printedExtent({1}, 1, 2) == u"1 page, 2 copies"_s);
}

TEST_CASE("A4 on other paper keeps its proportions and stands in the middle")
{
    Paper paper;
    paper.print();
    const QRectF word = paper.place(u"leaf1"_s);
    const QRectF foot = paper.place(u"Page"_s);
    const QSizeF sheet = QPageSize(QPageSize::A4).size(QPageSize::Point);
    for (const QPageSize::PageSizeId id : {QPageSize::Letter, QPageSize::A5, QPageSize::Legal, QPageSize::A3}) {
        Paper other;
        other.printer.setPageSize(QPageSize(id));
        other.print();
        const QSizeF size = QPageSize(id).size(QPageSize::Point);
        INFO(QPageSize::name(id).toStdString());
        const QString information = outputOf(u"pdfinfo"_s, {other.printer.outputFileName()});
        CHECK(information.contains(QRegularExpression(u"Page size: +%1[.0-9]* x %2"_s.arg(int(size.width())).arg(int(size.height())))));
        const double scale = std::min(size.width() / sheet.width(), size.height() / sheet.height());
        const QPointF corner((size.width() - sheet.width() * scale) / 2, (size.height() - sheet.height() * scale) / 2);
        const auto isWhere = [&](const QRectF &at, const QRectF &wanted) {
            INFO(at.x() << ' ' << at.y() << ' ' << at.width() << ' ' << at.height());
            constexpr double kNear = 2; // points; glyphs are placed by pixels of the printer
            CHECK(std::abs(at.x() - (corner.x() + wanted.x() * scale)) < kNear);
            CHECK(std::abs(at.y() - (corner.y() + wanted.y() * scale)) < kNear);
            CHECK(std::abs(at.width() - wanted.width() * scale) < kNear);
            CHECK(std::abs(at.height() - wanted.height() * scale) < kNear);
        };
        isWhere(other.place(u"leaf1"_s), word);
        isWhere(other.place(u"Page"_s), foot);
    }
}

TEST_CASE("The disclosure of a print says which pages left and how often, and a print without pages leaves nothing")
{
    TestHostel hostel;
    const auto ben = aPerson().arrived(QDate(2026, 8, 3)).in(hostel);
    QStringList sentences;
    Navigator navigator;
    navigator.header = [&sentences](const QString &sentence, bool) { sentences.append(sentence); };
    Printout printout;
    printout.document = fivePages();
    printout.about = forThem(ben.id, DisclosureKind::RecordPrint, u"Ben Barker"_s, {Category::Identity});
    PreviewPage page(printout, hostel.services(), navigator);
    const auto kept = [&] { return need(hostel.services().disclosures.about(ben.id)); };

    Paper nothing;
    nothing.choose(8, 9);
    page.printOn(nothing.printer);
    CHECK(kept().isEmpty());
    CHECK(sentences.isEmpty());

    Paper paper;
    paper.choose(2, 3);
    paper.printer.setCopyCount(2);
    page.printOn(paper.printer);
    REQUIRE(kept().size() == 1);
    CHECK(kept().first().value.left);
    CHECK(kept().first().value.extent == u"pages 2-3 of 5, 2 copies"_s);
    CHECK(sentences == QStringList{u"Written as a file that anybody can open: "_s + paper.folder.filePath(u"out.pdf"_s)});
    CHECK(paper.leaves() == u"2323"_s);
    // Of a file it says nothing: all of it left.
    need(page.savePdf(hostel.folder.filePath(u"whole.pdf"_s)));
    CHECK(kept().first().value.extent.isEmpty());
}

} // namespace keywork::test::printing_test
