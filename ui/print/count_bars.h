// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/charts.h"

namespace keywork {

/// A line of the drawing: incidents and near misses of one value, each a bar of its own with its number.
struct CountBar {
    QString name;
    int first = 0;
    int second = 0;
};

/// Bars below each other, two for each name: the first filled, the second an outline, both on one scale. The number stands at
/// each bar's end, so that the drawing says no less than a table.
void paintCountBars(QPainter &painter, const QRectF &place, const QList<CountBar> &bars, const ChartStyle &style);
/// The height that they take in this font.
qreal countBarsHeight(qsizetype bars, const QFont &font);
/// The same in words: "Threat: incidents 3, near misses 0; …".
QString countBarsText(const QList<CountBar> &bars);

} // namespace keywork
