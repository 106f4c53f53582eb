// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/dose_steps.h"

#include "ui/text/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace keywork {

namespace {

QString sayStep(const char *marked) { return QCoreApplication::translate("treatment", marked); }

QString amountWords(double amount) { return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(amount, 'g', 6); }

/// Lines at round numbers, three to five of them.
double stepOfScale(double most)
{
    const double tenth = std::pow(10.0, std::floor(std::log10(std::max(most, 0.001))));
    for (const double times : {0.2, 0.5, 1.0, 2.0, 5.0})
        if (most / (tenth * times) <= 5)
            return tenth * times;
    return tenth * 10;
}

} // namespace

void paintDoseSteps(QPainter &painter, const QRectF &place, const QList<DoseStep> &steps, const QString &unit, QDate until, QDate today,
    const ChartStyle &style)
{
    if (steps.isEmpty())
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(style.font);
    const QFontMetricsF metrics(style.font);
    double most = 0;
    for (const DoseStep &step : steps)
        most = std::max(most, step.dose);
    const double scale = stepOfScale(most);
    const double top = std::max(scale, std::ceil(most / scale) * scale);
    const qreal left = place.left() + metrics.horizontalAdvance(amountWords(top) + u' ' + unit) + metrics.height() / 2;
    const QRectF inside(QPointF(left, place.top() + metrics.height() * 1.4),
        QPointF(place.right() - metrics.height() / 2, place.bottom() - metrics.height() * 1.6));
    const auto y = [&](double dose) { return inside.bottom() - inside.height() * dose / top; };
    for (double line = 0; line <= top + scale / 2; line += scale) {
        painter.setPen(QPen(style.line, metrics.height() / 14));
        painter.drawLine(QPointF(inside.left(), y(line)), QPointF(inside.right(), y(line)));
        painter.setPen(style.soft);
        painter.drawText(QRectF(place.left(), y(line) - metrics.height(), left - place.left() - metrics.height() / 3, metrics.height() * 2),
            Qt::AlignRight | Qt::AlignVCenter, amountWords(line) + u' ' + unit);
    }
    const QDate first = steps.first().from;
    const qreal days = qreal(std::max<qint64>(1, first.daysTo(until)));
    const auto x = [&](QDate day) { return inside.left() + inside.width() * std::clamp(qreal(first.daysTo(day)) / days, 0.0, 1.0); };
    const QPen pen(style.accent, metrics.height() / 5, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    qreal numbersEnd = place.left();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const QDate end = i + 1 < steps.size() ? steps.at(i + 1).from : until;
        const QPointF from(x(steps.at(i).from), y(steps.at(i).dose));
        painter.setPen(pen);
        if (i > 0)
            painter.drawLine(QPointF(from.x(), y(steps.at(i - 1).dose)), from);
        painter.drawLine(from, QPointF(x(end), from.y()));
        const QString number = amountWords(steps.at(i).dose) + u' ' + unit;
        const qreal wide = metrics.horizontalAdvance(number);
        const qreal at = std::min(from.x() + 2, inside.right() - wide);
        painter.setPen(style.ink);
        const bool isCrossed = i + 1 < steps.size() && steps.at(i + 1).dose > steps.at(i).dose && at + wide > x(steps.at(i + 1).from);
        if ((at >= numbersEnd && !isCrossed) || i + 1 == steps.size()) {
            painter.drawText(QPointF(at, from.y() - metrics.height() / 3), number);
            numbersEnd = at + wide + metrics.height() / 3;
        }
    }
    painter.setPen(style.soft);
    const qreal foot = place.bottom() - metrics.descent();
    painter.drawText(QPointF(inside.left(), foot), words::dayAndMonth(first, today));
    const QString last = until == today ? sayStep(QT_TRANSLATE_NOOP("treatment", "today")) : words::dayAndMonth(until, today);
    painter.drawText(QPointF(inside.right() - metrics.horizontalAdvance(last), foot), last);
    painter.restore();
}

} // namespace keywork
