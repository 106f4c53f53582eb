// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/charts.h"

#include "ui/text/words.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayBeside(const char *text) { return QCoreApplication::translate("charts", text); }

QPointF spoke(QPointF middle, qreal radius, qsizetype index, qsizetype count)
{
    const qreal angle = 2 * M_PI * qreal(index) / qreal(count) - M_PI / 2;
    return middle + QPointF(radius * std::cos(angle), radius * std::sin(angle));
}

void paintSpokeName(QPainter &painter, QPointF middle, QPointF at, const QString &name)
{
    const QFontMetricsF metrics(painter.font());
    const QSizeF size = metrics.size(0, name);
    const QPointF away = at - middle;
    qreal x = at.x() - size.width() / 2;
    if (away.x() > size.height())
        x = at.x() + size.height() / 3;
    else if (away.x() < -size.height())
        x = at.x() - size.width() - size.height() / 3;
    const qreal y = at.y() + (away.y() > 0 ? size.height() * 0.25 : -size.height() * 1.05);
    const bool level = std::abs(away.y()) < size.height();
    painter.drawText(QRectF(QPointF(x, level ? at.y() - size.height() / 2 : y), size), Qt::AlignCenter, name);
}

} // namespace

void paintWheel(QPainter &painter, const QRectF &place, const QList<WheelPart> &parts, const ChartStyle &style)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    const qreal radius = std::min(place.height() / 2 - metrics.height() * 1.4, place.width() / 2 - metrics.averageCharWidth() * 13);
    const qreal thin = metrics.height() / 14;
    for (const int ring : {10, 5}) {
        QPolygonF outline;
        for (qsizetype i = 0; i < parts.size(); ++i)
            outline << spoke(place.center(), radius * ring / 10, i, parts.size());
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(style.line, thin));
        painter.drawPolygon(outline);
    }
    QPolygonF said;
    for (qsizetype i = 0; i < parts.size(); ++i)
        said << spoke(place.center(), radius * qreal(parts.at(i).rating.value_or(0)) / 10, i, parts.size());
    painter.setBrush(style.fill);
    painter.setPen(QPen(style.accent, thin * 2));
    painter.drawPolygon(said);
    painter.setPen(style.ink);
    for (qsizetype i = 0; i < parts.size(); ++i)
        paintSpokeName(painter, place.center(), spoke(place.center(), radius + metrics.height() * 0.2, i, parts.size()), parts.at(i).name);
}

QString wheelText(const QList<WheelPart> &parts)
{
    QStringList said;
    for (const WheelPart &part : parts)
        said.append(part.rating ? sayBeside("%1: %2 of 10").arg(part.name).arg(*part.rating) : sayBeside("%1: not said").arg(part.name));
    return said.join(u", "_s);
}

