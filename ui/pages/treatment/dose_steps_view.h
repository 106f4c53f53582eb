// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/dose_steps.h"

#include <QWidget>

namespace keywork {

/// The steps of a dose, with the same in words for whoever does not see it.
class DoseStepsView : public QWidget {
    Q_OBJECT
public:
    explicit DoseStepsView(const QString &name, QWidget *parent = nullptr);
    void setSteps(const QList<DoseStep> &steps, const QString &unit, QDate until, QDate today);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<DoseStep> m_steps;
    QString m_unit;
    QDate m_until;
    QDate m_today;
};

} // namespace keywork
