// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/treatment/dose_steps_view.h"

#include "ui/theme/theme.h"
#include "ui/widgets/charts.h"

#include <QPainter>

namespace keywork {

DoseStepsView::DoseStepsView(const QString &name, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DoseStepsView::setSteps(const QList<DoseStep> &steps, const QString &unit, QDate until, QDate today)
{
    m_steps = steps;
    m_unit = unit;
    m_until = until;
    m_today = today;
    setAccessibleDescription(doseStepsText(steps));
    update();
}

QSize DoseStepsView::sizeHint() const { return {300, Theme::scaled(130)}; }

void DoseStepsView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintDoseSteps(painter, rect(), m_steps, m_unit, m_until, m_today, screenStyle());
}

} // namespace keywork
