// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/services.h"
#include "ui/print/document.h"

namespace keywork::print {

/// A list as the screen shows it, with all its lines.
struct ListOnPaper {
    QString title;
    QString whose; ///< whom it is about; empty: nobody
    QString filter; ///< what was typed over it; empty: nothing
    QStringList labels;
    QList<QStringList> lines;
    QStringList below = {}; ///< sentences that the lines do not go without
};

/// Long texts are cut, and the paper says so: a line must fit on a page.
Result<Document> listDocument(const Services &services, const ListOnPaper &list);

} // namespace keywork::print
