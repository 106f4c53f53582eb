// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/page.h"

#include <QPointer>
#include <QPushButton>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace keywork {

class AppointmentsToday;
class Card;
class StageBar;

/// What needs attention, most pressing first, and where residents are.
class TodayPage : public Page {
    Q_OBJECT
public:
    TodayPage(OpenHostel &hostel, const Navigator &navigator, QWidget *parent = nullptr);
    void reload() override;

private:
    void openItem(const WatchItem &item);
    void addItem(const WatchItem &item);
    void addNotice(const QString &title, const QString &sentence, const Visit &where, const QString &open);
    void addNotices();
    void addWarnings();
    void addWarning(const FileWarning &warning);
    void addOpenings();
    OpenHostel &m_hostel;
    int m_notices = 0;
    QLabel *m_soft = nullptr;
    QPointer<QPushButton> m_firstAction;
    Card *m_attention = nullptr;
    AppointmentsToday *m_appointments = nullptr;
    Card *m_stages = nullptr;
    Card *m_expected = nullptr;
};

} // namespace keywork
