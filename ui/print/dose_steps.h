// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/charts.h"
#include "ui/text/treatment_days.h"

namespace keywork {

/// One medicine's doses as steps over true time with their numbers, until `until`; `today` is marked where it lies within.
void paintDoseSteps(QPainter &painter, const QRectF &place, const QList<DoseStep> &steps, const QString &unit, QDate until, QDate today,
    const ChartStyle &style);
} // namespace keywork
