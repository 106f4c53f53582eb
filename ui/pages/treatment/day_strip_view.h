// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/day_strip.h"

#include <QWidget>

namespace keywork {

StripStyle screenStripStyle();

/// The days of a prescription, one box each. One Tab stop: Left and Right go through the days (Home and End to both ends),
/// and the day that is chosen is said; Enter, or a press with the mouse, opens what is recorded of it. In rows of a week at
/// large text.
class DayStripView : public QWidget {
    Q_OBJECT
public:
    explicit DayStripView(const QString &name, QWidget *parent = nullptr);
    void setDays(const QList<StripDay> &days, QDate today);
    const QList<StripDay> &days() const { return m_days; }
    QDate chosen() const;
    void choose(QDate day);
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {700, heightForWidth(700)}; }
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosenChanged(const QString &sentence);
    void opened(QDate day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override; ///< what a day is, under the pointer

private:
    QList<QRectF> placesIn(int width) const;
    int dayAt(QPointF at) const; ///< -1: none
    void step(int by);
    void say();
    const QString m_name;
    QList<StripDay> m_days;
    QDate m_today;
    int m_chosen = -1; ///< -1: none yet
};

} // namespace keywork
