// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/incident_patterns.h"
#include "ui/pages/page.h"
#include "ui/print/count_bars.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QVBoxLayout;
QT_END_NAMESPACE

namespace keywork {

/// Counts as bars, with what they say as their description.
class CountBarsView : public QWidget {
    Q_OBJECT
public:
    explicit CountBarsView(const QString &title, QWidget *parent = nullptr);
    void setBars(const QList<CountBar> &bars);
    const QList<CountBar> &bars() const { return m_bars; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QString m_title;
    QList<CountBar> m_bars;
};

/// How the incidents of a time fall: by kind, place, hour, weekday and substance, near misses beside them.
class PatternsPage : public Page {
    Q_OBJECT
public:
    PatternsPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    QVariantMap leftAs() const override;
    void bringBack(const QVariantMap &left) override;
    const IncidentPatterns &patterns() const { return m_patterns; }

private:
    std::pair<QDate, QDate> period() const;
    void print();
    void exportCsv();
    QComboBox *m_period = nullptr;
    QLabel *m_total = nullptr;
    QVBoxLayout *m_cards = nullptr;
    IncidentPatterns m_patterns;
};

} // namespace keywork
