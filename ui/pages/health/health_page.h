// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/body_measures.h"
#include "ui/pages/house/records_page.h"

namespace keywork {

class Card;

/// Weights over time, with the same in words for whoever does not see it.
class WeightLine : public QWidget {
    Q_OBJECT
public:
    explicit WeightLine(QWidget *parent = nullptr);
    void setPoints(const QList<WeightPoint> &points);
    const QList<WeightPoint> &points() const { return m_points; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<WeightPoint> m_points;
};

/// A resident's health: above its lists the weight over time, once there is one.
class HealthPage : public KindsPage {
    Q_OBJECT
public:
    HealthPage(Id<Person> person, const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;

private:
    void showWeights();
    const Id<Person> m_person;
    Card *m_card = nullptr;
    QLabel *m_summary = nullptr;
    WeightLine *m_line = nullptr;
    bool m_isFormShown = false;
};

} // namespace keywork
