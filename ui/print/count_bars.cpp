// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/count_bars.h"

#include "ui/print/say.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr qreal kNameShare = 0.34; ///< of the width
constexpr qreal kBarOfLine = 0.42; ///< of the height of a line

qreal lineOfBars(const QFont &font) { return QFontMetricsF(font).height() * 1.55; }

} // namespace

qreal countBarsHeight(qsizetype bars, const QFont &font) { return lineOfBars(font) * qreal(bars); }

QString countBarsText(const QList<CountBar> &bars)
{
    QStringList parts;
    for (const CountBar &bar : bars)
        parts.append(print::say("%1: incidents %2, near misses %3").arg(bar.name).arg(bar.first).arg(bar.second));
    return parts.join(u"; "_s);
}

void paintCountBars(QPainter &painter, const QRectF &place, const QList<CountBar> &bars, const ChartStyle &style)
{
    int most = 1;
    for (const CountBar &bar : bars)
        most = std::max({most, bar.first, bar.second});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    const qreal line = lineOfBars(style.font);
    const qreal room = metrics.horizontalAdvance(u"000"_s) * 1.6;
    const qreal left = place.left() + place.width() * kNameShare;
    const qreal width = std::max<qreal>(1, place.right() - left - room);
    qreal top = place.top();
    for (const CountBar &bar : bars) {
        painter.setPen(style.ink);
        painter.drawText(QRectF(place.left(), top, place.width() * kNameShare - metrics.averageCharWidth(), line),
            Qt::AlignLeft | Qt::AlignVCenter,
            metrics.elidedText(bar.name, Qt::ElideRight, place.width() * kNameShare - metrics.averageCharWidth()));
        const qreal thick = line * kBarOfLine;
        qreal y = top + line / 2 - thick;
        for (const auto &[number, isFilled] : {std::pair(bar.first, true), std::pair(bar.second, false)}) {
            const QRectF drawn(left, y + thick * 0.08, width * number / most, thick * 0.84);
            painter.setPen(QPen(style.accent, metrics.height() * 0.06));
            painter.setBrush(isFilled ? QBrush(style.accent) : QBrush(Qt::NoBrush));
            if (number > 0)
                painter.drawRect(drawn);
            painter.setPen(number > 0 ? style.ink : style.soft);
            QFont small = style.font;
            if (small.pixelSize() > 0)
                small.setPixelSize(std::max(1, int(small.pixelSize() * 0.8)));
            else
                small.setPointSizeF(small.pointSizeF() * 0.8);
            painter.setFont(small);
            painter.drawText(QRectF(drawn.right() + metrics.averageCharWidth() * 0.6, y - thick, room, thick * 3),
                Qt::AlignLeft | Qt::AlignVCenter, QString::number(number));
            painter.setFont(style.font);
            y += thick;
        }
        top += line;
    }
    painter.restore();
}

} // namespace keywork
