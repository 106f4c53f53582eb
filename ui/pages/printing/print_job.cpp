// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/printing/print_job.h"

#include "core/services/sharing/durable_file.h"

#include <QPageRanges>
#include <QPageSize>
#include <QPainter>
#include <QPrintDialog>
#include <QPrintEngine>
#include <QPrinterInfo>
#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

/// Where Qt's dialog leaves what CUPS is to do: a list of names and values by turns. Qt's own, but it has no other word.
constexpr auto kCupsOptions = QPrintEngine::PrintEnginePropertyKey(0xfe00);
const QString kRanges = u"page-ranges"_s;
const QString kOddOrEven = u"page-set"_s;

QStringList cupsOptions(const QPrinter &printer) { return printer.printEngine()->property(kCupsOptions).toStringList(); }

QString cupsOption(const QPrinter &printer, const QString &name)
{
    const QStringList options = cupsOptions(printer);
    const qsizetype at = options.indexOf(name);
    return at < 0 ? QString() : options.value(at + 1);
}

/// CUPS counts the pages that it gets, which in reverse order are others than were meant; so they are chosen here.
void takeOver(QPrinter &printer, const QStringList &names)
{
    QStringList options = cupsOptions(printer);
    for (const QString &name : names)
        if (const qsizetype at = options.indexOf(name); at >= 0)
            options.remove(at, std::min<qsizetype>(2, options.size() - at));
    if (options != cupsOptions(printer))
        printer.printEngine()->setProperty(kCupsOptions, options);
}

bool prints(int page, const QPageRanges &ranges, const QString &oddOrEven)
{
    const bool isLeftOut = (oddOrEven == u"odd" && page % 2 == 0) || (oddOrEven == u"even" && page % 2 == 1);
    return !isLeftOut && (ranges.isEmpty() || ranges.contains(page));
}

/// Pages of the document (1 the first; 0: an empty side) in the order in which they are to be drawn.
QList<int> drawnPages(const QPrinter &printer, const PrintExtent &extent)
{
    QList<int> once = extent.pages;
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::reverse(once.begin(), once.end());
    const int copies = printer.supportsMultipleCopies() ? 1 : extent.copies; // else the printer makes them
    const bool isTwoSided = printer.duplex() == QPrinter::DuplexLongSide || printer.duplex() == QPrinter::DuplexShortSide
        || printer.duplex() == QPrinter::DuplexAuto;
    QList<int> all;
    if (printer.collateCopies() || isTwoSided) { // page after page on both sides of a sheet would make no copy at all
        if (isTwoSided && copies > 1 && once.size() % 2 == 1)
            once.append(0); // the next copy begins on a sheet of its own
        for (int copy = 0; copy < copies; ++copy)
            all += once;
        return all;
    }
    for (const int page : once)
        all += QList<int>(copies, page);
    return all;
}

/// In its middle, on whatever paper it is; a leaflet no larger than it is, `natural` dots for a tenth of a point.
void placeOn(QPainter &painter, const QRectF &paper, const print::Document &document, qreal natural)
{
    const QSizeF sheet = document.size();
    qreal scale = std::min(paper.width() / sheet.width(), paper.height() / sheet.height());
    if (document.paper != print::Paper::A4)
        scale = std::min(scale, natural);
    painter.translate((paper.width() - sheet.width() * scale) / 2, (paper.height() - sheet.height() * scale) / 2);
    painter.scale(scale, scale);
}

} // namespace

void askForPrinter(QWidget *parent, std::function<void(QPrinter &)> chosen)
{
    // Looking for printers, CUPS would otherwise ask the network where no print server runs on this PC.
    qputenv("CUPS_SERVER", "/run/cups/cups.sock");
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(u"Keywork"_s);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), parent,
        [printer, chosen = std::move(chosen)](QPrinter *) { chosen(*printer); }, Qt::QueuedConnection);
    dialog->open();
}

std::unique_ptr<QPrinter> usualPrinter()
{
    qputenv("CUPS_SERVER", "/run/cups/cups.sock"); // as above
    const QPrinterInfo usual = QPrinterInfo::defaultPrinter();
    if (usual.isNull())
        return nullptr;
    auto printer = std::make_unique<QPrinter>(usual, QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setDocName(u"Keywork"_s);
    return printer;
}

PrintExtent extentOf(const QPrinter &printer, int pageCount)
{
    const QString asked = cupsOption(printer, kRanges);
    const QPageRanges ranges = !asked.isEmpty()       ? QPageRanges::fromString(asked)
        : printer.printRange() == QPrinter::PageRange ? printer.pageRanges()
                                                      : QPageRanges();
    PrintExtent extent{{}, pageCount, std::max(1, printer.copyCount())};
    for (int page = 1; page <= pageCount; ++page)
        if (prints(page, ranges, cupsOption(printer, kOddOrEven)))
            extent.pages.append(page);
    return extent;
}

bool printPages(QPrinter &printer, const print::Document &document)
{
    // To a file: the dialog asked whether it may go.
    if (!printer.outputFileName().isEmpty() && !checkMayWrite(printer.outputFileName(), "%PDF", IfThere::Replace))
        return false;
    const QList<int> pages = drawnPages(printer, extentOf(printer, document.pageCount()));
    if (pages.isEmpty())
        return false;
    takeOver(printer, {kRanges, kOddOrEven});
    printer.setFullPage(true);
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    placeOn(painter, printer.paperRect(QPrinter::DevicePixel), document, printer.resolution() / (72 * print::kPoint));
    for (qsizetype i = 0; i < pages.size(); ++i) {
        if (i > 0 && !printer.newPage())
            return !printer.abort(); // what can't be taken back counts as printed
        if (pages.at(i) > 0)
            document.paintPage(painter, pages.at(i) - 1);
    }
    return true;
}

} // namespace keywork
