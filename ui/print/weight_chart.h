// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/body_measures.h"
#include "ui/print/charts.h"

namespace keywork {

/// Weights over true time: kilograms at the left, stone at the right, the first and last day below. The scale begins a little
/// below the least weight, since nobody weighs nothing.
void paintWeights(QPainter &painter, const QRectF &place, const QList<WeightPoint> &points, const ChartStyle &style);

} // namespace keywork
