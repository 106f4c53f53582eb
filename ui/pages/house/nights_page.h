// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/pages/page.h"

#include <QDate>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

class Card;
struct NightCount;

/// The nights of a month, one by one and added up: beds, occupied, void, away.
class NightsPage : public Page {
    Q_OBJECT
public:
    NightsPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    QVariantMap leftAs() const override;
    void bringBack(const QVariantMap &left) override;

private:
    void goBy(int months);
    void showNights(const QList<NightCount> &nights);
    QDate m_month; ///< its first day
    QLabel *m_title = nullptr;
    QLabel *m_sums = nullptr;
    QPushButton *m_next = nullptr;
    Card *m_card = nullptr;
};

} // namespace keywork
