// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/front_desk.h"
#include "ui/pages/house/records_page.h"

namespace keywork {

class Card;
class DeskRows;

/// Reception: who is in, one press each; who else is in the building; what waits here; who is not let in. Below, the lists.
class DeskPage : public KindsPage {
    Q_OBJECT
public:
    DeskPage(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;
    bool concerns(const QList<Change> &changes) const override;
    QVariantMap leftAs() const override;
    void bringBack(const QVariantMap &left) override;

private:
    void showBeside();
    void showInside();
    void addStaff(QLayout *cards);
    void showWaiting();
    void showNotLetIn();
    /// A line with what somebody did as a button at its end.
    void addPress(Card *card, const QString &text, const QString &press, const QString &name, const std::function<Done()> &done);
    void showPeopleOn(const KeptRow &rollCall, QVBoxLayout *below);
    QWidget *m_now = nullptr;
    DeskRows *m_rows = nullptr;
    Card *m_inside = nullptr;
    Card *m_waiting = nullptr;
    Card *m_barred = nullptr;
};

} // namespace keywork
