// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/printing/print_job.h"

#include "core/services/sharing/durable_file.h"

#include <QPageSize>
#include <QPainter>
#include <QPrintDialog>
#include <memory>

using namespace Qt::StringLiterals;

namespace keywork {

void askForPrinter(QWidget *parent, std::function<void(QPrinter &)> chosen)
{
    // Looking for printers, CUPS would otherwise ask the network where no print server runs on this PC.
    qputenv("CUPS_SERVER", "/run/cups/cups.sock");
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setFullPage(true);
    printer->setDocName(u"Keywork"_s);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), parent,
        [printer, chosen = std::move(chosen)](QPrinter *) { chosen(*printer); }, Qt::QueuedConnection);
    dialog->open();
}

bool printPages(QPrinter &printer, const print::Document &document)
{
    // To a file: the dialog asked whether it may go.
    if (!printer.outputFileName().isEmpty() && !checkMayWrite(printer.outputFileName(), "%PDF", IfThere::Replace))
        return false;
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    const QSizeF sheet = print::Document::sheet();
    const QRectF paper = printer.paperRect(QPrinter::DevicePixel);
    painter.scale(paper.width() / sheet.width(), paper.height() / sheet.height());
    for (int page = 0; page < document.pageCount(); ++page) {
        if (page > 0)
            printer.newPage();
        document.paintPage(painter, page);
    }
    return true;
}

} // namespace keywork
