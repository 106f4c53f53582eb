// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/weight_chart.h"

#include "ui/text/body_words.h"
#include "ui/text/words.h"

#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qreal kWeightDot = 3;
constexpr qint64 kKilo = 100'000'000; // BodyWeight's unit
constexpr qint64 kAround = 2 * kKilo; ///< left free above and below

struct WeightScale {
    qint64 least;
    qint64 most;
};

/// Whole kilograms around all of them.
WeightScale weightScale(const QList<WeightPoint> &points)
{
    const auto [low, high] = std::minmax_element(
        points.cbegin(), points.cend(), [](const WeightPoint &a, const WeightPoint &b) { return a.weight < b.weight; });
    return {(low->weight.hundredthsOfMilligram - kAround) / kKilo * kKilo,
        (high->weight.hundredthsOfMilligram + kAround + kKilo - 1) / kKilo * kKilo};
}

void paintWeightAxis(QPainter &painter, const QRectF &inside, const QRectF &place, WeightScale scale, const ChartStyle &style)
{
    constexpr qreal kHalfLine = 10;
    for (const qint64 level : {scale.least, (scale.least + scale.most) / 2, scale.most}) {
        const qreal y = inside.bottom() - inside.height() * qreal(level - scale.least) / qreal(scale.most - scale.least);
        painter.setPen(QPen(style.line, 1));
        painter.drawLine(QPointF(inside.left(), y), QPointF(inside.right(), y));
        painter.setPen(style.soft);
        painter.drawText(QRectF(place.left(), y - kHalfLine, inside.left() - place.left() - 6, 2 * kHalfLine),
            Qt::AlignRight | Qt::AlignVCenter, words::kilograms({level}));
        painter.drawText(QRectF(inside.right() + 6, y - kHalfLine, place.right() - inside.right() - 6, 2 * kHalfLine),
            Qt::AlignLeft | Qt::AlignVCenter, words::stoneAndPounds({level}));
    }
}

} // namespace

void paintWeights(QPainter &painter, const QRectF &place, const QList<WeightPoint> &points, const ChartStyle &style)
{
    if (points.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    const WeightScale scale = weightScale(points);
    const qreal left = metrics.horizontalAdvance(words::kilograms({scale.most})) + 10;
    const qreal right = metrics.horizontalAdvance(u"88 st 88.8 lb"_s) + 10;
    const QRectF inside = place.adjusted(left, metrics.height() / 2 + 2, -right, -metrics.height() * 1.6);
    paintWeightAxis(painter, inside, place, scale, style);
    const QDate first = points.first().on;
    const qreal days = qreal(std::max<qint64>(1, first.daysTo(points.last().on)));
    painter.setPen(QPen(style.accent, 2));
    painter.setBrush(style.accent);
    std::optional<QPointF> before;
    for (const WeightPoint &point : points) {
        const qreal height = qreal(point.weight.hundredthsOfMilligram - scale.least) / qreal(scale.most - scale.least);
        const QPointF here(
            inside.left() + inside.width() * qreal(first.daysTo(point.on)) / days, inside.bottom() - inside.height() * height);
        if (before)
            painter.drawLine(*before, here);
        painter.drawEllipse(here, kWeightDot, kWeightDot);
        before = here;
    }
    painter.setPen(style.soft);
    const QRectF below(inside.left(), inside.bottom() + 2, inside.width(), metrics.height() * 1.5);
    painter.drawText(below, Qt::AlignLeft | Qt::AlignBottom, words::date(first));
    if (points.size() > 1)
        painter.drawText(below, Qt::AlignRight | Qt::AlignBottom, words::date(points.last().on));
    painter.restore();
}

} // namespace keywork
