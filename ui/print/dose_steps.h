// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/charts.h"

namespace keywork {

/// A dose from a day on, until the next step.
struct DoseStep {
    QDate from;
    double dose = 0; ///< in `unit`
    QString words; ///< with its strength: 35 mg (35 ml of 1 mg/ml)
    bool operator==(const DoseStep &) const = default;
};

/// One medicine's doses as steps over true time with their numbers, until `until`; `today` is marked where it lies within.
void paintDoseSteps(QPainter &painter, const QRectF &place, const QList<DoseStep> &steps, const QString &unit, QDate until, QDate today,
    const ChartStyle &style);
/// The same in words, one step a line.
QString doseStepsText(const QList<DoseStep> &steps);

} // namespace keywork
