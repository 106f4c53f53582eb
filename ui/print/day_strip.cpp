// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/day_strip.h"

#include "ui/text/words.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

constexpr int kWeek = 7;
constexpr qreal kRounding = 3;

QString sayStrip(const char *marked) { return QCoreApplication::translate("treatment", marked); }

/// The sign of a state: what tells it apart in black and white.
QString signOf(StripState state)
{
    switch (state) {
    case StripState::PickedUp:
        return u"✓"_s;
    case StripState::NotCollected:
        return u"×"_s;
    case StripState::NotSaid:
        return u"?"_s;
    case StripState::Gap:
        return u"!"_s;
    case StripState::ClosedNotArranged:
        return u"–"_s;
    case StripState::Unknown:
        return u"…"_s;
    case StripState::Covered:
    case StripState::None:
        break;
    }
    return {};
}

struct Look {
    QColor fill;
    QColor hatch; ///< not valid: none
    QColor edge; ///< not valid: none
    Qt::PenStyle edgeStyle = Qt::SolidLine;
    QColor sign;
};

Look lookOf(StripState state, const StripStyle &style)
{
    switch (state) {
    case StripState::PickedUp:
        return {style.doneSoft, {}, {}, Qt::SolidLine, style.done};
    case StripState::NotCollected:
        return {style.emergencySoft, {}, style.emergency, Qt::SolidLine, style.emergency};
    case StripState::NotSaid:
        return {style.card, {}, style.chart.soft, Qt::DotLine, style.chart.soft};
    case StripState::Covered:
        return {style.chart.fill, {}, {}, Qt::SolidLine, style.chart.ink};
    case StripState::Gap:
        return {style.attentionSoft, style.attention, style.attention, Qt::SolidLine, style.attention};
    case StripState::ClosedNotArranged:
        return {style.attentionSoft, {}, style.attention, Qt::DashLine, style.attention};
    case StripState::Unknown:
        return {style.card, {}, style.chart.line, Qt::DotLine, style.chart.soft};
    case StripState::None:
        break;
    }
    return {style.card, {}, style.chart.line, Qt::SolidLine, style.chart.soft};
}

/// Stripes drawn by hand: a brush pattern would be a bitmap on paper.
void hatch(QPainter &painter, const QRectF &place, const QColor &colour)
{
    painter.save();
    painter.setClipRect(place, Qt::IntersectClip);
    const qreal apart = place.height() / 3.5;
    painter.setPen(QPen(colour, apart / 4));
    for (qreal x = place.left() - place.height(); x < place.right(); x += apart)
        painter.drawLine(QPointF(x, place.bottom()), QPointF(x + place.height(), place.top()));
    painter.restore();
}

} // namespace

QList<QRectF> stripPlaces(const QRectF &place, qsizetype days, int perRow, qreal rowHeight, qreal gap, const QFont &font)
{
    const qreal head = QFontMetricsF(font).height() + gap;
    const qreal wide = (place.width() - gap * (perRow - 1)) / perRow;
    QList<QRectF> all;
    for (qsizetype i = 0; i < days; ++i) {
        const qsizetype row = i / perRow;
        all.append(QRectF(
            place.left() + qreal(i % perRow) * (wide + gap), place.top() + head + qreal(row) * (head + rowHeight + gap), wide, rowHeight));
    }
    return all;
}

void paintStripDay(QPainter &painter, const QRectF &place, const StripDay &day, QDate today, const StripStyle &style)
{
    const bool isToday = day.on == today;
    const Look look = lookOf(day.state, style);
    painter.setPen(look.edge.isValid() ? QPen(look.edge, QFontMetricsF(style.chart.font).height() / 14, look.edgeStyle) : QPen(Qt::NoPen));
    painter.setBrush(isToday ? style.chart.accent : look.fill);
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), kRounding, kRounding);
    if (look.hatch.isValid() && !isToday)
        hatch(painter, place.adjusted(1, 1, -1, -1), look.hatch);
    QFont font = style.chart.font;
    const QString sign = signOf(day.state);
    const QString word = isToday && sign.isEmpty() ? sayStrip(QT_TRANSLATE_NOOP("treatment", "today")) : sign;
    font.setBold(!sign.isEmpty());
    painter.setFont(font);
    if (look.hatch.isValid() && !isToday && !word.isEmpty()) { // a sign on stripes would not be read
        const QRectF words = QFontMetricsF(font).boundingRect(place, Qt::AlignCenter, word);
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.fill);
        painter.drawRoundedRect(words.adjusted(-7, -1, 7, 1), kRounding, kRounding);
    }
    painter.setPen(isToday ? style.onAccent : look.sign);
    painter.drawText(place, Qt::AlignCenter, word);
}

void paintDayStrip(QPainter &painter, const QList<QRectF> &places, const QList<StripDay> &days, QDate today, const StripStyle &style)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetricsF metrics(style.chart.font);
    const qsizetype now = days.isEmpty() ? 0 : days.first().on.daysTo(today);
    for (qsizetype i = 0; i < days.size(); ++i) {
        const QRectF &place = places.at(i);
        paintStripDay(painter, place, days.at(i), today, style);
        const bool isToday = i == now;
        const bool isBesideToday = now >= 0 && now < days.size() && !isToday && std::abs(i - now) <= 1;
        if ((i % kWeek != 0 && !isToday) || isBesideToday)
            continue;
        QFont font = style.chart.font;
        font.setBold(isToday);
        painter.setFont(font);
        painter.setPen(isToday ? style.chart.ink : style.chart.soft);
        const bool isLast = i + 1 == days.size() && place.left() > places.first().left(); // it would stand out at the right
        const qreal wide = std::max(place.width(), QFontMetricsF(font).horizontalAdvance(u"00 Mmm 0000"_s));
        const QRectF above(
            isLast ? place.right() - wide : place.left(), place.top() - metrics.height() - metrics.height() / 4, wide, metrics.height());
        painter.drawText(above, (isLast ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, words::dayAndMonth(days.at(i).on, today));
    }
    painter.restore();
}

} // namespace keywork
