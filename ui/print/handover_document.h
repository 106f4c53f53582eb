// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/handover.h"
#include "core/services/services.h"
#include "ui/print/document.h"

#include <set>

namespace keywork::print {

/// A handover as a paper, with what the ledger keeps of it.
struct HandoverPaper {
    Document document;
    QString fileName; ///< without .pdf
    QList<Id<Person>> people;
    std::set<Category> holds;
};

/// What was handed over, as it was read: what two minutes hold first, then the rest; what was still to be done, with boxes to
/// tick; who acknowledged it. NotFound, NotPermitted; NotAllowedNow for one that is not finished.
Result<HandoverPaper> handoverPaper(const Services &services, Id<Handover> id);

} // namespace keywork::print
