// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/charts.h"

namespace keywork {

/// What a resident said of themselves in one session, 0 to 10; none: not asked.
struct RulerPoint {
    QDate on;
    std::optional<qint64> importance;
    std::optional<qint64> confidence;
};

/// Two lines over true time, in the order of the days. A session in which it was not asked is a gap, not a zero.
void paintRulers(QPainter &painter, const QRectF &place, const QList<RulerPoint> &points, const ChartStyle &style);
/// The same in words, one session a line.
QString rulersText(const QList<RulerPoint> &points);

} // namespace keywork
