// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/naloxone_watch.h"
#include "ui/print/prescription_documents.h"

namespace keywork::print {

/// Every kit that is here, place by place, and what is left of the supplies. Holds nobody's data.
Result<Document> naloxoneStockPaper(const Services &services);
/// The list for the month: each place with the kits that should lie there, to be ticked and signed. Holds nobody's data.
Result<Document> naloxoneCheckPaper(const Services &services);
/// A recall: what the notice says, every kit of the batch with a box to tick, and at whom; about whom it is.
Result<HousePaperOfMany> naloxoneRecallPaper(const Services &services, const NaloxoneRecall &recall);

} // namespace keywork::print
