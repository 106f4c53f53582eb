// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/stage_movement.h"
#include "core/rules/substance_changes.h"

#include <QColor>
#include <QFont>
#include <QList>
#include <QRectF>

QT_BEGIN_NAMESPACE
class QPainter;
QT_END_NAMESPACE

namespace keywork {

/// One function each for screen and paper; the caller gives colours and font, so that both themes and print agree.
struct ChartStyle {
    QColor ink;
    QColor soft;
    QColor line;
    QColor fill;
    QColor accent;
    QList<QColor> stages; ///< five; empty: all in accent
    QFont font;
};

/// A spoke of the wheel: its name and where the person puts themselves, 0 to 10; empty: not said.
struct WheelPart {
    QString name;
    std::optional<qint64> rating;
};
void paintWheel(QPainter &painter, const QRectF &place, const QList<WheelPart> &parts, const ChartStyle &style);
QString wheelText(const QList<WheelPart> &parts);

/// Five levels over true time, from the first entry until `today`.
void paintStageTrack(QPainter &painter, const QRectF &place, const QList<StageMove> &moves, QDate today, const ChartStyle &style);
QString stageTrackText(const QList<StageMove> &moves);

/// The days at both ends of a drawing, the same for drawings below each other; not valid: those of its own points.
struct UseSpan {
    QDate first = {};
    QDate last = {};
};

/// Days of use out of 28, a bar a review over true time: none is a flat line, not known an empty frame, a review that says
/// nothing of it a gap. What is the same as before is paler. Its words: words::useHistory().
void paintUseHistory(QPainter &painter, const QRectF &place, const QList<UsePoint> &points, const ChartStyle &style, UseSpan span = {});

} // namespace keywork
