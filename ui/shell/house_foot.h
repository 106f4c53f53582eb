// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/pages/page.h"

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// At the foot of every page: who is on shift, whom one rings; and, for whoever has not said so, that they are on shift, in one
/// press. It names no resident.
class HouseFoot : public QWidget {
    Q_OBJECT
public:
    HouseFoot(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    /// Asks again.
    void look();

private:
    const Services m_services;
    const Navigator m_navigator;
    QLabel *m_line = nullptr;
    QPushButton *m_comeOn = nullptr;
};

} // namespace keywork
