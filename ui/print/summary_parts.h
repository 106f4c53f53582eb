// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/summary_document.h"

namespace keywork::print {

using SummaryLines = Result<QList<SummaryLine>>;
inline constexpr int kOthersOnSummary = 4; ///< of what there may be many

// What the parts have in common.

/// Adds what is not empty, so that a page holds no labels without words.
void addSummaryLine(QList<SummaryLine> &lines, const QString &label, const QString &value);
QString joinedFacts(const QStringList &parts, const QString &between = QStringLiteral(", "));
QString choiceOnSummary(const SummarySource &source, const QString &list, const Choice &choice);

// Parts about health and safety, in summary_parts_care.cpp.
SummaryLines useOnSummary(const SummarySource &source, SummaryCopy copy);
SummaryLines riskOnSummary(const SummarySource &source, SummaryCopy copy);
SummaryLines healthOnSummary(const SummarySource &source, SummaryCopy copy);
SummaryLines virusesOnSummary(const SummarySource &source, SummaryCopy copy);
SummaryLines treatmentOnSummary(const SummarySource &source, SummaryCopy copy);

} // namespace keywork::print
