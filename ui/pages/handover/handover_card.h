// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/house/handovers.h"
#include "ui/pages/page.h"
#include "ui/widgets/parts.h"

namespace keywork {

/// The last handover until whoever is signed in has acknowledged it, then what this shift will tell; which shifts left none;
/// and what is still to be done.
class HandoverCard : public QWidget {
    Q_OBJECT
public:
    HandoverCard(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    void reload();

private:
    void showToRead(const HandoverNow &now);
    void showLast(const HandoverNow &now);
    void showOurs(const HandoverNow &now);
    void addWays(const HandoverNow &now, Card *card);
    void showMissing(const HandoverNow &now);
    void showItems();
    void write(const std::optional<Kept<Handover>> &known, const std::optional<ShiftSpan> &shift);
    void finish(const std::optional<ShiftSpan> &shift);
    void addLate(QLayout *line, const QString &text, const QString &name, const ShiftSpan &span, const std::function<void()> &press);
    const Services m_services;
    const Navigator m_navigator;
    QVBoxLayout *m_layout = nullptr;
};

} // namespace keywork
