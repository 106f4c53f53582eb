// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>
#include <QSet>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace keywork {

/// Below the header of every page while somebody who works alone has not said that all is well: whom to ring, and who is on
/// call. It names members of the team alone, so whoever is signed in sees it, and it stays when names are hidden. It sounds as an
/// overdue check does.
class LoneStrip : public QWidget {
    Q_OBJECT
public:
    LoneStrip(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    /// Asks again.
    void look();

Q_SIGNALS:
    /// Who is overdue became somebody else: Today says something else now.
    void changed();

private:
    void sound(bool isNew);
    const Services m_services;
    const Navigator m_navigator;
    QLabel *m_said = nullptr;
    QSet<qint64> m_overdue; ///< records of working alone
    QElapsedTimer m_sinceSound;
};

} // namespace keywork
