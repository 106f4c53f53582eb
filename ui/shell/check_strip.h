// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "ui/pages/page.h"

#include <QElapsedTimer>
#include <QSet>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace keywork {

/// Below the header of every page while a timed check is overdue: that it is, since when, and the way there. It names nobody, so
/// it stays when names are hidden. The only thing in the program that makes a sound, and only where the check is one of an
/// emergency (additions.md, "House and shift"); a round that is due is told without colour.
class CheckStrip : public QWidget {
    Q_OBJECT
public:
    CheckStrip(const Services &services, const Navigator &navigator, QWidget *parent = nullptr);
    /// Asks again; sounds for an emergency's check that is overdue since the last time, then once a minute.
    void look();
    int sounded() const { return m_sounded; }

Q_SIGNALS:
    /// What is due became something else: Today says something else now.
    void changed();

private:
    void sound(bool isNew);
    QString sentence(const QString &since) const;
    const Services m_services;
    const Navigator m_navigator;
    QLabel *m_said = nullptr;
    QSet<qint64> m_overdue; ///< series
    QSet<qint64> m_emergencies; ///< of those
    QElapsedTimer m_sinceSound;
    int m_sounded = 0;
};

} // namespace keywork
