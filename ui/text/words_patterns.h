// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/record/choice_list.h"
#include "core/rules/incident_patterns.h"

namespace keywork::words {

/// One way to look at the incidents of a time, with its values as people read them.
struct PatternView {
    QString title; ///< "By kind"
    QString code; ///< of the grouping, for a spreadsheet: "kind"
    QList<PatternCount> counts; ///< value: in words
};

/// Kind, place, hour, weekday, substance. `choices` knows the kinds.
QList<PatternView> patternViews(const IncidentPatterns &patterns, const ChoiceSource &choices);
/// "12 incidents, 3 near misses"
QString patternTotal(const IncidentPatterns &patterns);

} // namespace keywork::words
