// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/charts.h"

namespace keywork {

/// What is known of one day of a prescription. Never told by its colour alone: each has a sign, and words.
enum class StripState {
    PickedUp,
    NotCollected,
    NotSaid, ///< gone by, and nobody said anything: never counted as taken
    Covered,
    Gap,
    ClosedNotArranged,
    Unknown, ///< an open end that the service has not confirmed this far
    None ///< before or after it, and no gap
};

struct StripDay {
    QDate on;
    StripState state = StripState::None;
    QString words; ///< what the day's sentence says besides the state; may be empty
    bool operator==(const StripDay &) const = default;
};

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

/// The word of a state, as the legend has it: "picked up", "not collected".
QString stripWord(StripState state);
/// "Thu 17 Sep 2026: gap. No prescription covers this day."
QString stripSentence(const StripDay &day, QDate today);
/// Every day of the strip, one a line.
QString stripText(const QList<StripDay> &days, QDate today);
/// The states that stand in it, in the order of the legend.
QList<StripState> statesIn(const QList<StripDay> &days);

/// Where each day stands: `perRow` beside each other with room for dates above each row.
QList<QRectF> stripPlaces(const QRectF &place, qsizetype days, int perRow, qreal rowHeight, qreal gap, const QFont &font);
void paintStripDay(QPainter &painter, const QRectF &place, const StripDay &day, QDate today, const StripStyle &style);
/// The days in their places, a date above each seventh, and above today.
void paintDayStrip(QPainter &painter, const QList<QRectF> &places, const QList<StripDay> &days, QDate today, const StripStyle &style);

} // namespace keywork
