// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/document.h"

#include <QPrinter>
#include <functional>

namespace keywork {

/// Asks for a printer without blocking. The job's name is "Keywork": the spooler's list is outside our promise.
void askForPrinter(QWidget *parent, std::function<void(QPrinter &)> chosen);

/// All pages on A4. False when the printer can't be reached; nothing was printed then.
bool printPages(QPrinter &printer, const print::Document &document);

} // namespace keywork
