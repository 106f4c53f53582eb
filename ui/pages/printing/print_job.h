// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/document.h"

#include <QPrinter>
#include <functional>
#include <memory>

namespace keywork {

/// Asks for a printer without blocking. The job's name is "Keywork": the spooler's list is outside our promise.
void askForPrinter(QWidget *parent, std::function<void(QPrinter &)> chosen);

/// The printer that this PC prints on unless somebody chooses another, on A4; none: no printer is set up. Nothing is asked.
std::unique_ptr<QPrinter> usualPrinter();

/// What of a document was chosen to be printed.
struct PrintExtent {
    QList<int> pages; ///< 1 the first, ascending, each once
    int pageCount = 0; ///< of the document
    int copies = 1;
};
/// What the dialog was told: ranges, odd or even pages, copies. A range in which no page is means none.
PrintExtent extentOf(const QPrinter &printer, int pageCount);

/// Those pages as they are on A4, as large as the paper allows in their own proportions, in its middle; in the order, as
/// often, and on as many sides as was chosen. False when the printer can't be reached, or there is nothing to print;
/// nothing was printed then.
bool printPages(QPrinter &printer, const print::Document &document);

} // namespace keywork
