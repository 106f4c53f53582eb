// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/charts.h"

#include <QWidget>

namespace keywork {

ChartStyle screenStyle();

/// The five stages as one strip, the present one filled.
class StageStrip : public QWidget {
    Q_OBJECT
public:
    explicit StageStrip(QWidget *parent = nullptr);
    void setStage(const std::optional<Stage> &stage);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QRectF> placesIn(int width) const;
    std::optional<Stage> m_stage;
};

/// The way through the stages over true time; the same drawing as on paper.
class StageTrack : public QWidget {
    Q_OBJECT
public:
    explicit StageTrack(QWidget *parent = nullptr);
    void setMoves(const QList<StageMove> &moves, QDate today);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<StageMove> m_moves;
    QDate m_today;
};

/// How many residents are in each stage, as one bar.
class StageBar : public QWidget {
    Q_OBJECT
public:
    explicit StageBar(QWidget *parent = nullptr);
    void setCounts(const std::array<int, 5> &counts);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<int, 5> m_counts{};
};

/// A thin bar of 0 to 10.
class RatingBar : public QWidget {
    Q_OBJECT
public:
    explicit RatingBar(const std::optional<qint64> &rating, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::optional<qint64> m_rating;
};

/// Days of use in the last 28, review by review, small enough for a line of a table; the same drawing as on paper.
class UseHistoryBars : public QWidget {
    Q_OBJECT
public:
    UseHistoryBars(const QString &substance, const QList<UsePoint> &points, QDate today, UseSpan span = {}, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QList<UsePoint> m_points;
    const UseSpan m_span;
};

} // namespace keywork
