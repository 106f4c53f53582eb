// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/charts.h"
#include "ui/text/treatment_days.h"

namespace keywork {

/// The colours of a strip; on paper all are ink, soft and line, and the signs tell them apart.
struct StripStyle {
    ChartStyle chart;
    QColor card;
    QColor done;
    QColor doneSoft;
    QColor emergency;
    QColor emergencySoft;
    QColor attention;
    QColor attentionSoft;
    QColor onAccent; ///< text on the accent
};

/// Where each day stands: `perRow` beside each other with room for dates above each row.
QList<QRectF> stripPlaces(const QRectF &place, qsizetype days, int perRow, qreal rowHeight, qreal gap, const QFont &font);
void paintStripDay(QPainter &painter, const QRectF &place, const StripDay &day, QDate today, const StripStyle &style);
/// The days in their places, a date above each seventh, and above today.
void paintDayStrip(QPainter &painter, const QList<QRectF> &places, const QList<StripDay> &days, QDate today, const StripStyle &style);

} // namespace keywork
