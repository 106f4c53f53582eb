// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/ruler_chart.h"

#include "ui/print/say.h"
#include "ui/text/words.h"

#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qreal kDot = 3;

using Ruler = std::optional<qint64> RulerPoint::*;

void paintRuler(QPainter &painter, const QRectF &inside, const QList<RulerPoint> &points, Ruler ruler, const QPen &pen)
{
    const qreal days = qreal(std::max<qint64>(1, points.first().on.daysTo(points.last().on)));
    const auto at = [&](const RulerPoint &point) {
        const qreal x = inside.left() + inside.width() * qreal(points.first().on.daysTo(point.on)) / days;
        return QPointF(x, inside.bottom() - inside.height() * qreal(*(point.*ruler)) / 10);
    };
    painter.setPen(pen);
    std::optional<QPointF> before;
    for (const RulerPoint &point : points) {
        if (!(point.*ruler)) {
            before.reset();
            continue;
        }
        const QPointF here = at(point);
        if (before)
            painter.drawLine(*before, here);
        painter.drawEllipse(here, kDot, kDot);
        before = here;
    }
}

QString ratingWords(const std::optional<qint64> &rating) { return rating ? QString::number(*rating) : print::say("not asked"); }

} // namespace

void paintRulers(QPainter &painter, const QRectF &place, const QList<RulerPoint> &points, const ChartStyle &style)
{
    if (points.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    const qreal edge = QFontMetricsF(style.font).horizontalAdvance(u"10"_s) + 8;
    const QRectF inside = place.adjusted(edge, 6, -6, -6);
    for (const int line : {0, 5, 10}) {
        const qreal y = inside.bottom() - inside.height() * line / 10.0;
        painter.setPen(QPen(style.line, 1));
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
        painter.setPen(style.soft);
        painter.drawText(QRectF(place.left(), y - 10, edge - 6, 20), Qt::AlignRight | Qt::AlignVCenter, QString::number(line));
    }
    paintRuler(painter, inside, points, &RulerPoint::importance, QPen(style.accent, 2));
    paintRuler(painter, inside, points, &RulerPoint::confidence, QPen(style.ink, 2, Qt::DashLine)); // told apart without colour
    painter.restore();
}

QString rulersText(const QList<RulerPoint> &points)
{
    QStringList lines;
    for (const RulerPoint &point : points)
        lines.append(
            print::say("%1: matters %2, sure %3").arg(words::date(point.on), ratingWords(point.importance), ratingWords(point.confidence)));
    return lines.join(u'\n');
}

} // namespace keywork
