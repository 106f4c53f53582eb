// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/ruler_chart.h"

#include <QWidget>

namespace keywork {

/// The two rulers over all sessions, with the same in words for whoever does not see it.
class RulerLines : public QWidget {
    Q_OBJECT
public:
    explicit RulerLines(QWidget *parent = nullptr);
    void setPoints(const QList<RulerPoint> &points);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<RulerPoint> m_points;
};

} // namespace keywork
