// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/keywork/ruler_lines.h"

#include "ui/theme/theme.h"
#include "ui/widgets/charts.h"

#include <QPainter>

namespace keywork {

RulerLines::RulerLines(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RulerLines::setPoints(const QList<RulerPoint> &points)
{
    m_points = points;
    setAccessibleName(tr("How ready, how able, over time"));
    setAccessibleDescription(rulersText(points));
    setToolTip(rulersText(points).right(600));
    update();
}

QSize RulerLines::sizeHint() const { return {400, Theme::scaled(110)}; }

void RulerLines::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintRulers(painter, rect(), m_points, screenStyle());
}

} // namespace keywork