void paintStageTrack(QPainter &painter, const QRectF &place, const QList<StageMove> &moves, QDate today, const ChartStyle &style)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    const qreal left = place.left() + metrics.horizontalAdvance(u"5"_s) + metrics.height();
    const qreal right = place.right() - metrics.height();
    const qreal bottom = place.bottom() - metrics.height() * 1.6;
    const qreal top = place.top() + metrics.height() * 0.6;
    const auto levelY = [&](int level) { return bottom - (bottom - top) * qreal(level - 1) / 4; };
    for (int level = 1; level <= 5; ++level) {
        painter.setPen(QPen(style.line, 1));
        painter.drawLine(QPointF(left, levelY(level)), QPointF(right, levelY(level)));
        painter.setPen(style.soft);
        painter.drawText(QPointF(place.left(), levelY(level) + metrics.ascent() / 2.5), QString::number(level));
    }
    if (moves.isEmpty())
        return;
    const QDate first = moves.first().entry.value.fromOn;
    const qreal days = qreal(std::max<qint64>(1, first.daysTo(today)));
    const auto dayX = [&](QDate day) { return left + (right - left) * qreal(first.daysTo(day)) / days; };
    qreal labelEnd = place.left();
    QPointF before;
    for (qsizetype i = 0; i < moves.size(); ++i) {
        const StageEntry &entry = moves.at(i).entry.value;
        const QDate until = i + 1 < moves.size() ? moves.at(i + 1).entry.value.fromOn : today;
        const qreal y = levelY(stageNumber(entry.stage));
        const QColor colour = style.stages.isEmpty() ? style.accent : style.stages.at(int(entry.stage));
        painter.setPen(QPen(colour, metrics.height() / 6, Qt::SolidLine, Qt::RoundCap));
        if (i > 0)
            painter.drawLine(before, QPointF(before.x(), y));
        painter.drawLine(QPointF(dayX(entry.fromOn), y), QPointF(dayX(until), y));
        before = QPointF(dayX(until), y);
        const QString label = words::dayAndMonth(entry.fromOn, today);
        const qreal x = dayX(entry.fromOn);
        const qreal reserved = metrics.horizontalAdvance(sayBeside("today")) + metrics.height();
        if (x >= labelEnd && x + metrics.horizontalAdvance(label) < right - reserved) {
            painter.setPen(style.soft);
            painter.drawText(QPointF(x, place.bottom() - metrics.descent()), label);
            labelEnd = x + metrics.horizontalAdvance(label) + metrics.height();
        }
    }
    painter.setPen(style.soft);
    painter.drawText(
        QPointF(right - metrics.horizontalAdvance(sayBeside("today")), place.bottom() - metrics.descent()), sayBeside("today"));
}

QString stageTrackText(const QList<StageMove> &moves)
{
    QStringList parts;
    for (const StageMove &move : moves)
        parts.append(sayBeside("from %1: %2").arg(words::date(move.entry.value.fromOn), words::labelFor(move.entry.value.stage)));
    return parts.isEmpty() ? sayBeside("No stage recorded yet.") : parts.join(u"; "_s);
}

void paintUseHistory(QPainter &painter, const QRectF &place, const QList<UsePoint> &points, const ChartStyle &style, UseSpan span)
{
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal bottom = place.bottom() - 1;
    painter.setPen(QPen(style.line, 1));
    painter.drawLine(QPointF(place.left(), bottom), QPointF(place.right(), bottom));
    if (points.isEmpty())
        return;
    const QDate first = span.first.isValid() ? span.first : points.first().asOn;
    const QDate last = span.last.isValid() ? span.last : points.last().asOn;
    const qreal days = qreal(std::max<qint64>(1, first.daysTo(last)));
    qint64 closest = first.daysTo(last); // reviews soon after each other stand beside each other, not over each other
    for (qsizetype i = 1; i < points.size(); ++i)
        if (const qint64 apart = points.at(i - 1).asOn.daysTo(points.at(i).asOn); apart > 0)
            closest = std::min(closest, apart);
    const qreal most = std::max<qreal>(2, place.height() / 3);
    const qreal wide = std::clamp((place.width() - most) * qreal(closest) / days - 1, qreal(2), most);
    const qreal tallest = place.height() - 3;
    for (const UsePoint &point : points) {
        if (point.known == UsePoint::Known::Nothing)
            continue; // a gap is a gap
        const qreal x = place.left() + (place.width() - wide) * qreal(first.daysTo(point.asOn)) / days;
        const bool isKnown = point.known == UsePoint::Known::Days;
        const qreal tall = isKnown ? std::max<qreal>(1.5, tallest * qreal(point.days) / 28) : tallest / 2;
        painter.setPen(isKnown ? QPen(Qt::NoPen) : QPen(style.soft, 1, Qt::DotLine));
        painter.setBrush(!isKnown ? QBrush(Qt::NoBrush) : QBrush(point.sameAs ? style.soft : style.accent));
        painter.drawRect(QRectF(x, bottom - tall, wide, tall));
    }
}

} // namespace keywork
